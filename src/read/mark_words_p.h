/*
 * The words around a marker.
 */
#ifndef MARK_WORDS_P_H
#define MARK_WORDS_P_H

#include <stdbool.h>

#include "str.h"

/* How many words a line has, but for those in parentheses. */
size_t mark_words(struct str s);

/* "(...)" or "[...]" between marker and colon. */
bool mark_take_remark(struct str *s, struct str *remark);

/* What may stand between a marker and its text. */
bool mark_take_sep(struct str *s);

/* "Measured by", "How we measure": whole when nothing much else is said. */
bool mark_is_measure(struct str s, bool whole);
/* ... as a short line, or behind a sign. */
bool mark_says_how(struct str s);
/* Where the words "We are there when" begin behind a title, to the end of s; 0:
 * nowhere. */
size_t mark_lead_at(struct str s);
/* Does it end in "when", "if", "daran": what it leads to follows? */
bool mark_ends_open(struct str s);

/* Skips "3 " and "Our three " before "key results". */
bool mark_skip_count(struct str *s);

/* Words before a marker that say when or of what rank it is: "Q2", "2025",
 * "our main". */
bool mark_is_qualifier(struct str s);

/* Words that may stand before a marker: no sentence, no colon, nothing that
 * leads on to it ("depends on KR1: ..."). */
bool mark_is_prefix(struct str s, bool kr, bool numbered);

/* "KPIs (for information)", "Numbers we watch": told beside the OKRs
 * (mark_informs.c)? */
bool mark_is_for_information(struct str s);

/* "Key results and what became of them:"? */
bool mark_names_their_end(struct str s);

/* "Our key results", "Q1 KRs", but not "How the KRs ladder up". */
bool mark_names_key_results(struct str s);

/* "O1KR2", "O1.KR2": skips the objective's part of such a number. */
void mark_skip_objective(struct str *s);

/* "OKR-115: ", "[ENG-7] ": skips the number of an issue elsewhere. */
bool mark_skip_key(struct str *s);

/* "[DONE] -" without brackets, dashes and colons. */
struct str mark_without_signs(struct str s);

/* "O1 growth > O3 quality > O2 cost": which comes before which. */
bool mark_ranks(struct str s);

/* "KR2 (the lag) was added later": speaks of a key result, behind its number
 * or word. */
bool mark_tells_of_it(struct str s);

/* Skips when or of what rank an objective is, behind its word and before its
 * number: "du semestre" of "Objectif du semestre no. 1", "anual" of "Objetivo
 * anual 2". */
void mark_skip_rank(struct str *s);

/* What stands in front of such a word; empty where that is "[P1]", which is
 * nobody's name. */
struct str mark_unranked(struct str prefix);

#endif
