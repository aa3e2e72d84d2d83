/*
 * "Our one objective this year: **every dog finds a home.**": an objective in
 * bold type, behind words that say it is one.  Key results must come next.
 */
#include "para_p.h"

#include "attr.h"
#include "mark_words_p.h"
#include "vocab_p.h"

enum { LONGEST_LEAD = 120, LEAST_TITLE = 3 };

/* Does a sentence speak of one objective? */
static bool names_one(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		const struct word *w;

		if (i && !str_is_space(s.p[i - 1]))
			continue;
		w = vocab_word(str_sub(s, i, s.n));
		if (w && w->kind == WORD_OBJECTIVE &&
			!(w->is & (PLURAL | NUMBERED)))
			return true;
	}
	return false;
}

/* The last sentence of s. */
static struct str last_sentence(struct str s)
{
	size_t stop;

	while ((stop = str_find(s, STR(". "))) != STR_NONE ||
		(stop = str_find(s, STR(".\n"))) != STR_NONE)
		s = str_trim_left(str_sub(s, stop + 2, s.n));
	return s;
}

size_t para_bold_told(struct piece p, size_t *end)
{
	const unsigned char *flags = piece_flags(p);
	struct str lead, title;
	size_t from = 0, n;

	while (from < p.s.n && !(flags[from] & TEXT_BOLD))
		from++;
	for (n = from; n < p.s.n && (flags[n] & TEXT_BOLD);)
		n++;
	if (!from || from == p.s.n)
		return 0;
	lead = last_sentence(str_trim(str_sub(p.s, 0, from)));
	title = str_trim_end(str_trim(str_sub(p.s, from, n)), ".");
	*end = n;
	return lead.n <= LONGEST_LEAD && str_words(lead) > 1 &&
			       names_one(lead) && title.n <= SHORT_TEXT &&
			       str_words(title) >= LEAST_TITLE &&
			       !vocab_has_okr(title) &&
			       (n == p.s.n || strchr(".,\n", p.s.p[n]) ||
				       strchr(".!", p.s.p[n - 1]))
		       ? from
		       : 0;
}

/* "Grade for the objective overall: 0.6" behind it */
static void read_rest(struct reader *r, struct scope *sc, struct piece rest)
{
	size_t colon = str_find_char(rest.s, ':'), space;
	struct piece value;
	enum field field;

	if (colon == STR_NONE || colon > LONGEST_LEAD)
		return;
	space = str_find_char(str_sub(rest.s, 0, colon), ' ');
	field = vocab_field(
		str_sub(rest.s, 0, space == STR_NONE ? colon : space));
	value = piece_from(rest, colon + 1);
	value.s = str_trim_end(str_trim(value.s), ".");
	if ((field == FIELD_GRADE || field == FIELD_PROGRESS) &&
		str_words(value.s) == 1 && str_has_digit(value.s))
		read_field(r, sc, field, value);
}

/* "Key results are" over a list */
static bool names_key_results(const struct block *next)
{
	enum { MOST_WORDS = 5 };
	const struct block *list = block_after(next);

	return next->kind == BLOCK_PARA && list && list->kind == BLOCK_LIST &&
	       str_words(next->text.s) <= MOST_WORDS &&
	       vocab_has_key_result(next->text.s);
}

/* ", responsible: Ana, with" over a list that can be measured: the line goes
 * on in it. */
static bool goes_on_in_list(
	struct reader *r, struct str rest, const struct block *next)
{
	static const char *const WORDS[] = {"with", "by", "when", "if", "mit",
		"avec", "con", "com", "met", "med", "z", "ze", "s", "so", NULL};
	size_t space;

	rest = str_trim(rest);
	space = str_rfind_char(rest, ' ');
	return next->kind == BLOCK_LIST && rest.n &&
	       (str_ends(rest, ":") ||
		       str_is_listed(
			       str_sub(rest, space == STR_NONE ? 0 : space + 1,
				       rest.n),
			       WORDS)) &&
	       is_measurable_list(r->a, next);
}

/* "responsible: Ana" between commas */
static void read_owner(struct reader *r, struct scope *sc, struct piece rest)
{
	struct str all = rest.s, part;

	while (str_take_until(&all, ',', &part)) {
		size_t colon;
		enum field f;

		part = str_trim(part);
		colon = str_find_char(part, ':');
		if (colon == STR_NONE || colon + 1 >= part.n)
			continue;
		f = vocab_field(str_sub(part, 0, colon));
		if (f != FIELD_OWNER && f != FIELD_DRI)
			continue;
		part = str_trim_end(
			str_trim(str_sub(part, colon + 1, part.n)), ".");
		read_field(r, sc, f, (struct piece){rest.b, part});
	}
}

