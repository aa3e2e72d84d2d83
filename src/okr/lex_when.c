/*
 * Digits that say when: years, days of a month, hours of the clock; and spans
 * of time.
 */
#include "lex_p.h"

#include "unit_p.h"
#include "words.h"

/* A span of time behind one of these says when. */
static const char *const SPAN_BEFORE[] = {"within", "in", "over", "after",
	"for", "during", "through", "throughout", "binnen", "innerhalb", "nach",
	"seit", "until", "till", "dans", "sous", "en", "em", "entro", "over",
	"the", "this", "these", "our", "those", "and", "between", NULL};

static const char *const SPAN_AFTER[] = {"ago", "old", "later", "prior",
	"before", "after", "notice", "earlier", "overdue", "late", "behind",
	"past", "of-age", "long", NULL};

static const char *const MONTHS_MORE[] = {"januar", "februar", "m\u00e4rz",
	"mai", "juni", "juli", "oktober", "dezember", "janvier", "f\u00e9vrier",
	"mars", "avril", "juin", "juillet", "ao\u00fbt", "septembre", "octobre",
	"novembre", "d\u00e9cembre", "enero", "febrero", "marzo", "abril",
	"mayo", "junio", "julio", "agosto", "septiembre", "octubre",
	"noviembre", "diciembre", "okt", "dez", NULL};

/* A count directly behind one of these is a number, year-like or not. */
static const char *const COUNT_BEFORE[] = {"reach", "hire", "sign", "sell",
	"recruit", "train", "acquire", "than", "least", "of", NULL};

static const char *const YEAR_BEFORE[] = {"in", "by", "since", "during",
	"until", "till", "vs", "vs.", "end", "year", "early", "mid", "late",
	"fy", "calendar", "fiscal", "for", "through", "before", "after",
	"summer", "spring", "autumn", "fall", "winter", "bis", "en", "im",
	NULL};

static struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

static bool is_month(const struct tokens *t, size_t i)
{
	struct str w = at(t, i)->text;

	if (at(t, i)->kind != TOKEN_WORD)
		return false;
	/* "may" and "mar" are words, "May" and "Mar" are months. */
	if (date_month_number(w))
		return w.p[0] >= 'A' && w.p[0] <= 'Z';
	return lex_is_any(t, i, MONTHS_MORE);
}

static bool is_period_word(struct str w)
{
	return (w.n >= 2 &&
		       (str_lower(w.p[0]) == 'q' || str_lower(w.p[0]) == 'h') &&
		       str_is_digit(w.p[1])) ||
	       str_istarts(w, "fy") || str_istarts(w, "cy");
}

/* "1993 deals", "Migrate 2000 machines", but not "2024 results". */
static bool counts_next(const struct tokens *t, size_t i)
{
	static const char *const OF_YEARS[] = {"goals", "results", "okrs",
		"objectives", "plans", "targets", "levels", "numbers",
		"figures", "sales", "revenues", "budgets", "earnings",
		"priorities", "commitments", "values", "averages", "costs",
		"prices", "rates", "emissions", "elections", "olympics",
		"models", "rules", "standards", "accounts", "statements",
		"books", "taxes", "operations", "editions", "catalogues", "key",
		"totals", "scores", "reports", "ones", NULL};

	return at(t, i + 1)->kind == TOKEN_WORD &&
	       lex_is_plural(at(t, i + 1)->text) &&
	       !lex_is_any(t, i + 1, OF_YEARS) &&
	       (i == 0 || (t->v[i - 1].kind == TOKEN_WORD &&
				  verb_sense(t->v[i - 1].text, false)));
}

/* A number of 1990 to 2049 that does not clearly count something. */
static bool is_year(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	if (!(x->flags & TOKEN_YEAR) || !(x->flags & TOKEN_NUMBER) ||
		(x->flags & (TOKEN_RANGE | TOKEN_SIGNED)))
		return false;
	if (i > 0 && lex_is_any(t, i - 1, YEAR_BEFORE))
		return true;
	if (x->q->value.coef == 2000)
		return false;
	if (i > 0 && lex_is_any(t, i - 1, COUNT_BEFORE) &&
		at(t, i + 1)->kind == TOKEN_WORD)
		return false;
	if (counts_next(t, i))
		return false;
	/* "from 1,800 to 2020": judged with its partner. */
	for (size_t k = i > 8 ? i - 8 : 0; k < i; k++)
		if (t->v[k].kind == TOKEN_QUANTITY &&
			(lex_is(t, i - 1, "to") ||
				at(t, i - 1)->kind == TOKEN_ARROW) &&
			t->v[k].q->has_value && !*t->v[k].q->unit &&
			!(t->v[k].flags & TOKEN_YEAR) &&
			decimal_cmp(
				t->v[k].q->value, (struct decimal){500, 0}) > 0)
			return false;
	return true;
}

static bool is_clock(const struct tokens *t, size_t i)
{
	static const char *const CLOCK[] = {
		"am", "pm", "a.m", "p.m", "o'clock", "uhr", NULL};

	/* "18 PM roles": roles of PMs */
	return lex_is_any(t, i + 1, CLOCK) && at(t, i)->q->value.coef <= 24 &&
	       !(at(t, i + 2)->kind == TOKEN_WORD &&
		       lex_is_plural(at(t, i + 2)->text));
}

/* "by 12/31", "due 6/30" */
bool lex_is_slashed_date(const struct tokens *t, size_t i)
{
	static const char *const BEFORE[] = {"by", "on", "before", "until",
		"till", "due", "from", "since", "deadline", NULL};
	const struct token *x = at(t, i);
	struct str of = str_of(x->q->unit);
	long day;

	return i > 0 && str_skip_char(&of, '/') &&
	       str_take_number(&of, 31, &day) && !of.n &&
	       x->q->value.scale == 0 && x->q->value.coef <= 12 &&
	       lex_is_any(t, i - 1, BEFORE) &&
	       !(lex_is(t, i - 1, "from") && (day == 5 || day == 10));
}

bool lex_is_time(const struct token *x)
{
	const struct unit *u = unit_find(str_of(x->q->unit));

	return u && (u->family == UNIT_TIME || u->family == UNIT_MONTHS);
}

bool lex_is_span(const struct tokens *t, size_t i)
{
	if (!lex_is_time(at(t, i)))
		return false;
	return (i > 0 && lex_is_any(t, i - 1, SPAN_BEFORE)) ||
	       east_is_span(t, i) || lex_is_any(t, i + 1, SPAN_AFTER);
}

bool lex_is_when(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	if (i > 0 && is_period_word(at(t, i - 1)->text) &&
		at(t, i - 1)->kind == TOKEN_WORD &&
		(x->flags & TOKEN_YEAR || x->q->value.coef < 100))
		return x->flags & TOKEN_YEAR;
	if (x->q->value.scale == 0 && x->q->value.coef <= 31 &&
		((i > 0 && is_month(t, i - 1)) || is_month(t, i + 1)))
		return true;
	return is_year(t, i) || is_clock(t, i);
}
