/*
 * okrsync open: from wishes to issues.
 *
 * Everything that can be wrong is looked up before the first write.  Then the
 * issues are opened one after the other, those that are there left out, so
 * that a run that was stopped half-way is finished by the next one.
 */
#include "open_p.h"

#include "gitlab_write.h"
#include "life_p.h"

struct opening {
	struct run *run;
	struct gitlab *gitlab;
	struct gitlab_project project;
	const char *base; /* the project's address */
	int64_t self;
	struct texts labels;     /* that are there */
	struct texts missing;    /* that are to be made */
	struct texts people;     /* names whose ids are known */
	struct gitlab_ids ids;   /* theirs */
	struct texts milestones; /* likewise */
	struct gitlab_ids milestone_ids;
	struct gitlab_keyeds keyeds; /* opened before */
	bool flat; /* GitLab has refused to put an issue below another */
};

static const char *join(struct arena *a, const struct texts *texts)
{
	const char *all = "";

	for (size_t i = 0; i < texts->n; i++)
		all = arena_printf(
			a, "%s%s%s", all, i ? ", " : "", texts->v[i]);
	return all;
}

static size_t find_text(const struct texts *list, const char *text)
{
	size_t i = 0;

	while (i < list->n && strcmp(list->v[i], text) != 0)
		i++;
	return i;
}

static int unknown_label(const struct opening *o, const char *place,
	const char *label, struct err *err)
{
	const char *near =
		nearest_word(str_of(label), o->labels.v, o->labels.n);

	if (near)
		return err_set(err, ERR_CONFIG,
			"%s: there is no label '%s' in '%s'; did you mean "
			"'%s'? (--create-labels makes what is missing)",
			place, label, o->project.path, near);
	return err_set(err, ERR_CONFIG,
		"%s: there is no label '%s' in '%s'; --create-labels makes "
		"what is missing",
		place, label, o->project.path);
}

static int check_labels(
	struct opening *o, const struct wish *w, struct err *err)
{
	for (size_t i = 0; i < w->labels.n; i++) {
		const char *label = w->labels.v[i];

		if (find_text(&o->labels, label) < o->labels.n)
			continue;
		if (!o->run->s.create_labels)
			return unknown_label(
				o, w->label_places.v[i], label, err);
		if (find_text(&o->missing, label) == o->missing.n)
			*vec_add(o->run->arena, &o->missing) = label;
	}
	return 0;
}

static int check_people(
	struct opening *o, const struct wish *w, struct err *err)
{
	for (size_t i = 0; i < w->assignees.n; i++) {
		const char *name = w->assignees.v[i];
		int64_t id;

		if (find_text(&o->people, name) < o->people.n)
			continue;
		if (gitlab_user_id(o->gitlab, o->run->arena, name, &id, err))
			return -1;
		if (!id)
			return err_set(err, ERR_CONFIG,
				"%s: there is no user '%s' to assign '%s' to; "
				"give the name that stands behind the @ in "
				"GitLab",
				w->place, name, w->title);
		*vec_add(o->run->arena, &o->people) = name;
		*vec_add(o->run->arena, &o->ids) = id;
	}
	return 0;
}

static int check_milestone(
	struct opening *o, const struct wish *w, struct err *err)
{
	int64_t id;

	if (!*w->milestone ||
		find_text(&o->milestones, w->milestone) < o->milestones.n)
		return 0;
	if (gitlab_milestone_id(o->gitlab, o->run->arena, &o->project,
		    w->milestone, &id, err))
		return -1;
	if (!id)
		return err_set(err, ERR_CONFIG,
			"%s: there is no milestone '%s' in '%s'; make it in "
			"GitLab first",
			w->place, w->milestone, o->project.path);
	*vec_add(o->run->arena, &o->milestones) = w->milestone;
	*vec_add(o->run->arena, &o->milestone_ids) = id;
	return 0;
}

/* Everything the wishes name is there. */
static int look_up(
	struct opening *o, const struct wishes *wishes, struct err *err)
{
	struct arena *a = o->run->arena;

	if (gitlab_label_names(o->gitlab, a, &o->project, &o->labels, err) ||
		gitlab_keyed_issues(
			o->gitlab, a, &o->project, o->self, &o->keyeds, err))
		return -1;
	for (size_t i = 0; i < wishes->n; i++) {
		const struct wish *w = &wishes->v[i];

		if (gitlab_keyed_find(&o->keyeds, w->key))
			continue;
		if (check_labels(o, w, err) || check_people(o, w, err) ||
			check_milestone(o, w, err))
			return -1;
	}
	return 0;
}

static int make_labels(struct opening *o, struct err *err)
{
	for (size_t i = 0; i < o->missing.n; i++) {
		const char *label = o->missing.v[i];

		if (o->run->s.dry_run)
			answer("would make the label %s", label);
		else if (gitlab_label_create(o->gitlab, o->run->arena,
				 &o->project, label, label_colour(label), err))
			return -1;
		else
			say(o->run, "made the label '%s'", label);
	}
	return 0;
}

