/*
 * Records to structs.  Tables say which member goes where and what type it
 * has; null and a missing member are the same, any other type is a reason to
 * leave the record out.
 */
#include "issue_p.h"

#include <stddef.h>

#include "attr.h"
#include "pull.h"

/* Takes one value to *out; false: it has another type. */
typedef bool take_fn(struct pull *p, void *out);

struct field {
	struct str name;
	take_fn *take;
	size_t at; /* in the struct */
};

#define FIELD(type, member, key, fn) \
	{ \
		{"" key, sizeof key - 1}, fn, offsetof(struct type, member) \
	}

static const struct field *find_field(
	const struct field *fields, size_t n, struct str key)
{
	for (size_t i = 0; i < n; i++)
		if (fields[i].name.n == key.n && str_eq(fields[i].name, key))
			return &fields[i];
	return NULL;
}

static bool skip_null(struct pull *p)
{
	if (pull_peek(p) != PULL_NULL)
		return false;
	pull_skip(p);
	return true;
}

/* Walks an object; the name of the first member of a wrong type, or one with
 * n == 0 when all are right. */
static struct str walk(
	struct pull *p, const struct field *fields, size_t n, void *out)
{
	struct str wrong = {NULL, 0}, key;

	while (pull_key(p, &key)) {
		const struct field *f = find_field(fields, n, key);

		if (!f)
			pull_skip(p);
		else if (!skip_null(p) && !f->take(p, (char *)out + f->at) &&
			 !wrong.n)
			wrong = f->name;
	}
	return wrong;
}

/* As walk() for an object within: false when it or a member is wrong. */
static bool walk_inner(
	struct pull *p, const struct field *fields, size_t n, void *out)
{
	return pull_object(p) && !walk(p, fields, n, out).n;
}

static bool take_text(struct pull *p, void *out)
{
	return pull_text(p, out);
}

static bool take_int(struct pull *p, void *out)
{
	return pull_int(p, out);
}

static bool take_bool(struct pull *p, void *out)
{
	return pull_bool(p, out);
}

static bool take_day(struct pull *p, void *out)
{
	struct str s;

	return pull_text(p, &s) && date_of_stamp(s, out);
}

static bool take_user(struct pull *p, void *out)
{
	static const struct field FIELDS[] = {
		FIELD(user, id, "id", take_int),
		FIELD(user, name, "name", take_text),
		FIELD(user, username, "username", take_text),
	};

	return walk_inner(p, FIELDS, COUNT_OF(FIELDS), out);
}

static bool take_users(struct pull *p, void *out)
{
	struct users *users = out;
	bool good = true;

	if (!pull_array(p))
		return false;
	while (pull_next(p))
		good &= take_user(p, vec_add(p->arena, users));
	return good;
}

/* A label is its name, or with details an object with a name. */
static bool take_label(struct pull *p, struct str *name)
{
	static const struct field FIELDS[] = {
		{{"name", 4}, take_text, 0},
	};

	if (pull_peek(p) != PULL_OBJECT)
		return pull_text(p, name);
	return walk_inner(p, FIELDS, COUNT_OF(FIELDS), name) && name->n;
}

static bool take_labels(struct pull *p, void *out)
{
	struct texts *labels = out;
	struct str name = {NULL, 0};
	bool good = true;

	if (!pull_array(p))
		return false;
	while (pull_next(p)) {
		if (take_label(p, &name))
			*vec_add(p->arena, labels) = arena_text(p->arena, name);
		else
			good = false;
	}
	return good;
}

static bool take_milestone(struct pull *p, void *out)
{
	static const struct field FIELDS[] = {
		FIELD(stone, title, "title", take_text),
		FIELD(stone, start, "start_date", take_day),
		FIELD(stone, due, "due_date", take_day),
	};

	return walk_inner(p, FIELDS, COUNT_OF(FIELDS), out);
}

static bool take_reference(struct pull *p, void *out)
{
	static const struct field FIELDS[] = {
		{{"full", 4}, take_text, 0},
	};

	return walk_inner(p, FIELDS, COUNT_OF(FIELDS), out);
}

/* out is issue.tasks, with issue.tasks_done behind it. */
static bool take_tasks(struct pull *p, void *out)
{
	struct issue *issue =
		(struct issue *)(void *)((char *)out -
					 offsetof(struct issue, tasks));
	static const struct field FIELDS[] = {
		FIELD(issue, tasks, "count", take_int),
		FIELD(issue, tasks_done, "completed_count", take_int),
	};

	return walk_inner(p, FIELDS, COUNT_OF(FIELDS), issue);
}

static bool take_number(struct pull *p, void *out)
{
	int64_t **n = out;

	*n = ARENA_NEW(p->arena, int64_t);
	return pull_int(p, *n);
}

static bool take_parent(struct pull *p, void *out)
{
	static const struct field FIELDS[] = {
		FIELD(above, reference, "reference", take_text),
		FIELD(above, title, "title", take_text),
		FIELD(above, url, "web_url", take_text),
	};

	return walk_inner(p, FIELDS, COUNT_OF(FIELDS), out);
}

