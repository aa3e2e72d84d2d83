/*
 * Texts of a form that nobody filled in.
 */
#ifndef BLANK_P_H
#define BLANK_P_H

#include "reader_p.h"

/* "[Measurable outcome]", "<key result>", "Sign [X] pilots", "...": a
 * template's gap? */
bool text_is_gap(const char *text);
/* ... or "Key result n", "TBD (by March)", "P1 -", which may be the name of
 * what has more below it? */
bool text_is_blank(const char *text);

#endif
