/*
 * A project's issue templates: the files of .gitlab/issue_templates on its
 * default branch, and those it inherits.
 */
#include "lookup_p.h"

int gitlab_template_names(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, struct texts *names,
	struct err *err)
{
	return lookup_names(g, a,
		lookup_url(g, a, project, "/templates/issues?per_page=100", ""),
		arena_printf(a, "the issue templates of '%s'", project->path),
		true, names, err);
}

int gitlab_template_text(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *name,
	struct str *text, struct err *err)
{
	const char *url = lookup_url(g, a, project, "/templates/issues/", name);
	const char *what = arena_printf(
		a, "the issue template '%s' of '%s'", name, project->path);
	struct err why = ERR_INIT;
	struct http_request r;
	struct str json, key;
	struct pull p;
	bool found = false;
	int result = gitlab_ask(g, a, url, what, &r, &json, err);

	if (result == 0) {
		pull_init(&p, json, a);
		if (pull_object(&p)) {
			while (pull_key(&p, &key))
				if (str_is(key, "content"))
					found = pull_text(&p, text);
				else
					pull_skip(&p);
		}
		if (pull_finish(&p, "it", &why) || !found)
			result = gitlab_not_json(g, &r, &p, err);
	}
	http_release(&r);
	return result;
}
