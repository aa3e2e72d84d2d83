/*
 * What grading has to say: every sentence shows the numbers it rests on.
 */
#include "grade_p.h"

#include <assert.h>

#include "attr.h"
#include "wordlist_p.h"
#include "words.h"

/* Where a finding belongs, so that adding one is a line. */
struct place {
	struct arena *a;
	struct model *m;
	const struct objective *o;
	const struct key_result *kr; /* NULL: the objective itself */
};

static const char *subject(const struct place *p)
{
	return words_short(p->a, p->kr ? p->kr->text : p->o->title);
}

static void say(const struct place *p, const char *rule, enum severity severity,
	const char *words)
{
	finding_add(p->a, &p->m->findings, rule, severity, p->o->source.file,
		p->o->source.url, p->kr ? p->kr->line : p->o->source.line,
		"%s '%s': %s", p->kr ? "key result" : "objective", subject(p),
		words);
}

static const char *two(struct arena *a, const struct rat *x)
{
	return rat_text(a, x, GRADE_DECIMALS);
}

/* 0: the same to two decimals; 1: to the one decimal that was stated; 2: no */
static int difference(
	struct arena *a, const struct rat *grade, struct decimal stated)
{
	const struct rat *s = rat_of_decimal(a, stated);

	if (rat_cmp(rat_round(a, grade, GRADE_DECIMALS),
		    rat_round(a, s, GRADE_DECIMALS)) == 0)
		return 0;
	return stated.scale <= 1 && rat_cmp(rat_round(a, grade, 1), s) == 0 ? 1
									    : 2;
}

static void check_stated(const struct place *p, const struct rat *grade,
	enum grade_source source, const struct decimal *stated,
	const char *formula)
{
	int d;

	if (!grade || !stated || source == SOURCE_STATED ||
		source == SOURCE_FROZEN || source == SOURCE_NONE)
		return;
	d = difference(p->a, grade, *stated);
	if (!d)
		return;
	say(p, "stated-grade-differs",
		d == 1 ? SEVERITY_INFO : SEVERITY_WARNING,
		arena_printf(p->a,
			"the stated grade is %s, the computed %s: %s",
			two(p->a, rat_of_decimal(p->a, *stated)),
			two(p->a, grade), formula));
}

static void check_rate(const struct place *p, const struct kind_notes *notes)
{
	const struct key_result *kr = p->kr;

	/* What was closed may be a count and still have no grade. */
	if (kr->kind != KIND_COUNT || !notes->beside || !kr->grade ||
		kr->grade_source == SOURCE_FROZEN)
		return;
	say(p, "baseline-is-a-rate", SEVERITY_INFO,
		arena_printf(p->a,
			"graded %s as a count (%s), since the baseline '%s' "
			"is not counted like the target '%s'; from there it "
			"would be %s (%s): write 'Kind: count' or a baseline "
			"in the target's unit",
			two(p->a, kr->grade), kr->formula,
			words_short(p->a, kr->baseline->text),
			words_short(p->a, kr->target->text),
			two(p->a, grade_clamp(p->a, notes->beside)),
			notes->beside_formula));
}

static void check_result(const struct place *p)
{
	const struct key_result *kr = p->kr;
	const struct rat *x = grade_result(p->a, &kr->result);

	if (!x || !kr->grade || kr->grade_source != SOURCE_COMPUTED)
		return;
	x = grade_clamp(p->a, x);
	if (rat_cmp(rat_round(p->a, x, GRADE_DECIMALS),
		    rat_round(p->a, kr->grade, GRADE_DECIMALS)) == 0)
		return;
	say(p, "result-differs", SEVERITY_WARNING,
		arena_printf(p->a,
			"the written result '%s' is %s, the numbers give %s: "
			"%s",
			words_short(p->a, kr->result.text), two(p->a, x),
			two(p->a, kr->grade), kr->formula));
}

