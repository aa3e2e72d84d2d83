/*
 * A line of a comment as tokens: numbers, signs of health, mentions of key
 * results, and the words that say how a number is meant.
 */
#ifndef CHECKIN_TOKEN_P_H
#define CHECKIN_TOKEN_P_H

#include "attr.h"
#include "model.h"
#include "str.h"

enum token_kind {
	TOKEN_END,
	TOKEN_WORD,   /* any other word */
	TOKEN_NUMBER, /* q */
	TOKEN_DELTA,  /* "+2 deals": a change */
	TOKEN_RANGE,  /* "8-10", "> 4": no one value */
	TOKEN_HEALTH, /* health; text is the sign or word */
	TOKEN_KR,     /* a mention of a key result: kr, may be NULL */
	TOKEN_STOP,   /* . ! ? ; and what ends a part of a line */
	TOKEN_COMMA,  /* , and "and", "but" */
	TOKEN_COLON,  /* : = and dashes between words */
	TOKEN_ARROW,
	TOKEN_OPEN,
	TOKEN_CLOSE,
	/* words, by what they do to the number behind them */
	TOKEN_NOW,   /* "now", "we are at": the present value follows */
	TOKEN_AT,    /* "at", "is", "reached": so it does, more weakly */
	TOKEN_NEAR,  /* "about", "already": changes nothing */
	TOKEN_PAST,  /* "was", "last week", "from" */
	TOKEN_GOAL,  /* "target", "towards" */
	TOKEN_PLAN,  /* "will", "next week", "if" */
	TOKEN_LIMIT, /* "almost", "under", "by": the number is no reading */
	TOKEN_OF,    /* "of", "out of" */
	TOKEN_SURE,  /* "confidence" */
	/* and to the one before them */
	TOKEN_REST,  /* "to go", "missing", "more", "increase" */
	TOKEN_TOTAL, /* "so far", "in total" */
	TOKEN_DONE,  /* "complete": a percentage is progress */
	TOKEN_INTO,  /* "in", "for": the number may be a part of all */
	TOKEN_TIME,  /* "total", "March": makes "in" harmless */
	/* and to mentions */
	TOKEN_DEPEND, /* "depends on", "thanks to": what follows is aside */
	TOKEN_NOT,
};

struct token {
	enum token_kind kind;
	struct str text;
	const struct quantity *q;
	enum health health;
	struct key_result *kr;
	struct str number; /* of a mention by number */
	bool question;     /* a stop that is a question mark */
	bool several;      /* "KRs 1 and 3" */
	bool all;  /* "our 9th deal": all so far, and none of the week */
	bool verb; /* "hired": no number follows at once */
};

/* A set of kinds is a bit for each, so that a rule names all it means. */
enum {
	KINDS_MARK = 1 << TOKEN_COMMA | 1 << TOKEN_STOP | 1 << TOKEN_CLOSE,
	/* what ends a clause: the next begins anew */
	KINDS_BREAK = 1 << TOKEN_COMMA | 1 << TOKEN_STOP | 1 << TOKEN_COLON,
};

static inline bool kind_is(enum token_kind kind, int kinds)
{
	return (kinds >> kind) & 1;
}

enum { MAX_TOKENS = 300, MAX_NUMBERS = 2000 };

struct tokens {
	struct token v[MAX_TOKENS + 1]; /* ends in TOKEN_END */
	size_t n;
	size_t budget; /* so many numbers may still be read */
};

/* Takes "KR1", "KR 1.2", "key result #2", "the first KR". */
bool token_take_kr(struct str *s, struct str *number, bool *several) MUST_USE;

/* Makes tokens of a plain text; what is too long is not looked at. */
void tokens_read(struct arena *a, struct str text, struct tokens *out);

/* Takes a word or phrase of the table from the beginning of s. */
bool token_take_phrase(struct str *s, enum token_kind *kind) MUST_USE;

/* Takes a number in words where it counts something, "ten of twelve", as the
 * next token of out; false, with s untouched, when there is none. */
bool token_take_worded(
	struct arena *a, struct str *s, struct tokens *out) MUST_USE;

/* Does the text begin inside a word? */
bool token_goes_on(struct str s);

/* The text of the tokens [from, to). */
struct str tokens_text(const struct tokens *t, size_t from, size_t to);

/* Makes one number of "3 in 10" beside "confidence"; sure: anywhere. */
void tokens_join_tenths(struct arena *a, struct tokens *t, bool sure);

/* Takes the tokens [from, to) out. */
void tokens_cut(struct tokens *t, size_t from, size_t to);

/* 1 to 12, or 0: "March", "M\u00e4rz", "marzo". */
int day_month(struct str word);

/* An emoji or "~", and no word such as "about". */
bool token_is_sign(const struct token *t);

/* An emoji, which ends what is said as a full stop does. */
bool token_is_picture(const struct token *t);

/* Is the word one of the list's n? */
bool word_is_one(struct str word, const char *const *list, size_t n);
/* Does the text have one of them? */
bool text_has_one(struct str text, const char *const *list, size_t n);
/* Does it begin with one? */
bool text_begins_one(struct str text, const char *const *list, size_t n);
/* Does the word end in one? */
bool word_ends_one(struct str word, const char *const *list, size_t n);

#endif
