/*
 * Findings: something wrong with an OKR, for people.  Never an error.
 *
 * Readers, grading and lint add to a list; findings_sort() puts it into one
 * order whatever the order of reading was.
 */
#ifndef FINDING_H
#define FINDING_H

#include "arena.h"
#include "vec.h"

enum severity { SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_ERROR };

struct finding {
	const char *rule; /* static: "stated-grade-differs" */
	enum severity severity;
	const char *file;    /* path as given, or "" */
	const char *url;     /* address of the issue, or "" */
	int line;            /* in the file or the text; 0 unknown */
	const char *message; /* one sentence: what is wrong and what to do */
};

struct findings {
	VEC_OF(struct finding);
};

/* Adds one; fmt makes the message, in the arena. file and url may be NULL. */
void finding_add(struct arena *a, struct findings *list, const char *rule,
	enum severity severity, const char *file, const char *url, int line,
	const char *fmt, ...) PRINTF(8, 9);

/* By file, url, line, rule, message; equal ones are kept once. */
void findings_sort(struct findings *list);

/* "info", "warning", "error". */
const char *severity_name(enum severity s);

#endif
