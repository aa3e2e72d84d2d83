/*
 * What the compilers are told about functions.  Both gcc and clang know
 * these; the macros only give them a name that reads as a word.
 */
#ifndef ATTR_H
#define ATTR_H

/* The caller must look at the result. */
#define MUST_USE __attribute__((warn_unused_result))

/* Argument fmt is a printf format, its values start at argument first. */
#define PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))

#define NORETURN __attribute__((noreturn))

/* How many elements an array (never a pointer) has. */
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
