/*
 * What a commit tells: which OKR moved from what to what.  The data files of
 * the periods hold both sides, old and new; nothing else is compared, so that
 * the message says what the pages say.
 *
 * GitLab reads commit messages, too: it closes issues, notifies people and
 * skips pipelines by their words.  Texts are made quiet first.
 */
#include "publishing_p.h"

#include <assert.h>
#include <stdlib.h>

#include "issuebody.h"
#include "pull.h"

enum {
	MESSAGE_BYTES = 64 * 1024,
	TEXT_BYTES = 4096,
	TEXT_CHARS = 60,
	LINES_MAX = 60,
};

#define JOINER "\xe2\x81\xa0" /* U+2060 */

struct part { /* of an OKR, as a data file has it; "" where there is none */
	struct str id, text, number, grade, state, outcome, status, value;
	size_t from, to; /* of an objective: its key results in the chapter */
};

struct parts {
	VEC_OF(struct part);
};

struct chapter { /* a period */
	struct str period, grade;
	struct parts objectives, key_results;
	const struct part **by_id; /* the objectives */
};

struct story {
	struct arena *a;
	struct buf b;
	int lines, more;
};

/* --- reading --- */

static void read_grade(struct pull *p, struct str *grade)
{
	struct str raw;

	if (pull_raw(p, &raw) && !str_is(raw, "null"))
		*grade = raw;
}

/* The text of a value with a "text" or "name". */
static void read_inner(struct pull *p, const char *name, struct str *out)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, name))
			pull_text(p, out);
		else
			pull_skip(p);
}

/* False when it is the key of something else. */
static bool read_member(struct pull *p, struct str key, struct part *part)
{
	const struct {
		const char *name;
		struct str *text;
	} TEXTS[] = {
		{"id", &part->id},
		{"title", &part->text},
		{"text", &part->text},
		{"number", &part->number},
		{"state", &part->state},
		{"outcome", &part->outcome},
		{"status", &part->status},
	};

	for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
		if (str_is(key, TEXTS[i].name)) {
			pull_text(p, TEXTS[i].text);
			return true;
		}
	if (str_is(key, "grade"))
		read_grade(p, &part->grade);
	else if (str_is(key, "current"))
		read_inner(p, "text", &part->value);
	else
		return false;
	return true;
}

static void read_key_results(struct pull *p, struct chapter *c)
{
	struct str key;

	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		struct part kr = {.id = STR("")};

		if (!pull_object(p))
			continue;
		while (pull_key(p, &key))
			if (!read_member(p, key, &kr))
				pull_skip(p);
		*vec_add(p->arena, &c->key_results) = kr;
	}
}

static void read_objectives(struct pull *p, struct chapter *c)
{
	struct str key;

	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		struct part o = {.id = STR("")};

		if (!pull_object(p))
			continue;
		o.from = c->key_results.n;
		while (pull_key(p, &key))
			if (str_is(key, "key_results"))
				read_key_results(p, c);
			else if (!read_member(p, key, &o))
				pull_skip(p);
		o.to = c->key_results.n;
		*vec_add(p->arena, &c->objectives) = o;
	}
}

static int compare_ids(const void *va, const void *vb)
{
	const struct part *const *a = va, *const *b = vb;

	return str_cmp((*a)->id, (*b)->id);
}

static void sort_by_id(struct arena *a, struct chapter *c)
{
	size_t n = c->objectives.n;

	c->by_id = ARENA_ARRAY(a, const struct part *, n);
	for (size_t i = 0; i < n; i++)
		c->by_id[i] = &c->objectives.v[i];
	if (n)
		qsort(c->by_id, n, sizeof *c->by_id, compare_ids);
}

