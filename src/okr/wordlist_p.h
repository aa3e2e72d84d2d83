/*
 * Words in people's sentences, for the okr room only.  A word is a run of
 * ASCII letters, digits and bytes above 127; case is ignored everywhere.
 */
#ifndef WORDLIST_P_H
#define WORDLIST_P_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "str.h"

/* A copy with ASCII letters in lower case. */
struct str words_lower(struct arena *a, struct str s) MUST_USE;

/* Takes the next word; false when there is none. */
bool words_take(struct str *s, struct str *word);

/* Offset of what, standing as whole words in text, or STR_NONE; never found
 * when what is empty. */
size_t words_find(struct str text, const char *what);
/* The same for a slice. */
size_t words_find_str(struct str text, struct str what);

/* The first of the words or phrases that is in text, or NULL. */
const char *words_find_any(struct str text, const char *const *list, size_t n);

/* Is the word one of the list? */
bool words_is_any(struct str word, const char *const *list, size_t n);

/* A text short enough for a sentence: all of it, or its beginning and "..."
 * cut between characters. */
const char *words_short(struct arena *a, const char *text) MUST_USE;

/* How many different words of three letters or more the two share, small
 * words ("the", "and", ...) left out.  Only the first 256 bytes count. */
int words_shared(struct str x, struct str y);

/* The same words of one text as numbers, ascending, each once and at most max:
 * the same word, whatever its case, is the same number. */
size_t words_hash(struct str text, uint64_t *hashes, size_t max);

#endif
