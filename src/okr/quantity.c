/*
 * Quantities in cells and at the beginning of a text.  A cell is one only
 * when it begins with a number, or holds exactly one behind a word or two;
 * all else is text.
 */
#include "quantity.h"

#include "glyph_p.h"
#include "lex_p.h"
#include "number_p.h"
#include "plain.h"
#include "unit_p.h"
#include "phrase_p.h"

enum { CELL_TOKENS = 64 };

static const char *const NOTHING[] = {"n/a", "na", "n.a.", "n.a", "n/k", "tbd",
	"tbc", "tba", "t.b.d.", "tbd.", "none", "(none)", "null", "nil", "?",
	"??", "???", "-", "--", "---", "\u2013", "\u2014", "\u2212", "_", "__",
	"___", "...", "\u2026", "unknown", "not available", "not applicable",
	"not measured", "not measured yet", "not yet measured", "not set",
	"not tracked", "no data", "no data yet", "no baseline", "missing",
	"to be defined", "to be determined", "to be decided", "to be confirmed",
	"x", "xx", "x%", "xx%", "tbd%", "k.a.", "k. a.", "keine angabe",
	"offen", "unbekannt", "s/o", "n.c.", "n.v.t.", "inconnu", "por definir",
	"\u00e0 d\u00e9finir", ".", "/", "\\", "*"};

static bool says_nothing(struct str s)
{
	for (size_t i = 0; i < COUNT_OF(NOTHING); i++)
		if (str_iis(s, NOTHING[i]))
			return true;
	return s.n == 0;
}

const char *comparator_name(enum comparator c)
{
	static const char *const NAMES[] = {
		[CMP_NONE] = NULL,
		[CMP_LT] = "<",
		[CMP_LE] = "<=",
		[CMP_GT] = ">",
		[CMP_GE] = ">=",
		[CMP_BY] = "by",
	};

	return (size_t)c < COUNT_OF(NAMES) ? NAMES[c] : NULL;
}

/* "once a week", "twice", "Single region". */
static const struct {
	const char *word;
	int value;
	const char *unit;
} TIMES[] = {
	{"once", 1, "x"},
	{"twice", 2, "x"},
	{"thrice", 3, "x"},
	{"single", 1, NULL},
	{"both", 0, NULL},
};

static struct quantity *read_times(struct arena *a, const struct tokens *t)
{
	struct quantity *q;

	for (size_t i = 0; i < COUNT_OF(TIMES); i++) {
		struct str noun = t->n > 1 ? t->v[1].text : STR("");

		if (!lex_is(t, 0, TIMES[i].word) || !TIMES[i].value)
			continue;
		q = ARENA_NEW(a, struct quantity);
		q->has_value = true;
		q->value = (struct decimal){TIMES[i].value, 0};
		q->unit = TIMES[i].unit ? TIMES[i].unit : "";
		if (!TIMES[i].unit && t->n == 2)
			q->unit = arena_text(a, noun);
		else if (!TIMES[i].unit)
			return NULL;
		if (t->n == 3 && TIMES[i].unit &&
			(lex_is(t, 1, "a") || lex_is(t, 1, "per") ||
				lex_is(t, 1, "every")) &&
			unit_is_span(t->v[2].text))
			q->unit = arena_printf(
				a, "x/%.*s", STR_ARG(t->v[2].text));
		else if (TIMES[i].unit && t->n > 1)
			return NULL;
		return q;
	}
	return NULL;
}

/* What follows the number may turn its meaning round. */
static bool is_turned(const struct tokens *t, size_t i)
{
	static const char *const WORDS[] = {"behind", "late", "overdue",
		"ahead", "delayed", "delay", "left", "remaining", "to", "more",
		"missing", "short", "until", "before", "over", "under", "above",
		"below", "increase", "decrease", "higher", "lower", "growth",
		"reduction", "improvement", NULL};

	while (i < t->n && t->v[i].kind == TOKEN_WORD &&
		t->v[i].at < t->v[0].at)
		i++;
	return lex_is_any(t, i, WORDS);
}

/* Words and signs that may stand before the number of a cell. */
static size_t skip_lead(const struct tokens *t, enum comparator *c)
{
	size_t i = 0, n;

	*c = CMP_NONE;
	while (i < t->n) {
		n = phrase_comparator(t, i, c);
		if (n) {
			i += n;
			continue;
		}
		if (t->v[i].kind != TOKEN_SOFT && t->v[i].kind != TOKEN_COLON &&
			!phrase_is_soft(t, i))
			break;
		i++;
	}
	return i;
}

static size_t count_quantities(const struct tokens *t, size_t *first)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].kind == TOKEN_QUANTITY && t->v[i].depth == 0) {
			if (!n++)
				*first = i;
		}
	return n;
}

