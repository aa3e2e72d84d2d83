/*
 * Between the files that weigh the quantities of a sentence.
 */
#ifndef ROLE_P_H
#define ROLE_P_H

#include "sentence_p.h"

enum weight { /* 0: never */
	WEIGHT_NONE = 0,
	WEIGHT_WITHIN = 15, /* "within 4 hours" */
	WEIGHT_REMARK = 20, /* "(7 new hires)" */
	WEIGHT_AROUND = 35, /* "for 5 teams" */
	WEIGHT_LATER = 44,  /* in a further clause */
	WEIGHT_WITH = 45,
	WEIGHT_OF = 48,
	WEIGHT_PLAIN = 60,
	WEIGHT_REACHED = 66, /* "reaches 12" */
	WEIGHT_GROWTH = 70,  /* "Increase signups 40%" */
	WEIGHT_MORE = 78,    /* "20% increase" */
	WEIGHT_BY = 80,
	WEIGHT_TO = 90,
	WEIGHT_SUBJECT = 92, /* "35% of users ..." */
	WEIGHT_TARGET = 95,
};

/* What weighing one quantity finds out. */
struct role {
	enum weight weight;
	bool change; /* an amount of change */
	enum comparator comparator;
	size_t edge; /* first token that belongs to it */
};

/* A span of time: mostly when, but "answered within 4 hours" is a target. */
enum weight role_of_span(const struct parse *p, size_t i, struct role *r);

/* Does something say that quantity i is no goal: a step on the way, a heading,
 * what is reached so far? */
bool role_is_no_goal(const struct parse *p, size_t i);

/* "Run 10 km in 50 minutes": is quantity i how long it may take? */
bool role_is_run_in(const struct parse *p, size_t i);

/* Does it say how much more or less?  Then r gets weight, edge and change; its
 * edge and comparator are known before. */
bool role_of_change(const struct parse *p, size_t i, struct role *r);

/* "Retention at 30 days above 45%": does time i, behind the word before it, say
 * when the share that follows is taken? */
bool role_is_when_of(const struct parse *p, size_t i, size_t before);

/* "Reducir el plazo en 12 días": a time, and so much less of it? edge: the
 * token behind the words in front of it. */
bool role_is_shorter(const struct parse *p, size_t i, size_t edge);

/* Is the first quantity in front of i what the verb is about? */
bool role_has_object(const struct parse *p, size_t i);

/* Does a claimable quantity stand before token i, not in parentheses? */
bool role_has_earlier(const struct parse *p, size_t i);

/* "payments over 1,000 pounds", "past due > 90 days": does quantity i say which
 * ones are meant?  Its edge and comparator are known. */
bool role_says_which(const struct parse *p, size_t i, const struct role *r);

/* "(20 million messages per day)", and no "(4/5)", "(3 h per week)" */
bool role_is_pace(const struct token *x);

/* "(1000+ employees)": is it how large each of them is? */
bool role_is_size(const struct token *x);

/* Is the word before "of", at token of, one of a measure: "score of 12"? */
bool role_is_metric_before(const struct parse *p, size_t of);

/* The weight of quantity i behind that word. */
enum weight role_behind_of(
	const struct parse *p, size_t i, size_t of, enum comparator compared);

/* Is it a time of the clock or of days, no months or years? */
bool role_is_time(const struct token *x);

#endif
