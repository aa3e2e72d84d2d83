/*
 * The little markdown that is kept of an OKR's line: links, code spans and one
 * level of emphasis.  What is understood is written anew in its simplest form;
 * everything else goes through the escaping for text, piece by piece.
 */
#include <assert.h>

#include "escape_p.h"

/* A construct is looked for no further, so that hostile text costs no more
 * than honest text. */
enum { REACH = 1024, LINK_REACH = ESCAPE_URL_BYTES + 256 };

struct inline_out {
	struct buf *b;
	struct buf text; /* as a reader sees it, not yet written */
	size_t first;    /* where our output begins in b */
	bool plain;      /* write no markup at all */
	bool links, emphasis;
	char last; /* byte before the construct, or 0 */
};

static void reduce(struct inline_out *o, struct str s);

static void out_init(
	struct inline_out *o, struct buf *b, const struct inline_out *like)
{
	*o = (struct inline_out){.b = b,
		.first = b->n,
		.plain = like && like->plain,
		.links = like && like->links,
		.emphasis = like && like->emphasis};
	buf_init(&o->text, b->max);
}

/* Writes the text that was gathered. It may hold what entities decoded to, so
 * it is cleaned again; blanks at its ends count. */
static void flush(struct inline_out *o)
{
	struct buf line;
	struct str s = buf_str(&o->text);
	bool lead = s.n > 0 && str_is_space(s.p[0]);
	bool trail = s.n > 0 && str_is_space(s.p[s.n - 1]);
	bool start = o->b->n == o->first;

	buf_init(&line, o->b->max);
	clean_line(&line, s);
	if (lead && !start && o->b->p[o->b->n - 1] != ' ')
		buf_addc(o->b, ' ');
	if (o->plain)
		buf_add(o->b, buf_str(&line));
	else
		markdown_piece(o->b, buf_str(&line), start);
	if (trail && line.n > 0)
		buf_addc(o->b, ' ');
	o->b->over |= line.over || o->text.over;
	buf_release(&line);
	buf_clear(&o->text);
}

static void out_release(struct inline_out *o)
{
	flush(o);
	buf_release(&o->text);
}

/* Reduces s on its own into b. */
static void reduce_into(struct buf *b, struct str s,
	const struct inline_out *like, bool links, bool emphasis)
{
	struct inline_out o;

	out_init(&o, b, like);
	o.links = links;
	o.emphasis = emphasis;
	reduce(&o, s);
	out_release(&o);
}

/* Length of the run of c at the beginning of s. */
static size_t run_length(struct str s, char c)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == c)
		n++;
	return n;
}

