/*
 * From records to OKRs: which issues count, in which order, and what the
 * issue itself says beside its text.  Issues that are confidential are
 * forgotten at the door: nothing below ever sees them.
 */
#include "records_p.h"

#include <inttypes.h>
#include <stdlib.h>

enum { REPORTER = 20 };

static bool may_be_seen(
	const struct record_reader *r, const struct issue *issue)
{
	return r->o.confidential || (issue->open_to_all && !issue->hidden);
}

/* Is it a kind of issue that OKRs are not written in? */
static bool is_other_type(const struct issue *issue)
{
	static const char *const OTHERS[] = {
		"incident", "test_case", "requirement", "task", "ticket"};

	for (size_t i = 0; i < COUNT_OF(OTHERS); i++)
		if (str_iis(issue->type, OTHERS[i]) ||
			str_iis(issue->issue_type, OTHERS[i]))
			return true;
	return false;
}

static void report_skipped(
	struct record_reader *r, const struct issue *issue, const char *why)
{
	const char *name =
		issue->iid ? issue_name(r->a, issue) : "without a number";

	finding_add(r->a, &r->m->findings, "record-skipped", SEVERITY_ERROR, "",
		arena_text(r->a, issue->web_url), 0,
		"issue %s was left out: %s", name, why);
}

static void collect_issue(struct record_reader *r, const struct record *record)
{
	struct issue issue;
	const char *why = issue_parse(r->a, record->json, &issue);

	/* What is no object cannot be a confidential issue either. */
	if (!may_be_seen(r, &issue) &&
		str_starts(str_trim_left(record->json), "{"))
		return;
	if (!issue.project)
		issue.project = record->project;
	if (why) {
		report_skipped(r, &issue, why);
		return;
	}
	if (is_other_type(&issue) ||
		labels_have(r->o.map, &issue.labels, SENSE_IGNORE))
		return;
	*vec_add(r->a, &r->entries) = (struct entry){
		.issue = issue, .parent = NO_INDEX, .kr = NO_INDEX};
}

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* Copies of one issue lie together, the newest first. */
static int compare_entries(const void *va, const void *vb)
{
	const struct issue *a = &((const struct entry *)va)->issue;
	const struct issue *b = &((const struct entry *)vb)->issue;
	int c = str_cmp(issue_path(a), issue_path(b));

	if (!c)
		c = by_number(a->project, b->project);
	if (!c)
		c = by_number(a->iid, b->iid);
	if (!c)
		c = by_number(a->id, b->id);
	if (!c)
		c = by_number(b->changed, a->changed);
	if (!c)
		c = str_cmp(a->title, b->title);
	return c ? c : str_cmp(a->description, b->description);
}

static void sort_entries(struct record_reader *r)
{
	size_t kept = 0;

	if (r->entries.n < 2)
		return;
	qsort(r->entries.v, r->entries.n, sizeof *r->entries.v,
		compare_entries);
	for (size_t i = 1; i < r->entries.n; i++)
		if (r->entries.v[i].issue.id != r->entries.v[kept].issue.id)
			r->entries.v[++kept] = r->entries.v[i];
	r->entries.n = kept + 1;
}

static bool is_key_result(
	const struct record_reader *r, const struct issue *issue)
{
	if (labels_have(r->o.map, &issue->labels, SENSE_OBJECTIVE))
		return false;
	return str_iis(issue->type, "key_result") ||
	       labels_have(r->o.map, &issue->labels, SENSE_KEY_RESULT);
}

static void read_issues(struct record_reader *r)
{
	for (size_t i = 0; i < r->entries.n; i++) {
		struct entry *e = &r->entries.v[i];

		e->is_key_result = is_key_result(r, &e->issue);
		if (e->is_key_result)
			continue;
		e->first = issue_read(r, &e->issue, r->m);
		e->last = r->m->objectives.n;
	}
	names_collect(r);
	for (size_t i = 0; i < r->entries.n; i++)
		if (r->entries.v[i].is_key_result)
			key_result_read(r, &r->entries.v[i]);
	for (size_t i = 0; i < r->entries.n; i++)
		if (!r->entries.v[i].is_key_result)
			parent_find(r, &r->entries.v[i]);
}

