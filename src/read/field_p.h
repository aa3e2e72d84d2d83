/*
 * What the value of a field says: its words as enums, its shares, its day.
 */
#ifndef FIELD_P_H
#define FIELD_P_H

#include "reader_p.h"

/* "N/A", "-", "TBD": nothing. */
bool field_is_empty(struct str s);

/* Where "80 % (from 67 %)" or "5 minutes (from 25-min baseline)" starts; NULL
 * where it does not say. */
const struct quantity *field_start(struct reader *r, struct str s);

/* "%", "days": the unit of the bare numbers that a key result has so far, and
 * of those that other fields will tell; false where it is none. */
bool field_unit(struct reader *r, struct key_result *kr, struct str unit);

/* Whose name it is: what stands before a dot in the middle, a dash or a full
 * stop; empty where more is said than names. */
struct str field_person(struct str s);

/* Their NONE where no word of theirs stands in s. */
enum okr_type field_type(struct str s);
/* A state. */
enum state field_state(struct str s);
/* How it ended. */
enum outcome field_outcome(struct str s);
/* The kind of a key result. */
enum kind field_kind(struct str s);
/* Whose it is. */
enum level field_level(struct str s);

/* A copy in the arena. */
const struct decimal *field_keep(struct reader *r, struct decimal d);

/* "1. took half a day": does it begin with the number of a list? */
bool field_is_listed(struct str s);

/* The first number in s and what stands behind it. */
bool field_first_number(struct str s, struct decimal *d, struct str *behind);

/* A share as 0 to 1: "0.7", "70%", "7/10", "0.7 / 1.0"; NULL for "High".
 * points: a bare 7 means 7 of 10 (confidence); else it is no share. */
const struct decimal *field_share(struct reader *r, struct str s, bool points);

/* "0.7" or "1.0": a number of 0 to 1 with decimals, and nothing else. */
bool field_is_score(struct str s);

/* A stated grade as 0 to 1: as field_share(), and "7" below "Score (0-10)" or
 * "4" below "Score (1-5)"; without such a header "85" is of 100. */
const struct decimal *field_grade(
	struct reader *r, struct str s, const char *header);

/* "8 shops signed", "waits 5d -> 3.5d", in brackets behind a grade: where it
 * stands. */
void field_now_beside(struct reader *r, struct key_result *kr, struct str s);
/* "0.6 (ended at 64%)": where it stands, and not the grade again
 * (field_grade.c). */
void field_beside(struct reader *r, struct key_result *kr, struct str s);

/* "1.03" where 42.8 was reached of 41.5: more than all of it, by a score that
 * goes on behind one.  On any other scale it would say something else. */
bool field_beyond(struct reader *r, struct key_result *kr, struct str s);
/* "Result: 74%" in front of "Assessment: missed" is where it stood. */
void field_yield_share(struct reader *r, struct key_result *kr);

/* "44%" beside the grade 0.55 is where it stands. */
void field_unlearn_share(struct reader *r, struct key_result *kr);

/* "<tick> Done" */
bool field_has_tick(struct str s);

/* "2", "30%"; NULL for none. */
const struct decimal *field_weight(struct reader *r, struct str s);

/* The first whole date in s ("2025-03-01", "1 March 2025", "March 1, 2025"), or
 * an unset one. */
struct date field_date(struct str s);
/* The same, and from which byte up to which it stands. */
struct date field_date_at(struct str s, size_t *from, size_t *to);

/* Does the word say all that the percentage does: "Done" and 100 %, "Not
 * started" and 0 %? */
bool field_word_says(enum result_kind word, const struct decimal *percent);
/* "70%", "0.7", "7 of 10": how much of the way is done; false where it is none
 * of them. */
bool field_progress(struct reader *r, struct result *result, struct str s);

/* "header: s", or s alone. */
void field_note(struct reader *r, struct texts *texts, const char *header,
	struct str s);

/* The same with the field's own name where there is no header: what was not
 * understood is not lost. */
void field_kept(struct reader *r, struct texts *texts, enum field field,
	const char *header, struct str s);

/* Does a status say how far it came, and not only how well it goes? */
bool field_tells_result(const struct result *result, enum health health);

/* Sets what a status says; it counts more than the key result's own text. */
void field_set_status(struct reader *r, struct key_result *kr, struct str s);

/* What a key result aims at, in its fields or its sentence; may be NULL. */
const struct quantity *field_aim(
	struct reader *r, const struct key_result *kr) MUST_USE;

/* Are both counts of something, or of one kind?  aim may be NULL. */
bool field_is_like(const struct quantity *q, const struct quantity *aim);

/* Takes "so far" and the like off the end. */
bool field_drop_till_now(struct str *s);

bool field_has_arrow(struct str s) MUST_USE;

/* "Week 6", "D\u00eda 30", "Sprint 4" for a target: by when. */
bool field_is_when(struct str s);

/* "on-track", "almost done": a state where a number could stand. */
bool field_says_state(struct reader *r, struct str s) MUST_USE;

/* "4% monthly churn" of "retention from 92% to 96%": another noun, and far off
 * the way of the sentence? */
bool field_is_of_other(
	struct reader *r, const struct key_result *kr, struct str s);
/* The target, and with it the baseline where it tells that as well. */
void field_set_target(struct reader *r, struct key_result *kr, struct str s);

/* "(3 Feb)", "as of 2025-02-03", and nothing else? */
bool field_is_day(struct str s);

/* Takes the "of" of "85% of the rooms". */
bool field_skip_of(struct str *s);

/* Is s a value like the one it aims at, with its day at most?  Takes "now" and
 * "so far" off; told where there were such words. */
bool field_is_reading(struct reader *r, const struct key_result *kr,
	struct str *s, bool *told) MUST_USE;

/* "77%", "92.5%. Missed by one account" as a result: where it stands, of what
 * is to be 80%, and what is said behind; where all of it is a share, it is no
 * part of the way. */
bool field_share_reached(struct reader *r, struct key_result *kr, struct str s,
	const char *header) MUST_USE;

/* Is it told how it ended, be it by a sign? */
bool field_is_ended(const struct key_result *kr);

/* Sets a field of a key result; s is not empty. */
/* Is the value as good as what it aims at? */
bool field_is_reached(struct reader *r, const struct key_result *kr,
	const struct quantity *q) MUST_USE;

/* "2 (north) + 5 (south) = 7 total": what all of it comes to, else s. */
struct str field_sum_of(struct str s);

/* Takes "Current NPS: " off, where that is what is measured. */
bool field_skip_now_name(const struct key_result *kr, struct str *s) MUST_USE;

void field_set_kr(struct reader *r, struct key_result *kr, enum field field,
	struct str s, const char *header);

#endif
