/*
 * okrsync sync and plan: from OKRs to pages to changes; plan prints what sync
 * carries out.  When somebody else pushed in between, the whole comparison is
 * made again against what is there now.
 */
#include "run_p.h"

#include "region.h"

enum {
	DIFF_BYTES = 256 * 1024 * 1024,
	REMARK_BYTES = 2048,
	ATTEMPTS = 3,
};

/* The history of readings as it was published, for the pages to go on with. */
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
	struct publish *publish, struct pages *pages, struct err *err)
{
	struct page_olds olds = {.n = 0};
	struct template_sources sources = {.n = 0};
	struct template_set *set;
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

	*pages = (struct pages){.n = 0};
	if (read_old(run, &g->model, publish, &olds, err))
		return -1;
	if (templates_load(run, &sources, err))
		return -1;
	set = template_compile(run->arena, &sources, err);
	if (!set)
		return -1;
	return pages_make(run->arena, &g->model, set, &o, pages, err);
}

static void set_publish_options(const struct run *run, const struct gathered *g,
	struct publish_options *o)
{
	*o = (struct publish_options){
		.way = strcmp(run->s.publish, "files") == 0 ? PUBLISH_FILES
							    : PUBLISH_GIT,
		.path = run->s.repository,
		.folder = run->s.folder,
		.branch = run->s.branch,
		.remote = run->s.remote,
		.token = run->token,
		.token_host = g->host,
		.ca_file = run->s.ca_file,
		.author_name = run->s.author_name,
		.author_email = run->s.author_email,
		.message = run->s.message,
		.when = run->now,
		.timeout_ms = run->s.deadline * 1000,
	};
}

/* What has to change so that the page is there. */
static int compare_page(struct run *run, struct publish *publish,
	const struct page *page, struct changes *changes, struct err *err)
{
	const char *path = publish_path(publish, run->arena, page->path);
	struct str old = {NULL, 0}, fresh = page->text;
	bool there;

	if (publish_read(publish, run->arena, path, &old, &there, err))
		return -1;
	if (there && page->region &&
		region_merge(run->arena, old, page->text, run->s.overwrite,
			&fresh, err))
		return err_wrap(err, "'%s'", path);
	if (there && str_eq(old, fresh))
		return 0;
	*vec_add(run->arena, changes) =
		(struct change){.kind = there ? CHANGE_MODIFY : CHANGE_ADD,
			.path = path,
			.old = old,
			.fresh = fresh};
	return 0;
}

static int compare(struct run *run, struct publish *publish,
	const struct pages *pages, struct changes *changes, struct err *err)
{
	for (size_t i = 0; i < pages->n; i++)
		if (compare_page(run, publish, &pages->v[i], changes, err))
			return -1;
	return 0;
}

static int print_diff(const struct changes *changes, struct err *err)
{
	struct buf b;
	int rc;

	buf_init(&b, DIFF_BYTES);
	rc = publish_diff(changes, &b, err);
	if (!rc)
		rc = buf_finish(&b, "the diff", err);
	if (!rc)
		fwrite(b.p, 1, b.n, stdout);
	/* Before the remarks on stderr, also where both go to one file. */
	fflush(stdout);
	buf_release(&b);
	return rc;
}

/* "2 pages to add, 1 to change" */
static void tell_changes(
	const struct run *run, const struct changes *changes, const char *verb)
{
	static const char *const WORDS[] = {
		[CHANGE_ADD] = "new",
		[CHANGE_MODIFY] = "changed",
		[CHANGE_REMOVE] = "removed",
	};

	for (size_t i = 0; i < changes->n; i++)
		say(run, "%s %s: %s", verb, changes->v[i].path,
			WORDS[changes->v[i].kind]);
}

struct rule_count {
	const char *rule;
	long n;
};

struct rule_counts {
	VEC_OF(struct rule_count);
};

