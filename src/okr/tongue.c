/*
 * The language of a line, told by its small words.  Words that English has
 * too, or that stand in names, need company.
 */
#include "number_words_p.h"
#include "tongue_p.h"

#include "attr.h"

enum { ENOUGH = 2 };

/* "r\u00e9unions", "satisfacci\u00f3n": letters that English borrows rarely;
 * "integrazioni": an ending that it does not have. */
static size_t foreignness(struct str word)
{
	static const char *const LETTERS[] = {"\u00e9", "\u00e8", "\u00ea",
		"\u00e7", "\u00e0", "\u00f1", "\u00f3", "\u00ed", "\u00e1",
		"\u00e3", "\u00f5", "\u00fa", "\u00e2", "\u00f4"};

	if (!str_has_high(word))
		return str_ends(word, "zioni") || str_ends(word, "ciones")
			       ? ENOUGH
			       : 0;
	for (size_t i = 0; i < COUNT_OF(LETTERS); i++)
		if (str_find(word, str_of(LETTERS[i])) != STR_NONE)
			return 1;
	return 0;
}

static bool has_any(struct str word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_find(word, str_of(list[i])) != STR_NONE)
			return true;
	return false;
}

static bool has_umlaut(struct str line)
{
	static const char *const LETTERS[] = {"\u00e4", "\u00f6", "\u00fc",
		"\u00df", "\u00c4", "\u00d6", "\u00dc"};

	return has_any(line, LETTERS, COUNT_OF(LETTERS));
}

/* By the first letter, which most scripts but the Latin one settle. */
static enum tongue tongue_of_script(struct str word)
{
	unsigned char lead = (unsigned char)word.p[0], next;

	if (lead < 0xce || lead > 0xe0 || word.n < 2)
		return TONGUE_ENGLISH;
	next = (unsigned char)word.p[1];
	if (lead <= 0xcf)
		return TONGUE_GREEK;
	if (lead <= 0xd1)
		return TONGUE_SLAVIC;
	if (lead <= 0xdb)
		return TONGUE_SEMITIC;
	return lead == 0xe0 && next <= 0xa5 ? TONGUE_HINDI : TONGUE_ENGLISH;
}

/* Letters and pairs of letters that tell where a word is from. */
static enum tongue tongue_of_letters(struct str word)
{
	static const char *const POLISH[] = {"\u0142", "\u017c", "\u015b",
		"\u0107", "\u0105", "\u0119", "\u0144", "\u017a", "\u0159",
		"\u016f", "\u011b", "\u010d", "\u0161", "\u017e", "\u00fd"};
	/* "\u015f", "\u011f", "\u0131"; "\u0151", "\u0171"; "\u021b", "\u0219"
	 */
	static const char *const TURKISH[] = {
		"\u015f", "\u011f", "\u0131", "\u0130", "\u015e"};
	static const char *const NORTHERN[] = {
		"\u00e5", "\u00c5", "\u00f8", "\u00d8", "\u00e6", "\u00c6"};
	static const char *const URALIC[] = {
		"\u0151", "\u0171", "\u00e4\u00e4", "ty\u00f6", "yy"};
	unsigned char lead;

	if (tongue_of_script(word))
		return tongue_of_script(word);
	if (has_any(word, TURKISH, COUNT_OF(TURKISH)))
		return TONGUE_TURKISH;
	if (has_any(word, NORTHERN, COUNT_OF(NORTHERN)))
		return TONGUE_NORTHERN;
	if (has_any(word, URALIC, COUNT_OF(URALIC)))
		return TONGUE_URALIC;
	for (size_t i = 0; i + 1 < word.n; i++) {
		lead = (unsigned char)word.p[i];
		if (lead == 0xe1 &&
			((unsigned char)word.p[i + 1] & 0xfe) == 0xba)
			return TONGUE_VIET;
		if (lead >= 0xc3 && lead <= 0xc5)
			for (size_t k = 0; k < COUNT_OF(POLISH); k++)
				if (str_starts(str_sub(word, i, word.n),
					    POLISH[k]))
					return TONGUE_SLAVIC;
	}
	return TONGUE_ENGLISH;
}

