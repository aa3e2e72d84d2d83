/*
 * From a line to its tokens.
 */
#include "checkin_words_p.h"

#include "attr.h"
#include "mark_number_p.h"
#include "rag_p.h"
#include "verdict_p.h"
#include "words.h"

enum { LINE_BYTES = 2000 };

/* Marks between words; the longest first. */
static const struct {
	const char *mark;
	enum token_kind kind;
} MARKS[] = {
	{"==>", TOKEN_ARROW},
	{"-->", TOKEN_ARROW},
	{"=>", TOKEN_ARROW},
	{"->", TOKEN_ARROW},
	{">>", TOKEN_ARROW},
	{"\u2192", TOKEN_ARROW},
	{"\u21d2", TOKEN_ARROW},
	{"\u27a1\ufe0f", TOKEN_ARROW},
	{"\u27a1", TOKEN_ARROW},
	{"\u279c", TOKEN_ARROW},
	{"\u2014", TOKEN_COLON},
	{"\u2013", TOKEN_COLON},
	{"--", TOKEN_COLON},
	{"-", TOKEN_COLON},
	{"=", TOKEN_COLON},
	{":", TOKEN_COLON},
	{"\uff1a", TOKEN_COLON},
	{"\u00b7", TOKEN_STOP},
	{"\u2022", TOKEN_STOP},
	{"|", TOKEN_COLON},
	{";", TOKEN_STOP},
	{"!", TOKEN_STOP},
	{"?", TOKEN_STOP},
	{"\u2026", TOKEN_STOP},
	{".", TOKEN_STOP},
	{",", TOKEN_COMMA},
	{"&", TOKEN_COMMA},
	{"+", TOKEN_COMMA},
	{"/", TOKEN_COMMA},
	{"(", TOKEN_OPEN},
	{"[", TOKEN_OPEN},
	{")", TOKEN_CLOSE},
	{"]", TOKEN_CLOSE},
	{"~", TOKEN_NEAR},
	{"\u2248", TOKEN_NEAR},
	{"\u00b1", TOKEN_LIMIT},
	{"\uff0c", TOKEN_COMMA},
	{"\u3001", TOKEN_COMMA},
	{"\uff1b", TOKEN_STOP},
	{"\u3002", TOKEN_STOP},
	{"\uff01", TOKEN_STOP},
	{"\uff08", TOKEN_OPEN},
	{"\uff09", TOKEN_CLOSE},
	{"\u3010", TOKEN_OPEN},
	{"\u3011", TOKEN_CLOSE},
	{"\u00a1", TOKEN_NEAR},
	{"\u00bf", TOKEN_NEAR},
	{"\u201e", TOKEN_NEAR}, /* quotation marks */
	{"\u201c", TOKEN_NEAR},
	{"\u201d", TOKEN_NEAR},
	{"\u00ab", TOKEN_NEAR},
	{"\u00bb", TOKEN_NEAR},
	{"\u300c", TOKEN_NEAR},
	{"\u300d", TOKEN_NEAR},
};

static bool is_word(char c)
{
	return str_is_alnum(c) || (unsigned char)c >= 0x80 || c == '_' ||
	       c == '\'' || c == '@' || c == '!' || c == '#' || c == '%' ||
	       c == '.' || c == '-' || c == '/' || c == '$';
}

/* Does a wide mark stand here, which ends a word though it is no blank? */
static bool is_wide_mark(struct str s)
{
	static const char *const SIGNS[] = {"\u2192", "\u2014", "\u2026",
		"\u2013", "\u201c", "\u201d", "\u00bb"};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++)
		if (str_starts(s, SIGNS[i]))
			return true;
	return verdict_wide_mark(s) > 0;
}

/* A word with what hangs on it: "how-to", "!123", "2025-02-03", "v1.2". */
static struct str take_word(struct str *s)
{
	struct str rest = *s, emoji;
	size_t n = 0;

