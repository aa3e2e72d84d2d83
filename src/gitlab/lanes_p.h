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

/* This answer said that GitLab is busy; an answer was good. */
void lanes_shrink(struct http *h, const struct http_request *r);
void lanes_grow(struct http *h);

/* What an answer tells of the quota; lanes_keep_quota() waits for the next
 * minute where nothing is left. */
void lanes_note_quota(struct http *h, const struct http_answer *a);
void lanes_keep_quota(struct http *h, const struct http_request *r);

/* May one more request begin? When at the earliest; and it does. */
bool lanes_has_room(const struct http *h);
int64_t lanes_due(const struct http *h, const struct http_request *r);
void lanes_note_start(struct http *h, int64_t now);

/* Does the rate let nothing begin before the deadline? */
bool lanes_rate_ends(const struct http *h, int64_t now);

#endif
