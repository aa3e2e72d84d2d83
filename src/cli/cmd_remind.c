/*
 * okrsync remind: one comment an issue and cadence, when there is a reason.
 *
 * Reasons are findings of a few rules and the steps of the timetable that are
 * due.  The comment's key holds the first day of the window that today lies
 * in, so that there is one a window however often the command runs.  It
 * mentions one person, who is assigned to the issue, and does nothing else.
 */
#include "book_p.h"

#include "calendar.h"
#include "escape.h"
#include "issuebody.h"
#include "lint.h"

enum { BODY_BYTES = 64 * 1024, REASONS_MAX = 12 };

/* Findings that a person is reminded of, as the rules are called. */
static const char *const RULES[] = {
	"stale",
	"missing-check-in",
	"set-and-forget",
	"no-owner",
	"no-key-results",
	"no-from",
	"target-equals-baseline",
	"units-differ",
	"draft-in-period",
	"active-after-end",
	"at-risk-without-words",
};

#define IN(state) (1u << (state))

/* Steps of the timetable, and the states of OKRs they are about. */
static const struct {
	const char *step;
	unsigned states;
} STEPS[] = {
	{"draft-review", IN(STATE_DRAFT)},
	{"polish", IN(STATE_DRAFT) | IN(STATE_REVIEW)},
	{"start", IN(STATE_DRAFT) | IN(STATE_REVIEW)},
	{"first-quarter", IN(STATE_ACTIVE) | IN(STATE_NONE)},
	{"mid-review", IN(STATE_ACTIVE) | IN(STATE_NONE)},
	{"third-quarter", IN(STATE_ACTIVE) | IN(STATE_NONE)},
	{"grading", IN(STATE_ACTIVE) | IN(STATE_NONE)},
	{"final", IN(STATE_ACTIVE) | IN(STATE_NONE)},
};

static bool is_rule(const char *rule)
{
	for (size_t i = 0; i < COUNT_OF(RULES); i++)
		if (strcmp(RULES[i], rule) == 0)
			return true;
	return false;
}

static void add_findings(struct errand *e, const struct entry_of_book *entry,
	struct texts *reasons)
{
	const struct findings *list = &e->g.model.findings;
	struct arena *a = e->run->arena;

	for (size_t i = 0; i < list->n; i++)
		if (is_rule(list->v[i].rule) &&
			strcmp(list->v[i].url, entry->url) == 0)
			*vec_add(a, reasons) =
				quiet_markdown(a, list->v[i].message);
}

static bool is_about(const struct calendar_step *step, enum state state)
{
	for (size_t i = 0; i < COUNT_OF(STEPS); i++)
		if (strcmp(STEPS[i].step, step->id) == 0)
			return (STEPS[i].states & IN(state)) != 0;
	return false;
}

static void add_steps(
	struct errand *e, const struct objective *o, struct texts *reasons)
{
	const struct period *p =
		*o->period.name ? &o->period : &e->g.model.period;
	struct arena *a = e->run->arena;
	struct calendar c;

	if (!date_is_set(p->start) || !date_is_set(p->end))
		return;
	c = calendar_make(a, p, (int)e->run->s.fiscal_start, e->run->s.today);
	for (size_t i = 0; i < c.steps.n; i++) {
		const struct calendar_step *s = &c.steps.v[i];

		if (s->due == DUE_NOW && is_about(s, o->state))
			*vec_add(a, reasons) =
				arena_printf(a, "%s (until %04d-%02d-%02d): %s",
					quiet_markdown(a, s->title), s->to.year,
					s->to.month, s->to.day,
					quiet_markdown(a, s->about));
	}
}

static struct date later(struct date x, struct date y)
{
	return date_cmp(x, y) >= 0 ? x : y;
}

/* The day of the newest word about it; a value without one is as old as the
 * issue's last change. */
static struct date newest_of(const struct objective *o)
{
	struct date newest = o->last_check_in;
	bool has_value = false;

	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		newest = later(newest, kr->current_date);
		for (size_t k = 0; k < kr->readings.n; k++)
			newest = later(newest, kr->readings.v[k].date);
		has_value |= kr->current != NULL;
	}
	return date_is_set(newest) || !has_value ? newest : o->updated;
}