	while (n < s->n && is_word(s->p[n])) {
		if (((unsigned char)s->p[n] & 0xc0) == 0x80) {
			n++; /* inside a letter */
			continue;
		}
		rest = str_sub(*s, n, s->n);
		emoji = emoji_take(&rest);
		if (n && emoji.n)
			break;
		if (n && is_wide_mark(rest))
			break;
		n++;
	}
	/* the full stop at a word's end is none of it */
	while (n > 1 && strchr(".-/!'", s->p[n - 1]))
		n--;
	n += n == 0;
	rest = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return rest;
}

static bool take_mark(struct str *s, struct token *t)
{
	struct str all = *s;

	for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
		if (!str_skip(s, MARKS[i].mark))
			continue;
		t->kind = MARKS[i].kind;
		t->text = str_sub(all, 0, all.n - s->n);
		t->question = MARKS[i].mark[0] == '?';
		return true;
	}
	return false;
}

/* "530 na semana", "318 ya": a small word behind a number is no unit.  Gives
 * the number alone, with *s behind it, or q. */
static const struct quantity *without_word(struct arena *a, struct str all,
	struct str *s, const struct quantity *q)
{
	static const char *const WORDS[] = {"na", "no", "nas", "nos", "nesta",
		"neste", "esta", "este", "cette", "diese", "dieser", "bis",
		"im", "am", "desde", "depuis", "ist", "sind", "est", "sont",
		"est\u00e1", "pour", "hasta", "at\u00e9", "dans", "de", "di",
		"von", "van"};
	enum {
		SMALL = 1 << TOKEN_NOW | 1 << TOKEN_NEAR | 1 << TOKEN_TOTAL |
			1 << TOKEN_DEPEND | 1 << TOKEN_PAST | 1 << TOKEN_COMMA |
			1 << TOKEN_INTO
	};
	struct str unit = str_of(q->unit), rest = unit, word;
	struct quantity *bare;
	enum token_kind kind;
	bool small = str_is_alpha(q->unit[0]) &&
		     token_take_phrase(&rest, &kind) && kind_is(kind, SMALL);
	size_t at;

	if (!str_take_until(&unit, ' ', &word) ||
		(!small && !word_is_one(word, WORDS, COUNT_OF(WORDS))))
		return q;
	at = str_ifind(all, word);
	if (at == STR_NONE || at == 0 || !str_is_space(all.p[at - 1]))
		return q;
	bare = ARENA_NEW(a, struct quantity);
	*bare = *q;
	bare->unit = "";
	bare->text = arena_text(a, str_trim(str_sub(all, 0, at)));
	*s = str_sub(all, at - 1, all.n);
	return bare;
}

/* "2 oficinas abiertas": the unit is the noun, the deed stands behind it. */
static const struct quantity *without_deed(struct arena *a, struct str all,
	struct str *s, const struct quantity *q)
{
	static const char *const STEMS[] = {"abiert", "abert", "apert",
		"ouvert", "escrit", "scritt", "hech", "feit", "fatt", "vendu",
		"tenu", "re\u00e7u", "cubiert"};
	struct str text = str_of(q->text), unit = str_of(q->unit), noun;
	struct quantity *bare;
	size_t blank;

	if (!text_begins_one(unit, STEMS, COUNT_OF(STEMS)) ||
		!str_ends(text, q->unit) || !str_starts(all, q->text))
		return q;
	text = str_trim_right(str_sub(text, 0, text.n - unit.n));
	blank = str_rfind_char(text, ' ');
	if (blank == STR_NONE || !str_is_alpha(text.p[blank + 1]))
		return q;
	noun = str_sub(text, blank + 1, text.n);
	bare = ARENA_NEW(a, struct quantity);
	*bare = *q;
	bare->unit = arena_text(a, noun);
	bare->text = arena_text(a, text);
	*s = str_sub(all, text.n, all.n);
	return bare;
}

/* A number, where the text could begin one. */
static bool take_number(
	struct arena *a, struct str *s, struct token *t, size_t *budget)
{
	struct str all = *s;
	const struct quantity *q;
	unsigned char c = (unsigned char)s->p[0];

