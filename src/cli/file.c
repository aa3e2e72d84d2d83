/*
 * Whole files into memory, bounded, and out of it.
 */
#include "cli_p.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

enum { CHUNK_BYTES = 64 * 1024 };

static int read_stream(
	FILE *in, const char *path, size_t max, struct buf *b, struct err *err)
{
	char chunk[CHUNK_BYTES];
	size_t n;

	while ((n = fread(chunk, 1, sizeof chunk, in)) > 0 && !b->over)
		buf_add(b, (struct str){chunk, n});
	if (ferror(in))
		return err_set(err, ERR_IO, "cannot read '%s': %s", path,
			strerror(errno));
	if (b->over)
		return err_set(err, ERR_DATA, "'%s' is larger than %zu bytes",
			path, max);
	return 0;
}

int file_read(struct arena *a, const char *path, size_t max, struct str *text,
	struct err *err)
{
	bool is_stdin = strcmp(path, "-") == 0;
	FILE *in = is_stdin ? stdin : fopen(path, "rb");
	struct buf b;
	int rc;

	assert(max > 0);
	if (!in)
		return err_set(err, ERR_IO, "cannot open '%s': %s", path,
			strerror(errno));
	buf_init(&b, max);
	rc = read_stream(in, path, max, &b, err);
	if (!rc)
		*text = arena_str(a, buf_str(&b));
	buf_release(&b);
	if (!is_stdin)
		fclose(in);
	return rc;
}

int file_write(const char *path, struct str text, struct err *err)
{
	FILE *out;
	int bad;

	if (strcmp(path, "-") == 0) {
		fwrite(text.p, 1, text.n, stdout);
		return 0;
	}
	out = fopen(path, "wb");
	if (!out)
		return err_set(err, ERR_IO, "cannot write '%s': %s", path,
			strerror(errno));
	bad = fwrite(text.p, 1, text.n, out) != text.n;
	bad |= fclose(out) != 0;
	if (bad)
		return err_set(err, ERR_IO, "cannot write '%s': %s", path,
			strerror(errno));
	return 0;
}
