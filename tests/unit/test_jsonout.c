/*
 * The JSON writer: what it writes, jansson reads back as the same.
 */
#include "unit.h"

#include <jansson.h>
#include <string.h>

#include "jsonout.h"

enum { ROOM = 100000 };

static void write_sample(struct jsonout *j)
{
	jsonout_object(j, NULL);
	jsonout_text(j, "title", "Grow");
	jsonout_text(j, "owner", NULL);
	jsonout_array(j, "numbers");
	jsonout_int(j, NULL, INT64_MIN);
	jsonout_decimal(j, NULL, (struct decimal){-25, 1});
	jsonout_raw(j, NULL, "0.53");
	jsonout_end(j, ']');
	jsonout_object(j, "empty");
	jsonout_end(j, '}');
	jsonout_array(j, "none");
	jsonout_end(j, ']');
	jsonout_bool(j, "yes", true);
	jsonout_bool(j, "no", false);
	jsonout_end(j, '}');
}

static void writes_one_member_a_line_when_pretty(void **state)
{
	struct jsonout j;
	struct buf b;

	(void)state;
	buf_init(&b, ROOM);
	jsonout_init(&j, &b, true);
	write_sample(&j);
	assert_string_equal(b.p, "{\n"
				 "  \"title\": \"Grow\",\n"
				 "  \"owner\": null,\n"
				 "  \"numbers\": [\n"
				 "    -9223372036854775808,\n"
				 "    -2.5,\n"
				 "    0.53\n"
				 "  ],\n"
				 "  \"empty\": {},\n"
				 "  \"none\": [],\n"
				 "  \"yes\": true,\n"
				 "  \"no\": false\n"
				 "}");
	buf_release(&b);
}

static void writes_one_line_without_blanks_when_not_pretty(void **state)
{
	struct jsonout j;
	struct buf b;

	(void)state;
	buf_init(&b, ROOM);
	jsonout_init(&j, &b, false);
	write_sample(&j);
	assert_string_equal(b.p,
		"{\"title\":\"Grow\",\"owner\":null,\"numbers\":"
		"[-9223372036854775808,-2.5,0.53],\"empty\":{},"
		"\"none\":[],\"yes\":true,\"no\":false}");
	buf_release(&b);
}

/* The JSON of one text, in b. */
static void print_text(struct buf *b, struct str s)
{
	struct jsonout j;

	buf_clear(b);
	jsonout_init(&j, b, false);
	jsonout_str(&j, NULL, s);
}

static void every_text_comes_back_from_jansson(void **state)
{
	struct buf b, text;
	json_t *back;

	(void)state;
	buf_init(&b, ROOM);
	buf_init(&text, ROOM);
	for (int c = 0; c < 0x80; c++)
		buf_addc(&text, (char)c);
	buf_adds(&text, "é€😀\"\\/\xc2\x85\xe2\x80\xa8");
	print_text(&b, buf_str(&text));
	back = json_loadb(b.p, b.n, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	assert_non_null(back);
	assert_int_equal(json_string_length(back), text.n);
	assert_memory_equal(json_string_value(back), text.p, text.n);
	json_decref(back);
	buf_release(&b);
	buf_release(&text);
}

static void broken_bytes_become_the_replacement_character(void **state)
{
	static const struct {
		const char *text, *json;
	} CASES[] = {
		{"a\xff"
		 "b",
			"\"a\xef\xbf\xbd"
			"b\""},
		{"\xc3", "\"\xef\xbf\xbd\""},
		{"\xc3\"", "\"\xef\xbf\xbd\\\"\""},
		{"\xe2\x82", "\"\xef\xbf\xbd\xef\xbf\xbd\""},
		{"\xc0\xaf", "\"\xef\xbf\xbd\xef\xbf\xbd\""},
		{"\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
		{"\xe0\x9f\xbf", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
		{"\xf4\x90\x80\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
				     "\xef\xbf\xbd\""},
		{"\xf0\x8f\x80\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
				     "\xef\xbf\xbd\""},
		{"\xf0\x9f\x98\x80", "\"\xf0\x9f\x98\x80\""},
		{"\x7f\x01", "\"\\u007f\\u0001\""},
	};
	struct buf b;

	(void)state;
	buf_init(&b, ROOM);
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		print_text(&b, str_of(CASES[i].text));
		assert_string_equal(b.p, CASES[i].json);
	}
	buf_release(&b);
}

static void keys_are_escaped_as_well(void **state)
{
	struct jsonout j;
	struct buf b;

	(void)state;
	buf_init(&b, ROOM);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_null(&j, "a\"\n");
	jsonout_end(&j, '}');
	assert_string_equal(b.p, "{\"a\\\"\\n\":null}");
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_one_member_a_line_when_pretty),
		cmocka_unit_test(
			writes_one_line_without_blanks_when_not_pretty),
		cmocka_unit_test(every_text_comes_back_from_jansson),
		cmocka_unit_test(broken_bytes_become_the_replacement_character),
		cmocka_unit_test(keys_are_escaped_as_well),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
