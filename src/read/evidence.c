/*
 * Looking ahead: does a heading, a bold line or an item have key results
 * right below, so that it must be an objective though nobody called it one?
 */
#include "reader_p.h"

#include "annotate_p.h"
#include "attr.h"
#include "mark_number_p.h"
#include "para_p.h"
#include "keyresult.h"
#include "list_p.h"
#include "talk_p.h"

static struct mark read_mark(const struct block *b)
{
	struct piece p = {b, b->text.s};
	struct str first = p.s;
	int how = b->kind == BLOCK_SECTION ? MARK_HEADING : 0;
	size_t end = str_find_char(p.s, '\n');

	if (!p.s.n)
		return (struct mark){.kind = MARK_NONE};
	if (end != STR_NONE)
		first = str_sub(p.s, 0, end);
	p.s = str_trim(first);
	if (piece_is_bold(p) || piece_is_bold_title(p))
		how |= MARK_BOLD;
	return mark_read(p.s, piece_flags(p), how);
}

struct mark block_mark(const struct block *b)
{
	return b->mark ? *b->mark : read_mark(b);
}

/* "US: 3 shops" */
static bool is_of_country(const struct block *item)
{
	static const char *const CODES[] = {"US", "EU", "UK", "GB", "JP", "CN",
		"TW", "HK", "DE", "FR", "EN", "BR", "SG", "AU"};

	if (!item || !item->first || item->first->kind != BLOCK_PARA)
		return false;
	for (size_t i = 0; i < COUNT_OF(CODES); i++) {
		struct str s = item->first->text.s;

		if (str_skip(&s, CODES[i]) && s.n && strchr(":( ", s.p[0]))
			return true;
	}
	return false;
}

/* "- KR: 2 shops" beside "- US: 3 shops" is Korea. */
static bool is_korea(const struct block *b, const struct mark *mark)
{
	const struct block *item = b->parent;

	return mark->kind == MARK_KEY_RESULT && !mark->numbered &&
	       !mark->prefix.n && item && item->kind == BLOCK_ITEM &&
	       (is_of_country(item->next) ||
		       is_of_country(item->parent->first));
}

/* Nothing at all was found, as before most lines of a text. */
static bool is_unmarked(const struct mark *m)
{
	return m->kind == MARK_NONE && m->field == FIELD_NONE && !m->rest &&
	       !m->plain && !m->number.n && !m->prefix.n && !m->remark.n &&
	       !m->lead.n && !m->told.n && !m->numbered && !m->dotted &&
	       !m->plural && !m->weak;
}

static const struct mark *kept(struct arena *a, const struct mark *mark)
{
	static const struct mark UNMARKED = {.kind = MARK_NONE};
	struct mark *m;

	if (is_unmarked(mark))
		return &UNMARKED;
	m = ARENA_NEW(a, struct mark);
	*m = *mark;
	return m;
}

void block_keep_mark(struct arena *a, struct block *b)
{
	struct mark mark = read_mark(b);

	if (is_korea(b, &mark))
		mark = (struct mark){.kind = MARK_NONE};
	b->mark = kept(a, &mark);
}

void block_keep_cell_mark(struct arena *a, struct block *cell)
{
	struct mark mark = mark_read(str_trim(cell->text.s),
		piece_flags((struct piece){cell, str_trim(cell->text.s)}),
		MARK_CELL);

	cell->mark = kept(a, &mark);
}

/* "Outcome 1: ..." over "Objective 1.1: ..." is what that serves, and not a key
 * result, whatever its word is elsewhere. */
void block_lift_mark(struct arena *a, struct block *b)
{
	enum { FAR = 6 };
	struct mark mark = block_mark(b), below, *kept;
	struct block *next = b;

	if (mark.kind != MARK_KEY_RESULT || !mark.numbered)
		return;
	for (int n = 0; n < FAR && (next = block_step(next)); n++) {
		if (next->kind != BLOCK_PARA && next->kind != BLOCK_SECTION)
			continue;
		below = block_mark(next);
		if (below.kind == MARK_KEY_RESULT)
			return;
		if (below.kind != MARK_OBJECTIVE)
			continue;
		if (!below.numbered ||
			!number_is_below(below.number, mark.number))
			return;
		kept = ARENA_NEW(a, struct mark);
		*kept = mark;
		kept->kind = MARK_OBJECTIVE;
		b->mark = kept;
		return;
	}
}

bool number_is_below(struct str number, struct str above)
{
	return above.n && number.n > above.n + 1 &&
	       str_ieq(str_sub(number, 0, above.n), above) &&
	       number.p[above.n] == '.' &&
	       number.p[above.n + 1] != '0'; /* "1.00" is a grade */
}

