/*
 * A column that nothing but its cells names: "done", "in progress", "missed"
 * tell how each row ended, whatever stands above them.
 */
#include "table_p.h"

#include "attr.h"
#include "rag_p.h"
#include "verdict_p.h"
#include "vocab_p.h"
#include "words.h"

enum { MOST_ROWS = 200, SORTS = RESULT_NOTE + 1 };

struct told {
	size_t words, shares, empty, others, lights;
	size_t readings; /* of the others, "40 of the rooms so far" */
	bool sort[SORTS];
};

/* "Yes" answers what its header asks, which may be anything. */
static bool is_answer(struct str s)
{
	static const char *const WORDS[] = {"yes", "no", "y", "n", "ja", "nein",
		"oui", "non", "s\u00ed", "si", "sim", "n\u00e3o", "tak", "nie",
		"nee", "nej", "open", "closed", "new", NULL};

	return str_is_listed(s, WORDS);
}

/* A coloured circle, and nothing else. */
static bool is_light(struct str s)
{
	enum health health;

	return s.n && (unsigned char)s.p[0] >= 0x80 && rag_take(&s, &health) &&
	       !str_trim(s).n;
}

/* "<light> 52%", "<light> not measured": how well, and what is told. */
static bool begins_with_light(struct str s)
{
	enum { LONGEST = 40 };
	enum health health;

	return s.n && s.n <= LONGEST && (unsigned char)s.p[0] >= 0x80 &&
	       rag_take(&s, &health) && str_trim(s).n;
}

/* "On target", "at risk": beside "Done" how it goes. */
static bool is_health(struct str s)
{
	enum health health;

	return str_words(s) > 1 && health_take(&s, &health) && !str_trim(s).n;
}

static void count(struct told *t, struct str s)
{
	struct verdict v = verdict_of(s);

	t->lights += begins_with_light(s);
	if (!s.n || str_is(s, "-") || str_is(s, "\u2013") ||
		str_is(s, "\u2014") || str_iis(s, "n/a"))
		t->empty++;
	else if (v.kind == RESULT_PERCENT && str_ends(s, "%"))
		t->shares++;
	else if (v.known && v.exact && (int)v.kind < SORTS &&
		 v.kind != RESULT_PERCENT && !is_answer(s)) {
		t->words++;
		t->sort[v.kind] = true;
	} else if (is_light(s)) { /* between a tick and a cross */
		t->words++;
		t->sort[RESULT_NOTE] = true;
	} else if (is_health(s)) {
		t->words++;
	} else {
		t->others++;
		t->readings += str_is_digit(s.p[0]);
	}
}

static struct told look(const struct block *table, int column, size_t most)
{
	struct told t = {0};
	size_t rows = 0;

	for (const struct block *b = table->first->next; b && rows < most;
		b = b->next) {
		struct row row = table_row(b);

		if (row.filled < 2)
			continue;
		rows++;
		count(&t, table_cell(&row, column).s);
	}
	return t;
}

/* Lights, and words or numbers behind them, in all cells. */
static bool are_lit(const struct told *t)
{
	return t->lights > 1 && t->lights >= t->words + t->shares + t->others;
}

/* Nothing but words below a header that says nothing. */
static bool are_words(const struct told *t, struct str header)
{
	return !header.n && t->words > 1 && !t->shares && !t->others;
}

/* Words of more than one sort, and hardly anything else. */
static bool tells_ends(const struct told *t)
{
	size_t sorts = 0;

	for (size_t i = 0; i < SORTS; i++)
		sorts += t->sort[i];
	return sorts > 1 && t->others * 4 <= t->words + t->shares &&
	       t->words * 3 >= t->shares;
}

/* The header's last cells may be empty, and then they are none. */
static size_t width(const struct block *table, const struct columns *c)
{
	size_t n = c->n, rows = 0;

	for (const struct block *b = table->first; b && rows < MOST_ROWS;
		b = b->next, rows++) {
		struct row row = table_row(b);

		n = row.n > n ? row.n : n;
	}
	return n;
}

static bool is_free(const struct columns *c, int column)
{
	enum field f = c->of[column];

	return (f == FIELD_NONE || f == FIELD_CURRENT || f == FIELD_CHECKED ||
		       f == FIELD_STATE) &&
	       !c->reading[column];
}

/* "Final", "Umsetzung", "Done": what shares below it are of. */
static bool names_done(struct str header)
{
	static const char *const WORDS[] = {"final", "closing", "closing state",
		"close-out", "review", "stage", "state", "what happened",
		"ended as", "ended at", "where are we", "where we are",
		"where we ended", "where we ended up", "where we landed",
		"how far", "how far are we", "assessment", "einsch\u00e4tzung",
		"umsetzung", "umsetzungsstand", "umsetzungsgrad",
		"stand quartalsende", "bilan", "avancement", "fait",
		"andamento", "feito", "hecho", "fatto", "wyniki", "wykonanie",
		"gjort", "klart", "klaar", "hotovo", "k\u1ebft qu\u1ea3", NULL};

	header = vocab_bare(header);
	return str_is_listed(header, WORDS) ||
	       (header.n && verdict_of(header).kind == RESULT_DONE);
}

