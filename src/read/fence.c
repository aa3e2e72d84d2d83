/*
 * OKRs that somebody put between fences for their looks.
 *
 * Code is left alone; but a page may have "## Q1 OKRs" over a plain fence that
 * holds "Objective: ..." and "KR1: ...", and no others.  Such a page is read
 * once more, with its headings and what those fences hold, line by line where
 * it stood, and nothing else.
 */
#include "fence_p.h"

#include <string.h>

#include "attr.h"
#include "buf.h"
#include "doc_line_p.h"
#include "doc_p.h"
#include "talk_p.h"
#include "title_p.h"

enum { LEVELS = 6, LONGEST_TITLE = 200 };

struct finder {
	struct arena *a;
	int fiscal_start;
	struct str heading[LEVELS + 1]; /* that the text stands below */
	struct str above;               /* the line before the fence */
	struct buf out;
	bool any;
};

static void keep(struct finder *f, struct str line)
{
	buf_add(&f->out, line);
	buf_addc(&f->out, '\n');
}

static void note_heading(struct finder *f, struct str line)
{
	size_t level = 0;

	while (level < line.n && line.p[level] == '#')
		level++;
	f->heading[level] = str_trim(str_sub(line, level, line.n));
	for (size_t i = level + 1; i <= LEVELS; i++)
		f->heading[i] = (struct str){NULL, 0};
}

/* Below "OKRs" of some time, and nothing that is about them? */
static bool is_announced(const struct finder *f)
{
	bool okr = false, dated = false;
	struct period period;

	for (size_t i = 1; i <= LEVELS; i++) {
		struct str s = f->heading[i];

		if (!s.n || s.n > LONGEST_TITLE)
			continue;
		if (vocab_is_left(s) || vocab_is_method(s))
			return false;
		okr = okr || vocab_has_okr(s);
		dated = dated || title_is_planned(s) || title_is_time(s) ||
			period_find(f->a, s, f->fiscal_start, &period);
	}
	return okr && dated;
}

/* "text", "md" or nothing behind the fence. */
static bool is_plain(struct str language)
{
	static const char *const NAMES[] = {
		"", "text", "txt", "plain", "plaintext", "md", "markdown"};

	language = str_trim(language);
	for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
		if (str_iis(language, NAMES[i]))
			return true;
	}
	return false;
}

/* The line without the branches of a drawn tree; "- " for a twig. */
static struct str without_branch(struct arena *a, struct str line)
{
	static const char *const BRANCHES[] = {
		"\u251c", "\u2514", "\u2500", "\u2502", " ", "\u2570"};
	struct str s = line;
	bool twig = false, more = true;

	while (more && s.n) {
		more = false;
		for (size_t i = 0; i < COUNT_OF(BRANCHES); i++) {
			if (!str_skip(&s, BRANCHES[i]))
				continue;
			more = true;
			twig = twig || i < 2 || i == 5;
		}
	}
	return twig ? str_of(arena_printf(a, "- %.*s", STR_ARG(s))) : line;
}

/* Do they announce themselves, or are they numbered below a heading that does,
 * and tell numbers? */
static bool states_itself(const struct finder *f, const struct fenced *in)
{
	bool titled = false, method = false;

	for (size_t i = 1; i <= LEVELS; i++) {
		titled = titled || vocab_has_okr(f->heading[i]);
		method = method || vocab_is_method(f->heading[i]);
	}
	titled = titled && !method && in->headed == in->objectives;
	return (titled || in->titled) && !in->blank && in->objectives > 1 &&
	       in->krs > in->objectives && in->counted * 3 >= in->krs * 2;
}

static void copy_fenced(struct finder *f, struct str inside)
{
	struct str line;

	while (str_take_line(&inside, &line))
		keep(f, without_branch(f->a, line));
}

static void blank(struct finder *f, struct str lines)
{
	for (size_t i = 0; i < lines.n; i++) {
		if (lines.p[i] == '\n')
			buf_addc(&f->out, '\n');
	}
}

static bool is_yaml(struct str language)
{
	static const char *const NAMES[] = {
		"yaml", "yml", "json", "jsonc", "json5", "toml", ""};

	language = str_trim(language);
	for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
		if (str_iis(language, NAMES[i]))
			return true;
	}
	return false;
}

/* Below a heading that says it is about how this is done? */
static bool is_method(const struct finder *f)
{
	for (size_t i = 1; i <= LEVELS; i++) {
		struct str s = f->heading[i];

		if (s.n && (vocab_is_left(s) || vocab_is_method(s) ||
				   fence_is_sample(s)))
			return true;
	}
	return false;
}

/* OKRs in YAML as markdown, line by line; false where it holds none that are
 * meant: announced, or of some period or several, with numbers. */
static bool copy_yaml(struct finder *f, struct str inside, bool announced)
{
	struct yaml y = {.objectives = 0}, again = {.objectives = 0};
	struct str line, rest = inside;

	while (str_take_line(&rest, &line))
		yaml_line(f->a, &y, line);
	if (!y.objectives || y.krs < 2)
		return false;
	if (!announced &&
		(y.blank || y.krs < y.objectives || y.counted < y.krs ||
			(!y.dated && y.objectives < 2)))
		return false;
	while (str_take_line(&inside, &line))
		keep(f, yaml_line(f->a, &again, line));
	return true;
}

