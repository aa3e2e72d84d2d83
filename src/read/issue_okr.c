/*
 * An issue as an objective: what GitLab knows of it beside its text.  Labels
 * go before the issue's other fields, and both before the text; a period of
 * the config's is for issues that name none.
 */
#include "records_p.h"

#include <assert.h>
#include <inttypes.h>

const char *issue_name(struct arena *a, const struct issue *issue)
{
	if (issue->reference.n)
		return arena_text(a, issue->reference);
	return arena_printf(
		a, "%" PRId64 "#%" PRId64, issue->project, issue->iid);
}

struct str issue_path(const struct issue *issue)
{
	size_t at = str_rfind_char(issue->reference, '#');

	return str_sub(issue->reference, 0, at == STR_NONE ? 0 : at);
}

/* What a label says after its scope: "period::FY24-Q1". */
static struct str behind_scope(const char *label)
{
	struct str s = str_of(label), scopes = STR("::");
	size_t at;

	while ((at = str_find(s, scopes)) != STR_NONE)
		s = str_sub(s, at + scopes.n, s.n);
	return str_trim(s);
}

/* Quarters differ by a day or two. */
static long months(const struct period *p)
{
	return date_is_set(p->start) ? (period_days(p) + 15) / 30 : 0;
}

/* Is x the better one of two periods: shorter, else later? */
static bool is_better(const struct period *x, const struct period *than)
{
	if (!than->name[0])
		return true;
	if (months(x) != months(than))
		return months(x) < months(than);
	return period_cmp(x, than) > 0;
}

static bool period_of_labels(
	struct record_reader *r, const struct texts *labels, struct period *out)
{
	struct period found = {.name = ""}, p;

	for (size_t i = 0; i < labels->n; i++)
		if (period_parse(r->a, behind_scope(labels->v[i]),
			    r->o.fiscal_start, &p) &&
			is_better(&p, &found))
			found = p;
	if (!found.name[0])
		return false;
	*out = found;
	return true;
}

static bool period_of_milestone(
	struct record_reader *r, const struct stone *s, struct period *out)
{
	if (period_find(r->a, s->title, r->o.fiscal_start, out))
		return true;
	if (!s->title.n || !date_is_set(s->start) || !date_is_set(s->due) ||
		date_cmp(s->start, s->due) > 0)
		return false;
	*out = (struct period){arena_text(r->a, s->title), s->start, s->due};
	return true;
}

static void set_period(struct record_reader *r, const struct issue *issue,
	struct period *period)
{
	if (period_of_labels(r, &issue->labels, period) ||
		period_of_milestone(r, &issue->milestone, period))
		return;
	if (!period->name[0] &&
		period_find(r->a, issue->title, r->o.fiscal_start, period))
		return;
	if (!period->name[0] && r->o.period.name && r->o.period.name[0])
		*period = r->o.period;
}

enum { MAX_OWNERS = 20 };

/* The assignees' names: "A, B". */
static const char *names_of(struct arena *a, const struct users *users)
{
	const char *names = "";

	for (size_t i = 0; i < users->n && i < MAX_OWNERS; i++) {
		const struct user *u = &users->v[i];
		struct str name = str_trim(u->name.n ? u->name : u->username);

		if (name.n)
			names = arena_printf(a, "%s%s%.*s", names,
				names[0] ? ", " : "", STR_ARG(name));
	}
	return names;
}

static enum health health_of(struct str status)
{
	static const struct {
		const char *name;
		enum health health;
	} NAMES[] = {
		{"on_track", HEALTH_ON_TRACK},
		{"needs_attention", HEALTH_NEEDS_ATTENTION},
		{"at_risk", HEALTH_AT_RISK},
	};

	for (size_t i = 0; i < COUNT_OF(NAMES); i++)
		if (str_is(status, NAMES[i].name))
			return NAMES[i].health;
	return HEALTH_NONE;
}

static const struct decimal *weight_of(struct arena *a, int64_t weight)
{
	struct decimal *d = ARENA_NEW(a, struct decimal);

	return weight >= 0 && decimal_make(weight, 0, d) ? d : NULL;
}

/* A closed issue was never agreed on by its label, or is not closed by it;
 * given up as a draft is well. */
static void report_state(struct record_reader *r, const struct issue *issue,
	const struct objective *o)
{
	bool closed = str_is(issue->state, "closed");

	if (closed && (o->state == STATE_DRAFT || o->state == STATE_REVIEW) &&
		o->outcome != OUTCOME_CANCELLED)
		finding_add(r->a, &r->m->findings, "state-contradicts-issue",
			SEVERITY_WARNING, "", o->source.url, o->source.line,
			"issue %s is closed, but its label says '%s': put the "
			"label right, or reopen it",
			issue_name(r->a, issue), state_name(o->state));
	if (!closed && o->state == STATE_CLOSED)
		finding_add(r->a, &r->m->findings, "state-contradicts-issue",
			SEVERITY_WARNING, "", o->source.url, o->source.line,
			"issue %s is open, but its label says 'closed': close "
			"it, or put the label right",
			issue_name(r->a, issue));
}

