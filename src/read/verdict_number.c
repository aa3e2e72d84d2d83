/*
 * Results as numbers: "66 %", "7 of 8", "0.7", "$1.8M (80%)".
 */
#include "verdict_number_p.h"

#include "attr.h"
#include "quantity.h"
#include "words.h"

/* 100 * n / of, to 18 digits. */
/* "2.5" of 4 things counts one that is half done; of 5, 10 or 100 it is a
 * rating. */
static bool is_half(struct decimal n, struct decimal of)
{
	return n.scale == 1 && n.coef % 10 == 5 && of.coef != 1 &&
	       of.coef != 5 && of.coef != 10 && of.coef != 100;
}

static bool percent_of(struct decimal n, struct decimal of, struct decimal *out)
{
	int64_t coef;
	int scale = 0;

	if (is_half(n, of)) {
		n.scale = 0;
		if (of.coef > 100000000)
			return false;
		of.coef *= 10;
	}
	if (n.scale || of.scale || of.coef < 1 || n.coef < 0 ||
		n.coef > 1000000000 || of.coef > 1000000000)
		return false;
	coef = n.coef * 100;
	while (coef % of.coef && scale < 6 && coef < INT64_C(1) << 58) {
		coef *= 10;
		scale++;
	}
	/* Half up where it never ends. */
	coef = (coef + of.coef / 2) / of.coef;
	return decimal_make(coef, scale, out);
}

/* A number with '.' or ',' as decimal mark. */
static bool take_number(struct str *s, struct decimal *out)
{
	char text[24];
	struct str digits, rest = *s;
	size_t n = 0;

	while (n < s->n && n < sizeof text &&
		(str_is_digit(s->p[n]) || s->p[n] == '.' || s->p[n] == ',')) {
		text[n] = s->p[n] == ',' ? '.' : s->p[n];
		n++;
	}
	digits = (struct str){text, n};
	if (!decimal_take(&digits, out))
		return false;
	n -= digits.n;
	*s = str_sub(rest, n, rest.n);
	return true;
}

/* "8% increase" is not progress. */
static bool is_change(struct str s)
{
	static const char *const WORDS[] = {"increase", "decrease", "growth",
		"improvement", "reduction", "uplift", "lift", "higher", "lower",
		"more", "fewer", "less", "yoy", "qoq", "mom", "up", "down",
		"drop", "rise", "decline", "points", "pp", "better", "above",
		"over", "gain"};

	s = str_trim(s);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;

		if (str_iskip(&rest, WORDS[i]) && !verdict_at_word(rest))
			return true;
	}
	return false;
}

static bool says_progress(struct str s)
{
	static const char *const WORDS[] = {"complete", "completed", "done",
		"finished", "achieved", "progress", "there", "of target",
		"of goal", "of the target", "of the goal", "of plan",
		"of the plan", "of the way", "implemented", "delivered",
		"erledigt", "fertig", "termin\u00e9", "completado", "attained",
		"met", "fait", "r\u00e9alis\u00e9", "achev\u00e9", "completada",
		"conclu\u00eddo", "conclu\u00edda", "feito", "completato",
		"completata", "fatto", "klaar", "afgerond", "gereed",
		"voltooid", "klart", "f\u00e4rdig", "f\u00e6rdig", "ferdig",
		"gjort", "fullf\u00f8rt", "fuldf\u00f8rt", "valmis", "tehty",
		"zrobione", "uko\u0144czone", "uko\u0144czono", "gotowe",
		"wykonane", "hotovo", "spln\u011bno", "dokon\u010deno",
		"\u0432\u044b\u043f\u043e\u043b\u043d\u0435\u043d\u043e",
		"\u0433\u043e\u0442\u043e\u0432\u043e",
		"\u0437\u0430\u0432\u0435\u0440\u0448\u0435\u043d\u043e",
		"\u0441\u0434\u0435\u043b\u0430\u043d\u043e",
		"\u0432\u0438\u043a\u043e\u043d\u0430\u043d\u043e",
		"\u0437\u0440\u043e\u0431\u043b\u0435\u043d\u043e",
		"tamamland\u0131", "tamam", "k\u00e9sz", "teljes\u00fclt",
		"finalizat", "realizat",
		"\u03bf\u03bb\u03bf\u03ba\u03bb\u03b7\u03c1\u03c9\u03bc\u03ad"
		"\u03bd\u03bf",
		"\u03bf\u03bb\u03bf\u03ba\u03bb\u03b7\u03c1\u03ce\u03b8\u03b7"
		"\u03ba\u03b5",
		"selesai", "tercapai", "ho\u00e0n th\u00e0nh", "xong",
		"\u5b8c\u4e86", "\u9054\u6210", "\u5b8c\u6210",
		"\u5df2\u5b8c\u6210", "\uc644\ub8cc", "\ub2ec\uc131",
		"\u0645\u0643\u062a\u0645\u0644", "\u0645\u0646\u062c\u0632",
		"\u05d4\u05d5\u05e9\u05dc\u05dd",
		"\u092a\u0942\u0930\u094d\u0923", "\u092a\u0942\u0930\u093e",
		"\u0e40\u0e2a\u0e23\u0e47\u0e08", "abgeschlossen", "umgesetzt",
		"erreicht", "geschafft", "hecho", "cumplido", "alcanzado",
		"atteint"};

	/* "80%, done" */
	s = verdict_skip_marks(str_trim(s));
	if (str_skip_char(&s, ','))
		s = str_trim(s);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_istarts(s, WORDS[i]))
			return true;
	return false;
}

