/*
 * The compiler: from tokens, line by line, to one flat list of operations a
 * template.  Sections know the index behind their end; nothing is copied.
 */
#include "template_p.h"

#include <assert.h>

struct compiler {
	struct arena *a;
	struct template *t;
	struct err *err;
	size_t stack[TEMPLATE_DEPTH]; /* indexes of what is open */
	size_t depth;
};

static int fail(
	const struct compiler *c, int line, const char *reason, struct str name)
{
	return err_set(c->err, ERR_CONFIG, "%s:%d: '%.*s' %s", c->t->file, line,
		STR_ARG(name), reason);
}

static struct op *add(struct compiler *c, enum op_type type, int line)
{
	struct op *op = vec_add(c->a, &c->t->ops);

	op->type = type;
	op->line = line;
	return op;
}

static struct op *top(const struct compiler *c)
{
	return c->depth ? &c->t->ops.v[c->stack[c->depth - 1]] : NULL;
}

static bool is_inheritance(const struct op *op)
{
	return op && (op->type == OP_PARENT || op->type == OP_BLOCK);
}

/* Tells the block we are at the top of how far its content is indented. */
static void learn_indent(struct compiler *c, struct str blank)
{
	struct op *op = top(c);

	if (!op || op->type != OP_BLOCK || op->known)
		return;
	op->own = blank.n;
	op->known = true;
	op->indent = blank;
}

static int open_section(struct compiler *c, const struct token *token)
{
	if (c->depth == TEMPLATE_DEPTH)
		return fail(c, token->line, "is nested too deep", token->text);
	c->stack[c->depth++] = c->t->ops.n - 1;
	return 0;
}

static int close_section(struct compiler *c, const struct token *token)
{
	struct op *op = top(c);

	assert(token->sigil == '/');
	if (!op)
		return fail(c, token->line, "is closed but was never opened",
			token->text);
	if (!str_eq(op->text, token->text) || op->dynamic != token->dynamic)
		return err_set(c->err, ERR_CONFIG,
			"%s:%d: '%.*s' is closed while '%.*s' of line %d is "
			"open",
			c->t->file, token->line, STR_ARG(token->text),
			STR_ARG(op->text), op->line);
	op->end = c->t->ops.n;
	c->depth--;
	return 0;
}

/* blank is the white space before the first tag of a line, else empty. */
static int add_tag(struct compiler *c, const struct token *token,
	struct str blank, bool alone)
{
	static const enum op_type TYPES[128] = {
		['#'] = OP_SECTION,
		['^'] = OP_INVERTED,
		['>'] = OP_PARTIAL,
		['<'] = OP_PARENT,
		['$'] = OP_BLOCK,
		['&'] = OP_RAW,
		['v'] = OP_VALUE,
	};
	struct op *op;

	assert(token->type == TOKEN_TAG && (unsigned char)token->sigil < 128);
	if (token->sigil == '!' || token->sigil == '=')
		return 0;
	if (token->sigil == '/')
		return close_section(c, token);
	op = add(c, TYPES[(unsigned char)token->sigil], token->line);
	op->text = token->text;
	op->dynamic = token->dynamic;
	op->alone = alone;
	op->indent = blank;
	op->own = blank.n;
	op->known = op->type == OP_BLOCK && !alone;
	op->end = c->t->ops.n;
	if (memchr("#^<$", token->sigil, 4))
		return open_section(c, token);
	return 0;
}

/*
 * May several tags on one line stand alone?  Only those of inheritance, where
 * {{<page}}{{$title}} and {{/title}}{{/page}} are usual; but a block with
 * nothing in it, {{$title}}{{/title}}, is a place within its line.
 */
static bool is_inheritance_line(
	const struct compiler *c, const struct token *v, size_t n)
{
	size_t depth = c->depth, opened = 0;
	bool parent = false, pair = false;

	for (size_t i = 0; i < n; i++) {
		if (v[i].type != TOKEN_TAG)
			continue;
		if (v[i].sigil == '<' || v[i].sigil == '$') {
			opened++;
			parent |= v[i].sigil == '<';
		} else if (v[i].sigil == '/' && opened > 0) {
			opened--;
			pair = true;
		} else if (v[i].sigil == '/' && depth > 0) {
			const struct op *op = &c->t->ops.v[c->stack[--depth]];

			if (!is_inheritance(op))
				return false;
			parent |= op->type == OP_PARENT;
		} else {
			return false;
		}
	}
	return parent || !pair;
}

