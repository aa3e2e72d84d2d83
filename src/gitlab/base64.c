/*
 * Base64: three bytes, four letters.
 */
#include "base64_p.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "xalloc.h"

static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			      "abcdefghijklmnopqrstuvwxyz0123456789+/";

struct str base64_encode(struct arena *a, struct str bytes)
{
	char *to = arena_alloc(a, xtimes(bytes.n / 3 + 1, 4) + 1);
	size_t n = 0;

	assert(!bytes.n || bytes.p);
	for (size_t i = 0; i < bytes.n; i += 3) {
		size_t left = bytes.n - i;
		uint32_t v = (uint32_t)(unsigned char)bytes.p[i] << 16;

		if (left > 1)
			v |= (uint32_t)(unsigned char)bytes.p[i + 1] << 8;
		if (left > 2)
			v |= (unsigned char)bytes.p[i + 2];
		to[n++] = LETTERS[v >> 18];
		to[n++] = LETTERS[v >> 12 & 63];
		to[n++] = left > 1 ? LETTERS[v >> 6 & 63] : '=';
		to[n++] = left > 2 ? LETTERS[v & 63] : '=';
	}
	return (struct str){to, n};
}

/* The value of a letter, or -1. */
static int value_of(char c)
{
	const char *at = c ? strchr(LETTERS, c) : NULL;

	return at ? (int)(at - LETTERS) : -1;
}

bool base64_decode(struct arena *a, struct str text, struct str *out)
{
	char *to = arena_alloc(a, text.n / 4 * 3 + 4);
	size_t n = 0, letters = 0, pads = 0;
	uint32_t v = 0;

	for (size_t i = 0; i < text.n; i++) {
		int value = value_of(text.p[i]);

		if (text.p[i] == '\n' || text.p[i] == '\r')
			continue;
		if (text.p[i] == '=') {
			pads++;
			continue;
		}
		if (value < 0 || pads)
			return false;
		v = v << 6 | (uint32_t)value;
		if (++letters % 4)
			continue;
		to[n++] = (char)(v >> 16 & 255);
		to[n++] = (char)(v >> 8 & 255);
		to[n++] = (char)(v & 255);
	}
	if ((letters + pads) % 4 || pads > 2)
		return false;
	if (pads == 2)
		to[n++] = (char)(v >> 4 & 255);
	if (pads == 1) {
		to[n++] = (char)(v >> 10 & 255);
		to[n++] = (char)(v >> 2 & 255);
	}
	*out = (struct str){to, n};
	return true;
}
