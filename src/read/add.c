/*
 * New objectives and key results: a piece of text, the mark before it and the
 * scope it stands in become one, unless it tells more of one that is there.
 */
#include "reader_p.h"

#include <assert.h>

#include "attr.h"
#include "mark_words_p.h"
#include "rag_p.h"
#include "result.h"
#include "title_p.h"
#include "verdict_p.h"

enum {
	MAX_OBJECTIVES = 10000,
	MAX_KRS = 10000,
};

struct objective *objective_at(struct reader *r, int index)
{
	assert(index >= 0 && (size_t)index < r->m->objectives.n);
	return &r->m->objectives.v[index];
}

struct key_result *key_result_at(struct reader *r, int objective, int kr)
{
	struct objective *o = objective_at(r, objective);

	assert(kr >= 0 && (size_t)kr < o->key_results.n);
	return &o->key_results.v[kr];
}

/* "Proposed objective", "Current objective": nobody's name. */
static bool is_adjective(struct str s)
{
	static const char *const WORDS[] = {"our", "the", "my", "proposed",
		"draft", "current", "new", "potential", "next", "key", "core",
		"main", "primary", "secondary", "overall", "stretch", "top",
		"big", "updated", "upgraded", "revised", "final", "first",
		"second", "third", "strategic", "quarterly", "annual", "yearly",
		"long-term", "short-term", "aspirational", "committed",
		"ultimate", "overarching", "high-level", "mid-term",
		"medium-term", "multi-year", "two-year", "three-year",
		"four-year", "five-year", "ten-year", "12-month", "half-year",
		"half-yearly", "monthly", "unser", "unsere", "mein", "notre",
		"mon", "nuestro", "mi", "nosso", "meu", "nostro", "ons", "onze",
		"v\u00e5rt", "nasz"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(s, WORDS[i]))
			return true;
	}
	return false;
}

/* "Example objective: ..." */
static bool is_sample(struct str prefix)
{
	static const char *const WORDS[] = {"example", "sample", "ejemplo",
		"exemplo", "exemple", "beispiel", "esempio", "voorbeeld"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(prefix, WORDS[i]))
			return true;
	}
	return false;
}

static void set_prefix(struct objective *o, struct reader *r, struct str p)
{
	struct str name;
	enum level level = vocab_level(p, &name);

	if (!p.n || is_sample(p))
		return;
	if (vocab_is_role(p)) {
		o->owner = arena_text(r->a, p);
	} else if (level != LEVEL_NONE) {
		o->level = level;
		if (name.n)
			o->team = arena_text(r->a, name);
	} else {
		struct period period;

		if (period_find(r->a, p, r->o->fiscal_start, &period))
			o->period = period;
		else if (!is_adjective(p) && !title_is_time(p)) /* "Q2" */
			o->team = arena_text(r->a, p);
	}
}

/* Stops reading where a document holds more than can be meant. */
static void count(struct reader *r, int line)
{
	if (r->full || (r->extras.n < MAX_OBJECTIVES && r->krs < MAX_KRS))
		return;
	r->full = true;
	finding_add(r->a, &r->m->findings, "too-many-okrs", SEVERITY_WARNING,
		r->file, r->url, line,
		"more than %d objectives or %d key results in one text; "
		"the rest is not read: split it",
		MAX_OBJECTIVES, MAX_KRS);
}

/* "Objective 2" without a title: the one of that number above, where it has
 * no key results yet. */
static int known_objective(
	struct reader *r, const struct mark *mark, struct piece text)
{
	int index;

	if (!mark || !mark->numbered || str_trim(text.s).n)
		return NO_INDEX;
	index = objective_of_number(r, mark->number);
	return index != NO_INDEX && objective_at(r, index)->key_results.n
		       ? NO_INDEX
		       : index;
}

/* Its paragraphs and items that are an objective by their word. */
static size_t count_named(const struct block *section)
{
	size_t n = 0;

	for (const struct block *b = section->first; b; b = b->next) {
		const struct block *i = b->kind == BLOCK_LIST ? b->first : NULL;

		if (b->kind == BLOCK_PARA)
			n += block_mark(b).kind == MARK_OBJECTIVE;
		for (; i; i = i->next)
			n += i->first && i->first->kind == BLOCK_PARA &&
			     block_mark(i->first).kind == MARK_OBJECTIVE;
	}
	return n;
}

