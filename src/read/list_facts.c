/*
 * What a list is like, looked at once before its items are read.
 */
#include "list_p.h"

#include <assert.h>

#include "attr.h"
#include "noted_p.h"
#include "talk_p.h"
#include "verdict_p.h"

struct first first_of(const struct block *item)
{
	struct first f = {.para = item->first};

	if (!f.para || f.para->kind != BLOCK_PARA || !f.para->text.s.n) {
		f.para = NULL;
		return f;
	}
	f.text = (struct piece){f.para, f.para->text.s};
	f.mark = block_mark(f.para);
	if (f.mark.kind == MARK_NONE && f.para->next &&
		f.para->next->kind == BLOCK_LIST &&
		vocab_field(f.text.s) != FIELD_NONE) {
		f.mark.kind = MARK_FIELD; /* "- Initiatives" over a list */
		f.mark.field = vocab_field(f.text.s);
		f.mark.rest = f.text.s.n;
	}
	return f;
}

bool first_has_marked_lines(const struct first *f)
{
	struct str s = f->text.s, line;
	bool first = true;

	while (str_take_until(&s, '\n', &line)) {
		struct piece p = {f->para, str_trim(line)};
		struct mark mark;

		if (!first && p.s.n) {
			mark = piece_mark(p);
			if (mark.dotted || mark.kind == MARK_KEY_RESULT ||
				mark.kind == MARK_KR_LABEL)
				return true;
		}
		first = false;
	}
	return false;
}

struct piece first_split_lines(struct piece text, struct piece *more)
{
	struct str s = text.s, line;
	size_t used = 0;

	*more = (struct piece){text.b, {NULL, 0}};
	while (str_take_until(&s, '\n', &line)) {
		struct piece p = {text.b, str_trim(line)};
		struct mark mark;

		if (used && p.s.n) {
			mark = piece_mark(p);
			if (mark.kind != MARK_NONE || mark.dotted ||
				noted_begins_below(
					str_sub(text.s, 0, used), p.s)) {
				more->s = str_sub(text.s,
					(size_t)(line.p - text.s.p), text.s.n);
				text.s = str_sub(text.s, 0, used);
				return text;
			}
		}
		used = (size_t)(line.p + line.n - text.s.p);
	}
	return text;
}

bool item_has_list(const struct block *item)
{
	for (const struct block *b = item->first; b; b = b->next) {
		if (b->kind == BLOCK_LIST)
			return true;
	}
	return false;
}

bool item_has_fields(const struct block *item)
{
	struct first f;

	for (const struct block *b = item->first; b; b = b->next) {
		if (b->kind != BLOCK_LIST || !b->first)
			continue;
		f = first_of(b->first);
		return f.para && f.mark.kind == MARK_FIELD;
	}
	return false;
}

/* "Why? Because it is slow": a question of one or two words, answered. */
static bool is_answered(const struct first *f)
{
	enum { WORDS = 2, LONGEST = 24 };
	struct str s = str_sub(f->text.s, 0, LONGEST);
	size_t end = str_find_char(s, '?');

	return f->para && end != STR_NONE && end + 1 < f->text.s.n &&
	       str_is_space(f->text.s.p[end + 1]) &&
	       str_words(str_sub(s, 0, end)) <= WORDS &&
	       talk_asks(str_sub(s, 0, end));
}

/* "Key results: text"? */
static bool is_label_with_text(const struct block *item)
{
	struct first f = item ? first_of(item) : (struct first){0};

	return f.para && f.mark.kind == MARK_KR_LABEL &&
	       f.mark.rest < str_trim(f.text.s).n;
}

bool item_is_one_label(const struct block *item)
{
	const struct block *first = item->parent->first;

	if (is_label_with_text(item->next) ||
		(first != item && is_label_with_text(first)))
		return true;
	for (const struct block *b = item->first; b; b = b->next) {
		if (b->kind == BLOCK_LIST && b->first) {
			struct first f = first_of(b->first);

			return is_answered(&f);
		}
	}
	return false;
}

bool item_is_companys(
	struct reader *r, const struct block *item, const struct first *f)
{
	return f->para && f->mark.kind == MARK_FIELD &&
	       f->mark.field == FIELD_LADDERS && f->mark.rest < f->text.s.n &&
	       item_has_list(item) &&
	       evidence_below(r, item, f->para->next, false) != EVIDENCE_NONE;
}

static bool half_have_lists(const struct block *list)
{
	size_t all = 0, nested = 0;

	for (const struct block *i = list->first; i; i = i->next) {
		all++;
		nested += item_has_list(i) &&
			  !list_is_slug(str_trim(first_of(i).text.s));
	}
	return nested && nested * 2 >= all && !list_has_remarks(list);
}

