/*
 * Tables of key results, of objectives, or of both.
 *
 * A table is understood by its header's words, in any order.  It is one of:
 * rows of key results; rows of an objective and a key result; objectives and
 * key results in one column, told apart by their markers; rows of objectives;
 * a form, with names on the left and values on the right.
 */
#include "table_p.h"

#include "attr.h"
#include "field_p.h"
#include "verdict_p.h"

static void set_columns(struct table_walk *w, const struct row *header)
{
	for (size_t i = 0; i < w->c.n; i++)
		w->c.header[i] = piece_text(w->r, table_cell(header, (int)i));
}

/* A bold title over words that are not: without those. */
static struct piece first_bold(struct piece text)
{
	size_t end = str_find_char(text.s, '\n');
	struct piece first = text, more;

	if (end == STR_NONE)
		return text;
	first.s = str_sub(text.s, 0, end);
	more = piece_from(text, end + 1);
	return piece_is_bold(first) && more.s.n &&
			       !(piece_flags(more)[0] & TEXT_BOLD)
		       ? first
		       : text;
}

static void begin(struct table_walk *w, const struct row *row,
	struct piece text, const struct mark *mark)
{
	struct scope *sc = w->sc;
	struct piece number = table_cell(row, w->c.at[FIELD_NUMBER]);
	struct objective *o;

	if (number.b == text.b)
		number.s.n = 0;
	text = first_bold(text);
	sc->objective = NO_INDEX;
	sc->objective = add_objective(w->r, sc, mark,
		piece_from(text, mark->kind == MARK_OBJECTIVE ? mark->rest
							      : mark->plain));
	sc->kr = NO_INDEX;
	o = objective_at(w->r, sc->objective);
	if (!o->number[0] && number.s.n) {
		struct mark m = table_mark(number);

		o->number = m.number.n ? arena_text(w->r->a, m.number)
				       : piece_text(w->r, number);
	}
}

static bool is_ditto(struct str s)
{
	return str_is(s, "\"") || str_is(s, "^") || str_is(s, "\u3003") ||
	       str_is(s, "''") || str_is(s, "-") || str_iis(s, "same") ||
	       str_is(s, "\u2191") || str_is(s, "\u2013");
}

/* "O1", below "O1: More bread" or in a column of what a row belongs to: one
 * that is there, by its number alone. */
static bool goes_on(struct table_walk *w, struct piece cell)
{
	struct str number = table_bare_number(cell, MARK_OBJECTIVE);
	int index = number.n ? objective_of_number(w->r, number) : NO_INDEX;

	if (index == NO_INDEX)
		return false;
	w->sc->objective = index;
	w->sc->kr = NO_INDEX;
	return true;
}

static void read_whole(struct table_walk *w, const struct row *row)
{
	struct str s = table_cell(row, w->c.whole).s;

	if (w->c.whole >= 0 && s.n)
		read_field_text(w->r, w->sc->objective, NO_INDEX, w->c.whole_is,
			s, "", row->line);
}

static void pair_row(struct table_walk *w, const struct row *row)
{
	int at = w->c.at[FIELD_OBJECTIVE], kr_at = w->c.at[FIELD_KEY_RESULT];
	struct piece objective = table_cell(row, at);
	struct piece kr = table_cell(row, kr_at);
	struct mark mark;

	w->begun = w->several = false;
	if (row->filled == 1 && table_mark(objective).kind == MARK_FIELD)
		return; /* "Note: ..." below them all */
	if (objective.s.n && !is_ditto(objective.s) &&
		!field_is_empty(objective.s) && !str_eq(objective.s, w->last) &&
		!goes_on(w, objective)) {
		mark = table_mark(objective);
		begin(w, row, objective, &mark);
		w->begun = at < kr_at;
		w->r->extras.v[w->r->extras.n - 1].table_row = true;
		w->last = objective.s;
		read_whole(w, row);
		if (!kr.s.n || w->c.each)
			table_set_fields(w, row, NO_INDEX, 0, w->c.n);
		else if (at < kr_at)
			table_set_fields(
				w, row, NO_INDEX, (size_t)at, (size_t)kr_at);
	}
	if (w->c.each)
		table_add_each(w, row);
	else if (kr.s.n && !table_is_reference(kr.s))
		table_add_krs(w, row, kr);
	if (w->begun && w->several && !w->c.each)
		table_set_shared(w, row);
}

