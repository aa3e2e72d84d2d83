/*
 * Cascades told in sentences: "Sales: Win back shops. Reopen 10 of them. Call
 * on 200 a week.", whose objective, what it is, and how it is measured, an
 * item each.  One such item may be a remark behind a key result; a list of
 * them, with titles that have no numbers and sentences that have, is none.
 */
#include "list_p.h"

#include <string.h>

#include "attr.h"
#include "mark_number_p.h"
#include "noted_p.h"
#include "parts_p.h"
#include "talk_p.h"
#include "verdict_p.h"

enum { TITLE_BYTES = 110, LOOK_ITEMS = 64, LOOK_DEPTH = 5 };

size_t first_next_line(const struct first *f)
{
	struct str s = f->text.s, rest = str_sub(s, f->mark.rest, s.n);
	size_t end = str_find_char(s, '\n');

	if (f->mark.kind != MARK_KR_LABEL || f->mark.plural ||
		end == STR_NONE || end > f->mark.rest)
		return 0;
	rest = str_trim(rest);
	return rest.n ? (size_t)(rest.p - s.p) : 0;
}

bool kr_leads_on(const struct key_result *kr)
{
	struct str s = str_trim(str_of(kr->text));

	return str_ends(s, ":") || str_ends(s, "\uff1a");
}

/* Words that end with a full stop and no sentence. */
static bool is_abbreviated(struct str s)
{
	static const char *const WORDS[] = {"approx", "avg", "bzw", "ca", "co",
		"dept", "dr", "e.g", "est", "etc", "excl", "i.e", "incl", "inc",
		"max", "min", "mr", "mrs", "ms", "nr", "no", "st", "vs", "z.b"};
	size_t at = str_rfind_char(s, ' ');

	s = str_sub(s, at == STR_NONE ? 0 : at + 1, s.n);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return s.n == 1 && str_is_alpha(s.p[0]);
}

/* Does a sentence end before the byte i, so that another one follows? */
static bool ends_before(struct str s, size_t i)
{
	struct str next = str_trim_left(str_sub(s, i, s.n));

	return i > 1 && i < s.n && str_is_space(s.p[i]) && next.n &&
	       !(next.p[0] >= 'a' && next.p[0] <= 'z') &&
	       (s.p[i - 1] == '!' || s.p[i - 1] == '?' ||
		       (s.p[i - 1] == '.' &&
			       !is_abbreviated(str_sub(s, 0, i - 1))));
}

/* The next sentence of s, without its stop. */
static bool take_sentence(struct str *s, struct str *part)
{
	size_t i = 1;

	*s = str_trim(*s);
	if (!s->n)
		return false;
	while (i < s->n && !ends_before(*s, i))
		i++;
	*part = str_trim_end(str_trim(str_sub(*s, 0, i)), ".");
	*s = str_trim(str_sub(*s, i, s->n));
	return true;
}

/* "Grow: 10 shops", "Grow - 10 shops, 3 towns": the length of the sign. */
static size_t sign_at(struct str s, size_t i)
{
	static const char *const SIGNS[] = {" \u2013 ", " \u2014 ", " - ",
		" \u2192 ", " -> ", " => ", ": ", " | "};

	for (size_t k = 0; k < COUNT_OF(SIGNS); k++) {
		if (str_starts(str_sub(s, i, s.n), SIGNS[k]))
			return strlen(SIGNS[k]);
	}
	return 0;
}

/* A role, a handle or a part of an organisation. */
static bool names_whose(struct str owner)
{
	enum level level;

	return owner.n && (vocab_is_role(owner) || owner.p[0] == '@' ||
				  names_unit(owner, &level));
}

size_t told_owner(struct piece text, struct str *owner)
{
	static const char *const DASHES[] = {
		" \u2014 ", " \u2013 ", " - ", " | "};
	size_t rest = owner_split(text, owner), at;

	for (size_t i = 0; !rest && i < COUNT_OF(DASHES); i++) {
		at = str_find(
			str_sub(text.s, 0, TITLE_BYTES), str_of(DASHES[i]));
		if (at == STR_NONE)
			continue;
		*owner = str_trim(str_sub(text.s, 0, at));
		if (names_whose(*owner))
			rest = at + strlen(DASHES[i]);
	}
	return rest;
}

