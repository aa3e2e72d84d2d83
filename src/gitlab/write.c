/*
 * Writes are never repeated by the transport: here is told whether the caller
 * may send one again, and when it has to look first.
 */
#include "write_p.h"

enum { ANSWER_BYTES = 16 * 1024 * 1024 };

static enum outcome_of_write judge(const struct http_request *r, int failed)
{
	long status = r->answer.status;

	if (!failed)
		return WRITE_DONE;
	if (r->err.kind == ERR_CONFIG)
		return WRITE_REFUSED;
	if (r->err.kind != ERR_NONE || status >= 500 || status == 408)
		return WRITE_UNSURE;
	return status == 429 ? WRITE_WAIT : WRITE_REFUSED;
}

enum outcome_of_write write_send(struct write *w, struct err *why)
{
	struct http_request r = {.arena = w->arena,
		.url = w->url,
		.what = w->what,
		.write = w->method,
		.body = w->body,
		.limit = ANSWER_BYTES};
	enum outcome_of_write outcome;
	int failed;

	*why = (struct err)ERR_INIT;
	failed = http_get(w->g->http, &r, why);
	outcome = judge(&r, failed);
	w->status = r.err.kind == ERR_NONE ? r.answer.status : 0;
	w->wait_ms = r.answer.wait_ms;
	w->json =
		failed ? STR("") : arena_str(w->arena, buf_str(&r.answer.body));
	http_release(&r);
	return outcome;
}

bool write_rest(struct write *w, enum outcome_of_write outcome, int tries)
{
	return http_rest(w->g->http, tries,
		outcome == WRITE_WAIT ? w->wait_ms : -1, w->what);
}
