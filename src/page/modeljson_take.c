/*
 * Small values and small objects of a model's JSON.
 */
#include "modeljson_p.h"

#include <string.h>

/* --- small values --- */

void modeljson_text(struct reader *r, const char **out)
{
	struct str s;

	if (pull_text(r->p, &s))
		*out = arena_text(r->a, s);
}

/* "2025-03-01"; anything else leaves the date unset. */
static void take_date(struct reader *r, struct date *out)
{
	struct str s;

	if (pull_text(r->p, &s))
		(void)date_parse(s, out);
}

void modeljson_int(struct reader *r, int *out)
{
	int64_t n;

	if (pull_int(r->p, &n) && n >= 0 && n <= INT32_MAX)
		*out = (int)n;
}

static void take_decimal(struct reader *r, const struct decimal **out)
{
	struct decimal d, *copy;

	if (!pull_decimal(r->p, &d))
		return;
	copy = ARENA_NEW(r->a, struct decimal);
	*copy = d;
	*out = copy;
}

void modeljson_texts(struct reader *r, struct texts *out)
{
	const char *text;

	if (!pull_array(r->p))
		return;
	while (pull_next(r->p)) {
		text = NULL;
		modeljson_text(r, &text);
		if (text && out->n < LIST_MAX)
			*vec_add(r->a, out) = text;
	}
}

/* --- names of enums --- */

static const char *health_at(int i)
{
	return health_name((enum health)i);
}

static const char *result_at(int i)
{
	return result_kind_name((enum result_kind)i);
}

/* The number of the next text among the names of 0 to last, else none. */
int modeljson_name(
	struct reader *r, const char *(*name)(int), int last, int none)
{
	struct str s;

	if (!pull_text(r->p, &s) || !s.n)
		return none;
	for (int i = 0; i <= last; i++)
		if (name(i) && str_is(s, name(i)))
			return i;
	return none;
}

/* --- fields, by name and place --- */

/* Is it a field of the table? Then it is taken. */
bool modeljson_field(struct reader *r, const struct field *fields, size_t n,
	struct str key, void *to)
{
	for (size_t i = 0; i < n; i++) {
		void *at = (char *)to + fields[i].at;

		if (!str_is(key, fields[i].key))
			continue;
		switch (fields[i].type) {
		case FIELD_TEXT:
			modeljson_text(r, at);
			break;
		case FIELD_TEXTS:
			modeljson_texts(r, at);
			break;
		case FIELD_DATE:
			take_date(r, at);
			break;
		case FIELD_DECIMAL:
			take_decimal(r, at);
			break;
		case FIELD_QUANTITY:
			*(const struct quantity **)at = modeljson_quantity(r);
			break;
		case FIELD_BOOL:
			pull_bool(r->p, at);
			break;
		case FIELD_INT:
			modeljson_int(r, at);
			break;
		}
		return true;
	}
	return false;
}

/* --- small objects --- */

const struct quantity *modeljson_quantity(struct reader *r)
{
	struct quantity q = {.unit = "", .text = ""}, *copy;
	const struct quantity *read;
	struct str key;

	if (!pull_object(r->p))
		return NULL;
	while (pull_key(r->p, &key))
		if (str_is(key, "value"))
			q.has_value = pull_decimal(r->p, &q.value);
		else if (str_is(key, "unit"))
			modeljson_text(r, &q.unit);
		else if (str_is(key, "text"))
			modeljson_text(r, &q.text);
		else
			pull_skip(r->p);
	/* The text says more, unless its unit was that of a column. */
	read = quantity_read(r->a, str_of(q.text));
	if (read && read->has_value == q.has_value &&
		strcmp(read->unit, q.unit) == 0 &&
		(!q.has_value || decimal_cmp(read->value, q.value) == 0))
		return read;
	copy = ARENA_NEW(r->a, struct quantity);
	*copy = q;
	return copy;
}

void modeljson_result(struct reader *r, struct result *out)
{
	struct str key;

	if (!pull_object(r->p))
		return;
	while (pull_key(r->p, &key))
		if (str_is(key, "kind"))
			out->kind = (enum result_kind)modeljson_name(
				r, result_at, RESULT_NOTE, RESULT_NONE);
		else if (str_is(key, "percent"))
			take_decimal(r, &out->percent);
		else if (str_is(key, "text"))
			modeljson_text(r, &out->text);
		else
			pull_skip(r->p);
}

