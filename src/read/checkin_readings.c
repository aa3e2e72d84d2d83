/*
 * The readings of a key result in the order of their days, and what the
 * newest of them say.
 */
#include "checkin_walk_p.h"

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

/* A value or a result: the newest of either kind is told. */
static void settle_value(struct key_result *kr)
{
	bool value = false, result = false;

	for (size_t i = kr->readings.n; i-- > 0;) {
		const struct reading *r = &kr->readings.v[i];

		if (!r->author[0] || date_cmp(r->date, kr->current_date) < 0)
			continue;
		if (!value && !result && r->result.kind) {
			kr->result = r->result;
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

void readings_settle(struct key_result *kr)
{
	struct date current = kr->current_date;

	settle_value(kr);
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
