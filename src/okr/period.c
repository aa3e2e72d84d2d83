/*
 * Periods as names and as days.  A label is cut into words; a year word and a
 * part word (Q1, H2), in either order or in one, make a period.
 */
#include "period.h"

#include <assert.h>

#include "buf.h"

enum { YEAR_MONTHS = 12, NAME_MAX = 64 };

struct label {
	bool fiscal;
	int year;   /* 0: not met */
	int part;   /* 1 to 4 with months 3, 1 to 2 with months 6 */
	int months; /* 12 when no part was met */
};

/* "24" is 2024. */
static int full_year(long year)
{
	return (int)(year < 100 ? 2000 + year : year);
}

static bool is_year_number(struct str digits, long n)
{
	return (digits.n == 4 && n >= 1900 && n <= 2199) || digits.n == 2;
}

static bool take_digits(struct str *s, struct str *digits, long *n)
{
	struct str before = *s;

	if (!str_take_number(s, 9999, n))
		return false;
	*digits = str_sub(before, 0, before.n - s->n);
	return true;
}

static bool skip_gap(struct str *s)
{
	size_t before = s->n;

	while (s->n && (str_is_space(s->p[0]) ||
			       (s->p[0] && strchr("-_/.,'", s->p[0]))))
		*s = str_sub(*s, 1, s->n);
	/* en dash, right single quote, no-break space */
	if (str_skip(s, "\u2013") || str_skip(s, "\u2019") ||
		str_skip(s, "\u00a0"))
		skip_gap(s);
	return s->n != before;
}

/* "quarter", "Quartal", "q": how many months it has, 0 for another word. */
static int take_span(struct str *s)
{
	static const struct {
		const char *word;
		int months;
	} WORDS[] = {{"quarter", 3}, {"quartal", 3}, {"trimestre", 3},
		{"trimester", 3}, {"kwartaal", 3}, {"qtr", 3}, {"q", 3},
		{"half", 6}, {"halbjahr", 6}, {"semestre", 6}, {"h", 6}};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iskip(s, WORDS[i].word))
			return WORDS[i].months;
	}
	/* French and Spanish quarters: a capital, and its digit at once. */
	if (s->n > 1 && s->p[0] == 'T' && s->p[1] >= '1' && s->p[1] <= '4') {
		*s = str_sub(*s, 1, s->n);
		return 3;
	}
	return 0;
}

/* Q1, Q-1, 1Q, H2, "Quarter 3", "1st half". */
static bool take_part(struct str *s, struct label *l)
{
	struct str rest = *s, digits;
	int months = take_span(&rest);
	long n;

	if (l->part || !months)
		return false;
	str_skip_blank(&rest);
	if (!take_digits(&rest, &digits, &n) || digits.n != 1 || n < 1 ||
		n > YEAR_MONTHS / months)
		return false;
	l->months = months;
	l->part = (int)n;
	*s = rest;
	return true;
}

/* 1Q24, 2H 2025, "3rd quarter", "first half". */
static bool take_part_after(struct str *s, struct label *l)
{
	static const char *const ORDINALS[][9] = {
		{"1st", "first", "1er", "premier", "primer", "erstes",
			"1\u00ba", "1.", "1"},
		{"2nd", "second", "2e", "deuxi\u00e8me", "segundo", "zweites",
			"2\u00ba", "2.", "2"},
		{"3rd", "third", "3e", "troisi\u00e8me", "tercer", "drittes",
			"3\u00ba", "3.", "3"},
		{"4th", "fourth", "4e", "quatri\u00e8me", "cuarto", "viertes",
			"4\u00ba", "4.", "4"}};
	enum { BARE = COUNT_OF(ORDINALS[0]) - 1 }; /* "1Q" has no blank */

	if (l->part)
		return false;
	for (int i = 0; i < 4; i++)
		for (int k = 0; k <= BARE; k++) {
			struct str rest = *s;
			int months;

			if (!str_iskip(&rest, ORDINALS[i][k]))
				continue;
			if (k < BARE && !str_skip_blank(&rest))
				continue;
			months = take_span(&rest);
			if (!months || i >= YEAR_MONTHS / months ||
				(rest.n && str_is_alnum(rest.p[0]) &&
					!(k == BARE &&
						str_is_digit(rest.p[0]))))
				continue;
			l->months = months;
			l->part = i + 1;
			*s = rest;
			return true;
		}
	return false;
}

