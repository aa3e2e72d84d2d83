/*
 * The view: one tree of values a page, the same for every layout.  Templates
 * only arrange it; docs/templates.md lists what is in it.
 *
 * Every map has all of its names, empty where there is nothing, so that a
 * section never falls through to the value of the map around it.
 */
#ifndef VIEW_P_H
#define VIEW_P_H

#include "pages.h"

enum {
	VIEW_BAR = 10,       /* segments of a bar */
	VIEW_BAR_SMALL = 5,  /* of one in a key result's row */
	VIEW_LOOKS = 12,     /* rows of "needs a look" at most */
	VIEW_DEPTH = 8,      /* levels of a tree that are indented */
	VIEW_DECIMALS = 2,   /* of grades */
	VIEW_TEXT = 1 << 20, /* bytes of one made-up text */
};

/* Where an objective is found on its page. */
struct spot {
	const char *label;   /* "C1" */
	const char *link;    /* "#c1-win-customers": to it, or to its section */
	const char *heading; /* of its section */
	int depth;           /* in the tree, 0 for roots */
	bool placed;
};

struct view {
	struct arena *a;
	const struct model *m; /* of one period */
	const struct page_options *o;
	struct spot *spots; /* one an objective */
	int *order; /* indexes of objectives as they stand on the page */
	int *tree;  /* the same, each under its parent */
};

/* One period's part of the model, which stays as it was. */
struct part {
	struct period period;
	struct model model;
};

struct parts {
	VEC_OF(struct part);
};

/* Cuts a model into periods, newest first; at least one part when the model
 * itself has a period. Objectives without one come last. */
struct parts split_periods(struct arena *a, const struct model *m);

/* Pieces of text, in the arena. */
const char *part_grade(struct arena *a, const struct rat *x); /* "0.53", "–" */
const char *part_bar(struct arena *a, const struct rat *x, int segments);
const char *part_percent(struct arena *a, const struct rat *x); /* "42%" */
const char *part_date(struct arena *a, struct date d); /* "" when unset */
const char *part_span(struct arena *a, const struct period *p);
const char *part_status_mark(enum status s);
const char *part_title(struct arena *a, const char *word); /* "On track" */

/* A title as a heading: plain, without a full stop or the like at its end. */
const char *part_heading(struct arena *a, const char *title);

/* The id Hugo gives a heading, or NULL when GitLab gives it another one. */
const char *part_anchor(struct arena *a, const char *heading);

/* Finds places, labels and links for all objectives of the view's model. */
void view_place(struct view *v);

/* The list of an objective's key results; and the objective's map, which has
 * that list (or one made of it) in it. */
struct value *view_key_results(const struct view *v, int index);
struct value *view_objective(
	const struct view *v, int index, struct value *key_results);

/* Sets a list, and has_NAME beside it. */
void view_set_list(struct arena *a, struct value *map, const char *name,
	struct value *list);

/* Sets is_last in each map of a list. */
void view_mark_last(struct arena *a, struct value *list);

/* What is said below an objective's table: list of {mark, text}. */
struct value *view_notes(
	const struct view *v, int index, struct value *key_results);

/* Blockers, risks, ...: list of {name, text}. */
struct value *view_remarks(const struct view *v, int index);

/* What a person should look at, most urgent first; how many there were beyond
 * VIEW_LOOKS goes to more. */
struct value *view_looks(const struct view *v, size_t *more);

/* The tree of objectives and key results under it, for the cascade layout. */
struct value *view_tree(const struct view *v);

/* The whole page of a period, and the index over all. */
struct value *view_period(
	struct arena *a, const struct part *p, const struct page_options *o);
struct value *view_index(struct arena *a, const struct parts *parts,
	const char *const *paths, const struct page_options *o);

/* Does a stated grade say something else than the computed one? */
bool view_differs(struct arena *a, const struct rat *grade,
	enum grade_source source, const struct decimal *stated);

#endif
