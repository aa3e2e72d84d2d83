/*
 * The walk through an issue's comments.  A comment is read from the outside
 * in, a file for each step; what a step does not take, the next may:
 *
 * - checkin.c: comments, oldest first; code, quotations, what is hidden
 * - checkin_table.c: rows of tables
 * - checkin_layout.c: lines; marks, titles with a day, lists, parts
 * - checkin_remark.c: labels and headings (checkin_label.c), "Blocker: ..."
 * - checkin_sentence.c: sentences, and whom they mean, by
 * - checkin_token.c: words and numbers, by what they do to each other
 *   (checkin_words.c, checkin_words_other.c, checkin_words_more.c,
 *   checkin_words_moved.c, checkin_worded.c)
 * - checkin_whole.c: what is said of the objective as a whole
 * - checkin_mention.c: which words name a key result (checkin_find.c,
 *   checkin_name.c, checkin_alias.c), which numbers stand before it
 *   (checkin_count.c, checkin_ordinal.c), and which need no name
 * (checkin_guess.c); titles go (checkin_title.c)
 * - checkin_mend.c: "sorry, 64 not 46"
 * - checkin_say.c, checkin_health.c: results and health said of a key result
 * - checkin_number.c: its value, by what stands before it (checkin_lead.c) and
 *   behind (checkin_behind.c), and by what fits the target (checkin_fit.c)
 * - checkin_series.c: the values of several months
 * - checkin_readings.c: the history, and what is newest
 */
#ifndef CHECKIN_WALK_P_H
#define CHECKIN_WALK_P_H

#include "checkin_fit_p.h"
#include "checkin_p.h"
#include "checkin_say_p.h"

/* What a line that is no sentence says, "Blocker: ...", or a part of the
 * comment is about, "## Next steps". */
enum remark {
	REMARK_NONE,
	REMARK_BLOCKER,
	REMARK_ASK,
	REMARK_RISK,
	REMARK_MITIGATION,
	REMARK_CONFIDENCE,
	REMARK_STATUS,
	REMARK_OVERALL, /* of the objective */
	REMARK_VALUE,
	REMARK_DATE,
	REMARK_TALK,  /* "Highlights": what stands there counts as usual */
	REMARK_ASIDE, /* "Next week", "Target": nothing there counts */
};

/* What is known of a key result before and during a comment. */
struct memo {
	struct names names;
	size_t blockers, asks, risks, mitigations; /* before all comments */
	size_t note;     /* the last one that spoke of it, from 1 */
	int month;       /* that it told the newest reading of; 0: none */
	bool ago;        /* the note's value was measured last week */
	bool has;        /* that note reported, on ... */
	struct date day; /* ... this one */
};

enum { TABLE_CELLS = 16 };

struct checkin_table {
	bool open; /* we are inside a table */
	size_t n;
	enum remark column[TABLE_CELLS];
	bool period[TABLE_CELLS]; /* "Jan", "W7": the last that is filled counts
				   */
	int name;
};

/* What is remembered of an objective's key results. */
struct memos {
	const struct key_results *krs;
	struct memo *v; /* of each of them */
};

struct walk {
	struct arena *a;
	const struct checkin_scope *scope;
	const struct note *note;
	size_t number;            /* of the note, from 1 */
	struct date date;         /* the note's, or one written in it */
	int month;                /* of "Uptime March: ..."; 0: none */
	struct date line_date;    /* at the beginning of a line */
	struct objective *o;      /* spoken of; NULL: unclear */
	struct key_result *kr;    /* that lines are about; NULL: none yet */
	struct key_result *asked; /* what was quoted speaks of it alone */
	bool fresh;               /* no line since its heading */
	bool kr_heading;          /* it stands in a heading */
	size_t kr_indent;         /* of its line; lines below it are deeper */
	bool kr_item;             /* its line is an item of a list */
	bool kr_told;             /* its line is a sentence, and no field */
	bool hit;                 /* something was reported */
	bool ordered; /* the line is an item "9. ..." of no key result */
	bool lights;  /* ticks and crosses are lights in this note */
	bool mended;  /* the note says that it corrects something */
	enum remark section;
	struct checkin_table table;
	enum health *labels; /* each objective's health before its comments */
	struct memos *memos; /* of objectives with key results, by address */
	size_t n_memos;
	size_t turned;  /* key results that this note has spoken of */
	size_t lookups; /* of names in this note */
	struct tokens tokens;
};

/* A line without its markup. */
struct line {
	struct str text; /* plain */
	size_t indent;
	bool item, ordered, heading, ticked, blank_before, sure;
	bool behind;   /* another part of the line stands before it */
	bool whole;    /* what it says is of the objective */
	bool labelled; /* it stood behind a label: "Progress: ..." */
};

/* Sorts the walk's memos, as walk_memo() wants them. */
void walk_sort_memos(struct walk *w);

/* What is remembered of a key result. */
struct memo *walk_memo(struct walk *w, const struct key_result *kr);

/* Has the objective a health that no comment gave it? */
bool walk_has_label(const struct walk *w, const struct objective *o);

/* The one key result of that number, or of those words; what stays unclear is
 * no one. */
struct key_result *walk_numbered(struct walk *w, struct str number);
/* The one of those words. */
struct key_result *walk_named(struct walk *w, struct str words);

