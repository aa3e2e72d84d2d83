/*
 * Publishing, step by step: which way, what differs, the merge request.
 */
#ifndef PUBLISHING_P_H
#define PUBLISHING_P_H

#include "merge.h"
#include "run_p.h"

/* ways.c: where pages go, and through what. */
struct way {
	struct publish_options o;
	struct gitlab *gitlab; /* owned; NULL where the API is not used */
	struct gitlab_project project;
	int64_t self;
	const char *branch;     /* merge requests: the target */
	bool automatic;         /* another way may be taken */
	struct publish *opened; /* by way_open() ahead of its time, or NULL */
};

/* Chooses, looks up the project where it is needed, and says which way and
 * why when it was our choice. way_close() is called in any case. */
int way_choose(struct run *run, const struct gathered *g, struct way *way,
	struct err *err) MUST_USE;
/* Closes what it holds: GitLab's handle, a repository opened too early. */
void way_close(struct way *way);

/* Opens what is there now. A shallow clone that will not do makes it the API,
 * when the choice is ours. NULL with an error. */
struct publish *way_open(
	struct run *run, struct way *way, struct err *err) MUST_USE;

/* Folders of periods that were published and are not in the source. */
struct past {
	struct texts stay; /* its filter hides them */
	struct texts gone; /* it would show them, and there are no OKRs */
};

/* compare.c: what has to change. Pages of ours that are not wanted go too, as
 * far as nobody has written in them; where reading a file is a request, they
 * are looked for among a hundred others at most. */
struct prune {
	enum { PRUNE_NOTHING, PRUNE_LOCAL, PRUNE_REMOTE } how;
	/* Only beside wanted pages: the source hides other periods. */
	bool narrow;
	const struct past *past;
};

/* A page that is left as it is, for people wrote what stands there. */
struct held {
	bool theirs; /* without our markers: nothing is wrong with that */
	const char *why;
	struct change change; /* what overwriting it would do */
};

struct helds {
	VEC_OF(struct held);
};

/* Adds to changes what makes the published pages the wanted ones, and to held
 * what is left alone because people wrote there. */
int compare_pages(struct run *run, struct publish *publish,
	const struct pages *pages, struct prune prune, struct changes *changes,
	struct helds *held, struct err *err) MUST_USE;

/* PRUNE_NOTHING also when the read was doubtful or partial. */
struct prune compare_prune(struct run *run, const struct gathered *g,
	const struct publish_options *o, const struct past *past);

/* past.c: Adds the periods to m that are published and that the filter of the
 * source hides, as their data say, and tells whose folders are past. What
 * cannot be read, or was edited, is left out. */
void past_read(struct run *run, const struct gathered *g,
	struct publish *publish, struct model *m, struct past *past);

/* Takes the pages of these folders out: they stay as they are. */
void past_leave(struct pages *pages, const struct texts *folders);

/* Is it a page or the data of one of these folders? */
bool past_is_in(struct str path, const struct texts *folders);

/* Does the filter of the source name the periods that it shows? */
bool past_is_hidden(struct run *run, const struct gathered *g);

/* show_diff.c: the changes as a unified diff on stdout, with colours where
 * those are wanted. */
int show_diff(const struct run *run, const struct changes *changes,
	struct err *err) MUST_USE;

/* The first lines of what a change would do, on stderr. */
void show_held(const struct run *run, const struct change *change);

/* merge_text.c: text with the period in the place of "{period}", as in the
 * name of a file ("2025-q1") or as people write it: the one that today is in,
 * else the newest; "pages" and "OKRs" without any. */
const char *merge_name(const struct run *run, const struct model *m,
	const char *text, bool slug) MUST_USE;

/* The description of the merge request. */
const char *merge_text(struct arena *a, const struct model *m,
	const struct changes *changes) MUST_USE;

/* story.c: the message of a commit, with what the changes mean for each OKR
 * below the user's own words. */
const char *story_message(struct arena *a, const char *message,
	const struct changes *changes) MUST_USE;

#endif
