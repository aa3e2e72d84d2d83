/*
 * What GitLab refused of single issues, told to people: a warning on stderr
 * and a finding each.
 */
#include "gaps_p.h"

#include "pull.h"

enum { NAMED = 20 }; /* the others are counted */

struct gap {
	struct str missing, why;
};

static struct gap read_gap(struct arena *a, struct str json)
{
	struct gap gap = {{NULL, 0}, {NULL, 0}};
	struct str key;
	struct pull p;

	pull_init(&p, json, a);
	if (!pull_object(&p))
		return gap;
	while (pull_key(&p, &key))
		if (str_is(key, "missing"))
			pull_text(&p, &gap.missing);
		else if (str_is(key, "why"))
			pull_text(&p, &gap.why);
		else
			pull_skip(&p);
	return gap;
}

/* The address of an issue, "" unknown. */
static const char *find_url(
	struct arena *a, const struct records *records, const struct record *r)
{
	struct str key, url = {NULL, 0};
	struct pull p;

	for (size_t i = 0; i < records->n; i++) {
		const struct record *v = &records->v[i];

		if (v->kind != RECORD_ISSUE || v->project != r->project ||
			v->iid != r->iid)
			continue;
		pull_init_lax(&p, v->json, a);
		if (!pull_object(&p))
			break;
		while (pull_key(&p, &key))
			if (str_is(key, "web_url"))
				pull_text(&p, &url);
			else
				pull_skip(&p);
		break;
	}
	return arena_text(a, url);
}

static bool is_about_comments(const struct gap *gap)
{
	return str_is(gap->missing, "comments");
}

bool gap_hides_comments(struct arena *a, const struct record *r)
{
	struct gap gap;

	if (r->kind != RECORD_GAP)
		return false;
	gap = read_gap(a, r->json);
	return is_about_comments(&gap);
}

static void tell(struct run *run, const struct records *records,
	const struct record *r, const struct gap *gap, struct findings *out)
{
	const char *url = find_url(run->arena, records, r);
	bool comments = is_about_comments(gap);

	finding_add(run->arena, out,
		comments ? "comments-unread" : "label-events-unread",
		comments ? SEVERITY_WARNING : SEVERITY_INFO, "", url, 0,
		"the %.*s of this issue could not be read, so %s: %.*s",
		STR_ARG(gap->missing),
		comments ? "its check-ins are missing and its numbers may be "
			   "old"
			 : "it is not known since when it is in its state",
		STR_ARG(gap->why));
	if (comments)
		warn(run,
			"the comments of '%s' could not be read, so its "
			"numbers may be old: %.*s",
			url, STR_ARG(gap->why));
}

void gaps_tell(
	struct run *run, const struct records *records, struct findings *out)
{
	size_t n[2] = {0, 0};

	for (size_t i = 0; i < records->n; i++) {
		const struct record *r = &records->v[i];
		struct gap gap;

		if (r->kind != RECORD_GAP)
			continue;
		gap = read_gap(run->arena, r->json);
		if (n[is_about_comments(&gap)]++ < NAMED)
			tell(run, records, r, &gap, out);
	}
	if (n[true] > NAMED)
		warn(run, "nor could those of %zu other issues",
			n[true] - NAMED);
	if (n[false] > NAMED)
		finding_add(run->arena, out, "label-events-unread",
			SEVERITY_INFO, "", "", 0,
			"the label events of %zu other issues could not be "
			"read either",
			n[false] - NAMED);
}
