/*
 * The template engine beyond the specification: what it says about mistakes,
 * where it stops, and how a user's templates meet ours.
 */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "template.h"

enum { OUTPUT_BYTES = 1 << 20 };

struct world {
	struct arena a;
	struct template_sources sources;
	struct err err;
	struct buf b;
};

static void world_init(struct world *w)
{
	memset(w, 0, sizeof(*w));
	buf_init(&w->b, OUTPUT_BYTES);
}

static void world_release(struct world *w)
{
	buf_release(&w->b);
	arena_release(&w->a);
}

static void give(struct world *w, const char *name, const char *text)
{
	*vec_add(&w->a, &w->sources) = (struct template_source){
		name, arena_printf(&w->a, "%s.mustache", name), str_of(text)};
}

/* Renders "t"; -1 when it does not compile or render. */
static int render(struct world *w, const struct value *data)
{
	struct template_set *set =
		template_compile(&w->a, &w->sources, &w->err);

	if (!set)
		return -1;
	return template_render(
		&w->a, set, "t", data, escape_markdown, &w->b, &w->err);
}

static const struct {
	const char *text, *error;
} MISTAKES[] = {
	{"a\n{{x", "t.mustache:2: tag is not closed"},
	{"{{{x}}", "t.mustache:1: tag is not closed"},
	{"{{=<% %>}}", "t.mustache:1: tag is not closed"},
	{"\n\n{{#a}}\nx", "t.mustache:3: 'a' is never closed"},
	{"{{<t}}", "t.mustache:1: 't' is never closed"},
	{"{{$b}}", "t.mustache:1: 'b' is never closed"},
	{"x {{/a}}", "t.mustache:1: 'a' is closed but was never opened"},
	{"{{#a}}\n{{/b}}", "t.mustache:2: 'b' is closed while 'a' of line 1 is "
			   "open"},
	{"{{! a\n\nb }}\n{{}}", "t.mustache:4: tag has no name"},
	{"{{#}}x{{/}}", "t.mustache:1: tag has no name"},
	{"{{& }}", "t.mustache:1: tag has no name"},
	{"{{a b}}", "t.mustache:1: 'a b' is not a name"},
	{"{{=x=}}", "t.mustache:1: odd delimiters; write {{=<% %>=}}"},
	{"{{=a b c=}}", "t.mustache:1: odd delimiters; write {{=<% %>=}}"},
	{"{{==}}", "t.mustache:1: odd delimiters; write {{=<% %>=}}"},
	{"{{=a= b=}}", "t.mustache:1: odd delimiters; write {{=<% %>=}}"},
	{"{{=12345678901234567 b=}}",
		"t.mustache:1: odd delimiters; write {{=<% %>=}}"},
	{"a\n{{>nowhere}}", "t.mustache:2: there is no template 'nowhere'"},
	{"{{<nowhere}}{{/nowhere}}",
		"t.mustache:1: there is no template 'nowhere'"},
	{"a\n {{>t}}", "t.mustache:2: 't' includes itself, or partials nest "
		       "deeper than 64"},
	{"{{<t}}{{/t}}", "t.mustache:1: 't' includes itself, or partials nest "
			 "deeper than 64"},
};

static void mistakes_are_named_with_file_and_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(MISTAKES); i++) {
		struct world w;

		world_init(&w);
		give(&w, "t", MISTAKES[i].text);
		assert_int_equal(render(&w, value_map(&w.a)), -1);
		assert_int_equal(w.err.kind, ERR_CONFIG);
		assert_string_equal(w.err.text, MISTAKES[i].error);
		world_release(&w);
	}
}

