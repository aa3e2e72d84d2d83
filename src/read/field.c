/*
 * Fields: from "Owner: ..." lines and table cells to the model's places.
 */
#include "field_p.h"

#include "attr.h"
#include "buf.h"
#include "decimal.h"
#include "quantity.h"
#include "result.h"
#include "verdict_p.h"
#include "words.h"

static void set_progress(struct reader *r, struct result *result,
	const struct decimal **grade, struct str s)
{
	struct decimal d;
	struct str behind;

	if (!field_first_number(s, &d, &behind))
		return;
	str_skip_space(&behind);
	if (str_starts(behind, "%")) {
		result->kind = RESULT_PERCENT;
		result->percent = field_keep(r, d);
		result->text = arena_text(r->a, str_trim(s));
	} else if (!*grade) {
		*grade = field_share(r, s, false);
	}
}

static void add_note(
	struct reader *r, struct texts *texts, const char *header, struct str s)
{
	if (header[0])
		*vec_add(r->a, texts) =
			arena_printf(r->a, "%s: %.*s", header, STR_ARG(s));
	else
		*vec_add(r->a, texts) = arena_text(r->a, s);
}

/* "Cancelled"; "n/a" as a status only says that there is none. */
static bool is_dropped(struct str s, struct result result)
{
	return result.kind == RESULT_NA && !str_istarts(s, "n/a") &&
	       !str_istarts(s, "n.a") && !str_iis(s, "na") &&
	       !str_istarts(s, "not applicable");
}

static void set_status(struct reader *r, struct key_result *kr, struct str s)
{
	const char *words;
	enum health health = health_read(r->a, s, &words);
	struct result result = {.text = ""};

	if (health != HEALTH_NONE)
		kr->health = health;
	if (words[0])
		kr->stated_status = words;
	result_read(r->a, s, &result, NULL);
	if (kr->result.kind == RESULT_NONE &&
		(result.kind == RESULT_DONE || result.kind == RESULT_DEFERRED ||
			result.kind == RESULT_BLOCKED ||
			is_dropped(s, result) ||
			(result.kind == RESULT_WIP && health == HEALTH_NONE &&
				s.n && (unsigned char)s.p[0] >= 0x80)))
		kr->result = result;
}

/* "45%" as a status is where it stands. */
static bool is_value(struct str s)
{
	bool digit = false;

	for (size_t i = 0; i < s.n; i++) {
		digit = digit || str_is_digit(s.p[i]);
		if (!str_is_digit(s.p[i]) && !strchr(".,%$ ", s.p[i]))
			return false;
	}
	return digit;
}

/* "31 \u2705" and "on track, 45%": where it stands, and how well. */
static bool set_value_and_health(
	struct reader *r, struct key_result *kr, struct str s)
{
	enum health health = HEALTH_NONE;
	struct str value = s, mark;
	size_t n = 0;

	if (health_take(&value, &health)) {
		value = str_trim(value);
		str_skip_char(&value, ',');
	} else {
		while (n < s.n &&
			(str_is_digit(s.p[n]) || strchr(".,%$ ", s.p[n])))
			n++;
		value = str_sub(s, 0, n);
		mark = str_trim(str_sub(s, n, s.n));
		if (!health_take(&mark, &health) || str_trim(mark).n)
			return false;
	}
	if (kr->current || !is_value(value))
		return false;
	kr->current = quantity_read(r->a, str_trim(value));
	kr->health = health;
	return true;
}

bool add_milestone(struct reader *r, struct key_result *kr, struct str grade,
	struct str text, bool reached)
{
	const struct decimal *worth = field_share(r, grade, false);
	struct milestone *m;

	if (!worth || !text.n)
		return false;
	m = vec_add(r->a, &kr->milestones);
	*m = (struct milestone){.text = arena_text(r->a, text),
		.grade = *worth,
		.reached = reached,
		.due = field_date(text)};
	return true;
}

bool read_milestone(
	struct reader *r, struct key_result *kr, struct str s, bool reached)
{
	struct str grade = s, rest = s;
	struct decimal d;

