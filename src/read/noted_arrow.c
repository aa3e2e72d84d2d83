/*
 * "Run 250 km -> 191 km": a goal and what came of it, where "25 -> 20" is a
 * way from here to there.  Only the manner of the whole text can tell.
 */
#include "noted_p.h"

#include "attr.h"
#include "keyresult.h"
#include "mark_number_p.h"
#include "rat.h"

enum arrow { ARROW_NONE, ARROW_WAY, ARROW_END };

/* "Run 250 km", "Play at 2 fairs", "12 concerts", "under 2 h": a goal by
 * itself, where "Sick days 12" only says from where. */
static bool is_goal(struct str s, const struct sentence *said)
{
	enum { NEAR = 2 }; /* words in front of the number */
	struct str word, all = s, unit;
	bool near = false;

	size_t comma = str_rfind_char(s, ',');

	if (!said->target || !said->target->has_value)
		return false;
	if (said->baseline && said->baseline->has_value) /* a whole way */
		return true;
	if (comma != STR_NONE && str_starts(str_sub(s, comma, s.n), ", "))
		s = all = str_sub(s, comma + 2, s.n);
	if (all.n < 2)
		return false;
	if (str_is_digit(s.p[0]) || said->comparator != CMP_NONE)
		return true;
	for (int i = 0; i <= NEAR && str_take_until(&s, ' ', &word); i++)
		near = near || str_has_digit(word);
	unit = str_of(said->target->unit);
	/* "Sing 12 concerts": the verb may be none we know */
	return near && (*said->verb || (unit.n && !str_is(unit, "%") &&
					       !char_is_upper(unit.p[0]) &&
					       !char_is_upper(all.p[1])));
}

/* The arrows, each kind with a habit of its own: on a page of "25 -> 20 => 22"
 * one is the way and the other is what came of it. */
static const struct {
	const char *signs[4];
	enum result_place place;
} ARROWS[] = {{{" \u2192 ", " -> ", " \u279c "}, RESULT_AT_THIN},
	{{" => ", " ==> ", " \u21d2 "}, RESULT_AT_ARROW}};

/* What an arrow of a kind parts: the goal up to at, and from to on the rest. */
static enum arrow find_arrow(
	struct reader *r, size_t kind, struct str s, size_t *at, size_t *to)
{
	struct sentence said;

	for (const char *const *sign = ARROWS[kind].signs;
		*sign && s.n <= NOTED_BYTES; sign++) {
		*at = str_find(s, str_of(*sign));
		if (*at == STR_NONE || !*at)
			continue;
		*to = *at + strlen(*sign);
		sentence_read(r->a, str_sub(s, 0, *at), &said);
		return str_find(str_sub(s, *to, s.n), str_of(*sign)) ==
					       STR_NONE &&
				       is_goal(s, &said)
			       ? ARROW_END
			       : ARROW_WAY;
	}
	return ARROW_NONE;
}

/* What stands behind the arrow, as a note. */
static void take_arrow(struct reader *r, size_t kind, struct key_result *kr)
{
	struct str s = str_of(kr->text), behind, rest;
	struct clause first;
	size_t at, to;

	if (find_arrow(r, kind, s, &at, &to) != ARROW_END)
		return;
	behind = rest = str_trim(str_sub(s, to, s.n));
	kr->text = arena_text(r->a, str_sub(s, 0, at));
	if (noted_take(&rest, &first))
		kr->current = noted_reading(r, kr, first.s, true);
	if (!kr->current || rest.n)
		*vec_add(r->a, &kr->notes) = arena_text(r->a, behind);
	noted_grade_behind(r, kr, rest);
}

/* Is what is known of kr something else than what stands behind its arrow? */
static bool is_known_else(struct reader *r, struct key_result *kr, size_t to)
{
	struct str s = str_of(kr->text);
	const struct quantity *q;
	struct clause c;

	if (kr->result.kind == RESULT_PERCENT)
		return true;
	if (!kr->current)
		return false;
	s = str_sub(s, to, s.n);
	q = noted_take(&s, &c) ? noted_reading(r, kr, c.s, true) : NULL;
	return !q || decimal_cmp(q->value, kr->current->value) != 0;
}

