/*
 * The look through a line's numbers, and what is known before each of them.
 */
#ifndef CHECKIN_SCAN_P_H
#define CHECKIN_SCAN_P_H

#include "checkin_fit_p.h"

/* How sure the words in front are. */
enum lead { LEAD_NONE, LEAD_AGO, LEAD_WEAK, LEAD_AT, LEAD_START, LEAD_NOW };

struct scan {
	const struct say *s;
	enum lead lead;
	bool past, from, goal, plan, limit, no, sure;
	bool ago;     /* "last week": it counts where nothing newer is told */
	bool open;    /* inside brackets */
	bool moved;   /* "fell", "rose" stood in the clause */
	bool into;    /* "for", "in" stood in front */
	bool first;   /* nothing stood in front */
	bool label;   /* the number names a thing */
	bool foreign; /* a word of something else stands in front */
	bool all;     /* it is an ordinal */
	bool chain;   /* it is the last of several */
	bool begins;  /* a part of the sentence begins with it */
	enum lead value_lead, percent_lead;
	bool clash; /* two values, equally sure */
	const struct quantity *value, *percent;
	struct str percent_text;
	const struct quantity *share;
};

static inline const struct token *scan_at(const struct scan *c, size_t i)
{
	return say_at(c->s, i);
}

/* Takes in what the token at i, which is no number, says of the next. */
void scan_token(struct scan *c, size_t i);

/* Forgets it, where another part of the sentence begins. */
void scan_clear(struct scan *c);

/* "last week": when it was measured, and no other measure to compare with. */
bool scan_is_ago(struct str text);

#endif
