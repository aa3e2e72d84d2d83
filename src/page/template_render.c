/*
 * The renderer: walks the operations with a stack of contexts, the blocks
 * that were replaced on the way here, and the indentation of the place.
 */
#include <assert.h>

#include "template_p.h"

/* Contexts, the innermost first; on the C stack. */
struct scope {
	const struct value *value;
	const struct scope *up;
};

/* The content of a parent tag: the blocks it replaces. */
struct given {
	const struct template *t;
	size_t from, to;
	const struct given *outer; /* wins over this one */
};

/* Where we are. Each line gets indent after the first cut bytes of its own
 * white space are gone. */
struct place {
	const struct template *t;
	const struct scope *scope;
	const struct given *given;
	struct str indent;
	size_t cut;
};

/* What the next output owes to a block that was entered. */
enum owed { OWED_NOTHING, OWED_INDENT, OWED_NO_INDENT };

struct run {
	struct arena *a;
	const struct template_set *set;
	template_escape *escape;
	struct buf *b;
	struct err *err;
	long steps;
	int depth;
	enum owed owed;
	struct str owed_indent;
};

static int run_ops(
	struct run *r, const struct place *at, size_t from, size_t to);

/* Finds the first part of a dotted name up the contexts, the rest within. */
static const struct value *look_up(const struct scope *scope, struct str name)
{
	const struct value *v = NULL;
	struct str part;

	if (str_is(name, "."))
		return scope->value;
	(void)str_take_until(&name, '.', &part);
	for (; scope && !v; scope = scope->up)
		v = value_get(scope->value, part);
	while (v && str_take_until(&name, '.', &part))
		v = value_get(v, part);
	return v;
}

static void settle(struct run *r)
{
	if (r->owed == OWED_INDENT)
		buf_add(r->b, r->owed_indent);
	r->owed = OWED_NOTHING;
}

static struct str cut(struct str blank, size_t n)
{
	return str_sub(blank, n, blank.n);
}

static void run_line(struct run *r, const struct place *at, const struct op *op)
{
	if (r->owed != OWED_NO_INDENT)
		buf_add(r->b, at->indent);
	r->owed = OWED_NOTHING;
	buf_add(r->b, cut(op->text, at->cut));
}

static void run_value(
	struct run *r, const struct place *at, const struct op *op)
{
	const struct value *v = look_up(at->scope, op->text);

	settle(r);
	if (!v)
		return;
	if (v->type == VALUE_BOOL)
		buf_adds(r->b, v->flag ? "true" : "false");
	else if (v->type == VALUE_TEXT && op->type == OP_VALUE)
		r->escape(r->b, str_of(v->text));
	else if (v->type == VALUE_TEXT || v->type == VALUE_MARKUP)
		buf_adds(r->b, v->text);
}

static int run_within(struct run *r, const struct place *at, size_t index,
	const struct value *v)
{
	struct scope scope = {v, at->scope};
	struct place inner = *at;

	assert(index < at->t->ops.n);
	inner.scope = &scope;
	return run_ops(r, &inner, index + 1, at->t->ops.v[index].end);
}

static int run_section(struct run *r, const struct place *at, size_t index)
{
	const struct op *op = &at->t->ops.v[index];
	const struct value *v = look_up(at->scope, op->text);
	bool shown = v && value_is_true(v);

	if (op->type == OP_INVERTED)
		return shown ? 0 : run_ops(r, at, index + 1, op->end);
	if (!shown)
		return 0;
	if (v->type != VALUE_LIST)
		return run_within(r, at, index, v);
	for (size_t i = 0; i < v->list.n; i++)
		if (run_within(r, at, index, v->list.v[i]))
			return -1;
	return 0;
}

/* The indentation of a place plus what of blank is left of it. */
static struct str deeper(
	struct run *r, const struct place *at, struct str blank)
{
	struct str more = cut(blank, at->cut);

	if (more.n == 0)
		return at->indent;
	if (at->indent.n == 0)
		return more;
	return str_of(arena_printf(
		r->a, "%.*s%.*s", STR_ARG(at->indent), STR_ARG(more)));
}

