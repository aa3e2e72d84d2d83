/*
 * Lines that tell an objective and its key results at once: "Be ready -> KR:
 * five ports; ten crews", "We will X, as measured by: Y", "our objective is to
 * X".  A word for key results parts them, behind a sign that ends the title.
 */
#include "para_p.h"

#include "attr.h"
#include "parts_p.h"
#include "talk_p.h"

bool split_key_results(struct piece *title, struct piece *rest)
{
	size_t end, at = parts_next(*title, true, &end);
	struct mark mark;

	if (at == STR_NONE) {
		end = mark_measured_by(title->s, &at);
		*rest = piece_from(*title, at);
		if (!end || !(title->s.p[at - 1] == ':' ||
				    str_skip_char(&rest->s, ':')))
			return false;
	} else {
		*rest = piece_from(*title, at);
		mark = piece_mark(*rest);
		if (mark.kind == MARK_KR_LABEL)
			*rest = piece_from(*rest, mark.rest);
	}
	title->s = str_sub(title->s, 0, end);
	return str_trim(rest->s).n > 0;
}

/* "Fifty leads.Actions:Call them": where a page lost what parts them. */
static struct str without_glued(struct str s)
{
	enum { LABEL = 24 };

	for (size_t i = 1; i + 1 < s.n; i++) {
		struct str rest = str_sub(s, i + 1, s.n);
		size_t colon;

		if (s.p[i] != '.' || rest.p[0] < 'A' || rest.p[0] > 'Z')
			continue;
		colon = str_find_char(str_sub(rest, 0, LABEL), ':');
		if (colon != STR_NONE &&
			vocab_field(str_sub(rest, 0, colon)) != FIELD_NONE)
			return str_sub(s, 0, i + 1);
	}
	return s;
}

/* "**Be fast:** pages in 2 s": the bytes before the colon that ends the bold
 * type, where words stand behind it, else 0. */
static size_t bold_colon(const struct block *p)
{
	struct str s = p->text.s;

	for (size_t i = 1; i + 1 < s.n && (p->text.flags[i] & TEXT_BOLD); i++) {
		if (s.p[i] == ':' && !(p->text.flags[i + 1] & TEXT_BOLD) &&
			str_words(str_sub(s, i + 1, s.n)) > 2)
			return i;
	}
	return 0;
}

/* Are the items of that list such lines, with a number in every second one? */
static bool tells_behind(const struct block *list)
{
	enum { MANY = 24 };
	size_t all = 0, numbers = 0;

	for (const struct block *i = list->first; i && all < MANY;
		i = i->next, all++) {
		size_t colon;

		if (!i->first || i->first->kind != BLOCK_PARA ||
			i->first->next ||
			!(i->first->text.flags[0] & TEXT_BOLD))
			return false;
		colon = bold_colon(i->first);
		if (!colon || block_mark(i->first).kind != MARK_OBJECTIVE)
			return false;
		numbers += str_has_digit(
			str_sub(i->first->text.s, colon, i->first->text.s.n));
	}
	return all > 1 && numbers * 2 >= all;
}

/* "Objectives & key results:" right above? */
static bool is_headed(const struct block *list)
{
	enum { FAR = 50 };
	const struct block *b = list->parent->first;

	for (int i = 0; i < FAR && b && b->next != list; i++)
		b = b->next;
	return b && b->next == list && vocab_has_okr(b->text.s);
}

bool split_told_behind(struct reader *r, const struct block *item,
	struct piece *title, struct piece *rest)
{
	size_t colon, from = (size_t)(title->s.p - title->b->text.s.p);
	const struct block *list = item->parent;

	if (list->kind != BLOCK_LIST || !(r->named || is_headed(list)) ||
		!tells_behind(list))
		return false;
	colon = bold_colon(title->b);
	if (!title->s.n || colon <= from)
		return false;
	*rest = piece_from(*title, colon + 1 - from);
	title->s = str_trim(str_sub(title->s, 0, colon - from));
	return title->s.n > 0;
}

int read_key_result(struct reader *r, struct scope *sc, const struct mark *mark,
	struct piece text, char task)
{
	struct piece part;
	struct mark next;
	size_t end, at;
	int kr;

	text.s = without_glued(text.s);
	at = parts_next(text, false, &end);
	part = text;
	if (at != STR_NONE)
		part.s = str_sub(text.s, 0, end);
	kr = add_key_result(r, sc, mark, part, task);
	while (at != STR_NONE && !r->full) {
		text = piece_from(text, at);
		next = piece_mark(text);
		text = piece_from(text, next.rest);
		at = parts_next(text, false, &end);
		part = text;
		if (at != STR_NONE)
			part.s = str_sub(text.s, 0, end);
		kr = add_key_result(r, sc, &next, part, task);
	}
	return kr;
}

