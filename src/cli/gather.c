/*
 * Gathering the OKRs of a run: from GitLab, or from files that are snapshots
 * or markdown; then grading.
 */
#include "okrfile_p.h"

#include <assert.h>

#include "gaps_p.h"
#include "gitlab.h"
#include "modeljson.h"
#include "source.h"

enum {
	FILE_BYTES = 256 * 1024 * 1024,
};

static void show_progress(void *ctx, const char *what, long done, long all)
{
	progress(ctx, what, done, all);
}

static void show_request(void *ctx, const char *line)
{
	detail(ctx, "%s", line);
}

struct gitlab *gather_gitlab(
	struct run *run, const struct source_spec *source, struct err *err)
{
	struct gitlab_options o;

	gitlab_options_init(&o);
	o.api = source->api;
	o.token = run->token;
	o.ca_file = run->s.ca_file;
	o.agent = "okrsync/" OKRSYNC_VERSION;
	o.deadline_ms = run->s.deadline * 1000;
	o.max_issues = run->s.max_issues;
	o.lanes = (int)run->s.lanes;
	o.rate = run->s.rate;
	o.seed = (uint64_t)run->now;
	o.progress = show_progress;
	o.log = show_request;
	o.ctx = run;
	return gitlab_open(&o, err);
}

int gather_sources(struct run *run, struct source_spec *specs, struct err *err)
{
	const struct texts *source = &run->s.source;

	for (size_t i = 0; i < source->n; i++) {
		if (source_parse(run->arena, str_of(source->v[i]),
			    run->s.gitlab, &specs[i], err))
			return -1;
		if (strcmp(specs[i].api, specs[0].api) != 0)
			return err_set(err, ERR_CONFIG,
				"sources lie on two instances, '%s' and '%s', "
				"but there is one token; run okrsync fetch "
				"for each and join them with --from",
				specs[0].web, specs[i].web);
	}
	return 0;
}

const char *gather_host(struct arena *a, const char *web)
{
	struct str rest = str_of(web), host = {NULL, 0};

	assert(web);
	if (!str_iskip(&rest, "https://"))
		str_iskip(&rest, "http://");
	str_take_until(&rest, '/', &host);
	return arena_text(a, host);
}

int gather_read_options(
	struct run *run, struct read_options *o, struct err *err)
{
	read_options_init(o);
	o->fiscal_start = (int)run->s.fiscal_start;
	o->map = &run->s.labels;
	o->confidential = run->s.confidential;
	if (*run->s.period && !period_parse(run->arena, str_of(run->s.period),
				      o->fiscal_start, &o->period))
		return err_set(err, ERR_CONFIG,
			"period '%s' is not one like FY24-Q1, 'Q1 2025' or "
			"2025-H1",
			run->s.period);
	return 0;
}

static enum plan plan_of(const char *name)
{
	static const char *const NAMES[] = {
		[PLAN_LINEAR] = "linear",
		[PLAN_STEPPED] = "stepped",
		[PLAN_BACK_LOADED] = "back-loaded",
	};
	size_t i = 0;

	while (i < COUNT_OF(NAMES) && strcmp(NAMES[i], name) != 0)
		i++;
	assert(i < COUNT_OF(NAMES)); /* the choices of the setting */
	return (enum plan)i;
}

static void set_grade_options(const struct run *run, struct grade_options *o)
{
	*o = run->s.bands;
	o->today = run->s.today;
	o->plan = plan_of(run->s.plan);
	o->ahead_points = (int)run->s.ahead_points;
	o->behind_points = (int)run->s.behind_points;
	o->risk_points = (int)run->s.risk_points;
	o->grace_percent = (int)run->s.grace_percent;
	o->stale_days = (int)run->s.stale_days;
	o->roll_up_children = run->s.roll_up;
}

static void read_snapshot(struct run *run, const struct snapshot *s,
	struct read_options *o, struct gathered *g)
{
	o->self = s->self;
	g->records = s->records;
	g->self = s->self;
	g->source_url = s->source;
	g->source_name = s->source;
	read_records(run->arena, &s->records, o, &g->model);
	gaps_tell(run, &s->records, &g->model.findings);
}

struct snapshots {
	VEC_OF(struct snapshot);
};

