/*
 * okrsync close: the end of an OKR - a comment with its final grade, labels
 * that tell how it ended, the issue closed.
 *
 * The comment comes first and carries the outcome in its key.  A run that
 * was stopped between comment and labels is finished by the next one with
 * that outcome, whatever the grade has become since: it is frozen.
 */
#include "book_p.h"

#include <assert.h>

#include "escape.h"
#include "modeljson.h"

enum {
	BODY_BYTES = 512 * 1024,
	JSON_BYTES = 256 * 1024 * 1024,
	KEPT_DECIMALS = 6, /* of grades: far more than are ever shown */
};

#define FINAL "final/"

/* Labels of one project. */
struct shelf {
	int64_t project;
	struct texts labels;
};

struct closing {
	struct errand e;
	const struct texts *wanted; /* issues by number or address; n 0: all */
	struct period period;
	bool write;
	enum outcome outcome; /* given with --outcome, or none */
	struct {
		VEC_OF(struct shelf);
	} shelves;
	size_t ended, there, open;
};

/* What is to be done with one issue. */
struct ending {
	const struct entry_of_book *entry;
	enum outcome outcome;
	const struct gitlab_note *note; /* the final one, when it is there */
	struct gitlab_change change;
};

static const char *const OUTCOMES[] = {
	[OUTCOME_NONE] = "",
	[OUTCOME_ACHIEVED] = "achieved",
	[OUTCOME_MISSED] = "missed",
	[OUTCOME_CANCELLED] = "cancelled",
	[OUTCOME_CARRIED_OVER] = "carried-over",
};

static_assert(COUNT_OF(OUTCOMES) == OUTCOME_CARRIED_OVER + 1,
	"each outcome has a word");

static enum outcome outcome_of(struct str name)
{
	for (int i = OUTCOME_ACHIEVED; i <= OUTCOME_CARRIED_OVER; i++)
		if (str_is(name, OUTCOMES[i]))
			return (enum outcome)i;
	return OUTCOME_NONE;
}

static const struct objective *objective_of(
	const struct closing *c, const struct entry_of_book *e, size_t i)
{
	assert(i < e->objectives.n);
	return &c->e.g.model.objectives.v[e->objectives.v[i]];
}

/* --- which issues --- */

/* "12", "#12", "group/project#12" or the issue's address. */
static bool is_named(const struct entry_of_book *e, const char *name)
{
	struct str rest = str_of(name);
	size_t hash = str_rfind_char(rest, '#');
	long iid;

	if (strcmp(name, e->url) == 0)
		return true;
	if (hash != STR_NONE && hash > 0 &&
		!str_is(str_sub(rest, 0, hash), e->project.path))
		return false;
	if (hash != STR_NONE)
		rest = str_sub(rest, hash + 1, rest.n);
	return str_take_number(&rest, 1000000000, &iid) && !rest.n &&
	       iid == e->iid;
}

static bool is_wanted(const struct closing *c, const struct entry_of_book *e)
{
	for (size_t i = 0; i < c->wanted->n; i++)
		if (is_named(e, c->wanted->v[i]))
			return true;
	if (c->wanted->n)
		return false;
	for (size_t i = 0; i < e->objectives.n; i++)
		if (strcmp(objective_of(c, e, i)->period.name,
			    c->period.name) == 0)
			return true;
	return false;
}

/* Every issue that was asked for is there. */
static int check_wanted(const struct closing *c, struct err *err)
{
	for (size_t i = 0; i < c->wanted->n; i++) {
		size_t k = 0;

		while (k < c->e.book.n &&
			!is_named(&c->e.book.v[k], c->wanted->v[i]))
			k++;
		if (k == c->e.book.n)
			return err_set(err, ERR_USAGE,
				"there is no OKR '%s' in the source; give its "
				"number, as in #12, or its address",
				c->wanted->v[i]);
	}
	return 0;
}

/* --- how it ended --- */

