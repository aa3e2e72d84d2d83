/*
 * Cells out of bytes.  One walk over the text; nothing here knows OKRs.
 */
#include "csv.h"

#include <string.h>

#include "utf.h"

enum { BYTES_MAX = 64 * 1024 * 1024, LOOK_LINES = 10 };

struct csv_reader {
	struct arena *a;
	const char *file;
	struct str rest;
	char separator;
	int line; /* of what comes next */
	struct csv *csv;
	struct err *err;
};

static bool is_utf8(struct str s)
{
	while (s.n) {
		size_t n = utf_length(s);

		if (!n)
			return false;
		s = str_sub(s, n, s.n);
	}
	return true;
}

/* What Windows-1252 has between 0x80 and 0x9F; 0 where it has nothing. */
static const unsigned short WINDOWS[] = {0x20ac, 0, 0x201a, 0x192, 0x201e,
	0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d,
	0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,
	0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178};

static struct str from_windows(struct arena *a, struct str s)
{
	struct buf b;
	struct str text;

	buf_init(&b, BYTES_MAX);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		char bytes[4];
		long code = c;

		if (c >= 0x80 && c < 0xa0)
			code = WINDOWS[c - 0x80] ? WINDOWS[c - 0x80]
						 : UTF_BROKEN;
		buf_add(&b, (struct str){bytes,
				    (size_t)(utf_put(bytes, code) - bytes)});
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}

/* "sep=;" on a line of its own, as Excel understands it. */
static bool take_hint(struct csv_reader *r)
{
	struct str rest = r->rest, line;

	if (!str_take_line(&rest, &line) || line.n != 5 ||
		!str_iskip(&line, "sep="))
		return false;
	r->separator = line.p[0];
	r->rest = rest;
	r->line++;
	return r->separator != '"';
}

/* The one that the first lines hold most of, what is quoted left aside. */
static char guess_separator(struct str s)
{
	static const char CHARS[] = {',', ';', '\t'};
	size_t counts[sizeof CHARS] = {0}, best = 0;
	bool quoted = false;
	int lines = 0;

	for (size_t i = 0; i < s.n && lines < LOOK_LINES; i++) {
		quoted ^= s.p[i] == '"';
		lines += !quoted && s.p[i] == '\n';
		for (size_t k = 0; k < sizeof CHARS && !quoted; k++)
			counts[k] += s.p[i] == CHARS[k];
	}
	for (size_t k = 1; k < sizeof CHARS; k++)
		if (counts[k] > counts[best])
			best = k;
	return CHARS[best];
}

/* At a line's end: takes it, whatever kind it is. */
static bool take_end(struct csv_reader *r)
{
	if (!str_skip(&r->rest, "\r\n") && !str_skip(&r->rest, "\n") &&
		!str_skip(&r->rest, "\r"))
		return false;
	r->line++;
	return true;
}

static bool is_end(const struct csv_reader *r)
{
	return !r->rest.n || r->rest.p[0] == r->separator ||
	       r->rest.p[0] == '\n' || r->rest.p[0] == '\r';
}

/* Behind the first quote: everything up to the last; "" is one. */
static int take_quoted(struct csv_reader *r, struct buf *b)
{
	int line = r->line;

	while (r->rest.n) {
		if (str_skip(&r->rest, "\"\"")) {
			buf_addc(b, '"');
		} else if (str_skip_char(&r->rest, '"')) {
			return 0;
		} else if (take_end(r)) {
			buf_addc(b, '\n');
		} else {
			buf_addc(b, r->rest.p[0]);
			r->rest = str_sub(r->rest, 1, r->rest.n);
		}
	}
	return err_set(r->err, ERR_DATA,
		"%s:%d: a cell begins with a quote (\") and does not end with "
		"one",
		r->file, line);
}

static int take_cell(struct csv_reader *r, struct str *cell)
{
	struct str s = r->rest;
	struct buf b;
	int rc = 0;

	while (r->rest.n && r->rest.p[0] == ' ' && r->separator != ' ')
		r->rest = str_sub(r->rest, 1, r->rest.n);
	if (!str_skip_char(&r->rest, '"')) {
		while (!is_end(r))
			r->rest = str_sub(r->rest, 1, r->rest.n);
		*cell = str_trim(str_sub(s, 0, s.n - r->rest.n));
		return 0;
	}
	buf_init(&b, BYTES_MAX);
	rc = take_quoted(r, &b);
	for (; !rc && !is_end(r); r->rest = str_sub(r->rest, 1, r->rest.n))
		buf_addc(&b, r->rest.p[0]);
	*cell = str_trim(arena_str(r->a, buf_str(&b)));
	buf_release(&b);
	return rc;
}

/* A row up to its end. */
static int take_row(struct csv_reader *r, struct csv_row *row)
{
	bool more = true;

	*row = (struct csv_row){.line = r->line};
	while (more) {
		struct str cell;

		if (take_cell(r, &cell))
			return -1;
		if (row->n == CSV_COLUMNS_MAX)
			return err_set(r->err, ERR_DATA,
				"%s:%d: there are more than %d columns; is it "
				"a CSV file?",
				r->file, row->line, CSV_COLUMNS_MAX);
		*vec_add(r->a, row) = cell;
		more = str_skip_char(&r->rest, r->separator);
	}
	(void)take_end(r);
	return 0;
}

static bool is_empty(const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->v[i].n)
			return false;
	return true;
}

static int take_rows(struct csv_reader *r)
{
	while (r->rest.n) {
		struct csv_row row;

		if (take_row(r, &row))
			return -1;
		if (is_empty(&row))
			continue;
		if (r->csv->n == CSV_ROWS_MAX)
			return err_set(r->err, ERR_DATA,
				"%s:%d: there are more than %d rows; split "
				"the file",
				r->file, row.line, CSV_ROWS_MAX);
		*vec_add(r->a, r->csv) = row;
	}
	return 0;
}

int csv_parse(struct arena *a, struct str text, const char *file,
	struct csv *csv, struct err *err)
{
	struct csv_reader r = {.a = a,
		.file = file,
		.rest = text,
		.line = 1,
		.csv = csv,
		.err = err};

	*csv = (struct csv){NULL, 0, 0};
	if (str_starts(text, "\xff\xfe") || str_starts(text, "\xfe\xff"))
		return err_set(err, ERR_DATA,
			"%s: it is UTF-16: save it as CSV in UTF-8", file);
	str_skip(&r.rest, "\xef\xbb\xbf");
	if (!is_utf8(r.rest))
		r.rest = from_windows(a, r.rest);
	if (!take_hint(&r))
		r.separator = guess_separator(r.rest);
	return take_rows(&r);
}
