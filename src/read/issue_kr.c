/*
 * An issue as a key result: its title is the sentence, its text gives values
 * and remarks, "Ladders up to" the objective.
 */
#include "records_p.h"

#include <inttypes.h>
#include <stdlib.h>

/* "[text](target)" is its target; white space and a final full stop go. */
static struct str reference_of(const char *written)
{
	struct str s = str_trim(str_of(written));
	size_t at = str_find(s, STR("]("));

	if (at != STR_NONE) {
		s = str_sub(s, at + 2, s.n);
		at = str_find_char(s, ')');
		s = str_sub(s, 0, at == STR_NONE ? s.n : at);
	}
	while (str_ends(s, ".") || str_ends(s, "/"))
		s.n--;
	return str_trim(s);
}

static int compare_text(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;

	for (size_t i = 0; i < n; i++) {
		char x = str_lower(a.p[i]), y = str_lower(b.p[i]);

		if (x != y)
			return (unsigned char)x < (unsigned char)y ? -1 : 1;
	}
	return (a.n > b.n) - (a.n < b.n);
}

static int compare_names(const void *va, const void *vb)
{
	const struct name *a = va, *b = vb;
	int c = compare_text(str_of(a->text), str_of(b->text));

	return c ? c : a->index - b->index;
}

void names_collect(struct record_reader *r)
{
	for (size_t i = 0; i < r->m->objectives.n; i++) {
		const struct objective *o = &r->m->objectives.v[i];
		const char *const texts[] = {o->id, o->title, o->source.url};

		for (size_t k = 0; k < COUNT_OF(texts); k++)
			*vec_add(r->a, &r->names) =
				(struct name){texts[k], (int)i};
	}
	if (r->names.n > 1)
		qsort(r->names.v, r->names.n, sizeof *r->names.v,
			compare_names);
}

/* The first objective of that name. */
static int find_name(const struct names *names, struct str text)
{
	size_t low = 0, high = names->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (compare_text(str_of(names->v[mid].text), text) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == names->n || !str_iis(text, names->v[low].text))
		return NO_INDEX;
	return names->v[low].index;
}

/* The target of the link that is written so: "[the goal](https://...)". */
static struct str link_target(
	struct arena *a, struct str text, struct str written)
{
	struct str link = str_of(arena_printf(a, "[%.*s](", STR_ARG(written))),
		   target;
	size_t at = str_find(text, link);

	if (at == STR_NONE)
		return (struct str){NULL, 0};
	text = str_sub(text, at + link.n, text.n);
	return str_take_until(&text, ')', &target) ? str_trim(target) : text;
}

/* The objective that a number ("#12") or a link in the text points to. */
static int find_pointed(
	struct record_reader *r, const struct issue *from, struct str reference)
{
	struct str path = issue_path(from);
	struct str target = link_target(r->a, from->description, reference);

	if (reference.p[0] == '#' && path.n)
		target = str_of(arena_printf(
			r->a, "%.*s%.*s", STR_ARG(path), STR_ARG(reference)));
	return target.n ? find_name(&r->names, target) : NO_INDEX;
}

static int find_parent(
	struct record_reader *r, const struct issue *from, const char *written)
{
	struct str reference = reference_of(written);
	int found;

	if (!reference.n)
		return NO_INDEX;
	found = find_name(&r->names, reference);
	return found != NO_INDEX ? found : find_pointed(r, from, reference);
}

/* The objective that an epic became, or that has its address or title. */
static int find_epic(struct record_reader *r, const struct issue *issue)
{
	const char *url = epic_url(r->a, issue);
	int found = NO_INDEX;

	for (size_t i = 0; i < r->epics.n && *url; i++)
		if (str_is(str_of(url), r->epics.v[i].text))
			return r->epics.v[i].index;
	if (*url)
		found = find_name(&r->names, str_of(url));
	return found != NO_INDEX
		       ? found
		       : find_name(&r->names, str_trim(issue->epic.title));
}

static void hang_on_epic(
	struct record_reader *r, const struct issue *issue, struct objective *o)
{
	struct str title = str_trim(issue->epic.title);
	const char *url = epic_url(r->a, issue);
	int found;

	if (!title.n || o->parent != NO_INDEX)
		return;
	found = find_epic(r, issue);
	if (found != NO_INDEX && &r->m->objectives.v[found] != o)
		o->parent = found;
	else if (found == NO_INDEX && *url)
		*vec_add(r->a, &o->links) =
			(struct link){arena_text(r->a, title), url};
}