static bool take_year(struct str *s, struct label *l)
{
	static const char *const FISCAL[] = {
		"fiscal year", "financial year", "fiscal", "FY"};
	static const char *const CALENDAR[] = {"calendar year", "CY"};
	struct str rest = *s, digits;
	bool fiscal = false, marked = false;
	long n;

	if (l->year)
		return false;
	for (size_t i = 0; i < COUNT_OF(FISCAL) && !marked; i++)
		fiscal = marked = str_iskip(&rest, FISCAL[i]);
	for (size_t i = 0; i < COUNT_OF(CALENDAR) && !marked; i++)
		marked = str_iskip(&rest, CALENDAR[i]);
	if (marked)
		skip_gap(&rest);
	if (!take_digits(&rest, &digits, &n) || !is_year_number(digits, n))
		return false;
	/* Two digits are a year only behind FY, CY, a part or a quote. */
	if (digits.n == 2 && !marked && !l->part)
		return false;
	/* FY24/25 and 2024/25: the year it ends in names it. */
	if (digits.n != 0 && str_starts(rest, "/")) {
		struct str end = str_sub(rest, 1, rest.n), more;
		long second;

		if (take_digits(&end, &more, &second) &&
			is_year_number(more, second) &&
			full_year(second) == full_year(n) + 1) {
			n = full_year(second);
			rest = end;
			fiscal = true;
		}
	}
	l->year = full_year(n);
	l->fiscal = l->fiscal || fiscal;
	*s = rest;
	return true;
}

/* As much of a label as stands at the beginning of s. */
static bool take_label(struct str *s, struct label *out)
{
	struct label l = {.months = YEAR_MONTHS};
	struct str rest = *s, done = *s;
	bool any = false;

	for (int i = 0; i < 2; i++) {
		if (!take_year(&rest, &l) && !take_part(&rest, &l) &&
			!take_part_after(&rest, &l))
			break;
		any = true;
		done = rest;
		skip_gap(&rest);
		if (str_iskip(&rest, "of ") || str_iskip(&rest, "de "))
			str_skip_blank(&rest);
	}
	/* "FY24Q1x" is a word of its own. */
	if (!any || (done.n && str_is_alnum(done.p[0])))
		return false;
	*s = done;
	*out = l;
	return true;
}

/* The first day of a year, and its name's numbers. */
static struct date year_start(int year, bool fiscal, int fiscal_start)
{
	if (!fiscal)
		return (struct date){year, 1, 1};
	return (struct date){
		fiscal_start == 1 ? year : year - 1, fiscal_start, 1};
}

static const char *label_name(struct arena *a, const struct label *l)
{
	char part = l->months == 3 ? 'Q' : 'H';
	/* Two digits are read as 2000 to 2099. */
	int year = l->year / 100 == 20 ? l->year % 100 : l->year;

	if (!l->part)
		return l->fiscal ? arena_printf(a, "FY%02d", year)
				 : arena_printf(a, "%d", l->year);
	if (l->fiscal)
		return arena_printf(a, "FY%02d-%c%d", year, part, l->part);
	return arena_printf(a, "%c%d %d", part, l->part, l->year);
}

static bool make_period(struct arena *a, const struct label *l,
	int fiscal_start, struct period *out)
{
	struct date start;
	int offset = l->part ? (l->part - 1) * l->months : 0;

	assert(fiscal_start >= 1 && fiscal_start <= YEAR_MONTHS);
	if (l->year < 2 || l->year > 9998)
		return false;
	start = date_add_months(
		year_start(l->year, l->fiscal, fiscal_start), offset);
	*out = (struct period){label_name(a, l), start,
		date_add(date_add_months(start, l->months), -1)};
	return true;
}

/* A label without a year is none, and a bare year only when asked for. */
bool period_parse(
	struct arena *a, struct str s, int fiscal_start, struct period *out)
{
	struct label l;

	s = str_trim(s);
	if (!str_has_digit(s) || !take_label(&s, &l) || s.n || !l.year)
		return false;
	return make_period(a, &l, fiscal_start, out);
}

/* Not inside a word or a number; letters of other alphabets are letters. */
static bool can_begin(struct str text, size_t i)
{
	char c = str_lower(text.p[i]);

	if (i > 0 && (str_is_alnum(text.p[i - 1]) || text.p[i - 1] == '.'))
		return false;
	return str_is_digit(c) || c == 'q' || c == 'h' || c == 'f' ||
	       str_is_among(c, "csptdezv");
}

bool period_find(
	struct arena *a, struct str text, int fiscal_start, struct period *out)
{
	if (!str_has_digit(text))
		return false;
	for (size_t i = 0; i < text.n; i++) {
		struct str rest = str_sub(text, i, text.n);
		struct label l;

		if (!can_begin(text, i) || !take_label(&rest, &l))
			continue;
		/* A bare year in a text may mean anything. */
		if (!l.year || (!l.part && !l.fiscal))
			continue;
		if (make_period(a, &l, fiscal_start, out))
			return true;
	}
	return false;
}

