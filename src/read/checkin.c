/*
 * Check-ins: a comment is walked line by line.  A line may turn to another
 * objective or key result, report on it, or add a remark to it; all other
 * lines are talk.  What is quoted, code, struck out or planned is none of it.
 */
#include "checkin_walk_p.h"

#include <assert.h>

/* Longer is no check-in: what is behind is not looked at. */
enum {
	MAX_BYTES = 1 << 16,
	MAX_LINES = 1000,
	MAX_WORDS = 4096,
	MAX_LOOKUPS = 300000, /* key results compared with a name */
};

/* --- key results, and what they had before --- */

struct memo *walk_memo(struct walk *w, const struct key_result *kr)
{
	size_t at = 0;

	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		const struct key_results *list =
			&w->scope->objectives[i].key_results;

		if (kr >= list->v && kr < list->v + list->n)
			return &w->memos[at + (size_t)(kr - list->v)];
		at += list->n;
	}
	assert(!"a key result of the scope");
	return NULL;
}

bool walk_has_label(const struct walk *w, const struct objective *o)
{
	return w->labels[o - w->scope->objectives] != HEALTH_NONE;
}

static bool has_number(
	const struct objective *o, size_t index, struct str number)
{
	struct str written = name_digits(o->key_results.v[index].number);
	long n;

	if (written.n)
		return str_eq(written, number);
	return str_take_number(&number, 999, &n) && !number.n &&
	       n == (long)index + 1;
}

/* The one of an objective. */
static struct key_result *find_in(struct walk *w, struct objective *o,
	struct str number, const struct call *call, bool *several)
{
	struct memo *memo =
		o->key_results.n ? walk_memo(w, o->key_results.v) : NULL;
	struct key_result *found = NULL;

	w->lookups += o->key_results.n;
	for (size_t i = 0; i < o->key_results.n; i++) {
		if (number.n ? !has_number(o, i, number)
			     : !names_called(&memo[i].names, call))
			continue;
		*several |= found != NULL;
		found = &o->key_results.v[i];
	}
	return *several ? NULL : found;
}

/* The one of all objectives, which is then spoken of. */
static struct key_result *find_anywhere(
	struct walk *w, struct str number, const struct call *call)
{
	struct key_result *found = NULL, *kr;
	struct objective *at = NULL;
	bool several = false;

	for (size_t i = 0; !several && i < w->scope->n_objectives; i++) {
		kr = find_in(
			w, &w->scope->objectives[i], number, call, &several);
		several |= kr && found;
		if (kr) {
			found = kr;
			at = &w->scope->objectives[i];
		}
	}
	if (several || !found)
		return NULL;
	w->o = at;
	return found;
}

struct key_result *walk_find(
	struct walk *w, struct str number, struct str words)
{
	struct key_result *only = w->scope->only, *kr;
	struct call call = {.n = 0};
	bool several = false;

	if (!number.n && !call_of(&call, words))
		return NULL;
	if (only)
		return number.n || names_called(
					   &walk_memo(w, only)->names, &call)
			       ? only
			       : NULL;
	if (w->lookups > MAX_LOOKUPS)
		return NULL;
	if (w->o && (kr = find_in(w, w->o, number, &call, &several)))
		return kr;
	return several ? NULL : find_anywhere(w, number, &call);
}

void walk_turn(struct walk *w, struct key_result *kr)
{
	struct memo *memo = walk_memo(w, kr);

	w->kr = kr;
	if (memo->note == w->number)
		return;
	memo->note = w->number;
	memo->has = false;
	kr->blockers.n = memo->blockers;
	kr->asks.n = memo->asks;
	kr->risks.n = memo->risks;
	kr->mitigations.n = memo->mitigations;
}

struct reading *walk_reading(struct walk *w, struct key_result *kr)
{
	struct date day = date_is_set(w->line_date) ? w->line_date : w->date;
	struct memo *memo = walk_memo(w, kr);