bool told_split(struct piece text, struct piece *title, struct piece *rest)
{
	struct str owner;
	size_t from = told_owner(text, &owner), i, sign = 0;

	for (i = from + 1; i < text.s.n && i - from < TITLE_BYTES; i++) {
		sign = sign_at(text.s, i);
		if (sign || ends_before(text.s, i))
			break;
	}
	if (i >= text.s.n || i - from >= TITLE_BYTES)
		return false;
	*title = (struct piece){text.b, str_trim(str_sub(text.s, 0, i))};
	*rest = piece_from(text, i + sign);
	rest->s = str_trim(rest->s);
	return rest->s.n > 0;
}

/* "120 % of plan, 3x pipeline": are these parted by commas? */
static bool has_commas(struct str s)
{
	struct str part;
	size_t n = 0, numbers = 0;

	for (; parts_take(&s, ", ", &part); n++) {
		part = str_trim(part);
		if (str_words(part) < 2)
			return false;
		numbers += str_has_digit(part);
	}
	return n > 1 && numbers * 3 >= n * 2;
}

static const char *sign_of(struct str s)
{
	const char *sign = parts_sign(s, true);

	return sign ? sign : has_commas(s) ? ", " : NULL;
}

static bool take_part(struct str *s, const char *sign, struct str *part)
{
	if (!sign)
		return take_sentence(s, part);
	if (!parts_take(s, sign, part))
		return false;
	*part = str_trim_end(str_trim(*part), ".");
	return true;
}

/* What parts these key results: NULL is the ends of sentences. */
static const char *sign_of_all(struct str s)
{
	struct str rest = s, first;

	(void)take_sentence(&rest, &first);
	return rest.n ? NULL : sign_of(s);
}

void told_key_results(struct reader *r, struct scope *sc, struct piece rest)
{
	const char *sign = sign_of_all(rest.s);
	struct str s = rest.s, part;

	while (!r->full && take_part(&s, sign, &part)) {
		struct piece p = {rest.b, part};
		struct mark mark;

		if (!p.s.n)
			continue;
		p = piece_key_result(p, &mark);
		add_key_result(r, sc, &mark, p, 0);
	}
}

/* What the items of a list are like, down to those without lists. */
struct telling {
	size_t looked;  /* items */
	size_t leaves;  /* ... without a list */
	size_t told;    /* items that tell title and more */
	size_t owned;   /* ... with few words before a colon */
	size_t known;   /* ... which are a role or unit */
	size_t several; /* ... in several parts */
	size_t rich;    /* ... each with a number */
	size_t numbers; /* titles with numbers */
};

static void count_parts(struct str s, struct telling *t)
{
	const char *sign = sign_of_all(s);
	struct str part;
	size_t n = 0, numbers = 0;

	while (take_part(&s, sign, &part)) {
		n += str_has_digit(part) || str_words(part) > 2;
		numbers += str_has_digit(part);
	}
	t->several += n > 1;
	t->rich += n > 1 && numbers == n;
}

static void look_at_item(const struct first *f, bool above, struct telling *t)
{
	enum { WORDS = 4 };
	struct piece text = piece_from(f->text, f->mark.plain), title, rest;
	struct str owner, s;
	size_t from = told_owner(text, &owner);
	struct verdict v;

	t->leaves += !above;
	if (from && str_words(owner) <= WORDS && !talk_begins_aim(owner)) {
		t->owned += !above;
		t->known += names_whose(owner);
	}
	if (f->mark.kind != MARK_NONE || !told_split(text, &title, &rest))
		return;
	s = str_sub(title.s, from < title.s.n ? from : 0, title.s.n);
	v = verdict_of(rest.s);
	if (!str_has_digit(rest.s) || noted_begins(rest.s) ||
		(v.known && v.exact) || talk_is_beside(s))
		return;
	t->told++;
	t->numbers += str_has_digit(s);
	count_parts(rest.s, t);
}

static void look_at_items(const struct block *list, struct telling *t, int deep)
{
	for (const struct block *i = list->first; i; i = i->next) {
		struct first f = first_of(i);
		const struct block *b = f.para ? f.para->next : NULL;

		if (t->looked++ >= LOOK_ITEMS)
			return;
		while (b && b->kind != BLOCK_LIST)
			b = b->next;
		if (f.para)
			look_at_item(&f, b != NULL, t);
		if (b && deep)
			look_at_items(b, t, deep - 1);
	}
}

