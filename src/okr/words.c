/*
 * Word tables.  Verbs are listed once in the infinitive (verbs_p.h); inflected
 * forms are made by rule.
 */
#include "words.h"

#include <stdlib.h>

#include "glyph_p.h"
#include "verbs_other_p.h"
#include "verbs_p.h"
#include "verbs_told_p.h"

static int by_word(const void *key, const void *row)
{
	const struct str *word = key;
	const char *other = ((const struct verb *)row)->word;

	for (size_t i = 0; i < word->n; i++) {
		int c = (unsigned char)str_lower(word->p[i]) -
			(unsigned char)other[i];

		if (c)
			return c;
	}
	return other[word->n] ? -1 : 0;
}

static enum verb_sense sense_in(
	const struct verb *verbs, size_t n, struct str word)
{
	const struct verb *found =
		bsearch(&word, verbs, n, sizeof *verbs, by_word);

	return found ? found->sense : VERB_NONE;
}

static enum verb_sense sense_of(struct str word)
{
	return sense_in(VERBS, COUNT_OF(VERBS), word);
}

/* The stem with something put back: "reduc" + "e". */
static enum verb_sense sense_of_stem(struct str stem)
{
	char text[32];
	enum verb_sense s = sense_of(stem);

	if (s || stem.n < 2 || stem.n + 1 > sizeof text)
		return s;
	memcpy(text, stem.p, stem.n);
	text[stem.n] = 'e';
	s = sense_of((struct str){text, stem.n + 1});
	/* "cutting", "dropped" */
	if (!s && stem.p[stem.n - 1] == stem.p[stem.n - 2])
		s = sense_of(str_sub(stem, 0, stem.n - 1));
	return s;
}

/* "\u00d6ka", "\u0110\u1ea1t": the word with a small first letter. */
static struct str fold_first(struct str word, char *text, size_t max)
{
	unsigned first;

	if (word.n < 2 || word.n > max || (unsigned char)word.p[0] < 0xc3)
		return word;
	first = str_fold(word.p);
	memcpy(text, word.p, word.n);
	text[0] = (char)(first >> 8);
	text[1] = (char)(first & 0xff);
	return (struct str){text, word.n};
}

enum verb_sense verb_sense(struct str word, bool inflected)
{
	static const char *const ENDINGS[] = {"ing", "ed", "es", "d", "s"};
	char folded[48];
	enum verb_sense s;

	if (!word.n)
		return VERB_NONE;
	word = fold_first(word, folded, sizeof folded);
	s = sense_of(word);
	s = s ? s : sense_in(VERBS_OTHER, COUNT_OF(VERBS_OTHER), word);
	if (s || !inflected)
		return s;
	s = sense_in(VERBS_TOLD, COUNT_OF(VERBS_TOLD), word);
	for (size_t i = 0; i < COUNT_OF(ENDINGS) && !s; i++)
		if (str_iends(word, ENDINGS[i]) && word.n > 4)
			s = sense_of_stem(
				str_sub(word, 0, word.n - strlen(ENDINGS[i])));
	return s;
}

enum direction verb_direction(enum verb_sense s)
{
	static const enum direction DIRECTIONS[] = {
		[VERB_NONE] = DIRECTION_NONE,
		[VERB_UP] = DIRECTION_INCREASE,
		[VERB_DOWN] = DIRECTION_DECREASE,
		[VERB_CHANGE] = DIRECTION_NONE,
		[VERB_REACH] = DIRECTION_REACH,
		[VERB_KEEP] = DIRECTION_NONE,
		[VERB_MAKE] = DIRECTION_NONE,
	};

	return DIRECTIONS[s];
}

struct mark {
	const char *text;
	enum health health;
};

