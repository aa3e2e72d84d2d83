/*
 * JUnit XML as GitLab's test report reads it: a suite for each document, a
 * case for each finding.  GitLab drops cases of the same name, so a repeated
 * message is counted.
 */
#include "report_p.h"

#include <string.h>

#include "escape.h"

static void add_attribute(struct buf *b, const char *name, const char *text)
{
	buf_addf(b, " %s=\"", name);
	escape_html(b, str_of(text));
	buf_addc(b, '"');
}

static bool fails(const struct finding *f)
{
	return f->severity >= SEVERITY_WARNING;
}

static bool is_same_place(const struct finding *x, const struct finding *y)
{
	return strcmp(x->file, y->file) == 0 && strcmp(x->url, y->url) == 0;
}

/* How many of the findings before this one, of the same document, have its
 * name. They are sorted by line, so the look back ends with the document. */
static size_t count_before(const struct finding *all, size_t first, size_t at)
{
	size_t n = 0;

	for (size_t i = first; i < at; i++)
		n += strcmp(all[i].rule, all[at].rule) == 0 &&
		     strcmp(all[i].message, all[at].message) == 0;
	return n;
}

static const char *suite_name(const struct report *r, const struct finding *f)
{
	if (!*f->file && !*f->url)
		return "okrsync";
	return *f->file ? report_path(r, f) : report_clean(r->arena, f->url);
}

/* As the text form has it: with its place and severity. */
static void add_line(
	struct buf *b, const struct report *r, const struct finding *f)
{
	struct buf line;

	buf_init(&line, b->max);
	report_line(r->arena, &line, f);
	escape_html(b, str_trim(buf_str(&line)));
	buf_release(&line);
}

static void add_case(
	struct buf *b, const struct report *r, size_t first, size_t at)
{
	const struct finding *f = &r->findings->v[at];
	const char *message = report_clean(r->arena, f->message);
	size_t before = count_before(r->findings->v, first, at);
	const char *name = arena_printf(r->arena, "%s: %s", f->rule, message);
	const char *element = fails(f) ? "failure" : "system-out";

	if (before)
		name = arena_printf(r->arena, "%s (%zu)", name, before + 1);
	buf_adds(b, "    <testcase");
	add_attribute(b, "classname", suite_name(r, f));
	add_attribute(b, "name", name);
	add_attribute(b, "file", report_path(r, f));
	buf_addf(b, " time=\"0\">\n      <%s", element);
	if (fails(f)) {
		add_attribute(b, "type", severity_name(f->severity));
		add_attribute(b, "message", message);
	}
	buf_addc(b, '>');
	add_line(b, r, f);
	buf_addf(b, "</%s>\n    </testcase>\n", element);
}

static void add_suite(
	struct buf *b, const struct report *r, size_t first, size_t end)
{
	size_t failures = 0;

	for (size_t i = first; i < end; i++)
		failures += fails(&r->findings->v[i]);
	buf_adds(b, "  <testsuite");
	add_attribute(b, "name", suite_name(r, &r->findings->v[first]));
	buf_addf(b,
		" tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"0\" "
		"time=\"0\">\n",
		end - first, failures);
	for (size_t i = first; i < end; i++)
		add_case(b, r, first, i);
	buf_adds(b, "  </testsuite>\n");
}

/* Without any case GitLab would say that the report is missing. */
static void add_clean(struct buf *b)
{
	buf_adds(b, "  <testsuite name=\"okrsync\" tests=\"1\" failures=\"0\" "
		    "errors=\"0\" skipped=\"0\" time=\"0\">\n"
		    "    <testcase classname=\"okrsync\" name=\"no findings\" "
		    "time=\"0\"/>\n"
		    "  </testsuite>\n");
}

void report_junit(struct buf *b, const struct report *r)
{
	const struct findings *all = r->findings;
	size_t failures = 0, end;

	for (size_t i = 0; i < all->n; i++)
		failures += fails(&all->v[i]);
	buf_addf(b,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<testsuites name=\"okrsync lint\" tests=\"%zu\" "
		"failures=\"%zu\" errors=\"0\" time=\"0\">\n",
		all->n ? all->n : 1, failures);
	if (!all->n)
		add_clean(b);
	for (size_t first = 0; first < all->n; first = end) {
		for (end = first + 1;
			end < all->n &&
			is_same_place(&all->v[first], &all->v[end]);)
			end++;
		add_suite(b, r, first, end);
	}
	buf_adds(b, "</testsuites>\n");
}
