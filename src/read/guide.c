/*
 * A guide's example.
 *
 * A page in which nothing was found may still show whole OKRs: below "What are
 * OKRs?", behind words about them, or with the objective quoted in a sentence.
 * Such a page is read once more, with nothing on it but an objective that has
 * a title and, near by, two key results or more, half of them with numbers,
 * each where it stood.  Blanks, questions and words about the words are none.
 */
#include "guide_p.h"

#include "attr.h"
#include "buf.h"
#include "doc_line_p.h"
#include "reader_p.h"
#include "talk_p.h"
#include "vec.h"

enum {
	LONGEST = 400, /* bytes of a line's mark */
	NEAR = 4,      /* lines of words between objective and key results */
	LEAST = 2,     /* key results */
};

enum shown {
	KIND_WORDS,
	KIND_EMPTY,
	KIND_HEADING,
	KIND_OBJECTIVE,
	KIND_LABEL, /* "Its key results are:" */
	KIND_KEY_RESULT,
	KIND_ITEM,
};

struct row {
	enum shown kind;
	struct str text; /* of an objective or item: without its mark */
	size_t indent;
	bool title; /* a line over others */
	bool kept, goes_on;
};

struct guide {
	VEC_OF(struct row);
};

static const char *const QUOTES[][2] = {{"\u201c", "\u201d"}, {"\"", "\""},
	{"\u201e", "\u201c"}, {"\u00ab", "\u00bb"}};

/* What is quoted at the end of a line, with ": " or a blank before it; begin:
 * what stands before that. */
static struct str quoted_tail(struct str s, struct str *begin)
{
	s = str_trim_end(str_trim_end(str_trim(s), "*_"), ".");
	for (size_t i = 0; i < COUNT_OF(QUOTES); i++) {
		struct str open = str_of(QUOTES[i][0]), inner;
		size_t at = STR_NONE;

		if (!str_ends(s, QUOTES[i][1]))
			continue;
		inner = str_sub(s, 0, s.n - strlen(QUOTES[i][1]));
		for (size_t k = inner.n; k-- && at == STR_NONE;) {
			if (str_starts(str_sub(inner, k, inner.n), open.p))
				at = k;
		}
		if (at == STR_NONE || !at)
			continue;
		*begin = str_sub(s, 0, at);
		return str_trim_end(str_sub(inner, at + open.n, inner.n), ".");
	}
	return (struct str){NULL, 0};
}

/* "... so our objective is to “be found”", "Example of an objective: “...”" */
static struct str quoted_objective(struct str s)
{
	static const char *const WORDS[] = {"objective", "objetivo", "objectif",
		"obiettivo", "doelstelling", "ziel", "goal", NULL};
	enum { NEARBY = 40, FEWEST = 3 };
	struct str begin, title = quoted_tail(s, &begin);

	if (begin.n > NEARBY && title.n)
		begin = str_sub(begin, begin.n - NEARBY, begin.n);
	if (str_words(title) < FEWEST || vocab_is_bad(begin) ||
		!vocab_has_listed(begin, WORDS))
		return (struct str){NULL, 0};
	return title;
}

/* "Our key results (what we count) are:" */
static bool is_label(struct str s)
{
	enum { SHORT = 120 };
	size_t dot;

	s = str_trim_end(str_trim(s), "*_ ");
	dot = str_rfind_char(s, '.');
	if (dot != STR_NONE)
		s = str_sub(s, dot + 1, s.n);
	return s.n <= SHORT && str_ends(s, ":") && vocab_has_key_result(s);
}

static size_t indent_of(struct str line)
{
	enum { TAB_STOP = 4 };
	size_t n = 0;

	for (size_t i = 0; i < line.n && str_is_space(line.p[i]); i++)
		n += line.p[i] == '\t' ? TAB_STOP : 1;
	return n;
}

static struct str without_type(struct str s)
{
	while (s.n && strchr("*_# ", s.p[0]))
		s = str_sub(s, 1, s.n);
	return str_trim_end(s, "*_ ");
}

static struct row row_of(struct str line)
{
	static const unsigned char PLAIN[LONGEST] = {0};
	struct row row = {.indent = indent_of(line)};
	struct str s = str_trim(line), inner;
	struct mark mark;
	size_t marker;

	if (str_skip_char(&s, '>')) /* shown in a quotation */
		s = str_trim_left(s);
	marker = line_marker(s);
	if (!s.n) {
		row.kind = KIND_EMPTY;
		return row;
	}
	inner = without_type(str_sub(s, marker, s.n));
	row.title = line_is_heading(s) || str_ends(inner, ":") ||
		    (!marker && str_starts(s, "**") && str_ends(s, "**"));
	mark = mark_read(str_sub(inner, 0, LONGEST), PLAIN, 0);
	row.text = without_type(str_sub(inner, mark.rest, inner.n));
	if (mark.kind == MARK_OBJECTIVE && row.text.n) {
		row.kind = KIND_OBJECTIVE;
	} else if (mark.kind == MARK_KEY_RESULT && row.text.n) {
		row.kind = KIND_KEY_RESULT;
		row.text = inner;
	} else if (mark.kind == MARK_KR_LABEL || is_label(inner)) {
		row.kind = KIND_LABEL;
	} else if (quoted_objective(s).n) {
		row.kind = KIND_OBJECTIVE;
		row.text = quoted_objective(s);
	} else {
		row.kind = line_is_heading(s) ? KIND_HEADING
			   : marker           ? KIND_ITEM
					      : KIND_WORDS;
		row.text = inner;
	}
	return row;
}