/* Grading calls only what looks well stale; what is late and silent is asked
 * for all the more. */
static void add_age(
	struct errand *e, const struct objective *o, struct texts *reasons)
{
	const struct period *p =
		*o->period.name ? &o->period : &e->g.model.period;
	struct date newest = newest_of(o), today = e->run->s.today;

	if ((o->status != STATUS_BEHIND && o->status != STATUS_AT_RISK) ||
		!date_is_set(newest) || !date_is_set(p->end) ||
		date_cmp(today, p->end) > 0 ||
		date_diff(newest, today) <= e->run->s.stale_days)
		return;
	*vec_add(e->run->arena, reasons) = arena_printf(e->run->arena,
		"it is %s, and its newest value is %ld days old: add a "
		"check-in",
		status_name(o->status), (long)date_diff(newest, today));
}

/* Any issue can be an objective; one without key results and labels that
 * speak of its state may be none. */
static bool is_alive(const struct run *run, const struct objective *o)
{
	return o->state != STATE_CLOSED && o->outcome == OUTCOME_NONE &&
	       (o->key_results.n ||
		       labels_have(&run->s.labels, &o->labels, SENSE_STATE));
}

/* Everything that speaks for a reminder; none for what is not alive. */
static struct texts reasons_of(
	struct errand *e, const struct entry_of_book *entry)
{
	struct texts reasons = {NULL, 0, 0};
	const struct model *m = &e->g.model;
	bool alive = false;

	for (size_t i = 0; i < entry->objectives.n; i++) {
		const struct objective *o =
			&m->objectives.v[entry->objectives.v[i]];

		if (!is_alive(e->run, o))
			continue;
		alive = true;
		add_steps(e, o, &reasons);
		add_age(e, o, &reasons);
	}
	if (alive)
		add_findings(e, entry, &reasons);
	else
		reasons.n = 0;
	return reasons;
}

/* A name GitLab takes as one person's. */
static bool is_username(const char *name)
{
	if (!*name || str_iis(str_of(name), "all"))
		return false;
	for (; *name; name++)
		if (!str_is_alnum(*name) && !strchr("_.-", *name))
			return false;
	return true;
}

/* The assignee who is the DRI, else the first one; "" when there is none. */
static const char *person_of(
	const struct errand *e, const struct entry_of_book *entry)
{
	const struct objective *o =
		&e->g.model.objectives.v[entry->objectives.v[0]];
	struct str dri = str_trim(str_of(*o->dri ? o->dri : o->owner));
	const char *first = "";

	str_skip_char(&dri, '@');
	for (size_t i = 0; i < entry->assignees.n; i++) {
		const struct person *p = &entry->assignees.v[i];

		if (!is_username(p->username))
			continue;
		if (str_iis(dri, p->username) || str_iis(dri, p->name))
			return p->username;
		if (!*first)
			first = p->username;
	}
	return first;
}

/* The first day of the window: windows of so many days, from a Monday on. */
static const char *window_key(const struct run *run)
{
	enum { FIRST_MONDAY = 4 }; /* 1970-01-05 */
	long n = run->s.remind_days;
	long day = date_to_days(run->s.today) - FIRST_MONDAY;
	struct date from =
		date_from_days(day - ((day % n) + n) % n + FIRST_MONDAY);

	return arena_printf(run->arena, "remind/%04d-%02d-%02d", from.year,
		from.month, from.day);
}

static const char *body_of(const struct errand *e,
	const struct entry_of_book *entry, const struct texts *reasons,
	const char *key)
{
	const char *person = person_of(e, entry), *body;
	struct buf b;

	buf_init(&b, BODY_BYTES);
	if (*person)
		buf_addf(&b, "@%s: ", person);
	buf_adds(&b, "this OKR is waiting for you.\n\n");
	for (size_t i = 0; i < reasons->n && i < REASONS_MAX; i++)
		buf_addf(&b, "- %s\n", reasons->v[i]);
	if (reasons->n > REASONS_MAX)
		buf_addf(&b, "- and %zu more\n", reasons->n - REASONS_MAX);
	buf_adds(&b,
		"\nA check-in is a comment with a line for each key result: "
		"its number and its newest value, such as `KR1: 42`. ");
	buf_adds(&b, "Reminders end with the label `");
	escape_clean(&b, str_of(e->run->s.no_reminder));
	buf_adds(&b, "`.");
	body = keyed(e, entry, buf_str(&b), key);
	buf_release(&b);
	return body;
}