void parent_find(struct record_reader *r, const struct entry *e)
{
	struct objective *o = &r->m->objectives.v[e->first];
	struct str reference = reference_of(o->ladders_up_to);

	if (!str_trim(str_of(o->ladders_up_to)).n)
		hang_on_epic(r, &e->issue, o);
	if (o->parent != NO_INDEX || !reference.n)
		return;
	o->parent = find_pointed(r, &e->issue, reference);
	if (o->parent == (int)e->first)
		o->parent = NO_INDEX;
}

/* A value written in the text of a key result's issue: "**Target**: 18". */
static const struct quantity *find_value(
	struct arena *a, struct str text, const char *const *names, size_t n)
{
	struct str line, name;

	while (str_take_line(&text, &line)) {
		if (!str_take_until(&line, ':', &name) || !line.n)
			continue;
		while (name.n && !str_is_alpha(name.p[0]))
			name = str_sub(name, 1, name.n);
		while (name.n && !str_is_alpha(name.p[name.n - 1]))
			name.n--;
		while (str_skip_char(&line, '*') || str_skip_blank(&line))
			continue;
		for (size_t i = 0; i < n; i++)
			if (str_iis(name, names[i]))
				return quantity_read(a, line);
	}
	return NULL;
}

static void set_values(struct arena *a, struct str text, struct key_result *kr)
{
	static const char *const BASELINE[] = {"baseline", "start", "from"};
	static const char *const TARGET[] = {"target", "goal", "to"};
	static const char *const CURRENT[] = {"current", "actual", "now"};
	const struct quantity *q;

	q = find_value(a, text, BASELINE, COUNT_OF(BASELINE));
	kr->baseline = q ? q : kr->baseline;
	q = find_value(a, text, TARGET, COUNT_OF(TARGET));
	kr->target = q ? q : kr->target;
	q = find_value(a, text, CURRENT, COUNT_OF(CURRENT));
	kr->current = q ? q : kr->current;
}

static const struct quantity *quantity_of(struct arena *a, const int64_t *n)
{
	struct quantity *q;

	if (!n)
		return NULL;
	q = ARENA_NEW(a, struct quantity);
	q->unit = "";
	q->text = arena_printf(a, "%" PRId64, *n);
	q->has_value = decimal_make(*n, 0, &q->value);
	return q;
}

/* A native key result's values, all three, where the text has no reading (a
 * goal in the title may be in another unit); without them, its progress is a
 * result that somebody gave. */
static void set_native(
	struct arena *a, const struct issue *issue, struct key_result *kr)
{
	const struct work_item *w = &issue->work_item;

	if (w->end && w->current && !kr->current) {
		kr->baseline = quantity_of(a, w->start);
		kr->target = quantity_of(a, w->end);
		kr->current = quantity_of(a, w->current);
		kr->current_date = w->updated;
	} else if (!kr->current && kr->result.kind == RESULT_NONE) {
		kr->result = progress_read(a, issue);
	}
	if (!date_is_set(kr->due))
		kr->due = w->due;
}

/* The key result that the issue's title is, read as an item of a list. */
static bool read_title(struct record_reader *r, const struct issue *issue,
	struct key_result *kr)
{
	struct model m;
	int index = NO_INDEX;
	const char *text = arena_printf(r->a, "## Key results\n\n- %.*s\n",
		STR_ARG(str_trim(issue->title)));

	model_init(&m);
	read_issue_text(
		r->a, str_of(text), "", "", &r->o, &m, NULL, "KR", &index);
	if (index == NO_INDEX || m.objectives.v[index].key_results.n != 1)
		return false;
	*kr = m.objectives.v[index].key_results.v[0];
	return true;
}

/* What a closed issue means for a key result without a written result. */
static void set_outcome(struct key_result *kr, enum outcome outcome)
{
	static const struct result RESULTS[] = {
		[OUTCOME_NONE] = {.text = ""},
		[OUTCOME_ACHIEVED] = {.kind = RESULT_DONE, .text = "achieved"},
		[OUTCOME_MISSED] = {.kind = RESULT_MISSED, .text = "missed"},
		[OUTCOME_CANCELLED] = {.kind = RESULT_DEFERRED,
			.text = "cancelled"},
		[OUTCOME_CARRIED_OVER] = {.kind = RESULT_DEFERRED,
			.text = "carried over"},
	};

	if (kr->result.kind == RESULT_NONE)
		kr->result = RESULTS[outcome];
}

static void copy_texts(
	struct arena *a, struct texts *to, const struct texts *from)
{
	for (size_t i = 0; i < from->n; i++)
		*vec_add(a, to) = from->v[i];
}

/* Is the remark only a value that was understood? */
static bool is_value(const struct quantity *q, const char *text)
{
	return q && str_is(str_of(text), q->text);
}

