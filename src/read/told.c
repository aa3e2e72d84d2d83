/*
 * Remarks below a key result that are nothing but its result: "Done", "3 of 5",
 * "70%", "0.7", "40% done, waiting for the audit".
 */
#include "noted_p.h"

#include "attr.h"
#include "keyresult.h"
#include "quantity.h"
#include "result.h"
#include "verdict_p.h"

/* "70%" below "Reach 80% coverage" is where it stands. */
static bool is_of_shares(struct reader *r, const struct key_result *kr)
{
	const struct quantity *aim = kr->target;
	struct sentence said;

	if (!aim) {
		sentence_read(r->a, str_of(kr->text), &said);
		aim = said.target;
	}
	return aim && strcmp(aim->unit, "%") == 0;
}

/* "60% done", where "hit 61%" is where it stands. */
static bool says_done(struct str s)
{
	static const char *const WORDS[] = {"done", "complete", "progress",
		"of the way", "fertig", "erledigt"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_ifind(s, str_of(WORDS[i])) != STR_NONE)
			return true;
	}
	return noted_skip_bar(&s);
}

/* "=> done" below its key result */
static struct str skip_arrow(struct str s)
{
	static const char *const ARROWS[] = {
		"==>", "-->", "=>", "->", "\u2192", "\u21d2"};

	for (size_t i = 0; i < COUNT_OF(ARROWS); i++) {
		if (str_skip(&s, ARROWS[i]))
			return str_trim(s);
	}
	return s;
}

/* "Now 260", "260 so far" */
static bool read_now(struct reader *r, struct key_result *kr, struct str s)
{
	bool named = field_skip_now_name(kr, &s), told = false;

	if (kr->current || !field_is_reading(r, kr, &s, &told) ||
		(!told && !named))
		return false;
	field_set_kr(r, kr, FIELD_CURRENT, s, "");
	return kr->current != NULL;
}

bool read_kr_told(struct reader *r, struct key_result *kr, struct str s)
{
	enum { LONGEST = 120 };
	const struct quantity *now;
	struct verdict v;

	s = skip_arrow(str_trim(s));
	if (kr->result.kind != RESULT_NONE || s.n > LONGEST)
		return false;
	if (read_now(r, kr, s))
		return true;
	if (field_is_score(s) && !kr->stated_grade) {
		kr->stated_grade = field_share(r, s, false);
		return true;
	}
	if (noted_end(r, kr, s))
		return true;
	v = verdict_of(s);
	if (!v.known || !v.exact || noted_tells(s))
		return false;
	if (v.kind == RESULT_PERCENT && is_of_shares(r, kr) && !says_done(s)) {
		now = quantity_read(r->a, s);
		if (!kr->current && now && strcmp(now->unit, "%") == 0)
			kr->current = now;
		return false;
	}
	if (v.kind == RESULT_PERCENT && str_find_char(s, '%') == STR_NONE) {
		/* "3 of 5": so many, where five are aimed at */
		now = kr->current ? NULL : noted_reading(r, kr, s, false);
		if (now || kr->stated_grade) {
			kr->current = now ? now : kr->current;
			return now != NULL;
		}
	}
	result_read(r->a, s, &kr->result, NULL);
	return true;
}

/* "13 papers" of what is to be 10 papers */
static bool read_same(struct reader *r, struct key_result *kr, struct str s)
{
	const struct quantity *aim = field_aim(r, kr);
	const struct quantity *q = noted_alone(r, kr, s);

	if (!q || !q->unit[0] || !strcmp(q->unit, "%") ||
		strcmp(q->unit, aim->unit) != 0 || !str_ends(s, q->unit))
		return false;
	kr->current = q;
	return true;
}

bool read_kr_behind(struct reader *r, struct key_result *kr, struct str s)
{
	struct verdict v;

	while (s.n && (str_is_space(s.p[0]) || strchr(".;|-", s.p[0])) &&
		!str_starts(s, "->"))
		s = str_sub(s, 1, s.n);
	s = str_trim_end(str_trim(s), ".");
	v = verdict_of(s);
	if ((v.sure || (v.exact && !str_has_digit(s))) &&
		read_kr_told(r, kr, s)) {
		noted_result(r, kr, false); /* "in progress, one signed" */
		return true;
	}
	if (noted_read(r, kr, s))
		return true;
	return !kr->current && read_same(r, kr, s);
}

bool read_is_end(struct str s)
{
	size_t open = str_find_char(s, '(');
	struct verdict v = verdict_of(s);

	if (v.known && v.exact)
		return true;
	if (open != STR_NONE && str_ends(s, ")"))
		s = str_trim(str_sub(s, 0, open));
	v = verdict_of(s);
	return field_is_score(s) || (v.known && v.exact);
}

