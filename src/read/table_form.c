/*
 * What a table is, by the words of its header and the markers of its cells.
 */
#include "table_p.h"

#include "attr.h"
#include "vocab_p.h"

struct row table_row(const struct block *b)
{
	struct row row = {.line = b->line};

	for (const struct block *c = b->first; c && row.n < MAX_COLUMNS;
		c = c->next, row.n++) {
		bool empty = !str_trim(c->text.s).n;

		row.cell[row.n] = empty ? NULL : c;
		row.filled += !empty;
	}
	return row;
}

struct piece table_cell(const struct row *row, int column)
{
	static const struct block NOTHING = {.kind = BLOCK_CELL};
	const struct block *b = &NOTHING;

	if (column >= 0 && (size_t)column < row->n && row->cell[column])
		b = row->cell[column];
	return (struct piece){b, str_trim(b->text.s)};
}

struct mark table_mark(struct piece p)
{
	return mark_read(p.s, piece_flags(p), MARK_CELL);
}

/* "Projected score", "Previous score": not what it is now. */
static bool is_guess(struct str header)
{
	return vocab_has(header, "projected") ||
	       vocab_has(header, "expected") || vocab_has(header, "forecast") ||
	       vocab_has(header, "predicted") ||
	       vocab_has(header, "previous") || vocab_has(header, "target") ||
	       vocab_has(header, "max");
}

static bool is_final(struct str header)
{
	return vocab_has(header, "final") || vocab_has(header, "end") ||
	       vocab_has(header, "end-q") || vocab_has(header, "closing");
}

/* "Today | By June": what is planned, from where it stands. */
static void settle_plan(struct columns *c, const struct row *header)
{
	static const char *const NOW[] = {"today", "now", "currently"};
	struct str now, then;

	if (c->at[FIELD_BASELINE] >= 0 || c->at[FIELD_CURRENT] < 0 ||
		c->at[FIELD_TARGET] < 0)
		return;
	now = table_cell(header, c->at[FIELD_CURRENT]).s;
	then = table_cell(header, c->at[FIELD_TARGET]).s;
	if (!vocab_is_deadline(then))
		return;
	for (size_t i = 0; i < COUNT_OF(NOW); i++) {
		if (!str_istarts(now, NOW[i]))
			continue;
		c->at[FIELD_BASELINE] = c->at[FIELD_CURRENT];
		c->of[c->at[FIELD_CURRENT]] = FIELD_BASELINE;
		c->at[FIELD_CURRENT] = -1;
		return;
	}
}

/* "Goal", "Ziel": objective and target in one word, which ours is not. */
static bool is_goal_word(struct str header)
{
	static const char *const OURS[] = {
		"objective", "objectives", "obj", "o", "okr", "okrs"};
	const struct word *w = vocab_word(header);

	if (!w || w->kind != WORD_OBJECTIVE || strlen(w->text) != header.n)
		return false;
	for (size_t i = 0; i < COUNT_OF(OURS); i++) {
		if (str_is(str_of(w->text), OURS[i]))
			return false;
	}
	return true;
}

/* "Ziel | KR": in front of a key result it is the objective. */
static void settle_objective(struct columns *c, const struct row *header)
{
	int kr = c->at[FIELD_KEY_RESULT];

	if (kr < 0 || c->at[FIELD_OBJECTIVE] >= 0)
		return;
	for (int i = 0; i < kr; i++) {
		if ((c->of[i] != FIELD_NONE && c->of[i] != FIELD_TARGET) ||
			!is_goal_word(table_cell(header, i).s))
			continue;
		if (c->of[i] == FIELD_TARGET)
			c->at[FIELD_TARGET] = -1;
		c->of[i] = FIELD_OBJECTIVE;
		c->at[FIELD_OBJECTIVE] = i;
		break;
	}
	for (int i = kr + 1; i < (int)header->n && c->at[FIELD_TARGET] < 0; i++)
		if (c->of[i] == FIELD_NONE &&
			vocab_column(table_cell(header, i).s) == FIELD_TARGET) {
			c->of[i] = FIELD_TARGET;
			c->at[FIELD_TARGET] = i;
		}
}

