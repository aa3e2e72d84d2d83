/*
 * Timetables for calendar programs, written by libical.
 *
 * All events are days without a time zone, and nobody is busy for them.
 */
#include "ics_p.h"

#include <libical/ical.h>
#include <stdlib.h>

enum { VALUE_BYTES = 2048 };

static struct icaltimetype day_time(struct date d)
{
	struct icaltimetype t = icaltime_null_date();

	t.year = d.year;
	t.month = d.month;
	t.day = d.day;
	return t;
}

/* When an event was written: the timetable's first day, since the clock would
 * make every file another. */
static struct icaltimetype stamp_time(const struct calendar *c)
{
	struct icaltimetype t = day_time(c->steps.v[0].from);

	t.is_date = 0;
	t.hour = t.minute = t.second = 0;
	t.zone = icaltimezone_get_utc_timezone();
	return t;
}

static const char *set_uid(
	struct buf *b, const struct calendar *c, const struct calendar_step *s)
{
	const struct period *p = &c->period;

	/* Teams may mean other days by the same name: both make the UID. */
	buf_clear(b);
	buf_addf(b, "%s-%04d%02d%02d-%04d%02d%02d@okrsync", s->id,
		p->start.year, p->start.month, p->start.day, p->end.year,
		p->end.month, p->end.day);
	return b->p;
}

static const char *set_about(struct buf *b, const struct calendar_step *s)
{
	buf_clear(b);
	buf_adds(b, s->about);
	if (s->state != STATE_NONE)
		buf_addf(b, "\nState of the OKRs: %s.", state_name(s->state));
	return b->p;
}

static icalcomponent *make_event(const struct calendar *c,
	const struct calendar_step *s, struct buf *text)
{
	icalcomponent *event = icalcomponent_new_vevent();
	bool weekly = s->times > 1;
	struct date last = weekly ? s->from : s->to;

	icalcomponent_add_property(
		event, icalproperty_new_uid(set_uid(text, c, s)));
	icalcomponent_add_property(
		event, icalproperty_new_dtstamp(stamp_time(c)));
	icalcomponent_add_property(
		event, icalproperty_new_dtstart(day_time(s->from)));
	icalcomponent_add_property(
		event, icalproperty_new_dtend(day_time(date_add(last, 1))));
	if (weekly) {
		struct icalrecurrencetype rule;

		icalrecurrencetype_clear(&rule);
		rule.freq = ICAL_WEEKLY_RECURRENCE;
		rule.count = s->times;
		icalcomponent_add_property(event, icalproperty_new_rrule(rule));
	}
	buf_clear(text);
	buf_addf(text, "%s: %s", c->period.name, s->title);
	icalcomponent_add_property(event, icalproperty_new_summary(text->p));
	icalcomponent_add_property(
		event, icalproperty_new_description(set_about(text, s)));
	icalcomponent_add_property(event, icalproperty_new_categories("OKR"));
	icalcomponent_add_property(
		event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	return event;
}

static icalproperty *make_extension(const char *name, const char *value)
{
	icalproperty *property = icalproperty_new_x(value);

	icalproperty_set_x_name(property, name);
	return property;
}

static icalcomponent *make_calendar(const struct calendar *c)
{
	icalcomponent *all = icalcomponent_new_vcalendar();
	struct buf text;

	buf_init(&text, VALUE_BYTES);
	icalcomponent_add_property(all, icalproperty_new_version("2.0"));
	icalcomponent_add_property(
		all, icalproperty_new_prodid("-//okrsync//calendar//EN"));
	icalcomponent_add_property(all, icalproperty_new_calscale("GREGORIAN"));
	buf_addf(&text, "OKRs %s", c->period.name);
	/* RFC 7986's name, and the one that programs know since before it. */
	icalcomponent_add_property(all, icalproperty_new_name(text.p));
	icalcomponent_add_property(all, make_extension("X-WR-CALNAME", text.p));
	for (size_t i = 0; i < c->steps.n; i++)
		icalcomponent_add_component(
			all, make_event(c, &c->steps.v[i], &text));
	buf_release(&text);
	return all;
}

int ics_print(struct buf *b, const struct calendar *c, struct err *err)
{
	icalcomponent *all;
	char *text = NULL;
	int rc = 0;

	/* Its first use looks for a list of time zones and complains where
	 * there is none; UTC needs none. */
	(void)icaltimezone_get_utc_timezone();
	icalerror_clear_errno();
	all = make_calendar(c);
	if (icalerrno == ICAL_NO_ERROR)
		text = icalcomponent_as_ical_string_r(all);
	if (text)
		buf_adds(b, text);
	else
		rc = err_set(err, ERR_DATA, "cannot make a calendar file: %s",
			icalerror_strerror(icalerrno));
	free(text);
	icalcomponent_free(all);
	return rc;
}