/* Do the arrows of the text all part a goal and its end? */
static bool is_manner(struct reader *r, size_t kind)
{
	enum { SOME = 2 };
	size_t arrows = 0, told = 0, all = 0, at, to;
	size_t known = r->habit.n[ARROWS[kind].place];

	if (known < SOME || r->ours)
		return false;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++, all++) {
			struct key_result *kr = &o->key_results.v[k];

			enum arrow arrow =
				find_arrow(r, kind, str_of(kr->text), &at, &to);

			if (arrow == ARROW_WAY ||
				(arrow && is_known_else(r, kr, to)))
				return false;
			arrows += arrow == ARROW_END;
			told += !arrow && (kr->current || kr->result.text[0]);
		}
	}
	/* of the thick ones not all results are counted: "=> $3.9M" */
	if (ARROWS[kind].place == RESULT_AT_ARROW && told > known)
		known = told;
	return arrows && (arrows + known) * 5 >= all * 4;
}

/* Is "86%" of what is to be 90 % a share that is done, as far as we know? */
static bool is_share(struct reader *r, const struct key_result *kr)
{
	const struct quantity *aim = field_aim(r, kr);

	return aim && aim->has_value && !strcmp(aim->unit, "%");
}

bool noted_count(struct reader *r,
	bool (*aims)(struct reader *, const struct key_result *),
	struct noted_count *n)
{
	*n = (struct noted_count){0};
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		const struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++) {
			const struct key_result *kr = &o->key_results.v[k];
			bool share = kr->result.kind == RESULT_PERCENT;

			if (is_our_line(r, kr->line))
				return false;
			/* what has neither need not be read for its aim */
			if ((!share && !kr->current) || aims(r, kr))
				continue;
			n->shares += share;
			n->readings += kr->current && !share;
		}
	}
	return true;
}

/* "=> 86%" is where it stands, where "=> 41 schools" is, and a share of what
 * was done where "=> 80%" is written behind 50 schools. */
static bool are_readings(struct reader *r)
{
	enum { SOME = 2 };
	struct noted_count n;

	if (!noted_count(r, is_share, &n))
		return false;
	/* "Progress: 40%" is how much of it is done, but where "Progress: 21
	 * min" and "Progress: 4.1" stand, and never a share like it */
	return r->progress || r->finishing ? n.readings >= SOME && !n.shares
					   : n.readings > n.shares;
}

/* "from 60% to 80%", where "Progress: 50%" may be half of the way */
static bool is_way(struct reader *r, const struct key_result *kr)
{
	struct sentence said;

	sentence_read(r->a, str_of(kr->text), &said);
	return kr->baseline || said.baseline;
}

/* "86%, a bit late" */
static void read_share(struct reader *r, struct key_result *kr)
{
	struct str s = str_of(kr->result.text);
	struct clause c;
	const struct quantity *q;

	if (kr->result.kind != RESULT_PERCENT || kr->current ||
		!is_share(r, kr) || (r->progress && is_way(r, kr)) ||
		!noted_take(&s, &c))
		return;
	q = noted_alone(r, kr, noted_bare(c.s));
	if (!q || strcmp(q->unit, "%") != 0)
		return;
	(void)noted_settle(r, kr, str_of(kr->result.text));
}

/* "99.93%" of what is to be 99.95 %: nobody knows that well how much of it is
 * done. */
static bool is_fine(struct reader *r, const struct key_result *kr)
{
	const struct decimal *d = kr->result.percent;
	const struct quantity *aim;
	const struct rat *to, *far;

	if (kr->result.kind != RESULT_PERCENT || !d || d->scale < 1)
		return false;
	aim = field_aim(r, kr);
	if (!aim || !aim->has_value || aim->value.scale < 1)
		return false;
	to = rat_of_decimal(r->a, aim->value);
	far = rat_sub(r->a, rat_of_decimal(r->a, *d), to);
	far = rat_mul(r->a, far, rat_of(r->a, 10, 1));
	return rat_cmp(far, to) <= 0 && rat_sign(rat_add(r->a, far, to)) >= 0;
}

void noted_shares(struct reader *r)
{
	bool readings = are_readings(r);

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++) {
			struct key_result *kr = &o->key_results.v[k];

			if (readings || is_fine(r, kr))
				read_share(r, kr);
		}
	}
}

static void take_arrows(struct reader *r, size_t kind)
{
	if (!is_manner(r, kind))
		return;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++)
			take_arrow(r, kind, &o->key_results.v[k]);
	}
}

void noted_arrows(struct reader *r)
{
	for (size_t kind = 0; kind < COUNT_OF(ARROWS); kind++)
		take_arrows(r, kind);
}
