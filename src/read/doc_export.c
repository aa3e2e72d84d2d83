/*
 * What goal tools print or let copy: "OBJECTIVE" alone in a line over its
 * title, rows of "Owner     Sales", and a line below a title with all that is
 * known, "Sales · from 12 to 20 · now 16 · 55%".  As markdown each of these
 * is a field with its name.
 */
#include "doc_notation_p.h"
#include "doc_p.h"
#include "mark_p.h"

#include "attr.h"
#include "doc_line_p.h"

enum {
	SHORTEST_SIGN = 9, /* "from/to  1" */
	LONGEST_LINE = 300,
	LONGEST_NAME = 40,
	LONGEST_MARK = 60,
	PARTS = 10
};

enum below { BELOW_NONE, BELOW_OBJECTIVE, BELOW_ITEM, BELOW_HEADING };

struct export
{
	struct buf out;
	enum below below;      /* what the next lines speak of */
	enum mark_kind wanted; /* a label stood alone: its title comes */
	bool quoted;           /* in a quotation that holds key results */
};

static const struct {
	const char *name;
	const char *field;
} LABELS[] = {{"now", "Current"}, {"currently", "Current"},
	{"current", "Current"}, {"current value", "Current"},
	{"actual", "Current"}, {"at", "Current"}, {"final value", "Current"},
	{"latest value", "Current"}, {"reached", "Current"},
	{"final progress", "Progress"}, {"progress", "Progress"},
	{"attainment", "Progress"}, {"completion", "Progress"},
	{"achieved", "Progress"}, {"start", "Baseline"},
	{"started at", "Baseline"}, {"start value", "Baseline"},
	{"initial", "Baseline"}, {"initial value", "Baseline"},
	{"baseline", "Baseline"}, {"target", "Target"},
	{"target value", "Target"}, {"goal", "Target"},
	{"confidence", "Confidence"}, {"due", "Due"}, {"due date", "Due"},
	{"owner", "Owner"}, {"owned by", "Owner"}, {"lead", "Owner"},
	{"assignee", "Owner"}, {"responsible", "Owner"}, {"team", "Team"},
	{"status", "Status"}, {"weight", "Weight"}, {"cycle", "Period"},
	{"period", "Period"}, {"time period", "Period"},
	{"timeframe", "Period"}, {"latest update", "Notes"},
	{"last update", "Notes"}, {"latest check-in", "Notes"},
	{"last check-in", "Notes"}, {"comment", "Notes"}, {"note", "Notes"}};

/* The field of a name, or NULL. */
static const char *field_of(struct str name)
{
	name = str_trim_end(str_trim(name), ":");
	for (size_t i = 0; i < COUNT_OF(LABELS); i++) {
		if (str_iis(name, LABELS[i].name))
			return LABELS[i].field;
	}
	return NULL;
}

static bool is_state(struct str s)
{
	static const char *const WORDS[] = {"on track", "at risk", "off track",
		"behind", "ahead", "closed", "done", "completed", "complete",
		"not started", "in progress", "paused", "archived", "draft",
		"achieved", "missed", "partial", "cancelled", "needs attention",
		"exceeded", "open", "active", "overdue", NULL};

	return str_is_listed(s, WORDS);
}

/* Does it begin with a figure? */
static bool is_figure(struct str s)
{
	static const char *const SIGNS[] = {"$", "\u20ac", "\u00a3", "-", "+",
		"\u2212", "~", "<", ">", "\u2264", "\u2265"};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++)
		str_skip(&s, SIGNS[i]);
	return s.n && str_is_digit(s.p[0]);
}

/* "from 12 to 20", "12 → 20": its halves. */
static bool take_way(struct str s, struct str *from, struct str *to)
{
	static const char *const WAYS[] = {
		" \u2192 ", " -> ", " => ", " \u279c ", " to ", "\u2192"};

	s = str_trim(s);
	str_iskip(&s, "from ");
	for (size_t i = 0; i < COUNT_OF(WAYS); i++) {
		size_t at = str_find(s, str_of(WAYS[i]));

		if (at == STR_NONE)
			continue;
		*from = str_trim(str_sub(s, 0, at));
		*to = str_trim(str_sub(s, at + strlen(WAYS[i]), s.n));
		return is_figure(*from) && is_figure(*to) &&
		       from->n < LONGEST_NAME && to->n < LONGEST_NAME;
	}
	return false;
}

