/*
 * "**Grow from 11 to 20 shops.** We ended at 18.": a key result in bold, and
 * behind it, as beside it, what became of it.
 */
#include "para_p.h"

#include "attr.h"

/* Where the bold sentence with which a text begins ends, and others follow; or
 * 0. */
static size_t bold_end(struct piece text)
{
	enum { LEAST = 3 }; /* words: fewer are a label */
	static const char *const ENDS[] = {".", "!", "\u3002", "\uff01"};
	const unsigned char *flags = piece_flags(text);
	struct str s;
	size_t n = 0;
	bool ends = false;

	while (n < text.s.n && (flags[n] & TEXT_BOLD))
		n++;
	s = str_trim(str_sub(text.s, 0, n));
	for (size_t i = 0; i < COUNT_OF(ENDS); i++)
		ends = ends || str_ends(s, ENDS[i]);
	if (!ends || (str_words(s) < LEAST && !str_has_high(s)) ||
		!str_trim(str_sub(text.s, n, text.s.n)).n)
		return 0;
	for (size_t i = n; i < text.s.n; i++) {
		if (str_is_alnum(text.s.p[i]) && !(flags[i] & TEXT_BOLD))
			return n;
	}
	return 0;
}

/* The paragraph that is, or begins, a sibling. */
static const struct block *para_of(const struct block *b)
{
	if (b && b->kind == BLOCK_ITEM)
		b = b->first;
	return b && b->kind == BLOCK_PARA && b->text.s.n ? b : NULL;
}

/* Is a sibling like that, too? */
static bool has_like(const struct block *b)
{
	enum { FAR = 24 };
	const struct block *one = b->parent->kind == BLOCK_ITEM ? b->parent : b;
	const struct block *s = one->parent->first;

	for (int n = 0; s && n < FAR; s = s->next, n++) {
		const struct block *p = s != one ? para_of(s) : NULL;

		if (p && bold_end((struct piece){p, p->text.s}))
			return true;
	}
	return false;
}

bool para_split_bold(struct piece *text, struct piece *behind)
{
	size_t end = bold_end(*text);

	if (!end || !has_like(text->b))
		return false;
	*behind = piece_from(*text, end);
	text->s = str_trim_end(str_trim(str_sub(text->s, 0, end)), ".");
	return true;
}
