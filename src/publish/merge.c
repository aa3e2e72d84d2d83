/*
 * Merge requests: what is there against what is wanted.
 */
#include "merge.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "gitlab_repo.h"

#define DRAFT "Draft: "
#define STOP_KEY "pages/stopped"

static const char STOP_WORDS[] = GITLAB_KEY_BEGIN STOP_KEY GITLAB_KEY_END
	"\nSomebody else has committed to this branch, so it and this merge "
	"request are left alone from now on. Merge it, or close it and "
	"delete the branch; the next run goes on from there.";

const char *merge_key(struct arena *a, const char *source)
{
	char *key = arena_alloc(a, strlen(source) + sizeof "pages/");
	size_t n = strlen("pages/");

	memcpy(key, "pages/", n);
	for (struct str s = str_of(source); s.n; s = str_sub(s, 1, s.n)) {
		char c = str_lower(*s.p);

		if (!str_is_alnum(c) && c != '/' && c != '.')
			c = '-';
		if (c != '-' || key[n - 1] != '-')
			key[n++] = c;
	}
	return key;
}

/* Takes "Draft:" off a title, as GitLab knows it. */
static struct str without_draft(struct str title)
{
	if (!str_iskip(&title, "draft:") && !str_iskip(&title, "[draft]"))
		str_iskip(&title, "(draft)");
	return str_trim(title);
}

static bool has_text(const struct texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->n; i++)
		if (!strcmp(texts->v[i], text))
			return true;
	return false;
}

/* GitLab stores line ends as they come, but none at the end. */
static bool is_same_text(const char *x, const char *y)
{
	return str_eq(str_trim(str_of(x)), str_trim(str_of(y)));
}

bool merge_difference(struct arena *a, const struct gitlab_merge *found,
	const struct gitlab_new_merge *wanted, struct gitlab_change *change)
{
	struct str is = str_of(found->title), bare = without_draft(is);
	struct str want = without_draft(str_of(wanted->title));

	assert(found->title && wanted->title);
	*change = (struct gitlab_change){.title = NULL};
	if (!str_eq(bare, want))
		change->title = arena_printf(a, "%s%.*s",
			bare.n < str_trim(is).n ? DRAFT : "", STR_ARG(want));
	if (!is_same_text(found->description, wanted->description))
		change->description = wanted->description;
	for (size_t i = 0; i < wanted->labels.n; i++)
		if (!has_text(&found->labels, wanted->labels.v[i]))
			*vec_add(a, &change->add_labels) = wanted->labels.v[i];
	return change->title || change->description || change->add_labels.n;
}

/* The first commit of the source branch that is not ours. */
static int find_person(struct arena *a, const struct merge_options *o,
	const char **who, struct err *err)
{
	struct gitlab_log log;

	*who = NULL;
	if (!*o->source_tip)
		return 0;
	if (gitlab_commits_since(o->gitlab, a, o->project, o->target_tip,
		    o->source_tip, &log, err))
		return -1;
	for (size_t i = 0; i < log.n && !*who; i++)
		if (!str_iis(str_of(log.v[i].author_email), o->author_email))
			*who = *log.v[i].author_name ? log.v[i].author_name
						     : "somebody";
	return 0;
}

/* A label that GitLab does not know would be made without a word. */
static int check_labels(struct arena *a, const struct merge_options *o,
	const struct texts *labels, struct err *err)
{
	struct texts names = {.n = 0};

	if (!labels->n)
		return 0;
	if (gitlab_label_names(o->gitlab, a, o->project, &names, err))
		return -1;
	for (size_t i = 0; i < labels->n; i++)
		if (!has_text(&names, labels->v[i]))
			return err_set(err, ERR_CONFIG,
				"there is no label '%s' in '%s' for the merge "
				"request: make it, or leave it out of "
				"mr-labels",
				labels->v[i], o->project->path);
	return 0;
}

static int find_reviewers(struct arena *a, const struct merge_options *o,
	struct gitlab_ids *ids, struct err *err)
{
	for (size_t i = 0; i < o->reviewers.n; i++) {
		const char *name = o->reviewers.v[i];
		int64_t id;

		if (gitlab_user_id(o->gitlab, a, name, &id, err))
			return -1;
		if (!id)
			return err_set(err, ERR_CONFIG,
				"there is no user '%s' to review the merge "
				"request; give the name that stands behind "
				"the @ in GitLab",
				name);
		*vec_add(a, ids) = id;
	}
	return 0;
}

static void set_wanted(struct arena *a, const struct merge_options *o,
	struct gitlab_new_merge *m)
{
	const char *key = merge_key(a, o->source);

	*m = (struct gitlab_new_merge){.source = o->source,
		.target = o->target,
		.title = arena_printf(
			a, "%s%s", o->draft ? DRAFT : "", o->title),
		.description = arena_printf(a,
			GITLAB_KEY_BEGIN "%s" GITLAB_KEY_END "\n%s", key,
			o->description),
		.key = key,
		.labels = o->labels,
		.remove_source = true};
}

static int look_at_ours(struct arena *a, const struct merge_options *o,
	struct merge_plan *plan, struct err *err)
{
	if (!merge_difference(a, &plan->found, &plan->fresh, &plan->change))
		return 0;
	plan->step = MERGE_CHANGE;
	return check_labels(a, o, &plan->change.add_labels, err);
}

static int look_at_stop(struct arena *a, const struct merge_options *o,
	struct merge_plan *plan, struct err *err)
{
	bool said = true;

	plan->step = MERGE_STOPPED;
	if (plan->there &&
		gitlab_merge_has_note(o->gitlab, a, o->project, plan->found.iid,
			o->self, STOP_KEY, &said, err))
		return -1;
	plan->comment = !said;
	return 0;
}