/* "Attainment 41%", "Owner: Lars": a name and its value. */
static const char *take_label(struct str s, struct str *value)
{
	const char *field = NULL;
	size_t colon = str_find_char(str_sub(s, 0, LONGEST_NAME), ':');

	if (colon != STR_NONE)
		field = field_of(str_sub(s, 0, colon));
	if (field) {
		*value = str_trim(str_sub(s, colon + 1, s.n));
		return value->n ? field : NULL;
	}
	for (size_t i = 1; i + 1 < s.n && i < LONGEST_NAME; i++) {
		const char *longer =
			s.p[i] == ' ' ? field_of(str_sub(s, 0, i)) : NULL;

		if (!longer)
			continue;
		field = longer;
		*value = str_trim(str_sub(s, i, s.n));
	}
	return field;
}

/* --- lines of parts --- */

static size_t split(struct str s, struct str *parts)
{
	static const char *const SEPS[] = {" \u2b29 ", " \u00b7 ", " \u2022 ",
		" \u2219 ", " \u25c6 ", " \u2027 "};
	size_t n = 0, at;

	for (size_t i = 0; str_has_high(s) && i < COUNT_OF(SEPS); i++) {
		struct str sep = str_of(SEPS[i]), rest = s;

		if (str_find(s, sep) == STR_NONE)
			continue;
		while (n < PARTS) {
			at = str_find(rest, sep);
			parts[n++] = str_trim(str_sub(rest, 0, at));
			if (at == STR_NONE)
				break;
			rest = str_sub(rest, at + sep.n, rest.n);
		}
		return n;
	}
	return 0;
}

/* "55%", "55 % complete" */
static bool is_share(struct str s)
{
	size_t at = str_find_char(s, '%');

	return at != STR_NONE && at < 7 && is_figure(s) &&
	       (at + 1 == s.n || str_iends(s, "complete") ||
		       str_iends(s, "done") || str_iends(s, "completed"));
}

static void add_field(struct buf *b, const char *name, struct str value)
{
	if (b->n)
		buf_adds(b, "<br>");
	buf_adds(b, name);
	buf_adds(b, ": ");
	buf_add(b, value);
}

/* A name of somebody, with no figure in it. */
static bool is_name(struct str s)
{
	return s.n && s.n < LONGEST_NAME && !str_has_digit(s) &&
	       str_words(s) < 5 && !strchr("*[`(\"", s.p[0]);
}

/* What one part says; false when nothing is known of it. */
static bool add_part(struct buf *b, struct str s, bool first)
{
	struct str from, to, value;
	const char *field;

	if (take_way(s, &from, &to)) {
		add_field(b, "Baseline", from);
		add_field(b, "Target", to);
		return true;
	}
	field = take_label(s, &value);
	if (field)
		add_field(b, field, value);
	else if (is_share(s))
		add_field(b, "Progress",
			str_sub(s, 0, str_find_char(s, '%') + 1));
	else if (is_state(s))
		add_field(b, "Status", s);
	else if (first && is_name(s))
		add_field(b, "Owner", s);
	else
		return false;
	return true;
}

bool export_part(struct buf *b, struct str s)
{
	return add_part(b, s, false);
}

/* Two of where it began, is and shall be? */
static bool measures(struct str fields)
{
	return (str_find(fields, STR("Baseline: ")) != STR_NONE) +
		       (str_find(fields, STR("Target: ")) != STR_NONE) +
		       (str_find(fields, STR("Current: ")) != STR_NONE) >
	       1;
}

/* The fields of such a line; how many parts told something, 0 where it is
 * none. */
static size_t read_parts(struct str s, struct buf *b)
{
	struct str parts[PARTS];
	size_t n, known = 0;

	if (s.n > LONGEST_LINE || strchr("|-*#", s.p[0]))
		return 0;
	n = split(s, parts);
	for (size_t i = 0; i < n; i++)
		known += add_part(b, parts[i], i == 0);
	return n > 1 && known + 1 >= n ? known : 0;
}

/* --- labels --- */

