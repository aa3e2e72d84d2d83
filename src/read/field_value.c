/*
 * The values of fields: words, shares, weights, days.
 */
#include "field_p.h"

#include <string.h>

#include "attr.h"
#include "verdict_p.h"
#include "buf.h"
#include "decimal.h"
#include "keyresult.h"
#include "result_p.h"
#include "vocab_p.h"

static bool is_nothing(struct str s)
{
	static const char *const NOTHING[] = {"n/a", "na", "-", "--", "---",
		"tbd", "tba", "tbc", "none", "?", "??", "\u2013", "\u2014",
		"...", "\u2026", "unknown", "nil", "xx", "unassigned", "~",
		"\u2248", "%", "\u672a\u77e5", "\u5f85\u5b9a", "\u672a\u5b9a",
		"\ubbf8\uc815", "\ubbf8\uce21\uc815", "desconhecido",
		"a definir", "desconocido", "por definir", "unbekannt", "offen",
		"inconnu", "\u00e0 d\u00e9finir", "onbekend", "da definire",
		"bilinmiyor", "belirsiz",
		/* Russian for unknown */
		("\u043d\u0435\u0438\u0437\u0432\u0435\u0441\u0442"
		 "\u043d\u043e")};
	size_t blanks = 0;

	for (size_t i = 0; i < COUNT_OF(NOTHING); i++) {
		if (str_iis(s, NOTHING[i]))
			return true;
	}
	while (blanks < s.n && strchr("_ ", s.p[blanks]))
		blanks++;
	return blanks == s.n;
}

/* "[fill in at the end of Q1]", "[...]" */
static bool is_placeholder(struct str s)
{
	enum { NAME_WORDS = 3 };

	if (s.n < 3 || s.p[0] != '[' || !str_ends(s, "]"))
		return false;
	s = str_sub(s, 1, s.n - 1);
	return str_words(s) > NAME_WORDS || is_nothing(s);
}

/* Also "N/A (new product)". */
bool field_is_empty(struct str s)
{
	s = str_trim(s);
	return is_nothing(s) || is_placeholder(s) ||
	       (str_ends(s, ")") && is_nothing(vocab_bare(s)));
}

/* "Budget line: 4420", "Due: May": something else than a person. */
static bool begins_field(struct str s)
{
	enum { MOST_WORDS = 2 };
	size_t colon = str_find_char(s, ':');

	return colon != STR_NONE &&
	       (vocab_field(str_trim(str_sub(s, 0, colon))) != FIELD_NONE ||
		       (s.n && str_trim(s).p[0] >= 'A' &&
			       str_trim(s).p[0] <= 'Z' &&
			       str_words(str_sub(s, 0, colon)) <= MOST_WORDS));
}

/* "@ana Going well": a handle, and no name, with a remark behind it. */
static struct str without_remark(struct str s)
{
	enum { FEW = 3 }; /* "@ana Silva Costa" */
	size_t at = str_find_char(s, ' ');
	struct str rest = str_sub(s, at == STR_NONE ? s.n : at + 1, s.n);

	if (!s.n || s.p[0] != '@' || str_words(rest) < FEW ||
		!str_is_alpha(rest.p[0]) ||
		str_find_char(rest, '@') != STR_NONE)
		return s;
	return str_sub(s, 0, at);
}

/* Does what stands behind the mark that ends at from tell no name? */
static bool is_no_name(struct str rest, const char *mark)
{
	enum { NAME_WORDS = 3 };

	return (str_words(rest) > NAME_WORDS && mark[0] != ';') ||
	       str_has_digit(rest) || begins_field(rest) ||
	       verdict_of(rest).known;
}

/* "J. Rautio. How we measure: a survey": where the mark ends a name, else the
 * length of s. */
static size_t end_of_name(struct str s, const char *mark)
{
	size_t from = 0, at;

	while ((at = str_find(str_sub(s, from, s.n), str_of(mark))) !=
		STR_NONE) {
		struct str front = str_sub(s, 0, from + at);

		from += at + strlen(mark);
		if (front.n < 3 || str_has_digit(front) ||
			(mark[0] == '.' && split_is_short(front)))
			continue;
		return is_no_name(str_sub(s, from, s.n), mark) ? front.n : s.n;
	}
	return s.n;
}

struct str field_person(struct str s)
{
	enum { MOST_WORDS = 14 };
	static const char *const ENDS[] = {" \u00b7 ", " \u2022 ", " | ",
		" \u2014 ", " \u2013 ", " - ", ". ", " => ", " \u2192 ", " -> ",
		"; "};

	for (size_t i = 0; i < COUNT_OF(ENDS); i++)
		s = str_sub(s, 0, end_of_name(s, ENDS[i]));
	s = without_remark(str_trim(s));
	if (str_words(s) > MOST_WORDS || field_is_empty(s))
		s.n = 0;
	return s;
}

