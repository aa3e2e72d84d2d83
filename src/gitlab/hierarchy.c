/*
 * An issue below another one, as work items are.  Which kinds may stand below
 * which is the instance's matter, and REST knows nothing of it: what is there
 * is asked, and the rest is one mutation, which does no more when it is sent
 * twice.
 */
#include "gitlab_write.h"

#include <assert.h>
#include <inttypes.h>

#include "graphql_p.h"
#include "jsonout.h"

enum { VARIABLES_BYTES = 16 * 1024 };

static const char QUERY[] =
	"query okrItems($path: ID!, $iids: [String!]) {"
	" project(fullPath: $path) {"
	" workItems(iids: $iids, first: 2) { nodes { id iid"
	" widgets(onlyTypes: [HIERARCHY]) {"
	" ... on WorkItemWidgetHierarchy { parent { id } } } } } } }";

static const char MUTATION[] =
	"mutation okrParent($id: WorkItemID!, $parent: WorkItemID) {"
	" workItemUpdate(input: {id: $id, hierarchyWidget: {parentId: "
	"$parent}}) { errors } }";

struct item {
	struct str id, parent; /* "gid://gitlab/WorkItem/12"; n 0: none */
	struct str iid;
};

struct family {
	struct item items[2];
	size_t n;
};

/* Reads the member of that name, if there is one. */
static void each_member(struct pull *p, const char *name,
	void (*read)(struct pull *p, void *out), void *out)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, name))
			read(p, out);
		else
			pull_skip(p);
}

static void read_id(struct pull *p, void *out)
{
	pull_text(p, out);
}

static void read_parent(struct pull *p, void *out)
{
	each_member(p, "id", read_id, out);
}

static void read_widgets(struct pull *p, struct item *item)
{
	if (!pull_array(p))
		return;
	while (pull_next(p))
		each_member(p, "parent", read_parent, &item->parent);
}

static void read_item(struct pull *p, struct item *item)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "id"))
			pull_text(p, &item->id);
		else if (str_is(key, "iid"))
			pull_text(p, &item->iid);
		else if (str_is(key, "widgets"))
			read_widgets(p, item);
		else
			pull_skip(p);
}

static void read_nodes(struct pull *p, void *out)
{
	struct family *f = out;

	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		struct item item = {.id = STR("")};

		read_item(p, &item);
		if (item.id.n && f->n < 2)
			f->items[f->n++] = item;
	}
}

static void read_list(struct pull *p, void *out)
{
	each_member(p, "nodes", read_nodes, out);
}

static void read_project(struct pull *p, void *out)
{
	each_member(p, "workItems", read_list, out);
}

static const struct item *find(const struct family *f, int64_t iid)
{
	for (size_t i = 0; i < f->n; i++) {
		struct str s = f->items[i].iid;
		long n;

		if (str_take_number(&s, 2000000000, &n) && !s.n && n == iid)
			return &f->items[i];
	}
	return NULL;
}

/* The first of the list of errors that a mutation answers. */
static void read_errors(struct pull *p, void *out)
{
	struct str *words = out;

	if (!pull_array(p))
		return;
	while (pull_next(p))
		if (!words->n)
			pull_text(p, words);
		else
			pull_skip(p);
}

static void read_update(struct pull *p, void *out)
{
	each_member(p, "errors", read_errors, out);
}

/* -1, or 0 with the answer's data, or with GitLab's words in *refused. */
static int ask(struct gitlab *g, struct arena *a, const char *query,
	struct buf *variables, const char *what, struct str *data,
	const char **refused, struct err *err)
{
	const char *words;

	switch (graphql_ask(
		g, a, query, buf_str(variables), what, data, &words, err)) {
	case GRAPHQL_FAILED:
		return -1;
	case GRAPHQL_DATA:
		return 0;
	case GRAPHQL_REFUSED:
	case GRAPHQL_COMPLEX:
		break;
	}
	*refused = words;
	return 0;
}

static int ask_items(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t parent,
	const char *what, struct family *f, const char **refused,
	struct err *err)
{
	const int64_t iids[] = {iid, parent};
	struct err unused = ERR_INIT;
	struct str data;
	struct jsonout j;
	struct pull p;
	struct buf b;
	int rc;

	buf_init(&b, VARIABLES_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "path", project->path);
	jsonout_array(&j, "iids");
	for (int i = 0; i < 2; i++)
		jsonout_text(&j, NULL, arena_printf(a, "%" PRId64, iids[i]));
	jsonout_end(&j, ']');
	jsonout_end(&j, '}');
	rc = ask(g, a, QUERY, &b, what, &data, refused, err);
	buf_release(&b);
	if (rc || *refused)
		return rc;
	pull_init(&p, data, a);
	each_member(&p, "project", read_project, f);
	if (pull_finish(&p, "data", &unused))
		f->n = 0;
	return 0;
}

static int change(struct gitlab *g, struct arena *a, const struct item *child,
	const struct item *parent, const char *what, const char **refused,
	struct err *err)
{
	struct str data, words = {NULL, 0};
	struct err unused = ERR_INIT;
	struct jsonout j;
	struct pull p;
	struct buf b;
	int rc;

	buf_init(&b, VARIABLES_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "id", arena_text(a, child->id));
	jsonout_text(&j, "parent", arena_text(a, parent->id));
	jsonout_end(&j, '}');
	rc = ask(g, a, MUTATION, &b, what, &data, refused, err);
	buf_release(&b);
	if (rc || *refused)
		return rc;
	pull_init(&p, data, a);
	each_member(&p, "workItemUpdate", read_update, &words);
	if (pull_finish(&p, "data", &unused) || words.n)
		*refused = words.n ? arena_text(a, words) : "no reason";
	return 0;
}

int gitlab_issue_set_parent(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t parent,
	const char **refused, struct err *err)
{
	const char *what = arena_printf(a,
		"the parent of issue #%" PRId64 " in '%s'", iid, project->path);
	struct family f = {.n = 0};
	const struct item *child, *above;

	assert(iid > 0 && parent > 0 && iid != parent);
	*refused = NULL;
	if (ask_items(g, a, project, iid, parent, what, &f, refused, err))
		return -1;
	if (*refused)
		return 0;
	child = find(&f, iid);
	above = find(&f, parent);
	if (!child || !above) {
		*refused = "they are no work items there";
		return 0;
	}
	if (str_eq(child->parent, above->id))
		return 0;
	return change(g, a, child, above, what, refused, err);
}
