/*
 * Titles in front of what measures them, in tables whose header has no word of
 * OKRs: "What we want | How we will know", "Aim | Measure", or any two columns
 * of texts, where the texts of the second reach for numbers.
 */
#include "table_look_p.h"

#include "attr.h"
#include "goals_p.h"
#include "mark_words_p.h"
#include "vocab_p.h"

/* Two columns of texts, counted together. */
struct sides {
	size_t rows;
	size_t titles, bare; /* other than the one above; no titles of goals */
	size_t words;        /* of the titles */
	size_t texts, measured;
	size_t again; /* of the texts: not the first of their title */
};

static size_t words_of(struct str s)
{
	enum { BYTES_A_WORD = 6 }; /* where no blanks part them */
	size_t words = str_words(s);

	return words < 2 && str_has_high(s) ? s.n / BYTES_A_WORD : words;
}

/* "What we want to...", "Aims", "Ambition" */
bool table_names_aim(struct str header)
{
	static const char *const WORDS[] = {"aim", "aims", "our aim",
		"our aims", "ambition", "ambitions", "aspiration",
		"aspirations", "intention", "intentions", "intent", "outcome",
		"outcomes", "desired outcome", "what we said", "purpose",
		"destination", "direction", "focus", "focus area", "big goal",
		"what matters", "where we want to go", "absicht", "absichten",
		"anliegen", "schwerpunkt", "wohin", "wohin wir wollen", "but",
		"buts", "intention", "cap", "prop\u00f3sito", "prop\u00f3sitos",
		"ambici\u00f3n", "ambi\u00e7\u00e3o", "scopo", "intento",
		"ambizione", "ambitie", "ambities", "wat we willen",
		"we willen", "wij willen", "streven", "zamierzenie",
		"\u00f6nskan", "avsikt", "\u00f8nske", "form\u00e5l",
		"\u0446\u0435\u043b\u044c", "\u0426\u0435\u043b\u044c",
		"\u76ee\u6307\u3059\u59ff", "\u613f\u666f", "\u9858\u666f",
		NULL};
	struct str s = str_trim_end(vocab_bare(header), ".? ");

	return s.n && s.n <= HEADER_BYTES &&
	       (str_is_listed(s, WORDS) || goals_wanted(s));
}

/* "How we will know", "Evidence" */
static bool names_measure(struct str header)
{
	static const char *const WORDS[] = {"evidence", "measure", "measures",
		"measurement", "measurements", "proof", "signs", "sign",
		"how we know", "indicator", "indicators", "criteria",
		"criterion", "targets", "what success looks like", "nachweis",
		"messung", "messungen", "kriterien", "preuve", "preuves",
		"crit\u00e8res", "mesures", "evidencia", "criterios", "medidas",
		"evid\u00eancia", "crit\u00e9rios", "prove", "criteri",
		"misure", "bewijs", "metingen", "dowody", "kryteria",
		"m\u00e5tt", "bevis", "kriterier", NULL};
	struct str s = str_trim_end(vocab_bare(header), ".? ");

	return s.n && s.n <= HEADER_BYTES &&
	       (str_is_listed(s, WORDS) || mark_says_how(s) ||
		       vocab_column(s) == FIELD_METRIC);
}

static bool is_goal_header(struct str header)
{
	return table_names_aim(header) || goals_spoken_of(header) ||
	       vocab_column(header) == FIELD_OBJECTIVE;
}

/* Does a heading above speak of goals or OKRs? */
static bool is_below_goals(const struct block *b)
{
	for (b = b->parent; b; b = b->parent) {
		if (b->kind == BLOCK_SECTION &&
			(vocab_has_okr(b->text.s) ||
				goals_spoken_of(b->text.s)))
			return true;
	}
	return false;
}

/* ... of a course, a template, a roadmap? */
static bool is_below_others(const struct block *b)
{
	for (b = b->parent; b; b = b->parent) {
		if (b->kind == BLOCK_SECTION && goals_are_others(b->text.s) &&
			!vocab_has_okr(b->text.s))
			return true;
	}
	return false;
}

