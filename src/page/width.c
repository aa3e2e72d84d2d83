/*
 * Display width, by Unicode's own tables.
 */
#include "width.h"

#include <assert.h>
#include <utf8proc.h>

/* Takes one code point; returns its columns. */
static int take(struct str *text)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text->p,
		(utf8proc_ssize_t)text->n, &c);

	if (n <= 0) {
		*text = str_sub(*text, 1, text->n);
		return 1;
	}
	*text = str_sub(*text, (size_t)n, text->n);
	return c < 0x20 || c == 0x7f ? 1 : utf8proc_charwidth(c);
}

int width_of(struct str text)
{
	int columns = 0;

	while (text.n)
		columns += take(&text);
	return columns;
}

/* The longest prefix of text that fits. */
static struct str prefix(struct str text, int columns)
{
	struct str rest = text;
	size_t fits = 0;

	while (rest.n) {
		columns -= take(&rest);
		if (columns < 0)
			break;
		fits = text.n - rest.n;
	}
	return str_sub(text, 0, fits);
}

void width_pad(struct buf *b, struct str text, int columns, int right)
{
	int width = width_of(text);
	int blanks;

	assert(columns > 0);
	if (width > columns && columns > 3) {
		text = prefix(text, columns - 3);
		width = width_of(text) + 3;
		buf_add(b, text);
		buf_adds(b, "...");
		text = (struct str){NULL, 0};
	} else if (width > columns) {
		text = prefix(text, columns);
		width = width_of(text);
	}
	blanks = columns > width ? columns - width : 0;
	if (right)
		buf_add_times(b, ' ', (size_t)blanks);
	buf_add(b, text);
	if (!right)
		buf_add_times(b, ' ', (size_t)blanks);
}