/* What a row says it is, in a column for that. */
static enum mark_kind row_kind(
	const struct table_walk *w, const struct row *row)
{
	struct piece p = table_cell(row, w->c.kinds);
	enum mark_kind kind = table_kind(p);

	return kind == MARK_NONE && table_has(&w->c, FIELD_BOTH) &&
			       table_is_type(p.s)
		       ? MARK_KEY_RESULT
		       : kind;
}

/* "Parent: OKR-41" or the objective's title: the one above that is meant. */
static void find_parent(struct table_walk *w, const struct row *row)
{
	struct str parent = table_cell(row, w->c.at[FIELD_LADDERS]).s;
	int index = NO_INDEX;

	if (parent.n)
		index = objective_of_number(w->r, parent);
	if (index == NO_INDEX)
		index = objective_of_title(w->r, parent);
	if (index != NO_INDEX)
		w->sc->objective = index;
}

/* An objective or a key result, by its marker or its number. */
static void mixed_row(struct table_walk *w, const struct row *row, bool marked)
{
	int at = table_has(&w->c, FIELD_BOTH) ? w->c.at[FIELD_BOTH]
		 : table_has(&w->c, FIELD_KEY_RESULT)
			 ? w->c.at[FIELD_KEY_RESULT]
			 : 0;
	struct piece text = table_cell(row, at);
	struct piece number = table_cell(row, w->c.at[FIELD_NUMBER]);
	struct mark mark = table_mark(text), id = table_mark(number);
	enum mark_kind kind = w->c.outlined ? table_outline_kind(&w->c, text)
					    : row_kind(w, row);
	bool objective =
		kind != MARK_NONE
			? kind == MARK_OBJECTIVE
			: mark.kind == MARK_OBJECTIVE ||
				  (mark.kind != MARK_KEY_RESULT && number.s.n &&
					  (id.kind == MARK_OBJECTIVE ||
						  (w->dotted &&
							  id.kind ==
								  MARK_NONE &&
							  str_find_char(
								  number.s,
								  '.') ==
								  STR_NONE)));

	if (w->c.counted && kind == MARK_NONE)
		objective = str_find_char(str_trim_end(number.s, ".:)"), '.') ==
			    STR_NONE;
	if (!text.s.n || is_ditto(text.s))
		return;
	if (mark.rest >= text.s.n && mark.kind != MARK_NONE) {
		struct piece next = table_cell(row, at + 1);

		if (next.s.n) { /* "KR1" in a column of its own */
			struct mark inner = table_mark(next);

			if (mark.kind == MARK_OBJECTIVE) {
				inner.number = mark.number;
				begin(w, row, next, &inner);
				table_set_fields(w, row, NO_INDEX,
					(size_t)at + 2, w->c.n);
			} else if (w->sc->objective != NO_INDEX) {
				table_add_kr(w, row,
					w->c.of[at + 1] == FIELD_NONE ? text
								      : next);
			}
			return;
		}
	}
	if (!marked && mark.kind == MARK_NONE && !id.kind && !w->dotted &&
		kind == MARK_NONE)
		objective = true;
	if (objective) {
		begin(w, row, text, &mark);
		table_set_fields(w, row, NO_INDEX, 0, w->c.n);
	} else if (mark.kind == MARK_NONE || mark.kind == MARK_KEY_RESULT ||
		   mark.kind == MARK_FIELD) {
		find_parent(w, row);
		if (w->c.hooked)
			text = piece_from(text, table_hook(text.s));
		table_add_kr(w, row, text);
	}
}

/* A row that is a title: "2 Release it", "Objective 2: Release it". */
static void begin_title(
	struct table_walk *w, const struct row *row, struct piece text)
{
	struct mark mark = table_mark(text);
	size_t n = 0;

	while (n < text.s.n && str_is_digit(text.s.p[n]))
		n++;
	if (mark.kind == MARK_NONE && !mark.number.n && n && n < 3 &&
		n < text.s.n && text.s.p[n] == ' ') {
		mark.number = str_sub(text.s, 0, n);
		mark.plain = mark.rest = n + 1;
	}
	begin(w, row, text, &mark);
}

/* "Total | | 0.7", or that without a word below the others: how far all of them
 * came. */
static bool take_sum(struct table_walk *w, const struct row *row)
{
	static const enum field FIELDS[] = {FIELD_GRADE, FIELD_PROGRESS};
	struct piece text = table_cell(row, w->c.at[FIELD_KEY_RESULT]);
	bool sum = table_is_sum(table_cell(row, 0).s) || table_is_sum(text.s);

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++) {
		struct piece p = table_cell(row, w->c.at[FIELDS[i]]);

		if (!p.s.n || (!sum && row->filled != 1))
			continue;
		if (w->sc->objective != NO_INDEX)
			read_field_text(w->r, w->sc->objective, NO_INDEX,
				FIELDS[i], p.s, "", row->line);
		return true;
	}
	return sum;
}

