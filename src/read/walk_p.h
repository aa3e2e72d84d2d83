/*
 * Headings: what stands below and beside them, and what they make of it.
 */
#ifndef WALK_P_H
#define WALK_P_H

#include "reader_p.h"

enum { PERIOD_TITLE = 32 }; /* bytes of a heading that names a period only */

/* What the heading b is by its words and by what stands above and below it;
 * title is its text without numbering. */
struct mark heading_mark(struct reader *r, const struct block *b,
	struct piece title, const struct scope *sc);

/* "Q1 2025", "2025": a time and nothing else? */
bool heading_names_period(struct reader *r, struct str title);

/* "Q1 OKRs", "FY25", "Goals for next quarter": of a time, at least? */
bool heading_is_dated(struct reader *r, struct str title);

/* The list below a heading, if nothing but words is before it; or NULL. */
const struct block *heading_list(const struct block *b);

/* Is there a list, of other things than links, directly below? */
bool heading_has_plain_list(struct reader *r, const struct block *b);

/* Is it a test, a bug, a lesson, told with "Objective:" among its labels? */
bool section_is_work(const struct block *section);
/* ... and one that looks back at how people worked, and at no OKRs (retro.c)?
 */
bool section_is_retro(const struct block *section);
/* ... all of the page, by its headings? */
bool page_is_retro(struct str text);

/* "Past OKRs" over all of a page that gave nothing else? */
bool heading_is_archive(
	const struct reader *r, const struct block *b, struct str title);
/* Is the first table directly below one of objectives, with numbers? */
bool heading_has_okr_table(struct reader *r, const struct block *b);

/* Nothing but headings that begin as aims do, each over a list, and all of some
 * words? */
bool heading_has_aims(const struct block *b);
/* A title over a list of what is to be there, beside one over a list of what is
 * measured? */
bool heading_is_beside_measured(struct reader *r, const struct block *b);
/* "OKRs" over nothing but titles, each over a list of what is to be there, and
 * neither words nor titles that explain OKRs? */
bool heading_lists_alike(const struct reader *r, const struct block *b);
/* Do lines in bold stand over its lists: several, or one below "Company"? */
bool heading_has_titled_lists(const struct block *b);

/* Is the first thing below a line that may be a title? */
bool heading_begins_titled(const struct block *b);

/* A title without a verb over a list of work, beside one that has it. */
bool heading_is_like_sibling(struct reader *r, const struct block *b);

/* "## Objective" with "## Key results" beside it. */
bool heading_is_before_key_results(const struct block *b);

/* ... both over words only: "Clear and bold", "Figures, deadlines"? */
bool heading_explains_both(const struct block *b);

/* Does the text right below begin with the word of its own: "O1: Grow"? */
bool heading_holds_title(const struct block *b);
/* Is "Objective 1" or the like in it? Then so are they all. */
bool heading_has_marked(const struct block *b);

/* Is an item directly below it "KR1: text"? */
bool heading_has_marked_item(const struct block *b);

/* Is there such a line in the paragraph directly below? */
bool heading_has_line(const struct block *b, bool (*is)(struct str line));

/* "Our objective for this term: ..." over "We are there when" and a list: it is
 * theirs, whatever text it stands in, and no example. */
bool block_states_own(const struct block *b);

/* "Parent objective: #10" directly below: then it is one, too. */
bool heading_has_parent(const struct block *b);
/* Is it said, over key results with their marks, what it serves? */
bool heading_serves(const struct block *b);

/* "Type: Objective" among the fields directly below, as tools export it. */
bool heading_says_type(const struct block *b);
/* Is it that line? */
bool line_says_type(struct str line);

/* "OKR framework and execution" as the title of all. */
bool heading_names_paper(const struct block *b, struct str title);

/* "KR1 - Retention" over a sentence in bold type, which is what it says; or
 * "KR1 - Leading", which is only its kind. */
bool heading_is_named_only(
	struct reader *r, const struct block *b, struct piece name);

