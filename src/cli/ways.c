/*
 * Which way pages are published: git where there is a clone that can push,
 * GitLab's API where there is none or a merge request is wanted.
 */
#include "publishing_p.h"

#include <assert.h>

/* The instance of the sources; without one, the default instance. */
static int find_instance(
	struct run *run, const char **web, const char **api, struct err *err)
{
	struct source_spec spec;

	*web = run->s.gitlab;
	*api = NULL;
	if (!run->s.source.n)
		return 0;
	if (source_parse(run->arena, str_of(run->s.source.v[0]), run->s.gitlab,
		    &spec, err))
		return -1;
	*web = spec.web;
	*api = spec.api;
	return 0;
}

static int parse_project(
	struct run *run, struct source_spec *spec, struct err *err)
{
	const char *web, *api;

	if (find_instance(run, &web, &api, err))
		return -1;
	if (source_parse(run->arena, str_of(run->s.project), web, spec, err))
		return err_wrap(err, "project");
	if (spec->kind == SOURCE_GROUP && !spec->may_be_group)
		return err_set(err, ERR_CONFIG,
			"project '%s' is a group: name the handbook's project "
			"in it",
			run->s.project);
	if (api && strcmp(api, spec->api) != 0)
		return err_set(err, ERR_CONFIG,
			"project '%s' and the source lie on two instances, "
			"but there is one token",
			run->s.project);
	return 0;
}

/* From now on it is the API. */
static int use_api(struct run *run, struct way *way, struct err *err)
{
	struct source_spec spec;
	const char *name;

	if (!*run->s.project)
		return err_set(err, ERR_CONFIG,
			"no project is set to publish into: give its path "
			"with --project or the key 'project'");
	if (parse_project(run, &spec, err))
		return -1;
	way->gitlab = gather_gitlab(run, &spec, err);
	if (!way->gitlab ||
		gitlab_project_get(way->gitlab, run->arena, spec.path,
			&way->project, err) ||
		gitlab_self(way->gitlab, run->arena, &name, &way->self, err))
		return -1;
	way->o.way = PUBLISH_API;
	way->o.gitlab = way->gitlab;
	way->o.project = &way->project;
	way->branch = *run->s.branch ? run->s.branch : way->project.branch;
	return 0;
}

static int choose_for_merge(struct run *run, struct way *way, struct err *err)
{
	const char *publish = run->s.publish;

	if (strcmp(publish, "auto") != 0 && strcmp(publish, "api") != 0)
		return err_set(err, ERR_CONFIG,
			"merge requests go through GitLab's API: leave out "
			"'publish: %s', or merge-request",
			publish);
	if (run->s.mr_draft && run->s.mr_auto_merge)
		return err_set(err, ERR_CONFIG,
			"mr-draft and mr-auto-merge contradict each other: a "
			"draft is not merged");
	if (use_api(run, way, err))
		return -1;
	if (!way->self)
		return err_set(err, ERR_CONFIG,
			"a merge request needs a token with scope api: put one "
			"into OKRSYNC_TOKEN");
	say(run,
		"publishing through GitLab's API into '%s': a merge request "
		"is wanted",
		way->project.path);
	return 0;
}

static int choose_freely(struct run *run, struct way *way, struct err *err)
{
	enum publish_clone clone = publish_probe(run->s.repository);

	way->automatic = true;
	way->o.way = PUBLISH_GIT;
	if (clone == PUBLISH_COMPLETE) {
		say(run, "publishing with git: '%s' is a clone",
			run->s.repository);
		return 0;
	}
	/* What it comes to is known when it has been opened. */
	if (clone == PUBLISH_SHALLOW)
		return 0;
	if (!*run->s.project)
		return err_set(err, ERR_CONFIG,
			"'%s' is not a git repository, and no project is set "
			"to publish into without one: run in a clone of the "
			"handbook, or give --project",
			run->s.repository);
	if (use_api(run, way, err))
		return -1;
	say(run, "publishing through GitLab's API into '%s': '%s' is no clone",
		way->project.path, run->s.repository);
	return 0;
}

static void show_talk(void *ctx, const char *line)
{
	detail(ctx, "%s", line);
}

static void set_options(
	struct run *run, const struct gathered *g, struct publish_options *o)
{
	*o = (struct publish_options){
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
		.log = show_talk,
		.ctx = run,
	};
}

int way_choose(struct run *run, const struct gathered *g, struct way *way,
	struct err *err)
{
	const char *publish = run->s.publish;

	*way = (struct way){.gitlab = NULL, .branch = run->s.branch};
	set_options(run, g, &way->o);
	if (run->s.merge_request)
		return choose_for_merge(run, way, err);
	if (!strcmp(publish, "auto"))
		return choose_freely(run, way, err);
	if (!strcmp(publish, "api"))
		return use_api(run, way, err);
	way->o.way = !strcmp(publish, "files") ? PUBLISH_FILES : PUBLISH_GIT;
	return 0;
}

void way_close(struct way *way)
{
	publish_close(way->opened);
	way->opened = NULL;
	gitlab_close(way->gitlab);
	way->gitlab = NULL;
}

struct publish *way_open(struct run *run, struct way *way, struct err *err)
{
	bool unsure = way->automatic && way->o.way == PUBLISH_GIT &&
		      publish_probe(run->s.repository) == PUBLISH_SHALLOW;
	struct err why = ERR_INIT;
	struct publish *publish;
	bool too_shallow = false;

	assert(!way->o.gitlab || way->o.way == PUBLISH_API);
	if (way->opened) {
		publish = way->opened;
		way->opened = NULL;
		return publish;
	}
	if (!unsure)
		return publish_open(&way->o, err);
	way->o.too_shallow = &too_shallow;
	publish = publish_open(&way->o, &why);
	way->o.too_shallow = NULL;
	if (publish) {
		say(run,
			"publishing with git: '%s' is shallow, but has the "
			"branch's newest commit",
			run->s.repository);
		return publish;
	}
	if (!too_shallow || !*run->s.project)
		return err_null(err, why.kind, "%s", why.text);
	if (use_api(run, way, err))
		return NULL;
	say(run,
		"publishing through GitLab's API into '%s': the clone '%s' "
		"is too shallow to push from",
		way->project.path, run->s.repository);
	return publish_open(&way->o, err);
}
