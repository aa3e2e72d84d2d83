/*
 * The comment that closed an issue: outcome and grades as they were then.
 *
 *	<!-- okrsync:key=final/missed -->
 *	<!-- okrsync:frozen=0.48 0.416667 0.4 -; 0.7 0.7 -->
 *
 * One group an objective, its own grade first, then those of its key results;
 * "-" is none.  Only our own comments are looked at.
 */
#include "records_p.h"

static const struct str KEY = {"<!-- okrsync:key=final/", 23};
static const struct str FROZEN = {"<!-- okrsync:frozen=", 20};

void final_keep(struct entry *e, const struct note *note)
{
	if (str_find(note->body, KEY) == STR_NONE ||
		(e->final.n && e->final_id <= note->id))
		return;
	e->final = note->body;
	e->final_id = note->id;
}

/* What stands behind begin, up to the comment's end; n 0: nothing. */
static struct str between(struct str text, struct str begin)
{
	size_t at = str_find(text, begin), end;

	if (at == STR_NONE)
		return (struct str){NULL, 0};
	text = str_sub(text, at + begin.n, text.n);
	end = str_find(text, STR(" -->"));
	return end == STR_NONE ? (struct str){NULL, 0} : str_sub(text, 0, end);
}

/* The next grade of a group; not there: not frozen. */
static struct frozen take_grade(struct arena *a, struct str *group)
{
	struct frozen frozen = {.is = false};
	struct decimal d, *grade;
	struct str word;

	*group = str_trim_left(*group);
	if (!str_take_until(group, ' ', &word))
		return frozen;
	frozen.is = str_is(word, "-");
	if (frozen.is || !decimal_parse(word, &d) || d.coef < 0 ||
		decimal_cmp(d, (struct decimal){1, 0}) > 0)
		return frozen;
	grade = ARENA_NEW(a, struct decimal);
	*grade = d;
	return (struct frozen){.is = true, .grade = grade};
}

static void freeze(struct arena *a, struct objective *o, struct str group)
{
	size_t n = str_words(group);

	o->frozen = take_grade(a, &group);
	if (n != o->key_results.n + 1)
		return;
	for (size_t i = 0; i < o->key_results.n; i++)
		o->key_results.v[i].frozen = take_grade(a, &group);
}

static enum outcome outcome_of(struct str name)
{
	static const struct {
		const char *name;
		enum outcome outcome;
	} OUTCOMES[] = {
		{"achieved", OUTCOME_ACHIEVED},
		{"missed", OUTCOME_MISSED},
		{"cancelled", OUTCOME_CANCELLED},
		{"carried-over", OUTCOME_CARRIED_OVER},
	};

	for (size_t i = 0; i < COUNT_OF(OUTCOMES); i++)
		if (str_is(name, OUTCOMES[i].name))
			return OUTCOMES[i].outcome;
	return OUTCOME_NONE;
}

void final_apply(struct record_reader *r, const struct entry *e)
{
	struct str groups = between(e->final, FROZEN), group;
	enum outcome outcome = outcome_of(between(e->final, KEY));

	if (!e->final.n || e->is_key_result)
		return;
	for (size_t i = e->first; i < e->last; i++) {
		struct objective *o = &r->m->objectives.v[i];

		if (o->outcome == OUTCOME_NONE)
			o->outcome = outcome;
		if (str_take_until(&groups, ';', &group))
			freeze(r->a, o, group);
	}
}
