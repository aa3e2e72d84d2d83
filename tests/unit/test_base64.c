/*
 * Base64 there and back.
 */
#include "unit.h"

#include "gitlab/base64_p.h"

static struct arena arena;

static struct str decoded(const char *text)
{
	struct str out = STR("?");

	assert_true(base64_decode(&arena, str_of(text), &out));
	return out;
}

static void the_rfcs_examples_come_out(void **state)
{
	static const struct {
		const char *plain, *coded;
	} CASES[] = {
		{"", ""},
		{"f", "Zg=="},
		{"fo", "Zm8="},
		{"foo", "Zm9v"},
		{"foob", "Zm9vYg=="},
		{"fooba", "Zm9vYmE="},
		{"foobar", "Zm9vYmFy"},
		{"\xff\xfe\xfb", "//77"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct str plain = str_of(CASES[i].plain);

		assert_true(
			str_is(base64_encode(&arena, plain), CASES[i].coded));
		assert_true(str_eq(decoded(CASES[i].coded), plain));
	}
}

static void all_bytes_survive_at_every_length(void **state)
{
	char bytes[256];

	(void)state;
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)i;
	for (size_t n = 0; n <= sizeof bytes; n++) {
		struct str in = {bytes, n}, out;

		assert_true(
			base64_decode(&arena, base64_encode(&arena, in), &out));
		assert_true(str_eq(in, out));
	}
}

static void line_ends_are_skipped(void **state)
{
	(void)state;
	assert_true(str_is(decoded("Zm9v\nYm\r\nFy\n"), "foobar"));
}

static void what_is_no_base64_is_refused(void **state)
{
	static const char *const WRONG[] = {"Zg", "Zg=", "Z",
		"Z===", "====", "Zg==Zg==", "Zm9v!", "Zm 9v", "Zm9v=", "-_8="};
	struct str out;

	(void)state;
	for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
		if (base64_decode(&arena, str_of(WRONG[i]), &out))
			fail_msg("taken: %s", WRONG[i]);
	assert_false(base64_decode(&arena, (struct str){"Zm\0v", 4}, &out));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rfcs_examples_come_out),
		cmocka_unit_test(all_bytes_survive_at_every_length),
		cmocka_unit_test(line_ends_are_skipped),
		cmocka_unit_test(what_is_no_base64_is_refused),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_release(&arena);
	return failed;
}