static const struct mark EMOJI[] = {
	{"\U0001f7e2", HEALTH_ON_TRACK},
	{"\U0001f7e9", HEALTH_ON_TRACK},
	{"\U0001f49a", HEALTH_ON_TRACK},
	{"\u2705", HEALTH_ON_TRACK},
	{"\u2714", HEALTH_ON_TRACK},
	{":green_circle:", HEALTH_ON_TRACK},
	{":large_green_circle:", HEALTH_ON_TRACK},
	{":green_heart:", HEALTH_ON_TRACK},
	{":white_check_mark:", HEALTH_ON_TRACK},
	{":heavy_check_mark:", HEALTH_ON_TRACK},
	{"\U0001f7e1", HEALTH_NEEDS_ATTENTION},
	{"\U0001f7e0", HEALTH_NEEDS_ATTENTION},
	{"\U0001f7e8", HEALTH_NEEDS_ATTENTION},
	{"\U0001f7e7", HEALTH_NEEDS_ATTENTION},
	{"\U0001f49b", HEALTH_NEEDS_ATTENTION},
	{"\u26a0", HEALTH_NEEDS_ATTENTION},
	{":yellow_circle:", HEALTH_NEEDS_ATTENTION},
	{":large_yellow_circle:", HEALTH_NEEDS_ATTENTION},
	{":orange_circle:", HEALTH_NEEDS_ATTENTION},
	{":large_orange_circle:", HEALTH_NEEDS_ATTENTION},
	{":yellow_heart:", HEALTH_NEEDS_ATTENTION},
	{":warning:", HEALTH_NEEDS_ATTENTION},
	{"\U0001f534", HEALTH_AT_RISK},
	{"\U0001f7e5", HEALTH_AT_RISK},
	{"\U0001f6d1", HEALTH_AT_RISK},
	{"\u274c", HEALTH_AT_RISK},
	{"\u2757", HEALTH_AT_RISK},
	{":red_circle:", HEALTH_AT_RISK},
	{":large_red_circle:", HEALTH_AT_RISK},
	{":x:", HEALTH_AT_RISK},
};

static const struct mark COLOURS[] = {
	{"green", HEALTH_ON_TRACK},
	{"yellow", HEALTH_NEEDS_ATTENTION},
	{"amber", HEALTH_NEEDS_ATTENTION},
	{"orange", HEALTH_NEEDS_ATTENTION},
	{"red", HEALTH_AT_RISK},
	{"gr\u00fcn", HEALTH_ON_TRACK},
	{"gelb", HEALTH_NEEDS_ATTENTION},
	{"rot", HEALTH_AT_RISK},
	{"vert", HEALTH_ON_TRACK},
	{"rouge", HEALTH_AT_RISK},
	{"verde", HEALTH_ON_TRACK},
	{"amarillo", HEALTH_NEEDS_ATTENTION},
	{"rojo", HEALTH_AT_RISK},
};

/* Longer ones first where one stands within another. */
static const struct mark STATES[] = {
	{"not on track", HEALTH_AT_RISK},
	{"not at risk", HEALTH_ON_TRACK},
	{"slightly behind", HEALTH_NEEDS_ATTENTION},
	{"a bit behind", HEALTH_NEEDS_ATTENTION},
	{"slightly off track", HEALTH_NEEDS_ATTENTION},
	{"far behind", HEALTH_AT_RISK},
	{"way behind", HEALTH_AT_RISK},
	{"at high risk", HEALTH_AT_RISK},
	{"high risk", HEALTH_AT_RISK},
	{"some risk", HEALTH_NEEDS_ATTENTION},
	{"at some risk", HEALTH_NEEDS_ATTENTION},
	{"minor risk", HEALTH_NEEDS_ATTENTION},
	{"on track", HEALTH_ON_TRACK},
	{"on-track", HEALTH_ON_TRACK},
	{"ontrack", HEALTH_ON_TRACK},
	{"on target", HEALTH_ON_TRACK},
	{"on schedule", HEALTH_ON_TRACK},
	{"on plan", HEALTH_ON_TRACK},
	{"ahead", HEALTH_ON_TRACK},
	{"healthy", HEALTH_ON_TRACK},
	{"good", HEALTH_ON_TRACK},
	{"needs attention", HEALTH_NEEDS_ATTENTION},
	{"need attention", HEALTH_NEEDS_ATTENTION},
	{"attention needed", HEALTH_NEEDS_ATTENTION},
	{"watchpoint", HEALTH_NEEDS_ATTENTION},
	{"watch", HEALTH_NEEDS_ATTENTION},
	{"caution", HEALTH_NEEDS_ATTENTION},
	{"behind", HEALTH_NEEDS_ATTENTION},
	{"slipping", HEALTH_NEEDS_ATTENTION},
	{"delayed", HEALTH_NEEDS_ATTENTION},
	{"at risk", HEALTH_AT_RISK},
	{"at-risk", HEALTH_AT_RISK},
	{"off track", HEALTH_AT_RISK},
	{"off-track", HEALTH_AT_RISK},
	{"off target", HEALTH_AT_RISK},
	{"concern", HEALTH_AT_RISK},
	{"critical", HEALTH_AT_RISK},
	{"blocked", HEALTH_AT_RISK},
	{"im plan", HEALTH_ON_TRACK},
	{"gef\u00e4hrdet", HEALTH_AT_RISK},
};

