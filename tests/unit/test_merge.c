/*
 * Merge requests: keys, what has to change, and what they say.
 */
#include "unit.h"

#include "cli/publishing_p.h"

static struct arena arena;

static struct texts texts(const char *const *names, size_t n)
{
	struct texts t = {.n = 0};

	for (size_t i = 0; i < n; i++)
		*vec_add(&arena, &t) = names[i];
	return t;
}

#define TEXTS(...) \
	texts((const char *const[]){__VA_ARGS__}, \
		sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static struct gitlab_change change;

static bool differs(
	const struct gitlab_merge *found, const struct gitlab_new_merge *wanted)
{
	return merge_difference(&arena, found, wanted, &change);
}

static void keys_hold_no_comment_end(void **state)
{
	(void)state;
	assert_string_equal(
		merge_key(&arena, "okrsync/pages"), "pages/okrsync/pages");
	assert_string_equal(merge_key(&arena, "A--B-->_c!"), "pages/a-b-c-");
	assert_string_equal(merge_key(&arena, ""), "pages/");
}

static void what_is_as_wanted_is_left_alone(void **state)
{
	struct gitlab_merge found = {.title = "Pages",
		.description = "text\n",
		.labels = TEXTS("a", "theirs")};
	struct gitlab_new_merge wanted = {
		.title = "Pages", .description = "text", .labels = TEXTS("a")};

	(void)state;
	assert_false(differs(&found, &wanted));
	assert_null(change.title);
	assert_null(change.description);
	wanted.title = "Draft: Pages";
	assert_false(differs(&found, &wanted));
	found.title = "Draft: Pages";
	wanted.title = "Pages";
	assert_false(differs(&found, &wanted));
	found.title = "[draft] Pages";
	assert_false(differs(&found, &wanted));
}

static void only_what_differs_is_changed(void **state)
{
	struct gitlab_merge found = {
		.title = "draft: Old", .description = "old"};
	struct gitlab_new_merge wanted = {.title = "New",
		.description = "new",
		.labels = TEXTS("a", "b")};

	(void)state;
	assert_true(differs(&found, &wanted));
	assert_string_equal(change.title, "Draft: New");
	assert_string_equal(change.description, "new");
	assert_int_equal(change.add_labels.n, 2);
	assert_int_equal(change.remove_labels.n, 0);
	found = (struct gitlab_merge){.title = "New",
		.description = "new",
		.labels = TEXTS("b", "x")};
	assert_true(differs(&found, &wanted));
	assert_null(change.title);
	assert_null(change.description);
	assert_int_equal(change.add_labels.n, 1);
	assert_string_equal(change.add_labels.v[0], "a");
}

static void ours_is_by_key_and_user(void **state)
{
	struct gitlab_merge m = {
		.author = 3, .description = "x\n<!-- okrsync:key=k/1 -->"};

	(void)state;
	assert_true(gitlab_merge_is_ours(&m, 3, "k/1"));
	assert_false(gitlab_merge_is_ours(&m, 4, "k/1"));
	assert_false(gitlab_merge_is_ours(&m, 3, "k/2"));
	assert_false(gitlab_merge_is_ours(&m, 3, "k"));
	m.author = 0;
	assert_false(gitlab_merge_is_ours(&m, 0, "k/1"));
}

static void steps_say_what_they_write(void **state)
{
	const struct merge_options o = {.source = "s", .target = "t"};
	struct merge_plan plan = {.step = MERGE_STOPPED, .who = "Ada"};

	(void)state;
	plan.found.iid = 7;
	assert_false(merge_is_write(&plan));
	assert_false(merge_may_commit(&plan));
	assert_non_null(strstr(merge_words(&arena, &o, &plan), "left alone"));
	plan.comment = true;
	assert_true(merge_is_write(&plan));
	assert_non_null(strstr(merge_words(&arena, &o, &plan), "comment on"));
	plan.step = MERGE_FOREIGN;
	assert_false(merge_is_write(&plan));
	assert_false(merge_may_commit(&plan));
	plan.step = MERGE_NOTHING;
	assert_false(merge_is_write(&plan));
	assert_true(merge_may_commit(&plan));
	assert_string_equal(merge_words(&arena, &o, &plan),
		"merge request !7 is up to date");
	plan.step = MERGE_CHANGE;
	plan.change.description = "d";
	plan.change.add_labels = TEXTS("x");
	assert_string_equal(merge_words(&arena, &o, &plan),
		"change merge request !7: description, label 'x'");
	plan.step = MERGE_OPEN;
	plan.fresh.title = "T";
	assert_string_equal(merge_words(&arena, &o, &plan),
		"open merge request 'T' from 's' into 't'");
	assert_true(merge_is_write(&plan));
}

static void the_text_lists_pages_and_no_markup_of_theirs(void **state)
{
	struct changes c = {.n = 0};
	const char *text;
	struct model m;

	(void)state;
	model_init(&m);
	*vec_add(&arena, &c) =
		(struct change){.kind = CHANGE_ADD, .path = "a`|<b>\n/close"};
	*vec_add(&arena, &c) =
		(struct change){.kind = CHANGE_REMOVE, .path = "x/y.md"};
	text = merge_text(&arena, &m, &c);
	assert_non_null(strstr(text, "| `a___b__/close` | new |\n"));
	assert_non_null(strstr(text, "| `x/y.md` | removed |\n"));
	assert_non_null(strstr(text, "| 0 | 0 | 0 | - |"));
	assert_null(strstr(text, "\n/"));
}

static void the_text_has_an_end(void **state)
{
	struct changes c = {.n = 0};
	struct model m;

	(void)state;
	model_init(&m);
	for (int i = 0; i < 1000; i++)
		*vec_add(&arena, &c) =
			(struct change){.kind = CHANGE_MODIFY, .path = "p.md"};
	assert_non_null(strstr(merge_text(&arena, &m, &c), "\nand 800 more\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_hold_no_comment_end),
		cmocka_unit_test(what_is_as_wanted_is_left_alone),
		cmocka_unit_test(only_what_differs_is_changed),
		cmocka_unit_test(ours_is_by_key_and_user),
		cmocka_unit_test(steps_say_what_they_write),
		cmocka_unit_test(the_text_lists_pages_and_no_markup_of_theirs),
		cmocka_unit_test(the_text_has_an_end),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_release(&arena);
	return failed;
}