/* "KR | Ist | Ziel": behind a key result it is the number to reach. */
static void settle_goal(struct columns *c, const struct row *header)
{
	int kr = c->at[FIELD_KEY_RESULT], metric = c->at[FIELD_METRIC];
	int from = kr >= 0 ? kr : metric;
	bool measured = c->at[FIELD_CURRENT] >= 0 || c->at[FIELD_BASELINE] >= 0;

	if (from < 0 || c->at[FIELD_TARGET] >= 0 || (kr < 0 && !measured))
		return;
	for (int i = from + 1; i < (int)header->n; i++) {
		if (!is_goal_word(table_cell(header, i).s))
			continue;
		if (c->of[i] == FIELD_OBJECTIVE)
			c->at[FIELD_OBJECTIVE] = -1;
		else if (c->of[i] != FIELD_NONE || !measured)
			continue;
		c->of[i] = FIELD_TARGET;
		c->at[FIELD_TARGET] = i;
		return;
	}
}

/* Its column holds remarks. */
static void unset(struct columns *c, enum field f)
{
	c->of[c->at[f]] = FIELD_NOTES;
	c->at[f] = -1;
}

static bool is_basis(struct str header)
{
	return str_iis(vocab_bare(header), "basis");
}

struct columns table_columns(const struct row *row)
{
	struct columns c = {.n = row->n, .kinds = -1};

	for (size_t i = 0; i < COUNT_OF(c.at); i++)
		c.at[i] = -1;
	for (size_t i = 0; i < row->n; i++) {
		struct str s = table_cell(row, (int)i).s;
		enum field f = FIELD_NONE;

		if (s.n && s.n <= HEADER_BYTES)
			f = vocab_column(s);
		if (f == FIELD_GRADE && is_guess(s))
			f = FIELD_NONE;
		/* "Basis | Baseline": the plain word is the start */
		if (f == FIELD_BASELINE && c.at[f] >= 0 &&
			is_basis(table_cell(row, c.at[f]).s))
			unset(&c, f);
		/* the first of two counts, but for a final grade */
		if (f != FIELD_NONE && c.at[f] >= 0 &&
			!(f == FIELD_GRADE && is_final(s)))
			f = FIELD_NONE;
		c.of[i] = f;
		c.known += f != FIELD_NONE;
		if (f != FIELD_NONE)
			c.at[f] = (int)i;
	}
	settle_objective(&c, row);
	settle_goal(&c, row);
	settle_plan(&c, row);
	return c;
}

bool table_has(const struct columns *c, enum field f)
{
	return c->at[f] >= 0;
}

/* Columns that say how far something has come, or whose it is. */
static size_t measures(const struct columns *c)
{
	static const enum field FIELDS[] = {FIELD_OWNER, FIELD_DRI,
		FIELD_TARGET, FIELD_BASELINE, FIELD_CURRENT, FIELD_GRADE,
		FIELD_PROGRESS, FIELD_STATUS, FIELD_CONFIDENCE, FIELD_WEIGHT,
		FIELD_PRIORITY, FIELD_DUE, FIELD_RESULT, FIELD_TEAM,
		FIELD_STATE, FIELD_TYPE};
	size_t n = 0;

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++)
		n += table_has(c, FIELDS[i]);
	return n;
}

void table_settle(struct columns *c)
{
	static const enum field STAND_INS[] = {FIELD_METRIC, FIELD_RESULT};

	if (table_has(c, FIELD_KEY_RESULT) || !table_has(c, FIELD_OBJECTIVE))
		return;
	for (size_t i = 0; i < COUNT_OF(STAND_INS); i++) {
		int at = c->at[STAND_INS[i]];

		if (at < 0 || !table_has(c, FIELD_TARGET))
			continue;
		c->of[at] = FIELD_KEY_RESULT;
		c->at[FIELD_KEY_RESULT] = at;
		c->at[STAND_INS[i]] = -1;
		return;
	}
}

/* Do most rows begin with a field's name or a marker? */
static bool is_vertical(const struct block *table, const struct row *header)
{
	size_t rows = 0, named = 0, marked = 0;
	struct mark mark;

	if (header->n < 2)
		return false;
	for (const struct block *b = table->first; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, 0);

		if (!p.s.n || !row.filled)
			continue;
		mark = table_mark(p);
		rows++;
		marked += (mark.kind == MARK_KEY_RESULT ||
				  mark.kind == MARK_OBJECTIVE) &&
			  mark.rest >= p.s.n;
		named += vocab_field(p.s) != FIELD_NONE ||
			 mark.kind == MARK_KR_LABEL;
	}
	return (marked && marked + named == rows && rows > 1) ||
	       (header->n == 2 && named * 2 > rows);
}

