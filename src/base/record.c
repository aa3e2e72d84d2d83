/*
 * The names of the kinds of records.
 */
#include "record.h"

#include <assert.h>

#include "attr.h"

static const char *const NAMES[] = {
	[RECORD_ISSUE] = "issue",
	[RECORD_NOTE] = "note",
	[RECORD_LABEL] = "label",
	[RECORD_BOARD] = "board",
	[RECORD_EVENT] = "event",
	[RECORD_MEMBER] = "member",
	[RECORD_GAP] = "gap",
};

static_assert(COUNT_OF(NAMES) == RECORD_GAP + 1, "each kind has a name");

const char *record_kind_name(enum record_kind kind)
{
	assert((size_t)kind < COUNT_OF(NAMES));
	return NAMES[kind];
}

int record_kind_parse(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(NAMES); i++)
		if (str_is(name, NAMES[i]))
			return (int)i;
	return -1;
}
