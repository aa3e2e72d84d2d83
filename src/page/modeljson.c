/*
 * The model as JSON.  docs/model.schema.json says what every member means;
 * a member that is unknown is null, never left out.
 */
#include "modeljson.h"

#include <stddef.h>

#include "attr.h"
#include "grade.h"
#include "jsonout.h"

enum {
	SCHEMA = 1,
	DECIMALS = 2,
	NUMBER_BYTES = 4096, /* a grade is short; a wild progress may not be */
	DATE_BYTES = 16,
};

/* "" is null. */
static void put_text(struct jsonout *j, const char *key, const char *text)
{
	jsonout_text(j, key, text && text[0] ? text : NULL);
}

static void put_date(struct jsonout *j, const char *key, struct date d)
{
	struct buf b;

	if (!date_is_set(d)) {
		jsonout_null(j, key);
		return;
	}
	buf_init(&b, DATE_BYTES);
	date_print(&b, d);
	jsonout_text(j, key, b.p);
	buf_release(&b);
}

static void put_decimal(
	struct jsonout *j, const char *key, const struct decimal *d)
{
	if (d)
		jsonout_decimal(j, key, *d);
	else
		jsonout_null(j, key);
}

/* Two decimals; a number too long for anybody's float is null. */
static void put_rat(struct jsonout *j, const char *key, const struct rat *r)
{
	struct buf b;

	if (!r) {
		jsonout_null(j, key);
		return;
	}
	buf_init(&b, NUMBER_BYTES);
	rat_print(&b, r, DECIMALS);
	jsonout_raw(j, key, b.over ? "null" : b.p);
	buf_release(&b);
}

/* 0 is null. */
static void put_line(struct jsonout *j, const char *key, int line)
{
	if (line > 0)
		jsonout_int(j, key, line);
	else
		jsonout_null(j, key);
}

static void put_quantity(
	struct jsonout *j, const char *key, const struct quantity *q)
{
	if (!q) {
		jsonout_null(j, key);
		return;
	}
	jsonout_object(j, key);
	put_decimal(j, "value", q->has_value ? &q->value : NULL);
	jsonout_text(j, "unit", q->unit);
	jsonout_text(j, "text", q->text);
	jsonout_end(j, '}');
}

static void put_result(
	struct jsonout *j, const char *key, const struct result *r)
{
	if (r->kind == RESULT_NONE) {
		jsonout_null(j, key);
		return;
	}
	jsonout_object(j, key);
	jsonout_text(j, "kind", result_kind_name(r->kind));
	put_decimal(j, "percent", r->percent);
	jsonout_text(j, "text", r->text);
	jsonout_end(j, '}');
}

static void put_texts(
	struct jsonout *j, const char *key, const struct texts *texts)
{
	jsonout_array(j, key);
	for (size_t i = 0; i < texts->n; i++)
		jsonout_text(j, NULL, texts->v[i]);
	jsonout_end(j, ']');
}

static void put_links(
	struct jsonout *j, const char *key, const struct links *links)
{
	jsonout_array(j, key);
	for (size_t i = 0; i < links->n; i++) {
		jsonout_object(j, NULL);
		jsonout_text(j, "text", links->v[i].text);
		jsonout_text(j, "url", links->v[i].url);
		jsonout_end(j, '}');
	}
	jsonout_end(j, ']');
}

static void put_frozen(struct jsonout *j, const struct frozen *f)
{
	if (!f->is) {
		jsonout_null(j, "frozen");
		return;
	}
	jsonout_object(j, "frozen");
	put_decimal(j, "grade", f->grade);
	jsonout_end(j, '}');
}

static void put_period(
	struct jsonout *j, const char *key, const struct period *p)
{
	if (!p->name || !p->name[0]) {
		jsonout_null(j, key);
		return;
	}
	jsonout_object(j, key);
	jsonout_text(j, "name", p->name);
	put_date(j, "start", p->start);
	put_date(j, "end", p->end);
	jsonout_end(j, '}');
}

static void put_coverage(struct jsonout *j, int graded, int total)
{
	jsonout_object(j, "coverage");
	jsonout_int(j, "graded", graded);
	jsonout_int(j, "total", total);
	jsonout_end(j, '}');
}

