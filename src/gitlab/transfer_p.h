/*
 * The part of http that touches libcurl's easy handles: what is set for a
 * request, and what is read from its answer.
 */
#ifndef GITLAB_TRANSFER_P_H
#define GITLAB_TRANSFER_P_H

#include <curl/curl.h>
#include <libdeflate.h>

#include "http_p.h"
#include "url_p.h"

enum {
	SPARE_BODIES = 64,        /* kept for the next answers */
	SPARE_BYTES = 256 * 1024, /* larger ones are not, but for one */
};

/* The state of a request. */
enum { WAITING, RUNNING, DONE };

struct http {
	struct gitlab_options o; /* texts borrowed */
	struct arena arena;      /* for base and origin */
	struct url base;
	const char *origin;
	const char
		*ca_folder; /* trusted instead of libcurl's bundle, or NULL */
	CURLM *multi;
	struct libdeflate_decompressor *inflater; /* NULL until needed */
	struct curl_slist *headers;               /* the token among them */
	struct curl_slist *write_headers;         /* and Content-Type */
	struct http_request *first;               /* all that are under way */
	int running;
	bool begun;      /* some that libcurl has not looked at yet */
	long left;       /* of GitLab's quota as told last, or -1 */
	long reset;      /* of which minute that is */
	int lanes, good; /* now; answers since they were as many */
	int64_t shrunk;  /* when they became fewer last */
	int64_t *starts; /* of the last o.rate requests, a ring, or NULL */
	size_t start;    /* where the oldest is */
	struct buf spare[SPARE_BODIES], large; /* bodies to be used again */
	size_t spares;
	int64_t deadline;    /* monotonic milliseconds, as all times here */
	int64_t pause_until; /* GitLab asked for silence */
	uint64_t random;
	struct http_stats stats;
};

/* Monotonic milliseconds. */
int64_t transfer_now(void);

/* Lists of headers; false when the memory is gone. */
bool transfer_make_headers(struct http *h);

/* Sets up r->easy and hands it to the multi handle. */
void transfer_begin(struct http *h, struct http_request *r);

/* Reads status and headers of the answer. */
void transfer_read_head(struct http_request *r);

/* The system's folder of certificates if they lie in it under their hashes:
 * then only those that are needed are read, where the bundle of all takes 20
 * ms. NULL if there is none. */
const char *transfer_ca_folder(void);

/* Unpacks a body that came as gzip; read the head first. An error of libcurl's
 * when it is broken, or larger than its bound (then r->too_large). */
CURLcode transfer_unpack(struct http *h, struct http_request *r);

/* Takes a body back, for the next answer. */
void transfer_spare(struct http *h, struct buf *body);

/* Takes r->easy back and frees it; fine when there is none. */
void transfer_end(struct http *h, struct http_request *r);

/* Is a read worth repeating after this failure? */
bool transfer_may_repeat(CURLcode code);

/* Sets r->err to the sentence for a failure. */
void transfer_fail(struct http *h, struct http_request *r, CURLcode code);

#endif
