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

/* A file as it was published before. */
struct page_old {
	const char *path; /* below the pages' folder */
	struct str text;
};

struct page_olds {
	VEC_OF(struct page_old);
};

struct page_options {
	const char *layout;     /* "table", "cascade", or a template's name */
	const char *title;      /* of the index; "" for "OKRs" */
	const char *source_url; /* where the OKRs come from, for the footer */
	const char *source_name;
	struct date today;
	const struct grade_options *grade;
	int fiscal_start;
	bool mermaid; /* the site shows diagrams in fences named so */
	const struct page_olds *old; /* NULL or empty: a first run */
};

/* Adds the paths (below the pages' folder) of the data files that
 * pages_make() wants in options->old when they are there: one a period. */
void pages_old_paths(
	struct arena *a, const struct model *m, struct texts *paths);

/* Adds findings "drift": what the histories in old say was agreed on when the
 * work began and is otherwise now, and sorts them.  ERR_DATA for a history that
 * is no JSON. */
int pages_find_drift(struct arena *a, struct model *m,
	const struct page_olds *old, struct date today,
	struct err *err) MUST_USE;

/*
 * All pages of the graded model, in order of path: a folder with an index.md
 * for each period (so that the link "fy24-q1/" works in Hugo as in GitLab)
 * with its trends as SVG beside it, one below teams/ and owners/ for each
 * team and person, _index.md, the index of all, and for each period
 * data/fy24-q1.json, the model (model.schema.json), and
 * data/fy24-q1-history.json, every reading ever seen (either left out when it
 * would be over PAGE_BYTES).  Paths are distinct,
 * lower case [a-z0-9/._-], made of periods, teams and owners only.
 *
 * Nothing of them depends on the order of issues or on the time of the run:
 * "as of" is the newest reading, and only what today changes about the OKRs
 * (status, which period is now) is told by options->today; besides, it is the
 * day of a reading that has none, once.  The same options->old plus the same
 * model give the same pages, also when old is what was just made.
 *
 * The layout "table" is the template period-table, "cascade" period-cascade;
 * any other name is a template of the user's.  Needed besides: front (front
 * matter), index, team and owner.  -1 with ERR_CONFIG for a template that is
 * not there or fails, ERR_DATA for a page over PAGE_BYTES or a history that
 * is no JSON (its words say what to do).
 */
int pages_make(struct arena *a, const struct model *m,
	const struct template_set *templates, const struct page_options *o,
	struct pages *pages, struct err *err) MUST_USE;

#endif
