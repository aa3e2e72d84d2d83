/*
 * What the steps of reading a sentence share.  Tokens are named by index.
 */
#ifndef SENTENCE_P_H
#define SENTENCE_P_H

#include "keyresult.h"
#include "lex_p.h"
#include "phrase_p.h"
#include "words.h"

#define NO_TOKEN ((size_t)-1)

struct parse {
	struct arena *arena;
	struct tokens t;
	size_t verb; /* the leading verb, or NO_TOKEN */
	enum verb_sense sense;
	bool change; /* a verb of change stands anywhere */
	enum tongue tongue;
	bool pair; /* baseline and target are a pair */
	bool now;  /* the baseline is where it stands today */
	size_t baseline, target, current;
	size_t guess;               /* a target to compare with, or NO_TOKEN */
	size_t edge;                /* where the words of the target begin */
	const struct quantity *all; /* what "62/80 so far" is of, or NULL */
	enum comparator comparator;
};

/* The token, or the end token. */
const struct token *token_at(const struct parse *p, size_t i);

/* Is i a quantity that may be claimed at all? */
bool is_claimable(const struct parse *p, size_t i);

/* Is token i of that kind? False behind the end. */
bool token_is(const struct parse *p, size_t i, enum token_kind kind);

/* Is it a percentage, points, or a factor? */
/* Can it be an amount by which something changes, and hardly a goal? */
bool token_is_change(const struct token *x);
bool token_is_share(const struct token *x);

/* Does a clause of the sentence begin with token i? */
bool token_opens_clause(const struct parse *p, size_t i);

/* The first token of the quantity i with its comparator, soft words and sign,
 * and that comparator. */
size_t token_edge(const struct parse *p, size_t i, enum comparator *c);

/* The first token in front of i that is neither a comparator, a soft word
 * ("about") nor a sign; NO_TOKEN at the beginning.  c gets the comparator. */
size_t token_before(const struct parse *p, size_t i, enum comparator *c);

/* Finds "from X to Y" in its forms; sets baseline, target and pair. */
void find_pair(struct parse *p);

/* Finds "(currently X)" and the like; sets baseline and current. */
void find_baseline(struct parse *p);

/* Finds what parentheses tell in other languages: "(l'an dernier : 320)"; sets
 * baseline and current. */
void find_asides(struct parse *p);

/* Finds the target among the remaining quantities. */
void find_target(struct parse *p);

/* Makes a factor of the target of "by a factor of 3", "Multiplier par 3". */
void factor_settle(struct parse *p);

/* "Double X", "halve X": the factor, or NULL. */
struct quantity *find_factor(struct parse *p);

/* Is the line over behind quantity i and the parentheses around it?  told: a
 * word says that so many are done, as in "7 submitted". */
bool token_ends_line(const struct parse *p, size_t i, bool *told);

/* Is it "vs" or the like? */
bool token_is_versus(const struct parse *p, size_t i);

/* Is it an emoji or another sign that stands for a state? */
bool token_is_mark(const struct parse *p, size_t i);

/* Gives a range that is the target its value, where the sentence says from
 * which side it is met: "Hold 3-5 interviews", "Cut to 5-7 days". */
void range_settle(struct parse *p);

/* Takes the target behind a pair that told how far it came. */
void find_restated(struct parse *p);

/* Takes a reading written behind the target without a word for it. */
void find_trailing(struct parse *p);

/* Takes the whole of "62/80 so far" where nothing else is the target. */
void find_whole(struct parse *p);

/* Takes a quantity like the baseline for the target, where there is no other:
 * "closed in 30 days (now 75)". */
void find_span(struct parse *p);

#endif