/* Is "Key results" said only behind this list, or in it? */
static bool is_early(const struct block *list)
{
	enum { NEAR = 6 };
	const struct block *b = list->next;

	for (const struct block *i = list->first; i; i = i->next) {
		if (first_of(i).mark.kind == MARK_KR_LABEL)
			return i != list->first;
	}
	for (int n = 0; n < NEAR; n++, b = b->next) {
		if (!b && list->parent && list->parent->kind == BLOCK_SECTION)
			b = list->parent->next, n = NEAR - 1;
		if (!b)
			return false;
		if (b->kind == BLOCK_SECTION || b->kind == BLOCK_PARA) {
			struct mark mark = block_mark(b);
			enum mark_kind kind = mark.kind;

			if (kind == MARK_KR_LABEL || kind == MARK_OBJECTIVE)
				return kind == MARK_KR_LABEL;
			if (b->kind == BLOCK_PARA &&
				mark_begins_key_results(&mark, b->text.s))
				return true; /* "KR1: text" */
			if (b->kind == BLOCK_SECTION)
				return false;
		} else if (b->kind == BLOCK_LIST && b->first) {
			if (first_of(b->first).mark.kind == MARK_KR_LABEL)
				return true;
		}
	}
	return false;
}

/* Are all items short names over tasks?  They group key results. */
static bool is_grouped(const struct block *list)
{
	enum { LONGEST = 24, LEAST = 3 };
	size_t n = 0;

	for (const struct block *i = list->first; i; i = i->next, n++) {
		struct first f = first_of(i);
		const struct block *below = f.para ? f.para->next : NULL;

		if (!below || below->kind != BLOCK_LIST || i->task ||
			f.mark.kind != MARK_NONE || f.text.s.n > LONGEST ||
			talk_begins_aim(f.text.s))
			return false;
		for (const struct block *t = below->first; t; t = t->next) {
			if (!t->task)
				return false;
		}
	}
	return n >= LEAST;
}

bool is_ladder_of_words(const struct block *list)
{
	static const char *const WORDS[] = {"mission", "vision", "purpose",
		"strategy", "values", "task", "tasks", "initiatives",
		"misi\u00f3n", "visi\u00f3n", "estrategia", "miss\u00e3o",
		"vis\u00e3o", "estrat\u00e9gia", "strategie", "\u4f7f\u547d",
		"\u613f\u666f", "\u9858\u666f", "\u6218\u7565", "\u6230\u7565",
		"\u4efb\u52a1", "\u4efb\u52d9"};
	bool seen[COUNT_OF(WORDS)] = {false}; /* "Task: ..." may come again */
	size_t found = 0, marks = 0;

	for (const struct block *i = list->first; i; i = i->next) {
		struct first f = first_of(i);
		struct str s;

		if (!f.para)
			continue;
		if (f.mark.kind == MARK_OBJECTIVE && f.mark.numbered)
			return false;
		marks += f.mark.kind == MARK_OBJECTIVE;
		s = piece_from(f.text, f.mark.plain).s;
		if (str_find_char(s, ':') == STR_NONE && !str_has_high(s))
			continue;
		for (size_t k = 0; k < COUNT_OF(WORDS); k++) {
			struct str t = s;

			if (!str_iskip(&t, WORDS[k]) ||
				(!str_starts(t, ":") &&
					!str_starts(t, "\uff1a")))
				continue;
			found += !seen[k];
			seen[k] = true;
		}
	}
	return found > 1 && marks == 1;
}

static_assert(FIELD_MEASURE_TYPE < 64, "a bit for each field");

struct facts facts_of(const struct block *list)
{
	struct facts facts = {.nested = half_have_lists(list),
		.early = is_early(list),
		.grouped = is_grouped(list)};
	bool plain = false;
	int marked = 0, aims = 0;

	for (const struct block *i = list->first; i; i = i->next) {
		struct first f = first_of(i);
		struct str rest = piece_from(f.text, f.mark.rest).s;
		uint64_t bit = (uint64_t)1 << f.mark.field;

		facts.marked |= f.mark.kind == MARK_KEY_RESULT;
		plain |= f.mark.kind == MARK_NONE;
		if (!plain && f.mark.kind == MARK_KEY_RESULT) {
			marked++;
			aims += str_has_digit(rest) || talk_begins_aim(rest);
		}
		if (!f.para || f.mark.kind != MARK_FIELD)
			continue;
		facts.often |= facts.fields & bit;
		facts.fields |= bit;
	}
	facts.led = marked > 1 && aims == marked;
	facts.results =
		!plain && !facts.marked && (facts.often >> FIELD_RESULT & 1);
	return facts;
}

