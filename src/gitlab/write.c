/*
 * Writes are never repeated by the transport: here is told whether the caller
 * may send one again, and when it has to look first.
 */
#include "write_p.h"

#include <assert.h>

#include "jsonout.h"

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
	assert((outcome == WRITE_DONE) == (why->kind == ERR_NONE));
	w->status = r.err.kind == ERR_NONE ? r.answer.status : 0;
	w->wait_ms = r.answer.wait_ms;
	w->json =
		failed ? STR("") : arena_str(w->arena, buf_str(&r.answer.body));
	http_release(&r);
	return outcome;
}

/* Sends it once and reads the answer. */
static enum outcome_of_write send_once(
	struct write *w, const struct write_proof *proof, struct err *why)
{
	enum outcome_of_write outcome = write_send(w, why);

	if (outcome == WRITE_REFUSED && w->status == 409)
		return WRITE_UNSURE;
	if (outcome != WRITE_DONE || !proof->take || proof->take(w, proof->ctx))
		return outcome;
	err_set(why, ERR_GITLAB,
		"GitLab took %s (status %ld) but did not answer with %s: look "
		"whether it is there",
		w->what, w->status, proof->noun);
	return WRITE_UNSURE;
}

static int look_after(struct write *w, const struct write_proof *proof,
	bool *there, struct err *err)
{
	*there = false;
	return proof->look ? proof->look(w, proof->ctx, there, err) : 0;
}

int write_until(
	struct write *w, const struct write_proof *proof, struct err *err)
{
	int unsure = 0, waits = 0;
	struct err why;
	bool there;

	assert(w->body.n);
	for (;;) {
		enum outcome_of_write outcome = send_once(w, proof, &why);
		int tries = outcome == WRITE_WAIT ? ++waits : ++unsure;

		if (outcome == WRITE_DONE)
			return 0;
		if (outcome == WRITE_REFUSED || waits > WRITE_WAIT_TRIES ||
			(!proof->look && unsure >= WRITE_UNSURE_TRIES) ||
			!write_rest(w, outcome, tries))
			break;
		if (outcome == WRITE_WAIT)
			continue;
		if (look_after(w, proof, &there, err))
			return -1;
		if (there)
			return 0;
		if (unsure >= WRITE_UNSURE_TRIES)
			break;
	}
	return err_set(err, why.kind, "%s", why.text);
}

bool write_rest(struct write *w, enum outcome_of_write outcome, int tries)
{
	assert(outcome != WRITE_DONE);
	return http_rest(w->g->http, tries,
		outcome == WRITE_WAIT ? w->wait_ms : -1, w->what);
}

const char *write_labels(struct arena *a, const struct texts *texts)
{
	const char *all = "";

	for (size_t i = 0; i < texts->n; i++)
		all = arena_printf(a, "%s%s%s", all, i ? "," : "", texts->v[i]);
	return all;
}

void write_change(
	struct buf *b, struct arena *a, const struct gitlab_change *change)
{
	struct jsonout j;

	jsonout_init(&j, b, false);
	jsonout_object(&j, NULL);
	if (change->title)
		jsonout_text(&j, "title", change->title);
	if (change->description)
		jsonout_text(&j, "description", change->description);
	if (change->add_labels.n)
		jsonout_text(
			&j, "add_labels", write_labels(a, &change->add_labels));
	if (change->remove_labels.n)
		jsonout_text(&j, "remove_labels",
			write_labels(a, &change->remove_labels));
	if (change->state_event)
		jsonout_text(&j, "state_event", change->state_event);
	if (change->due)
		jsonout_text(&j, "due_date", change->due);
	jsonout_end(&j, '}');
}
