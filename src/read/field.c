/*
 * Fields: from "Owner: ..." lines and table cells to the model's places.
 */
#include "field_p.h"

#include "attr.h"

#include "result.h"
#include "verdict_p.h"
#include "words.h"

bool field_word_says(enum result_kind word, const struct decimal *percent)
{
	static const struct decimal ALL = {100, 0};

	return percent &&
	       ((word == RESULT_DONE && decimal_cmp(*percent, ALL) == 0) ||
		       (word == RESULT_NOT_STARTED && percent->coef == 0));
}

bool field_progress(struct reader *r, struct result *result, struct str s)
{
	struct result said = {.text = ""};
	const struct decimal *share;
	struct decimal d;
	struct str behind;

	if (field_is_listed(s))
		return false;
	/* "0/3", "done", "moved to May 1" */
	result_read(r->a, s, &said, NULL);
	if (result->kind == RESULT_NONE && said.kind == RESULT_DEFERRED &&
		str_find_char(s, '%') == STR_NONE) {
		*result = said;
		return true;
	}
	if (str_find_char(s, '%') == STR_NONE && result->kind == RESULT_NONE &&
		(said.kind == RESULT_PERCENT || said.kind == RESULT_DONE ||
			said.kind == RESULT_NOT_STARTED) &&
		str_find_char(s, '.') == STR_NONE) {
		*result = said;
		return true;
	}
	if (!field_first_number(s, &d, &behind))
		return false;
	str_skip_space(&behind);
	if (str_starts(behind, "%")) {
		if (field_word_says(result->kind, &d))
			return true;
		result->kind = RESULT_PERCENT;
		result->percent = field_keep(r, d);
		result->text = arena_text(r->a, str_trim(s));
		result->share = true;
		return true;
	}
	/* "0.42": of the way */
	share = field_share(r, s, false);
	if (!share || !decimal_shift(*share, 2, &d))
		return false;
	if (field_word_says(result->kind, &d))
		return true;
	result->kind = RESULT_PERCENT;
	result->percent = field_keep(r, d);
	result->text = arena_text(r->a, str_trim(s));
	result->share = true;
	return true;
}

void field_note(
	struct reader *r, struct texts *texts, const char *header, struct str s)
{
	if (header[0])
		*vec_add(r->a, texts) =
			arena_printf(r->a, "%s: %.*s", header, STR_ARG(s));
	else
		*vec_add(r->a, texts) = arena_text(r->a, s);
}

void field_kept(struct reader *r, struct texts *texts, enum field field,
	const char *header, struct str s)
{
	if (!header[0])
		header = vocab_field_name(field);
	field_note(r, texts, header, s);
	read_explain(r, r->line, "kept",
		arena_printf(r->a,
			"%s: '%.*s' is not understood and stays a note", header,
			STR_ARG(s)));
}

/* "Partially achieved", "Replaced by the portal": words of the table. */
static bool is_known_note(const struct result *result)
{
	struct verdict v = verdict_of(str_of(result->text));

	return result->kind == RESULT_NOTE && v.known && v.exact;
}

bool field_tells_result(const struct result *result, enum health health)
{
	static const bool ALWAYS[] = {[RESULT_DONE] = true,
		[RESULT_DEFERRED] = true,
		[RESULT_BLOCKED] = true,
		[RESULT_NOT_STARTED] = true};

	return (result->kind < COUNT_OF(ALWAYS) && ALWAYS[result->kind]) ||
	       ((result->kind == RESULT_WIP || is_known_note(result)) &&
		       health == HEALTH_NONE);
}

/* False where no word of it is known. */
static bool set_objective_status(
	struct reader *r, struct objective *o, struct str s)
{
	const char *words;
	enum health health = health_read(r->a, s, &words);
	enum state state = field_state(s);
	enum outcome outcome = field_outcome(s);
	struct result result;

	if (state != STATE_NONE)
		o->state = state;
	if (outcome != OUTCOME_NONE)
		o->outcome = outcome;
	/* "In progress (50% done)", "Complete" */
	result_read(r->a, s, &result, NULL);
	if (result.kind == RESULT_DONE && words[0] && field_has_tick(s))
		health = HEALTH_NONE;
	if (health != HEALTH_NONE)
		o->health = health;
	if (o->result.kind == RESULT_NONE &&
		(result.percent ||
			((state == STATE_NONE || state == STATE_ACTIVE) &&
				field_tells_result(&result, health))))
		o->result = result;
	return health != HEALTH_NONE || state != STATE_NONE ||
	       outcome != OUTCOME_NONE || o->result.kind != RESULT_NONE;
}

