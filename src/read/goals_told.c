/*
 * Goals that are told in sentences: a title - in bold type, or before "We are
 * there when" - and behind it, in the same paragraph, what measures it.  The
 * sentences and clauses become a list below the title, as others write it.
 */
#include "goals_p.h"

#include "attr.h"
#include "mark_words_p.h"
#include "talk_p.h"

enum { MOST_CLAUSES = 24, LONGEST_LEAD = 60 };

static bool is_gap(char c)
{
	return c == ' ' || c == '\n';
}

/* Where bold type in front ends, with words behind it; 0: there is none. */
static size_t bold_end(struct piece p)
{
	const unsigned char *flags = piece_flags(p);
	size_t n = 0;

	while (n < p.s.n && (flags[n] & TEXT_BOLD))
		n++;
	return n < p.s.n && str_trim(str_sub(p.s, n, p.s.n)).n ? n : 0;
}

/* Where "We are there when" begins behind a sentence or in a line of its own;
 * 0: nowhere. */
static size_t lead_behind(struct str s)
{
	for (size_t i = 1; i + 1 < s.n && i <= GOALS_LONGEST; i++) {
		if (is_gap(s.p[i]) && strchr(".!:;\n\x93\x94", s.p[i - 1]) &&
			mark_is_measure(
				str_trim_left(str_sub(s, i, s.n)), false))
			return i + 1;
		if (s.p[i] == '\n' &&
			mark_is_measure(
				str_trim_left(str_sub(s, i, s.n)), false))
			return i + 1;
	}
	return 0;
}

/* Where the first line ends, if it is a title, and numbers are in the next. */
static size_t title_line_end(struct str s)
{
	size_t end = str_find_char(s, '\n');

	return end != STR_NONE && talk_is_title(str_sub(s, 0, end), false) &&
			       str_has_digit(str_sub(s, end, s.n))
		       ? end
		       : 0;
}

bool goal_take_lead(struct str *s, struct str *word)
{
	struct str t = str_trim_left(*s);
	size_t from = 0;

	*word = (struct str){NULL, 0};
	if (!mark_is_measure(t, false) && !vocab_begins(t, "we get there") &&
		!vocab_begins(t, "we wanted"))
		return false;
	for (size_t i = 0; i < t.n && i < LONGEST_LEAD; i++) {
		bool colon = t.p[i] == ':';

		if (!colon && !is_gap(t.p[i]))
			continue;
		if (colon || mark_ends_open(str_sub(t, 0, i))) {
			*word = colon ? *word : str_sub(t, from, i);
			*s = str_trim_left(str_sub(t, i + 1, t.n));
			return true;
		}
		from = i + 1;
	}
	return true;
}

size_t goal_clause_gap(struct str s, size_t i, struct str word)
{
	static const char *const ANDS[] = {", and ", " and ", ", ", " und ",
		", und ", " et ", ", et ", " y ", ", y ", " e ", ", e "};
	struct str rest = str_sub(s, i, s.n);

	if (str_starts(rest, "; ") || str_starts(rest, ";\n"))
		return 2;
	if (rest.n > 2 && rest.p[0] == '.' && is_gap(rest.p[1]) &&
		(rest.p[2] < 'a' || rest.p[2] > 'z'))
		return 2;
	for (size_t k = 0; k < COUNT_OF(ANDS) && word.n; k++) {
		struct str t = rest;

		if (str_skip(&t, ANDS[k]) && t.n > word.n &&
			is_gap(t.p[word.n]) &&
			str_ieq(str_sub(t, 0, word.n), word))
			return rest.n - t.n + word.n + 1;
	}
	return 0;
}

/* Where "and finished at 12" begins behind what was wanted, and the reading in
 * it; STR_NONE: nowhere. */
static size_t find_outcome(struct str s, size_t *reading)
{
	static const char *const WORDS[] = {" and finished at ",
		" and ended at ", " and ended up at ", " and got to ",
		" and reached ", " and came to ", " and landed at ",
		" and made it to ", " and are at ", " and stand at ",
		" but finished at ", " but ended at ", " but got to ",
		" but reached ", " but only reached ", " and hired ",
		" und landeten bei ", " und kamen auf ", " und erreichten ",
		" et avons atteint ", " y llegamos a ", " e chegamos a ",
		" e siamo arrivati a ", " en kwamen uit op "};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		size_t at = str_ifind(s, str_of(WORDS[i]));

		*reading = at + strlen(WORDS[i]);
		if (at != STR_NONE && *reading < s.n &&
			str_has_digit(str_sub(s, *reading, s.n)))
			return at;
	}
	return STR_NONE;
}

