/*
 * Redirects, as part of http.
 */
#ifndef GITLAB_REDIRECT_P_H
#define GITLAB_REDIRECT_P_H

#include "transfer_p.h"

/* Does the answer lead to another address?  Writes go nowhere else. */
bool redirect_is(const struct http_request *r);

/* Puts the address (NULL: none) into r->url if it is on our origin; else r->err
 * says where it leads. */
bool redirect_set_url(struct http *h, struct http_request *r, const char *url);

/* Puts the request back to waiting, for where its answer leads; or it is done,
 * with r->err saying why not. */
void redirect_follow(struct http *h, struct http_request *r);

#endif
