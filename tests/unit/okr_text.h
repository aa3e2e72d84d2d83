/*
 * A reader for the examples in lint's table: just enough markdown for them,
 * so that the okr room is tested without the read room.
 */
#ifndef OKR_TEXT_H
#define OKR_TEXT_H

#include "okr_unit.h"

struct text_reader {
	struct arena *a;
	struct model *m;
	const char *section, *team;
	enum level level;
	struct texts columns; /* of the table being read */
	struct date as_of;    /* from its header */
	int line;
};

static inline struct date text_date(struct str s)
{
	struct date d = {0};

	date_parse(s, &d);
	return d;
}

static inline void text_section(struct text_reader *r, struct str s)
{
	static const struct {
		const char *word;
		enum level level;
	} LEVELS[] = {
		{" OKRs", LEVEL_COMPANY},
		{" Department", LEVEL_DEPARTMENT},
		{" Team", LEVEL_GROUP},
	};

	r->section = arena_text(r->a, s);
	for (size_t i = 0; i < COUNT_OF(LEVELS); i++) {
		size_t at = str_find(s, str_of(LEVELS[i].word));

		if (at == STR_NONE)
			continue;
		r->level = LEVELS[i].level;
		r->team = arena_text(r->a, str_sub(s, 0, at));
	}
}

static inline struct objective *text_last(struct text_reader *r)
{
	assert_true(r->m->objectives.n > 0);
	return &r->m->objectives.v[r->m->objectives.n - 1];
}

static inline void text_objective(struct text_reader *r, struct str s)
{
	struct objective *o = model_add_objective(r->a, r->m);
	struct str number_text;

	assert_true(str_skip(&s, "Objective "));
	assert_true(str_take_until(&s, ':', &number_text));
	o->number = arena_text(r->a, number_text);
	o->title = arena_text(r->a, str_trim(s));
	o->section = r->section;
	o->level = r->level;
	o->team = r->team;
	o->period = r->m->period;
	o->source.line = r->line;
	r->columns.n = 0;
}

static inline void text_period(
	struct text_reader *r, struct objective *o, const char *v)
{
	static const struct {
		const char *name;
		struct date start, end;
	} PERIODS[] = {
		{"Q3 2024", {2024, 7, 1}, {2024, 9, 30}},
		{"Q4 2024", {2024, 10, 1}, {2024, 12, 31}},
		{"Q1 2025", {2025, 1, 1}, {2025, 3, 31}},
	};

	if (strcmp(v, "none") == 0)
		r->m->period = o->period = (struct period){.name = ""};
	for (size_t i = 0; i < COUNT_OF(PERIODS); i++)
		if (strcmp(v, PERIODS[i].name) == 0)
			o->period = (struct period){PERIODS[i].name,
				PERIODS[i].start, PERIODS[i].end};
}

static inline const struct decimal *text_share(
	struct text_reader *r, struct str s)
{
	struct decimal *d = ARENA_NEW(r->a, struct decimal);
	bool percent = str_ends(s, "%");

	if (percent)
		s.n--;
	assert_true(decimal_parse(s, d));
	if (percent)
		assert_true(decimal_shift(*d, -2, d));
	return d;
}

static inline void text_field(struct text_reader *r, struct str s)
{
	struct objective *o = text_last(r);
	struct str name;
	const char *v;

	assert_true(str_take_until(&s, '*', &name));
	assert_true(str_skip(&s, "*:"));
	s = str_trim(s);
	v = arena_text(r->a, s);
	if (str_is(name, "Owner"))
		o->owner = v;
	else if (str_is(name, "DRI"))
		o->dri = v;
	else if (str_is(name, "Ladders up to"))
		o->ladders_up_to = v;
	else if (str_is(name, "Type"))
		o->type = str_is(s, "Committed") ? TYPE_COMMITTED
						 : TYPE_ASPIRATIONAL;
	else if (str_is(name, "Confidence"))
		o->confidence = text_share(r, s);
	else if (str_is(name, "Grade"))
		o->stated_grade = text_share(r, s);
	else if (str_is(name, "Period"))
		text_period(r, o, v);
	else if (str_is(name, "Last check-in"))
		o->last_check_in = text_date(s);
	else if (str_is(name, "Risks"))
		*vec_add(r->a, &o->risks) = v;
	else if (str_is(name, "State"))
		o->state = str_is(s, "draft")    ? STATE_DRAFT
			   : str_is(s, "active") ? STATE_ACTIVE
						 : STATE_CLOSED;
	else
		fail_msg("field '%s' is not known", arena_text(r->a, name));
}

