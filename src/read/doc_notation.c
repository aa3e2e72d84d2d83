/*
 * In which notation a text is, by the lines that only that one has.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"

static const struct {
	bool (*sign)(struct str line);
	struct str (*text)(struct arena *a, struct str text);
} NOTATIONS[] = {
	{org_sign, org_text},
	{rst_sign, rst_text},
	{outliner_sign, outliner_text},
	{board_sign, board_text},
	{barred_sign, barred_text},
	{ticket_sign, ticket_text},
	{export_sign, export_text},
	{adoc_sign, adoc_text},
};

struct str doc_notation(struct arena *a, struct str text)
{
	enum { SHORTEST = 3 }; /* of what gives one away: "a::" */
	struct str line, rest;
	bool fenced = false;

	text = branch_lists(a, chat_lines(a, results_behind(a, text)));
	text = titles_over(a, text);
	text = tabbed_pairs(a, glued_labels(a, hash_lists(a, text)));
	rest = text;

	while (str_take_line(&rest, &line)) {
		struct str s = str_trim_right(line);

		if (line_fence(str_trim(s)))
			fenced = !fenced;
		for (size_t i = 0; i < COUNT_OF(NOTATIONS) && !fenced; i++) {
			if (s.n >= SHORTEST && NOTATIONS[i].sign(s))
				return NOTATIONS[i].text(a, text);
		}
	}
	text = sheet_joined(a, gap_fields(a, text));
	return bare_marks(a, frame_text(a, text));
}

enum todo todo_take(struct str *s)
{
	static const struct {
		const char *word;
		enum todo todo;
	} WORDS[] = {{"TODO", TODO_OPEN}, {"NEXT", TODO_OPEN},
		{"LATER", TODO_OPEN}, {"WAITING", TODO_BLOCKED},
		{"WAIT", TODO_BLOCKED}, {"HOLD", TODO_HELD},
		{"DONE", TODO_DONE}, {"DOING", TODO_DOING}, {"NOW", TODO_DOING},
		{"STARTED", TODO_DOING}, {"WIP", TODO_DOING},
		{"ACTIVE", TODO_DOING}, {"BLOCKED", TODO_BLOCKED},
		{"IN-PROGRESS", TODO_DOING}, {"PROGRESS", TODO_DOING},
		{"INPROGRESS", TODO_DOING}, {"CANCELLED", TODO_DROPPED},
		{"CANCELED", TODO_DROPPED}, {"DROPPED", TODO_DROPPED},
		{"KILLED", TODO_DROPPED}, {"OPEN", TODO_OPEN},
		{"PENDING", TODO_OPEN}, {"PLANNED", TODO_OPEN},
		{"ONGOING", TODO_DOING}, {"FINISHED", TODO_DONE},
		{"COMPLETED", TODO_DONE}, {"ABANDONED", TODO_DROPPED}};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str t = *s;

		if (!str_skip(&t, WORDS[i].word) || !str_skip_char(&t, ' '))
			continue;
		*s = str_trim_left(t);
		return WORDS[i].todo;
	}
	return TODO_NONE;
}

void todo_add(struct buf *b, enum todo todo, struct str text)
{
	static const char *const STATES[] = {[TODO_DOING] = "in progress",
		[TODO_DROPPED] = "cancelled",
		[TODO_BLOCKED] = "blocked",
		[TODO_HELD] = "on hold",
		[TODO_AHEAD] = "not started"};

	buf_adds(b, todo == TODO_DONE   ? "- [x] "
		    : todo == TODO_OPEN ? "- [ ] "
					: "- ");
	buf_add(b, text);
	if ((size_t)todo < COUNT_OF(STATES) && STATES[todo])
		buf_addf(b, "<br>Status: %s", STATES[todo]);
}