struct str emoji_take(struct str *s)
{
	struct str all = *s, rest = *s;
	size_t n;
	enum glyph g = glyph_first(rest, &n);

	if (g == GLYPH_SYMBOL || g == GLYPH_ARROW) {
		if (g == GLYPH_ARROW)
			return str_sub(all, 0, 0);
		do {
			rest = str_sub(rest, n, rest.n);
			g = glyph_first(rest, &n);
		} while (g == GLYPH_IGNORED);
		*s = rest;
		return str_sub(all, 0, all.n - rest.n);
	}
	if (!str_skip_char(&rest, ':'))
		return str_sub(all, 0, 0);
	for (n = 0; n < rest.n && n < 40 &&
		    (str_is_alnum(rest.p[n]) || rest.p[n] == '_');)
		n++;
	if (n < 1 || n >= rest.n || rest.p[n] != ':' || str_is_digit(rest.p[0]))
		return str_sub(all, 0, 0);
	*s = str_sub(rest, n + 1, rest.n);
	return str_sub(all, 0, n + 2);
}

static enum health emoji_health(struct str emoji)
{
	for (size_t i = 0; i < COUNT_OF(EMOJI); i++)
		if (str_starts(emoji, EMOJI[i].text))
			return EMOJI[i].health;
	return HEALTH_NONE;
}

/* A whole word or phrase of the table at the beginning of s. */
static enum health take_phrase(
	struct str *s, const struct mark *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str rest = *s;

		if (!str_iskip_words(&rest, table[i].text) ||
			glyph_goes_on(rest))
			continue;
		*s = rest;
		return table[i].health;
	}
	return HEALTH_NONE;
}

static enum health take_word(struct str *s)
{
	enum health h = take_phrase(s, COLOURS, COUNT_OF(COLOURS));

	return h ? h : take_phrase(s, STATES, COUNT_OF(STATES));
}

bool health_take(struct str *s, enum health *out)
{
	struct str rest = str_sub(*s, glyph_blanks(*s), s->n), emoji, word;
	enum health h = HEALTH_NONE, said;

	while ((emoji = emoji_take(&rest)).n) {
		h = h ? h : emoji_health(emoji);
		rest = str_sub(rest, glyph_blanks(rest), rest.n);
	}
	word = rest;
	said = take_word(&word);
	if (!h && !said)
		return false;
	*s = said ? word : rest;
	*out = h ? h : said;
	return true;
}

/* Walks the words of text; emoji are left out of words. */
static void scan(struct str s, enum health *colour, enum health *state,
	char *words, size_t *length)
{
	bool inside = false;

	while (s.n) {
		struct str emoji = emoji_take(&s), word = s;
		size_t n;

		if (emoji.n) {
			if (!*colour)
				*colour = emoji_health(emoji);
			continue;
		}
		if (!inside && !*colour)
			*colour =
				take_phrase(&word, COLOURS, COUNT_OF(COLOURS));
		if (!inside && !*state)
			*state = take_phrase(&word, STATES, COUNT_OF(STATES));
		inside = glyph_goes_on(s);
		glyph_first(s, &n);
		memcpy(words + *length, s.p, n);
		*length += n;
		s = str_sub(s, n, s.n);
	}
}

enum health health_read(struct arena *a, struct str text, const char **words)
{
	enum health colour = HEALTH_NONE, state = HEALTH_NONE;
	char *out = arena_alloc(a, text.n + 1);
	size_t n = 0;

	scan(text, &colour, &state, out, &n);
	if (words)
		*words = arena_text(a, glyph_trim((struct str){out, n}));
	return colour ? colour : state;
}
