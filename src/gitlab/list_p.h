/*
 * The list of a source's issues: the whole of it, or what changed.
 *
 * Pages are windows on a list that people change meanwhile, so a listing is
 * believed only when as many different issues came as GitLab spoke of.  Where
 * it does not count them (more than 10,000), the list is cut by the day of
 * creation, which nobody changes, into slices that are read side by side,
 * each by keyset where that is offered.
 */
#ifndef GITLAB_LIST_P_H
#define GITLAB_LIST_P_H

#include "recall_p.h"
#include "walk_p.h"

enum {
	LIST_PAGE = 100,  /* rows at most */
	LIST_NEWEST = 20, /* rows that are asked for to see what changed */
};

struct list {
	struct http *http;
	struct arena *arena;
	const char *url;   /* of the first page, in order of creation */
	const char *what;  /* "the issues of 'g/p'" */
	bool keyset;       /* a list of that kind may offer it */
	bool confidential; /* their text is wanted */
	long duplicates;   /* dropped so far */
};

/* All issues by project and number. first is its first page if that was
 * fetched already, else NULL. */
int list_whole(struct list *l, const struct walk *first, struct rows *issues,
	struct err *err) MUST_USE;

/* The address of the issues that changed last. */
const char *list_newest_url(const struct list *l) MUST_USE;

/* The same as list_whole(), from what is remembered and the page of
 * list_newest_url(). 1; 0 when that does not add up and the whole must be
 * listed; -1. */
int list_changes(struct list *l, const struct recall *r,
	const struct walk *newest, struct rows *issues,
	struct err *err) MUST_USE;

/* Does the page of list_newest_url() reach back to what is surely known, and
 * is the number of issues still the same? Its rows as they would be listed. */
bool list_is_short(struct list *l, const struct recall *r,
	const struct walk *newest, struct rows *rows);

/* Must its text not be kept? */
bool list_is_closed(const struct list *l, const struct row *row);

/* The stamp from which on everything may have changed since, for
 * "updated_after"; the beginning where nothing is remembered. */
const char *list_since_stamp(
	const struct list *l, const struct recall *r) MUST_USE;

#endif
