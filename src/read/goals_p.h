/*
 * Goals that are told by their shape (goals.c), and the words that announce
 * them (goals_words.c).
 */
#ifndef GOALS_P_H
#define GOALS_P_H

#include "reader_p.h"

/* How far a line speaks of somebody's goals: GOALS_OURS when it says whose
 * they are, GOALS_TIMED when it says of which time, GOALS_BOTH. */
enum goals { GOALS_NONE, GOALS_OURS, GOALS_TIMED, GOALS_BOTH };

/* "Goals 2025", "Nos objectifs de l'annee", "our three priorities for spring";
 * not "Course goals", "Non-goals", "How to set goals". */
enum goals goals_announced(struct str s);

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

#endif