bool is_field_of_last(const struct facts *facts, const struct first *f)
{
	static const enum field OF_KRS[] = {FIELD_BASELINE, FIELD_TARGET,
		FIELD_CURRENT, FIELD_METRIC, FIELD_UNIT, FIELD_MEASURE_TYPE};

	if (!f->para || f->mark.kind != MARK_FIELD)
		return false;
	if (f->mark.field == FIELD_RESULT && facts->results)
		return false;
	if (facts->often >> f->mark.field & 1)
		return true;
	for (size_t i = 0; i < COUNT_OF(OF_KRS); i++) {
		if (f->mark.field == OF_KRS[i])
			return true;
	}
	return false;
}

bool is_label_of_last(
	struct reader *r, const struct facts *facts, const struct first *f)
{
	return f->para && f->mark.kind == MARK_NONE &&
	       (facts->fields || (facts->marked && !f->para->next)) &&
	       mark_name(f->text.s) && !talk_begins_aim(f->text.s) &&
	       !is_measurable(r->a, f->text.s);
}

bool item_tells_end(const struct first *f)
{
	struct str s = str_trim(piece_from(f->text, f->mark.rest).s);
	struct verdict v = verdict_of(str_trim_end(s, "."));

	return field_is_score(s) || (v.known && v.exact);
}

bool item_names_owner(const struct first *f)
{
	enum { SHORT = 5 };
	struct str s = str_trim(f->text.s);
	bool capitals = s.n > 1 && s.n <= SHORT;

	for (size_t i = 0; i < s.n && capitals; i++)
		capitals = s.p[i] >= 'A' && s.p[i] <= 'Z';
	return f->mark.kind == MARK_NONE && !f->para->next &&
	       (capitals || str_ends(s, ":")) && names_owner(s);
}

bool is_owned_list(const struct block *list, bool below_owner)
{
	enum { MANY = 24, LONGEST = 40 };
	size_t all = 0, owned = 0, known = 0, aims = 0;
	enum level level;

	for (const struct block *i = list->first; i && all < MANY;
		i = i->next) {
		struct first f = first_of(i);
		struct str owner, text;
		size_t rest;
		bool aim;

		if (!f.para)
			return false;
		if (item_names_owner(&f)) {
			known++;
			continue;
		}
		all++;
		text = piece_from(f.text, f.mark.plain).s;
		rest = owner_split(piece_from(f.text, f.mark.plain), &owner);
		if (f.mark.kind != MARK_NONE || !rest || owner.n > LONGEST)
			continue;
		aim = talk_begins_aim(str_sub(text, rest, text.n));
		if (talk_begins_aim(owner) && !aim)
			continue; /* "Field: Win shops" is theirs */
		if (vocab_is_role(owner) || names_unit(owner, &level))
			known++;
		else if (!below_owner)
			continue;
		owned++;
		aims += aim;
	}
	return known ? owned * 3 >= all * 2
		     : below_owner && owned == all && aims * 2 >= all;
}

/* "Key results are numbers", "What makes a good one?" */
static bool explains(const struct first *f)
{
	struct str s = str_trim(piece_from(f->text, f->mark.plain).s);

	return talk_explains(s) || (str_ends(s, "?") && talk_asks(s));
}

bool item_is_talk(const struct first *f, const struct scope *sc)
{
	struct str s = str_trim(piece_from(f->text, f->mark.plain).s);

	if (sc->objective != NO_INDEX)
		return explains(f) || is_answered(f);
	return explains(f) || talk_describes(s) || names_stage(s) ||
	       (str_ends(s, ":") && str_find_char(s, ' ') == STR_NONE) ||
	       str_ends(s, "?") || (vocab_has_okr(s) && !talk_begins_aim(s));
}

bool list_begins_talk(const struct block *list)
{
	struct first f;

	if (!list->first)
		return false;
	f = first_of(list->first);
	return f.para && f.mark.kind == MARK_NONE && explains(&f);
}

bool list_has_marked_krs(const struct block *list)
{
	for (const struct block *i = list->first; i; i = i->next) {
		if (first_of(i).mark.kind == MARK_KEY_RESULT)
			return true;
	}
	return false;
}

/* "Continuously improve": the verb stands behind how. */
static bool begins_aim(struct str s)
{
	size_t end = str_find_char(s, ' ');

	if (end != STR_NONE && end > 2 && str_iends(str_sub(s, 0, end), "ly"))
		s = str_trim(str_sub(s, end, s.n));
	return talk_begins_aim(s);
}

