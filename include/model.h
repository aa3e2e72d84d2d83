/*
 * What an OKR is: the model that reading builds, grading fills in and pages
 * show.  The words are those of the design; docs/okr.5 explains them.
 *
 * Everything lives in the run's arena.  Texts are UTF-8, never NULL ("" when
 * there is none): the words people wrote without their markup, not yet escaped
 * for any output; the addresses behind them are in links.  Pointers to values
 * are NULL where there is none: a missing grade is never 0.  Reading fills the
 * first part of a struct, grade.h the part marked "computed"; after that the
 * model is const.
 */
#ifndef MODEL_H
#define MODEL_H

#include <stdbool.h>

#include "date.h"
#include "decimal.h"
#include "finding.h"
#include "period.h"
#include "quantity.h"
#include "rat.h"
#include "vec.h"

enum level { /* top first; LEVEL_NONE sorts last */
	LEVEL_COMPANY,
	LEVEL_DEPARTMENT,
	LEVEL_GROUP,
	LEVEL_INDIVIDUAL,
	LEVEL_NONE,
};

enum okr_type { TYPE_NONE, TYPE_COMMITTED, TYPE_ASPIRATIONAL };

enum state { /* lifecycle */
	STATE_NONE,
	STATE_DRAFT,
	STATE_REVIEW,
	STATE_ACTIVE,
	STATE_CLOSED,
};

enum outcome {
	OUTCOME_NONE,
	OUTCOME_ACHIEVED,
	OUTCOME_MISSED,
	OUTCOME_CANCELLED,
	OUTCOME_CARRIED_OVER,
};

enum health { /* what a person believes */
	HEALTH_NONE,
	HEALTH_ON_TRACK,        /* green */
	HEALTH_NEEDS_ATTENTION, /* yellow, amber */
	HEALTH_AT_RISK,         /* red */
};

enum kind { /* how a key result's progress is computed */
	KIND_NONE,
	KIND_FROM_TO,
	KIND_COUNT,
	KIND_KEEP_ABOVE,
	KIND_KEEP_BELOW,
	KIND_YES_NO,
	KIND_MILESTONES,
	KIND_PERCENT,
	KIND_TASKS,
	KIND_STATED,
};

enum direction {
	DIRECTION_NONE,
	DIRECTION_INCREASE,
	DIRECTION_DECREASE,
	DIRECTION_REACH,
	DIRECTION_BINARY,
};

enum result_kind { /* what a person wrote as the outcome */
	RESULT_NONE,
	RESULT_PERCENT,
	RESULT_DONE,
	RESULT_WIP,
	RESULT_BLOCKED,
	RESULT_DEFERRED,
	RESULT_NOT_STARTED,
	RESULT_NA,
	RESULT_MISSED,
	RESULT_NOTE, /* any other text */
};

enum grade_source {
	SOURCE_NONE,
	SOURCE_COMPUTED,
	SOURCE_RESULT, /* from the written result */
	SOURCE_TASKS,
	SOURCE_STATED,
	SOURCE_FROZEN, /* kept from the close: the text says otherwise now */
};

enum status { /* computed from pace; worst last but for stale and none */
	STATUS_NONE,
	STATUS_DONE,
	STATUS_AHEAD,
	STATUS_ON_TRACK,
	STATUS_BEHIND,
	STATUS_AT_RISK,
	STATUS_STALE,
};

struct link {
	const char *text; /* as shown */
	const char *url;  /* as written; not yet checked for its scheme */
};

struct links {
	VEC_OF(struct link);
};

struct result {
	enum result_kind kind;
	const struct decimal *percent; /* 66 for "66 %"; NULL: no number */
	const char *text;              /* as written, without the arrow */
	bool share; /* percent is known to be of the way: "Progress: 40%" */
};

/* A dated value of a key result, from a table, a field or a check-in. */
struct reading {
	struct date date; /* unset: unknown */
	const struct quantity *value;
	struct result result; /* told instead of a value: "done" */
	enum health health;
	const char *author; /* user name, "" when not from a comment */
	const char *text;   /* the words beside it */
};

struct readings { /* oldest first */
	VEC_OF(struct reading);
};