	if (!decimal_take(&rest, &d))
		return false;
	str_skip_space(&rest);
	str_skip_char(&rest, '%');
	grade.n -= rest.n;
	rest = str_trim_left(rest);
	if (!str_skip_char(&rest, ':') && !str_skip_char(&rest, '=') &&
		!str_skip_char(&rest, '-') && !str_skip(&rest, "\u2013") &&
		!str_skip(&rest, "\u2014"))
		return false;
	return add_milestone(r, kr, grade, str_trim(rest), reached);
}

/* "0.3 = one site; 0.7 = three; 1.0 = all" */
static bool read_milestones(
	struct reader *r, struct key_result *kr, struct str s)
{
	struct str step;
	bool any = false;

	while (str_take_until(&s, ';', &step))
		any |= read_milestone(r, kr, str_trim(step), false);
	return any;
}

/* "7 of 8": so many of the target's, or else a share. */
static bool set_fraction(struct reader *r, struct key_result *kr, struct str s)
{
	struct decimal n, of;
	struct quantity *q;

	if (!decimal_take(&s, &n))
		return false;
	str_skip_space(&s);
	if (!str_iskip(&s, "out of ") && !str_iskip(&s, "of ") &&
		!str_skip_char(&s, '/'))
		return false;
	s = str_trim(s);
	if (!decimal_take(&s, &of) || str_trim(s).n || !kr->target ||
		!kr->target->has_value || kr->target->unit[0] == '/' ||
		decimal_cmp(of, kr->target->value) != 0)
		return false;
	q = ARENA_NEW(r->a, struct quantity);
	*q = *kr->target;
	q->value = n;
	q->comparator = CMP_NONE;
	q->text = arena_text(r->a, s);
	kr->current = q;
	return true;
}

/* What stands where the current value should may be a result: "DONE", "87%
 * done", "3 of 4".  True when that is all it is. */
static bool set_outcome(struct reader *r, struct key_result *kr, struct str s)
{
	struct verdict v = verdict_of(s);
	const struct quantity *q;

	if (set_fraction(r, kr, s))
		return true;
	if (!v.known || !v.exact || kr->result.kind != RESULT_NONE)
		return false;
	q = quantity_read(r->a, s);
	if (v.kind == RESULT_PERCENT && !v.sure &&
		str_ifind(s, STR(" of ")) == STR_NONE)
		return false;
	if (v.kind == RESULT_NOTE || v.kind == RESULT_NA)
		return false;
	result_read(r->a, s, &kr->result, NULL);
	return v.kind == RESULT_PERCENT || (q && q->has_value);
}

/* "5,300 (2025-02-03)", "5,300 as of 2025-02-03" */
static void set_current(
	struct reader *r, struct key_result *kr, struct str s, struct date day)
{
	static const char *const LINKS[] = {"as of", "on", "at", "per", "by"};
	struct date own = field_date(s);
	size_t at = 0;

	if (set_outcome(r, kr, s))
		return;

	if (date_is_set(own)) {
		while (!str_is_digit(s.p[at]) ||
			!date_parse(str_sub(s, at, at + 10), &own))
			at++;
		if (!str_trim(str_sub(s, at + 10, s.n)).n ||
			strchr(")], ;", s.p[at + 10]))
			s = str_sub(s, 0, at);
		day = own;
	}
	while (s.n && strchr(" ([,;-", s.p[s.n - 1]))
		s.n--;
	for (size_t i = 0; i < COUNT_OF(LINKS); i++) {
		if (s.n > strlen(LINKS[i]) && str_iends(s, LINKS[i]))
			s = str_trim(str_sub(s, 0, s.n - strlen(LINKS[i])));
	}
	kr->current = quantity_read(r->a, s);
	if (date_is_set(day))
		kr->current_date = day;
}

/* "Progress: $0.37", "4", "6/9": where it stands, and no share of all. */
static bool read_progress(struct reader *r, struct key_result *kr, struct str s)
{
	static const struct decimal ONE = {1, 0};
	struct quantity *q = ARENA_NEW(r->a, struct quantity);
	const struct quantity *read = quantity_read(r->a, s);

	if (kr->current || !read || !read->has_value ||
		read->comparator != CMP_NONE || strcmp(read->unit, "%") == 0 ||
		strcmp(read->unit, "/10") == 0 ||
		strcmp(read->unit, "/100") == 0 ||
		(!read->unit[0] && decimal_cmp(read->value, ONE) <= 0))
		return false;
	*q = *read;
	if (q->unit[0] == '/' && str_is_digit(q->unit[1]))
		q->unit = "";
	kr->current = q;
	return true;
}

