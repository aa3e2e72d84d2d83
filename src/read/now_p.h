/*
 * Words that lead to where something stands.
 */
#ifndef NOW_P_H
#define NOW_P_H

#include <stdbool.h>

#include "str.h"

/* Skips "now at", "stand:" and the like in front of a value, in any
 * language. */
bool vocab_skip_now(struct str *s);

#endif
