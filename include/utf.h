/*
 * UTF-8, one character at a time: strict, for everything that reads or writes
 * text byte by byte.
 */
#ifndef UTF_H
#define UTF_H

#include <stddef.h>

#include "str.h"

enum { UTF_BROKEN = 0xfffd }; /* what stands for broken text */

/* Length of the sequence that s begins with, 1 to 4; 0 when it is broken: too
 * long for its character, half a surrogate pair, beyond U+10FFFF, or cut. s is
 * not empty. */
size_t utf_length(struct str s);

/* Writes a character (0 to 0x10FFFF) to out, which has room for four bytes;
 * returns the end. */
char *utf_put(char *out, long c);

#endif