	if (!str_is_digit(s->p[0]) && !strchr("$<>+-~.", s->p[0]) &&
		c != 0xc2 && c != 0xe2 && !(s->n > 3 && str_is_alpha(s->p[0])))
		return false;
	/* "EUR 5" is a number, words are none */
	if (str_is_alpha(s->p[0]) &&
		(!char_is_upper(s->p[0]) || !char_is_upper(s->p[1]) ||
			!char_is_upper(s->p[2]) || str_is_alnum(s->p[3])))
		return false;
	if (!*budget)
		return false;
	--*budget;
	q = quantity_take(a, s);
	if (!q)
		return false;
	q = without_deed(a, all, s, without_word(a, all, s, q));
	t->kind = !q->has_value || q->comparator ? TOKEN_RANGE
		  : all.p[0] == '+'              ? TOKEN_DELTA
						 : TOKEN_NUMBER;
	t->q = q;
	t->text = str_sub(all, 0, all.n - s->n);
	return true;
}

/* Signs, and words that stand alone or at a part's end. */
static bool take_health(struct str *s, struct token *t)
{
	struct str all = *s;

	if (!rag_take(s, &t->health))
		return false;
	t->kind = TOKEN_HEALTH;
	t->text = str_sub(all, 0, all.n - s->n);
	return true;
}

bool token_goes_on(struct str s)
{
	return s.n && (str_is_alnum(s.p[0]) || ((unsigned char)s.p[0] >= 0xc3 &&
						       !is_wide_mark(s)));
}

/* The "-shows" of "no-shows" */
static bool is_compound(struct str s)
{
	return s.n > 1 && s.p[0] == '-' && str_is_alpha(s.p[1]);
}

/* The longest phrase of a table that s begins with. */
static void look_up(struct str s, const struct phrase *list, size_t n,
	size_t *best, enum token_kind *kind)
{
	char first = s.n ? str_lower(s.p[0]) : '\0';

	for (size_t i = 0; i < n; i++) {
		struct str rest = s;
		size_t length;

		if (list[i].words[0] != first)
			continue;
		length = strlen(list[i].words);
		if (length <= *best || !str_iskip(&rest, list[i].words) ||
			token_goes_on(rest) || is_compound(rest))
			continue;
		*best = length;
		*kind = list[i].kind;
	}
}

bool token_take_phrase(struct str *s, enum token_kind *kind)
{
	size_t best = 0;

	look_up(*s, PHRASES_ENGLISH, PHRASES_ENGLISH_N, &best, kind);
	look_up(*s, PHRASES_OTHER, PHRASES_OTHER_N, &best, kind);
	look_up(*s, PHRASES_MORE, PHRASES_MORE_N, &best, kind);
	look_up(*s, PHRASES_MOVED, PHRASES_MOVED_N, &best, kind);
	*s = str_sub(*s, best, s->n);
	return best > 0;
}

/* "sigue [en tr\u00e1mite]", "est\u00e1 [em andamento]" */
static bool begins_state(struct str s)
{
	enum {
		STATES = 1 << RESULT_WIP | 1 << RESULT_DEFERRED |
			 1 << RESULT_BLOCKED
	};
	struct verdict v;

	if (!str_istarts(s, "en ") && !str_istarts(s, "em "))
		return false;
	v = verdict_of(s);
	return v.known && !v.has_percent && (STATES >> v.kind & 1);
}

static bool take_phrase(struct str *s, struct token *t)
{
	struct str all = *s, rest;
	enum health health;
	size_t cut;

	/* "CA", the turnover, and no "ca. 5" */
	if (str_starts(*s, "CA") && !token_goes_on(str_sub(*s, 2, s->n)))
		return false;
	if (!token_take_phrase(s, &t->kind))
		return false;
	t->text = str_sub(all, 0, all.n - s->n);
	/* "is at risk", "esta en riesgo" */
	cut = str_rfind_char(t->text, ' ');
	rest = cut == STR_NONE ? all : str_sub(all, cut + 1, all.n);
	if (cut != STR_NONE &&
		(rag_take(&rest, &health) || begins_state(rest))) {
		t->text.n = cut;
		t->kind = TOKEN_AT;
		*s = str_sub(all, cut, all.n);
	}
	return true;
}

