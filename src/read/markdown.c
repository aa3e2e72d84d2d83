/*
 * The reader's door: a document or an issue's text, from bytes to OKRs.
 */
#include "doc_line_p.h"
#include "reader_p.h"

#include "attr.h"
#include "doc_notation_p.h"
#include "goals_p.h"
#include "guide_p.h"
#include "layout_p.h"
#include "title_p.h"
#include "updates_p.h"
#include "walk_p.h"

enum { LOOK_FOR_PERIOD = 30, TITLE_BYTES = 300 };

void read_options_init(struct read_options *o)
{
	*o = (struct read_options){.fiscal_start = FISCAL_START_DEFAULT,
		.period = {.name = ""},
		.self = ""};
}

/* "Here are our goals for the coming quarter (Q1 2025)." */
static bool announces(struct str s)
{
	static const char *const WORDS[] = {"okrs", "objectives", "goals",
		"key results", "this quarter", "coming quarter", "next quarter",
		"planning", "ziele", "objectifs", "objetivos", NULL};

	return vocab_has_listed(s, WORDS);
}

/* The period a document names, in its first paragraphs or main heading. */
static void find_period(struct reader *r)
{
	struct period p;
	int looked = 0, before = 0;

	if (r->m->objectives.n > r->first)
		before = r->m->objectives.v[r->first].source.line;
	for (struct block *b = r->doc; b && looked < LOOK_FOR_PERIOD;
		b = block_step(b)) {
		struct str s = str_sub(b->text.s, 0, TITLE_BYTES);
		int start = r->o->fiscal_start;

		if (b->kind == BLOCK_SECTION && b->level == 1 &&
			title_period(r->a, s, start, &p)) {
			r->m->period = p;
			return;
		}
		if (b->kind != BLOCK_PARA || b->parent->kind == BLOCK_ITEM)
			continue;
		looked++;
		if (period_find_days(r->a, s, start, &p) ||
			(b->line < before && announces(s) &&
				period_find(r->a, s, start, &p))) {
			r->m->period = p;
			return;
		}
	}
}

static const char *first_heading(struct reader *r)
{
	for (const struct block *b = r->doc->first; b; b = b->next) {
		if (b->kind == BLOCK_SECTION)
			return piece_text(r, (struct piece){b, b->text.s});
	}
	return "";
}

static struct scope top_scope(struct reader *r, const struct front *f)
{
	return (struct scope){.objective = NO_INDEX,
		.kr = NO_INDEX,
		.parent = NO_INDEX,
		.parent_kr = NO_INDEX,
		.expect = vocab_has_okr(str_of(r->title)),
		.plain = vocab_has_okr(str_of(r->title)) && !r->marked,
		.level = f->level,
		.team = f->team,
		.owner = f->owner,
		.section = "",
		.period = f->period};
}

/* The period that all our objectives share, where they do. */
static struct period shared_period(const struct reader *r)
{
	const struct objective *o = r->m->objectives.v;
	struct period none = {.name = ""};

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		if (strcmp(o[i].period.name, o[r->first].period.name) != 0)
			return none;
	}
	return r->m->objectives.n > r->first ? o[r->first].period : none;
}

/* What the document says for all of its objectives that say nothing. */
static void set_defaults(struct reader *r, const struct front *f)
{
	struct period period = f->period;

	if (!r->m->period.name[0])
		r->m->period = period;
	if (!r->m->period.name[0])
		find_period(r);
	if (!r->m->period.name[0])
		r->m->period = shared_period(r);
	if (!period.name[0])
		period = r->m->period;
	if (!period.name[0])
		period = r->o->period;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		if (!o->period.name[0])
			o->period = period;
	}
	if (!r->m->period.name[0])
		r->m->period = period;
}

/* "type: objective" in front matter? */
static bool says_type(struct str front)
{
	struct str line;

	while (str_take_until(&front, '\n', &line)) {
		if (line_says_type(line))
			return true;
	}
	return false;
}

struct str reader_noted(
	const struct reader *r, struct arena *a, struct str text)
{
	return text.p == r->noted.of.p && text.n == r->noted.of.n
		       ? r->noted.is
		       : doc_notation(a, text);
}

static struct front open_document(struct reader *r, struct str text)
{
	struct clean clean;
	struct front f;

