/*
 * One character of UTF-8.
 */
#include "utf.h"

#include <assert.h>

static unsigned char byte_at(struct str s, size_t i)
{
	return i < s.n ? (unsigned char)s.p[i] : 0;
}

static int is_tail(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* The second byte tells what the first alone does not. */
static int is_pair(unsigned char a, unsigned char b)
{
	if (!is_tail(b))
		return 0;
	switch (a) {
	case 0xe0:
		return b >= 0xa0;
	case 0xed:
		return b <= 0x9f;
	case 0xf0:
		return b >= 0x90;
	case 0xf4:
		return b <= 0x8f;
	default:
		return 1;
	}
}

size_t utf_length(struct str s)
{
	unsigned char a = byte_at(s, 0);

	assert(s.n);
	if (a < 0x80)
		return 1;
	if (a < 0xc2 || a > 0xf4 || !is_pair(a, byte_at(s, 1)))
		return 0;
	if (a < 0xe0)
		return 2;
	if (!is_tail(byte_at(s, 2)))
		return 0;
	if (a < 0xf0)
		return 3;
	return is_tail(byte_at(s, 3)) ? 4 : 0;
}

char *utf_put(char *out, long c)
{
	assert(c >= 0 && c <= 0x10ffff);
	if (c < 0x80) {
		*out++ = (char)c;
		return out;
	}
	if (c < 0x800) {
		*out++ = (char)(0xc0 | c >> 6);
	} else if (c < 0x10000) {
		*out++ = (char)(0xe0 | c >> 12);
		*out++ = (char)(0x80 | (c >> 6 & 0x3f));
	} else {
		*out++ = (char)(0xf0 | c >> 18);
		*out++ = (char)(0x80 | (c >> 12 & 0x3f));
		*out++ = (char)(0x80 | (c >> 6 & 0x3f));
	}
	*out++ = (char)(0x80 | (c & 0x3f));
	return out;
}
