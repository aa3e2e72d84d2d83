/*
 * Work items: GraphQL's form in, REST's form out.
 */
#include "workitem_p.h"

#include <string.h>

#include "attr.h"
#include "graphql_p.h"
#include "jsonout.h"

enum { ITEM_BYTES = 8 << 20 };

static void read_number(struct pull *p, struct workitem_number *n)
{
	n->there = pull_int(p, &n->value);
}

static void read_gid(struct pull *p, int64_t *id)
{
	struct str gid = {NULL, 0};

	if (pull_text(p, &gid))
		*id = graphql_number(gid);
}

static void read_user(struct pull *p, struct workitem_user *u)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "id"))
			read_gid(p, &u->id);
		else if (str_is(key, "name"))
			pull_text(p, &u->name);
		else if (str_is(key, "username"))
			pull_text(p, &u->username);
		else
			pull_skip(p);
}

/* Enters the array "nodes" of a connection; to be called until it is false. */
static bool enter_nodes(struct pull *p)
{
	struct str key;

	while (pull_key(p, &key)) {
		if (str_is(key, "nodes") && pull_peek(p) == PULL_ARRAY)
			return pull_array(p);
		pull_skip(p);
	}
	return false;
}

static void read_labels(struct pull *p, struct workitem *w)
{
	struct str key, title;

	if (!pull_object(p))
		return;
	while (enter_nodes(p))
		while (pull_next(p)) {
			if (!pull_object(p))
				continue;
			while (pull_key(p, &key))
				if (!str_is(key, "title"))
					pull_skip(p);
				else if (pull_text(p, &title))
					*vec_add(p->arena, &w->labels) = title;
		}
}

static void read_assignees(struct pull *p, struct workitem *w)
{
	if (!pull_object(p))
		return;
	while (enter_nodes(p))
		while (pull_next(p)) {
			struct workitem_user u = {0, {NULL, 0}, {NULL, 0}};

			read_user(p, &u);
			if (u.id)
				*vec_add(p->arena, &w->assignees) = u;
		}
}

/* Objects of texts. */
struct text_field {
	const char *name;
	struct str *text;
};

static void read_texts(
	struct pull *p, const struct text_field *fields, size_t n)
{
	struct str key;
	size_t i;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key)) {
		for (i = 0; i < n && !str_is(key, fields[i].name); i++)
			;
		if (i < n)
			pull_text(p, fields[i].text);
		else
			pull_skip(p);
	}
}

static void read_parent(struct pull *p, struct workitem *w)
{
	const struct text_field fields[] = {
		{"title", &w->parent_title},
		{"reference", &w->parent},
		{"webUrl", &w->parent_url},
	};

	read_texts(p, fields, COUNT_OF(fields));
}

static void read_milestone(struct pull *p, struct workitem *w)
{
	const struct text_field fields[] = {
		{"title", &w->milestone},
		{"startDate", &w->milestone_start},
		{"dueDate", &w->milestone_due},
	};

	read_texts(p, fields, COUNT_OF(fields));
}

static void read_tasks(struct pull *p, struct workitem *w)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "count"))
			read_number(p, &w->tasks);
		else if (str_is(key, "completedCount"))
			read_number(p, &w->tasks_done);
		else
			pull_skip(p);
}

/* The widgets' members have different names, but for "type". */
static void read_widget_member(
	struct pull *p, struct str key, struct workitem *w)
{
	const struct text_field texts[] = {
		{"healthStatus", &w->health},
		{"startDate", &w->start},
		{"dueDate", &w->due},
		{"description", &w->description},
		{"updatedAt", &w->progress_updated},
	};
	const struct {
		const char *name;
		struct workitem_number *number;
	} numbers[] = {
		{"progress", &w->progress},
		{"startValue", &w->begin},
		{"currentValue", &w->current},
		{"endValue", &w->end},
	};
	const struct {
		const char *name;
		void (*read)(struct pull *, struct workitem *);
	} objects[] = {
		{"parent", read_parent},
		{"labels", read_labels},
		{"assignees", read_assignees},
		{"milestone", read_milestone},
		{"taskCompletionStatus", read_tasks},
	};

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (str_is(key, texts[i].name)) {
			pull_text(p, texts[i].text);
			return;
		}
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		if (str_is(key, numbers[i].name)) {
			read_number(p, numbers[i].number);
			return;
		}
	for (size_t i = 0; i < COUNT_OF(objects); i++)
		if (str_is(key, objects[i].name)) {
			objects[i].read(p, w);
			return;
		}
	if (str_is(key, "hasChildren"))
		pull_bool(p, &w->has_children);
	else
		pull_skip(p);
}

