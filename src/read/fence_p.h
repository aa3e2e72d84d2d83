/*
 * Lines between fences that are OKRs in another notation.
 */
#ifndef FENCE_P_H
#define FENCE_P_H

#include "reader_p.h"

/* What stands between fences. */
struct fenced {
	struct str inside;
	size_t objectives, krs, counted; /* counted: of the krs, with numbers */
	size_t items;                    /* of a list */
	bool label;                      /* "Key results:" is the first line */
	size_t headed; /* of the objectives, those that are headings */
	bool titled;   /* a heading in it says "OKRs" */
	bool blank;    /* something is to be filled in ... */
	size_t blanks; /* ... and of their texts nothing else is there */
};

/* Takes the lines up to the fence's end, which opened it. */
void fence_take(struct str *rest, struct str fence, struct fenced *f);

/* The mark that a line in it begins with. */
struct mark fence_mark(struct str line);

/* "For example:", "Use this format:" */
bool fence_is_sample(struct str line);

/* Where a reading of YAML, JSON or TOML is. */
struct yaml {
	size_t objectives, krs; /* found so far */
	size_t counted;         /* of the key results, those with a number */
	bool dated;             /* a period is told */
	bool blank;             /* a text is to be filled in: "<title>" */
	bool listed;            /* within "objectives:" ... */
	size_t list;            /* ... which stands at this indent */
	bool titled;            /* the objective has its title */
	bool within;            /* its key results ... */
	bool again;             /* their name was there before */
	bool told;              /* ... of which one has its text */
	size_t indent;          /* of the name for key results */
	bool opened;            /* "{" began an item */
	size_t toml;            /* indent that a header of TOML stands for */
	struct str folded;      /* a name whose value is in the next line */
	size_t folded_at;       /* its indent */
	struct str number;      /* of the next one */
};

/* The line as markdown has it, empty for what says nothing of OKRs. */
struct str yaml_line(struct arena *a, struct yaml *y, struct str line);

/* May the line be of such a text?  Prose and headings are not. */
bool yaml_is_line(struct arena *a, struct str line);

/* Does the line open a list of objectives, "okrs:", or one of key results? */
bool yaml_opens(struct arena *a, struct str line, bool key_results);

/* Does the line tell an objective: "objective: Grow", "O1: Grow"? */
bool yaml_titles(struct arena *a, struct str line);

/* One line of these as a name and a value (fence_pair.c). */
struct yaml_pair {
	size_t indent;
	bool item;              /* begins an item of a list */
	struct str name, value; /* name: empty for "- value" */
	struct str more;        /* of "{name: value, more}" */
};

/* Reads a line; false where there is none in it. */
bool yaml_pair_read(
	struct arena *a, struct yaml *y, struct str line, struct yaml_pair *);

/* Takes the next "name: value" off the inside of braces. */
bool yaml_pair_take(struct arena *a, struct str *s, struct yaml_pair *pair);

#endif
