/*
 * A page read by the looks of its lines alone: the last look, where all others
 * found nothing.
 *
 * Whatever signs people use, they use them alike: the lines that are objectives
 * look the same (bold behind a star, headings with "Goal A.", "2." at the
 * margin), and so do those that measure them.  So every two styles of lines
 * are tried as objectives and key results, and the pair that explains most of
 * what is measured wins (rows_find.c).  The page is then read again with plain
 * marks at the lines of both, each where it stood.
 */
#include "rows_p.h"

#include "buf.h"

static void write_objective(struct buf *out, const struct row *row)
{
	enum { DEEPEST = 6 };

	buf_add_times(out, '#', row->heading ? row->heading : DEEPEST);
	buf_adds(out, row->number.n ? " Objective " : " Objective");
	buf_add(out, row->number);
	buf_adds(out, ": ");
	buf_add(out, row->body);
}

/* Is its sign one of markdown's lists? */
static bool is_listed(const struct row *row)
{
	return row->sign.n && !str_is(row->sign, "state");
}

static void write_row(struct buf *out, const struct row *row)
{
	switch (row->role) {
	case ROLE_OBJECTIVE:
		write_objective(out, row);
		break;
	case ROLE_MEASURE:
		if (row->clauses) {
			row_write_clauses(out, row);
			break;
		}
		buf_adds(out, "- ");
		buf_add(out, row->told);
		buf_adds(out, row->told.n ? " KR" : "KR");
		buf_add(out, row->number);
		buf_adds(out, ": ");
		buf_add(out, row->body);
		break;
	case ROLE_NOTE:
		buf_adds(out, is_listed(row) ? "  " : "  - ");
		buf_add(out, is_listed(row) ? row->raw : str_trim(row->raw));
		break;
	case ROLE_LEAD:
		break;
	case ROLE_NONE:
		buf_add(out, row->raw);
		break;
	}
	buf_addc(out, '\n');
}

struct str rows_marked(struct reader *r, struct str text, enum looks how)
{
	struct rows rows = {0};
	struct buf out;
	struct str marked;

	if (!rows_read(r, text, &rows) || !rows_find(r, &rows, how))
		return STR("");
	buf_init(&out, 2 * text.n + 32 * rows.n);
	for (size_t i = 0; i < rows.n; i++) {
		if (rows.v[i].kind == ROW_UNDERLINE &&
			rows.v[i - 1].role != ROLE_NONE)
			buf_addc(&out, '\n');
		else
			write_row(&out, &rows.v[i]);
	}
	marked = arena_str(r->a, buf_str(&out));
	buf_release(&out);
	return marked;
}