static struct block *add_item(struct reader *r, struct block *list,
	const struct block *para, struct str s)
{
	size_t at = (size_t)(s.p - para->text.s.p);
	struct block *item =
		block_add(&r->scratch, list, BLOCK_ITEM, rich_line(para, at));
	struct block *p = block_add(&r->scratch, item, BLOCK_PARA, item->line);

	p->text = rich_part(&r->scratch, para, at, at + s.n);
	return item;
}

static void add_clause(struct reader *r, struct block *list,
	const struct block *para, struct str s)
{
	static const char *const WANTED[] = {
		"we wanted to ", "we wanted ", "and ", "und "};
	struct block *item, *below;
	size_t at, reading;

	s = str_trim_end(str_trim(s), ".;,");
	for (size_t i = 0; i < COUNT_OF(WANTED); i++) {
		if (str_iskip(&s, WANTED[i]))
			break;
	}
	if (!s.n)
		return;
	at = find_outcome(s, &reading);
	item = add_item(r, list, para, str_sub(s, 0, at));
	if (at == STR_NONE)
		return;
	below = block_add(&r->scratch, item, BLOCK_LIST, item->line);
	add_item(r, below, para, str_sub(s, reading, s.n));
}

static struct block *clauses(struct reader *r, const struct block *para,
	struct str s, struct str word)
{
	struct block *list = ARENA_NEW(&r->scratch, struct block);
	size_t from = 0, n = 0;

	*list = (struct block){.kind = BLOCK_LIST,
		.line = rich_line(para, (size_t)(s.p - para->text.s.p))};
	for (size_t i = 0; i < s.n && n < MOST_CLAUSES; i++) {
		size_t gap = goal_clause_gap(s, i, word);

		if (!gap)
			continue;
		add_clause(r, list, para, str_sub(s, from, i));
		n++;
		from = i + gap;
		i = from - 1;
	}
	add_clause(r, list, para, str_sub(s, from, s.n));
	return list;
}

/* "GOAL - fewer parcels", with a dash of whatever length. */
static bool take_dashed(struct str s, struct mark *mark)
{
	static const char *const DASHES[] = {" - ", " \u2013 ", " \u2014 "};
	enum { LONGEST = 24 };

	for (size_t i = 0; i < COUNT_OF(DASHES); i++) {
		size_t at = str_find(str_sub(s, 0, LONGEST), str_of(DASHES[i]));

		if (at == STR_NONE ||
			vocab_field(str_sub(s, 0, at)) != FIELD_TARGET)
			continue;
		*mark = (struct mark){
			.kind = MARK_OBJECTIVE, .rest = at + strlen(DASHES[i])};
		return true;
	}
	return false;
}

struct mark goal_told_mark(struct piece p)
{
	enum { LOOK = 160 };
	struct mark mark;

	p.s = str_sub(p.s, 0, LOOK);
	if (!take_dashed(p.s, &mark))
		mark = mark_read(p.s, piece_flags(p), MARK_HEADING);
	return mark;
}

static const struct block *head_of(
	struct reader *r, const struct block *b, struct str title)
{
	struct block *head = ARENA_NEW(&r->scratch, struct block);
	struct mark *mark = ARENA_NEW(&r->scratch, struct mark);
	size_t at = (size_t)(title.p - b->text.s.p);

	*head = *b;
	head->text = rich_part(&r->scratch, b, at, at + title.n);
	head->line = rich_line(b, at);
	*mark = goal_told_mark((struct piece){head, head->text.s});
	head->mark = goal_is_named(mark) ? mark : NULL;
	head->next = NULL;
	return head;
}

bool goal_is_told(struct reader *r, struct piece p, struct goal *g)
{
	size_t end = bold_end(p);
	struct str title, rest, word;

	if (!end)
		end = lead_behind(p.s);
	if (!end)
		end = title_line_end(p.s);
	if (!end || end > GOALS_LONGEST)
		return false;
	title = str_trim_end(str_trim(str_sub(p.s, 0, end)), ":.");
	rest = str_trim_left(str_sub(p.s, end, p.s.n));
	while (str_skip_char(&rest, ':') || str_skip_char(&rest, '-') ||
		str_skip(&rest, "\u2014") || str_skip(&rest, "\u2013"))
		rest = str_trim_left(rest);
	if (!title.n || !rest.n)
		return false;
	*g = (struct goal){.whole = p.b, .known = goal_take_lead(&rest, &word)};
	g->led = g->known;
	g->head = head_of(r, p.b, title);
	g->first = clauses(r, p.b, rest, word);
	return true;
}