/* The list right below a heading, behind text; NULL for none. */
static const struct block *list_below(const struct block *section)
{
	const struct block *b = section->first;

	while (b && b->kind == BLOCK_PARA)
		b = b->next;
	return b && b->kind == BLOCK_LIST ? b : NULL;
}

/* Is an item "KR2: text"?  number: its own. */
static bool is_of_number(const struct block *item, struct mark *mark)
{
	if (!item->first || item->first->kind != BLOCK_PARA)
		return false;
	*mark = block_mark(item->first);
	return mark->kind == MARK_KEY_RESULT && mark->numbered;
}

static bool tells_result(const struct block *item)
{
	struct mark mark;
	struct str s;

	if (!is_of_number(item, &mark))
		return false;
	s = item->first->text.s;
	return read_is_end(str_trim(str_sub(s, mark.rest, s.n)));
}

bool section_tells_results(const struct block *section)
{
	enum { SOME = 2 };
	const struct block *b = list_below(section);
	size_t all = 0, told = 0;

	for (const struct block *i = b ? b->first : NULL; i; i = i->next) {
		all++;
		told += tells_result(i);
	}
	return told >= SOME && told * 4 >= all * 3;
}

/* Has the objective key results of all the numbers in the list?  any: of one,
 * at least. */
static bool has_numbers(
	struct reader *r, int objective, const struct block *list, bool *any)
{
	enum { MANY = 30 };
	size_t n = 0;

	for (const struct block *i = list->first; i && n < MANY; i = i->next) {
		struct mark mark;

		if (!is_of_number(i, &mark))
			continue;
		n++;
		if (key_result_of_number(r, objective, mark.number) == NO_INDEX)
			return false;
		*any = true;
	}
	return *any;
}

int section_results_of(
	struct reader *r, const struct block *section, bool *known)
{
	enum { FAR = 8 };
	const struct block *list = list_below(section);
	size_t n = r->m->objectives.n, first = r->first;
	int found = NO_INDEX;
	size_t others = 0;

	*known = false;
	for (size_t i = n > first + FAR ? n - FAR : first;
		list && !others && i < n; i++) {
		bool any = false;

		if (has_numbers(r, (int)i, list, &any) && found == NO_INDEX)
			found = (int)i;
		else if (any)
			others++;
		*known = *known || any;
	}
	return others ? NO_INDEX : found;
}

/* "**In delivery for Q2.** Two teams share it": what the bold words in front
 * tell, where they are a sentence of their own. */
static void take_bold_lead(
	struct reader *r, struct key_result *kr, struct piece text)
{
	const unsigned char *flags = piece_flags(text);
	struct str lead;
	struct verdict v;
	size_t n = 0;

	while (n < text.s.n && (flags[n] & TEXT_BOLD))
		n++;
	lead = str_trim(str_sub(text.s, 0, n));
	if (!n || kr->result.kind != RESULT_NONE || kr->stated_grade ||
		kr->current || str_ends(lead, ":"))
		return;
	v = verdict_of(str_trim_end(lead, "."));
	if (v.known && v.exact && v.kind != RESULT_PERCENT)
		result_read(r->a, str_trim_end(lead, "."), &kr->result, NULL);
}

void read_kr_note(struct reader *r, struct key_result *kr, struct piece text,
	bool may_tell)
{
	const char *note = piece_text(r, text);
	bool told = may_tell && read_kr_told(r, kr, str_of(note));

	if (may_tell)
		(void)noted_read_below(r, kr, str_of(note));
	if (may_tell && !told)
		take_bold_lead(r, kr, text);
	if (!told)
		*vec_add(r->a, &kr->notes) = note;
	read_explain(r, piece_line(text), told ? "result" : "note", note);
}

enum result_kind read_told_until(struct str s)
{
	static const char *const TIES[] = {
		" by ", " when ", " while ", " once "};
	enum { FAR = 28 };
	struct str look = str_sub(s, 0, FAR);
	size_t at = STR_NONE;
	struct verdict v;

	for (size_t i = 0; i < COUNT_OF(TIES); i++) {
		size_t found = str_find(look, str_of(TIES[i]));

		at = found < at ? found : at;
	}
	if (at == STR_NONE)
		return RESULT_NONE;
	v = verdict_of(str_sub(s, 0, at));
	return v.known && v.exact && v.kind != RESULT_PERCENT ? v.kind
							      : RESULT_NONE;
}
