/*
 * What the forms of a report share: the list of forms, paths, fingerprints,
 * counts.
 */
#include "report_p.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "attr.h"
#include "escape.h"
#include "str.h"

enum { CLEAN_BYTES = 64 * 1024 };

static const struct report_form FORMS[] = {
	{"text", report_text},
	{"json", report_json},
	{"junit", report_junit},
	{"codequality", report_codequality},
	{"sarif", report_sarif},
};

const struct report_form *report_find(const char *name)
{
	assert(name);
	for (size_t i = 0; i < COUNT_OF(FORMS); i++)
		if (strcmp(FORMS[i].name, name) == 0)
			return &FORMS[i];
	return NULL;
}

const char *report_clean(struct arena *a, const char *text)
{
	struct buf b;
	const char *clean;

	buf_init(&b, CLEAN_BYTES);
	escape_clean(&b, str_of(text));
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] == '\n' || b.p[i] == '\t')
			b.p[i] = ' ';
	clean = arena_text(a, buf_str(&b));
	buf_release(&b);
	return clean;
}

/* "https://host/group/okrs/-/issues/1" to "group/okrs/-/issues/1". */
static struct str path_of_url(struct str url)
{
	size_t scheme = str_find(url, STR("://"));
	struct str host;

	if (scheme != STR_NONE)
		url = str_sub(url, scheme + 3, url.n);
	str_take_until(&url, '/', &host);
	return url;
}

static struct str path_of_file(const struct report *r, struct str path)
{
	if (str_is(path, "-"))
		return STR("stdin");
	if (*r->base && str_starts(path, r->base) &&
		str_starts(str_sub(path, strlen(r->base), path.n), "/"))
		path = str_sub(path, strlen(r->base), path.n);
	while (str_skip(&path, "/") || str_skip(&path, "./"))
		;
	return path;
}

const char *report_path(const struct report *r, const struct finding *f)
{
	struct str path = *f->file ? path_of_file(r, str_of(f->file))
				   : path_of_url(str_of(f->url));

	assert(f->file && f->url);
	if (!path.n)
		return r->home;
	return report_clean(r->arena, arena_text(r->arena, path));
}

/* One finding's hash; numbers are left out, as they change day by day. */
static uint64_t mix(uint64_t sum, const char *text)
{
	bool digit = false;

	for (; *text; text++) {
		bool was = digit;
		char c = *text;

		digit = str_is_digit(c);
		if (digit && was)
			continue;
		sum = (sum ^ (unsigned char)(digit ? '0' : c)) *
		      UINT64_C(0x100000001b3);
	}
	return (sum ^ 0xff) * UINT64_C(0x100000001b3);
}

struct print { /* of a finding */
	uint64_t sum;
	size_t index;
};

static int compare(const void *va, const void *vb)
{
	const struct print *a = va, *b = vb;

	if (a->sum != b->sum)
		return a->sum < b->sum ? -1 : 1;
	return (a->index > b->index) - (a->index < b->index);
}

static struct print *sort_prints(const struct report *r)
{
	size_t n = r->findings->n;
	struct print *prints = ARENA_ARRAY(r->arena, struct print, n + 1);

	for (size_t i = 0; i < n; i++) {
		const struct finding *f = &r->findings->v[i];
		uint64_t sum = UINT64_C(0xcbf29ce484222325);

		sum = mix(mix(sum, f->rule), f->message);
		for (const char *p = report_path(r, f); *p; p++)
			sum = (sum ^ (unsigned char)*p) *
			      UINT64_C(0x100000001b3);
		prints[i] = (struct print){sum, i};
	}
	if (n)
		qsort(prints, n, sizeof *prints, compare);
	return prints;
}

const char *const *report_fingerprints(const struct report *r)
{
	const struct print *prints = sort_prints(r);
	const char **names =
		ARENA_ARRAY(r->arena, const char *, r->findings->n + 1);
	uint64_t same = 0;

	assert(!r->findings->n || prints);
	for (size_t i = 0; i < r->findings->n; i++) {
		same = i && prints[i].sum == prints[i - 1].sum ? same + 1 : 0;
		names[prints[i].index] = arena_printf(r->arena, "%016llx",
			(unsigned long long)(prints[i].sum +
					     same * UINT64_C(
							    0x9e3779b97f4a7c15)));
	}
	return names;
}

void report_totals(struct buf *b, const struct findings *findings)
{
	size_t n[SEVERITY_ERROR + 1] = {0};
	bool some = false;

	for (size_t i = 0; i < findings->n; i++)
		n[findings->v[i].severity]++;
	for (int s = SEVERITY_ERROR; s >= SEVERITY_INFO; s--) {
		if (!n[s])
			continue;
		buf_addf(b, "%s%zu %s%s", some ? ", " : "", n[s],
			severity_name((enum severity)s), n[s] == 1 ? "" : "s");
		some = true;
	}
	if (!some)
		buf_adds(b, "no findings");
}

struct rule_count {
	const char *rule;
	long n;
};

struct rule_counts {
	VEC_OF(struct rule_count);
};

static void count_rule(
	struct arena *a, struct rule_counts *counts, const char *rule)
{
	for (size_t i = 0; i < counts->n; i++)
		if (strcmp(counts->v[i].rule, rule) == 0) {
			counts->v[i].n++;
			return;
		}
	*vec_add(a, counts) = (struct rule_count){rule, 1};
}

void report_counts(struct arena *a, struct buf *b,
	const struct findings *findings, enum severity least)
{
	struct rule_counts counts = {.n = 0};

	assert((size_t)least <= SEVERITY_ERROR);
	for (size_t i = 0; i < findings->n; i++)
		if (findings->v[i].severity >= least)
			count_rule(a, &counts, findings->v[i].rule);
	for (size_t i = 0; i < counts.n; i++)
		buf_addf(b, "%s%ld %s", i ? ", " : "", counts.v[i].n,
			counts.v[i].rule);
}
