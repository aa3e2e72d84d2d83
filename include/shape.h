/*
 * What templates find: the shape of every map that pages are made from, as
 * one const table.  `make manual` prints it into docs/templates.md, and a test
 * holds the maps of real pages against it, name by name.
 */
#ifndef SHAPE_H
#define SHAPE_H

#include "value.h"

enum shape {
	SHAPE_TEXTS, /* no map: a list of texts */

	/* whole pages, and what stands on several of them */
	SHAPE_PERIOD_PAGE,
	SHAPE_TOTALS,
	SHAPE_PERIOD,
	SHAPE_OBJECTIVE,
	SHAPE_KEY_RESULT,
	SHAPE_INDEX,
	SHAPE_INDEX_PERIOD,
	SHAPE_MEMBER,
	SHAPE_GROUP_PAGE,
	SHAPE_GROUP_PERIOD,

	/* small ones, told in the line of the value that holds them */
	SHAPE_FRONT,
	SHAPE_SOURCE,
	SHAPE_STATUS,
	SHAPE_LOOK,
	SHAPE_GLANCE,
	SHAPE_SECTION,
	SHAPE_ROOT,
	SHAPE_ALIGNMENT,
	SHAPE_MOVED,
	SHAPE_CHANGE,
	SHAPE_MOVE,
	SHAPE_DATE,
	SHAPE_OWNER,
	SHAPE_STATE,
	SHAPE_DEPENDENCY,
	SHAPE_BAND,
	SHAPE_SUPPORTS,
	SHAPE_LINK,
	SHAPE_NOTE,
	SHAPE_REMARK,
	SHAPE_ITEM,
	SHAPE_ROW,

	SHAPES
};

struct shape_value {
	const char *name;
	enum value_type type; /* VALUE_LIST and VALUE_MAP have an of */
	enum shape of;        /* the map, or each element of the list */
	bool may_lack;        /* a map that may be VALUE_NULL */
	bool has;             /* beside the list is a flag has_NAME */
	const char *words; /* markdown; NULL: what the next value's words say */
};

struct shape_table {
	const char *title; /* of its table in the manual; NULL: it is small */
	bool totals;       /* it holds all of SHAPE_TOTALS as well */
	const struct shape_value *values; /* up to one without a name */
};

/* The table of a shape other than SHAPE_TEXTS. */
const struct shape_table *shape_table(enum shape s);

#endif
