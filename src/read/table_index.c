/*
 * Cells that only number their row, "KR1.1", and where the text is then.
 */
#include "table_p.h"

/* The text for a cell that holds "KR1.1" only: in the next filled one. */
static struct piece next_text(const struct table_walk *w, const struct row *row,
	struct piece cell, size_t *used)
{
	for (size_t i = 0; i + 1 < row->n; i++) {
		if (row->cell[i] != cell.b)
			continue;
		for (i++; i < row->n; i++) {
			struct piece p = table_cell(row, (int)i);

			if (p.s.n && (w->c.of[i] == FIELD_NONE ||
					     w->c.of[i] == FIELD_TARGET ||
					     w->c.of[i] == FIELD_METRIC ||
					     w->c.of[i] == FIELD_NOTES ||
					     w->c.of[i] == FIELD_KEY_RESULT)) {
				*used = i;
				return p;
			}
		}
	}
	return cell;
}

/* "KR-2026Q3-01", "OPS-7": letters and digits of a register. */
static bool is_code(struct str s)
{
	enum { LONGEST = 20 };
	bool digit = false;

	for (size_t i = 0; i < s.n; i++) {
		digit = digit || str_is_digit(s.p[i]);
		if (!str_is_digit(s.p[i]) && !strchr("-._/", s.p[i]) &&
			(s.p[i] < 'A' || s.p[i] > 'Z'))
			return false;
	}
	return digit && s.n <= LONGEST && s.p[0] >= 'A' && s.p[0] <= 'Z';
}

bool table_is_index(struct piece cell, const struct mark *mark)
{
	if (mark->kind == MARK_KEY_RESULT && mark->rest >= cell.s.n)
		return true;
	if (is_code(cell.s))
		return true;
	if (mark->kind == MARK_KEY_RESULT)
		return false;
	for (size_t i = 0; i < cell.s.n; i++) {
		char c = cell.s.p[i];
		bool letter = i + 1 == cell.s.n && i && str_is_alpha(c);

		if (!str_is_digit(c) && c != '.' && !letter) /* "1.4a" */
			return false;
	}
	return cell.s.n && cell.s.n < 6;
}

struct piece table_index_text(
	struct table_walk *w, const struct row *row, struct piece cell)
{
	size_t open = str_find_char(cell.s, '('), n;
	struct piece next = next_text(w, row, cell, &w->used), inner = cell;

	if (open == STR_NONE || !str_ends(cell.s, ")") ||
		(w->used && w->c.of[w->used] != FIELD_NOTES))
		return next;
	inner.s = str_trim(str_sub(cell.s, open + 1, cell.s.n - 1));
	for (n = 0; n < inner.s.n && inner.s.p[n] != ' '; n++)
		;
	if (n == inner.s.n) /* "(Q3)", "(committed)" */
		return next;
	w->used = 0;
	return inner;
}