static void set_kr(struct reader *r, struct key_result *kr, enum field field,
	struct str s, const char *header)
{
	switch (field) {
	case FIELD_OWNER:
	case FIELD_DRI:
		kr->owner = arena_text(r->a, s);
		break;
	case FIELD_WEIGHT:
		kr->weight = field_weight(r, s);
		break;
	case FIELD_KIND:
		if (read_milestones(r, kr, s))
			break;
		kr->kind = field_kind(s);
		kr->kind_written = kr->kind != KIND_NONE;
		break;
	case FIELD_STATUS:
	case FIELD_STATE:
		if (is_value(s) && !kr->current)
			kr->current = quantity_read(r->a, s);
		else if (!set_value_and_health(r, kr, s))
			set_status(r, kr, s);
		break;
	case FIELD_DUE:
		kr->due = field_date(s);
		if (!date_is_set(kr->due))
			add_note(r, &kr->notes, header[0] ? header : "Due", s);
		break;
	case FIELD_BASELINE:
		kr->baseline = quantity_read(r->a, s);
		break;
	case FIELD_TARGET:
		kr->target = quantity_read(r->a, s);
		if (kr->target && kr->target->comparator != CMP_NONE)
			kr->comparator = kr->target->comparator;
		break;
	case FIELD_CURRENT:
		set_current(r, kr, s, field_date(str_of(header)));
		break;
	case FIELD_CHECKED:
		if (!date_is_set(kr->current_date))
			kr->current_date = field_date(s);
		break;
	case FIELD_GRADE:
		kr->stated_grade = field_share(r, s, false);
		break;
	case FIELD_CONFIDENCE:
		kr->confidence = field_share(r, s, true);
		break;
	case FIELD_PROGRESS:
		if (!read_progress(r, kr, s))
			set_progress(r, &kr->result, &kr->stated_grade, s);
		break;
	case FIELD_RESULT:
		result_read(r->a, s, &kr->result, NULL);
		break;
	case FIELD_METRIC:
		kr->measure = arena_text(r->a, s);
		break;
	case FIELD_PERIOD:
		(void)!period_find(r->a, s, r->o->fiscal_start, &kr->period);
		break;
	case FIELD_MEASURE_TYPE:
		kr->leading = str_ifind(s, STR("leading")) != STR_NONE;
		kr->lagging = str_ifind(s, STR("lagging")) != STR_NONE;
		break;
	case FIELD_BLOCKERS:
		add_note(r, &kr->blockers, "", s);
		break;
	case FIELD_ASKS:
		add_note(r, &kr->asks, "", s);
		break;
	case FIELD_RISKS:
		add_note(r, &kr->risks, "", s);
		break;
	case FIELD_MITIGATIONS:
		add_note(r, &kr->mitigations, "", s);
		break;
	default:
		add_note(r, &kr->notes, header, s);
		break;
	}
}

static void set_objective_status(
	struct reader *r, struct objective *o, struct str s)
{
	enum health health = health_read(r->a, s, NULL);
	enum state state = field_state(s);
	enum outcome outcome = field_outcome(s);
	struct result result;

	if (health != HEALTH_NONE)
		o->health = health;
	if (state != STATE_NONE)
		o->state = state;
	if (outcome != OUTCOME_NONE)
		o->outcome = outcome;
	/* "In progress (50% done)" */
	result_read(r->a, s, &result, NULL);
	if (o->result.kind == RESULT_NONE && result.percent)
		o->result = result;
}

static void set_objective(struct reader *r, struct objective *o,
	enum field field, struct str s, const char *header)
{
	struct period period;

