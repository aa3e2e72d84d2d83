/*
 * Elements of a list, without what nothing here reads: a third of an issue is
 * addresses of pictures, links and counters.  What is not known is kept.
 */
#include "pick_p.h"

#include <assert.h>
#include <string.h>

#include "attr.h"
#include "date.h"

enum fate {
	KEPT,
	DROPPED,
	PERSON, /* one or several */
	ID,
	IID,
	PROJECT,
	NOTES,
	CREATED,
	UPDATED,
	CONFIDENTIAL,
	INTERNAL,
};

struct member {
	struct str name;
	enum fate fate;
};

#define MEMBER(name, fate) \
	{ \
		{"" name, sizeof name - 1}, fate \
	}

/* Both by length: what is longer need not be looked at. */
static const struct member ELEMENT[] = {
	MEMBER("id", ID),
	MEMBER("iid", IID),
	MEMBER("_links", DROPPED),
	MEMBER("author", PERSON),
	MEMBER("upvotes", DROPPED),
	MEMBER("assignee", DROPPED), /* the first of the assignees */
	MEMBER("imported", DROPPED),
	MEMBER("internal", INTERNAL),
	MEMBER("severity", DROPPED),
	MEMBER("assignees", PERSON),
	MEMBER("closed_by", PERSON),
	MEMBER("downvotes", DROPPED),
	MEMBER("has_tasks", DROPPED),
	MEMBER("avatar_url", DROPPED),
	MEMBER("created_at", CREATED),
	MEMBER("project_id", PROJECT),
	MEMBER("subscribed", DROPPED),
	MEMBER("time_stats", DROPPED),
	MEMBER("updated_at", UPDATED),
	MEMBER("task_status", DROPPED),
	MEMBER("confidential", CONFIDENTIAL),
	MEMBER("imported_from", DROPPED),
	MEMBER("user_notes_count", NOTES),
	MEMBER("discussion_locked", DROPPED),
	MEMBER("merge_requests_count", DROPPED),
	MEMBER("blocking_issues_count", DROPPED),
	MEMBER("service_desk_reply_to", DROPPED),
};

static const struct member SOMEBODY[] = {
	MEMBER("locked", DROPPED),
	MEMBER("web_url", DROPPED),
	MEMBER("avatar_url", DROPPED),
	MEMBER("public_email", DROPPED),
};

static enum fate find_fate(
	const struct member *members, size_t n, struct str name)
{
	for (size_t i = 0; i < n && members[i].name.n <= name.n; i++)
		if (members[i].name.n == name.n &&
			members[i].name.p[0] == name.p[0] &&
			memcmp(members[i].name.p, name.p, name.n) == 0)
			return members[i].fate;
	return KEPT;
}

/* Members that follow one another are copied in one piece. */
struct pick {
	struct pull *p;
	struct buf *out;
	const char *from, *to; /* not copied yet; NULL: nothing */
};

static void flush(struct pick *k)
{
	if (!k->from)
		return;
	if (k->out->n && !strchr("{[:", k->out->p[k->out->n - 1]))
		buf_addc(k->out, ',');
	buf_add(k->out, (struct str){k->from, (size_t)(k->to - k->from)});
	k->from = NULL;
}

static void keep(struct pick *k, const char *from, const char *to)
{
	if (k->from && from == k->to + 1) {
		k->to = to;
		return;
	}
	flush(k);
	k->from = from;
	k->to = to;
}

/* The next member: where it begins, and its name. */
static bool take_name(struct pick *k, const char **begin, struct str *name)
{
	const char *at = k->p->p;

	if (!pull_key(k->p, name))
		return false;
	*begin = memchr(at, '"', (size_t)(k->p->p - at));
	return *begin != NULL;
}

static void take_person(struct pick *k)
{
	const char *begin;
	struct str name;

	pull_object(k->p);
	buf_addc(k->out, '{');
	while (take_name(k, &begin, &name)) {
		enum fate fate = find_fate(SOMEBODY, COUNT_OF(SOMEBODY), name);

		pull_skip(k->p);
		if (fate == KEPT && !k->p->mistake)
			keep(k, begin, k->p->p);
	}
	flush(k);
	buf_addc(k->out, '}');
}

/* A value as it stands. */
static void take_value(struct pick *k)
{
	struct str raw;

	if (pull_raw(k->p, &raw))
		keep(k, raw.p, raw.p + raw.n);
	flush(k);
}

static void take_people(struct pick *k)
{
	bool first = true;

	pull_array(k->p);
	buf_addc(k->out, '[');
	while (pull_next(k->p)) {
		if (pull_peek(k->p) != PULL_OBJECT) {
			take_value(k);
		} else {
			if (!first)
				buf_addc(k->out, ',');
			take_person(k);
		}
		first = false;
	}
	buf_addc(k->out, ']');
}

/* "author": one of those; begin is where that member begins. */
static void take_somebody(struct pick *k, const char *begin)
{
	enum pull_type type = pull_peek(k->p);

	if (type != PULL_OBJECT && type != PULL_ARRAY) {
		pull_skip(k->p);
		keep(k, begin, k->p->p);
		return;
	}
	keep(k, begin, k->p->p);
	flush(k);
	if (type == PULL_OBJECT)
		take_person(k);
	else
		take_people(k);
}

static void take_stamp(struct pull *p, int64_t *seconds)
{
	struct str stamp;

	if (pull_text(p, &stamp))
		date_stamp_seconds(stamp, seconds);
}

/* Only a plain false opens. */
static void take_hidden(struct pull *p, struct row *row, bool opens)
{
	bool yes = true;

	pull_bool(p, &yes);
	if (yes)
		row->hidden = true;
	else if (opens)
		row->open = true;
}

/* Takes the value of a member that is kept. */
static void take_kept(
	struct pull *p, enum fate fate, struct row *row, int64_t *notes)
{
	switch (fate) {
	case ID:
		pull_int(p, &row->id);
		break;
	case IID:
		pull_int(p, &row->iid);
		break;
	case PROJECT:
		pull_int(p, &row->project);
		break;
	case NOTES:
		pull_int(p, notes);
		break;
	case CREATED:
		take_stamp(p, &row->created);
		break;
	case UPDATED:
		take_stamp(p, &row->changed);
		break;
	case CONFIDENTIAL:
	case INTERNAL:
		take_hidden(p, row, fate == CONFIDENTIAL);
		break;
	default:
		pull_skip(p);
	}
}

static void take_object(struct pick *k, struct row *row)
{
	int64_t notes = -1;
	const char *begin;
	struct str name;

	row->object = pull_object(k->p);
	buf_addc(k->out, '{');
	while (take_name(k, &begin, &name)) {
		enum fate fate = find_fate(ELEMENT, COUNT_OF(ELEMENT), name);

		if (fate == PERSON)
			take_somebody(k, begin);
		else
			take_kept(k->p, fate, row, &notes);
		if (fate != DROPPED && fate != PERSON && !k->p->mistake)
			keep(k, begin, k->p->p);
	}
	flush(k);
	buf_addc(k->out, '}');
	row->commented = notes != 0;
}

bool pick_element(struct pull *p, struct buf *out, struct row *row)
{
	struct pick k = {.p = p, .out = out};
	size_t from = out->n;

	assert(out->n == 0);
	p->breaks = false;
	if (pull_peek(p) == PULL_OBJECT)
		take_object(&k, row);
	else
		take_value(&k);
	/* The reader let them through between values only. */
	if (p->breaks)
		for (size_t i = from; i < out->n; i++)
			if ((unsigned char)out->p[i] < ' ')
				out->p[i] = ' ';
	return !p->mistake;
}
