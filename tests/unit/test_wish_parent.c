/*
 * Which issue an objective's "Ladders up to" means.
 */
#include "unit.h"

#include "cli/open_p.h"

#define BASE "https://gitlab.example/g/p"

static void a_parent_is_a_wish_or_an_issue_of_the_project(void **state)
{
	static const struct {
		const char *parent;
		int64_t iid;
	} table[] = {
		{"", 0},
		{"Win larger customers", 7},
		{"  win  LARGER customers ", 7},
		{"Win larger", 0},
		{"Win larger customers soon", 0},
		{"Grow", 0}, /* itself */
		{"#12", 12},
		{"#12 and #13", 0},
		{"#0", 0},
		{"#x", 0},
		{"#99999999999", 0},
		{"https://gitlab.example/g/p/-/issues/12", 12},
		{"https://gitlab.example/g/p/-/work_items/12", 12},
		{"https://gitlab.example/g/p/-/issues/12#note_1", 0},
		{"https://gitlab.example/g/q/-/issues/12", 0},
		{"https://gitlab.example/g/p/-/epics/12", 0},
		{"https://other.example/g/p/-/issues/12", 0},
		{"g/p/-/issues/12", 0},
	};
	static const int64_t iids[] = {7, 8};
	struct wish v[2] = {{.title = "Win larger customers", .parent = ""},
		{.title = "Grow", .parent = ""}};
	struct wishes wishes = {v, 2, 2};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		v[1].parent = table[i].parent;
		if (wish_parent(&wishes, iids, 1, BASE) != table[i].iid)
			fail_msg("%s", table[i].parent);
	}
	v[1].parent = "";
	assert_int_equal(wish_parent(&wishes, iids, 0, BASE), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_parent_is_a_wish_or_an_issue_of_the_project),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
