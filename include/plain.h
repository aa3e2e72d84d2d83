/*
 * One line of markdown as a person reads it: links by their text, no
 * emphasis, no code marks, no HTML, no addresses, no struck-out words.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "arena.h"
#include "model.h"
#include "str.h"

/*
 * The plain text, in the arena, trimmed, control characters as blanks.  The
 * links met on the way are added to links, which may be NULL.  Linear in
 * the length.
 */
struct str plain_text(
	struct arena *a, struct str line, struct links *links) MUST_USE;

#endif