static bool has_figures(const struct columns *c)
{
	static const enum field FIELDS[] = {FIELD_TARGET, FIELD_CURRENT,
		FIELD_PROGRESS, FIELD_GRADE, FIELD_STATUS, FIELD_RESULT};

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++)
		if (table_has(c, FIELDS[i]))
			return true;
	return false;
}

/* Have both the same words above their columns? */
static bool is_headed_alike(const struct block *a, const struct block *b)
{
	struct row x = table_row(a->first), y = table_row(b->first);

	if (x.n != y.n)
		return false;
	for (int i = 0; i < (int)x.n; i++)
		if (!str_ieq(table_cell(&x, i).s, table_cell(&y, i).s))
			return false;
	return true;
}

static const struct block *table_of(const struct block *section)
{
	enum { FAR = 8 };
	const struct block *b = section->first;

	for (int i = 0; b && i < FAR; i++, b = b->next)
		if (b->kind == BLOCK_TABLE)
			return b;
	return NULL;
}

/* "Achieved", "40 of 50 so far": of a column that tells how it ended by its
 * name or by the cells of tables beside it that look the same, some may be
 * numbers. */
static bool tells_with_readings(
	const struct block *table, int column, struct str header, struct told t)
{
	enum { FAR = 12, SOME_ROWS = 6 }; /* for each table: stay linear */
	const struct block *section = table->parent, *b;
	bool named = names_done(header);

	if (!header.n || !t.words || !(t.readings || t.others == 0))
		return false;
	b = section && section->parent ? section->parent->first : NULL;
	for (int n = 0; b && !named && n < FAR; n++, b = b->next) {
		const struct block *other =
			b->kind == BLOCK_SECTION ? table_of(b) : NULL;
		struct told more;

		if (!other || other == table || !is_headed_alike(table, other))
			continue;
		more = look(other, column, SOME_ROWS);
		named = tells_ends(&more);
	}
	t.others -= t.readings;
	return named && t.others == 0;
}

/* The column that f stands for: of words, or of shares under such a name; -1
 * none, or several. */
static int find(
	const struct block *table, const struct columns *c, enum field *f)
{
	struct row header = table_row(table->first);
	int found = -1, n = (int)width(table, c);
	bool figures = has_figures(c);

	/* signs in front of the key results have no name above them */
	for (int i = table_cell(&header, 0).s.n > 0; i < n; i++) {
		struct told t;
		bool words, shares;

		if (!is_free(c, i))
			continue;
		t = look(table, i, MOST_ROWS);
		words = tells_ends(&t) ||
			are_words(&t, table_cell(&header, i).s) ||
			tells_with_readings(
				table, i, table_cell(&header, i).s, t) ||
			(c->of[i] == FIELD_NONE && are_lit(&t));
		shares = !figures && t.shares > 1 && !t.others &&
			 names_done(table_cell(&header, i).s);
		if (!words && !shares)
			continue;
		if (found >= 0) /* steps that a row goes through */
			return -1;
		found = i;
		*f = words ? *f : FIELD_PROGRESS;
	}
	return found;
}

/* "Done", "Missed", "N/A" below "Outcome": the last is one of them, too. */
bool table_tells_ends(const struct block *table, const struct columns *c)
{
	for (size_t i = 0; i < c->n; i++) {
		struct told t;

		if (c->of[i] != FIELD_RESULT)
			continue;
		t = look(table, (int)i, MOST_ROWS);
		return t.words > 1 && t.others * 4 <= t.words + t.shares;
	}
	return false;
}

/* "| Objective 1: Grow | |": a header that is the first objective. */
static bool begins_with_title(const struct block *table)
{
	struct row header = table_row(table->first);
	struct piece first = table_cell(&header, 0);
	struct mark mark = table_mark(first);

	return mark.kind == MARK_OBJECTIVE && mark.rest < first.s.n;
}

void table_settle_verdicts(const struct block *table, struct columns *c)
{
	enum field f = table_has(c, FIELD_STATUS) ? FIELD_RESULT : FIELD_STATUS;
	int found;

	if (c->each || c->kinds >= 0 || table_has(c, f) ||
		(!table_has(c, FIELD_KEY_RESULT) && !table_has(c, FIELD_BOTH) &&
			!begins_with_title(table)))
		return;
	found = find(table, c, &f);
	if (found < 0)
		return;
	if ((size_t)found >= c->n)
		c->n = (size_t)found + 1;
	if (c->of[found] != FIELD_NONE && c->at[c->of[found]] == found)
		c->at[c->of[found]] = -1;
	c->of[found] = f;
	c->at[f] = found;
}
