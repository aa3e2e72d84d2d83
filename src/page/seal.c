/*
 * Seals: a last line of fixed length, taken off again to check it.
 */
#include "seal.h"

#include <assert.h>
#include <stdio.h>

#include "buf.h"

enum { DIGITS = 16 };

#define JSON_END "\n}\n"
#define JSON_BEGIN ",\n  \"okrsync\": \""
#define JSON_CLOSE "\"" JSON_END
#define SVG_END "</svg>\n"
#define SVG_BEGIN "<!-- okrsync:"
#define SVG_CLOSE " -->\n"

uint64_t seal_checksum(struct str text)
{
	uint64_t sum = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\r' && i + 1 < text.n &&
			text.p[i + 1] == '\n')
			continue;
		sum = (sum ^ (unsigned char)text.p[i]) *
		      UINT64_C(0x100000001b3);
	}
	return sum;
}

/* The first n bytes of text, the seal of all of it, and how it closes. */
static struct str seal(struct arena *a, struct str text, size_t n,
	const char *begin, const char *close)
{
	size_t tail = strlen(begin) + DIGITS + strlen(close);
	char *p = arena_alloc(a, n + tail + 1); /* megabytes, copied once */

	memcpy(p, text.p, n);
	snprintf(p + n, tail + 1, "%s%016llx%s", begin,
		(unsigned long long)seal_checksum(text), close);
	return (struct str){p, n + tail};
}

struct str seal_json(struct arena *a, struct str text)
{
	assert(str_ends(text, JSON_END));
	return seal(a, text, text.n - strlen(JSON_END), JSON_BEGIN, JSON_CLOSE);
}

struct str seal_svg(struct arena *a, struct str text)
{
	assert(str_ends(text, SVG_END));
	return seal(a, text, text.n, SVG_BEGIN, SVG_CLOSE);
}

/* Sealed again, what stands before the seal is the same text. */
static bool is_sealed(struct str text, const char *begin, const char *close,
	const char *end, struct str (*again)(struct arena *, struct str))
{
	size_t tail = strlen(begin) + DIGITS + strlen(close);
	struct arena a = ARENA_INIT;
	struct buf b;
	bool same;

	if (text.n < tail)
		return false;
	buf_init(&b, text.n);
	buf_add(&b, str_sub(text, 0, text.n - tail));
	if (!str_ends(buf_str(&b), end))
		buf_adds(&b, end);
	same = str_eq(again(&a, buf_str(&b)), text);
	buf_release(&b);
	arena_release(&a);
	return same;
}

bool seal_is_whole(struct str text)
{
	return is_sealed(text, JSON_BEGIN, JSON_CLOSE, JSON_END, seal_json) ||
	       is_sealed(text, SVG_BEGIN, SVG_CLOSE, SVG_END, seal_svg);
}