bool table_has_marked(const struct block *table, int column)
{
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, column);

		if (p.s.n && table_mark(p).kind == MARK_OBJECTIVE)
			return true;
	}
	return false;
}

/* A first column without a telling header whose cells are marked. */
static enum form marked_column(const struct block *table, struct columns *c)
{
	bool objectives = false, krs = false;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, 0);
		struct mark mark = table_mark(p);

		if (!p.s.n || mark.rest >= p.s.n)
			continue;
		objectives = objectives || mark.kind == MARK_OBJECTIVE;
		krs = krs || mark.kind == MARK_KEY_RESULT;
	}
	if (!c->n || !krs || c->of[0] != FIELD_NONE)
		return FORM_NONE;
	c->of[0] = objectives ? FIELD_BOTH : FIELD_KEY_RESULT;
	c->at[c->of[0]] = 0;
	return objectives ? FORM_MIXED : FORM_KEY_RESULTS;
}

/* How many cells of a column are a marker without a text, or -1 when one of
 * them is anything else. */
static int count_kinds(const struct block *table, size_t column, bool *both)
{
	int objectives = 0, krs = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, (int)column);
		struct mark mark;

		if (!p.s.n)
			continue;
		mark = mark_read(p.s, piece_flags(p), MARK_CELL | MARK_BOLD);
		if (mark.rest < p.s.n && mark.kind != MARK_KR_LABEL)
			return -1;
		if (mark.kind == MARK_OBJECTIVE)
			objectives++;
		else if (mark.kind == MARK_KEY_RESULT ||
			 mark.kind == MARK_KR_LABEL)
			krs++;
		else
			return -1;
	}
	*both = objectives && krs;
	return objectives + krs;
}

/* The column of the texts: by its name, else the first that is no other. */
static int text_column(const struct columns *c)
{
	static const enum field FIELDS[] = {FIELD_BOTH, FIELD_KEY_RESULT,
		FIELD_OBJECTIVE, FIELD_TITLE, FIELD_METRIC};

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++) {
		if (table_has(c, FIELDS[i]) && c->at[FIELDS[i]] != c->kinds)
			return c->at[FIELDS[i]];
	}
	for (size_t i = 0; i < c->n; i++) {
		if ((int)i != c->kinds &&
			(c->of[i] == FIELD_NONE || c->of[i] == FIELD_NOTES))
			return (int)i;
	}
	return -1;
}

/* "| KR1.1 | Key result | text | ...": each row says what it is. */
static bool find_kinds(const struct block *table, struct columns *c)
{
	bool both = false;
	int text;

	for (size_t i = 0; i < c->n; i++) {
		if (count_kinds(table, i, &both) < 2 || !both)
			continue;
		if (c->kinds < 0)
			c->kinds = (int)i;
		if (c->of[i] != FIELD_NONE && c->at[c->of[i]] == (int)i)
			c->at[c->of[i]] = -1;
		c->of[i] = FIELD_NUMBER; /* read by row_kind() */
	}
	text = c->kinds < 0 ? -1 : text_column(c);
	if (text < 0)
		return false;
	if (!table_has(c, FIELD_NUMBER))
		c->at[FIELD_NUMBER] = c->kinds;
	c->of[text] = FIELD_BOTH;
	c->at[FIELD_BOTH] = text;
	return true;
}

/* Is the first row of the body the header proper? */
static bool has_inner_header(const struct block *table)
{
	struct columns c;
	struct row row;

	if (!table->first->next)
		return false;
	row = table_row(table->first->next);
	c = table_columns(&row);
	return table_has(&c, FIELD_KEY_RESULT) && c.known > 1;
}

static enum form find_form(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);
	struct piece first = table_cell(&header, 0);

	*c = table_columns(&header);
	if (header.n > 2 && find_kinds(table, c))
		return FORM_MIXED;
	table_settle(c);
	if (table_has(c, FIELD_KEY_RESULT) && table_has(c, FIELD_OBJECTIVE))
		return FORM_PAIRS;
	if (table_has(c, FIELD_KEY_RESULT))
		return table_has_marked(table, c->at[FIELD_KEY_RESULT])
			       ? FORM_MIXED
			       : FORM_KEY_RESULTS;
	if (first.s.n && table_mark(first).kind == MARK_OBJECTIVE &&
		(table_mark(first).rest < first.s.n || has_inner_header(table)))
		return FORM_MIXED; /* "Objective 1: Grow" as the header */
	if (table_has(c, FIELD_BOTH) && (measures(c) || table->first->next))
		return measures(c) || table_has_marked(table, c->at[FIELD_BOTH])
			       ? FORM_MIXED
			       : FORM_NONE;
	if (table_has(c, FIELD_OBJECTIVE) && measures(c))
		return FORM_OBJECTIVES;
	if (is_vertical(table, &header))
		return FORM_VERTICAL;
	return measures(c) ? marked_column(table, c) : FORM_NONE;
}

