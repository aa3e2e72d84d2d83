/*
 * okrsync sync and plan: from OKRs to pages to changes.  A job is all that is
 * to be done, worked out before the first write: plan shows it, sync carries
 * it out.  When somebody else was faster in between, the job is worked out
 * again against what is there now.
 */
#include "book_p.h"

#include <assert.h>
#include "publishing_p.h"
#include "quiet_p.h"

#include "escape.h"
#include "report_p.h"

enum {
	TOLD_CHANGES = 12,
	TOLD_FINDINGS = 8,
	REMARK_BYTES = 4096,
	ATTEMPTS = 3,
	HELD_NAMED = 5, /* pages in the last error */
};

/* What was published before, for the pages to go on with. */
static int read_old(struct run *run, const struct model *m,
	struct publish *publish, struct page_olds *olds, struct err *err)
{
	struct texts paths = {.n = 0};

	pages_old_paths(run->arena, m, &paths);
	for (size_t i = 0; i < paths.n; i++) {
		struct page_old old = {.path = paths.v[i]};
		const char *path = publish_path(publish, run->arena, old.path);
		bool there;

		if (publish_read(
			    publish, run->arena, path, &old.text, &there, err))
			return -1;
		if (there)
			*vec_add(run->arena, olds) = old;
	}
	return 0;
}

static int make_pages(struct run *run, const struct gathered *g,
	struct publish *publish, struct pages *pages, struct past *past,
	struct err *err)
{
	struct page_olds olds = {.n = 0};
	struct template_sources sources = {.n = 0};
	struct template_set *set;
	struct model model = g->model; /* and what is past */
	const struct page_options o = {
		.layout = run->s.layout,
		.title = run->s.title,
		.source_url = g->source_url,
		.source_name = g->source_name,
		.today = run->s.today,
		.grade = &g->grade,
		.fiscal_start = (int)run->s.fiscal_start,
		.mermaid = run->s.mermaid,
		.old = &olds,
	};

	*past = (struct past){.stay = {.n = 0}};
	past_read(run, g, publish, &model, past);
	if (read_old(run, &model, publish, &olds, err))
		return -1;
	if (templates_load(run, &sources, err))
		return -1;
	set = template_compile(run->arena, &sources, err);
	if (!set)
		return -1;
	if (pages_make(run->arena, &model, set, &o, pages, err))
		return -1;
	past_leave(pages, &past->stay);
	return 0;
}

/* A log is for reading: of many only the first ones are told. */
static void tell_rest(const struct run *run, size_t n, size_t told)
{
	if (told < n)
		say(run, "and %zu more (--verbose lists them)", n - told);
}

static void tell_changes(
	const struct run *run, const struct changes *changes, const char *verb)
{
	static const char *const WORDS[] = {
		[CHANGE_ADD] = "new",
		[CHANGE_MODIFY] = "changed",
		[CHANGE_REMOVE] = "removed",
	};
	size_t told = changes->n;

	static_assert(
		COUNT_OF(WORDS) == CHANGE_REMOVE + 1, "each change has a word");
	if (told > TOLD_CHANGES && !run->s.verbose)
		told = TOLD_CHANGES;
	for (size_t i = 0; i < told; i++)
		say(run, "%s %s: %s", verb, changes->v[i].path,
			WORDS[changes->v[i].kind]);
	tell_rest(run, changes->n, told);
}

/* "2 new, 1 changed, 0 removed" */
static void tell_sum(const struct run *run, const struct changes *changes)
{
	size_t n[] = {
		[CHANGE_ADD] = 0, [CHANGE_MODIFY] = 0, [CHANGE_REMOVE] = 0};

	for (size_t i = 0; i < changes->n; i++)
		n[changes->v[i].kind]++;
	say(run, "plan: %zu new, %zu changed, %zu removed", n[CHANGE_ADD],
		n[CHANGE_MODIFY], n[CHANGE_REMOVE]);
}

static void tell_findings(const struct run *run, const struct model *m)
{
	struct buf rules;
	size_t n = 0, told = 0;

	for (size_t i = 0; i < m->findings.n; i++) {
		const struct finding *f = &m->findings.v[i];

		if (f->severity != SEVERITY_ERROR && !run->s.verbose)
			continue;
		if (n++ >= TOLD_FINDINGS && !run->s.verbose)
			continue;
		told++;
		say(run, "%s%s%s: %s [%s]", f->url, f->file,
			*f->url || *f->file ? "" : "finding", f->message,
			f->rule);
	}
	tell_rest(run, n, told);
	buf_init(&rules, REMARK_BYTES);
	report_counts(run->arena, &rules, &m->findings, SEVERITY_WARNING);
	if (rules.n)
		say(run, "findings: %s (--verbose lists them)", rules.p);
	buf_release(&rules);
}

