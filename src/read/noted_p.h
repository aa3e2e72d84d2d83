/*
 * What people note behind or below a key result once they look back at it:
 * "Score 0.5. We reached 32%.", "75 % there. 104 g in June", "41 of 50".
 *
 * A note is read clause by clause.  A clause may be a grade, a field with its
 * name, how it ended, or a reading: a number like the one the key result aims
 * at, with nothing behind it that makes it another's.  A number alone is a
 * reading only where the note also grades or tells a result, or words such as
 * "now", "so far", "we reached" lead to it; else it may be a plan.
 */
#ifndef NOTED_P_H
#define NOTED_P_H

#include "field_p.h"

enum { NOTED_BYTES = 400 }; /* of a note that are looked at */

#define NOTED_BAR "\xe2\x96" /* what a drawn bar begins with */

/* Takes the next clause; false at the end. */
struct clause {
	struct str s;
	bool comma; /* it ends in one, and no more */
};
bool noted_take(struct str *s, struct clause *clause);

/* Without the signs, quotes and marks of type around it. */
struct str noted_bare(struct str s);

/* "DRI: x": the field, and its value; or FIELD_NONE. */
enum field noted_field(struct str s, struct str *value);

/* Orders the days of "30 June: 41", "Week 6: 41" among their like; 0 without
 * one. */
long noted_day(struct str s);

/* "Result: 41", "Comment: now 14": without the name in front of what is to be
 * read as any clause; tells where it says that a number is a reading. */
struct str noted_value(struct str s, bool *tells);

/* "0.9" of "Score 0.9", "0,7" of "Note : 0,7"; empty where s is no grade with
 * its name. */
struct str noted_grade_told(struct str s);

/* Such a grade, or "0.6" and nothing else; may be NULL. */
const struct decimal *noted_grade(struct reader *r, struct str s);

/* Sets the grade that a clause of s is: ", 0.9" behind a reading or an end. */
void noted_grade_behind(struct reader *r, struct key_result *kr, struct str s);

/* "Got to 115", "31 so far": where kr stands, or NULL.  told: the note says
 * how it ended, so that a number needs no word that leads to it. */
const struct quantity *noted_reading(struct reader *r,
	const struct key_result *kr, struct str s, bool told) MUST_USE;

/* The same of a note that stands by itself, where "41" or "9 partners" with no
 * more than their day need no such words. */
const struct quantity *noted_alone(
	struct reader *r, const struct key_result *kr, struct str s) MUST_USE;

/* Takes such words; true where they say that a number is a reading. */
bool noted_skip_leads(struct str *s);

/* Do words such as "now" or "we reached" lead to a number?  tells: they do. */
bool noted_is_led(struct str s, bool *tells);

/* Is there more in a line that begins with a field's name than that field:
 * "Score: 0.5. We reached 32%.", "Result: 41. Score: 0.7"? */
bool noted_has_more(struct str line, enum field field);

/* Has any of its clauses a grade with its name? */
bool noted_tells(struct str s);

/* Does a line begin as a note does, whatever stands above it? */
bool noted_begins(struct str line);

/* ... or is it a number alone, below a text that has one and is whole? */
bool noted_begins_below(struct str above, struct str line);

/* Sets what a note says, true where it says anything.  The key result's text
 * has to be known. */
bool noted_read(struct reader *r, struct key_result *kr, struct str s);
/* "Week 6: 41", "30 June: 41": a line that begins with a day. */
bool noted_is_dated(struct str s);

/* The same of a line, an item or a paragraph of its own below the key result:
 * "9 partners", "86%. Going well!".  Two such numbers are parts, and none. */
bool noted_read_below(struct reader *r, struct key_result *kr, struct str s);

/* Four squares and "70%": skips the bar, which shows how much of the way. */
bool noted_skip_bar(struct str *s);

/* "Achieved (86%)", "Missed (49%)" of what is to be a share: an end, and where
 * it stands; false, with nothing set, for any other. */
