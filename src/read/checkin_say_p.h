/*
 * What the words behind a key result's name say of it.
 */
#ifndef CHECKIN_SAY_P_H
#define CHECKIN_SAY_P_H

#include "checkin_name_p.h"
#include "checkin_token_p.h"

/* Where the words stand. */
struct say {
	struct arena *a;
	const struct key_result *kr;
	const struct names *names;
	const struct tokens *t;
	size_t from, to;
	bool named;  /* right behind its name: a number may follow at once */
	bool worded; /* the name was its words, and no number */
	bool sure;   /* "Confidence KR1: 7/10" */
	bool alone;  /* no name, but the issue is the key result */
	bool past;   /* "Last week NPS reached 44" */
	bool lights; /* ticks and crosses are lights in this comment */
};

/* The token at i, or one of kind TOKEN_END where the words end. */
const struct token *say_at(const struct say *s, size_t i);

struct said {
	const struct quantity *value; /* NULL: none */
	bool ago; /* it was measured last week: anything newer counts more */
	struct result result; /* of kind RESULT_NONE: none */
	enum health health;
	const struct decimal *share; /* confidence, 0 to 1; NULL: none */
	struct str blocker;
};

/* False, with nothing in it, when the words are but talk. */
bool say_read(const struct say *s, struct said *out);

/* The parts of say_read(): numbers. */
void say_numbers(const struct say *s, struct said *out);
/* A result: "done", "70%". */
void say_result(const struct say *s, struct said *out);
/* How it goes: "on track", "at risk". */
void say_health(const struct say *s, struct said *out);

/* What follows the number that ends before i; behind an open end it counts only
 * where it is sure to be the present value. */
enum behind { BEHIND_BAD, BEHIND_OPEN, BEHIND_CLOSED };
/* Tells which of these it is. */
enum behind say_behind(const struct say *s, size_t i);

/* Is the word one of the key result's, or what has been done to all counted? */
bool say_is_ours(const struct say *s, const struct token *t);

/* 0 to 1 from "70%", "0.7", "7/10", "4/5"; NULL when it is none of them. */
const struct decimal *say_share(
	struct arena *a, const struct quantity *q) MUST_USE;

#endif
