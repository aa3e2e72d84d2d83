/*
 * A percentage behind a sentence: how much of it is done, where it stands, or
 * what it aims at?  What the sentence says without it decides.
 */
#include "result_p.h"

#include "attr.h"
#include "keyresult.h"
#include "mark_p.h"
#include "quantity.h"
#include "rat.h"
#include "words.h"

/* "from 60% to 80% | 72%" and "from 800 to 400 (50%)": where it stands or how
 * far it is, not how much of that is done. */
static bool is_between(
	struct arena *a, const struct sentence *said, const struct decimal *d)
{
	const struct rat *from, *to, *x = rat_of_decimal(a, *d), *change;
	bool up;

	if (!said->baseline || !said->target || !said->baseline->has_value ||
		!said->target->has_value)
		return false;
	from = rat_of_decimal(a, said->baseline->value);
	to = rat_of_decimal(a, said->target->value);
	up = rat_cmp(from, to) < 0;
	if (!strcmp(said->target->unit, "%"))
		return rat_cmp(x, up ? from : to) >= 0 &&
		       rat_cmp(x, up ? to : from) <= 0;
	if (rat_sign(from) <= 0)
		return false;
	change = rat_div(
		a, up ? rat_sub(a, to, from) : rat_sub(a, from, to), from);
	change = rat_round(a, rat_mul(a, change, rat_of(a, 100, 1)), 0);
	return rat_cmp(change, rat_round(a, x, 0)) == 0;
}

/* The word in front would make a value in brackets part of the sentence. */
bool share_leads_on(struct str left)
{
	static const char *const WORDS[] = {"to", "of", "than", "least", "by",
		"at", "reach", "achieve", "from", "the", "a", "over", "under",
		"in", "with", "for", "and", "see", ">", "<", ">=", "<=", "del",
		"de", "di", "do", "da", "dos", "auf", "um", "von", "unter",
		"\u00fcber", "mehr", "als", "que", "boven", "onder", "tot",
		"naar", "met", "na", "\u00e0", "au", "des", "les",
		"powy\u017cej", "poni\u017cej", "o", "\u0432\u044b\u0448\u0435",
		"\u043d\u0438\u0436\u0435", "\u043d\u0430", "\u0434\u043e",
		"\u0431\u043e\u043b\u0435\u0435",
		"\u043c\u0435\u043d\u0435\u0435", "\u043d\u0435",
		"\u0432\u0456\u0434", "\u043f\u043e\u043d\u0430\u0434", "ponad",
		"nad", "pod", "\u00f6ver", "till", "fra", "til", "med", "op",
		"minst", "mindst", "minimaal", "\u0111\u1ea1t", "tr\u00ean",
		"d\u01b0\u1edbi", "l\u00ean", "xu\u1ed1ng", "dari", "menjadi",
		"sebesar", "hingga", "\u03b1\u03c0\u03cc", "\u03c3\u03b5",
		"\u03ba\u03b1\u03c4\u03ac", "\u0645\u0646",
		"\u0625\u0644\u0649", "\u0628\u0646\u0633\u0628\u0629", "sopra",
		"sotto", "il", "al", "un", "en", "em", "para", "por", "a",
		"below", "above", "beneath", "beyond", "within", "most",
		"exceed", "exceeds", "about", "nearly", "almost", "exactly",
		"mindestens", "h\u00f6chstens", "maximal", "moins", "menos",
		"meno", "minder", "hooguit", "h\u00f6gst", "h\u00f8jst"};
	struct str word = split_last_words(left, 1);

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iis(word, WORDS[i]))
			return true;
	return word.n == 0;
}

bool share_is_named(struct str left)
{
	static const char *const WORDS[] = {"coverage", "rate", "rates",
		"ratio", "uptime", "availability", "adoption", "retention",
		"churn", "satisfaction", "csat", "accuracy", "utilization",
		"utilisation", "occupancy", "margin", "margins", "share",
		"percentage", "percent", "score", "attendance", "participation",
		"completion", "compliance", "conversion", "conversions",
		"growth", "engagement", "precision", "recall", "efficiency",
		"nrr", "grr", "sla", "slo", "ctr", "success", "increase",
		"decrease", "reduction", "improvement", "probability",
		"confidence", "quality", "reliability", "activation", "usage",
		"response", "delivery", "turnover", "discount", "fill", "taux",
		"quote", "tasa", "taxa", "tasso", "anteil", NULL};

	return vocab_has_listed(left, WORDS);
}

static bool is_of_shares(const struct quantity *q)
{
	return q && (!strcmp(q->unit, "%") || !strcmp(q->unit, "pp"));
}

/* Can the sentence have no percentage for an aim? */
static bool is_of_deed(const struct split *s, struct str left)
{
	struct sentence said;
	enum verb_sense v;

	if (!left.n || share_leads_on(left) || share_is_named(left))
		return false;
	sentence_read(s->arena, left, &said);
	if (is_of_shares(said.target) || is_of_shares(said.baseline))
		return false;
	v = verb_sense(str_of(said.verb), true);
	return v == VERB_MAKE || v == VERB_NONE ||
	       (v != VERB_KEEP && said.target &&
		       (said.baseline || v == VERB_REACH));
}