/* False when it is no such file; an empty text is a period without OKRs. */
static bool read_chapter(struct arena *a, struct str json, struct chapter *c)
{
	struct err unused = ERR_INIT;
	bool known = false;
	struct str key;
	struct pull p;

	*c = (struct chapter){.period = STR("")};
	if (!json.n)
		return true;
	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "period")) {
				read_inner(&p, "name", &c->period);
			} else if (str_is(key, "grade")) {
				read_grade(&p, &c->grade);
			} else if (str_is(key, "objectives")) {
				known = true;
				read_objectives(&p, c);
			} else {
				pull_skip(&p);
			}
	}
	sort_by_id(a, c);
	return !pull_finish(&p, "data", &unused) && known;
}

/* --- telling --- */

static const struct part *find_objective(
	const struct chapter *c, const struct part *like)
{
	const struct part *const *found = NULL;

	if (c->objectives.n)
		found = bsearch(&like, c->by_id, c->objectives.n,
			sizeof *c->by_id, compare_ids);
	return found ? *found : NULL;
}

/* Among those of one objective. */
static const struct part *find_key_result(
	const struct chapter *c, const struct part *objective, struct str id)
{
	for (size_t i = objective->from; i < objective->to; i++)
		if (str_eq(c->key_results.v[i].id, id))
			return &c->key_results.v[i];
	return NULL;
}

/* A text of an issue, cut to some characters, with nothing in it that GitLab
 * would act upon. */
static const char *quiet(struct story *s, struct str text)
{
	const char *title = issuebody_title(s->a, text), *out;
	struct str rest = str_of(title);
	struct buf b;
	int chars = 0;

	buf_init(&b, TEXT_BYTES);
	for (; rest.n && chars < TEXT_CHARS; rest = str_sub(rest, 1, rest.n)) {
		bool next =
			rest.n < 2 || ((unsigned char)rest.p[1] & 0xc0) != 0x80;

		buf_addc(&b, rest.p[0]);
		if (rest.p[0] == '[' || str_starts(rest, "://"))
			buf_adds(&b, JOINER);
		chars += next;
	}
	if (rest.n)
		buf_adds(&b, " ...");
	out = arena_text(s->a, buf_str(&b));
	buf_release(&b);
	return out;
}

static const char *grade_text(struct arena *a, struct str grade)
{
	struct decimal d;

	if (!decimal_parse(grade, &d))
		return "no grade";
	return rat_text(a, rat_of_decimal(a, d), 2);
}

/* "0.20 -> 0.40"; "" when they look the same. */
static const char *grade_move(struct arena *a, struct str old, struct str fresh)
{
	const char *from = grade_text(a, old), *to = grade_text(a, fresh);

	return strcmp(from, to) ? arena_printf(a, "%s -> %s", from, to) : "";
}

static const char *word_move(
	struct arena *a, struct str old, struct str fresh, const char *none)
{
	if (str_eq(old, fresh))
		return "";
	return arena_printf(a, "%.*s -> %.*s",
		STR_ARG(old.n ? old : str_of(none)),
		STR_ARG(fresh.n ? fresh : str_of(none)));
}

static void add_line(struct story *s, const char *text)
{
	if (s->lines < LINES_MAX)
		buf_addf(&s->b, "%s\n", text);
	else
		s->more++;
	s->lines++;
}

static const char *joined(struct arena *a, const char *all, const char *more)
{
	return *more ? arena_printf(a, "%s%s%s", all, *all ? ", " : "", more)
		     : all;
}

static const char *moves(
	struct story *s, const struct part *old, const struct part *fresh)
{
	struct arena *a = s->a;
	const char *all = grade_move(a, old->grade, fresh->grade);

	if (!str_eq(old->text, fresh->text))
		all = joined(a, all,
			arena_printf(
				a, "was called '%s'", quiet(s, old->text)));
	all = joined(
		a, all, word_move(a, old->state, fresh->state, "no state"));
	if (fresh->outcome.n && !str_eq(old->outcome, fresh->outcome))
		all = joined(a, all,
			arena_printf(a, "%.*s", STR_ARG(fresh->outcome)));
	return joined(
		a, all, word_move(a, old->status, fresh->status, "no status"));
}

