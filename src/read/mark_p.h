/*
 * What a line of text begins with: "Objective 2:", "CEO KR:", "Key Results",
 * "**Owner**:".  The words are tables in vocab.c; this is the grammar.
 */
#ifndef MARK_P_H
#define MARK_P_H

#include <stdbool.h>

#include "model.h"
#include "str.h"

enum field {
	FIELD_NONE,
	FIELD_NUMBER, /* columns only, down to FIELD_KEY_RESULT */
	FIELD_OBJECTIVE,
	FIELD_BOTH, /* objectives and key results in one column */
	FIELD_KEY_RESULT,
	FIELD_OWNER,
	FIELD_DRI,
	FIELD_TEAM,
	FIELD_REGION,
	FIELD_LEVEL,
	FIELD_TYPE,
	FIELD_PRIORITY,
	FIELD_CONFIDENCE,
	FIELD_LADDERS,
	FIELD_PERIOD,
	FIELD_WEIGHT,
	FIELD_KIND,
	FIELD_STATUS,
	FIELD_STATE,
	FIELD_DUE,
	FIELD_BASELINE,
	FIELD_TARGET,
	FIELD_CURRENT,
	FIELD_GRADE,
	FIELD_PROGRESS,
	FIELD_RESULT,
	FIELD_METRIC,
	FIELD_UNIT,
	FIELD_TITLE,
	FIELD_INITIATIVES,
	FIELD_DEPENDENCIES,
	FIELD_RISKS,
	FIELD_BLOCKERS,
	FIELD_ASKS,
	FIELD_MITIGATIONS,
	FIELD_NOTES,
	FIELD_CHECKED,      /* the day of the newest reading */
	FIELD_MEASURE_TYPE, /* leading or lagging */
};

enum mark_kind {
	MARK_NONE,
	MARK_OBJECTIVE,  /* "Objective 1: title", "O2", "OKR 3 - title" */
	MARK_KEY_RESULT, /* "KR1: text", "CEO KR: text" */
	MARK_KR_LABEL,   /* "Key Results:": what follows are such */
	MARK_OBJ_LABEL,  /* "Objectives", "Company-Level OKRs" */
	MARK_FIELD,      /* "Owner: text", "Initiatives" */
	MARK_LEFT,       /* "Example", "How to ...", "Change history" */
};

struct mark {
	enum mark_kind kind;
	enum field field;
	struct str number; /* "1", "1.2"; of the marker, else of the line */
	bool numbered;     /* the marker itself has a number */
	bool dotted;       /* the line begins with "1.2" */
	bool plural;       /* "KRs", "Key Results" */
	bool weak;         /* a word that needs company: "OKR:", "Goal:" */
	struct str prefix; /* "CEO" of "CEO KR:", "Company" of ... */
	struct str remark; /* "(weight 30%)" between marker and colon */
	struct str lead;   /* emoji and the like before everything */
	struct str told;   /* "DONE" of "DONE: KR 2: ..." */
	size_t rest;       /* where the text behind all this begins */
	size_t plain;      /* where it begins when only lead and numbering
			    * are taken off */
};

enum { MARK_HEADING = 1, MARK_BOLD = 2, MARK_CELL = 4 };

/*
 * Reads the beginning of a line; flags has TEXT_ bits for each byte of s, how
 * is MARK_HEADING for a heading, MARK_BOLD for a line all in bold, MARK_CELL
 * for a table's cell.
 */
struct mark mark_read(struct str s, const unsigned char *flags, int how);

/* "A1. Text", "2b Text" below objective A or 2, whose number is above: a key
 * result's mark, where s has no other. */
void mark_below(struct mark *mark, struct str s, struct str above);

/* "We will X, as measured by:": the length of X, and where what measures it
 * begins; 0 when it says no such thing. */
size_t mark_measured_by(struct str s, size_t *behind);

/* "... our objective is to X. ...": where X begins, and its end; or 0. */
size_t mark_told(struct str s, size_t *end);

/* Takes "[x] " off "[x] KR1: ...", where there is no list; told is what it says
 * (mark_told.c). */
void mark_take_box(struct str *s, struct str *told);

/* "Tracking: a clerk": where the colon behind a short name stands, or 0. */
size_t mark_name(struct str s);

/* "Measured by:", "How we measure it": marks read from a line that mean
 * something else by themselves, and key results below an objective that has
 * none so far. */
bool mark_leads_to_measures(const struct mark *mark, struct str line);

/* "O - Fill the hall": the title without the letter that marks it. */
struct str mark_without_letter(struct str s);

/* The text without the quotation marks around all of it. */
struct str mark_unquoted(struct str s);

/* Skips "supports ", "derived from " and the like, in front of what an
 * objective serves. */
bool mark_skip_reference(struct str *s);

/* "Contributing to O1 (grow)", "supports KR2": about one told elsewhere. */
bool mark_refers(struct str s);
/* "O5 / KR1: go on", "O1, O2: as before", "KRs 3, 4 and 5 were changed": what
 * is spoken of, and no title.  all: the text that the mark is of. */
