/*
 * Checks of one objective's place among the others and of its life: links,
 * states, check-ins.
 */
#include "lint_p.h"

#include "grade_p.h"

static const struct objective *parent_of(const struct lint *l, size_t i)
{
	return &l->m->objectives.v[l->obj->parents.v[i]];
}

static bool has_higher_level(const struct lint *l)
{
	for (int i = 0; i < (int)l->obj->level; i++)
		if (l->has_level[i])
			return true;
	return false;
}

void lint_orphan(struct lint *l)
{
	const struct objective *o = l->obj;

	if (o->level != LEVEL_NONE && !o->parents.n &&
		!str_trim(str_of(o->ladders_up_to)).n && has_higher_level(l))
		lint_say(l, "it ladders up to nothing, though there are "
			    "objectives above it: say which one it serves");
}

/* A level between child and parent that this set has, or LEVEL_NONE. */
static enum level skipped(const struct lint *l, const struct objective *parent)
{
	for (int i = (int)parent->level + 1; i < (int)l->obj->level; i++)
		if (l->has_level[i])
			return (enum level)i;
	return LEVEL_NONE;
}

void lint_level_skipped(struct lint *l)
{
	if (l->obj->level == LEVEL_NONE)
		return;
	for (size_t i = 0; i < l->obj->parents.n; i++) {
		enum level s = skipped(l, parent_of(l, i));

		if (s == LEVEL_NONE)
			continue;
		lint_say(l,
			"it ladders up to '%s' past the %s level: is an "
			"objective there missing?",
			parent_of(l, i)->title, level_name(s));
		return;
	}
}

void lint_parent_below(struct lint *l)
{
	if (l->obj->level == LEVEL_NONE)
		return;
	for (size_t i = 0; i < l->obj->parents.n; i++) {
		const struct objective *p = parent_of(l, i);

		if (p->level != LEVEL_NONE && p->level > l->obj->level)
			lint_say(l,
				"it is of the %s level and ladders up to "
				"'%s', which is of the %s level",
				level_name(l->obj->level), p->title,
				level_name(p->level));
	}
}

/* The newest day anything was read about the objective. */
static struct date newest(const struct objective *o)
{
	struct date d = o->last_check_in;

	for (size_t i = 0; i < o->key_results.n; i++) {
		struct date k = pace_newest(o, &o->key_results.v[i]);

		if (date_cmp(k, d) > 0)
			d = k;
	}
	return d;
}

static bool is_alive(const struct lint *l)
{
	return l->obj->state == STATE_ACTIVE || l->obj->state == STATE_NONE;
}

/* Has anybody ever said how it goes? */
static bool has_news(const struct objective *o)
{
	if (date_is_set(newest(o)) || o->stated_grade ||
		o->result.kind != RESULT_NONE)
		return true;
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		if (kr->current || kr->readings.n || kr->stated_grade ||
			kr->result.kind != RESULT_NONE || kr->tasks_done > 0 ||
			kr->checked)
			return true;
	}
	return false;
}

void lint_missing_check_in(struct lint *l)
{
	const struct period *p = lint_period(l);

	if (!is_alive(l) || !lint_is_running(l) || !l->obj->key_results.n ||
		has_news(l->obj))
		return;
	if (date_diff(p->start, l->o->today) > l->pace.stale_days)
		lint_say(l,
			"the period has run for %ld days and nobody has said "
			"how it goes: add a check-in",
			date_diff(p->start, l->o->today) + 1);
}

void lint_set_and_forget(struct lint *l)
{
	const struct period *p = lint_period(l);
	struct date last = newest(l->obj), day = l->o->today;

	if (!is_alive(l) || !p || !date_is_set(day) || !date_is_set(last))
		return;
	if (date_cmp(day, p->end) > 0)
		day = p->end;
	if (date_diff(last, day) <= l->o->forgotten_days)
		return;
	if (date_cmp(l->o->today, p->end) > 0)
		lint_say(l,
			"nobody looked at it in the last %ld days of its "
			"period: write how it ended",
			date_diff(last, day));
	else
		lint_say(l,
			"nobody has looked at it for %ld days: check in, "
			"change it or drop it",
			date_diff(last, day));
}

void lint_draft_in_period(struct lint *l)
{
	struct objective active = *l->obj;

	active.state = STATE_ACTIVE;
	if ((l->obj->state == STATE_DRAFT || l->obj->state == STATE_REVIEW) &&
		lint_is_running(l) &&
		!pace_is_early(
			l->m, &active, &(struct key_result){0}, &l->pace))
		lint_say(l,
			"it is still in %s though the period is well on its "
			"way: agree on it or drop it",
			state_name(l->obj->state));
}