/* "66%", "66 %", "66 percent", "%66" */
static bool take_share(struct str *s, struct decimal *out)
{
	struct str rest = *s;
	bool front = str_skip(&rest, "%");

	if (!take_number(&rest, out))
		return false;
	*s = front ? rest : str_trim_left(rest);
	return front || str_skip(s, "%") || str_iskip(s, "percent") ||
	       str_iskip(s, "per cent");
}

bool verdict_take_percent(struct str *s, struct verdict *v)
{
	struct str rest = *s;

	if (!take_share(&rest, &v->percent))
		return false;
	if (is_change(rest))
		return false;
	v->kind = RESULT_PERCENT;
	v->has_percent = true;
	v->sure = says_progress(rest);
	/* "100% of customers onboarded" is a sentence. */
	v->exact = v->sure || verdict_is_remark(rest);
	*s = rest;
	return true;
}

/* Nothing more, or one word such as "hired", "done". */
static bool ends_as_done(struct str s)
{
	static const char *const TILL_NOW[] = {"so far", "to date", "as of now",
		"until now", "till now", "as of today"};
	static const char *const OF_WORK[] = {"of the work ", "of the job ",
		"of the way ", "of the steps ", "of it "};
	size_t n = 0;

	for (size_t i = 0; i < COUNT_OF(OF_WORK); i++)
		(void)str_iskip(&s, OF_WORK[i]);
	for (size_t i = 0; i < COUNT_OF(TILL_NOW); i++) {
		if (str_iis(str_trim_end(s, ")"), TILL_NOW[i]))
			return true;
	}

	while (n < s.n && str_is_alpha(s.p[n]))
		n++;
	if (verdict_at_word(str_trim(str_sub(s, n, s.n))))
		return false;
	s = str_sub(s, 0, n);
	return !n || str_iends(s, "ed") || says_progress(s) ||
	       str_iis(s, "live");
}

/* "7 of 8", "0/15", "3 out of 4" */
static bool take_fraction(struct str *s, struct verdict *v)
{
	struct str rest = *s;
	struct decimal n, of;

	if (!take_number(&rest, &n))
		return false;
	rest = str_trim_left(rest);
	if (str_skip_char(&rest, '/'))
		rest = str_trim_left(rest);
	else if (str_iskip(&rest, "of ") || str_iskip(&rest, "out of ") ||
		 str_iskip(&rest, "von "))
		rest = str_trim_left(rest);
	else
		return false;
	if (!take_number(&rest, &of) || str_starts(rest, "/") ||
		str_starts(rest, "%") || decimal_cmp(n, of) > 0 ||
		!percent_of(n, of, &v->percent))
		return false;
	v->kind = RESULT_PERCENT;
	v->has_percent = true;
	v->exact = true;
	v->sure = ends_as_done(str_trim(rest));
	*s = rest;
	return true;
}

