/*
 * A timetable as an iCalendar file (RFC 5545).
 */
#ifndef ICS_P_H
#define ICS_P_H

#include "buf.h"
#include "calendar.h"
#include "err.h"

/*
 * Appends the whole calendar: an all-day event for each step, a recurring one
 * for check-ins.  The bytes depend on the period alone and not on today, and
 * each event keeps its UID, so that importing a file again changes nothing.
 */
int ics_print(
	struct buf *b, const struct calendar *c, struct err *err) MUST_USE;

#endif