/* "**Goal: Nobody waits**" below a title that is an objective only by the key
 * results in its parts. */
static bool is_goal_of_title(struct reader *r, int objective,
	const struct block *section, struct piece text)
{
	enum { LEAST_WORDS = 3 };
	const struct block *next = block_after(text.b);

	return r->extras.v[(size_t)objective - r->first].heading &&
	       text.b == section->first && next &&
	       next->kind == BLOCK_SECTION && str_words(text.s) >= LEAST_WORDS;
}

/* "Objective: Nobody waits" below "### O2: Queues", and no other: the heading's
 * own sentence, which takes the place of its name. */
static int restated_objective(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct piece text)
{
	const struct block *b = text.b->parent;
	struct objective *o;

	if (!mark || mark->kind != MARK_OBJECTIVE || mark->numbered ||
		!str_trim(text.s).n || sc->parent == NO_INDEX ||
		(size_t)sc->parent + 1 != r->m->objectives.n ||
		is_our_line(r, piece_line(text)))
		return NO_INDEX;
	while (b && b->kind != BLOCK_SECTION)
		b = b->parent;
	o = objective_at(r, sc->parent);
	if (!b || b->line != o->source.line || o->key_results.n ||
		(!is_goal_of_title(r, sc->parent, b, text) &&
			(mark->weak || block_mark(b).kind != MARK_OBJECTIVE ||
				count_named(b) != 1)))
		return NO_INDEX;
	if (o->title[0])
		*vec_add(r->a, &o->notes) = o->title;
	piece_links(r, text, &o->links);
	o->title = piece_split(r, text, sc->parent, NO_INDEX);
	read_explain(r, piece_line(text), "title", o->title);
	return sc->parent;
}

/* "1", "12" and nothing else; 0 for any other. */
static long plain_number(struct str s)
{
	long n;

	return str_take_number(&s, 99, &n) && !s.n ? n : 0;
}

/* "### Objective 2" below "## Objective 1" that has its key results: the count
 * goes on, and the smaller heading is a slip. */
static bool goes_on(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct piece text)
{
	const struct objective *above, *last;
	long n;

	if (sc->parent == NO_INDEX || sc->parent_kr != NO_INDEX || !mark ||
		mark->kind != MARK_OBJECTIVE || text.b->kind != BLOCK_SECTION)
		return false;
	above = objective_at(r, sc->parent);
	last = &r->m->objectives.v[r->m->objectives.n - 1];
	n = plain_number(str_of(last->number));
	return n && plain_number(mark->number) == n + 1 &&
	       plain_number(str_of(above->number)) && above->key_results.n &&
	       (last == above || last->parent == above->parent);
}

/* "Objective 1.2" below objective 1, where nothing else says what it serves. */
static int parent_of_number(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct piece text)
{
	size_t dot = mark ? str_rfind_char(mark->number, '.') : STR_NONE;

	if (goes_on(r, sc, mark, text))
		return objective_at(r, sc->parent)->parent;
	if (sc->parent != NO_INDEX || dot == STR_NONE || !mark->numbered ||
		mark->kind != MARK_OBJECTIVE)
		return sc->parent;
	return objective_of_number(r, str_sub(mark->number, 0, dot));
}

/* Adds an empty one, with what its place on the page says of it. */
static int place_objective(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct piece text)
{
	int parent = parent_of_number(r, sc, mark, text);
	struct objective *o = model_add_objective(r->a, r->m);
	struct extra *e = vec_add(r->a, &r->extras);

	assert(r->extras.n == r->m->objectives.n - r->first);
	e->weak = !mark || (mark->weak && (!mark->numbered || r->marked));
	e->heading = mark && mark->kind == MARK_NONE &&
		     text.b->kind == BLOCK_SECTION;
	e->unnumbered = !mark || !mark->numbered;
	e->sample = mark && is_sample(mark->prefix);
	e->bare = (!mark || mark->kind == MARK_NONE) &&
		  (text.b->kind == BLOCK_PARA || text.b->kind == BLOCK_SECTION);
	e->owner = sc->headed ? NULL : sc->owner;
	o->parent = parent;
	o->parent_kr = sc->parent_kr;
	o->level = sc->level;
	o->team = sc->team;
	o->section = sc->section;
	if (sc->parent == NO_INDEX)
		o->owner = sc->owner;
	if (sc->supports && parent == NO_INDEX)
		o->ladders_up_to = sc->supports;
	o->period = sc->period;
	o->source.file = r->file;
	o->source.url = r->url;
	o->source.line = piece_line(text);
	return (int)r->m->objectives.n - 1;
}

