/*
 * A row's key results: their cells, and what the other columns say of them.
 */
#include "table_p.h"

#include "attr.h"
#include "field_p.h"
#include "noted_p.h"
#include "parts_p.h"
#include "result.h"
#include "verdict_p.h"

static bool is_name(enum field f)
{
	return f == FIELD_NUMBER || f == FIELD_OBJECTIVE || f == FIELD_BOTH ||
	       f == FIELD_KEY_RESULT;
}

/* "61 % of instances": a reading, which "61 % of target" is none. */
static bool is_part_of(struct str s)
{
	static const char *const OF[] = {"of ", "der ", "des ", "von ", "de ",
		"d'", "dos ", "das ", "di ", "delle ", "van ", "av "};
	static const char *const GOALS[] = {"target", "goal", "plan", "the ",
		"total", "ziel", "objectif", "l'objectif", "la cible", "meta",
		"la meta", "objetivo", "l'obiettivo", "doel", "m\u00e5l"};
	size_t at = str_find_char(s, '%');

	if (at == STR_NONE || at > 6)
		return false;
	s = str_trim(str_sub(s, at + 1, s.n));
	for (size_t i = 0; i < COUNT_OF(OF); i++) {
		if (!str_iskip(&s, OF[i]))
			continue;
		for (size_t k = 0; k < COUNT_OF(GOALS); k++) {
			if (str_istarts(s, GOALS[k]))
				return false;
		}
		return s.n > 2;
	}
	return false;
}

/* "40 %" of "% complete" beside other values: done, and none of these; "40" in
 * a column of shares. */
static struct str share_done(
	struct table_walk *w, enum field f, int kr, struct str s)
{
	if (f != FIELD_PROGRESS)
		return s;
	if (w->c.hundreds && str_is_digit(s.p[s.n - 1]))
		return str_of(arena_printf(w->r->a, "%.*s%%", STR_ARG(s)));
	if (kr == NO_INDEX || !str_ends(s, "%") || !w->c.shares)
		return s;
	return str_of(arena_printf(w->r->a, "%.*s done", STR_ARG(s)));
}

/* Is it told once in a row that has a line for each of its key results? */
static bool is_shared(const struct table_walk *w, struct piece p)
{
	return w->begun && w->several &&
	       (w->lines < 2 || table_count_lines(p.s) != w->lines);
}

void table_set_shared(struct table_walk *w, const struct row *row)
{
	size_t from = (size_t)w->c.at[FIELD_KEY_RESULT] + 1;

	for (size_t i = from; i < w->c.n && i < row->n; i++) {
		struct piece p = table_cell(row, (int)i);

		if (p.s.n && !is_name(w->c.of[i]) &&
			str_find_char(p.s, '\n') == STR_NONE)
			read_field_text(w->r, w->sc->objective, NO_INDEX,
				w->c.of[i], str_of(piece_text(w->r, p)),
				w->c.header[i], row->line);
	}
}

/* "N/A" among words that say how it ended. */
static bool set_void(struct table_walk *w, enum field f, int kr, struct str s)
{
	struct key_result *k;
	struct verdict v;

	if (f != FIELD_RESULT || kr == NO_INDEX || !w->c.ends ||
		!field_is_empty(s))
		return false;
	v = verdict_of(s);
	k = key_result_at(w->r, w->sc->objective, kr);
	if (v.kind != RESULT_NA || k->result.kind != RESULT_NONE)
		return false;
	result_read(w->r->a, s, &k->result, NULL);
	return true;
}

void table_set_fields(struct table_walk *w, const struct row *row, int kr,
	size_t from, size_t to)
{
	for (size_t i = from; i < to && i < row->n; i++) {
		struct piece cell = table_cell(row, (int)i);
		struct piece p = table_line_of(w, cell);
		enum field f = i < w->c.n ? w->c.of[i] : FIELD_NONE;
		const char *text;

		if (!p.s.n || i >= w->c.n || is_name(f) ||
			(i && i == w->used) ||
			(kr != NO_INDEX && is_shared(w, cell)))
			continue;
		if (set_void(w, f, kr, p.s))
			continue;
		if (f == FIELD_PROGRESS && kr != NO_INDEX && is_part_of(p.s))
			f = FIELD_CURRENT;
		text = piece_text(w->r, p);
		if (kr != NO_INDEX)
			text = table_with_unit(w, row, i, f, text);
		read_field_text(w->r, w->sc->objective, kr, f,
			share_done(w, f, kr, str_of(text)), w->c.header[i],
			row->line);
		if (kr != NO_INDEX)
			piece_links(w->r, p,
				&key_result_at(w->r, w->sc->objective, kr)
					 ->links);
	}
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (str_is_digit(s.p[i]))
			return true;
	}
	return false;
}