static bool stands_alone(
	const struct compiler *c, const struct token *v, size_t n)
{
	size_t tags = 0;
	char sigil = 0;

	for (size_t i = 0; i < n; i++) {
		if (v[i].type == TOKEN_TEXT)
			return false;
		if (v[i].type != TOKEN_TAG)
			continue;
		tags++;
		sigil = v[i].sigil;
	}
	if (tags == 1)
		return sigil != 'v' && sigil != '&';
	return tags > 1 && is_inheritance_line(c, v, n);
}

/* Does the line's first thing, behind its blanks, tell how deep it stands? */
static bool tells_indent(const struct token *first, bool alone)
{
	return first->type != TOKEN_NEWLINE && !(alone && first->sigil == '/');
}

static int add_line(struct compiler *c, const struct token *v, size_t n)
{
	bool alone = stands_alone(c, v, n);
	struct str blank = {NULL, 0};
	size_t first = 0;

	if (n && v[0].type == TOKEN_BLANK)
		blank = v[first++].text;
	if (first < n && tells_indent(&v[first], alone))
		learn_indent(c, blank);
	if (!alone)
		add(c, OP_LINE, v[0].line)->text = blank;
	for (size_t i = first; i < n; i++) {
		if (v[i].type == TOKEN_TAG) {
			bool led = alone || i == first;

			if (add_tag(c, &v[i], led ? blank : STR(""), alone))
				return -1;
		} else if (!alone) {
			add(c, OP_TEXT, v[i].line)->text = v[i].text;
		}
	}
	return 0;
}

static int compile(struct arena *a, const struct template_source *source,
	struct template *t, struct err *err)
{
	struct compiler c = {.a = a, .t = t, .err = err};
	struct scanner s;
	struct tokens line = {0};
	struct token *token;

	*t = (struct template){.name = source->name, .file = source->file};
	if (source->text.n > TEMPLATE_BYTES)
		return err_set(err, ERR_CONFIG,
			"%s:1: template is larger than %d bytes", source->file,
			TEMPLATE_BYTES);
	scan_init(&s, source);
	do {
		token = vec_add(a, &line);
		if (scan_next(&s, token, err))
			return -1;
		if (token->type != TOKEN_NEWLINE && token->type != TOKEN_END)
			continue;
		if (token->type == TOKEN_END)
			line.n--;
		if (line.n && add_line(&c, line.v, line.n))
			return -1;
		line.n = 0;
	} while (token->type != TOKEN_END);
	if (c.depth)
		return fail(
			&c, top(&c)->line, "is never closed", top(&c)->text);
	return 0;
}

const struct template *template_find(
	const struct template_set *set, struct str name)
{
	assert(set);
	for (size_t i = set->n; i-- > 0;)
		if (str_is(name, set->v[i].name))
			return &set->v[i];
	return NULL;
}

bool template_has(const struct template_set *set, const char *name)
{
	return template_find(set, str_of(name)) != NULL;
}

/* Points partials and parents to their templates. */
static int resolve(const struct template_set *set, struct template *t,
	bool lenient, struct err *err)
{
	for (size_t i = 0; i < t->ops.n; i++) {
		struct op *op = &t->ops.v[i];

		if (op->type != OP_PARTIAL && op->type != OP_PARENT)
			continue;
		if (op->dynamic)
			continue;
		op->target = template_find(set, op->text);
		if (!op->target && !lenient)
			return err_set(err, ERR_CONFIG,
				"%s:%d: there is no template '%.*s'", t->file,
				op->line, STR_ARG(op->text));
	}
	return 0;
}

struct template_set *template_compile(struct arena *a,
	const struct template_sources *sources, struct err *err)
{
	struct template_set *set = ARENA_NEW(a, struct template_set);

	for (size_t i = 0; i < sources->n; i++) {
		struct template *t = vec_add(a, set);

		if (compile(a, &sources->v[i], t, err))
			return NULL;
	}
	for (size_t i = 0; i < set->n; i++)
		if (resolve(set, &set->v[i], sources->lenient, err))
			return NULL;
	return set;
}
