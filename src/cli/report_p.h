/*
 * Reports: findings in the forms that people and programs read.  A form is
 * one function that appends the whole report; all text in it has been made
 * printable and fits its place.
 */
#ifndef REPORT_P_H
#define REPORT_P_H

#include "arena.h"
#include "buf.h"
#include "finding.h"
#include "jsonout.h"
#include "lint.h"

struct report {
	struct arena *arena;
	const struct findings *findings; /* sorted */
	const struct lint_options *lint;
	const char *base; /* folder that paths are relative to; "" unknown */
	const char *home; /* path for what belongs to no document */
};

struct report_form {
	const char *name; /* as --format has it */
	void (*print)(struct buf *b, const struct report *r);
};

/* The form of that name, or NULL. */
const struct report_form *report_find(const char *name);

/* A line a finding, as compilers say them, and the totals. */
void report_text(struct buf *b, const struct report *r);
/* The findings as JSON. */
void report_json(struct buf *b, const struct report *r);
/* As a JUnit test report, which GitLab shows in merge requests. */
void report_junit(struct buf *b, const struct report *r);
/* As a Code Quality report of GitLab. */
void report_codequality(struct buf *b, const struct report *r);
/* As SARIF 2.1.0. */
void report_sarif(struct buf *b, const struct report *r);

/* One finding as a compiler would say it, with its line end. */
void report_line(struct arena *a, struct buf *b, const struct finding *f);

/* "2 errors, 1 warning, 3 infos", or "no findings". */
void report_totals(struct buf *b, const struct findings *findings);

/* "8 stale, 2 no-owner": how often each rule spoke, of that severity or worse,
 * in order of first appearance; nothing when none did. */
void report_counts(struct arena *a, struct buf *b,
	const struct findings *findings, enum severity least);

/* For the forms: text on one line, without what a terminal would obey. */
const char *report_clean(struct arena *a, const char *text) MUST_USE;

/* A path relative to the base, never with "/" in front.  An issue's is that
 * of its address: "group/project/-/issues/12". */
const char *report_path(
	const struct report *r, const struct finding *f) MUST_USE;

/*
 * One name for each finding, in their order: 16 hexadecimal digits, unique,
 * the same again when lines move or a number in the words changes.
 */
const char *const *report_fingerprints(const struct report *r) MUST_USE;

#endif