struct sense {
	const char *word;
	int value;
};

/* The value of the table's first word that is found in s, else none. */
static int find_sense(
	struct str s, const struct sense *table, size_t n, int none)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = str_ifind(s, str_of(table[i].word));

		if (at != STR_NONE && (!at || !str_is_alpha(s.p[at - 1]) ||
					      !str_is_alpha(table[i].word[0])))
			return table[i].value;
	}
	return none;
}

enum okr_type field_type(struct str s)
{
	static const struct sense WORDS[] = {
		{"committed", TYPE_COMMITTED},
		{"commitment", TYPE_COMMITTED},
		{"roofshot", TYPE_COMMITTED},
		{"roof shot", TYPE_COMMITTED},
		{"aspirational", TYPE_ASPIRATIONAL},
		{"stretch", TYPE_ASPIRATIONAL},
		{"moonshot", TYPE_ASPIRATIONAL},
		{"moon shot", TYPE_ASPIRATIONAL},
		{"ambitious", TYPE_ASPIRATIONAL},
	};

	return (enum okr_type)find_sense(s, WORDS, COUNT_OF(WORDS), TYPE_NONE);
}

enum state field_state(struct str s)
{
	static const struct sense WORDS[] = {
		{"draft", STATE_DRAFT},
		{"proposed", STATE_DRAFT},
		{"under review", STATE_REVIEW},
		{"in review", STATE_REVIEW},
		{"active", STATE_ACTIVE},
		{"in progress", STATE_ACTIVE},
		{"closed", STATE_CLOSED},
	};

	return (enum state)find_sense(s, WORDS, COUNT_OF(WORDS), STATE_NONE);
}

enum outcome field_outcome(struct str s)
{
	static const struct sense WORDS[] = {
		{"not achieved", OUTCOME_MISSED},
		{"not met", OUTCOME_MISSED},
		{"partially", OUTCOME_NONE},
		{"achieved", OUTCOME_ACHIEVED},
		{"missed", OUTCOME_MISSED},
		{"cancelled", OUTCOME_CANCELLED},
		{"canceled", OUTCOME_CANCELLED},
		{"carried", OUTCOME_CARRIED_OVER},
	};

	return (enum outcome)find_sense(
		s, WORDS, COUNT_OF(WORDS), OUTCOME_NONE);
}

enum kind field_kind(struct str s)
{
	static const struct sense WORDS[] = {
		{"from_to", KIND_FROM_TO},
		{"from-to", KIND_FROM_TO},
		{"from to", KIND_FROM_TO},
		{"count", KIND_COUNT},
		{"keep above", KIND_KEEP_ABOVE},
		{"keep_above", KIND_KEEP_ABOVE},
		{"keep below", KIND_KEEP_BELOW},
		{"keep_below", KIND_KEEP_BELOW},
		{"yes/no", KIND_YES_NO},
		{"yes_no", KIND_YES_NO},
		{"yes no", KIND_YES_NO},
		{"binary", KIND_YES_NO},
		{"milestone", KIND_MILESTONES},
		{"percent", KIND_PERCENT},
		{"tasks", KIND_TASKS},
		{"stated", KIND_STATED},
	};

	return (enum kind)find_sense(s, WORDS, COUNT_OF(WORDS), KIND_NONE);
}

enum level field_level(struct str s)
{
	struct str name;
	enum level level = vocab_level(s, &name);

	return level;
}

const struct decimal *field_keep(struct reader *r, struct decimal d)
{
	struct decimal *copy = ARENA_NEW(r->a, struct decimal);

	*copy = d;
	return copy;
}

bool field_is_listed(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	s = str_sub(s, n, s.n);
	if (!n || !(str_skip(&s, ".") || str_skip(&s, ")") ||
			  str_skip(&s, "\u3001")))
		return false;
	return str_trim(s).n && !str_is_digit(s.p[0]);
}

/* The first number in s and what stands behind it; one that a letter runs into
 * is a name's: "v0.6", "Q1", "KR3". */
bool field_first_number(struct str s, struct decimal *d, struct str *behind)
{
	bool named = false;

	while (s.n) {
		char c = s.p[0];

		if (!decimal_take(&s, d)) {
			named = str_is_alpha(c);
			s = str_sub(s, 1, s.n);
			continue;
		}
		if (!named) {
			*behind = s;
			return true;
		}
		named = false;
	}
	return false;
}

/*
 * A share as 0 to 1: "0.7", "70%", "7/10", "0.7 / 1.0"; "High" is none.
 * points: a bare 7 means 7 of 10 (confidence); else it is no share.
 */