/* --- days in sentences --- */

struct day { /* parts that are not known are 0 */
	int year, month, day;
};

static bool take_iso(struct str *s, struct day *d)
{
	struct date date;

	if (!date_parse(str_sub(*s, 0, 10), &date) ||
		(s->n > 10 && str_is_alnum(s->p[10])))
		return false;
	*d = (struct day){date.year, date.month, date.day};
	*s = str_sub(*s, 10, s->n);
	return true;
}

static bool take_month(struct str *s, int *month)
{
	size_t n = 0;

	while (n < s->n && str_is_alpha(s->p[n]))
		n++;
	*month = date_month_number(str_sub(*s, 0, n));
	if (!*month)
		return false;
	*s = str_sub(*s, n, s->n);
	str_skip_char(s, '.');
	return true;
}

static bool take_day_number(struct str *s, int *day)
{
	long n;
	struct str rest = *s;

	if (!str_take_number(&rest, 31, &n) || n < 1)
		return false;
	if (!str_iskip(&rest, "st") && !str_iskip(&rest, "nd") &&
		!str_iskip(&rest, "rd") && !str_iskip(&rest, "th"))
		str_skip_char(&rest, '.');
	if (rest.n && str_is_alnum(rest.p[0]))
		return false;
	*day = (int)n;
	*s = rest;
	return true;
}

static void take_year_of_day(struct str *s, int *year)
{
	struct str rest = *s, digits;
	long n;

	str_skip_char(&rest, ',');
	str_skip_blank(&rest);
	if (!take_digits(&rest, &digits, &n) || digits.n != 4 || n < 1900 ||
		n > 2199 || (rest.n && str_is_alnum(rest.p[0])))
		return;
	*year = (int)n;
	*s = rest;
}

/* "February 1, 2020", "1 January", "Jan 1st 2025", "31 March 2025". */
static bool take_day(struct str *s, struct day *d)
{
	struct str rest = *s;

	*d = (struct day){0, 0, 0};
	if (take_iso(s, d))
		return true;
	if (take_day_number(&rest, &d->day)) {
		str_skip_blank(&rest);
		if (str_iskip(&rest, "of"))
			str_skip_blank(&rest);
		if (!take_month(&rest, &d->month))
			return false;
	} else {
		if (!take_month(&rest, &d->month))
			return false;
		str_skip_blank(&rest);
		if (!take_day_number(&rest, &d->day))
			return false;
	}
	take_year_of_day(&rest, &d->year);
	*s = rest;
	return true;
}

static bool skip_until_word(struct str *s)
{
	static const char *const WORDS[] = {"to", "until", "till", "through",
		"thru", "and", "-", "\u2013", "\u2014", "bis"};

	str_skip_space(s);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iskip(s, WORDS[i])) {
			str_skip_space(s);
			return true;
		}
	return false;
}

/* Two days with their years; one year is enough, also across new year. */
static bool settle_days(struct day from, struct day to, struct period *out)
{
	if (!from.year && !to.year)
		return false;
	if (!from.year)
		from.year = to.year - (from.month > to.month);
	if (!to.year)
		to.year = from.year + (to.month < from.month);
	if (!date_is_valid(from.year, from.month, from.day) ||
		!date_is_valid(to.year, to.month, to.day))
		return false;
	out->start = (struct date){from.year, from.month, from.day};
	out->end = (struct date){to.year, to.month, to.day};
	return date_cmp(out->start, out->end) < 0;
}

static int months_of(const struct period *p)
{
	struct date after = date_add(p->end, 1);

	if (p->start.day != 1 || after.day != 1)
		return 0;
	return (after.year - p->start.year) * YEAR_MONTHS + after.month -
	       p->start.month;
}

/* The label of a span of days that is exactly a quarter, half or year of the
 * calendar year or of the fiscal year. */
static bool label_of_days(
	const struct period *p, int fiscal_start, bool fiscal, struct label *l)
{
	int first = fiscal ? fiscal_start : 1, months = months_of(p);
	int into = (p->start.month - first + YEAR_MONTHS) % YEAR_MONTHS;

	assert(fiscal_start >= 1 && fiscal_start <= YEAR_MONTHS);
	if ((months != 3 && months != 6 && months != YEAR_MONTHS) ||
		into % months)
		return false;
	l->fiscal = fiscal;
	l->months = months;
	l->part = months == YEAR_MONTHS ? 0 : into / months + 1;
	l->year = p->start.year;
	if (fiscal && fiscal_start > 1 && p->start.month >= fiscal_start)
		l->year++;
	return true;
}

