/*
 * Running out of memory ends the process with one line and status 3.
 */
#include "unit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "xalloc.h"

/* No machine has it; volatile, so that the compiler does not know. */
static volatile size_t too_much = SIZE_MAX / 2;

static void ask_for_much(void)
{
	free(xmalloc(too_much));
}

static void grow_to_much(void)
{
	free(xrealloc(NULL, too_much));
}

static void multiply_much(void)
{
	free(xmalloc(xtimes(too_much, 3)));
}

/* ASan ends the process itself unless it is told that it may not. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}

/* What a child says on stderr, and how it ends. */
static int run(void (*act)(void), char *said, size_t size)
{
	int ends[2], status;
	ssize_t n, all = 0;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		dup2(ends[1], STDERR_FILENO);
		act();
		_exit(0);
	}
	close(ends[1]);
	while ((n = read(ends[0], said + all, size - 1 - (size_t)all)) > 0)
		all += n;
	said[all] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void running_out_of_memory_ends_the_process(void **state)
{
	static void (*const ACTS[])(void) = {
		ask_for_much, grow_to_much, multiply_much};
	char said[4096];

	(void)state;
	for (size_t i = 0; i < sizeof ACTS / sizeof ACTS[0]; i++) {
		assert_int_equal(run(ACTS[i], said, sizeof said), 3);
		assert_non_null(strstr(said, "okrsync: out of memory\n"));
	}
}

static void nothing_asked_for_is_something_to_free(void **state)
{
	void *p = xmalloc(0);

	(void)state;
	assert_non_null(p);
	free(p);
	assert_int_equal(xtimes(SIZE_MAX, 0), 0);
	assert_int_equal(xtimes(0, SIZE_MAX), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(running_out_of_memory_ends_the_process),
		cmocka_unit_test(nothing_asked_for_is_something_to_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