/* "Key Results:" or, in a line of its own, "Measured by:"? */
static bool leads_to_krs(
	const struct reader *r, const struct mark *mark, struct piece line)
{
	return r->okrs && !r->report &&
	       (mark->kind == MARK_KR_LABEL ||
		       mark_leads_to_measures(mark, line.s));
}

/* Does any line of a paragraph begin with a key result or its label, or with
 * a number below that of the heading above? */
static enum evidence in_para(
	const struct reader *r, const struct block *b, struct str above)
{
	struct str s = b->text.s, line;
	size_t end;

	while (str_take_until(&s, '\n', &line)) {
		struct piece p = {b, str_trim(line)};
		struct mark mark;

		if (!p.s.n)
			continue;
		mark = piece_mark(p);
		if (mark.kind == MARK_KEY_RESULT || leads_to_krs(r, &mark, p) ||
			(mark.dotted && !r->marked &&
				number_is_below(mark.number, above)))
			return EVIDENCE_KEY_RESULTS;
		if (mark.kind == MARK_OBJECTIVE || mark_told(p.s, &end) ||
			para_bold_told(p, &end))
			return EVIDENCE_OBJECTIVES;
	}
	return EVIDENCE_NONE;
}

bool names_owner(struct str s)
{
	enum { LONGEST = 40, MOST_WORDS = 4 };

	s = str_trim_end(str_trim_left(s), ":");
	return s.n && s.n <= LONGEST && str_words(s) <= MOST_WORDS &&
	       str_find_char(s, ':') == STR_NONE &&
	       (s.p[0] == '@' || vocab_is_role(s));
}

static bool begins_bold(const struct block *item)
{
	const struct block *p = item ? item->first : NULL;

	return p && p->kind == BLOCK_PARA && p->text.s.n &&
	       (p->text.flags[0] & TEXT_BOLD);
}

/* "**Key Results** (where there are any)" among the parts of something. */
static bool is_part(const struct block *item, const struct mark *mark)
{
	return mark->remark.n && mark->rest >= item->first->text.s.n &&
	       !item->first->next && begins_bold(item) &&
	       item != item->parent->first;
}

/* What the items of a list say they are. */
static enum evidence in_list(
	struct reader *r, const struct block *list, bool deep)
{
	for (const struct block *i = list->first; i; i = i->next) {
		struct mark mark;

		if (!i->first || i->first->kind != BLOCK_PARA)
			continue;
		mark = block_mark(i->first);
		if (mark.kind == MARK_KEY_RESULT)
			return EVIDENCE_KEY_RESULTS;
		if (mark.kind == MARK_OBJECTIVE ||
			(mark.kind == MARK_OBJ_LABEL && i->first->next))
			return EVIDENCE_OBJECTIVES;
		if (leads_to_krs(r, &mark,
			    (struct piece){i->first, i->first->text.s}) &&
			!is_part(i, &mark))
			return EVIDENCE_KEY_RESULTS;
		if (deep && mark.kind == MARK_NONE &&
			evidence_below(r, i, i->first->next, false) ==
				EVIDENCE_KEY_RESULTS)
			return !r->cascade && names_owner(i->first->text.s)
				       ? EVIDENCE_KEY_RESULTS
				       : EVIDENCE_OBJECTIVES;
	}
	return EVIDENCE_NONE;
}

/* A number that says something, an end, or a share. */
bool is_measurable(struct arena *a, struct str s)
{
	struct sentence said;

	sentence_read(a, s, &said);
	if (!str_has_digit(s)) /* "reviews in three papers" */
		return said.target && said.target->has_value;
	return said.target || said.baseline || said.current ||
	       date_is_set(said.due) || str_find_char(s, '%') != STR_NONE;
}

/* "`cumulative`: the pace so far": a word of some program, explained. */
static bool is_code_label(const struct block *para)
{
	size_t n = 0;

	while (n < para->text.s.n && (para->text.flags[n] & TEXT_CODE))
		n++;
	return n && n < para->text.s.n && strchr(":/", para->text.s.p[n]);
}

/* "4 weeks prior to the meeting" */
static bool names_lead(struct str s)
{
	static const char *const UNITS[] = {"day", "week", "month"};
	static const char *const WORDS[] = {
		"prior to", "before", "after", "into", "ahead of"};
	long n;

	if (!str_take_number(&s, 99, &n) || !str_skip_space(&s))
		return false;
	for (size_t i = 0; i < COUNT_OF(UNITS); i++) {
		struct str rest = s;

		if (!str_iskip(&rest, UNITS[i]))
			continue;
		str_skip_char(&rest, 's');
		str_skip_space(&rest);
		for (size_t k = 0; k < COUNT_OF(WORDS); k++) {
			if (vocab_begins(rest, WORDS[k]))
				return true;
		}
	}
	return false;
}