static void put_readings(
	struct jsonout *j, const char *key, const struct readings *readings)
{
	jsonout_array(j, key);
	for (size_t i = 0; i < readings->n; i++) {
		const struct reading *r = &readings->v[i];

		jsonout_object(j, NULL);
		put_date(j, "date", r->date);
		put_quantity(j, "value", r->value);
		put_result(j, "result", &r->result);
		put_text(j, "health", health_name(r->health));
		put_text(j, "author", r->author);
		put_text(j, "text", r->text);
		jsonout_end(j, '}');
	}
	jsonout_end(j, ']');
}

static void put_milestones(
	struct jsonout *j, const char *key, const struct milestones *list)
{
	jsonout_array(j, key);
	for (size_t i = 0; i < list->n; i++) {
		const struct milestone *m = &list->v[i];

		jsonout_object(j, NULL);
		jsonout_text(j, "text", m->text);
		jsonout_decimal(j, "grade", m->grade);
		jsonout_bool(j, "reached", m->reached);
		put_date(j, "due", m->due);
		jsonout_end(j, '}');
	}
	jsonout_end(j, ']');
}

/* An unwritten weight is one. */
static void put_weight(struct jsonout *j, const struct decimal *weight)
{
	static const struct decimal ONE = {1, 0};

	put_decimal(j, "weight", weight ? weight : &ONE);
}

/* What the key result says, and what was read out of it. */
static void put_sentence(struct jsonout *j, const struct key_result *kr)
{
	jsonout_text(j, "id", kr->id);
	put_text(j, "number", kr->number);
	jsonout_text(j, "text", kr->text);
	put_text(j, "owner", kr->owner);
	put_text(j, "verb", kr->verb);
	put_text(j, "measure", kr->measure);
	jsonout_text(j, "kind", kind_name(kr->kind));
	jsonout_bool(j, "kind_written", kr->kind_written);
	jsonout_bool(j, "checked", kr->checked);
	put_text(j, "direction", direction_name(kr->direction));
	put_quantity(j, "baseline", kr->baseline);
	put_quantity(j, "target", kr->target);
	put_quantity(j, "current", kr->current);
	put_date(j, "current_date", kr->current_date);
	jsonout_text(j, "comparator", comparator_name(kr->comparator));
}

static void put_numbers(struct jsonout *j, const struct key_result *kr)
{
	put_rat(j, "progress", kr->progress);
	put_rat(j, "grade", kr->grade);
	put_rat(j, "forecast", kr->forecast);
	jsonout_text(j, "grade_source", grade_source_name(kr->grade_source));
	put_text(j, "formula", kr->formula);
	put_text(j, "caveat", kr->caveat);
	jsonout_bool(j, "counts", kr->counts);
	put_decimal(j, "stated_grade", kr->stated_grade);
	put_frozen(j, &kr->frozen);
	put_text(j, "status", status_name(kr->status));
	put_text(j, "stated_status", kr->stated_status);
	put_text(j, "health", health_name(kr->health));
	put_decimal(j, "confidence", kr->confidence);
	put_result(j, "result", &kr->result);
	put_date(j, "result_date", kr->result_date);
	put_weight(j, kr->weight);
}

static void put_key_result(struct jsonout *j, const struct key_result *kr)
{
	jsonout_object(j, NULL);
	put_sentence(j, kr);
	put_numbers(j, kr);
	put_links(j, "links", &kr->links);
	put_readings(j, "readings", &kr->readings);
	put_milestones(j, "milestones", &kr->milestones);
	jsonout_object(j, "tasks");
	jsonout_int(j, "done", kr->tasks_done);
	jsonout_int(j, "all", kr->tasks_all);
	jsonout_end(j, '}');
	put_texts(j, "notes", &kr->notes);
	put_texts(j, "blockers", &kr->blockers);
	put_texts(j, "asks", &kr->asks);
	put_texts(j, "risks", &kr->risks);
	put_texts(j, "mitigations", &kr->mitigations);
	put_date(j, "due", kr->due);
	put_line(j, "line", kr->line);
	jsonout_end(j, '}');
}

