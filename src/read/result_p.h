/*
 * A line being parted into sentence and result: the places where that could
 * be, and what the text behind one says.
 */
#ifndef RESULT_P_H
#define RESULT_P_H

#include "result.h"
#include "verdict_p.h"

enum { MAX_PLACES = 8, RESULT_BYTES = 4096 };

struct place {
	size_t at;   /* the mark */
	size_t rest; /* behind it */
};

/* The first and the last few places of a kind. */
struct places {
	struct place v[MAX_PLACES];
	size_t n;
};

struct split {
	struct arena *arena;
	struct str line;
	struct places strong, weak, dash, colon, stop, comma, open, bracket;
	struct places emoji, bar;
	bool no_comment_end, no_link_end, no_code_end;
};

/* Notes the places of a line.  Arrows inside parentheses, code, comments and
 * addresses are not ours. */
void split_survey(struct split *s);

/* The text in front of a place and behind it. */
struct str split_left(const struct split *s, struct place p);
/* The text behind it. */
struct str split_right(const struct split *s, struct place p);

/* What such a text says; loose: behind no arrow, where "(currently 68%)" is a
 * value of the sentence and no result. */
struct verdict split_judge(const struct split *s, struct str right);
/* What a text says behind no arrow. */
struct verdict split_judge_loose(const struct split *s, struct str right);

/* The last n words of a text. */
struct str split_last_words(struct str s, int n);

/* Does s end in a shortened word, as "vs" in "vs. 68%"? */
bool split_is_short(struct str s);

/* Words that tell how it ended and nothing else, or a share that says so. */
bool split_is_closed(struct verdict v);

/* A result without a mark before it (result_sign.c): "<tick> $14.2M", "... NOT
 * ACHIEVED", "... **in progress**". */
bool split_try_emoji(const struct split *s, struct place *found);
bool split_try_capitals(const struct split *s, struct place *found);
bool split_try_emphasis(const struct split *s, struct place *found);

/* "<cross> 94.5%", "(<tick> 44)": how it ended and a value? */
bool split_is_marked(const struct split *s, struct str right);

/* "(41, missed)", "[3 days - not met]": a value, and how it ended?  So do words
 * before a comma: "(brought in in May, done)". */
bool split_is_told(const struct split *s, struct str right);
/* "done", "not met": words that say how it ended behind a comma, too? */
bool split_is_ending(struct str s);

/* Are all words written in capitals, and is the one among those few that tell
 * how it ended where they are? */
bool split_are_capitals(struct str words);
bool split_is_loud(struct str word);

/* Does the place stand between two values of the sentence: "25% -> 20%"? */
bool split_is_in_sentence(const struct split *s, struct place p);
/* "3 talks -> 2 so far": what stands behind the arrow is where it stands. */
bool split_tells_so_far(struct str right);

/* "migrate from the old store => the new one" */
bool split_is_from_arrow(struct str left);

/* Takes a result from the front of the line (result_front.c); without one the
 * line loses an empty box at most. */
bool result_take_front(struct str *line, struct str *result);

/* What a percentage behind a sentence is (result_share.c). */

/* The word in front would make a value in brackets part of the sentence. */
bool share_leads_on(struct str left);

/* Is the sentence complete without the percentage behind it, so that this is
 * how far it came? */
/* Is the percentage between baseline and target, or as large as the change? */
bool share_is_between(const struct split *s, struct str left, struct verdict v);
bool share_is_progress(
	const struct split *s, struct str left, struct verdict v);

/* "Survey of the vendors - 0%", "... 50 issues: 102%": nobody aims at that. */
bool share_is_extreme(
	const struct split *s, struct str left, const struct verdict *v);

/* "Test coverage", "Customers retained": what is counted as a share, so that a
 * percentage behind it may be what it aims at? */
bool share_is_named(struct str left);

/* "First draft reviewed by the board", "Leitfaden schreiben": something to be
 * made or done once (result_task.c)? */
bool share_is_milestone(struct str left);

/* "from 3 to 5: 60%", "Publish 4 guides: 50%", "Implement the portal: 30%": a
 * sentence that is whole, where "Test coverage: 80%" is not. */
bool share_is_of_task(const struct split *s, struct str left);

/* "Each team has a plan: 3 of 8"? */
bool share_is_of_each(const struct split *s, struct str left, struct str right);
/* "on 50 carts: 50/50, all there": of what was asked for. */
bool share_is_of_target(
	const struct split *s, struct str left, struct str right);

/* "to 30 % [28 % today]": what a share was at some time. */
bool share_is_of_day(const struct split *s, struct str left, struct str right);
bool share_is_further(const struct split *s, struct str left, struct str right);
/* "margin to 18 - 20 %"? */
bool share_is_range(struct str left, struct str right);
/* "(80%)"? */
bool share_is_bare(const struct split *s, struct place p);
/* "(actual: 99.91%)"? */
bool share_is_actual(const struct split *s, struct place p);
/* "(66% - 6 of 9 pages)"? */
bool share_is_noted(const struct split *s, struct place p);
/* "currently 48%"? */
bool share_is_told(const struct split *s, struct place p);

/* Is it one where others of the text stand at such a place?  The sentence could
 * as well go without. */
bool share_is_usual(const struct split *s, struct place p);
/* "from 93% to 97% | result 95% | 65%", "all towns | live everywhere | 100%":
 * what was found stands in front of dash i, how much of the way behind it. */
bool share_is_behind_reading(const struct split *s, size_t i);

/* Is the bracket a choice of words: "(Paused/Deactivated)"? */
bool split_is_choice(struct str right);

/* "closed, moved, and renamed": words of a sentence, one after the other? */
bool split_is_series(struct str right);

/* The word in front of a colon, without the marks around it. */
struct str key_before(struct str left);

/* Does that word name a result, in "Status: done"? */
bool key_is_result(struct str left);

/* "Sign the lease. Result: the owner asked for time": what came of it, in a
 * sentence of its own without a number, or behind an arrow. */
bool key_tells_in_words(struct str left, struct str right);
/* ... or in brackets, of which s is the inside. */
bool key_begins_told(struct str s);

#endif
