/*
 * What people put in front of a key result: its grade, its priority, whose it
 * is, and whether it must be reached.
 */
#include "annotate_p.h"

#include "attr.h"
#include "field_p.h"

/* Takes what parts a column from the next. */
static bool skip_sep(struct str *s)
{
	static const char *const SEPS[] = {
		"- ", "\u2013 ", "\u2014 ", "| ", "/ ", "\u00b7 ", ": "};

	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		if (str_skip(s, SEPS[i]))
			return true;
	}
	return false;
}

bool annotate_take_head(const struct target *t, struct str *s)
{
	struct str rest = *s, head;
	char open = s->n ? s->p[0] : 0;
	size_t end;

	if (open == '[' || open == '(') {
		end = str_find_char(rest, open == '[' ? ']' : ')');
		if (end == STR_NONE || end > 24)
			return false;
		head = str_sub(rest, 1, end);
		rest = str_sub(rest, end + 1, rest.n);
	} else {
		end = str_find_char(rest, ' ');
		if (end == STR_NONE || (end > 4 && open != '@'))
			return false;
		head = str_sub(rest, 0, end);
		rest = str_trim_left(str_sub(rest, end, rest.n));
		if (!skip_sep(&rest) && !((annotate_is_priority(head) ||
						  field_is_score(head)) &&
						str_starts(rest, "@")))
			return false;
	}
	if (str_ends(head, ":"))
		head = str_sub(head, 0, head.n - 1);
	if (!str_trim(rest).n || !annotate_apply(t, head, true))
		return false;
	str_skip_char(&rest, ':');
	*s = str_trim(rest);
	return true;
}

/* "[C]", "(must)": how firmly it is meant.  No other letter: "[N] shops" is a
 * form to be filled in. */
static bool is_tag(struct str s)
{
	static const char *const TAGS[] = {"C", "A", "S", "committed", "commit",
		"aspirational", "stretch", "moonshot", "roofshot", "must",
		"must have", "must-have", "should", "should have",
		"should-have", "could", "could have", "could-have", "nice",
		"nice to have", "nice-to-have", "muss", "soll", "kann", "bonus",
		"core", "new", "carry-over", "carryover", "carried over"};

	for (size_t i = 0; i < COUNT_OF(TAGS); i++) {
		if (str_is(s, TAGS[i]) ||
			(strlen(TAGS[i]) > 1 && str_iis(s, TAGS[i])))
			return true;
	}
	return false;
}

static bool take_tag(const struct target *t, struct str *s)
{
	struct str rest = *s, tag;
	char open = s->n ? s->p[0] : 0;
	size_t end;

	if (t->kr == NO_INDEX || (open != '[' && open != '('))
		return false;
	end = str_find_char(rest, open == '[' ? ']' : ')');
	if (end == STR_NONE)
		return false;
	tag = str_trim(str_sub(rest, 1, end));
	rest = str_trim_left(str_sub(rest, end + 1, rest.n));
	skip_sep(&rest);
	if (!rest.n || !is_tag(tag))
		return false;
	read_field_text(
		t->r, t->objective, t->kr, FIELD_NOTES, tag, "", t->line);
	*s = rest;
	return true;
}

/* "P0 - ", "@who - ": a column, and not the beginning of a sentence. */
static bool begins_column(struct str s)
{
	size_t end = str_find_char(s, ' ');
	struct str head = str_sub(s, 0, end == STR_NONE ? 0 : end);

	return head.n &&
	       (annotate_is_priority(head) || annotate_is_handles(head) ||
		       field_is_score(head));
}

/* "@who " behind another column needs nothing to part it from the text. */
static bool take_handle(const struct target *t, struct str *s)
{
	size_t end = str_find_char(*s, ' ');

	if (end == STR_NONE || !annotate_is_handles(str_sub(*s, 0, end)) ||
		!annotate_apply(t, str_sub(*s, 0, end), true))
		return false;
	*s = str_trim_left(str_sub(*s, end, s->n));
	return true;
}

void annotate_take_columns(const struct target *t, struct str *s)
{
	enum { MOST = 6 };

	for (int i = 0; i < MOST; i++) {
		if (!take_tag(t, s) &&
			!(begins_column(*s) &&
				(annotate_take_head(t, s) ||
					(i > 0 && take_handle(t, s)))))
			return;
	}
}
