/*
 * "What we said: 40 shops" over "What happened: 31 of them": what was planned
 * and what came of it, under names that say so only beside each other.  They
 * become "KR: 40 shops" and "Result: 31 of them".
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

struct str doc_said(struct arena *a, struct str text)
{
	static const char *const NAMES[] = {
		[SAID_PLAN] = "KR", [SAID_END] = "Result"};
	struct str line, rest, kept;
	struct buf b;

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
