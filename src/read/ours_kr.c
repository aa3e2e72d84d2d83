/*
 * Key results of our own pages: rows of their tables, lines of an outline, and
 * the days of their readings.
 */
#include "ours_p.h"

#include "attr.h"
#include "field_p.h"
#include "quantity.h"
#include "result.h"
#include "table_p.h"
#include "verdict_p.h"

/* Tables. */

/* The days of readings, a row for each objective and below it one for each of
 * its key results, in the page's order. */
static void read_days(struct reader *r, const struct block *table)
{
	size_t i = r->first, k = 0;
	bool begun = false;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece label = table_cell(&row, 0);
		struct piece day = table_cell(&row, 2);
		struct objective *o;

		if (!label.s.n)
			continue;
		if (piece_flags(label)[0] & TEXT_BOLD) {
			i += begun;
			begun = true;
			k = 0;
			continue;
		}
		if (!begun || i >= r->m->objectives.n)
			return;
		o = &r->m->objectives.v[i];
		if (k < o->key_results.n)
			(void)read_detail(
				r, &o->key_results.v[k++], STR("as of"), day.s);
	}
}

bool read_our_table(struct reader *r, const struct block *table)
{
	struct row header = table_row(table->first);

	if (!is_our_line(r, table->line))
		return false;
	if (str_is(table_cell(&header, 1).s, "Key result") &&
		str_is(table_cell(&header, 0).s, "#"))
		return false;
	if (str_is(table_cell(&header, 2).s, "Reading of"))
		read_days(r, table);
	return true;
}

/* "2 of 3 tasks done" */
static bool read_tasks(struct reader *r, struct key_result *kr, struct str s)
{
	static const struct str END = {" tasks done", 11};

	return str_ends(s, END.p) &&
	       read_detail(r, kr, STR("tasks"), str_sub(s, 0, s.n - END.n));
}

/* "87% done" was written as "87%". */
static struct str without_done(struct arena *a, struct str s)
{
	static const struct str DONE = {" done", 5};
	struct str rest;
	size_t n = 0;

	while (n < s.n && (str_is_digit(s.p[n]) || strchr(".,/% of", s.p[n])))
		n++;
	while (n && s.p[n - 1] == ' ')
		n--;
	rest = str_sub(s, n, s.n);
	return n && str_skip(&rest, DONE.p)
		       ? str_of(arena_printf(
				 a, "%.*s%.*s", (int)n, s.p, STR_ARG(rest)))
		       : s;
}

/* A start that is not counted from stands in brackets. */
static bool read_from(struct reader *r, struct key_result *kr, struct str s)
{
	if (!str_skip_char(&s, '(') || !str_ends(s, ")"))
		return false;
	kr->baseline = quantity_read(r->a, str_sub(s, 0, s.n - 1));
	return true;
}

/* A written result has a column of its own beside a reading: what stood under
 * "Now" was the reading. */
static bool read_result(struct reader *r, struct key_result *kr, struct str s)
{
	if (!kr->current)
		kr->current = quantity_read(r->a, str_of(kr->result.text));
	return read_detail(r, kr, STR("result"), s);
}

/* What stands under "Now": "done" of a ticked one, words as a result. */
static bool read_now(struct reader *r, struct key_result *kr, struct str s)
{
	struct str bare = without_done(r->a, s);
	const struct quantity *q;
	struct verdict v;
	bool valued;

	if (str_is(s, "\u2611 done")) {
		kr->checked = true;
		return true;
	}
	if (read_tasks(r, kr, s))
		return true;
	q = quantity_read(r->a, s);
	if (kr->target && !kr->target->has_value) { /* a state to reach */
		kr->current = q;
		return true;
	}
	v = verdict_of(s);
	valued = q && q->has_value;
	if (bare.n == s.n && (v.known ? v.kind == RESULT_PERCENT && valued
				      : kr->target || valued)) {
		kr->current = q;
		return true;
	}
	result_read(r->a, bare, &kr->result, NULL);
	return true;
}

bool read_our_cell(struct reader *r, struct key_result *kr, const char *header,
	struct str s)
{
	struct str name = str_of(header);

