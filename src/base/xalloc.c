/*
 * The one place where running out of memory ends the process.
 */
#include "xalloc.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "err.h"

static NORETURN void die(void)
{
	fputs("okrsync: out of memory\n", stderr);
	exit(err_exit_status(ERR_IO));
}

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (!p)
		die();
	return p;
}

void *xrealloc(void *p, size_t size)
{
	p = realloc(p, size ? size : 1);
	if (!p)
		die();
	return p;
}

size_t xtimes(size_t a, size_t b)
{
	if (b && a > SIZE_MAX / b)
		die();
	return a * b;
}