static bool is_time(struct str word)
{
	static const char *const WORDS[] = {"total", "average", "production",
		"q1", "q2", "q3", "q4", "week", "month", "quarter", "year",
		"period", "survey", "sprint", "place", "all", "general",
		"insgesamt", "prod"};

	return word_is_one(word, WORDS, COUNT_OF(WORDS)) || day_month(word);
}

/* "1", "1.2", "#1" */
static bool take_ordinal(struct str *s, struct str *number)
{
	struct str rest = *s;
	size_t n = 0;

	str_skip_blank(&rest);
	if (!str_skip_char(&rest, '#'))
		str_skip_char(&rest, '-');
	while (n < rest.n && (str_is_digit(rest.p[n]) ||
				     (n && rest.p[n] == '.' && n + 1 < rest.n &&
					     str_is_digit(rest.p[n + 1]))))
		n++;
	if (!n || (n < rest.n && str_is_alpha(rest.p[n])))
		return false;
	*number = str_sub(rest, 0, n);
	*s = str_sub(rest, n, rest.n);
	return true;
}

/* "first", "2nd" and so on before "KR", or "one" */
static bool take_nth(struct str *s, struct str *number)
{
	static const struct {
		const char *word, *number;
	} WORDS[] = {
		{"first", "1"},
		{"1st", "1"},
		{"second", "2"},
		{"2nd", "2"},
		{"third", "3"},
		{"3rd", "3"},
		{"fourth", "4"},
		{"4th", "4"},
		{"fifth", "5"},
		{"5th", "5"},
		{"das erste", "1"},
		{"das zweite", "2"},
		{"das dritte", "3"},
		{"erstes", "1"},
		{"zweites", "2"},
		{"drittes", "3"},
		{"le premier", "1"},
		{"premier", "1"},
		{"deuxi\u00e8me", "2"},
		{"troisi\u00e8me", "3"},
		{"el primer", "1"},
		{"primer", "1"},
		{"segundo", "2"},
		{"tercer", "3"},
	};
	static const char *const NOUNS[] = {
		" key result", " KR", " one", " r\u00e9sultat cl\u00e9"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = *s;

		if (!str_iskip(&rest, WORDS[i].word))
			continue;
		for (size_t k = 0; k < COUNT_OF(NOUNS); k++)
			if (str_iskip(&rest, NOUNS[k]) &&
				!(rest.n && str_is_alnum(rest.p[0]))) {
				*number = str_of(WORDS[i].number);
				*s = rest;
				return true;
			}
	}
	return false;
}

bool token_take_kr(struct str *s, struct str *number, bool *several)
{
	static const char *const WORDS[] = {"key results", "key result", "KRs",
		"KR", "schl\u00fcsselergebnis", "r\u00e9sultat cl\u00e9", "RC",
		"resultado clave", "resultado-chave", "risultato chiave",
		"kernresultaat"};
	struct str rest = *s, objective;

	*several = false;
	if (take_nth(s, number))
		return true;
	/* "O1KR2", "O1-KR2" */
	if (str_iskip(&rest, "O") && take_ordinal(&rest, &objective)) {
		str_skip_char(&rest, '-');
		str_skip_char(&rest, '.');
		str_skip_blank(&rest);
		if (!str_istarts(rest, "KR"))
			return false;
	} else {
		rest = *s;
	}
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str after = rest;

		if (!str_iskip(&after, WORDS[i]) ||
			!take_ordinal(&after, number))
			continue;
		*several = i == 0 || i == 2;
		*s = after;
		return true;
	}
	return false;
}

static bool take_mention(struct str *s, struct token *t)
{
	struct str all = *s;

	if (!token_take_kr(s, &t->number, &t->several))
		return false;
	t->kind = TOKEN_KR;
	t->text = str_sub(all, 0, all.n - s->n);
	return true;
}