static bool take_escape(struct inline_out *o, struct str *s)
{
	static const char PUNCTUATION[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

	if (s->n < 2 || !strchr(PUNCTUATION, s->p[1]) || s->p[1] == '\0')
		return false;
	buf_addc(&o->text, s->p[1]);
	*s = str_sub(*s, 2, s->n);
	return true;
}

static void add_utf8(struct buf *b, long c)
{
	if (c < 0x80) {
		buf_addc(b, (char)c);
	} else if (c < 0x800) {
		buf_addc(b, (char)(0xc0 | c >> 6));
		buf_addc(b, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		buf_addc(b, (char)(0xe0 | c >> 12));
		buf_addc(b, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_addc(b, (char)(0x80 | (c & 0x3f)));
	} else {
		buf_addc(b, (char)(0xf0 | c >> 18));
		buf_addc(b, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_addc(b, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_addc(b, (char)(0x80 | (c & 0x3f)));
	}
}

/* The hexadecimal number s is, all of it; -1 when it is none. */
static long hex_number(struct str s)
{
	long n = 0;

	if (s.n == 0 || s.n > 6)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		char c = str_lower(s.p[i]);

		if (!str_is_digit(c) && (c < 'a' || c > 'f'))
			return -1;
		n = n * 16 + (str_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return n;
}

static bool take_entity(struct inline_out *o, struct str *s)
{
	static const struct {
		const char *name, *text;
	} NAMES[] = {
		{"amp", "&"},
		{"lt", "<"},
		{"gt", ">"},
		{"quot", "\""},
		{"apos", "'"},
		{"nbsp", " "},
	};
	struct str name = str_sub(*s, 1, 12);
	size_t n = str_find_char(name, ';');
	long c = -1;

	if (n == STR_NONE)
		return false;
	name = str_sub(name, 0, n);
	for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
		if (str_is(name, NAMES[i].name)) {
			buf_adds(&o->text, NAMES[i].text);
			*s = str_sub(*s, n + 2, s->n);
			return true;
		}
	}
	if (str_iskip(&name, "#x"))
		c = hex_number(name);
	else if (!str_skip_char(&name, '#') ||
		 !str_take_number(&name, 0x10ffff, &c) || name.n > 0)
		return false;
	if (c < 1 || c > 0x10ffff)
		return false;
	add_utf8(&o->text, c);
	*s = str_sub(*s, n + 2, s->n);
	return true;
}

/* May the content be written as a code span? Bars end table cells even in
 * code, and Hugo sees its shortcodes there too. */
static bool fits_code(const struct inline_out *o, struct str code)
{
	if (o->plain || (o->b->n > o->first && o->b->p[o->b->n - 1] == '`'))
		return false;
	for (size_t i = 0; i < code.n; i++)
		if (strchr("|{}`\\", code.p[i]))
			return false;
	return code.n > 0;
}

static bool take_code(struct inline_out *o, struct str *s)
{
	size_t ticks = run_length(*s, '`'), i = ticks;
	struct str near = str_sub(*s, 0, ticks + REACH), code;

	for (;; i += run_length(str_sub(near, i, near.n), '`')) {
		while (i < near.n && near.p[i] != '`')
			i++;
		if (i >= near.n)
			return false;
		if (run_length(str_sub(*s, i, s->n), '`') == ticks)
			break;
	}
	code = str_trim(str_sub(*s, ticks, i));
	*s = str_sub(*s, i + ticks, s->n);
	flush(o);
	if (fits_code(o, code)) {
		buf_addc(o->b, '`');
		clean_line(o->b, code);
		buf_addc(o->b, '`');
	} else {
		buf_add(&o->text, code);
	}
	return true;
}

/* Offset of the bracket that closes the one at the beginning. */
static size_t find_bracket(struct str s, char open, char close, size_t reach)
{
	int depth = 0;

	for (size_t i = 0; i < s.n && i < reach; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == open)
			depth++;
		else if (s.p[i] == close && --depth == 0)
			return i;
	}
	return STR_NONE;
}

/* The destination out of what stands in (), without a title; empty when it is
 * not written as one. */
static struct str link_url(struct str inside)
{
	struct str url, title;
	size_t n = 0;

	inside = str_trim(inside);
	if (str_skip_char(&inside, '<')) {
		n = str_find_char(inside, '>');
		return str_sub(inside, 0, n == STR_NONE ? 0 : n);
	}
	while (n < inside.n && !str_is_space(inside.p[n]))
		n++;
	url = str_sub(inside, 0, n);
	title = str_trim(str_sub(inside, n, inside.n));
	if (title.n > 0 && !strchr("\"'(", title.p[0]))
		url.n = 0;
	return url;
}

/* Writes a link, or its text alone when the address is not a safe one. */
static void add_link(struct inline_out *o, struct str text, struct str url)
{
	struct buf safe;
	bool linked;

	flush(o);
	buf_init(&safe, 8 * ESCAPE_URL_BYTES);
	linked = o->links && !o->plain && text.n > 0 && escape_url(&safe, url);
	if (linked)
		buf_addc(o->b, '[');
	if (!linked || !markdown_box(o->b, str_trim(text)))
		reduce_into(o->b, text, o, false, false);
	if (linked)
		buf_addf(o->b, "](%s)", safe.p);
	buf_release(&safe);
}

static bool take_link(struct inline_out *o, struct str *s, bool image)
{
	struct str rest = str_sub(*s, image ? 1 : 0, s->n), text;
	size_t n = find_bracket(rest, '[', ']', REACH), m;
	bool links = o->links;

	if (n == STR_NONE)
		return false;
	text = str_trim(str_sub(rest, 1, n));
	rest = str_sub(rest, n + 1, rest.n);
	if (rest.n == 0 || rest.p[0] != '(')
		return false;
	m = find_bracket(rest, '(', ')', LINK_REACH);
	if (m == STR_NONE)
		return false;
	o->links = links && !image;
	add_link(o, text, link_url(str_sub(rest, 1, m)));
	o->links = links;
	*s = str_sub(rest, m + 1, rest.n);
	return true;
}

/* <https://...> and <br>. */
static bool take_angle(struct inline_out *o, struct str *s)
{
	size_t n = str_find_char(str_sub(*s, 0, ESCAPE_URL_BYTES), '>');
	struct str inside;

	if (n == STR_NONE)
		return false;
	inside = str_sub(*s, 1, n);
	if (str_istarts(inside, "http://") || str_istarts(inside, "https://")) {
		for (size_t i = 0; i < inside.n; i++)
			if (str_is_space(inside.p[i]) || inside.p[i] == '<')
				return false;
		add_link(o, inside, inside);
	} else if (str_iis(inside, "br") || str_iis(inside, "br/") ||
		   str_iis(inside, "br /")) {
		buf_addc(&o->text, ' ');
	} else {
		return false;
	}
	*s = str_sub(*s, n + 1, s->n);
	return true;
}

/* How much of s is an address: brackets in it go in pairs, and the signs of
 * the sentence around it do not belong to it. */
static size_t address_length(struct str s)
{
	size_t n = 0;
	int depth = 0;

	while (n < s.n && n <= ESCAPE_URL_BYTES && !str_is_space(s.p[n]) &&
		!strchr("<>\"`|\\[]{}", s.p[n])) {
		depth += s.p[n] == '(' ? 1 : s.p[n] == ')' ? -1 : 0;
		if (depth < 0)
			break;
		n++;
	}
	while (n > 0 && strchr(".,;:!?'*_", s.p[n - 1]))
		n--;
	return n;
}

/* As a link to itself, where it may be one. */
static void add_address(struct inline_out *o, struct str url)
{
	struct buf safe;

	if (o->plain) {
		buf_add(&o->text, url);
		return;
	}
	buf_init(&safe, 8 * ESCAPE_URL_BYTES);
	if (escape_url(&safe, url)) {
		buf_addc(o->b, '[');
		escape_markdown(o->b, url);
		buf_addf(o->b, "](%s)", safe.p);
	} else {
		buf_add(&o->text, url);
	}
	buf_release(&safe);
}

/* A bare address in running text. */
static bool take_address(struct inline_out *o, struct str *s)
{
	struct str url;

	if (!str_istarts(*s, "https://") && !str_istarts(*s, "http://"))
		return false;
	if (str_is_alnum(o->last))
		return false;
	url = str_sub(*s, 0, address_length(*s));
	if (!o->links || url.n > ESCAPE_URL_BYTES || url.n < 9)
		return false;
	flush(o);
	add_address(o, url);
	*s = str_sub(*s, url.n, s->n);
	return true;
}

static bool is_letter(char c)
{
	return str_is_alnum(c) || (unsigned char)c > 127;
}

/* Offset in s of the run that closes the one of n marks at its beginning. */
static size_t find_close(struct str s, char mark, size_t n)
{
	for (size_t i = n; i + n <= s.n && i < REACH; i++) {
		if (s.p[i] == '\\') {
			i++;
			continue;
		}
		if (s.p[i] != mark)
			continue;
		if (run_length(str_sub(s, i, s.n), mark) == n &&
			!str_is_space(s.p[i - 1]) && i > n &&
			(i + n == s.n || !is_letter(s.p[i + n])))
			return i;
		i += run_length(str_sub(s, i, s.n), mark) - 1;
	}
	return STR_NONE;
}

/* Does the text begin and end with letters, behind a blank or bracket? */
static bool stands_apart(const struct inline_out *o, const struct buf *inner)
{
	char last = o->b->n ? o->b->p[o->b->n - 1] : '\0';

	return inner->n > 0 && is_letter(inner->p[0]) &&
	       is_letter(inner->p[inner->n - 1]) &&
	       (o->b->n == o->first || last == ' ' || last == '(');
}

/* **strong**, *em*, __strong__ and _em_ around something that begins and ends
 * with letters; only then all dialects agree on what it is. */
static bool take_emphasis(struct inline_out *o, struct str *s)
{
	char mark = s->p[0];
	size_t n = run_length(*s, mark), close;
	struct buf inner;
	bool fits;

	if (!o->emphasis || n > 2 || n == s->n || str_is_space(s->p[n]) ||
		is_letter(o->last))
		return false;
	close = find_close(*s, mark, n);
	if (close == STR_NONE)
		return false;
	flush(o);
	buf_init(&inner, o->b->max);
	reduce_into(&inner, str_sub(*s, n, close), o, o->links, false);
	fits = !o->plain && stands_apart(o, &inner);
	*s = str_sub(*s, close + n, s->n);
	fits = fits && (s->n == 0 || strchr(" .,;:)!?", s->p[0]));
	buf_add_times(o->b, '*', fits ? n : 0);
	buf_add(o->b, buf_str(&inner));
	buf_add_times(o->b, '*', fits ? n : 0);
	o->b->over |= inner.over;
	buf_release(&inner);
	return true;
}

static bool take_plain_link(struct inline_out *o, struct str *s)
{
	return take_link(o, s, false);
}

static bool take_image(struct inline_out *o, struct str *s)
{
	return s->n > 1 && s->p[1] == '[' && take_link(o, s, true);
}

/* Takes a construct from the beginning of s; false when there is none. */
static bool take_construct(struct inline_out *o, struct str *s)
{
	static bool (*const TAKE[128])(struct inline_out *, struct str *) = {
		['\\'] = take_escape,
		['&'] = take_entity,
		['`'] = take_code,
		['['] = take_plain_link,
		['!'] = take_image,
		['<'] = take_angle,
		['*'] = take_emphasis,
		['_'] = take_emphasis,
		['h'] = take_address,
		['H'] = take_address,
	};
	unsigned char c = (unsigned char)s->p[0];

	return c < COUNT_OF(TAKE) && TAKE[c] && TAKE[c](o, s);
}

/* An "h" that begins no address. */
static bool is_mere_h(struct str s)
{
	return str_lower(s.p[0]) == 'h' &&
	       (s.n < 2 || str_lower(s.p[1]) != 't');
}

/* How many bytes at the beginning begin no construct; see take_construct(). */
static size_t text_length(struct str s)
{
	static const bool BEGINS[256] = {
		['\\'] = true,
		['&'] = true,
		['`'] = true,
		['['] = true,
		['!'] = true,
		['<'] = true,
		['*'] = true,
		['_'] = true,
		['h'] = true,
		['H'] = true,
	};
	size_t n = 0;

	while (n < s.n && (!BEGINS[(unsigned char)s.p[n]] ||
				  is_mere_h(str_sub(s, n, s.n))))
		n++;
	return n;
}

static void reduce(struct inline_out *o, struct str s)
{
	const char *begin = s.p;
	size_t n;

	while (s.n > 0) {
		n = text_length(s);
		buf_add(&o->text, str_sub(s, 0, n));
		s = str_sub(s, n, s.n);
		if (!s.n)
			break;
		o->last = s.p > begin ? s.p[-1] : '\0';
		if (take_construct(o, &s))
			continue;
		/* A run that opens nothing is text as a whole. */
		n = strchr("*_`", s.p[0]) ? run_length(s, s.p[0]) : 1;
		buf_add(&o->text, str_sub(s, 0, n ? n : 1));
		s = str_sub(s, n ? n : 1, s.n);
	}
}

static void write_line(struct buf *b, struct str markdown, bool plain)
{
	const struct inline_out like = {
		.plain = plain, .links = true, .emphasis = true};
	struct buf line;

	/* Most lines are written as they are. */
	if (is_clean_line(markdown) && text_length(markdown) == markdown.n) {
		if (plain)
			buf_add(b, markdown);
		else
			markdown_piece(b, markdown, true);
		return;
	}
	buf_init(&line, b->max);
	clean_line(&line, markdown);
	reduce_into(b, buf_str(&line), &like, true, true);
	b->over |= line.over;
	buf_release(&line);
}

void escape_inline(struct buf *b, struct str markdown)
{
	write_line(b, markdown, false);
}

void escape_plain(struct buf *b, struct str markdown)
{
	write_line(b, markdown, true);
}
