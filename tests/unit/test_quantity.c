/*
 * Cells and beginnings of text as quantities, and what is none.
 */
#include "unit.h"

#include <stdio.h>

#include "quantity.h"

struct sample {
	const char *text;
	const char *value; /* NULL: a text without a value */
	const char *unit;
	const char *comparator;
};

static const struct sample CELLS[] = {
	{"$12M", "12000000", "USD", NULL},
	{"$14.5M (+$2.5M this month)", "14500000", "USD", NULL},
	{"€1.5k", "1500", "EUR", NULL},
	{"25K", "25000", "", NULL},
	{"3,000", "3000", "", NULL},
	{"+35", "35", "", NULL},
	{"-5", "-5", "", NULL},
	{"−5", "-5", "", NULL},
	{"2.5%", "2.5", "%", NULL},
	{"12 %", "12", "%", NULL},
	{"12,5 %", "12.5", "%", NULL},
	{"12 percent", "12", "%", NULL},
	{".6", "0.6", "", NULL},
	{"0,5", "0.5", "", NULL},
	{"8/10", "8", "/10", NULL},
	{"6.5 / 10", "6.5", "/10", NULL},
	{"4.2 out of 5", "4.2", "/5", NULL},
	{"5x/week", "5", "x/week", NULL},
	{"1x/week", "1", "x/week", NULL},
	{"3x", "3", "x", NULL},
	{"120 days", "120", "days", NULL},
	{"1 day", "1", "days", NULL},
	{"800ms", "800", "ms", NULL},
	{"120 min", "120", "min", NULL},
	{"2 min 30 s", "150", "s", NULL},
	{"1h 30m", "90", "min", NULL},
	{"1h30m", "90", "min", NULL},
	{"10m 30s", "630", "s", NULL},
	{"10m 30 kg", "10", "m", NULL},
	{"2h40", "160", "min", NULL},
	{"1d4h", "28", "h", NULL},
	{"4h75", NULL, "", NULL},
	{"3d4x", NULL, "", NULL},
	{"5m30", NULL, "", NULL},
	{"2 days 4 hours", "52", "hours", NULL},
	{"8 deals/qtr", "8", "deals/qtr", NULL},
	{"8 deals per quarter", "8", "deals/quarter", NULL},
	{"15 deals", "15", "deals", NULL},
	{"3:1", "3", ":1", NULL},
	{"1:7", "7", "1:", NULL},
	{"1:3.7", "3.7", "1:", NULL},
	{"Single region", "1", "region", NULL},
	{"2 regions live", "2", "regions", NULL},
	{"3 regions", "3", "regions", NULL},
	{"one", NULL, "", NULL},
	{"zero", "0", "", NULL},
	{"five engineers", "5", "engineers", NULL},
	{"twice", "2", "x", NULL},
	{"once a week", "1", "x/week", NULL},
	{"twice per month", "2", "x/month", NULL},
	{"<1%", "1", "%", "<"},
	{">= 4", "4", "", ">="},
	{"≥ 4", "4", "", ">="},
	{"≤ 2 h", "2", "h", "<="},
	{"> 4.5", "4.5", "", ">"},
	{"at least 40", "40", "", ">="},
	{"under 30 minutes", "30", "minutes", "<"},
	{"50+", "50", "", ">="},
	{"40 days or less", "40", "days", "<="},
	{"~60", "60", "", NULL},
	{"approx 9", "9", "", NULL},
	{"about 45%", "45", "%", NULL},
	{"99.95%", "99.95", "%", NULL},
	{"99.950%", "99.95", "%", NULL},
	{"1.500", "1500", "", NULL},
	{"1.234 Kunden", "1234", "Kunden", NULL},
	{"1.234", "1.234", "", NULL},
	{"0.125", "0.125", "", NULL},
	{"1.234,5", "1234.5", "", NULL},
	{"1,234.5", "1234.5", "", NULL},
	{"1.234.567", "1234567", "", NULL},
	{"1,00,000", "100000", "", NULL},
	{"1 500", "1500", "", NULL},
	{"1 500", "1500", "", NULL},
	{"12 500 €", "12500", "EUR", NULL},
	{"12'000 CHF", "12000", "CHF", NULL},
	{"1.250 €", "1250", "EUR", NULL},
	{"1.234 €", "1234", "EUR", NULL},
	{"$1.250M", "1250000", "USD", NULL},
	{"€ 3,5 Mio.", "3500000", "EUR", NULL},
	{"3,5 Mio. €", "3500000", "EUR", NULL},
	{"120 T€", "120000", "EUR", NULL},
	{"5M€", "5000000", "EUR", NULL},
	{"USD 5 million", "5000000", "USD", NULL},
	{"12 million dollars", "12000000", "USD", NULL},
	{"US$ 2bn", "2000000000", "USD", NULL},
	{"C$40K", "40000", "CAD", NULL},
	{"£750k", "750000", "GBP", NULL},
	{"₹2 crore", "20000000", "INR", NULL},
	{"Rs. 5 lakh", "500000", "INR", NULL},
	{"R$ 1.200,50", "1200.5", "BRL", NULL},
	{"¥1,000,000", "1000000", "JPY", NULL},
	{"-$1.2M", "-1200000", "USD", NULL},
	{"$-3", "-3", "USD", NULL},
	{"5m users", "5000000", "users", NULL},
	{"2.5 million users", "2500000", "users", NULL},
	{"10K MAU", "10000", "", NULL},
	{"3 percentage points", "3", "pp", NULL},
	{"2 pp", "2", "pp", NULL},
	{"25 bps", "25", "bps", NULL},
	{"4.6 stars", "4.6", "stars", NULL},
	{"**45%**", "45", "%", NULL},
	{"45% (as of 2025-02-01)", "45", "%", NULL},
	{"105 days (was 120)", "105", "days", NULL},
	{"🟢 88%", "88", "%", NULL},
	{"currently 62", "62", "", NULL},
	{"NPS 42", "42", "", NULL},
	{"NPS: 42", "42", "", NULL},
	{"3 of 5 audits", "3", "audits", NULL},
	{"100 req/s", "100", "req/s", NULL},
	{"40 tCO2e", "40", "tCO2e", NULL},
	{"1.2 GB", "1.2", "GB", NULL},
	{"[42%](https://example.org/x9)", "42", "%", NULL},
	{"&lt;5%", "5", "%", "<"},

	/* texts */
	{"Shipped", NULL, "", NULL},
	{"In QA", NULL, "", NULL},
	{"Type I", NULL, "", NULL},
	{"Type II", NULL, "", NULL},
	{"Audit in progress", NULL, "", NULL},
	{"Q2", NULL, "", NULL},
	{"Q3 2025", NULL, "", NULL},
	{"2025-03-31", NULL, "", NULL},
	{"31.03.2025", NULL, "", NULL},
	{"3/31/2025", NULL, "", NULL},
	{"April 30", NULL, "", NULL},
	{"30 April", NULL, "", NULL},
	{"2025", NULL, "", NULL},
	{"#12", NULL, "", NULL},
	{"v1.2", NULL, "", NULL},
	{"1.2.3", NULL, "", NULL},
	{"24/7", NULL, "", NULL},
	{"1st", NULL, "", NULL},
	{"2FA", NULL, "", NULL},
	{"SOC 2", NULL, "", NULL},
	{"S3", NULL, "", NULL},
	{"H1", NULL, "", NULL},
	{"Phase 2", NULL, "", NULL},
	{"Stage 3", NULL, "", NULL},
	{"top 10", NULL, "", NULL},
	{"30-day plan", NULL, "", NULL},
	{"8-10", NULL, "", NULL},
	{"8 – 10 days", NULL, "", NULL},
	{"10~12", NULL, "", NULL},
	{"60~70%", NULL, "", NULL},
	{"45%/50%", NULL, "", NULL},
	{"3 or 4", NULL, "", NULL},
	{"2 weeks behind", NULL, "", NULL},
	{"9 to go", NULL, "", NULL},
	{"weekly", NULL, "", NULL},
	{"10:30", NULL, "", NULL},
	{"5 pm", NULL, "", NULL},
	{"3,5,7", NULL, "", NULL},
	{"50/50", NULL, "", NULL},
	{"12345678901234567890", NULL, "", NULL},
	{"first draft by 12 March", NULL, "", NULL},
	{"ISO 27001", NULL, "", NULL},
	{"No", NULL, "", NULL},
	{"pending", NULL, "", NULL},
};

