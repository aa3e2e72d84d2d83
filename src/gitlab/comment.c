/*
 * Comments of REST and of GraphQL, made the same to the byte.
 */
#include "comment_p.h"

#include "graphql_p.h"
#include "jsonout.h"

enum { COMMENT_BYTES = 80 << 20 };

/* Both kinds of an id: 7 or "gid://gitlab/User/7". */
static void take_id(struct pull *p, int64_t *id)
{
	struct str gid = {NULL, 0};

	if (pull_peek(p) != PULL_STRING) {
		pull_int(p, id);
		return;
	}
	pull_text(p, &gid);
	*id = graphql_number(gid);
}

/* A user: {"id":7, "name": ...}. */
static void read_author(struct pull *p, struct comment *c)
{
	struct str key;

	if (!pull_object(p)) {
		c->odd = true;
		return;
	}
	while (pull_key(p, &key))
		if (str_is(key, "id")) {
			take_id(p, &c->author);
		} else if (str_is(key, "name")) {
			c->odd = !pull_text(p, &c->name) || c->odd;
		} else if (str_is(key, "username")) {
			c->odd = !pull_text(p, &c->username) || c->odd;
		} else {
			pull_skip(p);
		}
}

/* One member, under the name it has in REST or in GraphQL. */
static void read_member(struct pull *p, struct str key, struct comment *c)
{
	bool hidden = true;

	if (str_is(key, "id")) {
		take_id(p, &c->id);
	} else if (str_is(key, "body")) {
		c->odd = !pull_text(p, &c->body) || c->odd;
	} else if (str_is(key, "system")) {
		c->has_system = pull_bool(p, &c->system);
	} else if (str_is(key, "internal")) {
		c->open = pull_bool(p, &hidden) && !hidden;
	} else if (str_is(key, "created_at") || str_is(key, "createdAt")) {
		pull_text(p, &c->created);
	} else if (str_is(key, "updated_at") || str_is(key, "updatedAt")) {
		pull_text(p, &c->updated);
	} else if (str_is(key, "author")) {
		read_author(p, c);
	} else {
		pull_skip(p);
	}
}

void comment_read(struct pull *p, struct comment *c)
{
	struct str key;

	*c = (struct comment){.id = 0};
	if (!pull_object(p)) {
		c->odd = true;
		return;
	}
	while (pull_key(p, &key))
		read_member(p, key, c);
	c->odd = c->odd || c->id <= 0 || c->author <= 0 || !c->created.n ||
		 !c->updated.n || !c->has_system;
}

/* A stamp without its fraction of a second, which GraphQL does not tell. */
static struct str whole_second(struct arena *a, struct str stamp)
{
	size_t dot = str_find_char(stamp, '.'), end = dot;

	if (dot == STR_NONE)
		return stamp;
	for (end++; end < stamp.n && str_is_digit(stamp.p[end]); end++)
		;
	return str_of(
		arena_printf(a, "%.*s%.*s", STR_ARG(str_sub(stamp, 0, dot)),
			STR_ARG(str_sub(stamp, end, stamp.n))));
}

struct str comment_json(struct arena *a, const struct comment *c)
{
	struct jsonout j;
	struct str json;
	struct buf b;

	buf_init(&b, COMMENT_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_int(&j, "id", c->id);
	jsonout_str(&j, "body", c->body);
	jsonout_object(&j, "author");
	jsonout_int(&j, "id", c->author);
	jsonout_str(&j, "username", c->username);
	jsonout_str(&j, "name", c->name);
	jsonout_end(&j, '}');
	jsonout_str(&j, "created_at", whole_second(a, c->created));
	jsonout_str(&j, "updated_at", whole_second(a, c->updated));
	jsonout_bool(&j, "system", c->system);
	jsonout_bool(&j, "internal", !c->open);
	jsonout_end(&j, '}');
	json = b.over ? STR("{}") : arena_str(a, buf_str(&b));
	buf_release(&b);
	return json;
}

struct str comment_of_rest(struct arena *a, struct str json)
{
	struct err unused = ERR_INIT;
	struct comment c;
	struct pull p;

	pull_init(&p, json, a);
	comment_read(&p, &c);
	if (pull_finish(&p, "comment", &unused) || c.odd || !c.open)
		return json;
	return comment_json(a, &c);
}
