/*
 * GitLab's error answers as one sentence that says what to do.
 *
 * The words of a server come in many forms (a string, an array, nested
 * objects, plain text, a web page); they are shortened, cleaned of our token
 * and put behind our own explanation of the status.
 */
#ifndef GITLAB_COMPLAINT_P_H
#define GITLAB_COMPLAINT_P_H

#include <stdbool.h>

#include "err.h"
#include "str.h"

struct complaint {
	const char *what;  /* "the issues of 'group/project'" */
	bool write;        /* it was to be written, not read */
	const char *host;  /* "https://gitlab.example" */
	const char *token; /* "" when asked anonymously; never printed */
	long status;
	int tries;       /* requests made */
	long wait_ms;    /* how long it asked us to wait, or -1 */
	struct str type; /* Content-Type, or empty */
	struct str body;
};

/* Sets the sentence for an answer that is no success. Returns -1. */
int complaint_set(struct err *err, const struct complaint *c);

/* The same for a success whose body is not the JSON it should be: a web
 * page, nothing, cut off (premature), or broken otherwise (reason says how).
 * Returns -1. */
int complaint_body(struct err *err, const struct complaint *c, bool premature,
	const char *reason);

/* Writes the server's own words into out, "" when there are none worth
 * repeating: at most size - 1 bytes, one line, without the token. */
void complaint_words(const struct complaint *c, char *out, size_t size);

/* Replaces every occurrence of secret in text by as many '*'. */
void complaint_redact(char *text, const char *secret);

/* Why a token of that kind can never read issues, or NULL if it may. */
const char *complaint_token_kind(const char *token);

#endif