	r->doc = doc_read_noted(
		&r->scratch, reader_noted(r, &r->scratch, text), &clean);
	if (r->assumed)
		assumed_lines(r->doc);
	r->first = r->m->objectives.n;
	r->issue = NO_INDEX;
	f = read_front(r, &clean);
	r->ours = clean.ours_from > 0;
	r->ours_from = clean.ours_from;
	r->ours_to = clean.ours_to;
	r->typed = says_type(clean.front);
	r->named = r->okrs = r->typed || vocab_has(clean.front, "okr") ||
			     vocab_has(clean.front, "okrs");
	r->title = f.title[0] ? f.title : first_heading(r);
	find_manner(r);
	return f;
}

/* Was nothing found, or what no word of ours marks: headings that are one only
 * by what is below them? */
static bool is_unmarked(const struct reader *r)
{
	for (size_t i = 0; i < r->extras.n; i++) {
		const struct extra *e = &r->extras.v[i];

		const struct objective *o = &r->m->objectives.v[r->first + i];

		if ((!e->bare && !e->heading && !e->made) ||
			(o->key_results.n && o->key_results.v[0].owner[0]))
			return false;
	}
	return !r->ours;
}

/* A page that says nothing of OKRs by its words, but shows goals: more of them
 * than were found. */
static void read_shape(struct reader *r, const struct front *f)
{
	size_t known = r->m->objectives.n - r->first;
	struct block *plan = goals_by_shape(r, known);
	struct scope sc;

	if (!plan)
		return;
	r->m->objectives.n = r->first;
	r->extras.n = r->krs = 0;
	if (r->why)
		r->why->n = r->told;
	r->okrs = r->named = true;
	r->report = r->lettered = r->cascade = r->tells = false;
	sc = top_scope(r, f);
	read_blocks(r, plan, &sc);
	read_prune(r);
}

void read_page(struct reader r, struct str text, bool again)
{
	struct front f = open_document(&r, text);
	struct scope sc = top_scope(&r, &f);

	r.told = r.why ? r.why->n : 0;
	r.again = again;
	r.collects = again && collect_examples(&r);
	if (r.collects)
		sc.plain = false;
	read_blocks(&r, r.doc, &sc);
	read_prune(&r);
	if (r.collects && !collect_is_filled(&r))
		r.m->objectives.n = r.first;
	if ((again || r.m->objectives.n > r.first) && is_unmarked(&r))
		read_shape(&r, &f);
	set_defaults(&r, &f);
	read_finish(&r);
	updates_apply(&r, text);
	read_explain_finish(&r);
	arena_release(&r.scratch);
}

/* Another look at a page that gave nothing; true when it gives something now,
 * else nothing of it is kept. */
static bool read_again(const struct reader *r, struct str text, bool again)
{
	struct model before = *r->m;
	struct explanation why = {0};
	struct reader other = *r;

	if (r->why)
		other.why = &why;
	read_page(other, text, again);
	if (r->m->objectives.n > before.objectives.n) {
		if (r->why)
			*r->why = why;
		return true;
	}
	*r->m = before;
	return false;
}

/* Without any of these there is neither a quotation nor a label nor, below the
 * title, a number, and another look finds nothing; and nobody writes as much
 * of which the first finds nothing. */
static bool is_worth_another_look(struct str text)
{
	enum { LONGEST = 1 << 17 };
	size_t end = str_find_char(text, '\n');
	struct str below =
		str_sub(text, end == STR_NONE ? text.n : end, text.n);

	return text.n <= LONGEST && !page_is_retro(text) &&
	       (str_has_digit(below) || str_find_char(text, ':') != STR_NONE ||
		       str_find_char(text, '>') != STR_NONE ||
		       str_has_high(text));
}

/* By its looks, and once more by its words; what tells more is kept. */
static bool read_either(
	const struct reader *r, struct str text, const struct model *before)
{
	struct explanation why = {0}, looked;
	struct model looks;

	read_looks(r, text, before);
	if (r->m->objectives.n == before->objectives.n)
		return read_again(r, text, true);
	looks = *r->m;
	*r->m = looks_before(r->a, &looks, before);
	if (r->why) {
		looked = *r->why;
		*r->why = why;
	}
	if (!read_again(r, text, true) ||
		!looks_tell_less(&looks, r->m, before)) {
		*r->m = looks;
		if (r->why)
			*r->why = looked;
	}
	return true;
}

/* In every way there is, until one gives something. */
static void read_every_way(
	const struct reader *r, struct str text, const struct model *before)
{
	struct str fenced, mended;

	read_page(*r, text, false);
	if (r->m->objectives.n > before->objectives.n) {
		read_looks(r, text, before);
		return;
	}
	fenced = fence_okrs(r->a, text, r->o->fiscal_start);
	if ((fenced.n && read_again(r, fenced, false)) ||
		!is_worth_another_look(text))
		return;
	if (read_either(r, text, before))
		return;
	mended = layout_mended(r->a, text);
	if (mended.n && read_again(r, mended, true))
		return;
	mended = guide_okrs(r->a, text);
	if (mended.n && read_again(r, mended, false))
		return;
	mended = guide_tables(r->a, text);
	if (mended.n)
		read_again(r, mended, false);
}

