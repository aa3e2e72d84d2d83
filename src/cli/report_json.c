/*
 * The two plain JSON forms: ours, a superset of the findings in grade --json,
 * and GitLab's Code Quality.
 */
#include "report_p.h"

#include <assert.h>

enum { SCHEMA = 1 };

static long count(const struct findings *findings, enum severity s)
{
	long n = 0;

	for (size_t i = 0; i < findings->n; i++)
		n += findings->v[i].severity == s;
	return n;
}

static void put_text(struct jsonout *j, const struct report *r, const char *key,
	const char *text)
{
	jsonout_text(j, key, *text ? report_clean(r->arena, text) : NULL);
}

static void put_finding(struct jsonout *j, const struct report *r,
	const struct finding *f, const char *fingerprint)
{
	jsonout_object(j, NULL);
	jsonout_text(j, "rule", f->rule);
	jsonout_text(j, "severity", severity_name(f->severity));
	put_text(j, r, "file", f->file);
	put_text(j, r, "url", f->url);
	if (f->line)
		jsonout_int(j, "line", f->line);
	else
		jsonout_null(j, "line");
	put_text(j, r, "message", f->message);
	jsonout_text(j, "fingerprint", fingerprint);
	jsonout_end(j, '}');
}

void report_json(struct buf *b, const struct report *r)
{
	const char *const *prints = report_fingerprints(r);
	struct jsonout j;

	jsonout_init(&j, b, true);
	jsonout_object(&j, NULL);
	jsonout_int(&j, "schema", SCHEMA);
	jsonout_text(&j, "version", OKRSYNC_VERSION);
	jsonout_int(&j, "errors", count(r->findings, SEVERITY_ERROR));
	jsonout_int(&j, "warnings", count(r->findings, SEVERITY_WARNING));
	jsonout_int(&j, "infos", count(r->findings, SEVERITY_INFO));
	jsonout_array(&j, "findings");
	for (size_t i = 0; i < r->findings->n; i++)
		put_finding(&j, r, &r->findings->v[i], prints[i]);
	jsonout_end(&j, ']');
	jsonout_end(&j, '}');
	buf_addc(b, '\n');
}

static const char *const QUALITY[] = {
	[SEVERITY_INFO] = "info",
	[SEVERITY_WARNING] = "minor",
	[SEVERITY_ERROR] = "major",
};

static_assert(
	COUNT_OF(QUALITY) == SEVERITY_ERROR + 1, "each severity has a word");

static void put_quality(struct jsonout *j, const struct report *r,
	const struct finding *f, const char *fingerprint)
{
	jsonout_object(j, NULL);
	put_text(j, r, "description", f->message);
	jsonout_text(j, "check_name", f->rule);
	jsonout_text(j, "fingerprint", fingerprint);
	jsonout_text(j, "severity", QUALITY[f->severity]);
	jsonout_object(j, "location");
	jsonout_text(j, "path", report_path(r, f));
	jsonout_object(j, "lines");
	jsonout_int(j, "begin", f->line ? f->line : 1);
	jsonout_end(j, '}');
	jsonout_end(j, '}');
	jsonout_end(j, '}');
}

void report_codequality(struct buf *b, const struct report *r)
{
	const char *const *prints = report_fingerprints(r);
	struct jsonout j;

	jsonout_init(&j, b, true);
	jsonout_array(&j, NULL);
	for (size_t i = 0; i < r->findings->n; i++)
		put_quality(&j, r, &r->findings->v[i], prints[i]);
	jsonout_end(&j, ']');
	buf_addc(b, '\n');
}
