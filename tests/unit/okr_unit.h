/*
 * Small OKRs for tests, put together by hand so that no reader is needed.
 */
#ifndef OKR_UNIT_H
#define OKR_UNIT_H

#include "unit.h"

#include <string.h>

#include "grade.h"

/* A quantity; value NULL: text without a number. text NULL: no quantity. */
static inline const struct quantity *quantity(
	struct arena *a, const char *value, const char *unit, const char *text)
{
	struct quantity *q;

	if (!text)
		return NULL;
	q = ARENA_NEW(a, struct quantity);
	*q = (struct quantity){.unit = unit ? unit : "", .text = text};
	if (value) {
		q->has_value = true;
		assert_true(decimal_parse(str_of(value), &q->value));
	}
	return q;
}

/* A decimal in the arena; NULL stays NULL. */
static inline const struct decimal *number(struct arena *a, const char *text)
{
	struct decimal *d;

	if (!text)
		return NULL;
	d = ARENA_NEW(a, struct decimal);
	assert_true(decimal_parse(str_of(text), d));
	return d;
}

/* The text of a rational, "-" for none. */
static inline const char *show(
	struct arena *a, const struct rat *x, int decimals)
{
	return x ? rat_text(a, x, decimals) : "-";
}

/* How many findings have that rule. */
static inline int count_rule(const struct model *m, const char *rule)
{
	int n = 0;

	for (size_t i = 0; i < m->findings.n; i++)
		n += strcmp(m->findings.v[i].rule, rule) == 0;
	return n;
}

/* The first finding with that rule; there must be one. */
static inline const struct finding *get_finding(
	const struct model *m, const char *rule)
{
	for (size_t i = 0; i < m->findings.n; i++)
		if (strcmp(m->findings.v[i].rule, rule) == 0)
			return &m->findings.v[i];
	fail_msg("no finding '%s'", rule);
	return NULL;
}

#endif