	w->hit = true;
	if (memo->has && date_cmp(memo->day, day) == 0)
		for (size_t i = kr->readings.n; i-- > 0;)
			if (date_cmp(kr->readings.v[i].date, day) == 0)
				return &kr->readings.v[i];
	memo->has = true;
	memo->day = day;
	return readings_insert(w->a, &kr->readings,
		(struct reading){.date = day,
			.author = arena_text(w->a, w->note->author.username),
			.result = {.text = ""},
			.text = ""});
}

void walk_report(struct walk *w, struct key_result *kr, const struct said *said,
	struct str text, bool named)
{
	struct key_result *before = w->kr;
	struct reading *r;
	bool news = false;

	walk_turn(w, kr);
	w->kr = before;
	if (said->share) {
		kr->confidence = said->share;
		w->hit = true;
	}
	if (said->blocker.n)
		*vec_add(w->a, &kr->blockers) = arena_text(w->a, said->blocker);
	if (!said->value && !said->result.kind && !said->health)
		return;
	r = walk_reading(w, kr);
	if (said->health > r->health) {
		r->health = said->health;
		news = true;
	}
	if (said->value && (named || !r->value)) {
		r->value = said->value;
		r->result = (struct result){.text = ""};
		news = true;
	}
	if (said->result.kind && !r->value && (named || !r->result.kind)) {
		r->result = said->result;
		news = true;
	}
	if (news && text.n && text.n + strlen(r->text) < MAX_WORDS)
		r->text = r->text[0] ? arena_printf(w->a, "%s; %.*s", r->text,
					       STR_ARG(text))
				     : arena_text(w->a, text);
}

/* --- comments --- */

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

static void take_raw(struct walk *w, struct str line, bool *blank, bool *list)
{
	struct str bare = str_trim(line);

	if (!bare.n) {
		*blank = true;
		w->table.open = false;
		return;
	}
	if (bare.p[0] == '>' || is_code(line, *blank, *list))
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

static bool has_any(struct str text, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_ifind(text, str_of(words[i])) != STR_NONE)
			return true;
	return false;
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
	w->lights = has_any(body, LIGHTS, COUNT_OF(LIGHTS));
	w->mended = has_any(body, MENDS, COUNT_OF(MENDS));
}

static void walk_one(struct walk *w, const struct note *note)
{
	w->note = note;
	w->number++;
	w->date = note->day;
	w->line_date = (struct date){0};
	w->hit = false;
	w->lookups = 0;
	w->tokens.budget = MAX_NUMBERS;
	w->section = REMARK_NONE;
	w->table.open = false;
	w->kr = NULL;
	w->kr_heading = w->fresh = false;
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
	size_t n = 0, at = 0;

	for (size_t i = 0; i < w->scope->n_objectives; i++)
		n += w->scope->objectives[i].key_results.n;
	w->memos = ARENA_ARRAY(w->a, struct memo, n);
	w->labels = ARENA_ARRAY(w->a, enum health, w->scope->n_objectives);
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		struct key_results *list = &w->scope->objectives[i].key_results;

		w->labels[i] = w->scope->objectives[i].health;
		for (size_t k = 0; k < list->n; k++) {
			struct key_result *kr = &list->v[k];
			struct memo *memo = &w->memos[at++];

			readings_keep_body(w->a, kr);
			*memo = (struct memo){.blockers = kr->blockers.n,
				.asks = kr->asks.n,
				.risks = kr->risks.n,
				.mitigations = kr->mitigations.n};
			names_of(&memo->names, kr);
		}
	}
}

void checkins_apply(struct arena *a, const struct checkin_scope *scope)
{
	struct walk *w = ARENA_NEW(a, struct walk);

	*w = (struct walk){.a = a, .scope = scope};
	remember(w);
	for (size_t i = 0; i < scope->n_notes; i++)
		walk_one(w, &scope->notes[i]);
	for (size_t i = 0; i < scope->n_objectives; i++) {
		struct key_results *list = &scope->objectives[i].key_results;

		for (size_t k = 0; k < list->n; k++)
			readings_settle(&list->v[k]);
	}
}