static void name_days(struct arena *a, struct period *p, int fiscal_start)
{
	struct label l = {.months = 0};
	struct buf b;

	if ((fiscal_start != 1 && label_of_days(p, fiscal_start, true, &l)) ||
		label_of_days(p, fiscal_start, false, &l)) {
		p->name = label_name(a, &l);
		return;
	}
	buf_init(&b, NAME_MAX);
	date_print(&b, p->start);
	buf_adds(&b, " to ");
	date_print(&b, p->end);
	p->name = arena_text(a, buf_str(&b));
	buf_release(&b);
}

bool period_find_days(
	struct arena *a, struct str text, int fiscal_start, struct period *out)
{
	assert(fiscal_start >= 1 && fiscal_start <= YEAR_MONTHS);
	for (size_t i = 0; i < text.n; i++) {
		struct str rest = str_sub(text, i, text.n);
		struct day from, to;

		if (!str_is_alnum(text.p[i]) ||
			(i > 0 && str_is_alnum(text.p[i - 1])))
			continue;
		if (take_day(&rest, &from) && skip_until_word(&rest) &&
			take_day(&rest, &to) && settle_days(from, to, out)) {
			name_days(a, out, fiscal_start);
			return true;
		}
	}
	return false;
}

struct period period_of_day(
	struct arena *a, struct date day, int fiscal_start, bool fiscal)
{
	int first = fiscal ? fiscal_start : 1;
	int into = (day.month - first + YEAR_MONTHS) % YEAR_MONTHS;
	struct label l = {.fiscal = fiscal,
		.months = 3,
		.part = into / 3 + 1,
		.year = day.year};
	struct period p = {.name = ""};

	assert(date_is_set(day));
	if (fiscal && fiscal_start > 1 && day.month >= fiscal_start)
		l.year++;
	if (!make_period(a, &l, fiscal_start, &p))
		p = (struct period){"", day, day};
	return p;
}

bool period_step(struct arena *a, const struct period *p, int steps,
	int fiscal_start, struct period *out)
{
	struct label l;
	struct str name = str_of(p->name);
	long parts, n;

	assert(fiscal_start >= 1 && fiscal_start <= YEAR_MONTHS);
	if (!take_label(&name, &l) || name.n || !l.year)
		return false;
	parts = YEAR_MONTHS / l.months;
	if (steps > 40000 || steps < -40000)
		return false;
	n = (long)l.year * parts + (l.part ? l.part - 1 : 0) + steps;
	if (n < 0)
		return false;
	l.year = (int)(n / parts);
	if (l.part)
		l.part = (int)(n % parts) + 1;
	return make_period(a, &l, fiscal_start, out);
}

long period_days(const struct period *p)
{
	assert(!date_is_set(p->start) || date_cmp(p->start, p->end) <= 0);
	return date_is_set(p->start) ? date_diff(p->start, p->end) + 1 : 0;
}

long period_days_gone(const struct period *p, struct date today)
{
	long gone, all = period_days(p);

	if (!all || !date_is_set(today))
		return 0;
	gone = date_diff(p->start, today) + 1;
	return gone < 0 ? 0 : gone > all ? all : gone;
}

int period_week(const struct period *p, struct date today)
{
	long gone = period_days_gone(p, today);
	int week = (int)(gone ? (gone - 1) / 7 + 1 : 0), all = period_weeks(p);

	return week < all ? week : all;
}

int period_weeks(const struct period *p)
{
	long days = period_days(p);

	return (int)(days && days < 7 ? 1 : (days + 3) / 7);
}

const char *period_slug(struct arena *a, const struct period *p)
{
	struct label l;
	struct str name = str_of(p->name);
	struct buf b;
	const char *slug;

	if (take_label(&name, &l) && !name.n && l.part && !l.fiscal && l.year)
		return arena_printf(a, "%d-%c%d", l.year,
			l.months == 3 ? 'q' : 'h', l.part);
	name = str_of(p->name);
	buf_init(&b, NAME_MAX);
	for (size_t i = 0; i < name.n; i++) {
		if (str_is_alnum(name.p[i]))
			buf_addc(&b, str_lower(name.p[i]));
		else if (b.n && b.p[b.n - 1] != '-')
			buf_addc(&b, '-');
	}
	while (b.n && b.p[b.n - 1] == '-')
		buf_cut(&b, b.n - 1);
	slug = b.n ? arena_text(a, buf_str(&b)) : "period";
	buf_release(&b);
	return slug;
}

int period_cmp(const struct period *a, const struct period *b)
{
	int c = date_cmp(a->start, b->start);

	return c ? c : strcmp(a->name, b->name);
}