/* "four of five", and no more of the sentence: "one of two ways" */
static bool take_worded(struct str *s, struct verdict *v)
{
	struct str rest = *s;
	int n, of;

	if (!quantity_take_word(&rest, &n) || !str_skip_space(&rest) ||
		!(str_iskip(&rest, "of ") || str_iskip(&rest, "out of ")) ||
		!quantity_take_word(&rest, &of) ||
		verdict_at_word(str_trim(rest)) || n > of ||
		!percent_of((struct decimal){n, 0}, (struct decimal){of, 0},
			&v->percent))
		return false;
	v->kind = RESULT_PERCENT;
	v->has_percent = true;
	v->exact = true;
	*s = rest;
	return true;
}

/* A grade of 0.0 to 1.0, with its point written, and nothing behind it. */
static bool take_grade(struct str *s, struct verdict *v)
{
	struct str rest = *s;
	struct decimal d;
	bool comma = str_starts(*s, "0,") || str_starts(*s, "1,0");
	size_t point = comma ? 1 : str_find_char(str_sub(*s, 0, 2), '.');

	if (point == STR_NONE || point + 1 >= s->n ||
		!str_is_digit(s->p[point + 1]) || !take_number(&rest, &d) ||
		rest.n + 5 < s->n || verdict_at_word(rest) ||
		str_starts(rest, "%") ||
		decimal_cmp(d, (struct decimal){1, 0}) > 0)
		return false;
	if (verdict_at_word(str_trim(rest)) ||
		!decimal_shift(d, 2, &v->percent))
		return false;
	v->kind = RESULT_PERCENT;
	v->has_percent = true;
	v->exact = true;
	*s = rest;
	return true;
}

/* "71 (118%)", "$1.8M, 80%", "3 hired (60%)": the share behind a sum. */
static bool take_told_percent(struct str *s, struct verdict *v)
{
	static const char *const MARKS[] = {" (", ", ", " = ", " - "};
	enum { LONGEST = 32 };
	struct str sum = *s;

	if (!sum.n || (!str_is_digit(sum.p[0]) && !verdict_is_sum(sum)))
		return false;
	for (size_t at = 1; at < sum.n && at < LONGEST; at++) {
		struct str rest = str_sub(sum, at, sum.n);

		for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
			struct str share = rest;

			if (!str_skip(&share, MARKS[i]) ||
				!verdict_take_percent(&share, v))
				continue;
			*s = share;
			return v->exact &&
			       str_find_char(share, '%') == STR_NONE;
		}
	}
	return false;
}

/* "Launched 1/2", "Closed 54% of plan" */
static bool take_deed(struct str *s, struct verdict *v)
{
	struct str rest = *s;
	size_t n = str_find_char(rest, ' ');

	if (n == STR_NONE || n < 5 || n > 12 ||
		!str_iends(str_sub(rest, 0, n), "ed"))
		return false;
	rest = str_sub(rest, n + 1, rest.n);
	if (!take_fraction(&rest, v) &&
		!(verdict_take_percent(&rest, v) && v->sure))
		return false;
	*s = rest;
	return true;
}

/* "44% (63%)": where it stands, and the share of the way. */
static bool take_share_behind(struct str *s, struct verdict *v)
{
	struct str rest = *s;
	struct verdict stands = {.kind = RESULT_NONE}, share = stands;

	if (!verdict_take_percent(&rest, &stands) || !str_skip_space(&rest) ||
		!str_skip_char(&rest, '(') ||
		!verdict_take_percent(&rest, &share) ||
		!str_skip_char(&rest, ')') || str_trim(rest).n)
		return false;
	*v = share;
	v->exact = v->sure = true;
	*s = rest;
	return true;
}

bool verdict_take_number(struct str *s, struct verdict *v)
{
	return take_share_behind(s, v) || verdict_take_percent(s, v) ||
	       take_fraction(s, v) || take_worded(s, v) || take_grade(s, v) ||
	       take_told_percent(s, v) || take_deed(s, v);
}