/* A named step of a milestone scoring table and what reaching it is worth. */
struct milestone {
	const char *text;
	struct decimal grade; /* 0 to 1 */
	bool reached;
	struct date due; /* unset: none */
};

struct milestones {
	VEC_OF(struct milestone);
};

/* What the comment that closed an objective has kept of a grade. */
struct frozen {
	bool is;
	const struct decimal *grade; /* 0 to 1; NULL: it had none */
	const char *now; /* computed: what its text gives instead; or NULL */
};

struct key_result {
	const char *id;      /* "<objective's id>/kr2"; unique in the model */
	const char *number;  /* as written: "KR1", "2", or "" */
	const char *text;    /* without marker, owner, result, numbering */
	const char *owner;   /* "" when the objective's owner holds it */
	const char *verb;    /* "Increase"; "" when none was found */
	const char *measure; /* "Enterprise ARR" */
	enum kind kind;      /* as written, else KIND_NONE until graded */
	bool kind_written;   /* a person wrote the kind */
	enum direction direction;
	const struct quantity *baseline;
	const struct quantity *target;
	const struct quantity *current;
	struct date current_date; /* of the reading; unset: unknown */
	enum comparator comparator;
	const struct decimal *stated_grade; /* 0 to 1 */
	struct frozen frozen;
	const char *stated_status; /* "On track", emoji removed */
	enum health health;
	struct result result;
	struct date result_date;      /* of a check-in; unset: in the text */
	const struct decimal *weight; /* NULL: 1 */
	const struct decimal *confidence; /* 0 to 1 */
	struct links links;
	struct readings readings;
	struct milestones milestones;
	int tasks_done, tasks_all; /* check boxes; 0, 0: none */
	struct texts notes;        /* continuation text, remarks, one each */
	struct texts blockers, asks, risks, mitigations;
	struct date due;       /* unset: none */
	bool checked;          /* its own box is ticked: - [x] */
	bool leading, lagging; /* marked as such by a person */
	struct period period;  /* name "" when not its own */
	int line;              /* in the source; 0 unknown */

	/* computed */
	const struct rat *progress; /* not clamped; NULL: none */
	const struct rat *grade;    /* 0 to 1; NULL: ungraded */
	const struct rat *forecast; /* progress at the period's end, by pace */
	enum grade_source grade_source;
	const char *formula; /* "(14.5M - 12M) / (18M - 12M) = 0.42" */
	const char *caveat;  /* why it is ungraded or left out; "" */
	bool counts;         /* in its objective's mean: not deferred ... */
	enum status status;
};

struct key_results {
	VEC_OF(struct key_result);
};

/* A step in an OKR's life, from its labels' history. */
struct move {
	struct date date;
	const char *author;    /* user name; "" unknown */
	const char *what;      /* "state", "outcome" or "health" */
	const char *from, *to; /* names of its values; "" none */
	const char *label;     /* that says to; "" none */
};

struct moves { /* oldest first */
	VEC_OF(struct move);
};

struct source {
	const char *file; /* path as given; "" for GitLab */
	const char *url;  /* the web address; "" for files */
	int line;         /* of the objective in that text; 0 unknown */
};

enum { NO_INDEX = -1 };

struct indexes {
	VEC_OF(int);
};

/* What an objective and all below it sum up to, for roll-ups; known where each
 * of them has one parent at most, for otherwise sums would share some. */
struct branch {
	const struct rat *sum, *weights; /* sum NULL: nothing is graded */
	bool tree;                       /* known */
};

struct objective {
	const char *id;     /* "group/project#12", "o3"; unique in the model */
	const char *number; /* as written ("Objective 1" -> "1"), or "" */
	const char *title;
	const char *section; /* heading it stands under: "Company-Level OKRs" */
	enum level level;
	const char *owner;
	const char *dri;
	const char *team;
	const char *region;
	enum okr_type type;
	const char *priority;             /* "P0" */
	const struct decimal *confidence; /* 0 to 1 */
	enum state state;
	enum outcome outcome;
	enum health health;
	const char *ladders_up_to; /* as written */
	int parent;                /* index in model.objectives, or NO_INDEX */
	int parent_kr;             /* index in that parent's key results */
	struct indexes parents;    /* all of them; parent is the first */
	struct indexes children;   /* ascending */
	const struct decimal *weight;
	const struct decimal *stated_grade;
	struct frozen frozen; /* its own grade, nothing below it */
	struct result result;
	struct links links;
	struct texts dependencies, risks, initiatives, notes;
	struct texts blockers, asks, mitigations;
	struct texts labels;  /* of the issue, as GitLab gave them */
	struct period period; /* name "" when unknown */
	struct source source;
	struct key_results key_results;
	struct date created, updated, closed; /* of the issue; unset: unknown */
	struct date last_check_in;
	struct date edited; /* last change after it was closed; unset: none */
	bool has_moves;     /* what became of its labels is known ... */
	struct moves moves; /* ... and is this */
	bool confidential;

