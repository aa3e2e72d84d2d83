/*
 * Findings as a compiler says them: FILE:LINE: SEVERITY: MESSAGE [RULE], which
 * editors and terminals can jump to.
 */
#include "report_p.h"

void report_line(struct arena *a, struct buf *b, const struct finding *f)
{
	const char *place = report_clean(a, *f->file ? f->file : f->url);

	buf_adds(b, place);
	if (*place && f->line)
		buf_addf(b, ":%d", f->line);
	buf_addf(b, "%s%s: %s [%s]\n", *place ? ": " : "",
		severity_name(f->severity), report_clean(a, f->message),
		f->rule);
}

void report_text(struct buf *b, const struct report *r)
{
	for (size_t i = 0; i < r->findings->n; i++)
		report_line(r->arena, b, &r->findings->v[i]);
}
