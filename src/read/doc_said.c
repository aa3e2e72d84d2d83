/*
 * "What we said: 40 shops" over "What happened: 31 of them": what was planned
 * and what came of it, under names that say so only beside each other.  They
 * become "KR: 40 shops" and "Result: 31 of them".  The same in one line each.
 */
#include "doc_line_p.h"

#include <string.h>

#include "arena.h"
#include "attr.h"
#include "buf.h"
#include "words.h"

enum { LEAST_PAIRS = 2, LONGEST_NAME = 40 };

enum said { SAID_NOTHING, SAID_PLAN, SAID_END };

static const char *const PLANS[] = {"what we said", "we said",
	"what we planned", "we planned", "what we promised", "we promised",
	"what we wanted", "we wanted", "what we aimed for", "was wir wollten",
	"wir wollten", "ce qu'on voulait", "lo que dijimos", "o que dissemos",
	NULL};
static const char *const ENDS[] = {"what happened", "what really happened",
	"what came of it", "what we got", "what we did", "how it went",
	"how it ended", "was passiert ist", "was daraus wurde",
	"ce qui s'est pass\u00e9", "lo que pas\u00f3", "qu\u00e9 pas\u00f3",
	"o que aconteceu", "com'\u00e8 andata", "wat er gebeurde", NULL};

/* "**What we said:** text": what the line tells, and from where on. */
static enum said line_said(struct str line, struct str *text)
{
	struct str s = str_trim(line), name;
	size_t colon;

	if (str_find_char(s, ':') == STR_NONE)
		return SAID_NOTHING;
	s = str_trim_left(str_sub(s, line_marker(s), s.n));
	colon = str_find_char(str_sub(s, 0, LONGEST_NAME), ':');
	if (colon == STR_NONE)
		return SAID_NOTHING;
	name = str_sub(s, 0, colon);
	s = str_sub(s, colon + 1, s.n);
	while (name.n && strchr("*_", name.p[0]))
		name = str_sub(name, 1, name.n);
	if (name.p != str_trim(line).p)
		while (s.n && strchr("*_", s.p[0]))
			s = str_sub(s, 1, s.n);
	*text = str_trim(s);
	name = str_trim_end(str_trim(name), "*_");
	if (!text->n)
		return SAID_NOTHING;
	return str_is_listed(name, PLANS)  ? SAID_PLAN
	       : str_is_listed(name, ENDS) ? SAID_END
					   : SAID_NOTHING;
}

/* "We said we would open" */
static const char *const LEADS[] = {"we said we would ", "we said we'd ",
	"we said we\u2019d ", "i said i would ", "i said i'd ",
	"we promised to ", "we promised ", "i promised to ", "we planned to ",
	"i planned to ", "we wanted to ", "we wanted ", "i wanted to ",
	"we aimed to ", "we aimed for ", "we set out to ", "the plan was to ",
	"the aim was to ", "our aim was to ", "our plan was to ",
	"wir wollten ", "ich wollte ", "nous voulions ", "on voulait ",
	"quer\u00edamos ", "nos propusimos ", "volevamo ", "we wilden ", NULL};

/* Behind "*Result:* " at the beginning of s, else nothing. */
static struct str behind_label(struct str s)
{
	enum { LONGEST_LABEL = 24 };
	struct str name;
	size_t colon;

	while (s.n && strchr("*_ ", s.p[0]))
		s = str_sub(s, 1, s.n);
	colon = str_find_char(str_sub(s, 0, LONGEST_LABEL), ':');
	if (colon == STR_NONE)
		return (struct str){NULL, 0};
	name = str_trim_end(str_sub(s, 0, colon), "*_ ");
	if (!str_is_listed(name, ENDS) && vocab_field(name) != FIELD_RESULT)
		return (struct str){NULL, 0};
	s = str_sub(s, colon + 1, s.n);
	while (s.n && strchr("*_ ", s.p[0]))
		s = str_sub(s, 1, s.n);
	return s;
}

/* "We wanted to open 3 shops. *Result:* two": both in a line of its own, whose
 * front may do without "we wanted"; *led tells. */
static bool line_tells_both(
	struct str line, struct str *plan, struct str *end, bool *led)
{
	enum { SHORTEST = 6, LONGEST = 400 }; /* "a. b:c" */
	struct str s = str_trim_right(line);
	const char *lead;

	*led = false;
	if (s.n < SHORTEST || s.n > LONGEST ||
		str_is_among(s.p[0], " \t>|#*_-") || line_marker(s))
		return false;
	for (size_t at = 1; at + 2 < s.n; at++) {
		if (s.p[at + 1] != ' ' || !str_is_among(s.p[at], ".!;"))
			continue;
		*end = behind_label(str_sub(s, at + 2, s.n));
		if (!end->n)
			continue;
		*plan = str_sub(s, 0, at);
		lead = str_listed_start(*plan, LEADS);
		if (lead)
			*plan = str_sub(*plan, strlen(lead), plan->n);
		*led = lead != NULL;
		/* asked last: few lines come so far */
		return str_trim(*plan).n && line_mark_kind(s) == MARK_NONE;
	}
	return false;
}

