/*
 * Outlines whose marks markdown and our table of words leave alone: "KR text"
 * and "KR-a text" with nothing behind the word, "[O] text" over "[KR] text",
 * "O) text", "TEAM North | OBJECTIVE >> text <<".
 *
 * One such line says nothing, prose may begin so; where two key results and an
 * objective do, they are written again with "KR: " and "Objective: ", where
 * they stood, so that the lists reader sees who is below whom.
 */
#include "doc_notation_p.h"

#include "annotate_p.h"
#include "attr.h"
#include "doc_line_p.h"
#include "mark_number_p.h"
#include "mark_words_p.h"
#include "vec.h"
#include "verdict_p.h"

enum {
	MOST_LINES = 4000,
	LONGEST = 400, /* bytes of a line that is looked at */
	TAB_STOP = 4,
	APART = 3, /* blanks between the columns of a line */
	LEAST = 2, /* key results that make an outline */
};

enum bare_kind {
	BARE_NONE,
	BARE_KNOWN,      /* an objective that has its mark already */
	BARE_OBJECTIVE,  /* "[O] text" */
	BARE_WORD,       /* "OBJECTIVE text": one over a key result */
	BARE_REMARK,     /* "now 19 | last week 24", below a key result */
	BARE_GROUP,      /* "Support", less far in than those above */
	BARE_KR,         /* "KR text", "[KR] text" */
	BARE_KR_COUNTED, /* "KR 6 text": a number, or one of its text */
};

struct bare {
	struct str raw, prefix, text;
	size_t indent;
	enum bare_kind kind;
	bool fenced, listed; /* listed: it has its bullet */
};

struct bares {
	VEC_OF(struct bare);
	size_t objectives, marked; /* marked: by a mark that is read here */
	size_t krs, plain;         /* plain: without a number */
	bool counts;               /* "KR 6" is no number: they do not count */
};

static size_t take_indent(struct str *s)
{
	size_t n = 0;

	for (; s->n && (*s->p == ' ' || *s->p == '\t');
		*s = str_sub(*s, 1, s->n))
		n += *s->p == '\t' ? TAB_STOP - n % TAB_STOP : 1;
	return n;
}

/* "[KR] text", "(O) text", "O) text" */
static bool take_bracket(struct bare *b, struct str s)
{
	static const struct {
		const char *open;
		enum bare_kind kind;
	} MARKS[] = {{"[O] ", BARE_OBJECTIVE}, {"[Obj] ", BARE_OBJECTIVE},
		{"[OBJ] ", BARE_OBJECTIVE}, {"[Objective] ", BARE_OBJECTIVE},
		{"[OBJECTIVE] ", BARE_OBJECTIVE}, {"O) ", BARE_OBJECTIVE},
		{"(O) ", BARE_OBJECTIVE}, {"<O> ", BARE_OBJECTIVE},
		{"{O} ", BARE_OBJECTIVE}, {"[KR] ", BARE_KR},
		{"[Key Result] ", BARE_KR}, {"[Key result] ", BARE_KR},
		{"[KEY RESULT] ", BARE_KR}, {"KR) ", BARE_KR},
		{"(KR) ", BARE_KR}, {"<KR> ", BARE_KR}, {"{KR} ", BARE_KR}};

	for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
		struct str t = s;

		if (!str_skip(&t, MARKS[i].open))
			continue;
		b->kind = MARKS[i].kind;
		b->text = str_trim(t);
		return b->text.n > 0;
	}
	return false;
}

/* "-a ", "a) ": which of the key results it is. */
static void skip_letter(struct str *s)
{
	struct str t = *s;
	bool glued = str_skip_char(&t, '-') || str_skip_char(&t, '.');
	bool ends;

	if (!glued && !str_skip_char(&t, ' '))
		return;
	if (t.n < 2 || !str_is_alpha(t.p[0]))
		return;
	t = str_sub(t, 1, t.n);
	ends = str_skip_char(&t, ')') || str_skip_char(&t, ':') ||
	       str_skip_char(&t, '.');
	if ((ends || glued) && str_starts(t, " "))
		*s = t;
}

