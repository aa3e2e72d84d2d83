/*
 * okrsync grade: what files say, as a table, as JSON, or line by line.
 */
#include "run_p.h"

#include "escape.h"
#include "modeljson.h"
#include "report_p.h"
#include "width.h"

enum {
	OUTPUT_BYTES = 512 * 1024 * 1024,
	NUMBER_COLUMNS = 5,
	TITLE_COLUMNS = 50,
	GRADE_COLUMNS = 6,
};

static const char *grade_text(struct arena *a, const struct rat *grade)
{
	return grade ? rat_text(a, grade, 2) : "-";
}

/* One row: number, text, grade, then a remark to the end of the line. */
static void add_row(struct buf *b, const char *number, const char *text,
	const char *grade, const char *remark)
{
	width_pad(b, str_of(number), NUMBER_COLUMNS, 0);
	buf_addc(b, ' ');
	width_pad(b, str_of(text), TITLE_COLUMNS, 0);
	width_pad(b, str_of(grade), GRADE_COLUMNS, 1);
	if (*remark)
		buf_addf(b, "  %s", remark);
	buf_addc(b, '\n');
}

static void add_key_result(
	struct arena *a, struct buf *b, const struct key_result *kr)
{
	const char *remark = *kr->formula ? kr->formula : kr->caveat;

	if (*kr->formula && *kr->caveat)
		remark = arena_printf(a, "%s; %s", kr->formula, kr->caveat);
	add_row(b, kr->number, kr->text, grade_text(a, kr->grade), remark);
}

static void add_objective(
	struct arena *a, struct buf *b, const struct objective *o)
{
	add_row(b, o->number, o->title, grade_text(a, o->grade),
		arena_printf(a, "%d of %d key results graded%s%s%s%s",
			o->graded, o->total, *o->band ? ", " : "", o->band,
			*o->caveat ? "; " : "", o->caveat));
	for (size_t i = 0; i < o->key_results.n; i++)
		add_key_result(a, b, &o->key_results.v[i]);
	buf_addc(b, '\n');
}

/* Who leads only what others do has no number but that of all below. */
static void add_rollups(struct arena *a, struct buf *b, const char *what,
	const struct rollups *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct rollup *r = &rows->v[i];
		const char *below =
			r->rolled && (!r->grade || rat_cmp(r->grade, r->rolled))
				? arena_printf(a, "; with all below it %s",
					  grade_text(a, r->rolled))
				: "";

		if (!i)
			buf_addf(b, "\n%s\n", what);
		add_row(b, "", r->name, grade_text(a, r->grade),
			arena_printf(a,
				"%d of %d key results graded in %d "
				"objective%s%s",
				r->graded, r->total, r->objectives,
				r->objectives == 1 ? "" : "s", below));
	}
}

/* Where nobody is named there is only one row, that of all. */
static void add_parts(struct arena *a, struct buf *b, const struct model *m)
{
	struct rollups levels = rollup_levels(a, m);
	struct rollups teams = rollup_teams(a, m);
	struct rollups owners = rollup_owners(a, m);

	if (levels.n > 1)
		add_rollups(a, b, "By level", &levels);
	if (teams.n > 1)
		add_rollups(a, b, "By team", &teams);
	if (owners.n > 1)
		add_rollups(a, b, "By person", &owners);
}

static void add_table(struct arena *a, struct buf *b, const struct model *m)
{
	if (!m->objectives.n) {
		buf_adds(b, "no OKRs found; 'man 5 okr' shows how they are "
			    "written, and --explain what was read\n");
		return;
	}
	for (size_t i = 0; i < m->objectives.n; i++)
		add_objective(a, b, &m->objectives.v[i]);
	buf_addf(b, "%s%s%zu objective%s, %d of %d key results graded: %s\n",
		m->period.name, *m->period.name ? ": " : "", m->objectives.n,
		m->objectives.n == 1 ? "" : "s", m->graded, m->total,
		grade_text(a, m->grade));
	add_parts(a, b, m);
}

static void add_explanation(struct buf *b, const struct explanation *why)
{
	for (size_t i = 0; i < why->n; i++)
		buf_addf(b, "%5d  %-12s %s\n", why->v[i].line, why->v[i].what,
			why->v[i].detail);
	if (why->n)
		buf_addc(b, '\n');
}

int cmd_grade(struct run *run, struct err *err)
{
	struct gathered g;
	struct buf raw, clean;
	int rc;

	if (!run->s.args.n && !run->s.from.n)
		return err_set(err, ERR_USAGE,
			"no file is given; 'okrsync grade FILE', or - for "
			"standard input");
	if (gather(run, &g, err))
		return -1;
	buf_init(&raw, OUTPUT_BYTES);
	buf_init(&clean, OUTPUT_BYTES);
	if (run->s.json) {
		modeljson_print(&clean, &g.model);
	} else {
		add_explanation(&raw, &g.why);
		add_table(run->arena, &raw, &g.model);
		for (size_t i = 0; i < g.model.findings.n; i++)
			report_line(run->arena, &raw, &g.model.findings.v[i]);
		escape_clean(&clean, buf_str(&raw));
	}
	rc = buf_finish(&raw, "the output", err);
	if (!rc)
		rc = buf_finish(&clean, "the output", err);
	if (!rc)
		rc = file_write(run->s.output, buf_str(&clean), err);
	buf_release(&raw);
	buf_release(&clean);
	return rc;
}
