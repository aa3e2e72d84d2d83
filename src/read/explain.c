/*
 * What grade --explain tells: what each line was understood as, the numbers
 * found in it, and what was left alone.  Nothing of this is made where nobody
 * asks.
 */
#include "reader_p.h"

#include <stdlib.h>
#include <string.h>

#include "attr.h"
#include "buf.h"

enum { LONGEST = 2000 }; /* bytes of one explanation */

/* What a line is comes before what is told of it. */
enum {
	ORDER_OBJECTIVE = -4,
	ORDER_ITS_FACTS,
	ORDER_KEY_RESULT,
	ORDER_NUMBERS,
};

static void add(struct reader *r, int line, const char *what,
	const char *detail, int order)
{
	struct explained *e = vec_add(r->a, r->why);

	*e = (struct explained){line, what, detail, order};
}

void read_explain(
	struct reader *r, int line, const char *what, const char *detail)
{
	if (r->why && line > 0)
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

/* The next of the things understood: "owner CFO". */
static void add_word(struct buf *b, const char *word, const char *value)
{
	if (value && *value)
		buf_addf(b, "%s%s %s", b->n ? ", " : "", word, value);
}

static void add_decimal(
	struct buf *b, const char *word, const struct decimal *d)
{
	if (!d)
		return;
	buf_addf(b, "%s%s ", b->n ? ", " : "", word);
	decimal_print(b, *d);
}

static void add_result(struct buf *b, const struct result *r)
{
	if (r->kind != RESULT_NONE)
		buf_addf(b, "%sresult: %s '%s'", b->n ? ", " : "",
			result_kind_name(r->kind), r->text);
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

static void add_due(struct buf *b, struct date due)
{
	if (!date_is_set(due))
		return;
	buf_addf(b, "%sdue ", b->n ? ", " : "");
	date_print(b, due);
}

static void explain_objective(struct reader *r, const struct objective *o)
{
	struct buf b;

	add(r, o->source.line, "objective", o->title, ORDER_OBJECTIVE);
	buf_init(&b, LONGEST);
	add_word(&b, "owner", o->owner);
	add_word(&b, "team", o->team);
	if (strcmp(o->period.name, r->m->period.name) != 0)
		add_word(&b, "period", o->period.name);
	add_word(&b, "state", state_name(o->state));
	add_word(&b, "outcome", outcome_name(o->outcome));
	add_word(&b, "health", health_name(o->health));
	add_decimal(&b, "stated grade", o->stated_grade);
	add_decimal(&b, "confidence", o->confidence);
	add_decimal(&b, "weight", o->weight);
	add_result(&b, &o->result);
	if (b.n)
		add(r, o->source.line, "understood",
			arena_text(r->a, buf_str(&b)), ORDER_ITS_FACTS);
	buf_release(&b);
}

static void add_numbers(
	struct reader *r, struct buf *b, const struct key_result *kr)
{
	const char *comparator = comparator_name(kr->comparator);

	add_quantity(b, "from", kr->baseline);
	add_quantity(b,
		comparator ? arena_printf(r->a, "to %s", comparator) : "to",
		kr->target);
	add_quantity(b, "now", kr->current);
	if (kr->tasks_all)
		buf_addf(b, "%s%d of %d tasks done", b->n ? ", " : "",
			kr->tasks_done, kr->tasks_all);
}

static void explain_kr(struct reader *r, const struct key_result *kr)
{
	struct buf b;

	add(r, kr->line, "key result", kr->text, ORDER_KEY_RESULT);
	buf_init(&b, LONGEST);
	add_numbers(r, &b, kr);
	if (kr->result.text[0] || !kr->checked)
		add_result(&b, &kr->result);
	if (kr->checked)
		buf_addf(&b, "%sticked", b.n ? ", " : "");
	if (!b.n)
		buf_adds(&b, "no numbers, no result");
	add_word(&b, "health", health_name(kr->health));
	if (kr->health == HEALTH_NONE && kr->result.kind == RESULT_NONE)
		add_word(&b, "status", kr->stated_status);
	add_decimal(&b, "stated grade", kr->stated_grade);
	add_decimal(&b, "confidence", kr->confidence);
	add_decimal(&b, "weight", kr->weight);
	add_due(&b, kr->due);
	add_word(&b, "owner", kr->owner);
	add(r, kr->line, "understood", arena_text(r->a, buf_str(&b)),
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

		explain_objective(r, o);
		for (size_t k = 0; k < o->key_results.n; k++)
			explain_kr(r, &o->key_results.v[k]);
	}
	if (r->why->n)
		qsort(r->why->v, r->why->n, sizeof *r->why->v, by_line);
}
