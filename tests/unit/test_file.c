/*
 * Whole files: what is too large, missing or no file is one sentence.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli_p.h"

struct place {
	struct arena a;
	char folder[64];
	const char *file; /* in it; not there yet */
};

static int set_up(void **state)
{
	struct place *p = calloc(1, sizeof *p);

	assert_non_null(p);
	snprintf(p->folder, sizeof p->folder, "/tmp/okrsync-XXXXXX");
	assert_non_null(mkdtemp(p->folder));
	p->file = arena_printf(&p->a, "%s/text", p->folder);
	*state = p;
	return 0;
}

static int tear_down(void **state)
{
	struct place *p = *state;

	unlink(p->file);
	rmdir(p->folder);
	arena_release(&p->a);
	free(p);
	return 0;
}

static void what_is_written_is_read_again(void **state)
{
	struct place *p = *state;
	struct err err = ERR_INIT;
	struct str text;

	assert_int_equal(file_write(p->file, str_of("one\ntwo\n"), &err), 0);
	assert_int_equal(file_read(&p->a, p->file, 8, &text, &err), 0);
	assert_true(str_is(text, "one\ntwo\n"));
	assert_int_equal(file_write(p->file, str_of("short"), &err), 0);
	assert_int_equal(file_read(&p->a, p->file, 8, &text, &err), 0);
	assert_true(str_is(text, "short"));
}

static void too_large_a_file_is_an_error(void **state)
{
	struct place *p = *state;
	struct err err = ERR_INIT;
	struct str text;

	assert_int_equal(file_write(p->file, str_of("123456789"), &err), 0);
	assert_int_equal(file_read(&p->a, p->file, 8, &text, &err), -1);
	assert_int_equal(err.kind, ERR_DATA);
	assert_non_null(strstr(err.text, "' is larger than 8 bytes"));
}

static void a_folder_is_no_file(void **state)
{
	struct place *p = *state;
	struct err err = ERR_INIT;
	struct str text;

	assert_int_equal(file_read(&p->a, p->folder, 8, &text, &err), -1);
	assert_int_equal(err.kind, ERR_IO);
	assert_non_null(strstr(err.text, "cannot read '/tmp/okrsync-"));
	err_clear(&err);
	assert_int_equal(file_write(p->folder, str_of("x"), &err), -1);
	assert_non_null(strstr(err.text, "cannot write '/tmp/okrsync-"));
}

static void what_is_not_there_is_an_error(void **state)
{
	struct place *p = *state;
	struct err err = ERR_INIT;
	struct str text;

	assert_int_equal(file_read(&p->a, p->file, 8, &text, &err), -1);
	assert_int_equal(err.kind, ERR_IO);
	assert_non_null(strstr(err.text, "cannot open '"));
}

static void a_full_disk_is_an_error(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	if (access("/dev/full", W_OK))
		skip();
	assert_int_equal(file_write("/dev/full", str_of("x"), &err), -1);
	assert_int_equal(err.kind, ERR_IO);
	assert_non_null(strstr(err.text, "cannot write '/dev/full': "));
}

#define WITH_PLACE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_PLACE(what_is_written_is_read_again),
		WITH_PLACE(too_large_a_file_is_an_error),
		WITH_PLACE(a_folder_is_no_file),
		WITH_PLACE(what_is_not_there_is_an_error),
		cmocka_unit_test(a_full_disk_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