	switch (field) {
	case FIELD_OWNER:
		o->owner = arena_text(r->a, s);
		break;
	case FIELD_DRI:
		o->dri = arena_text(r->a, s);
		break;
	case FIELD_TEAM:
		o->team = arena_text(r->a, s);
		break;
	case FIELD_REGION:
		o->region = arena_text(r->a, s);
		break;
	case FIELD_LEVEL:
		if (field_level(s) != LEVEL_NONE)
			o->level = field_level(s);
		break;
	case FIELD_TYPE:
		o->type = field_type(s);
		break;
	case FIELD_PRIORITY:
		o->priority = arena_text(r->a, s);
		break;
	case FIELD_CONFIDENCE:
		o->confidence = field_share(r, s, true);
		break;
	case FIELD_LADDERS:
		o->ladders_up_to = arena_text(r->a, s);
		break;
	case FIELD_PERIOD:
		if (period_find(r->a, s, r->o->fiscal_start, &period))
			o->period = period;
		break;
	case FIELD_WEIGHT:
		o->weight = field_weight(r, s);
		break;
	case FIELD_STATUS:
	case FIELD_STATE:
		set_objective_status(r, o, s);
		break;
	case FIELD_GRADE:
		o->stated_grade = field_share(r, s, false);
		break;
	case FIELD_PROGRESS:
		set_progress(r, &o->result, &o->stated_grade, s);
		break;
	case FIELD_RESULT:
		result_read(r->a, s, &o->result, NULL);
		break;
	case FIELD_CHECKED:
		o->last_check_in = field_date(s);
		break;
	case FIELD_TITLE:
		o->title = arena_text(r->a, s);
		break;
	case FIELD_INITIATIVES:
		add_note(r, &o->initiatives, "", s);
		break;
	case FIELD_DEPENDENCIES:
		add_note(r, &o->dependencies, "", s);
		break;
	case FIELD_RISKS:
		add_note(r, &o->risks, "", s);
		break;
	case FIELD_BLOCKERS:
		add_note(r, &o->blockers, "", s);
		break;
	case FIELD_ASKS:
		add_note(r, &o->asks, "", s);
		break;
	case FIELD_MITIGATIONS:
		add_note(r, &o->mitigations, "", s);
		break;
	default:
		add_note(r, &o->notes, header, s);
		break;
	}
}

void read_field_text(struct reader *r, int objective, int kr, enum field field,
	struct str value, const char *header, int line)
{
	struct str s = str_trim(value);

	if (field_is_empty(s))
		return;
	read_explain_field(
		r, line, header[0] ? header : vocab_field_name(field), s);
	if (kr != NO_INDEX)
		set_kr(r, key_result_at(r, objective, kr), field, s, header);
	else if (objective != NO_INDEX)
		set_objective(r, objective_at(r, objective), field, s, header);
}

/* An address that model_link() finds an issue by. */
static bool is_issue(const char *url)
{
	struct str s = str_of(url);

	return str_find(s, STR("/issues/")) != STR_NONE ||
	       str_find(s, STR("/work_items/")) != STR_NONE;
}

/* Fields that key results do not have. */
static bool is_objectives(enum field field)
{
	static const enum field FIELDS[] = {FIELD_LADDERS, FIELD_LEVEL,
		FIELD_TEAM, FIELD_REGION, FIELD_TYPE, FIELD_PRIORITY,
		FIELD_INITIATIVES, FIELD_DEPENDENCIES, FIELD_TITLE};

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++) {
		if (field == FIELDS[i])
			return true;
	}
	return false;
}

void read_field(struct reader *r, const struct scope *sc, enum field field,
	struct piece value)
{
	const char *text = piece_text(r, value);

	if (sc->objective == NO_INDEX)
		return;
	if (field == FIELD_LADDERS && r->issue == NO_INDEX) {
		const struct links *links =
			&objective_at(r, sc->objective)->links;
		size_t n = links->n;

		piece_links(r, value, &objective_at(r, sc->objective)->links);
		if (links->n == n + 1 && is_issue(links->v[n].url))
			text = links->v[n].url;
	}
	read_field_text(r, sc->objective,
		is_objectives(field) ? NO_INDEX : sc->kr, field, str_of(text),
		"", piece_line(value));
}

void read_scope_field(struct reader *r, struct scope *sc, enum field field,
	struct str s, int line)
{
	struct period period;

	s = str_trim(s);
	if (field_is_empty(s))
		return;
	read_explain_field(r, line, vocab_field_name(field), s);
	if (field == FIELD_OWNER || field == FIELD_DRI)
		sc->owner = arena_text(r->a, s);
	else if (field == FIELD_TEAM)
		sc->team = arena_text(r->a, s);
	else if (field == FIELD_LEVEL && field_level(s) != LEVEL_NONE)
		sc->level = field_level(s);
	else if (field == FIELD_PERIOD &&
		 period_find(r->a, s, r->o->fiscal_start, &period))
		sc->period = period;
}
