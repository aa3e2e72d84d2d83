/*
 * Writes are never repeated by the transport: here is told whether the caller
 * may send one again, and when it has to look first.
 */
#include "write_p.h"

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