static const char *const NOTHING[] = {"", "  ", "N/A", "n/a", "-", "–", "TBD",
	"?", "n.a.", "none", "None", "…", "tbc", "not measured", "**N/A**",
	"unknown", "X%", "k.A."};

static const char *value_of(const struct quantity *q, char *text, size_t size)
{
	struct buf b;

	if (!q->has_value)
		return NULL;
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

static int check(const struct sample *s, const struct quantity *q)
{
	char text[64];
	const char *value, *name;

	if (!q) {
		print_error("'%s' gives nothing\n", s->text);
		return 1;
	}
	value = value_of(q, text, sizeof text);
	name = comparator_name(q->comparator);
	if (same(value, s->value) && (!value || !strcmp(q->unit, s->unit)) &&
		same(name, s->comparator))
		return 0;
	print_error("'%s': %s '%s' %s, wanted %s '%s' %s\n", s->text,
		value ? value : "no value", q->unit, name ? name : "",
		s->value ? s->value : "no value", s->unit,
		s->comparator ? s->comparator : "");
	return 1;
}

static void cells_are_read_as_people_mean_them(void **state)
{
	struct arena a = ARENA_INIT;
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CELLS); i++)
		wrong += check(
			&CELLS[i], quantity_read(&a, str_of(CELLS[i].text)));
	arena_release(&a);
	assert_int_equal(wrong, 0);
}

