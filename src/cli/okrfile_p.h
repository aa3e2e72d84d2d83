/*
 * OKR files: markdown, or by their ending rows (.csv, .tsv) or YAML (.yaml,
 * .yml).
 */
#ifndef OKRFILE_P_H
#define OKRFILE_P_H

#include "outline.h"
#include "run_p.h"

/* Reads a file's text into the model as its ending says. remarks gets what
 * rows and YAML say about issues; it and why may be NULL. */
int okrfile_read(struct run *run, struct str text, const char *path,
	const struct read_options *o, struct model *m,
	struct outline_remarks *remarks, struct explanation *why,
	struct err *err) MUST_USE;

/* Is it neither rows nor YAML? */
bool okrfile_is_markdown(const char *path);

/* A YAML text as an outline. ERR_DATA with file and line when it is not YAML,
 * or holds something else than objectives. */
int okr_yaml_outline(struct arena *a, struct str text, const char *file,
	struct outline *out, struct err *err) MUST_USE;

#endif
