/*
 * Back into the issues: one kept comment with the grades, and labels for the
 * computed health.  Both are compared with what was read, and written only
 * where they differ.
 *
 * Nothing we write may make an OKR look fresh.  Comments hold the day of the
 * last change before them; labels cannot, so that without a comment only those
 * OKRs get labels whose values have dates.  A stale one keeps its labels.
 */
#include "book_p.h"

#include <assert.h>

enum { BODY_BYTES = 512 * 1024 };

#define KEY "grades"

struct writing {
	struct errand e;
	bool only_show, comment, labels;
	struct {
		VEC_OF(struct gitlab_project);
	} projects;
	struct {
		VEC_OF(struct texts);
	} names; /* labels of each */
	size_t n;
	bool commented; /* the issue at hand, in this run */
	bool changed;   /* labels: what was read is to be read again */
	size_t undated; /* issues left without labels for that */
};

static const struct objective *objective_of(
	const struct writing *w, const struct entry_of_book *e, size_t i)
{
	assert(i < e->objectives.n);
	return &w->e.g.model.objectives.v[e->objectives.v[i]];
}

/* --- the comment --- */

static const char *body_of(
	const struct writing *w, const struct entry_of_book *entry)
{
	struct arena *a = w->e.run->arena;
	const char *body;
	struct buf b;

	buf_init(&b, BODY_BYTES);
	buf_adds(&b, "### Grades\n\n");
	for (size_t i = 0; i < entry->objectives.n; i++)
		add_grades(&b, a, objective_of(w, entry, i), true);
	buf_adds(&b,
		"\nThis comment follows the OKR; what is written into it by "
		"hand is replaced.");
	body = keyed(&w->e, entry, buf_str(&b), KEY);
	buf_release(&b);
	return body;
}

/* Without comments among what was read they are asked for now. */
static int find_note(struct writing *w, const struct entry_of_book *entry,
	const struct gitlab_note **note, struct err *err)
{
	struct errand *e = &w->e;
	struct gitlab_notes notes = entry->notes;

	if (!e->run->s.notes &&
		gitlab_own_notes(e->gitlab, e->run->arena, &entry->project,
			entry->iid, e->self, &notes, err))
		return -1;
	*note = gitlab_note_find(&notes, KEY);
	return 0;
}

static int write_comment(
	struct writing *w, const struct entry_of_book *entry, struct err *err)
{
	struct errand *e = &w->e;
	const char *body = body_of(w, entry);
	const struct gitlab_note *note;
	int64_t id;

	if (find_note(w, entry, &note, err))
		return -1;
	if (note && keyed_is_same(note->body, body))
		return 0;
	w->n++;
	w->commented = true;
	if (w->only_show) {
		answer("would %s the comment on %s", note ? "change" : "write",
			entry->url);
		show_text(str_of(body));
		return 0;
	}
	if (note)
		return gitlab_note_edit(e->gitlab, e->run->arena,
			&entry->project, entry->iid, note->id, body, err);
	return gitlab_note_post(e->gitlab, e->run->arena, &entry->project,
		entry->iid, e->self, KEY, body, &id, err);
}

/* --- labels --- */

/* What the numbers say; none where they say nothing or are stale. */
static enum health health_of(const struct objective *o)
{
	static const enum health HEALTHS[] = {
		[STATUS_NONE] = HEALTH_NONE,
		[STATUS_DONE] = HEALTH_ON_TRACK,
		[STATUS_AHEAD] = HEALTH_ON_TRACK,
		[STATUS_ON_TRACK] = HEALTH_ON_TRACK,
		[STATUS_BEHIND] = HEALTH_NEEDS_ATTENTION,
		[STATUS_AT_RISK] = HEALTH_AT_RISK,
		[STATUS_STALE] = HEALTH_NONE,
	};

	static_assert(COUNT_OF(HEALTHS) == STATUS_STALE + 1,
		"each status has a health");
	return HEALTHS[o->status];
}

/* Of several objectives in one issue the worst counts. */
static enum health worst_health(
	const struct writing *w, const struct entry_of_book *entry)
{
	enum health worst = HEALTH_NONE;

	for (size_t i = 0; i < entry->objectives.n; i++) {
		enum health h = health_of(objective_of(w, entry, i));

		worst = h > worst ? h : worst;
	}
	return worst;
}