static void read_widgets(struct pull *p, struct workitem *w)
{
	struct str key;

	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		if (!pull_object(p))
			continue;
		while (pull_key(p, &key))
			read_widget_member(p, key, w);
	}
}

static void read_project(struct pull *p, struct workitem *w)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "id"))
			read_gid(p, &w->project);
		else
			pull_skip(p);
}

static void read_type(struct pull *p, struct workitem *w)
{
	const struct text_field fields[] = {{"name", &w->type}};

	read_texts(p, fields, COUNT_OF(fields));
}

static void read_iid(struct pull *p, struct workitem *w)
{
	struct str text = {NULL, 0};
	long n;

	if (pull_text(p, &text) && str_take_number(&text, 2000000000, &n) &&
		!text.n)
		w->iid = n;
}

static void read_member(struct pull *p, struct str key, struct workitem *w)
{
	const struct text_field texts[] = {
		{"title", &w->title},
		{"state", &w->state},
		{"webUrl", &w->web_url},
		{"reference", &w->reference},
		{"createdAt", &w->created},
		{"updatedAt", &w->updated},
		{"closedAt", &w->closed},
	};
	bool hidden = true;

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (str_is(key, texts[i].name)) {
			pull_text(p, texts[i].text);
			return;
		}
	if (str_is(key, "id"))
		read_gid(p, &w->id);
	else if (str_is(key, "iid"))
		read_iid(p, w);
	else if (str_is(key, "confidential"))
		w->open = pull_bool(p, &hidden) && !hidden;
	else if (str_is(key, "author"))
		read_user(p, &w->author);
	else if (str_is(key, "project"))
		read_project(p, w);
	else if (str_is(key, "workItemType"))
		read_type(p, w);
	else if (str_is(key, "widgets"))
		read_widgets(p, w);
	else
		pull_skip(p);
}

bool workitem_read(struct pull *p, struct workitem *out)
{
	struct str key;

	memset(out, 0, sizeof *out);
	if (!pull_object(p))
		return false;
	while (pull_key(p, &key))
		read_member(p, key, out);
	return !p->mistake && out->id > 0 && out->iid > 0 && out->project > 0;
}

static void put_text(struct jsonout *j, const char *key, struct str text)
{
	if (text.n)
		jsonout_str(j, key, text);
	else
		jsonout_null(j, key);
}

static void put_number(
	struct jsonout *j, const char *key, const struct workitem_number *n)
{
	if (n->there)
		jsonout_int(j, key, n->value);
	else
		jsonout_null(j, key);
}

static void put_user(
	struct jsonout *j, const char *key, const struct workitem_user *u)
{
	jsonout_object(j, key);
	jsonout_int(j, "id", u->id);
	jsonout_str(j, "name", u->name);
	jsonout_str(j, "username", u->username);
	jsonout_end(j, '}');
}

/* GraphQL says onTrack where REST says on_track. */
static struct str health_of(struct str health)
{
	static const struct {
		const char *graphql;
		struct str rest;
	} NAMES[] = {
		{"onTrack", {"on_track", 8}},
		{"needsAttention", {"needs_attention", 15}},
		{"atRisk", {"at_risk", 7}},
	};

	for (size_t i = 0; i < COUNT_OF(NAMES); i++)
		if (str_is(health, NAMES[i].graphql))
			return NAMES[i].rest;
	return (struct str){NULL, 0};
}

