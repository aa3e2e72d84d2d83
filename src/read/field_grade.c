/*
 * What stands beside the grade of a key result: where it is, a score beyond
 * one, a share.
 */
#include "field_p.h"

#include "attr.h"
#include "decimal.h"
#include "keyresult.h"
#include "noted_p.h"
#include "quantity.h"
#include "rat.h"

/* Is the first the baseline of the key result, in its unit? */
static bool is_start(
	struct reader *r, const struct key_result *kr, const struct quantity *q)
{
	const struct quantity *start = kr->baseline;
	struct sentence said;

	if (!start) {
		sentence_read(r->a, str_of(kr->text), &said);
		start = said.baseline;
	}
	return q && q->has_value && start && start->has_value &&
	       quantity_is_like(q, start) &&
	       decimal_cmp(q->value, start->value) == 0;
}

/* "waits 5d -> 3.5d" where it started at five days: it is at 3.5 now. */
static const struct quantity *way_to(
	struct reader *r, const struct key_result *kr, struct str s)
{
	static const char *const ARROWS[] = {" -> ", " => ", " \u2192 "};
	const struct quantity *from, *to;
	size_t at = STR_NONE, i = 0, word;
	struct str left, right;

	for (; i < COUNT_OF(ARROWS) && at == STR_NONE; i++)
		at = str_find(s, str_of(ARROWS[i]));
	if (at == STR_NONE)
		return NULL;
	left = str_trim(str_sub(s, 0, at));
	right = str_trim(str_sub(s, at + strlen(ARROWS[i - 1]), s.n));
	for (word = left.n; word && !str_is_digit(left.p[word - 1]); word--)
		;
	while (word && left.p[word - 1] != ' ')
		word--;
	from = quantity_read(r->a, str_sub(left, word, left.n));
	to = quantity_take(r->a, &right);
	right = str_trim(right);
	if (!is_start(r, kr, from) || !to || !to->has_value ||
		!quantity_is_like(from, to) ||
		(right.n && !strchr(",;.", right.p[0])))
		return NULL;
	return to;
}

void field_now_beside(struct reader *r, struct key_result *kr, struct str s)
{
	const struct quantity *q;

	if (kr->current)
		return;
	q = noted_reading(r, kr, s, true);
	kr->current = q ? q : way_to(r, kr, s);
}

void field_beside(struct reader *r, struct key_result *kr, struct str s)
{
	size_t open = str_find_char(s, '(');
	const struct quantity *q;
	struct decimal share;

	if (kr->current || open == STR_NONE || !str_ends(s, ")"))
		return;
	s = str_sub(s, open + 1, s.n - 1);
	q = noted_reading(r, kr, s, true);
	if (!q || (decimal_shift(*kr->stated_grade, 2, &share) &&
			  decimal_cmp(share, q->value) == 0))
		return;
	kr->current = q;
	field_note(r, &kr->notes, "", s);
}

bool field_beyond(struct reader *r, struct key_result *kr, struct str s)
{
	const struct quantity *to = field_aim(r, kr), *now = kr->current;
	const struct rat *near = rat_of(r->a, 1, 100), *share, *off;
	struct decimal d, percent;

	if (!decimal_parse(str_trim(s), &d) || d.scale < 1 ||
		decimal_cmp(d, (struct decimal){1, 0}) <= 0 ||
		decimal_cmp(d, (struct decimal){2, 0}) > 0 || !now ||
		!now->has_value || !to || !to->has_value ||
		to->value.coef <= 0 || !decimal_shift(d, 2, &percent))
		return false;
	share = rat_div(r->a, rat_of_decimal(r->a, now->value),
		rat_of_decimal(r->a, to->value));
	off = rat_sub(r->a, share, rat_of_decimal(r->a, d));
	if (rat_cmp(off, near) > 0 ||
		rat_cmp(off, rat_sub(r->a, rat_of(r->a, 0, 1), near)) < 0)
		return false;
	kr->result.kind = RESULT_PERCENT;
	kr->result.percent = field_keep(r, percent);
	kr->result.text = arena_text(r->a, str_trim(s));
	kr->result.share = true;
	return true;
}

void field_yield_share(struct reader *r, struct key_result *kr)
{
	const struct quantity *aim = field_aim(r, kr), *now;

	if (kr->result.kind != RESULT_PERCENT || kr->current || !aim ||
		strcmp(aim->unit, "%") != 0)
		return;
	now = quantity_read(r->a, str_of(kr->result.text));
	if (!now || !now->has_value || strcmp(now->unit, "%") != 0)
		return;
	kr->current = now;
	kr->result = (struct result){.text = ""};
}

void field_unlearn_share(struct reader *r, struct key_result *kr)
{
	struct decimal share;
	struct str text = str_of(kr->result.text);

	if (kr->result.kind != RESULT_PERCENT || !kr->result.percent ||
		!str_ends(text, "%") || kr->current || !kr->stated_grade ||
		!decimal_shift(*kr->stated_grade, 2, &share) ||
		decimal_cmp(share, *kr->result.percent) == 0)
		return;
	kr->current = quantity_read(r->a, text);
	kr->result = (struct result){.text = ""};
}