/* What the labels' history says; closing itself is no label. */
static void set_moves(struct record_reader *r, const struct issue *issue,
	enum state by_label, struct objective *o)
{
	const char *state = by_label ? state_name(by_label) : "";
	struct label_events events = {0};

	o->has_moves = issue->has_events;
	if (!o->has_moves)
		return;
	for (size_t i = 0; i < issue->events.n; i++)
		*vec_add(r->a, &events) = issue->events.v[i];
	labels_moves(r->a, r->o.map, &o->labels, &events, &o->moves);
	if (str_is(issue->state, "closed") && date_is_set(issue->closed) &&
		by_label != STATE_CLOSED)
		*vec_add(r->a, &o->moves) = (struct move){issue->closed,
			arena_text(r->a, issue->closer.username), "state",
			state, state_name(STATE_CLOSED), ""};
}

static void set_state(
	struct record_reader *r, const struct issue *issue, struct objective *o)
{
	enum health written = o->health;
	enum state stated = o->state;

	o->health = HEALTH_NONE;
	o->state = STATE_NONE;
	labels_apply(r->a, r->o.map, o, &r->m->findings);
	report_state(r, issue, o);
	set_moves(r, issue, o->state, o);
	if (o->state == STATE_NONE)
		o->state = stated;
	if (o->health == HEALTH_NONE)
		o->health = health_of(issue->health);
	if (o->health == HEALTH_NONE)
		o->health = written;
	if (str_is(issue->state, "closed"))
		o->state = STATE_CLOSED;
	else if (o->state == STATE_NONE)
		o->state = STATE_ACTIVE;
}

/* REST gives the path of an epic without its host: it is the issue's. */
const char *epic_url(struct arena *a, const struct issue *issue)
{
	struct str url = issue->epic.url, web = issue->web_url;
	size_t host = str_find(web, STR("://"));
	size_t path;

	if (!url.n || !str_starts(url, "/") || host == STR_NONE)
		return arena_text(a, url);
	path = str_find_char(str_sub(web, host + 3, web.n), '/');
	if (path == STR_NONE)
		return arena_text(a, url);
	return arena_printf(a, "%.*s%.*s",
		STR_ARG(str_sub(web, 0, host + 3 + path)), STR_ARG(url));
}

/* What GitLab's own tree has above the issue, as people would write it. */
static const char *parent_text(struct arena *a, const struct issue *issue)
{
	const struct above *parent = &issue->work_item.parent;

	return arena_text(a, parent->reference.n ? parent->reference
						 : str_trim(parent->title));
}

struct result progress_read(struct arena *a, const struct issue *issue)
{
	struct result none = {.text = ""};
	struct decimal *percent = ARENA_NEW(a, struct decimal);
	const int64_t *n = issue->work_item.progress;

	if (!n || !decimal_make(*n, 0, percent))
		return none;
	return (struct result){.kind = RESULT_PERCENT,
		.percent = percent,
		.text = arena_printf(a, "%" PRId64 "%%", *n),
		.share = true};
}

/* What only native objectives have. Where others hang on one, its progress is
 * the mean of theirs, which is reckoned here as well. */
static void set_native(
	struct record_reader *r, const struct issue *issue, struct objective *o)
{
	const struct work_item *w = &issue->work_item;

	if (o->health == HEALTH_NONE)
		o->health = health_of(w->health);
	if (!o->ladders_up_to[0])
		o->ladders_up_to = parent_text(r->a, issue);
	if (o->result.kind == RESULT_NONE && !o->key_results.n &&
		!w->has_children && !str_iis(issue->type, "key_result"))
		o->result = progress_read(r->a, issue);
}

/* What the issue itself says; number counts its objectives from 0. */
static void fill_objective(struct record_reader *r, const struct issue *issue,
	struct objective *o, size_t number)
{
	o->id = issue_name(r->a, issue);
	if (number)
		o->id = arena_printf(r->a, "%s/o%zu", o->id, number + 1);
	o->source.url = arena_text(r->a, issue->web_url);
	o->labels = issue->labels;
	o->created = issue->created;
	o->updated = issue->updated;
	o->closed = issue->closed;
	o->confidential = !issue->open_to_all || issue->hidden;
	if (!o->owner[0] && !o->dri[0])
		o->owner = names_of(r->a, &issue->assignees);
	if (!o->weight)
		o->weight = weight_of(r->a, issue->weight);
	set_state(r, issue, o);
	set_native(r, issue, o);
	set_period(r, issue, &o->period);
}

size_t issue_read(
	struct record_reader *r, const struct issue *issue, struct model *m)
{
	struct read_options o = r->o;
	size_t before = m->objectives.n;
	struct period period = m->period;
	int index = NO_INDEX;

	/* A period of the config's is weaker than all others: see
	 * set_period(). */
	o.period = (struct period){.name = ""};
	/* Nor may one issue's period become the next one's. */
	m->period = o.period;
	read_issue_text(r->a, issue->description, "",
		arena_text(r->a, issue->web_url), &o, m, NULL,
		arena_text(r->a, str_trim(issue->title)), &index);
	m->period = period;
	assert(index == (int)before && m->objectives.n > before);
	for (size_t i = before; i < m->objectives.n; i++)
		fill_objective(r, issue, &m->objectives.v[i], i - before);
	return before;
}
