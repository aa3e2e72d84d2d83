/*
 * Check-ins: a comment is walked line by line.  A line may turn to another
 * objective or key result, report on it, or add a remark to it; all other
 * lines are talk.  What is quoted, code, struck out or planned is none of it.
 */
#include "checkin_walk_p.h"

#include <assert.h>

#include "plain.h"
#include "verdict_p.h"

/* Longer is no check-in: what is behind is not looked at. */
enum { MAX_LINES = 2000, MAX_WORDS = 4096, MAX_LOOKUPS = 20000 };

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
	struct str number, struct str words, bool *several)
{
	struct key_result *found = NULL;

	for (size_t i = 0; i < o->key_results.n; i++) {
		struct key_result *kr = &o->key_results.v[i];

		if (number.n ? !has_number(o, i, number)
			     : !names_have(&walk_memo(w, kr)->names, words))
			continue;
		*several |= found != NULL;
		found = kr;
	}
	return *several ? NULL : found;
}

struct key_result *walk_find(
	struct walk *w, struct str number, struct str words)
{
	struct key_result *found = NULL, *kr;
	struct objective *at = NULL;
	bool several = false;

	if (w->scope->only)
		return number.n || names_have(
					   &walk_memo(w, w->scope->only)->names,
					   words)
			       ? w->scope->only
			       : NULL;
	if (!number.n && w->lookups++ > MAX_LOOKUPS)
		return NULL;
	if (w->o && (kr = find_in(w, w->o, number, words, &several)))
		return kr;
	for (size_t i = 0; !several && i < w->scope->n_objectives; i++) {
		kr = find_in(
			w, &w->scope->objectives[i], number, words, &several);
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

/* --- lines --- */

/* Without list marker, check box, heading, emphasis. */
static void bare(struct line *line)
{
	struct str rest = str_trim_right(line->text), number;
	long n;

	while (rest.n && str_is_space(rest.p[0])) {
		line->indent += rest.p[0] == '\t' ? 4 : 1;
		rest = str_sub(rest, 1, rest.n);
	}
	for (;;) {
		number = rest;
		if (str_skip_char(&rest, '#')) {
			line->heading = true;
			while (str_skip_char(&rest, '#'))
				continue;
		} else if (str_skip(&rest, "- ") || str_skip(&rest, "* ") ||
			   str_skip(&rest, "+ ")) {
			line->item = true;
		} else if (str_skip(&rest, "[ ]")) {
			line->item = true;
		} else if (str_iskip(&rest, "[x]")) {
			line->ticked = true;
		} else if (str_take_number(&number, 999, &n) &&
			   (str_skip(&number, ". ") ||
				   str_skip(&number, ") "))) {
			rest = number;
			line->item = true;
		} else {
			break;
		}
		str_skip_space(&rest);
	}
	line->text = rest;
}

/* "**Blockers**" is a heading as well. */
static bool is_emphasis(struct str s)
{
	s = str_trim(s);
	if (str_ends(s, ":"))
		s.n--;
	return s.n > 4 && str_starts(s, "**") && str_ends(s, "**") &&
	       str_find(str_sub(s, 2, s.n - 2), STR("**")) == STR_NONE;
}

/* "OKR: Accelerate ...", "Objective 2: ..." turn to that objective. */
static bool take_objective(struct walk *w, struct str line)
{
	struct str number = {NULL, 0}, title;
	long n;

	if (!str_iskip(&line, "Objective") && !str_iskip(&line, "OKR"))
		return false;
	str_skip_blank(&line);
	number = line;
	if (str_take_number(&line, 999, &n))
		number = str_sub(number, 0, number.n - line.n);
	else
		number.n = 0;
	str_skip_blank(&line);
	if (!str_skip_char(&line, ':') && !(number.n && !line.n))
		return false;
	title = str_trim(line);
	w->kr = w->scope->only;
	for (size_t i = 0; i < w->scope->n_objectives; i++) {
		struct objective *o = &w->scope->objectives[i];

		if ((title.n && str_iis(title, o->title)) ||
			(title.n > 5 && str_ifind(str_of(o->title), title) !=
						STR_NONE) ||
			(number.n && str_eq(name_digits(o->number), number))) {
			w->o = o;
			return true;
		}
	}
	/* "Objective: green" */
	return !title.n || w->scope->n_objectives > 1;
}

/* "Check-in 2025-02-01", "Update 12 March: ...": the day of all below. */
static bool take_title(struct walk *w, struct str *text)
{
	static const char *const WORDS[] = {"weekly", "monthly", "bi-weekly",
		"biweekly", "okr", "kr", "status", "update", "check-in",
		"check in", "checkin", "report", "week of", "week ending",
		"as of", "as at", "for", "on", "the", "progress", "stand",
		"stand:", "wochenbericht", "bericht", "vom", "am", "au",
		"point", "hebdo", "hebdomadaire", "mensuel", "semanal",
		"mensual", "w\u00f6chentlich", "wochenupdate", "summary",
		"numbers", "du", "mise \u00e0 jour", "actualizaci\u00f3n",
		"del", "al", "estado", "atualiza\u00e7\u00e3o", "em", "de"};
	struct str rest = *text;
	struct date day;
	bool said = false;

	for (bool more = true; more && rest.n;) {
		more = false;
		while (rest.n && strchr(" (:,-[", rest.p[0]))
			rest = str_sub(rest, 1, rest.n);
		if (day_take(&rest, w->note->day, &day)) {
			while (rest.n && strchr(" )]:,-", rest.p[0]))
				rest = str_sub(rest, 1, rest.n);
			if (said || !rest.n)
				w->date = day;
			else
				w->line_date = day;
			*text = rest;
			return !rest.n;
		}
		for (size_t i = 0; i < COUNT_OF(WORDS) && !more; i++) {
			struct str after = rest;

			if (!str_iskip(&after, WORDS[i]) ||
				(after.n && str_is_alnum(after.p[0])))
				continue;
			rest = after;
			more = said = true;
		}
	}
	return false;
}

/* "done", "not started" and no more */
static bool is_result(struct str text)
{
	enum { SHORT = 16 };
	struct verdict v = verdict_of(text);

	return text.n <= SHORT && v.known && v.exact &&
	       v.kind != RESULT_PERCENT && v.kind != RESULT_NOTE;
}

/* "#2: 5 teams", "2. 45 %": a list in the order of the key results. */
static bool take_item(struct walk *w, struct str line)
{
	struct str rest = line, number;
	struct key_result *kr;
	bool hash = str_skip_char(&rest, '#'), sure;
	size_t n = 0;

	while (n < rest.n && (str_is_digit(rest.p[n]) ||
				     (n && rest.p[n] == '.' && n + 1 < rest.n &&
					     str_is_digit(rest.p[n + 1]))))
		n++;
	number = str_sub(rest, 0, n);
	rest = str_sub(rest, n, rest.n);
	sure = hash && (str_skip_char(&rest, ':') || str_skip(&rest, " -"));
	if (!n || (!sure && !str_skip(&rest, ". ") && !str_skip(&rest, ") ") &&
			  !(hash && str_skip_char(&rest, ' '))))
		return false;
	kr = walk_find(w, number, (struct str){NULL, 0});
	if (!kr)
		return false;
	sure |= walk_is_value(w, kr, rest) || is_result(rest);
	return sure && walk_told(w, kr, str_trim(rest));
}

static bool is_remark_list(enum remark section)
{
	return section >= REMARK_BLOCKER && section <= REMARK_MITIGATION;
}

/* Inside a part such as "## Blockers" or "## Next steps". */
static bool take_section(struct walk *w, const struct line *line)
{
	if (line->heading || w->section == REMARK_NONE ||
		w->section == REMARK_TALK)
		return false;
	if (w->section == REMARK_ASIDE)
		return line->item || !line->blank_before || !w->kr_heading;
	if (is_remark_list(w->section)) {
		if (line->blank_before && !line->item)
			return false;
		walk_note_remark(w, w->section, line->text);
		return true;
	}
	walk_note_remark(w, w->section, line->text);
	w->section = REMARK_NONE;
	return true;
}

/* "KR3 as of 2025-03-10: 91", "91 (10 March)": the day goes. */
static void take_day(struct walk *w, struct line *line)
{
	static const char *const LEADS[] = {
		" as of ", " as at ", "(as of ", " stand ", "(stand ", "("};
	struct str text = line->text;

	for (size_t i = 0; i < COUNT_OF(LEADS); i++) {
		size_t at = str_ifind(text, str_of(LEADS[i]));
		struct str rest;
		struct date day;

		if (at == STR_NONE)
			continue;
		rest = str_sub(text, at + strlen(LEADS[i]), text.n);
		if (!day_take(&rest, w->note->day, &day) ||
			(LEADS[i][0] == '(' && !str_skip_char(&rest, ')')))
			continue;
		w->line_date = day;
		line->text = str_of(arena_printf(w->a, "%.*s%.*s",
			STR_ARG(str_sub(text, 0, at)), STR_ARG(rest)));
		return;
	}
}

static void take_part(struct walk *w, struct line *line)
{
	take_day(w, line);
	if (take_objective(w, line->text) || walk_remark(w, line))
		return;
	if (line->heading)
		w->section = REMARK_NONE;
	if (take_section(w, line))
		return;
	walk_text(w, line);
}

/* Where ". Blocker: ..." or " | Status: ..." begins in a line. */
static size_t next_label(struct str s)
{
	enum { FAR = 40 };

	for (size_t i = 1; i + 2 < s.n; i++) {
		struct str rest, label;

		if (s.p[i] != ' ' || !strchr(".;,|/-)", s.p[i - 1]))
			continue;
		rest = str_sub(s, i + 1, i + FAR);
		if (str_take_until(&rest, ':', &label) && rest.p &&
			label.n + 1 < FAR && str_find_char(label, ' ') != 0 &&
			label.p + label.n < s.p + s.n &&
			remark_of(label) != REMARK_NONE)
			return i;
	}
	return s.n;
}

static void take_line(struct walk *w, struct str raw, bool blank)
{
	struct line line = {.text = raw, .blank_before = blank};
	struct str rest, part;

	w->line_date = (struct date){0};
	if (take_item(w, str_trim(raw)))
		return;
	bare(&line);
	line.heading |= is_emphasis(line.text);
	rest = plain_text(w->a, line.text, NULL);
	if (!rest.n || take_title(w, &rest))
		return;
	for (int i = 0; i < 8 && rest.n; i++) {
		size_t n = next_label(rest);

		part = str_trim(str_sub(rest, 0, n));
		rest = str_sub(rest, n, rest.n);
		while (rest.n && i + 1 < 8 && part.n &&
			strchr(";,|/-", part.p[part.n - 1]))
			part = str_trim(str_sub(part, 0, part.n - 1));
		line.text = part;
		take_part(w, &line);
		line.heading &= !rest.n;
		rest = str_trim(rest);
	}
}

/* --- comments --- */

enum fence { FENCE_NONE, FENCE_OPEN, FENCE_REPORT, FENCE_CODE };

/* A report pasted with its layout, and no script's output. */
static bool opens_report(struct walk *w, struct str line)
{
	struct line l = {.text = line};
	struct tokens *t = &w->tokens;

	bare(&l);
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
	take_line(w, line, *blank);
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
	w->section = REMARK_NONE;
	w->table.open = false;
	w->kr = NULL;
	w->kr_heading = w->fresh = false;
	w->o = w->scope->n_objectives == 1 ? w->scope->objectives : NULL;
	note_keys(w, note->body);
	if (w->scope->only)
		walk_turn(w, w->scope->only);
	walk_body(w, note->body);
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
