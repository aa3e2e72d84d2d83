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
enum field_type { FIELD_TEXT, FIELD_TEXTS, FIELD_DATE, FIELD_DECIMAL };

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

void modeljson_text(struct reader *r, const char **out);
void modeljson_texts(struct reader *r, struct texts *out);
void modeljson_date(struct reader *r, struct date *out);
void modeljson_int(struct reader *r, int *out);
const struct quantity *modeljson_quantity(struct reader *r);
void modeljson_result(struct reader *r, struct result *out);
void modeljson_frozen(struct reader *r, struct frozen *out);
void modeljson_period(struct reader *r, struct period *out);
void modeljson_links(struct reader *r, struct links *out);
void modeljson_reading(struct reader *r, struct readings *out);
void modeljson_milestone(struct reader *r, struct milestones *out);
void modeljson_move(struct reader *r, struct moves *out);
void modeljson_tasks(struct reader *r, struct key_result *kr);

#endif
