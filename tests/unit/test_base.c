/*
 * err, buf, arena and vec: the things everything else stands on.
 */
#include "unit.h"

#include <string.h>

#include "arena.h"
#include "buf.h"
#include "err.h"
#include "record.h"
#include "vec.h"

static void first_error_sticks(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(err_set(&err, ERR_IO, "cannot read '%s'", "a"), -1);
	assert_null(err_null(&err, ERR_REPO, "another"));
	assert_int_equal(err.kind, ERR_IO);
	assert_string_equal(err.text, "cannot read 'a'");
	assert_int_equal(err_wrap(&err, "page '%s'", "x"), -1);
	assert_string_equal(err.text, "page 'x': cannot read 'a'");
	err_clear(&err);
	assert_int_equal(err.kind, ERR_NONE);
	assert_null(err_null(&err, ERR_DATA, "b"));
	assert_string_equal(err.text, "b");
}

static void error_text_is_printable(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	err_set(&err, ERR_DATA, "a\x1b[31m\n\tb\xff \xc3\xa9 \xe2\x80\xae%s",
		"\xc2\x9b"
		"c");
	assert_string_equal(err.text, "a?[31m  b? \xc3\xa9 ?\?\?\?\?c");
}

static void long_errors_are_cut(void **state)
{
	struct err err = ERR_INIT;
	char text[3000];

	(void)state;
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	err_set(&err, ERR_DATA, "%s", text);
	assert_int_equal(strlen(err.text), sizeof err.text - 1);
	err_wrap(&err, "%s", text);
	assert_int_equal(strlen(err.text), sizeof err.text - 1);
}

static void kinds_have_exit_statuses(void **state)
{
	(void)state;
	assert_int_equal(err_exit_status(ERR_NONE), 0);
	assert_int_equal(err_exit_status(ERR_USAGE), 2);
	assert_int_equal(err_exit_status(ERR_CONFIG), 2);
	assert_int_equal(err_exit_status(ERR_GITLAB), 3);
	assert_int_equal(err_exit_status(ERR_REPO), 3);
	assert_int_equal(err_exit_status(ERR_IO), 3);
	assert_int_equal(err_exit_status(ERR_DATA), 3);
}

static void buffer_grows_to_its_maximum(void **state)
{
	struct err err = ERR_INIT;
	struct buf b;

	(void)state;
	buf_init(&b, 200);
	buf_add_times(&b, 'x', 199);
	buf_addc(&b, 'y');
	assert_int_equal(b.n, 200);
	assert_int_equal(buf_finish(&b, "text", &err), 0);
	buf_addc(&b, 'z');
	assert_int_equal(b.n, 200);
	assert_int_equal(buf_finish(&b, "text", &err), -1);
	assert_string_equal(err.text, "text is larger than 200 bytes");
	buf_clear(&b);
	buf_addf(&b, "%d-%s", 7, "a");
	buf_adds(&b, "bc");
	buf_cut(&b, 4);
	assert_string_equal(b.p, "7-ab");
	buf_release(&b);
}

static void overflow_sticks(void **state)
{
	struct err err = ERR_INIT;
	struct buf b;

	(void)state;
	buf_init(&b, 3);
	buf_adds(&b, "four");
	buf_add_times(&b, 'x', 2);
	buf_addf(&b, "%s", "y");
	buf_add(&b, STR("z"));
	assert_string_equal(b.p, "");
	assert_int_equal(buf_finish(&b, "it", &err), -1);
	buf_release(&b);
}

static void count_up(void *what)
{
	++*(int *)what;
}

static void arena_gives_zeroed_memory_and_keeps_promises(void **state)
{
	struct arena a = ARENA_INIT;
	int count = 0;
	char *big;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		long *p = ARENA_NEW(&a, long);

		assert_int_equal(*p, 0);
		*p = -1;
	}
	big = arena_alloc(&a, 3000000);
	assert_int_equal(big[0] | big[2999999], 0);
	assert_string_equal(arena_printf(&a, "%d %s", 1, "b"), "1 b");
	assert_string_equal(arena_text(&a, STR("abc")), "abc");
	assert_string_equal(arena_text(&a, (struct str){NULL, 0}), "");
	arena_defer(&a, count_up, &count);
	arena_defer(&a, count_up, &count);
	arena_release(&a);
	assert_int_equal(count, 2);
	assert_null(a.block);
}

static void arrays_grow(void **state)
{
	struct arena a = ARENA_INIT;
	struct texts list = {NULL, 0, 0};

	(void)state;
	for (int i = 0; i < 100; i++)
		*vec_add(&a, &list) = arena_printf(&a, "%d", i);
	assert_int_equal(list.n, 100);
	assert_string_equal(list.v[0], "0");
	assert_string_equal(list.v[99], "99");
	arena_release(&a);
}

static void record_kinds_have_names(void **state)
{
	(void)state;
	for (int k = RECORD_ISSUE; k <= RECORD_MEMBER; k++)
		assert_int_equal(record_kind_parse(str_of(record_kind_name(
					 (enum record_kind)k))),
			k);
	assert_int_equal(record_kind_parse(STR("issues")), -1);
}

static void numbers_are_written_with_zeros_before_them(void **state)
{
	enum { ROOM = 64 };
	struct buf b;

	(void)state;
	buf_init(&b, ROOM);
	buf_add_number(&b, 0, 1);
	buf_addc(&b, ' ');
	buf_add_number(&b, 7, 2);
	buf_addc(&b, ' ');
	buf_add_number(&b, 2025, 2);
	buf_addc(&b, ' ');
	buf_add_number(&b, UINT64_MAX, 20);
	assert_string_equal(b.p, "0 07 2025 18446744073709551615");
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_error_sticks),
		cmocka_unit_test(error_text_is_printable),
		cmocka_unit_test(long_errors_are_cut),
		cmocka_unit_test(kinds_have_exit_statuses),
		cmocka_unit_test(buffer_grows_to_its_maximum),
		cmocka_unit_test(overflow_sticks),
		cmocka_unit_test(arena_gives_zeroed_memory_and_keeps_promises),
		cmocka_unit_test(arrays_grow),
		cmocka_unit_test(record_kinds_have_names),
		cmocka_unit_test(numbers_are_written_with_zeros_before_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
