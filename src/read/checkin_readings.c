/*
 * What was said of a key result becomes a reading: one for each comment and
 * day, in the order of the days.  When all comments are read, the newest
 * value, result and health are the key result's own.
 */
#include "checkin_walk_p.h"

#include "result.h"

enum { MAX_WORDS = 4096 }; /* of a reading's text, in bytes */

/* Puts a reading behind those of its day and before later ones. */
struct reading *readings_insert(
	struct arena *a, struct readings *list, struct reading reading)
{
	size_t at;

	(void)vec_add(a, list);
	for (at = list->n - 1; at > 0; at--) {
		if (date_cmp(list->v[at - 1].date, reading.date) <= 0)
			break;
		list->v[at] = list->v[at - 1];
	}
	list->v[at] = reading;
	return &list->v[at];
}

/* A value of the body that has a day is one of the readings. */
void readings_keep_body(struct arena *a, struct key_result *kr)
{
	struct reading body = {.date = kr->current_date,
		.value = kr->current,
		.result = {.text = ""},
		.author = "",
		.text = ""};

	if (!kr->current || !date_is_set(kr->current_date))
		return;
	for (size_t i = 0; i < kr->readings.n; i++)
		if (!kr->readings.v[i].author[0] &&
			date_cmp(kr->readings.v[i].date, body.date) == 0)
			return;
	readings_insert(a, &kr->readings, body);
}

void walk_turn(struct walk *w, struct key_result *kr)
{
	struct memo *memo = walk_memo(w, kr);

	w->kr = kr;
	if (memo->note == w->number)
		return;
	memo->note = w->number;
	w->turned++;
	memo->month = 0;
	memo->has = memo->ago = false;
	kr->blockers.n = memo->blockers;
	kr->asks.n = memo->asks;
	kr->risks.n = memo->risks;
	kr->mitigations.n = memo->mitigations;
}

struct reading *walk_reading(struct walk *w, struct key_result *kr)
{
	struct date day = date_is_set(w->line_date) ? w->line_date : w->date;
	struct memo *memo = walk_memo(w, kr);

	w->hit = true;
	if (memo->has && date_cmp(memo->day, day) == 0)
		for (size_t i = kr->readings.n; i-- > 0;)
			if (date_cmp(kr->readings.v[i].date, day) == 0)
				return &kr->readings.v[i];
	memo->has = true;
	memo->day = day;
	return readings_insert(w->a, &kr->readings,
		(struct reading){.date = day,
			.author = arena_text(w->a, w->note->author.username),
			.result = {.text = ""},
			.text = ""});
}

/* With single blanks: a link that was taken out leaves two. */
static const char *single_blanks(struct arena *a, struct str s)
{
	char *to = ARENA_ARRAY(a, char, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' || !n || to[n - 1] != ' ')
			to[n++] = s.p[i];
	}
	to[n] = '\0';
	return to;
}

void walk_report(struct walk *w, struct key_result *kr, const struct said *said,
	struct str text, bool named)
{
	struct key_result *before = w->kr;
	struct memo *memo = walk_memo(w, kr);
	struct reading *r;
	bool news = false;

	walk_turn(w, kr);
	w->kr = before;
	if (w->month && w->month < memo->month)
		return;
	memo->month = w->month;
	if (said->share) {
		kr->confidence = said->share;
		w->hit = true;
	}
	if (said->blocker.n)
		*vec_add(w->a, &kr->blockers) = arena_text(w->a, said->blocker);
	if (!said->value && !said->result.kind && !said->health)
		return;
	r = walk_reading(w, kr);
	if (said->health > r->health) {
		r->health = said->health;
		news = true;
	}
	if (said->value && (!r->value || memo->ago || (named && !said->ago))) {
		memo->ago = said->ago;
		r->value = said->value;
		r->result = (struct result){.text = ""};
		news = true;
	}
	if (said->result.kind && (!r->value || said->value == r->value) &&
		(named || !r->result.kind)) {
		r->result = said->result;
		news = true;
	}
	if (news && text.n && text.n + strlen(r->text) < MAX_WORDS)
		r->text = r->text[0] ? arena_printf(w->a, "%s; %s", r->text,
					       single_blanks(w->a, text))
				     : single_blanks(w->a, text);
}

/* What was told in words of one's own, with what was understood in front:
 * "done (it went out today)". */
static struct result telling(struct arena *a, struct result told)
{
	static const char *const WORDS[] = {
		[RESULT_DONE] = "done",
		[RESULT_WIP] = "in progress",
		[RESULT_BLOCKED] = "blocked",
		[RESULT_DEFERRED] = "deferred",
		[RESULT_NOT_STARTED] = "not started",
		[RESULT_NA] = "n/a",
	};
	struct result read;

	result_read(a, str_of(told.text), &read, NULL);
	if (read.kind == told.kind || told.kind >= COUNT_OF(WORDS) ||
		!WORDS[told.kind])
		return told;
	told.text = arena_printf(a, "%s (%s)", WORDS[told.kind], told.text);
	return told;
}

/* A value or a result: the newest of either kind is told. */
static void settle_value(struct arena *a, struct key_result *kr)
{
	bool value = false, result = false;

	for (size_t i = kr->readings.n; i-- > 0;) {
		const struct reading *r = &kr->readings.v[i];

		if (!r->author[0] || date_cmp(r->date, kr->current_date) < 0)
			continue;
		if (!value && !result && r->result.kind) {
			kr->result = telling(a, r->result);
			kr->result_date = r->date;
			result = true;
		}
		if (!value && r->value) {
			kr->current = r->value;
			value = true;
		}
	}
	for (size_t i = kr->readings.n; value && i-- > 0;)
		if (kr->readings.v[i].value == kr->current) {
			kr->current_date = kr->readings.v[i].date;
			break;
		}
}

void readings_settle(struct arena *a, struct key_result *kr)
{
	struct date current = kr->current_date;

	settle_value(a, kr);
	for (size_t i = kr->readings.n; i-- > 0;) {
		const struct reading *r = &kr->readings.v[i];

		if (!r->author[0] || date_cmp(r->date, current) < 0 ||
			r->health == HEALTH_NONE)
			continue;
		kr->health = r->health;
		kr->stated_status = health_name(r->health);
		break;
	}
}
