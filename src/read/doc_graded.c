/*
 * "P0-AB: (0.8 -- no lamp yet) Light the hall", "(~ 30%) Light the hall": key
 * results that begin with how much they matter and their grade, below the title
 * of their objective.  They become "- KR: [P0] Light the hall => 0.8 -- no lamp
 * yet", which has the grade where others write it.
 */
#include "doc_line_p.h"

#include "arena.h"
#include "attr.h"
#include "buf.h"
#include "field_p.h"
#include "words.h"

enum {
	LONGEST_RANK = 24,
	LONGEST_GRADE = 160, /* with the words behind it */
	LONGEST_SHARE = 12,
	LEAST_REST = 2, /* words of what was graded */
	NOT_CODE = 4,   /* columns */
	ALL = 100,      /* percent: weights add up to that */
};

struct graded {
	struct str marker, rank, grade, rest;
	long share; /* of what it is a percentage, or 0 */
};

/* Lines below a title, up to the next one. */
struct graded_block {
	size_t bytes, n, ranked;
	long shares;
	bool items; /* they have bullets */
};

/* "P0", "P1/2", "P1-AB/CD": its letter and first digit. */
static struct str rank_of(struct str s)
{
	enum { TAG = 2 };

	s = str_trim(s);
	if (s.n < TAG || s.p[0] != 'P' || !str_is_digit(s.p[1]) ||
		(s.n > TAG && !strchr("/-", s.p[TAG])))
		return STR("");
	for (size_t i = TAG; i < s.n; i++) {
		if (!strchr("/-", s.p[i]) && !str_is_digit(s.p[i]) &&
			!(s.p[i] >= 'A' && s.p[i] <= 'Z'))
			return STR("");
	}
	return str_sub(s, 0, TAG);
}

/* "~ 30%" */
static bool take_share(struct str *s, long *share)
{
	struct str rest = *s;

	str_skip_char(&rest, '~');
	rest = str_trim_left(rest);
	if (!str_take_number(&rest, ALL, share))
		return false;
	rest = str_trim_left(rest);
	*s = rest;
	return str_skip_char(s, '%');
}

/* "0.8", "~ 30%", "0.8 -- no lamp yet" */
static bool is_grade(struct str s, long *share)
{
	static const char *const BEHIND[] = {
		" -", ",", ";", ":", " \u2013", " \u2014"};
	size_t end = 0;

	s = str_trim(s);
	*share = 0;
	while (end < s.n && (str_is_digit(s.p[end]) || s.p[end] == '.' ||
				    (end == 1 && s.p[end] == ',')))
		end++;
	if (field_is_score(str_sub(s, 0, end)))
		s = str_sub(s, end, s.n);
	else if (!take_share(&s, share))
		return false;
	for (size_t i = 0; s.n && i < COUNT_OF(BEHIND); i++) {
		if (str_starts(s, BEHIND[i]))
			return true;
	}
	return !s.n;
}

static void skip_sep(struct str *s)
{
	while (str_skip_char(s, '*') || str_skip_char(s, ':') ||
		str_skip(s, " - ") || str_skip(s, " \u2013 ") ||
		str_skip_char(s, ' '))
		;
}

/* "(0.8)", "[P1]" */
static bool take_enclosed(struct str *s, struct graded *g)
{
	size_t end = str_find_char(
		str_sub(*s, 0, LONGEST_GRADE), s->p[0] == '[' ? ']' : ')');
	struct str in = str_sub(*s, 1, end == STR_NONE ? 1 : end);

	if (!g->rank.n && rank_of(in).n)
		g->rank = rank_of(in);
	else if (!g->grade.n && is_grade(in, &g->share))
		g->grade = str_trim(in);
	else
		return false;
	*s = str_sub(*s, end + 1, s->n);
	return true;
}

/* "P1/2: ", "P0 - ", and behind it "0.8: ", which also does in an item */
static bool take_plain(struct str *s, struct graded *g)
{
	size_t end = 0;
	struct str in;

	while (end < s->n && end < LONGEST_RANK && s->p[end] != ':' &&
		s->p[end] != ' ')
		end++;
	in = str_sub(*s, 0, end);
	if (end == s->n)
		return false;
	if (!g->rank.n && rank_of(in).n)
		g->rank = rank_of(in);
	else if ((g->rank.n || (g->marker.n && str_find_char(in, '.') == 1)) &&
		 !g->grade.n && is_grade(in, &g->share) &&
		 (s->p[end] == ':' ||
			 str_starts(str_sub(*s, end, s->n), " - ") ||
			 str_starts(str_sub(*s, end, s->n), " \u2013 ")))
		g->grade = in;
	else
		return false;
	*s = str_sub(*s, end, s->n);
	return true;
}

/* "1.0: well done" behind "0.7 - ": a legend says what a grade is worth */
static bool ends_range(struct str rest)
{
	size_t end = 0;

	while (end < rest.n &&
		(str_is_digit(rest.p[end]) || rest.p[end] == '.'))
		end++;
	return end && field_is_score(str_sub(rest, 0, end)) &&
	       (str_find_char(str_sub(rest, 0, end), '.') == 1 ||
		       str_starts(str_sub(rest, end, rest.n), ":"));
}