int merge_look(struct arena *a, const struct merge_options *o,
	struct merge_plan *plan, struct err *err)
{
	assert(o->gitlab && o->project && *o->source && *o->target);
	*plan = (struct merge_plan){.step = MERGE_NOTHING};
	set_wanted(a, o, &plan->fresh);
	if (gitlab_merge_find(o->gitlab, a, o->project, o->source, o->target,
		    &plan->found, &plan->there, err) ||
		find_person(a, o, &plan->who, err))
		return -1;
	if (plan->there &&
		!gitlab_merge_is_ours(&plan->found, o->self, plan->fresh.key)) {
		plan->step = MERGE_FOREIGN;
		return 0;
	}
	if (plan->who)
		return look_at_stop(a, o, plan, err);
	if (plan->there)
		return look_at_ours(a, o, plan, err);
	plan->step = MERGE_OPEN;
	if (check_labels(a, o, &o->labels, err))
		return -1;
	return find_reviewers(a, o, &plan->fresh.reviewers, err);
}

void merge_settle(
	const struct merge_options *o, struct merge_plan *plan, bool commits)
{
	bool draft = plan->there ? plan->found.draft : o->draft;

	assert(!plan->accept);
	plan->accept = o->automatic && !draft && merge_may_commit(plan) &&
		       (!plan->there || commits || !plan->found.automatic);
}

bool merge_may_commit(const struct merge_plan *plan)
{
	return plan->step != MERGE_FOREIGN && plan->step != MERGE_STOPPED;
}

bool merge_is_write(const struct merge_plan *plan)
{
	return plan->step == MERGE_OPEN || plan->step == MERGE_CHANGE ||
	       plan->accept || (plan->step == MERGE_STOPPED && plan->comment);
}

/* "title, description, label 'OKR'" */
static const char *change_words(
	struct arena *a, const struct gitlab_change *change)
{
	const char *words = change->title ? ", title" : "";

	if (change->description)
		words = arena_printf(a, "%s, description", words);
	for (size_t i = 0; i < change->add_labels.n; i++)
		words = arena_printf(
			a, "%s, label '%s'", words, change->add_labels.v[i]);
	return *words ? words + 2 : "nothing";
}

const char *merge_words(struct arena *a, const struct merge_options *o,
	const struct merge_plan *plan)
{
	int64_t iid = plan->found.iid;

	switch (plan->step) {
	case MERGE_OPEN:
		return arena_printf(a,
			"open merge request '%s' from '%s' into '%s'",
			plan->fresh.title, o->source, o->target);
	case MERGE_CHANGE:
		return arena_printf(a, "change merge request !%" PRId64 ": %s",
			iid, change_words(a, &plan->change));
	case MERGE_FOREIGN:
		return arena_printf(a,
			"merge request !%" PRId64 " from branch '%s' is "
			"somebody else's: it and the branch are left alone",
			iid, o->source);
	case MERGE_STOPPED:
		if (plan->comment)
			return arena_printf(a,
				"comment on merge request !%" PRId64
				" that '%s' has committed to branch '%s' and "
				"it is left alone",
				iid, plan->who, o->source);
		return arena_printf(a,
			"'%s' has committed to branch '%s': it is left alone "
			"until it is merged or deleted",
			plan->who, o->source);
	case MERGE_NOTHING:
		break;
	}
	return arena_printf(a, "merge request !%" PRId64 " is up to date", iid);
}

const char *merge_accept_words(
	struct arena *a, const struct merge_plan *plan, bool done)
{
	static const char *const DONE[] = {
		[ACCEPTED_LATER] = "is merged when its pipeline succeeds",
		[ACCEPTED_NOW] = "is merged",
		[ACCEPTED_NOT] =
			"cannot be merged yet, says GitLab, and the next run "
			"asks again; without a pipeline of its own it never "
			"can: then merge it by hand, or leave out "
			"mr-auto-merge",
	};

	static_assert(COUNT_OF(DONE) == ACCEPTED_NOT + 1, "each way has words");
	assert(plan->accept);
	if (done)
		return arena_printf(a, "merge request !%" PRId64 " %s",
			plan->found.iid, DONE[plan->accepted]);
	if (!plan->there)
		return "set it to be merged when its pipeline succeeds";
	return arena_printf(a,
		"set merge request !%" PRId64
		" to be merged when its pipeline succeeds",
		plan->found.iid);
}

static int apply_step(struct arena *a, const struct merge_options *o,
	struct merge_plan *plan, struct err *err)
{
	bool clash = false;

	switch (plan->step) {
	case MERGE_OPEN:
		if (gitlab_merge_open(o->gitlab, a, o->project, o->self,
			    &plan->fresh, &plan->found, &clash, err))
			return -1;
		plan->there = true;
		if (clash)
			plan->step = MERGE_FOREIGN;
		return 0;
	case MERGE_CHANGE:
		return gitlab_merge_change(o->gitlab, a, o->project,
			plan->found.iid, &plan->change, err);
	case MERGE_STOPPED:
		if (!plan->comment)
			return 0;
		plan->comment = false;
		return gitlab_merge_note(o->gitlab, a, o->project,
			plan->found.iid, o->self, STOP_KEY, STOP_WORDS, err);
	case MERGE_NOTHING:
	case MERGE_FOREIGN:
		break;
	}
	return 0;
}

int merge_apply(struct arena *a, const struct merge_options *o,
	struct merge_plan *plan, const char *head, struct err *err)
{
	assert(!plan->accept || merge_may_commit(plan));
	if (apply_step(a, o, plan, err))
		return -1;
	plan->accept &= merge_may_commit(plan);
	if (!plan->accept)
		return 0;
	return gitlab_merge_accept(o->gitlab, a, o->project, plan->found.iid,
		head, &plan->accepted, err);
}
