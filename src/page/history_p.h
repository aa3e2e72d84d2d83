/*
 * The history of one period: every reading of every key result that was ever
 * seen, and what was changed about them.  Issues show only the newest number;
 * the data file beside the pages keeps the others, so that trends need no
 * server and any page can be made again from its folder alone.
 *
 * A history is a function of the one before and of the model: updating it
 * twice with the same model gives the same.
 */
#ifndef HISTORY_P_H
#define HISTORY_P_H

#include "buf.h"
#include "model.h"

enum {
	HISTORY_POINTS = 200,   /* kept of one key result, the newest */
	HISTORY_CHANGES = 1000, /* kept of a period, the newest */
};

/* What was known on a day. */
struct point {
	struct date date;
	const char *value;       /* as written */
	const struct rat *grade; /* NULL: none could be told */
};

enum term { /* what is frozen when the work begins */
	TERM_BASELINE,
	TERM_TARGET,
	TERM_WEIGHT,
	TERM_OWNER,
	TERM_WORDING,
	TERMS,
};

/* One key result through time. */
struct track {
	const char *id, *objective; /* ids in the model */
	const char *terms[TERMS];
	bool open; /* a draft still: its terms may change */
	struct {
		VEC_OF(struct point);
	} points; /* a day once, oldest first */
};

/* "2025-02-03: target from $18M to $20M". */
struct drift {
	struct date date;
	const char *id; /* of the key result */
	enum term term;
	const char *from, *to;
};

struct history {
	struct {
		VEC_OF(struct track);
	} tracks; /* read: as in the file; updated: one a key result, as in
		   * the model */
	struct {
		VEC_OF(struct drift);
	} drifts; /* oldest first */
};

/* "baseline", "target", ... */
const char *term_name(enum term t);

/* Reads a data file. ERR_DATA with its name and line when it is none; what
 * is unknown in it is left out. */
int history_parse(struct arena *a, struct str text, const char *name,
	struct history *h, struct err *err) MUST_USE;

/* Adds what the graded model of one period says.  today is the day of what
 * has no date.  Key results that are gone leave the history. */
struct history history_update(struct arena *a, const struct history *old,
	const struct model *m, struct date today);

/* Adds a finding "drift" for each baseline, target, weight and owner that is
 * not what it was when the work began. */
void history_find_drift(
	struct arena *a, const struct history *h, struct model *m);

/* Where the history of a period's folder lies. */
const char *history_path(struct arena *a, const char *folder) MUST_USE;

/* Appends the data file. */
void history_print(struct buf *b, const char *period, const struct history *h);

#endif