/* "KR is late", "KR owners meet": speaks of one. */
static bool speaks(struct str s)
{
	static const char *const WORDS[] = {"is", "are", "was", "were", "has",
		"have", "had", "will", "should", "must", "can", "may", "owner",
		"owners", "review", "reviews", "status", "score", "scores",
		"grade", "grades", "update", "updates", "and", "or", "of",
		"ist", "sind", "wird", "est", "es", NULL};
	size_t end = str_find_char(s, ' ');

	return str_is_listed(str_sub(s, 0, end == STR_NONE ? s.n : end), WORDS);
}

/* "KR text", "KR-a  text", "KR 6 text" */
static bool take_kr(struct bare *b, struct str s)
{
	enum { WORDS = 2 };
	size_t n = 0;
	struct str all = s;

	if (!str_skip(&s, "KR"))
		return false;
	skip_letter(&s);
	if (!str_skip_char(&s, ' '))
		return false;
	s = str_trim(s);
	if (!s.n || str_words(s) < WORDS || strchr(":-=.,;/#)|>&+", s.p[0]) ||
		str_starts(s, "\u2013") || str_starts(s, "\u2014") || speaks(s))
		return false;
	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	if (n && n < s.n && strchr(":.)-", s.p[n]))
		return false; /* "KR 1.2 text" has its number */
	if (!n && line_mark_kind(all) == MARK_KEY_RESULT)
		return false; /* "KR A1. text" */
	b->kind = n && n < s.n && s.p[n] == ' ' ? BARE_KR_COUNTED : BARE_KR;
	b->text = s;
	return true;
}

/* "text <<" of ">> text <<"; "Sales Objective => 83%" tells how far it is */
static bool take_pointed(struct str *s)
{
	static const char *const SIGNS[][2] = {{">>", "<<"},
		{"\u00bb", "\u00ab"}, {">", "<"}, {"::", "::"},
		{"\u2192", "\u2190"}, {"=>", "<="}, {"~", "~"}};
	struct str t = *s;

	if (!str_skip_space(&t))
		return false;
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (!str_skip(&t, SIGNS[i][0]))
			continue;
		t = str_trim(t);
		if (str_ends(t, SIGNS[i][1]))
			t = str_trim(str_sub(t, 0, t.n - strlen(SIGNS[i][1])));
		*s = t;
		return t.n && !annotate_is_share(t);
	}
	return false;
}

/* "OBJECTIVE text", "O Text" */
static bool take_word(struct bare *b, struct str word, struct str s)
{
	s = str_sub(s, str_trim(word).n, s.n);
	if (!str_starts(s, " ") || mark_tells_of_it(s))
		return false;
	s = str_trim(s);
	if (!s.n || str_is_digit(s.p[0]) || str_words(s) < 2 ||
		!(word.n == 2 ? char_is_upper(s.p[0]) : str_is_alnum(s.p[0])))
		return false;
	b->kind = BARE_WORD;
	b->text = s;
	return true;
}

/* "TEAM North | OBJECTIVE >> text <<", "COMPANY OBJECTIVE >> text <<",
 * "TEAM North | OBJECTIVE: text" */
static bool take_objective(struct bare *b, struct str s)
{
	static const char *const WORDS[] = {"OBJECTIVE", "Objective", "OBJ",
		"Obj", "ZIEL", "OBJETIVO", "OBJECTIF", "DOEL", "O ", NULL};
	enum { FRONT = 60 };

	for (size_t i = 0; i < s.n && i < FRONT; i++) {
		struct str t = str_sub(s, i, s.n), rest;
		const char *word;

		if (i && !str_is_space(s.p[i - 1]))
			continue;
		word = str_listed_start(t, WORDS);
		if (!word)
			continue;
		rest = str_sub(t, str_trim(str_of(word)).n, t.n);
		b->prefix = str_trim(str_sub(s, 0, i));
		if (take_pointed(&rest) ||
			(str_ends(b->prefix, "|") && str_skip(&rest, ": "))) {
			b->kind = BARE_OBJECTIVE;
			b->text = str_trim(rest);
			b->prefix = str_trim(str_trim_end(b->prefix, "|:-"));
			return b->text.n > 0;
		}
		return !i && take_word(b, str_of(word), t);
	}
	return false;
}

