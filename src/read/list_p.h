/*
 * What a list is like before it is read.
 */
#ifndef LIST_P_H
#define LIST_P_H

#include "reader_p.h"
#include <stdint.h>

/* The item's first line, and how it is marked. */
struct first {
	const struct block *para; /* NULL: the item begins with a block */
	struct piece text;        /* the whole paragraph */
	struct mark mark;
};

/* What the whole list is like; looked at once, since lists may be long. */
struct facts {
	bool nested;     /* an item has a list below */
	bool measurable; /* most items have a number in them */
	bool early;      /* "Key results" stands behind it */
	bool marked;     /* an item is "KR1: text" */
	bool grouped;    /* the key results are one level below */
	uint64_t fields; /* a bit for each that an item has ... */
	uint64_t often;  /* ... and more than one */
};

struct first list_first(const struct block *item);

bool list_below(const struct block *item);

struct facts list_facts(struct reader *r, const struct block *list);

/* "- Measure: ..." beside key results, in the same list: of the last one. */
bool list_field_of_last(const struct facts *facts, const struct first *f);

/* "- Tracking: a clerk notes it weekly" among such fields. */
bool list_label_of_last(
	struct reader *r, const struct facts *facts, const struct first *f);

bool list_has_marked(const struct block *list);

/* A table of contents: all its items lead into the page. */
bool list_is_contents(const struct block *list);

/* Does it begin with words about OKRs? Then all of it is such. */
bool list_begins_talk(const struct block *list);

#endif
