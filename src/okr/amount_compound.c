/*
 * Quantities of two units: "2 h 30 min", "1h30"; and of dozens.
 */
#include "amount_p.h"

#include "attr.h"
#include "glyph_p.h"
#include "number_p.h"
#include "unit_p.h"

static struct str behind_blanks(struct str s)
{
	return str_sub(s, glyph_blanks(s), s.n);
}

static struct str take_letters(struct str *s)
{
	struct str word = {s->p, 0};

	while (word.n < s->n && str_is_alpha(s->p[word.n]))
		word.n++;
	*s = str_sub(*s, word.n, s->n);
	return word;
}

/* The "h" of "1h30m" and "1h30", which no blank ends. */
static const struct unit *take_glued_unit(struct str *s)
{
	struct str rest = *s, word = take_letters(&rest);

	if (!word.n || !rest.n || !str_is_digit(rest.p[0]))
		return NULL;
	*s = rest;
	return unit_find(str_is(word, "m") ? STR("min") : word);
}

/* The "min" of "1h30m"; in "1h30" it goes without saying. */
static const struct unit *take_small_unit(struct str *s, bool glued)
{
	struct str rest = behind_blanks(*s);
	const struct unit *u = unit_take(&rest, true);

	if (u)
		*s = rest;
	if ((u && !strcmp(u->word, "m")) || (!u && glued))
		return unit_find(STR("min"));
	return u;
}

/* The unit of "2 h", or the minutes of "10m 30s". */
static const struct unit *big_unit(const char *unit, bool metres)
{
	if (!unit)
		return NULL;
	return unit_find(metres ? STR("min") : str_of(unit));
}

/* "2 h 30 min", "1h30m", "1h30", "10m 30s": the smaller unit holds the exact
 * sum. */
void compound_take(struct str *rest, struct decimal *v, const char **unit)
{
	bool metres = *unit && !strcmp(*unit, "m");
	const struct unit *big = big_unit(*unit, metres);
	const struct unit *small;
	struct str s = behind_blanks(*rest);
	bool glued = !*unit && (big = take_glued_unit(&s)) != NULL;
	struct number n;
	int64_t value;

	if (!big || big->family != UNIT_TIME || v->scale || v->coef > 100000 ||
		!s.n || !str_is_digit(s.p[0]))
		return;
	if (number_take(&s, &n) != NUMBER_YES || n.value.scale)
		return;
	small = take_small_unit(&s, glued && !strcmp(big->name, "h"));
	if (!small || (metres && strcmp(small->name, "s") != 0) ||
		small->family != UNIT_TIME || (glued && glyph_goes_on(s)) ||
		small->factor >= big->factor ||
		n.value.coef >= big->factor / small->factor)
		return;
	value = v->coef * (big->factor / small->factor) + n.value.coef;
	if (!decimal_make(value, 0, v))
		return;
	*unit = small->name;
	*rest = s;
}

/* "3 dozen", "vier Dutzend": so many twelves. */
void dozens_take(struct str *rest, struct decimal *v)
{
	static const char *const DOZENS[] = {"dozen", "dutzend", "dozijn",
		"dussin", "dusin", "douzaines de", "douzaines d'", "docenas de",
		"d\u00fazias de", "dozzine di", "tuzin\u00f3w", "tuziny",
		"tucet", "tucty", "tucat", "d\u00fczine"};
	enum { MOST = 1000 };
	struct str s = behind_blanks(*rest);

	if (s.n == rest->n || v->scale || v->coef > MOST)
		return;
	for (size_t i = 0; i < COUNT_OF(DOZENS); i++) {
		struct str word = s;

		if (!str_iskip(&word, DOZENS[i]) ||
			(glyph_goes_on(word) &&
				!str_ends(str_of(DOZENS[i]), "'")))
			continue;
		v->coef *= 12;
		*rest = word;
		return;
	}
}