/* The labels that can be used in the issue's project, asked for once. */
static int find_names(struct writing *w, const struct entry_of_book *entry,
	size_t *at, struct err *err)
{
	struct arena *a = w->e.run->arena;

	for (*at = 0; *at < w->projects.n; ++*at)
		if (w->projects.v[*at].id == entry->project.id)
			return 0;
	*vec_add(a, &w->projects) = entry->project;
	return gitlab_label_names(
		w->e.gitlab, a, &entry->project, vec_add(a, &w->names), err);
}

/* Does the label tell this health, or any with HEALTH_NONE?  One may tell as
 * well that the OKR is active, which it is. */
static bool says(const struct writing *w, const char *label, enum health h)
{
	const struct meaning m =
		label_meaning(w->e.run->arena, &w->e.run->s.labels, label);

	return (m.state == STATE_NONE || m.state == STATE_ACTIVE) &&
	       m.outcome == OUTCOME_NONE &&
	       (h == HEALTH_NONE ? m.health != HEALTH_NONE : m.health == h);
}

static bool says_state(const struct writing *w, const char *label)
{
	return label_meaning(w->e.run->arena, &w->e.run->s.labels, label)
		       .state != STATE_NONE;
}

/* Put aside by a person. */
static bool is_on_hold(const char *label)
{
	return str_iends(str_of(label), "on hold");
}

/* The project's label for a health in the scope of another one ("CS-Status::"),
 * or, without one, any that tells nothing else; NULL: there is none. */
static const char *label_for(const struct writing *w, const struct texts *names,
	enum health health, const char *other)
{
	struct str scope = other ? str_of(other) : STR("");
	size_t colons = str_find(scope, STR("::"));

	if (other && colons == STR_NONE)
		return NULL;
	scope = str_sub(scope, 0, other ? colons + 2 : 0);
	for (size_t i = 0; i < names->n; i++) {
		const char *name = names->v[i];
		struct str start = str_sub(str_of(name), 0, scope.n);

		if (says(w, name, health) && !is_on_hold(name) &&
			(other ? str_ieq(start, scope) : !says_state(w, name)))
			return name;
	}
	return NULL;
}

/* Is the age of a value told by the issue's last change alone? */
static bool is_undated(const struct objective *o)
{
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];
		bool dated = date_is_set(kr->current_date) ||
			     date_is_set(o->last_check_in);

		for (size_t k = 0; k < kr->readings.n && !dated; k++)
			dated = date_is_set(kr->readings.v[k].date);
		if (kr->current && !dated)
			return true;
	}
	return false;
}

static bool has_undated(
	const struct writing *w, const struct entry_of_book *entry)
{
	for (size_t i = 0; i < entry->objectives.n; i++)
		if (is_undated(objective_of(w, entry, i)))
			return true;
	return false;
}

static void want_label(struct arena *a, const struct texts *has,
	const char *label, struct gitlab_change *change)
{
	if (texts_find(has, label) == has->n &&
		texts_find(&change->add_labels, label) == change->add_labels.n)
		*vec_add(a, &change->add_labels) = label;
}

static int plan_labels(struct writing *w, const struct entry_of_book *entry,
	struct gitlab_change *change, struct err *err)
{
	enum health health = worst_health(w, entry);
	struct arena *a = w->e.run->arena;
	const struct texts *names;
	bool there = false;
	size_t at;

	if (health == HEALTH_NONE)
		return 0;
	if (find_names(w, entry, &at, err))
		return -1;
	names = &w->names.v[at];
	for (size_t i = 0; i < entry->labels.n; i++) {
		const char *label = entry->labels.v[i], *instead;

		if (is_on_hold(label))
			return 0;
		if (says(w, label, health)) {
			there = true;
			continue;
		}
		if (!says(w, label, HEALTH_NONE))
			continue;
		instead = label_for(w, names, health, label);
		if (!instead && says_state(w, label))
			continue;
		if (instead)
			want_label(a, &entry->labels, instead, change);
		there |= instead != NULL;
		*vec_add(a, &change->remove_labels) = label;
	}
	if (!there) {
		const char *any = label_for(w, names, health, NULL);

		/* Nothing is taken away for a label that the project lacks. */
		if (!any)
			change->remove_labels.n = 0;
		else
			want_label(a, &entry->labels, any, change);
	}
	return 0;
}

/* What was read, with the new labels.  A change beside a comment is forgotten
 * as that is. */
static void renew_record(struct writing *w, const struct entry_of_book *entry,
	const struct texts *labels, const char *updated)
{
	struct record *record = &w->e.g.records.v[entry->record];

	record->json = issue_with(w->e.run->arena, record->json, labels,
		w->commented ? NULL : updated);
	w->changed = true;
}

