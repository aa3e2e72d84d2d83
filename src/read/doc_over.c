/*
 * Titles over the line that says what they are: "Fill the hall" over "OKR 1 Key
 * Results", or over "Objective (Team):- Key Result: 40 guests", as pages have
 * them of which only the text was kept.  They become "Objective 1: Fill the
 * hall" over "Key Results:".
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"
#include "words.h"

enum {
	LONGEST_TITLE = 200,
	LONGEST_LABEL = 60,
	LEAST_TITLE = 2, /* words */
};

/* What a line says of the one above it. */
struct over {
	struct str label; /* "Objective 1", "Objective (Team)" */
	struct str rest;  /* what stays in the line */
};

/* Is it a bullet before a key result, or before anything?  The line behind a
 * label. */
static bool is_item(struct str line, bool marked)
{
	struct str s = str_trim(line);

	return line_marker(s) &&
	       (!marked || (s.n <= LINE_SIGNED &&
				   line_mark_kind(s) == MARK_KEY_RESULT));
}

/* "OKR 1 Key Results", "Objective 2Key Results:" over a list */
static bool take_numbered(struct str s, struct str next, struct over *o)
{
	static const char *const WORDS[] = {"OKR", "Objective", "Goal", "Ziel",
		"Objectif", "Objetivo", "Obiettivo", "Doel"};
	struct str all = s;
	bool found = false;
	long n;

	for (size_t i = 0; !found && i < COUNT_OF(WORDS); i++)
		found = str_iskip(&s, WORDS[i]);
	str_skip_char(&s, ' ');
	if (!found || !str_take_number(&s, 99, &n))
		return false;
	o->label = str_sub(all, 0, all.n - s.n);
	while (s.n && strchr(" -:.", s.p[0]))
		s = str_sub(s, 1, s.n);
	o->rest = s;
	return s.n && line_mark_kind(s) == MARK_KR_LABEL &&
	       vocab_has_key_result(s) && str_words(s) <= 3 &&
	       is_item(next, false);
}

/* "Objective (Team):- Key Result: text", "**Objective (Team):**" over one. */
static bool take_remarked(struct str s, struct str next, struct over *o)
{
	static const char *const WORDS[] = {
		"Objective", "Ziel", "Objectif", "Objetivo", "Obiettivo"};
	struct str all = s;
	bool found = false, remark;
	size_t end;

	for (size_t i = 0; !found && i < COUNT_OF(WORDS); i++)
		found = str_skip(&s, WORDS[i]);
	remark = found && str_skip(&s, " (");
	if (remark) {
		end = str_find_char(s, ')');
		s = str_sub(s, end == STR_NONE ? s.n : end + 1, s.n);
	}
	o->label = str_sub(all, 0, all.n - s.n);
	if (!found || !str_skip_char(&s, ':'))
		return false;
	while (str_skip_char(&s, '*') || str_skip_char(&s, ' '))
		;
	o->rest = s;
	return s.n ? is_item(s, true) : remark && is_item(next, true);
}

/* Does the line say what the one above it is? */
static bool take_over(struct str line, struct str next, struct over *o)
{
	struct str s = str_trim(line), end;

	while (str_skip_char(&s, '*'))
		;
	end = str_sub(s, 0, LONGEST_LABEL);
	if (s.n < LEAST_TITLE || !strchr("ODGZ", s.p[0]))
		return false;
	return (end.n == s.n && take_numbered(str_trim_end(s, "*"), next, o)) ||
	       take_remarked(s, next, o);
}

/* May the line be the title of what is below it? */
static bool is_title(struct str line)
{
	struct str s = str_trim(line);

	return s.n && s.n <= LONGEST_TITLE && !str_is_space(line.p[0]) &&
	       !line_marker(s) && !line_is_heading(s) && !line_is_rule(s) &&
	       s.p[0] != '|' && s.p[0] != '>' && !line_fence(s) &&
	       !str_ends(s, ":") && str_words(s) >= LEAST_TITLE &&
	       line_mark_kind(s) == MARK_NONE;
}

static bool has_over(struct str text)
{
	struct str line, next, above = {NULL, 0};
	struct over o;
	bool more;

	for (more = str_take_line(&text, &next); more; above = line) {
		line = next;
		more = str_take_line(&text, &next);
		if (!more)
			next = STR("");
		if (take_over(line, next, &o) && is_title(above))
			return true;
	}
	return false;
}

struct str titles_over(struct arena *a, struct str text)
{
	struct str line, next, above = {NULL, 0};
	bool more, first = true;
	struct over o;
	struct buf b;

	if (!has_over(text))
		return text;
	buf_init(&b, text.n * 2 + LONGEST_LABEL);
	for (more = str_take_line(&text, &next); more; above = line) {
		line = next;
		more = str_take_line(&text, &next);
		if (!more)
			next = STR("");
		if (take_over(line, next, &o) && is_title(above)) {
			buf_addf(&b, "%.*s: ", STR_ARG(o.label));
			line = o.rest;
		}
		if (!first)
			buf_addf(&b, "%.*s\n", STR_ARG(above));
		first = false;
	}
	buf_addf(&b, "%.*s\n", STR_ARG(above));
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
