/*
 * What a remark at the end of a key result or objective is, by its words
 * alone: a handle, a light, a share, a field's name and its value.
 */
#include "annotate_p.h"

#include "attr.h"
#include "decimal.h"
#include "mark_number_p.h"
#include "rag_p.h"

bool annotate_is_handles(struct str s)
{
	if (s.n < 2 || s.p[0] != '@')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_alnum(s.p[i]) && !strchr("@-_., &/", s.p[i]))
			return false;
	}
	return true;
}

/* "resp. Logistics", "owner Sales", no "lead time": a name behind the word for
 * owners, where nothing but a blank parts the two. */
static bool names_somebody(struct str label, struct str name)
{
	enum { MOST_WORDS = 4 };

	return name.n && str_words(name) <= MOST_WORDS &&
	       !str_iis(label, "lead") && !str_has_digit(name) &&
	       (str_ends(label, ".") || str_starts(name, "@") ||
		       char_is_upper(name.p[0]) ||
		       (unsigned char)name.p[0] >= 0xc3);
}

/* "Accountable - @ana", "Owner: Ana", "Involved - @bo": whose it is, or who
 * else has a part in it. */
static enum field named_person(struct str s, struct str *value)
{
	static const char *const OTHERS[] = {"involved", "consulted",
		"informed", "support", "supporting", "supported by",
		"contributors", "helping", "beteiligt", "unterst\u00fctzt",
		"impliqu\u00e9s", "involucrados", "envolvidos"};
	enum { LONGEST = 24 };
	struct str head = str_sub(s, 0, LONGEST), label;
	size_t dash = str_find(head, STR(" - ")), skip = 3, len;

	if (dash == STR_NONE) {
		dash = str_find_char(head, ':');
		skip = 1;
	}
	if (dash == STR_NONE)
		return FIELD_NONE;
	label = str_trim(str_sub(s, 0, dash));
	len = dash + skip;
	*value = str_trim(str_sub(s, len, s.n));
	if (!value->n || (value->p[0] != '@' &&
				 !(value->p[0] >= 'A' && value->p[0] <= 'Z')))
		return FIELD_NONE;
	if (skip == 3 && vocab_field(label) == FIELD_OWNER)
		return FIELD_OWNER;
	for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
		if (str_iis(label, OTHERS[i])) {
			*value = s;
			return FIELD_NOTES;
		}
	}
	return FIELD_NONE;
}

enum { VALUES = 3 }; /* fields that alone belong to the sentence */

enum field annotate_named(struct str s, struct str *value, bool alone)
{
	static const enum field SHORT[] = {FIELD_OWNER, FIELD_DRI, FIELD_WEIGHT,
		FIELD_CONFIDENCE, FIELD_GRADE, FIELD_DUE, FIELD_STATUS,
		FIELD_PROGRESS, FIELD_PRIORITY, FIELD_TYPE, FIELD_TEAM,
		FIELD_BASELINE, FIELD_TARGET, FIELD_CURRENT};
	size_t n = COUNT_OF(SHORT) - (alone ? VALUES : 0);
	size_t colon = str_find_char(s, ':');
	enum field f = FIELD_NONE;
	size_t wide = str_find(s, STR("\uff1a"));

	if (names_parent(s, value))
		return FIELD_LADDERS;
	f = named_person(s, value);
	if (f != FIELD_NONE)
		return f;
	if (wide != STR_NONE && wide <= 24 && colon == STR_NONE) {
		*value = str_trim(str_sub(s, wide + 3, s.n));
		s = str_sub(s, 0, wide);
		f = value->n ? vocab_field(s) : FIELD_NONE;
		return f == FIELD_OWNER || f == FIELD_STATUS || f == FIELD_GRADE
			       ? f
			       : FIELD_NONE;
	}
	if (colon == STR_NONE || colon > 24)
		colon = str_find_char(s, '=');
	if (colon == STR_NONE || colon > 24)
		colon = str_find_char(s, ' ');
	if (colon == STR_NONE)
		return FIELD_NONE;
	f = vocab_field(str_sub(s, 0, colon));
	*value = str_trim(str_sub(s, colon + 1, s.n));
	if (s.p[colon] == ' ' && names_somebody(str_sub(s, 0, colon), *value))
		return f == FIELD_OWNER ? f : FIELD_NONE;
	if (!value->n || (s.p[colon] == ' ' && !str_is_digit(value->p[0])))
		return FIELD_NONE;
	for (size_t i = 0; i < n; i++) {
		if (f == SHORT[i])
			return f;
	}
	return FIELD_NONE;
}

bool annotate_is_type(struct str s)
{
	return str_iis(s, "committed") || str_iis(s, "aspirational") ||
	       str_iis(s, "stretch") || str_iis(s, "moonshot") ||
	       str_iis(s, "roofshot");
}

bool annotate_is_share(struct str s)
{
	struct decimal d;

	return decimal_take(&s, &d) && str_is(str_trim(s), "%") &&
	       d.coef >= 0 && decimal_cmp(d, (struct decimal){100, 0}) <= 0;
}

bool annotate_is_of_ten(struct str s)
{
	struct decimal d;

	return decimal_take(&s, &d) && str_is(str_trim(s), "/10");
}

bool annotate_is_priority(struct str s)
{
	return s.n == 2 && s.p[0] == 'P' &&
	       (str_is_digit(s.p[1]) || strchr("X?", s.p[1]));
}

bool annotate_is_ranked(struct str s)
{
	enum { TAG = 2 };

	s = str_trim(s);
	str_skip_char(&s, '[');
	return annotate_is_priority(str_sub(s, 0, TAG)) && s.n > TAG &&
	       !str_is_alnum(s.p[TAG]);
}

bool annotate_is_light(struct str s)
{
	enum health health;

	return s.n &&
	       ((unsigned char)s.p[0] == 0xf0 || str_starts(s, "\u26a0")) &&
	       rag_take(&s, &health) && !s.n;
}

bool annotate_is_belief(struct str s)
{
	static const char *const WORDS[] = {"on track", "on-track", "at risk",
		"at-risk", "off track", "off-track", "behind", "ahead",
		"needs attention", "slightly behind", "green", "yellow",
		"amber", "red", "ahead of plan", "behind schedule",
		"on schedule", "on plan", "at high risk"};

	symbols_skip(&s);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return false;
}
