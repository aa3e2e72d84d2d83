/*
 * Frozen grades: what an objective was worth when it was closed stays, however
 * its text is edited later.
 *
 * Where the text still gives the same, nothing changes, formula and all.
 */
#include "grade_p.h"

/* As exact as the comment keeps it. */
enum { KEPT_DECIMALS = 6 };

static bool is_same(struct arena *a, const struct rat *x, const struct rat *y)
{
	if (!x || !y)
		return !x && !y;
	return rat_cmp(rat_round(a, x, KEPT_DECIMALS), y) == 0;
}

/* How the text is graded now. */
static const char *text_gives(
	struct arena *a, const struct rat *grade, const char *formula)
{
	if (!grade)
		return "its text gives no grade now";
	return arena_printf(a, "its text gives %s now%s%s",
		rat_text(a, grade, GRADE_DECIMALS), *formula ? ": " : "",
		formula);
}

static const char *kept(struct arena *a, const struct rat *grade)
{
	return grade ? arena_printf(a, "%s when it was closed",
			       rat_text(a, grade, GRADE_DECIMALS))
		     : "";
}

/* True when it replaces *grade. */
static bool freeze(struct arena *a, struct frozen *frozen,
	const struct rat **grade, enum grade_source *source,
	const char **formula, const char **caveat)
{
	const struct rat *was;

	frozen->now = NULL;
	if (!frozen->is)
		return false;
	was = frozen->grade ? rat_of_decimal(a, *frozen->grade) : NULL;
	if (is_same(a, *grade, was))
		return false;
	frozen->now = *caveat = text_gives(a, *grade, *formula);
	*grade = was;
	*source = was ? SOURCE_FROZEN : SOURCE_NONE;
	*formula = kept(a, was);
	return true;
}

void frozen_key_result(struct arena *a, struct key_result *kr)
{
	if (freeze(a, &kr->frozen, &kr->grade, &kr->grade_source, &kr->formula,
		    &kr->caveat))
		kr->progress = kr->grade;
}

void frozen_objective(struct arena *a, struct objective *o)
{
	(void)freeze(a, &o->frozen, &o->own_grade, &o->grade_source,
		&o->formula, &o->caveat);
}