/* "KR1 - Habit" over one heading, which says it; else NULL. */
const struct block *heading_sentence(
	struct reader *r, const struct block *b, struct piece name);

/* "KR1 deep dive", "KR2 - Lagging: 60 % of sessions": the scope's key result
 * of that number, told elsewhere than beside it; else NO_INDEX. */
int heading_repeats(
	struct reader *r, const struct block *b, const struct scope *sc);

/* "KR1 ✅ Delivered Apr 15", "KR2: missed": how it ended, and no sentence? */
bool heading_tells_end(const struct mark *mark, struct str rest);

/* "Each key result explained" over such headings only? */
bool heading_has_repeats(
	struct reader *r, const struct block *b, const struct scope *sc);

/* "Red flags - check weekly", "Summary": an aspect of an objective? */
bool heading_names_aspect(struct str title);

/* "- Status: done", "- Comment: ..." and no other items, with a result? */
bool list_is_of_results(const struct block *list);

/* "*Result*: done" in a paragraph below? */
bool heading_has_result(const struct block *b);

/* A quotation of nothing but "Owner: ...", right below an objective or a key
 * result? */
bool quotes_fields(const struct block *b, const struct scope *sc);
/* A quotation of nothing but key results, by their marks, directly below an
 * objective that has none yet? */
bool quotes_key_results(
	struct reader *r, const struct block *b, const struct scope *sc);

/* A quotation of "Objective 1: text" on a page of OKRs of some time that has no
 * others, or of "KR1: text" below an objective: a frame, and no example. */
bool quotes_okrs(
	struct reader *r, const struct block *b, const struct scope *sc);

/* A quotation of nothing but an objective, by its mark, whose key results
 * stand directly behind it? */
bool quotes_objective(struct reader *r, const struct block *b);

/* The scope below a heading, of which nothing is known yet. */
struct scope section_scope(const struct scope *sc);
/* Reads a section: what its heading is, and all that stands below it. */
void walk_heading(struct reader *r, const struct block *b, struct scope *sc);

/* The heading's text, without "{#anchor}". */
struct piece section_title(const struct block *b);

/* "Mission 1", "Theme B" over a paragraph, which is the goal: the number, and
 * no title? */
bool section_is_number_only(struct piece title, struct str *number);

/*
 * What a heading, b, makes of the scope it stands in, sc, and of the one
 * below it.
 *
 * An objective, by its word or by what is below.
 */
void section_objective(struct reader *r, struct scope *sc, struct scope *below,
	const struct mark *mark, struct piece text);

/* The key results of the objective above, or of its own title. */
/* Has a line above this heading, but not below a heading of its own, told an
 * objective that has no key results so far? */
bool section_is_open_above(
	struct reader *r, const struct scope *sc, const struct block *b);

void section_key_results(struct reader *r, struct scope *sc,
	struct scope *below, const struct block *b);

/* "Company OKRs": objectives are expected. */
void section_okrs(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, struct piece title);

/* "CEO", "Sales and marketing" over a list of objectives: whose they are. */
void section_owned(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, struct piece title);

/* "Q2 2025": whatever is below is of that time. */
void section_period(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, struct piece title);

/* A part of the objective that is open, or of the page. */
void section_part(struct reader *r, const struct scope *sc, struct scope *below,
	const struct block *b, struct piece title, enum evidence e);

/* Nothing of what is below is an OKR. */
void section_left(struct reader *r, struct scope *below, const struct block *b,
	struct piece title);

/* Did all of the last objectives say that they are some, and got key results?
 * Then "Next steps" over a list is none, in whatever words. */
bool others_are_marked(const struct reader *r);

/* The key result of a heading: in it, or in what stands directly below; one
 * that was told before may only be told more of. */
void section_key_result(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, const struct mark *mark, struct piece text);

/* A heading without a mark (walk_plain.c). */
void walk_plain_heading(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, const struct mark *mark, struct piece title);

#endif