/* Where an objective keeps a field that is text and nothing else. */
static const char **objective_text(struct objective *o, enum field field)
{
	switch (field) {
	case FIELD_OWNER:
		return &o->owner;
	case FIELD_DRI:
		return &o->dri;
	case FIELD_TEAM:
		return &o->team;
	case FIELD_REGION:
		return &o->region;
	case FIELD_PRIORITY:
		return &o->priority;
	case FIELD_LADDERS:
		return &o->ladders_up_to;
	case FIELD_TITLE:
		return &o->title;
	default:
		return NULL;
	}
}

/* Where it keeps what may be said more than once. */
static struct texts *objective_texts(struct objective *o, enum field field)
{
	switch (field) {
	case FIELD_INITIATIVES:
		return &o->initiatives;
	case FIELD_DEPENDENCIES:
		return &o->dependencies;
	case FIELD_RISKS:
		return &o->risks;
	case FIELD_BLOCKERS:
		return &o->blockers;
	case FIELD_ASKS:
		return &o->asks;
	case FIELD_MITIGATIONS:
		return &o->mitigations;
	default:
		return NULL;
	}
}

/* "Average: 0.70 (on target)" behind the results of its key results. */
static bool set_average(struct reader *r, struct objective *o, struct str s)
{
	static const char *const WORDS[] = {
		"average", "overall", "total", "mean", "objective"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;
		size_t open;

		if (!str_iskip(&rest, WORDS[i]) || !str_skip_char(&rest, ':'))
			continue;
		open = str_find_char(rest, '(');
		rest = str_trim(
			open == STR_NONE ? rest : str_sub(rest, 0, open));
		if (!o->stated_grade && field_is_score(rest))
			o->stated_grade = field_share(r, rest, false);
		else
			field_note(r, &o->notes, "", s);
		return true;
	}
	return false;
}

/* Fields that are kept as they are; false when there is more to say, as behind
 * an owner's name. */
static bool set_objective_text(
	struct reader *r, struct objective *o, enum field field, struct str s)
{
	const char **text = objective_text(o, field);
	bool person = field == FIELD_OWNER || field == FIELD_DRI;
	struct str kept = person ? field_person(s) : s;

	if (text && (kept.n || !person))
		*text = arena_text(r->a, kept);
	return text && kept.n == s.n;
}

/* "0.7", or a word where a grade could stand: "Verdict: missed". */
static bool set_objective_grade(
	struct reader *r, struct objective *o, struct str s, const char *header)
{
	const struct decimal *grade = field_grade(r, s, header);
	struct verdict v;

	if (grade) {
		o->stated_grade = grade;
		return true;
	}
	v = verdict_of(s);
	if (!v.known || !v.exact || v.kind == RESULT_PERCENT)
		return false;
	if (o->result.kind == RESULT_NONE)
		result_read(r->a, s, &o->result, NULL);
	return true;
}

static void set_objective(struct reader *r, struct objective *o,
	enum field field, struct str s, const char *header)
{
	struct texts *texts = objective_texts(o, field);
	struct period period;

	if (set_objective_text(r, o, field, s))
		return;
	switch (field) {
	case FIELD_LEVEL:
		if (field_level(s) != LEVEL_NONE)
			o->level = field_level(s);
		break;
	case FIELD_TYPE:
		o->type = field_type(s);
		break;
	case FIELD_CONFIDENCE:
		o->confidence = field_share(r, s, true);
		if (!o->confidence)
			field_kept(r, &o->notes, field, header, s);
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
		if (!set_objective_status(r, o, s))
			field_kept(r, &o->notes, field, header, s);
		break;
	case FIELD_GRADE:
		if (r->ours)
			break;
		if (!set_objective_grade(r, o, s, header))
			field_kept(r, &o->notes, field, header, s);
		break;
	case FIELD_PROGRESS:
		if (!field_progress(r, &o->result, s) &&
			!set_objective_status(r, o, s))
			field_kept(r, &o->notes, field, header, s);
		break;
	case FIELD_RESULT:
		if (str_ends(s, ":")) /* "How it ended:" */
			field_note(r, &o->notes, "", s);
		else if (!set_average(r, o, s))
			result_read(r->a, s, &o->result, NULL);
		break;
	case FIELD_CHECKED:
		o->last_check_in = field_date(s);
		break;
	default:
		field_note(
			r, texts ? texts : &o->notes, texts ? "" : header, s);
		break;
	}
}

/* "Note : 0,7": a grade, as the French and others say it; s is then the
 * number, and the rest a remark. */
