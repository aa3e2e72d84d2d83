/*
 * Between the files that grade one key result.
 */
#ifndef KIND_P_H
#define KIND_P_H

#include "grade_p.h"

/* A kind's way to a grade: settles it, or says why not and returns false. */
typedef bool grader(
	struct arena *a, struct key_result *kr, struct kind_notes *notes);

grader kind_from_to, kind_count, kind_keep;
grader kind_yes_no, kind_milestones, kind_percent, kind_tasks, kind_ticked,
	kind_stated;

/* Sets progress, grade and source. Returns true. */
bool kind_settle(struct arena *a, struct key_result *kr,
	const struct rat *progress, enum grade_source source);

/* Notes the rule and caveat unless there are some. Returns false. */
bool kind_refuse(struct key_result *kr, struct kind_notes *notes,
	const char *rule, const char *caveat);

/* Is there a quantity with a number? NULL: no. */
bool kind_has_value(const struct quantity *q);

/* The comparator written with the key result or its target. */
enum comparator kind_comparator(const struct key_result *kr);

/* The bound of a key result that is to be kept. */
enum comparator kind_bound(const struct key_result *kr, enum kind kind);

/* Does a comparison that came out as cmp satisfy the bound? */
bool kind_satisfies(enum comparator c, int cmp);

/* What a reading's words say: 1 yes, 0 no, -1 neither. */
int kind_says(struct str text);

#endif