static void look_at(struct bare *b)
{
	struct str s = str_trim_right(b->raw);
	size_t m;

	b->indent = take_indent(&s);
	if (!s.n || s.n > LONGEST || b->fenced || s.p[0] == '|')
		return;
	m = line_marker(s) ? line_marker(s) : line_glyph(s);
	if (!m && (str_starts(s, "> ") || str_starts(s, "~ ")))
		m = 1;
	b->listed = m > 0 || s.p[0] == '#';
	if (m && !str_is_digit(s.p[0]))
		s = str_trim_left(str_sub(s, m, s.n));
	if (take_bracket(b, s) || take_kr(b, s) || take_objective(b, s))
		return;
	if (line_mark_kind(s) == MARK_OBJECTIVE)
		b->kind = BARE_KNOWN;
}

/* "now 19 | confidence 7/10", "blocked", further in than the key result? */
static bool is_remark(const struct bare *b, const struct bare *kr)
{
	struct str s = str_trim(b->raw);
	struct verdict v;

	if (b->kind != BARE_NONE || b->listed || b->indent <= kr->indent ||
		s.n > LONGEST)
		return false;
	if (str_find(s, STR(" | ")) != STR_NONE)
		return true;
	v = verdict_of(s);
	return v.known && v.exact;
}

/* "Support" right below the last key result of another team. */
static bool is_group(const struct bare *b, const struct bare *kr)
{
	enum { LONGEST_NAME = 40, WORDS = 4 };
	struct str s = str_trim(b->raw);

	return b->kind == BARE_NONE && !b->listed && b->indent < kr->indent &&
	       s.n <= LONGEST_NAME && str_words(s) <= WORDS &&
	       str_is_alnum(s.p[0]) && str_is_alnum(s.p[s.n - 1]);
}

static void settle_remarks(struct bares *all)
{
	const struct bare *kr = NULL;

	for (size_t i = 0; i < all->n; i++) {
		struct bare *b = &all->v[i];

		if (b->kind >= BARE_KR)
			kr = b;
		else if (kr && str_trim(b->raw).n && is_remark(b, kr))
			b->kind = BARE_REMARK;
		else if (kr && str_trim(b->raw).n && is_group(b, kr))
			b->kind = BARE_GROUP;
		if (b->kind != BARE_REMARK && b->kind < BARE_KR)
			kr = NULL;
	}
}

/* "OBJECTIVE text" is one when a key result comes next, further in. */
static void settle_words(struct bares *all)
{
	const struct bare *next = NULL;

	for (size_t i = all->n; i--;) {
		struct bare *b = &all->v[i];

		if (b->kind == BARE_WORD)
			b->kind = next && next->kind >= BARE_KR ? BARE_OBJECTIVE
								: BARE_NONE;
		if (str_trim(b->raw).n)
			next = b;
	}
}

/* Do the numbers of "KR 1 text" count them, 1 2 3, and 1 2 again? */
static void count(struct bares *all)
{
	long before = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct bare *b = &all->v[i];
		struct str s = b->text;
		long n;

		all->objectives +=
			b->kind == BARE_OBJECTIVE || b->kind == BARE_KNOWN;
		all->marked += b->kind == BARE_OBJECTIVE;
		all->krs += b->kind >= BARE_KR;
		all->plain += b->kind == BARE_KR;
		if (b->kind != BARE_KR_COUNTED)
			continue;
		if (!str_take_number(&s, 9999, &n) ||
			(n != 1 && n != before + 1))
			all->counts = true;
		before = n;
	}
	all->counts = all->counts || all->plain > 0;
}