/* "in May", "5 May", "May so far", and no "may" */
static bool is_in_may(const struct tokens *out, struct str s)
{
	static const char *const NEXT[] = {"I ", "we ", "you ", "they ", "he ",
		"she ", "it ", "be ", "not ", "the ", "this ", "have ", "need ",
		"take ", "also ", "well ", "require "};
	struct str rest = s;

	if (!out->n && str_skip(&rest, "May "))
		return !text_begins_one(rest, NEXT, COUNT_OF(NEXT));
	if (!out->n && str_starts(s, "May: "))
		return true;
	return out->n && str_starts(s, "May") &&
	       !token_goes_on(str_sub(s, 3, s.n)) &&
	       kind_is(out->v[out->n - 1].kind,
		       1 << TOKEN_INTO | 1 << TOKEN_NUMBER);
}

/* Takes the next token behind those that out has. */
static void take_any(struct arena *a, struct str *s, struct tokens *out)
{
	struct token *t = &out->v[out->n];
	struct str word, longer = *s, emoji = *s;
	enum token_kind kind;

	/* "on track for $18M" is a plan, "on track" is health */
	if (str_istarts(*s, "on track ") && token_take_phrase(&longer, &kind) &&
		kind == TOKEN_PLAN && take_phrase(s, t))
		return;
	if (is_in_may(out, *s)) {
		t->text = take_word(s);
		t->kind = TOKEN_TIME;
		return;
	}
	if (take_mention(s, t) || take_health(s, t) ||
		take_number(a, s, t, &out->budget) ||
		token_take_worded(a, s, out) || take_phrase(s, t))
		return;
	word = emoji_take(&emoji);
	if (word.n) {
		t->kind = TOKEN_NEAR;
		t->text = word;
		*s = emoji;
		return;
	}
	/* "-5" and ".6" were numbers, "!12" and "#3" are words */
	if (!(s->n > 1 && strchr("!#", s->p[0]) && str_is_digit(s->p[1])) &&
		take_mark(s, t))
		return;
	word = take_word(s);
	t->text = word;
	t->kind = is_time(word) ? TOKEN_TIME : TOKEN_WORD;
}

void tokens_read(struct arena *a, struct str text, struct tokens *out)
{
	struct str s = str_sub(text, 0, LINE_BYTES);

	out->n = 0;
	for (str_skip_space(&s); s.n && out->n < MAX_TOKENS;
		str_skip_space(&s)) {
		out->v[out->n] = (struct token){.kind = TOKEN_WORD};
		take_any(a, &s, out);
		out->n++;
	}
	out->v[out->n] =
		(struct token){.kind = TOKEN_END, .text = str_sub(s, 0, 0)};
}

struct str tokens_text(const struct tokens *t, size_t from, size_t to)
{
	const char *begin = t->v[from].text.p, *end;

	if (from >= to)
		return (struct str){NULL, 0};
	end = t->v[to - 1].text.p + t->v[to - 1].text.n;
	return (struct str){begin, (size_t)(end - begin)};
}

void tokens_cut(struct tokens *t, size_t from, size_t to)
{
	memmove(&t->v[from], &t->v[to], (t->n + 1 - to) * sizeof *t->v);
	t->n -= to - from;
}

bool token_is_sign(const struct token *t)
{
	return t->kind == TOKEN_NEAR && !str_is_alpha(t->text.p[0]);
}

bool token_is_picture(const struct token *t)
{
	return (unsigned char)t->text.p[0] >= 0xf0 && token_is_sign(t);
}

bool word_is_one(struct str word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_iis(word, list[i]))
			return true;
	return false;
}

bool text_has_one(struct str text, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_ifind(text, str_of(list[i])) != STR_NONE)
			return true;
	return false;
}

bool text_begins_one(struct str text, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_istarts(text, list[i]))
			return true;
	return false;
}

bool word_ends_one(struct str word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_iends(word, list[i]))
			return true;
	return false;
}
