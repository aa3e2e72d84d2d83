/*
 * Notations other than markdown: a text in one of them as markdown, each line
 * where it stood, so that line numbers stay.  Text that is in none of them is
 * given back as it is.
 */
#ifndef DOC_NOTATION_P_H
#define DOC_NOTATION_P_H

#include <stdbool.h>

#include "arena.h"
#include "buf.h"
#include "mark_p.h"
#include "str.h"

struct str doc_notation(struct arena *a, struct str text);

/* Each notation: does a line give it away, and the text as markdown. */
bool org_sign(struct str line);
struct str org_text(struct arena *a, struct str text);
bool rst_sign(struct str line);
struct str rst_text(struct arena *a, struct str text);
bool outliner_sign(struct str line);
struct str outliner_text(struct arena *a, struct str text);
bool board_sign(struct str line);
struct str board_text(struct arena *a, struct str text);
bool export_sign(struct str line);
struct str export_text(struct arena *a, struct str text);
bool adoc_sign(struct str line);
struct str adoc_text(struct arena *a, struct str text);
bool ticket_sign(struct str line);
struct str ticket_text(struct arena *a, struct str text);
bool barred_sign(struct str line);
struct str barred_text(struct arena *a, struct str text);

/* "Objective", "Key Result", and no more: which one it is (doc_ticket.c). */
enum mark_kind ticket_kind(struct str s);
/* Adds the field that such a part of a line is: "owner: ana", "40%"; false
 * where nothing is known of it (doc_export.c). */
bool export_part(struct buf *b, struct str s);

/* "[18:02] Ana: KR1: text" without time and speaker (doc_chat.c). */
struct str chat_lines(struct arena *a, struct str text);
/* Lines of "# text" below a label as the numbered list they are. */
struct str hash_lists(struct arena *a, struct str text);

/* "├─ KR1: text" as items of a list (doc_branch.c). */
struct str branch_lists(struct arena *a, struct str text);

/* "ObjectiveGrow" as "Objective: Grow" (doc_glued.c). */
struct str glued_labels(struct arena *a, struct str text);
/* "Grow" over "OKR 1 Key Results" as "Objective 1: Grow" (doc_over.c). */
struct str titles_over(struct arena *a, struct str text);
/* "=> 90% - KR: text" with its result behind the line above (doc_behind.c). */
struct str results_behind(struct arena *a, struct str text);
/* "KR<tab>text" over "Result<tab>80 %" with colons (doc_tabbed.c). */
struct str tabbed_pairs(struct arena *a, struct str text);

/* Bars in the gaps before fields: "text     now 21   confidence 7/10"
 * (doc_gap.c). */
struct str gap_fields(struct arena *a, struct str text);
/* "Section: Objective 1 - text" as a heading, and all sections (doc_frames.c).
 */
struct str frame_text(struct arena *a, struct str text);
/* "KR text" and "[O] text" as "KR: text" and "Objective: text" (doc_bare.c). */
struct str bare_marks(struct arena *a, struct str text);

/* Words of a to-do list in front of a text, "DONE"; what they say. */
enum todo {
	TODO_NONE,
	TODO_OPEN,
	TODO_DONE,
	TODO_DOING,
	TODO_DROPPED,
	TODO_BLOCKED,
	TODO_HELD,
	TODO_AHEAD, /* open, on a page that says what is begun */
};
enum todo todo_take(struct str *s);
/* Adds "- [x] text", or how it stands in a line of the item. */
void todo_add(struct buf *b, enum todo todo, struct str text);

#endif
