/*
 * Template text made quiet.  GitLab looks for references in the text that
 * markdown leaves over, after entities and backslashes are gone; a word joiner
 * behind the sign breaks them in text, code and raw HTML alike.  Quick actions
 * are looked for in the source: a backslash is enough.
 */
#include "issuebody.h"

#include <inttypes.h>
#include <string.h>

#include "attr.h"
#include "escape.h"

enum { ENTITY_BYTES = 12 };

#define JOINER "\xe2\x81\xa0" /* U+2060 */

/* What an entity may hide: a sign that begins a reference. */
static const char SIGNS[] = "@#!~%&^$[";

static const struct {
	const char *name;
	char sign;
} NAMED[] = {
	{"commat", '@'},
	{"num", '#'},
	{"excl", '!'},
	{"percnt", '%'},
	{"amp", '&'},
	{"AMP", '&'},
	{"lsqb", '['},
	{"lbrack", '['},
};

static char at(struct str s, size_t i)
{
	return i < s.n ? s.p[i] : '\0';
}

/* The character "#64" or "#x40" stands for, or -1. */
static long number_of(struct str name)
{
	long c = 0;

	if (!str_iskip(&name, "#x")) {
		if (!str_skip_char(&name, '#') ||
			!str_take_number(&name, 0x10ffff, &c) || name.n)
			return -1;
		return c;
	}
	for (size_t k = 0; k < name.n; k++) {
		char d = str_lower(name.p[k]);

		if (k > 6 || (!str_is_digit(d) && (d < 'a' || d > 'f')))
			return -1;
		c = c * 16 + (str_is_digit(d) ? d - '0' : d - 'a' + 10);
	}
	return name.n ? c : -1;
}

/* The sign that a named entity stands for, or -1. */
static long sign_named(struct str name)
{
	for (size_t k = 0; k < COUNT_OF(NAMED); k++)
		if (str_is(name, NAMED[k].name))
			return NAMED[k].sign;
	return -1;
}

/* Length of the entity at i, 0 when there is none; does it stand for a sign? */
static size_t entity(struct str s, size_t i, bool *sign)
{
	struct str rest = str_sub(s, i + 1, s.n);
	size_t end = str_find_char(str_sub(rest, 0, ENTITY_BYTES), ';');
	struct str name = str_sub(rest, 0, end);
	long c;

	*sign = false;
	if (end == STR_NONE || !end)
		return 0;
	c = sign_named(name);
	if (c < 0 && name.p[0] == '#') {
		c = number_of(name);
		if (c < 0)
			return 0;
	}
	*sign = c > 0 && c < 128 && strchr(SIGNS, (int)c);
	for (size_t k = name.p[0] == '#'; k < name.n; k++)
		if (!str_is_alnum(name.p[k]))
			return 0;
	return end + 2;
}

/* "[issue:12]", "[work_item:g/p/12]". */
static bool is_bracket_reference(struct str s, size_t i)
{
	size_t k = i + 1;

	while (str_is_alpha(at(s, k)) || at(s, k) == '_')
		k++;
	return k > i + 1 && at(s, k) == ':';
}

/* "@ada", but not "mail@host". */
static bool is_mention(struct str s, size_t i)
{
	char next = at(s, i + 1);

	return !(i && str_is_alnum(s.p[i - 1])) && next && !str_is_space(next);
}

/* "~bug", "%Q1", also in quotes. */
static bool is_named(char next)
{
	return str_is_alnum(next) || next == '"' || (unsigned char)next > 127;
}

/* Would the sign at i begin a mention or reference? */
static bool is_reference(struct str s, size_t i)
{
	char next = at(s, i + 1);
	bool hidden = next == '&' || next == '\\';

	switch (s.p[i]) {
	case '@':
		return is_mention(s, i);
	case '&':
		return str_is_digit(next);
	case '#':
	case '!':
		return str_is_digit(next) || hidden;
	case '~':
	case '%':
		return is_named(next) || hidden;
	case '-':
		return str_is_digit(next) && str_ends(str_sub(s, 0, i), "GL");
	case '[':
		return is_bracket_reference(s, i);
	default:
		return false;
	}
}

/* Length of an address at i: nothing in it is a reference. */
static size_t address(struct str s, size_t i)
{
	struct str rest = str_sub(s, i, s.n);
	size_t n = 0;

	if (i && str_is_alnum(s.p[i - 1]))
		return 0;
	if (!str_iskip(&rest, "https://") && !str_iskip(&rest, "http://"))
		return 0;
	if (!str_is_alnum(at(rest, 0)))
		return 0;
	while (n < rest.n && !str_is_space(rest.p[n]) &&
		!strchr("<>\"`", rest.p[n]))
		n++;
	return (size_t)(rest.p - s.p) - i + n;
}

