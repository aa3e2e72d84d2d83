/*
 * "| | O1: A loan people understand | Owner: Ana | 0.6 |" over rows of "KR1":
 * a table whose header is its objective.  That goes into a paragraph above, as
 * it would be written there, and the header keeps the names of the columns.
 */
#include "table_p.h"

#include "attr.h"
#include "buf.h"
#include "field_p.h"

enum { LONGEST = 2000 }; /* bytes of a header that is looked at */

/* "KR1", "KR1: text" */
static bool is_key_result(const struct row *row)
{
	for (size_t i = 0; i < row->n && i < 2; i++) {
		if (table_mark(table_cell(row, (int)i)).kind == MARK_KEY_RESULT)
			return true;
	}
	return false;
}

/* The one cell that is a marked objective with its title, or -1. */
static int title_cell(const struct row *header)
{
	int found = -1;

	for (size_t i = 0; i < header->n; i++) {
		struct piece cell = table_cell(header, (int)i);
		struct mark mark = table_mark(cell);

		if (mark.kind != MARK_OBJECTIVE || mark.rest >= cell.s.n)
			continue;
		if (found >= 0 || mark.weak ||
			str_words(str_sub(cell.s, mark.rest, cell.s.n)) < 2)
			return -1;
		found = (int)i;
	}
	return found;
}

/* Bytes of all that it says, with names that may be put before it. */
static size_t length_of(const struct row *header)
{
	size_t n = 0;

	for (size_t i = 0; i < header->n; i++)
		n += table_cell(header, (int)i).s.n + sizeof "\nGrade: ";
	return n;
}

/* What a header's cell says of the objective goes to out; its column's name is
 * what is left, or nothing. */
static struct str take_cell(struct buf *out, struct piece cell)
{
	struct mark mark = table_mark(cell);
	size_t colon = str_find_char(cell.s, ':');

	if (mark.kind == MARK_FIELD && colon != STR_NONE &&
		mark.rest < cell.s.n) {
		buf_addc(out, '\n');
		buf_add(out, cell.s);
		return str_sub(cell.s, 0, colon);
	}
	if (field_is_score(cell.s)) {
		buf_adds(out, "\nGrade: ");
		buf_add(out, cell.s);
		return STR("Grade");
	}
	return cell.s;
}

static void set_text(struct arena *a, struct block *b, struct str s)
{
	b->text = (struct rich){.s = arena_str(a, s)};
	b->text.flags = ARENA_ARRAY(a, unsigned char, s.n + 1);
	b->mark = NULL;
}

/* The table moves into a block behind its own, which becomes a paragraph. */
static void move_down(struct arena *a, struct block *table)
{
	struct block *moved = ARENA_NEW(a, struct block);

	*moved = *table;
	for (struct block *row = moved->first; row; row = row->next)
		row->parent = moved;
	if (table->parent && table->parent->last == table)
		table->parent->last = moved;
	*table = (struct block){.kind = BLOCK_PARA,
		.line = table->line,
		.next = moved,
		.parent = table->parent};
}

bool table_lift_title(struct arena *a, struct block *table)
{
	struct row header, first;
	struct buf out;
	int at, i = 0;

	if (!table->first || !table->first->next)
		return false;
	header = table_row(table->first);
	first = table_row(table->first->next);
	at = title_cell(&header);
	if (at < 0 || !is_key_result(&first) || header.line != table->line ||
		length_of(&header) > LONGEST)
		return false;
	buf_init(&out, LONGEST);
	buf_add(&out, table_cell(&header, at).s);
	for (struct block *c = table->first->first; c && i < (int)header.n;
		c = c->next, i++) {
		struct piece cell = table_cell(&header, i);

		set_text(a, c,
			i == at           ? STR("Key result")
			: !i && !cell.s.n ? STR("#")
					  : take_cell(&out, cell));
	}
	move_down(a, table);
	set_text(a, table, buf_str(&out));
	buf_release(&out);
	return true;
}
