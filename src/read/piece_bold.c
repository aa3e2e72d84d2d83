/*
 * "**Grow from 11 to 20 shops.** We ended at 18.": a key result in bold, and
 * behind it what became of it.  What stands there tells it, or a sibling that
 * is like that, too.
 */
#include "noted_p.h"

#include "attr.h"

bool piece_is_bold_title(struct piece text)
{
	enum { LONGEST = 40, MOST_WORDS = 5 };
	const unsigned char *flags = piece_flags(text);
	struct piece title = text;
	struct str tail;
	size_t n = text.s.n;

	while (n && !(flags[n - 1] & TEXT_BOLD) && text.s.n - n <= LONGEST)
		n--;
	title.s = str_sub(text.s, 0, n);
	tail = str_trim(str_sub(text.s, n, text.s.n));
	return piece_is_bold(title) && str_words(title.s) > 1 &&
	       tail.n <= LONGEST && str_words(tail) <= MOST_WORDS &&
	       (!tail.n || strchr("(-[@", tail.p[0]) ||
		       str_starts(tail, "\u2013") ||
		       str_starts(tail, "\u2014"));
}

/* The bytes of the bold words with which a text begins, where others follow;
 * 0 for none, or a label. */
static size_t bold_length(struct piece p)
{
	enum { LEAST_WORDS = 2 };
	const unsigned char *flags = piece_flags(p);
	size_t n = 0;

	while (n < p.s.n && (str_is_space(p.s.p[n]) || (flags[n] & TEXT_BOLD)))
		n++;
	if (!n || n == p.s.n || str_words(str_sub(p.s, 0, n)) < LEAST_WORDS ||
		str_ends(str_trim(str_sub(p.s, 0, n)), ":") ||
		strchr(":,;", p.s.p[n]))
		return 0;
	return n;
}

/* Is it a sentence, and more than a label? */
static bool is_whole(struct str s)
{
	enum { LEAST_WORDS = 3 };
	static const char *const ENDS[] = {".", "!", "\u3002", "\uff01"};

	s = str_trim(s);
	if (str_words(s) < LEAST_WORDS && !str_has_high(s))
		return false;
	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		if (str_ends(s, ENDS[i]))
			return true;
	}
	return false;
}

static bool is_like(struct piece p)
{
	size_t n = bold_length(p);
	struct str rest = str_trim(str_sub(p.s, n, p.s.n));

	return n && is_whole(str_sub(p.s, 0, n)) && str_words(rest) > 0 &&
	       !strchr("([@", rest.p[0]); /* "(Ops)" */
}

/* Is a sibling like that, too? */
static bool has_like(const struct block *b)
{
	enum { FAR = 24 };
	const struct block *one = b->parent->kind == BLOCK_ITEM ? b->parent : b;
	const struct block *s = one->parent->first;

	for (int n = 0; s && n < FAR; s = s->next, n++) {
		const struct block *p = s->kind == BLOCK_ITEM ? s->first : s;

		if (s != one && p && p->kind == BLOCK_PARA &&
			is_like((struct piece){p, p->text.s}))
			return true;
	}
	return false;
}

bool piece_is_answered(struct piece p)
{
	const struct block *section = p.b->parent;

	return p.b->kind == BLOCK_PARA && section->kind == BLOCK_SECTION &&
	       block_mark(section).kind == MARK_OBJECTIVE &&
	       block_mark(p.b).kind == MARK_NONE && is_like(p) && has_like(p.b);
}

size_t piece_bold_sentence(struct piece p)
{
	size_t n = bold_length(p);

	if (n && (noted_tells(str_sub(p.s, n, p.s.n)) ||
			 (p.b->kind == BLOCK_PARA && is_like(p) &&
				 has_like(p.b))))
		return n;
	return 0;
}

struct piece piece_take_reason(
	struct reader *r, int objective, struct piece text)
{
	enum { LEAST_WORDS = 4 };
	size_t n = is_like(text) ? bold_length(text) : 0;
	struct str behind = str_trim(str_sub(text.s, n, text.s.n));

	if (!n || str_words(behind) < LEAST_WORDS || mark_name(behind) ||
		!str_ends(behind, "."))
		return text;
	*vec_add(r->a, &objective_at(r, objective)->notes) =
		piece_text(r, piece_from(text, n));
	text.s = str_trim_end(str_trim(str_sub(text.s, 0, n)), ".");
	return text;
}

/* "supports O1", "responsible: Ana", "Ana": what such a part says. */
static enum field tail_field(struct str s, struct str *value)
{
	size_t colon = str_find_char(s, ':');
	enum field f;

	*value = s;
	if (mark_skip_reference(value))
		return FIELD_LADDERS;
	if (colon == STR_NONE)
		return names_in_tail(s) ? FIELD_OWNER : FIELD_NONE;
	*value = str_trim(str_sub(s, colon + 1, s.n));
	f = vocab_field(str_sub(s, 0, colon));
	return value->n && (f == FIELD_OWNER || f == FIELD_DRI ||
				   f == FIELD_LADDERS)
		       ? f
		       : FIELD_NONE;
}

/* All of "responsible: Ana; supports O1", or nothing of it. */
static bool read_tail_part(
	struct reader *r, int objective, struct str s, int line)
{
	for (int apply = 0; apply < 2; apply++) {
		struct str rest = s, part, value;

		while (str_take_until(&rest, ';', &part)) {
			enum field f = tail_field(str_trim(part), &value);

			if (f == FIELD_NONE)
				return false;
			if (apply)
				read_field_text(r, objective, NO_INDEX, f,
					value, "", line);
		}
	}
	return s.n > 0;
}

/* Where the last part of a tail begins: "(...)" or "- ...". */
static size_t last_part(struct str s, struct str *part)
{
	static const char *const DASHES[] = {"- ", "\u2013 ", "\u2014 "};
	size_t open;

	if (str_ends(s, ")")) {
		open = str_rfind_char(s, '(');
		if (open != STR_NONE)
			*part = str_trim(str_sub(s, open + 1, s.n - 1));
		return open;
	}
	for (size_t i = s.n; i > 0; i--) {
		struct str t = str_sub(s, i - 1, s.n);

		for (size_t k = 0; k < COUNT_OF(DASHES); k++) {
			if (str_skip(&t, DASHES[k])) {
				*part = str_trim(t);
				return i - 1;
			}
		}
	}
	return STR_NONE;
}

struct piece piece_take_bold_tail(
	struct reader *r, int objective, struct piece text)
{
	enum { LONGEST = 120, MOST = 4 };
	const unsigned char *flags = piece_flags(text);
	struct str tail, part;
	size_t n = text.s.n, at;

	while (n && !(flags[n - 1] & TEXT_BOLD))
		n--;
	if (!n || !piece_is_bold((struct piece){text.b, str_sub(text.s, 0, n)}))
		return text;
	for (int i = 0; i < MOST; i++) {
		tail = str_trim(str_sub(text.s, n, text.s.n));
		if (!tail.n || tail.n > LONGEST ||
			str_find_char(tail, '\n') != STR_NONE)
			break;
		at = last_part(tail, &part);
		if (at == STR_NONE ||
			!read_tail_part(r, objective, part, piece_line(text)))
			break;
		text.s = str_trim_right(
			str_sub(text.s, 0, (size_t)(tail.p - text.s.p) + at));
	}
	return text;
}
