/*
 * Adding members to objects.
 */
#include "member_p.h"

struct str member_add(
	struct arena *a, struct str object, const char *name, struct str value)
{
	struct str head = str_trim_right(object);

	if (!str_ends(head, "}"))
		return object;
	head.n--;
	return str_of(arena_printf(a, "%.*s%s\"%s\":%.*s}", STR_ARG(head),
		str_is(str_trim(head), "{") ? "" : ",", name, STR_ARG(value)));
}
