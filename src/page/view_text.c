/*
 * Small texts pages are made of: numbers, bars, days, anchors.
 */
#include <string.h>

#include "escape.h"
#include "view_p.h"

#define NOTHING "\xe2\x80\x93" /* en dash */

const char *part_grade(struct arena *a, const struct rat *x)
{
	return x ? rat_text(a, x, VIEW_DECIMALS) : NOTHING;
}

long part_whole(struct arena *a, const struct rat *x, long times)
{
	struct str s = str_of(rat_text(a,
		rat_clamp(rat_mul(a, x, rat_of(a, times, 1)), rat_of(a, 0, 1),
			rat_of(a, times, 1)),
		0));
	long n = 0;

	(void)str_take_number(&s, times, &n);
	return n;
}

const char *part_bar(struct arena *a, const struct rat *x, int segments)
{
	struct buf b;
	const char *text;
	long full;

	if (!x)
		return "";
	full = part_whole(a, x, segments);
	buf_init(&b, VIEW_TEXT);
	for (int i = 0; i < segments; i++)
		buf_adds(&b, i < full ? "\xe2\x96\xb0" : "\xe2\x96\xb1");
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

const char *part_percent(struct arena *a, const struct rat *x)
{
	struct buf b;
	const char *text;

	if (!x)
		return "";
	buf_init(&b, VIEW_TEXT);
	rat_print_short(&b, rat_mul(a, x, rat_of(a, 100, 1)), 0);
	buf_addc(&b, '%');
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

const char *part_date(struct arena *a, struct date d)
{
	struct buf b;
	const char *text;

	if (!date_is_set(d))
		return "";
	buf_init(&b, VIEW_TEXT);
	date_print_long(&b, d);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

const char *part_span(struct arena *a, const struct period *p)
{
	if (!date_is_set(p->start) || !date_is_set(p->end))
		return "";
	if (p->start.year != p->end.year)
		return arena_printf(a, "%s to %s", part_date(a, p->start),
			part_date(a, p->end));
	return arena_printf(a, "%d %s to %s", p->start.day,
		date_month_name(p->start.month), part_date(a, p->end));
}

const char *part_status_mark(enum status s)
{
	static const char *const MARKS[] = {
		[STATUS_NONE] = "",
		[STATUS_DONE] = "\xe2\x9c\x85",
		[STATUS_AHEAD] = "\xf0\x9f\x9f\xa2",
		[STATUS_ON_TRACK] = "\xf0\x9f\x9f\xa2",
		[STATUS_BEHIND] = "\xf0\x9f\x9f\xa1",
		[STATUS_AT_RISK] = "\xf0\x9f\x94\xb4",
		[STATUS_STALE] = "\xe2\x8f\xb3",
	};

	return MARKS[s];
}

const char *part_title(struct arena *a, const char *word)
{
	char first = word[0];

	if (first >= 'a' && first <= 'z')
		first = (char)(first - 'a' + 'A');
	return first ? arena_printf(a, "%c%s", first, word + 1) : "";
}

const char *part_slug(struct arena *a, const char *label)
{
	return escape_slug(a, str_of(label));
}

const char *part_heading(struct arena *a, const char *title)
{
	static const char *const MARKS[] = {".", ",", ";", ":", "!",
		"\xe3\x80\x82", "\xef\xbc\x8c", "\xef\xbc\x9b", "\xef\xbc\x9a",
		"\xef\xbc\x81"};
	struct str s = str_of(escaped_plain(a, title));

	for (size_t i = 0; i < COUNT_OF(MARKS);) {
		if (!str_ends(s, MARKS[i])) {
			i++;
			continue;
		}
		s = str_trim_right(str_sub(s, 0, s.n - strlen(MARKS[i])));
		i = 0;
	}
	return arena_text(a, s);
}

const char *part_root_heading(struct arena *a, const struct objective *o)
{
	const char *title = part_heading(a, o->title);
	const char *owner = escaped_plain(a, o->owner);

	if (!owner[0] && strstr(title, ": "))
		owner = "Objective";
	return arena_printf(a, "%s%s%s", owner, owner[0] ? ": " : "", title);
}

/*
 * Hugo makes the id from the heading's source, GitLab from its text, and
 * GitLab writes runs of hyphens as one.  Where the source holds nothing but
 * letters, digits, blanks, hyphens and signs that both drop, and no run comes
 * up, both agree.
 */
const char *part_anchor(struct arena *a, const char *heading)
{
	static const char DROPPED[] = "!\"#$%'()*+,./:;=?@[\\]^`~";
	const char *source = escaped_markdown(a, heading);
	struct buf b;
	const char *id = NULL;

	buf_init(&b, VIEW_TEXT);
	for (const char *p = source; *p; p++) {
		if (*p == '&' || (unsigned char)*p > 127)
			goto out;
		/* Markdownlint takes ":x" for a directive, and differs in
		 * what would be a link. */
		if ((*p == ':' && str_is_alpha(p[1])) ||
			(*p == '\\' && (p[1] == ':' || p[1] == '@')))
			goto out;
		if (str_is_alnum(*p) || *p == '_')
			buf_addc(&b, str_lower(*p));
		else if (*p == ' ' || *p == '-')
			buf_addc(&b, '-');
		else if (!strchr(DROPPED, *p))
			goto out;
		if (b.n > 1 && b.p[b.n - 1] == '-' && b.p[b.n - 2] == '-')
			goto out;
	}
	if (b.n > 0 && b.p[b.n - 1] != '-' && b.p[0] != '-')
		id = arena_text(a, buf_str(&b));
out:
	buf_release(&b);
	return id;
}