/* Markdown is read, snapshots are collected. */
static int read_file(struct run *run, const char *path,
	const struct read_options *o, struct gathered *g,
	struct snapshots *snapshots, struct err *err)
{
	struct str text;

	if (file_read(run->arena, path, FILE_BYTES, &text, err))
		return -1;
	if (!snapshot_is(text)) {
		g->markdown = true;
		if (str_iends(str_of(path), ".json") && modeljson_is(text)) {
			g->published = true;
			return modeljson_read(
				run->arena, text, path, &g->model, err);
		}
		return okrfile_read(run, text, path, o, &g->model, NULL,
			run->s.explain ? &g->why : NULL, err);
	}
	return snapshot_parse(
		run->arena, text, path, vec_add(run->arena, snapshots), err);
}

static int read_files(struct run *run, struct read_options *o,
	struct gathered *g, struct err *err)
{
	const struct texts *lists[] = {&run->s.from, &run->s.args};
	struct snapshots snapshots = {NULL, 0, 0};
	struct snapshot all;

	for (size_t l = 0; l < COUNT_OF(lists); l++)
		for (size_t i = 0; i < lists[l]->n; i++)
			if (read_file(
				    run, lists[l]->v[i], o, g, &snapshots, err))
				return -1;
	if (!snapshots.n)
		return 0;
	snapshot_join(run->arena, snapshots.v, snapshots.n, &all);
	read_snapshot(run, &all, o, g);
	return 0;
}

/* The token is for the configured source's host.  What a snapshot says of its
 * own is not to be trusted with it. */
static int find_host(struct run *run, struct gathered *g, struct err *err)
{
	struct source_spec *specs;

	if (!run->s.source.n)
		return 0;
	specs = ARENA_ARRAY(run->arena, struct source_spec, run->s.source.n);
	if (gather_sources(run, specs, err))
		return -1;
	g->host = gather_host(run->arena, specs[0].web);
	/* Data of ours do not say where they came from. */
	if (g->published && !*g->source_url)
		g->source_url = g->source_name = specs[0].url;
	return 0;
}

/* Links, grades, and what is wrong with them. */
static void make_sense(struct run *run, struct gathered *g)
{
	model_link(run->arena, &g->model);
	grade_model(run->arena, &g->model, &g->grade);
	lint_switch_findings(&g->model, &run->s.lint);
	findings_sort(&g->model.findings);
}

static int begin(struct run *run, struct gathered *g, struct read_options *o,
	struct err *err)
{
	*g = (struct gathered){.source_url = "", .source_name = "", .host = ""};
	model_init(&g->model);
	if (gather_read_options(run, o, err))
		return -1;
	set_grade_options(run, &g->grade);
	return 0;
}

int gather_check(struct run *run, struct err *err)
{
	struct read_options o;
	struct gathered g;

	return begin(run, &g, &o, err);
}

int gather_asked(struct asked *k, struct gathered *g, struct err *err)
{
	struct read_options o;

	if (begin(k->run, g, &o, err) || asked_read(k, err))
		return -1;
	g->host = k->host;
	read_snapshot(k->run, &k->s, &o, g);
	make_sense(k->run, g);
	return 0;
}

static int gather_files(struct run *run, struct gathered *g, struct err *err)
{
	struct read_options o;

	if (begin(run, g, &o, err) || read_files(run, &o, g, err) ||
		find_host(run, g, err))
		return -1;
	make_sense(run, g);
	return 0;
}

int gather(struct run *run, struct gathered *g, struct err *err)
{
	struct asked asked;
	int rc;

	if (run->s.from.n || run->s.args.n)
		return gather_files(run, g, err);
	if (gather_check(run, err))
		return -1;
	rc = asked_begin(&asked, run, err);
	if (!rc)
		rc = gather_asked(&asked, g, err);
	asked_end(&asked);
	return rc;
}

int gather_again(struct run *run, struct gathered *g, struct err *err)
{
	struct read_options o;

	if (gather_read_options(run, &o, err))
		return -1;
	o.self = g->self;
	model_init(&g->model);
	read_records(run->arena, &g->records, &o, &g->model);
	make_sense(run, g);
	return 0;
}