/* As if its title said that these are OKRs. */
static void read_assumed(
	const struct reader *r, struct str text, const struct model *before)
{
	enum { LONGEST = 1 << 15 }; /* nobody's page of OKRs is longer */
	struct model found = *r->m;
	struct explanation why = {0};
	struct reader other = *r;

	if (text.n > LONGEST)
		return;
	text = assumed_text(r->a, text);
	if (!is_worth_another_look(text))
		return;
	if (r->why)
		other.why = &why;
	other.assumed = true;
	other.noted.of = text;
	other.noted.is = doc_notation(r->a, text);
	read_every_way(&other, text, before);
	if (!assumed_holds(r->m, before->objectives.n))
		*r->m = found;
	else if (r->why)
		*r->why = why;
}

/* Code is left alone; a page that has its OKRs there, and nowhere else, should
 * not look as if it had none. */
static void tell_hidden(const struct reader *r, struct str text)
{
	int line = fence_hides(text);

	if (line)
		finding_add(r->a, &r->m->findings, "okrs-in-code",
			SEVERITY_INFO, r->file, r->url, line,
			"an objective and its key results stand in a code "
			"block, which is not read: take the fence away if "
			"they are meant");
}

void read_markdown(struct arena *a, struct str text, const char *file,
	const struct read_options *o, struct model *m, struct explanation *why)
{
	struct reader r = {
		.a = a, .o = o, .m = m, .why = why, .file = file, .url = ""};
	struct model before = *m;

	text = fence_freed(a, fence_boxes(a, text));
	r.noted.of = text;
	r.noted.is = doc_notation(a, text);
	read_every_way(&r, text, &before);
	if (m->objectives.n == before.objectives.n)
		read_assumed(&r, text, &before);
	if (m->objectives.n == before.objectives.n)
		tell_hidden(&r, text);
}

/* Issues. */

/* "[FY24-Q1] OKR: Grow" -> "Grow". */
static struct str bare_title(struct str s)
{
	struct mark mark;
	unsigned char flags[TITLE_BYTES] = {0};

	for (;;) {
		struct str from = s;

		s = str_trim(s);
		if (str_starts(s, "[") && str_find_char(s, ']') != STR_NONE &&
			str_find_char(s, ']') + 1 < s.n)
			s = str_sub(s, str_find_char(s, ']') + 1, s.n);
		str_skip_space(&s);
		if (s.n && s.n <= TITLE_BYTES) {
			mark = mark_read(s, flags, MARK_HEADING);
			if (mark.kind == MARK_OBJECTIVE && mark.rest < s.n)
				s = str_sub(s, mark.rest, s.n);
		}
		if (s.n == from.n || !s.n)
			return s.n ? s : from;
	}
}

/* "Q1 OKRs", "Objective": a title that says nothing of the goal. */
static bool is_generic(struct str title)
{
	unsigned char flags[TITLE_BYTES] = {0};
	struct mark mark;

	if (!title.n)
		return true;
	if (title.n > TITLE_BYTES)
		return false;
	mark = mark_read(title, flags, MARK_HEADING);
	return mark.kind == MARK_OBJ_LABEL ||
	       (mark.kind == MARK_OBJECTIVE && mark.rest >= title.n) ||
	       str_iends(title, "okr");
}

static void append_texts(
	struct reader *r, struct texts *to, const struct texts *from)
{
	for (size_t i = 0; i < from->n; i++)
		*vec_add(r->a, to) = from->v[i];
}

