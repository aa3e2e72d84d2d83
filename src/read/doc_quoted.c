/*
 * "> ### Nobody waits" over "> - calls from 9 to 4 minutes": a page that sets
 * each of its OKRs into a quotation of its own, as in a box.
 */
#include "doc_line_p.h"

#include "arena.h"
#include "attr.h"
#include "buf.h"
#include "mark_p.h"

struct quotation {
	size_t bytes, heads;
};

/* The text behind ">". */
static bool take_quoted(struct str line, struct str *t)
{
	struct str s = str_trim(line);

	if (!str_skip_char(&s, '>') || (s.n && s.p[0] == '>'))
		return false;
	str_skip_char(&s, ' ');
	*t = s;
	return true;
}

/* "[!goal] Nobody waits": the title in it, or nothing. */
static struct str boxed(struct str s)
{
	static const char *const KINDS[] = {"[!goal]", "[!objective]", "[!okr]",
		"[!target]", "[!abstract]", "[!important]", NULL};

	for (size_t i = 0; KINDS[i]; i++) {
		if (!str_iskip(&s, KINDS[i]))
			continue;
		if (!str_skip_char(&s, '+'))
			str_skip_char(&s, '-');
		return str_trim(s);
	}
	return (struct str){NULL, 0};
}

/* May that line in it be the title of an objective? */
static bool is_head(struct str t, bool first)
{
	t = str_trim(t);
	return line_mark_kind(t) == MARK_OBJECTIVE || line_is_heading(t) ||
	       boxed(t).n ||
	       (first && str_starts(t, "**") && str_ends(t, "**") && t.n > 4 &&
		       str_find(str_sub(t, 2, t.n), STR("**")) == t.n - 4);
}

/* The one that begins here: those heads in it that stand over items. */
static struct quotation quotation_at(struct str text)
{
	struct quotation q = {0};
	struct str rest = text, line, t;
	bool first = true, head = false;

	for (; str_take_line(&rest, &line) && take_quoted(line, &t);
		q.bytes = text.n - rest.n, first = false) {
		if (is_head(t, first)) {
			head = true;
		} else if (head && line_marker(str_trim(t))) {
			q.heads++;
			head = false;
		}
	}
	return q;
}

static bool names_okrs(struct str s)
{
	return vocab_has_okr(s) ||
	       (line_is_heading(s) &&
		       (vocab_has(s, "goals") || vocab_has(s, "objectives")));
}

/* "What a good one looks like:", and what is quoted is nobody's. */
static bool is_about_some(struct str s)
{
	static const char *const WORDS[] = {"example", "examples", "sample",
		"samples", "template", "templates", "e.g", "imagine", "instead",
		"bad", "looks", "could", "might", "suppose", "wrote",
		"beispiel", "beispiele", "vorlage", "exemple", "exemples",
		"ejemplo", "ejemplos", "exemplo", "exemplos", "esempio",
		"voorbeeld", NULL};

	return vocab_has_listed(s, WORDS);
}

/* "KR1: ..." in the open: what is quoted is not all there is. */
static bool is_marked(struct str s)
{
	enum mark_kind kind = line_mark_kind(s);

	return kind == MARK_OBJECTIVE || kind == MARK_KEY_RESULT ||
	       kind == MARK_KR_LABEL;
}

/* Are the page's OKRs in quotations, and no list before the last of them? */
static bool quotes_all(struct str text)
{
	struct str line, s;
	size_t heads = 0;
	bool named = false, other = false;

	while (text.n) {
		struct quotation q = quotation_at(text);

		if (q.heads && other)
			return false;
		heads += q.heads;
		if (q.bytes) {
			text = str_sub(text, q.bytes, text.n);
			continue;
		}
		if (!str_take_line(&text, &line))
			break;
		s = str_trim(line);
		named = named || names_okrs(s);
		if (is_marked(s))
			return false;
		other = other || line_fence(s) || line_marker(s) ||
			is_about_some(s);
	}
	return named && heads > 1;
}

struct str doc_quoted(struct arena *a, struct str text)
{
	struct str line, t;
	struct quotation q;
	struct buf b;

	if (str_find(text, STR("\n>")) == STR_NONE || !quotes_all(text))
		return text;
	buf_init(&b, text.n * 2 + 2);
	while (text.n) {
		struct str lines;

		q = quotation_at(text);
		lines = str_sub(text, 0, q.bytes);
		while (str_take_line(&lines, &line)) {
			if (!q.heads || !take_quoted(line, &t))
				t = line;
			if (q.heads && boxed(t).n)
				buf_addf(&b, "### %.*s\n", STR_ARG(boxed(t)));
			else
				buf_addf(&b, "%.*s\n", STR_ARG(t));
		}
		text = str_sub(text, q.bytes, text.n);
		if (!q.bytes && str_take_line(&text, &line))
			buf_addf(&b, "%.*s\n", STR_ARG(line));
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