bool share_is_extreme(
	const struct split *s, struct str left, const struct verdict *v)
{
	static const struct decimal ZERO = {0, 0}, ALL = {100, 0};
	struct sentence said;

	if (v->kind != RESULT_PERCENT || !v->has_percent || !v->exact ||
		!is_of_deed(s, left))
		return false;
	if (decimal_cmp(v->percent, ZERO) == 0)
		return true;
	sentence_read(s->arena, left, &said);
	return decimal_cmp(v->percent, ALL) > 0 && said.target;
}

bool share_is_usual(const struct split *s, struct place p)
{
	enum { LONGEST = 80 };
	struct str left = split_left(s, p), right = split_right(s, p);
	struct verdict v;

	if (right.n > LONGEST || str_find_char(right, '%') == STR_NONE)
		return false;
	v = split_judge_loose(s, right);
	return v.kind == RESULT_PERCENT && v.has_percent && v.exact &&
	       is_of_deed(s, left) && !split_is_in_sentence(s, p);
}

bool share_is_between(const struct split *s, struct str left, struct verdict v)
{
	struct sentence said;

	if (v.kind != RESULT_PERCENT || !v.has_percent || v.sure)
		return false;
	sentence_read(s->arena, left, &said);
	return is_between(s->arena, &said, &v.percent);
}

/* "Calls answered within 30 s - 90%": how long each may take, and no goal. */
static bool is_limit(const struct quantity *q)
{
	struct decimal seconds;

	return q->comparator == CMP_LE && *q->unit &&
	       quantity_in_unit(q, "s", &seconds);
}

/* "All crews use the new logbook": of all, so that 80% is how far it came. */
static bool is_of_all(struct str left)
{
	static const char *const ALL[] = {"all", "every", "each", "alle",
		"tous", "toutes", "todos", "todas", "tutti", "tutte", "alla",
		"wszyscy", "wszystkie", NULL};

	return str_words(left) > 2 && vocab_begins_any(left, ALL);
}

/* Is the sentence complete without the percentage behind it? */
bool share_is_progress(const struct split *s, struct str left, struct verdict v)
{
	struct sentence said;

	if (share_is_extreme(s, left, &v))
		return true;
	sentence_read(s->arena, left, &said);
	if (is_between(s->arena, &said, &v.percent))
		return false;
	if (said.target && !*said.verb && is_limit(said.target))
		return false;

	return said.target ||
	       (!share_is_named(left) &&
		       (verb_sense(str_of(said.verb), true) == VERB_MAKE ||
			       share_is_milestone(left) || is_of_all(left)));
}

/* "95% of orders - 99% for the urgent ones": a further goal. */
bool share_is_further(const struct split *s, struct str left, struct str right)
{
	struct sentence said;

	if (str_find(right, STR("% for ")) == STR_NONE)
		return false;
	sentence_read(s->arena, left, &said);
	return is_of_shares(said.target);
}

bool share_is_of_day(const struct split *s, struct str left, struct str right)
{
	static const char *const DAYS[] = {"% today", "% now", "% currently",
		"% heute", "% hoy", "% hoje", "% oggi", "% aujourd", "% nu",
		"% last ", "% in ", "% as of"};
	struct sentence said;
	bool of_day = false;

	for (size_t i = 0; i < COUNT_OF(DAYS) && !of_day; i++) {
		struct str tight = str_of(DAYS[i]);

		of_day = str_ifind(right, tight) != STR_NONE;
	}
	if (!of_day)
		return false;
	sentence_read(s->arena, left, &said);
	return is_of_shares(said.target);
}

/* "Raise the margin to 18 - 20 %": both ends of a range, where the measure is
 * one of shares; "Grow to 40 shops - 60 %" tells how far it is. */
bool share_is_range(struct str left, struct str right)
{
	struct str word = split_last_words(left, 1);
	struct decimal low, high;

	if (!decimal_take(&word, &low) || word.n ||
		!decimal_take(&right, &high) || decimal_cmp(low, high) >= 0)
		return false;
	right = str_trim_left(right);
	if (!str_skip_char(&right, '%'))
		return false;
	right = str_trim_left(right);
	return (!right.n || strchr("(-,;.[\xe2", right.p[0])) &&
	       share_is_named(left);
}

/* "(80%)" and nothing else, behind a sentence that has its target. */
bool share_is_bare(const struct split *s, struct place p)
{
	struct str right = split_right(s, p);
	struct verdict v;
	struct sentence said;

	if (right.n > strlen("(~100.0 %)") || right.n < 3 ||
		(!str_is_digit(right.p[1]) && right.p[1] != '~') ||
		share_leads_on(split_left(s, p)))
		return false;
	v = split_judge_loose(s, right);
	if (!v.known || !v.exact || v.kind != RESULT_PERCENT)
		return false;
	if (str_ends(split_left(s, p), ".")) /* the sentence is over */
		return true;
	/* "on 90% of payments (64%)" may well be where it stands. */
	sentence_read(s->arena, split_left(s, p), &said);
	if (said.target && said.target->has_value &&
		!strcmp(said.target->unit, "%") && v.has_percent &&
		decimal_cmp(v.percent, said.target->value) <= 0)
		return false;
	if (!said.target && str_ends(right, ").")) /* part of the sentence */
		return false;
	return share_is_progress(s, split_left(s, p), v);
}