static const char *id_at(const struct model *m, int index)
{
	return index >= 0 && (size_t)index < m->objectives.n
		       ? m->objectives.v[index].id
		       : NULL;
}

static const char *parent_key_result(
	const struct model *m, const struct objective *o)
{
	const struct objective *parent;

	if (o->parent == NO_INDEX || o->parent_kr == NO_INDEX)
		return NULL;
	parent = &m->objectives.v[o->parent];
	return (size_t)o->parent_kr < parent->key_results.n
		       ? parent->key_results.v[o->parent_kr].id
		       : NULL;
}

static void put_place(
	struct jsonout *j, const struct objective *o, const struct model *m)
{
	put_text(j, "ladders_up_to", o->ladders_up_to);
	jsonout_text(j, "parent", id_at(m, o->parent));
	jsonout_text(j, "parent_key_result", parent_key_result(m, o));
	jsonout_array(j, "parents");
	for (size_t i = 0; i < o->parents.n; i++)
		jsonout_text(j, NULL, id_at(m, o->parents.v[i]));
	jsonout_end(j, ']');
	jsonout_array(j, "children");
	for (size_t i = 0; i < o->children.n; i++)
		jsonout_text(j, NULL, id_at(m, o->children.v[i]));
	jsonout_end(j, ']');
}

static void put_attributes(struct jsonout *j, const struct objective *o)
{
	jsonout_text(j, "id", o->id);
	put_text(j, "number", o->number);
	jsonout_text(j, "title", o->title);
	put_text(j, "section", o->section);
	put_text(j, "level", level_name(o->level));
	put_text(j, "owner", o->owner);
	put_text(j, "dri", o->dri);
	put_text(j, "team", o->team);
	put_text(j, "region", o->region);
	put_text(j, "type", okr_type_name(o->type));
	put_text(j, "priority", o->priority);
	put_decimal(j, "confidence", o->confidence);
	put_rat(j, "mean_confidence", o->sure);
	put_text(j, "state", state_name(o->state));
	put_text(j, "outcome", outcome_name(o->outcome));
	put_text(j, "health", health_name(o->health));
}

static void put_grade(struct jsonout *j, const struct objective *o)
{
	put_weight(j, o->weight);
	put_rat(j, "grade", o->grade);
	put_rat(j, "rolled", o->rolled);
	put_rat(j, "forecast", o->forecast);
	put_decimal(j, "stated_grade", o->stated_grade);
	put_frozen(j, &o->frozen);
	put_coverage(j, o->graded, o->total);
	put_text(j, "band", o->band);
	put_text(j, "status", status_name(o->status));
	put_text(j, "caveat", o->caveat);
	put_result(j, "result", &o->result);
}

static void put_remarks(struct jsonout *j, const struct objective *o)
{
	static const struct {
		const char *key;
		size_t at;
	} LISTS[] = {
		{"dependencies", offsetof(struct objective, dependencies)},
		{"initiatives", offsetof(struct objective, initiatives)},
		{"notes", offsetof(struct objective, notes)},
		{"blockers", offsetof(struct objective, blockers)},
		{"asks", offsetof(struct objective, asks)},
		{"risks", offsetof(struct objective, risks)},
		{"mitigations", offsetof(struct objective, mitigations)},
		{"labels", offsetof(struct objective, labels)},
	};

	for (size_t i = 0; i < COUNT_OF(LISTS); i++)
		put_texts(j, LISTS[i].key,
			(const struct texts *)(const void *)((const char *)o +
							     LISTS[i].at));
}

static void put_moves(struct jsonout *j, const struct objective *o)
{
	if (!o->has_moves) {
		jsonout_null(j, "moves");
		return;
	}
	jsonout_array(j, "moves");
	for (size_t i = 0; i < o->moves.n; i++) {
		const struct move *m = &o->moves.v[i];

		jsonout_object(j, NULL);
		put_date(j, "date", m->date);
		put_text(j, "author", m->author);
		jsonout_text(j, "what", m->what);
		put_text(j, "from", m->from);
		put_text(j, "to", m->to);
		jsonout_end(j, '}');
	}
	jsonout_end(j, ']');
}

