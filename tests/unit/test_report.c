/*
 * Reports: each form on honest and on hostile findings.
 */
#include "unit.h"

#include "cli/report_p.h"

enum { REPORT_BYTES = 1024 * 1024 };

static struct arena a;

static int start(void **state)
{
	(void)state;
	arena_init(&a);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

/* The report in that form. */
static const char *print(const char *form, const struct findings *findings)
{
	struct lint_options o;
	struct report r = {.arena = &a,
		.findings = findings,
		.lint = &o,
		.base = "/home/me/book",
		.home = ".okrsync.yml"};
	struct buf b;
	const char *text;

	lint_options_init(&o);
	buf_init(&b, REPORT_BYTES);
	report_find(form)->print(&b, &r);
	assert_false(b.over);
	text = arena_text(&a, buf_str(&b));
	buf_release(&b);
	return text;
}

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("no '%s' in:\n%s", part, text);
}

static void assert_has_not(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("'%s' in:\n%s", part, text);
}

/* An error in a file, a warning in an issue, an info that has no place. */
static struct findings three(void)
{
	struct findings f = {.n = 0};

	finding_add(&a, &f, "target-equals-baseline", SEVERITY_ERROR,
		"./okrs/q1 2025.md", NULL, 12, "key result 'Raise NPS': x");
	finding_add(&a, &f, "no-owner", SEVERITY_WARNING, NULL,
		"https://gitlab.example/group/okrs/-/issues/7", 0,
		"objective 'Win': it has no owner");
	finding_add(&a, &f, "members-unknown", SEVERITY_INFO, NULL, NULL, 0,
		"members cannot be read");
	return f;
}

static void text_is_as_compilers_write(void **state)
{
	struct findings f = three();

	(void)state;
	assert_string_equal(print("text", &f),
		"./okrs/q1 2025.md:12: error: key result 'Raise NPS': x "
		"[target-equals-baseline]\n"
		"https://gitlab.example/group/okrs/-/issues/7: warning: "
		"objective 'Win': it has no owner [no-owner]\n"
		"info: members cannot be read [members-unknown]\n");
}

static void json_counts_and_lists(void **state)
{
	struct findings f = three();
	const char *text = print("json", &f);

	(void)state;
	assert_has(text, "{\n  \"schema\": 1,\n");
	assert_has(text, "\"errors\": 1,\n  \"warnings\": 1,\n  \"infos\": 1,");
	assert_has(text, "      \"rule\": \"target-equals-baseline\",\n"
			 "      \"severity\": \"error\",\n"
			 "      \"file\": \"./okrs/q1 2025.md\",\n"
			 "      \"url\": null,\n"
			 "      \"line\": 12,\n"
			 "      \"message\": \"key result 'Raise NPS': x\",\n");
	assert_has(text, "      \"file\": null,\n"
			 "      \"url\": \"https://gitlab.example/group/okrs/"
			 "-/issues/7\",\n"
			 "      \"line\": null,\n");
}

static void code_quality_has_relative_paths_and_lines(void **state)
{
	struct findings f = three();
	const char *text = print("codequality", &f);

	(void)state;
	assert_has(text, "\"check_name\": \"target-equals-baseline\"");
	assert_has(text, "\"severity\": \"major\",\n"
			 "    \"location\": {\n"
			 "      \"path\": \"okrs/q1 2025.md\",\n"
			 "      \"lines\": {\n"
			 "        \"begin\": 12\n");
	assert_has(text, "\"severity\": \"minor\",\n"
			 "    \"location\": {\n"
			 "      \"path\": \"group/okrs/-/issues/7\",\n"
			 "      \"lines\": {\n"
			 "        \"begin\": 1\n");
	assert_has(text, "\"severity\": \"info\",\n"
			 "    \"location\": {\n"
			 "      \"path\": \".okrsync.yml\",\n");
}

static void junit_has_a_suite_for_each_document(void **state)
{
	struct findings f = three();
	const char *text = print("junit", &f);

	(void)state;
	assert_has(text, "<testsuites name=\"okrsync lint\" tests=\"3\" "
			 "failures=\"2\" errors=\"0\" time=\"0\">\n");
	assert_has(text, "  <testsuite name=\"okrs/q1 2025.md\" tests=\"1\" "
			 "failures=\"1\" errors=\"0\" skipped=\"0\"");
	assert_has(text,
		"    <testcase classname=\"okrs/q1 2025.md\" "
		"name=\"target-equals-baseline: key result &#39;Raise "
		"NPS&#39;: x\" file=\"okrs/q1 2025.md\" time=\"0\">\n"
		"      <failure type=\"error\" message=\"key result &#39;Raise "
		"NPS&#39;: x\">./okrs/q1 2025.md:12: error: ");
	assert_has(text, "<testsuite name=\"https://gitlab.example/group/okrs/"
			 "-/issues/7\" tests=\"1\" failures=\"1\"");
	assert_has(text, "<testsuite name=\"okrsync\" tests=\"1\" "
			 "failures=\"0\"");
	assert_has(text, "<system-out>info: members cannot be read "
			 "[members-unknown]</system-out>\n");
}