const struct decimal *field_share(struct reader *r, struct str s, bool points)
{
	struct decimal d, of, one = {1, 0};
	struct str behind;

	if (!field_first_number(s, &d, &behind))
		return NULL;
	str_skip_space(&behind);
	if (!d.coef &&
		(str_starts(behind, "-") || str_starts(behind, "\u2013")))
		return NULL; /* "0-1" is the scale */
	if (str_skip_char(&behind, '%')) {
		if (!decimal_shift(d, -2, &d))
			return NULL;
	} else if ((str_skip_char(&behind, '/') || str_iskip(&behind, "of") ||
			   str_iskip(&behind, "out of")) &&
		   (str_skip_space(&behind), decimal_take(&behind, &of))) {
		if (of.coef == 10 && of.scale == 0)
			(void)!decimal_shift(d, -1, &d);
		else if (of.coef == 100 && of.scale == 0)
			(void)!decimal_shift(d, -2, &d);
		else if (of.coef == 5 && of.scale == 0)
			(void)!(decimal_make(d.coef * 2, d.scale, &d) &&
				decimal_shift(d, -1, &d));
		else if (of.coef != 1)
			return NULL;
	} else if (points && decimal_cmp(d, one) > 0) {
		if (decimal_cmp(d, (struct decimal){10, 0}) <= 0)
			(void)!decimal_shift(d, -1, &d);
		else
			(void)!decimal_shift(d, -2, &d);
	}
	if (decimal_cmp(d, one) > 0 || d.coef < 0)
		return NULL;
	return field_keep(r, d);
}

/* What a full score is by its header: 10 for "Score (0-10)", "Score /10"; else
 * of 100. */
static long full_score(struct str header)
{
	static const char *const LEADS[] = {
		"-", "\u2013", "/", "out of ", "to ", "of "};
	static const long FULL[] = {5, 10, 100};

	for (size_t i = 0; i < header.n; i++) {
		for (size_t k = 0; k < COUNT_OF(LEADS); k++) {
			struct str rest = str_sub(header, i, header.n);
			long n;

			if (!str_iskip(&rest, LEADS[k]) ||
				(str_skip_space(&rest),
					!str_take_number(&rest, 100, &n)))
				continue;
			for (size_t f = 0; f < COUNT_OF(FULL); f++) {
				if (n == FULL[f])
					return n;
			}
		}
	}
	return 100;
}

/* "0,7" as "0.7" */
static struct str with_point(struct arena *a, struct str s)
{
	for (size_t i = 0; i + 2 < s.n; i++) {
		if (!strchr("01", s.p[i]) || s.p[i + 1] != ',' ||
			!str_is_digit(s.p[i + 2]) ||
			(i && (str_is_digit(s.p[i - 1]) ||
				      strchr(".,", s.p[i - 1]))))
			continue;
		return str_of(arena_printf(a, "%.*s.%.*s", (int)i + 1, s.p,
			STR_ARG(str_sub(s, i + 2, s.n))));
	}
	return s;
}

/* "(0.7 + 0.9) / 2 = 0.8": what it comes to. */
static struct str behind_sum(struct str s)
{
	size_t at = str_rfind_char(s, '=');

	return at == STR_NONE || !str_has_digit(str_sub(s, at, s.n))
		       ? s
		       : str_trim(str_sub(s, at + 1, s.n));
}

const struct decimal *field_grade(
	struct reader *r, struct str text, const char *header)
{
	struct str s = with_point(r->a, behind_sum(text));
	const struct decimal *share = field_share(r, s, false);
	long full = full_score(str_of(header));
	struct decimal d;

	if (share && (full == 100 ||
			     decimal_cmp(*share, (struct decimal){1, 0}) < 0))
		return share;
	if (!decimal_parse(str_trim(s), &d) || d.coef < 0 ||
		decimal_cmp(d, (struct decimal){full, 0}) > 0 ||
		(full == 100 && decimal_cmp(d, (struct decimal){10, 0}) <= 0))
		return share;
	if (full == 5 && !decimal_make(d.coef * 2, d.scale, &d))
		return NULL;
	if (!decimal_shift(d, full == 100 ? -2 : -1, &d))
		return NULL;
	return field_keep(r, d);
}

bool field_has_tick(struct str s)
{
	return str_find(s, STR("\u2705")) != STR_NONE ||
	       str_find(s, STR("\u2714")) != STR_NONE;
}

bool field_is_score(struct str s)
{
	struct decimal d;
	bool point = str_find_char(s, '.') != STR_NONE;
	char text[6];

	if (s.n > 1 && s.n < sizeof text && s.p[1] == ',') { /* "0,7" */
		memcpy(text, s.p, s.n);
		text[1] = '.';
		s.p = text;
		point = true;
	}
	return point && s.n <= 5 && decimal_parse(s, &d) && d.coef >= 0 &&
	       decimal_cmp(d, (struct decimal){1, 0}) <= 0;
}