static bool is_graded_note(struct str *s, struct str *rest)
{
	size_t n = 0;
	struct str score;

	while (n < s->n && (str_is_digit(s->p[n]) || strchr(".,", s->p[n])))
		n++;
	score = str_trim_end(str_sub(*s, 0, n), ".,");
	if (!field_is_score(score))
		return false;
	*rest = str_trim(str_sub(*s, n, s->n));
	*s = score;
	return true;
}

/* "Offen": nothing as a value, and as a status not begun. */
static bool is_open(enum field field, struct str s)
{
	struct verdict v;

	if (field != FIELD_STATUS && field != FIELD_RESULT &&
		field != FIELD_STATE)
		return false;
	v = verdict_of(s);
	return v.kind == RESULT_NOT_STARTED && v.known && v.exact;
}

void read_field_text(struct reader *r, int objective, int kr, enum field field,
	struct str value, const char *header, int line)
{
	struct str s = str_trim(value), rest;
	bool percent = field == FIELD_UNIT && str_is(s, "%");

	if (field == FIELD_NOTES && !header[0] && is_graded_note(&s, &rest)) {
		read_field_text(r, objective, kr, FIELD_GRADE, s, "", line);
		field = FIELD_NOTES;
		s = rest;
	}

	if (field_is_empty(s) && !percent && !is_open(field, s))
		return;
	read_explain_field(
		r, line, header[0] ? header : vocab_field_name(field), s);
	r->line = line;
	if (kr != NO_INDEX)
		field_set_kr(
			r, key_result_at(r, objective, kr), field, s, header);
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

/* "#12 Grow", "&4" */
static bool value_is_issue(struct str s)
{
	s = str_trim(s);
	return s.n && strchr("#&!", s.p[0]);
}

/* "OKR-104 Customers find us": without the key that a tracker puts in front. */
static struct piece without_key(struct piece p)
{
	size_t n = 0, digits;

	while (n < p.s.n && p.s.p[n] >= 'A' && p.s.p[n] <= 'Z')
		n++;
	if (n < 2 || n + 1 >= p.s.n || p.s.p[n] != '-')
		return p;
	for (digits = n + 1; digits < p.s.n && str_is_digit(p.s.p[digits]);)
		digits++;
	if (digits == n + 1 || digits + 1 >= p.s.n || p.s.p[digits] != ' ')
		return p;
	return piece_from(p, digits + 1);
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
	const struct mark parent = {.kind = MARK_OBJECTIVE};
	const char *text = piece_text(r, value);

	if (sc->objective == NO_INDEX)
		return;
	if (field == FIELD_LADDERS && sc->supports &&
		objective_at(r, sc->objective)->ladders_up_to == sc->supports)
		objective_at(r, sc->objective)->ladders_up_to = "";
	if (field == FIELD_LADDERS && !value_is_issue(value.s) &&
		name_objective(r, sc, &parent, without_key(value)))
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

/* "Company objective “Grow”", of an objective that stands above? */
static bool names_known(const struct reader *r, struct str s)
{
	static const char *const QUOTES[] = {
		"\"", "\u201c", "\u201e", "\u00ab"};

	for (size_t i = 0; i < COUNT_OF(QUOTES); i++) {
		size_t at = str_find(s, str_of(QUOTES[i]));

		if (at != STR_NONE)
			s = mark_unquoted(str_sub(s, at, s.n));
	}
	return objective_of_title(r, s) != NO_INDEX;
}

void read_scope_field(struct reader *r, struct scope *sc, enum field field,
	struct str s, int line)
{
	struct period period;

	s = str_trim(s);
	if (field_is_empty(s))
		return;
	read_explain_field(r, line, vocab_field_name(field), s);
	if (!r->extras.n && r->said.n < COUNT_OF(r->said.v)) {
		r->said.v[r->said.n].field = field;
		r->said.v[r->said.n].line = line;
		r->said.v[r->said.n++].s = s;
	}
	if (field == FIELD_OWNER || field == FIELD_DRI) {
		sc->owner = arena_text(r->a, field_person(s));
		sc->headed = false;
	} else if (field == FIELD_TEAM)
		sc->team = arena_text(r->a, s);
	else if (field == FIELD_LEVEL && field_level(s) != LEVEL_NONE)
		sc->level = field_level(s);
	else if (field == FIELD_PERIOD &&
		 period_find(r->a, s, r->o->fiscal_start, &period))
		sc->period = period;
	else if (field == FIELD_LADDERS && names_known(r, s))
		sc->supports = arena_text(r->a, s);
}