static void show(const struct opening *o, const struct wish *w)
{
	struct str body = str_of(w->body), line;
	struct arena *a = o->run->arena;

	answer("would open %s", w->title);
	if (w->labels.n)
		answer("    labels: %s", join(a, &w->labels));
	if (w->assignees.n)
		answer("    assignees: %s", join(a, &w->assignees));
	if (*w->milestone)
		answer("    milestone: %s", w->milestone);
	if (*w->due)
		answer("    due: %s", w->due);
	while (str_take_line(&body, &line))
		answer("%s%.*s", line.n ? "    | " : "    |", STR_ARG(line));
}

/* A role that is too low makes GitLab drop labels without a word. */
static void check_result(const struct opening *o, const struct wish *w,
	const struct gitlab_issue *issue)
{
	for (size_t i = 0; i < w->labels.n; i++)
		if (find_text(&issue->labels, w->labels.v[i]) ==
			issue->labels.n) {
			warn(o->run,
				"%s has not got the label '%s': the token's "
				"role in '%s' must be Planner or Reporter at "
				"least",
				issue->url, w->labels.v[i], o->project.path);
			return;
		}
}

/* Links are an ornament: without them the issues are still right. */
static void relate_one(const struct opening *o, int64_t iid, int64_t to)
{
	struct err err = ERR_INIT;

	if (to && iid && to != iid &&
		gitlab_issue_relate(
			o->gitlab, o->run->arena, &o->project, iid, to, &err))
		warn(o->run, "%s", err.text);
}

/* Below its parent where the instance lets it, else related to it. */
static void put_below(struct opening *o, int64_t iid, int64_t parent)
{
	const char *refused = NULL;
	struct err err = ERR_INIT;

	if (!iid || !parent || iid == parent)
		return;
	if (!o->run->s.work_items || o->flat) {
		relate_one(o, iid, parent);
		return;
	}
	if (!gitlab_issue_set_parent(o->gitlab, o->run->arena, &o->project, iid,
		    parent, &refused, &err) &&
		!refused)
		return;
	/* What it does not let be of one it does not let be of the others. */
	o->flat = true;
	say(o->run,
		"#%lld cannot be below #%lld as a work item (%s): such issues "
		"are related by links instead",
		(long long)iid, (long long)parent,
		refused ? refused : err.text);
	relate_one(o, iid, parent);
}

static void relate(
	struct opening *o, const struct wishes *wishes, const int64_t *iids)
{
	for (size_t i = 0; i < wishes->n; i++) {
		put_below(o, iids[i], wish_parent(wishes, iids, i, o->base));
		relate_one(o, iids[i], wishes->v[i].follows);
	}
}

static int open_one(
	struct opening *o, const struct wish *w, int64_t *iid, struct err *err)
{
	struct gitlab_new_issue wanted = {.title = w->title,
		.description = w->body,
		.key = w->key,
		.labels = w->labels,
		.due = w->due};
	struct gitlab_issue issue;

	for (size_t i = 0; i < w->assignees.n; i++)
		*vec_add(o->run->arena, &wanted.assignees) =
			o->ids.v[find_text(&o->people, w->assignees.v[i])];
	if (*w->milestone)
		wanted.milestone =
			o->milestone_ids
				.v[find_text(&o->milestones, w->milestone)];
	if (gitlab_issue_open(o->gitlab, o->run->arena, &o->project, o->self,
		    &wanted, &issue, err))
		return -1;
	*iid = issue.iid;
	answer("opened %s %s", issue.url, w->title);
	check_result(o, w, &issue);
	return 0;
}

static void tell(const struct opening *o, size_t all, size_t there)
{
	size_t fresh = all - there;

	if (there)
		say(o->run, "%zu of %zu issue%s %s there before", there, all,
			all == 1 ? "" : "s", there == 1 ? "was" : "were");
	if (fresh)
		say(o->run, "%s %zu issue%s in %s",
			o->run->s.dry_run ? "would open" : "opened", fresh,
			fresh == 1 ? "" : "s", o->project.path);
	else
		say(o->run, "nothing to open in %s", o->project.path);
}

static int open_all(
	struct opening *o, const struct wishes *wishes, struct err *err)
{
	int64_t *iids = ARENA_ARRAY(o->run->arena, int64_t, wishes->n);
	size_t there = 0;

	if (make_labels(o, err))
		return -1;
	for (size_t i = 0; i < wishes->n; i++) {
		const struct wish *w = &wishes->v[i];
		const struct gitlab_issue *issue =
			gitlab_keyed_find(&o->keyeds, w->key);

		progress(o->run, "opening", (long)i, (long)wishes->n);
		progress_end(o->run);
		if (issue) {
			answer("exists %s %s", issue->url, w->title);
			iids[i] = issue->iid;
			there++;
		} else if (o->run->s.dry_run) {
			show(o, w);
		} else if (open_one(o, w, &iids[i], err)) {
			return -1;
		}
	}
	if (!o->run->s.dry_run)
		relate(o, wishes, iids);
	tell(o, wishes->n, there);
	return 0;
}