/* A title without its quotation marks, and without what leads on from it to the
 * key results. */
static struct str bare_title(struct str s)
{
	size_t rest, behind;

	s = mark_unquoted(mark_without_letter(s));
	behind = mark_measured_by(s, &rest);
	if (behind && !str_trim(str_sub(s, rest + 1, s.n)).n)
		return str_sub(s, 0, behind);
	return mark_ends_open(s) && mark_lead_at(s)
		       ? str_sub(s, 0, mark_lead_at(s))
		       : s;
}

/* The title in a text; who and why beside it is kept. */
static const char *take_title(struct reader *r, const struct scope *sc,
	const struct mark *mark, int index, struct piece text)
{
	struct objective *o = objective_at(r, index);

	if (is_our_line(r, piece_line(text))) {
		text.s = mark_unquoted(text.s);
	} else {
		text = piece_take_whose(r, sc, mark, o, piece_defined(text));
		text = piece_take_bold_tail(r, index, text);
		text = piece_take_reason(r, index, text);
		text.s = bare_title(text.s);
	}
	piece_links(r, text, &o->links);
	return piece_split(r, text, index, NO_INDEX);
}

int add_objective(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct piece text)
{
	int index = known_objective(r, mark, text), line = piece_line(text);
	struct objective *o;
	const char *title;

	if (index == NO_INDEX)
		index = restated_objective(r, sc, mark, text);
	if (index != NO_INDEX)
		return index;
	index = place_objective(r, sc, mark, text);
	o = objective_at(r, index);
	if (mark) {
		o->number = arena_text(r->a, mark->number);
		if (is_our_line(r, line))
			o->owner = arena_text(r->a, mark->prefix);
		else
			set_prefix(o, r, mark->prefix);
	}
	title = take_title(r, sc, mark, index, text);
	o = objective_at(r, index); /* others may have moved it */
	o->title = title;
	if (mark && mark->told.n && o->result.kind == RESULT_NONE &&
		verdict_of(mark->told).kind != RESULT_WIP) /* being written */
		result_read(r->a, mark->told, &o->result, NULL);
	if (mark && mark->remark.n)
		read_remark(r, index, mark->remark, line);
	count(r, line);
	return index;
}

/* The same words, but for the full stop; without a number, many of them. */
static bool is_repeated(const char *text, const char *again, bool numbered)
{
	enum { TELLING = 24 };
	struct str s = str_trim_end(str_of(text), ".");

	return (numbered || s.n >= TELLING) &&
	       str_ieq(s, str_trim_end(str_of(again), "."));
}

/* "KR2" again, with nothing new: more about the one that is there. */
static int known_kr(struct reader *r, const struct objective *o,
	const struct mark *mark, struct piece text)
{
	enum { FAR = 100 };
	size_t n = o->key_results.n;
	const char *whole;

	if (!mark || !mark->numbered || mark->kind != MARK_KEY_RESULT ||
		!mark->number.n)
		return NO_INDEX;
	whole = str_trim(text.s).n ? piece_text(r, text) : NULL;
	for (size_t i = n > FAR ? n - FAR : 0; i < n; i++) {
		const struct key_result *kr = &o->key_results.v[i];
		struct str number = str_of(kr->number);

		str_iskip(&number, "kr");
		if (!kr->text[0] ||
			(number.n && !str_ieq(str_trim(number), mark->number)))
			continue;
		if (whole ? is_repeated(kr->text, whole, number.n)
			  : number.n > 0)
			return (int)i;
	}
	return NO_INDEX;
}

/* "WEB KR 1.1": the letters of a project, and no one's role. */
static bool is_code(const struct mark *mark)
{
	enum { LONGEST = 6 };
	struct str s = mark->prefix;

	if (!mark->numbered || s.n > LONGEST || vocab_is_role(s))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_digit(s.p[i]) && (s.p[i] < 'A' || s.p[i] > 'Z'))
			return false;
	}
	return true;
}

