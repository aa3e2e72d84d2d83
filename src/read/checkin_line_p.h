/*
 * What a line of a check-in begins with, and whom it means.
 */
#ifndef CHECKIN_LINE_P_H
#define CHECKIN_LINE_P_H

#include "model.h"
#include "str.h"

/* Without indent, list marker, check box, heading, emphasis. */
struct str line_bare(struct str line);

/* Takes "1", "1.2", "#1" behind a word such as KR. */
bool line_take_ordinal(struct str *s, struct str *number);

/* Takes "KR1", "KR 1", "Key Result 1.2". */
bool line_take_kr(struct str *s, struct str *number);

/* The digits of a number as written: "KR1" and "1." are "1". */
struct str line_digits(const char *written);

/* Do the words stand in the text, and are they enough to tell anything? */
bool line_contains(struct str text, struct str words);

/* 0 to 1 from "70%", "0.7" or "7/10"; NULL when it is none of them. */
const struct decimal *line_share(struct arena *a, struct str text) MUST_USE;

/* The value of the key result that a report begins with ("$14.5M", "now at 6
 * deals, 9 to go"); NULL when it begins with none, or with a number that is a
 * change, a rest, or of another unit than the target. */
const struct quantity *line_value(
	struct arena *a, const struct key_result *kr, struct str text) MUST_USE;

/* "Sales cycle is stuck at 112 days": what is said of the key result, from its
 * value on; empty when s begins with something else. */
struct str line_behind_measure(const struct key_result *kr, struct str s);

/* Where the next key result begins in a line that speaks of several ("KR1
 * $14M, KR2 9 deals"), or line.n.  o may be NULL. */
size_t line_next_turn(const struct objective *o, struct str line);

/* The worst sign of health in a text, or word that ends a part of it. */
enum health line_health(struct str text);

enum { CHECKIN_CELLS = 12 };

struct checkin_columns {
	bool open; /* we are inside a table */
	int name, value, status;
};

/* A line of a table: the header sets c, a row becomes "KR1: Green $14M"; the
 * others are empty. */
struct str checkin_row(
	struct arena *a, struct checkin_columns *c, struct str line) MUST_USE;

/* Puts a reading behind those of its day and before later ones. */
struct reading *readings_insert(
	struct arena *a, struct readings *list, struct reading reading);

/* A value of the body that has a day is one of the readings. */
void readings_keep_body(struct arena *a, struct key_result *kr);

/* The newest reading with a value is the current one, the newest with a
 * health the present health; a day in the body that is newer stays. */
void readings_settle(struct key_result *kr);

/* Do the words name the key result: its text, its measure, a part of it? */
bool kr_is_called(const struct key_result *kr, struct str words);

/* The one key result of the objective with that number, or with number.n == 0
 * the one that is called so; NULL when there is none or more than one. */
struct key_result *kr_find(
	struct objective *o, struct str number, struct str words) MUST_USE;

/* Is the text nothing but a value of what the key result counts? */
bool line_is_value(
	struct arena *a, const struct key_result *kr, struct str text);

/* The number of a list's item ("2. 45 %"), which is taken from s. */
bool line_take_item(struct str *s, struct str *number);

/* Is a fenced block that begins with this line a report, and no code? */
bool line_opens_report(struct str line);

#endif
