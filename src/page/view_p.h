/*
 * The view: one tree of values a page, the same for every layout.  Templates
 * only arrange it; the table of shape.h lists what is in it.
 *
 * Every map has all of its names, empty where there is nothing, so that a
 * section never falls through to the value of the map around it.
 */
#ifndef VIEW_P_H
#define VIEW_P_H

#include "history_p.h"
#include "pages.h"
#include "trend_p.h"

enum {
	VIEW_BAR = 10,       /* segments of a bar */
	VIEW_BAR_SMALL = 5,  /* of one in a key result's row */
	VIEW_LOOKS = 6,      /* rows of "needs a look" at most */
	VIEW_DEPTH = 8,      /* levels of a tree that are indented */
	VIEW_DECIMALS = 2,   /* of grades */
	LINKS_MAX = 10,      /* put into one text */
	LINKS_SEEN = 40,     /* of a list, the first ones */
	VIEW_TEXT = 1 << 20, /* bytes of one made-up text */
};

/* The heading over objectives that have neither level nor team. */
#define VIEW_OTHERS "Objectives"

/* Where an objective is found on its page. */
struct spot {
	const char *label;   /* "C1" */
	const char *link;    /* "#c1-win-customers": to it, or to its section */
	const char *heading; /* of its section */
	bool is_team;        /* which is a level's or a team's */
	int depth;           /* in the tree, 0 for roots */
	bool placed;
};

struct groups;