/* Puts what the body's only objective says into the issue's own. */
static void merge(struct reader *r, struct objective *to,
	const struct objective *from, bool generic)
{
	if (generic && from->title[0])
		to->title = from->title;
	else if (from->title[0])
		*vec_add(r->a, &to->notes) = from->title;
	for (size_t i = 0; i < from->key_results.n; i++)
		*vec_add(r->a, &to->key_results) = from->key_results.v[i];
	for (size_t i = 0; i < from->links.n; i++)
		*vec_add(r->a, &to->links) = from->links.v[i];
	append_texts(r, &to->dependencies, &from->dependencies);
	append_texts(r, &to->risks, &from->risks);
	append_texts(r, &to->initiatives, &from->initiatives);
	append_texts(r, &to->notes, &from->notes);
	append_texts(r, &to->blockers, &from->blockers);
	append_texts(r, &to->asks, &from->asks);
	append_texts(r, &to->mitigations, &from->mitigations);
#define TAKE_TEXT(name) \
	if (!to->name[0]) \
	to->name = from->name
	TAKE_TEXT(number);
	TAKE_TEXT(owner);
	TAKE_TEXT(dri);
	TAKE_TEXT(team);
	TAKE_TEXT(region);
	TAKE_TEXT(priority);
	TAKE_TEXT(ladders_up_to);
#undef TAKE_TEXT
	if (to->level == LEVEL_NONE)
		to->level = from->level;
	if (to->type == TYPE_NONE)
		to->type = from->type;
	if (to->state == STATE_NONE)
		to->state = from->state;
	if (to->outcome == OUTCOME_NONE)
		to->outcome = from->outcome;
	if (to->health == HEALTH_NONE)
		to->health = from->health;
	if (!to->confidence)
		to->confidence = from->confidence;
	if (!to->weight)
		to->weight = from->weight;
	if (!to->stated_grade)
		to->stated_grade = from->stated_grade;
	if (!to->period.name[0])
		to->period = from->period;
	if (from->result.text[0] || from->result.kind != RESULT_NONE)
		to->result = from->result;
	to->source.line = from->source.line;
}

static void drop(struct reader *r, int index)
{
	struct objective *o = r->m->objectives.v;
	size_t n = --r->m->objectives.n;

	memmove(o + index, o + index + 1, (n - (size_t)index) * sizeof *o);
	memmove(r->extras.v + ((size_t)index - r->first),
		r->extras.v + ((size_t)index - r->first) + 1,
		(n - (size_t)index) * sizeof *r->extras.v);
	r->extras.n--;
	for (size_t i = r->first; i < n; i++) {
		if (o[i].parent == index)
			o[i].parent = o[i].parent_kr = NO_INDEX;
		else if (o[i].parent > index)
			o[i].parent--;
	}
}

/* One objective in the body is the issue's; several are their own. */
static void settle_issue(struct reader *r, bool generic)
{
	struct objective *o = r->m->objectives.v;
	int only = NO_INDEX;
	size_t n = 0, base;

	for (size_t i = r->first + 1; i < r->m->objectives.n; i++) {
		if (o[i].parent != NO_INDEX)
			continue;
		only = (int)i;
		n++;
	}
	if (n == 1) {
		base = o[r->issue].key_results.n;
		merge(r, &o[r->issue], &o[only], generic);
		for (size_t i = r->first + 1; i < r->m->objectives.n; i++) {
			if (o[i].parent != only)
				continue;
			o[i].parent = r->issue;
			if (o[i].parent_kr != NO_INDEX)
				o[i].parent_kr += (int)base;
		}
		drop(r, only);
	} else if (n > 1 && !o[r->issue].key_results.n) {
		drop(r, r->issue);
	}
}

static void add_issue_objective(
	struct reader *r, struct scope *sc, struct str title)
{
	struct objective *o;
	struct extra *e;

	r->issue = sc->objective = (int)r->m->objectives.n;
	o = model_add_objective(r->a, r->m);
	o->title = arena_text(r->a, title);
	o->period = sc->period;
	o->level = sc->level;
	o->team = sc->team;
	o->owner = sc->owner;
	o->source.file = r->file;
	o->source.url = r->url;
	o->source.line = 1;
	e = vec_add(r->a, &r->extras);
	e->unnumbered = false;
}

void read_issue_text(struct arena *a, struct str text, const char *file,
	const char *url, const struct read_options *o, struct model *m,
	struct explanation *why, const char *issue_title, int *objective_index)
{
	struct reader r = {
		.a = a, .o = o, .m = m, .why = why, .file = file, .url = url};
	struct front f = open_document(&r, text);
	struct scope sc = top_scope(&r, &f);
	struct str title = bare_title(str_of(issue_title));
	bool generic = is_generic(title);

	if (!r.title[0])
		r.title = issue_title;
	sc.expect = false;
	(void)!period_find(a, str_of(issue_title), o->fiscal_start, &sc.period);
	if (evidence_below(&r, r.doc, r.doc->first, false) != EVIDENCE_NONE)
		sc.mode = MODE_LEFT;
	add_issue_objective(&r, &sc, title);
	read_blocks(&r, r.doc, &sc);
	read_prune(&r);
	settle_issue(&r, generic);
	*objective_index = (int)r.first;
	read_finish(&r);
	updates_apply(&r, text);
	read_explain_finish(&r);
	arena_release(&r.scratch);
}
