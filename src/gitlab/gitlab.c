/*
 * The room's handle, and the short question who we are.
 */
#include "gitlab_p.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>

#include "inner_p.h"
#include "pull.h"
#include "xalloc.h"

enum { SHORT_BYTES = 1024 * 1024 };

void gitlab_options_init(struct gitlab_options *o)
{
	*o = (struct gitlab_options){
		.api = "",
		.token = "",
		.ca_file = "",
		.agent = "okrsync/" OKRSYNC_VERSION,
		.deadline_ms = 10 * 60 * 1000,
		.connect_ms = 15 * 1000,
		.stall_s = 60,
		.backoff_ms = 500,
		.answer_bytes = 64 * 1024 * 1024,
		.max_issues = 100000,
		.lanes = 16,
	};
}

struct gitlab *gitlab_open(const struct gitlab_options *o, struct err *err)
{
	struct gitlab *g = xmalloc(sizeof *g);

	unsetenv("SSLKEYLOGFILE");
	*g = (struct gitlab){.http = http_open(o, err), .api = o->api};
	if (g->http)
		return g;
	free(g);
	return NULL;
}

void gitlab_close(struct gitlab *g)
{
	if (!g)
		return;
	http_close(g->http);
	free(g);
}

int gitlab_ask(struct gitlab *g, struct arena *a, const char *url,
	const char *what, struct http_request *r, struct str *json,
	struct err *err)
{
	assert(g && url && what);
	*r = (struct http_request){
		.arena = a, .url = url, .what = what, .limit = SHORT_BYTES};
	if (http_get(g->http, r, err))
		return -1;
	*json = arena_str(a, buf_str(&r->answer.body));
	return 0;
}

int gitlab_not_json(struct gitlab *g, const struct http_request *r,
	struct pull *p, struct err *err)
{
	struct err why = ERR_INIT;
	struct str body = str_trim_right(buf_str(&r->answer.body));

	assert(r->err.kind == ERR_NONE);
	if (pull_finish(p, "its JSON", &why))
		return http_complain(
			g->http, r, p->mistake_at >= body.n, why.text, err);
	return http_complain(
		g->http, r, false, "not the members it should have", err);
}

int gitlab_not_self(struct gitlab *g, struct str json, struct err *err)
{
	struct http_request r = {.what = "the token's user"};

	buf_init(&r.answer.body, SHORT_BYTES);
	buf_add(&r.answer.body, json);
	r.answer.type = "application/json";
	http_complain(
		g->http, &r, false, "not the members it should have", err);
	http_release(&r);
	return -1;
}

struct self {
	int64_t id;
	struct str name;
};

static const struct inner_member SELF[] = {
	{"id", INNER_INT, offsetof(struct self, id)},
	{"username", INNER_TEXT, offsetof(struct self, name)},
};

int gitlab_self(struct gitlab *g, struct arena *a, const char **name,
	int64_t *id, struct err *err)
{
	struct self self = {.id = 0};
	struct err why = ERR_INIT;
	struct http_request r;
	struct str json;
	struct pull p;
	int result;

	*name = "";
	*id = 0;
	if (!*http_options(g->http)->token)
		return 0;
	result = gitlab_ask(g, a, arena_printf(a, "%s/user", g->api),
		"the token's user", &r, &json, err);
	if (result == 0) {
		pull_init(&p, json, a);
		inner_members(&p, a, SELF, COUNT_OF(SELF), &self);
		if (pull_finish(&p, "it", &why) || !self.name.n)
			result = gitlab_not_json(g, &r, &p, err);
	}
	*name = arena_text(a, self.name);
	*id = self.id;
	http_release(&r);
	return result;
}