const struct shape *table_shape(struct reader *r, const struct block *table)
{
	if (!r->shape)
		r->shape = ARENA_NEW(&r->scratch, struct shape);
	if (r->shape->table != table) {
		r->shape->table = table;
		r->shape->form = find_form(table, &r->shape->columns);
	}
	return r->shape;
}

static bool has_letter(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (str_is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0x80)
			return true;
	}
	return false;
}

bool table_is_title(const struct row *row, int column)
{
	struct piece p = table_cell(row, column);

	return row->filled == 1 && p.s.n && piece_is_bold(p);
}

bool table_is_grouped(const struct block *table, int column)
{
	size_t titles = 0, rows = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		if (!has_letter(table_cell(&row, column).s))
			continue;
		titles += table_is_title(&row, column);
		rows += row.filled > 1;
		if (rows && !titles) /* they begin with one */
			return false;
	}
	return titles && rows > titles;
}

static bool vertical_has_okr(const struct block *table, bool *objectives)
{
	bool krs = false;

	*objectives = false;
	for (const struct block *b = table->first; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, 0);
		enum mark_kind kind = table_mark(p).kind;

		*objectives = *objectives || kind == MARK_OBJECTIVE;
		krs = krs || kind == MARK_KEY_RESULT || kind == MARK_KR_LABEL;
	}
	return krs || *objectives;
}

/* The number of a cell that holds "KR2" and nothing else. */
static struct str bare_kr(struct piece p)
{
	struct mark mark = table_mark(p);
	struct str none = {NULL, 0};

	return mark.kind == MARK_KEY_RESULT && mark.numbered &&
			       mark.rest >= p.s.n
		       ? mark.number
		       : none;
}

static bool has_kr(const struct objective *o, struct str number)
{
	enum { FAR = 50 };

	for (size_t i = 0; i < o->key_results.n && i < FAR; i++) {
		struct str s = str_of(o->key_results.v[i].number);

		if (str_iskip(&s, "kr") && str_ieq(s, number))
			return true;
	}
	return false;
}

bool table_refers_back(struct reader *r, const struct block *table)
{
	const struct objectives *all = &r->m->objectives;
	const struct columns *c = &table_shape(r, table)->columns;
	size_t n = 0, rows = 0;

	if (!r->extras.n || measures(c) ||
		r->extras.v[r->extras.n - 1].tabled ||
		!all->v[all->n - 1].key_results.n)
		return false;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str number = bare_kr(table_cell(&row, 0));

		rows++;
		n += number.n > 0;
		if (number.n && !has_kr(&all->v[all->n - 1], number))
			return false;
	}
	return n > 1 && n * 2 > rows;
}

bool is_okr_table(struct reader *r, const struct block *table, bool *objectives)
{
	enum form form;

	if (!table->first || !table->first->next || table_refers_back(r, table))
		return false;
	form = table_shape(r, table)->form;
	*objectives = form != FORM_KEY_RESULTS;
	if (form == FORM_VERTICAL)
		return vertical_has_okr(table, objectives);
	return form != FORM_NONE;
}

bool table_is_metric(const struct columns *c)
{
	return c->n >= 3 && table_has(c, FIELD_TARGET) &&
	       (table_has(c, FIELD_BASELINE) || table_has(c, FIELD_CURRENT) ||
		       table_has(c, FIELD_PROGRESS) ||
		       table_has(c, FIELD_GRADE) ||
		       table_has(c, FIELD_STATUS) || table_has(c, FIELD_OWNER));
}

bool is_metric_table(struct reader *r, const struct block *table)
{
	const struct shape *shape;

	if (!table->first || !table->first->next)
		return false;
	shape = table_shape(r, table);
	return shape->form == FORM_NONE && table_is_metric(&shape->columns);
}
