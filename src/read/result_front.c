/*
 * Results in front of their sentence: "DONE: launch ...", "[WIP] launch ...",
 * a tick before the text.
 */
#include "result_p.h"

#include "attr.h"
#include "words.h"

/* "DONE: launch ...", "IN PROGRESS - launch ..." */
static bool take_front_words(
	struct str all, struct str *line, struct str *result)
{
	static const char *const SEPS[] = {": ", " - ", " \u2013 ", " \u2014 "};
	enum { LONGEST = 40 };
	struct str front = str_sub(all, 0, LONGEST);
	size_t at = STR_NONE;
	const char *sep = "";
	struct verdict v;

	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		size_t found = str_find(front, str_of(SEPS[i]));

		if (found >= at)
			continue;
		at = found;
		sep = SEPS[i];
	}
	if (at == STR_NONE)
		return false;
	front = str_sub(all, 0, at);
	if (!split_are_capitals(front) ||
		(str_words(front) == 1 && !split_is_loud(front)))
		return false;
	v = verdict_of(front);
	if (!v.known || !v.exact || v.kind == RESULT_PERCENT)
		return false;
	*result = front;
	*line = str_trim(str_sub(all, at + strlen(sep), all.n));
	return line->n > 0;
}

/* "Print the map [x]": a box that is ticked, at the end. */
static bool take_tick(struct str *s, struct str *result)
{
	struct str rest = *s;

	if (!str_ends(rest, " [x]") && !str_ends(rest, " [X]"))
		return false;
	rest = str_trim(str_sub(rest, 0, rest.n - strlen(" [x]")));
	rest = str_trim(str_trim_end(rest, "-:"));
	if (!rest.n)
		return false;
	*result = STR("done");
	*s = rest;
	return true;
}

bool result_take_front(struct str *line, struct str *result)
{
	struct str s = str_trim(*line), all = s, emoji = emoji_take(&s);
	size_t end;
	struct verdict v;

	if (verdict_is_empty_box(emoji) && str_trim(s).n) {
		*result = (struct str){NULL, 0};
		*line = str_trim(s);
		return false;
	}
	if (emoji.n && verdict_of_emoji(emoji) && str_trim(s).n) {
		while (emoji_take(&s).n)
			;
		*result = emoji;
		*line = str_trim(s);
		return true;
	}
	if (take_front_words(all, line, result))
		return true;
	s = all;
	if (take_tick(&s, result)) {
		*line = s;
		return true;
	}
	if (verdict_take_box(&s, result) && result->n) {
		*line = s;
		return s.n > 0;
	}
	if (!str_starts(all, "[") || all.n < 6)
		return false;
	end = str_find_char(str_sub(all, 0, 60), ']');
	if (end == STR_NONE || end < 3 || end + 2 >= all.n ||
		all.p[end + 1] != ' ')
		return false;
	v = verdict_of(str_sub(all, 1, end));
	if (!v.known || !v.exact)
		return false;
	*result = str_sub(all, 0, end + 1);
	*line = str_trim(str_sub(all, end + 1, all.n));
	return true;
}
