/*
 * The first pass: characters to tokens.  A word keeps what is glued to it, so
 * that "Q3", "FY21-Q1", "v1.2", "SAML/OIDC", "#12" and "GPT-4" are words and
 * their digits no numbers.
 */
#include "lex_p.h"

#include "amount_p.h"
#include "glyph_p.h"
#include "phrase_p.h"

/* Characters that may stand inside a word when a letter follows. */
static const char INNER[] = "-'/.&_:+#@";

static size_t inner_length(struct str s)
{
	size_t n;
	enum glyph g = glyph_first(s, &n);

	if (g == GLYPH_OTHER && n == 1 && s.p[0] && strchr(INNER, s.p[0]))
		return 1;
	if (str_starts(s, "\u2019") || str_starts(s, "\u2011") ||
		str_starts(s, "\u2010"))
		return n;
	return 0;
}

/* "all'85%", "l'85%": the article ends at its apostrophe. */
static bool is_article(struct str word)
{
	static const char *const ARTICLES[] = {
		"l", "d", "all", "dall", "dell", "nell", "sull", "un", "qu"};

	for (size_t i = 0; i < COUNT_OF(ARTICLES); i++)
		if (str_iis(word, ARTICLES[i]))
			return true;
	return false;
}

/* "\u05de-18%", "\u05dc-27%": a Hebrew preposition before a number. */
static bool is_hebrew_prefix(struct str word)
{
	return word.n == 2 && (unsigned char)word.p[0] == 0xd7;
}

/* May the word go on over this inner character? */
static bool bridges(struct str word, char mark, struct str next)
{
	if (!glyph_goes_on(next))
		return false;
	if (str_is_digit(next.p[0]))
		return mark != ':' && (mark != '+' || word.n == 1) &&
		       !(mark == '\'' && is_article(word)) &&
		       !is_hebrew_prefix(word);
	return true;
}

static struct str take_word(struct str *s)
{
	struct str rest = *s;
	size_t n, inner;

	glyph_first(rest, &n); /* also "#", "&", "@", "!" before one */
	rest = str_sub(rest, n, rest.n);
	for (;;) {
		struct str next;

		if (glyph_goes_on(rest) &&
			!(str_is_digit(rest.p[0]) &&
				is_hebrew_prefix(
					str_sub(*s, 0, s->n - rest.n)))) {
			glyph_first(rest, &n);
			rest = str_sub(rest, n, rest.n);
			continue;
		}
		inner = inner_length(rest);
		next = str_sub(rest, inner, rest.n);
		if (!inner || !bridges(str_sub(*s, 0, s->n - rest.n), rest.p[0],
				      next)) {
			/* the article keeps its apostrophe, the preposition
			 * its hyphen */
			if (inner && next.n &&
				(rest.p[0] == '\'' ||
					is_hebrew_prefix(str_sub(
						*s, 0, s->n - rest.n))) &&
				str_is_digit(next.p[0]))
				rest = next;
			break;
		}
		rest = next;
	}
	n = s->n - rest.n;
	rest = *s;
	*s = str_sub(*s, n, s->n);
	return str_sub(rest, 0, n);
}

/* "Max. 3", "approx. 5": the full stop belongs to the word. */
static struct str add_stop(struct str word, struct str *s)
{
	static const char *const SHORT[] = {"p.a", "max", "min", "approx", "ca",
		"est", "avg", "incl", "vs", "prev"};

	for (size_t i = 0; i < COUNT_OF(SHORT); i++)
		if (str_iis(word, SHORT[i]) && str_skip_char(s, '.'))
			return (struct str){word.p, word.n + 1};
	return word;
}

static const struct {
	const char *text;
	enum token_kind kind;
	enum comparator compare;
} SIGNS[] = {
	{"==>", TOKEN_ARROW, CMP_NONE},
	{"-->", TOKEN_ARROW, CMP_NONE},
	{"=>", TOKEN_ARROW, CMP_NONE},
	{"->", TOKEN_ARROW, CMP_NONE},
	{">>", TOKEN_ARROW, CMP_NONE},
	{">=", TOKEN_COMPARE, CMP_GE},
	{"<=", TOKEN_COMPARE, CMP_LE},
	{"=<", TOKEN_COMPARE, CMP_LE},
	{">", TOKEN_COMPARE, CMP_GT},
	{"<", TOKEN_COMPARE, CMP_LT},
	{"(", TOKEN_OPEN, CMP_NONE},
	{"[", TOKEN_OPEN, CMP_NONE},
	{"\uff08", TOKEN_OPEN, CMP_NONE},
	{")", TOKEN_CLOSE, CMP_NONE},
	{"]", TOKEN_CLOSE, CMP_NONE},
	{"\uff09", TOKEN_CLOSE, CMP_NONE},
	{",", TOKEN_COMMA, CMP_NONE},
	{":", TOKEN_COLON, CMP_NONE},
	{"=", TOKEN_COLON, CMP_NONE},
	{".", TOKEN_STOP, CMP_NONE},
	{";", TOKEN_STOP, CMP_NONE},
	{"!", TOKEN_STOP, CMP_NONE},
	{"?", TOKEN_STOP, CMP_NONE},
	{"--", TOKEN_DASH, CMP_NONE},
	{"-", TOKEN_DASH, CMP_NONE},
	{"|", TOKEN_STOP, CMP_NONE},
};

