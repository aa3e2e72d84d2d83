/*
 * The official mustache specification's data, every case of every module we
 * claim: all required ones, inheritance and dynamic names.
 */
#include "unit.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "template.h"

static const char *const MODULES[] = {"comments", "delimiters", "interpolation",
	"inverted", "partials", "sections", "~inheritance", "~dynamic-names"};

static struct value *value_of(struct arena *a, const json_t *j)
{
	struct value *v;
	const char *key;
	json_t *e;
	size_t i;
	char *text;

	switch (json_typeof(j)) {
	case JSON_OBJECT:
		v = value_map(a);
		json_object_foreach((json_t *)j, key, e)
			value_set(a, v, key, value_of(a, e));
		return v;
	case JSON_ARRAY:
		v = value_list(a);
		json_array_foreach(j, i, e) value_push(a, v, value_of(a, e));
		return v;
	case JSON_STRING:
		return value_text(a, json_string_value(j));
	case JSON_INTEGER:
	case JSON_REAL:
		text = json_dumps(j, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
		v = value_text(a, arena_printf(a, "%s", text));
		free(text);
		return v;
	case JSON_TRUE:
	case JSON_FALSE:
		return value_bool(a, json_is_true(j));
	default:
		return value_null(a);
	}
}

static void add_source(struct arena *a, struct template_sources *s,
	const char *name, const json_t *text)
{
	*vec_add(a, s) = (struct template_source){name, name,
		{json_string_value(text), json_string_length(text)}};
}

static void run_case(const char *module, const json_t *test)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct template_sources sources = {.lenient = true};
	const char *expected, *name, *key;
	json_t *partials = json_object_get(test, "partials"), *text;
	struct template_set *set;
	struct buf b;

	buf_init(&b, 1 << 20);
	name = json_string_value(json_object_get(test, "name"));
	expected = json_string_value(json_object_get(test, "expected"));
	json_object_foreach(partials, key, text)
		add_source(&a, &sources, key, text);
	add_source(&a, &sources, "the case", json_object_get(test, "template"));
	set = template_compile(&a, &sources, &err);
	if (!set || template_render(&a, set, "the case",
			    value_of(&a, json_object_get(test, "data")),
			    escape_html, &b, &err))
		fail_msg("%s: %s: %s", module, name, err.text);
	if (strcmp(b.p, expected))
		fail_msg("%s: %s:\n---\n%s\n--- and not\n%s\n---", module, name,
			b.p, expected);
	buf_release(&b);
	arena_release(&a);
}

static void every_case_of_the_specification_passes(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(MODULES); i++) {
		char path[128];
		json_t *file, *test;
		size_t k;

		snprintf(path, sizeof(path), "../shared/mustache-spec/%s.json",
			MODULES[i]);
		file = json_load_file(path, 0, NULL);
		if (!file) {
			print_message("%s is not there: skipped\n", path);
			skip();
		}
		json_array_foreach(json_object_get(file, "tests"), k, test)
		{
			run_case(MODULES[i], test);
			n++;
		}
		json_decref(file);
	}
	print_message("%zu cases of the specification\n", n);
	assert_true(n > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_case_of_the_specification_passes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