/* The last reading of a row, and how many of its columns have none. */
static struct piece last_reading(const struct columns *c, const struct row *row,
	size_t *last, size_t *empty)
{
	struct piece p = {NULL, {NULL, 0}};

	*empty = 0;
	for (size_t i = 0; i < c->n && i < row->n; i++) {
		struct piece cell = table_cell(row, (int)i);

		if (!c->reading[i])
			continue;
		*empty += !has_digit(cell.s);
		if (!has_digit(cell.s))
			continue;
		p = cell;
		*last = i;
	}
	return p;
}

bool table_reads_plan(const struct block *table, const struct columns *c)
{
	size_t rows = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str target = table_cell(&row, c->at[FIELD_TARGET]).s;
		size_t last = 0, empty;
		struct piece p = last_reading(c, &row, &last, &empty);

		if (!p.s.n)
			continue;
		if (empty || !str_eq(p.s, target))
			return false;
		rows++;
	}
	return rows > 0;
}

/* The newest of the readings that a row has in columns of their own. */
static void set_reading(struct table_walk *w, const struct row *row, int kr)
{
	size_t last = 0, empty;
	struct piece p = last_reading(&w->c, row, &last, &empty);

	if (p.s.n && !w->planned)
		read_field_text(w->r, w->sc->objective, kr, FIELD_CURRENT,
			str_of(table_with_unit(w, row, last, FIELD_CURRENT,
				piece_text(w->r, p))),
			w->c.header[last], row->line);
}

/* The text for a cell that holds "KR1.1" only: in the next filled one. */
static struct piece next_text(const struct table_walk *w, const struct row *row,
	struct piece cell, size_t *used)
{
	for (size_t i = 0; i + 1 < row->n; i++) {
		if (row->cell[i] != cell.b)
			continue;
		for (i++; i < row->n; i++) {
			struct piece p = table_cell(row, (int)i);

			if (p.s.n && (w->c.of[i] == FIELD_NONE ||
					     w->c.of[i] == FIELD_TARGET ||
					     w->c.of[i] == FIELD_METRIC ||
					     w->c.of[i] == FIELD_NOTES ||
					     w->c.of[i] == FIELD_KEY_RESULT)) {
				*used = i;
				return p;
			}
		}
	}
	return cell;
}

/* "KR-2026Q3-01", "OPS-7": letters and digits of a register. */
static bool is_code(struct str s)
{
	enum { LONGEST = 20 };
	bool digit = false;

	for (size_t i = 0; i < s.n; i++) {
		digit = digit || str_is_digit(s.p[i]);
		if (!str_is_digit(s.p[i]) && !strchr("-._/", s.p[i]) &&
			(s.p[i] < 'A' || s.p[i] > 'Z'))
			return false;
	}
	return digit && s.n <= LONGEST && s.p[0] >= 'A' && s.p[0] <= 'Z';
}

/* "KR1.1" or "1.1": a cell that only numbers its row. */
static bool is_index(struct piece cell, const struct mark *mark)
{
	if (mark->kind == MARK_KEY_RESULT && mark->rest >= cell.s.n)
		return true;
	if (is_code(cell.s))
		return true;
	if (mark->kind == MARK_KEY_RESULT)
		return false;
	for (size_t i = 0; i < cell.s.n; i++) {
		char c = cell.s.p[i];
		bool letter = i + 1 == cell.s.n && i && str_is_alpha(c);

		if (!str_is_digit(c) && c != '.' && !letter) /* "1.4a" */
			return false;
	}
	return cell.s.n && cell.s.n < 6;
}

