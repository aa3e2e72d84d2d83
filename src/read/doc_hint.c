/*
 * "Objective:" over "- Where do we want to go? It should inspire." over what
 * was filled in: a question of the form to its writer is no text of an OKR.
 */
#include "doc_line_p.h"

#include <string.h>

#include "arena.h"
#include "attr.h"
#include "buf.h"
#include "vocab_p.h"
#include "words.h"

enum { LONGEST_LABEL = 48, LONGEST_HINT = 240, MOST = 8, FORMS = 2 };

struct hints {
	struct {
		struct str s;
		size_t times;
	} v[MOST];
	size_t n;
};

static struct str bare(struct str line)
{
	struct str s = str_trim(line);

	s = str_trim_left(str_sub(s, line_marker(s), s.n));
	while (s.n && str_is_among(s.p[0], "#*_> "))
		s = str_sub(s, 1, s.n);
	return str_trim_end(s, "*_ ");
}

/* "Objective:", "**Key results**": over what is filled in. */
static bool is_label(struct str line)
{
	struct str s = str_trim(line), name;
	const struct word *word;
	bool set_off = s.n && str_is_among(s.p[0], "#*");

	if (!set_off && str_find_char(s, ':') == STR_NONE)
		return false;
	name = bare(line);
	if (!name.n || name.n > LONGEST_LABEL ||
		!(set_off || str_ends(name, ":")))
		return false;
	name = str_trim_end(name, ":*_ ");
	word = vocab_word(name);
	return word && word->kind != WORD_NONE && strlen(word->text) == name.n;
}

static bool asks(struct str s)
{
	static const char *const WORDS[] = {"where", "how", "what", "why",
		"which", "who", "wo", "wohin", "wie", "was", "woran", "warum",
		"welche", "welches", "vart", "var", "hur", "vad", "vilka",
		"hvor", "hvordan", "hva", "hvad", "hvilke", "o\u00f9",
		"comment", "que", "qu'est-ce", "quel", "quelle", "pourquoi",
		"\u00e0 quoi", "d\u00f3nde", "\u00bfd\u00f3nde",
		"\u00bfqu\u00e9", "\u00bfc\u00f3mo", "qu\u00e9", "c\u00f3mo",
		"\u00bfa d\u00f3nde", "onde", "o que", "como", "aonde", "dove",
		"come", "che cosa", "cosa", "waar", "hoe", "wat", "waarom",
		"dok\u0105d", "jak", "co", "po czym", "kam", "mihin", "miten",
		"mit\u00e4", NULL};

	return s.n <= LONGEST_HINT && str_find_char(s, '?') != STR_NONE &&
	       vocab_begins_any(s, WORDS);
}

/* The first line that is not empty, at the beginning of text. */
static struct str next_line(struct str text)
{
	enum { FAR = 3 };
	struct str line;

	for (int i = 0; i < FAR && str_take_line(&text, &line); i++) {
		if (str_trim(line).n)
			return line;
	}
	return STR("");
}

/* Does it look other than the text that was filled in below it? */
static bool stands_out(struct str hint, struct str below)
{
	struct str s = str_trim(hint), next = str_trim(below);

	return s.n && next.n && strchr("-*_>+", s.p[0]) &&
	       !strchr("-*_>+#|", next.p[0]) && !line_marker(next) &&
	       line_mark_kind(next) == MARK_NONE && !is_label(below);
}

static void count(struct hints *all, struct str s)
{
	for (size_t i = 0; i < all->n; i++) {
		if (str_eq(all->v[i].s, s)) {
			all->v[i].times++;
			return;
		}
	}
	if (all->n < MOST) {
		all->v[all->n].s = s;
		all->v[all->n++].times = 1;
	}
}

static bool is_repeated(const struct hints *all, struct str s)
{
	for (size_t i = 0; i < all->n; i++) {
		if (str_eq(all->v[i].s, s))
			return all->v[i].times >= FORMS;
	}
	return false;
}

/* Does the line ask, right below a label?  below: of the last line with text,
 * told anew. */
static bool is_asked(struct str line, bool *below)
{
	struct str s = str_trim(line);
	bool was = *below;

	if (!s.n)
		return false;
	*below = s.n <= LONGEST_LABEL + 16 && is_label(line);
	return was && asks(bare(line));
}

struct str doc_hint(struct arena *a, struct str text)
{
	struct hints all = {.n = 0};
	struct str rest = text, line, kept, held = {NULL, 0};
	bool below = false;
	struct buf b;

	while (str_take_line(&rest, &line)) {
		if (is_asked(line, &below))
			count(&all, bare(line));
	}
	if (!all.n)
		return text;
	buf_init(&b, text.n + 2);
	below = false;
	while (str_take_line(&text, &line)) {
		bool drops = is_asked(line, &below) &&
			     (is_repeated(&all, bare(line)) ||
				     stands_out(line, next_line(text)));

		if (!drops && held.p)
			buf_addf(&b, "%.*s\n", STR_ARG(held));
		held = drops ? held : line;
		if (drops) /* what was filled in stays right below the label */
			buf_adds(&b, "\n");
	}
	if (held.p)
		buf_addf(&b, "%.*s\n", STR_ARG(held));
	kept = arena_str(a, buf_str(&b));
	buf_release(&b);
	return kept;
}