static int run_partial(struct run *r, const struct place *at, size_t index)
{
	const struct op *op = &at->t->ops.v[index];
	const struct template *t = op->target;
	struct given given = {at->t, index + 1, op->end, NULL};
	struct place inner = {.scope = at->scope, .given = at->given};

	if (op->dynamic) {
		const struct value *v = look_up(at->scope, op->text);

		t = v ? template_find(r->set, str_of(v->text)) : NULL;
	}
	if (!t)
		return 0;
	inner.t = t;
	if (op->alone)
		inner.indent = deeper(r, at, op->indent);
	else
		settle(r);
	/* Newest last would lose: the outermost replacement wins. */
	given.outer = at->given;
	if (op->type == OP_PARENT)
		inner.given = &given;
	return run_ops(r, &inner, 0, t->ops.n);
}

/* The block of that name in a parent tag's content, or NULL. */
static const struct op *find_block(const struct given *g, struct str name)
{
	assert(g->from <= g->to && g->to <= g->t->ops.n);
	for (size_t i = g->from; i < g->to;) {
		const struct op *op = &g->t->ops.v[i];

		if (op->type == OP_BLOCK && str_eq(op->text, name))
			return op;
		i = op->end > i ? op->end : i + 1;
	}
	return NULL;
}

static int run_block(struct run *r, const struct place *at, size_t index)
{
	const struct op *op = &at->t->ops.v[index], *content = op, *found;
	struct place inner = *at;
	struct str owed_indent = r->owed_indent;
	enum owed owed;
	int status;

	for (const struct given *g = at->given; g; g = g->outer) {
		found = find_block(g, op->text);
		if (!found)
			continue;
		content = found;
		inner.t = g->t;
	}
	inner.indent = deeper(r, at, op->indent);
	inner.cut = content->own;
	if (!op->alone)
		settle(r);
	owed = r->owed;
	r->owed = op->alone ? OWED_INDENT : OWED_NO_INDENT;
	r->owed_indent = inner.indent;
	index = (size_t)(content - inner.t->ops.v);
	status = run_ops(r, &inner, index + 1, content->end);
	if (r->owed != OWED_NOTHING) {
		r->owed = owed;
		r->owed_indent = owed_indent;
	}
	return status;
}

static int run_op(struct run *r, const struct place *at, size_t index)
{
	const struct op *op = &at->t->ops.v[index];
	int status;

	switch (op->type) {
	case OP_LINE:
		run_line(r, at, op);
		return 0;
	case OP_TEXT:
		settle(r);
		buf_add(r->b, op->text);
		return 0;
	case OP_VALUE:
	case OP_RAW:
		run_value(r, at, op);
		return 0;
	case OP_SECTION:
	case OP_INVERTED:
		return run_section(r, at, index);
	case OP_PARTIAL:
	case OP_PARENT:
	case OP_BLOCK:
		break;
	}
	if (++r->depth > TEMPLATE_DEPTH)
		return err_set(r->err, ERR_CONFIG,
			"%s:%d: '%.*s' includes itself, or partials nest "
			"deeper than %d",
			at->t->file, op->line, STR_ARG(op->text),
			TEMPLATE_DEPTH);
	status = op->type == OP_BLOCK ? run_block(r, at, index)
				      : run_partial(r, at, index);
	assert(r->depth > 0);
	r->depth--;
	return status;
}

static int run_ops(
	struct run *r, const struct place *at, size_t from, size_t to)
{
	assert(from <= to && to <= at->t->ops.n);
	for (size_t i = from; i < to && !r->b->over;) {
		const struct op *op = &at->t->ops.v[i];

		if (++r->steps > TEMPLATE_STEPS)
			return err_set(r->err, ERR_CONFIG,
				"%s:%d: the template takes more than %d steps",
				at->t->file, op->line, TEMPLATE_STEPS);
		if (run_op(r, at, i))
			return -1;
		i = op->end > i ? op->end : i + 1;
	}
	return 0;
}

int template_render(struct arena *a, const struct template_set *set,
	const char *name, const struct value *data, template_escape *escape,
	struct buf *b, struct err *err)
{
	const struct template *t = template_find(set, str_of(name));
	struct scope scope = {data, NULL};
	struct place at = {.t = t, .scope = &scope, .indent = STR("")};
	struct run r = {.a = a,
		.set = set,
		.escape = escape,
		.b = b,
		.err = err,
		.owed_indent = STR("")};

	assert(data && escape && b->p);
	if (!t)
		return err_set(
			err, ERR_CONFIG, "there is no template '%s'", name);
	return run_ops(&r, &at, 0, t->ops.n);
}
