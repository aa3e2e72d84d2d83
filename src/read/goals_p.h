/*
 * Goals that are told by their shape (goals.c), and the words that announce
 * them (goals_words.c).
 */
#ifndef GOALS_P_H
#define GOALS_P_H

#include "reader_p.h"

enum goal_sign { /* before a title: none, "A)", "Goal 1:", "Aim one:" */
	SIGN_NONE,
	SIGN_ENTRY,
	SIGN_NAME,
	SIGN_LABEL,
};

struct goal {
	const struct block *head;        /* whose text is the title */
	const struct block *whole;       /* the block in which it begins */
	const struct block *first, *end; /* what stands below it, up to end */
	const struct block *measures;    /* the first block that measures it */
	const struct block *behind;      /* and the one behind the last */
	struct mark mark;
	size_t lines, measured, news;
	size_t remarks; /* of the lines */
	size_t answers; /* lines that say how it ended, where all do */
	size_t changes; /* of the lines: from one number to another */
	bool led;       /* something with a colon stands over the measures */
	bool known;     /* ... and says "How we will know" */
	bool named;     /* "Goal 1: ..." */
	bool aimed;     /* the sign of a target stands before it */
	enum goal_sign sign;
	bool brief; /* one word: it may be no more than a part of the page */
	bool part;  /* it stands below such a name, or a theme's */
	bool unit;  /* somebody's name, as a part of the page has it */
};

enum { GOALS_LONGEST = 160 }; /* bytes of a title, and of a line */

/* Is what stands between g->first and g->end what measures g->head, and that a
 * title?  Fills in the rest, and parts the title from the words behind it. */
bool goal_is_measured(struct reader *r, struct goal *g);

/* Makes room to keep what the lines of the document measure, for all that looks
 * at them next. */
void goals_keep_lines(struct reader *r);

/* "Module 2", "Marketing", "Q3", "Risks": no goal by its title? */
bool goal_is_no_title(struct reader *r, struct str s);

/* The items of a list, where all say how they ended (goals_answer.c); else 0.
 */
size_t goal_answers(const struct block *list);

/* Has the line a number that is to be reached, and no date alone? */
bool goal_line_is_measured(struct arena *a, struct str s);

/* "Kitchen", "Field team", "Theme A: Moving around": what a page's part, in
 * which there are goals, may be called? */
bool goal_is_part(struct reader *r, const struct block *head);

/* Is the piece a title with what measures it behind, in sentences
 * (goals_told.c)?  Fills in g, with a list of the clauses. */
bool goal_is_told(struct reader *r, struct piece p, struct goal *g);
/* What it begins with, as if it were a heading: "GOAL - fewer parcels". */
struct mark goal_told_mark(struct piece p);

/* Takes "We get there when", "Measured by:" off; the word that it ends with
 * parts what follows. */
bool goal_take_lead(struct str *s, struct str *word);

/* Does a clause end at byte i: how many bytes are between it and the next? */
size_t goal_clause_gap(struct str s, size_t i, struct str word);

/* "Goal 1: ...", "Goal: ..." */
bool goal_is_named(const struct mark *mark);

/* Where the last line of a paragraph over a list begins, when it is a title by
 * its sign, as in a chat; or 0. */
size_t goal_last_title(const struct block *b);

/* Does the paragraph end in "We are there when", or stand above a line that
 * says so? */
bool goal_leads_on(const struct block *b);

/* The lines of a paragraph that measure something: "(a) ...", "1.2 ..." with
 * what stands below each, else its lines, or the clauses of "Targets: first;
 * second".  False when there is no more. */
struct entries {
	struct str left;
	char sign;
	bool marked;
	bool joined; /* "-> 52" stood below one */
};
struct entries entries_of(const struct block *para);
bool entries_take(struct entries *e, struct str *entry);

/* "(a) Text", "1.2 Text", "b) Text": one line of several? */
bool goal_begins_entry(struct str line);

/* Is it a paragraph of several lines? */
bool goal_has_lines(const struct block *b);

/* Adds a goal to the plan, marked as objective with key results. */
void goal_add(struct reader *r, struct block *plan, const struct goal *g);

/* A heading in the plan, which its mark makes what it is. */
struct block *goal_add_told(struct arena *a, struct block *parent,
	const struct block *from, struct mark mark);

/* How far a line speaks of somebody's goals: GOALS_HINTED when there is a time
 * in it, GOALS_DATED when it is a time and no more, GOALS_OURS when it says
 * whose they are, GOALS_TIMED when it says of which time, GOALS_BOTH. */
enum goals {
	GOALS_NONE,
	GOALS_HINTED,
	GOALS_DATED,
	GOALS_OURS,
	GOALS_TIMED,
	GOALS_BOTH,
};

/* "Goals 2025", "Nos objectifs de l'annee", "our three priorities for spring";
 * not "Course goals", "Non-goals", "How to set goals". */
enum goals goals_announced(struct str s);
/* ... by a word for goals: not "What we want to achieve this year". */
enum goals goals_named(struct str s);

/* ... of whatever: "GOALS"? */
bool goals_spoken_of(struct str s);
/* "Q1 focus", "What we want to achieve by June" */
bool goals_wanted(struct str s);

/* A year, a quarter, a month, "this season" in it? */
bool goals_have_time(struct str s);

/* What stands above siblings below parent, the first of which is before:
 * the page's name, the headings, the paragraphs around them (goals_above.c). */
enum goals goals_above(struct reader *r, const struct block *parent,
	const struct block *before);

/* "Theme A: Moving around", "Pillar 2": a part of a plan. */
bool goals_are_theme(struct str title);

/* "Nobody waits", "Every parcel leaves today": a state that is wished for? */
bool goals_wish(struct str title);

/* "Revenue grew 12%": news, and nothing that is aimed at? */
bool goals_are_news(struct str line);

/* "Course", "template", "roadmap": of something that has other goals? */
bool goals_are_others(struct str title);

/* "Next steps:", "Actions": over a list that measures nothing. */
bool goals_are_steps(struct str label);

/*
 * The document as goals with what measures them, all marked so that the walk
 * reads them; NULL where its shape does not say so, or shows no more than
 * that many.  Made in the scratch arena; the document itself stays as it is.
 */
struct block *goals_by_shape(struct reader *r, size_t known);

/* "Short term", "Long-term (3 years)", "Next - 90 days": how far ahead, and not
 * "Short-term loans are repaid". */
bool goals_are_horizon(struct str title);

#endif
