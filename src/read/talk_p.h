/*
 * Texts about OKRs, and texts that are somebody's.
 */
#ifndef TALK_P_H
#define TALK_P_H

#include <stdbool.h>

#include "str.h"

/* "what we want to achieve", "a qualitative statement", "Key results are
 * metrics ...": words about the words, not somebody's aim. */
bool talk_is_definition(struct str s);

/* What one is to be like ("Ambitious", "3 for each team"), or any sentence that
 * speaks of objectives or key results by these words: of a guide where the
 * others of its list are so, too. */
bool talk_is_quality(struct str s);

/* That, or a definition. */
bool talk_is_rule(struct str s);

/* "Good KR: ...", "Two for each objective" */
bool talk_is_judged(struct str s);

/* "defines where to go", "son el camino ...", behind the word and a colon. */
bool talk_tells_word(struct str s);

/* "Key results are ...", "Os objetivos s\u00e3o ..." */
bool talk_explains(struct str s);

/* "Are they specific?", "Does it ...": what one asks of a key result. */
bool talk_asks(struct str s);

/* "These pages have two parts", "This is a list": describes what is shown. */
bool talk_describes(struct str s);

/* Is its first word a verb that we know? */
bool talk_begins_aim(struct str s);
/* "This is how a goal set with OKRs looks": no aim, and no number. */
bool talk_speaks_of_okrs(struct str s);
/* ... also behind a word for how: "Quickly mend the roof". */
bool talk_begins_how(struct str s);

/* Is it an aim by its first word ("Grow the community"), and not a step of
 * how OKRs are made ("Set clear goals")? */
bool talk_is_aim(struct str title);

/* "Work that supports the OKRs:", which are elsewhere. */
bool talk_is_beside(struct str label);

/* "[Goal]", "<value>", "...": to be filled in?  "< 5 faults" is not. */
bool talk_is_blank(struct str s);

/* "Example 1 - a shop": what follows is none of ours. */
bool talk_opens_sample(struct str line);

/* A line that may be a title: short, no sentence, no label. */
bool talk_is_title(struct str line, bool bold);

#endif
