/*
 * Our own comments on issues: each exists once, is known by a key in a hidden
 * comment together with our user id, and is edited in place.
 *
 * As with issues, a write is never repeated blindly: when an answer is lost
 * or makes no sense, the comments are read before anything is sent
 * again.  Texts are sent as they are: making them safe is the caller's matter.
 */
#ifndef GITLAB_NOTES_H
#define GITLAB_NOTES_H

#include "gitlab_write.h"

struct gitlab_note {
	int64_t id;
	const char *key;
	const char *body;
};

struct gitlab_notes {
	VEC_OF(struct gitlab_note);
};

/* The keys a text holds, in the arena; few at most. */
void gitlab_keys_of(struct arena *a, struct str text, struct texts *keys);

/* The comments of user self on an issue that hold a key, oldest first; one
 * entry a key. */
int gitlab_own_notes(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	struct gitlab_notes *notes, struct err *err) MUST_USE;

/* The first one with that key, or NULL. */
const struct gitlab_note *gitlab_note_find(
	const struct gitlab_notes *notes, const char *key);

/*
 * Writes a comment, exactly once; body holds the key between its marks. A
 * limit on new comments is waited for as long as the handle's deadline
 * allows. *id is the comment's.
 */
int gitlab_note_post(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	const char *key, const char *body, int64_t *id,
	struct err *err) MUST_USE;

/* Replaces a comment's text. Doing so twice changes nothing more. */
int gitlab_note_edit(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t id,
	const char *body, struct err *err) MUST_USE;

#endif
