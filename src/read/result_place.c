/*
 * Where in a line a written result could begin, and whether what stands there
 * is one or goes on with the sentence.
 */
#include "result_p.h"

#include "attr.h"
#include "plain.h"
#include "rag_p.h"
#include "words.h"
#include "now_p.h"

#define WIDE_COMMA "\uff0c"
#define WIDE_COLON "\uff1a"
#define WIDE_OPEN "\uff08"
#define WIDE_CLOSE "\uff09"

static void note(struct places *p, size_t at, size_t rest)
{
	if (p->n == MAX_PLACES) {
		/* The first stays, the others are the last ones. */
		memmove(&p->v[1], &p->v[2], (MAX_PLACES - 2) * sizeof p->v[0]);
		p->n--;
	}
	p->v[p->n++] = (struct place){at, rest};
}

/* Skips to behind the next end mark; false, and remembered, when none. */
static bool skip_to(
	const struct split *s, size_t *at, const char *end, bool *none)
{
	size_t found;

	if (*none)
		return false;
	found = str_find(str_sub(s->line, *at, s->line.n), str_of(end));
	if (found == STR_NONE) {
		*none = true;
		return false;
	}
	*at += found + strlen(end);
	return true;
}

static const char *const STRONG[] = {"===>", "==>", "--->", "-->", "=>",
	"\u21d2", "\u27f9", ">>>", ">>", "<---", "<-- ", "<== "};
static const char *const WEAK[] = {
	"->", "\u2192", "\u27a1", "\u27f6", "\u2794", "\u279c", "\u00bb"};
static const char *const DASHES[] = {" - ", " -- ", " \u2013 ", " \u2014 ",
	"\u2014", " | ", " // ", " \u00b7 ", " \u2026 ", " ... ", "\u2026 ",
	"... "};

/* The length of one of the marks at the beginning of rest, or 0. */
static size_t mark(struct str rest, const char *const *marks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(rest, marks[i]))
			return strlen(marks[i]);
	return 0;
}

/* The length of a drawn bar, "███░░" and "[###..]", or 0. */
static size_t bar_length(struct str rest)
{
	static const char *const BLOCKS[] = {"\u2588", "\u2593", "\u2592",
		"\u2591", "\u25b0", "\u25b1", "\u25ac", "\u2501", "\u25a0",
		"\u25a1", "#", "=", ".", "-", ">", " "};
	bool framed = rest.p[0] == '[';
	size_t at = framed, n = 0, step = 1;

	/* Only in a frame may it be of the keyboard's signs. */
	for (; at < rest.n && step; at += step, n += step > 0)
		step = mark(str_sub(rest, at, rest.n), BLOCKS,
			framed ? COUNT_OF(BLOCKS) : 10);
	if (n < (framed ? 5 : 3) ||
		(framed && (at == rest.n || rest.p[at] != ']')))
		return 0;
	return at + framed;
}

/* Lamps and dots, which say no more than that something is told behind them. */
static bool is_light(struct str emoji)
{
	static const char *const DOTS[] = {"\U0001f535", "\u26aa", "\u26ab",
		"\U0001f7e3", "\U0001f7e4", "\U0001f518", "\U0001f7e6"};
	enum health health;

	for (size_t i = 0; i < COUNT_OF(DOTS); i++) {
		if (str_starts(emoji, DOTS[i]))
			return true;
	}
	return rag_take(&emoji, &health);
}

/* "The page is up. -> monitoring": the sentence is over. */
static bool is_behind_stop(const struct split *s, size_t at)
{
	struct str left = str_trim(str_sub(s->line, 0, at));
	size_t n = left.n;

	return n > 3 && left.p[n - 1] == '.' && str_is_alnum(left.p[n - 2]) &&
	       str_is_alnum(left.p[n - 3]);
}

/* A wide comma, and "done 60 %" or the like in Chinese. */
static bool is_comma_told(struct str s)
{
	static const char *const WORDS[] = {"\u5b8c\u6210",
		"\u5df2\u5b8c\u6210", "\u8fdb\u884c\u4e2d",
		"\u672a\u5f00\u59cb", "\u672a\u5b8c\u6210"};

	return str_skip(&s, WIDE_COMMA) && mark(s, WORDS, COUNT_OF(WORDS));
}

/* "Ana T": a name's first letter. */
static bool is_initial(struct str s, struct str word)
{
	return word.n == 1 && word.p[0] >= 'A' && word.p[0] <= 'Z' &&
	       str_trim(s).n > word.n;
}

