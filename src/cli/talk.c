/*
 * Talking to the person at the terminal: remarks and progress on stderr.
 * What comes from outside is made printable and cut at 4 KiB.
 */
#include "cli_p.h"

#include <assert.h>
#include <stdarg.h>

#include "escape.h"

enum {
	REMARK_BYTES = 4096,
	CLEAN_BYTES = 3 * REMARK_BYTES,
	LINE_BYTES = 4 * 1024 * 1024,
};

PRINTF(2, 0)
static void speak(const char *prefix, const char *fmt, va_list ap)
{
	char text[REMARK_BYTES];
	struct buf clean;

	vsnprintf(text, sizeof text, fmt, ap);
	buf_init(&clean, CLEAN_BYTES);
	escape_clean(&clean, str_of(text));
	fprintf(stderr, "%s%s\n", prefix, clean.p);
	buf_release(&clean);
}

void progress_end(const struct run *run)
{
	if (run->terminal && !run->s.quiet)
		fputs("\r\033[K", stderr);
}

void progress(const struct run *run, const char *what, long done, long all)
{
	if (!run->terminal || run->s.quiet)
		return;
	if (all > 0)
		fprintf(stderr, "\r\033[K%s: %ld of %ld (%ld %%)", what, done,
			all, 100 * done / all);
	else
		fprintf(stderr, "\r\033[K%s: %ld", what, done);
	fflush(stderr);
}

void say(const struct run *run, const char *fmt, ...)
{
	va_list ap;

	if (run->s.quiet)
		return;
	progress_end(run);
	va_start(ap, fmt);
	speak("", fmt, ap);
	va_end(ap);
}

void detail(const struct run *run, const char *fmt, ...)
{
	va_list ap;

	if (!run->s.verbose)
		return;
	progress_end(run);
	va_start(ap, fmt);
	speak("", fmt, ap);
	va_end(ap);
}

void warn(const struct run *run, const char *fmt, ...)
{
	va_list ap;

	progress_end(run);
	va_start(ap, fmt);
	speak("okrsync: warning: ", fmt, ap);
	va_end(ap);
}

void answer(const char *fmt, ...)
{
	struct buf line, clean;
	va_list ap;

	buf_init(&line, LINE_BYTES);
	buf_init(&clean, 3 * LINE_BYTES);
	va_start(ap, fmt);
	buf_vaddf(&line, fmt, ap);
	va_end(ap);
	escape_clean(&clean, buf_str(&line));
	fwrite(clean.p, 1, clean.n, stdout);
	fputc('\n', stdout);
	fflush(stdout);
	buf_release(&line);
	buf_release(&clean);
}
