/*
 * Manners: as many requests at once as there are lanes, fewer while GitLab is
 * busy, no more than its quota has left, and never more in a minute than the
 * configured rate.
 */
#ifndef GITLAB_LANES_P_H
#define GITLAB_LANES_P_H

#include "transfer_p.h"

/* Sets up what http_open() has in its options. */
void lanes_init(struct http *h);

/* The pause after that many tries, in milliseconds, with jitter. */
long lanes_backoff(struct http *h, int tries);

/* This answer said that GitLab is busy: fewer lanes. */
void lanes_shrink(struct http *h, const struct http_request *r);

/* An answer was good: after enough of them, one more lane. */
void lanes_grow(struct http *h);

/* Notes what an answer tells of the quota. */
void lanes_note_quota(struct http *h, const struct http_answer *a);

/* Waits for the next minute where nothing is left of it. */
void lanes_keep_quota(struct http *h, const struct http_request *r);

/* May one more request begin? */
bool lanes_has_room(const struct http *h);

/* When at the earliest it may, in monotonic milliseconds. */
int64_t lanes_due(const struct http *h, const struct http_request *r);

/* It does so now. */
void lanes_note_start(struct http *h, int64_t now);

/* Does the rate let nothing begin before the deadline? */
bool lanes_rate_ends(const struct http *h, int64_t now);

#endif