/* ... nor is it "Company key result" or "Our KRs". */
static bool names_someone(const struct mark *mark)
{
	struct str name;

	if (mark->kind == MARK_NONE) /* the owner's place in a list of them */
		return true;
	return !is_code(mark) && !is_adjective(mark->prefix) &&
	       !title_is_time(mark->prefix) &&
	       (vocab_level(mark->prefix, &name) == LEVEL_NONE ||
		       vocab_is_role(mark->prefix) || name.n);
}

/* "Weekly swims (13/13)" of a quarter to come. */
static bool is_amount_planned(struct result result)
{
	if (result.kind != RESULT_PERCENT)
		return false;
	for (const char *c = result.text; *c; c++) {
		if (str_is_alpha(*c))
			return false;
	}
	return true;
}

/* Is that the number of the objective, or of its key results so far? */
static bool is_number_above(const struct objective *o, struct str s)
{
	struct str last = STR("");
	size_t dot;

	if (o->number[0])
		return str_is(s, o->number);
	if (o->key_results.n)
		last = str_of(o->key_results.v[o->key_results.n - 1].number);
	dot = str_find_char(last, '.');
	return dot != STR_NONE && str_eq(s, str_sub(last, 0, dot));
}

/* "1.2" of "1.2 NPS of 45" as the second key result of objective 1: its place,
 * and no amount. */
static struct str take_place(struct piece *text, const struct objective *o)
{
	struct str s = str_trim_left(text->s), all = s;
	long above, place;

	if (!str_take_number(&s, 99, &above) ||
		!is_number_above(o, str_sub(all, 0, all.n - s.n)) ||
		!str_skip_char(&s, '.') || !str_take_number(&s, 99, &place) ||
		(size_t)place != o->key_results.n + 1 || !str_starts(s, " "))
		return (struct str){NULL, 0};
	text->s = s;
	return str_sub(all, 0, all.n - s.n);
}

/* "KR1 (done): ..." */
static void take_told_remark(
	struct reader *r, struct key_result *kr, struct str remark)
{
	struct verdict v = verdict_of(remark);

	if (v.known && v.exact)
		result_read(r->a, remark, &kr->result, NULL);
}

/* "KR2.1" among all key results belongs to objective 2 above. */
static void go_to_number(
	struct reader *r, struct scope *sc, const struct mark *mark)
{
	size_t dot = str_rfind_char(mark->number, '.');
	int index = dot == STR_NONE ? NO_INDEX
				    : objective_of_number(
					      r, str_sub(mark->number, 0, dot));

	if (index != NO_INDEX)
		sc->objective = index;
}

int add_key_result(struct reader *r, struct scope *sc, const struct mark *mark,
	struct piece text, char task)
{
	struct key_result *kr;
	struct objective *o;
	struct str place = {NULL, 0};
	int line = piece_line(text), index;

	if (sc->by_number && mark)
		go_to_number(r, sc, mark);
	need_objective(r, sc, line);
	o = objective_at(r, sc->objective);
	if (!mark || !mark->number.n)
		place = take_place(&text, o);
	text = piece_defined(text);
	index = known_kr(r, o, mark, text);
	if (index != NO_INDEX)
		return index;
	index = (int)o->key_results.n;
	kr = objective_add_key_result(r->a, o);
	kr->line = line;
	kr->checked = task == 'x';
	kr->text = piece_split(r, text, sc->objective, index);
	if (sc->planned && (is_amount_planned(kr->result) ||
				   (kr->current && kr->current == r->count))) {
		kr->text = piece_text(r, text);
		kr->current = kr->target = NULL;
		kr->result = (struct result){.text = ""};
	}
	piece_links(r, text, &kr->links);
	if (mark) {
		kr->number =
			mark->numbered && mark->kind == MARK_KEY_RESULT
				? arena_printf(
					  r->a, "KR%.*s", STR_ARG(mark->number))
				: arena_text(r->a, mark->number.n ? mark->number
								  : place);
		if (mark->prefix.n &&
			(is_our_line(r, line) || names_someone(mark)))
			kr->owner = arena_text(r->a, mark->prefix);
		if (mark->told.n && kr->result.kind == RESULT_NONE)
			result_read(r->a, mark->told, &kr->result, NULL);
		if (mark->remark.n && kr->result.kind == RESULT_NONE)
			take_told_remark(r, kr, mark->remark);
		if (mark->lead.n && !verdict_is_empty_box(mark->lead))
			read_field_text(r, sc->objective, index, FIELD_STATUS,
				mark->lead, "", line);
		r->said_in_line =
			key_result_at(r, sc->objective, index)->result.text;
	}
	r->krs++;
	count(r, line);
	return index;
}