bool names_stage(struct str s)
{
	static const char *const WORDS[] = {"day", "week", "sprint", "phase",
		"step", "stage", "session", "dia", "d\u00eda", "semana",
		"etapa", "fase", "jour", "semaine", "\u00e9tape", "tag",
		"woche", "schritt", "giorno", "settimana", "dag"};

	symbols_skip(&s);
	if (names_lead(s))
		return true;
	if (!str_has_digit(s))
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;

		if (str_iskip(&rest, WORDS[i]) && str_skip_space(&rest) &&
			rest.n && str_is_digit(rest.p[0]))
			return true;
	}
	return false;
}

/* Do most items of a list have a number in them?  Many of the first say so. */
bool is_measurable_list(struct arena *a, const struct block *list)
{
	enum { MANY = 24 };
	size_t all = 0, measurable = 0;

	for (const struct block *i = list->first; i && all < MANY;
		i = i->next) {
		if (!i->first || i->first->kind != BLOCK_PARA)
			return false;
		if (is_code_label(i->first))
			return false;
		all++;
		if (!names_stage(i->first->text.s))
			measurable += is_measurable(a, i->first->text.s);
	}
	return all && measurable * 2 >= all;
}

bool is_link_list(const struct block *list)
{
	size_t all = 0, links = 0;

	for (const struct block *i = list->first; i; i = i->next) {
		const struct block *p = i->first;

		if (!p || p->kind != BLOCK_PARA || !p->text.s.n)
			continue;
		all++;
		links += p->text.links.n == 1 && p->text.links.v[0].from == 0 &&
			 p->text.links.v[0].to >= str_trim(p->text.s).n;
	}
	return all && links == all;
}

bool list_is_of_owners(struct reader *r, const struct block *list)
{
	enum { MANY = 24 };
	size_t n = 0;

	for (const struct block *i = list->first; i && n < MANY;
		i = i->next, n++) {
		const struct block *p = i->first;

		if (!p || p->kind != BLOCK_PARA || !names_owner(p->text.s) ||
			!p->next || p->next->kind != BLOCK_LIST ||
			p->next->next || !is_measurable_list(r->a, p->next))
			return false;
	}
	return n > 0;
}

/* "Objective of the yard" over "O3: Steadier sluices" */
static bool opens_with_objective(const struct block *section)
{
	const struct block *p = section->first;
	struct mark mark;

	if (!p || p->kind != BLOCK_PARA ||
		!(vocab_has(section->text.s, "objective") ||
			vocab_has(section->text.s, "objectives")))
		return false;
	mark = block_mark(p);
	return mark.kind == MARK_OBJECTIVE && mark.rest < p->text.s.n;
}

static enum evidence in_section(const struct reader *r, const struct block *b)
{
	struct mark mark = block_mark(b);

	/* "Success metrics" may be those of all that is marked */
	if (mark.kind == MARK_KR_LABEL &&
		(r->report || (r->marked && !vocab_has_key_result(b->text.s))))
		return EVIDENCE_NONE;
	if (mark.kind == MARK_KR_LABEL || mark.kind == MARK_KEY_RESULT)
		return EVIDENCE_KEY_RESULTS;
	if (mark.kind == MARK_OBJECTIVE || mark.kind == MARK_OBJ_LABEL ||
		opens_with_objective(b))
		return EVIDENCE_OBJECTIVES;
	return mark.kind == MARK_LEFT && example_is_filled(b)
		       ? EVIDENCE_OBJECTIVES
		       : EVIDENCE_NONE;
}

/* "P0 - text", "[P1] text" in every item: what is to be reached, by how much it
 * matters. */
static bool is_ranked_list(const struct block *list)
{
	enum { MANY = 24 };
	size_t n = 0;

	for (const struct block *i = list->first; i && n < MANY; i = i->next) {
		if (!i->first || i->first->kind != BLOCK_PARA || i->task ||
			!annotate_is_ranked(i->first->text.s))
			return false;
		n++;
	}
	return n > 1;
}

/* "- Grade: 0.7", "- 92 %, weekends are weak": how a key result turned out and
 * one word on it, where an objective has key results beside its grade. */
static bool has_only_outcome(const struct block *list)
{
	const struct block *i = list->first;
	struct mark mark;
	size_t more = 0;

	if (!i || !i->first || i->first->kind != BLOCK_PARA)
		return false;
	mark = block_mark(i->first);
	if (mark.kind != MARK_FIELD ||
		(mark.field != FIELD_GRADE && mark.field != FIELD_RESULT &&
			mark.field != FIELD_CURRENT))
		return false;
	for (; i && more < 2; i = i->next)
		more += !i->first || i->first->kind != BLOCK_PARA ||
			i->first->next ||
			block_mark(i->first).kind != MARK_FIELD;
	return more < 2;
}