static int no_template(const struct opening *o, const char *name,
	const struct texts *names, struct err *err)
{
	const char *near = nearest_word(str_of(name), names->v, names->n);

	if (near)
		return err_set(err, ERR_CONFIG,
			"there is no template '%s'; did you mean '%s'?", name,
			near);
	return err_set(err, ERR_CONFIG,
		"there is no template '%s'; '%s' and okrsync have these: %s",
		name, o->project.path, join(o->run->arena, names));
}

/* The text of a template: a file's, the project's, or ours. */
static int find_template(struct opening *o, const char *name, struct str *text,
	const char **file, struct err *err)
{
	struct arena *a = o->run->arena;
	struct texts names = {NULL, 0, 0};
	bool there;

	*file = name;
	if (strchr(name, '/') || str_ends(str_of(name), ".md"))
		return file_read(a, name, TEMPLATE_BYTES, text, err);
	if (gitlab_template_names(o->gitlab, a, &o->project, &names, err))
		return -1;
	if (find_text(&names, name) < names.n) {
		*file = arena_printf(a, ".gitlab/issue_templates/%s.md", name);
		return gitlab_template_text(
			o->gitlab, a, &o->project, name, text, err);
	}
	if (templates_issue(o->run, name, text, file, &there, &names, err))
		return -1;
	return there ? 0 : no_template(o, name, &names, err);
}

static int make_wishes(struct opening *o, const struct source_spec *source,
	struct wishes *wishes, struct err *err)
{
	const char *name = o->run->s.template, *file;
	struct str text = {NULL, 0};

	if (*o->run->s.carry_over) {
		if (gitlab_label_names(o->gitlab, o->run->arena, &o->project,
			    &o->labels, err) ||
			wish_carried(o->run, &o->labels, source, wishes, err))
			return -1;
		o->labels.n = 0;
	} else if (o->run->s.args.n) {
		if (wish_files(o->run, source, wishes, err))
			return -1;
	} else if (find_template(o, name, &text, &file, err) ||
		   wish_template(o->run, text, file, source, wishes, err)) {
		return -1;
	}
	return wish_check(wishes, err);
}

static int connect(
	struct opening *o, struct source_spec *source, struct err *err)
{
	struct arena *a = o->run->arena;
	const char *self;

	o->gitlab = gather_gitlab(o->run, source, err);
	if (!o->gitlab || gitlab_self(o->gitlab, a, &self, &o->self, err) ||
		gitlab_project_get(
			o->gitlab, a, source->path, &o->project, err))
		return -1;
	o->base = arena_printf(a, "%s/%s", source->web, o->project.path);
	if (!o->project.issues)
		return err_set(err, ERR_GITLAB,
			"issues are turned off in '%s': turn them on in its "
			"settings, under 'Visibility, project features, "
			"permissions'",
			o->project.path);
	return gitlab_board_scope(o->gitlab, a, &o->project, source, err);
}

static int check_carry(const struct run *run, struct err *err)
{
	if (!*run->s.carry_over && !*run->s.to)
		return 0;
	if (!*run->s.carry_over || !*run->s.to)
		return err_set(err, ERR_USAGE,
			"--carry-over PERIOD and --to PERIOD go together");
	if (run->s.args.n || *run->s.template)
		return err_set(err, ERR_USAGE,
			"--carry-over takes its OKRs from GitLab: leave out "
			"files and --template");
	return 0;
}

static int check_usage(const struct run *run, struct err *err)
{
	if (check_carry(run, err))
		return -1;
	if (!*run->s.carry_over && !run->s.args.n && !*run->s.template)
		return err_set(err, ERR_USAGE,
			"nothing to open: give OKR files, or --template NAME "
			"with --title");
	if (run->s.args.n && *run->s.template)
		return err_set(err, ERR_USAGE,
			"files and --template exclude each other");
	if (run->s.args.n && *run->s.objective)
		return err_set(err, ERR_USAGE,
			"--title goes with --template; files have titles of "
			"their own");
	if (run->s.source.n != 1)
		return err_set(err, ERR_USAGE,
			"issues are opened in one project: give one --source, "
			"or set 'source' in '%s'",
			run->s.config);
	if (!*run->token)
		return err_set(err, ERR_USAGE,
			"there is no token: put one with scope api into "
			"OKRSYNC_TOKEN");
	return 0;
}

int cmd_open(struct run *run, struct err *err)
{
	struct opening o = {.run = run};
	struct wishes wishes = {NULL, 0, 0};
	struct source_spec source;
	int rc;

	if (check_usage(run, err) ||
		source_parse(run->arena, str_of(run->s.source.v[0]),
			run->s.gitlab, &source, err))
		return -1;
	if (source.kind == SOURCE_GROUP && !source.may_be_group)
		return err_set(err, ERR_USAGE,
			"'%s' is a group, but issues are opened in a project: "
			"give its address with --source",
			source.path);
	rc = connect(&o, &source, err);
	if (!rc)
		rc = make_wishes(&o, &source, &wishes, err);
	if (!rc)
		rc = look_up(&o, &wishes, err);
	if (!rc)
		rc = open_all(&o, &wishes, err);
	progress_end(run);
	gitlab_close(o.gitlab);
	return rc;
}