bool mark_names_several(const struct mark *mark, struct str all);

/* Vocabulary, all without ASCII case. */

enum word_kind { WORD_NONE, WORD_OBJECTIVE, WORD_KEY_RESULT };

enum { /* of a word, together */
	PLURAL = 1 << 0,
	NUMBERED = 1 << 1, /* means nothing without a number ... */
	TITLED = 1 << 2,   /* ... but in a heading */
	BOLD = 1 << 3,     /* ... or in a line all in bold */
	WEAK = 1 << 4,     /* has other meanings as well */
	CAPITALS = 1 << 5, /* means it in capitals only */
};

struct word {
	const char *text;
	enum word_kind kind;
	unsigned is; /* PLURAL ... */
};

/* The longest OKR word that s begins with, as a whole word or directly
 * before a digit; NULL when there is none. */
const struct word *vocab_word(struct str s);

/* The field of that name ("Directly responsible individual"), remarks in
 * parentheses ignored. */
enum field vocab_field(struct str name);

/* What we call a field: "owner". */
const char *vocab_field_name(enum field f);

/* The column a table's header names: as vocab_field(), with more words. */
enum field vocab_column(struct str header);

/* "By June", "End of Q2": a column of goals for that day. */
bool vocab_is_deadline(struct str header);

/* "Dec 31", "by end of Q2 2025", "2025-06-30": a day, or a time, and nothing
 * else? */
bool vocab_is_day(struct str s);

/* "2024", "FY26", "Q3", "2024/25", "Day 90": a time, whole years too? */
bool vocab_is_period(struct str s);

/* "so far" of "Q1 so far": without a time at its begin or end. */
struct str vocab_besides_time(struct str name);

/* "W3", "Jul 2025", "2025-07-15": a column of what was read then. */
bool vocab_is_week(struct str header);

/* Is this heading or label the title of something that is no OKR? */
bool vocab_is_left(struct str title);

/* "How did Q1 go?": a question of what was or will be done, and not of what
 * OKRs are. */
bool vocab_asks_of_work(struct str title);
/* ... "OKR examples", "Guidelines": a short one by a word in it, and no aim? */
bool vocab_has_left_word(struct str title);
/* "12 sales OKR examples" */
bool vocab_names_examples(struct str title);

/* ... a chapter under which ours may have a heading of their own: "Process"? */
bool vocab_is_topic(struct str title);

/* ... how OKRs are made, under which those of a time may stand? */
bool vocab_is_method(struct str title);

/* "How we did: OKRs Q2", and not "How we did OKRs"? */
bool vocab_tells_how_it_went(struct str title);

/* "Bad OKR examples", "Anti-patterns": what nobody wants. */
bool vocab_is_bad(struct str title);

/* ... what an organisation is for, above what it wants: "Mission"? */
bool vocab_is_purpose(struct str title);

/* "Global success metrics": a table of all that is measured? */
bool vocab_is_metrics(struct str title);
/* ... and nothing else: "Outcome KPIs" */
bool vocab_is_only_metrics(struct str title);
/* "Status, 5 March", "Mid-quarter update": of OKRs told before? */
bool vocab_is_report(struct str title);

/* ... though OKRs may stand below it: "OKR check-in", "Meeting notes"? */
bool vocab_may_hold(struct str title);

/* Does the text contain an OKR word ("OKRs", "key results")? */
bool vocab_has_okr(struct str s);

/* ... a word for key results? */
bool vocab_has_key_result(struct str s);

/* Takes "Company", "Company-level", "Team", "Department" out of a title:
 * returns the level (LEVEL_NONE when there is no such word). */
enum level vocab_level(struct str title, struct str *name);

/* Does this look like somebody's role: "CEO", "VP Product", "Sr Director"? */
bool vocab_is_role(struct str s);
/* Is it the name of a part of an organisation, and no more: "Sales"? */
bool vocab_is_unit(struct str s);

/* Does the text begin with one of the words, as a whole word? */
bool vocab_begins_whole(struct str s, const char *word);
static inline bool vocab_begins(struct str s, const char *word)
{
	return str_may_start(s, word) && vocab_begins_whole(s, word);
}
/* ... with one of a list, which ends with NULL; NULL is one without words. */
bool vocab_begins_any(struct str s, const char *const *words);

/* Does the text contain it, as whole words? */
bool vocab_has(struct str s, const char *word);
/* ... one of the words, which stand under the first bytes of their letters,
 * each list ending with NULL? */
bool vocab_has_any(struct str s, const char *const *const table[256]);
/* ... of a list of a few, which ends with NULL? */
bool vocab_has_listed(struct str s, const char *const *words);

/* Skips emoji, arrows, check marks, bullets and spaces; returns them. */
struct str symbols_skip(struct str *s);

/* "Example: ..." in one line. */
bool mark_is_example(struct str s);

#endif