struct view {
	struct arena *a;
	const struct model *m; /* of one period */
	const struct page_options *o;
	struct spot *spots; /* one an objective */
	int *order; /* indexes of objectives as they stand on the page */
	int *tree;  /* the same, each under its parent */
	const struct groups *groups;
	const struct history *history; /* tracks as the key results */
	const struct trends *trends;
	int *first_track; /* of each objective's first key result */
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

/* Pieces of text, in the arena.  A grade as "0.53"; "–" for NULL. */
const char *part_grade(struct arena *a, const struct rat *x);
/* x * times as a whole number, rounded, within 0 to times. */
long part_whole(struct arena *a, const struct rat *x, long times);
/* x of 0 to 1 as that many segments, full or empty; "" for NULL. */
const char *part_bar(struct arena *a, const struct rat *x, int segments);
/* A part of 1 as "42%", rounded to whole ones; "" for NULL. */
const char *part_percent(struct arena *a, const struct rat *x);
/* "1 March 2025"; "" when unset. */
const char *part_date(struct arena *a, struct date d);
/* All of its digits. */
const char *part_decimal(struct arena *a, struct decimal d);
/* A grade a person gave: "0.40", or "0.675" where there is more to it. */
const char *part_stated(struct arena *a, struct decimal d);
/* A share of 0 to 1 as "62.5%", without rounding. */
const char *part_share(struct arena *a, struct decimal d);
/* A quantity as it was written, or in its unit where its words alone would say
 * something else ("13 of 15" deals); none for NULL. */
const char *part_quantity(
	struct arena *a, const struct quantity *q, const char *none);
/* Does a written result stand apart from what the key result reads now: there
 * is a reading, too, or words of it would be taken for one? */
bool part_is_apart(const struct key_result *kr);
/* The day of the reading or check-in that counts; unset where unknown. */
struct date part_reading_date(const struct key_result *kr);
/* "1 January to 31 March 2025"; "" where a day is not known. */
const char *part_span(struct arena *a, const struct period *p);
/* A sign for the eye, never without a word beside it; "" for none. */
const char *part_status_mark(enum status s);
/* With a capital first letter: "On track". */
const char *part_title(struct arena *a, const char *word);

/* A label as the name of a file: "c1". */
const char *part_slug(struct arena *a, const char *label);

/* Those of an objective's links that can be followed from a page: an address
 * within a site only when the objective comes from a page of that site. */
struct links part_links(
	struct arena *a, const struct objective *o, const struct links *links);

/* A plain text as markup, its links put back where their words stand. */
const char *part_linked(
	struct arena *a, const char *text, const struct links *links);
/* Would part_linked() put it into that text? */
bool part_has_link(struct arena *a, const char *text, const struct link *link);

/* Who stands before the colon in front of a title: its owner, "Objective" where
 * the title would be read as somebody's, or "". */
const char *part_speaker(struct arena *a, const struct objective *o);

/* The heading of a tree in the cascade, behind its number: "CEO: Win them". */
const char *part_root_heading(struct arena *a, const struct objective *o);

/* A title as a heading: plain, without a full stop or the like at its end. */
const char *part_heading(struct arena *a, const char *title);

/* The id Hugo gives a heading, or NULL when GitLab gives it another one. */
const char *part_anchor(struct arena *a, const char *heading);

/* Finds places, labels and links for all objectives of the view's model. */
void view_place(struct view *v);

/* Values of an objective, and its key results once more by themselves. */
struct exhibit {
	struct value *objective;
	struct value *key_results;
};

/* A period made ready to be shown, on its own page and on those of teams and
 * people. */
struct stage {
	const struct part *part;
	const char *folder; /* "2025-q1" */
	struct view view;
	struct exhibit *exhibits; /* one an objective */
	struct history history;
	struct trends trends;
};

struct stages {
	VEC_OF(struct stage); /* newest first */
};

/* How something stands; name "" when nothing can be said. */
enum {
	STANDING_BANDS = STATUS_STALE + 1,
	STANDING_NO_RESULT = STANDING_BANDS + BANDS_MAX,
	STANDINGS,
};

struct standing {
	int order; /* below STANDINGS; 0 for none */
	const char *name, *mark;
};

/* Is the work on an objective over: closed, or after its period? */
bool standing_is_over(const struct view *v, const struct objective *o);
/* How a key result stands. */
struct standing standing_of_key_result(const struct view *v,
	const struct objective *o, const struct key_result *kr);
/* How an objective stands. */
struct standing standing_of_objective(
	const struct view *v, const struct objective *o);

/* How many stand how; a list of {name, title, mark, count}. */
struct standing_counts {
	int n[STANDINGS];
	struct standing of[STANDINGS];
};

/* Counts one. */
void standing_count(struct standing_counts *c, struct standing s);
/* A list of {name, title, mark, count}, those that nobody has left out. */
struct value *standing_list(struct arena *a, const struct standing_counts *c);

/* The numbers of a part of the model. */
struct totals {
	const struct rat *sum, *weights; /* of the mean */
	int graded, total;               /* key results */
	int objectives;
	struct standing_counts counts;
};

/* Add an objective with all its key results, or one key result alone. */
void totals_add_objective(
	struct totals *t, const struct view *v, const struct objective *o);
/* Adds one key result alone. */
void totals_add_key_result(struct totals *t, const struct view *v,
	const struct objective *o, const struct key_result *kr);

/* Sets grade, percent, bar, is_graded, graded, total, has_key_results, count,
 * is_one, signal and statuses. */
void totals_set(struct arena *a, struct value *map, const struct totals *t);

/*
 * What was said of key results beside their numbers (view_said.c): each
 * detail's text, "" where there is none; details that some key result of the
 * objective has are columns of its table.
 */
enum { VIEW_DETAILS = 13 };

struct telling {
	const char *text[VIEW_DETAILS];
	const char *said; /* the same as a line of facts, for an outline */
};

struct tellings {
	struct telling *v;        /* one a key result */
	bool shown[VIEW_DETAILS]; /* in the table? */
	struct value *columns;    /* titles of those */
};

/* What is told of each key result of an objective. */
struct tellings view_tell(const struct view *v, const struct objective *o);

/* Sets said and cells of key result k: its line of facts, and its cells in the
 * columns above. */
void view_set_details(const struct view *v, struct value *map,
	const struct tellings *all, size_t k);

/* Sets the facts of the objective at that index: facts and supports for the
 * line below a heading; counted and said, a line, for an outline, where the
 * place tells owner and parent. */
void view_set_facts(const struct view *v, struct value *map, int index);

/* Makes the maps of an objective and its key results. */
struct exhibit view_objective(const struct view *v, int index);

/* Sets a list, and has_NAME beside it. */
void view_set_list(struct arena *a, struct value *map, const char *name,
	struct value *list);

/* Sets is_last in each map of a list. */
void view_mark_last(struct arena *a, struct value *list);

/* What is said below an objective's table: list of {mark, text}. */
struct value *view_notes(
	const struct view *v, int index, struct value *key_results);

/* Blockers, risks, ...: list of {name, is_one, items}; those of its key
 * results are among them, with their labels. */
struct value *view_remarks(const struct view *v, int index);

/* The same of the objective alone, or of one of its key results alone. */
struct value *view_own_remarks(const struct view *v, const struct objective *o,
	const struct key_result *kr);

/* What a person should look at, most urgent first, among the objectives at
 * those indexes; how many there were beyond VIEW_LOOKS goes to more. */
struct value *view_looks(
	const struct view *v, const int *indexes, size_t n, size_t *more);

/* Sets trend and trend_alt: the picture of the trend of an objective, or with
 * NO_INDEX of the period, beside the period's page, and its words; empty when
 * there is too little to draw. */
void view_set_trend(const struct view *v, struct value *map, const char *name,
	int index, const char *file);

/* The SVG of that picture, or NULL; index NO_INDEX is the period. */
const char *view_chart(const struct view *v, int index);

/* "▁▃▅": the period's trend week by week; "" for too little. */
const char *view_spark(const struct view *v);

/* The period's key dates, the states of its OKRs, and what depends on what:
 * lists of {name, days}, {name, count}, {objective, depends_on, risks,
 * mitigations}. */
struct value *view_dates(const struct view *v);
/* How many OKRs are in which state: {name, count}. */
struct value *view_states(const struct view *v);
/* What depends on what: {objective, depends_on, risks, mitigations}. */
struct value *view_dependencies(
	const struct view *v, const struct exhibit *exhibits);

/* What ladders up to what, where anything does: list of {indent, objective,
 * targets}, the tree from its roots on. */
struct value *view_alignment(
	const struct view *v, const struct exhibit *exhibits);

/* Who owns objectives of the period, in order of the page, the first ones:
 * list of {name, link, is_last}. */
struct value *view_owners(const struct view *v, bool *more);

/* The alignment as a Mermaid diagram's source; "" when that is off, when
 * there is nothing to draw, or too much. */
const char *view_mermaid(const struct view *v);

/* Sets since, moved (has_moved), moved_more and changes (has_changes): what
 * is different from a week before the newest reading. */
void view_set_changes(const struct view *v, struct value *map);
/* Sets moves (has_moves): the newest changes of state, each with its day. */
void view_set_moves(const struct view *v, struct value *map);

/* The tree of objectives for the cascade layout: gives each exhibit, and
 * each key result, its children; the list of the roots, {number,
 * heading, objective}.
 */
struct value *view_tree(const struct view *v, const struct exhibit *exhibits);

/* Values that pages share: {name, start, end, span, progress, is_current,
 * link}, what goes into front matter, and the source. */
struct value *view_period_map(const struct stage *s);
/* What goes into the front matter. */
struct value *view_front(
	struct arena *a, const char *title, const char *description);
/* Where the OKRs are from, for the footer. */
struct value *view_source(struct arena *a, const struct page_options *o);

/* The whole page of a period, and the index over all. */
struct value *view_period(const struct stage *s);
/* The index over all periods. */
struct value *view_index(struct arena *a, const struct stages *stages,
	const struct groups *groups, const struct page_options *o);

#endif