/* "Grow" below "[OKR] 2024-H2: Grow #87", which is the title of its issue. */
static bool repeats_title(
	const struct objective *o, const struct mark *mark, struct str text)
{
	struct str title = str_of(o->title), front, behind;
	size_t at;

	text = str_trim_end(str_trim(text), ".*_");
	if (o->key_results.n || o->number[0] || mark->numbered ||
		mark->kind != MARK_OBJECTIVE || str_words(text) < 2)
		return false;
	at = str_ifind(title, text);
	if (at == STR_NONE)
		return false;
	front = str_trim(str_sub(title, 0, at));
	behind = str_trim(str_sub(title, at + text.n, title.n));
	return (!front.n || strchr(":-|]", front.p[front.n - 1])) &&
	       (!behind.n || str_starts(behind, "#") ||
		       str_starts(behind, "(#"));
}

bool name_objective(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct piece text)
{
	struct mark inner;
	struct objective *o;

	if (sc->objective != NO_INDEX && sc->kr == NO_INDEX &&
		repeats_title(objective_at(r, sc->objective), mark, text.s)) {
		o = objective_at(r, sc->objective);
		o->title = piece_split(r, text, sc->objective, NO_INDEX);
		read_explain(r, piece_line(text), "title", o->title);
		return true;
	}
	if (sc->objective == NO_INDEX || sc->kr != 0 ||
		mark->kind != MARK_OBJECTIVE || str_words(text.s) < 2 ||
		!r->extras.v[(size_t)sc->objective - r->first].made)
		return false;
	o = objective_at(r, sc->objective);
	if (o->key_results.n != 1)
		return false;
	inner = piece_mark(text);
	if (inner.kind == MARK_OBJECTIVE && inner.rest < text.s.n)
		text = piece_from(text, inner.rest);
	o->number =
		arena_text(r->a, mark->numbered ? mark->number : inner.number);
	piece_links(r, text, &o->links);
	o->title = piece_split(r, text, sc->objective, NO_INDEX);
	read_explain(r, piece_line(text), "title", o->title);
	return true;
}

/* What the page says above its key results, where its title is the objective.
 */
static void take_said(struct reader *r, int objective)
{
	struct explanation *why = r->why;

	r->why = NULL; /* it has been told */
	for (size_t i = 0; i < r->said.n && r->extras.n == 1; i++)
		read_field_text(r, objective, NO_INDEX, r->said.v[i].field,
			r->said.v[i].s, "", r->said.v[i].line);
	r->why = why;
}

void need_objective(struct reader *r, struct scope *sc, int line)
{
	const struct block *b = sc->before ? sc->before : sc->heading;
	struct mark mark;
	struct piece text;

	if (sc->objective != NO_INDEX)
		return;
	if (r->issue != NO_INDEX) {
		sc->objective = r->issue;
		return;
	}
	if (b) {
		text = (struct piece){b, b->text.s};
		mark = mark_read(text.s, piece_flags(text), MARK_HEADING);
		mark.prefix = (struct str){NULL, 0};
		text = piece_from(text, mark.plain);
		sc->objective = add_objective(r, sc, &mark, text);
		r->extras.v[r->extras.n - 1].weak = true;
	} else {
		struct block *made = ARENA_NEW(r->a, struct block);

		made->line = line;
		text = (struct piece){made, {NULL, 0}};
		sc->objective = add_objective(r, sc, NULL, text);
		objective_at(r, sc->objective)->title = r->title;
		take_said(r, sc->objective);
	}
	r->extras.v[r->extras.n - 1].made = true;
	sc->kr = NO_INDEX;
}