/* Titles without numbers over several parts with them, each item somebody's. */
static bool is_telling(const struct telling *t)
{
	enum { SURE = 3 };

	if (t->told < 2 || t->told * 3 < t->leaves * 2 ||
		t->owned * 3 < t->leaves * 2 || t->numbers * 4 > t->told)
		return false;
	if (t->known * 2 >= t->owned)
		return t->several * 2 >= t->told;
	return t->told >= SURE && t->owned == t->leaves &&
	       t->several >= t->told && !t->numbers;
}

bool list_tells(const struct block *list, bool *nested)
{
	struct telling t = {0};

	look_at_items(list, &t, LOOK_DEPTH);
	*nested = t.looked > t.leaves;
	return is_telling(&t);
}

/* One of the lists of a document that has such. */
static bool is_like_others(const struct block *list)
{
	struct telling t = {0};

	look_at_items(list, &t, LOOK_DEPTH);
	return t.told && t.owned == t.leaves;
}

/* "Objectives" over "Be quick. Pages in 2 s. 9 builds a day.", each so, and
 * nobody's. */
static bool is_telling_all(const struct telling *t)
{
	return t->told > 1 && t->told == t->leaves && !t->owned &&
	       t->rich == t->told && !t->numbers;
}

void told_enter(struct reader *r, const struct block *list, struct scope *sc)
{
	struct telling t = {0};
	bool may = !sc->example && sc->kr == NO_INDEX &&
		   sc->mode != MODE_FIELD && sc->mode != MODE_LEFT &&
		   !r->report && !is_our_line(r, list->line);
	bool below = sc->told;

	sc->told = false;
	if (!may || (!r->tells && sc->mode != MODE_OBJECTIVES))
		return;
	look_at_items(list, &t, LOOK_DEPTH);
	sc->told = (r->tells && t.owned == t.leaves && (below || t.told)) ||
		   (sc->mode == MODE_OBJECTIVES && is_telling_all(&t) &&
			   !list_begins_talk(list));
	if (sc->told && sc->objective != NO_INDEX) {
		sc->parent = sc->objective;
		sc->parent_kr = NO_INDEX;
	}
}

bool told_heads(
	const struct reader *r, struct piece text, const struct block *b)
{
	struct str owner;

	while (b && b->kind == BLOCK_RULE)
		b = b->next;
	return r->tells && b && b->kind == BLOCK_LIST &&
	       told_owner(text, &owner) && names_whose(owner) &&
	       is_like_others(b);
}

/* "Easy!" without the mark that closes a quotation. */
static struct str without_closing(struct str s)
{
	static const char *const MARKS[] = {"\"", "\u201d", "\u00bb"};

	for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
		if (str_ends(s, MARKS[i]))
			return str_sub(s, 0, s.n - strlen(MARKS[i]));
	}
	return s;
}

bool says_why(struct str s)
{
	static const char *const LEADS[] = {"why", "reason", "about", "roughly",
		"i.e.", "that is", "because", "last year", "last quarter",
		"warum", "grund", "etwa", "rund", "weil", "letztes jahr",
		"pourquoi", "environ", "por qu\u00e9", "porque", NULL};
	enum { LONGEST = 400, FIRST = 3 };

	s = str_trim(str_sub(s, 0, LONGEST));
	if (vocab_begins_any(s, LEADS))
		return true;
	for (size_t i = FIRST; i + 2 < s.n; i++) {
		struct str said;

		if (s.p[i] != ' ' || !char_is_upper(s.p[i + 1]))
			continue;
		said = without_closing(str_sub(s, 0, i));
		if (said.n > 1 && strchr(".?!", said.p[said.n - 1]) &&
			!str_is_digit(said.p[said.n - 2]))
			return true;
	}
	return false;
}

bool list_has_remarks(const struct block *list)
{
	enum { FAR = 24, EACH = 8 };
	size_t all = 0, counted = 0, below = 0, remarks = 0;

	for (const struct block *i = list->first; i && all < FAR; i = i->next) {
		const struct first f = first_of(i);
		const struct block *sub = f.para ? f.para->next : NULL;
		size_t n = 0;

		if (!f.para || f.mark.kind != MARK_NONE)
			return false;
		all++;
		counted += str_has_digit(f.text.s) && !says_why(f.text.s);
		if (!sub || sub->kind != BLOCK_LIST)
			continue;
		for (sub = sub->first; sub && n < EACH; sub = sub->next, n++) {
			const struct first g = first_of(sub);

			if (!g.para || g.mark.kind != MARK_NONE)
				return false;
			remarks += says_why(g.text.s);
		}
		below += n;
	}
	return remarks > 1 && remarks * 3 >= below * 2 &&
	       counted * 3 >= all * 2;
}