static void sections_nest_only_so_deep(void **state)
{
	struct world w;
	struct buf text;

	(void)state;
	for (int depth = TEMPLATE_DEPTH; depth <= TEMPLATE_DEPTH + 1; depth++) {
		world_init(&w);
		buf_init(&text, OUTPUT_BYTES);
		for (int i = 0; i < depth; i++)
			buf_adds(&text, "{{^a}}");
		buf_addc(&text, 'x');
		for (int i = 0; i < depth; i++)
			buf_adds(&text, "{{/a}}");
		give(&w, "t", text.p);
		if (depth == TEMPLATE_DEPTH) {
			assert_int_equal(render(&w, value_map(&w.a)), 0);
			assert_string_equal(w.b.p, "x");
		} else {
			assert_int_equal(render(&w, value_map(&w.a)), -1);
			assert_string_equal(w.err.text,
				"t.mustache:1: 'a' is nested too deep");
		}
		buf_release(&text);
		world_release(&w);
	}
}

static void endless_work_is_stopped(void **state)
{
	struct world w;
	struct value *data, *list;

	(void)state;
	world_init(&w);
	data = value_map(&w.a);
	list = value_list(&w.a);
	for (int i = 0; i < 1000; i++)
		value_push(&w.a, list, value_bool(&w.a, true));
	value_set(&w.a, data, "l", list);
	give(&w, "t", "{{#l}}{{#l}}{{#l}}{{no}}{{/l}}{{/l}}{{/l}}");
	assert_int_equal(render(&w, data), -1);
	assert_string_equal(w.err.text, "t.mustache:1: the template takes more "
					"than 20000000 steps");
	world_release(&w);
}

static void a_full_buffer_ends_the_work(void **state)
{
	struct world w;
	struct buf small;
	struct template_set *set;

	(void)state;
	world_init(&w);
	buf_init(&small, 4);
	give(&w, "t", "abc{{>t}}");
	set = template_compile(&w.a, &w.sources, &w.err);
	assert_non_null(set);
	assert_int_equal(template_render(&w.a, set, "t", value_map(&w.a),
				 escape_markdown, &small, &w.err),
		0);
	assert_int_equal(buf_finish(&small, "page", &w.err), -1);
	buf_release(&small);
	world_release(&w);
}

static void too_large_a_template_is_refused(void **state)
{
	struct world w;
	char *text = malloc(TEMPLATE_BYTES + 2);

	(void)state;
	world_init(&w);
	memset(text, 'x', TEMPLATE_BYTES + 1);
	text[TEMPLATE_BYTES + 1] = '\0';
	give(&w, "t", text);
	assert_int_equal(render(&w, value_map(&w.a)), -1);
	assert_string_equal(w.err.text,
		"t.mustache:1: template is larger than 1048576 bytes");
	free(text);
	world_release(&w);
}

static void unknown_names_are_refused(void **state)
{
	struct world w;
	struct template_set *set;

	(void)state;
	world_init(&w);
	give(&w, "t", "first");
	give(&w, "t", "x");
	set = template_compile(&w.a, &w.sources, &w.err);
	assert_true(template_has(set, "t"));
	assert_false(template_has(set, "u"));
	assert_int_equal(template_render(&w.a, set, "u", value_map(&w.a),
				 escape_markdown, &w.b, &w.err),
		-1);
	assert_string_equal(w.err.text, "there is no template 'u'");
	/* Of two the later one is meant. */
	assert_int_equal(template_render(&w.a, set, "t", value_map(&w.a),
				 escape_markdown, &w.b, &w.err),
		0);
	assert_string_equal(w.b.p, "x");
	world_release(&w);
}

static void a_user_replaces_one_block_of_a_page(void **state)
{
	struct world w;

	(void)state;
	world_init(&w);
	give(&w, "default/t", "top\n{{>part}}\n{{$end}}\nend\n{{/end}}\n");
	give(&w, "part", "{{$middle}}\nmiddle\n{{/middle}}\n");
	give(&w, "t",
		"{{<default/t}}\n{{$middle}}\nours {{x}}\n{{/middle}}\n"
		"{{/default/t}}\n");
	assert_int_equal(render(&w, value_map(&w.a)), 0);
	assert_string_equal(w.b.p, "top\nours \nend\n");
	world_release(&w);
}