/* Committed ones are to be reached in full, others by 0.7; by the grade as
 * it is shown. */
static enum outcome judge(struct arena *a, const struct objective *o)
{
	const struct rat *goal =
		o->type == TYPE_COMMITTED ? rat_of(a, 1, 1) : rat_of(a, 7, 10);

	if (!o->grade)
		return OUTCOME_NONE;
	return rat_cmp(rat_round(a, o->grade, 2), goal) >= 0 ? OUTCOME_ACHIEVED
							     : OUTCOME_MISSED;
}

/* Of several objectives in one issue the worst counts. */
static enum outcome find_outcome(
	const struct closing *c, const struct entry_of_book *e)
{
	enum outcome worst = OUTCOME_NONE;

	assert(e->objectives.n);
	if (c->outcome != OUTCOME_NONE)
		return c->outcome;
	for (size_t i = 0; i < e->objectives.n; i++) {
		const struct objective *o = objective_of(c, e, i);
		enum outcome is = o->outcome != OUTCOME_NONE
					  ? o->outcome
					  : judge(c->e.run->arena, o);

		if (is == OUTCOME_NONE)
			return OUTCOME_NONE;
		worst = is > worst ? is : worst;
	}
	return worst;
}

static const struct gitlab_note *final_note(const struct entry_of_book *e)
{
	for (size_t i = 0; i < e->notes.n; i++)
		if (str_starts(str_of(e->notes.v[i].key), FINAL))
			return &e->notes.v[i];
	return NULL;
}

/* --- labels --- */

static struct meaning means(const struct closing *c, const char *label)
{
	return label_meaning(c->e.run->arena, &c->e.run->s.labels, label);
}

/* The labels that can be used in the issue's project, asked for once. */
static int find_shelf(struct closing *c, const struct entry_of_book *e,
	size_t *at, struct err *err)
{
	struct arena *a = c->e.run->arena;
	struct shelf *shelf;

	for (*at = 0; *at < c->shelves.n; ++*at)
		if (c->shelves.v[*at].project == e->project.id)
			return 0;
	shelf = vec_add(a, &c->shelves);
	shelf->project = e->project.id;
	return gitlab_label_names(
		c->e.gitlab, a, &e->project, &shelf->labels, err);
}

static struct str scope_of(const char *label)
{
	struct str s = str_of(label);
	size_t at = str_find(s, STR("::"));

	return at == STR_NONE ? str_sub(s, 0, 0) : str_sub(s, 0, at + 2);
}

/* How well a label suits an issue: best in a scope it uses already. */
static int suits(const struct entry_of_book *e, const char *label)
{
	struct str scope = scope_of(label);

	for (size_t i = 0; scope.n && i < e->labels.n; i++)
		if (str_eq(scope_of(e->labels.v[i]), scope))
			return 3;
	return str_is(scope, "okr::") ? 2 : 1;
}

/* The project's label for the outcome, or at least for being closed. */
static const char *choose_label(const struct closing *c,
	const struct entry_of_book *e, const struct texts *labels,
	enum outcome outcome)
{
	const char *best = NULL;
	int score = 0;

	for (size_t i = 0; i < labels->n; i++) {
		struct meaning m = means(c, labels->v[i]);

		if (m.outcome == outcome && outcome != OUTCOME_NONE
				? suits(e, labels->v[i]) > score
				: outcome == OUTCOME_NONE && !m.outcome &&
					  m.state == STATE_CLOSED &&
					  suits(e, labels->v[i]) > score) {
			best = labels->v[i];
			score = suits(e, best);
		}
	}
	return best;
}