static void tell_model(struct run *run, const struct model *m)
{
	say(run, "%s%s%zu objective%s, %d of %d key results graded%s%s",
		m->period.name, *m->period.name ? ": " : "", m->objectives.n,
		m->objectives.n == 1 ? "" : "s", m->graded, m->total,
		m->grade ? ", grade " : "",
		m->grade ? rat_text(run->arena, m->grade, 2) : "");
	tell_findings(run, m);
}

/* All that is to be done. */
struct job {
	struct publish *publish;
	struct pages pages; /* as wanted, from what the target has */
	struct past past;
	struct changes changes;
	struct helds held; /* pages that stay as they are */
	/* With a merge request: publish and changes are those of its branch. */
	bool merging;
	struct merge_options mo;
	struct merge_plan merge;
};

static int set_merge_options(struct run *run, const struct gathered *g,
	const struct way *way, const struct changes *wanted, struct job *job,
	struct err *err)
{
	const struct settings *s = &run->s;
	const char *source;

	if (!str_trim(str_of(s->mr_title)).n)
		return err_set(err, ERR_CONFIG, "mr-title is empty");
	if (!str_trim(str_of(s->mr_branch)).n)
		return err_set(err, ERR_CONFIG, "mr-branch is empty");
	source = merge_name(run, &g->model, s->mr_branch, true);
	if (!strcmp(way->branch, source))
		return err_set(err, ERR_CONFIG,
			"mr-branch and branch are both '%s': a merge request "
			"needs two branches",
			source);
	job->mo = (struct merge_options){
		.gitlab = way->gitlab,
		.project = &way->project,
		.self = way->self,
		.source = source,
		.target = way->branch,
		.author_email = s->author_email,
		.title = merge_name(run, &g->model, s->mr_title, false),
		.draft = s->mr_draft,
		.automatic = s->mr_auto_merge,
		.description = merge_text(run->arena, &g->model, wanted),
		.labels = s->mr_labels,
		.reviewers = s->mr_reviewers,
	};
	return 0;
}

/* The target lacks something: what has to change on the branch for the merge
 * request, and about that itself. */
static int plan_merge(struct run *run, const struct gathered *g,
	const struct way *way, struct job *job, struct err *err)
{
	struct publish_options o = way->o;
	struct changes wanted = job->changes;
	bool fresh;

	if (set_merge_options(run, g, way, &wanted, job, err))
		return -1;
	job->mo.target_tip = arena_text(
		run->arena, str_of(publish_tip(job->publish, &fresh)));
	if (!*job->mo.target_tip)
		return err_set(err, ERR_CONFIG,
			"project '%s' is empty: a merge request needs a "
			"commit to begin from",
			way->project.path);
	publish_close(job->publish);
	o.branch = job->mo.source;
	o.start = job->mo.target;
	job->publish = publish_open(&o, err);
	if (!job->publish)
		return -1;
	job->mo.source_tip = publish_tip(job->publish, &fresh);
	if (fresh)
		job->mo.source_tip = "";
	job->merging = true;
	if (merge_look(run->arena, &job->mo, &job->merge, err))
		return -1;
	job->changes.n = job->held.n = 0;
	if (!merge_may_commit(&job->merge))
		return 0;
	/* The branch knows what was published since it left the target. */
	job->pages = (struct pages){.n = 0};
	if (make_pages(run, g, job->publish, &job->pages, &job->past, err))
		return -1;
	if (compare_pages(run, job->publish, &job->pages,
		    compare_prune(run, g, &way->o, &job->past), &job->changes,
		    &job->held, err))
		return -1;
	merge_settle(&job->mo, &job->merge, job->changes.n > 0);
	return 0;
}

static int plan_job(struct run *run, const struct gathered *g, struct way *way,
	struct job *job, struct err *err)
{
	assert(way->o.way != PUBLISH_API || way->gitlab);
	*job = (struct job){.publish = way_open(run, way, err)};
	if (!job->publish)
		return -1;
	if (make_pages(run, g, job->publish, &job->pages, &job->past, err) ||
		compare_pages(run, job->publish, &job->pages,
			compare_prune(run, g, &way->o, &job->past),
			&job->changes, &job->held, err))
		return -1;
	if (!run->s.merge_request || !job->changes.n)
		return 0;
	return plan_merge(run, g, way, job, err);
}