static const char *new_words(struct story *s, const struct part *fresh)
{
	struct arena *a = s->a;
	const char *all = "new";

	if (fresh->grade.n)
		all = joined(a, all, grade_text(a, fresh->grade));
	all = joined(a, all, arena_text(a, fresh->state));
	return joined(a, all, arena_text(a, fresh->outcome));
}

/* Key results are told of where something was read or a grade moved. */
static void tell_key_results(struct story *s, const struct chapter *old,
	const struct part *before, const struct chapter *fresh,
	const struct part *objective)
{
	for (size_t i = objective->from; i < objective->to; i++) {
		const struct part *kr = &fresh->key_results.v[i];
		const struct part *was = find_key_result(old, before, kr->id);
		const char *value, *grade;

		if (!was)
			continue;
		value = word_move(s->a, was->value, kr->value, "no value");
		grade = grade_move(s->a, was->grade, kr->grade);
		if (*value)
			value = quiet(s, str_of(value));
		if (*value || *grade)
			add_line(s, arena_printf(s->a, "  %s: %s",
					    quiet(s, kr->text),
					    joined(s->a, value, grade)));
	}
}

static void tell_objectives(
	struct story *s, const struct chapter *old, const struct chapter *fresh)
{
	for (size_t i = 0; i < fresh->objectives.n; i++) {
		const struct part *o = &fresh->objectives.v[i];
		const struct part *was = find_objective(old, o);
		int lines = s->lines;
		size_t at = s->b.n;
		const char *words = was ? moves(s, was, o) : new_words(s, o);

		add_line(s, arena_printf(s->a, "- %s%s%s", quiet(s, o->text),
				    *words ? ": " : "", words));
		if (was)
			tell_key_results(s, old, was, fresh, o);
		/* Nothing has moved. */
		if (!*words && s->lines == lines + 1) {
			s->more -= s->lines > LINES_MAX;
			buf_cut(&s->b, at);
			s->lines = lines;
		}
	}
	for (size_t i = 0; i < old->objectives.n; i++)
		if (!find_objective(fresh, &old->objectives.v[i]))
			add_line(s,
				arena_printf(s->a, "- %s: gone",
					quiet(s, old->objectives.v[i].text)));
}

static void tell_chapter(
	struct story *s, const struct chapter *old, const struct chapter *fresh)
{
	struct str name = fresh->period.n ? fresh->period : old->period;
	const char *grade = grade_move(s->a, old->grade, fresh->grade);
	size_t at = s->b.n;
	int lines = s->lines;

	buf_addf(&s->b, "\n%s%s%s\n\n", quiet(s, name), *grade ? ": " : "",
		grade);
	tell_objectives(s, old, fresh);
	if (s->lines == lines && !*grade)
		buf_cut(&s->b, at);
}

static bool is_data(const char *path)
{
	struct str s = str_of(path);

	return str_find(s, STR("data/")) != STR_NONE && str_ends(s, ".json") &&
	       !str_ends(s, "-history.json");
}

const char *story_message(
	struct arena *a, const char *message, const struct changes *changes)
{
	struct story s = {.a = a};
	const char *all;

	assert(message);
	buf_init(&s.b, MESSAGE_BYTES);
	for (size_t i = 0; i < changes->n; i++) {
		const struct change *c = &changes->v[i];
		struct chapter old, fresh;

		if (is_data(c->path) && read_chapter(a, c->old, &old) &&
			read_chapter(a, c->fresh, &fresh))
			tell_chapter(&s, &old, &fresh);
	}
	if (s.more)
		buf_addf(&s.b, "- and %d more\n", s.more);
	all = s.b.n && !s.b.over ? arena_printf(a, "%.*s\n%.*s",
					   STR_ARG(str_trim(str_of(message))),
					   STR_ARG(buf_str(&s.b)))
				 : message;
	buf_release(&s.b);
	return all;
}
