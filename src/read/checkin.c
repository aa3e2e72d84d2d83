/*
 * Check-ins: a comment is walked line by line.  A line may turn to another
 * objective or key result, report on it, or add a remark to it; all other
 * lines are talk.  What is quoted, code, struck out or planned is none of it.
 * checkin_walk_p.h tells the order of the steps.
 */
#include "checkin_walk_p.h"

/* Longer is no check-in: what is behind is not looked at. */
enum {
	MAX_BYTES = 1 << 16,
	MAX_LINES = 1000,
};

enum fence { FENCE_NONE, FENCE_OPEN, FENCE_REPORT, FENCE_CODE };

/* A report pasted with its layout, and no script's output. */
static bool opens_report(struct walk *w, struct str line)
{
	struct line l = {.text = line};
	struct tokens *t = &w->tokens;

	walk_bare(&l);
	if (str_istarts(l.text, "OKR") || str_istarts(l.text, "Objective"))
		return true;
	tokens_read(w->a, l.text, t);
	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].kind == TOKEN_HEALTH)
			return true;
	return false;
}

/* A line of fences: a report may stand inside, or a script's output. */
static bool is_fenced(struct walk *w, enum fence *fence, struct str line)
{
	line = str_trim(line);
	if (str_skip(&line, "```") || str_skip(&line, "~~~")) {
		*fence = *fence ? FENCE_NONE : line.n ? FENCE_CODE : FENCE_OPEN;
		return true;
	}
	if (*fence == FENCE_OPEN && line.n)
		*fence = opens_report(w, line) ? FENCE_REPORT : FENCE_CODE;
	return *fence == FENCE_CODE;
}

static bool is_code(struct str line, bool blank, bool list)
{
	return blank && !list &&
	       (str_starts(line, "    ") || str_starts(line, "\t"));
}

/* The one key result of which a line has words. */
static struct key_result *only_told(struct walk *w, struct str line)
{
	struct key_result *found = NULL;

	for (size_t i = 0; i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];

		if (!names_tell(&walk_memo(w, kr)->names, line))
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

/* "> How is the offline mode?": the answer below needs no name. */
static void take_quoted(struct walk *w, struct str line)
{
	struct tokens *t = &w->tokens;
	bool several = false;

	w->asked = NULL;
	tokens_read(w->a, str_trim(str_sub(line, 1, line.n)), t);
	walk_mentions(w, t, false);
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].kind != TOKEN_KR || !t->v[i].kr)
			continue;
		several |= w->asked && w->asked != t->v[i].kr;
		w->asked = t->v[i].kr;
	}
	if (several)
		w->asked = NULL;
	else if (!w->asked && walk_may_look(w))
		w->asked = only_told(w, line);
}

static void take_raw(struct walk *w, struct str line, bool *blank, bool *list)
{
	struct str bare = str_trim(line);

	if (!bare.n) {
		*blank = true;
		w->table.open = false;
		return;
	}
	if (bare.p[0] == '>') {
		take_quoted(w, bare);
		return;
	}
	if (is_code(line, *blank, *list))
		return;
	if (bare.p[0] == '|') {
		w->line_date = (struct date){0};
		walk_row(w, bare);
		*blank = false;
		return;
	}
	w->table.open = false;
	if (line.p[0] != ' ' && line.p[0] != '\t')
		*list = strchr("-*+", line.p[0]) || str_is_digit(line.p[0]);
	walk_line(w, line, *blank);
	*blank = false;
}

/* Takes comments of HTML and fenced code out; the rest is lines. */
static void walk_body(struct walk *w, struct str body)
{
	enum fence fence = FENCE_NONE;
	bool hidden = false, blank = true, list = false;
	struct str line;

	for (int i = 0; i < MAX_LINES && str_take_line(&body, &line); i++) {
		size_t from = str_find(line, STR("<!--"));
		size_t to = str_find(line, STR("-->"));

		if (hidden) {
			hidden = to == STR_NONE;
			continue;
		}
		if (from != STR_NONE) {
			hidden = to == STR_NONE;
			line = str_sub(line, 0, from);
		}
		if (!is_fenced(w, &fence, line))
			take_raw(w, line, &blank, &list);
	}
}

static void note_keys(struct walk *w, struct str body)
{
	static const char *const LIGHTS[] = {
		"\u26a0", "\u274c", ":x:", ":warning:"};
	static const char *const MENDS[] = {"sorry", "correct", "typo", "oops",
		"my bad", "meant", "mistake", "erratum", "errata", "korrektur",
		"tippfehler", "perd\u00f3n", "corrig", "pardon", "desculp",
		"wrong", "swapped"};

	body = str_sub(body, 0, 4096);
	w->lights = text_has_one(body, LIGHTS, COUNT_OF(LIGHTS));
	w->mended = text_has_one(body, MENDS, COUNT_OF(MENDS));
}

static void walk_one(struct walk *w, const struct note *note)
{
	w->note = note;
	w->number++;
	w->date = note->day;
	w->line_date = (struct date){0};
	w->hit = false;
	w->lookups = w->turned = 0;
	w->tokens.budget = MAX_NUMBERS;
	w->section = REMARK_NONE;
	w->table.open = false;
	w->kr = w->asked = NULL;
	w->kr_heading = w->kr_told = w->fresh = false;
	w->o = w->scope->n_objectives == 1 ? w->scope->objectives : NULL;
	note_keys(w, note->body);
	if (w->scope->only)
		walk_turn(w, w->scope->only);
	walk_body(w, str_sub(note->body, 0, MAX_BYTES));
	if (!w->hit)
		return;
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		struct objective *o = &w->scope->objectives[i];

		if ((o == w->o || w->scope->n_objectives == 1) &&
			date_cmp(o->last_check_in, w->date) < 0)
			o->last_check_in = w->date;
	}
}

static void remember(struct walk *w)
{
	w->memos = ARENA_ARRAY(w->a, struct memos, w->scope->n_objectives);
	w->labels = ARENA_ARRAY(w->a, enum health, w->scope->n_objectives);
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		struct key_results *list = &w->scope->objectives[i].key_results;
		struct memo *memos = ARENA_ARRAY(w->a, struct memo, list->n);

		w->labels[i] = w->scope->objectives[i].health;
		for (size_t k = 0; k < list->n; k++) {
			struct key_result *kr = &list->v[k];
			struct memo *memo = &memos[k];

			readings_keep_body(w->a, kr);
			*memo = (struct memo){.blockers = kr->blockers.n,
				.asks = kr->asks.n,
				.risks = kr->risks.n,
				.mitigations = kr->mitigations.n};
			names_of(&memo->names, kr);
		}
		if (list->n)
			w->memos[w->n_memos++] = (struct memos){list, memos};
	}
	walk_sort_memos(w);
}

void checkins_apply(struct arena *a, const struct checkin_scope *scope)
{
	struct walk *w = ARENA_NEW(a, struct walk);
	struct checkin_scope lone = *scope;

	/* what is told of an objective's one key result needs no name either */
	if (!lone.only && lone.n_objectives == 1 &&
		lone.objectives->key_results.n == 1)
		lone.only = lone.objectives->key_results.v;
	scope = &lone;
	*w = (struct walk){.a = a, .scope = scope};
	remember(w);
	for (size_t i = 0; i < scope->n_notes; i++)
		walk_one(w, &scope->notes[i]);
	for (size_t i = 0; i < scope->n_objectives; i++) {
		struct key_results *list = &scope->objectives[i].key_results;

		for (size_t k = 0; k < list->n; k++)
			readings_settle(a, &list->v[k]);
	}
}
