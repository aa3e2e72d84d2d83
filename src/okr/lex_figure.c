/*
 * Figures of speech: digits that belong to a fixed expression, a formula, a
 * race, a picture or a span of years, and are no amount of anything.
 */
#include "lex_p.h"

#include "attr.h"
#include <string.h>

static const char *const MEDIA[] = {"video", "streaming", "resolution",
	"content", "display", "displays", "hdr", "uhd", "tv", "tvs", "screens",
	NULL};
static const char *const RACES[] = {
	"run", "runs", "race", "races", "walk", "marathon", "ride", NULL};
static const char *const DEGREE[] = {"degree", "degrees", "feedback", "review",
	"reviews", "view", "survey", NULL};

static const char *const DECADE_BEFORE[] = {
	"low", "mid", "high", "early", "late", NULL};

static const struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

/* "1080p", "the 4k display" */
static bool is_picture(const struct tokens *t, size_t i)
{
	static const char *const LINES[] = {"144p", "240p", "360p", "480p",
		"576p", "720p", "1080p", "1440p", "2160p"};
	struct str s = at(t, i)->text;

	for (size_t k = 0; k < COUNT_OF(LINES); k++)
		if (str_is(s, LINES[k]))
			return true;
	return (at(t, i)->flags & TOKEN_SCALED) &&
	       lex_is_any(t, i + 1, MEDIA) &&
	       (str_iis(s, "4k") || str_iis(s, "8k"));
}

/* "Finish a 10K run", "the family walks the 5k": how long a race is. */
static bool is_race(const struct tokens *t, size_t i)
{
	static const char *const RUNNERS[] = {"run", "runs", "finish",
		"finishes", "race", "races", "walk", "walks", "jog", "jogs",
		"complete", "completes", "ride", "rides", "parkrun", NULL};
	struct str s = at(t, i)->text;

	if (!i || !str_iends(s, "k") ||
		!(lex_is(t, i - 1, "a") || lex_is(t, i - 1, "the")))
		return false;
	if (lex_is_any(t, i + 1, RACES))
		return true;
	if (!str_iis(s, "5k") && !str_iis(s, "10k"))
		return false;
	for (size_t k = 0; k < i; k++)
		if (lex_is_any(t, k, RUNNERS))
			return !lex_is_plural(at(t, i + 1)->text);
	return false;
}

/* "CAC < LTV \u00d7 0.3", "T=1", "rule of 40": part of a formula */
static bool is_of_formula(const struct tokens *t, size_t i)
{
	if (i < 2)
		return false;
	if (lex_is(t, i - 1, "of") &&
		(lex_is(t, i - 2, "rule") || lex_is(t, i - 2, "out")))
		return true;
	if (at(t, i - 2)->kind != TOKEN_WORD)
		return false;
	return str_is(at(t, i - 1)->text, "\u00d7") ||
	       (str_is(at(t, i - 1)->text, "=") && at(t, i - 2)->text.n == 1 &&
		       at(t, i - 2)->end == at(t, i - 1)->at);
}

/* "PHP 8": a language as well as a currency; "401k" */
static bool is_of_the_trade(const struct token *x)
{
	return (str_starts(x->text, "PHP") && !(x->flags & TOKEN_SCALED) &&
		       decimal_cmp(x->raw, (struct decimal){10, 0}) < 0) ||
	       str_iis(x->text, "401k") || str_iis(x->text, "403b");
}

static bool is_glued(const struct tokens *t, size_t i)
{
	return at(t, i)->at + at(t, i)->text.n == at(t, i + 1)->at;
}

/* A letter alone in its parentheses from token i on, and no unit: "(k)" */
static bool is_letter(const struct tokens *t, size_t i)
{
	struct str s = at(t, i + 1)->text;

	return at(t, i)->kind == TOKEN_OPEN && s.n == 1 && s.p[0] >= 'a' &&
	       s.p[0] <= 'z' && !strchr("mhsdgtl", s.p[0]) &&
	       at(t, i + 2)->kind == TOKEN_CLOSE;
}

/* "401(k)", both numbers of "501(c)(3)": a place in the law. */
static bool is_of_the_law(const struct tokens *t, size_t i)
{
	if (is_glued(t, i) && is_letter(t, i + 1))
		return true;
	return i > 4 && at(t, i + 1)->kind == TOKEN_CLOSE &&
	       at(t, i - 1)->kind == TOKEN_OPEN && is_glued(t, i - 2) &&
	       is_letter(t, i - 4) && is_glued(t, i - 5) && at(t, i - 5)->q;
}

/* "the 1950-1975 land register": the years of a thing. */
static bool is_of_years(const struct tokens *t, size_t i)
{
	static const char *const ARTICLES[] = {"the", "our", "its", "their",
		"this", "die", "der", "das", "les", "la", "le", "los", "las",
		"el", "het", "de", "il", "gli", "du", "des", "del", NULL};
	enum { FIRST = 1500, LAST = 2100, LONGEST = 200 };
	const struct token *x = at(t, i);

	return i > 0 && x->flags & TOKEN_RANGE && x->bounds && !*x->q->unit &&
	       !x->bounds[0].scale && !x->bounds[1].scale &&
	       x->bounds[0].coef >= FIRST && x->bounds[1].coef <= LAST &&
	       x->bounds[1].coef - x->bounds[0].coef <= LONGEST &&
	       str_find_char(x->text, ',') == STR_NONE &&
	       str_find_char(x->text, '.') == STR_NONE &&
	       lex_is_any(t, i - 1, ARTICLES) &&
	       at(t, i + 1)->kind == TOKEN_WORD;
}

/* "the low 20s", "2026-2030", "2\u00b0 trimestre" */
static bool is_of_time(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	if (i > 0 && !strcmp(x->q->unit, "s") &&
		lex_is_any(t, i - 1, DECADE_BEFORE))
		return true;
	if (!strcmp(x->q->unit, "\u00b0") && lex_is_when(t, i))
		return true;
	if (lex_is_slashed_date(t, i))
		return true;
	return (x->flags & TOKEN_RANGE) && (x->flags & TOKEN_YEAR) &&
	       !*x->q->unit && at(t, i + 1)->kind == TOKEN_WORD &&
	       !lex_is_plural(at(t, i + 1)->text);
}

/* "360 feedback", "360\u00b0 tours of the flats" */
static bool is_all_round(const struct tokens *t, size_t i)
{
	struct str s = at(t, i)->text;

	if (str_is(s, "360\u00b0") || str_is(s, "180\u00b0"))
		return at(t, i + 1)->kind == TOKEN_WORD &&
		       at(t, i + 1)->text.n > 3;
	return str_is(s, "360") && lex_is_any(t, i + 1, DEGREE);
}

bool lex_is_figure(const struct tokens *t, size_t i)
{
	return is_of_formula(t, i) || is_of_time(t, i) || is_of_years(t, i) ||
	       is_of_the_trade(at(t, i)) || is_of_the_law(t, i) ||
	       is_picture(t, i) || is_race(t, i) || is_all_round(t, i);
}