/* "**Goal 1: Stay**": without one, such names tell of anything. */
static bool is_objective(struct str line)
{
	struct str s = str_trim(line);

	while (s.n && strchr("#*_ ", s.p[0]))
		s = str_sub(s, 1, s.n);
	return line_mark_kind(s) == MARK_OBJECTIVE;
}

/* Is there any such line?  Few pages have one. */
static bool has_plan(struct str text)
{
	struct str line, rest;

	while (str_take_line(&text, &line)) {
		if (line_said(line, &rest) == SAID_PLAN)
			return true;
	}
	return false;
}

/* Do plans and ends take turns below objectives, more than once? */
static bool takes_turns(struct str text)
{
	enum said said, last = SAID_NOTHING;
	struct str line, rest;
	size_t pairs = 0;
	bool objective = false;

	if (!has_plan(text))
		return false;
	while (str_take_line(&text, &line)) {
		said = line_said(line, &rest);
		objective = objective || is_objective(line);
		pairs += objective && last == SAID_PLAN && said == SAID_END;
		if (said == SAID_PLAN && last == SAID_PLAN)
			return false;
		if (str_trim(line).n)
			last = said;
	}
	return pairs >= LEAST_PAIRS;
}

/* What is known above a line. */
struct above {
	bool objective; /* one stands above */
	bool near;      /* ... right above, or others such lines behind it */
};

/* Does a line tell a key result and its end, where it stands? */
static bool take_both(
	struct above *up, struct str line, struct str *plan, struct str *end)
{
	bool led, both;

	if (!str_trim(line).n)
		return false;
	both = line_tells_both(line, plan, end, &led) && up->objective &&
	       (led || up->near);
	up->near = both || is_objective(line);
	up->objective = up->objective || up->near;
	return both;
}

/* Takes the blank line that comes next, where nothing behind it would make a
 * heading or table of a line above. */
static bool take_blank(struct str *text)
{
	struct str rest = *text, line, next = {NULL, 0}, behind;

	if (str_take_line(&rest, &line) && str_trim(line).n)
		return false;
	behind = rest;
	(void)str_take_line(&behind, &next);
	next = str_trim(next);
	if (next.n && strchr("-=|:+", next.p[0]))
		return false;
	*text = rest;
	return true;
}

/* Are there as many such lines, wherever they stand?  Few pages have any. */
static bool has_both(struct str text)
{
	struct str line, plan, end;
	size_t n = 0;
	bool led;

	while (n < LEAST_PAIRS && str_take_line(&text, &line))
		n += line_tells_both(line, &plan, &end, &led);
	return n >= LEAST_PAIRS;
}

/* "We wanted to open 3 shops. *Result:* two" becomes "KR: open 3 shops" over
 * "Result: two" in the place of the blank line below, where there are several;
 * without one an arrow must do, which might be read as a way. */
static struct str both_told(struct arena *a, struct str text)
{
	struct above up = {0};
	struct str rest = text, line, plan, end;
	size_t n = 0;
	struct buf b;

	if (!has_both(text))
		return text;
	while (str_take_line(&rest, &line))
		n += take_both(&up, line, &plan, &end);
	if (n < LEAST_PAIRS)
		return text;
	up = (struct above){0};
	buf_init(&b, text.n * 2 + 2);
	while (str_take_line(&text, &line)) {
		if (take_both(&up, line, &plan, &end))
			buf_addf(&b, "KR: %.*s%s%.*s\n", STR_ARG(plan),
				take_blank(&text) ? "\nResult: "
						  : " => Result: ",
				STR_ARG(end));
		else
			buf_addf(&b, "%.*s\n", STR_ARG(line));
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}

struct str doc_said(struct arena *a, struct str text)
{
	static const char *const NAMES[] = {
		[SAID_PLAN] = "KR", [SAID_END] = "Result"};
	struct str line, rest, kept;
	struct buf b;

	text = both_told(a, text);
	if (!takes_turns(text))
		return text;
	buf_init(&b, text.n * 2 + 2);
	while (str_take_line(&text, &line)) {
		enum said said = line_said(line, &rest);

		if (said == SAID_NOTHING)
			buf_addf(&b, "%.*s\n", STR_ARG(line));
		else
			buf_addf(&b, "%s: %.*s\n", NAMES[said], STR_ARG(rest));
	}
	kept = arena_str(a, buf_str(&b));
	buf_release(&b);
	return kept;
}
