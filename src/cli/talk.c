/*
 * Talking to the person at the terminal: remarks and progress on stderr.
 * What comes from outside is made printable and cut at 4 KiB.
 */
#include "cli_p.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>
#include <time.h>

#include "escape.h"

enum {
	REMARK_BYTES = 4096,
	CLEAN_BYTES = 3 * REMARK_BYTES,
	LINE_BYTES = 4 * 1024 * 1024,
	RATE_AFTER_MS = 500,
};

PRINTF(3, 0)
static void speak(
	const struct run *run, const char *prefix, const char *fmt, va_list ap)
{
	char text[REMARK_BYTES];
	struct buf clean;

	vsnprintf(text, sizeof text, fmt, ap);
	buf_init(&clean, CLEAN_BYTES);
	escape_clean(&clean, str_of(text));
	fprintf(stderr, "%s%s\n", prefix, clean.p);
	if (run->heard)
		buf_addf(run->heard, "%s%s\n", prefix, clean.p);
	buf_release(&clean);
}

void progress_end(const struct run *run)
{
	if (run->terminal && !run->s.quiet)
		fputs("\r\033[K", stderr);
}

static int64_t clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* How many a second; 0 while that is not known. */
static long rate_of(struct meter *m, const char *what, long done)
{
	int64_t now = clock_ms();

	if (!m->what || strcmp(m->what, what) != 0)
		*m = (struct meter){what, now, done};
	if (now - m->since_ms < RATE_AFTER_MS)
		return 0;
	return (long)((done - m->from) * 1000 / (now - m->since_ms));
}

void progress(const struct run *run, const char *what, long done, long all)
{
	long rate = 0;

	assert(done >= 0);
	if (!run->terminal || run->s.quiet)
		return;
	if (run->meter)
		rate = rate_of(run->meter, what, done);
	fprintf(stderr, "\r\033[K%s: %ld", what, done);
	if (all > 0)
		fprintf(stderr, " of %ld (%ld %%)", all, 100 * done / all);
	if (rate > 0)
		fprintf(stderr, ", %ld a second", rate);
	fflush(stderr);
}

void say(const struct run *run, const char *fmt, ...)
{
	va_list ap;

	if (run->s.quiet)
		return;
	progress_end(run);
	va_start(ap, fmt);
	speak(run, "", fmt, ap);
	va_end(ap);
}

void detail(const struct run *run, const char *fmt, ...)
{
	va_list ap;

	if (!run->s.verbose)
		return;
	progress_end(run);
	va_start(ap, fmt);
	speak(run, "", fmt, ap);
	va_end(ap);
}

void warn(const struct run *run, const char *fmt, ...)
{
	va_list ap;

	progress_end(run);
	va_start(ap, fmt);
	speak(run, "okrsync: warning: ", fmt, ap);
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