/* "KR1 (3 videos)" where only notes follow: what the brackets say. */
static struct piece index_text(
	struct table_walk *w, const struct row *row, struct piece cell)
{
	size_t open = str_find_char(cell.s, '('), n;
	struct piece next = next_text(w, row, cell, &w->used), inner = cell;

	if (open == STR_NONE || !str_ends(cell.s, ")") ||
		(w->used && w->c.of[w->used] != FIELD_NOTES))
		return next;
	inner.s = str_trim(str_sub(cell.s, open + 1, cell.s.n - 1));
	for (n = 0; n < inner.s.n && inner.s.p[n] != ' '; n++)
		;
	if (n == inner.s.n) /* "(Q3)", "(committed)" */
		return next;
	w->used = 0;
	return inner;
}

/* "127 replaced, rest waits" beside a score: where it stood.  text: the cell
 * of the key result itself. */
static void read_notes(struct table_walk *w, const struct row *row, int index,
	const struct block *text)
{
	struct key_result *kr = key_result_at(w->r, w->sc->objective, index);

	if (w->r->ours) /* they say what a column is */
		return;
	for (size_t i = 0; i < w->c.n && i < row->n; i++) {
		struct piece p = table_line_of(w, table_cell(row, (int)i));

		if ((w->c.of[i] == FIELD_NOTES || w->c.of[i] == FIELD_NONE) &&
			str_words(p.s) > 1 && kr->stated_grade &&
			!kr->current && row->cell[i] != text)
			(void)noted_read_below(
				w->r, kr, str_of(piece_text(w->r, p)));
	}
}

void table_add_kr(
	struct table_walk *w, const struct row *row, struct piece text)
{
	struct piece whole = text;
	struct mark mark = table_mark(text);
	struct piece number = table_cell(row, w->c.at[FIELD_NUMBER]);
	struct key_result *kr;
	size_t from = 0;
	int index;

	if (is_index(text, &mark)) {
		struct mark inner;

		if (mark.kind != MARK_KEY_RESULT)
			number = text;
		text = index_text(w, row, text);
		if (!w->used && text.s.p == whole.s.p) /* "KR1:", no more */
			return;
		inner = table_mark(text);
		inner.kind = MARK_KEY_RESULT;
		inner.numbered = true;
		inner.number = mark.number;
		inner.rest = inner.plain;
		mark = inner;
	}
	index = add_key_result(w->r, w->sc, &mark,
		piece_from(text,
			mark.kind == MARK_KEY_RESULT ? mark.rest : mark.plain),
		0);
	kr = key_result_at(w->r, w->sc->objective, index);
	w->r->extras.v[(size_t)w->sc->objective - w->r->first].tabled = true;
	/* "OKR-1" in front of an objective's first key result is not its own */
	if (number.s.n && table_mark(number).kind != MARK_OBJECTIVE &&
		!number_is_below(str_of(kr->number), number.s))
		kr->number = piece_text(w->r, number);
	if (w->form == FORM_PAIRS &&
		w->c.at[FIELD_OBJECTIVE] < w->c.at[FIELD_KEY_RESULT])
		from = (size_t)w->c.at[FIELD_KEY_RESULT];
	if (w->form == FORM_VERTICAL)
		from = 2;
	if (w->c.each)
		from = w->c.n;
	table_set_fields(w, row, index, from, w->c.n);
	set_reading(w, row, index);
	read_notes(w, row, index, text.b);
	w->used = 0;
}

/* "3 KRs", "2 key results": how many there are. */
static bool is_count(struct str s)
{
	long n;

	if (!str_take_number(&s, 99, &n))
		return false;
	str_skip_space(&s);
	return str_iis(s, "krs") || str_iis(s, "kr") ||
	       str_iis(s, "key results") || str_iis(s, "key result");
}

