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
	const char *path; /* below the pages' folder: "fy24-q1.md" */
	struct str text;  /* front matter and region, or a data file */
	bool region;      /* text has markers: people may write around it */
};

struct pages {
	VEC_OF(struct page);
};

struct page_options {
	const char *layout;     /* "table" or "cascade": the template's name */
	const char *title;      /* of the index; "" for "OKRs" */
	const char *source_url; /* where the OKRs come from, for the footer */
	const char *source_name;
	struct date today;
	const struct grade_options *grade;
	int fiscal_start;
};

/*
 * All pages of the graded model, in order of path: one a period, the index of
 * periods, and data files. Paths are distinct, lower case [a-z0-9/.-].
 */
int pages_make(struct arena *a, const struct model *m,
	const struct template_set *templates, const struct page_options *o,
	struct pages *pages, struct err *err) MUST_USE;

#endif