void inline_key_results(struct reader *r, struct scope *sc, struct piece rest)
{
	struct str s = str_trim(rest.s), part;
	const char *sign = parts_sign(s, !piece_mark(rest).numbered);
	bool counted = parts_are_counted(s);

	for (long n = 1; !r->full &&
			 (counted ? parts_take_counted(&s, n, &part)
				  : parts_take(&s, sign ? sign : ";", &part));
		n++) {
		struct piece p = {rest.b, str_trim(part)};
		struct mark mark;

		if (!p.s.n)
			continue;
		p = piece_key_result(p, &mark);
		read_key_result(r, sc, &mark, p, 0);
	}
}

/* "We will open", "Open": not "The speed". */
static bool begins_promise(struct str s)
{
	static const char *const WHO[] = {
		"we will", "we\u2019ll", "we'll", "i will", "i'll"};

	for (size_t i = 0; i < COUNT_OF(WHO); i++) {
		if (vocab_begins(s, WHO[i]))
			return true;
	}
	return talk_begins_aim(s);
}

/* "We will X, as measured by:" */
static bool measured_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last)
{
	size_t behind, n = mark_measured_by(e->text.s, &behind);
	struct piece title = e->text, rest;
	bool colon;

	if (!n || n > SHORT_TEXT || e->mark.plain >= n ||
		str_find(str_sub(e->text.s, 0, n), STR(". ")) != STR_NONE)
		return false;
	rest = piece_from(e->text, behind);
	colon = str_skip_char(&rest.s, ':') || e->text.s.p[behind - 1] == ':';
	rest.s = str_trim(rest.s);
	title.s = str_sub(e->text.s, e->mark.plain, n);
	if (rest.s.n && !colon && !begins_promise(title.s))
		return false;
	if (!rest.s.n && !(last && lists_follow(e->text.b)))
		return false;
	begin_objective(r, sc, &e->mark, title);
	sc->mode = MODE_KEY_RESULTS;
	sc->settled = false;
	if (rest.s.n)
		inline_key_results(r, sc, rest);
	return true;
}

/* "We have done it when", in whatever words, over what can be measured; other
 * sentences may stand before it where it ends with a colon. */
static bool leads_to_list(struct reader *r, const struct block *b, struct str s)
{
	enum { LONGEST = 90 };
	size_t stop;

	if (str_ends(s, ":")) {
		while ((stop = str_find(s, STR(". "))) != STR_NONE ||
			(stop = str_find(s, STR(".\n"))) != STR_NONE)
			s = str_trim(str_sub(s, stop + 2, s.n));
	} else if (str_find_char(s, '\n') != STR_NONE) {
		return false;
	}
	return s.n <= LONGEST && b->next && b->next->kind == BLOCK_LIST &&
	       is_measurable_list(r->a, b->next);
}

/* Below an objective that waits for its key results: "This objective is about
 * X" is said of that one. */
static bool is_titled(struct reader *r, const struct scope *sc)
{
	const struct objective *o;

	if (sc->objective == NO_INDEX)
		return false;
	o = objective_at(r, sc->objective);
	return o->title[0] && !o->key_results.n;
}

/* "These were the key results:", "Its key results were:" */
static bool leads_to_krs(struct piece rest)
{
	enum { MOST_WORDS = 6 };

	return mark_read(rest.s, piece_flags(rest), MARK_BOLD).kind ==
		       MARK_KR_LABEL ||
	       (str_ends(rest.s, ":") && str_words(rest.s) <= MOST_WORDS &&
		       vocab_has_key_result(rest.s));
}

/* "In spring our objective is to X. We know we are there when:" */
static bool purpose_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last)
{
	size_t end, behind = mark_told(e->text.s, &end);
	struct piece title = e->text, rest;
	bool listed;

	if (!behind || end - behind > SHORT_TEXT || is_titled(r, sc))
		return false;
	rest = piece_from(e->text, end);
	str_skip_char(&rest.s, '.');
	rest.s = str_trim(rest.s);
	listed = last && leads_to_list(r, e->text.b, rest.s);
	if (!listed && !e->leads &&
		(rest.s.n ? !leads_to_krs(rest)
			  : !(last && block_after(e->text.b) &&
				    block_mark(block_after(e->text.b)).kind ==
					    MARK_KR_LABEL)))
		return false;
	title.s = str_trim(str_sub(e->text.s, behind, end));
	if (vocab_has_key_result(title.s))
		return false; /* "is X, sample key results might be:" */
	if (title.s.n > 2 && title.s.p[0] == '"' && str_ends(title.s, "\""))
		title.s = str_sub(title.s, 1, title.s.n - 1);
	begin_objective(r, sc, &e->mark, title);
	if (rest.s.n || listed)
		sc->mode = MODE_KEY_RESULTS;
	return true;
}

