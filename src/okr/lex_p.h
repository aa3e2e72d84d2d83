/*
 * A line cut into words, quantities, dates and signs.  Whether digits are a
 * quantity at all is decided here, once, from what stands before and behind
 * them: "Phase 2", "Q3 2025", "30-day", "24/7" and "top 10" are not.
 */
#ifndef LEX_P_H
#define LEX_P_H

#include "arena.h"
#include "date.h"
#include "quantity.h"
#include "str.h"
#include "vec.h"
#include "words.h"

enum token_kind {
	TOKEN_END,
	TOKEN_WORD,
	TOKEN_QUANTITY,
	TOKEN_NAME, /* digits that are part of a name, a date or a year */
	TOKEN_ARROW,
	TOKEN_COMPARE, /* < <= > >= */
	TOKEN_OPEN,    /* ( and [ */
	TOKEN_CLOSE,
	TOKEN_COMMA,
	TOKEN_COLON, /* : and = */
	TOKEN_STOP,  /* . ; ! ? */
	TOKEN_DASH,  /* standing alone */
	TOKEN_SOFT,  /* ~ and other signs that change nothing */
	TOKEN_OTHER,
};

enum {
	TOKEN_HYPHEN = 1, /* "30-day": an adjective */
	TOKEN_RANGE = 2,  /* "10-12": no value but as a target */
	TOKEN_SIGNED = 4, /* a written + or - */
	TOKEN_WORDY = 8,  /* "five" */
	TOKEN_SPAN = 16,  /* "within 7 days", "last 12 months" */
	TOKEN_YEAR = 32,  /* could be a year */
	TOKEN_PLUS = 64,  /* "50+" */
	TOKEN_SCALED = 128,
	TOKEN_NUMBER = 256, /* bare digits: no unit of its own */
	TOKEN_FROM = 512,   /* its ending says from where, as in Turkish, */
	TOKEN_TO = 1024,    /* to where */
	TOKEN_BY = 2048,    /* or by how much */
};

struct token {
	enum token_kind kind;
	int flags;
	int depth; /* of parentheses */
	struct str text;
	size_t at, end;     /* in the line; end is behind unit and rate */
	struct quantity *q; /* of TOKEN_QUANTITY */
	struct decimal raw; /* before the magnitude was applied */
	int places;         /* of the magnitude */
	const struct decimal *grouped; /* "1.234" as thousands; NULL */
	const struct decimal *bounds;  /* low and high of a range; NULL */
	enum comparator compare;
	struct date date; /* of TOKEN_NAME, when it is a whole date */
};

/* How a language says what is counted. */
enum tongue {
	TONGUE_ENGLISH,
	TONGUE_GERMAN,   /* nouns have a capital */
	TONGUE_ROMANCE,  /* the noun, then its adjectives */
	TONGUE_NORTHERN, /* Dutch, Danish, Norwegian, Swedish */
	TONGUE_SLAVIC,   /* adjectives in their endings, then the noun */
	TONGUE_MALAY,    /* the noun, then its adjectives */
	TONGUE_VIET,     /* nouns of several words */
	TONGUE_TURKISH,  /* adjectives without ending, then the noun */
	TONGUE_URALIC,   /* Hungarian, Finnish: the same */
	TONGUE_GREEK,    /* adjectives in their endings, then the noun */
	TONGUE_SEMITIC,  /* Arabic, Hebrew: the noun, then its adjectives */
	TONGUE_HINDI,    /* adjectives, then the noun */
};

/* Ends in a TOKEN_END, which n does not count. */
struct tokens {
	struct str line;
	enum tongue tongue;
	VEC_OF(struct token);
};

enum { LEX_MAX_TOKENS = 512, LEX_MAX_BYTES = 8192 };

/* Cuts the beginning (LEX_MAX_BYTES) of a plain line. */
void lex(struct arena *a, struct str line, struct tokens *out);

/* As lex(), but at most so many tokens. */
void lex_some(
	struct arena *a, struct str line, size_t most, struct tokens *out);

/* Gives quantities their nouns, rates and names: see lex_settle.c. */
void lex_settle(struct arena *a, struct tokens *t);
/* Makes names of the numbers that are no amounts: see lex_names.c. */
void lex_mark_names(struct tokens *t);

/* Does a "no" or "nobody" stand in front of token i in its clause? */
bool token_is_denied(const struct tokens *t, size_t i);

/* The language of a line, TONGUE_ENGLISH where nothing speaks for another: see
 * tongue.c. */
