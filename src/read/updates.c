/*
 * Updates in the text itself: a section "Check-in 2025-05-12" or "Week 20"
 * behind the key results tells where they stand, as comments do, so it is read
 * as one.  Its lines are kept while the tree is walked; the readings are taken
 * when all key results are known.
 */
#include "updates_p.h"

#include "attr.h"
#include "checkin_p.h"
#include "field_p.h"
#include "walk_p.h"

enum {
	MOST = 100, /* sections of updates in a text */
	MOST_WEEKS = 99,
};

#define SOMEBODY "-" /* while they are read; no user has that name */

/* "Check-in", "Weekly update" */
static bool names_update(struct str title)
{
	static const char *const WORDS[] = {"check-in", "check-ins", "checkin",
		"checkins", "check in", "check ins", "update", "updates",
		"status report", "progress report", "log", "progress log",
		"standup", "stand-up", "statusupdate", "actualizaci\u00f3n",
		"atualiza\u00e7\u00e3o", "mise \u00e0 jour", "zwischenstand"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (vocab_has(title, WORDS[i]))
			return true;
	return false;
}

/* The week of "Week 20", "KW 7"; 0 for anything else. */
static long week_of(struct str title)
{
	static const char *const WEEKS[] = {"week", "wk", "kw", "cw", "woche",
		"kalenderwoche", "semaine", "semana", "settimana", "sprint",
		"vecka", "uge", "uke", "tydzie\u0144", "viikko", "hafta"};
	long n;

	for (size_t i = 0; i < COUNT_OF(WEEKS); i++) {
		struct str s = title;

		if (!str_iskip(&s, WEEKS[i]))
			continue;
		s = str_trim_left(s);
		str_skip_char(&s, '#');
		if (str_take_number(&s, MOST_WEEKS, &n) &&
			(!s.n || !str_is_alnum(s.p[0])) &&
			s.n <= strlen(" (12 May)"))
			return n;
	}
	return 0;
}

/* "Week 5" of "Week 5 (@ana)", "Week 5 - Ana Lind": without who tells it. */
static struct str without_teller(struct str title)
{
	size_t at = str_find(title, STR("@"));

	if (at == STR_NONE || !at)
		return title;
	return str_trim_end(str_sub(title, 0, at), " (-,:\xe2\x80\x93\x94");
}

/* "2025-05-12", "Week 20": when, and nothing else. */
static bool names_day(struct str title)
{
	size_t from = 0, to = 0;
	struct date day;

	title = without_teller(title);
	day = field_date_at(title, &from, &to);
	if (date_is_set(day))
		return to - from + 2 >= title.n;
	return week_of(title) > 0;
}

/* The number behind a key result's mark: that of one we know? */
static bool is_known(struct reader *r, struct str number)
{
	size_t dot = str_rfind_char(number, '.');
	long n;

	if (dot != STR_NONE)
		number = str_sub(number, dot + 1, number.n);
	if (!str_take_number(&number, 1000, &n) || n < 1)
		return false;
	for (size_t i = r->first; i < r->m->objectives.n; i++)
		if ((size_t)n <= r->m->objectives.v[i].key_results.n)
			return true;
	return false;
}

/* Are the marked items of a list all of key results that are known? */
static bool lists_known(struct reader *r, const struct block *list, bool *any)
{
	for (const struct block *i = list->first; i; i = i->next) {
		struct mark mark;

		if (!i->first || i->first->kind != BLOCK_PARA)
			continue;
		mark = block_mark(i->first);
		if (mark.kind != MARK_KEY_RESULT)
			continue;
		if (!mark.numbered || !is_known(r, mark.number))
			return false;
		*any = true;
	}
	return true;
}

static bool is_titled(struct str title)
{
	static const char *const ALONE[] = {"progress", "status", "readings",
		"current status", "progress so far", "where we are"};

	struct str rest;
	size_t from, to;

	title = str_trim(str_trim_end(str_trim(title), ":"));
	rest = title;
	if (date_is_set(field_date_at(title, &from, &to)))
		rest = str_trim_end(str_sub(title, 0, from), " -(");
	for (size_t i = 0; i < COUNT_OF(ALONE); i++)
		if (str_iis(rest, ALONE[i]))
			return true;
	return names_update(title) || names_day(title);
}

/* Directly below, or below headings that are updates as well. */
static bool speaks_of_known(struct reader *r, const struct block *b, int depth)
{
	bool any = false;

	for (const struct block *c = b->first; c; c = c->next) {
		if (c->kind == BLOCK_LIST && !lists_known(r, c, &any))
			return false;
		if (c->kind != BLOCK_SECTION || any)
			continue;
		any = depth > 0 && is_titled(section_title(c).s) &&
		      speaks_of_known(r, c, depth - 1);
		if (!any)
			return false;
	}
	return any;
}

static bool may_begin(const struct reader *r)
{
	return r->krs && !r->ours && r->updates.n < MOST;
}

bool updates_begin(struct reader *r, const struct block *b)
{
	return may_begin(r) && is_titled(section_title(b).s) &&
	       speaks_of_known(r, b, 1);
}

/* A line of text that is the title of an update over a list. */
static bool heads_list(const struct block *b)
{
	struct piece p = {b, b->text.s};

	return b->next && b->next->kind == BLOCK_LIST &&
	       (str_ends(str_trim(p.s), ":") || piece_is_bold(p)) &&
	       str_find_char(p.s, '\n') == STR_NONE && is_titled(p.s);
}

bool updates_begin_list(struct reader *r, const struct block *b)
{
	bool any = false;

	return may_begin(r) && heads_list(b) && lists_known(r, b->next, &any) &&
	       any;
}

/* The line where the next part begins, in it or behind it; 0 for none.  A rule
 * has no line of its own. */
static int line_behind(const struct block *b)
{
	const struct block *next = NULL;

	for (const struct block *c = b->first; c; c = c->next)
		if (c->kind == BLOCK_SECTION ||
			(c->kind == BLOCK_PARA && heads_list(c)))
			return c->line;
	for (; b && !next; b = b->parent)
		next = block_after(b);
	return next ? next->line : 0;
}

void updates_keep(struct reader *r, const struct block *b)
{
	bool section = b->kind == BLOCK_SECTION;
	struct piece title =
		section ? section_title(b) : (struct piece){b, b->text.s};

	read_explain(r, b->line, "update", piece_text(r, title));
	*vec_add(r->a, &r->updates) = (struct update){.line = b->line,
		.end = line_behind(section ? b : b->next),
		.day = field_date(title.s),
		.week = week_of(without_teller(title.s))};
}

/* "Week 5" over "Week 2": do weeks alone tell when, the last one first?  Later
 * ones tell what holds. */
static bool is_backwards(const struct reader *r)
{
	long last = MOST_WEEKS + 1;

	for (size_t i = 0; i < r->updates.n; i++) {
		const struct update *u = &r->updates.v[i];

		if (date_is_set(u->day))
			return false;
		if (!u->week) /* "Weekly updates" over them */
			continue;
		if (u->week >= last)
			return false;
		last = u->week;
	}
	return last <= MOST_WEEKS;
}

/* The lines between those two, without them. */
static struct str lines_between(struct str text, int from, int to)
{
	struct str line;
	const char *begin = NULL, *end;

	end = text.p + text.n;
	for (int at = 1; str_take_line(&text, &line); at++) {
		if (at == from)
			begin = text.p;
		if (at == to) {
			end = line.p;
			break;
		}
	}
	return begin && begin < end ? (struct str){begin, (size_t)(end - begin)}
				    : (struct str){NULL, 0};
}

/* What a text says has no author.  A reading without a day has told its value;
 * the history needs the day. */
static void settle(struct key_result *kr)
{
	size_t kept = 0;

	for (size_t i = 0; i < kr->readings.n; i++) {
		struct reading *reading = &kr->readings.v[i];

		if (!strcmp(reading->author, SOMEBODY))
			reading->author = "";
		if (date_is_set(reading->date))
			kr->readings.v[kept++] = *reading;
	}
	kr->readings.n = kept;
}

void updates_apply(struct reader *r, struct str text)
{
	struct note *notes;
	struct checkin_scope scope;
	bool backwards;

	if (!r->updates.n || r->m->objectives.n == r->first)
		return;
	notes = ARENA_ARRAY(r->a, struct note, r->updates.n);
	backwards = is_backwards(r);
	for (size_t i = 0; i < r->updates.n; i++) {
		size_t place = backwards ? r->updates.n - 1 - i : i;
		const struct update *u = &r->updates.v[place];

		notes[i] = (struct note){.id = (int64_t)i + 1,
			.body = lines_between(text, u->line, u->end),
			.author.username = STR(SOMEBODY),
			.day = u->day};
	}
	scope = (struct checkin_scope){.notes = notes,
		.n_notes = r->updates.n,
		.objectives = r->m->objectives.v + r->first,
		.n_objectives = r->m->objectives.n - r->first};
	checkins_apply(r->a, &scope);
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct key_results *list = &r->m->objectives.v[i].key_results;

		for (size_t k = 0; k < list->n; k++)
			settle(&list->v[k]);
	}
}
