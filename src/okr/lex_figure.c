/*
 * Figures of speech: digits that belong to a fixed expression, a formula, a
 * race, a picture or a span of years, and are no amount of anything.
 */
#include "lex_p.h"

#include "attr.h"

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

bool lex_is_figure(const struct tokens *t, size_t i)
{
	return is_of_formula(t, i) || is_of_time(t, i) ||
	       is_of_the_trade(at(t, i)) || is_picture(t, i) || is_race(t, i) ||
	       (lex_is_any(t, i + 1, DEGREE) && str_is(at(t, i)->text, "360"));
}
