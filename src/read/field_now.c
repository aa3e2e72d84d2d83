/*
 * A value where words could stand: "Status: 260 members", "Status: 22% (3 Feb)"
 * and "now 4 of 6" tell where a key result stands.
 */
#include "field_p.h"

#include "attr.h"
#include "checkin_token_p.h"
#include "decimal.h"
#include "keyresult.h"
#include "noted_p.h"
#include "now_p.h"
#include "result.h"
#include "words.h"

const struct quantity *field_aim(struct reader *r, const struct key_result *kr)
{
	struct sentence said;

	if (kr->target)
		return kr->target;
	if (!r->aim.of || strcmp(r->aim.of, kr->text) != 0) {
		sentence_read(r->a, str_of(kr->text), &said);
		r->aim.of = kr->text;
		r->aim.q = said.target ? said.target : said.baseline;
	}
	return r->aim.q;
}

/* "now at 260", "currently: 260", "at 260" */
static bool skip_now(struct str *s)
{
	struct str rest = *s;

	if (vocab_skip_now(s))
		return true;
	if (!str_iskip(&rest, "at ") && !str_iskip(&rest, "at:"))
		return false;
	*s = str_trim(rest);
	return true;
}

bool field_drop_till_now(struct str *s)
{
	static const char *const WORDS[] = {"so far", "to date", "as of now",
		"until now", "till now", "today", "heute", "hoy", "hoje",
		"aujourd'hui", "as of today", "at the moment", "right now",
		"bisher", "bislang", "jusqu'ici", "hasta ahora",
		"hasta la fecha", "at\u00e9 agora", "\u00e0 ce jour",
		"\u00e0 date", "hasta hoy", "at\u00e9 hoje", "finora",
		"ad oggi", "tot nu toe", "hittills", "hidtil", "hittil"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (!str_iends(*s, WORDS[i]))
			continue;
		*s = str_trim(str_sub(*s, 0, s->n - strlen(WORDS[i])));
		return true;
	}
	return false;
}

/* "3 Feb", "February 3rd" */
static bool is_month_day(struct str s)
{
	static const char *const ENDS[] = {"st", "nd", "rd", "th", "."};
	static const char *const OF[] = {"of", "de", "di", NULL};
	struct str word;
	bool month = false;
	int n = 0;

	for (; str_take_until(&s, ' ', &word); n++) {
		long day;

		if (str_is_listed(word, OF)) {
			n--;
			continue;
		}
		if (!month && day_month(str_trim_end(word, ".,"))) {
			month = true;
			continue;
		}
		if (!str_take_number(&word, 2100, &day))
			return false;
		for (size_t i = 0; i < COUNT_OF(ENDS); i++)
			str_iskip(&word, ENDS[i]);
		if (word.n)
			return false;
	}
	return month && n <= 3;
}

/* "30.06.", "30/6" */
static bool is_day_and_month(struct str s)
{
	char sep = str_find_char(s, '.') == STR_NONE ? '/' : '.';
	long day, month;

	s = str_trim_end(s, ".");
	return str_take_number(&s, 31, &day) && day && str_skip_char(&s, sep) &&
	       s.n == 2 && str_take_number(&s, 12, &month) && month && !s.n;
}

/* "Week 6", "KW 12" */
static bool is_week(struct str s)
{
	static const char *const WORDS[] = {"week", "wk", "cw", "kw", "w",
		"sprint", "woche", "semaine", "semana", "settimana", "uge",
		"vecka", "uke", "t\u00fdden", "t\u00fd\u017ede\u0148",
		"tydzie\u0144", "tyg.", "viikko", "hafta", "h\u00e9t",
		"\u043d\u0435\u0434\u0435\u043b\u044f",
		"\u043d\u0435\u0434\u0435\u043b\u044e",
		"\u043d\u0435\u0434\u0435\u043b\u0435",
		"\u0442\u0438\u0436\u0434\u0435\u043d\u044c",
		"s\u0103pt\u0103m\u00e2na", "setmana", NULL};
	size_t space = str_find_char(s, ' ');

	return space != STR_NONE &&
	       str_is_listed(str_sub(s, 0, space), WORDS) &&
	       str_is_digit(s.p[s.n - 1]);
}

