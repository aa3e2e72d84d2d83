/*
 * A value where words could stand: "Status: 260 members", "Status: 22% (3 Feb)"
 * and "now 4 of 6" tell where a key result stands.
 */
#include "field_p.h"

#include "attr.h"
#include "keyresult.h"
#include "verdict_p.h"

const struct quantity *field_aim(struct reader *r, const struct key_result *kr)
{
	struct sentence said;

	if (kr->target)
		return kr->target;
	sentence_read(r->a, str_of(kr->text), &said);
	return said.target ? said.target : said.baseline;
}

/* "now at 260", "currently: 260" */
static bool skip_now(struct str *s)
{
	static const char *const WORDS[] = {"now at", "now", "currently at",
		"currently", "current", "today", "at present", "we are at",
		"we're at", "at", "stands at", "reached", "aktuell", "derzeit",
		"actuellement", "actualmente", "atualmente", "\u76ee\u524d",
		"\u5f53\u524d", "\u73fe\u5728"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = *s;

		if (!str_iskip(&rest, WORDS[i]) ||
			(rest.n && str_is_alpha(rest.p[0])))
			continue;
		str_skip_char(&rest, ':');
		*s = str_trim(rest);
		return true;
	}
	return false;
}

/* "260 so far" */
static bool drop_till_now(struct str *s)
{
	static const char *const WORDS[] = {"so far", "to date", "as of now",
		"until now", "till now", "as of today", "at the moment",
		"right now", "bisher", "bislang", "jusqu'ici", "hasta ahora",
		"hasta la fecha", "at\u00e9 agora"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (!str_iends(*s, WORDS[i]))
			continue;
		*s = str_trim(str_sub(*s, 0, s->n - strlen(WORDS[i])));
		return true;
	}
	return false;
}

/* "(3 Feb)", "as of 2025-02-03" */
static bool is_day(struct str s)
{
	size_t from, to;
	struct date day = field_date_at(s, &from, &to);

	return date_is_set(day) && from <= strlen("(as of ");
}

/* Are both counts of something, or of one kind? */
static bool is_like(const struct quantity *q, const struct quantity *aim)
{
	bool share = !strcmp(q->unit, "%");

	if (!aim || !aim->has_value || share != !strcmp(aim->unit, "%"))
		return false;
	return quantity_is_like(q, aim) ||
	       (quantity_is_count(q) && quantity_is_count(aim));
}

bool field_is_reading(struct reader *r, const struct key_result *kr,
	struct str *s, bool *told)
{
	struct str value = str_trim(*s), rest;
	const struct quantity *q;

	*told = skip_now(&value);
	*told = drop_till_now(&value) || *told;
	if (!value.n || strchr("+-<>", value.p[0]))
		return false;
	rest = value;
	q = quantity_take(r->a, &rest);
	rest = str_trim(rest);
	if (!q || !q->has_value || q->unit[0] == '/' ||
		q->comparator != CMP_NONE || (rest.n && !is_day(rest)) ||
		!is_like(q, field_aim(r, kr)))
		return false;
	*s = value;
	return true;
}
