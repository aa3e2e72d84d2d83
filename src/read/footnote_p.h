/*
 * Marks of notes.
 */
#ifndef FOOTNOTE_P_H
#define FOOTNOTE_P_H

#include <stdbool.h>

#include "str.h"

/* Takes the mark of a note off the end of s; false where there is none, as in
 * "18 m\u00b2". */
bool footnote_take(struct str *s);

#endif