/* What a person wrote beside an objective, often rounded to a tenth. */
static void check_objective_result(const struct place *p)
{
	const struct objective *o = p->o;
	const struct rat *x = grade_result(p->a, &o->result);

	if (!x || !o->own_grade || o->grade_source != SOURCE_COMPUTED)
		return;
	x = grade_clamp(p->a, x);
	if (rat_cmp(rat_round(p->a, x, GRADE_DECIMALS),
		    rat_round(p->a, o->own_grade, GRADE_DECIMALS)) == 0 ||
		rat_cmp(rat_round(p->a, o->own_grade, 1), x) == 0)
		return;
	say(p, "result-differs", SEVERITY_WARNING,
		arena_printf(p->a,
			"the written result '%s' is %s, its key results give "
			"%s (%d of %d graded): %s",
			words_short(p->a, o->result.text), two(p->a, x),
			two(p->a, o->own_grade), o->graded, o->total,
			o->formula));
}

static const char *advice(const char *rule)
{
	static const struct {
		const char *rule, *advice;
	} ADVICE[] = {
		{"target-equals-baseline",
			"set a target that differs, or write 'Kind: keep "
			"above'"},
		{"units-differ",
			"write baseline, target and current in one unit"},
		{"cannot-be-graded", "write what is missing"},
	};

	for (size_t i = 0; i < COUNT_OF(ADVICE); i++)
		if (strcmp(rule, ADVICE[i].rule) == 0)
			return ADVICE[i].advice;
	return "";
}

static void check_ungraded(const struct place *p, const struct grade_options *o,
	const struct kind_notes *notes)
{
	bool is_missing;

	if (!notes->rule || !p->kr->counts || !p->o->counts)
		return;
	is_missing = strcmp(notes->rule, "cannot-be-graded") == 0;
	/* Nothing to read yet is no fault before there could be any. */
	if (is_missing && pace_is_early(p->m, p->o, p->kr, o))
		return;
	say(p, notes->rule, is_missing ? SEVERITY_INFO : SEVERITY_ERROR,
		arena_printf(p->a, "%s%s: %s", p->kr->grade ? "" : "ungraded, ",
			p->kr->caveat, advice(notes->rule)));
}

static void check_way(const struct place *p)
{
	const struct key_result *kr = p->kr;

	if (!kr->progress || rat_sign(kr->progress) >= 0)
		return;
	say(p, "moved-the-wrong-way", SEVERITY_WARNING,
		arena_printf(p->a, "it has moved away from its target: %s",
			kr->formula));
}

/* What a person says of it: by health, else by the words of its status. */
static enum health believed(struct arena *a, const struct key_result *kr)
{
	return kr->health != HEALTH_NONE
		       ? kr->health
		       : health_read(a, str_of(kr->stated_status), NULL);
}

static const char *said(struct arena *a, const struct key_result *kr)
{
	return kr->stated_status[0] ? words_short(a, kr->stated_status)
				    : health_name(kr->health);
}

static void check_health(const struct place *p, const struct grade_options *o)
{
	const struct key_result *kr = p->kr;
	enum health h = believed(p->a, kr);
	const char *numbers = kr->formula;

	/* Nobody knows what was said when: it may have been true then. */
	if (pace_is_over(p->m, p->o, o->today) &&
		!date_is_set(pace_newest(p->o, kr)))
		return;
	if (h == HEALTH_ON_TRACK && kr->status == STATUS_AT_RISK && kr->grade)
		say(p, "health-contradicts", SEVERITY_WARNING,
			arena_printf(p->a,
				"it is said to be '%s', but by its number it "
				"is at risk (%s): a watermelon, green outside "
				"and red inside",
				said(p->a, kr), numbers));
	if (h == HEALTH_AT_RISK &&
		(kr->status == STATUS_AHEAD || kr->status == STATUS_DONE))
		say(p, "health-contradicts", SEVERITY_INFO,
			arena_printf(p->a,
				"it is said to be '%s', but by its number it "
				"is %s (%s)",
				said(p->a, kr), status_name(kr->status),
				numbers));
}