/* "Capacitar", "Definir": verbs that no English line begins with. */
static bool is_romance_verb(const struct token *x)
{
	return x->kind == TOKEN_WORD && x->text.n > 5 &&
	       (str_ends(x->text, "ar") || str_ends(x->text, "ir")) &&
	       !str_ends(x->text, "air") && !str_ends(x->text, "ear") &&
	       verb_sense(x->text, false);
}

/* What the letters of a word say. */
static void add_letters(const struct token *x, bool small, size_t *score)
{
	enum tongue tongue;

	if (x->kind != TOKEN_WORD)
		return;
	tongue = str_has_high(x->text) ? tongue_of_letters(x->text)
				       : TONGUE_ENGLISH;
	if (tongue)
		score[tongue] += ENOUGH;
	else if (!small)
		score[TONGUE_ROMANCE] += foreignness(x->text);
}

/* "cztery": a number in words is of a language, too. */
static void add_number(const struct token *x, size_t *score)
{
	enum tongue tongue = number_tongue(x->text);

	if (tongue)
		score[tongue] += ENOUGH;
}

/* "Pl\u00e4tze": a capital within a line, and an umlaut. */
static bool is_german_noun(const struct token *x)
{
	return x->kind == TOKEN_WORD && x->text.p[0] >= 'A' &&
	       x->text.p[0] <= 'Z' && x->text.n > 4 && has_umlaut(x->text);
}

static const unsigned char *find_word(
	const struct small_word *w, struct str word)
{
	for (; w && w->text; w++)
		if (str_iis(word, w->text))
			return w->says;
	return NULL;
}

/* What the word of a token says for each tongue, or NULL. */
static const unsigned char *says(const struct token *x)
{
	unsigned char letter = str_letter(x->text);
	const struct small_word *const lists[] = {TONGUE_WORDS[letter],
		TONGUE_WORDS_MORE[letter], TONGUE_WORDS_FAR[letter]};
	const unsigned char *found = NULL;

	if (x->kind != TOKEN_WORD)
		return NULL;
	for (size_t i = 0; i < COUNT_OF(lists) && !found; i++)
		found = find_word(lists[i], x->text);
	return found;
}

enum tongue tongue_of(const struct tokens *t)
{
	size_t best = ENOUGH - 1, score[TONGUES] = {0};
	enum tongue tongue = TONGUE_ENGLISH;

	for (size_t i = 0; i < t->n; i++) {
		const unsigned char *here = says(&t->v[i]);

		for (size_t k = 0; here && k < TONGUES; k++)
			score[k] += here[k];
		add_letters(&t->v[i], here && here[TONGUE_ROMANCE], score);
		if (t->v[i].flags & TOKEN_WORDY)
			add_number(&t->v[i], score);
		if (i && is_german_noun(&t->v[i]))
			score[TONGUE_GERMAN]++;
	}
	if (is_romance_verb(&t->v[0]))
		score[TONGUE_ROMANCE] += ENOUGH;
	/* A capital behind a zero: "Null Ausf\u00e4lle". */
	if (score[TONGUE_GERMAN] && has_umlaut(t->line))
		score[TONGUE_GERMAN]++;
	/* Letters of its own outweigh those it shares with French. */
	if (score[TONGUE_VIET])
		score[TONGUE_ROMANCE] = 0;
	for (size_t k = TONGUE_ENGLISH + 1; k < TONGUES; k++) {
		if (score[k] <= best || score[k] <= 2 * score[TONGUE_ENGLISH])
			continue;
		best = score[k];
		tongue = (enum tongue)k;
	}
	return tongue;
}

bool tongue_is_small(const struct tokens *t, size_t i)
{
	const unsigned char *here = i < t->n ? says(&t->v[i]) : NULL;

	return here && t->tongue != TONGUE_ENGLISH && here[t->tongue] &&
	       here[t->tongue] != TONGUE_NOUN;
}
