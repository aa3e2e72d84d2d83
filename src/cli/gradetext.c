/*
 * An objective's grades as markdown for a comment.  Nothing depends on the
 * day but what was computed from it, so that the same grades give the same
 * bytes.
 */
#include "book_p.h"

#include "escape.h"

static void add_cell(struct buf *b, struct arena *a, const char *text)
{
	const char *safe = quiet_markdown(a, text);

	buf_addf(b, " %s |", *safe ? safe : "&#8211;");
}

static const char *value_of(const struct quantity *q)
{
	return q ? q->text : "";
}

static void add_row(struct buf *b, struct arena *a, const struct key_result *kr,
	size_t i, bool status)
{
	buf_adds(b, "|");
	add_cell(b, a,
		*kr->number ? kr->number : arena_printf(a, "KR%zu", i + 1));
	add_cell(b, a, escaped_plain(a, kr->text));
	add_cell(b, a, value_of(kr->baseline));
	add_cell(b, a, value_of(kr->target));
	add_cell(b, a, value_of(kr->current));
	add_cell(b, a, kr->grade ? rat_text(a, kr->grade, 2) : "");
	if (status)
		add_cell(b, a, status_name(kr->status));
	add_cell(b, a, kr->grade ? kr->formula : kr->caveat);
	buf_addc(b, '\n');
}

void add_grades(
	struct buf *b, struct arena *a, const struct objective *o, bool status)
{
	buf_addf(b, "**%s**: %s", quiet_markdown(a, o->title),
		o->grade ? rat_text(a, o->grade, 2) : "not graded");
	if (o->grade && *o->band)
		buf_addf(b, ", %s", o->band);
	if (status && o->status != STATUS_NONE)
		buf_addf(b, ", %s", status_name(o->status));
	buf_addc(b, '\n');
	if (*o->formula)
		buf_addf(b, "\n%s\n", quiet_markdown(a, o->formula));
	if (!o->key_results.n)
		return;
	buf_addf(b,
		"\n| # | Key result | Baseline | Target | Latest | Grade |%s "
		"How |\n| --- | --- | --- | --- | --- | --- |%s --- |\n",
		status ? " Status |" : "", status ? " --- |" : "");
	for (size_t i = 0; i < o->key_results.n; i++)
		add_row(b, a, &o->key_results.v[i], i, status);
}