/* "99.95% (actual: 99.91%)", "by 25% (achieved 35%)": a value of the same kind,
 * and no progress. */
bool share_is_actual(const struct split *s, struct place p)
{
	static const char *const LEADS[] = {"(actual", "(achieved", "(reached",
		"(hit", "(ended at", "(final"};
	struct str right = split_right(s, p);
	struct sentence said;
	bool led = false;

	for (size_t i = 0; i < COUNT_OF(LEADS) && !led; i++)
		led = str_istarts(right, LEADS[i]);
	if (!led || str_find_char(right, '%') == STR_NONE)
		return false;
	sentence_read(s->arena, split_left(s, p), &said);
	return is_of_shares(said.target);
}

/* "(66% - 6 of 9 pages)", "(25%, drafts only)" */
bool share_is_noted(const struct split *s, struct place p)
{
	struct str right = split_right(s, p), note;
	struct verdict v;
	size_t at = str_find_char(right, '%');

	if (at == STR_NONE || at > 7 || right.n < 3 ||
		!str_is_digit(right.p[1]) || share_leads_on(split_left(s, p)))
		return false;
	note = str_trim_left(str_sub(right, at + 1, right.n));
	if (!str_starts(note, "- ") && !str_starts(note, "\u2013 ") &&
		!str_starts(note, "\u2014 ") && !str_starts(note, ": "))
		return false;
	v = split_judge_loose(s, right);
	return v.kind == RESULT_PERCENT && v.exact &&
	       share_is_progress(s, split_left(s, p), v);
}

/* "from 200 to 300 members, currently 48%": how far it is, since members are
 * no share. */
bool share_is_told(const struct split *s, struct place p)
{
	struct verdict v = split_judge(s, split_right(s, p));
	struct sentence said;

	if (v.kind != RESULT_PERCENT || !v.has_percent || !v.exact || !v.sure ||
		split_right(s, p).n > 40 ||
		str_find_char(split_right(s, p), '%') == STR_NONE)
		return false;
	sentence_read(s->arena, split_left(s, p), &said);
	return said.target && said.target->has_value &&
	       said.comparator != CMP_BY && strcmp(said.target->unit, "%") &&
	       strcmp(said.target->unit, "pp");
}

/* "Each team has a plan: 3 of 8", where no number is told before. */
bool share_is_of_each(const struct split *s, struct str left, struct str right)
{
	static const char *const EACH[] = {"each", "every", "all", "jede",
		"jeder", "jedes", "alle", "chaque", "tous", "toutes", "cada",
		"todos", "todas", "ogni", "tutti", "tutte", "elke", "ieder",
		NULL};
	struct sentence said;
	struct decimal n;

	if (!str_is_listed(str_sub(left, 0, str_find_char(left, ' ')), EACH) ||
		str_has_digit(left) || !decimal_take(&right, &n))
		return false;
	right = str_trim(right);
	if (!str_skip(&right, "of ") && !str_skip(&right, "/") &&
		!str_skip(&right, "out of "))
		return false;
	right = str_trim(right);
	if (!decimal_take(&right, &n) || str_trim_end(right, ".!").n)
		return false;
	sentence_read(s->arena, left, &said);
	return !said.target && !said.baseline;
}

/* "on 50 carts: 50/50, all there": of what was asked for. */
bool share_is_of_target(
	const struct split *s, struct str left, struct str right)
{
	struct sentence said;
	struct decimal of;
	size_t at = str_find_char(right, '/');

	if (at == STR_NONE || at == 0 || at > 6 || !str_is_digit(right.p[0]))
		return false;
	right = str_trim_left(str_sub(right, at + 1, right.n));
	sentence_read(s->arena, left, &said);
	return decimal_take(&right, &of) && said.target &&
	       said.target->has_value &&
	       decimal_cmp(of, said.target->value) == 0;
}

bool share_is_behind_reading(const struct split *s, size_t i)
{
	static const char *const LEADS[] = {"result ", "actual ", "now ",
		"currently ", "live ", "ended at ", "ergebnis ", "ist "};
	struct place p, last = s->dash.v[i];
	struct str piece;

	if (!i || !str_starts(str_sub(s->line, last.at, s->line.n), " | "))
		return false;
	p = s->dash.v[i - 1];
	if (!str_starts(str_sub(s->line, p.at, s->line.n), " | "))
		return false;
	piece = str_trim(str_sub(s->line, p.rest, last.at));
	for (size_t k = 0; k < COUNT_OF(LEADS); k++)
		if (str_istarts(piece, LEADS[k]))
			return true;
	return false;
}
