/*
 * "**Grow from 11 to 20 shops.** We ended at 18.": a key result in bold, and
 * behind it what became of it.  What stands there tells it, or a sibling that
 * is like that, too.
 */
#include "noted_p.h"

#include "attr.h"

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

size_t piece_bold_sentence(struct piece p)
{
	size_t n = bold_length(p);

	if (n && (noted_tells(str_sub(p.s, n, p.s.n)) ||
			 (p.b->kind == BLOCK_PARA && is_like(p) &&
				 has_like(p.b))))
		return n;
	return 0;
}
