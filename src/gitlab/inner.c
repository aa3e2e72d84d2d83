/*
 * What is wanted of an answer.
 */
#include "inner_p.h"

#include <assert.h>

void inner_texts(struct pull *p, struct arena *a, struct texts *out)
{
	struct str text;

	if (!pull_array(p))
		return;
	while (pull_next(p))
		if (pull_text(p, &text))
			*vec_add(a, out) = arena_text(a, text);
}

void inner_int(struct pull *p, const char *name, int64_t *out)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, name))
			pull_int(p, out);
		else
			pull_skip(p);
}

bool inner_text(struct pull *p, const char *name, struct str *out)
{
	bool found = false;
	struct str key;

	if (!pull_object(p))
		return false;
	while (pull_key(p, &key))
		if (str_is(key, name))
			found = pull_text(p, out) || found;
		else
			pull_skip(p);
	return found;
}

static void take(
	struct pull *p, struct arena *a, enum inner_kind kind, void *at)
{
	switch (kind) {
	case INNER_INT:
		pull_int(p, at);
		return;
	case INNER_BOOL:
		pull_bool(p, at);
		return;
	case INNER_TEXT:
		pull_text(p, at);
		return;
	case INNER_TEXTS:
		inner_texts(p, a, at);
		return;
	case INNER_ID:
		inner_int(p, "id", at);
		return;
	}
	assert(!"a kind of member");
}

static const struct inner_member *find_member(
	const struct inner_member *members, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(name, members[i].name))
			return &members[i];
	return NULL;
}

void inner_members(struct pull *p, struct arena *a,
	const struct inner_member *members, size_t n, void *out)
{
	const struct inner_member *m;
	struct str name;

	if (!pull_object(p))
		return;
	while (pull_key(p, &name)) {
		m = find_member(members, n, name);
		if (m)
			take(p, a, m->kind, (char *)out + m->at);
		else
			pull_skip(p);
	}
}

bool inner_answer(struct arena *a, struct str json,
	const struct inner_member *members, size_t n, void *out)
{
	struct err unused = ERR_INIT;
	struct pull p;

	pull_init(&p, json, a);
	inner_members(&p, a, members, n, out);
	return !pull_finish(&p, "answer", &unused);
}
