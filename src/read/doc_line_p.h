/*
 * What a line of markdown looks like, before anything is parsed.  Lines come
 * without their indent and without white space at the end.
 */
#ifndef DOC_LINE_P_H
#define DOC_LINE_P_H

#include <stdbool.h>

#include "arena.h"
#include "mark_p.h"
#include "str.h"

/* "---", "* * *"? */
bool line_is_rule(struct str s);

/* "# x", also "##x"? */
bool line_is_heading(struct str s);

/* Bytes of the list marker that s begins with, also one that people use and
 * markdown does not know; 0 for none. */
size_t line_marker(struct str s);

enum { LINE_SIGNED = 400 }; /* bytes of a line that is looked at */

/* "(tick) 60 helpers trained": a sign before a text that has no mark? */
bool line_is_signed(struct str s);

/* ... a tick, a cross or a traffic light? */
bool line_has_light(struct str s);

/* Bytes of an arrow or another sign of no meaning, with a text behind it, that
 * may be a bullet; else 0. */
size_t line_glyph(struct str s);

/* What the text of a line, behind its bullet, is by its mark. */
enum mark_kind line_mark_kind(struct str s);

/* Bytes of the fence that it begins with; 0 for none. */
size_t line_fence(struct str s);

/* "a. text", for inside a list? */
bool line_is_lettered(struct str s);

/* Of a table: is it the row of dashes? */
bool line_is_delimiter(struct str s);

/* How many bars it has. */
size_t line_bars(struct str s);

/* "| **KR1.5**: text | ... |": a row of an OKR, and no header. */
bool line_row_is_numbered(struct str s);

/* Is it a header, with the row of dashes next? */
bool line_begins_table(struct str s, struct str next);

/* A row without text? */
bool line_is_empty_row(struct str s);

/* "Objective 2: ..." or "**Risks**" at the margin under a list is meant as a
 * new paragraph, whatever CommonMark says of lazy lines. */
bool line_is_label(struct str s);

/* "Owner: Vera" at the margin, with no more than such lines up to the list's
 * next item in rest: said of the item above.  again: the list had such lines,
 * so that they may end it. */
bool line_is_between_items(struct str s, struct str rest, bool again);

/* Flush left below an item's line, above: a new paragraph by the look of both,
 * whatever CommonMark says of lazy lines?  wrapped: lines may end where there
 * was no room for more; in a text with long lines they do not. */
bool line_begins_paragraph(struct str s, struct str above, bool wrapped);

/* Has the text such long lines? */
bool lines_are_long(struct str text);

/* The last line that ends a table or list of HTML, counted from line_no; 0:
 * none. */
int lines_last_tag(struct str text, int line_no);

/* Does a heading, quotation, table, rule, fence or tag begin here? */
bool line_is_block_start(struct str s);

/* "> 70% of shops": no quotation? */
bool line_is_more_than(struct str s);

/* "### Objective", "**Objective 1:**", "### KR1 - Habit": a quotation below it
 * is its title, or what it says. */
bool line_wants_title(struct str s);
/* "### KR1: Crew" */
bool line_heads_key_result(struct str s);
/* A quotation that gives a title or tells a key result is none; above is the
 * line before, if it is not such a one. */
struct str line_unquoted(struct str s, struct str *above);

/* "[label]: address"? */
bool line_defines_link(struct str s);

/* "/label ~OKR"? */
bool line_is_quick_action(struct str s);

/* The line without the marks of footnotes: "[^2]". */
struct str line_without_notes(struct arena *a, struct str s);

/* ... without what GitLab shows behind a reference: "#12 (closed)"
 * (doc_state.c). */
struct str line_without_states(struct arena *a, struct str s);

/* The line so that "]:" defines no link. */
struct str line_without_definition(struct arena *a, struct str s);

/* ... "<h2>text</h2>" is "## text". */
struct str line_without_heading_tag(struct arena *a, struct str s);

/* ... every column has three dashes. */
struct str line_wide_delimiter(struct arena *a, struct str s);

/* "- [ ] text" of a line that begins with a drawn box, ticked or not; other
 * lines as they are. */
struct str line_without_box(struct arena *a, struct str s);

/* "1\\) text" of "1) text", which markdown would take for a list in an item;
 * other lines as they are. */
struct str line_without_list(struct arena *a, struct str s);

/* The line with a blank behind "1." of "1.Text" and behind a bullet, where the
 * next one (or the last, of that number) goes on so or its script has none. */
struct str line_spaced(
	struct arena *a, struct str s, struct str next, long *last);

/* A marker such as "a)", "(b)", "iii." and its place in the alphabet and among
 * the roman numbers, 0 where it is none. */
struct enumerator {
	size_t n; /* bytes; 0: no marker */
	int letter, roman;
	bool capital;
};
/* The one that s begins with. */
struct enumerator line_enumerator(struct str s);

/* Does y come next after x? */
bool enumerator_follows(struct enumerator x, struct enumerator y);
/* "2  Objective: text", as reports number their parts, as "2. Objective: text",
 * and "3  Staff" behind it; last: the number of the one before, or 0. */