static bool take_epic(struct pull *p, void *out)
{
	static const struct field FIELDS[] = {
		FIELD(above, title, "title", take_text),
		FIELD(above, url, "url", take_text),
	};

	return walk_inner(p, FIELDS, COUNT_OF(FIELDS), out);
}

static bool take_work_item(struct pull *p, void *out)
{
	static const struct field FIELDS[] = {
		FIELD(work_item, parent, "parent", take_parent),
		FIELD(work_item, health, "health_status", take_text),
		FIELD(work_item, progress, "progress", take_number),
		FIELD(work_item, start, "start_value", take_number),
		FIELD(work_item, current, "current_value", take_number),
		FIELD(work_item, end, "end_value", take_number),
		FIELD(work_item, updated, "progress_updated_at", take_day),
		FIELD(work_item, due, "due_date", take_day),
		FIELD(work_item, has_children, "has_children", take_bool),
	};

	return walk_inner(p, FIELDS, COUNT_OF(FIELDS), out);
}

/* What is only a help costs nothing when it is odd. */
static bool take_closer(struct pull *p, void *out)
{
	struct user user = {0}, *closer = out;

	if (take_user(p, &user))
		*closer = user;
	return true;
}

static bool take_count(struct pull *p, void *out)
{
	int64_t n;

	if (pull_int(p, &n))
		*(int64_t *)out = n;
	return true;
}

/* The label of an event is null when it was deleted since. */
struct event {
	int64_t id;
	struct str created, action, label;
	struct user user;
};

static bool take_event_label(struct pull *p, void *out)
{
	return take_label(p, out);
}

static void take_event(struct pull *p, struct label_events *events)
{
	static const struct field FIELDS[] = {
		FIELD(event, id, "id", take_int),
		FIELD(event, created, "created_at", take_text),
		FIELD(event, action, "action", take_text),
		FIELD(event, label, "label", take_event_label),
		FIELD(event, user, "user", take_user),
	};
	struct event e = {0};
	struct label_event *to;
	int64_t at;
	struct date day;
	bool added;

	if (!walk_inner(p, FIELDS, COUNT_OF(FIELDS), &e) || !e.label.n)
		return;
	added = str_is(e.action, "add");
	if ((!added && !str_is(e.action, "remove")) ||
		!date_stamp_seconds(e.created, &at) ||
		!date_of_stamp(e.created, &day))
		return;
	to = vec_add(p->arena, events);
	*to = (struct label_event){e.id, at, day, added,
		arena_text(p->arena, e.label),
		arena_text(p->arena, e.user.username)};
}

/* Anything but a list is none that was read. */
static void take_events(struct pull *p, struct issue *issue)
{
	if (skip_null(p) || !pull_array(p))
		return;
	issue->has_events = true;
	while (pull_next(p))
		take_event(p, &issue->events);
}

static const struct field ISSUE[] = {
	FIELD(issue, id, "id", take_int),
	FIELD(issue, iid, "iid", take_int),
	FIELD(issue, project, "project_id", take_int),
	FIELD(issue, title, "title", take_text),
	FIELD(issue, description, "description", take_text),
	FIELD(issue, state, "state", take_text),
	FIELD(issue, type, "type", take_text),
	FIELD(issue, issue_type, "issue_type", take_text),
	FIELD(issue, web_url, "web_url", take_text),
	FIELD(issue, reference, "references", take_reference),
	FIELD(issue, health, "health_status", take_text),
	FIELD(issue, labels, "labels", take_labels),
	FIELD(issue, milestone, "milestone", take_milestone),
	FIELD(issue, assignees, "assignees", take_users),
	FIELD(issue, author, "author", take_user),
	FIELD(issue, closer, "closed_by", take_closer),
	FIELD(issue, comments, "user_notes_count", take_count),
	FIELD(issue, created, "created_at", take_day),
	FIELD(issue, closed, "closed_at", take_day),
	FIELD(issue, due, "due_date", take_day),
	FIELD(issue, weight, "weight", take_int),
	FIELD(issue, tasks, "task_completion_status", take_tasks),
	FIELD(issue, epic, "epic", take_epic),
	FIELD(issue, work_item, "work_item", take_work_item),
};

/* updated_at: the day, and the second. */
static bool take_updated(struct pull *p, struct issue *issue)
{
	struct str s;

	if (skip_null(p))
		return true;
	if (!pull_text(p, &s) || !date_of_stamp(s, &issue->updated))
		return false;
	date_stamp_seconds(s, &issue->changed);
	return true;
}

/* Anything but false means confidential; so does a second opinion. */
static void take_confidential(struct pull *p, struct issue *issue)
{
	bool yes = true;

	if (pull_bool(p, &yes) && !yes)
		issue->open_to_all = true;
	else
		issue->hidden = true;
}

/* The members of an issue; the name of the first of a wrong type. */
static struct str walk_issue(struct pull *p, struct issue *issue)
{
	struct str wrong = {NULL, 0}, key;

