/*
 * Red, yellow, green: as emoji, as words, as GitLab's emoji names.
 */
#ifndef RAG_P_H
#define RAG_P_H

#include <stdbool.h>

#include "model.h"
#include "str.h"

/* Takes a status from the beginning of s; false, with s untouched, when there
 * is none.  A word counts only as a whole one. */
bool rag_take(struct str *s, enum health *health);

#endif