/* An address is kept but for its "@", which is %40 as well. */
static void add_address(struct buf *b, struct str url)
{
	for (size_t i = 0; i < url.n; i++)
		if (url.p[i] == '@')
			buf_adds(b, "%40");
		else
			buf_addc(b, url.p[i]);
}

/* Appends the characters of a line, or of a title. */
static void add_quiet(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t n = s.p[i] == 'h' || s.p[i] == 'H' ? address(s, i) : 0;
		bool sign = false;

		if (n) {
			add_address(b, str_sub(s, i, i + n));
			i += n;
			continue;
		}
		n = s.p[i] == '&' ? entity(s, i, &sign) : 0;
		if (!n)
			sign = is_reference(s, i);
		n = n ? n : 1;
		buf_add(b, str_sub(s, i, i + n));
		if (sign)
			buf_adds(b, JOINER);
		i += n;
	}
}

static void add_line(struct buf *b, struct str line)
{
	size_t i = 0;

	while (i < 3 && at(line, i) == ' ')
		i++;
	if (at(line, i) == '/' &&
		(str_is_alpha(at(line, i + 1)) || at(line, i + 1) == '_')) {
		buf_add(b, str_sub(line, 0, i));
		buf_addc(b, '\\');
		line = str_sub(line, i, line.n);
	}
	add_quiet(b, line);
}

/* Copies text; what looks like a comment of ours becomes any comment. */
static void spoil_keys(struct buf *b, struct str text)
{
	static const struct str OURS = {"<!-- okrsync:", 13};
	size_t n;

	while ((n = str_find(text, OURS)) != STR_NONE) {
		buf_add(b, str_sub(text, 0, n + OURS.n - 1));
		buf_addc(b, ' ');
		text = str_sub(text, n + OURS.n, text.n);
	}
	buf_add(b, text);
}

void issuebody_quiet(struct buf *b, struct str text)
{
	struct buf clean, kept;
	struct str rest, line;

	buf_init(&clean, b->max);
	buf_init(&kept, b->max);
	escape_clean(&clean, text);
	spoil_keys(&kept, buf_str(&clean));
	rest = buf_str(&kept);
	while (str_take_line(&rest, &line)) {
		add_line(b, line);
		buf_addc(b, '\n');
	}
	b->over |= clean.over || kept.over;
	buf_release(&clean);
	buf_release(&kept);
}

const char *issuebody_title(struct arena *a, struct str title)
{
	struct buf clean, quiet;
	const char *text;

	buf_init(&clean, ISSUEBODY_BYTES);
	buf_init(&quiet, 4 * ISSUEBODY_BYTES);
	escape_clean(&clean, str_trim(title));
	for (size_t i = 0; i < clean.n; i++)
		if (str_is_space(clean.p[i]))
			clean.p[i] = ' ';
	add_quiet(&quiet, str_trim(buf_str(&clean)));
	text = arena_text(a, buf_str(&quiet));
	buf_release(&clean);
	buf_release(&quiet);
	return text;
}

size_t issuebody_title_chars(const char *title)
{
	size_t n = 0;

	for (; *title; title++)
		n += ((unsigned char)*title & 0xc0) != 0x80;
	return n;
}

/* FNV-1a: no secret, only a short name for a title. */
static uint64_t hash(uint64_t h, char c)
{
	return (h ^ (unsigned char)c) * 0x100000001b3u;
}

const char *issuebody_key(
	struct arena *a, const struct period *period, struct str title)
{
	bool named = *period->name != '\0';
	const char *slug = named ? period_slug(a, period) : "";
	uint64_t h = 0xcbf29ce484222325u;
	char last = ' ';

	for (const char *p = slug; *p; p++)
		h = hash(h, *p);
	h = hash(h, '/');
	title = str_trim(title);
	for (size_t i = 0; i < title.n; i++) {
		char c = str_is_space(title.p[i]) ? ' ' : str_lower(title.p[i]);

		if (c != ' ' || last != ' ')
			h = hash(h, c);
		last = c;
	}
	return arena_printf(a, "%s%s%s-%016" PRIx64, slug, named ? "/" : "",
		escape_slug(a, title), h);
}