static void end_job(struct job *job)
{
	publish_close(job->publish);
	job->publish = NULL;
}

/* A line of what would be done in GitLab, on stdout. */
static void print_step(const char *words)
{
	struct buf clean;

	buf_init(&clean, REMARK_BYTES);
	escape_clean(&clean, str_of(words));
	printf("would %s\n", clean.p);
	buf_release(&clean);
}

/* Is the step itself one to take? */
static bool is_step(const struct merge_plan *m)
{
	return merge_is_write(m) && m->step != MERGE_NOTHING;
}

/* What would be written through GitLab's API, in order. */
static void print_steps(
	const struct run *run, const struct way *way, const struct job *job)
{
	bool fresh;

	(void)publish_tip(job->publish, &fresh);
	if (job->changes.n && way->o.way == PUBLISH_API)
		print_step(arena_printf(run->arena, "commit %zu file%s to %s%s",
			job->changes.n, job->changes.n == 1 ? "" : "s",
			publish_where(job->publish), fresh ? " (new)" : ""));
	if (job->merging && is_step(&job->merge))
		print_step(merge_words(run->arena, &job->mo, &job->merge));
	if (job->merging && job->merge.accept)
		print_step(merge_accept_words(run->arena, &job->merge, false));
	fflush(stdout);
}

/* Names the pages that are left as they are. Where our part of one is not as
 * we left it, that is the run's failure in the end, after all else is done. */
static void tell_held(
	const struct run *run, const struct job *job, struct err *late)
{
	const char *names = "";
	size_t n = 0;

	for (size_t i = 0; i < job->held.n; i++) {
		const struct held *h = &job->held.v[i];

		warn(run, "'%s' is left as it is: %s", h->change.path, h->why);
		if (h->theirs)
			continue;
		show_held(run, &h->change);
		if (n++ < HELD_NAMED)
			names = arena_printf(run->arena, "%s%s'%s'", names,
				n > 1 ? ", " : "", h->change.path);
	}
	if (n)
		err_set(late, ERR_REPO,
			"%zu page%s not brought up to date, for people "
			"changed our part of %s: %s%s; move what they wrote "
			"out of the okrsync markers, or run with --overwrite",
			n, n == 1 ? " was" : "s were", n == 1 ? "it" : "them",
			names, n > HELD_NAMED ? ", ..." : "");
}

static void tell_idle(const struct run *run, const struct job *job)
{
	if (!job->merging)
		say(run, "%s are up to date",
			job->held.n ? "all other pages" : "pages");
	else if (!merge_is_write(&job->merge))
		say(run, "%s", merge_words(run->arena, &job->mo, &job->merge));
}

static bool has_work(const struct job *job)
{
	return job->changes.n || (job->merging && merge_is_write(&job->merge));
}

/* 0, or -1; *work tells whether something would be written. */
static int show_job(struct run *run, const struct gathered *g, struct way *way,
	bool *work, bool *idle, struct err *late, struct err *err)
{
	struct job job;
	int rc = plan_job(run, g, way, &job, err);

	if (!rc)
		rc = show_diff(run, &job.changes, err);
	if (!rc) {
		*work = *work || has_work(&job);
		*idle = !has_work(&job) && !job.merging;
		print_steps(run, way, &job);
		tell_changes(run, &job.changes, "would write");
		if (job.changes.n)
			tell_sum(run, &job.changes);
		else
			tell_idle(run, &job);
		tell_held(run, &job, late);
	}
	end_job(&job);
	return rc;
}

static void tell_published(
	const struct run *run, const struct job *job, const char *id)
{
	tell_changes(run, &job->changes, "wrote");
	if (id)
		say(run, "commit %s on %s", id, publish_where(job->publish));
	else if (!has_work(job) && !job->merging)
		say(run, "%s are up to date: nothing written",
			job->held.n ? "all other pages" : "pages");
}

static void tell_merge(const struct run *run, const struct job *job)
{
	static const char *const DONE[] = {
		[MERGE_NOTHING] = "up to date",
		[MERGE_OPEN] = "opened",
		[MERGE_CHANGE] = "changed",
		[MERGE_FOREIGN] = "",
		[MERGE_STOPPED] = "",
	};
	const struct merge_plan *m = &job->merge;

	static_assert(
		COUNT_OF(DONE) == MERGE_STOPPED + 1, "each step has a word");
	if (*DONE[m->step])
		say(run, "merge request !%lld %s: %s", (long long)m->found.iid,
			DONE[m->step], m->found.url);
	else
		warn(run, "%s", merge_words(run->arena, &job->mo, m));
	if (m->accept && m->accepted == ACCEPTED_NOT)
		warn(run, "%s", merge_accept_words(run->arena, m, true));
	else if (m->accept)
		say(run, "%s", merge_accept_words(run->arena, m, true));
}