static void kr_row(struct table_walk *w, const struct row *row)
{
	int at = w->c.at[FIELD_KEY_RESULT];
	struct piece text = table_cell(row, at);

	if (take_sum(w, row))
		return;
	goes_on(w, table_cell(row, w->c.at[FIELD_LADDERS]));
	if (w->c.spanned && table_spanning(row, at).s.n) {
		begin_title(w, row, table_spanning(row, at));
	} else if (w->c.grouped && table_title(row, at).s.n) {
		begin_title(w, row, table_title(row, at));
	} else if (w->c.lone && text.s.n && row->filled == 1) {
		begin_title(w, row, text);
	} else if (text.s.n && !is_ditto(text.s) &&
		   !table_is_reference(text.s) &&
		   !(w->c.grouped && w->sc->objective == NO_INDEX)) {
		table_add_krs(w, row, text);
	}
}

static void objective_row(struct table_walk *w, const struct row *row)
{
	struct piece text = table_cell(row, w->c.at[FIELD_OBJECTIVE]);
	struct mark mark = table_mark(text);

	if (!text.s.n || table_is_sum(text.s) || is_ditto(text.s) ||
		field_is_empty(text.s))
		return;
	begin(w, row, text, &mark);
	w->r->extras.v[w->r->extras.n - 1].table_row = true;
	table_set_fields(w, row, NO_INDEX, 0, w->c.n);
}

static void vertical_row(struct table_walk *w, const struct row *row)
{
	struct piece name = table_cell(row, 0), value = table_cell(row, 1);
	struct mark mark = table_mark(name), inner = table_mark(value);
	enum field f = vocab_field(name.s);
	struct scope *sc = w->sc;

	if (!name.s.n || !value.s.n)
		return;
	if (mark.kind == MARK_OBJECTIVE) {
		if (name_objective(w->r, sc, &mark, value))
			return;
		inner.number = mark.number;
		w->c.at[FIELD_NUMBER] = -1;
		begin(w, row, value, &inner);
	} else if (mark.kind == MARK_KEY_RESULT || mark.kind == MARK_KR_LABEL) {
		w->c.at[FIELD_NUMBER] = mark.kind == MARK_KEY_RESULT ? 0 : -1;
		table_add_krs(w, row, value);
	} else if (f != FIELD_NONE && sc->objective == NO_INDEX) {
		read_scope_field(w->r, sc, f, value.s, row->line);
	} else if (f != FIELD_NONE) {
		read_field(w->r, sc, f, value);
	}
}

/* A header that stands in the table's body: below "Objective 1", or again. */
static bool takes_header(struct table_walk *w, const struct row *row)
{
	struct columns c;

	if (w->form == FORM_VERTICAL || !row->filled || w->c.kinds >= 0 ||
		table_cell(row, 0).s.n > HEADER_BYTES)
		return false;
	c = table_columns(row);
	table_settle(&c);
	if (c.known < 2 || !(table_has(&c, FIELD_KEY_RESULT) ||
				   table_has(&c, FIELD_OBJECTIVE)))
		return false;
	w->c = c;
	set_columns(w, row);
	return true;
}

static bool any_dotted(const struct block *table, int column)
{
	for (const struct block *b = table->first->next; b && column >= 0;
		b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, column).s;
		size_t dot = str_find_char(s, '.');

		if (s.n && str_is_digit(s.p[0]) && dot != STR_NONE &&
			dot + 1 < s.n)
			return true;
	}
	return false;
}

static void read_row(struct table_walk *w, const struct row *row, bool marked)
{
	switch (w->form) {
	case FORM_KEY_RESULTS:
		kr_row(w, row);
		break;
	case FORM_PAIRS:
		pair_row(w, row);
		break;
	case FORM_MIXED:
		mixed_row(w, row, marked);
		break;
	case FORM_OBJECTIVES:
		objective_row(w, row);
		break;
	default:
		vertical_row(w, row);
		break;
	}
}

/* "Result | Progress | Status" below an objective that has nothing so far: the
 * first column is of its key results. */
static bool begins_with_results(const struct table_walk *w)
{
	const struct scope *sc = w->sc;

	return sc->objective != NO_INDEX && sc->mode != MODE_LEFT &&
	       !objective_at(w->r, sc->objective)->key_results.n &&
	       w->c.at[FIELD_RESULT] ==
		       (w->c.n && w->c.of[0] == FIELD_NUMBER) &&
	       table_measures(&w->c) > 1;
}

