/*
 * "**Achieved** - open 60 beds": key results that begin with how they ended,
 * one a line below their objective.  They become "- [Achieved] open 60 beds",
 * which is a list, and a result, everywhere.
 */
#include "doc_line_p.h"

#include "arena.h"
#include "attr.h"
#include "buf.h"
#include "verdict_p.h"
#include "words.h"

enum {
	SHORTEST = 6, /* "a: b c" */
	LONGEST_FRONT = 28,
	FRONT_WORDS = 3,
	LEAST_REST = 2, /* words of what ended so */
	SORTS = 8,      /* of verdicts that a block has, as far as we look */
	NOT_CODE = 4,   /* columns */
};

struct front {
	struct str marker, words, rest;
	enum result_kind kind;
};

/* Lines that all begin so, with what they are wrapped on. */
struct told_block {
	size_t bytes, told;
	bool again; /* a verdict stands in two of them: no list of meanings */
	bool ended; /* "missed", "partially": no news of a week */
};

static bool skip_mark(struct str *s)
{
	static const char *const MARKS[] = {": ", " - ", " \u2013 ", " \u2014 ",
		"- ", "\u2013 ", "\u2014 "};

	for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
		if (str_skip(s, MARKS[i]))
			return true;
	}
	return false;
}

/* "**Done**", "(done)": takes what is between. */
static bool take_enclosed(struct str *s, struct str *words)
{
	static const struct {
		const char *open, *close;
	} PAIRS[] = {
		{"**", "**"}, {"__", "__"}, {"*", "*"}, {"_", "_"}, {"(", ")"}};
	size_t end;

	for (size_t i = 0; i < COUNT_OF(PAIRS); i++) {
		if (!str_skip(s, PAIRS[i].open))
			continue;
		end = str_find(
			str_sub(*s, 0, LONGEST_FRONT), str_of(PAIRS[i].close));
		if (end == STR_NONE)
			return false;
		*words = str_sub(*s, 0, end);
		*s = str_sub(*s, end, s->n);
		return str_skip(s, PAIRS[i].close);
	}
	return false;
}

/* "Done - open the shop" */
static bool take_plain(struct str *s, struct str *words)
{
	for (size_t i = 0; i < s->n && i < LONGEST_FRONT; i++) {
		struct str rest = str_sub(*s, i, s->n);

		if ((s->p[i] != ' ' && s->p[i] != ':') || !skip_mark(&rest))
			continue;
		*words = str_sub(*s, 0, i);
		*s = rest;
		return true;
	}
	return false;
}

/* How it ended, RESULT_NONE for other words. */
static enum result_kind end_of(struct str s)
{
	struct verdict v;

	if (!s.n || str_words(s) > FRONT_WORDS || str_has_digit(s))
		return RESULT_NONE;
	v = verdict_of(s);
	return v.known && v.exact && v.kind != RESULT_PERCENT &&
			       !str_trim(v.rest).n
		       ? v.kind
		       : RESULT_NONE;
}

static bool take_front(struct str line, struct front *f)
{
	struct str s = str_trim(line);
	size_t n;

	if (s.n < SHORTEST || s.p - line.p >= NOT_CODE)
		return false;
	n = line_marker(s);
	f->marker = str_sub(s, 0, n);
	s = str_trim_left(str_sub(s, n, s.n));
	if (take_enclosed(&s, &f->words)) {
		if (!skip_mark(&s) && !str_skip_space(&s))
			return false; /* "(done)ness" */
	} else if (!take_plain(&s, &f->words)) {
		return false;
	}
	f->words = str_trim(str_trim_end(str_trim(f->words), ":"));
	f->rest = str_trim(s);
	if (str_words(f->rest) < LEAST_REST)
		return false;
	f->kind = end_of(f->words);
	return f->kind != RESULT_NONE;
}

/* "in winter", "  more": goes on with the line above. */
static bool goes_on(struct str line, struct str before)
{
	return str_is_space(line.p[0]) ||
	       (str_trim(before).n && line.p[0] >= 'a' && line.p[0] <= 'z');
}

static bool is_among(struct str s, const struct str *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_ieq(v[i], s))
			return true;
	}
	return false;
}

static struct told_block block_at(struct str text)
{
	struct told_block b = {0};
	struct str rest = text, line, before = {NULL, 0}, seen[SORTS];
	struct front f;
	size_t n = 0;

	while (str_take_line(&rest, &line)) {
		if (take_front(line, &f)) {
			b.told++;
			b.again = b.again || is_among(f.words, seen, n);
			b.ended = b.ended || f.kind == RESULT_MISSED ||
				  f.kind == RESULT_NOTE;
			if (n < SORTS)
				seen[n++] = f.words;
		} else if (str_trim(line).n && !goes_on(line, before)) {
			break;
		}
		b.bytes = text.n - rest.n;
		before = line;
	}
	return b;
}

/* What key results may stand below: "### Anything", "Objective: text"; before
 * is the line above. */
static bool is_top(struct str line, struct str before)
{
	struct str s = str_trim(line);
	enum mark_kind kind = line_mark_kind(s);

	return line_is_heading(s) || kind == MARK_OBJECTIVE ||
	       kind == MARK_OBJ_LABEL || kind == MARK_KR_LABEL ||
	       (str_trim(before).n &&
		       (str_starts(s, "===") || str_starts(s, "---"))) ||
	       (str_starts(s, "**") && str_ends(s, "**"));
}

static void rewrite(struct buf *b, struct str line)
{
	struct front f;

	if (take_front(line, &f))
		buf_addf(b, "%.*s [%.*s] %.*s",
			STR_ARG(f.marker.n ? f.marker : STR("-")),
			STR_ARG(f.words), STR_ARG(f.rest));
	else
		buf_add(b, line);
	buf_add(b, STR("\n"));
}

/* The next of them below such a line; what is before it is passed over. */
static bool next_block(struct str *s, struct str *before, struct told_block *b)
{
	struct str all = *s, above = {NULL, 0}, line, rest;
	struct str top = {NULL, 0}, over_top = {NULL, 0};
	struct front f;

	for (rest = *s; str_take_line(&rest, &line); *s = rest) {
		if (top.n && take_front(line, &f) && is_top(top, over_top)) {
			*before = str_sub(all, 0, all.n - s->n);
			*b = block_at(*s);
			return true;
		}
		if (str_trim(line).n) {
			top = line;
			over_top = above;
		}
		above = line;
	}
	*before = all;
	return false;
}

/* Are they key results, and neither news nor what the words mean? */
static bool has_told(struct str text)
{
	struct told_block b;
	struct str before;
	bool ended = false;
	size_t n = 0;

	while (next_block(&text, &before, &b)) {
		n += b.told > 1;
		ended = ended || (b.told > 1 && b.ended);
		if ((b.told > 1 && b.again) || (n > 1 && ended))
			return true;
		text = str_sub(text, b.bytes, text.n);
	}
	return false;
}

struct str doc_told(struct arena *a, struct str text)
{
	struct str before, lines, line, kept;
	struct told_block block;
	struct buf b;

	if (!has_told(text))
		return text;
	buf_init(&b, text.n * 2 + 2);
	while (next_block(&text, &before, &block)) {
		buf_add(&b, before);
		lines = str_sub(text, 0, block.bytes);
		while (str_take_line(&lines, &line)) {
			if (block.told > 1)
				rewrite(&b, line);
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
