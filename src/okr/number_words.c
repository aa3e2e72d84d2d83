/*
 * Numbers in words: "five", "twenty-one", "drei", "zero".
 */
#include "date.h"
#include "number_p.h"
#include "number_words_p.h"

#include "attr.h"

static const int NO_NUMBER = -1;

static int number_of_word(struct str word)
{
	const struct number_word *w = NUMBER_WORDS[str_letter(word)];

	/* "sept" is seven, "Sept" a month */
	if (word.n && word.p[0] >= 'A' && word.p[0] <= 'Z' &&
		date_month_number(word))
		return NO_NUMBER;
	for (; w && w->text; w++)
		if (!w->bound && str_iis(word, w->text))
			return w->value;
	return NO_NUMBER;
}

static bool is_letter(char c)
{
	return str_is_alpha(c) || (unsigned char)c >= 0x80;
}

static struct str take_letters(struct str *s)
{
	struct str word = {s->p, 0};

	while (word.n < s->n && is_letter(s->p[word.n]))
		word.n++;
	*s = str_sub(*s, word.n, s->n);
	return word;
}

bool number_take_word(struct str *s, struct number *out)
{
	struct str more, rest = *s;
	int value = number_of_word(take_letters(&rest)), unit;

	if (value == NO_NUMBER)
		return false;
	more = rest;
	if (value >= 20 && str_skip_char(&more, '-')) {
		unit = number_of_word(take_letters(&more));
		if (unit >= 1 && unit <= 9) {
			value += unit;
			rest = more;
		}
	}
	*out = (struct number){.value = {value, 0}};
	*s = rest;
	return true;
}

enum tongue number_tongue(struct str s)
{
	struct str word = take_letters(&s);
	const struct number_word *w = NUMBER_WORDS[str_letter(word)];

	for (; w && w->text; w++)
		if (!w->bound && str_iis(word, w->text))
			return w->tongue;
	return TONGUE_ENGLISH;
}

int number_bound(struct str word, enum tongue tongue)
{
	const struct number_word *w = NUMBER_WORDS[str_letter(word)];

	for (; w && w->text; w++)
		if (w->bound && w->tongue == tongue && str_iis(word, w->text))
			return w->value;
	return NO_NUMBER;
}

bool number_says_none(struct str word)
{
	enum { SHORTEST = 4 };
	const struct number_word *w = NUMBER_WORDS[str_letter(word)];

	for (; w && w->text && word.n >= SHORTEST; w++)
		if (w->bound && !w->value && str_iis(word, w->text))
			return true;
	return false;
}

bool number_may_be_bound(struct str word)
{
	const struct number_word *w = NUMBER_WORDS[str_letter(word)];

	for (; w && w->text; w++)
		if (w->bound && str_iis(word, w->text))
			return true;
	return false;
}