bool list_has_aims(const struct block *list, bool flat)
{
	size_t all = 0, aims = 0, nested = 0;

	for (const struct block *i = list->first; i; i = i->next) {
		struct first f = first_of(i);

		if (!f.para || f.mark.kind != MARK_NONE)
			return false;
		all++;
		nested += item_has_list(i);
		aims += begins_aim(piece_from(f.text, f.mark.plain).s);
	}
	return all > 1 && aims * 3 >= all * 2 && (flat || nested);
}

/* "Mara", "Ines Ott": words that begin with a capital letter. */
static bool is_name(struct str s)
{
	enum { MOST_WORDS = 3, LONGEST = 40 };
	bool begins = true;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (begins && !(c >= 'A' && c <= 'Z') && c < 0x80)
			return false;
		begins = c == ' ';
	}
	return s.n && s.n <= LONGEST && str_words(s) <= MOST_WORDS &&
	       !str_has_digit(s);
}

/* "Mara and Ines equally": without how they share it. */
static struct str without_manner(struct str s)
{
	static const char *const WORDS[] = {"equally", "jointly", "together",
		"both", "shared", "evenly", "each", "gemeinsam", "zusammen",
		"ensemble", "juntos", "insieme", NULL};
	size_t space = str_rfind_char(s, ' ');

	return space != STR_NONE &&
			       str_is_listed(str_sub(s, space + 1, s.n), WORDS)
		       ? str_trim(str_sub(s, 0, space))
		       : s;
}

bool list_is_of_people(const struct block *para, struct str s)
{
	static const char *const ANDS[] = {
		" and ", " & ", " und ", " et ", " y ", " e ", " + "};
	const struct block *list = para->next;
	struct str name;

	if (!list || list->kind != BLOCK_LIST)
		return false;
	s = without_manner(str_trim_end(str_trim(s), ":"));
	if (!s.n)
		return false;
	while (str_take_until(&s, ',', &name)) {
		for (size_t i = 0; i < COUNT_OF(ANDS); i++) {
			size_t at = str_find(name, str_of(ANDS[i]));

			if (at == STR_NONE)
				continue;
			if (!is_name(str_trim(str_sub(name, 0, at))))
				return false;
			name = str_sub(name, at + strlen(ANDS[i]), name.n);
		}
		if (!is_name(str_trim(name)))
			return false;
	}
	return true;
}

bool list_heads_next(const struct block *list)
{
	const struct block *p = list->first ? list->first->first : NULL;
	const struct block *next = block_after(list);

	return p && !list->first->next && !p->next && next &&
	       p->kind == BLOCK_PARA && next->kind == BLOCK_PARA &&
	       block_mark(next).kind == MARK_OBJECTIVE &&
	       str_words(p->text.s) <= 4 && !str_has_digit(p->text.s) &&
	       !talk_begins_aim(p->text.s);
}

/* "- TOC" over "{:toc}", which a program fills: nothing. */
static bool names_contents(struct str s)
{
	s = str_sub(s, 0, str_find_char(s, '\n'));
	return str_iis(str_trim(s), "toc") ||
	       str_iis(str_trim(s), "table of contents");
}

bool list_is_contents(const struct block *list)
{
	const struct block *first = list->first ? list->first->first : NULL;

	if (first && !list->first->next && names_contents(first->text.s))
		return true;
	return is_link_list(list) && first && first->text.links.n &&
	       str_starts(first->text.links.v[0].url, "#");
}

bool lists_bold_titles(const struct block *list)
{
	size_t all = 0;

	for (const struct block *i = list->first; i; i = i->next, all++) {
		const struct block *p = i->first;
		struct piece text;

		if (!p || p->kind != BLOCK_PARA || !item_has_list(i))
			return false;
		text = (struct piece){p, p->text.s};
		if (!piece_is_bold(text) && !piece_is_bold_title(text))
			return false;
	}
	return all > 1;
}

bool list_mentions_okrs(const struct block *list)
{
	for (const struct block *i = list->first; i; i = i->next) {
		struct first f = first_of(i);

		if (f.para && f.mark.kind == MARK_NONE &&
			(vocab_has_key_result(f.text.s) ||
				vocab_has(f.text.s, "objective") ||
				vocab_has(f.text.s, "okr")))
			return true;
	}
	return false;
}

bool list_goes_on(struct reader *r, int objective)
{
	size_t at = (size_t)objective - r->first;
	const struct extra *e = &r->extras.v[at];

	return at && !e->unnumbered && !e->heading && !e->weak &&
	       !e[-1].unnumbered && !e[-1].heading && !e[-1].tabled &&
	       objective_at(r, objective - 1)->key_results.n;
}