static bool read_lines_of(struct arena *a, struct str text, struct bares *all)
{
	struct str line;
	bool fenced = false;

	if (str_find(text, STR("KR")) == STR_NONE &&
		str_find(text, STR("[O")) == STR_NONE &&
		str_find(text, STR("O)")) == STR_NONE)
		return false;
	while (str_take_line(&text, &line)) {
		struct bare *b;

		if (all->n == MOST_LINES)
			return false;
		fenced ^= line_fence(str_trim(line)) > 0;
		b = vec_add(a, all);
		b->raw = line;
		b->fenced = fenced;
		look_at(b);
	}
	settle_words(all);
	settle_remarks(all);
	count(all);
	return true;
}

/* Two blanks or more part the text from "54%" and "Owner: Ana" behind it:
 * where the first of these begins. */
static size_t columns_of(struct str s)
{
	size_t blanks = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (str_is_space(s.p[i])) {
			blanks += s.p[i] == '\t' ? APART : 1;
			continue;
		}
		if (blanks >= APART && i > blanks)
			return i;
		blanks = 0;
	}
	return s.n;
}

/* "54%" */
static bool is_share(struct str s)
{
	size_t n = 0;

	while (n < s.n && (str_is_digit(s.p[n]) || strchr(".,", s.p[n])))
		n++;
	s = str_trim(str_sub(s, n, s.n));
	return n && str_is(s, "%");
}

/* Columns behind a text as fields; no others. */
static void put_columns(struct buf *out, struct str s)
{
	struct str line, left = s;

	while (left.n) {
		size_t at = columns_of(left);

		line = str_trim(str_sub(left, 0, at));
		left = str_sub(left, at, left.n);
		if (is_share(line)) {
			buf_adds(out, "<br>Progress: ");
		} else if (str_find_char(line, ':') != STR_NONE) {
			buf_adds(out, "<br>");
		} else {
			buf_addc(out, ' ');
		}
		buf_add(out, line);
	}
}

static void put_text(struct buf *out, struct str s)
{
	size_t at = columns_of(s);

	buf_add(out, str_trim(str_sub(s, 0, at)));
	put_columns(out, str_sub(s, at, s.n));
}

static void put(struct buf *out, const struct bares *all, const struct bare *b)
{
	bool kr = b->kind == BARE_KR ||
		  (b->kind == BARE_KR_COUNTED && all->counts);

	if (b->kind == BARE_GROUP) {
		buf_adds(out, "**");
		buf_add(out, str_trim(b->raw));
		buf_adds(out, "**");
		return;
	}
	if (b->kind == BARE_REMARK ||
		(b->kind == BARE_KNOWN && b->indent && !b->listed)) {
		buf_add_times(out, ' ', b->indent);
		buf_adds(out, "- ");
		buf_add(out, str_trim(b->raw));
		return;
	}
	if (!kr && b->kind != BARE_OBJECTIVE) {
		buf_add(out, b->raw);
		return;
	}
	buf_add_times(out, ' ', b->indent);
	buf_adds(out, "- ");
	if (!kr && b->prefix.n) {
		buf_add(out, b->prefix);
		buf_addc(out, ' ');
	}
	buf_adds(out, kr ? "KR: " : "Objective: ");
	put_text(out, b->text);
}

/* Are they more than a word or two of prose? */
static bool is_outline(const struct bares *all)
{
	if (!all->objectives)
		return all->krs > LEAST;
	return all->krs >= LEAST || all->marked >= LEAST;
}

struct str bare_marks(struct arena *a, struct str text)
{
	struct bares all = {0};
	struct buf out;

	if (!read_lines_of(a, text, &all) || !is_outline(&all))
		return text;
	buf_init(&out, text.n * 4 + 64);
	for (size_t i = 0; i < all.n; i++) {
		put(&out, &all, &all.v[i]);
		buf_addc(&out, '\n');
	}
	text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}
