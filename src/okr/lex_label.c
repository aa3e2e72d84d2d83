/*
 * Numbers by which a thing is found: a house, a telephone, an article of law,
 * one of several alike, the year it was built, the ends of a scale.
 */
#include "lex_p.h"

static const struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

/* "Harbour", where "HR" and "the" are none. */
static bool is_proper(const struct tokens *t, size_t i)
{
	struct str w = at(t, i)->text;

	return at(t, i)->kind == TOKEN_WORD && w.n > 2 && w.p[0] >= 'A' &&
	       w.p[0] <= 'Z' && w.p[1] >= 'a' && w.p[1] <= 'z';
}

static bool is_bare(const struct tokens *t, size_t i)
{
	return at(t, i)->kind == TOKEN_QUANTITY &&
	       at(t, i)->flags & TOKEN_NUMBER && !at(t, i)->q->value.scale;
}

/* "14 Harbour Street" */
static bool is_house(const struct tokens *t, size_t i)
{
	static const char *const STREETS[] = {"street", "st", "road", "rd",
		"avenue", "ave", "lane", "square", "drive", "court", "way",
		"boulevard", "blvd", "terrace", "place", "quay", "row",
		"crescent", "alley", "wharf", "parade", "mews", NULL};
	enum { NEAR = 3 };

	for (size_t k = i + 1; k <= i + NEAR && is_proper(t, k); k++)
		if (k > i + 1 && lex_is_any(t, k, STREETS))
			return true;
	return false;
}

/* Digits alone, one blank from those at i. */
static bool is_group(const struct tokens *t, size_t i, size_t k)
{
	const struct token *x = at(t, i), *y = at(t, k);
	bool digits = y->text.n > 0;

	for (size_t n = 0; n < y->text.n; n++)
		digits = digits && (str_is_digit(y->text.p[n]) ||
					   (!n && y->text.p[n] == '+'));
	return digits && (i < k ? x->at + x->text.n + 1 == y->at
				: y->at + y->text.n + 1 == x->at);
}

/* "0800 555 0199", "+44 20 7946 0000" */
static bool is_phone(const struct tokens *t, size_t i)
{
	enum { LEAST = 7 };
	size_t first = i, digits = 0, groups = 0;
	char lead;

	while (first > 0 && i - first < 5 && is_group(t, first, first - 1))
		first--;
	lead = at(t, first)->text.p[0];
	for (size_t k = first; k == first || is_group(t, k - 1, k); k++) {
		digits += at(t, k)->text.n;
		groups++;
		if (k >= t->n)
			break;
	}
	return groups > 1 && digits >= LEAST && (lead == '0' || lead == '+');
}

/* "Art. 15", "Sec. 404", "para. 7", "§ 15" */
static bool is_article(const struct tokens *t, size_t i)
{
	static const char *const SHORT[] = {"art", "arts", "sec", "sect", "fig",
		"figs", "para", "paras", "pp", "ch", "chap", "cl", "reg", "nos",
		"bldg", "rm", "ext", "tel", "cf", "abs", "ziff", "nr", NULL};

	if (i > 0 && str_is(at(t, i - 1)->text, "\u00a7"))
		return true;
	return i > 1 && str_is(at(t, i - 1)->text, ".") &&
	       at(t, i - 2)->end == at(t, i - 1)->at &&
	       lex_is_any(t, i - 2, SHORT);
}

/* "Gap 4 and Gap 7" */
static bool is_one_of_many(const struct tokens *t, size_t i)
{
	enum { NEAR = 4 };
	struct str w;

	if (!i || !is_proper(t, i - 1))
		return false;
	w = at(t, i - 1)->text;
	for (size_t k = i > NEAR ? i - NEAR : 0; k < i + NEAR; k++)
		if (k != i - 1 && k < t->n && str_eq(at(t, k)->text, w) &&
			str_is_digit(at(t, k + 1)->text.p[0]))
			return true;
	return false;
}