/* Does a column behind the texts tell from where to where they go? */
static bool has_values(const struct look *l, int text)
{
	for (int i = text + 1; i < (int)l->c->n; i++) {
		enum field f = l->c->of[i];
		struct str name = table_cell(l->header, i).s;

		if (f == FIELD_NONE && name.n && name.n <= HEADER_BYTES)
			f = vocab_column(name);
		if ((f == FIELD_TARGET || f == FIELD_BASELINE) &&
			look_has_figures(l, i))
			return true;
	}
	return false;
}

/* Is there a column, but for those two, that says how far they came? */
static bool has_more(const struct columns *c, int title, int text)
{
	struct columns other = *c;
	const int both[] = {title, text};

	for (size_t i = 0; i < COUNT_OF(both); i++) {
		if (c->of[both[i]] != FIELD_NONE)
			other.at[c->of[both[i]]] = -1;
	}
	return table_measures(&other) > 0;
}

/* The lines of a cell, and how many of them have a number to be reached. */
static size_t count_texts(struct reader *r, struct str s, struct sides *n)
{
	enum { MOST = 12 };
	struct str line;
	size_t lines = 0;

	while (lines < MOST && str_take_until(&s, '\n', &line)) {
		line = str_trim(line);
		if (!line.n)
			continue;
		lines++;
		n->measured += goal_line_is_measured(&r->scratch, line);
	}
	n->texts += lines;
	return lines;
}

/* False where a text stands above the first title. */
static bool weigh(struct reader *r, const struct block *table, int title,
	int text, struct sides *n)
{
	enum { MOST_ROWS = 60 }; /* that tell enough */
	struct str last = {NULL, 0};

	*n = (struct sides){0};
	for (const struct block *b = table->first->next;
		b && n->rows < MOST_ROWS; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, title).s;
		bool other = s.n && !str_eq(s, last);
		size_t lines;

		if (row.filled < 2 || table_is_sum(s))
			continue;
		n->rows++;
		lines = count_texts(r, table_cell(&row, text).s, n);
		if (other) {
			last = s;
			n->titles++;
			n->words += words_of(s);
			n->bare += goal_is_no_title(r, s);
		}
		if (!n->titles)
			return false;
		n->again += lines > other ? lines - other : 0;
	}
	return n->titles && n->texts;
}

/* Is that what is aimed at, and do the texts measure it? */
static bool are_sides(
	struct reader *r, const struct look *l, int title, int text)
{
	const struct columns *c = l->c;
	struct str aim = table_cell(l->header, title).s;
	struct str measure = table_cell(l->header, text).s;
	bool aims = is_goal_header(aim), measures = names_measure(measure);
	bool figures = has_values(l, text);
	struct sides n;

	if (!(aims && (measures || has_more(c, title, text))) &&
		!is_below_goals(l->table))
		return false;
	if (!aims && (table_names_work(aim) || table_names_work(measure)))
		return false;
	if (!weigh(r, l->table, title, text, &n) || n.bare * 2 > n.titles ||
		n.words < n.titles * 2 ||
		(!figures && n.measured * 2 < n.texts))
		return false;
	return (aims && measures) || (n.titles > 1 && n.again);
}

static bool may_be(const struct columns *c, int column, const enum field *of)
{
	for (; *of != FIELD_NONE; of++) {
		if (c->of[column] == *of)
			return true;
	}
	return c->of[column] == FIELD_NONE;
}

static void set(struct columns *c, int column, enum field f)
{
	if (c->of[column] != FIELD_NONE && c->at[c->of[column]] == column)
		c->at[c->of[column]] = -1;
	c->known += c->of[column] == FIELD_NONE;
	c->of[column] = f;
	c->at[f] = column;
}

/* "Aim | ... | Target": the first was taken for it. */
static void find_target(const struct look *l)
{
	struct columns *c = l->c;

	for (int i = 0; i < (int)c->n && !table_has(c, FIELD_TARGET); i++) {
		struct str name = table_cell(l->header, i).s;

		if (c->of[i] == FIELD_NONE && name.n <= HEADER_BYTES &&
			vocab_column(name) == FIELD_TARGET &&
			look_has_figures(l, i))
			set(c, i, FIELD_TARGET);
	}
}