static const struct token *next_behind(const struct tokens *t, size_t i)
{
	size_t k = i + 1;

	while (k < t->n && t->v[k].at < t->v[i].end)
		k++;
	return &t->v[k < t->n ? k : t->n];
}

/* The quantity of a cell, or NULL. */
static const struct token *find_in_cell(
	const struct tokens *t, enum comparator *c)
{
	size_t i = skip_lead(t, c), only = 0;
	const struct token *next;

	if (i >= t->n || t->v[i].kind != TOKEN_QUANTITY) {
		if (count_quantities(t, &only) != 1 || only > 3 ||
			(t->v[only].flags & (TOKEN_HYPHEN | TOKEN_SPAN)))
			return NULL;
		*c = CMP_NONE;
		i = only;
		for (size_t k = 0; k < only; k++)
			phrase_comparator(t, k, c);
	}
	if (t->v[i].flags & TOKEN_HYPHEN)
		return NULL;
	next = next_behind(t, i);
	if (next->kind == TOKEN_WORD && is_turned(t, (size_t)(next - t->v)))
		return NULL;
	/* "45%/50%", "3 or 4", "1, 2": more than one value. */
	if (next->kind == TOKEN_OTHER ||
		(str_iis(next->text, "or") &&
			!phrase_comparator_after(t, &t->v[i])))
		return NULL;
	return &t->v[i];
}

/* "5037", as most cells are: a whole number that is no year, or NULL. */
static const struct quantity *read_digits(struct arena *a, struct str s)
{
	enum { MOST = 999999999, FIRST_YEAR = 1900, LAST_YEAR = 2100 };
	struct quantity *q;
	struct str rest = s;
	long n;

	if ((s.n > 1 && s.p[0] == '0') || !str_take_number(&rest, MOST, &n) ||
		rest.n || (n >= FIRST_YEAR && n <= LAST_YEAR))
		return NULL;
	q = ARENA_NEW(a, struct quantity);
	q->has_value = true;
	q->value = (struct decimal){n, 0};
	q->unit = "";
	q->text = arena_text(a, s);
	return q;
}

const struct quantity *quantity_read(struct arena *a, struct str s)
{
	const struct quantity *digits = read_digits(a, s);
	struct str text;
	struct tokens t;
	const struct token *found;
	struct quantity *q = NULL;
	enum comparator c = CMP_NONE, after;

	if (digits)
		return digits;
	text = plain_text(a, s, NULL);
	if (says_nothing(text))
		return NULL;
	lex_some(a, east_narrow(a, text), CELL_TOKENS, &t);
	found = find_in_cell(&t, &c);
	if (found) {
		q = ARENA_NEW(a, struct quantity);
		*q = *found->q;
		after = phrase_comparator_after(&t, found);
		q->comparator = c ? c : after ? after : q->comparator;
	} else {
		q = read_times(a, &t);
	}
	if (!q)
		q = ARENA_NEW(a, struct quantity);
	q->unit = q->unit ? q->unit : "";
	q->text = arena_text(a, text);
	return q;
}

const struct quantity *quantity_take(struct arena *a, struct str *s)
{
	struct str rest = str_sub(*s, glyph_blanks(*s), s->n);
	struct tokens t;
	enum comparator c;
	size_t i;

	lex_some(a, rest, 24, &t);
	i = skip_lead(&t, &c);
	if (i >= t.n || t.v[i].kind != TOKEN_QUANTITY)
		return NULL;
	if (c)
		t.v[i].q->comparator = c;
	*s = str_sub(rest, t.v[i].end, rest.n);
	return t.v[i].q;
}

bool quantity_is_like(const struct quantity *x, const struct quantity *y)
{
	return !*x->unit || !*y->unit ||
	       unit_is_like(str_of(x->unit), str_of(y->unit));
}

bool quantity_is_count(const struct quantity *q)
{
	return q->has_value && *q->unit && !unit_find(str_of(q->unit)) &&
	       !strchr(q->unit, '/') && !strchr(q->unit, ':');
}

bool quantity_in_unit(
	const struct quantity *q, const char *unit, struct decimal *out)
{
	const struct unit *from = unit_find(str_of(q->unit));
	const struct unit *to = unit_find(str_of(unit));
	int64_t coef;
	int scale;

	if (!q->has_value)
		return false;
	if (!strcmp(q->unit, unit)) {
		*out = q->value;
		return true;
	}
	if (!from || !to || from->family != to->family || !from->factor ||
		!to->factor)
		return false;
	if (__builtin_mul_overflow(q->value.coef, from->factor, &coef))
		return false;
	for (scale = q->value.scale; coef % to->factor; scale++)
		if (scale == DECIMAL_DIGITS ||
			__builtin_mul_overflow(coef, INT64_C(10), &coef))
			return false;
	return decimal_make(coef / to->factor, scale, out);
}