static void read_fence(struct finder *f, struct str fence, struct str *rest)
{
	struct str before = *rest;
	struct fenced in;
	size_t n = line_fence(fence);

	fence_take(rest, fence, &in);
	keep(f, STR(""));
	if (in.blanks * 2 > in.objectives + in.krs) { /* a form */
		blank(f, in.inside);
	} else if (in.objectives && in.krs > 1 &&
		   is_plain(str_sub(fence, n, fence.n)) &&
		   !fence_is_sample(f->above) &&
		   (is_announced(f) || states_itself(f, &in))) {
		f->any = true;
		copy_fenced(f, in.inside);
	} else if (is_yaml(str_sub(fence, n, fence.n)) &&
		   !fence_is_sample(f->above) && !is_method(f) &&
		   copy_yaml(f, in.inside, is_announced(f))) {
		f->any = true;
	} else {
		blank(f, in.inside);
	}
	blank(f, str_sub(before, in.inside.n, before.n - rest->n));
}

/* "**Be loved**", "Objective 1: Be loved": an objective's line? */
static bool is_title(struct str s)
{
	return (s.n > 4 && str_starts(s, "**") && str_ends(s, "**")) ||
	       fence_mark(s).kind == MARK_OBJECTIVE;
}

/* A table of plain text or of bars, whose header is of OKRs. */
static bool is_table(struct arena *a, struct str inside)
{
	struct aligned t;
	struct str line = {NULL, 0}, next = line, row;

	while (!str_trim(line).n && str_take_line(&inside, &line))
		;
	str_take_line(&inside, &next);
	return str_trim(next).n &&
	       (aligned_begins(a, &t, str_trim_right(line), next, &row) ||
		       sheet_begins(a, str_trim(line), next) == '|');
}

/* "csv" behind the fence, or "tsv": rows that a program wrote. */
static bool is_rows(struct str language)
{
	language = str_trim(language);
	return str_iis(language, "csv") || str_iis(language, "tsv");
}

/* "Objective", "Key Result" as a cell of a row: what word is there? */
static void note_cells(struct str row, bool *objective, bool *kr)
{
	while (row.n) {
		size_t n = 0;
		struct str cell;
		const struct word *w;

		while (n < row.n && !strchr(",;\t", row.p[n]))
			n++;
		cell = str_trim_end(str_trim(str_sub(row, 0, n)), "\"");
		str_skip_char(&cell, '"');
		row = str_sub(row, n < row.n ? n + 1 : n, row.n);
		w = vocab_word(cell);
		if (!w || strlen(w->text) != cell.n)
			continue;
		*objective = *objective || w->kind == WORD_OBJECTIVE;
		*kr = *kr || w->kind == WORD_KEY_RESULT;
	}
}

/* A sheet of objectives and key results that says of each which it is, or has
 * a column for both, with numbers in most of its rows? */
static bool is_sheet(struct arena *a, struct str inside)
{
	enum { LEAST_ROWS = 3 };
	struct str line = {NULL, 0}, next = line, rest;
	size_t rows = 0, counted = 0;
	bool objective = false, kr = false;

	while (!str_trim(line).n && str_take_line(&inside, &line))
		;
	rest = inside;
	str_take_line(&inside, &next);
	if (!sheet_begins(a, str_trim(line), next))
		return false;
	note_cells(line, &objective, &kr);
	while (str_take_line(&rest, &line)) {
		if (!str_trim(line).n)
			continue;
		rows++;
		counted += str_has_digit(line);
		note_cells(line, &objective, &kr);
	}
	return objective && kr && rows >= LEAST_ROWS && counted * 2 >= rows;
}

/* Are all lines of YAML, some that open key results among them, and some that
 * name objectives?  That is asked last: it costs most. */
static bool is_all_yaml(struct arena *a, struct str text)
{
	struct str line, rest = text;
	bool krs = false;

	while (str_take_line(&rest, &line)) {
		if (!yaml_is_line(a, line))
			return false;
		krs = krs || yaml_opens(a, line, true);
	}
	while (krs && str_take_line(&text, &line)) {
		if (yaml_opens(a, line, false) || yaml_titles(a, line))
			return true;
	}
	return false;
}

/* A whole page of YAML: its lines as markdown; empty for any other. */
static struct str bare_yaml(struct arena *a, struct str text)
{
	struct finder f = {.a = a};
	struct str s = {NULL, 0};

	if (!is_all_yaml(a, text))
		return s;
	buf_init(&f.out, text.n * 2 + 1);
	if (copy_yaml(&f, text, false))
		s = arena_str(a, buf_str(&f.out));
	buf_release(&f.out);
	return s;
}

/* Is a fence of plain text around all of the page, from its first line on, or
 * opened there and forgotten?  Then it is no code. */