/* Of several of those words, the one that alone could have the number. */
struct key_result *walk_named_for(
	struct walk *w, struct str words, const struct quantity *q);

/* May all key results spoken of be looked through once more in this note? */
bool walk_may_look(struct walk *w);

/* The one whose sentence s begins with, up to its numbers or from behind its
 * verb, and how many bytes of s that are. */
struct key_result *walk_headed(struct walk *w, struct str s, size_t *n);

/* Lines are about this key result now.  A newer check-in's remarks replace
 * those of older ones; the issue's own stay. */
void walk_turn(struct walk *w, struct key_result *kr);

/* The reading of this note and day for the key result, made when there is
 * none. */
struct reading *walk_reading(struct walk *w, struct key_result *kr);

/* Adds what was said; named: it may replace a value of the same note. */
void walk_report(struct walk *w, struct key_result *kr, const struct said *said,
	struct str text, bool named);

/* Reports the values that the tokens [from, to) tell of several months; false
 * when they are no such series. */
bool walk_series(struct walk *w, struct key_result *kr, const struct tokens *t,
	size_t from, size_t to);

/* Finds the mentions among the tokens, and takes the titles behind them out. */
void walk_mentions(struct walk *w, struct tokens *t, bool heading);

/* Shorter sentences are not looked for. */
enum { MENTION_SENTENCE = 8 };

/* Takes the titles behind mentions out. */
void walk_drop_titles(struct walk *w, struct tokens *t);

/* May a clause, and so a name, begin at i? */
bool mention_begins(const struct tokens *t, size_t i);
/* Behind its last token, for one that begins at from. */
size_t mention_end(const struct tokens *t, size_t from);

/* Where the clause of the token at i begins; STR_NONE when a key result is
 * named in it, before a colon or behind. */
size_t mention_clause(const struct tokens *t, size_t i);

/* Is it a key result that has a number to reach? */
static inline bool mention_counts(const struct key_result *kr)
{
	return kr && kr->target && kr->target->has_value;
}

/* Puts a mention without words before i; false when there is no room. */
bool mention_put_first(struct tokens *t, size_t i, struct key_result *kr);

/* Finds the key result of the number at i by what stands behind it, "20 of 25
 * pages", "46 for the NPS", or of "our 9th deal", and puts it in front of the
 * clause. */
bool walk_count(struct walk *w, struct tokens *t, size_t i);
/* The same where no words tell it, but what fits the key results. */
bool walk_guess(struct walk *w, struct tokens *t, size_t i, size_t begin);
/* "I'm 80% confident that we get the 300": whose confidence the tokens [from,
 * to) tell, where no key result is called. */
bool walk_guess_sure(
	struct walk *w, const struct tokens *t, size_t from, size_t to);
/* The same of an ordinal: "our 9th deal". */
void walk_ordinal(struct walk *w, struct tokens *t, size_t i);

/* Takes list marker, check box, heading and indent off a line. */
void walk_bare(struct line *line);

/* A line as it is written; blank: one without text stood before it. */
void walk_line(struct walk *w, struct str raw, bool blank);

/* A line of text: its sentences, and whom they mean. */
void walk_text(struct walk *w, const struct line *line);

/* The same for a text that is about one key result. */
bool walk_told(struct walk *w, struct key_result *kr, struct str text);

/* Is the text nothing but a value of the key result? */
bool walk_is_value(struct walk *w, struct key_result *kr, struct str text);

/* "Blocker: ...", "## Next steps"; false when it is another line. */
bool walk_remark(struct walk *w, const struct line *line);
/* Keeps a remark of that kind. */
void walk_note_remark(struct walk *w, enum remark kind, struct str text);
/* The kind of remark that a label announces, or that for none. */
enum remark remark_of(struct str name);
/* Is what stands behind it kept as it is: a blocker, ask, risk, mitigation? */
bool remark_is_text(enum remark kind);

/* A row of a table: the first is its header. */
void walk_row(struct walk *w, struct str row);

/* A day at the beginning of s, which is taken; not later than the note. */
bool day_take(struct str *s, struct date note, struct date *day);

/* The first such day in s. */
bool day_find(struct str s, struct date note, struct date *day);

/* Takes clauses about the objective as a whole, "Overall on track", off the
 * front of the tokens [from, to); gives where the rest begins.  whole: they
 * need not say that they are. */
size_t walk_whole(struct walk *w, const struct tokens *t, size_t from,
	size_t to, bool whole);

/* Takes "All three KRs are green" off their front, which is told of each. */
size_t walk_each(
	struct walk *w, const struct tokens *t, size_t from, size_t to);

/* The same of the last, "..., overall amber"; gives where the rest ends. */
size_t walk_whole_last(struct walk *w, const struct tokens *t, size_t from,
	size_t to, bool whole);

/* "64, not 46": mends the one reading of 46. */
bool walk_mend(struct walk *w, size_t from, size_t to);

/* The readings' order and what they sum up to. */
struct reading *readings_insert(
	struct arena *a, struct readings *list, struct reading reading);
/* Adds the value of the issue itself, where it has a day. */
void readings_keep_body(struct arena *a, struct key_result *kr);
/* Sums the readings up. */
void readings_settle(struct arena *a, struct key_result *kr);

#endif