bool field_is_day(struct str s)
{
	static const char *const AT[] = {"as of ", "on ", "stand: ", "stand ",
		"status ", "per ", "am ", "zum ", "vom ", "au ", "le ", "al ",
		"a ", "em ", "at\u00e9 ", "op ", "pr. ", "stav k ", "na ",
		"de ", "du ", "di ", "da ", "del ", "en ", "in ", "im ", "w ",
		"v ", "i ", "k ", "ke ", "den ", "per den ", "van ",
		"\u043d\u0430 ", "\u043f\u043e ", "\u0437\u0430 "};
	size_t from, to;
	struct date day = field_date_at(s, &from, &to);

	if (date_is_set(day))
		return from <= strlen("(as of ");
	s = str_trim(str_trim_end(str_trim(s), ")]"));
	while (s.n && strchr("([ ", s.p[0]))
		s = str_sub(s, 1, s.n);
	for (size_t i = 0; i < COUNT_OF(AT); i++) {
		if (str_iskip(&s, AT[i]))
			break;
	}
	return is_day_and_month(s) || is_month_day(s) || is_week(s);
}

/* "signed" */
static bool is_deed(struct str s)
{
	return s.n > 3 && str_iends(s, "ed") &&
	       str_find_char(s, ' ') == STR_NONE;
}

/* "3 complaints" or "3 a month" of what is to be "5 complaints a month"? */
static bool is_in_rate(const struct quantity *q, const struct quantity *aim)
{
	size_t slash = str_find_char(str_of(aim->unit), '/');

	if (slash == STR_NONE || !slash)
		return false;
	return str_iis(str_sub(str_of(aim->unit), 0, slash), q->unit) ||
	       !strcmp(aim->unit + slash, q->unit);
}

bool field_is_like(const struct quantity *q, const struct quantity *aim)
{
	bool share = !strcmp(q->unit, "%");

	if (!aim || !aim->has_value || share != !strcmp(aim->unit, "%"))
		return false;
	return quantity_is_like(q, aim) || is_in_rate(q, aim) ||
	       (quantity_is_count(q) && quantity_is_count(aim));
}

bool field_skip_of(struct str *s)
{
	static const char *const OF[] = {"of ", "der ", "des ", "de ", "d'",
		"d\u2019", "dos ", "das ", "dei ", "degli ", "delle ", "du ",
		"van de ", "van het ", "van ", "av "};

	for (size_t i = 0; i < COUNT_OF(OF); i++)
		if (str_iskip(s, OF[i]))
			return true;
	return false;
}

bool field_is_reading(struct reader *r, const struct key_result *kr,
	struct str *s, bool *told)
{
	struct str value = str_trim(*s), rest;
	const struct quantity *q;

	*told = skip_now(&value);
	*told = field_drop_till_now(&value) || *told;
	rest = value;
	if (!value.n || strchr("+-<>", value.p[0]) || emoji_take(&rest).n)
		return false;
	q = quantity_take(r->a, &rest);
	rest = str_trim(rest);
	if (!q || !q->has_value || q->unit[0] == '/' ||
		q->comparator != CMP_NONE ||
		(rest.n && !field_is_day(rest) && !is_deed(rest)) ||
		!field_is_like(q, field_aim(r, kr)))
		return false;
	*s = value;
	return true;
}

/* Could a share be where it stands, and is it no more than all? */
static bool is_near(const struct quantity *q, const struct quantity *aim)
{
	enum { FAR = 3 }; /* "60%" of what is to be 5% is how much is done */
	struct decimal most = aim->value;

	if (aim->value.coef <= 0 || aim->value.coef > INT64_MAX / FAR ||
		decimal_cmp(q->value, (struct decimal){100, 0}) >= 0)
		return false;
	most.coef *= FAR;
	return decimal_cmp(q->value, most) <= 0;
}

/* The share that begins s, and *rest: what is said behind it. */
static const struct quantity *take_share(struct reader *r,
	const struct key_result *kr, struct str s, struct str *rest)
{
	const struct quantity *aim = field_aim(r, kr), *q;
	size_t n = str_find_char(s, '%');

	if (n == STR_NONE || !aim || !aim->has_value ||
		strcmp(aim->unit, "%") != 0)
		return NULL;
	*rest = str_trim(str_sub(s, n + 1, s.n));
	s = str_trim(str_sub(s, 0, n + 1));
	if (!str_is_digit(s.p[0]) || (rest->n && !strchr(".,;(", rest->p[0])))
		return NULL;
	while (rest->n && strchr(".,;( ", rest->p[0]))
		*rest = str_sub(*rest, 1, rest->n);
	q = noted_reading(r, kr, s, true);
	return q && !strcmp(q->unit, "%") && is_near(q, aim) ? q : NULL;
}

bool field_is_ended(const struct key_result *kr)
{
	return kr->result.kind == RESULT_DONE ||
	       kr->result.kind == RESULT_MISSED ||
	       kr->result.kind == RESULT_DEFERRED;
}