/* Comments: found by project and number of their issue. */

struct place {
	int64_t project, iid;
	size_t entry;
};

static int compare_places(const void *va, const void *vb)
{
	const struct place *a = va, *b = vb;
	int c = by_number(a->project, b->project);

	return c ? c : by_number(a->iid, b->iid);
}

/* Members from Reporter up, by project and user. */
static int compare_members(const void *va, const void *vb)
{
	const struct member *a = va, *b = vb;
	int c = by_number(a->project, b->project);

	return c ? c : by_number(a->id, b->id);
}

/* A comment and the entry it belongs to. */
struct comment {
	struct note note;
	size_t entry;
};

struct comments {
	struct place *places; /* one for each entry */
	struct {
		VEC_OF(struct member);
	} members;
	struct {
		VEC_OF(struct comment);
	} list;
};

static int compare_comments(const void *va, const void *vb)
{
	const struct comment *a = va, *b = vb;
	int c = by_number((int64_t)a->entry, (int64_t)b->entry);

	if (!c)
		c = by_number(a->note.created, b->note.created);
	return c ? c : by_number(a->note.id, b->note.id);
}

static void collect_member(struct record_reader *r, struct comments *c,
	const struct record *record)
{
	struct member member;
	const char *why = member_parse(r->a, record, &member);

	if (!why)
		*vec_add(r->a, &c->members) = member;
	else
		finding_add(r->a, &r->m->findings, "record-skipped",
			SEVERITY_WARNING, "", "", 0,
			"a member of project %" PRId64 " was left out: %s",
			record->project, why);
}

static void prepare(struct record_reader *r, struct comments *c,
	const struct records *records)
{
	for (size_t i = 0; i < records->n; i++)
		if (records->v[i].kind == RECORD_MEMBER)
			collect_member(r, c, &records->v[i]);
	if (c->members.n > 1)
		qsort(c->members.v, c->members.n, sizeof *c->members.v,
			compare_members);
	c->places = ARENA_ARRAY(r->a, struct place, r->entries.n);
	for (size_t i = 0; i < r->entries.n; i++)
		c->places[i] = (struct place){r->entries.v[i].issue.project,
			r->entries.v[i].issue.iid, i};
	if (r->entries.n > 1)
		qsort(c->places, r->entries.n, sizeof *c->places,
			compare_places);
}

/* Is the user among the project's members from Reporter up?  Members of
 * project 0 are members of all. */
