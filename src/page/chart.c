/*
 * A trend as a picture: time from left to right, grades from bottom to top.
 * Coordinates are whole tenths, so that the same trend gives the same bytes.
 */
#include "trend_p.h"

#include <assert.h>

#include "escape.h"

enum {
	WIDTH = 520,
	HEIGHT = 190,
	LEFT = 400, /* tenths: */
	RIGHT = 5040,
	TOP = 240,
	BOTTOM = 1700,
	TENTHS = 10,
	TICKS = 13, /* months named at most */
	STEPS = 26, /* of an expected line that is not straight */
	GRADE_BYTES = 32,
	DOTS = 60, /* readings that are marked; more would run together */
};

static const char STYLE[] =
	"<style>"
	".grid{stroke:#d0d7de}.goal{stroke:#1a7f37;stroke-dasharray:6 3}"
	".plan{stroke:#6e7781;stroke-dasharray:2 3}.line{stroke:#0969da}"
	".dot{fill:#0969da}text{fill:#57606a}.now{fill:#0969da}"
	"line,polyline{fill:none;stroke-width:1}.line{stroke-width:2}"
	".plan,.goal{stroke-width:1.5}"
	"@media (prefers-color-scheme:dark){"
	".grid{stroke:#3d444d}.goal{stroke:#3fb950}.plan{stroke:#9198a1}"
	".line{stroke:#4493f8}.dot{fill:#4493f8}text{fill:#9198a1}"
	".now{fill:#4493f8}}"
	"</style>\n";

static void add_tenths(struct buf *b, long n)
{
	buf_addf(b, "%ld", n / TENTHS);
	if (n % TENTHS)
		buf_addf(b, ".%ld", n % TENTHS);
}

static long x_of(const struct period *p, struct date d)
{
	long days = date_diff(p->start, p->end);
	long gone = date_diff(p->start, d);

	gone = gone < 0 ? 0 : gone > days ? days : gone;
	return LEFT + (days ? (RIGHT - LEFT) * gone / days : 0);
}

static long y_of(long level)
{
	return BOTTOM - (BOTTOM - TOP) * level / TREND_UNIT;
}

static void add_point(struct buf *b, long x, long y)
{
	buf_addc(b, ' ');
	add_tenths(b, x);
	buf_addc(b, ',');
	add_tenths(b, y);
}

static void add_line(
	struct buf *b, const char *class, long x1, long y1, long x2, long y2)
{
	buf_addf(b, "<polyline class=\"%s\" points=\"", class);
	add_tenths(b, x1);
	buf_addc(b, ',');
	add_tenths(b, y1);
	add_point(b, x2, y2);
	buf_adds(b, "\"/>\n");
}

static void add_text(
	struct buf *b, const char *attributes, long x, long y, const char *text)
{
	buf_adds(b, "<text x=\"");
	add_tenths(b, x);
	buf_adds(b, "\" y=\"");
	add_tenths(b, y);
	buf_addf(b, "\"%s>", attributes);
	escape_html(b, str_of(text));
	buf_adds(b, "</text>\n");
}

static void add_grid(struct buf *b)
{
	static const char *const NAMES[] = {"0", "0.5", "1"};

	for (int i = 0; i <= 2; i++) {
		long y = y_of((long)i * TREND_UNIT / 2);

		add_line(b, "grid", LEFT, y, RIGHT, y);
		add_text(
			b, " text-anchor=\"end\"", LEFT - 60, y + 40, NAMES[i]);
	}
}

/* The months that begin in the period, not all of a long one. */
static void add_months(struct buf *b, const struct period *p)
{
	int months = (p->end.year - p->start.year) * 12 + p->end.month -
		     p->start.month + 1;
	int step = (months + TICKS - 1) / TICKS;
	struct date first = {p->start.year, p->start.month, 1};

	for (int i = 0; i < months; i += step) {
		struct date d = date_add_months(first, i);
		struct str name = str_of(date_month_name(d.month));
		char text[4] = "";

		if (date_cmp(d, p->start) < 0)
			d = p->start;
		for (size_t k = 0; k < sizeof(text) - 1 && k < name.n; k++)
			text[k] = name.p[k];
		if (i > 0)
			add_line(
				b, "grid", x_of(p, d), TOP, x_of(p, d), BOTTOM);
		add_text(b, "", x_of(p, d), BOTTOM + 150, text);
	}
}

