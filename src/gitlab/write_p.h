/*
 * One write and what its answer tells: done, refused, to be sent again later,
 * or nobody knows.  Shared by all that writes into GitLab.
 */
#ifndef GITLAB_WRITE_P_H
#define GITLAB_WRITE_P_H

#include "gitlab_p.h"
#include "gitlab_write.h"

enum {
	WRITE_UNSURE_TRIES = 4,        /* looks after lost answers */
	WRITE_WAIT_TRIES = 60,         /* waits for a limit */
	WRITE_BYTES = 8 * 1024 * 1024, /* a body: a text of 1 MiB, escaped */
};

enum outcome_of_write { WRITE_DONE, WRITE_REFUSED, WRITE_WAIT, WRITE_UNSURE };

struct write {
	struct gitlab *g;
	struct arena *arena;
	const char *method, *url, *what;
	struct str body;

	/* Of the last answer. */
	long status;     /* 0: there was none */
	long wait_ms;    /* how long it asks us to wait, or -1 */
	struct str json; /* in the arena */
};

/* Sends it once; why is the sentence unless it is done. */
enum outcome_of_write write_send(struct write *w, struct err *why);

/* How to tell that a write is done. */
struct write_proof {
	const char *noun; /* "an issue": what is answered */

	/* Reads the answer; false when it is no such thing. NULL: any will do.
	 */
	bool (*take)(const struct write *w, void *ctx);

	/* Looks whether a write without a good answer was done after all. NULL:
	 * doing it twice does no harm. -1 when it could not be found out. */
	int (*look)(struct write *w, void *ctx, bool *there, struct err *err);
	void *ctx;
};

/* Sends it until it is done, refused, or the time is over. That somebody else
 * was faster (409) is as good as a lost answer. */
int write_until(struct write *w, const struct write_proof *proof,
	struct err *err) MUST_USE;

/* Sleeps before the next try. False when there is no time for it. */
bool write_rest(struct write *w, enum outcome_of_write outcome, int tries);

/* Labels as GitLab takes them: "a,b", in the arena. */
const char *write_labels(struct arena *a, const struct texts *labels);

/* Appends the JSON of what is to change of an issue or a merge request; what is
 * NULL or empty stays as it is and is left out. */
void write_change(
	struct buf *b, struct arena *a, const struct gitlab_change *change);

#endif