static void cells_that_say_nothing_are_no_quantity(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(NOTHING); i++)
		assert_null(quantity_read(&a, str_of(NOTHING[i])));
	arena_release(&a);
}

static void the_text_is_kept_as_written(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	assert_string_equal(quantity_read(&a, STR(" ~60 "))->text, "~60");
	assert_string_equal(quantity_read(&a, STR("In QA"))->text, "In QA");
	assert_string_equal(
		quantity_read(&a, STR("8-10 days"))->text, "8-10 days");
	arena_release(&a);
}

static const struct {
	const char *text;
	const char *value; /* NULL: not taken */
	const char *unit;
	const char *rest;
} STARTS[] = {
	{"$12M to $18M", "12000000", "USD", " to $18M"},
	{"6 deals closed, 9 to go", "6", "deals", " closed, 9 to go"},
	{"105 days (was 120)", "105", "days", " (was 120)"},
	{"15 new enterprise deals, of which", "15", "deals", ", of which"},
	{"88% retention, trending", "88", "%", " retention, trending"},
	{" 12 %.", "12", "%", "."},
	{"5 per week now", "5", "/week", " now"},
	{"at least 4 emails", "4", "emails", ""},
	{"done", NULL, "", "done"},
	{"", NULL, "", ""},
	{"Q2 12", NULL, "", "Q2 12"},
	{"2FA for all", NULL, "", "2FA for all"},
};

static void takes_a_quantity_from_the_beginning(void **state)
{
	struct arena a = ARENA_INIT;
	char text[64];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(STARTS); i++) {
		struct str s = str_of(STARTS[i].text);
		const struct quantity *q = quantity_take(&a, &s);

		assert_true(str_is(s, STARTS[i].rest));
		if (!STARTS[i].value) {
			assert_null(q);
			continue;
		}
		assert_non_null(q);
		assert_string_equal(
			value_of(q, text, sizeof text), STARTS[i].value);
		assert_string_equal(q->unit, STARTS[i].unit);
	}
	arena_release(&a);
}

static const struct {
	const char *x, *y;
	bool like;
} PAIRS[] = {
	{"1 deal", "15 deals", true},
	{"8 deals/qtr", "9 deals per quarter", true},
	{"8 deals/qtr", "15 deals", false},
	{"1 city", "3 cities", true},
	{"1 branch", "3 branches", true},
	{"45%", "60", true},
	{"45%", "5 pp", false},
	{"$5", "€5", false},
	{"$5", "5 deals", false},
	{"800ms", "2 s", true},
	{"2 weeks", "3 days", true},
	{"2 months", "1 year", true},
	{"2 months", "30 days", false},
	{"8/10", "4/5", false},
	{"8/10", "9/10", true},
	{"3:1", "1:3", false},
	{"5x/week", "5x/day", false},
	{"5x/week", "5x/weeks", true},
	{"Single region", "3 regions", true},
	{"10 kg", "10 km", false},
};

