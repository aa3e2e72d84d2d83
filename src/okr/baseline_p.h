/*
 * Between the files that find where a key result starts.
 */
#ifndef BASELINE_P_H
#define BASELINE_P_H

#include "sentence_p.h"

/* Does token i say that something is so today? */
bool baseline_is_now(const struct parse *p, size_t i);

/* Does token i say that something is so today, or was "last season"? */
bool baseline_is_past(const struct parse *p, size_t i);

/* "45% today", "120 last quarter", "45% in Q4": do the words behind quantity i
 * say that it is of an earlier time? */
bool baseline_is_then(const struct parse *p, size_t i);

/* "(2024: 742)", "(Q1: $1.7M)", "(autumn term 23%)": does a period in front of
 * it in its parenthesis? */
bool baseline_is_of_period(const struct parse *p, size_t i);

/* Does the word say what became of them: "done", "planted"? */
bool baseline_is_done(const struct parse *p, size_t i);

/* "(2 done so far)", "(21/35 so far)", "(82% as of May)", "(41 signed up by 3
 * May)", "310 hasta la fecha": do the words behind quantity i say that it is
 * where it stands? */
bool baseline_is_so_far(const struct parse *p, size_t i);

/* "sold in 2024", "signed up last year" from token i on? */
bool baseline_is_done_then(const struct parse *p, size_t i);

/* Is quantity i of the kind of one in front, in no parenthesis? */
bool baseline_is_like_earlier(const struct parse *p, size_t i);
bool baseline_is_told_past(const struct parse *p, size_t i);
bool baseline_is_past_clause(const struct parse *p, size_t i);

/* "(Mar: 120, Jun: 205)", "(Q1 71 / Q2 74)": is quantity i one of several of
 * the year, the last one? */
bool baseline_is_in_series(const struct parse *p, size_t i, bool *last);

/* The first token behind "in January", "at the end of last season" or "by 1
 * June"; i where nothing there says when. */
size_t baseline_skip_when(const struct parse *p, size_t i);

#endif
