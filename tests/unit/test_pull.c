/*
 * The pull reader, against tables, against jansson on the same texts, and on
 * answers recorded from GitLab.
 */
#include "unit.h"

#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "buf.h"
#include "pull.h"
#include "utf.h"

#define RECORDED "../shared/gitlab-api/recorded"

enum { FILE_MAX = 16 << 20, MUTATIONS = 60000 };

/* The walk over a whole text with skips only: 0 or -1. */
static int skip_all(struct str text, struct err *err)
{
	struct arena a = ARENA_INIT;
	struct pull p;
	int rc;

	pull_init(&p, text, &a);
	pull_skip(&p);
	rc = pull_finish(&p, "test", err);
	arena_release(&a);
	return rc;
}

static json_t *build(struct pull *p);

static json_t *build_object(struct pull *p)
{
	json_t *object = json_object();
	struct str key;

	assert_true(pull_object(p));
	while (pull_key(p, &key)) {
		/* jansson wants its keys NUL-terminated. */
		char *name = calloc(1, key.n + 1);

		if (key.n)
			memcpy(name, key.p, key.n);
		json_object_set_new(object, name, build(p));
		free(name);
	}
	return object;
}

static json_t *build_array(struct pull *p)
{
	json_t *array = json_array();

	assert_true(pull_array(p));
	while (pull_next(p))
		json_array_append_new(array, build(p));
	return array;
}

static json_t *build_number(struct pull *p)
{
	struct str raw = {NULL, 0};
	char text[400];
	bool real;

	if (!pull_raw(p, &raw) || raw.n >= sizeof text)
		return json_null();
	memcpy(text, raw.p, raw.n);
	text[raw.n] = '\0';
	real = strpbrk(text, ".eE");
	return real ? json_real(strtod(text, NULL))
		    : json_integer(strtoll(text, NULL, 10));
}

/* The tree that jansson would make of the next value. */
static json_t *build(struct pull *p)
{
	struct str s = {"", 0};
	bool yes = false;

	switch (pull_peek(p)) {
	case PULL_OBJECT:
		return build_object(p);
	case PULL_ARRAY:
		return build_array(p);
	case PULL_STRING:
		if (!pull_text(p, &s))
			return json_null();
		return json_stringn(s.p, s.n);
	case PULL_BOOL:
		pull_bool(p, &yes);
		return json_boolean(yes);
	case PULL_NUMBER:
		return build_number(p);
	case PULL_NULL:
	case PULL_NONE:
		break;
	}
	pull_skip(p);
	return json_null();
}

/* Where the two may differ: jansson's numbers have a size, it has no U+FFFD
 * for \u0000, and it nests deeper. */
static bool may_differ(const json_error_t *je, const struct err *err)
{
	enum json_error_code code = json_error_code(je);

	return code == json_error_numeric_overflow ||
	       code == json_error_null_character ||
	       strstr(err->text, "nested too deeply");
}

static void explain(struct str text, const char *why)
{
	print_error("%s on: %.*s\n", why, STR_ARG(text));
	fail();
}

/* Both readers accept the text with the same values, or both refuse it. */
static void compare(struct str text)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT, skipped = ERR_INIT;
	json_error_t je = {.text = ""};
	json_t *theirs, *ours;
	struct pull p;
	int rc;

	theirs = json_loadb(
		text.p, text.n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &je);
	pull_init(&p, text, &a);
	ours = build(&p);
	rc = pull_finish(&p, "test", &err);
	if (rc != skip_all(text, &skipped))
		explain(text, "skipping and taking differ");
	if (theirs && rc == 0 && !json_equal(theirs, ours))
		explain(text, "other values than jansson's");
	if ((theirs != NULL) != (rc == 0) && !may_differ(&je, &err))
		explain(text, theirs ? err.text : je.text);
	json_decref(theirs);
	json_decref(ours);
	arena_release(&a);
}

