/*
 * The words for "from" and "to" of many languages, shared by the rooms of
 * pairs.
 */
#ifndef FROM_P_H
#define FROM_P_H

#include "sentence_p.h"

/* A language whose "to" means little without its own "from". */
struct family;

/* The family of the "from" at token i, or NULL. */
const struct family *from_family(const struct parse *p, size_t from);

/* Is token i a "from"? */
bool from_is(const struct parse *p, size_t i);
/* "au lieu de 12", "statt 12": what was before, behind what is to be? */
bool from_is_instead(const struct parse *p, size_t i);
/* A "to", of the family (which may be NULL) or of no family, or an arrow? */
bool from_is_to(const struct parse *p, size_t i, const struct family *family);
/* One of the words that are "to" everywhere? */
bool from_is_plain_to(const struct parse *p, size_t i);
/* One of those that stand behind the first number, as in Japanese? */
bool from_is_eastern_to(const struct parse *p, size_t i);

#endif