bool split_is_short(struct str s)
{
	static const char *const SHORT[] = {"vs", "approx", "ca", "max", "min",
		"avg", "incl", "prev", "est"};
	struct str word = split_last_words(s, 1);

	if (is_initial(s, word))
		return true;
	for (size_t i = 0; i < COUNT_OF(SHORT); i++)
		if (str_iis(word, SHORT[i]))
			return true;
	return false;
}

/* Arrows, dashes and the like at `at`; gives how far to go on. */
static size_t note_mark(struct split *s, size_t at)
{
	struct str rest = str_sub(s->line, at, s->line.n), emoji;
	size_t n;

	/* Letters and digits are most of a text, and no marks. */
	if (str_is_alnum(rest.p[0]))
		return 1;
	n = mark(rest, STRONG, COUNT_OF(STRONG));
	if (n) {
		note(&s->strong, at, at + n);
		return n;
	}
	n = mark(rest, WEAK, COUNT_OF(WEAK));
	if (n) {
		note(is_behind_stop(s, at) ? &s->strong : &s->weak, at, at + n);
		return n;
	}
	n = mark(rest, DASHES, COUNT_OF(DASHES));
	if (n) {
		note(&s->dash, at, at + n);
		return n > 1 ? n - 1 : n;
	}
	emoji = emoji_take(&rest);
	if (emoji.n) {
		if ((verdict_of_emoji(emoji) || is_light(emoji)) && at > 0)
			note(&s->emoji, at, at);
		return emoji.n;
	}
	if (str_starts(rest, WIDE_COLON))
		note(&s->colon, at, at + strlen(WIDE_COLON));
	else if (is_comma_told(rest))
		note(&s->colon, at, at + strlen(WIDE_COMMA));
	else if (str_starts(rest, ": "))
		note(&s->colon, at, at + 1);
	else if (str_starts(rest, "; ") ||
		 (str_starts(rest, ". ") &&
			 !split_is_short(str_sub(s->line, 0, at))))
		note(&s->stop, at + 1, at + 1);
	else if (str_starts(rest, ", "))
		note(&s->comma, at, at + 1);
	return 1;
}

/* Arrows inside parentheses, code, comments and addresses are not ours. */
void split_survey(struct split *s)
{
	int depth = 0;

	for (size_t at = 0; at < s->line.n;) {
		struct str rest = str_sub(s->line, at, s->line.n);
		size_t to = at + 2;

		/* Most of a text: letters, digits, a blank before them. */
		if (str_is_alnum(rest.p[0]) ||
			(rest.p[0] == ' ' && rest.n > 1 &&
				str_is_alnum(rest.p[1]))) {
			at++;
			continue;
		}
		if ((str_starts(rest, "<!--") &&
			    skip_to(s, &at, "-->", &s->no_comment_end)) ||
			(str_starts(rest, "](") &&
				skip_to(s, &to, ")", &s->no_link_end))) {
			if (rest.p[0] == ']') {
				at = to;
				depth -= depth > 0;
			}
			continue;
		}
		to = at + 1;
		if (rest.p[0] == '`' && skip_to(s, &to, "`", &s->no_code_end)) {
			at = to;
			continue;
		}
		if (depth == 0 && (rest.p[0] == '[' || rest.p[0] == '\xe2') &&
			bar_length(rest)) {
			note(&s->bar, at, at + bar_length(rest));
			at += bar_length(rest);
			continue;
		}
		if (rest.p[0] == '[' && depth == 0)
			note(&s->bracket, at, at);
		if (rest.p[0] == '(' && depth == 0)
			note(&s->open, at, at);
		if (str_starts(rest, WIDE_OPEN) && depth == 0)
			note(&s->open, at, at);
		depth += rest.p[0] == '(' || rest.p[0] == '[' ||
			 str_starts(rest, WIDE_OPEN);
		depth -= depth > 0 && (rest.p[0] == ')' || rest.p[0] == ']' ||
					      str_starts(rest, WIDE_CLOSE));
		at += depth ? 1 : note_mark(s, at);
	}
}

struct str split_left(const struct split *s, struct place p)
{
	return str_trim(str_sub(s->line, 0, p.at));
}

struct str split_right(const struct split *s, struct place p)
{
	return str_trim(str_sub(s->line, p.rest, p.rest + RESULT_BYTES));
}

