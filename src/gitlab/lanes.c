/*
 * How many requests may be under way, and when the next one may begin.
 */
#include "lanes_p.h"

#include <assert.h>
#include <errno.h>
#include <time.h>

enum {
	BACKOFF_MAX_MS = 60 * 1000,
	RATE_MS = 60 * 1000, /* what a rate is counted over */
};

void lanes_init(struct http *h)
{
	assert(h->o.lanes >= 1 && h->o.rate >= 0);
	h->lanes = h->o.lanes;
	h->left = -1;
	if (h->o.rate)
		h->starts = ARENA_ARRAY(&h->arena, int64_t, (size_t)h->o.rate);
}

/* xorshift: pauses of several runs should differ, nothing more. */
static long jitter(struct http *h, long most)
{
	h->random ^= h->random << 13;
	h->random ^= h->random >> 7;
	h->random ^= h->random << 17;
	return most > 0 ? (long)(h->random % (uint64_t)most) : 0;
}

long lanes_backoff(struct http *h, int tries)
{
	long ms = h->o.backoff_ms;

	assert(tries >= 0);
	for (int i = 1; i < tries && ms < BACKOFF_MAX_MS; i++)
		ms *= 2;
	if (ms > BACKOFF_MAX_MS)
		ms = BACKOFF_MAX_MS;
	return ms / 2 + jitter(h, ms / 2 + 1);
}

/* GitLab is busy: half as many at once, and once for all that were under way
 * when it began to be. */
void lanes_shrink(struct http *h, const struct http_request *r)
{
	assert(h->lanes >= 1);
	h->good = 0;
	if (h->lanes == 1 || r->started <= h->shrunk)
		return;
	h->lanes /= 2;
	h->shrunk = transfer_now();
	http_note(h, "GitLab is busy: %d at once from now on", h->lanes);
}

/* One more after as many good answers as there are lanes. */
void lanes_grow(struct http *h)
{
	assert(h->lanes >= 1 && h->lanes <= h->o.lanes);
	if (h->lanes == h->o.lanes || ++h->good < h->lanes)
		return;
	h->good = 0;
	h->lanes++;
}

/* Answers overtake each other: within one minute the least counts. */
void lanes_note_quota(struct http *h, const struct http_answer *a)
{
	if (a->status == 429)
		h->left = 0;
	else if (a->reset < 0 || a->reset != h->reset || a->left < h->left ||
		 h->left < 0)
		h->left = a->left;
	h->reset = a->reset;
}

/* The last request of this minute: the next ones would be refused. */
void lanes_keep_quota(struct http *h, const struct http_request *r)
{
	int64_t then = transfer_now() + r->answer.quota_ms +
		       jitter(h, h->o.backoff_ms);

	if (r->answer.quota_ms <= 0 || then >= h->deadline ||
		then <= h->pause_until)
		return;
	http_note(h, "the quota is used up: silent for %ld ms",
		r->answer.quota_ms);
	h->pause_until = then;
	h->left = -1;
}

/* When the configured rate lets the next request begin. */
static int64_t next_start(const struct http *h)
{
	return h->starts && h->starts[h->start] ? h->starts[h->start] + RATE_MS
						: 0;
}

void lanes_note_start(struct http *h, int64_t now)
{
	if (!h->starts)
		return;
	h->starts[h->start] = now;
	h->start = (h->start + 1) % (size_t)h->o.rate;
}

static int64_t later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

int64_t lanes_due(const struct http *h, const struct http_request *r)
{
	return later(later(r->not_before, h->pause_until), next_start(h));
}

bool lanes_rate_ends(const struct http *h, int64_t now)
{
	return next_start(h) >= h->deadline && now < h->deadline;
}

/* As many as there are lanes, and no more than GitLab has left for us: those
 * under way are not counted in that yet. One may always ask. */
bool lanes_has_room(const struct http *h)
{
	return h->running < h->lanes &&
	       (h->left < 0 || !h->running || h->running < h->left);
}

bool http_rest(struct http *h, int tries, long wait_ms, const char *what)
{
	long ms = lanes_backoff(h, tries) + (wait_ms > 0 ? wait_ms : 0);
	struct timespec t = {ms / 1000, ms % 1000 * 1000000};

	assert(tries > 0);
	if (transfer_now() + ms >= h->deadline)
		return false;
	http_note(h, "waiting %ld ms before the next try for %s", ms, what);
	while (nanosleep(&t, &t) && errno == EINTR)
		;
	return true;
}
