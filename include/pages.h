/*
 * From OKRs to pages.  Pure: model and templates in, paths and texts out.
 */
#ifndef PAGES_H
#define PAGES_H

#include "err.h"
#include "grade.h"
#include "model.h"
#include "template.h"

enum { PAGE_BYTES = 16 * 1024 * 1024 };

struct page {
	const char *path; /* below the pages' folder: "fy24-q1/index.md" */
	struct str text;  /* front matter and region */
	bool region;      /* text has markers: people may write around it */
};

struct pages {
	VEC_OF(struct page);
};

struct page_options {
	const char *layout;     /* "table", "cascade", or a template's name */
	const char *title;      /* of the index; "" for "OKRs" */
	const char *source_url; /* where the OKRs come from, for the footer */
	const char *source_name;
	struct date today;
	const struct grade_options *grade;
	int fiscal_start;
};

/*
 * All pages of the graded model, in order of path: a folder with an index.md
 * for each period (so that the link "fy24-q1/" works in Hugo as in GitLab),
 * and _index.md, the index of periods.  Paths are distinct, lower case
 * [a-z0-9/._-], made of periods only.
 *
 * Nothing of them depends on the order of issues or on the time of the run:
 * "as of" is the newest reading, and only what today changes about the OKRs
 * (status, which period is now) is told by options->today.
 *
 * The layout "table" is the template period-table, "cascade" period-cascade;
 * any other name is a template of the user's.  Needed besides: front (front
 * matter) and index.  -1 with ERR_CONFIG for a template that is not there or
 * fails, ERR_DATA for a page over PAGE_BYTES.
 */
int pages_make(struct arena *a, const struct model *m,
	const struct template_set *templates, const struct page_options *o,
	struct pages *pages, struct err *err) MUST_USE;

#endif