void lint_active_after_end(struct lint *l)
{
	enum { DAYS_TO_CLOSE = 21 };
	const struct period *p = lint_period(l);

	if (l->obj->state == STATE_ACTIVE && p && date_is_set(l->o->today) &&
		date_diff(p->end, l->o->today) > DAYS_TO_CLOSE)
		lint_say(l,
			"it is still active %ld days after its period: grade "
			"and close it",
			date_diff(p->end, l->o->today));
}

void lint_closed_without_outcome(struct lint *l)
{
	if (l->obj->state == STATE_CLOSED && l->obj->outcome == OUTCOME_NONE &&
		!l->obj->grade)
		lint_say(l,
			"it is closed with neither grade nor outcome: say how "
			"it ended");
}

/* Does any of these lists say a word? */
static bool says_why(const struct texts *const *lists, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (lists[i]->n)
			return true;
	return false;
}

static bool objective_says_why(const struct objective *o)
{
	const struct texts *const LISTS[] = {
		&o->blockers, &o->risks, &o->asks, &o->mitigations, &o->notes};

	return says_why(LISTS, COUNT_OF(LISTS));
}

static bool key_result_says_why(const struct key_result *kr)
{
	const struct texts *const LISTS[] = {&kr->blockers, &kr->risks,
		&kr->asks, &kr->mitigations, &kr->notes};

	return says_why(LISTS, COUNT_OF(LISTS));
}

void lint_at_risk_without_words(struct lint *l)
{
	const struct objective *o = l->obj;
	bool red = o->health == HEALTH_AT_RISK;

	/* Later, what was missed is a matter of grades and closing. */
	if (pace_is_over(l->m, o, l->o->today) || objective_says_why(o))
		return;
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		red = red || kr->status == STATUS_AT_RISK;
		if (key_result_says_why(kr))
			return;
	}
	if (red)
		lint_say(l, "it is at risk, but no blocker, ask, risk or note "
			    "says why");
}

static bool is_move(const struct move *m, const char *what, const char *to)
{
	return strcmp(m->what, what) == 0 && strcmp(m->to, to) == 0;
}

static const char *by_whom(const struct lint *l, const char *author)
{
	return *author ? arena_printf(l->a, " by %s", author) : "";
}

/* In some schemes the review comes at the end. */
static bool is_reviewed_later(const struct move *m)
{
	return str_istarts(str_of(m->label), "CS-Status::");
}

void lint_review_skipped(struct lint *l)
{
	for (size_t i = 0; i < l->obj->moves.n; i++) {
		const struct move *m = &l->obj->moves.v[i];

		if (is_move(m, "state", "review"))
			return;
		if (!is_move(m, "state", "active") ||
			strcmp(m->from, "draft") != 0 || is_reviewed_later(m))
			continue;
		lint_say(l,
			"it went from draft to active on %s%s, with no review "
			"between: let somebody else read it first",
			date_text(l->a, m->date), by_whom(l, m->author));
		return;
	}
}

/* The newest thing that happened to a closed objective. */
struct late {
	struct date date;
	const char *words;
};

static void keep_later(struct late *late, struct date date, const char *words)
{
	if (date_cmp(date, late->date) > 0)
		*late = (struct late){date, words};
}

static void look_at_moves(struct lint *l, struct late *late)
{
	for (size_t i = 0; i < l->obj->moves.n; i++) {
		const struct move *m = &l->obj->moves.v[i];

		if (date_cmp(m->date, l->obj->closed) > 0)
			keep_later(late, m->date,
				arena_printf(l->a, "its %s was set to '%s'%s",
					m->what, *m->to ? m->to : "none",
					by_whom(l, m->author)));
	}
}

static void look_at_readings(struct lint *l, struct late *late)
{
	for (size_t i = 0; i < l->obj->key_results.n; i++) {
		const struct readings *all = &l->obj->key_results.v[i].readings;

		for (size_t k = 0; k < all->n; k++)
			if (*all->v[k].author &&
				date_cmp(all->v[k].date, l->obj->closed) > 0)
				keep_later(late, all->v[k].date,
					arena_printf(l->a, "a check-in%s came",
						by_whom(l, all->v[k].author)));
	}
}

void lint_edited_after_close(struct lint *l)
{
	struct late late = {.words = ""};

	if (!date_is_set(l->obj->closed))
		return;
	keep_later(&late, l->obj->edited, "its text was changed");
	look_at_moves(l, &late);
	look_at_readings(l, &late);
	if (date_is_set(late.date))
		lint_say(l,
			"it was closed on %s, but on %s %s: reopen it, or say "
			"in a note why",
			date_text(l->a, l->obj->closed),
			date_text(l->a, late.date), late.words);
}