const struct decimal *field_weight(struct reader *r, struct str s)
{
	struct decimal d;
	struct str behind;
	bool negative;

	s = str_trim(s);
	negative = s.n > 1 && s.p[0] == '-' && str_is_digit(s.p[1]);
	if (!field_first_number(s, &d, &behind))
		return NULL;
	return field_keep(r, negative ? decimal_negate(d) : d);
}

/* "1 March 2025", "March 1st, 2025"; s is then what stands behind it. */
static bool take_worded(struct str *s, struct date *out)
{
	static const char *const ENDS[] = {"st", "nd", "rd", "th", "."};
	struct str rest = *s, word = {NULL, 0};
	long day = 0, year;
	int month = 0;

	for (int i = 0; i < 2; i++) {
		if (!day && str_take_number(&rest, 31, &day)) {
			for (size_t k = 0; k < COUNT_OF(ENDS); k++)
				if (str_iskip(&rest, ENDS[k]))
					break;
		} else {
			size_t n = 0;

			while (n < rest.n && str_is_alpha(rest.p[n]))
				n++;
			word = str_sub(rest, 0, n);
			rest = str_sub(rest, n, rest.n);
			month = n > 2 ? date_month_number(word) : 0;
			str_skip_char(&rest, '.');
		}
		str_skip_char(&rest, ',');
		str_skip_space(&rest);
	}
	if (!day || !month || !str_take_number(&rest, 9999, &year) ||
		year < 1000 || !date_is_valid((int)year, month, (int)day))
		return false;
	*out = (struct date){(int)year, month, (int)day};
	*s = rest;
	return true;
}

struct date field_date_at(struct str s, size_t *from, size_t *to)
{
	enum { ISO = 10 };
	struct date d = {0, 0, 0};

	for (size_t i = 0; i + ISO <= s.n; i++) {
		struct str rest = str_sub(s, i, s.n);

		*from = i;
		*to = i + ISO;
		if (i && str_is_digit(s.p[i - 1]))
			continue;
		if (str_is_digit(s.p[i]) &&
			date_parse(str_sub(s, i, i + ISO), &d))
			return d;
		if ((!i || !str_is_alnum(s.p[i - 1])) &&
			take_worded(&rest, &d)) {
			*to = s.n - rest.n;
			return d;
		}
	}
	*from = *to = s.n;
	return (struct date){0, 0, 0};
}

struct date field_date(struct str s)
{
	size_t from, to;

	return field_date_at(s, &from, &to);
}

/* "Unit: %" beside "Target: 60": that of the bare numbers. */
static const struct quantity *with_unit(
	struct reader *r, const struct quantity *q, struct str unit)
{
	const struct quantity *told;

	if (!q || !q->has_value || q->unit[0])
		return q;
	told = quantity_read(r->a,
		str_of(arena_printf(r->a, "%s %.*s", q->text, STR_ARG(unit))));
	return told && told->has_value ? told : q;
}

bool field_unit(struct reader *r, struct key_result *kr, struct str unit)
{
	static const char *const NONE[] = {
		"numeric", "number", "count", "integer", "#", "-", "none"};
	enum { LONGEST = 24 };

	if (unit.n > LONGEST || str_has_digit(unit))
		return false;
	for (size_t i = 0; i < COUNT_OF(NONE); i++) {
		if (str_iis(unit, NONE[i]))
			return true;
	}
	r->unit.of = kr->text;
	r->unit.s = str_of(arena_text(r->a, unit));
	kr->baseline = with_unit(r, kr->baseline, unit);
	kr->target = with_unit(r, kr->target, unit);
	kr->current = with_unit(r, kr->current, unit);
	return true;
}

const struct quantity *field_start(struct reader *r, struct str s)
{
	size_t open = str_find_char(s, '(');
	struct sentence told;
	struct buf b;

	if (open == STR_NONE || !str_ends(s, ")"))
		return NULL;
	buf_init(&b, s.n + 8);
	buf_adds(&b, "to ");
	for (size_t i = 0; i < s.n; i++) {
		bool hyphen = i > open && s.p[i] == '-' &&
			      str_is_digit(s.p[i - 1]) && i + 1 < s.n &&
			      str_is_alpha(s.p[i + 1]);

		buf_addc(&b, hyphen ? ' ' : s.p[i]); /* "25-min" */
	}
	sentence_read(r->a, arena_str(r->a, buf_str(&b)), &told);
	buf_release(&b);
	return told.baseline && told.baseline->has_value ? told.baseline : NULL;
}
