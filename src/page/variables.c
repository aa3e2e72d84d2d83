/*
 * Variables of issue templates: one pass over the text.
 */
#include "variables.h"

enum { NAMES_BYTES = 512, PLACE_BYTES = 512 };

/* "FILE:3" or "FILE", for messages. */
static void add_place(struct buf *b, const char *place, int line)
{
	buf_adds(b, place);
	if (line)
		buf_addf(b, ":%d", line);
}

static int complain(const char *place, int line, struct str name,
	const struct variable *v, const struct variables *vars, struct err *err)
{
	struct buf where, names;

	buf_init(&where, PLACE_BYTES);
	buf_init(&names, NAMES_BYTES);
	add_place(&where, place, line);
	for (size_t i = 0; i < vars->n; i++)
		buf_addf(&names, "%s%%{%s}", i ? ", " : "", vars->v[i].name);
	if (v)
		err_set(err, ERR_CONFIG,
			"%s: the variable '%%{%s}' has no value; give one "
			"with %s",
			where.p, v->name, v->hint);
	else if (!name.p)
		err_set(err, ERR_CONFIG,
			"%s: '%%{' begins a variable that does not end with "
			"'}'; write '%%%%{' for the characters themselves",
			where.p);
	else
		err_set(err, ERR_CONFIG,
			"%s: unknown variable '%%{%.*s}'; there are %s",
			where.p, STR_ARG(str_sub(name, 0, 40)), names.p);
	buf_release(&where);
	buf_release(&names);
	return -1;
}

static const struct variable *find(
	const struct variables *vars, struct str name)
{
	for (size_t i = 0; i < vars->n; i++)
		if (str_is(name, vars->v[i].name))
			return &vars->v[i];
	return NULL;
}

/* A value on one line. */
static void add_value(struct buf *b, struct str value)
{
	value = str_trim(value);
	for (size_t i = 0; i < value.n; i++)
		buf_addc(b, str_is_space(value.p[i]) ? ' ' : value.p[i]);
}

/* Takes "name}" behind "%{"; a NULL name when it is not closed. */
static struct str take_name(struct str *text)
{
	size_t end = 0;
	struct str name;

	while (end < text->n && text->p[end] != '}' && text->p[end] != '\n')
		end++;
	if (end == text->n || text->p[end] == '\n')
		return (struct str){NULL, 0};
	name = (struct str){text->p, end};
	*text = str_sub(*text, end + 1, text->n);
	return name;
}

int variables_expand(const struct variables *vars, struct str text,
	const char *place, int line, struct buf *b, struct err *err)
{
	while (text.n) {
		const struct variable *v;
		struct str name;

		if (str_skip(&text, "%%{")) {
			buf_adds(b, "%{");
			continue;
		}
		if (!str_skip(&text, "%{")) {
			line += line && text.p[0] == '\n';
			buf_addc(b, text.p[0]);
			text = str_sub(text, 1, text.n);
			continue;
		}
		name = take_name(&text);
		v = find(vars, name);
		if (!v || !v->value)
			return complain(place, line, name, v, vars, err);
		add_value(b, str_of(v->value));
	}
	return 0;
}