/* "40 calls answered" is a figure as well. */
static bool has_words(const struct look *l, int column)
{
	const struct seen *s = &l->seen[column];

	return s->texts && s->texts * 2 >= s->figures;
}

static bool settle_sides(struct reader *r, struct look *l)
{
	enum { FIRST = 4, NEAR = 3 }; /* columns looked at, to stay linear */
	static const enum field TITLES[] = {FIELD_OBJECTIVE, FIELD_TARGET,
		FIELD_TITLE, FIELD_RESULT, FIELD_NONE};
	static const enum field TEXTS[] = {FIELD_METRIC, FIELD_RESULT,
		FIELD_NOTES, FIELD_TITLE, FIELD_TARGET, FIELD_CURRENT,
		FIELD_NONE};
	struct columns *c = l->c;

	for (int i = 0; i < FIRST && i + 1 < (int)c->n; i++) {
		if (!may_be(c, i, TITLES))
			continue;
		for (int k = i + 1; k <= i + NEAR && k < (int)c->n; k++) {
			if (!may_be(c, k, TEXTS) || !has_words(l, k) ||
				!are_sides(r, l, i, k))
				continue;
			set(c, i, FIELD_OBJECTIVE);
			set(c, k, FIELD_KEY_RESULT);
			return true;
		}
	}
	return false;
}

/* Does a column say what was aimed at, or what came of it?  Tasks have a state
 * and somebody who does them. */
static bool tells_ends(const struct columns *c)
{
	static const enum field FIELDS[] = {FIELD_TARGET, FIELD_BASELINE,
		FIELD_CURRENT, FIELD_GRADE, FIELD_RESULT, FIELD_PROGRESS};

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++) {
		if (table_has(c, FIELDS[i]))
			return true;
	}
	return false;
}

/* Rows with nothing but a bold title, over others that reach for numbers. */
static bool settle_groups(struct reader *r, struct look *l)
{
	struct columns *c = l->c;
	int at = c->n && c->of[0] == FIELD_NUMBER;
	struct sides n = {0};
	struct str name = table_cell(l->header, at).s;

	if (at + 1 >= (int)c->n || c->of[at] == FIELD_KEY_RESULT ||
		table_names_work(name) || !table_is_grouped(l->table, at))
		return false;
	for (const struct block *b = l->table->first->next;
		b && n.rows < LOOK_ROWS; b = b->next) {
		struct row row = table_row(b);
		struct str title = table_title(&row, at).s;

		n.rows++;
		if (!title.n) {
			count_texts(r, table_cell(&row, at).s, &n);
			continue;
		}
		n.titles++;
		n.words += words_of(title);
		n.bare += goal_is_no_title(r, title);
	}
	if (n.bare || n.words < n.titles * 2 || n.measured * 2 < n.texts ||
		n.texts <= n.titles)
		return false;
	if (!is_goal_header(name) && !is_below_goals(l->table) &&
		!(n.titles > 1 && tells_ends(c)))
		return false;
	set(c, at, FIELD_KEY_RESULT);
	return true;
}

/* Cells behind the last that the header names stand in columns, too. */
static void widen(const struct block *table, struct columns *c)
{
	size_t rows = 0;

	for (const struct block *b = table->first->next; b && rows < LOOK_ROWS;
		b = b->next, rows++) {
		struct row row = table_row(b);

		for (; c->n < row.n && c->n < MAX_COLUMNS; c->n++)
			c->of[c->n] = FIELD_NONE;
	}
}

void table_settle_titles(
	struct reader *r, const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);
	struct columns wide = *c;
	struct look l;

	if (!table->first->next || c->each)
		return;
	if (table_has(c, FIELD_KEY_RESULT) || table_has(c, FIELD_BOTH) ||
		c->kinds >= 0 || c->n < 2 || is_below_others(table))
		return;
	widen(table, &wide);
	l = look_at(table, &header, &wide);
	if (!settle_sides(r, &l) && !settle_groups(r, &l))
		return;
	r->lettered = false; /* it says whose figures they are */
	find_target(&l);
	table_settle_by_values(table, &wide);
	table_settle_verdicts(table, &wide);
	*c = wide;
}