static void put_member(struct jsonout *j, const struct workitem *w)
{
	put_number(j, "progress", &w->progress);
	put_number(j, "start_value", &w->begin);
	put_number(j, "current_value", &w->current);
	put_number(j, "end_value", &w->end);
	put_text(j, "progress_updated_at", w->progress_updated);
	put_text(j, "health_status", health_of(w->health));
	put_text(j, "start_date", w->start);
	put_text(j, "due_date", w->due);
	jsonout_bool(j, "has_children", w->has_children);
	if (!w->parent.n) {
		jsonout_null(j, "parent");
		return;
	}
	jsonout_object(j, "parent");
	jsonout_str(j, "reference", w->parent);
	jsonout_str(j, "title", w->parent_title);
	jsonout_str(j, "web_url", w->parent_url);
	jsonout_end(j, '}');
}

static struct str finish(struct arena *a, struct buf *b)
{
	struct str json = b->over ? STR("{}") : arena_str(a, buf_str(b));

	buf_release(b);
	return json;
}

struct str workitem_member(struct arena *a, const struct workitem *w)
{
	struct jsonout j;
	struct buf b;

	buf_init(&b, ITEM_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	put_member(&j, w);
	jsonout_end(&j, '}');
	return finish(a, &b);
}

static void put_milestone(struct jsonout *j, const struct workitem *w)
{
	if (!w->milestone.n) {
		jsonout_null(j, "milestone");
		return;
	}
	jsonout_object(j, "milestone");
	jsonout_str(j, "title", w->milestone);
	put_text(j, "start_date", str_sub(w->milestone_start, 0, 10));
	put_text(j, "due_date", str_sub(w->milestone_due, 0, 10));
	jsonout_end(j, '}');
}

static void put_people(struct jsonout *j, const struct workitem *w)
{
	if (w->author.id)
		put_user(j, "author", &w->author);
	jsonout_array(j, "assignees");
	for (size_t i = 0; i < w->assignees.n; i++)
		put_user(j, NULL, &w->assignees.v[i]);
	jsonout_end(j, ']');
}

static void put_texts(struct jsonout *j, const struct workitem *w)
{
	bool closed = str_iis(w->state, "closed");

	jsonout_str(j, "title", w->title);
	jsonout_str(j, "description", w->description);
	jsonout_text(j, "state", closed ? "closed" : "opened");
	jsonout_text(j, "type",
		str_iis(w->type, "key result") ? "KEY_RESULT" : "OBJECTIVE");
	jsonout_bool(j, "confidential", !w->open);
	jsonout_str(j, "web_url", w->web_url);
	jsonout_object(j, "references");
	jsonout_str(j, "full", w->reference);
	jsonout_end(j, '}');
	jsonout_str(j, "created_at", w->created);
	jsonout_str(j, "updated_at", w->updated);
	put_text(j, "closed_at", w->closed);
}

struct str workitem_issue(struct arena *a, const struct workitem *w)
{
	struct jsonout j;
	struct buf b;

	buf_init(&b, ITEM_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_int(&j, "id", w->id);
	jsonout_int(&j, "iid", w->iid);
	jsonout_int(&j, "project_id", w->project);
	put_texts(&j, w);
	jsonout_array(&j, "labels");
	for (size_t i = 0; i < w->labels.n; i++)
		jsonout_str(&j, NULL, w->labels.v[i]);
	jsonout_end(&j, ']');
	put_milestone(&j, w);
	put_people(&j, w);
	put_text(&j, "due_date", w->due);
	put_text(&j, "health_status", health_of(w->health));
	if (w->tasks.there && w->tasks_done.there) {
		jsonout_object(&j, "task_completion_status");
		put_number(&j, "count", &w->tasks);
		put_number(&j, "completed_count", &w->tasks_done);
		jsonout_end(&j, '}');
	}
	jsonout_object(&j, "work_item");
	put_member(&j, w);
	jsonout_end(&j, '}');
	jsonout_end(&j, '}');
	return finish(a, &b);
}