struct verdict split_judge(const struct split *s, struct str right)
{
	return verdict_of(plain_text(s->arena, right, NULL));
}

/* "it was 65 % last year", "es waren 40": what it was, in a clause. */
static bool is_what_was(struct str s)
{
	static const char *const IT[] = {"it ", "this ", "that ", "these ",
		"they ", "there ", "we ", "which ", "es ", "das ", "sie ",
		"wir ", "c'", "c\u2019", "cela ", "elle ", "il ", "nous ",
		"het ", "dat ", "dit ", "det ", "den ", "vi "};
	static const char *const WAS[] = {"was ", "were ", "is ", "had ",
		"war ", "waren ", "lag ", "lagen ", "stood at ", "\u00e9tait ",
		"\u00e9taient ", "\u00e9tions ", "era ", "eran ", "eram ",
		"erano ", "fue ", "foi ", "var ", "by\u0142o "};
	static const char *const AT[] = {"at ", "bei ", "\u00e0 ", "op "};
	size_t n = s.n;

	for (size_t i = 0; i < COUNT_OF(IT) && s.n == n; i++)
		str_iskip(&s, IT[i]);
	for (size_t i = 0; i < COUNT_OF(WAS); i++) {
		if (!str_iskip(&s, WAS[i]))
			continue;
		for (size_t k = 0; k < COUNT_OF(AT); k++)
			str_iskip(&s, AT[k]);
		return s.n && str_is_digit(s.p[0]);
	}
	return false;
}

/* "(currently 68%)" and "(was 120)" are values of the sentence. */
static bool is_reading(struct str right)
{
	static const char *const WORDS[] = {"currently", "current", "now",
		"today", "baseline", "was", "were", "is", "start", "starting",
		"started", "target", "goal", "previously", "aktuell", "derzeit",
		"actuellement", "actualmente"};
	struct str word;

	while (right.n && strchr("([*_ ", right.p[0]))
		right = str_sub(right, 1, right.n);
	word = right;
	if (is_what_was(right))
		return true;
	if (vocab_skip_now(&word) && word.n && str_is_digit(word.p[0]))
		return true;
	for (word = str_sub(right, 0, 0);
		word.n < right.n && !strchr(" :,)]", right.p[word.n]);)
		word.n++;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (word.n < right.n && str_iis(word, WORDS[i]))
			/* "Started, Ana has a draft" */
			return !str_iis(word, "started") ||
			       right.p[word.n] != ',' || str_has_digit(right);
	return false;
}

/* Where no arrow parts the two. */
struct verdict split_judge_loose(const struct split *s, struct str right)
{
	struct verdict none = {.kind = RESULT_NONE};

	return is_reading(right) ? none : split_judge(s, right);
}

/* "(open / closed / moved": three words or more, and blanks at the slashes. */
static bool lists_kinds(struct str s)
{
	struct str part;
	size_t n = 0;

	if (str_find(s, STR(" / ")) == STR_NONE)
		return false;
	for (; str_take_until(&s, '/', &part); n++) {
		part = str_trim_end(str_trim(part), ".)");
		if (!part.n || str_words(part) > 2 || str_has_digit(part))
			return false;
	}
	return n > 2;
}

/* "churn (Paused/Deactivated)", "(lost or cancelled)": words that name what is
 * counted; a result is one of them.  "n/a" is no such pair. */
bool split_is_choice(struct str s)
{
	static const char *const OR[] = {" or ", " oder ", " ou "};
	size_t slash = str_find_char(s, '/');

	for (size_t i = 0; i < COUNT_OF(OR); i++) {
		if (str_ifind(s, str_of(OR[i])) != STR_NONE)
			return true;
	}
	if (lists_kinds(s))
		return true;
	return slash != STR_NONE && slash > 2 && slash + 2 < s.n &&
	       str_is_alpha(s.p[slash - 1]) && str_is_alpha(s.p[slash - 2]) &&
	       str_is_alpha(s.p[slash + 1]) && str_is_alpha(s.p[slash + 2]);
}

/* --- sentence or result? --- */

/* The last n words of a text. */
struct str split_last_words(struct str s, int n)
{
	size_t at = s.n;

	while (n-- > 0 && at > 0) {
		while (at > 0 && str_is_space(s.p[at - 1]))
			at--;
		while (at > 0 && !str_is_space(s.p[at - 1]))
			at--;
	}
	return str_trim(str_sub(s, at, s.n));
}
