/*
 * Remarks below a key result that are nothing but its result: "Done", "3 of 5",
 * "70%", "0.7", "40% done, waiting for the audit".
 */
#include "field_p.h"

#include "attr.h"
#include "keyresult.h"
#include "quantity.h"
#include "result.h"
#include "verdict_p.h"

/* "70%" below "Reach 80% coverage" is where it stands. */
static bool is_of_shares(struct reader *r, const struct key_result *kr)
{
	const struct quantity *aim = kr->target;
	struct sentence said;

	if (!aim) {
		sentence_read(r->a, str_of(kr->text), &said);
		aim = said.target;
	}
	return aim && strcmp(aim->unit, "%") == 0;
}

bool read_kr_told(struct reader *r, struct key_result *kr, struct str s)
{
	enum { LONGEST = 120 };
	const struct quantity *now;
	struct verdict v;

	s = str_trim(s);
	if (kr->result.kind != RESULT_NONE || s.n > LONGEST)
		return false;
	if (field_is_score(s) && !kr->stated_grade) {
		kr->stated_grade = field_share(r, s, false);
		return true;
	}
	v = verdict_of(s);
	if (!v.known || !v.exact)
		return false;
	if (v.kind == RESULT_PERCENT && !v.sure && is_of_shares(r, kr)) {
		now = quantity_read(r->a, s);
		if (!kr->current && now && strcmp(now->unit, "%") == 0)
			kr->current = now;
		return false;
	}
	result_read(r->a, s, &kr->result, NULL);
	return true;
}

void read_kr_note(struct reader *r, struct key_result *kr, struct piece text,
	bool may_tell)
{
	const char *note = piece_text(r, text);
	bool told = may_tell && read_kr_told(r, kr, str_of(note));

	if (!told)
		*vec_add(r->a, &kr->notes) = note;
	read_explain(r, piece_line(text), told ? "result" : "note", note);
}