/* "So there is one objective this year:" over "**We sell online.**" over "We
 * will know when" and a list */
static bool leads_to_bold(const struct entry *e, const struct block *next)
{
	struct str s = last_sentence(str_trim(e->text.s));
	const struct block *how = block_after(next);

	return str_ends(s, ":") && s.n <= LONGEST_LEAD && names_one(s) &&
	       next->kind == BLOCK_PARA && how && how->kind == BLOCK_PARA &&
	       piece_is_bold((struct piece){next, str_trim(next->text.s)}) &&
	       (mark_says_how(how->text.s) ||
		       block_mark(how).kind == MARK_KR_LABEL);
}

/* The bold line behind such a one, which was its objective. */
static bool is_taken(
	struct reader *r, const struct scope *sc, const struct entry *e)
{
	return sc->objective != NO_INDEX && e->bold &&
	       objective_at(r, sc->objective)->source.line ==
		       piece_line(e->text);
}

/* "How we will notice:" in the line below it, over a list */
static bool leads_on(const struct entry *e, const struct block *next)
{
	struct str all = str_trim(e->text.b->text.s);
	struct str s = str_trim(str_sub(
		all, (size_t)(e->text.s.p + e->text.s.n - all.p), all.n));

	return next->kind == BLOCK_LIST && str_ends(s, ":") &&
	       s.n <= LONGEST_LEAD && str_find_char(s, '\n') == STR_NONE &&
	       (mark_says_how(s) || vocab_has_key_result(s));
}

bool para_bold_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last)
{
	const struct block *next = block_after(e->text.b);
	size_t end, from;
	struct piece title = e->text, rest;
	enum mark_kind kind;
	bool listed;

	if (!next || (!last && !leads_on(e, next)))
		return false;
	if (!last) {
		from = para_bold_told(e->text, &end);
		if (!from || end < str_trim(e->text.s).n)
			return false;
		title.s = str_trim_end(
			str_trim(str_sub(title.s, from, end)), ".");
		begin_objective(r, sc, &e->mark, title);
		return true;
	}
	if (is_taken(r, sc, e))
		return true;
	if (leads_to_bold(e, next)) {
		title = (struct piece){next, str_trim(next->text.s)};
		title.s = str_trim_end(title.s, ".");
		begin_objective(r, sc, &e->mark, title);
		return true;
	}
	from = para_bold_told(e->text, &end);
	if (!from)
		return false;
	kind = block_mark(next).kind;
	rest = piece_from(e->text, end);
	listed = goes_on_in_list(r, rest.s, next);
	if (!listed && ((kind != MARK_KR_LABEL && kind != MARK_KEY_RESULT &&
				!names_key_results(next)) ||
			       str_starts(rest.s, ",")))
		return false;
	title.s = str_trim_end(str_trim(str_sub(title.s, from, end)), ".");
	while (str_skip_char(&rest.s, '.') || str_skip_space(&rest.s))
		;
	begin_objective(r, sc, &e->mark, title);
	read_rest(r, sc, rest);
	read_owner(r, sc, rest);
	if (listed || names_key_results(next))
		sc->mode = MODE_KEY_RESULTS;
	return true;
}

/* "Current: 29 %", "Target: 40" */
static bool tells_place(const struct block *item)
{
	const struct mark mark = item->first && item->first->kind == BLOCK_PARA
					 ? block_mark(item->first)
					 : (struct mark){.kind = MARK_NONE};

	return mark.kind == MARK_FIELD &&
	       (mark.field == FIELD_CURRENT || mark.field == FIELD_TARGET ||
		       mark.field == FIELD_BASELINE ||
		       mark.field == FIELD_PROGRESS);
}

bool para_bold_key_result(
	struct reader *r, const struct block *para, struct scope *sc)
{
	struct piece text = {para, str_trim(para->text.s)};
	const struct block *list = para->next;

	if (sc->objective == NO_INDEX || sc->kr != NO_INDEX ||
		para->parent->kind != BLOCK_SECTION || !list ||
		list->kind != BLOCK_LIST || !list->first ||
		!tells_place(list->first) || text.s.n > SHORT_TEXT ||
		str_find_char(text.s, '\n') != STR_NONE ||
		!piece_is_bold(text) || block_mark(para).kind != MARK_NONE)
		return false;
	sc->kr = add_key_result(r, sc, NULL, text, 0);
	read_list(r, list, sc);
	sc->kr = NO_INDEX;
	return true;
}
