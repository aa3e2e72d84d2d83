/*
 * Tables of updates: columns by their headers, a row for each key result.
 */
#include "checkin_walk_p.h"

#include "mark_p.h"
#include "plain.h"

static size_t take_cells(struct arena *a, struct str row, struct str *cell)
{
	size_t n = 0;

	row = str_trim(row);
	str_skip_char(&row, '|');
	if (str_ends(row, "|"))
		row.n--;
	while (n < TABLE_CELLS && str_take_until(&row, '|', &cell[n])) {
		cell[n] = plain_text(a, cell[n], NULL);
		n++;
	}
	return n;
}

static bool is_rule(struct str row)
{
	for (size_t i = 0; i < row.n; i++)
		if (!strchr("|-: \t", row.p[i]))
			return false;
	return true;
}

static enum remark column_of(struct walk *w, struct str head)
{
	enum remark remark = remark_of(head);
	enum field field = vocab_column(head);

	if (remark != REMARK_NONE)
		return remark;
	/* "2025-02-10": the values of that day */
	if (day_find(head, w->note->day, &w->line_date))
		return REMARK_VALUE;
	if (field == FIELD_CURRENT)
		return REMARK_VALUE;
	if (field == FIELD_STATUS)
		return REMARK_STATUS;
	return REMARK_ASIDE;
}

/* "Jan", "W7", "KW 7", "Week 7", "Sprint 4": columns in a row, of which those
 * behind the comment's own month are plans. */
static bool is_period(struct walk *w, struct str head, bool *later)
{
	static const char *const WORDS[] = {"week", "wk", "cw", "kw", "w",
		"sprint", "woche", "semana", "s"};
	int month;
	long n;

	str_skip_space(&head);
	month = day_month(head);
	*later = month > w->note->day.month && month < 12;
	if (month)
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = head;

		if (str_iskip(&rest, WORDS[i])) {
			str_skip_blank(&rest);
			if (str_take_number(&rest, 53, &n) && !rest.n)
				return true;
		}
	}
	return false;
}

static bool is_name(struct str head)
{
	static const char *const NAMES[] = {"kr", "krs", "#", "key result",
		"key results", "metric", "measure", "kpi", "name", "no", "nr",
		"no.", "nr.", "schl\u00fcsselergebnis",
		"r\u00e9sultat cl\u00e9", "resultado clave", "indicateur",
		"kennzahl", "item", "what"};

	return word_is_one(head, NAMES, COUNT_OF(NAMES)) ||
	       vocab_column(head) == FIELD_KEY_RESULT;
}

static void read_header(struct walk *w, const struct str *cell, size_t n)
{
	struct checkin_table *t = &w->table;
	bool later;

	*t = (struct checkin_table){.open = true, .n = n, .name = -1};
	for (size_t i = 0; i < n; i++) {
		/* the last of "#" and "Key result" tells more */
		if (is_name(cell[i]) &&
			(t->name < 0 || str_iis(cell[t->name], "#"))) {
			t->column[i] = REMARK_ASIDE;
			t->name = (int)i;
			continue;
		}
		t->period[i] = is_period(w, cell[i], &later);
		if (t->period[i])
			t->column[i] = later ? REMARK_ASIDE : REMARK_VALUE;
		else
			t->column[i] = column_of(w, cell[i]);
		t->period[i] &= !later;
	}
	if (t->name < 0)
		t->name = 0;
}

/* "KR1", "1", "KR1: Enterprise revenue", a clear part of its sentence. */
static struct key_result *row_of(struct walk *w, struct str name)
{
	struct str rest = name, number, digits;
	struct key_result *kr;
	bool several;

	if (token_take_kr(&rest, &number, &several))
		return walk_numbered(w, number);
	digits = name_digits(arena_text(w->a, name));
	if (digits.n && (digits.n == name.n ||
				(digits.n + 1 == name.n &&
					strchr(".#)", name.p[name.n - 1]))))
		return walk_numbered(w, digits);
	str_skip_char(&rest, '.');
	kr = walk_named(w, name);
	return kr;
}

/* Is a later one of the periods filled? */
static bool has_later(const struct checkin_table *t, const struct str *cell,
	size_t n, size_t i)
{
	for (i++; i < n && i < t->n; i++)
		if (t->period[i] && cell[i].n && !str_is(cell[i], "-") &&
			!str_is(cell[i], "\u2013"))
			return true;
	return false;
}

void walk_row(struct walk *w, struct str row)
{
	struct checkin_table *t = &w->table;
	struct str cell[TABLE_CELLS];
	size_t n = take_cells(w->a, row, cell);

	if (is_rule(row))
		return;
	if (!t->open) {
		read_header(w, cell, n);
		return;
	}
	w->kr = (size_t)t->name < n ? row_of(w, cell[t->name]) : NULL;
	if (!w->kr)
		return;
	walk_turn(w, w->kr);
	for (size_t i = 0; i < n && i < t->n; i++) {
		if (!cell[i].n || (int)i == t->name ||
			(t->period[i] && has_later(t, cell, n, i)))
			continue;
		if (t->column[i] == REMARK_VALUE ||
			t->column[i] == REMARK_STATUS)
			walk_told(w, w->kr, cell[i]);
		else if (t->column[i] != REMARK_TALK)
			walk_note_remark(w, t->column[i], cell[i]);
	}
	w->kr = NULL;
}