static void text_is_escaped_and_markup_is_not(void **state)
{
	struct world w;
	struct value *data;

	(void)state;
	world_init(&w);
	data = value_map(&w.a);
	value_set_text(&w.a, data, "text", "*a*");
	value_set_markup(&w.a, data, "markup", "*b*");
	value_set_bool(&w.a, data, "yes", true);
	value_set_bool(&w.a, data, "no", false);
	give(&w, "t",
		"{{text}} {{{text}}} {{&text}} {{markup}} {{yes}} {{no}}");
	assert_int_equal(render(&w, data), 0);
	assert_string_equal(w.b.p, "\\*a\\* *a* *a* *b* true false");
	world_release(&w);
}

/* Places of blocks that the specification leaves open. */
static const struct {
	const char *page, *user, *shown;
} BLOCKS[] = {
	/* an empty block on its line */
	{"a\n  {{$b}}\n  {{/b}}\nc\n", "", "a\nc\n"},
	{"a\n  {{$b}}\n  {{/b}}\nc\n", "{{$b}}\nx\ny\n{{/b}}",
		"a\n  x\n  y\nc\n"},
	/* inline content where a line is expected */
	{"a\n  {{$b}}\n  d\n  {{/b}}\nc\n", "{{$b}}x{{/b}}", "a\n  xc\n"},
	/* lines where inline content is expected */
	{"a {{$b}}d{{/b}} c\n", "{{$b}}\nx\ny\n{{/b}}", "a x\ny\n c\n"},
	/* a partial in a block keeps the block's place */
	{"  {{$b}}\n  {{>u}}\n  {{/b}}\n", "", "  u\n  v\n"},
	{"  {{$b}}\n  {{/b}}\n", "{{$b}}\n{{>u}}\n{{/b}}", "  u\n  v\n"},
	/* the first of two blocks of a name counts */
	{"{{$b}}{{/b}}", "{{$b}}1{{/b}}{{$b}}2{{/b}}", "1"},
	/* blocks in a section of a parent tag are no blocks of it */
	{"{{$b}}d{{/b}}", "{{#x}}{{$b}}1{{/b}}{{/x}}", "d"},
	/* two tags of a kind on one line stand alone, text beside them not */
	{"{{$b}}{{$c}}\nd\n{{/c}}{{/b}}\n", "", "d\n"},
	{"{{#x}}{{$b}}{{/b}}{{/x}}\n", "", "\n"},
	{"{{^x}}{{$b}}\nd\n{{/b}}{{/x}}\n", "", "\nd\n\n"},
};

static void blocks_move_their_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(BLOCKS); i++) {
		struct world w;

		world_init(&w);
		give(&w, "page", BLOCKS[i].page);
		give(&w, "u", "u\nv\n");
		give(&w, "t",
			arena_printf(
				&w.a, "{{<page}}%s{{/page}}", BLOCKS[i].user));
		assert_int_equal(render(&w, value_map(&w.a)), 0);
		assert_string_equal(w.b.p, BLOCKS[i].shown);
		world_release(&w);
	}
}

static void a_name_from_the_data_picks_a_parent(void **state)
{
	struct world w;
	struct value *data;

	(void)state;
	world_init(&w);
	data = value_map(&w.a);
	value_set_text(&w.a, data, "which", "u");
	give(&w, "u", "{{$b}}d{{/b}}");
	give(&w, "t", "{{<*which}}{{$b}}x{{/b}}{{/*which}}{{> * gone }}");
	assert_int_equal(render(&w, data), 0);
	assert_string_equal(w.b.p, "x");
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mistakes_are_named_with_file_and_line),
		cmocka_unit_test(sections_nest_only_so_deep),
		cmocka_unit_test(endless_work_is_stopped),
		cmocka_unit_test(a_full_buffer_ends_the_work),
		cmocka_unit_test(too_large_a_template_is_refused),
		cmocka_unit_test(unknown_names_are_refused),
		cmocka_unit_test(a_user_replaces_one_block_of_a_page),
		cmocka_unit_test(text_is_escaped_and_markup_is_not),
		cmocka_unit_test(blocks_move_their_lines),
		cmocka_unit_test(a_name_from_the_data_picks_a_parent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