const char *date_text(struct arena *a, struct date d)
{
	struct buf b;
	const char *text;

	assert(date_is_set(d));
	buf_init(&b, 32);
	date_print(&b, d);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

/* The last day that a reading could be for. */
static struct date last_day(
	const struct place *p, const struct grade_options *o, bool *over)
{
	const struct period *period = pace_period(p->m, p->o, p->kr);

	*over = period && date_cmp(o->today, period->end) > 0;
	return *over ? period->end : o->today;
}

static void say_stale(const struct place *p, const struct grade_options *o,
	struct date newest, const char *subject_words)
{
	bool over;
	struct date day = last_day(p, o, &over);
	const char *todo = over ? "write how it ended" : "add a check-in";

	if (!date_is_set(newest)) {
		say(p, "stale", SEVERITY_WARNING,
			arena_printf(p->a,
				"%s never had a reading (the cadence is %d "
				"days): %s",
				subject_words, o->stale_days, todo));
		return;
	}
	say(p, "stale", SEVERITY_WARNING,
		arena_printf(p->a,
			"%s had its newest reading on %s, %ld days %s (the "
			"cadence is %d): %s",
			subject_words, date_text(p->a, newest),
			date_diff(newest, day),
			over ? "before its period ended" : "ago", o->stale_days,
			todo));
}

/* One by one; or once for the objective, where all of them are. */
static void check_stale(const struct place *p, const struct grade_options *o)
{
	const struct key_results *all = &p->o->key_results;
	struct date newest = {0};
	size_t stale = 0, counting = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct date d = pace_newest(p->o, &all->v[i]);

		counting += all->v[i].counts;
		stale += all->v[i].status == STATUS_STALE;
		if (date_cmp(d, newest) > 0)
			newest = d;
	}
	if (stale > 1 && stale == counting) {
		say_stale(p, o, newest,
			arena_printf(p->a,
				"none of its %zu key results is "
				"up to date: it",
				stale));
		return;
	}
	for (size_t i = 0; i < all->n && stale; i++) {
		const struct place at = {p->a, p->m, p->o, &all->v[i]};

		if (all->v[i].status == STATUS_STALE)
			say_stale(&at, o, pace_newest(p->o, &all->v[i]), "it");
	}
}

static void check_weight(const struct place *p, const struct decimal *weight)
{
	if (weight && weight->coef < 0)
		say(p, "bad-weight", SEVERITY_ERROR,
			"its weight is negative and taken as 1: write 0 or "
			"more");
}

/* Who closes an objective may rely on its grade. */
static void check_frozen(const struct place *p, const struct frozen *frozen,
	const struct rat *grade)
{
	if (frozen->now)
		say(p, "edited-after-close", SEVERITY_WARNING,
			arena_printf(p->a,
				"it was closed with %s%s, which stays; %s. To "
				"grade it anew, delete the comment with its "
				"final grade",
				grade ? "the grade " : "no grade",
				grade ? two(p->a, grade) : "", frozen->now));
}

/* Who is sure of what goes badly, or in doubt of what goes well. */
static void check_confidence(const struct place *p,
	const struct decimal *confidence, enum status s, const char *formula)
{
	static const struct decimal SURE = {7, 1}, DOUBTFUL = {3, 1};
	bool sure, doubtful;

	if (!confidence)
		return;
	sure = decimal_cmp(*confidence, SURE) >= 0 && s == STATUS_AT_RISK;
	doubtful = decimal_cmp(*confidence, DOUBTFUL) <= 0 &&
		   (s == STATUS_AHEAD || s == STATUS_DONE);
	if (sure || doubtful)
		say(p, "confidence-contradicts", SEVERITY_INFO,
			arena_printf(p->a,
				"its confidence is %s, but by its number it is "
				"%s (%s): say how sure you are now",
				two(p->a, rat_of_decimal(p->a, *confidence)),
				status_name(s), formula));
}