	while (pull_key(p, &key)) {
		const struct field *f = find_field(ISSUE, COUNT_OF(ISSUE), key);
		bool good = true;

		if (f)
			good = skip_null(p) ||
			       f->take(p, (char *)issue + f->at);
		else if (str_is(key, "confidential"))
			take_confidential(p, issue);
		else if (str_is(key, "updated_at"))
			good = take_updated(p, issue);
		else if (str_is(key, "label_events"))
			take_events(p, issue);
		else
			pull_skip(p);
		if (!good && !wrong.n)
			wrong = key;
	}
	return wrong;
}

/* The reason that a walk gives, its mistakes in the text first. */
static const char *reason(
	struct arena *a, struct pull *p, bool object, struct str wrong)
{
	struct err err = ERR_INIT;

	if (pull_finish(p, "its JSON", &err) < 0)
		return arena_text(a, str_of(err.text));
	if (!object)
		return "it is not an object";
	if (wrong.n)
		return arena_printf(
			a, "its '%.*s' has a wrong type", STR_ARG(wrong));
	return NULL;
}

static const char *issue_reason(struct arena *a, const struct issue *issue)
{
	if (issue->id <= 0)
		return "its 'id' is missing";
	if (issue->iid <= 0)
		return "its 'iid' is missing";
	if (!str_trim(issue->title).n)
		return "its title is missing";
	if (!str_is(issue->state, "opened") && !str_is(issue->state, "closed"))
		return "its 'state' is neither opened nor closed";
	if (issue->title.n + issue->description.n > ISSUE_BYTES)
		return arena_printf(
			a, "its text is larger than %d bytes", ISSUE_BYTES);
	return NULL;
}

static const char *walk_record(
	struct arena *a, struct pull *p, struct issue *issue)
{
	struct str wrong = {NULL, 0};
	bool object = pull_object(p);

	*issue = (struct issue){.weight = -1, .comments = -1};
	if (object)
		wrong = walk_issue(p, issue);
	return reason(a, p, object, wrong);
}

const char *issue_parse(struct arena *a, struct str json, struct issue *issue)
{
	const char *why;
	struct pull p;

	pull_init(&p, json, a);
	why = walk_record(a, &p, issue);
	if (!why)
		return issue_reason(a, issue);
	/* Once more, to know its number and whether it may be named. */
	pull_init_lax(&p, json, a);
	walk_record(a, &p, issue);
	return why;
}

/* A record of one table. */
static const char *parse(struct arena *a, struct pull *p,
	const struct field *fields, size_t n, void *out)
{
	struct str wrong = {NULL, 0};
	bool object = pull_object(p);

	if (object)
		wrong = walk(p, fields, n, out);
	return reason(a, p, object, wrong);
}

static bool take_created(struct pull *p, void *out)
{
	struct str s;

	return pull_text(p, &s) && date_stamp_seconds(s, out);
}

/* Internal or confidential: only false is not. */
static bool take_hidden(struct pull *p, void *out)
{
	bool yes = true, *hidden = out;

	pull_bool(p, &yes);
	*hidden |= yes;
	return true;
}

/* Only a help, so that an odd one costs nothing. */
static bool take_changed(struct pull *p, void *out)
{
	struct str s;

	if (pull_text(p, &s))
		date_of_stamp(s, out);
	return true;
}

static const char *walk_note(struct arena *a, struct pull *p, struct note *note)
{
	static const struct field FIELDS[] = {
		FIELD(note, id, "id", take_int),
		FIELD(note, body, "body", take_text),
		FIELD(note, author, "author", take_user),
		FIELD(note, created, "created_at", take_created),
		FIELD(note, changed, "updated_at", take_changed),
		FIELD(note, system, "system", take_bool),
		FIELD(note, hidden, "internal", take_hidden),
		FIELD(note, hidden, "confidential", take_hidden),
	};

	return parse(a, p, FIELDS, COUNT_OF(FIELDS), note);
}

const char *note_parse(
	struct arena *a, const struct record *r, struct note *note)
{
	const char *why;
	struct pull p;

	*note = (struct note){.project = r->project, .iid = r->iid};
	pull_init(&p, r->json, a);
	why = walk_note(a, &p, note);
	if (why) {
		/* Once more, to know whether it may be named. */
		pull_init_lax(&p, r->json, a);
		walk_note(a, &p, note);
		return why;
	}
	if (!note->id || !note->created)
		return "its 'id' or 'created_at' is missing";
	if (note->body.n > NOTE_BYTES)
		return arena_printf(
			a, "its text is larger than %d bytes", NOTE_BYTES);
	note->day = date_from_days(
		(long)(note->created / 86400 - (note->created % 86400 < 0)));
	if (date_cmp(note->changed, note->day) < 0)
		note->changed = note->day;
	return NULL;
}

const char *member_parse(
	struct arena *a, const struct record *r, struct member *member)
{
	static const struct field FIELDS[] = {
		FIELD(member, id, "id", take_int),
		FIELD(member, access, "access_level", take_int),
	};

	struct pull p;

	*member = (struct member){.project = r->project};
	pull_init(&p, r->json, a);
	return parse(a, &p, FIELDS, COUNT_OF(FIELDS), member);
}