/* The "50%" of "3.4% (50%)": how much of the way it is; else nothing. */
static struct str share_aside(struct str s, struct str rest)
{
	size_t n = str_find_char(rest, '%');

	if (!str_ends(s, ")") || n == STR_NONE || !str_is_digit(rest.p[0]) ||
		!str_is(str_trim(str_sub(rest, n + 1, rest.n)), ")"))
		return (struct str){NULL, 0};
	return str_sub(rest, 0, n + 1);
}

bool field_share_reached(struct reader *r, struct key_result *kr, struct str s,
	const char *header)
{
	struct result end = {.text = ""};
	enum result_kind told;
	struct str rest;
	const struct quantity *q;

	if (kr->current || !(q = take_share(r, kr, s, &rest)))
		return false;
	kr->current = q;
	if (share_aside(s, rest).n) {
		result_read(r->a, share_aside(s, rest), &kr->result, NULL);
		kr->result.share = true;
		return true;
	}
	if (rest.n)
		result_read(r->a, rest, &end, NULL);
	told = read_told_until(rest);
	noted_grade_behind(r, kr, rest);
	if (end.kind == RESULT_NOTE && told != RESULT_NONE)
		end.kind = told;
	if (end.kind == RESULT_NOTE || end.kind == RESULT_PERCENT) {
		end = (struct result){.text = ""};
		field_kept(r, &kr->notes, FIELD_RESULT, header, s);
	}
	if (end.kind != RESULT_NONE || !field_is_ended(kr))
		kr->result = end;
	return true;
}

/* "from 130 to 30" */
static bool goes_down(const struct quantity *from, const struct quantity *to)
{
	return from && from->has_value && quantity_is_like(from, to) &&
	       decimal_cmp(from->value, to->value) > 0;
}

bool field_is_reached(
	struct reader *r, const struct key_result *kr, const struct quantity *q)
{
	const struct quantity *aim = field_aim(r, kr);
	struct sentence said;
	struct decimal value;
	int cmp;

	if (!aim || !aim->has_value || !quantity_is_like(q, aim))
		return false;
	if (!*q->unit || !*aim->unit)
		value = q->value;
	else if (!quantity_in_unit(q, aim->unit, &value))
		return false;
	sentence_read(r->a, str_of(kr->text), &said);
	cmp = decimal_cmp(value, aim->value);
	if (goes_down(kr->baseline ? kr->baseline : said.baseline, aim) ||
		kr->comparator == CMP_LT || kr->comparator == CMP_LE ||
		said.comparator == CMP_LT || said.comparator == CMP_LE ||
		verb_direction(verb_sense(str_of(said.verb), true)) ==
			DIRECTION_DECREASE)
		return cmp <= 0;
	return cmp >= 0;
}

/* "NPS" of "Current NPS", "avg" of "Current avg": no other measure's. */
static bool is_its_measure(const struct key_result *kr, struct str name)
{
	static const char *const WORDS[] = {"value", "avg", "average", "level",
		"rate", "score", "count", "total", "number", "result",
		"status"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(name, WORDS[i]))
			return true;
	}
	return name.n > 2 && str_ifind(str_of(kr->text), name) != STR_NONE;
}

/* "Current NPS: 64" */
bool field_skip_now_name(const struct key_result *kr, struct str *s)
{
	static const char *const WORDS[] = {
		"current ", "latest ", "actual ", "today's "};
	enum { LONGEST = 40 };
	struct str name = str_sub(*s, 0, LONGEST);
	size_t colon = str_find(name, STR(": "));

	for (size_t i = 0; colon != STR_NONE && i < COUNT_OF(WORDS); i++) {
		if (colon <= strlen(WORDS[i]) || !str_iskip(&name, WORDS[i]) ||
			!is_its_measure(
				kr, str_sub(name, 0, colon - strlen(WORDS[i]))))
			continue;
		*s = str_trim(str_sub(*s, colon + 1, s->n));
		return true;
	}
	return false;
}

struct str field_sum_of(struct str s)
{
	size_t at = str_rfind_char(s, '='), plus = str_find_char(s, '+');
	struct str sum;

	if (at == STR_NONE || plus == STR_NONE || !plus || plus > at ||
		!str_has_digit(str_sub(s, 0, plus)) ||
		!str_has_digit(str_sub(s, plus, at)))
		return s;
	sum = str_trim(str_sub(s, at + 1, s.n));
	if (str_iends(sum, " in total"))
		sum.n -= strlen(" in total");
	else if (str_iends(sum, " total"))
		sum.n -= strlen(" total");
	return sum.n && str_is_digit(sum.p[0]) ? sum : s;
}