/* "What we said | What happened" below an objective that waits for its key
 * results. */
static bool tells_how_it_went(const struct table_walk *w)
{
	return w->sc->objective != NO_INDEX && w->c.at[FIELD_METRIC] == 0 &&
	       (table_has(&w->c, FIELD_RESULT) ||
		       table_has(&w->c, FIELD_STATUS)) &&
	       !objective_at(w->r, w->sc->objective)->key_results.n;
}

/* "| Name | Metric | Target |" where the names are sentences: what the metric
 * measures is the key result.  The column of the names, or the metrics'. */
static int said_by_name(const struct table_walk *w, const struct block *table)
{
	enum { FAR = 50, SENTENCE = 3 };
	struct row header = table_row(table->first);
	int metric = w->c.at[FIELD_METRIC], name = 0;
	size_t rows = 0, said = 0;

	while (name < metric && !table_names_text(table_cell(&header, name).s))
		name++;
	if (name >= metric || !table_has(&w->c, FIELD_TARGET))
		return metric;
	for (const struct block *b = table->first->next; b && rows < FAR;
		b = b->next) {
		struct row row = table_row(b);

		rows++;
		said += str_words(table_cell(&row, name).s) >= SENTENCE;
	}
	return said * 3 >= rows * 2 ? name : metric;
}

/* "# | What | By when" right below "Key results:" of an objective that has none
 * yet: the column of the texts, or -1. */
static int labelled_texts(const struct table_walk *w, const struct block *table)
{
	const struct scope *sc = w->sc;
	struct row header = table_row(table->first);

	if (sc->mode != MODE_KEY_RESULTS || sc->objective == NO_INDEX ||
		objective_at(w->r, sc->objective)->key_results.n)
		return -1;
	for (size_t i = 0; i < w->c.n; i++) {
		if (w->c.of[i] == FIELD_NONE &&
			table_names_text(table_cell(&header, (int)i).s))
			return (int)i;
	}
	return -1;
}

/* A table without a column called "key result" is one where such are due. */
static bool is_due(struct table_walk *w, const struct block *table)
{
	const struct scope *sc = w->sc;
	struct row header = table_row(table->first);
	size_t at = 0;
	int texts = labelled_texts(w, table);
	bool metric =
		table_is_metric(&w->c) || tells_how_it_went(w) || texts >= 0;

	w->c.grouped = sc->objective == NO_INDEX && w->c.n &&
		       w->c.of[0] == FIELD_NONE &&
		       table_has(&w->c, FIELD_OWNER) &&
		       table_is_grouped(table, 0);
	if (begins_with_results(w))
		w->c.of[w->c.at[FIELD_RESULT]] = FIELD_NONE;
	else if ((!metric && !w->c.grouped) || sc->mode == MODE_LEFT ||
		 (sc->objective == NO_INDEX && !sc->plain))
		return false;
	if (texts >= 0)
		at = (size_t)texts;
	else if (table_has(&w->c, FIELD_METRIC))
		at = (size_t)said_by_name(w, table);
	else
		while (at < w->c.n && w->c.of[at] != FIELD_NONE)
			at++;
	if (at == w->c.n && w->c.at[FIELD_NOTES] >= 0 &&
		w->c.at[FIELD_NOTES] <= (w->c.of[0] == FIELD_NUMBER))
		at = (size_t)w->c.at[FIELD_NOTES]; /* "Description" */
	if (at == w->c.n || table_is_work(table, &w->c) ||
		table_names_work(table_cell(&header, (int)at).s))
		return false;
	w->c.of[at] = FIELD_KEY_RESULT;
	w->c.at[FIELD_KEY_RESULT] = (int)at;
	table_settle_graded(table, &w->c);
	w->form = FORM_KEY_RESULTS;
	return true;
}

/* "| Score | Milestone |" below a key result: what its grades mean. */
static bool read_scoring(struct table_walk *w, const struct block *table)
{
	struct scope *sc = w->sc;
	int grade = w->c.at[FIELD_GRADE], text = -1;
	size_t n = 0;

	if (grade < 0 || w->form != FORM_NONE)
		return false;
	for (size_t i = 0; i < w->c.n && text < 0; i++) {
		if (w->c.of[i] == FIELD_NONE || w->c.of[i] == FIELD_NOTES ||
			w->c.of[i] == FIELD_INITIATIVES ||
			w->c.of[i] == FIELD_TARGET)
			text = (int)i;
	}
	for (const struct block *b = table->first->next; b && text >= 0;
		b = b->next) {
		struct row row = table_row(b);
		struct piece state = table_cell(&row, w->c.at[FIELD_STATUS]);
		struct verdict v = verdict_of(state.s);

		n += add_milestone(w->r,
			key_result_at(w->r, sc->objective, sc->kr),
			table_cell(&row, grade).s,
			str_of(piece_text(w->r, table_cell(&row, text))),
			v.kind == RESULT_DONE);
	}
	return n > 0;
}