/* Makes the label when that was asked for; NULL: there is none. */
static int outcome_label(struct closing *c, const struct ending *x,
	const char **label, struct err *err)
{
	const struct run *run = c->e.run;
	size_t at;

	if (find_shelf(c, x->entry, &at, err))
		return -1;
	*label =
		choose_label(c, x->entry, &c->shelves.v[at].labels, x->outcome);
	if (*label)
		return 0;
	if (!run->s.create_labels) {
		*label = choose_label(
			c, x->entry, &c->shelves.v[at].labels, OUTCOME_NONE);
		warn(run,
			"no label in '%s' means '%s'; --create-labels makes "
			"one",
			x->entry->project.path, outcome_name(x->outcome));
		return 0;
	}
	*label = arena_printf(run->arena, "okr::%s", outcome_name(x->outcome));
	*vec_add(run->arena, &c->shelves.v[at].labels) = *label;
	if (!c->write) {
		answer("would make the label %s", *label);
		return 0;
	}
	return gitlab_label_create(c->e.gitlab, run->arena, &x->entry->project,
		*label, label_colour(*label), err);
}

/* Does the label say something of an OKR's life that is over now?  label is
 * the one that it is to have, or NULL. */
static bool is_outlived(const struct closing *c, const struct ending *x,
	const char *old, const char *label)
{
	struct meaning m = means(c, old);

	if (m.state == STATE_NONE && m.outcome == OUTCOME_NONE)
		return false;
	if (m.outcome == x->outcome || (label && strcmp(old, label) == 0))
		return false;
	return label || m.state != STATE_CLOSED;
}

/* What differs between the issue's labels and those it is to have.  The old
 * ones are named, since only paid tiers drop them by themselves. */
static int plan_labels(struct closing *c, struct ending *x, struct err *err)
{
	struct arena *a = c->e.run->arena;
	const struct texts *has = &x->entry->labels;
	const char *label;

	if (outcome_label(c, x, &label, err))
		return -1;
	if (label && texts_find(has, label) == has->n)
		*vec_add(a, &x->change.add_labels) = label;
	for (size_t i = 0; i < has->n; i++)
		if (is_outlived(c, x, has->v[i], label))
			*vec_add(a, &x->change.remove_labels) = has->v[i];
	if (x->entry->open)
		x->change.state_event = "close";
	return 0;
}

static bool has_open_parts(const struct entry_of_book *e)
{
	for (size_t i = 0; i < e->parts.n; i++)
		if (e->parts.v[i].open)
			return true;
	return false;
}

static bool is_change(const struct gitlab_change *change)
{
	return change->add_labels.n || change->remove_labels.n ||
	       change->state_event;
}

/* --- words --- */

static const char *grade_of(
	const struct closing *c, const struct entry_of_book *e)
{
	struct arena *a = c->e.run->arena;
	const char *all = "";

	for (size_t i = 0; i < e->objectives.n; i++) {
		const struct rat *grade = objective_of(c, e, i)->grade;

		all = arena_printf(a, "%s%s%s", all, i ? " and " : "",
			grade ? rat_text(a, grade, 2) : "no grade");
	}
	return all;
}

static void add_frozen(
	struct buf *b, const struct rat *grade, const char *before)
{
	buf_adds(b, before);
	if (grade)
		rat_print_short(b, grade, KEPT_DECIMALS);
	else
		buf_addc(b, '-');
}

/* The grades as reading finds them again (src/read/final.c). */
static void add_hidden_grades(
	struct buf *b, const struct closing *c, const struct entry_of_book *e)
{
	buf_adds(b, "<!-- okrsync:frozen=");
	for (size_t i = 0; i < e->objectives.n; i++) {
		const struct objective *o = objective_of(c, e, i);

		add_frozen(b, o->own_grade, i ? "; " : "");
		for (size_t k = 0; k < o->key_results.n; k++)
			add_frozen(b, o->key_results.v[k].grade, " ");
	}
	buf_adds(b, " -->\n");
}

