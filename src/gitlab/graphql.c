/*
 * Asking by GraphQL.
 */
#include "graphql_p.h"

#include <assert.h>
#include <limits.h>

#include "jsonout.h"

enum {
	QUESTION_BYTES = 64 * 1024,
	WORDS_BYTES = 300,
};

/* The address beside ".../api/v4". */
static const char *make_url(struct gitlab *g, struct arena *a)
{
	struct str api = str_of(g->api);

	return arena_printf(a, "%.*s/graphql",
		STR_ARG(str_sub(api, 0, str_rfind_char(api, '/'))));
}

static struct str make_body(
	struct arena *a, const char *query, struct str variables)
{
	struct jsonout j;
	struct str body;
	struct buf b;

	buf_init(&b, QUESTION_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "query", query);
	jsonout_raw(&j, "variables", arena_text(a, variables));
	jsonout_end(&j, '}');
	body = arena_str(a, buf_str(&b));
	buf_release(&b);
	return body;
}

/* The first message of the list "errors". */
static void read_errors(struct pull *p, struct str *words)
{
	struct str key;

	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		if (!pull_object(p))
			continue;
		while (pull_key(p, &key))
			if (str_is(key, "message") && !words->n)
				pull_text(p, words);
			else
				pull_skip(p);
	}
}

/* The answer's two halves; false when it is no such object. */
static bool read_answer(
	struct pull *p, struct str *data, struct str *words, bool *errors)
{
	struct str key;

	*errors = false;
	if (!pull_object(p))
		return false;
	while (pull_key(p, &key))
		if (str_is(key, "errors")) {
			*errors = true;
			read_errors(p, words);
		} else if (str_is(key, "data") && pull_peek(p) == PULL_OBJECT) {
			pull_raw(p, data);
		} else {
			pull_skip(p);
		}
	return *errors || data->n;
}

/* "Query has complexity of 300, which exceeds max complexity of 250", or that
 * it took too long. */
static bool is_complex(struct str words)
{
	return str_find(words, STR("complexity")) != STR_NONE ||
	       str_istarts(words, "timeout") ||
	       str_istarts(words, "request timed out");
}

static enum graphql_outcome read_body(struct gitlab *g, struct arena *a,
	const struct http_request *r, struct str *data, const char **words,
	struct err *err)
{
	struct str json = arena_str(a, buf_str(&r->answer.body));
	struct str said = {NULL, 0};
	struct err why = ERR_INIT;
	struct pull p;
	bool right, errors;

	pull_init_lax(&p, json, a);
	right = read_answer(&p, data, &said, &errors);
	if (pull_finish(&p, "its JSON", &why) || !right) {
		gitlab_not_json(g, r, &p, err);
		return GRAPHQL_FAILED;
	}
	if (!errors)
		return GRAPHQL_DATA;
	*words = said.n ? arena_text(a, str_sub(said, 0, WORDS_BYTES))
			: "no reason";
	return is_complex(said) ? GRAPHQL_COMPLEX : GRAPHQL_REFUSED;
}

struct http_request graphql_request(struct gitlab *g, struct arena *a,
	const char *query, struct str variables, const char *what)
{
	assert(variables.n && variables.p[0] == '{');
	return (struct http_request){
		.arena = a,
		.url = make_url(g, a),
		.what = what,
		.body = make_body(a, query, variables),
		.asks = true,
	};
}

enum graphql_outcome graphql_answer(struct gitlab *g, struct arena *a,
	const struct http_request *r, struct str *data, const char **words,
	struct err *err)
{
	*data = (struct str){NULL, 0};
	*words = "";
	if (http_check(g->http, r, err))
		return GRAPHQL_FAILED;
	return read_body(g, a, r, data, words, err);
}

enum graphql_outcome graphql_ask(struct gitlab *g, struct arena *a,
	const char *query, struct str variables, const char *what,
	struct str *data, const char **words, struct err *err)
{
	struct http_request r = graphql_request(g, a, query, variables, what);
	enum graphql_outcome outcome = GRAPHQL_FAILED;

	*data = (struct str){NULL, 0};
	*words = "";
	if (http_get(g->http, &r, err) == 0)
		outcome = read_body(g, a, &r, data, words, err);
	http_release(&r);
	return outcome;
}

int64_t graphql_number(struct str gid)
{
	size_t slash = str_rfind_char(gid, '/');
	long n = 0;

	assert(!gid.n || gid.p);
	if (slash == STR_NONE)
		return 0;
	gid = str_sub(gid, slash + 1, gid.n);
	return str_take_number(&gid, LONG_MAX, &n) && !gid.n ? n : 0;
}