	/* computed */
	const struct rat *grade;     /* NULL: ungraded */
	const struct rat *own_grade; /* of its own key results or result */
	const struct rat *rolled;    /* with all below; NULL: no children */
	struct branch branch;
	const struct rat *forecast; /* mean of the key results' */
	const struct rat *sure;     /* confidence: stated, else the mean of
				       the key results'; NULL: none */
	enum grade_source grade_source;
	const char *formula; /* "(0.42 + 0.40 + 0.50 + 0.60) / 4 = 0.48" */
	int graded, total;   /* coverage over key results that count */
	bool counts;         /* in the roll-ups: not cancelled or deferred */
	const char *band;    /* "on target"; "" when ungraded */
	enum status status;
	const char *caveat;
};

struct objectives {
	VEC_OF(struct objective);
};

struct model {
	struct period period;         /* name "" when the document names none */
	struct date as_of;            /* newest reading; unset: none */
	struct objectives objectives; /* in order of reading */
	struct findings findings;

	/* computed */
	const struct rat *grade; /* mean of the objectives that count */
	const struct rat *forecast;
	const struct rat *sure; /* mean of their confidence */
	int graded, total;      /* key results */
	enum status status;
	const char *signal; /* "too safe", "sweet spot"; "" neither */
};

/* An empty model: no period, no objectives. */
void model_init(struct model *m);

/* New last elements with every text "" and every index NO_INDEX. The pointer
 * is good until the next one is added. */
struct objective *model_add_objective(
	struct arena *a, struct model *m) MUST_USE;
/* The same for a key result of an objective. */
struct key_result *objective_add_key_result(
	struct arena *a, struct objective *o) MUST_USE;

/*
 * Gives every objective and key result its id where it has none yet ("o3",
 * "o3/kr2"), makes ids unique ("o3-2"), and sets parents and children from
 * ladders_up_to.  Understood are, tried in this order: an id; an issue's
 * address; "project#12" and "#12"; "Company Objective 1 (hint)", "Objective 1",
 * "Company Objective 1 KR2", where the word is a level, team, section or
 * owner; a title, whole or (if only one fits) in part; several of these with
 * ";", "," or "and" between them.  Links that reading has set (parent) stay.
 *
 * What points nowhere, to several, to itself or round in a circle is a
 * finding (unknown-parent, ambiguous-parent, circular-parent), and that link
 * is left out.  Calling it again gives the same.
 */
void model_link(struct arena *a, struct model *m);

/* The names used in JSON, on pages and in labels; "" (NULL in JSON) for none.
 * "company", "department", "group", "individual" */
const char *level_name(enum level l);
/* "committed", "aspirational" */
const char *okr_type_name(enum okr_type t);
/* "draft", "review", "active", "closed" */
const char *state_name(enum state s);
/* "achieved", "missed", "cancelled", "carried over" */
const char *outcome_name(enum outcome o);
/* "on track", "needs attention", "at risk" */
const char *health_name(enum health h);
/* "from_to", "count", ...; "none" for none, since JSON says so */
const char *kind_name(enum kind k);
/* "increase", "decrease", "reach", "binary" */
const char *direction_name(enum direction d);
/* "percent", "done", "wip", ... */
const char *result_kind_name(enum result_kind r);
/* "computed", "result", "tasks", "stated", "frozen"; "none" for none */
const char *grade_source_name(enum grade_source s);
/* "done", "ahead", "on track", "behind", "at risk", "stale" */
const char *status_name(enum status s);

#endif