static void copy_notes(
	struct arena *a, struct key_result *kr, const struct texts *notes)
{
	for (size_t i = 0; i < notes->n; i++)
		if (!is_value(kr->baseline, notes->v[i]) &&
			!is_value(kr->target, notes->v[i]) &&
			!is_value(kr->current, notes->v[i]))
			*vec_add(a, &kr->notes) = notes->v[i];
}

/* What the issue and its text say of the key result. */
static void fill_key_result(struct record_reader *r, const struct issue *issue,
	const struct objective *o, struct key_result *kr)
{
	kr->id = o->id;
	kr->number = "";
	kr->line = 0;
	if (!kr->owner[0])
		kr->owner = o->dri[0] ? o->dri : o->owner;
	if (!kr->stated_grade)
		kr->stated_grade = o->stated_grade;
	if (!kr->confidence)
		kr->confidence = o->confidence;
	if (!kr->weight)
		kr->weight = o->weight;
	if (kr->health == HEALTH_NONE)
		kr->health = o->health;
	if (kr->result.kind == RESULT_NONE)
		kr->result = o->result;
	if (!date_is_set(kr->due))
		kr->due = issue->due;
	if (!kr->period.name[0])
		kr->period = o->period;
	kr->tasks_all = issue->tasks > 0 && issue->tasks < 10000
				? (int)issue->tasks
				: 0;
	kr->tasks_done =
		issue->tasks_done > 0 && issue->tasks_done <= kr->tasks_all
			? (int)issue->tasks_done
			: 0;
	copy_texts(r->a, &kr->blockers, &o->blockers);
	copy_texts(r->a, &kr->asks, &o->asks);
	copy_texts(r->a, &kr->risks, &o->risks);
	copy_texts(r->a, &kr->mitigations, &o->mitigations);
	if (o->source.url[0])
		*vec_add(r->a, &kr->links) =
			(struct link){o->id, o->source.url};
	set_values(r->a, issue->description, kr);
	copy_notes(r->a, kr, &o->notes);
	set_native(r->a, issue, kr);
	set_outcome(kr, o->outcome);
}

/* A key result that hangs on nothing is shown under an objective of its own
 * name, so that it isn't lost. */
static int stand_alone(struct record_reader *r, const struct objective *read)
{
	struct objective *o = model_add_objective(r->a, r->m);

	*o = *read;
	o->key_results.v = NULL;
	o->key_results.n = o->key_results.cap = 0;
	o->id = arena_printf(r->a, "%s/objective", read->id);
	finding_add(r->a, &r->m->findings, "key-result-without-objective",
		SEVERITY_WARNING, "", read->source.url, 0,
		"'%s' is a key result of no objective here; write 'Ladders up "
		"to: #NUMBER' in it",
		read->title);
	return (int)r->m->objectives.n - 1;
}

/* The epic that a key result hangs on, as an objective. */
static int epic_objective(struct record_reader *r, const struct issue *issue,
	const struct objective *read)
{
	const char *url = epic_url(r->a, issue);
	int found = NO_INDEX;
	struct objective *o;

	if (!str_trim(issue->epic.title).n)
		return NO_INDEX;
	found = find_epic(r, issue);
	if (found != NO_INDEX || !*url)
		return found;
	o = model_add_objective(r->a, r->m);
	o->id = url;
	o->title = arena_text(r->a, str_trim(issue->epic.title));
	o->source.url = url;
	o->period = read->period;
	o->state = STATE_ACTIVE;
	found = (int)r->m->objectives.n - 1;
	*vec_add(r->a, &r->epics) = (struct name){url, found};
	return found;
}

void key_result_read(struct record_reader *r, struct entry *e)
{
	struct key_result kr;
	struct objective *o;
	struct model m;
	size_t first;

	model_init(&m);
	first = issue_read(r, &e->issue, &m);
	o = &m.objectives.v[first];
	if (o->key_results.n == 1) {
		kr = o->key_results.v[0];
	} else if (!read_title(r, &e->issue, &kr)) {
		struct objective none = {.id = ""};

		kr = *objective_add_key_result(r->a, &none);
		kr.text = arena_text(r->a, str_trim(e->issue.title));
	}
	fill_key_result(r, &e->issue, o, &kr);
	for (size_t i = 0; i < m.findings.n; i++)
		*vec_add(r->a, &r->m->findings) = m.findings.v[i];
	e->parent = find_parent(r, &e->issue, o->ladders_up_to);
	if (e->parent == NO_INDEX && !reference_of(o->ladders_up_to).n)
		e->parent = epic_objective(r, &e->issue, o);
	if (e->parent == NO_INDEX)
		e->parent = stand_alone(r, o);
	o = &r->m->objectives.v[e->parent];
	e->kr = (int)o->key_results.n;
	*objective_add_key_result(r->a, o) = kr;
}
