/*
 * The words of check-ins and what they do to the numbers beside them.
 */
#ifndef CHECKIN_WORDS_P_H
#define CHECKIN_WORDS_P_H

#include "checkin_token_p.h"

struct phrase {
	const char *words; /* ASCII letters in small */
	enum token_kind kind;
};

extern const struct phrase PHRASES_ENGLISH[];
extern const size_t PHRASES_ENGLISH_N;
extern const struct phrase PHRASES_OTHER[];
extern const size_t PHRASES_OTHER_N;
extern const struct phrase PHRASES_MORE[];
extern const size_t PHRASES_MORE_N;
extern const struct phrase PHRASES_MOVED[];
extern const size_t PHRASES_MOVED_N;

#endif