/* "KR1-KR4", "KR1, KR3": where they are told, and no text. */
bool table_is_reference(struct str s)
{
	static const char *const WORDS[] = {"krs", "kr", "and", "to", "o"};
	size_t numbers = 0, i;

	if (is_count(s))
		return true;

	while (s.n) {
		for (i = 0; i < COUNT_OF(WORDS); i++) {
			if (str_iskip(&s, WORDS[i]))
				break;
		}
		if (i < COUNT_OF(WORDS))
			continue;
		if (str_is_digit(s.p[0])) {
			while (s.n && (str_is_digit(s.p[0]) || s.p[0] == '.'))
				s = str_sub(s, 1, s.n);
			numbers++;
		} else if (!str_skip(&s, "\u2013") && !str_skip(&s, "\u2014")) {
			if (!strchr(" ,;&/-+", s.p[0]))
				return false;
			s = str_sub(s, 1, s.n);
		}
	}
	return numbers > 1;
}

/* Has the row a value for one key result, which several would share? */
static bool has_value(const struct table_walk *w, const struct row *row)
{
	return table_cell(row, w->c.at[FIELD_TARGET]).s.n ||
	       table_cell(row, w->c.at[FIELD_BASELINE]).s.n ||
	       table_cell(row, w->c.at[FIELD_CURRENT]).s.n;
}

/* "Key results", "KRs": does the cell's header, or its name, tell of many? */
static bool tells_many(const struct table_walk *w, const struct row *row,
	const struct block *cell)
{
	static const char *const WORDS[] = {"krs", "key results", "results",
		"resultados", "r\u00e9sultats", "risultati", "ergebnisse",
		"schl\u00fcsselergebnisse", "resultaten", "rezultaty",
		"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b",
		"\u5173\u952e\u7ed3\u679c", "\u95dc\u9375\u7d50\u679c", NULL};
	struct str name = table_cell(row, 0).s;

	for (size_t i = 0; w->form != FORM_VERTICAL && i < w->c.n; i++) {
		if (i < row->n && row->cell[i] == cell)
			name = str_of(w->c.header[i]);
	}
	return vocab_has_listed(name, WORDS);
}

/* "C1.1 First. C1.2 Second": where the next of such numbers begins. */
static size_t next_numbered(struct piece p, size_t *end)
{
	struct str number = table_mark(p).number, s;
	long n = 0;

	for (size_t i = number.n; i && !n; i--) {
		if (number.p[i - 1] != '.')
			continue;
		s = str_sub(number, i, number.n);
		number.n = i;
		if (!str_take_number(&s, 99, &n) || s.n)
			return STR_NONE;
	}
	for (size_t i = 1; n && i + number.n < p.s.n; i++) {
		long next;

		s = str_sub(p.s, i + number.n, p.s.n);
		if (p.s.p[i - 1] != ' ' ||
			!str_eq(str_sub(p.s, i, i + number.n), number) ||
			!str_take_number(&s, 99, &next) || next != n + 1 ||
			!s.n || !strchr(" :", s.p[0]))
			continue;
		*end = str_trim(str_sub(p.s, 0, i)).n;
		while (*end && strchr(";,", p.s.p[*end - 1]))
			--*end;
		return i;
	}
	return STR_NONE;
}

/* "1. First 2. Second", "1) ... 2) ...": where the next one begins. */
static size_t next_counted(struct str s, size_t *end)
{
	struct str t = s;
	long n, next;
	char sign;

	if (!str_take_number(&t, 99, &n) || t.n < 2 || !strchr(".)", t.p[0]) ||
		t.p[1] != ' ')
		return STR_NONE;
	sign = t.p[0];
	for (size_t i = s.n - t.n + 2; i + 3 < s.n; i++) {
		t = str_sub(s, i, s.n);
		if (s.p[i - 1] != ' ' || !str_is_digit(t.p[0]) ||
			!str_take_number(&t, 99, &next) || next != n + 1 ||
			t.n < 2 || t.p[0] != sign || t.p[1] != ' ')
			continue;
		*end = str_trim_end(str_sub(s, 0, i), ";, ").n;
		return i;
	}
	return STR_NONE;
}

/* Where the next key result of a line begins. */
static size_t next_kr(struct piece p, size_t *end)
{
	size_t at = table_mark(p).kind == MARK_KEY_RESULT
			    ? parts_next(p, false, end)
			    : STR_NONE;

	if (at == STR_NONE)
		at = next_numbered(p, end);
	return at == STR_NONE ? next_counted(p.s, end) : at;
}