static void take_sign(struct str *s, struct token *t)
{
	size_t n;
	enum glyph g = glyph_first(*s, &n);

	*t = (struct token){.kind = TOKEN_OTHER};
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++)
		if (str_starts(*s, SIGNS[i].text)) {
			t->kind = SIGNS[i].kind;
			t->compare = SIGNS[i].compare;
			n = strlen(SIGNS[i].text);
			break;
		}
	if (g == GLYPH_ARROW)
		t->kind = TOKEN_ARROW;
	else if (g == GLYPH_DASH)
		t->kind = TOKEN_DASH;
	else if (g == GLYPH_TILDE || g == GLYPH_QUOTE || g == GLYPH_SYMBOL ||
		 g == GLYPH_IGNORED || s->p[0] == '"' || s->p[0] == '@')
		t->kind = TOKEN_SOFT;
	else if (g == GLYPH_LE || g == GLYPH_GE) {
		t->kind = TOKEN_COMPARE;
		t->compare = g == GLYPH_LE ? CMP_LE : CMP_GE;
	}
	t->text = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
}

/* Does a sign that stands before s belong to the text in front of it? */
static bool is_after_text(const struct tokens *t, size_t at)
{
	const struct token *last = t->n ? &t->v[t->n - 1] : NULL;

	return last && last->at + last->text.n == at &&
	       (last->kind == TOKEN_WORD || last->kind == TOKEN_QUANTITY ||
		       last->kind == TOKEN_NAME || last->kind == TOKEN_CLOSE);
}

static bool is_after_number(const struct tokens *t, size_t at)
{
	return is_after_text(t, at) && t->v[t->n - 1].kind == TOKEN_QUANTITY;
}

static bool is_reference(struct str s)
{
	return s.n > 1 && (s.p[0] == '#' || s.p[0] == '!' || s.p[0] == '&') &&
	       str_is_alnum(s.p[1]);
}

/* Is what stands at that place the first of its clause, or the rest of a run
 * of ideographs that was cut there? */
static bool opens_run(const struct tokens *t, size_t at)
{
	const struct token *last = t->n ? &t->v[t->n - 1] : NULL;

	return !last || last->kind == TOKEN_STOP || last->kind == TOKEN_COLON ||
	       (last->kind == TOKEN_WORD && last->at + last->text.n == at &&
		       str_has_high(last->text));
}

/* Does a bound end there: "under", "at least", "<", "within"? */
static bool is_after_bound(const struct tokens *t)
{
	static const char *const WITHIN[] = {
		"within", "innerhalb", "binnen", "entro", "inom", NULL};
	enum { LONGEST = 5 };
	enum comparator c;

	for (size_t n = 1; n <= LONGEST && n <= t->n; n++)
		if (phrase_comparator(t, t->n - n, &c) == n)
			return true;
	return t->n && lex_is_any(t, t->n - 1, WITHIN);
}

/* As amount_take(), by what stands in front. */
static bool take_amount(struct arena *a, const struct tokens *t, struct str *s,
	size_t at, struct token *out)
{
	int where = is_after_text(t, at) ? AMOUNT_AFTER_TEXT : 0;
	struct str rest = *s;

	if (!amount_take(a, s, where, out))
		return false;
	if (!(out->flags & TOKEN_RANGE) || !is_after_bound(t))
		return true;
	*s = rest;
	return amount_take(a, s, where | AMOUNT_AFTER_BOUND, out);
}