static void show_labels(struct writing *w, const struct entry_of_book *entry,
	const struct gitlab_change *change)
{
	struct arena *a = w->e.run->arena;
	struct texts labels = {NULL, 0, 0};

	answer("would change the labels of %s", entry->url);
	for (size_t i = 0; i < change->add_labels.n; i++)
		answer("    + %s", change->add_labels.v[i]);
	for (size_t i = 0; i < change->remove_labels.n; i++)
		answer("    - %s", change->remove_labels.v[i]);
	for (size_t i = 0; i < entry->labels.n; i++)
		if (texts_find(&change->remove_labels, entry->labels.v[i]) ==
			change->remove_labels.n)
			*vec_add(a, &labels) = entry->labels.v[i];
	for (size_t i = 0; i < change->add_labels.n; i++)
		*vec_add(a, &labels) = change->add_labels.v[i];
	renew_record(w, entry, &labels, NULL);
}

static int write_labels(
	struct writing *w, const struct entry_of_book *entry, struct err *err)
{
	struct errand *e = &w->e;
	struct gitlab_change change = {.title = NULL};
	struct gitlab_issue after;

	if (plan_labels(w, entry, &change, err))
		return -1;
	if (!change.add_labels.n && !change.remove_labels.n)
		return 0;
	if (!w->comment && has_undated(w, entry)) {
		w->undated++;
		return 0;
	}
	w->n++;
	if (w->only_show) {
		show_labels(w, entry, &change);
		return 0;
	}
	if (gitlab_issue_change(e->gitlab, e->run->arena, &entry->project,
		    entry->iid, &change, &after, err))
		return -1;
	renew_record(w, entry, &after.labels, after.updated);
	return 0;
}

/* --- all of them --- */

/* An OKR that runs, in an issue that is open. */
static bool is_running(
	const struct writing *w, const struct entry_of_book *entry)
{
	const struct objective *o = objective_of(w, entry, 0);

	return entry->open && o->key_results.n &&
	       (o->state == STATE_ACTIVE || o->state == STATE_NONE) &&
	       o->outcome == OUTCOME_NONE;
}

static void write_all(struct writing *w)
{
	struct errand *e = &w->e;

	for (size_t i = 0; i < e->book.n; i++) {
		const struct entry_of_book *entry = &e->book.v[i];
		struct err err = ERR_INIT;

		if (!is_running(w, entry))
			continue;
		w->commented = false;
		progress(e->run, "writing back", (long)i, (long)e->book.n);
		if ((w->comment && write_comment(w, entry, &err)) ||
			(w->labels && write_labels(w, entry, &err)))
			errand_failed(e, entry, &err);
	}
	progress_end(e->run);
	if (w->undated)
		say(e->run,
			"%zu OKR%s no label, since the values have no dates "
			"and a label would make them look new: 'write-back: "
			"all' keeps the day in a comment",
			w->undated, w->undated == 1 ? " gets" : "s get");
}

/* Is anything to be written, and did the OKRs come from GitLab? */
static bool is_wanted(const struct run *run, const struct writing *w)
{
	return (w->comment || w->labels) && !run->s.from.n && !run->s.args.n &&
	       run->s.source.n;
}

int write_back(struct run *run, struct gathered *g, bool only_show, bool *work,
	struct err *late, struct err *err)
{
	const char *what = run->s.write_back;
	bool all = strcmp(what, "all") == 0;
	struct writing w = {.e = {.run = run, .g = *g},
		.only_show = only_show,
		.comment = all || strcmp(what, "comment") == 0,
		.labels = all || strcmp(what, "labels") == 0};

	if (!is_wanted(run, &w))
		return 0;
	if (!*run->token)
		return err_set(err, ERR_CONFIG,
			"write-back needs a token with scope api: put one into "
			"OKRSYNC_TOKEN, or set 'write-back: off'");
	if (errand_open(&w.e, err))
		return errand_end(&w.e, -1, err);
	write_all(&w);
	*work = *work || w.n > 0;
	if (!only_show && w.n > w.e.failed)
		say(run, "wrote grades or labels back in %zu place%s",
			w.n - w.e.failed, w.n - w.e.failed == 1 ? "" : "s");
	/* Already told issue by issue; the pages come first. */
	if (errand_end(&w.e, 0, late) < 0)
		detail(run, "write-back is not complete");
	return w.changed ? gather_again(run, g, err) : 0;
}
