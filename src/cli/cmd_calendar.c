/*
 * okrsync calendar: the timetable of a period, for people and for programs.
 */
#include "cli_p.h"

#include "calendar.h"
#include "ics_p.h"
#include "jsonout.h"
#include "width.h"

enum {
	OUTPUT_BYTES = 1024 * 1024,
	NAME_BYTES = 256,
	DUE_COLUMNS = 6,
	WHEN_COLUMNS = 15,
	DAY_COLUMNS = 16,
	TEXT_COLUMNS = 79,
};

/* "Mon 2025-02-03" */
static void add_day(struct buf *b, struct date d)
{
	buf_addf(b, "%.3s ", weekday_name(d));
	date_print(b, d);
}

static const char *day_text(struct arena *a, struct date d)
{
	return arena_printf(a, "%.3s %04d-%02d-%02d", weekday_name(d), d.year,
		d.month, d.day);
}

static const char *plural(long n)
{
	return n == 1 ? "" : "s";
}

/* --- text --- */

static void add_head(struct buf *b, const struct calendar *c)
{
	long away = date_diff(c->today, c->period.start);

	buf_addf(b, "%s, ", c->period.name);
	add_day(b, c->period.start);
	buf_adds(b, " to ");
	add_day(b, c->period.end);
	if (away > 0)
		buf_addf(b, ": begins in %ld day%s", away, plural(away));
	else if (date_cmp(c->today, c->period.end) > 0)
		buf_adds(b, ": is over");
	else
		buf_addf(b, ": week %d of %d", c->week, c->weeks);
	buf_adds(b, "\n\n");
}

/* The last column goes to the end of the line. */
static void add_row(struct buf *b, const char *due, const char *when,
	const char *from, const char *to, const char *title)
{
	width_pad(b, str_of(due), DUE_COLUMNS, 0);
	width_pad(b, str_of(when), WHEN_COLUMNS, 0);
	width_pad(b, str_of(from), DAY_COLUMNS, 0);
	width_pad(b, str_of(to), DAY_COLUMNS, 0);
	buf_addf(b, "%s", title);
}

static void add_step(
	struct arena *a, struct buf *b, const struct calendar_step *s)
{
	bool one_day = date_cmp(s->from, s->to) == 0;

	add_row(b, s->due == DUE_LATER ? "" : due_name(s->due), s->when,
		day_text(a, s->from), one_day ? "" : day_text(a, s->to),
		s->title);
	if (s->state != STATE_NONE)
		buf_addf(b, " -> %s", state_name(s->state));
	buf_addc(b, '\n');
}

/* Words in lines that begin with two blanks. */
static void add_wrapped(struct buf *b, struct str text)
{
	int column = TEXT_COLUMNS;
	struct str word;

	while (str_take_until(&text, ' ', &word)) {
		int width = 1 + width_of(word);

		if (column + width > TEXT_COLUMNS) {
			buf_adds(b, "\n ");
			column = 1;
		}
		buf_addc(b, ' ');
		buf_add(b, word);
		column += width;
	}
	buf_addc(b, '\n');
}

/* What to do about a step that is now or next. */
static void add_about(
	struct buf *b, const struct calendar *c, const struct calendar_step *s)
{
	long away = date_diff(c->today, s->soon);

	buf_addf(b, "\n%s: %s", due_name(s->due), s->title);
	if (away > 0) {
		buf_adds(b, ", ");
		add_day(b, s->soon);
		buf_addf(b, ", in %ld day%s", away, plural(away));
	}
	add_wrapped(b, str_of(s->about));
}

static int print_text(const struct run *run, struct buf *b,
	const struct calendar *c, struct err *err)
{
	(void)err;
	add_head(b, c);
	add_row(b, "", "when", "from", "to", "what\n");
	for (size_t i = 0; i < c->steps.n; i++)
		add_step(run->arena, b, &c->steps.v[i]);
	for (size_t i = 0; i < c->steps.n; i++)
		if (c->steps.v[i].due == DUE_NOW ||
			c->steps.v[i].due == DUE_NEXT)
			add_about(b, c, &c->steps.v[i]);
	return 0;
}

/* --- markdown: for a page, so it says nothing of today --- */

static int print_markdown(const struct run *run, struct buf *b,
	const struct calendar *c, struct err *err)
{
	(void)run;
	(void)err;
	buf_addf(b, "# OKR timetable of %s\n\n", c->period.name);
	date_print_long(b, c->period.start);
	buf_adds(b, " to ");
	date_print_long(b, c->period.end);
	buf_adds(b, ".\n\n"
		    "| When | From | To | Step | What to do | State |\n"
		    "|------|------|----|------|------------|-------|\n");
	for (size_t i = 0; i < c->steps.n; i++) {
		const struct calendar_step *s = &c->steps.v[i];

		buf_addf(b, "| %s | ", s->when);
		add_day(b, s->from);
		buf_adds(b, " | ");
		if (date_cmp(s->from, s->to) != 0) {
			add_day(b, s->to);
			buf_addc(b, ' ');
		}
		buf_addf(b, "| **%s** | %s |", s->title, s->about);
		if (s->state != STATE_NONE)
			buf_addf(b, " %s", state_name(s->state));
		buf_adds(b, " |\n");
	}
	return 0;
}

/* --- json --- */

static void add_json_day(
	struct arena *a, struct jsonout *j, const char *key, struct date d)
{
	jsonout_text(j, key,
		date_is_set(d) ? arena_printf(a, "%04d-%02d-%02d", d.year,
					 d.month, d.day)
			       : NULL);
}