static enum mark_kind label_alone(struct str s)
{
	if (str_is(s, "OBJECTIVE") || str_is(s, "Objective") ||
		str_is(s, "GOAL"))
		return MARK_OBJECTIVE;
	return str_is(s, "KEY RESULT") || str_is(s, "Key Result") ||
			       str_is(s, "Key result")
		       ? MARK_KEY_RESULT
		       : MARK_NONE;
}

/* "Owner          Sales": the name, and the value behind the gap. */
static bool take_row(struct str s, struct str *name, struct str *value)
{
	size_t at = str_find(s, STR("  "));
	size_t tab = str_find_char(s, '\t');

	if (tab != STR_NONE && (at == STR_NONE || tab < at))
		at = tab;
	if (at == STR_NONE || !at || at > LONGEST_NAME || s.p[0] == '|')
		return false;
	*name = str_sub(s, 0, at);
	*value = str_trim(str_sub(s, at, s.n));
	return value->n && str_find(*value, STR("  ")) == STR_NONE &&
	       str_find_char(*value, '\t') == STR_NONE;
}

/* "Start → Goal" */
static bool names_way(struct str s)
{
	return (str_istarts(s, "start") || str_istarts(s, "from") ||
		       str_istarts(s, "baseline") ||
		       str_istarts(s, "initial")) &&
	       (str_iends(s, "goal") || str_iends(s, "target") ||
		       str_iends(s, "to")) &&
	       (str_find(s, STR("\u2192")) != STR_NONE ||
		       str_find(s, STR("->")) != STR_NONE ||
		       str_find_char(s, '/') != STR_NONE);
}

/* A name with something behind a gap that only such a text has? */
static bool is_telling_row(struct str s)
{
	struct str name, value;

	return take_row(s, &name, &value) &&
	       (names_way(name) || (label_alone(name) == MARK_KEY_RESULT &&
					   str_words(value) > 1));
}

static struct str unquoted(struct str s)
{
	s = str_trim(s);
	if (str_skip_char(&s, '>'))
		s = str_trim(s);
	return s;
}

/* "**KR-1101** Share of vans": the text behind a tool's own number, which is
 * longer than people's; nothing for other lines. */
static struct str behind_code(struct str s)
{
	size_t n = 0;

	if (!str_skip(&s, "KR-"))
		return (struct str){NULL, 0};
	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	s = str_sub(s, n, s.n);
	while (str_skip_char(&s, '*') || str_skip_char(&s, ':'))
		;
	return n && str_skip_char(&s, ' ') ? str_trim(s)
					   : (struct str){NULL, 0};
}

static struct str without_marks(struct str s)
{
	while (str_skip_char(&s, '#') || str_skip_char(&s, '*') ||
		str_skip_char(&s, '-') || str_skip_char(&s, ' '))
		;
	return s;
}

/* Is it a key result's line? */
static bool is_key_result(struct str s)
{
	static const unsigned char PLAIN[LONGEST_MARK] = {0};
	struct mark mark;

	s = without_marks(s);
	if (behind_code(s).n)
		return true;
	mark = mark_read(str_sub(s, 0, LONGEST_MARK), PLAIN, 0);
	return mark.kind == MARK_KEY_RESULT;
}

bool export_sign(struct str line)
{
	struct str s = unquoted(line);
	struct buf b;
	bool tells;

	if (s.n < SHORTEST_SIGN || s.n > LONGEST_LINE)
		return false;
	if (label_alone(s) == MARK_KEY_RESULT || is_telling_row(s))
		return true;
	buf_init(&b, LONGEST_LINE * 8);
	tells = read_parts(s, &b) > 1 && measures(buf_str(&b));
	buf_release(&b);
	return tells;
}

/* --- the walk --- */

static void add_fields(struct export *e, struct str fields)
{
	buf_adds(&e->out, e->below == BELOW_ITEM ? "  - " : "");
	buf_add(&e->out, fields);
}

static void begin(struct export *e, enum mark_kind kind, struct str title)
{
	buf_adds(&e->out, kind == MARK_OBJECTIVE ? "## Objective: " : "- KR: ");
	buf_add(&e->out, title);
	e->below = kind == MARK_OBJECTIVE ? BELOW_OBJECTIVE : BELOW_ITEM;
	e->wanted = MARK_NONE;
}