static bool is_reporter(const struct comments *c, int64_t project, int64_t id)
{
	struct member key = {.project = project, .id = id};
	size_t low = 0, high = c->members.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (compare_members(&c->members.v[mid], &key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < c->members.n; low++) {
		if (compare_members(&c->members.v[low], &key) != 0)
			return false;
		if (c->members.v[low].access >= REPORTER)
			return true;
	}
	return false;
}

/* Is there any list of members for that project? */
static bool has_members(const struct comments *c, int64_t project)
{
	for (size_t i = 0; i < c->members.n; i++)
		if (!c->members.v[i].project ||
			c->members.v[i].project == project)
			return true;
	return false;
}

static bool is_one_of(struct str name, const char *names)
{
	struct str rest = str_of(names), one;

	while (str_take_until(&rest, ' ', &one))
		if (one.n && str_eq(one, name))
			return true;
	return false;
}

static bool is_ours(const struct record_reader *r, const struct note *note)
{
	static const char KEY[] = "<!-- okrsync";

	return r->o.self && is_one_of(note->author.username, r->o.self) &&
	       str_find(note->body, str_of(KEY)) != STR_NONE;
}

/* "project_12_bot_4f", the user of a token. */
static bool is_token_user(struct str name)
{
	long id;

	if (!str_iskip(&name, "project_") && !str_iskip(&name, "group_"))
		return false;
	return str_take_number(&name, 2000000000, &id) &&
	       str_istarts(name, "_bot");
}

/* The users that GitLab makes itself. */
static bool is_bot(struct str name)
{
	static const char *const NAMES[] = {"alert-bot", "support-bot",
		"security-bot", "security-policy-bot", "migration-bot",
		"visual-review-bot", "automation-bot", "admin-bot",
		"duo-code-review-bot", "llm-bot", "suggested-reviewers-bot"};

	for (size_t i = 0; i < COUNT_OF(NAMES); i++)
		if (str_iis(name, NAMES[i]))
			return true;
	return is_token_user(name) || str_istarts(name, "service_account_") ||
	       str_ends(name, "[bot]");
}

/* May this person report on the issue?  Its author and assignees, and members
 * from Reporter up. */
static bool may_report(struct record_reader *r, const struct comments *c,
	const struct issue *issue, const struct note *note)
{
	int64_t id = note->author.id;

	if (id <= 0 || is_bot(note->author.username))
		return false;
	if (id == issue->author.id)
		return true;
	for (size_t i = 0; i < issue->assignees.n; i++)
		if (id == issue->assignees.v[i].id)
			return true;
	if (is_reporter(c, 0, id) || is_reporter(c, issue->project, id))
		return true;
	r->left_out |= !has_members(c, issue->project);
	return false;
}

static void keep_later(struct date *d, struct date other)
{
	if (date_cmp(other, *d) > 0)
		*d = other;
}

/* Our comments tell when the issue had changed before them. */
static void keep_ours(struct entry *e, const struct note *note)
{
	static const struct str BEGIN = {"<!-- okrsync:as-of=", 19};
	size_t at = str_find(note->body, BEGIN);
	int c = date_cmp(note->changed, e->ours);
	struct date before;

	if (at == STR_NONE || c < 0 ||
		!date_parse(
			str_sub(note->body, at + BEGIN.n, at + BEGIN.n + 10),
			&before))
		return;
	if (c > 0)
		e->before = before;
	keep_later(&e->before, before);
	e->ours = note->changed;
}

/* A comment of ours is no news of the OKR, though GitLab takes it for a change
 * of the issue. */
static void forget_our_changes(struct record_reader *r, const struct entry *e)
{
	struct objective *list = r->m->objectives.v;

	for (size_t i = e->first; !e->is_key_result && i < e->last; i++) {
		if (!date_is_set(e->ours) ||
			date_cmp(e->ours, list[i].updated) < 0)
			continue;
		list[i].updated = e->before;
		keep_later(&list[i].updated, e->others);
	}
}

/* The last change of a closed issue, where neither a comment nor a label nor
 * the closing itself explains it: its text was edited.  Who has not read all
 * comments cannot tell. */
static void find_edits(struct record_reader *r, const struct entry *e)
{
	const struct issue *issue = &e->issue;
	struct objective *list = r->m->objectives.v;

	if (e->is_key_result || !str_is(issue->state, "closed") ||
		!issue->has_events || issue->comments < 0 ||
		e->comments < issue->comments)
		return;
	for (size_t i = e->first; i < e->last; i++) {
		bool explained =
			date_cmp(list[i].updated, issue->closed) <= 0 ||
			date_cmp(list[i].updated, e->others) <= 0;

		for (size_t k = 0; k < issue->events.n; k++)
			explained = explained ||
				    date_cmp(list[i].updated,
					    issue->events.v[k].day) <= 0;
		if (!explained)
			list[i].edited = list[i].updated;
	}
}

static void collect_note(struct record_reader *r, struct comments *c,
	const struct record *record)
{
	struct place key = {record->project, record->iid, 0};
	const struct place *at = NULL;
	const struct issue *issue;
	const char *why;
	struct note note;

	if (r->entries.n)
		at = bsearch(&key, c->places, r->entries.n, sizeof *at,
			compare_places);
	if (!at)
		return;
	issue = &r->entries.v[at->entry].issue;
	why = note_parse(r->a, record, &note);
	if (!why && is_ours(r, &note)) {
		keep_ours(&r->entries.v[at->entry], &note);
		final_keep(&r->entries.v[at->entry], &note);
	} else if (!why) {
		keep_later(&r->entries.v[at->entry].others, note.changed);
	}
	r->entries.v[at->entry].comments += !note.system;
	if (note.hidden || (!why && note.system))
		return;
	if (why)
		finding_add(r->a, &r->m->findings, "record-skipped",
			SEVERITY_WARNING, "", arena_text(r->a, issue->web_url),
			0, "a comment on issue %s was left out: %s",
			issue_name(r->a, issue), why);
	else if (!is_ours(r, &note) && may_report(r, c, issue, &note))
		*vec_add(r->a, &c->list) = (struct comment){note, at->entry};
}

/* Applies the comments [from, to), which all belong to one entry. */
static void apply_comments(struct record_reader *r, const struct entry *e,
	const struct comment *comments, size_t n)
{
	struct note *notes = ARENA_ARRAY(r->a, struct note, n);
	struct checkin_scope scope = {.notes = notes};

	for (size_t i = 0; i < n; i++)
		if (!scope.n_notes ||
			notes[scope.n_notes - 1].id != comments[i].note.id)
			notes[scope.n_notes++] = comments[i].note;
	if (e->is_key_result) {
		scope.objectives = &r->m->objectives.v[e->parent];
		scope.n_objectives = 1;
		scope.only = &scope.objectives->key_results.v[e->kr];
	} else {
		scope.objectives = &r->m->objectives.v[e->first];
		scope.n_objectives = e->last - e->first;
	}
	checkins_apply(r->a, &scope);
}

static void read_comments(
	struct record_reader *r, const struct records *records)
{
	struct comments c = {.places = NULL};
	size_t to;

	prepare(r, &c, records);
	for (size_t i = 0; i < records->n; i++)
		if (records->v[i].kind == RECORD_NOTE)
			collect_note(r, &c, &records->v[i]);
	for (size_t i = 0; i < r->entries.n; i++) {
		forget_our_changes(r, &r->entries.v[i]);
		final_apply(r, &r->entries.v[i]);
		find_edits(r, &r->entries.v[i]);
	}
	if (c.list.n > 1)
		qsort(c.list.v, c.list.n, sizeof *c.list.v, compare_comments);
	for (size_t i = 0; i < c.list.n; i = to) {
		size_t entry = c.list.v[i].entry;

		for (to = i; to < c.list.n && c.list.v[to].entry == entry;)
			to++;
		apply_comments(r, &r->entries.v[entry], &c.list.v[i], to - i);
	}
	if (r->left_out)
		finding_add(r->a, &r->m->findings, "members-unknown",
			SEVERITY_INFO, "", "", 0,
			"the members of a project are not known, so only "
			"comments by an issue's author and assignees count as "
			"check-ins; use a token that may read the members");
}

static void be_as_new_as(struct model *m, struct date day)
{
	if (date_cmp(day, m->as_of) > 0)
		m->as_of = day;
}

static void find_newest(struct model *m, const struct objective *o)
{
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		be_as_new_as(m, kr->current_date);
		for (size_t k = 0; k < kr->readings.n; k++)
			be_as_new_as(m, kr->readings.v[k].date);
	}
}

/* The one period of all objectives, and the newest reading's day. */
static void sum_up(struct record_reader *r)
{
	struct model *m = r->m;
	bool same = m->objectives.n > 0;

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		same &= str_is(
			str_of(o->period.name), m->objectives.v[0].period.name);
		find_newest(m, o);
	}
	if (!m->period.name[0] && same)
		m->period = m->objectives.v[0].period;
}

void read_records(struct arena *a, const struct records *records,
	const struct read_options *o, struct model *m)
{
	struct record_reader r = {.a = a, .o = *o, .m = m};

	boards_read(&r, records);
	for (size_t i = 0; i < records->n; i++)
		if (records->v[i].kind == RECORD_ISSUE)
			collect_issue(&r, &records->v[i]);
	sort_entries(&r);
	read_issues(&r);
	read_comments(&r, records);
	sum_up(&r);
}