static bool take_graded(struct str line, struct graded *g)
{
	struct str s = str_trim(line);
	size_t n;

	if (s.p - line.p >= NOT_CODE || !str_has_digit(s))
		return false;
	n = line_marker(s);
	*g = (struct graded){.marker = str_sub(s, 0, n)};
	s = str_trim_left(str_sub(s, n, s.n));
	skip_sep(&s);
	while (s.n && (s.p[0] == '(' || s.p[0] == '[' ? take_enclosed(&s, g)
			      : s.p[0] == 'P' || str_is_digit(s.p[0])
				      ? take_plain(&s, g)
				      : false))
		skip_sep(&s);
	g->rest = str_trim(s);
	return g->grade.n && str_words(g->rest) >= LEAST_REST &&
	       !ends_range(g->rest);
}

/* "Leave the old hall (0.8)" */
static bool ends_graded(struct str title)
{
	size_t open = str_rfind_char(title, '(');
	long share;

	return open != STR_NONE && str_ends(title, ")") &&
	       str_words(str_sub(title, 0, open)) >= LEAST_REST &&
	       is_grade(str_sub(title, open + 1, title.n - 1), &share);
}

/* What key results may stand below: "## Anything", "Objective 1 - text".  said:
 * it says that it is one, or has a grade itself. */
static bool is_top(struct str line, bool *said)
{
	struct str s = str_trim(line);
	bool heading = line_is_heading(s);
	enum mark_kind kind;

	while (str_skip_char(&s, '#') || str_skip_char(&s, '*'))
		;
	s = str_trim(s);
	kind = s.n > LINE_SIGNED ? MARK_NONE : line_mark_kind(s);
	*said = kind == MARK_OBJECTIVE || kind == MARK_KR_LABEL ||
		(heading && ends_graded(s));
	return *said || (heading && kind == MARK_NONE && !vocab_is_left(s) &&
				vocab_field(s) == FIELD_NONE);
}

static struct graded_block block_at(struct str text)
{
	struct graded_block b = {0};
	struct str rest = text, line;
	struct graded g;
	bool said;

	while (str_take_line(&rest, &line)) {
		struct str s = str_trim(line);

		if (take_graded(line, &g)) {
			b.n++;
			b.ranked += g.rank.n > 0;
			b.shares += g.share;
			b.items = b.items || g.marker.n > 0;
		} else if (s.n && !str_is_space(line.p[0]) &&
			   (line_is_heading(s) || is_top(line, &said))) {
			break;
		}
		b.bytes = text.n - rest.n;
	}
	return b;
}

/* The page's next lines that are graded right below a title; what is before
 * them is passed over.  okrs: the page speaks of them. */
static bool next_block(
	struct str *s, struct str *before, bool *okrs, struct graded_block *b)
{
	struct str all = *s, top = {NULL, 0}, line, rest;
	struct graded g;
	bool said;

	for (rest = *s; str_take_line(&rest, &line); *s = rest) {
		if (top.n && take_graded(line, &g) && is_top(top, &said)) {
			*before = str_sub(all, 0, all.n - s->n);
			*b = block_at(*s);
			if (b->ranked < b->n &&
				((b->n > 1 && b->shares == ALL) ||
					!(said || *okrs)))
				b->n = 0;
			return true;
		}
		if (!str_trim(line).n)
			continue;
		*okrs = *okrs || (line_is_heading(str_trim(line)) &&
					 vocab_has_okr(line));
		top = line;
	}
	*before = all;
	return false;
}

static bool has_graded(struct str text)
{
	struct graded_block b;
	struct str before;
	bool okrs = false;
	size_t n = 0;

	while (n < 2 && next_block(&text, &before, &okrs, &b)) {
		n += b.n;
		text = str_sub(text, b.bytes, text.n);
	}
	return n > 1;
}

/* The text; in "**(0.4) A** word" the signs were opened before it. */
static void add_rest(struct buf *b, struct str s)
{
	size_t first = str_find(s, STR("**"));
	struct str behind =
		str_sub(s, first == STR_NONE ? s.n : first + strlen("**"), s.n);

	if (first == STR_NONE || str_find(behind, STR("**")) != STR_NONE)
		buf_add(b, s);
	else
		buf_addf(b, "%.*s%.*s", STR_ARG(str_sub(s, 0, first)),
			STR_ARG(behind));
}

static void rewrite(struct buf *b, struct str line, bool items)
{
	struct graded g;

	if (take_graded(line, &g)) {
		buf_addf(b,
			"%.*s KR: ", STR_ARG(g.marker.n ? g.marker : STR("-")));
		if (g.rank.n)
			buf_addf(b, "[%.*s] ", STR_ARG(g.rank));
		add_rest(b, g.rest);
		buf_addf(b, " => %.*s", STR_ARG(g.grade));
	} else {
		if (!items && str_is_space(line.n ? line.p[0] : 0))
			buf_adds(b, "    ");
		buf_add(b, line);
	}
	buf_add(b, STR("\n"));
}

struct str doc_graded(struct arena *a, struct str text)
{
	struct str before, lines, line, kept;
	struct graded_block block;
	bool okrs = false;
	struct buf b;

	if (!has_graded(text))
		return text;
	buf_init(&b, text.n * 8 + 2);
	while (next_block(&text, &before, &okrs, &block)) {
		buf_add(&b, before);
		lines = str_sub(text, 0, block.bytes);
		while (str_take_line(&lines, &line)) {
			if (block.n)
				rewrite(&b, line, block.items);
			else
				buf_addf(&b, "%.*s\n", STR_ARG(line));
		}
		text = str_sub(text, block.bytes, text.n);
	}
	buf_add(&b, before);
	kept = arena_str(a, buf_str(&b));
	buf_release(&b);
	return kept;
}