struct str line_with_point(struct arena *a, struct str s, long *last);

/* Other notations (doc_grid.c): is it "+---+---+"? */
bool line_is_grid(struct str s);

/* The row below such a line, from the lines of the rest that make it; how many
 * of these it took. */
int line_grid_row(struct arena *a, struct str rest, struct str *row);

/* The row of dashes for it. */
struct str line_grid_delimiter(struct arena *a, struct str row);

/* "|---+---|" as markdown has it. */
struct str line_without_plus(struct arena *a, struct str s);

/* "== Heading ==" as markdown has it. */
struct str line_without_equals(struct arena *a, struct str s);

/* AsciiDoc's tables (doc_adoc.c): "|==="; the lines behind it as rows of
 * markdown, one after the other, false at the end. */
struct bar_table {
	struct str rest, line; /* the line's cells that are not taken yet */
	size_t columns;
	int lines, first; /* taken so far; ... when the row began */
	bool over;
};
bool line_is_bar_fence(struct str s);
bool line_bar_begin(struct bar_table *t, struct str rest);
bool line_bar_row(struct arena *a, struct bar_table *t, struct str *row);

/* "Title" over "~~~~~" or "^^^^^" as a heading; the same s where next is no
 * such line. */
struct str line_underlined(struct arena *a, struct str s, struct str next);

/* Spreadsheets (doc_sheet.c): the mark that parts the cells of a header line
 * with such a line behind it, or 0. */
char sheet_begins(struct arena *a, struct str line, struct str next);

/* The text with cells of several lines in one, and rows without a text where
 * the others stood. */
struct str sheet_joined(struct arena *a, struct str text);

/* A line as a table's row. */
struct str sheet_row(struct arena *a, struct str line, char sep, bool begins);

/* "| Reporter: | ana | Assignee: | bo |" as a line for each name, or nothing.
 */
struct str sheet_labels(struct arena *a, struct str line);

/* The row of dashes for a header. */
struct str sheet_delimiter(struct arena *a, struct str line, char sep);

/* Tables of plain text (doc_aligned.c): where the columns stand, in
 * characters. */
enum { ALIGNED_COLUMNS = 16 };
struct aligned {
	size_t n;     /* columns; 0: no table */
	size_t least; /* cells of a row */
	size_t from[ALIGNED_COLUMNS], to[ALIGNED_COLUMNS];
};

/* Is the line the header of such a table?  Its cells, parted by tabs. */
bool aligned_begins(struct arena *a, struct aligned *t, struct str line,
	struct str next, struct str *row);

/* The cells of a line below; empty for a rule, false where the table ended. */
bool aligned_row(struct arena *a, const struct aligned *t, struct str line,
	struct str *row);

/* "1.1 Share from 35 % to 60 %        48 % (was 45 %)": the line with its
 * figure as a result, where that or the next one is no goal; tailed is kept
 * from line to line. */
struct str line_with_tail(
	struct arena *a, struct str s, struct str next, bool *tailed);

/* "KR2. sessions longer than 35 min ....... 1.0": the same with dots between. A
 * whole number is that of a page, unless one that cannot be is near. */
struct str line_with_leader(
	struct arena *a, struct str s, struct str next, bool *led);

/* Progress that a tag, a picture or a template draws, as "=> 75%"
 * (doc_drawn.c). */
struct str line_with_drawn(struct arena *a, struct str s);
/* The same of bars made of signs, "\u2588\u2588\u2591" (doc_bars.c). */
struct str line_with_bars(struct arena *a, struct str s);

/* Wikis (doc_wiki.c): is it a page of one, and no markdown?  The page in
 * markdown and HTML, line for line. */
bool doc_is_wiki(struct str text);
struct str doc_wiki(struct arena *a, struct str text);

/* Where a line says what the signs of the page mean, the page with those that
 * mean it everywhere, and without that line; lines stay where they are
 * (doc_legend.c). */
struct str doc_legend(struct arena *a, struct str text);

/* Where lines below objectives begin with how they ended, the page with
 * "- [Achieved] text" for them (doc_told.c). */
struct str doc_told(struct arena *a, struct str text);
/* Takes the quotations off in which a page sets all its OKRs
 * (doc_quoted.c). */
struct str doc_quoted(struct arena *a, struct str text);
/* A page of HTML without its indents, which Markdown takes for code
 * (doc_markup.c). */
struct str doc_markup(struct arena *a, struct str text);

/* ... and "- KR: [P0] text => 0.8" where they begin with their rank and grade
 * (doc_graded.c). */
struct str doc_graded(struct arena *a, struct str text);

/* ... and "KR: text" and "Result: text" for what was said and what happened
 * (doc_said.c). */
struct str doc_said(struct arena *a, struct str text);

/* Leaves out what a form asks its writer below "Objective:" (doc_hint.c). */
struct str doc_hint(struct arena *a, struct str text);

/* The text's characters made regular: line ends, blanks, broken UTF-8. */
struct str doc_bytes(struct arena *a, struct str s);

struct clean;
/* Takes front matter off the text; line_no is the line above it. */
bool doc_take_front(struct str *text, struct clean *c, int *line_no);

#endif