/* What is expected when i of n parts of the time are gone. */
static long expected(const struct chart *c, long i, long n)
{
	long steps = c->plan_steps > 0 ? c->plan_steps : 1;

	switch (c->plan) {
	case PLAN_STEPPED:
		return c->goal * (i * steps / n) / steps;
	case PLAN_BACK_LOADED:
		return c->goal * i * i / (n * n);
	case PLAN_LINEAR:
		break;
	}
	return c->goal * i / n;
}

int chart_expected(const struct chart *c, struct date day)
{
	long days = date_diff(c->period->start, c->period->end);
	long gone = date_diff(c->period->start, day);

	assert(date_is_set(day) && date_is_set(c->period->start));
	if (days <= 0 || gone <= 0)
		return 0;
	return (int)expected(c, gone < days ? gone : days, days);
}

static void add_plan(struct buf *b, const struct chart *c)
{
	long n = c->plan == PLAN_LINEAR ? 1 : STEPS;

	buf_adds(b, "<polyline class=\"plan\" points=\"");
	for (long i = 0; i <= n; i++) {
		long x = LEFT + (RIGHT - LEFT) * i / n;

		if (i > 0 && c->plan == PLAN_STEPPED)
			add_point(b, x, y_of(expected(c, i - 1, n)));
		add_point(b, x, y_of(expected(c, i, n)));
	}
	buf_adds(b, "\"/>\n");
}

static void add_trend(struct buf *b, const struct chart *c)
{
	const struct trend *t = c->trend;
	const struct sample *last = &t->v[t->n - 1];
	long x = x_of(c->period, last->date), y = y_of(last->level);
	struct buf grade;

	buf_adds(b, "<polyline class=\"line\" points=\"");
	add_point(b, LEFT, BOTTOM);
	for (size_t i = 0; i < t->n; i++)
		add_point(
			b, x_of(c->period, t->v[i].date), y_of(t->v[i].level));
	buf_adds(b, "\"/>\n");
	for (size_t i = t->n > DOTS ? t->n - DOTS : 0; i < t->n; i++) {
		buf_adds(b, "<circle class=\"dot\" cx=\"");
		add_tenths(b, x_of(c->period, t->v[i].date));
		buf_adds(b, "\" cy=\"");
		add_tenths(b, y_of(t->v[i].level));
		buf_adds(b, "\" r=\"3\"/>\n");
	}
	buf_init(&grade, GRADE_BYTES);
	buf_addf(&grade, "%d.%02d", (last->level + 50) / TREND_UNIT,
		(last->level + 50) % TREND_UNIT / 100);
	/* To the left of the dot where there is no room on its right. */
	if (x > RIGHT - 400)
		add_text(b, " class=\"now\" text-anchor=\"end\"", x - 60,
			y - 60, grade.p);
	else
		add_text(b, " class=\"now\"", x + 60, y - 60, grade.p);
	buf_release(&grade);
}

static void add_legend(struct buf *b)
{
	static const struct {
		const char *class, *text;
		long x;
	} KEYS[] = {
		{"line", "grade", LEFT},
		{"plan", "expected", LEFT + 900},
		{"goal", "goal", LEFT + 2000},
	};

	for (size_t i = 0; i < sizeof(KEYS) / sizeof(KEYS[0]); i++) {
		add_line(
			b, KEYS[i].class, KEYS[i].x, 100, KEYS[i].x + 220, 100);
		add_text(b, "", KEYS[i].x + 270, 140, KEYS[i].text);
	}
}

void chart_svg(struct buf *b, const struct chart *c)
{
	assert(c->period && c->trend);
	buf_addf(b,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d "
		"%d\" width=\"%d\" height=\"%d\" role=\"img\" "
		"aria-labelledby=\"t d\" font-family=\"sans-serif\" "
		"font-size=\"13\">\n<title id=\"t\">",
		WIDTH, HEIGHT, WIDTH, HEIGHT);
	escape_html(b, str_of(c->title));
	buf_adds(b, "</title>\n<desc id=\"d\">");
	escape_html(b, str_of(c->about));
	buf_adds(b, "</desc>\n");
	buf_adds(b, STYLE);
	add_grid(b);
	add_months(b, c->period);
	add_plan(b, c);
	add_line(b, "goal", LEFT, y_of(c->goal), RIGHT, y_of(c->goal));
	if (c->trend->n)
		add_trend(b, c);
	add_legend(b);
	buf_adds(b, "</svg>\n");
}