static void first_line(struct piece *p)
{
	size_t end = str_find_char(p->s, '\n');

	if (end != STR_NONE)
		p->s = str_sub(p->s, 0, end);
}

/* "In full: KR1: text; KR2: text" */
static bool named_line(
	struct reader *r, struct scope *sc, const struct entry *e)
{
	size_t colon = mark_name(e->text.s);
	struct piece rest;
	struct mark mark;

	if (!colon || sc->objective == NO_INDEX)
		return false;
	rest = piece_from(e->text, colon + 1);
	first_line(&rest);
	mark = piece_mark(rest);
	if (mark.kind != MARK_KEY_RESULT ||
		!mark_begins_key_results(&mark, rest.s))
		return false;
	sc->kr = read_key_result(r, sc, &mark, piece_from(rest, mark.rest), 0);
	return true;
}

/* "A good objective could be: 'Win X'." over "Its key results may be:" */
static bool quoted_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last)
{
	static const char *const QUOTES[] = {
		"\"", "\u201c", "\u201e", "\u00ab", "\u2018", "\u300c"};
	struct str s = str_trim(e->text.s), front;
	size_t colon = str_find_char(s, ':');
	const struct block *next = block_after(e->text.b);
	struct piece title = e->text;
	bool quoted = false;

	if (!last || colon == STR_NONE || !next ||
		block_mark(next).kind != MARK_KR_LABEL ||
		!vocab_has_key_result(next->text.s))
		return false;
	front = str_sub(s, 0, colon);
	title.s = str_trim(str_sub(s, colon + 1, s.n));
	for (size_t i = 0; i < COUNT_OF(QUOTES); i++)
		quoted = quoted || str_starts(title.s, QUOTES[i]);
	if (!quoted || title.s.n > SHORT_TEXT ||
		(!vocab_has(front, "objective") && !vocab_has(front, "ziel") &&
			!vocab_has(front, "objectif") &&
			!vocab_has(front, "objetivo")))
		return false;
	begin_objective(r, sc, &e->mark, title);
	return true;
}

/* "In support of our OKR to open on Sundays, we will:": where its title
 * begins, and in *end where that ends; 0: nowhere. */
static size_t title_supported(struct str s, size_t *end)
{
	static const char *const LEADS[] = {"in support of ", "to support ",
		"supporting ", "towards ", "toward "};
	static const char *const NAMES[] = {
		" okr to ", " objective to ", " objective of ", " goal to "};
	static const char *const WE[] = {", we will", ", we'll", ", we\u2019ll",
		", our team will", ", the team will"};
	enum { LEAD = 70 };
	bool leads = false;

	for (size_t i = 0; i < COUNT_OF(LEADS); i++)
		leads = leads || str_istarts(s, LEADS[i]);
	if (!leads || !str_ends(s, ":"))
		return 0;
	*end = STR_NONE;
	for (size_t i = 0; i < COUNT_OF(WE) && *end == STR_NONE; i++) {
		*end = str_ifind(s, str_of(WE[i]));
		if (*end != STR_NONE && *end + strlen(WE[i]) + 1 != s.n)
			*end = STR_NONE; /* more than that is said */
	}
	for (size_t i = 0; i < COUNT_OF(NAMES) && *end != STR_NONE; i++) {
		size_t at = str_ifind(str_sub(s, 0, LEAD), str_of(NAMES[i]));

		if (at != STR_NONE && at + strlen(NAMES[i]) < *end)
			return at + strlen(NAMES[i]);
	}
	return 0;
}

static bool supporting_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last)
{
	struct piece title = e->text;
	size_t end, from = title_supported(str_trim(title.s), &end);
	const struct block *list = e->text.b->next;

	if (!from || !last || end - from > SHORT_TEXT || !list ||
		list->kind != BLOCK_LIST || is_titled(r, sc))
		return false;
	title.s = str_sub(str_trim(title.s), from, end);
	begin_objective(r, sc, &e->mark, title);
	sc->mode = MODE_KEY_RESULTS;
	sc->settled = false;
	return true;
}

