/*
 * Values over months in one sentence: "Spend: January $198k, February $191k",
 * "from 240 in March to 260 in April".  Each is a reading of its month.
 */
#include "checkin_walk_p.h"

enum { MOST_PAIRS = 12, NEAR_BY = 3 };

struct pair {
	size_t number; /* its token */
	int month;
};

struct series {
	const struct tokens *t;
	size_t from, to;
	struct pair v[MOST_PAIRS];
	size_t n;
};

static int month_at(const struct series *s, size_t i)
{
	const struct token *t = &s->t->v[i];

	if (i < s->from || i >= s->to)
		return 0;
	if (str_is(t->text, "May"))
		return 5;
	if (str_iis(t->text, "in january")) /* which is over */
		return 1;
	/* "12 March" is a day */
	if (!kind_is(t->kind, 1 << TOKEN_TIME | 1 << TOKEN_WORD))
		return 0;
	return t->text.n > 2 ? day_month(t->text) : 0;
}

/* The month beside the number at i: in front of it, or behind. */
static int month_of(const struct series *s, size_t i, bool front)
{
	enum {
		FRONT = 1 << TOKEN_COLON | 1 << TOKEN_AT | 1 << TOKEN_NEAR |
			1 << TOKEN_OPEN | 1 << TOKEN_TOTAL,
		BEHIND = 1 << TOKEN_INTO | 1 << TOKEN_OPEN | 1 << TOKEN_NEAR
	};
	int month = 0;

	for (size_t k = 1; k <= NEAR_BY && !month; k++) {
		size_t at = front ? i - k : i + k;

		if (front && i < s->from + k)
			return 0;
		month = month_at(s, at);
		if (!month &&
			!kind_is(s->t->v[at].kind, front ? FRONT : BEHIND))
			return 0;
	}
	return month;
}

/* The month of a mention such as "Uptime in April" */
static int month_named(const struct series *s)
{
	struct str name, word;
	int month = 0;

	if (!s->from || s->t->v[s->from - 1].kind != TOKEN_KR)
		return 0;
	name = s->t->v[s->from - 1].text;
	while (!month && str_take_until(&name, ' ', &word))
		month = word.n > 2 ? day_month(word) : 0;
	return month;
}

static bool is_later(int before, int month)
{
	return month > before || (before > 9 && month < 4);
}

/* Is a time to come told of the number: "forecast", "expected"? */
static bool is_planned(const struct series *s, size_t i)
{
	enum { ASIDES = 1 << TOKEN_PLAN | 1 << TOKEN_GOAL };

	for (size_t k = i; k > s->from && k + NEAR_BY > i; k--)
		if (kind_is(s->t->v[k - 1].kind, ASIDES) && !month_at(s, k - 1))
			return true;
	for (size_t k = i + 1; k < s->to && k <= i + NEAR_BY; k++) {
		if (kind_is(s->t->v[k].kind, ASIDES) && !month_at(s, k))
			return true;
		if (s->t->v[k].kind == TOKEN_COMMA)
			break;
	}
	return false;
}

/* Finds the pairs; false where it is no series. */
static bool find(struct series *s)
{
	bool front = false, known = false;

	for (size_t i = s->from; i < s->to && !known; i++) {
		known = s->t->v[i].kind == TOKEN_NUMBER;
		front |= !known && month_at(s, i) > 0;
	}
	front |= month_named(s) > 0;
	for (size_t i = s->from; i < s->to; i++) {
		int month;

		if (s->t->v[i].kind != TOKEN_NUMBER)
			continue;
		month = month_of(s, i, front);
		if (!month && !s->n)
			month = month_named(s);
		if (!month || is_planned(s, i))
			continue;
		if (s->n == MOST_PAIRS ||
			(s->n && !is_later(s->v[s->n - 1].month, month)))
			return false;
		s->v[s->n++] = (struct pair){i, month};
	}
	return s->n > 1;
}

/* The last day of the month, or the note's own in its month. */
static struct date day_of(const struct walk *w, int month)
{
	struct date note = w->note->day;
	struct date day = {note.year - (month > note.month), month, 31};

	if (month == note.month)
		return note;
	while (!date_is_valid(day.year, day.month, day.day))
		day.day--;
	return day;
}

bool walk_series(struct walk *w, struct key_result *kr, const struct tokens *t,
	size_t from, size_t to)
{
	struct series s = {.t = t, .from = from, .to = to};
	struct say say = {.a = w->a,
		.kr = kr,
		.names = &walk_memo(w, kr)->names,
		.t = t,
		.from = from,
		.to = to,
		.named = true};
	struct date line = w->line_date;

	if (!find(&s))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!fit_value(&say, t->v[s.v[i].number].q))
			return false;
	for (size_t i = 0; i < s.n; i++) {
		const struct token *number = &t->v[s.v[i].number];
		struct said said = {.value = fit_unit(&say, number->q),
			.result = {.text = ""}};

		w->line_date = day_of(w, s.v[i].month);
		walk_report(w, kr, &said, number->text, true);
	}
	w->line_date = line;
	return true;
}
