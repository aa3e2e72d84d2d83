/*
 * What a team agreed on for key results that come late: a note of its own,
 * "Late: 0" or "Late: -10% a week", counted from the due date to the day of
 * the reading.
 */
#include "grade_p.h"

#include <assert.h>

#include "wordlist_p.h"

enum { DAYS_A_WEEK = 7 };

/* "Late:" and what follows, also from a column of notes: "Notes: Late: 0". */
static bool take_late(struct str *rest)
{
	if (str_iskip(rest, "notes:") || str_iskip(rest, "note:"))
		*rest = str_trim_left(*rest);
	if (!str_iskip(rest, "late"))
		return false;
	str_skip_blank(rest);
	if (!str_skip_char(rest, ':') && !str_skip_char(rest, '='))
		return false;
	str_skip_blank(rest);
	return true;
}

/* A note's rule; percent is taken off for each week begun, 100 at once. */
static bool read_rule(struct str note, struct decimal *percent)
{
	static const struct decimal ALL = {100, 0};
	struct str rest = str_trim(note), word;

	if (!take_late(&rest))
		return false;
	*percent = ALL;
	word = str_trim(rest);
	if (str_iis(word, "0") || str_iis(word, "zero") ||
		str_iis(word, "nothing"))
		return true;
	if (!str_skip_char(&rest, '-') && !str_iskip(&rest, "minus "))
		return false;
	str_skip_blank(&rest);
	if (!decimal_take(&rest, percent))
		return false;
	str_skip_blank(&rest);
	return str_skip_char(&rest, '%') &&
	       words_find(rest, "week") != STR_NONE;
}

/* Weeks begun between the due date and the reading; 0: in time. */
static long weeks_late(const struct objective *o, const struct key_result *kr)
{
	struct date at = pace_newest(o, kr);
	long days;

	if (!date_is_set(kr->due) || !date_is_set(at))
		return 0;
	days = date_diff(kr->due, at);
	return days > 0 ? (days + DAYS_A_WEEK - 1) / DAYS_A_WEEK : 0;
}

static bool find_rule(const struct key_result *kr, struct decimal *percent)
{
	for (size_t i = 0; i < kr->notes.n; i++)
		if (read_rule(str_of(kr->notes.v[i]), percent))
			return true;
	return false;
}

void late_apply(
	struct arena *a, const struct objective *o, struct key_result *kr)
{
	long weeks = weeks_late(o, kr);
	struct decimal percent;
	const struct rat *off;

	assert(grade_is_sound(kr->grade));
	if (!kr->grade || kr->grade_source == SOURCE_STATED || weeks == 0 ||
		!find_rule(kr, &percent))
		return;
	off = rat_div(a, rat_of_decimal(a, percent), rat_of(a, 100, 1));
	if (percent.coef != 100 || percent.scale)
		off = rat_mul(a, off, rat_of(a, weeks, 1));
	kr->grade = grade_clamp(a, rat_sub(a, kr->grade, off));
	kr->formula = arena_printf(a, "%s; %ld week%s late: %s", kr->formula,
		weeks, weeks == 1 ? "" : "s",
		rat_text(a, kr->grade, GRADE_DECIMALS));
}
