/*
 * The source's characters made regular, and its front matter taken off.
 */
#include "doc_line_p.h"
#include "doc_p.h"

#include "attr.h"
#include "buf.h"

enum {
	NO_BREAK_SPACE = 0xA0,
	BYTE_ORDER_MARK = 0xFEFF,
	KEYCAP = 0x20E3, /* the box around a digit, behind U+FE0F */
};

static bool is_dropped(long c)
{
	return c == 0x200B || c == 0x2060 || c == BYTE_ORDER_MARK ||
	       c == '\v' || c == '\f' || c == 0x7F;
}

static void clean_char(struct buf *b, struct str *s)
{
	struct str rest = *s;
	long c = utf8_take(s);

	if (c < 0 || c == 0) {
		utf8_add(b, 0xFFFD);
	} else if (c == NO_BREAK_SPACE || c == 0x202F) {
		buf_addc(b, ' ');
	} else if (c == '\r') {
		str_skip_char(s, '\n');
		buf_addc(b, '\n');
	} else if (c == KEYCAP) { /* a number, as in "1)" */
		buf_addc(b, ')');
		if (s->n && str_is_alpha(s->p[0]))
			buf_addc(b, ' ');
	} else if (c == 0x2028 || c == 0x2029) {
		buf_addc(b, ' ');
	} else if (c >= ' ' || c == '\n' || c == '\t') {
		if (!is_dropped(c) &&
			!(c == 0xFE0F && str_starts(*s, "\u20e3")))
			buf_add(b, str_sub(rest, 0, rest.n - s->n));
	}
}

struct str doc_bytes(struct arena *a, struct str s)
{
	struct buf b;
	struct str clean;

	buf_init(&b, s.n * 3 + 1); /* one bad byte is three of U+FFFD */
	while (s.n) {
		size_t plain = 0;

		while (plain < s.n && s.p[plain] >= ' ' && s.p[plain] < 0x7F)
			plain++;
		buf_add(&b, str_sub(s, 0, plain));
		s = str_sub(s, plain, s.n);
		if (s.n)
			clean_char(&b, &s);
	}
	clean = arena_str(a, buf_str(&b));
	buf_release(&b);
	return clean;
}

static bool is_fence_line(struct str line, const char *mark)
{
	return str_is(str_trim_right(line), mark);
}

/* A line that only front matter would have near its top: "key: value". */
static bool is_key_line(struct str line, char sep)
{
	size_t n = 0;

	while (n < line.n && (str_is_alnum(line.p[n]) || line.p[n] == '_' ||
				     line.p[n] == '-'))
		n++;
	line = str_trim_left(str_sub(line, n, line.n));
	return n && str_skip_char(&line, sep);
}

bool doc_take_front(struct str *text, struct clean *c, int *line_no)
{
	struct str s = *text, line, from;
	bool keyed = false, toml;
	int n = *line_no + 1;

	if (!str_take_line(&s, &line))
		return false;
	toml = is_fence_line(line, "+++");
	if (!toml && !is_fence_line(line, "---"))
		return false;
	from = s;
	for (size_t used = s.n; str_take_line(&s, &line); used = s.n) {
		n++;
		if (is_fence_line(line, toml ? "+++" : "---") ||
			(!toml && is_fence_line(line, "..."))) {
			if (!keyed)
				return false;
			c->front = str_sub(from, 0, from.n - used);
			c->front_line = *line_no + 2;
			*text = s;
			*line_no = n;
			return true;
		}
		keyed = keyed || is_key_line(line, toml ? '=' : ':');
	}
	return false;
}
