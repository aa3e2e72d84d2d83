/*
 * The names of the kinds of records.
 */
#include "record.h"

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

const char *record_kind_name(enum record_kind kind)
{
	return NAMES[kind];
}

int record_kind_parse(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(NAMES); i++)
		if (str_is(name, NAMES[i]))
			return (int)i;
	return -1;
}
