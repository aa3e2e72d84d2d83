/*
 * A page that no word calls OKRs, read as if its title did: kept only where all
 * that is found looks like it, several sentences for titles, each over things
 * that are measured or that a result says something about.
 */
#include "reader_p.h"

#include <string.h>

#include "attr.h"
#include "buf.h"
#include "doc_clean_p.h"
#include "vocab_p.h"

static const char TITLE[] = "# OKRs\n\n";

enum { LINES = 2 }; /* of it */

struct str assumed_text(struct arena *a, struct str text)
{
	struct clean front = {.front_line = 0};
	struct str body;
	struct buf out;
	int line = 0;

	str_skip(&text, "\xef\xbb\xbf"); /* a mark of the bytes' order */
	body = text;
	(void)doc_take_front(&body, &front, &line);
	buf_init(&out, text.n + sizeof TITLE);
	buf_add(&out, str_sub(text, 0, text.n - body.n));
	buf_adds(&out, TITLE);
	buf_add(&out, body);
	text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

void assumed_lines(struct block *doc)
{
	for (struct block *b = doc; b;) {
		b->line = b->line > LINES ? b->line - LINES : 0;
		if (b->first) {
			b = b->first;
			continue;
		}
		while (b && !b->next)
			b = b->parent;
		b = b ? b->next : NULL;
	}
	if (doc->first)
		doc->first->line = 0; /* that title stands nowhere */
}

/* Several words, but for what stands in brackets, and no line of a longer text?
 */
static bool is_title(struct str s)
{
	enum { LEAST_WORDS = 3 };
	size_t open = str_find(s, STR(" ("));

	return str_words(str_sub(s, 0, open == STR_NONE ? s.n : open)) >=
		       LEAST_WORDS &&
	       (open == STR_NONE || str_find_char(s, ')') != STR_NONE) &&
	       str_find(s, STR(". ")) == STR_NONE && !vocab_is_left(s);
}

/* A share, money or a rate, or no more or less than that: pieces alone may be
 * anything, "4 tasks in pairs", and a time may be a rule, "within 72 hours". */
static bool is_aim(const struct quantity *q)
{
	static const char *const TIMES[] = {"minutes", "hours", "day", "days",
		"week", "weeks", "month", "months", "year", "years", NULL};

	if (!q || str_is_listed(str_of(q->unit), TIMES))
		return false;
	return q->comparator != CMP_NONE || strchr(q->unit, '/') ||
	       strcmp(q->unit, "%") == 0 ||
	       (q->unit[0] >= 'A' && q->unit[0] <= 'Z' && strlen(q->unit) == 3);
}

static bool tells(const struct key_result *kr)
{
	return kr->result.kind != RESULT_NONE || kr->checked || kr->current ||
	       kr->stated_grade || kr->baseline || is_aim(kr->target);
}

bool assumed_holds(const struct model *m, size_t from)
{
	enum { LEAST = 2 };
	size_t krs = 0, told = 0;

	for (size_t i = from; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		if (!is_title(str_of(o->title)) || o->key_results.n < LEAST)
			return false;
		krs += o->key_results.n;
		for (size_t k = 0; k < o->key_results.n; k++)
			told += tells(&o->key_results.v[k]);
	}
	return m->objectives.n >= from + LEAST && told * 5 >= krs * 2;
}