/* id: of the commit just made, or NULL. */
static int do_merge(
	struct run *run, struct job *job, const char *id, struct err *err)
{
	if (!job->merging)
		return 0;
	if (merge_apply(run->arena, &job->mo, &job->merge,
		    id ? id : job->mo.source_tip, err))
		return -1;
	tell_merge(run, job);
	return 0;
}

/* One attempt: 0 done, -1 failed; *moved asks for another. */
static int do_job(struct run *run, const struct gathered *g, struct way *way,
	bool *moved, bool *idle, struct err *late, struct err *err)
{
	struct job job;
	const char *id = NULL;
	int rc = plan_job(run, g, way, &job, err);

	*moved = false;
	if (!rc && job.changes.n)
		publish_set_message(
			job.publish, story_message(run->arena, run->s.message,
					     &job.changes));
	if (!rc && job.changes.n)
		rc = publish_apply(job.publish, &job.changes, &id, moved, err);
	*idle = !rc && !has_work(&job) && !job.merging;
	if (!rc)
		tell_published(run, &job, id);
	if (!rc)
		rc = do_merge(run, &job, id, err);
	if (!rc)
		tell_held(run, &job, late);
	end_job(&job);
	return rc;
}

static int do_jobs(struct run *run, const struct gathered *g, struct way *way,
	bool *idle, struct err *late, struct err *err)
{
	bool moved;

	for (int attempt = 1;; attempt++) {
		if (!do_job(run, g, way, &moved, idle, late, err))
			return 0;
		if (!moved || attempt == ATTEMPTS)
			return -1;
		say(run, "somebody pushed meanwhile; comparing again");
		err_clear(err);
	}
}

/* What is to be done with what was gathered. *idle: nothing was. */
static int act(struct run *run, struct gathered *g, struct way *way,
	bool only_show, bool *some, bool *idle, struct err *err)
{
	struct err late = ERR_INIT;
	int rc;

	/* First, since labels are shown on pages; its failure comes last. */
	if (write_back(run, g, only_show, some, &late, err))
		return -1;
	tell_model(run, &g->model);
	rc = way->opened ? 0 : way_choose(run, g, way, err);
	if (!rc)
		rc = only_show ? show_job(run, g, way, some, idle, &late, err)
			       : do_jobs(run, g, way, idle, &late, err);
	*idle = *idle && !rc && !*some && late.kind == ERR_NONE;
	if (!rc && late.kind != ERR_NONE)
		return err_set(err, late.kind, "%s", late.text);
	return rc;
}

static int work_on_files(struct run *run, bool only_show, struct err *err)
{
	struct gathered g;
	struct way way = {.gitlab = NULL};
	bool some = false, idle = false;
	int rc = gather(run, &g, err);

	if (!rc)
		rc = act(run, &g, &way, only_show, &some, &idle, err);
	way_close(&way);
	return !rc && run->s.check && some ? 1 : rc;
}

static int work_on(struct asked *k, struct quiet *q, struct way *way,
	bool only_show, bool *some, struct err *err)
{
	struct gathered g;
	bool idle = false;
	int rc;

	if (quiet_is_known(q))
		return 0;
	rc = gather_asked(k, &g, err);
	if (!rc)
		rc = act(k->run, &g, way, only_show, some, &idle, err);
	if (!rc && idle)
		quiet_note(q);
	return rc;
}

static int work(struct run *run, bool only_show, struct err *err)
{
	struct asked k;
	struct quiet q;
	struct way way;
	bool some = false;
	int rc;

	if (run->s.from.n || run->s.args.n)
		return work_on_files(run, only_show, err);
	if (gather_check(run, err))
		return -1;
	rc = asked_begin(&k, run, err);
	if (!rc) {
		rc = quiet_begin(&q, &k, &way, err);
		if (!rc)
			rc = work_on(&k, &q, &way, only_show, &some, err);
		quiet_end(&q);
		way_close(&way);
	}
	asked_end(&k);
	return !rc && run->s.check && some ? 1 : rc;
}

int cmd_plan(struct run *run, struct err *err)
{
	return work(run, true, err);
}

int cmd_sync(struct run *run, struct err *err)
{
	return work(run, run->s.dry_run, err);
}