/* The user's label, and the one our scheme has always known. */
static bool is_opted_out(
	const struct run *run, const struct entry_of_book *entry)
{
	for (size_t i = 0; i < entry->labels.n; i++)
		if (str_iis(str_of(entry->labels.v[i]), run->s.no_reminder) ||
			str_iis(str_of(entry->labels.v[i]), "okr::no-reminder"))
			return true;
	return false;
}

/* 0: nothing to do, 1: reminded, or would be. */
static int remind_one(struct errand *e, const struct entry_of_book *entry,
	const char *key, struct err *err)
{
	const struct run *run = e->run;
	struct texts reasons;
	const char *body;
	int64_t id;

	if (!entry->open || is_opted_out(run, entry) ||
		gitlab_note_find(&entry->notes, key))
		return 0;
	reasons = reasons_of(e, entry);
	if (!reasons.n)
		return 0;
	body = body_of(e, entry, &reasons, key);
	if (run->s.dry_run) {
		answer("would remind %s %s", entry->url, entry->title);
		show_text(str_of(body));
		return 1;
	}
	if (gitlab_note_post(e->gitlab, run->arena, &entry->project, entry->iid,
		    e->self, key, body, &id, err))
		return -1;
	answer("reminded %s %s", entry->url, entry->title);
	return 1;
}

static int remind_all(struct errand *e, struct err *err)
{
	const struct run *run = e->run;
	const char *key = window_key(run);
	size_t n = 0;

	for (size_t i = 0; i < e->book.n; i++) {
		int rc;

		progress(run, "reminding", (long)i, (long)e->book.n);
		progress_end(run);
		rc = remind_one(e, &e->book.v[i], key, err);
		if (rc < 0)
			errand_failed(e, &e->book.v[i], err);
		else
			n += (size_t)rc;
	}
	say(run, "%s %zu of %zu issue%s",
		run->s.dry_run ? "would remind in" : "reminded in", n,
		e->book.n, e->book.n == 1 ? "" : "s");
	return 0;
}

/* "2025-12-20..2026-01-02", or one day. */
static bool in_span(struct str span, struct date day, bool *valid)
{
	size_t dots = str_find(span, STR(".."));
	struct date from, to;

	*valid = date_parse(str_trim(str_sub(span, 0, dots)), &from);
	to = from;
	if (*valid && dots != STR_NONE)
		*valid = date_parse(
			str_trim(str_sub(span, dots + 2, span.n)), &to);
	*valid = *valid && date_cmp(from, to) <= 0;
	return *valid && date_cmp(from, day) <= 0 && date_cmp(day, to) <= 0;
}

static int check_quiet(
	const struct run *run, const char **span, struct err *err)
{
	*span = NULL;
	for (size_t i = 0; i < run->s.quiet_days.n; i++) {
		bool valid, in = in_span(str_of(run->s.quiet_days.v[i]),
				    run->s.today, &valid);

		if (!valid)
			return err_set(err, ERR_CONFIG,
				"quiet-days: '%s' is neither a day "
				"(YYYY-MM-DD) "
				"nor two of them, the earlier first "
				"(2025-12-20..2026-01-02)",
				run->s.quiet_days.v[i]);
		if (in)
			*span = run->s.quiet_days.v[i];
	}
	return 0;
}

/* Only today makes findings about time. */
static void lint(struct errand *e)
{
	struct lint_options options;

	lint_options_init(&options);
	options.today = e->run->s.today;
	lint_model(e->run->arena, &e->g.model, &options);
}

int cmd_remind(struct run *run, struct err *err)
{
	const char *quiet;
	struct errand e;

	if (check_quiet(run, &quiet, err))
		return -1;
	if (quiet) {
		say(run, "%s are quiet days: nobody is reminded", quiet);
		return 0;
	}
	if (errand_begin(&e, run, err))
		return errand_end(&e, -1, err);
	lint(&e);
	return errand_end(&e, remind_all(&e, err), err);
}
