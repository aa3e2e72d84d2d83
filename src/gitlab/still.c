/*
 * Comparing answers with what is remembered, byte for byte.  Any doubt is a
 * no, which costs time only.
 */
#include "still_p.h"

#include <assert.h>

static bool find(const struct still *s, enum record_kind kind, int64_t project,
	int64_t iid, struct str *lines)
{
	const struct gitlab_memory *then = s->recall->then;

	return then->find(then->ctx, kind, project, iid, lines);
}

/* Labels or members: the same ones, in the same order. */
static bool are_same(const struct still *s, enum record_kind kind,
	int64_t project, const struct walk *walk)
{
	struct idset seen = {NULL, 0, 0, false};
	struct str lines = {NULL, 0}, line;

	if (!find(s, kind, project, 0, &lines))
		lines.n = 0;
	for (size_t i = 0; i < walk->rows.n; i++) {
		const struct row *row = &walk->rows.v[i];

		if (row->id && !idset_add(s->arena, &seen, (uint64_t)row->id))
			continue;
		if (!str_take_until(&lines, '\n', &line) ||
			!str_eq(line, row->json))
			return false;
	}
	return !lines.n;
}

/* Is more asked about the issue than the list tells? */
static bool has_details(const struct still *s, const struct row *row)
{
	return !list_is_closed(s->list, row) &&
	       (s->wish->events || (s->wish->notes && row->commented));
}

static bool is_same(const struct still *s, const struct row *row)
{
	struct str was;

	if (row->project <= 0 || row->iid <= 0 || row->changed <= 0 ||
		!find(s, RECORD_ISSUE, row->project, row->iid, &was))
		return false;
	if (has_details(s, row) && row->changed >= s->recall->settled)
		return false;
	return str_eq(was, row->json);
}

bool still_is(const struct still *s)
{
	const struct gitlab_memory *then = s->recall->then;
	struct rows rows = {NULL, 0, 0};

	assert(s->recall->then && s->newest && s->labels && s->members);
	if (!then || !then->find || then->gaps ||
		!list_is_short(s->list, s->recall, s->newest, &rows))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		if (!is_same(s, &rows.v[i]))
			return false;
	return are_same(s, RECORD_LABEL, 0, s->labels) &&
	       are_same(s, RECORD_MEMBER, s->members_of, s->members);
}