/* What is found behind an objective. */
struct found {
	size_t krs, numbers, words;
	size_t indent; /* of the first item below the label */
	bool label, bad, empty, over;
};

static void count_key_result(struct found *f, struct row *row)
{
	struct str s = row->text;

	f->krs++;
	f->numbers += str_has_digit(
		row->kind == KIND_KEY_RESULT ? str_sub(s, 4, s.n) : s);
	f->bad = f->bad || talk_is_blank(s) || talk_is_definition(s) ||
		 str_ends(s, "?") || str_find_char(s, '[') != STR_NONE ||
		 example_has_unknown(s);
	row->kept = true;
}

/* The rest of an item's text? */
static bool goes_on(const struct row *row)
{
	char c = row->text.n ? row->text.p[0] : 0;

	return row->indent || (c >= 'a' && c <= 'z');
}

static void look(struct found *f, struct row *row)
{
	switch (row->kind) {
	case KIND_EMPTY:
		break;
	case KIND_OBJECTIVE:
	case KIND_HEADING:
		f->over = true;
		break;
	case KIND_LABEL:
		f->over = f->krs > 0;
		f->label = true;
		break;
	case KIND_KEY_RESULT:
		count_key_result(f, row);
		break;
	case KIND_ITEM:
		if (!f->label || (f->krs && row->indent > f->indent + 1))
			break;
		if (!f->krs)
			f->indent = row->indent;
		count_key_result(f, row);
		break;
	case KIND_WORDS:
		row->goes_on = f->krs && !f->empty && goes_on(row);
		f->over = (f->krs || f->label) && !row->goes_on;
		f->over = f->over || ++f->words > NEAR;
		break;
	}
	f->empty = row->kind == KIND_EMPTY;
}

/* The objective at i, with what is its own behind it. */
static bool keep_whole(struct guide *g, size_t i)
{
	struct found f = {0};
	size_t k = i + 1;

	if (!example_is_title(g->v[i].text) ||
		str_find_char(g->v[i].text, '[') != STR_NONE)
		return false;
	for (; k < g->n && !f.over; k++)
		look(&f, &g->v[k]);
	g->v[i].kept = f.krs >= LEAST && !f.bad && f.numbers * 2 >= f.krs;
	for (size_t n = i + 1; n < k && !g->v[i].kept; n++)
		g->v[n].kept = g->v[n].goes_on = false;
	return g->v[i].kept;
}

/* All but those below "Bad:", "Common mistakes". */
static bool keep_all(struct guide *g)
{
	bool any = false, bad = false;

	for (size_t i = 0; i < g->n; i++) {
		struct row *row = &g->v[i];

		if (row->kind == KIND_OBJECTIVE)
			any |= !bad && !talk_is_judged(row->text) &&
			       keep_whole(g, i);
		else if (row->title && row->kind != KIND_LABEL &&
			 row->kind != KIND_KEY_RESULT)
			bad = vocab_is_bad(row->text);
	}
	return any;
}

static void put(struct buf *out, const struct row *row)
{
	if (row->kept) {
		buf_adds(out, row->kind == KIND_OBJECTIVE    ? "Objective: "
			      : row->kind == KIND_KEY_RESULT ? "- "
							     : "- KR: ");
		buf_add(out, row->text);
	} else if (row->goes_on) {
		buf_adds(out, "  ");
		buf_add(out, row->text);
	}
	buf_addc(out, '\n');
}

/* "Suppose they had one. It could look like this:" over a quotation: nobody
 * has it. */
static bool is_supposed(struct str s)
{
	static const char *const WORDS[] = {"suppose", "imagine", "could",
		"might", "template", "instead", NULL};

	return vocab_has_listed(s, WORDS);
}

struct str guide_okrs(struct arena *a, struct str text)
{
	struct guide g = {0};
	struct str line, rest = text;
	bool fenced = false, supposed = false;
	struct buf out;

	while (str_take_line(&rest, &line)) {
		struct str s = str_trim(line);
		bool fence = line_fence(s) > 0, quoted = str_starts(s, ">");

		fenced ^= fence;
		if (s.n && !quoted)
			supposed = is_supposed(s);
		*vec_add(a, &g) = fence || fenced || (quoted && supposed)
					  ? (struct row){.kind = KIND_HEADING}
					  : row_of(line);
	}
	if (!keep_all(&g))
		return (struct str){NULL, 0};
	buf_init(&out, text.n * 2 + g.n * 12);
	for (size_t i = 0; i < g.n; i++)
		put(&out, &g.v[i]);
	text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}