static void like_units_are_found(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(PAIRS); i++) {
		const struct quantity *x =
			quantity_read(&a, str_of(PAIRS[i].x));
		const struct quantity *y =
			quantity_read(&a, str_of(PAIRS[i].y));

		if (quantity_is_like(x, y) != PAIRS[i].like)
			print_error("%s and %s\n", PAIRS[i].x, PAIRS[i].y);
		assert_int_equal(quantity_is_like(x, y), PAIRS[i].like);
		assert_int_equal(quantity_is_like(y, x), PAIRS[i].like);
	}
	arena_release(&a);
}

static const struct {
	const char *text, *unit, *value;
} CONVERSIONS[] = {
	{"2 s", "ms", "2000"},
	{"90 s", "min", "1.5"},
	{"100 min", "hours", NULL},
	{"1.5 hours", "min", "90"},
	{"3 weeks", "days", "21"},
	{"2 years", "months", "24"},
	{"2 years", "days", NULL},
	{"1 pp", "bps", "100"},
	{"5 deals", "deals", "5"},
	{"5 deals", "ms", NULL},
	{"8-10 days", "days", NULL},
	{"999999999999999999 weeks", "ms", NULL},
};

static void conversions_are_exact_or_refused(void **state)
{
	struct arena a = ARENA_INIT;
	struct decimal d, want;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CONVERSIONS); i++) {
		const struct quantity *q =
			quantity_read(&a, str_of(CONVERSIONS[i].text));
		bool done = quantity_in_unit(q, CONVERSIONS[i].unit, &d);

		assert_int_equal(done, CONVERSIONS[i].value != NULL);
		if (!done)
			continue;
		assert_true(decimal_parse(str_of(CONVERSIONS[i].value), &want));
		assert_int_equal(decimal_cmp(d, want), 0);
	}
	arena_release(&a);
}

static void comparators_have_names(void **state)
{
	(void)state;
	assert_null(comparator_name(CMP_NONE));
	assert_string_equal(comparator_name(CMP_BY), "by");
	assert_string_equal(comparator_name(CMP_LE), "<=");
	assert_null(comparator_name((enum comparator)99));
}

static void any_bytes_are_bounded(void **state)
{
	char bytes[4096];
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct arena a = ARENA_INIT;
		static const char SOME[] = "0129.,-+/:%$ xkMs<>=~()[]\xe2\x86"
					   "\x92\xf0\x9f\xc2\xa0\xff*`&;";
		size_t n = (size_t)round * 13 % sizeof bytes;

		for (size_t i = 0; i < n; i++) {
			seed = seed * 1103515245u + 12345u;
			bytes[i] = SOME[(seed >> 16) % (sizeof SOME - 1)];
		}
		(void)!quantity_read(&a, (struct str){bytes, n});
		arena_release(&a);
	}
}

static void a_number_word_is_taken_whole(void **state)
{
	static const struct {
		const char *text, *rest;
		int value;
	} WORDS[] = {
		{"twelve teams", " teams", 12},
		{"Twenty-five", "", 25},
		{"zero", "", 0},
		{"one-click", NULL, 0},
		{"two's", NULL, 0},
		{"tent", NULL, 0},
		{"12", NULL, 0},
		{"", NULL, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str s = str_of(WORDS[i].text);
		int value;
		bool taken = quantity_take_word(&s, &value);

		assert_int_equal(taken, WORDS[i].rest != NULL);
		if (!taken) {
			assert_true(str_is(s, WORDS[i].text));
			continue;
		}
		assert_true(str_is(s, WORDS[i].rest));
		assert_int_equal(value, WORDS[i].value);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_read_as_people_mean_them),
		cmocka_unit_test(cells_that_say_nothing_are_no_quantity),
		cmocka_unit_test(the_text_is_kept_as_written),
		cmocka_unit_test(takes_a_quantity_from_the_beginning),
		cmocka_unit_test(like_units_are_found),
		cmocka_unit_test(conversions_are_exact_or_refused),
		cmocka_unit_test(comparators_have_names),
		cmocka_unit_test(any_bytes_are_bounded),
		cmocka_unit_test(a_number_word_is_taken_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