static void put_objective(
	struct jsonout *j, const struct objective *o, const struct model *m)
{
	jsonout_object(j, NULL);
	put_attributes(j, o);
	put_place(j, o, m);
	put_grade(j, o);
	put_links(j, "links", &o->links);
	put_remarks(j, o);
	put_period(j, "period", &o->period);
	put_date(j, "created", o->created);
	put_date(j, "updated", o->updated);
	put_date(j, "closed", o->closed);
	put_date(j, "last_check_in", o->last_check_in);
	put_moves(j, o);
	jsonout_object(j, "source");
	put_text(j, "file", o->source.file);
	put_text(j, "url", o->source.url);
	put_line(j, "line", o->source.line);
	jsonout_end(j, '}');
	jsonout_array(j, "key_results");
	for (size_t i = 0; i < o->key_results.n; i++)
		put_key_result(j, &o->key_results.v[i]);
	jsonout_end(j, ']');
	jsonout_end(j, '}');
}

static void put_finding(struct jsonout *j, const struct finding *f)
{
	jsonout_object(j, NULL);
	jsonout_text(j, "rule", f->rule);
	jsonout_text(j, "severity", severity_name(f->severity));
	put_text(j, "file", f->file);
	put_text(j, "url", f->url);
	put_line(j, "line", f->line);
	jsonout_text(j, "message", f->message);
	jsonout_end(j, '}');
}

/* Those without a status are not counted. */
static void put_statuses(struct jsonout *j, const int counts[STATUS_STALE + 1])
{
	jsonout_object(j, "statuses");
	for (int i = STATUS_NONE + 1; i <= STATUS_STALE; i++)
		jsonout_int(j, status_name((enum status)i), counts[i]);
	jsonout_end(j, '}');
}

static void put_rows(
	struct jsonout *j, const char *key, const struct rollups *rows)
{
	jsonout_array(j, key);
	for (size_t i = 0; i < rows->n; i++) {
		const struct rollup *r = &rows->v[i];

		jsonout_object(j, NULL);
		jsonout_text(j, "name", r->name);
		put_rat(j, "grade", r->grade);
		put_rat(j, "rolled", r->rolled);
		jsonout_int(j, "objectives", r->objectives);
		put_coverage(j, r->graded, r->total);
		put_text(j, "status", status_name(r->status));
		put_statuses(j, r->statuses);
		jsonout_end(j, '}');
	}
	jsonout_end(j, ']');
}

static void put_rollups(struct jsonout *j, const struct model *m)
{
	struct arena a = ARENA_INIT;
	struct rollups levels = rollup_levels(&a, m);
	struct rollups teams = rollup_teams(&a, m);
	struct rollups owners = rollup_owners(&a, m);

	jsonout_object(j, "rollups");
	put_rows(j, "levels", &levels);
	put_rows(j, "teams", &teams);
	put_rows(j, "owners", &owners);
	jsonout_end(j, '}');
	arena_release(&a);
}

void modeljson_print(struct buf *b, const struct model *m)
{
	int statuses[STATUS_STALE + 1];
	struct jsonout j;

	rollup_statuses(m, statuses);
	jsonout_init(&j, b, true);
	jsonout_object(&j, NULL);
	jsonout_int(&j, "schema", SCHEMA);
	put_period(&j, "period", &m->period);
	put_date(&j, "as_of", m->as_of);
	put_rat(&j, "grade", m->grade);
	put_rat(&j, "forecast", m->forecast);
	put_coverage(&j, m->graded, m->total);
	put_text(&j, "status", status_name(m->status));
	put_statuses(&j, statuses);
	put_rat(&j, "mean_confidence", m->sure);
	put_text(&j, "signal", m->signal);
	put_rollups(&j, m);
	jsonout_array(&j, "objectives");
	for (size_t i = 0; i < m->objectives.n; i++)
		put_objective(&j, &m->objectives.v[i], m);
	jsonout_end(&j, ']');
	jsonout_array(&j, "findings");
	for (size_t i = 0; i < m->findings.n; i++)
		put_finding(&j, &m->findings.v[i]);
	jsonout_end(&j, ']');
	jsonout_end(&j, '}');
	buf_addc(b, '\n');
}