void grade_findings(struct arena *a, struct model *m,
	const struct grade_options *o, const struct objective *obj,
	const struct key_result *kr, const struct kind_notes *notes)
{
	struct place p = {a, m, obj, kr};

	check_stated(
		&p, kr->grade, kr->grade_source, kr->stated_grade, kr->formula);
	check_rate(&p, notes);
	check_result(&p);
	check_ungraded(&p, o, notes);
	check_way(&p);
	check_health(&p, o);
	if (kr->grade && !pace_is_over(m, obj, o->today))
		check_confidence(&p, kr->confidence, kr->status, kr->formula);
	check_weight(&p, kr->weight);
	check_frozen(&p, &kr->frozen, kr->grade);
}

/* A miss that nobody has explained yet. */
static bool is_explained(const struct objective *o)
{
	static const char *const WORDS[] = {"post-mortem", "postmortem",
		"post mortem", "retrospective", "lessons", "learned", "learnt"};

	for (size_t i = 0; i < o->notes.n; i++)
		if (words_find_any(
			    str_of(o->notes.v[i]), WORDS, COUNT_OF(WORDS)))
			return true;
	return false;
}

/* The objective's health against its mean: one red part of many is no
 * contradiction. */
static void check_objective_health(
	const struct place *p, const struct grade_options *o)
{
	enum health h = p->o->health;
	enum status s = pace_of_mean(p->a, p->m, p->o, o);
	bool rosy = h == HEALTH_ON_TRACK && s == STATUS_AT_RISK;
	bool gloomy =
		h == HEALTH_AT_RISK && (s == STATUS_AHEAD || s == STATUS_DONE);

	if (!p->o->own_grade || (!rosy && !gloomy))
		return;
	say(p, "health-contradicts", rosy ? SEVERITY_WARNING : SEVERITY_INFO,
		arena_printf(p->a,
			"its health is '%s', but by its number it is %s (%s)%s",
			health_name(h), status_name(s), p->o->formula,
			rosy ? ": a watermelon, green outside and red inside"
			     : ""));
}

void grade_objective_findings(struct arena *a, struct model *m,
	const struct grade_options *o, const struct objective *obj)
{
	struct place p = {a, m, obj, NULL};

	check_stale(&p, o);
	check_weight(&p, obj->weight);
	check_objective_health(&p, o);
	check_objective_result(&p);
	if (obj->own_grade && !pace_is_over(m, obj, o->today))
		check_confidence(&p, obj->confidence,
			pace_of_mean(a, m, obj, o), obj->formula);
	check_frozen(&p, &obj->frozen, obj->own_grade);
	if (obj->own_grade && obj->stated_grade)
		check_stated(&p, obj->own_grade, obj->grade_source,
			obj->stated_grade, obj->formula);
	if (obj->type == TYPE_COMMITTED && obj->counts && obj->grade &&
		pace_is_over(m, obj, o->today) && !grade_is_met(obj) &&
		!is_explained(obj))
		say(&p, "committed-missed", SEVERITY_WARNING,
			arena_printf(a,
				"it was committed and ended at %s, not 1.00: "
				"add a post-mortem note",
				two(a, obj->grade)));
}

void grade_model_findings(
	struct arena *a, struct model *m, const struct grade_options *o)
{
	if (!m->objectives.n || !m->grade)
		return;
	for (size_t i = 0; i < m->objectives.n; i++)
		if (!pace_is_over(m, &m->objectives.v[i], o->today))
			return;
	if (strcmp(m->signal, "too safe") != 0)
		return;
	finding_add(a, &m->findings, "too-safe", SEVERITY_INFO,
		m->objectives.v[0].source.file, NULL, 0,
		"the mean of %s is %s, over 0.85: set bolder targets next time",
		m->period.name[0] ? m->period.name : "the period",
		two(a, m->grade));
}