static const char *const TRICKY[] = {
	/* whole values */
	"null",
	"true",
	"false",
	"0",
	"-0",
	"\"\"",
	"{}",
	"[]",
	" [ ] ",
	"\t\r\n{ }\n",
	"",
	" ",
	"nul",
	"nulll",
	"True",
	"tru",
	"fals",
	"-",
	"+1",
	".5",
	"1.",
	"1.5",
	"-1.5e+3",
	"1E5",
	"1e",
	"1e+",
	"01",
	"-01",
	"00",
	"1 2",
	"[] []",
	"{}x",
	"\"a\"b",
	"'a'",
	"NaN",
	"Infinity",
	"0x10",
	"\xef\xbb\xbf{}",
	"\f{}",
	"\v[]",
	/* sizes of numbers */
	"9223372036854775807",
	"-9223372036854775808",
	"9223372036854775808",
	"-9223372036854775809",
	"123456789012345678901234567890",
	"1e308",
	"1e309",
	"-1e400",
	"1e-400",
	"0.1e1",
	"0e0",
	"0.0",
	"-0.0",
	"0.000000000000000000000000000001",
	/* containers */
	"[",
	"]",
	"{",
	"}",
	"[1",
	"[1,",
	"[1,]",
	"[,1]",
	"[,]",
	"[1 2]",
	"[1,,2]",
	"[1}",
	"{]",
	"{1:2}",
	"{\"a\"}",
	"{\"a\":}",
	"{\"a\":1,}",
	"{,}",
	"{\"a\" 1}",
	"{\"a\":1 \"b\":2}",
	"{\"a\":1,\"b\":2}",
	"{\"a\":[{\"b\":{}}]}",
	"[[[[]]]]",
	"[1,2,3]",
	"{\"a\":1,,\"b\":2}",
	"{a:1}",
	"{\"a\"::1}",
	"{\"\":0}",
	"[\"a\",]",
	"/**/[]",
	"[]//x",
	/* repeated names */
	"{\"a\":1,\"a\":1}",
	"{\"a\":1,\"\\u0061\":1}",
	"{\"\":1,\"\":2}",
	"{\"a\":{\"a\":{\"a\":1}}}",
	"[{\"a\":1},{\"a\":1}]",
	"{\"a\":1,\"b\":{\"c\":1,\"c\":2}}",
	"{\"a\":{\"b\":1},\"b\":1}",
	"{\"x\":{\"a\":1},\"a\":2,\"a\":3}",
	"{\"a\":1,\"A\":1}",
	"{\"longer than a word\":1,\"longer-than a word\":2}",
	"{\"longer than a word\":1,\"longer than a word\":2}",
	/* strings */
	"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
	"\"\\u00e9\\u20AC\\uD83D\\uDE00\"",
	"\"\\ud83d\"",
	"\"\\ude00\"",
	"\"\\ud83dx\"",
	"\"\\ud83d\\u0041\"",
	"\"\\ud83d\\ud83d\"",
	"\"\\ud83d\\ude0\"",
	"\"\\u12\"",
	"\"\\u12g4\"",
	"\"\\uFFFF\"",
	"\"\\x41\"",
	"\"\\'\"",
	"\"\\",
	"\"\\u",
	"\"\\u123",
	"\"a",
	"\"a\\\"",
	"\"a\nb\"",
	"\"a\tb\"",
	"\"\x7f\"",
	"\"\x1f\"",
	"\"12345678\n\"",
	"\"1234567\\\"89012345678\"",
	/* UTF-8 */
	"\"\xc3\xa9\"",
	"\"\xc3\"",
	"\"\xa9\"",
	"\"\xc0\xaf\"",
	"\"\xc1\xbf\"",
	"\"\xe2\x82\xac\"",
	"\"\xe2\x82\"",
	"\"\xe0\x9f\xbf\"",
	"\"\xe0\xa0\x80\"",
	"\"\xed\x9f\xbf\"",
	"\"\xed\xa0\x80\"",
	"\"\xee\x80\x80\"",
	"\"\xef\xbf\xbf\"",
	"\"\xf0\x8f\xbf\xbf\"",
	"\"\xf0\x90\x80\x80\"",
	"\"\xf4\x8f\xbf\xbf\"",
	"\"\xf4\x90\x80\x80\"",
	"\"\xf5\x80\x80\x80\"",
	"\"\xff\"",
	"\"\xfe\"",
	"\"\xf8\x88\x80\x80\"",
	"\"\xf0\x9f\x98\"",
	"\"\xf0\x9f\"",
	"\"\xf0\"",
	"{\"\xff\":1}",
	"[\"12345678\xc3\xa9\"]",
	"[\"1234567\xff\"]",
	"\xff",
	"[\xc3\xa9]",
	"{\"\\ud800\":1}",
};