enum tongue tongue_of(const struct tokens *t);
/* Is token i one of the small words of that language? */
bool tongue_is_small(const struct tokens *t, size_t i);

/* Makes numbers of ranks and of times as a clock shows them: see lex_rank.c. */
void lex_settle_ranks(struct arena *a, struct tokens *t);
void lex_settle_clocks(struct arena *a, struct tokens *t);

/* Are the bare digits of token i a year, a day or an hour?  See lex_when.c. */
bool lex_is_when(const struct tokens *t, size_t i);
/* An hour of "bookings from 9 to 13 h rise to 80 %"? */
bool lex_is_opening(const struct tokens *t, size_t i);
/* The name of a month, in any language? */
bool lex_is_month(const struct tokens *t, size_t i);
/* A day, as in "by 12/31"? */
bool lex_is_slashed_date(const struct tokens *t, size_t i);
/* Is the quantity a time, months and years too? */
bool lex_is_time(const struct token *x);
/* "12 month roadmap": is it an adjective, as with a hyphen? */
bool lex_is_time_adjective(const struct tokens *t, size_t i);
/* Is it one that says when? */
bool lex_is_span(const struct tokens *t, size_t i);

/* "rule of 40", "a 10K run", "1080p", "401k": no amount?  See lex_figure.c. */
bool lex_is_figure(const struct tokens *t, size_t i);

/* "14 Harbour Street", "Art. 15", "Gap 4 and Gap 7": see lex_label.c. */
bool lex_is_label(const struct tokens *t, size_t i);

/* "wards 3 to 6", "Physics 201": see lex_numbered.c. */
bool lex_is_numbered(const struct tokens *t, size_t i);

/* Does it only say of how many: "6 centres sur 9"? */
bool lex_is_whole(const struct tokens *t, size_t i);
/* Gives a quantity what it counts and how often; makes "twice a week" one: see
 * lex_noun.c. */
void lex_add_noun(struct arena *a, struct tokens *t, size_t i);
void lex_count_times(struct arena *a, struct tokens *t);
/* Makes "no lost-time injuries" zero of them: see lex_none.c. */
void lex_count_none(struct arena *a, struct tokens *t);
/* Makes the word at i a number. */
void lex_count(struct arena *a, struct tokens *t, size_t i, int value);

/* Chinese, Japanese, Korean: see lex_east.c.  Takes a counter directly behind a
 * number; NULL for none. */
const char *east_counter(struct str *s);

/* Length of the particle at the end of s, or 0. */
size_t east_particle(struct str s);

/* "per" what at the beginning of s. */
struct str east_span(struct str s);

/* Full-width signs and digits made ordinary ones. */
struct str east_narrow(struct arena *a, struct str s);

/* Length of the numeral with its counter that s begins with, behind those
 * characters of the same run; 0 for none. */
size_t east_numeral(struct str before, struct str s);
/* Takes one; what is no Korean needs to open its clause or run. */
bool east_take_numeral(
	struct arena *a, struct str *s, bool opens, struct token *out);

/* The next word, which may be part of a run of characters. */
struct str east_word(struct str *s, bool after_number);
/* Beside digits a numeral of the East is no value: it says how. */
void east_settle_numerals(struct tokens *t);
/* Is number i part of a date, a rank or a name? */
bool east_is_name(const struct tokens *t, size_t i);
/* Does number i say when? */
bool east_is_span(const struct tokens *t, size_t i);

/* "within 4 hours" behind the name of a time: how long it may take. */
bool east_is_limit(const struct tokens *t, size_t i);
/* The change that a word tells. */
enum verb_sense east_sense(struct str word);
/* Does number i stand where something is to come to? */
bool east_is_to(const struct tokens *t, size_t i);
/* Is number i an amount of change? */
bool east_is_by(const struct tokens *t, size_t i);
/* Makes points of a score of minutes, where minutes are written otherwise. */
void east_settle_points(struct tokens *t);

/* Is it the plural of something that could be counted? */
bool lex_is_plural(struct str word);

/* Is token i a word equal to text, ASCII case ignored?  Any i is good. */
bool lex_is(const struct tokens *t, size_t i, const char *text);

/* Is token i one of a NULL-terminated list of words? */
bool lex_is_any(const struct tokens *t, size_t i, const char *const *words);

/* "from zero to first login", "from 0 to hero in 5 weeks": no number
 * (lex_none.c).
 */
bool lex_is_nothing(const struct tokens *t, size_t i);

#endif