static void count_rule(
	struct arena *a, struct rule_counts *counts, const char *rule)
{
	for (size_t i = 0; i < counts->n; i++)
		if (strcmp(counts->v[i].rule, rule) == 0) {
			counts->v[i].n++;
			return;
		}
	*vec_add(a, counts) = (struct rule_count){rule, 1};
}

/* "8 stale, 2 stated-grade-differs", in order of first appearance. */
static void add_counts(
	struct arena *a, struct buf *b, const struct findings *findings)
{
	struct rule_counts counts = {.n = 0};

	for (size_t i = 0; i < findings->n; i++)
		if (findings->v[i].severity >= SEVERITY_WARNING)
			count_rule(a, &counts, findings->v[i].rule);
	for (size_t i = 0; i < counts.n; i++)
		buf_addf(b, "%s%ld %s", i ? ", " : "", counts.v[i].n,
			counts.v[i].rule);
}

static void tell_findings(const struct run *run, const struct model *m)
{
	struct buf rules;

	for (size_t i = 0; i < m->findings.n; i++) {
		const struct finding *f = &m->findings.v[i];

		if (f->severity == SEVERITY_ERROR || run->s.verbose)
			say(run, "%s%s%s: %s [%s]", f->url, f->file,
				*f->url || *f->file ? "" : "finding",
				f->message, f->rule);
	}
	buf_init(&rules, REMARK_BYTES);
	add_counts(run->arena, &rules, &m->findings);
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

int cmd_plan(struct run *run, struct err *err)
{
	struct gathered g;
	struct pages pages = {.n = 0};
	struct changes changes = {.n = 0};
	struct publish_options o;
	struct publish *publish;
	int rc;

	if (gather(run, &g, err))
		return -1;
	tell_model(run, &g.model);
	set_publish_options(run, &g, &o);
	publish = publish_open(&o, err);
	if (!publish)
		return -1;
	rc = make_pages(run, &g, publish, &pages, err);
	if (!rc)
		rc = compare(run, publish, &pages, &changes, err);
	if (!rc)
		rc = print_diff(&changes, err);
	publish_close(publish);
	if (rc)
		return -1;
	tell_changes(run, &changes, "would write");
	if (!changes.n)
		say(run, "pages are up to date");
	return run->s.check && changes.n ? 1 : 0;
}

static void tell_published(const struct run *run, struct publish *publish,
	const struct changes *changes, const char *id)
{
	tell_changes(run, changes, "wrote");
	if (!changes->n)
		say(run, "pages are up to date: nothing written");
	else if (id)
		say(run, "commit %s on %s", id, publish_where(publish));
}

/* One attempt: 0 done, -1 failed; *moved asks for another. */
static int publish_once(struct run *run, const struct gathered *g,
	const struct publish_options *o, bool *moved, struct err *err)
{
	struct pages pages = {.n = 0};
	struct changes changes = {.n = 0};
	struct publish *publish = publish_open(o, err);
	const char *id = NULL;
	int rc;

	*moved = false;
	if (!publish)
		return -1;
	rc = make_pages(run, g, publish, &pages, err);
	if (!rc)
		rc = compare(run, publish, &pages, &changes, err);
	if (!rc && changes.n)
		rc = publish_apply(publish, &changes, &id, moved, err);
	if (!rc)
		tell_published(run, publish, &changes, id);
	publish_close(publish);
	return rc;
}

int cmd_sync(struct run *run, struct err *err)
{
	struct gathered g;
	struct publish_options o;
	bool moved;

	if (gather(run, &g, err))
		return -1;
	tell_model(run, &g.model);
	set_publish_options(run, &g, &o);
	for (int attempt = 1;; attempt++) {
		if (!publish_once(run, &g, &o, &moved, err))
			return 0;
		if (!moved || attempt == ATTEMPTS)
			return -1;
		say(run, "somebody pushed meanwhile; comparing again");
		err_clear(err);
	}
}
