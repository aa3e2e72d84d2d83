/*
 * Columns named by a time: a goal for that day, or what was read in that week.
 */
#include "mark_p.h"
#include "vocab_p.h"

#include "attr.h"
#include "date.h"

/* "Q2", "June", "2025", "year-end": a word of time. */
static bool is_time_word(struct str w)
{
	static const char *const WORDS[] = {"year", "quarter", "month", "eoy",
		"eoq", "eom", "year-end", "quarter-end", "summer", "spring",
		"autumn", "fall", "winter", "christmas", "end", "then"};

	if (date_month_number(w))
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(w, WORDS[i]))
			return true;
	}
	return w.n > 1 && ((strchr("QqHhTt", w.p[0]) && str_is_digit(w.p[1])) ||
				  (w.n == 4 && str_is_digit(w.p[0])));
}

/* "By June", "End of Q2", "EOY", "Until 2026": a goal for that day. */
bool vocab_is_deadline(struct str name)
{
	static const char *const LEADS[] = {"by ", "end of ", "until ", "till ",
		"bis ", "at end of ", "by the end of ", "by end of ", "end "};
	struct str word;

	if (str_iis(name, "eoq") || str_iis(name, "eoy") ||
		str_iis(name, "eom") || str_iis(name, "year-end"))
		return true;
	for (size_t i = 0; i < COUNT_OF(LEADS); i++) {
		struct str rest = name;

		if (!str_iskip(&rest, LEADS[i]))
			continue;
		str_iskip(&rest, "the ");
		if (str_take_until(&rest, ' ', &word) && is_time_word(word))
			return true;
	}
	return false;
}

/* "June", "Q2", "FY27", "EOY": a time by itself. */
static bool is_time_name(struct str w)
{
	static const char *const VAGUE[] = {
		"year", "quarter", "month", "end", "then", "eom"};

	for (size_t i = 0; i < COUNT_OF(VAGUE); i++) {
		if (str_iis(w, VAGUE[i]))
			return false;
	}
	return (w.n > 2 && str_istarts(w, "fy") && str_is_digit(w.p[2])) ||
	       (!str_is_digit(w.p[0]) && is_time_word(w));
}

/* "31", "2026": of a day. */
static bool is_day_number(struct str w)
{
	long n;

	return str_take_number(&w, 9999, &n) && n > 0 &&
	       (n < 32 || (n > 1900 && n < 2200)) &&
	       (!w.n || str_iis(w, "st") || str_iis(w, "nd") ||
		       str_iis(w, "rd") || str_iis(w, "th"));
}

bool vocab_is_day(struct str s)
{
	static const char *const SMALL[] = {"by", "of", "the", "end", "until",
		"till", "before", "early", "mid", "late", "year", "quarter",
		"month", "in", "on", "de", "bis", "ende", "fin", "fim"};
	struct date day;
	bool named = false;

	s = str_trim(s);
	if (date_parse(s, &day))
		return true;
	while (s.n) {
		struct str w = {s.p, 0};
		bool known;

		if (strchr(" ,/.-'", s.p[0])) {
			s = str_sub(s, 1, s.n);
			continue;
		}
		while (w.n < s.n && !strchr(" ,/.-'", s.p[w.n]))
			w.n++;
		s = str_sub(s, w.n, s.n);
		known = is_time_name(w);
		named = named || known;
		known = known || is_day_number(w);
		for (size_t i = 0; i < COUNT_OF(SMALL) && !known; i++)
			known = str_iis(w, SMALL[i]);
		if (!known)
			return false;
	}
	return named;
}

/* "W3", "Week 3", "KW 31", "Sem. 2": a week by its number. */
static bool is_week_number(struct str name)
{
	static const char *const WORDS[] = {"week", "weeks", "wk", "w", "kw",
		"woche", "semaine", "sem", "sem.", "semana", "settimana", "s",
		"t\u1ea7n", "tu\u1ea7n", "tydzie\u0144", "minggu",
		"\u043d\u0435\u0434\u0435\u043b\u044f",
		"\u041d\u0435\u0434\u0435\u043b\u044f", "hafta", "month",
		"mois", "mes", "m\u00eas", "monat", "check-in", "checkin",
		"\u7b2c"};
	long n;

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = name;

		if (!str_iskip(&rest, WORDS[i]))
			continue;
		str_skip_space(&rest);
		str_skip_char(&rest, '#');
		if (str_take_number(&rest, 53, &n) &&
			(!rest.n || str_is(rest, "\u5468") ||
				str_is(rest, "\u9031") ||
				str_is(rest, "\uc8fc\ucc28")))
			return true;
	}
	return false;
}