static bool is_around(struct str text, struct str s, struct fenced *in)
{
	struct str rest = text;

	if (!is_plain(str_sub(s, line_fence(s), s.n)))
		return false;
	fence_take(&rest, s, in);
	return in->objectives && in->krs > 1 && !in->blank && !str_trim(rest).n;
}

static bool ends_front(struct str line)
{
	line = str_trim_right(line);
	return str_is(line, "---") || str_is(line, "...");
}

/* Takes the lines of the front matter that a name opens, all: to its end, else
 * as far as its list goes. */
static struct str take_named(struct str *rest, bool all)
{
	struct str begin = *rest, before, line;

	str_take_line(rest, &line);
	for (before = *rest; str_take_line(rest, &line); before = *rest) {
		if (ends_front(line) ||
			(!all && line.n && !strchr(" \t-#", line.p[0])))
			break;
	}
	*rest = before;
	return str_sub(begin, 0, begin.n - before.n);
}

/* "objectives:" in front matter: it ends there, and what is below the name is
 * markdown, line by line; so is all of it where it has "objective: Grow".  The
 * text behind is none of that. */
static struct str front_freed(struct arena *a, struct str text)
{
	struct finder f = {.a = a};
	struct str line, before, top, s = text, rest = text;
	bool one = false;

	if (!str_take_line(&rest, &line) || !str_is(str_trim(line), "---"))
		return text;
	top = rest;
	for (before = rest; str_take_line(&rest, &line); before = rest) {
		bool outer = line.n && str_is_alpha(line.p[0]);

		if (ends_front(line))
			return text;
		one = outer && yaml_titles(a, line);
		if (one || (outer && yaml_opens(a, line, false)))
			break;
	}
	buf_init(&f.out, text.n * 2 + 16);
	if (!one) {
		buf_add(&f.out, str_sub(text, 0, text.n - before.n));
		buf_adds(&f.out, "---");
	} else {
		keep(&f, STR(""));
	}
	rest = one ? top : before;
	if (copy_yaml(&f, take_named(&rest, one), true)) {
		while (str_take_line(&rest, &line) && !ends_front(line))
			keep(&f, STR(""));
		keep(&f, STR("###### Notes"));
		buf_add(&f.out, rest);
		s = arena_str(a, buf_str(&f.out));
	}
	buf_release(&f.out);
	return s;
}

struct str fence_freed(struct arena *a, struct str all)
{
	struct finder f = {.a = a};
	struct str line, s, text = front_freed(a, all);
	bool titled = false; /* an objective's line stands above */
	bool seen = false;   /* ... or anything */

	all = text;
	if (str_find(text, STR("```")) == STR_NONE) {
		s = bare_yaml(a, text);
		return s.n ? s : text;
	}
	buf_init(&f.out, text.n + 1);
	while (str_take_line(&text, &line)) {
		struct str before = text;
		struct fenced in;
		size_t n;

		s = str_trim(line);
		n = line_fence(s);
		if (!n) {
			f.above = s.n ? s : f.above;
			seen = seen || s.n;
			if (line_is_heading(s))
				note_heading(&f, s);
			titled = is_title(s) || (titled && !line_is_heading(s));
			keep(&f, line);
			continue;
		}
		if (!seen && is_around(text, s, &in)) {
			f.any = true;
			keep(&f, STR(""));
			seen = true;
			continue;
		}
		seen = true;
		fence_take(&text, s, &in);
		if ((((in.label && in.items > 1 && is_title(f.above)) ||
			     (titled && is_table(a, in.inside))) &&
			    !in.blank && is_plain(str_sub(s, n, s.n)) &&
			    !fence_is_sample(f.above)) ||
			(is_rows(str_sub(s, n, s.n)) && !is_method(&f) &&
				!fence_is_sample(f.above) &&
				is_sheet(a, in.inside))) {
			f.any = true;
			keep(&f, STR(""));
			buf_add(&f.out, in.inside);
			blank(&f, str_sub(before, in.inside.n,
					  before.n - text.n));
		} else {
			keep(&f, line);
			buf_add(&f.out, str_sub(before, 0, before.n - text.n));
		}
		f.above = STR("");
	}
	s = f.any ? arena_str(a, buf_str(&f.out)) : all;
	buf_release(&f.out);
	return s;
}

struct str fence_okrs(struct arena *a, struct str text, int fiscal_start)
{
	struct finder f = {.a = a, .fiscal_start = fiscal_start};
	struct str line, s;

	buf_init(&f.out, text.n * 2 + 1);
	while (str_take_line(&text, &line)) {
		s = str_trim(line);
		if (line_fence(s)) {
			read_fence(&f, s, &text);
			f.above = STR("");
			continue;
		}
		if (line_is_heading(s)) {
			note_heading(&f, s);
			f.above = STR("");
			keep(&f, line);
			continue;
		}
		if (s.n)
			f.above = s;
		keep(&f, STR(""));
	}
	s = f.any ? arena_str(a, buf_str(&f.out)) : STR("");
	buf_release(&f.out);
	return s;
}
