/*
 * Values for templates.  Maps are small and keep the order of setting, so a
 * lookup walks them.
 */
#include "value.h"

#include <assert.h>

static struct value *make(struct arena *a, enum value_type type)
{
	struct value *v = ARENA_NEW(a, struct value);

	v->type = type;
	v->text = "";
	return v;
}

struct value *value_map(struct arena *a)
{
	return make(a, VALUE_MAP);
}

struct value *value_list(struct arena *a)
{
	return make(a, VALUE_LIST);
}

struct value *value_null(struct arena *a)
{
	return make(a, VALUE_NULL);
}

struct value *value_text(struct arena *a, const char *text)
{
	struct value *v = make(a, VALUE_TEXT);

	v->text = text ? text : "";
	return v;
}

struct value *value_markup(struct arena *a, const char *markup)
{
	struct value *v = value_text(a, markup);

	v->type = VALUE_MARKUP;
	return v;
}

struct value *value_bool(struct arena *a, bool flag)
{
	struct value *v = make(a, VALUE_BOOL);

	v->flag = flag;
	return v;
}

void value_set(
	struct arena *a, struct value *map, const char *name, struct value *v)
{
	assert(*name && v);
	assert(map->type == VALUE_MAP);
	assert(!value_get(map, str_of(name)));
	*vec_add(a, &map->map) = (struct member){name, v};
}

void value_set_text(
	struct arena *a, struct value *map, const char *name, const char *text)
{
	value_set(a, map, name, value_text(a, text));
}

void value_set_markup(struct arena *a, struct value *map, const char *name,
	const char *markup)
{
	value_set(a, map, name, value_markup(a, markup));
}

void value_set_bool(
	struct arena *a, struct value *map, const char *name, bool flag)
{
	value_set(a, map, name, value_bool(a, flag));
}

void value_push(struct arena *a, struct value *list, struct value *v)
{
	assert(list->type == VALUE_LIST);
	*vec_add(a, &list->list) = v;
}

const struct value *value_get(const struct value *map, struct str name)
{
	if (map->type != VALUE_MAP)
		return NULL;
	for (size_t i = 0; i < map->map.n; i++)
		if (str_is(name, map->map.v[i].name))
			return map->map.v[i].value;
	return NULL;
}

bool value_is_true(const struct value *v)
{
	switch (v->type) {
	case VALUE_NULL:
		return false;
	case VALUE_BOOL:
		return v->flag;
	case VALUE_TEXT:
	case VALUE_MARKUP:
		return v->text[0] != '\0';
	case VALUE_LIST:
		return v->list.n > 0;
	case VALUE_MAP:
		return true;
	}
	assert(!"a type of value");
	return false;
}
