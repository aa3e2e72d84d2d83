/*
 * Items that begin with a name, as fields do, and are key results: "**Cost**:
 * ..." is the name of what is measured.
 */
#include "list_p.h"

#include "attr.h"
#include "walk_p.h"

static bool is_named_in_bold(const struct first *f)
{
	return f->para && f->text.s.n && (piece_flags(f->text)[0] & TEXT_BOLD);
}

/* "**Freshness** - 95 % of tables" */
static bool is_bold_part(const struct block *item)
{
	struct first f;

	if (!item)
		return false;
	f = first_of(item);
	return is_named_in_bold(&f) && f.mark.kind == MARK_NONE;
}

/* "**Cost**: ..." over "Score: 0.5", "Now: 12": what it came to? */
static bool has_results(const struct block *item)
{
	const struct block *list = item->first->next;

	return list && !list->next && list->kind == BLOCK_LIST &&
	       list_is_of_results(list);
}

/* A name that is a field's elsewhere, but may be that of a part as well. */
static bool may_name_part(
	struct str name, const struct block *item, const struct first *f)
{
	static const char *const WORDS[] = {"cost", "budget", "effort", "risk",
		"risks", "team", "teams", "region", "resources", "timeline",
		"timelines", "stakeholders", "updates", "review", NULL};

	if (item->first->next)
		return has_results(item) && f->mark.field != FIELD_INITIATIVES;
	return str_is_listed(name, WORDS);
}

bool item_names_part(
	struct reader *r, const struct block *item, const struct first *f)
{
	struct str name;

	if (f->mark.kind != MARK_FIELD || item->task || !is_named_in_bold(f))
		return false;
	name = str_trim_end(
		str_sub(f->text.s, 0, f->mark.rest), " :-\xe2\x80\x93\x94");
	return may_name_part(name, item, f) &&
	       (is_bold_part(item->next) ||
		       is_bold_part(item->parent->first)) &&
	       is_measurable(r->a, piece_from(f->text, f->mark.rest).s);
}
