/*
 * Small texts pages are made of: numbers, bars, days, anchors.
 */
#include <assert.h>
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

	assert(x);
	assert(times > 0);
	(void)str_take_number(&s, times, &n);
	return n;
}

const char *part_bar(struct arena *a, const struct rat *x, int segments)
{
	struct buf b;
	const char *text;
	long full;

	assert(segments > 0);
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

	assert(!date_is_set(d) || date_is_valid(d.year, d.month, d.day));
	if (!date_is_set(d))
		return "";
	buf_init(&b, VIEW_TEXT);
	date_print_long(&b, d);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

const char *part_decimal(struct arena *a, struct decimal d)
{
	struct buf b;
	const char *text;

	buf_init(&b, VIEW_TEXT);
	decimal_print(&b, d);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

const char *part_stated(struct arena *a, struct decimal d)
{
	return d.scale > VIEW_DECIMALS ? part_decimal(a, d)
				       : part_grade(a, rat_of_decimal(a, d));
}

const char *part_share(struct arena *a, struct decimal d)
{
	struct buf b;
	const char *text;

	assert(d.scale >= 0);
	buf_init(&b, VIEW_TEXT);
	rat_print_short(&b, rat_mul(a, rat_of_decimal(a, d), rat_of(a, 100, 1)),
		d.scale > 2 ? d.scale - 2 : 0);
	buf_addc(&b, '%');
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

static bool is_word(const char *unit)
{
	return str_is_alpha(unit[0]) || (unsigned char)unit[0] > 127;
}

/* A number in its unit, for a text that says it only in its place: "13 of 15"
 * of deals, "14.8" of millions. */
static const char *in_unit(struct arena *a, const struct quantity *q)
{
	static const struct {
		const char *unit, *sign;
	} MONEY[] = {
		{"USD", "$"}, {"EUR", "\xe2\x82\xac"}, {"GBP", "\xc2\xa3"}};
	static const struct decimal MILLION = {1000000, 0};
	bool millions = decimal_cmp(q->value, MILLION) >= 0;
	bool word = is_word(q->unit);
	struct decimal d = q->value;
	const char *number;

	if (millions)
		millions = decimal_shift(d, -6, &d);
	number = arena_printf(
		a, "%s%s", part_decimal(a, d), millions ? "M" : "");
	for (size_t i = 0; i < COUNT_OF(MONEY); i++)
		if (!strcmp(q->unit, MONEY[i].unit))
			return arena_printf(a, "%s%s", MONEY[i].sign, number);
	return arena_printf(a, "%s%s%s", number, word ? " " : "", q->unit);
}

static bool is_read_as(
	struct arena *a, const char *text, const struct quantity *q)
{
	const struct quantity *read = quantity_read(a, str_of(text));

	return read && read->has_value && !strcmp(read->unit, q->unit) &&
	       decimal_cmp(read->value, q->value) == 0;
}

/* "12,000" with the unit that it has by its place: "12,000 guests"; NULL: more
 * than a number, or another one. */
static const char *with_unit(struct arena *a, const struct quantity *q)
{
	const char *text;

	if (strchr(q->text, ' ') || !is_word(q->unit))
		return NULL;
	text = arena_printf(a, "%s %s", q->text, q->unit);
	return is_read_as(a, text, q) ? text : NULL;
}

const char *part_quantity(
	struct arena *a, const struct quantity *q, const char *none)
{
	const char *made;

	if (!q || !q->text[0])
		return none;
	if (!q->has_value || is_read_as(a, q->text, q))
		return escaped_plain(a, q->text);
	made = with_unit(a, q);
	if (made)
		return escaped_plain(a, made);
	made = in_unit(a, q);
	if (!q->unit[0] && !q->value.scale && q->value.coef >= 1000 &&
		q->value.coef < 10000) /* no year */
		made = arena_printf(a, "%d,%03d", (int)q->value.coef / 1000,
			(int)q->value.coef % 1000);
	return escaped_plain(a, is_read_as(a, made, q) ? made : q->text);
}

bool part_is_apart(const struct key_result *kr)
{
	return kr->current || (kr->target && !kr->target->has_value);
}

struct date part_reading_date(const struct key_result *kr)
{
	return date_is_set(kr->current_date) ? kr->current_date
					     : kr->result_date;
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

	assert((size_t)s < COUNT_OF(MARKS));
	static_assert(
		COUNT_OF(MARKS) == STATUS_STALE + 1, "each status has a mark");
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

const char *part_speaker(struct arena *a, const struct objective *o)
{
	const char *owner = escaped_plain(a, o->owner);

	if (owner[0] && !strstr(owner, ": "))
		return owner;
	return strstr(escaped_plain(a, o->title), ": ") ? "Objective" : "";
}

const char *part_root_heading(struct arena *a, const struct objective *o)
{
	const char *who = part_speaker(a, o);

	return arena_printf(a, "%s%s%s", who, who[0] ? ": " : "",
		part_heading(a, o->title));
}

/* Adds what the character at p becomes in an id; false where two of those who
 * make ids differ. */
static bool add_to_anchor(struct buf *b, const char *p)
{
	static const char DROPPED[] = "!\"#$%'()*+,./:;=?@[\\]^`~";

	/* Markdownlint takes ":x" for a directive, and differs in what would
	 * be a link. */
	if ((*p == ':' && str_is_alpha(p[1])) ||
		(*p == '\\' && (p[1] == ':' || p[1] == '@')))
		return false;
	if (str_is_alnum(*p) || *p == '_')
		buf_addc(b, str_lower(*p));
	else if (*p == ' ' || *p == '-')
		buf_addc(b, '-');
	else if (!strchr(DROPPED, *p))
		return false;
	return !str_ends(buf_str(b), "--");
}

/*
 * Hugo makes the id from the heading's source, GitLab from its text, and
 * GitLab writes runs of hyphens as one.  Where the source holds nothing but
 * letters, digits, blanks, hyphens and signs that both drop, and no run comes
 * up, both agree.
 */
const char *part_anchor(struct arena *a, const char *heading)
{
	const char *source = escaped_markdown(a, heading);
	struct buf b;
	const char *id = NULL;

	buf_init(&b, VIEW_TEXT);
	for (const char *p = source; *p; p++)
		if (!add_to_anchor(&b, p))
			goto out;
	if (b.n > 0 && b.p[b.n - 1] != '-' && b.p[0] != '-')
		id = arena_text(a, buf_str(&b));
out:
	buf_release(&b);
	return id;
}