/* ... below every item: what has a grade and no more is a key result. */
static bool is_graded_list(const struct block *list)
{
	enum { MANY = 24 };
	size_t n = 0;

	for (const struct block *i = list->first; i && n < MANY; i = i->next) {
		if (!i->first || i->first->kind != BLOCK_PARA || i->task ||
			!i->first->next || i->first->next->next ||
			i->first->next->kind != BLOCK_LIST ||
			!has_only_outcome(i->first->next))
			return false;
		n++;
	}
	return n > 1;
}

bool is_list_of_krs(struct reader *r, const struct block *list)
{
	return is_measurable_list(r->a, list) || is_ranked_list(list) ||
	       is_graded_list(list);
}

/* Is there a list or table of key results directly behind a bold line? */
static bool is_followed(struct reader *r, const struct block *next, bool expect)
{
	bool objectives;

	if (!next)
		return false;
	if (next->kind == BLOCK_PARA)
		return in_para(r, next, STR("")) == EVIDENCE_KEY_RESULTS;
	if (next->kind == BLOCK_TABLE)
		return is_okr_table(r, next, &objectives) && !objectives;
	return next->kind == BLOCK_LIST &&
	       (in_list(r, next, false) == EVIDENCE_KEY_RESULTS ||
		       (expect && is_list_of_krs(r, next)));
}

/*
 * The blocks from first on, as far as they tell.  expect: in a document of
 * OKRs a list with numbers in it is enough.
 */
enum evidence evidence_below(struct reader *r, const struct block *b,
	const struct block *first, bool expect)
{
	enum evidence e = EVIDENCE_NONE;
	struct str above = STR("");
	bool objectives;

	if (r->okrs && b->kind == BLOCK_SECTION)
		above = block_mark(b).number;
	for (; first && e == EVIDENCE_NONE; first = first->next) {
		switch (first->kind) {
		case BLOCK_SECTION:
			e = in_section(r, first);
			break;
		case BLOCK_PARA: {
			struct piece p = {first, first->text.s};

			e = in_para(r, first, above);
			if (e == EVIDENCE_NONE &&
				(piece_is_bold(p) || piece_is_bold_title(p) ||
					block_mark(first).number.n) &&
				block_mark(first).kind == MARK_NONE &&
				!block_judges_heading(first) &&
				is_followed(r, first->next, expect))
				e = EVIDENCE_OBJECTIVES;
			break;
		}
		case BLOCK_LIST:
			e = in_list(r, first, true);
			if (e == EVIDENCE_NONE && r->named &&
				list_is_of_owners(r, first))
				e = EVIDENCE_KEY_RESULTS;
			if (e == EVIDENCE_NONE && expect &&
				is_list_of_krs(r, first))
				e = EVIDENCE_KEY_RESULTS;
			break;
		case BLOCK_TABLE:
			if (is_okr_table(r, first, &objectives))
				e = objectives ? EVIDENCE_OBJECTIVES
					       : EVIDENCE_KEY_RESULTS;
			else if (expect && is_metric_table(r, first))
				e = EVIDENCE_KEY_RESULTS;
			break;
		default:
			break;
		}
	}
	return e;
}

static const struct block *first_list(const struct block *section)
{
	const struct block *b = section->first;

	while (b && b->kind == BLOCK_PARA)
		b = b->next;
	return b && b->kind == BLOCK_LIST ? b : NULL;
}

/* "- Owner: Ana", "- Status: on track": said of the item above. */
static bool has_only_fields(const struct block *list)
{
	for (const struct block *i = list->first; i; i = i->next) {
		if (!i->first || i->first->kind != BLOCK_PARA ||
			block_mark(i->first).kind != MARK_FIELD)
			return false;
	}
	return true;
}

bool list_has_objectives(const struct block *list, struct str title)
{
	const struct block *below;
	size_t all = 0, nested = 0, bold = 0;
	struct str name;

	for (const struct block *i = list ? list->first : NULL; i;
		i = i->next) {
		struct piece p;

		if (!i->first || i->first->kind != BLOCK_PARA)
			return false;
		p = (struct piece){i->first, i->first->text.s};
		below = i->first->next;
		all++;
		if (names_owner(p.s))
			return false;
		if (!below || below->kind != BLOCK_LIST ||
			has_only_fields(below) || has_only_outcome(below))
			continue;
		nested++;
		bold += piece_is_bold(p);
	}
	if (!nested || list_has_remarks(list))
		return false;
	title = str_trim_end(title, ":");
	if (bold == nested || vocab_is_role(title))
		return true;
	if (talk_begins_aim(title)) /* "Build the team", not "Design team" */
		return str_words(title) < 3 && /* "Design team" */
		       vocab_level(title, &name) != LEVEL_NONE;
	return vocab_level(title, &name) != LEVEL_NONE || nested * 2 > all;
}

bool lists_objectives(const struct block *section, struct str title)
{
	return list_has_objectives(first_list(section), title);
}