static const char *body_of(const struct closing *c, const struct ending *x)
{
	static const char QUESTIONS[] =
		"\n### Looking back\n\n"
		"Answer below, in a sentence or two each:\n\n"
		"1. Which of our efforts moved the numbers, and which did we "
		"only hope would?\n"
		"2. What came in the way, and when could we have seen it?\n"
		"3. Were these the right things to measure, and were the "
		"targets bold or easy?\n"
		"4. What goes on in the next period, what changes, and what "
		"do we stop?\n";
	struct arena *a = c->e.run->arena;
	const char *body;
	struct buf b;

	buf_init(&b, BODY_BYTES);
	buf_addf(&b, "### Final grade: %s, %s\n\n", grade_of(c, x->entry),
		outcome_name(x->outcome));
	for (size_t i = 0; i < x->entry->objectives.n; i++)
		add_grades(&b, a, objective_of(c, x->entry, i), false);
	buf_adds(&b, QUESTIONS);
	buf_addc(&b, '\n');
	add_hidden_grades(&b, c, x->entry);
	body = keyed(&c->e, x->entry, buf_str(&b),
		arena_printf(a, FINAL "%s", OUTCOMES[x->outcome]));
	buf_release(&b);
	return body;
}

/* --- one issue --- */

static void show(const struct closing *c, const struct ending *x)
{
	answer("would close %s %s: %s, %s", x->entry->url, x->entry->title,
		outcome_name(x->outcome), grade_of(c, x->entry));
	for (size_t i = 0; i < x->change.add_labels.n; i++)
		answer("    + %s", x->change.add_labels.v[i]);
	for (size_t i = 0; i < x->change.remove_labels.n; i++)
		answer("    - %s", x->change.remove_labels.v[i]);
	for (size_t i = 0; i < x->entry->parts.n; i++)
		if (x->entry->parts.v[i].open)
			answer("    closes %s %s", x->entry->parts.v[i].url,
				x->entry->parts.v[i].title);
	if (!x->note)
		show_text(str_of(body_of(c, x)));
}

/* Key results that are issues: their grades are in the comment already. */
static int close_parts(
	struct closing *c, const struct entry_of_book *entry, struct err *err)
{
	const struct gitlab_change change = {.state_event = "close"};
	struct gitlab_issue after;

	for (size_t i = 0; i < entry->parts.n; i++) {
		const struct part_of_book *p = &entry->parts.v[i];
		const struct gitlab_project project = {
			.id = p->project, .path = entry->project.path};

		if (p->open && gitlab_issue_change(c->e.gitlab, c->e.run->arena,
				       &project, p->iid, &change, &after, err))
			return -1;
	}
	return 0;
}

static int carry_out(struct closing *c, const struct ending *x, struct err *err)
{
	struct errand *e = &c->e;
	const struct entry_of_book *entry = x->entry;
	struct gitlab_issue after;
	int64_t id;

	if (!x->note && gitlab_note_post(e->gitlab, e->run->arena,
				&entry->project, entry->iid, e->self,
				arena_printf(e->run->arena, FINAL "%s",
					OUTCOMES[x->outcome]),
				body_of(c, x), &id, err))
		return -1;
	if (is_change(&x->change) &&
		gitlab_issue_change(e->gitlab, e->run->arena, &entry->project,
			entry->iid, &x->change, &after, err))
		return -1;
	if (close_parts(c, entry, err))
		return -1;
	answer("closed %s %s: %s, %s", entry->url, entry->title,
		outcome_name(x->outcome), grade_of(c, entry));
	return 0;
}

/* Is it too early to close it with its period?  By name it may be. */
static bool is_unborn(const struct closing *c, const struct entry_of_book *e)
{
	const struct objective *o = objective_of(c, e, 0);

	return !c->wanted->n && c->outcome == OUTCOME_NONE &&
	       (o->state == STATE_DRAFT || o->state == STATE_REVIEW);
}

/* Ended by a person, without us? */
static bool is_ended(const struct closing *c, const struct ending *x)
{
	return !x->note && !x->entry->open &&
	       objective_of(c, x->entry, 0)->outcome != OUTCOME_NONE;
}