static void take_token(struct arena *a, struct tokens *t, struct str *s,
	size_t at, struct token *out)
{
	size_t n;
	enum glyph g = glyph_first(*s, &n);

	if (take_amount(a, t, s, at, out))
		return;
	if (g == GLYPH_LETTER && amount_take_word(a, s, out))
		return;
	if (g == GLYPH_IDEOGRAPH &&
		east_take_numeral(a, s, opens_run(t, at), out))
		return;
	*out = (struct token){.kind = TOKEN_WORD};
	if (g == GLYPH_LETTER || is_reference(*s))
		out->text = add_stop(take_word(s), s);
	else if (g == GLYPH_IDEOGRAPH)
		out->text = east_word(s, is_after_number(t, at));
	else
		take_sign(s, out);
}

/* Parentheses in and out; what is never closed is no parenthesis, but only
 * the quantities in it are read a little less boldly for that. */
static void set_depth(struct token *t, int *depth)
{
	if (t->kind == TOKEN_CLOSE && *depth > 0)
		(*depth)--;
	t->depth = *depth;
	if (t->kind == TOKEN_OPEN && *depth < 100)
		(*depth)++;
}

/* "from [41%] to [55%]": signs around a number alone are no parenthesis. */
static void unwrap(struct tokens *t, size_t i)
{
	static const char *const LEADS[] = {
		"from", "to", "by", "of", "at", "is", "than", NULL};
	struct token *x = t->v;
	size_t k = i + 1, end;

	while (x[k].kind == TOKEN_SOFT || x[k].kind == TOKEN_COMPARE)
		k++;
	/* "[60 per day]" */
	for (end = k + 1; end < k + 4 && x[k].kind == TOKEN_QUANTITY &&
			  x[end].kind == TOKEN_WORD;)
		end++;
	if (x[k].kind != TOKEN_QUANTITY || x[end].kind != TOKEN_CLOSE ||
		!(lex_is_any(t, i - 1, LEADS) || lex_is(t, end + 1, "to") ||
			(i > 0 && x[i - 1].kind == TOKEN_ARROW) ||
			(end + 1 < t->n && x[end + 1].kind == TOKEN_ARROW)))
		return;
	x[i].kind = x[end].kind = TOKEN_SOFT;
	while (--end > i)
		x[end].depth--;
}

static void unwrap_all(struct tokens *t)
{
	for (size_t i = 0; i + 2 < t->n; i++)
		if (t->v[i].kind == TOKEN_OPEN && str_is(t->v[i].text, "["))
			unwrap(t, i);
}

/* "33% > 60%": from here to there. */
static void point_all(struct tokens *t)
{
	for (size_t i = 1; i + 1 < t->n; i++)
		if (str_is(t->v[i].text, ">") &&
			t->v[i - 1].kind == TOKEN_QUANTITY &&
			t->v[i + 1].kind == TOKEN_QUANTITY &&
			!strcmp(t->v[i - 1].q->unit, t->v[i + 1].q->unit))
			t->v[i].kind = TOKEN_ARROW;
}

enum { WORD_BYTES = 4 }; /* with the blank behind it */

void lex_some(struct arena *a, struct str line, size_t most, struct tokens *out)
{
	struct str s = str_sub(line, 0, LEX_MAX_BYTES);
	int depth = 0;

	*out = (struct tokens){.line = s};
	/* Few words are shorter; what is missing is added. */
	out->cap = (most < s.n / WORD_BYTES ? most : s.n / WORD_BYTES) + 3;
	out->v = ARENA_ARRAY(a, struct token, out->cap);
	while (out->n < most) {
		struct token t;
		size_t at;

		s = str_sub(s, glyph_blanks(s), s.n);
		if (!s.n)
			break;
		at = out->line.n - s.n;
		take_token(a, out, &s, at, &t);
		t.at = at;
		t.end = at + t.text.n;
		set_depth(&t, &depth);
		*vec_add(a, out) = t;
	}
	*vec_add(a, out) = (struct token){
		.kind = TOKEN_END, .at = out->line.n, .end = out->line.n};
	out->n--;
	unwrap_all(out);
	point_all(out);
	lex_settle(a, out);
}

void lex(struct arena *a, struct str line, struct tokens *out)
{
	lex_some(a, line, LEX_MAX_TOKENS, out);
}

bool lex_is(const struct tokens *t, size_t i, const char *text)
{
	return i < t->n && t->v[i].kind == TOKEN_WORD &&
	       str_iis(t->v[i].text, text);
}

bool lex_is_any(const struct tokens *t, size_t i, const char *const *words)
{
	if (i >= t->n || t->v[i].kind != TOKEN_WORD)
		return false;
	for (unsigned char c = str_letter(t->v[i].text); *words; words++)
		if ((unsigned char)**words == c &&
			str_iis(t->v[i].text, *words))
			return true;
	return false;
}
