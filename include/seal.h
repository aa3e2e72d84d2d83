/*
 * The files that are ours as a whole, pictures and data: each carries a
 * checksum of itself in its last line, so that one nobody has touched can be
 * told from one somebody edited, or made.
 *
 *	</svg>
 *	<!-- okrsync:85944171f73967e8 -->
 *
 *	  "okrsync": "85944171f73967e8"
 *	}
 */
#ifndef SEAL_H
#define SEAL_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "str.h"

/* FNV-1a (64 bits) of the lines, whatever their ends. It notices edits; it is
 * no protection against somebody who forges it. */
uint64_t seal_checksum(struct str text);

/* A JSON text whose outermost value is an object with members, as jsonout
 * writes it pretty, or a picture, that ends with a newline, with its seal. */
struct str seal_json(struct arena *a, struct str text) MUST_USE;
/* The same for a picture. */
struct str seal_svg(struct arena *a, struct str text) MUST_USE;

/* Is it exactly what one of the two gave? */
bool seal_is_whole(struct str text);

#endif