/* "KR1: a; KR2: b", "a; b": the key results of a line. */
static void add_line(
	struct table_walk *w, const struct row *row, struct piece p)
{
	size_t end, at = next_kr(p, &end);
	struct str s = p.s, part;
	const char *sign;

	w->several = w->several || at != STR_NONE;
	for (; at != STR_NONE; at = next_kr(p, &end)) {
		struct piece first = {p.b, str_sub(p.s, 0, end)};

		table_add_kr(w, row, first);
		p = piece_from(p, at);
		s.n = 0;
	}
	if (s.n && !has_value(w, row) &&
		(sign = parts_sign(s, tells_many(w, row, p.b))) != NULL) {
		w->several = true;
		while (parts_take(&s, sign, &part)) {
			if (str_trim(part).n)
				table_add_kr(w, row,
					(struct piece){p.b, str_trim(part)});
		}
		return;
	}
	table_add_kr(w, row, p);
}

/* Has the row's target, or its start or state, a line for each? */
static bool has_lines(
	const struct table_walk *w, const struct row *row, size_t lines)
{
	static const enum field FIELDS[] = {
		FIELD_TARGET, FIELD_BASELINE, FIELD_CURRENT};

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++) {
		struct piece p = table_cell(row, w->c.at[FIELDS[i]]);

		if (p.s.n && table_count_lines(p.s) == lines)
			return true;
	}
	return false;
}

/* Takes "- " off a line of a cell. */
static bool skip_bullet(struct piece *p)
{
	static const char *const BULLETS[] = {"- ", "* ", "\u2022 ", "\u2013 "};

	for (size_t i = 0; i < COUNT_OF(BULLETS); i++) {
		if (str_starts(p->s, BULLETS[i])) {
			*p = piece_from(*p, strlen(BULLETS[i]));
			return true;
		}
	}
	return false;
}

/* A cell may hold several key results, one below the other. */
void table_add_krs(
	struct table_walk *w, const struct row *row, struct piece cell)
{
	struct str s = cell.s, line;
	size_t lines = 0, marked = 0;
	bool each;

	while (str_take_until(&s, '\n', &line)) {
		struct piece p = {cell.b, str_trim(line)};
		struct mark mark;

		if (!p.s.n)
			continue;
		mark = table_mark(p);
		lines++;
		marked += mark.kind == MARK_KEY_RESULT || mark.number.n ||
			  skip_bullet(&p) || mark.lead.n;
	}
	each = lines > 1 &&
	       (marked == lines ||
		       (lines <= TABLE_LINES && has_lines(w, row, lines)) ||
		       (!table_has(&w->c, FIELD_TARGET) &&
			       !table_has(&w->c, FIELD_BASELINE) &&
			       !table_has(&w->c, FIELD_CURRENT)));
	if (!each) {
		if (lines == 1 && skip_bullet(&cell))
			w->several = true; /* a list, though of one */
		add_line(w, row, cell);
		return;
	}
	w->several = true;
	s = cell.s;
	while (str_take_until(&s, '\n', &line)) {
		struct piece p = {cell.b, str_trim(line)};

		skip_bullet(&p);
		if (!p.s.n)
			continue;
		w->lines = lines <= TABLE_LINES ? lines : 0;
		table_add_kr(w, row, p);
		w->line++;
	}
	w->line = w->lines = 0;
}

/* The key results of a row that has a column for each. */
void table_add_each(struct table_walk *w, const struct row *row)
{
	for (size_t i = 0; i < row->n && i < w->c.n; i++) {
		struct piece kr = table_cell(row, (int)i);
		struct key_results *krs;
		size_t n;

		if (w->c.of[i] != FIELD_KEY_RESULT || !kr.s.n ||
			w->sc->objective == NO_INDEX)
			continue;
		krs = &objective_at(w->r, w->sc->objective)->key_results;
		n = krs->n;
		table_add_krs(w, row, kr);
		krs = &objective_at(w->r, w->sc->objective)->key_results;
		if (krs->n == n + 1 && !krs->v[n].number[0])
			krs->v[n].number = w->c.header[i];
	}
}
