/*
 * Which key result some words or a number mean.
 */
#ifndef CHECKIN_NAME_P_H
#define CHECKIN_NAME_P_H

#include "attr.h"
#include "model.h"
#include "str.h"

#include <stdint.h>

enum { NAME_WORDS = 48, NAME_ACRONYMS = 64 };

/* The words that tell a key result, as stems' hashes. */
struct names {
	size_t n;
	unsigned v[NAME_WORDS];
	size_t n_acronyms;
	unsigned acronyms[NAME_ACRONYMS];
	unsigned verb; /* tells nothing alone */
	struct str infinitive;
	const char *text; /* the key result's */
	uint64_t senses;  /* of its words: checkin_alias_p.h */
};

/* Words that may name a key result, read once for all of them. */
struct call {
	size_t n;
	unsigned v[NAME_WORDS]; /* their stems' hashes */
	struct str word[NAME_WORDS];
	uint64_t senses[NAME_WORDS];
};

/* False when none of the words tells one key result from another. */
bool call_of(struct call *call, struct str words);

/* Is each word of the part among all? */
bool call_is_part(const struct call *part, const struct call *all);

/* Is each of the words one of the key result's, and does one tell it? */
bool names_called(const struct names *names, const struct call *call);

/* The names that a key result can be called by. */
void names_of(struct names *names, const struct key_result *kr);

/* Is each of the words that tell anything one of the key result's, and is
 * there one? */
bool names_have(const struct names *names, struct str words);

/* Is none of the words foreign to it? */
bool names_allow(const struct names *names, struct str words);

/* Does one of the words tell it? */
bool names_tell(const struct names *names, struct str words);

/* How many of the key result's words are among those, in percent. */
int names_share(const struct names *names, struct str words);

/* Is it the verb of the key result in the past: "hired" for "Hire"? */
bool names_is_done_verb(const struct key_result *kr, struct str word);

/* The same, or a word for the state that it leads to: "live". */
bool names_is_state(const struct key_result *kr, struct str word);

/* Does it count by the week, month or the like that the words name: "this week"
 * for "meals per week"? */
bool names_by_span(const struct names *names, struct str words);

/* The digits of a number as written: "KR1" and "1." are "1". */
struct str name_digits(const char *written);

#endif