	if (!is_our_line(r, kr->line))
		return false;
	if (str_is(name, "Status"))
		return true;
	if (str_is(name, "Now"))
		return read_now(r, kr, s);
	if (str_is(name, "From"))
		return read_from(r, kr, s);
	if (str_is(name, "Result"))
		return read_result(r, kr, s);
	if (str_is(name, "Owner")) {
		kr->owner = arena_text(r->a, s);
		return true;
	}
	if (str_is(name, "Grade")) /* stated, where nothing was computed */
		return kr->current || kr->checked || kr->tasks_all ||
		       kr->stated_grade || kr->result.kind != RESULT_NONE;
	return !str_is(name, "To") && read_detail(r, kr, name, s);
}

/* Lines of an outline. */

/* "text ¹": the mark of a note below the table. */
static struct str without_mark(struct str s)
{
	size_t blank = str_rfind_char(s, ' ');

	return blank != STR_NONE && ours_is_footnote(str_sub(s, blank + 1, s.n))
		       ? str_sub(s, 0, blank)
		       : s;
}

const char *read_our_text(
	struct reader *r, struct piece p, int objective, int kr)
{
	static const struct str ARROW = {" => ", 4};
	struct str s = str_of(piece_text(r, p)), result;
	size_t at = s.n;

	if (kr == NO_INDEX)
		return s.p;
	if (p.b->kind == BLOCK_CELL)
		return arena_text(r->a, without_mark(s));
	while (at > 0 && !str_starts(str_sub(s, at, s.n), ARROW.p))
		at--;
	if (!at)
		return s.p;
	result = str_sub(s, at + ARROW.n, s.n);
	if (!str_is(result, "\u2013")) /* there is none */
		result_read(r->a, result,
			&key_result_at(r, objective, kr)->result, NULL);
	return arena_text(r->a, str_sub(s, 0, at));
}

/* "(now $1.7M as of 1 March 2025, from $1.5M to $2M)" */
static void take_reading(struct reader *r, struct key_result *kr, struct str s)
{
	static const struct str FROM = {", from ", 7}, TO = {", to ", 5},
				BETWEEN = {" to ", 4}, AS_OF = {" as of ", 7};
	size_t end = str_find(s, FROM), at;
	struct str now;

	if (end == STR_NONE)
		end = str_find(s, TO);
	now = str_sub(s, 0, end == STR_NONE ? s.n : end);
	s = str_sub(s, now.n, s.n);
	at = str_find(now, AS_OF);
	if (at != STR_NONE) {
		kr->current_date = field_date(str_sub(now, at, now.n));
		now = str_sub(now, 0, at);
	}
	kr->current = quantity_read(r->a, now);
	if (str_skip(&s, ", from ")) {
		at = str_find(s, BETWEEN);
		if (!kr->baseline)
			kr->baseline = quantity_read(r->a, str_sub(s, 0, at));
		s = at == STR_NONE ? (struct str){NULL, 0}
				   : str_sub(s, at + BETWEEN.n, s.n);
	} else if (!str_skip(&s, ", to ")) {
		return;
	}
	if (!kr->target && s.n)
		field_set_kr(r, kr, FIELD_TARGET, s, "");
}

/* What a computed result says in brackets: false for a person's. */
static bool take_source(struct reader *r, struct key_result *kr, struct str s)
{
	if (str_is(s, "by its scoring"))
		return true;
	if (str_is(s, "ticked")) {
		kr->checked = true;
		return true;
	}
	if (str_skip(&s, "stated "))
		return read_detail(r, kr, STR("stated"), s);
	if (read_tasks(r, kr, s))
		return true;
	if (!str_skip(&s, "now "))
		return false;
	take_reading(r, kr, s);
	return true;
}

/* "42% (...)", "not graded (...)": was it computed? */
static void take_computed(struct reader *r, struct key_result *kr)
{
	struct str s = str_of(kr->result.text);
	size_t open = str_find_char(s, '(');

	if (open == STR_NONE || !str_ends(s, ")") ||
		(kr->result.kind != RESULT_PERCENT &&
			!str_starts(s, "not graded (")))
		return;
	if (take_source(r, kr, str_sub(s, open + 1, s.n - 1)))
		kr->result = (struct result){.text = ""};
}

void read_our_row(struct reader *r, struct objective *o, struct key_result *kr)
{
	enum { FEW = 100 }; /* looked at one by one */
	take_computed(r, kr);
	if (!strcmp(kr->owner, o->owner)) /* printed for all of them */
		kr->owner = "";
	if (kr->links.n < FEW)
		ours_drop_twins(&kr->links);
	for (size_t i = 0; i < kr->readings.n; i++) {
		struct reading *last = &kr->readings.v[i];

		last->value = kr->current;
		last->health = kr->health;
		if (!kr->current)
			last->result = kr->result;
	}
}