/* "... The following are the 2 KRs of this objective:" over a list */
static bool announcing_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last)
{
	static const char *const WORDS[] = {"following", "follows", "here are",
		"these are", "below are", "siguientes", "suivants", "seguintes",
		"folgenden", "folgende"};
	const struct block *next = e->text.b->next;
	struct str s = str_trim(e->text.s);
	size_t stop;

	if (!last || !next || next->kind != BLOCK_LIST || !str_ends(s, ":") ||
		sc->objective == NO_INDEX ||
		objective_at(r, sc->objective)->key_results.n)
		return false;
	while ((stop = str_find(s, STR(". "))) != STR_NONE)
		s = str_sub(s, stop + 2, s.n);
	if (!vocab_has_key_result(s) || vocab_has(s, "should"))
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (!vocab_has(s, WORDS[i]))
			continue;
		sc->mode = MODE_KEY_RESULTS;
		sc->settled = false;
		read_explain(r, piece_line(e->text), "left alone",
			piece_text(r, e->text));
		return true;
	}
	return false;
}

/* "**The city knows us.** I am nervous about it": a sentence in bold type is
 * the title, and the others speak of it. */
static void end_bold_title(struct piece *text, struct piece *more)
{
	const unsigned char *flags = piece_flags(*text);
	struct str s = text->s;
	size_t n = 0;

	while (n < s.n && (flags[n] & TEXT_BOLD))
		n++;
	if (n < 2 || n >= s.n || !strchr(".!", s.p[n - 1]) || s.p[n] != ' ' ||
		str_words(str_sub(s, n, s.n)) < 3)
		return;
	*more = piece_from(*text, n);
	text->s = str_sub(s, 0, n);
}

/* One objective, and its key results in the same line. */
static void one_objective(struct reader *r, struct scope *sc,
	const struct mark *mark, struct piece text)
{
	struct piece rest, beside = {text.b, STR("")};
	bool more = split_key_results(&text, &rest);

	if (!more)
		end_bold_title(&text, &beside);
	begin_objective(r, sc, mark, text);
	if (beside.s.n && sc->objective != NO_INDEX)
		*vec_add(r->a, &objective_at(r, sc->objective)->notes) =
			piece_text(r, beside);
	if (more)
		inline_key_results(r, sc, rest);
}

/* "Grow. OKR 2: Learn": where the next objective behind a sentence begins, or
 * STR_NONE. */
static size_t next_objective(struct piece p, bool series, struct mark *mark)
{
	enum { LOOK = 160 };

	for (size_t i = 2; i < p.s.n; i++) {
		struct str rest = str_sub(p.s, i, p.s.n);
		const struct word *w;

		if (p.s.p[i - 1] != ' ' || !strchr(".;:", p.s.p[i - 2]))
			continue;
		w = vocab_word(rest);
		if (!w || w->kind != WORD_OBJECTIVE)
			continue;
		*mark = piece_mark((struct piece){p.b, str_sub(rest, 0, LOOK)});
		if (mark->kind == MARK_OBJECTIVE &&
			(mark->numbered || !series) &&
			str_ends(str_trim(str_sub(rest, 0, mark->rest)), ":"))
			return i;
	}
	return STR_NONE;
}

void objective_line(struct reader *r, struct scope *sc, const struct mark *mark,
	struct piece text)
{
	struct mark at = *mark, next;
	struct piece one = text;
	size_t end =
		mark->numbered ? next_objective(text, true, &next) : STR_NONE;

	while (end != STR_NONE && !r->full) {
		one.s = str_sub(text.s, 0, end);
		one_objective(r, sc, &at, one);
		text = piece_from(text, end + next.rest);
		at = next;
		one = text;
		end = next_objective(text, true, &next);
	}
	one_objective(r, sc, &at, one);
}

/* "We set one OKR. Objective: Grow. KR1: ten shops": the first objective of a
 * line behind a sentence that leads to it. */
static bool led_line(struct reader *r, struct scope *sc, const struct entry *e)
{
	struct piece text = e->text;
	struct mark mark;
	size_t at = next_objective(text, false, &mark), end;

	if (at == STR_NONE)
		return false;
	text = piece_from(text, at + mark.rest);
	if (parts_next(text, false, &end) == STR_NONE)
		return false;
	objective_line(r, sc, &mark, text);
	return true;
}

bool told_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last)
{
	return measured_line(r, sc, e, last) ||
	       para_bold_line(r, sc, e, last) || purpose_line(r, sc, e, last) ||
	       quoted_line(r, sc, e, last) || supporting_line(r, sc, e, last) ||
	       named_line(r, sc, e) || announcing_line(r, sc, e, last) ||
	       led_line(r, sc, e);
}