static void sarif_points_to_files_and_issues(void **state)
{
	struct findings f = three();
	const char *text = print("sarif", &f);
	size_t n;

	(void)state;
	assert_has(text, "\"version\": \"2.1.0\"");
	assert_has(text, "\"uri\": \"okrs/q1%202025.md\",\n");
	assert_has(text, "\"uriBaseId\": \"%SRCROOT%\"\n");
	assert_has(text, "\"startLine\": 12\n");
	assert_has(text, "\"uri\": \"https://gitlab.example/group/okrs/-/"
			 "issues/7\"\n");
	assert_has(text, "\"level\": \"note\",\n"
			 "          \"message\": {\n"
			 "            \"text\": \"members cannot be read\"\n"
			 "          },\n"
			 "          \"locations\": [],\n");
	assert_has(text,
		arena_printf(&a,
			"\"ruleId\": \"no-owner\",\n"
			"          \"ruleIndex\": %d,\n",
			(int)(lint_rule_find("no-owner") - lint_rules(&n))));
}

static void a_clean_set_is_a_report_too(void **state)
{
	struct findings none = {.n = 0};

	(void)state;
	assert_string_equal(print("text", &none), "");
	assert_has(print("json", &none), "\"findings\": []\n");
	assert_string_equal(print("codequality", &none), "[]\n");
	assert_has(print("junit", &none), "tests=\"1\" failures=\"0\"");
	assert_has(print("junit", &none), "name=\"no findings\"");
	assert_has(print("sarif", &none), "\"results\": []\n");
}

/* The value behind the n-th "fingerprint". */
static const char *fingerprint(const struct findings *f, size_t n)
{
	struct lint_options o;
	const struct report r = {
		.arena = &a, .findings = f, .lint = &o, .base = "", .home = ""};

	return report_fingerprints(&r)[n];
}

static void fingerprints_outlive_lines_and_numbers(void **state)
{
	struct findings before = {.n = 0}, after = {.n = 0};

	(void)state;
	finding_add(&a, &before, "stale", SEVERITY_WARNING, "a.md", NULL, 9,
		"key result 'Win': 9 days old");
	finding_add(&a, &after, "no-owner", SEVERITY_WARNING, "a.md", NULL, 1,
		"objective 'New': it has no owner");
	finding_add(&a, &after, "stale", SEVERITY_WARNING, "a.md", NULL, 30,
		"key result 'Win': 10 days old");
	assert_int_equal(strlen(fingerprint(&before, 0)), 16);
	assert_string_equal(fingerprint(&before, 0), fingerprint(&after, 1));
}

