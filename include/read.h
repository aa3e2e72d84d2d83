/*
 * From text to OKRs.  Pure: bytes in, model and findings out.
 *
 * Nothing here fails on what it reads: what is not understood is kept as
 * text, what is wrong becomes a finding, broken UTF-8 becomes U+FFFD.  All
 * shapes of docs/okr.5 are recognised without being told which.
 */
#ifndef READ_H
#define READ_H

#include <stdbool.h>

#include "labels.h"
#include "model.h"
#include "record.h"

struct read_options {
	int fiscal_start;            /* month a fiscal year begins with */
	const struct label_map *map; /* labels to states etc.; NULL: built-in */
	struct period period;        /* of OKRs that name none; name "" none */
	bool confidential;           /* keep confidential issues too */
	const char *self;            /* our user names in GitLab, separated by
					blanks; "" unknown */
};

/* What an empty config means. */
void read_options_init(struct read_options *o);

/* Why one line was read as it was, for grade --explain. */
struct explained {
	int line;
	const char *what; /* "objective", "key result", "field", "left alone" */
	const char *detail;
	int order; /* among those of a line */
};

/* In the order of lines. */
struct explanation {
	VEC_OF(struct explained);
};

/*
 * Adds the OKRs of one markdown document to the model, with findings.  file
 * is the name shown in them.  why may be NULL.
 */
void read_markdown(struct arena *a, struct str text, const char *file,
	const struct read_options *o, struct model *m, struct explanation *why);

/*
 * Adds the OKRs of GitLab's issues with their notes.  A record that is not
 * what it should be is skipped with a finding that names it; the others are
 * read as if it were not there.  The order of records does not matter.
 */
void read_records(struct arena *a, const struct records *records,
	const struct read_options *o, struct model *m);

#endif
