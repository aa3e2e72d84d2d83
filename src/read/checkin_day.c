/*
 * Days as people write them in a comment.  What lies behind the comment's own
 * day is a plan, and what could be two days is none.
 */
#include "checkin_walk_p.h"

static const struct {
	const char *name;
	int month;
} MONTHS[] = {
	{"januar", 1},
	{"j\u00e4nner", 1},
	{"februar", 2},
	{"m\u00e4rz", 3},
	{"mai", 5},
	{"juni", 6},
	{"juli", 7},
	{"oktober", 10},
	{"dezember", 12},
	{"janvier", 1},
	{"f\u00e9vrier", 2},
	{"mars", 3},
	{"avril", 4},
	{"juin", 6},
	{"juillet", 7},
	{"ao\u00fbt", 8},
	{"septembre", 9},
	{"octobre", 10},
	{"novembre", 11},
	{"d\u00e9cembre", 12},
	{"enero", 1},
	{"febrero", 2},
	{"marzo", 3},
	{"abril", 4},
	{"mayo", 5},
	{"junio", 6},
	{"julio", 7},
	{"agosto", 8},
	{"septiembre", 9},
	{"octubre", 10},
	{"noviembre", 11},
	{"diciembre", 12},
	{"janeiro", 1},
	{"fevereiro", 2},
	{"mar\u00e7o", 3},
	{"maio", 5},
	{"junho", 6},
	{"julho", 7},
	{"setembro", 9},
	{"outubro", 10},
	{"novembro", 11},
	{"dezembro", 12},
	{"gennaio", 1},
	{"januari", 1},
	{"febbraio", 2},
	{"februari", 2},
	{"maart", 3},
	{"aprile", 4},
	{"maggio", 5},
	{"mei", 5},
	{"giugno", 6},
	{"luglio", 7},
	{"augustus", 8},
	{"settembre", 9},
	{"ottobre", 10},
	{"dicembre", 12},
};

static bool is_letter(char c)
{
	return str_is_alpha(c) || (unsigned char)c >= 0x80;
}

int day_month(struct str word)
{
	int month = word.n > 2 ? date_month_number(word) : 0;

	for (size_t i = 0; i < COUNT_OF(MONTHS) && !month; i++)
		if (str_iis(word, MONTHS[i].name))
			month = MONTHS[i].month;
	return month;
}

static bool take_month(struct str *s, int *month)
{
	size_t n = 0;

	while (n < s->n && is_letter(s->p[n]))
		n++;
	*month = day_month(str_sub(*s, 0, n));
	if (!*month)
		return false;
	*s = str_sub(*s, n, s->n);
	str_skip_char(s, '.');
	return true;
}

/* 1 to 31, "3rd", "3." */
static bool take_number(struct str *s, long *day)
{
	static const char *const ENDS[] = {"st", "nd", "rd", "th", "er"};
	struct str rest = *s;

	if (!str_take_number(&rest, 31, day) || *day < 1)
		return false;
	for (size_t i = 0; i < COUNT_OF(ENDS); i++)
		if (str_iskip(&rest, ENDS[i]))
			break;
	if (rest.n && (str_is_alnum(rest.p[0]) || rest.p[0] == '%'))
		return false;
	*s = rest;
	return true;
}

/* ", 2025"; without a year the last one that had come by then. */
static bool take_year(
	struct str *s, struct date note, int month, long day, struct date *out)
{
	struct str rest = *s;
	long year;

	str_skip_char(&rest, ',');
	str_skip_blank(&rest);
	str_iskip(&rest, "de ");
	if (str_take_number(&rest, 9999, &year) && year > 1999) {
		*s = rest;
	} else {
		year = note.year;
		if (date_is_valid(note.year, month, (int)day) &&
			date_cmp((struct date){note.year, month, (int)day},
				note) > 0)
			year--;
	}
	*out = (struct date){(int)year, month, (int)day};
	return date_is_valid(out->year, month, (int)day);
}

/* "12 March 2025", "March 12", "12 de marzo" */
static bool take_words(struct str *s, struct date note, struct date *out)
{
	struct str rest = *s;
	int month;
	long day;

	if (take_month(&rest, &month)) {
		str_skip_blank(&rest);
		if (!take_number(&rest, &day))
			return false;
	} else {
		if (!take_number(&rest, &day))
			return false;
		str_skip_char(&rest, '.');
		str_skip_blank(&rest);
		str_iskip(&rest, "of ");
		str_iskip(&rest, "de ");
		if (!take_month(&rest, &month))
			return false;
	}
	if (!take_year(&rest, note, month, day, out))
		return false;
	*s = rest;
	return true;
}

/* "12.03.2025", "12.3.", "13/03/2025"; "03/04/2025" may be either. */
static bool take_figures(struct str *s, struct date note, struct date *out)
{
	struct str rest = *s;
	long first, second, year = note.year;
	char mark;

	if (!str_take_number(&rest, 31, &first) || !rest.n)
		return false;
	mark = rest.p[0];
	if ((mark != '.' && mark != '/') || !str_skip_char(&rest, mark) ||
		!str_take_number(&rest, 31, &second) ||
		!str_skip_char(&rest, mark))
		return false;
	if (!str_take_number(&rest, 9999, &year) && mark == '/')
		return false;
	if (year < 100)
		year += 2000;
	if (mark == '/' && first <= 12 && second <= 12 && first != second)
		return false;
	if (mark == '/' && second > 12)
		*out = (struct date){(int)year, (int)first, (int)second};
	else
		*out = (struct date){(int)year, (int)second, (int)first};
	if (!date_is_valid(out->year, out->month, out->day))
		return false;
	*s = rest;
	return true;
}

static bool take_iso(struct str *s, struct date *out)
{
	enum { ISO_BYTES = 10 };

	if (s->n < ISO_BYTES || !date_parse(str_sub(*s, 0, ISO_BYTES), out) ||
		(s->n > ISO_BYTES && str_is_digit(s->p[ISO_BYTES])))
		return false;
	*s = str_sub(*s, ISO_BYTES, s->n);
	return true;
}

bool day_take(struct str *s, struct date note, struct date *day)
{
	struct str rest = *s;
	struct date d;

	if (!take_iso(&rest, &d) && !take_figures(&rest, note, &d) &&
		!take_words(&rest, note, &d))
		return false;
	if (date_cmp(d, note) > 0)
		return false;
	*s = rest;
	*day = d;
	return true;
}

bool day_find(struct str s, struct date note, struct date *day)
{
	enum { FAR = 200 };
	bool inside = false;

	for (size_t i = 0; i < s.n && i < FAR; i++) {
		struct str rest = str_sub(s, i, s.n);

		if (!inside && day_take(&rest, note, day))
			return true;
		inside = str_is_alnum(s.p[i]) || s.p[i] == '.' ||
			 s.p[i] == '-' || s.p[i] == '/';
	}
	return false;
}
