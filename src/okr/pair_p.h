/*
 * Between the files that read two quantities together.
 */
#ifndef PAIR_P_H
#define PAIR_P_H

#include "sentence_p.h"

/* May the two be of one kind?  Also "1,200 hrs" and "2,000 hrs/quarter": the
 * rate belongs to both. */
bool pair_is_like(const struct quantity *x, const struct quantity *y);

/* Has x more than y?  False where one has no value. */
bool pair_descends(const struct token *x, const struct token *y);

/* Gives both the unit of either. */
void pair_share_unit(struct token *x, struct token *y);

/* y / x in millionths; 0 when it cannot be told. */
int64_t pair_ratio(struct decimal x, struct decimal y);

/* Makes i and j the baseline and the target. */
void pair_take(struct parse *p, size_t i, size_t j);

/* A pair of two clauses that begins with quantity i: see pair_told.c. */
bool pair_try_told(struct parse *p, size_t i);

/* A pair whose goal is quantity j and whose start comes behind it: see
 * pair_reversed.c. */
bool pair_try_reversed(struct parse *p, size_t j);

/* Behind a connector: the quantity it leads to, or NO_TOKEN. */
size_t pair_led_to(const struct parse *p, size_t i);

/* From a first quantity over its words to the connector, or NO_TOKEN; family:
 * of the "from" in front, or NULL. */
struct family;
size_t pair_connector(
	const struct parse *p, size_t i, const struct family *family);

/* "8 to 10 interviews": makes a range of i and j, parted by k. */
void range_mark(struct parse *p, size_t i, size_t k, size_t j);

/* "under 75 days - 81 days": a bound that is complete, and behind a dash that
 * stands alone how many there are now; but "under 5 - 7 days" is a range. */
bool range_is_reading(const struct parse *p, size_t i, size_t j);

/* "between 82 and 88 %", from token i on. */
void range_mark_between(struct parse *p, size_t i);

/* Do the words in front of a target speak of what is better when there is less
 * of it? */
bool range_is_of_less(const struct parse *p);

#endif