bool noted_end(struct reader *r, struct key_result *kr, struct str s);

/* The reading within the result that is set: "Achieved (252)", "8 days, 70%",
 * and "7/12" of twelve where a dash parts it from the sentence. */
void noted_result(struct reader *r, struct key_result *kr, bool dash);

/* "4 published, 2 with legal", "17 days. Missed." as a result: sets where it
 * stands, and how it ended where it says so; false where it is no such text. */
bool noted_settle(struct reader *r, struct key_result *kr, struct str s);

/* "Achieved: 17" of what is to be 15 is how it ended, too, where the reading is
 * set; of 20 it is what was achieved till then. */
void noted_led_end(struct reader *r, struct key_result *kr, struct str s);
/* Takes all such ends back where one of them led to what falls short. */
void noted_unlearn_led(const struct reader *r);

/* The same for an objective, of which only grade and result are read. */
bool noted_objective(struct reader *r, struct objective *o, struct str s);

/* The sentence of a key result without the note that stands behind it, whose
 * facts are set. */
struct str noted_split(struct reader *r, struct key_result *kr, struct str s);

/* "Yield: 91% (start 74%, target 98%)", where the number may be taken for a
 * result: where it stands, and the sentence without it. */
struct str noted_bounds(struct reader *r, struct key_result *kr, struct str s);

/* "Restore drill under 1 hour - took us 48 min", with a grade behind that: the
 * sentence without the remark, which is read and kept. */
const char *noted_without_remark(
	struct reader *r, struct key_result *kr, const char *text);

/* "Grow to 20 shops      0.7": scores that end nearly all key results of the
 * text, or stand behind arrows in others as well; so, too, of titles. */
void noted_scores(struct reader *r);

/* "Grow to 20 shops: 7/10": points of ten behind nearly all of them rate how
 * they went (noted_rating.c). */
void noted_ratings(struct reader *r);

/* "Answer 90% of mails (70%)": how much of it is done, where that is what such
 * ends of the others tell. */
void noted_percents(struct reader *r);

/* "600 leads (655)": where it stands, of what is told to be over, or where the
 * others end so, too. */
void noted_brackets(struct reader *r);

/* What stands below the key results of a page that looks back, in sentences, is
 * how they ended, in words (noted_past.c). */
void noted_past(struct reader *r);

/* Takes a remark that stands where others tell how they ended
 * (noted_place.c), and how many key results tell that. */
bool noted_has_none(struct str s); /* "no figures yet" */
void noted_place(struct reader *r, struct key_result *kr);
size_t noted_count_told(const struct reader *r);

/* "Run 250 km -> 191 km": at the end, where nearly all key results of the text
 * have such an arrow, and some of them an end or a reading behind it for sure,
 * the others have as well. */
void noted_arrows(struct reader *r);

/* What is known of the key results that do not aim at a share, as aims() says:
 * percentages, and where they stand.  False on a page of ours, which needs no
 * guess. */
struct noted_count {
	size_t shares, readings;
};
bool noted_count(struct reader *r,
	bool (*aims)(struct reader *, const struct key_result *),
	struct noted_count *n);

/* "=> 86%" of what is to be 90 %: where it stands, where the others of the text
 * tell that as well. */
void noted_shares(struct reader *r);

/* "**Run 5 km.** Ran it in May. *Score: 1*": the bytes of the bold sentence
 * where a note on it stands behind, else 0 (piece_bold.c). */
size_t piece_bold_sentence(struct piece p);
/* Is it one of several such paragraphs below an objective's heading? */
bool piece_is_answered(struct piece p);

/* "Every till counts. Acceptance: 30 of them were tried": without how it will
 * be checked, which check has, unless its goal is told there alone. */
struct str noted_proof(struct reader *r, struct str s, struct str *check);

/* "done for two teams, 80% overall": no more than that share is done. */
bool noted_overall(struct reader *r, struct key_result *kr, struct str s);

#endif