static void fingerprints_differ_where_findings_do(void **state)
{
	enum { N = 6 };
	struct findings f = {.n = 0};

	(void)state;
	finding_add(&a, &f, "stale", SEVERITY_WARNING, "a.md", NULL, 1, "x");
	finding_add(&a, &f, "stale", SEVERITY_WARNING, "a.md", NULL, 2, "x");
	finding_add(&a, &f, "stale", SEVERITY_WARNING, "b.md", NULL, 1, "x");
	finding_add(&a, &f, "stale", SEVERITY_WARNING, "b1.md", NULL, 1, "x");
	finding_add(&a, &f, "stale", SEVERITY_WARNING, "b2.md", NULL, 1, "x");
	finding_add(&a, &f, "no-from", SEVERITY_WARNING, "a.md", NULL, 1, "x");
	for (size_t i = 0; i < N; i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(
				fingerprint(&f, i), fingerprint(&f, k));
}

static void paths_are_relative(void **state)
{
	static const char *const T[][2] = {
		{"okrs.md", "okrs.md"},
		{"./a/./b.md", "a/./b.md"},
		{"././b.md", "b.md"},
		{"/home/me/book/content/a.md", "content/a.md"},
		{"/home/me/booking/a.md", "home/me/booking/a.md"},
		{"../a.md", "../a.md"},
		{"-", "stdin"},
	};
	const struct report r = {.arena = &a, .base = "/home/me/book"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		const struct finding f = {.file = T[i][0], .url = ""};

		assert_string_equal(report_path(&r, &f), T[i][1]);
	}
}

/* What may not reach a terminal or break out of XML or JSON. */
static const char HOSTILE[] =
	"key result ']]></failure><x a=\"&amp;\x1b[31m\x01\xff\xed\xa0\x80"
	"\xef\xbf\xbf\xe2\x80\xae\n\",\\u0022 \xf0\x9f\x98\x80'";

static struct findings hostile(void)
{
	struct findings f = {.n = 0};

	finding_add(&a, &f, "stale", SEVERITY_WARNING,
		"a\"<\x1b]0;\x07>\n\xfe'&.md", NULL, 3, "%s", HOSTILE);
	finding_add(&a, &f, "stale", SEVERITY_INFO, NULL,
		"javascript://x/\"<\x1b> \xfe%zz\\", 3, "%s", HOSTILE);
	return f;
}

static void hostile_text_stays_text(void **state)
{
	static const char *const FORMS[] = {
		"text", "json", "codequality", "junit", "sarif"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(FORMS); i++) {
		struct findings f = hostile();
		const char *text = print(FORMS[i], &f);

		for (const char *p = text; *p; p++)
			assert_true((unsigned char)*p >= ' ' || *p == '\n');
		assert_has_not(text, "\xff");
		assert_has_not(text, "\xfe");
		assert_has_not(text, "\xed\xa0\x80");
		assert_has_not(text, "\xe2\x80\xae"); /* bidi */
		assert_has_not(text, "\xef\xbf\xbf"); /* U+FFFF */
		assert_has(text, "\xef\xbf\xbd");
		assert_has(text, "\xf0\x9f\x98\x80");
	}
}

static void hostile_text_is_escaped_in_xml(void **state)
{
	struct findings f = hostile();
	const char *text = print("junit", &f);

	(void)state;
	assert_has_not(text, "<x");
	assert_has_not(text, "]]>");
	assert_has(text, "]]&gt;&lt;/failure&gt;&lt;x a=&quot;&amp;amp;[31m");
}

static void a_text_finding_is_one_line(void **state)
{
	struct findings f = hostile();
	const char *text = print("text", &f);
	int lines = 0;

	(void)state;
	for (; *text; text++)
		lines += *text == '\n';
	assert_int_equal(lines, 2);
}

static void hostile_addresses_are_uris_in_sarif(void **state)
{
	struct findings f = hostile();
	const char *text = print("sarif", &f);

	(void)state;
	assert_has(text, "\"uri\": \"javascript://x/%22%3C%3E%20"
			 "%EF%BF%BD%25zz%5C\"");
}

static void equal_names_are_counted_in_junit(void **state)
{
	struct findings f = {.n = 0};
	const char *text;

	(void)state;
	finding_add(&a, &f, "stale", SEVERITY_WARNING, "a.md", NULL, 1, "x");
	finding_add(&a, &f, "stale", SEVERITY_WARNING, "a.md", NULL, 2, "x");
	finding_add(&a, &f, "stale", SEVERITY_WARNING, "b.md", NULL, 2, "x");
	text = print("junit", &f);
	assert_has(text, "classname=\"a.md\" name=\"stale: x\"");
	assert_has(text, "classname=\"a.md\" name=\"stale: x (2)\"");
	assert_has(text, "classname=\"b.md\" name=\"stale: x\"");
}

static const char *totals(const struct findings *f)
{
	struct buf b;
	const char *text;

	buf_init(&b, REPORT_BYTES);
	report_totals(&b, f);
	buf_addc(&b, '|');
	report_counts(&a, &b, f, SEVERITY_WARNING);
	text = arena_text(&a, buf_str(&b));
	buf_release(&b);
	return text;
}

static void totals_are_grouped(void **state)
{
	struct findings f = three(), none = {.n = 0};

	(void)state;
	assert_string_equal(totals(&none), "no findings|");
	finding_add(&a, &f, "no-owner", SEVERITY_WARNING, NULL, NULL, 0, "y");
	assert_string_equal(totals(&f), "1 error, 2 warnings, 1 info|"
					"1 target-equals-baseline, 2 no-owner");
}

static void forms_have_names(void **state)
{
	(void)state;
	assert_null(report_find("html"));
	assert_string_equal(report_find("junit")->name, "junit");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_as_compilers_write),
		cmocka_unit_test(json_counts_and_lists),
		cmocka_unit_test(code_quality_has_relative_paths_and_lines),
		cmocka_unit_test(junit_has_a_suite_for_each_document),
		cmocka_unit_test(sarif_points_to_files_and_issues),
		cmocka_unit_test(a_clean_set_is_a_report_too),
		cmocka_unit_test(fingerprints_outlive_lines_and_numbers),
		cmocka_unit_test(fingerprints_differ_where_findings_do),
		cmocka_unit_test(paths_are_relative),
		cmocka_unit_test(hostile_text_stays_text),
		cmocka_unit_test(hostile_text_is_escaped_in_xml),
		cmocka_unit_test(a_text_finding_is_one_line),
		cmocka_unit_test(hostile_addresses_are_uris_in_sarif),
		cmocka_unit_test(equal_names_are_counted_in_junit),
		cmocka_unit_test(totals_are_grouped),
		cmocka_unit_test(forms_have_names),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