/* A row of totals, or one that says it is a task. */
static bool is_aside(const struct table_walk *w, const struct row *row)
{
	struct piece kind = table_cell(row, w->c.kinds);
	size_t i = 0;

	if (kind.s.n && row_kind(w, row) == MARK_NONE)
		return true;
	while (i < row->n && !row->cell[i])
		i++;
	return w->form != FORM_VERTICAL && w->form != FORM_KEY_RESULTS &&
	       table_is_sum(table_cell(row, (int)i).s);
}

/* Do marks or numbers tell objectives from key results? */
static bool is_marked(const struct table_walk *w, const struct block *table)
{
	const struct columns *c = &w->c;
	int text = table_has(c, FIELD_BOTH)         ? c->at[FIELD_BOTH]
		   : table_has(c, FIELD_KEY_RESULT) ? c->at[FIELD_KEY_RESULT]
						    : 0;

	return table_has_marked(table, text) ||
	       table_is_numbered(table, c->at[FIELD_NUMBER]);
}

/* "KR", "Key result" in the header, also below "Projects". */
static bool names_key_results(const struct block *header)
{
	static const char *const WORDS[] = {"kr", "krs", NULL};

	for (const struct block *c = header->first; c; c = c->next) {
		if (vocab_has_key_result(c->text.s) ||
			vocab_has_listed(c->text.s, WORDS))
			return true;
	}
	return false;
}

/* Fields below "### KR1: text", or on a page about a key result. */
static bool is_of_kr(const struct table_walk *w, const struct block *table)
{
	const struct block *b = table->parent;
	const struct scope *sc = w->sc;

	return sc->kr != NO_INDEX && sc->objective != NO_INDEX &&
	       ((b->kind == BLOCK_SECTION &&
			block_mark(b).kind == MARK_KEY_RESULT) ||
		       w->r->extras.v[(size_t)sc->objective - w->r->first]
			       .made);
}

void read_table(struct reader *r, const struct block *table, struct scope *sc)
{
	struct table_walk w = {.r = r, .sc = sc};
	struct row row;
	bool marked;

	if (!table->first || !table->first->next)
		return;
	if (read_our_table(r, table))
		return;
	w.form = table_shape(r, table)->form;
	w.c = r->shape->columns;
	row = table_row(table->first);
	if ((sc->kr != NO_INDEX && read_scoring(&w, table)) ||
		table_take_scores(r, table, sc))
		return;
	if ((w.form == FORM_NONE && !is_due(&w, table)) ||
		table_refers_back(r, table) ||
		(sc->mode == MODE_FIELD && sc->field >= FIELD_INITIATIVES &&
			!names_key_results(table->first) &&
			!(w.form == FORM_VERTICAL && is_of_kr(&w, table))) ||
		(sc->example && sc->objective == NO_INDEX &&
			!is_filled_table(r, table))) {
		read_explain(r, table->line, "left alone", "table");
		if (r->extras.n)
			table_take_news(r, table);
		return;
	}
	set_columns(&w, &row);
	if (w.form == FORM_KEY_RESULTS && sc->objective == NO_INDEX)
		w.c.grouped = table_is_grouped(table, w.c.at[FIELD_KEY_RESULT]);
	else
		w.c.grouped = false;
	w.c.lone = w.c.lone && sc->objective == NO_INDEX;
	if (w.form != FORM_VERTICAL || !is_of_kr(&w, table))
		sc->kr = NO_INDEX;
	w.dotted = any_dotted(table, w.c.at[FIELD_NUMBER]);
	w.planned = table_reads_plan(table, &w.c);
	marked = w.form == FORM_MIXED && is_marked(&w, table);
	if (w.form == FORM_VERTICAL ||
		(w.form == FORM_MIXED && !table_has(&w.c, FIELD_BOTH) &&
			!table_has(&w.c, FIELD_KEY_RESULT))) {
		marked = true;
		read_row(&w, &row, marked);
	}
	for (const struct block *b = table->first->next; b && !r->full;
		b = b->next) {
		row = table_row(b);
		if (!takes_header(&w, &row) && !is_aside(&w, &row))
			read_row(&w, &row, marked);
	}
	sc->kr = NO_INDEX;
}
