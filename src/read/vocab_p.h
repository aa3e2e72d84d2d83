/*
 * What the files of the vocabulary share: how a name is looked up.
 */
#ifndef VOCAB_P_H
#define VOCAB_P_H

#include "mark_p.h"

struct name {
	const char *text; /* small letters first */
	enum field field;
};

/* The name without symbols before it, remarks in parentheses, colons and
 * blanks behind it. */
struct str vocab_bare(struct str name);

/* The table's entry for a whole name, ASCII case ignored, or FIELD_NONE.  A
 * table has its rows under their first bytes, each list ending with {0}. */
enum field vocab_look_up(struct str name, const struct name *const table[256]);

/* Those that begin with a letter beyond ASCII. */
extern const struct name *const VOCAB_FAR[256];
extern const struct name *const VOCAB_VALUES[256];
extern const struct name *const VOCAB_WORK[256];

/* Those that only name columns (vocab_column_more.c). */
extern const struct name *const VOCAB_COLUMN_MORE[256];

/* The field of a column that tells how it ended or how sure they are of it, or
 * FIELD_NONE. */
enum field vocab_outcome(struct str header);

/* The field of that name in another language than English. */
enum field vocab_foreign(struct str name);

#endif
