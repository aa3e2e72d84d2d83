/*
 * The result a person wrote behind a key result or objective: "=> DONE",
 * "--> 66% (AWS done)", "[33%](url)", " - Push to Q2", "(blocked)", "✅".
 *
 * Behind a strong arrow (=>, ==>, -->) everything is a result; what is not
 * understood is a note.  Behind a weak one (->, →), a dash, a colon, in
 * brackets or parentheses at the end, or as a last word in capitals, only
 * what is a result for sure.  An arrow between two values (25% → 20%), >= and
 * <= are part of the sentence.
 */
#ifndef RESULT_H
#define RESULT_H

#include "arena.h"
#include "model.h"
#include "str.h"

/* At which places the results of a text stand. */
enum result_place {
	RESULT_AT_ARROW,
	RESULT_AT_THIN, /* "->", which parts the two values of a way as well */
	RESULT_AT_DASH,
	RESULT_AT_BRACKET,
	RESULT_AT_COLON,
	RESULT_AT_STOP,
	RESULT_AT_END, /* without any mark */
	RESULT_PLACES,
};

struct result_habit {
	size_t n[RESULT_PLACES]; /* how many, beyond doubt */
};

/*
 * Splits the written result off a line (markdown, one line, without its
 * marker): gives the text without it, a part of line, and sets r; without a
 * result the line trimmed and RESULT_NONE with text "".  Links within the
 * result are added to links, which may be NULL.  A percentage is also read
 * from "7 of 8", "3/4" and a grade "0.7".  habit, which may be NULL, counts
 * where results stand.
 */
struct str result_split(struct arena *a, struct str line, struct result *r,
	struct links *links, struct result_habit *habit) MUST_USE;

/* The same for a line that result_split() left whole, when the whole text is
 * read: "Survey of the vendors - 75%" may be aim or result, and is a result
 * where several others of the text stand like that. */
struct str result_split_usual(struct arena *a, struct str line,
	struct result *r, const struct result_habit *habit) MUST_USE;

/* The whole of a text as a result ("Status: ..." fields, cells); RESULT_NONE
 * when it is empty, RESULT_NOTE when it is not understood. */
void result_read(struct arena *a, struct str text, struct result *r,
	struct links *links);

#endif