/* "... from X to Y (currently Z)". */
static inline void text_key_result(struct text_reader *r, struct str s)
{
	struct key_result *kr = objective_add_key_result(r->a, text_last(r));
	struct str number_text, rest;
	size_t at;

	assert_true(str_take_until(&s, ':', &number_text));
	kr->number = arena_text(r->a, number_text);
	kr->line = r->line;
	kr->leading = str_find(s, STR("(leading)")) != STR_NONE;
	kr->lagging = str_find(s, STR("(lagging)")) != STR_NONE;
	rest = s;
	at = str_find(s, STR("(currently "));
	if (at != STR_NONE) {
		rest = str_sub(s, at + 11, s.n - 1);
		kr->current = quantity_read(r->a, rest);
	}
	s = str_trim(str_sub(s, 0, str_find_char(s, '(')));
	kr->text = arena_text(r->a, s);
	at = str_find(s, STR(" from "));
	if (at != STR_NONE) {
		rest = str_sub(s, at + 6, s.n);
		kr->baseline = quantity_take(r->a, &rest);
		str_skip_blank(&rest);
		if (str_skip(&rest, "to "))
			kr->target = quantity_take(r->a, &rest);
	}
	at = str_find(s, STR(" by "));
	if (at != STR_NONE) {
		rest = str_sub(s, at + 4, s.n);
		kr->target = quantity_take(r->a, &rest);
		kr->comparator = CMP_BY;
	}
	/* "Maintain 99% uptime", "Bring 12 partners live" */
	at = str_find_char(s, ' ');
	rest = str_sub(s, at + 1, s.n);
	if (!kr->target)
		kr->target = quantity_take(r->a, &rest);
}

static inline void text_cell(struct text_reader *r, struct key_result *kr,
	struct str column, struct str s)
{
	const char *v = arena_text(r->a, s);

	if (str_is(column, "Key result"))
		kr->text = v;
	else if (str_is(column, "Baseline"))
		kr->baseline = quantity_read(r->a, s);
	else if (str_is(column, "Target"))
		kr->target = quantity_read(r->a, s);
	else if (str_starts(column, "Current")) {
		kr->current = quantity_read(r->a, s);
		kr->current_date = r->as_of;
	} else if (str_is(column, "Grade"))
		kr->stated_grade = text_share(r, s);
	else if (str_is(column, "Status"))
		kr->stated_status = v;
	else if (str_is(column, "Weight"))
		kr->weight = text_share(r, s);
	else if (str_is(column, "Due"))
		kr->due = text_date(s);
	else if (str_is(column, "Kind")) {
		kr->kind = KIND_COUNT;
		kr->kind_written = true;
	} else if (str_is(column, "Result")) {
		kr->result.text = v;
		kr->result.kind =
			str_is(s, "DONE") ? RESULT_DONE : RESULT_PERCENT;
		s.n--;
		if (kr->result.kind == RESULT_PERCENT)
			kr->result.percent = number(r->a, arena_text(r->a, s));
	} else
		fail_msg("column '%s' is not known", arena_text(r->a, column));
}

static inline void text_row(struct text_reader *r, struct str s)
{
	struct key_result *kr = NULL;
	bool header = r->columns.n == 0;
	struct str cell;

	if (str_starts(s, "---"))
		return;
	if (!header) {
		kr = objective_add_key_result(r->a, text_last(r));
		kr->line = r->line;
	}
	for (size_t i = 0; str_take_until(&s, '|', &cell); i++) {
		size_t at = str_find(cell, STR("as of "));

		cell = str_trim(cell);
		if (header) {
			*vec_add(r->a, &r->columns) = arena_text(r->a, cell);
			if (at != STR_NONE)
				r->as_of = text_date(
					str_sub(cell, at + 5, at + 15));
			continue;
		}
		assert_true(i < r->columns.n);
		if (cell.n)
			text_cell(r, kr, str_of(r->columns.v[i]), cell);
	}
}

/* Reads text into a fresh model of Q1 2025. */
static inline void text_read(struct arena *a, struct model *m, const char *text)
{
	struct text_reader r = {
		.a = a, .m = m, .section = "", .team = "", .level = LEVEL_NONE};
	struct str rest = str_of(text), line;

	model_init(m);
	m->period = (struct period){"Q1 2025", {2025, 1, 1}, {2025, 3, 31}};
	while (str_take_line(&rest, &line)) {
		r.line++;
		if (str_skip(&line, "### "))
			text_objective(&r, line);
		else if (str_skip(&line, "## "))
			text_section(&r, line);
		else if (str_skip(&line, "**"))
			text_field(&r, line);
		else if (str_skip(&line, "- "))
			text_key_result(&r, line);
		else if (str_skip(&line, "|"))
			text_row(&r, line);
		else
			fail_msg("line '%s' is not known", arena_text(a, line));
	}
}

#endif