/* "halls 2, 5 and 7": which ones. */
static bool is_listed(const struct tokens *t, size_t i)
{
	static const char *const AND[] = {"and", "&", "or", NULL};
	enum { LEAST = 3 };
	size_t k = i, n = 1;

	while (k > 1 &&
		(at(t, k - 1)->kind == TOKEN_COMMA ||
			lex_is_any(t, k - 1, AND)) &&
		str_is_digit(at(t, k - 2)->text.p[0]))
		k -= 2, n++;
	if (!k || !lex_is_plural(at(t, k - 1)->text) ||
		at(t, k - 1)->kind != TOKEN_WORD)
		return false;
	for (; (at(t, i + 1)->kind == TOKEN_COMMA ||
		       lex_is_any(t, i + 1, AND)) &&
		is_bare(t, i + 2);
		i += 2)
		n++;
	return n >= LEAST && at(t, i + 1)->kind != TOKEN_WORD;
}

/* "the Studio 54 party": a name and what bears it. */
static bool is_bearing(const struct tokens *t, size_t i)
{
	static const char *const ARTICLES[] = {"the", "a", "an", "our", NULL};

	return i > 1 && is_proper(t, i - 1) && lex_is_any(t, i - 2, ARTICLES) &&
	       at(t, i + 1)->kind == TOKEN_WORD && is_bare(t, i) &&
	       !lex_is_plural(at(t, i + 1)->text) &&
	       !lex_is_plural(at(t, i + 2)->text);
}

/* "the 1975 tractor" */
static bool is_built_in(const struct tokens *t, size_t i)
{
	static const char *const ARTICLES[] = {"the", "a", "our", "this", NULL};
	enum { FIRST = 1700, LAST = 1989, DIGITS = 4 };
	int64_t year = at(t, i)->q->value.coef;

	return i > 0 && lex_is_any(t, i - 1, ARTICLES) && year >= FIRST &&
	       year <= LAST && at(t, i)->text.n == DIGITS &&
	       at(t, i + 1)->kind == TOKEN_WORD &&
	       !lex_is_plural(at(t, i + 1)->text) &&
	       !lex_is_plural(at(t, i + 2)->text);
}

/* "on a scale of 1 to 10", "(scale 1-5)" */
static bool is_end_of_scale(const struct tokens *t, size_t i)
{
	static const char *const OF[] = {"of", "from", NULL};
	static const char *const LINKS[] = {"to", "and", NULL};

	if (i > 2 && lex_is_any(t, i - 1, LINKS) &&
		at(t, i - 2)->kind == TOKEN_NAME)
		i -= 2;
	i -= i > 0 && lex_is_any(t, i - 1, OF);
	return i > 0 && lex_is(t, i - 1, "scale");
}

/* "the Couch to 5K course": all of it is a name. */
static bool is_way_named(const struct tokens *t, size_t i)
{
	return i > 2 && lex_is(t, i - 1, "to") && is_proper(t, i - 2) &&
	       lex_is(t, i - 3, "the") && at(t, i + 1)->kind == TOKEN_WORD &&
	       !lex_is_plural(at(t, i + 1)->text) &&
	       str_ends(at(t, i)->text, "K");
}

/* "flaws rated 9.0+ to zero": which ones, and no way from nine to none. */
static bool is_class(const struct tokens *t, size_t i)
{
	return i > 1 && lex_is(t, i - 1, "rated") &&
	       at(t, i)->flags & TOKEN_PLUS && lex_is(t, i + 1, "to") &&
	       lex_is_plural(at(t, i - 2)->text);
}

bool lex_is_label(const struct tokens *t, size_t i)
{
	if (is_end_of_scale(t, i))
		return true;
	if (is_way_named(t, i))
		return true;
	if (!(at(t, i)->flags & TOKEN_NUMBER) || !*at(t, i)->text.p)
		return false;
	return is_house(t, i) || is_phone(t, i) || is_article(t, i) ||
	       is_listed(t, i) || is_one_of_many(t, i) || is_bearing(t, i) ||
	       is_built_in(t, i) || is_class(t, i) ||
	       (i > 0 && lex_is(t, i - 1, "hq") && is_bare(t, i));
}