static bool row_line(struct export *e, struct str s)
{
	struct str name, value, from, to;
	struct buf b;
	const char *field;
	bool known = true;

	if (!take_row(s, &name, &value))
		return false;
	if (label_alone(name) != MARK_NONE) {
		begin(e, label_alone(name), value);
		return true;
	}
	field = field_of(name);
	if (e->below == BELOW_NONE || (!field && !names_way(name)))
		return false;
	buf_init(&b, s.n * 2 + 64);
	if (!names_way(name))
		add_field(&b, field, value);
	else if (take_way(value, &from, &to))
		add_field(&b, "Baseline", from), add_field(&b, "Target", to);
	else
		known = false;
	if (known)
		add_fields(e, buf_str(&b));
	buf_release(&b);
	return true;
}

static bool parts_line(struct export *e, struct str s)
{
	struct buf b;
	size_t known;

	if (e->below == BELOW_NONE)
		return false;
	buf_init(&b, s.n * 8 + 64);
	known = read_parts(s, &b);
	if (known)
		add_fields(e, buf_str(&b));
	buf_release(&b);
	return known > 0;
}

/* "Latest update Sep 29: ..." under a key result: its figures are old by the
 * rows above. */
static bool is_update(const struct export *e, struct str s)
{
	struct str value;
	const char *field =
		e->below == BELOW_ITEM ? take_label(s, &value) : NULL;

	return field && str_is(str_of(field), "Notes") && value.n;
}

static void other_line(struct export *e, struct str line, struct str s)
{
	static const unsigned char PLAIN[LONGEST_MARK] = {0};
	struct str t = without_marks(s);
	bool heading = line_is_heading(s), bold;

	if (behind_code(without_marks(s)).n && !heading) {
		begin(e, MARK_KEY_RESULT, behind_code(without_marks(s)));
		return;
	}
	if (e->quoted && is_key_result(s)) {
		buf_adds(&e->out, line_marker(s) ? "" : "- ");
		buf_add(&e->out, s);
		e->below = BELOW_ITEM;
		return;
	}
	buf_add(&e->out, e->quoted ? s : line);
	bold = str_starts(s, "**");
	if (is_key_result(s))
		e->below = line_marker(s) ? BELOW_ITEM : BELOW_HEADING;
	else if ((heading || bold ||
			 mark_read(str_sub(t, 0, LONGEST_MARK), PLAIN, 0)
					 .kind == MARK_OBJECTIVE) &&
		 !line_is_rule(s))
		e->below = BELOW_OBJECTIVE;
	else
		e->below = BELOW_NONE;
}

static void export_line(struct export *e, struct str line)
{
	struct str s = str_trim(line);

	if (str_starts(s, ">")) {
		struct str t = unquoted(s);

		e->quoted = e->quoted || is_key_result(t);
		if (e->quoted && !str_starts(t, ">"))
			s = t;
	} else {
		e->quoted = false;
	}
	if (!s.n)
		return;
	if (line_is_rule(s) && s.n > 4) {
		e->below = BELOW_NONE;
		return;
	}
	if (label_alone(s) != MARK_NONE) {
		e->wanted = label_alone(s);
		return;
	}
	if (e->wanted != MARK_NONE && !line_is_block_start(s) &&
		!line_marker(s)) {
		begin(e, e->wanted, s);
		return;
	}
	e->wanted = MARK_NONE;
	if (!row_line(e, s) && !parts_line(e, s) && !is_update(e, s))
		other_line(e, line, s);
}

/* Do objectives have a label, too, or is there more than labels? */
static bool is_export(struct str text)
{
	struct str line;

	while (str_take_line(&text, &line)) {
		enum mark_kind kind = label_alone(unquoted(line));

		if (kind == MARK_OBJECTIVE ||
			(kind == MARK_NONE && export_sign(line)))
			return true;
	}
	return false;
}

struct str export_text(struct arena *a, struct str text)
{
	struct export e = {.below = BELOW_NONE};
	struct str line;

	if (!is_export(text))
		return text;
	buf_init(&e.out, text.n * 8 + 64);
	while (str_take_line(&text, &line)) {
		export_line(&e, line);
		buf_addc(&e.out, '\n');
	}
	text = arena_str(a, buf_str(&e.out));
	buf_release(&e.out);
	return text;
}