/* Ended by us, and nothing of it is left to do? */
static bool is_complete(const struct ending *x)
{
	return x->note && !is_change(&x->change) && !has_open_parts(x->entry);
}

static int close_one(
	struct closing *c, const struct entry_of_book *entry, struct err *err)
{
	struct ending x = {.entry = entry, .note = final_note(entry)};

	if (is_ended(c, &x)) {
		answer("exists %s %s", entry->url, entry->title);
		c->there++;
		return 0;
	}
	if (!x.note && is_unborn(c, entry)) {
		warn(c->e.run,
			"%s was never active: close it with its number and "
			"--outcome cancelled or carried-over",
			entry->url);
		c->open++;
		return 0;
	}
	x.outcome = x.note ? outcome_of(str_of(x.note->key + strlen(FINAL)))
			   : find_outcome(c, entry);
	if (x.outcome == OUTCOME_NONE) {
		warn(c->e.run,
			"%s has no grade: let it have a last check-in, or "
			"give its number and --outcome",
			entry->url);
		c->open++;
		return 0;
	}
	if (plan_labels(c, &x, err))
		return -1;
	if (is_complete(&x)) {
		answer("exists %s %s: %s", entry->url, entry->title,
			outcome_name(x.outcome));
		c->there++;
		return 0;
	}
	if (c->write && carry_out(c, &x, err))
		return -1;
	if (!c->write)
		show(c, &x);
	c->ended++;
	return 0;
}

/* The grades as they are now, for whoever keeps them. */
static int write_json(const struct closing *c, struct err *err)
{
	const char *path = c->e.run->s.output;
	struct buf b;
	int rc;

	if (strcmp(path, "-") == 0 || !c->write)
		return 0;
	buf_init(&b, JSON_BYTES);
	modeljson_print(&b, &c->e.g.model);
	rc = buf_finish(&b, "the grades", err);
	if (!rc)
		rc = file_write(path, buf_str(&b), err);
	buf_release(&b);
	return rc;
}

static int close_all(struct closing *c, struct err *err)
{
	const struct run *run = c->e.run;

	if (check_wanted(c, err) || write_json(c, err))
		return -1;
	for (size_t i = 0; i < c->e.book.n; i++) {
		const struct entry_of_book *entry = &c->e.book.v[i];

		if (is_wanted(c, entry) && close_one(c, entry, err))
			errand_failed(&c->e, entry, err);
	}
	say(run, "%s %zu OKR%s, %zu were closed before, %zu stay open",
		c->write ? "closed" : "would close", c->ended,
		c->ended == 1 ? "" : "s", c->there, c->open);
	if (c->ended && !c->write)
		say(run, "nothing is written yet: --yes does it");
	return c->open ? 1 : 0;
}

static int check_usage(struct closing *c, struct run *run, struct err *err)
{
	if (run->s.outcome)
		c->outcome = outcome_of(str_of(run->s.outcome));
	if (c->wanted->n)
		return 0;
	if (!*run->s.period)
		return err_set(err, ERR_USAGE,
			"say what to close: issues by number or address, or a "
			"whole period with --period");
	if (!period_parse(run->arena, str_of(run->s.period),
		    (int)run->s.fiscal_start, &c->period))
		return err_set(err, ERR_USAGE,
			"period '%s' is not one like FY24-Q1, 'Q1 2025' or "
			"2025-H1",
			run->s.period);
	return 0;
}

int cmd_close(struct run *run, struct err *err)
{
	const struct texts wanted = run->s.args;
	struct closing c = {
		.wanted = &wanted, .write = run->s.yes && !run->s.dry_run};

	if (check_usage(&c, run, err))
		return -1;
	run->s.args = (struct texts){NULL, 0, 0};
	if (errand_begin(&c.e, run, err))
		return errand_end(&c.e, -1, err);
	return errand_end(&c.e, close_all(&c, err), err);
}
