/*
 * The list of findings and its one order.
 */
#include "finding.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void finding_add(struct arena *a, struct findings *list, const char *rule,
	enum severity severity, const char *file, const char *url, int line,
	const char *fmt, ...)
{
	struct finding *f = vec_add(a, list);
	va_list ap;

	assert(rule && *rule && line >= 0);
	*f = (struct finding){.rule = rule,
		.severity = severity,
		.file = file ? file : "",
		.url = url ? url : "",
		.line = line};
	va_start(ap, fmt);
	f->message = arena_vprintf(a, fmt, ap);
	va_end(ap);
	assert(*f->message);
}

static int compare(const void *va, const void *vb)
{
	const struct finding *a = va, *b = vb;
	int c = strcmp(a->file, b->file);

	if (!c)
		c = strcmp(a->url, b->url);
	if (!c)
		c = (a->line > b->line) - (a->line < b->line);
	if (!c)
		c = strcmp(a->rule, b->rule);
	return c ? c : strcmp(a->message, b->message);
}

void findings_sort(struct findings *list)
{
	size_t kept = 0;

	if (list->n < 2)
		return;
	qsort(list->v, list->n, sizeof *list->v, compare);
	for (size_t i = 1; i < list->n; i++)
		if (compare(&list->v[kept], &list->v[i]) != 0)
			list->v[++kept] = list->v[i];
	list->n = kept + 1;
}

const char *severity_name(enum severity s)
{
	static const char *const NAMES[] = {
		[SEVERITY_INFO] = "info",
		[SEVERITY_WARNING] = "warning",
		[SEVERITY_ERROR] = "error",
	};

	assert((size_t)s < COUNT_OF(NAMES));
	static_assert(COUNT_OF(NAMES) == SEVERITY_ERROR + 1,
		"each severity has a name");
	return NAMES[s];
}
