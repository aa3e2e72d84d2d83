/*
 * The pieces a model's JSON is made of, each taken from a pull reader; another
 * type is skipped.
 */
#ifndef MODELJSON_P_H
#define MODELJSON_P_H

#include "model.h"
#include "pull.h"

/* What an objective ladders up to, by ids. */
struct above {
	const char *parent, *key_result; /* "" none */
	struct texts parents;            /* all of them */
};

struct reader {
	struct arena *a;
	struct pull *p;
	struct model *m;
	struct {
		VEC_OF(struct above);
	} aboves;     /* one an objective */
	size_t first; /* index of our first objective */
};

enum { LIST_MAX = 10 * 1000 }; /* elements of one list */

/* Fields of a struct, by name and place. */
enum field_type {
	FIELD_TEXT,
	FIELD_TEXTS,
	FIELD_DATE,
	FIELD_DECIMAL,
	FIELD_QUANTITY,
	FIELD_BOOL,
	FIELD_INT,
};

struct field {
	const char *key;
	enum field_type type;
	size_t at;
};

/* Is it a field of the table? Then it is taken. */
bool modeljson_field(struct reader *r, const struct field *fields, size_t n,
	struct str key, void *to);

/* The number of the next text among the names of 0 to last, else none. */
int modeljson_name(
	struct reader *r, const char *(*name)(int), int last, int none);

/* A text into the arena; null and any other type leave *out as it is. */
void modeljson_text(struct reader *r, const char **out);
/* A list of texts, LIST_MAX at most; those of another type are left out. */
void modeljson_texts(struct reader *r, struct texts *out);
/* A number of 0 to INT32_MAX; else *out stays. */
void modeljson_int(struct reader *r, int *out);
/* {"value", "unit", "text"} in the arena; NULL for null. */
const struct quantity *modeljson_quantity(struct reader *r);
/* {"kind", "percent", "text"}; null leaves RESULT_NONE. */
void modeljson_result(struct reader *r, struct result *out);
/* {"grade"}, where null is a grade that it had not; without the object it was
 * not frozen. */
void modeljson_frozen(struct reader *r, struct frozen *out);
/* {"name", "start", "end"}; unset days where they are in no order. */
void modeljson_period(struct reader *r, struct period *out);
/* A list of {"text", "url"}, LIST_MAX at most. */
void modeljson_links(struct reader *r, struct links *out);
/* One element of "readings", added at the end. */
void modeljson_reading(struct reader *r, struct readings *out);
/* One element of "milestones", added at the end. */
void modeljson_milestone(struct reader *r, struct milestones *out);
/* One element of "moves", added at the end. */
void modeljson_move(struct reader *r, struct moves *out);
/* {"done", "all"}; see modeljson_int(). */
void modeljson_tasks(struct reader *r, struct key_result *kr);

#endif
