/*
 * The list of a source's issues: the whole of it, or what changed.
 *
 * Pages are windows on a list that people change meanwhile, so a listing is
 * believed only when as many different issues came as GitLab spoke of.  Where
 * it does not count them (more than 10,000), the list is cut by the day of
 * creation, which nobody changes, into slices that are read side by side,
 * each by keyset where that is offered.
 *
 * How many pages there were last time spares waiting for the first one, which
 * tells how many there are: those beyond are left out, those missing follow.
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
	long pages;        /* as there were last time; 0 unknown */
	const struct gitlab_keep *keep; /* or NULL: in the arena */
	struct rows put;                /* what is there; owned */
	long duplicates;                /* dropped so far */
};

/* Frees what a list that keeps issues elsewhere knows of them. */
void list_release(struct list *l);

/* How many pages may be asked for before the first one tells how many there
 * are: at least that one. */
size_t list_early(const struct list *l);

/* Page number n, from 1, of a list whose pages are asked for that way. */
struct walk list_page(const struct list *l, size_t n);

/* For the walker of such pages. */
int list_put(
	void *list, const struct walk *walk, struct row *row, struct err *err);

/* All issues by project and number. first are its first n pages if they were
 * fetched already (n is list_early()), else NULL. Where the list keeps issues
 * elsewhere, the rows are its own. */
int list_whole(struct list *l, const struct walk *first, size_t n,
	struct rows *issues, struct err *err) MUST_USE;

/* The JSON of an issue, wherever it is; in the arena if it was put away. */
int list_json(const struct list *l, struct arena *a, const struct row *row,
	struct str *json, struct err *err) MUST_USE;

/* By project and number. */
void list_sort(struct rows *rows);

/* Makes what was put away the list: each issue once, by project and number. */
int list_arrange(struct list *l, struct rows *issues, struct err *err) MUST_USE;

/* Forgets what was put away. */
int list_forget(struct list *l, struct err *err) MUST_USE;

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

/* Must its text not be kept? Then list_close() leaves its numbers of it. */
bool list_is_closed(const struct list *l, const struct row *row);
/* Leaves nothing of the row but its numbers. */
void list_close(const struct list *l, struct row *row);

/* The stamp from which on everything may have changed since, for
 * "updated_after"; the beginning where nothing is remembered. */
const char *list_since_stamp(
	const struct list *l, const struct recall *r) MUST_USE;

#endif
