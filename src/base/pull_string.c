/*
 * Strings of the pull reader: scanned eight bytes at a time, decoded only
 * when somebody wants them.
 */
#include "pull_p.h"

#include <string.h>

#include "utf.h"

#define EACH_BYTE(c) (0x0101010101010101u * (c))

enum { WORD = sizeof(uint64_t), BLOCK = 16 };

static struct str rest_of(const char *p, const char *end)
{
	return (struct str){p, (size_t)(end - p)};
}

static uint64_t load_word(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	return w;
}

/* In each byte of a word that a scan of a string must look at (a quote, a
 * backslash, a control character, a byte of a longer sequence) the highest
 * bit.  The test for a zero byte in x is (x - 0x01..) & ~x & 0x80..; a borrow
 * may add hits above a true one, never below, and never makes one alone. */
static uint64_t find_special(uint64_t w)
{
	uint64_t quote = w ^ EACH_BYTE('"'), slash = w ^ EACH_BYTE('\\');
	uint64_t hits = ((quote - EACH_BYTE(1)) & ~quote) |
			((slash - EACH_BYTE(1)) & ~slash) |
			((w - EACH_BYTE(' ')) & ~w) | w;

	return hits & EACH_BYTE(0x80);
}

#ifdef __SSE2__
/* The same for a block: a bit for each of its bytes. Those of longer
 * sequences are negative. */
static unsigned find_in_block(const char *p)
{
	typedef signed char block __attribute__((vector_size(BLOCK)));
	typedef char bytes __attribute__((vector_size(BLOCK)));
	block b;

	memcpy(&b, p, sizeof b);
	return (unsigned)__builtin_ia32_pmovmskb128(
		(bytes)((b < ' ') | (b == '"') | (b == '\\')));
}
#endif

/* The first such byte, or the end. */
static const char *skip_plain(const char *p, const char *end)
{
#ifdef __SSE2__
	for (; end - p >= BLOCK; p += BLOCK) {
		unsigned hits = find_in_block(p);

		if (hits)
			return p + __builtin_ctz(hits);
	}
#endif
	while (end - p >= WORD && !find_special(load_word(p)))
		p += WORD;
	while (p < end && (signed char)*p >= ' ' && *p != '"' && *p != '\\')
		p++;
	return p;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = str_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The four hex digits behind \u, or -1. */
static long hex_four(const char *p, const char *end)
{
	long value = 0;

	if (end - p < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		int digit = hex_digit(p[i]);

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

static bool is_high(long unit)
{
	return unit >= 0xd800 && unit <= 0xdbff;
}

static bool is_low(long unit)
{
	return unit >= 0xdc00 && unit <= 0xdfff;
}

/* The character of the \u escape whose backslash is at s, and the escape's
 * length; -1 when its digits are wrong, and the half itself (one escape long)
 * when half a pair stands alone. */
static long escaped_char(const char *s, const char *end, size_t *length)
{
	long unit = hex_four(s + 2, end), low;

	*length = 6;
	if (!is_high(unit) || end - s < 12 || s[6] != '\\' || s[7] != 'u')
		return unit;
	low = hex_four(s + 8, end);
	if (!is_low(low))
		return unit;
	*length = 12;
	return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}

static bool is_escape(char c)
{
	switch (c) {
	case '"':
	case '\\':
	case '/':
	case 'b':
	case 'f':
	case 'n':
	case 'r':
	case 't':
		return true;
	default:
		return false;
	}
}

/* Checks the escape at the cursor and steps over it. */
static bool skip_escape(struct pull *p)
{
	size_t length;
	long c;

	if (p->end - p->p < 2)
		return pull_wrong_at(p, p->end, PULL_CUT);
	if (p->p[1] != 'u') {
		if (!is_escape(p->p[1]))
			return pull_wrong(p, "an unknown escape in a string");
		p->p += 2;
		return true;
	}
	c = escaped_char(p->p, p->end, &length);
	if (c < 0)
		return pull_wrong(p, "an escape \\u without four hex digits");
	if ((is_high(c) || is_low(c)) && !p->lax)
		return pull_wrong(p, "half a surrogate pair in a string");
	p->p += length;
	return true;
}

/* Steps over the bytes of a longer sequence. */
static bool skip_sequence(struct pull *p)
{
	size_t n = utf_length(rest_of(p->p, p->end));

	if (!n && !p->lax)
		return pull_wrong(p, "a string is not valid UTF-8");
	p->p += n ? n : 1;
	return true;
}

bool pull_scan_string(struct pull *p, struct str *inner, bool *decode)
{
	const char *begin = ++p->p;

	*decode = false;
	for (;;) {
		p->p = skip_plain(p->p, p->end);
		if (p->p == p->end)
			return pull_wrong(p, PULL_CUT);
		if (*p->p == '"')
			break;
		if ((unsigned char)*p->p < ' ')
			return pull_wrong(p, "a control character in a string");
		*decode |= *p->p == '\\' || p->lax;
		if (!(*p->p == '\\' ? skip_escape(p) : skip_sequence(p)))
			return false;
	}
	*inner = (struct str){begin, (size_t)(p->p++ - begin)};
	return true;
}

/* What cannot be said in a text is said to be broken. */
static char *put_char(char *out, long c)
{
	return utf_put(out, !c || is_high(c) || is_low(c) ? UTF_BROKEN : c);
}

static char *put_word(char *out, const char *word)
{
	memcpy(out, word, WORD);
	return out + WORD;
}

static char unescape(char c)
{
	static const char FROM[] = "bfnrt", TO[] = "\b\f\n\r\t";
	const char *at = strchr(FROM, c);

	return at ? TO[at - FROM] : c;
}

/* Decodes one escape or longer sequence of a checked string. */
static const char *decode_one(const char *s, const char *end, char **out)
{
	size_t n;

	if (*s != '\\') {
		n = utf_length(rest_of(s, end));
		if (!n) {
			*out = put_char(*out, UTF_BROKEN);
			return s + 1;
		}
		memcpy(*out, s, n);
		*out += n;
		return s + n;
	}
	if (s[1] == 'u') {
		*out = put_char(*out, escaped_char(s, end, &n));
		return s + n;
	}
	*(*out)++ = unescape(s[1]);
	return s + 2;
}

struct str pull_decode_string(struct pull *p, struct str inner)
{
	const char *s = inner.p, *end = s + inner.n;
	char *begin, *out;

	begin = out = arena_alloc(p->arena, inner.n * (p->lax ? 3 : 1) + 1);
	while (s < end) {
		for (; end - s >= WORD && !find_special(load_word(s));
			s += WORD)
			out = put_word(out, s);
		while (s < end && *s != '\\' && (unsigned char)*s < 0x80)
			*out++ = *s++;
		if (s < end)
			s = decode_one(s, end, &out);
	}
	return (struct str){begin, (size_t)(out - begin)};
}