void modeljson_frozen(struct reader *r, struct frozen *out)
{
	struct str key;

	if (!pull_object(r->p))
		return;
	out->is = true;
	while (pull_key(r->p, &key))
		if (str_is(key, "grade"))
			take_decimal(r, &out->grade);
		else
			pull_skip(r->p);
}

void modeljson_period(struct reader *r, struct period *out)
{
	struct str key;

	if (!pull_object(r->p))
		return;
	while (pull_key(r->p, &key))
		if (str_is(key, "name"))
			modeljson_text(r, &out->name);
		else if (str_is(key, "start"))
			take_date(r, &out->start);
		else if (str_is(key, "end"))
			take_date(r, &out->end);
		else
			pull_skip(r->p);
	/* Whoever counts days relies on it. */
	if (!date_is_set(out->start) || !date_is_set(out->end) ||
		date_cmp(out->start, out->end) > 0)
		out->start = out->end = (struct date){0, 0, 0};
}

void modeljson_links(struct reader *r, struct links *out)
{
	struct str key;

	if (!pull_array(r->p))
		return;
	while (pull_next(r->p)) {
		struct link link = {"", ""};

		if (!pull_object(r->p))
			continue;
		while (pull_key(r->p, &key))
			if (str_is(key, "text"))
				modeljson_text(r, &link.text);
			else if (str_is(key, "url"))
				modeljson_text(r, &link.url);
			else
				pull_skip(r->p);
		if (out->n < LIST_MAX)
			*vec_add(r->a, out) = link;
	}
}

void modeljson_reading(struct reader *r, struct readings *out)
{
	struct reading reading = {
		.result = {.text = ""}, .author = "", .text = ""};
	struct str key;

	if (!pull_object(r->p))
		return;
	while (pull_key(r->p, &key))
		if (str_is(key, "date"))
			take_date(r, &reading.date);
		else if (str_is(key, "value"))
			reading.value = modeljson_quantity(r);
		else if (str_is(key, "result"))
			modeljson_result(r, &reading.result);
		else if (str_is(key, "health"))
			reading.health = (enum health)modeljson_name(
				r, health_at, HEALTH_AT_RISK, HEALTH_NONE);
		else if (str_is(key, "author"))
			modeljson_text(r, &reading.author);
		else if (str_is(key, "text"))
			modeljson_text(r, &reading.text);
		else
			pull_skip(r->p);
	if (out->n < LIST_MAX)
		*vec_add(r->a, out) = reading;
}

void modeljson_milestone(struct reader *r, struct milestones *out)
{
	struct milestone step = {.text = ""};
	struct str key;

	if (!pull_object(r->p))
		return;
	while (pull_key(r->p, &key))
		if (str_is(key, "text"))
			modeljson_text(r, &step.text);
		else if (str_is(key, "grade"))
			pull_decimal(r->p, &step.grade);
		else if (str_is(key, "reached"))
			pull_bool(r->p, &step.reached);
		else if (str_is(key, "due"))
			take_date(r, &step.due);
		else
			pull_skip(r->p);
	if (out->n < LIST_MAX)
		*vec_add(r->a, out) = step;
}

void modeljson_move(struct reader *r, struct moves *out)
{
	struct move move = {
		.author = "", .what = "", .from = "", .to = "", .label = ""};
	struct str key;

	if (!pull_object(r->p))
		return;
	while (pull_key(r->p, &key))
		if (str_is(key, "date"))
			take_date(r, &move.date);
		else if (str_is(key, "author"))
			modeljson_text(r, &move.author);
		else if (str_is(key, "what"))
			modeljson_text(r, &move.what);
		else if (str_is(key, "from"))
			modeljson_text(r, &move.from);
		else if (str_is(key, "to"))
			modeljson_text(r, &move.to);
		else
			pull_skip(r->p);
	if (out->n < LIST_MAX)
		*vec_add(r->a, out) = move;
}

void modeljson_tasks(struct reader *r, struct key_result *kr)
{
	struct str key;

	if (!pull_object(r->p))
		return;
	while (pull_key(r->p, &key))
		if (str_is(key, "done"))
			modeljson_int(r, &kr->tasks_done);
		else if (str_is(key, "all"))
			modeljson_int(r, &kr->tasks_all);
		else
			pull_skip(r->p);
}
