/*
 * Text that stays text in markdown: CommonMark, GitHub's, GitLab's and Hugo's
 * dialects with all their extensions.  One table tells what may stand for
 * itself; the rest depends on its neighbours.
 */
#include "escape_p.h"

struct piece {
	struct str s;
	bool start; /* may come first on a line */
};

/* The byte at i, or 0 beyond the ends. */
static char at(const struct piece *p, size_t i)
{
	return i < p->s.n ? p->s.p[i] : '\0';
}

static char before(const struct piece *p, size_t i)
{
	return i > 0 ? p->s.p[i - 1] : '\0';
}

/* Blank or the end of the piece. */
static bool ends_at(const struct piece *p, size_t i)
{
	return i >= p->s.n || p->s.p[i] == ' ';
}

/* "&lt;", "&#1" and the like; a plain "R&D" is not. */
static bool is_entity(const struct piece *p, size_t i)
{
	size_t n = i + 1;

	if (at(p, n) == '#' || str_is_digit(at(p, n)))
		return true;
	while (str_is_alnum(at(p, n)))
		n++;
	return n == p->s.n || at(p, n) == ';';
}

/* ":smile:". Hugo looks for these before markdown is read, so that a
 * backslash does not help. */
static bool is_emoji(const struct piece *p, size_t i)
{
	size_t n = i + 1;

	if (p->s.p[i] != ':')
		return false;
	while (str_is_alnum(at(p, n)) || at(p, n) == '_' || at(p, n) == '-' ||
		at(p, n) == '+')
		n++;
	return n > i + 1 && at(p, n) == ':';
}

/* "www." at the dot. */
static bool is_www(const struct piece *p, size_t i)
{
	return i >= 3 && str_iis(str_sub(p->s, i - 3, i), "www");
}

/* Is the '.' or ')' at i the end of a list item's number? */
static bool is_list_number(const struct piece *p, size_t i)
{
	if (!p->start || i == 0 || i > 9 || !ends_at(p, i + 1))
		return false;
	for (size_t k = 0; k < i; k++)
		if (!str_is_digit(p->s.p[k]))
			return false;
	return true;
}

/* "snake_case" is no emphasis. */
static bool is_underline(const struct piece *p, size_t i)
{
	return !str_is_alnum(before(p, i)) || !str_is_alnum(at(p, i + 1));
}

/* "!12", or what a link may follow. */
static bool is_merge_request(const struct piece *p, size_t i)
{
	return str_is_digit(at(p, i + 1)) || i + 1 == p->s.n;
}

/* "%Q1", "%\"Q 1\"": GitLab's milestones. */
static bool is_milestone(const struct piece *p, size_t i)
{
	char next = at(p, i + 1);

	return str_is_alnum(next) || next == '"' || (unsigned char)next > 127;
}

/* "- item", "---"; "a--b". */
static bool is_dash(const struct piece *p, size_t i)
{
	char c = p->s.p[i], next = at(p, i + 1);

	if (before(p, i) == c)
		return true;
	return i == 0 && p->start && (ends_at(p, 1) || next == c);
}

/* "==" marks text, and underlines a heading. */
static bool is_equals(const struct piece *p, size_t i)
{
	return before(p, i) == '=' || (i == 0 && p->start);
}

/* ": definition", "https://". */
static bool is_colon(const struct piece *p, size_t i)
{
	return i == 0 || (at(p, i + 1) == '/' && at(p, i + 2) == '/');
}

static bool is_dot(const struct piece *p, size_t i)
{
	return is_www(p, i) || is_list_number(p, i);
}

static bool needs_backslash(const struct piece *p, size_t i)
{
	static bool (*const ASK[128])(const struct piece *, size_t) = {
		['_'] = is_underline,
		['!'] = is_merge_request,
		['%'] = is_milestone,
		['&'] = is_entity,
		['-'] = is_dash,
		['+'] = is_dash,
		['='] = is_equals,
		[':'] = is_colon,
		['.'] = is_dot,
		[')'] = is_list_number,
	};
	unsigned char c = (unsigned char)p->s.p[i];

	if (c && strchr("\\`*[]~^$#@", c))
		return true;
	return c < COUNT_OF(ASK) && ASK[c] && ASK[c](p, i);
}

/* How many bytes from i on stand for themselves wherever they are: none that
 * has an entity or is looked at by needs_backslash() or is_emoji(). */
static size_t plain_length(struct str text, size_t i)
{
	static const bool LOOKED_AT[256] = {
		['<'] = true,
		['>'] = true,
		['|'] = true,
		['{'] = true,
		['}'] = true,
		['\\'] = true,
		['`'] = true,
		['*'] = true,
		['['] = true,
		[']'] = true,
		['~'] = true,
		['^'] = true,
		['$'] = true,
		['#'] = true,
		['@'] = true,
		['_'] = true,
		['!'] = true,
		['%'] = true,
		['&'] = true,
		['-'] = true,
		['+'] = true,
		['='] = true,
		[':'] = true,
		['.'] = true,
		[')'] = true,
	};
	size_t n = 0;

	while (i + n < text.n && !LOOKED_AT[(unsigned char)text.p[i + n]])
		n++;
	return n;
}

void markdown_piece(struct buf *b, struct str text, bool start)
{
	static const char *const ENTITIES[128] = {
		['<'] = "&lt;",
		['>'] = "&gt;",
		['|'] = "&#124;",
		['{'] = "&#123;",
		['}'] = "&#125;",
	};
	struct piece p = {text, start};

	for (size_t i = 0; i < text.n; i++) {
		size_t plain = plain_length(text, i);
		unsigned char c;

		buf_add(b, str_sub(text, i, i + plain));
		i += plain;
		if (i == text.n)
			break;
		c = (unsigned char)text.p[i];
		if (c < 128 && ENTITIES[c]) {
			buf_adds(b, ENTITIES[c]);
			continue;
		}
		if (is_emoji(&p, i)) {
			buf_adds(b, "&#58;");
			continue;
		}
		if (needs_backslash(&p, i))
			buf_addc(b, '\\');
		buf_addc(b, (char)c);
	}
}

bool markdown_box(struct buf *b, struct str text)
{
	if (text.n != 1 || str_lower(text.p[0]) != 'x')
		return false;
	buf_addf(b, "&#%d;", text.p[0]);
	return true;
}

void escape_markdown(struct buf *b, struct str text)
{
	struct buf line;

	if (is_clean_line(text)) {
		if (!markdown_box(b, text))
			markdown_piece(b, text, true);
		return;
	}
	buf_init(&line, b->max);
	clean_line(&line, text);
	if (!markdown_box(b, buf_str(&line)))
		markdown_piece(b, buf_str(&line), true);
	b->over |= line.over;
	buf_release(&line);
}
