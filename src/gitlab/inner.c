/*
 * Small values inside an answer.
 */
#include "inner_p.h"

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
