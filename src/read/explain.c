/*
 * What grade --explain tells: what each line was understood as, the numbers
 * found in it, and what was left alone.  Nothing of this is made where nobody
 * asks.
 */
#include "reader_p.h"

#include <stdlib.h>

#include "attr.h"
#include "buf.h"

enum { LONGEST = 2000 }; /* bytes of one explanation */

/* What a line is comes before what is told of it. */
enum { ORDER_OBJECTIVE = -3, ORDER_KEY_RESULT, ORDER_NUMBERS };

static void add(struct reader *r, int line, const char *what,
	const char *detail, int order)
{
	struct explained *e = vec_add(r->a, r->why);

	*e = (struct explained){line, what, detail, order};
}

void read_explain(
	struct reader *r, int line, const char *what, const char *detail)
{
	if (r->why)
		add(r, line, what, detail, (int)r->why->n);
}

void read_explain_field(
	struct reader *r, int line, const char *name, struct str value)
{
	enum { SHORT = 200 };

	if (r->why)
		read_explain(r, line, "field",
			arena_printf(r->a, "%s: %.*s", name,
				STR_ARG(str_sub(value, 0, SHORT))));
}

/* Everything below a heading that is left alone, or a part of it. */
void read_explain_left(struct reader *r, const struct block *b)
{
	static const char *const NAMES[] = {
		[BLOCK_LIST] = "list",
		[BLOCK_TABLE] = "table",
		[BLOCK_LEFT] = "code or quotation",
		[BLOCK_RULE] = "",
	};
	const char *name = "";

	if (!r->why || b->kind == BLOCK_RULE)
		return;
	if (b->kind < COUNT_OF(NAMES) && NAMES[b->kind])
		name = NAMES[b->kind];
	else
		name = piece_text(r, (struct piece){b, b->text.s});
	read_explain(r, b->line, "left alone", name);
}

static void add_quantity(
	struct buf *b, const char *word, const struct quantity *q)
{
	if (!q)
		return;
	buf_addf(b, "%s%s ", b->n ? ", " : "", word);
	if (q->has_value)
		decimal_print(b, q->value);
	else
		buf_addf(b, "'%s'", q->text);
	if (q->has_value && *q->unit)
		buf_addf(b, " %s", q->unit);
}

static void explain_kr(struct reader *r, const struct key_result *kr)
{
	const char *comparator = comparator_name(kr->comparator);
	struct buf b;

	buf_init(&b, LONGEST);
	add_quantity(&b, "from", kr->baseline);
	if (kr->target)
		add_quantity(&b,
			comparator ? arena_printf(r->a, "to %s", comparator)
				   : "to",
			kr->target);
	add_quantity(&b, "now", kr->current);
	if (kr->tasks_all)
		buf_addf(&b, "%s%d of %d tasks done", b.n ? ", " : "",
			kr->tasks_done, kr->tasks_all);
	if (kr->result.kind != RESULT_NONE)
		buf_addf(&b, "%sresult: %s '%s'", b.n ? ", " : "",
			result_kind_name(kr->result.kind), kr->result.text);
	add(r, kr->line, "key result", kr->text, ORDER_KEY_RESULT);
	add(r, kr->line, "understood",
		b.n ? arena_text(r->a, buf_str(&b)) : "no numbers, no result",
		ORDER_NUMBERS);
	buf_release(&b);
}

static int by_line(const void *a, const void *b)
{
	const struct explained *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->order - y->order;
}

void read_explain_finish(struct reader *r)
{
	if (!r->why)
		return;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		const struct objective *o = &r->m->objectives.v[i];

		add(r, o->source.line, "objective", o->title, ORDER_OBJECTIVE);
		for (size_t k = 0; k < o->key_results.n; k++)
			explain_kr(r, &o->key_results.v[k]);
	}
	if (r->why->n)
		qsort(r->why->v, r->why->n, sizeof *r->why->v, by_line);
}
