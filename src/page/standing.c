/*
 * How things stand, in a word and a mark: by pace while the period runs; once
 * the work is over pace says nothing any more, and its outcome or band does.
 * What was committed and is less than whole was missed, whatever its band.
 */
#include "view_p.h"

#include <assert.h>

#define NO_RESULT "no result"

static const char *band_mark(const struct grade_options *o, int band)
{
	if (band == 0)
		return "\xf0\x9f\x9f\xa2";
	return band + 1 < o->n_bands ? "\xf0\x9f\x9f\xa1" : "\xf0\x9f\x94\xb4";
}

static struct standing of_status(enum status s)
{
	return (struct standing){(int)s, status_name(s), part_status_mark(s)};
}

static struct standing of_grade(
	const struct grade_options *o, const struct rat *grade)
{
	const char *name = o ? grade_band(o, grade) : "";

	for (int i = 0; o && name[0] && i < o->n_bands; i++)
		if (o->bands[i].name == name)
			return (struct standing){
				STANDING_BANDS + i, name, band_mark(o, i)};
	return of_status(STATUS_NONE);
}

bool standing_is_over(const struct view *v, const struct objective *o)
{
	const struct period *p = &v->m->period;

	return o->state == STATE_CLOSED || o->outcome != OUTCOME_NONE ||
	       (date_is_set(p->end) && date_cmp(v->o->today, p->end) > 0);
}

struct standing standing_of_key_result(const struct view *v,
	const struct objective *o, const struct key_result *kr)
{
	if (!standing_is_over(v, o) || kr->status == STATUS_DONE)
		return of_status(kr->status);
	if (!kr->counts || !o->counts)
		return of_status(STATUS_NONE);
	if (!kr->grade)
		return (struct standing){
			STANDING_NO_RESULT, NO_RESULT, "\xe2\x9a\xaa"};
	return of_grade(v->o->grade, kr->grade);
}

struct standing standing_of_objective(
	const struct view *v, const struct objective *o)
{
	static const char *const MARKS[] = {
		[OUTCOME_NONE] = "",
		[OUTCOME_ACHIEVED] = "\xe2\x9c\x85",
		[OUTCOME_MISSED] = "\xf0\x9f\x94\xb4",
		[OUTCOME_CANCELLED] = "\xe2\x9a\xaa",
		[OUTCOME_CARRIED_OVER] = "\xe2\x9a\xaa",
	};
	enum outcome outcome = o->outcome;

	static_assert(COUNT_OF(MARKS) == OUTCOME_CARRIED_OVER + 1,
		"each outcome has a mark");
	if (!standing_is_over(v, o) || o->status == STATUS_DONE)
		return of_status(o->status);
	if (outcome == OUTCOME_NONE && o->type == TYPE_COMMITTED && o->grade &&
		!grade_is_met(o))
		outcome = OUTCOME_MISSED;
	if (outcome != OUTCOME_NONE)
		return (struct standing){STANDING_NO_RESULT,
			outcome_name(outcome), MARKS[outcome]};
	return of_grade(v->o->grade, o->grade);
}

void standing_count(struct standing_counts *c, struct standing s)
{
	assert(s.order >= 0 && s.order < STANDINGS);
	c->n[s.order]++;
	c->of[s.order] = s;
}

/* Best first; what nobody can tell in the middle. */
struct value *standing_list(struct arena *a, const struct standing_counts *c)
{
	static const int ORDER[STANDINGS] = {STATUS_DONE, STATUS_AHEAD,
		STATUS_ON_TRACK, STANDING_BANDS, STANDING_BANDS + 1,
		STANDING_BANDS + 2, STANDING_BANDS + 3, STANDING_BANDS + 4,
		STANDING_BANDS + 5, STANDING_BANDS + 6, STANDING_BANDS + 7,
		STATUS_STALE, STATUS_BEHIND, STATUS_AT_RISK,
		STANDING_NO_RESULT};
	struct value *list = value_list(a);

	for (size_t i = 0; i < STANDINGS; i++) {
		int s = ORDER[i];
		struct value *map = value_map(a);

		if (s == STATUS_NONE || c->n[s] == 0)
			continue;
		value_set_text(a, map, "name", c->of[s].name);
		value_set_text(a, map, "title", part_title(a, c->of[s].name));
		value_set_markup(a, map, "mark", c->of[s].mark);
		value_set_text(a, map, "count", arena_printf(a, "%d", c->n[s]));
		value_push(a, list, map);
	}
	return list;
}
