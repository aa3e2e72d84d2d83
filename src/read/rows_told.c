/*
 * Lines that look like objectives and key results are some only on a page that
 * speaks of them.
 */
#include "rows_p.h"

#include "goals_p.h"
#include "keyresult.h"

/* How far the page speaks of goals, above the first of them. */
static enum goals announced(const struct rows *rows, const struct plan *plan)
{
	enum { FIRST = 5 };
	enum goals best = goals_announced(rows->title), e;
	size_t n = 0;

	if (!best && goals_spoken_of(rows->title))
		best = GOALS_OURS;
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->v[i];

		if (row->kind != ROW_TEXT)
			continue;
		if (row_is(row, plan->objective))
			break;
		if (++n > FIRST && !row->heading && !row->bold && !row->lead &&
			!row->capitals)
			continue;
		e = goals_announced(row->text);
		if (!e && row->heading && str_words(row->text) < 3 &&
			goals_spoken_of(row->text)) /* "Goals" */
			e = GOALS_OURS;
		if (vocab_has_okr(row->text) && !goals_are_others(row->text))
			e = GOALS_BOTH;
		best = e > best ? e : best;
	}
	return best;
}

/* Does a third of these lines say how far, and not only how many? */
static bool are_aimed(struct reader *r, const struct rows *rows, int style)
{
	size_t n = 0, aimed = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->v[i];

		if (!row_is(row, style))
			continue;
		n++;
		aimed += row_is_aimed(r, row);
	}
	return aimed * 3 >= n;
}

bool rows_are_told(
	struct reader *r, const struct rows *rows, const struct plan *plan)
{
	const struct row *o = rows_first(rows, plan->objective);
	const struct row *m = rows_first(rows, plan->measure);
	const struct tally *t = &plan->tally;
	enum goals told;

	if (vocab_names_examples(rows->title))
		return false;
	if (t->goals > 1 && (o->numbered || (m && m->mark == ROW_KEY_RESULT)))
		return true;
	if (t->goals < 2)
		return o->mark == ROW_OBJECTIVE && o->heading == 1 &&
		       t->known && !goals_are_others(rows->title);
	told = announced(rows, plan);
	if (t->known == t->goals)
		told = told > GOALS_DATED ? GOALS_BOTH : GOALS_OURS;
	if (o->named && told < GOALS_OURS && are_aimed(r, rows, plan->measure))
		told = GOALS_OURS;
	if (t->measured * 3 >= t->n * 2 && rows_speak_for(r, rows, plan, told))
		return true;
	if (goals_are_others(rows->title))
		return false;
	return told >= GOALS_TIMED
		       ? t->measured * 2 >= t->n
		       : told == GOALS_OURS && t->measured * 3 >= t->n * 2;
}
