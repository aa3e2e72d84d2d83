/*
 * Any bytes as a template, rendered over a small tree of values.
 */
#include <stdint.h>

#include "template.h"

enum { PAGE_BYTES = 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void as_it_is(struct buf *b, struct str text)
{
	buf_add(b, text);
}

static struct value *values(struct arena *a)
{
	struct value *map = value_map(a), *list = value_list(a);

	value_set_text(a, map, "a", "text");
	value_set_bool(a, map, "b", true);
	value_push(a, list, value_text(a, "one"));
	value_push(a, list, value_map(a));
	value_set(a, map, "c", list);
	return map;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct template_sources sources = {NULL, 0, 0, false};
	const struct template_set *set;
	struct buf b;

	*vec_add(&a, &sources) = (struct template_source){.name = "x",
		.file = "x.mustache",
		.text = {(const char *)data, size}};
	set = template_compile(&a, &sources, &err);
	buf_init(&b, PAGE_BYTES);
	if (set &&
		template_render(&a, set, "x", values(&a), as_it_is, &b, &err))
		buf_clear(&b);
	buf_release(&b);
	arena_release(&a);
	return 0;
}
