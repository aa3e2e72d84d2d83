/*
 * Any bytes as JSON: walked in two ways that must agree on validity.
 */
#include <assert.h>

#include "arena.h"
#include "pull.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int skip_all(struct arena *a, struct str text)
{
	struct err err = ERR_INIT;
	struct pull p;

	pull_init(&p, text, a);
	pull_skip(&p);
	return pull_finish(&p, "text", &err);
}

/* Takes one value by its type; walks down to a bounded depth. */
static void take(struct pull *p, int depth)
{
	struct str text;
	struct decimal d;
	bool flag;

	switch (depth > 0 ? pull_peek(p) : PULL_NONE) {
	case PULL_ARRAY:
		if (pull_array(p))
			while (pull_next(p))
				take(p, depth - 1);
		break;
	case PULL_OBJECT:
		if (pull_object(p))
			while (pull_key(p, &text))
				take(p, depth - 1);
		break;
	case PULL_STRING:
		pull_text(p, &text);
		break;
	case PULL_NUMBER:
		pull_decimal(p, &d);
		break;
	case PULL_BOOL:
		pull_bool(p, &flag);
		break;
	case PULL_NULL:
	case PULL_NONE:
		pull_skip(p);
		break;
	}
}

static int walk_all(struct arena *a, struct str text)
{
	struct err err = ERR_INIT;
	struct pull p;

	pull_init(&p, text, a);
	take(&p, PULL_DEPTH + 1);
	return pull_finish(&p, "text", &err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct str text = {(const char *)data, size};

	assert(skip_all(&a, text) == walk_all(&a, text));
	arena_release(&a);
	return 0;
}
