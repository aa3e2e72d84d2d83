/*
 * Sentences of key results from many trades, with what they say and what
 * they do not.
 */
#include "unit.h"

#include <stdio.h>

#include "keyresult.h"

struct sample {
	const char *text;
	const char *baseline; /* NULL: none; "?": a text without a value */
	const char *target;
	const char *unit; /* of the target */
	const char *comparator;
};

static const struct sample SAMPLES[] = {
#include "sentences.inc"
};

static const char *value_of(const struct quantity *q, char *text, size_t size)
{
	struct buf b;

	if (!q)
		return NULL;
	if (!q->has_value)
		return "?";
	buf_init(&b, 64);
	decimal_print(&b, q->value);
	snprintf(text, size, "%s", b.p);
	buf_release(&b);
	return text;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static int check(struct arena *a, const struct sample *s)
{
	char baseline[64], target[64];
	const char *b, *t, *unit, *name;
	struct sentence got;

	sentence_read(a, str_of(s->text), &got);
	b = value_of(got.baseline, baseline, sizeof baseline);
	t = value_of(got.target, target, sizeof target);
	unit = got.target ? got.target->unit : "";
	name = comparator_name(got.comparator);
	if (same(b, s->baseline) && same(t, s->target) &&
		(!t || !strcmp(t, "?") || same(unit, s->unit)) &&
		same(name, s->comparator))
		return 0;
	print_error("%s\n\tis %s -> %s [%s] %s\n\twanted %s -> %s [%s] %s\n",
		s->text, b ? b : "-", t ? t : "-", unit, name ? name : "",
		s->baseline ? s->baseline : "-", s->target ? s->target : "-",
		s->unit, s->comparator ? s->comparator : "");
	return 1;
}

static void sentences_say_what_they_say_and_no_more(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(SAMPLES); i++) {
		struct arena a = ARENA_INIT;

		wrong += check(&a, &SAMPLES[i]);
		arena_release(&a);
	}
	if (wrong)
		print_error("%d of %zu\n", wrong, COUNT_OF(SAMPLES));
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_say_what_they_say_and_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
