/*
 * Progress that a page only draws: by a tag, by a picture that a service paints
 * or by a template of the site.  The share it is drawn from is written instead.
 */
#include "doc_line_p.h"

#include "arena.h"
#include "attr.h"
#include "buf.h"

enum { LONGEST = 320, LONGEST_NAME = 80, ALL = 100 };

static bool is_share(long n)
{
	return n >= 0 && n <= ALL;
}

/* The only number of "\"Value\" 75 \"Class\" \"success\"", of nothing else. */
static bool only_number(struct str s, long *n)
{
	size_t found = 0;

	while (s.n) {
		if (!str_is_digit(s.p[0])) {
			s = str_sub(s, 1, s.n);
			continue;
		}
		if (!str_take_number(&s, ALL, n) || found++ ||
			str_starts(s, ".") || str_starts(s, "/"))
			return false;
	}
	return found == 1;
}

/* "{{< progress 75 >}}", "{{template \"progress\" (map \"Value\" 75)}}" */
static bool take_template(struct str *s, long *n)
{
	static const char *const CALLS[] = {"template", "partial", "include"};
	struct str in = str_sub(*s, 0, LONGEST);
	size_t end;

	if (!str_skip(&in, "{{"))
		return false;
	while (in.n && strchr("<%- \t", in.p[0]))
		in = str_sub(in, 1, in.n);
	for (size_t i = 0; i < COUNT_OF(CALLS); i++)
		(void)str_iskip(&in, CALLS[i]);
	while (in.n && strchr(" \t\"'", in.p[0]))
		in = str_sub(in, 1, in.n);
	if (!str_iskip(&in, "progress"))
		return false;
	end = str_find(in, STR("}}"));
	if (end == STR_NONE || !only_number(str_sub(in, 0, end), n))
		return false;
	*s = str_sub(*s, (size_t)(in.p + end + 2 - s->p), s->n);
	return true;
}

/* The number of value="75". */
static bool attribute(struct str tag, const char *name, long *n)
{
	size_t at = str_ifind(tag, str_of(name));

	if (at == STR_NONE)
		return false;
	tag = str_sub(tag, at + strlen(name), tag.n);
	if (tag.n && strchr("\"'", tag.p[0]))
		tag = str_sub(tag, 1, tag.n);
	return str_take_number(&tag, ALL, n) && !str_starts(tag, ".");
}

/* "<progress value="75" max="100"></progress>" */
static bool take_bar_tag(struct str *s, long *n)
{
	static const struct str CLOSE = {"</progress>", 11};
	struct str in = str_sub(*s, 0, LONGEST), tag;
	size_t end, close;
	long max;

	if (!str_istarts(in, "<progress "))
		return false;
	end = str_find_char(in, '>');
	if (end == STR_NONE)
		return false;
	tag = str_sub(in, 0, end);
	if (!attribute(tag, " value=", n) || !attribute(tag, " max=", &max) ||
		max != ALL)
		return false;
	close = str_ifind(in, CLOSE);
	*s = str_sub(*s, close == STR_NONE ? end + 1 : close + CLOSE.n, s->n);
	return true;
}

/* "https://bars.example/progress/75?title=done" */
static bool is_drawn_by(struct str url, long *n)
{
	static const char *const PATHS[] = {"/progress/", "progress-bar"};

	for (size_t i = 0; i < COUNT_OF(PATHS); i++) {
		size_t at = str_find(url, str_of(PATHS[i]));
		struct str rest = url;

		if (at == STR_NONE)
			continue;
		rest = str_sub(rest, at + strlen(PATHS[i]), rest.n);
		if (!i && !str_is_digit(rest.n ? rest.p[0] : 0))
			continue;
		at = i ? str_find_char(rest, '/') : 0;
		if (at == STR_NONE)
			continue;
		rest = str_sub(rest, at + i, rest.n);
		if (str_take_number(&rest, ALL, n) &&
			(!rest.n || strchr("/?.", rest.p[0])))
			return true;
	}
	return false;
}

/* "![](https://bars.example/progress/75)" */
static bool take_picture(struct str *s, long *n)
{
	struct str in = str_sub(*s, 0, LONGEST), url;
	size_t open, close;

	if (!str_skip(&in, "!["))
		return false;
	open = str_find(str_sub(in, 0, LONGEST_NAME), STR("]("));
	if (open == STR_NONE)
		return false;
	url = str_sub(in, open + 2, in.n);
	close = str_find_char(url, ')');
	if (close == STR_NONE || !is_drawn_by(str_sub(url, 0, close), n))
		return false;
	*s = str_sub(*s, (size_t)(url.p + close + 1 - s->p), s->n);
	return true;
}

static bool take_drawn(struct str *s, long *n)
{
	return (take_template(s, n) || take_bar_tag(s, n) ||
		       take_picture(s, n)) &&
	       is_share(*n);
}

/* How a share is written at this place of a line. */
static const char *lead(struct str before, bool table)
{
	before = str_trim(before);
	if (table || str_ends(before, ":"))
		return "";
	return line_marker(before) == before.n ? "Progress: " : "=> ";
}

struct str line_with_drawn(struct arena *a, struct str s)
{
	struct str rest = s, out;
	bool table = str_starts(s, "|");
	struct buf b;
	long n;

	if (str_ifind(s, STR("progress")) == STR_NONE)
		return s;
	buf_init(&b, s.n * 2 + LONGEST_NAME);
	while (rest.n) {
		if (strchr("{<!", rest.p[0]) && take_drawn(&rest, &n)) {
			buf_addf(&b, "%s%ld%%", lead(buf_str(&b), table), n);
			continue;
		}
		buf_addc(&b, rest.p[0]);
		rest = str_sub(rest, 1, rest.n);
	}
	out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}