/* "2024", "2024/25", "2024-25", "'24/25" */
static bool is_years(struct str s)
{
	size_t digits = 0;

	str_skip_char(&s, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_digit(s.p[i]) && !strchr("/-' ", s.p[i]))
			return false;
		digits += str_is_digit(s.p[i]);
	}
	return (digits == 4 || digits == 6 || digits == 8) && s.n <= 9 &&
	       (str_starts(s, "20") || str_starts(s, "19") || digits < 5);
}

/* "31.3.", "30/06", "31.12.2024" */
static bool is_numbered_day(struct str s)
{
	long day, month;
	char sign;

	if (!str_take_number(&s, 31, &day) || !day || !s.n)
		return false;
	sign = s.p[0];
	if ((sign != '.' && sign != '/') || !str_skip_char(&s, sign) ||
		!str_take_number(&s, 12, &month) || !month)
		return false;
	if (!s.n)
		return sign == '/';
	return str_skip_char(&s, sign) &&
	       (!s.n || (str_take_number(&s, 2199, &day) && !s.n));
}

/* "1Q25", "2H", "S1", "K3 2025": parts of a year as others write them. */
static bool is_part_of_year(struct str s)
{
	size_t at = s.n && str_is_digit(s.p[0]);

	if (s.n < 2 || !strchr("QqHhSsTtKk", s.p[at]) ||
		!str_is_digit(s.p[1 - at]))
		return false;
	for (size_t i = 2; i < s.n; i++) {
		if (!str_is_digit(s.p[i]) && !strchr("/-' ", s.p[i]))
			return false;
	}
	return true;
}

bool vocab_is_period(struct str s)
{
	static const char *const COUNTED[] = {"day ", "tag ", "jour ",
		"d\u00eda ", "dia ", "dag ", "giorno ", "dzie\u0144 ",
		"\u0434\u0435\u043d\u044c "};
	static const char *const YEARS[] = {
		"\u5e74", "\u5e74\u5ea6", "\ub144", " \u0433\u043e\u0434"};
	bool digits;
	long n;

	s = vocab_bare(s);
	if (!s.n)
		return false;
	digits = str_has_digit(s);
	for (size_t i = 0; digits && i < COUNT_OF(COUNTED); i++) {
		struct str rest = s;

		if (str_iskip(&rest, COUNTED[i]) &&
			str_take_number(&rest, 999, &n) && !rest.n)
			return true;
	}
	for (size_t i = 0; i < COUNT_OF(YEARS); i++) {
		if (str_ends(s, YEARS[i]))
			s.n -= strlen(YEARS[i]);
	}
	return (digits && (is_years(s) || is_week_number(s) ||
				  is_part_of_year(s) || is_numbered_day(s))) ||
	       vocab_is_day(s);
}

struct str vocab_besides_time(struct str name)
{
	enum { LONGEST = 30 };

	for (size_t i = 1; i + 1 < name.n && name.n <= LONGEST; i++) {
		struct str left = str_sub(name, 0, i);
		struct str right = str_sub(name, i + 1, name.n);

		if (name.p[i] != ' ')
			continue;
		if (vocab_is_period(left))
			return str_trim(right);
		if (vocab_is_period(right))
			return str_trim(left);
	}
	return name;
}

/* "7\u6708", "7\uc6d4", "3\uc8fc\ucc28" */
static bool is_counted_time(struct str name)
{
	long n;

	return str_take_number(&name, 53, &n) &&
	       (str_is(name, "\u6708") || str_is(name, "\uc6d4") ||
		       str_is(name, "\uc8fc\ucc28"));
}

bool vocab_is_week(struct str name)
{
	struct str word, rest = vocab_bare(name);
	struct date d;

	if (is_week_number(rest) || is_counted_time(rest))
		return true;
	if (rest.n == 10 && date_parse(rest, &d))
		return true;
	if (!str_take_until(&rest, ' ', &word))
		return false;
	while (word.n && strchr(".,", word.p[word.n - 1]))
		word.n--;
	if (!date_month_number(word))
		return false;
	for (size_t i = 0; i < rest.n; i++) /* "Jul 25", "July 2025" */
		if (!str_is_digit(rest.p[i]) && !strchr("' ", rest.p[i]))
			return false;
	return true;
}