static void agrees_with_jansson_on_tricky_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(TRICKY); i++)
		compare(str_of(TRICKY[i]));
}

/* xorshift: the same texts on every machine. */
static uint64_t roll(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

/* One random change: a byte replaced, dropped, doubled, or a piece moved. */
static void mutate(char *text, size_t *n, uint64_t *seed)
{
	static const char BYTES[] = "{}[]\",:\\u0aed.E-+ \n\xc3\xa9\xff\xf0";
	size_t at = roll(seed) % *n, to = roll(seed) % *n;

	switch (roll(seed) % 4) {
	case 0:
		text[at] = BYTES[roll(seed) % (sizeof BYTES - 1)];
		break;
	case 1:
		memmove(text + at, text + at + 1, *n - at - 1);
		*n -= *n > 1;
		break;
	case 2:
		memmove(text + at + 1, text + at, *n - at);
		++*n;
		break;
	default:
		memmove(text + to, text + at, (*n - (at > to ? at : to)) / 4);
	}
}

static void agrees_with_jansson_on_mutated_texts(void **state)
{
	static const char SEED[] =
		"[{\"id\":12,\"title\":\"Gr\\u00f6w \xf0\x9f\x98\x80\","
		"\"labels\":[\"okr::draft\",\"a\\\"b\"],\"weight\":null,"
		"\"due\":-1.5e+3,\"author\":{\"id\":7,\"name\":\"\"},"
		"\"closed\":false,\"open\":true},{\"id\":13,\"x\":{}}, [ ] ]";
	enum { CHANGES = 4 };
	uint64_t seed = 20250201;

	(void)state;
	for (int i = 0; i < MUTATIONS; i++) {
		char text[sizeof SEED + CHANGES];
		size_t n = sizeof SEED - 1;

		memcpy(text, SEED, n);
		for (uint64_t k = roll(&seed) % CHANGES + 1; k > 0; k--)
			mutate(text, &n, &seed);
		compare((struct str){text, n});
	}
}

static void every_cut_of_a_text_is_refused(void **state)
{
	static const char TEXT[] = "[{\"a\":[1.5e3,true,null],\"b\\n\":"
				   "\"\\u20ac \xe2\x82\xac\"}]";

	(void)state;
	for (size_t n = 0; n < sizeof TEXT - 1; n++) {
		struct err err = ERR_INIT;
		/* On the heap, so that ASan sees a read past the end. */
		char *cut = malloc(n + 1);

		memcpy(cut, TEXT, n);
		assert_int_equal(skip_all((struct str){cut, n}, &err), -1);
		assert_int_equal(err.kind, ERR_DATA);
		free(cut);
	}
}

static void names_the_place_of_the_first_mistake(void **state)
{
	static const struct {
		const char *text, *words;
	} CASES[] = {
		{"", "test: line 1, column 1: the text ends too early"},
		{"[1,\n 2,\n  x]",
			"test: line 3, column 3: a value is missing"},
		{"{\"a\":1,\n\"a\":2}",
			"test: line 2, column 1: the same member name again"},
		{"[\"a\\q\"]", "test: line 1, column 4: an unknown escape in a "
			       "string"},
		{"[\"\xff\"]",
			"test: line 1, column 3: a string is not valid UTF-8"},
		{"[\"\\ud800\"]", "test: line 1, column 3: "
				  "half a surrogate pair in a string"},
		{"[\"\\u00zz\"]", "test: line 1, column 3: "
				  "an escape \\u without four hex digits"},
		{"[\"\n\"]", "test: line 1, column 3: "
			     "a control character in a string"},
		{"{\"\\u0000\":1}",
			"test: line 1, column 2: a NUL in a member's name"},
		{"{1:1}", "test: line 1, column 2: "
			  "a member's name is missing"},
		{"{\"a\" 1}", "test: line 1, column 6: a ':' is missing"},
		{"[1 2]", "test: line 1, column 4: a ',' or ']' is missing"},
		{"{\"a\":1]", "test: line 1, column 7: "
			      "a ',' or '}' is missing"},
		{"[01]", "test: line 1, column 3: "
			 "a number with a leading zero"},
		{"[1.]", "test: line 1, column 4: "
			 "a digit is missing in a number"},
		{"[nil]", "test: line 1, column 2: "
			  "no value that JSON knows"},
		{"1 x", "test: line 1, column 3: something follows the value"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct err err = ERR_INIT;

		assert_int_equal(skip_all(str_of(CASES[i].text), &err), -1);
		assert_string_equal(err.text, CASES[i].words);
	}
}

static void nests_to_its_limit_and_not_further(void **state)
{
	char text[2 * PULL_DEPTH + 2];
	struct err err = ERR_INIT;

	(void)state;
	memset(text, '[', PULL_DEPTH);
	memset(text + PULL_DEPTH, ']', PULL_DEPTH);
	assert_int_equal(skip_all((struct str){text, 2 * PULL_DEPTH}, &err), 0);
	memset(text, '[', PULL_DEPTH + 1);
	memset(text + PULL_DEPTH + 1, ']', PULL_DEPTH + 1);
	assert_int_equal(skip_all((struct str){text, sizeof text}, &err), -1);
	assert_non_null(strstr(err.text, "nested too deeply"));
}

/* An object with n members, the last one named like member `again`. */
static void add_wide_object(struct buf *b, int n, int again)
{
	buf_addc(b, '{');
	for (int i = 0; i < n; i++)
		buf_addf(b, "\"member %d\":{\"x\":%d},", i, i);
	buf_addf(b, "\"member %d\":0}", again);
}

static void finds_a_repeated_name_among_very_many(void **state)
{
	static const int SIZES[] = {1, 63, 64, 65, 96, 97, 1000, 100000};
	struct buf b;

	(void)state;
	buf_init(&b, FILE_MAX);
	for (size_t i = 0; i < COUNT_OF(SIZES); i++) {
		struct err err = ERR_INIT;
		int n = SIZES[i];

		buf_clear(&b);
		add_wide_object(&b, n, n);
		assert_int_equal(skip_all(buf_str(&b), &err), 0);
		for (int k = 0; k < 3; k++) {
			buf_clear(&b);
			add_wide_object(&b, n, k * (n - 1) / 2);
			err_clear(&err);
			assert_int_equal(skip_all(buf_str(&b), &err), -1);
			assert_non_null(strstr(err.text, "same member"));
		}
	}
	buf_release(&b);
}

static void many_names_with_one_hash_cost_no_more_than_sorting(void **state)
{
	struct err err = ERR_INIT;
	struct timespec from, to;
	struct buf b;

	/* Both ends and the length are the same for all of them. */
	(void)state;
	buf_init(&b, FILE_MAX);
	buf_addc(&b, '{');
	for (int i = 0; i < 200000; i++)
		buf_addf(&b, "\"an end  %06d  an end\":0,", i);
	buf_adds(&b, "\"z\":0}");
	clock_gettime(CLOCK_MONOTONIC, &from);
	assert_int_equal(skip_all(buf_str(&b), &err), 0);
	clock_gettime(CLOCK_MONOTONIC, &to);
	/* Quadratic would be minutes. */
	assert_true(to.tv_sec - from.tv_sec < 10);
	buf_release(&b);
}

static void takes_values_of_the_type_asked_for_only(void **state)
{
	struct str text = STR("[\"a\\n\",7,true,-2.50,{\"x\":[1]},[2],null]");
	struct str s = {NULL, 0};
	struct decimal d = {0, 0};
	struct err err = ERR_INIT;
	struct arena a = ARENA_INIT;
	int64_t n = 5;
	bool yes = false;
	struct pull p;

	(void)state;
	pull_init(&p, text, &a);
	assert_true(pull_array(&p));
	assert_true(pull_next(&p));
	assert_true(pull_text(&p, &s));
	assert_true(str_is(s, "a\n"));
	assert_true(pull_next(&p));
	assert_true(pull_int(&p, &n));
	assert_int_equal(n, 7);
	assert_true(pull_next(&p));
	assert_true(pull_bool(&p, &yes));
	assert_true(yes);
	assert_true(pull_next(&p));
	assert_true(pull_decimal(&p, &d));
	assert_int_equal(d.coef, -25);
	assert_int_equal(d.scale, 1);
	assert_true(pull_next(&p));
	assert_false(pull_text(&p, &s));
	assert_true(pull_next(&p));
	assert_false(pull_object(&p));
	assert_true(pull_next(&p));
	assert_int_equal(pull_peek(&p), PULL_NULL);
	assert_false(pull_bool(&p, &yes));
	assert_false(pull_next(&p));
	assert_int_equal(pull_finish(&p, "test", &err), 0);
	assert_int_equal(pull_peek(&p), PULL_NONE);
	arena_release(&a);
}

static void integers_end_at_64_bits(void **state)
{
	static const struct {
		const char *text;
		bool good;
		int64_t value;
	} CASES[] = {
		{"0", true, 0},
		{"-0", true, 0},
		{"9223372036854775807", true, INT64_MAX},
		{"9223372036854775808", false, 0},
		{"-9223372036854775808", true, INT64_MIN},
		{"-9223372036854775809", false, 0},
		{"99999999999999999999", false, 0},
		{"1.0", false, 0},
		{"1e2", false, 0},
		{"\"1\"", false, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct arena a = ARENA_INIT;
		struct err err = ERR_INIT;
		int64_t n = 0;
		struct pull p;

		pull_init(&p, str_of(CASES[i].text), &a);
		assert_int_equal(pull_int(&p, &n), CASES[i].good);
		assert_true(n == CASES[i].value);
		assert_int_equal(pull_finish(&p, "test", &err), 0);
		arena_release(&a);
	}
}

static void a_nul_escape_becomes_the_replacement_character(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct str s;
	struct pull p;

	(void)state;
	pull_init(&p, STR("\"a\\u0000b\""), &a);
	assert_true(pull_text(&p, &s));
	assert_int_equal(pull_finish(&p, "test", &err), 0);
	assert_true(str_is(s, "a\xef\xbf\xbd"
			      "b"));
	arena_release(&a);
}

static void every_escaped_character_is_decoded(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (unsigned long c = 1; c <= 0x10ffff; c += c < 0x11000 ? 1 : 97) {
		char text[16];
		struct str s = {NULL, 0};
		struct pull p;
		size_t want = c < 0x80      ? 1
			      : c < 0x800   ? 2
			      : c < 0x10000 ? 3
					    : 4;

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		if (c < 0x10000)
			snprintf(text, sizeof text, "\"\\u%04lx\"", c);
		else
			snprintf(text, sizeof text, "\"\\u%04lX\\u%04lX\"",
				0xd800 + ((c - 0x10000) >> 10),
				0xdc00 + ((c - 0x10000) & 0x3ff));
		pull_init(&p, str_of(text), &a);
		assert_true(pull_text(&p, &s));
		assert_int_equal(s.n, want);
		assert_int_equal(utf_length(s), want);
		compare(str_of(text));
	}
	arena_release(&a);
}

static void raw_gives_the_bytes_of_a_value(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct str s;
	struct pull p;

	(void)state;
	pull_init(&p, STR("[ {\"a\" : [1, 2]} , \"x\\n\" ]"), &a);
	assert_true(pull_array(&p));
	assert_true(pull_next(&p));
	assert_true(pull_raw(&p, &s));
	assert_true(str_is(s, "{\"a\" : [1, 2]}"));
	assert_true(pull_next(&p));
	assert_true(pull_raw(&p, &s));
	assert_true(str_is(s, "\"x\\n\""));
	assert_false(pull_next(&p));
	assert_int_equal(pull_finish(&p, "test", &err), 0);
	arena_release(&a);
}

static void a_walk_that_stops_early_is_a_mistake(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct pull p;

	(void)state;
	pull_init(&p, STR("[1]"), &a);
	assert_true(pull_array(&p));
	assert_int_equal(pull_finish(&p, "test", &err), -1);
	assert_non_null(strstr(err.text, "not read to its end"));
	arena_release(&a);
}

static void a_lax_walk_cuts_a_list_with_a_bad_element(void **state)
{
	struct str text = STR("[{\"t\":\"\xff\\ud800\"},{\"a\":1,\"a\":2},3]");
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct str s, key;
	struct pull p;

	(void)state;
	assert_int_equal(skip_all(text, &err), -1);
	err_clear(&err);
	pull_init_lax(&p, text, &a);
	assert_true(pull_array(&p));
	assert_true(pull_next(&p));
	assert_true(pull_object(&p));
	assert_true(pull_key(&p, &key));
	assert_true(pull_text(&p, &s));
	assert_true(str_is(s, "\xef\xbf\xbd\xef\xbf\xbd"));
	assert_false(pull_key(&p, &key));
	assert_true(pull_next(&p));
	assert_true(pull_raw(&p, &s));
	assert_int_equal(skip_all(s, &err), -1);
	err_clear(&err);
	assert_true(pull_next(&p));
	pull_skip(&p);
	assert_false(pull_next(&p));
	assert_int_equal(pull_finish(&p, "test", &err), 0);
	arena_release(&a);
}

static bool compare_file(const char *dir, const char *name)
{
	char *text = malloc(FILE_MAX);
	char path[1024];
	size_t n;
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", dir, name);
	f = fopen(path, "rb");
	assert_non_null(f);
	n = fread(text, 1, FILE_MAX, f);
	fclose(f);
	compare((struct str){text, n});
	free(text);
	return true;
}

static void agrees_with_jansson_on_recorded_answers(void **state)
{
	static const char *const DIRS[] = {RECORDED "/ogr-gitlab.com",
		RECORDED "/glab", RECORDED "/go-gitlab",
		RECORDED "/ruby-gitlab"};
	int seen = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(DIRS); i++) {
		DIR *dir = opendir(DIRS[i]);
		struct dirent *e;

		if (!dir) {
			print_message("no %s\n", DIRS[i]);
			skip();
		}
		while ((e = readdir(dir)))
			if (strstr(e->d_name, ".json"))
				seen += compare_file(DIRS[i], e->d_name);
		closedir(dir);
	}
	assert_true(seen > 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_jansson_on_tricky_texts),
		cmocka_unit_test(agrees_with_jansson_on_mutated_texts),
		cmocka_unit_test(every_cut_of_a_text_is_refused),
		cmocka_unit_test(names_the_place_of_the_first_mistake),
		cmocka_unit_test(nests_to_its_limit_and_not_further),
		cmocka_unit_test(finds_a_repeated_name_among_very_many),
		cmocka_unit_test(
			many_names_with_one_hash_cost_no_more_than_sorting),
		cmocka_unit_test(takes_values_of_the_type_asked_for_only),
		cmocka_unit_test(integers_end_at_64_bits),
		cmocka_unit_test(
			a_nul_escape_becomes_the_replacement_character),
		cmocka_unit_test(every_escaped_character_is_decoded),
		cmocka_unit_test(raw_gives_the_bytes_of_a_value),
		cmocka_unit_test(a_walk_that_stops_early_is_a_mistake),
		cmocka_unit_test(a_lax_walk_cuts_a_list_with_a_bad_element),
		cmocka_unit_test(agrees_with_jansson_on_recorded_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
