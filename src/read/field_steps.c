/*
 * The steps of a key result, each with the grade that it is worth.
 */
#include "field_p.h"

#include "decimal.h"

bool add_milestone(struct reader *r, struct key_result *kr, struct str grade,
	struct str text, bool reached)
{
	const struct decimal *worth = field_share(r, grade, false);
	struct milestone *m;

	if (!worth || !text.n)
		return false;
	m = vec_add(r->a, &kr->milestones);
	*m = (struct milestone){.text = arena_text(r->a, text),
		.grade = *worth,
		.reached = reached,
		.due = field_date(text)};
	return true;
}

bool read_milestone(
	struct reader *r, struct key_result *kr, struct str s, bool reached)
{
	struct str grade = s, rest = s;
	struct decimal d;

	if (!decimal_take(&rest, &d))
		return false;
	str_skip_space(&rest);
	str_skip_char(&rest, '%');
	grade.n -= rest.n;
	rest = str_trim_left(rest);
	if (!str_skip_char(&rest, ':') && !str_skip_char(&rest, '=') &&
		!str_skip_char(&rest, '-') && !str_skip(&rest, "\u2013") &&
		!str_skip(&rest, "\u2014"))
		return false;
	return add_milestone(r, kr, grade, str_trim(rest), reached);
}

bool read_milestones(struct reader *r, struct key_result *kr, struct str s)
{
	struct str step;
	bool any = false;

	while (str_take_until(&s, ';', &step))
		any |= read_milestone(r, kr, str_trim(step), false);
	return any;
}