static void add_json_step(
	struct arena *a, struct jsonout *j, const struct calendar_step *s)
{
	jsonout_object(j, NULL);
	jsonout_text(j, "id", s->id);
	jsonout_text(j, "when", s->when);
	add_json_day(a, j, "from", s->from);
	add_json_day(a, j, "to", s->to);
	jsonout_text(j, "every", s->times > 1 ? "week" : NULL);
	jsonout_int(j, "times", s->times);
	jsonout_text(j, "due", due_name(s->due));
	add_json_day(a, j, "soon", s->soon);
	jsonout_text(j, "title", s->title);
	jsonout_text(j, "about", s->about);
	jsonout_text(j, "state",
		s->state == STATE_NONE ? NULL : state_name(s->state));
	jsonout_end(j, '}');
}

static int print_json(const struct run *run, struct buf *b,
	const struct calendar *c, struct err *err)
{
	struct jsonout j;

	(void)err;
	jsonout_init(&j, b, true);
	jsonout_object(&j, NULL);
	jsonout_int(&j, "schema", 1);
	jsonout_object(&j, "period");
	jsonout_text(&j, "name", c->period.name);
	add_json_day(run->arena, &j, "start", c->period.start);
	add_json_day(run->arena, &j, "end", c->period.end);
	jsonout_end(&j, '}');
	jsonout_text(&j, "before", c->before);
	jsonout_text(&j, "after", c->after);
	add_json_day(run->arena, &j, "today", c->today);
	jsonout_int(&j, "week", c->week);
	jsonout_int(&j, "weeks", c->weeks);
	jsonout_array(&j, "steps");
	for (size_t i = 0; i < c->steps.n; i++)
		add_json_step(run->arena, &j, &c->steps.v[i]);
	jsonout_end(&j, ']');
	jsonout_end(&j, '}');
	buf_addc(b, '\n');
	return 0;
}

static int print_ics(const struct run *run, struct buf *b,
	const struct calendar *c, struct err *err)
{
	(void)run;
	return ics_print(b, c, err);
}

/* --- the command --- */

static const struct printer {
	const char *format;
	int (*print)(const struct run *run, struct buf *b,
		const struct calendar *c, struct err *err);
} PRINTERS[] = {
	{"text", print_text},
	{"markdown", print_markdown},
	{"json", print_json},
	{"ics", print_ics},
};

static const struct printer *choose_printer(
	const struct settings *s, struct err *err)
{
	const char *format = s->ics ? "ics" : s->json ? "json" : s->format;

	if ((s->ics && s->json) ||
		(strcmp(s->format, "text") && strcmp(s->format, format)))
		return err_null(err, ERR_USAGE,
			"--format, --json and --ics ask for different "
			"formats; keep one of them");
	for (size_t i = 0; i < COUNT_OF(PRINTERS); i++)
		if (!strcmp(PRINTERS[i].format, format))
			return &PRINTERS[i];
	return err_null(
		err, ERR_USAGE, "'calendar' has no format '%s'", format);
}

/* The arguments as one text, so that Q1 2025 needs no quotes. */
static int join_args(struct run *run, const char **text, struct err *err)
{
	struct buf b;
	int rc;

	buf_init(&b, NAME_BYTES);
	for (size_t i = 0; i < run->s.args.n; i++)
		buf_addf(&b, "%s%s", i ? " " : "", run->s.args.v[i]);
	rc = buf_finish(&b, "the name of the period", err);
	*text = arena_text(run->arena, buf_str(&b));
	buf_release(&b);
	return rc;
}

/* next, last, this or nothing: the quarter so many steps from today's. */
static bool is_relative(const char *text, int *steps)
{
	static const struct {
		const char *word;
		int steps;
	} WORDS[] = {{"", 0}, {"this", 0}, {"next", 1}, {"last", -1},
		{"previous", -1}};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iis(str_of(text), WORDS[i].word)) {
			*steps = WORDS[i].steps;
			return true;
		}
	return false;
}

static int choose_period(struct run *run, struct period *p, struct err *err)
{
	int steps, start = (int)run->s.fiscal_start;
	struct period today;
	const char *text;

	if (join_args(run, &text, err))
		return -1;
	if (!*text)
		text = run->s.period;
	if (!is_relative(text, &steps)) {
		if (period_parse(run->arena, str_of(text), start, p))
			return 0;
		return err_set(err, ERR_USAGE,
			"'%s' is not a period like FY25-Q1, 'Q1 2025', "
			"'H1 2025', FY25, next or last",
			text);
	}
	today = period_of_day(run->arena, run->s.today, start, run->s.fiscal);
	*p = today;
	if (!*today.name ||
		(steps && !period_step(run->arena, &today, steps, start, p)))
		return err_set(err, ERR_USAGE,
			"there is no quarter to show for the year %d; pass a "
			"period like FY25-Q1",
			run->s.today.year);
	return 0;
}

int cmd_calendar(struct run *run, struct err *err)
{
	const struct printer *printer = choose_printer(&run->s, err);
	struct calendar c;
	struct period p;
	struct buf b;
	int rc;

	if (!printer || choose_period(run, &p, err))
		return -1;
	c = calendar_make(
		run->arena, &p, (int)run->s.fiscal_start, run->s.today);
	buf_init(&b, OUTPUT_BYTES);
	rc = printer->print(run, &b, &c, err);
	if (!rc)
		rc = buf_finish(&b, "the timetable", err);
	if (!rc)
		rc = file_write(run->s.output, buf_str(&b), err);
	buf_release(&b);
	return rc;
}
