/*
 * The numbers of markers.  Each function takes one from the beginning of s, or
 * leaves s as it is and is false.
 */
#ifndef MARK_NUMBER_P_H
#define MARK_NUMBER_P_H

#include <stdbool.h>

#include "str.h"

/* A capital of ASCII? */
bool char_is_upper(char c);

/* "1", "1.2", "2b"; what follows is no letter. */
bool mark_index(struct str *s, struct str *number);

/* Behind a marker's word: " 1", "#2", " II", " One", " A:". */
bool mark_number(struct str *s, struct str *number);

/* "WE1", "CX2.3": numbers of a place that has its own letters; not "O1", which
 * is a word of ours, nor "Q3". */
bool mark_code(struct str *s, struct str *number);

/* Skips "R0-" of "R0-O1", "ENG." of "ENG.KR2" and "P" of "PKR1.1:": whose
 * marker it is. */
bool mark_skip_code(struct str *s);

/* "KR1Lift": the number, where the space behind it was lost. */
bool mark_glued_number(struct str *s, struct str *number);

/* Skips Chinese numbering: a numeral and its comma. */
bool mark_skip_numeral(struct str *s);

/* The length of "A1", "A.1", "2b" at the beginning of a line that goes on with
 * a text; 0 where it begins with none. */
size_t mark_sub_number(struct str s);

#endif
