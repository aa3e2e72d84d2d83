/*
 * Whose OKRs a heading announces.
 */
#ifndef TITLE_P_H
#define TITLE_P_H

#include "mark_p.h"
#include "model.h"

struct whose {
	enum level level;
	struct str team; /* empty when it says none */
};

/* okr: the heading speaks of OKRs, so a name in it is their owner's. */
struct whose title_whose(struct str title, bool okr);

/* Is it "OKRs Q2", "Growth team goals FY25" or "these are our OKRs for Q2:",
 * and not "Notes of the workshop on OKRs 2025"? */
bool title_is_planned(struct str title);

/* The period a title names; of OKRs by their name a year will do: "OKRs 2025"
 */
bool title_period(struct arena *a, struct str title, int fiscal_start,
	struct period *out);

/* "Q3", "2025", "From 12/04/2025 to 12/06/2025": a time and nothing else? */
bool title_is_time(struct str title);

/* Is there a word for a time of planning in it: "Q3", "2025", "H1"? */
bool title_has_time(struct str title);

/* "Q1 2026 objectives", "The objectives of our team this quarter:": those of a
 * certain time, by that word, so that what is listed below are such. */
bool title_names_aims(struct str title);

#endif
