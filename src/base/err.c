/*
 * Errors as values: the text is made safe for a terminal here, once, since
 * parts of it come from servers and files.
 */
#include "err.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "str.h"
#include "utf.h"

/* C1 controls, and the marks that turn the direction of text around. */
static int is_unseen(const unsigned char *p, size_t n)
{
	if (n == 2)
		return p[0] == 0xc2 && p[1] < 0xa0;
	if (n == 3 && p[0] == 0xe2 && p[1] == 0x80)
		return (p[2] >= 0x8b && p[2] <= 0x8f) ||
		       (p[2] >= 0xa8 && p[2] <= 0xae);
	return n == 3 && p[0] == 0xe2 && p[1] == 0x81 && p[2] >= 0xa0;
}

static void make_printable(char *text)
{
	unsigned char *p = (unsigned char *)text;
	size_t left = strlen(text);

	while (left) {
		size_t n = utf_length((struct str){(const char *)p, left});

		if (!n || *p < ' ' || *p == 0x7f || is_unseen(p, n)) {
			if (!n)
				n = 1;
			memset(p, *p == '\n' || *p == '\t' ? ' ' : '?', n);
		}
		p += n;
		left -= n;
	}
}

PRINTF(3, 0)
static void set(
	struct err *err, enum err_kind kind, const char *fmt, va_list ap)
{
	assert(err && kind != ERR_NONE);
	if (err->kind != ERR_NONE)
		return;
	err->kind = kind;
	vsnprintf(err->text, sizeof err->text, fmt, ap);
	assert(*err->text); /* an error without words helps nobody */
	make_printable(err->text);
}

int err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set(err, kind, fmt, ap);
	va_end(ap);
	return -1;
}

void *err_null(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set(err, kind, fmt, ap);
	va_end(ap);
	return NULL;
}

int err_wrap(struct err *err, const char *fmt, ...)
{
	char context[sizeof err->text];
	char whole[2 * sizeof err->text + 2];
	va_list ap;

	assert(err && err->kind != ERR_NONE);
	va_start(ap, fmt);
	vsnprintf(context, sizeof context, fmt, ap);
	va_end(ap);
	snprintf(whole, sizeof whole, "%s: %s", context, err->text);
	whole[sizeof err->text - 1] = '\0';
	memcpy(err->text, whole, sizeof err->text);
	make_printable(err->text);
	return -1;
}

void err_clear(struct err *err)
{
	assert(err);
	err->kind = ERR_NONE;
	err->text[0] = '\0';
}

int err_exit_status(enum err_kind kind)
{
	switch (kind) {
	case ERR_NONE:
		return 0;
	case ERR_USAGE:
	case ERR_CONFIG:
		return 2;
	case ERR_GITLAB:
	case ERR_REPO:
	case ERR_IO:
	case ERR_DATA:
		break;
	}
	return 3;
}
