/*
 * Hostile text in every place a page has, rendered by md4c: nothing but the
 * text may come out.
 */
#include "unit.h"

#include "escape.h"
#include "hostile.h"
#include "page/escape_p.h"
#include "shown.h"

enum { TEXT_BYTES = 1 << 20 };

/* Places for a text, and the elements they are made of without it. */
static const struct place {
	const char *before, *after, *elements, *text_before, *text_after;
} PLACES[] = {
	{"", "\n", "doc p ", "", ""},
	{"# ", "\n", "doc h ", "", ""},
	{"- ", "\n", "doc ul li ", "", ""},
	{"1. **", "**\n", "doc ol li strong ", "", ""},
	{"x [", "](y)\n", "doc p a ", "x ", ""},
	{"one ", " two\n", "doc p ", "one ", " two"},
};

static const struct place CELL = {"| a | b |\n|---|---|\n| ", " | c |\n",
	"doc table thead tr th th tbody tr td td ", "a\tb\t", "\tc\t"};

static void check_place(
	const struct place *p, struct str text, struct str want, unsigned flags)
{
	struct buf doc, all;
	struct shown s;

	buf_init(&doc, TEXT_BYTES);
	buf_init(&all, TEXT_BYTES);
	buf_adds(&doc, p->before);
	escape_markdown(&doc, text);
	buf_adds(&doc, p->after);
	buf_addf(
		&all, "%s%.*s%s", p->text_before, STR_ARG(want), p->text_after);
	shown_render(&s, buf_str(&doc), flags);
	if (strcmp(s.text.p, all.p) || strcmp(s.elements.p, p->elements))
		fail_msg("'%s' reads '%s' in '%s'\nand not '%s' in '%s'", doc.p,
			s.text.p, s.elements.p, all.p, p->elements);
	shown_release(&s);
	buf_release(&all);
	buf_release(&doc);
}

static void check_everywhere(struct str text)
{
	struct buf want;

	buf_init(&want, TEXT_BYTES);
	clean_line(&want, text);
	for (size_t k = 0; want.n && k < COUNT_OF(PLACES); k++) {
		check_place(&PLACES[k], text, buf_str(&want), SHOWN_STRICT);
		check_place(&PLACES[k], text, buf_str(&want), SHOWN_ALL);
	}
	if (want.n)
		check_place(&CELL, text, buf_str(&want), SHOWN_ALL);
	buf_release(&want);
}

static void hostile_text_stays_text_in_every_place(void **state)
{
	(void)state;
	assert_true(COUNT_OF(HOSTILE) >= 150);
	for (size_t i = 0; i < COUNT_OF(HOSTILE); i++)
		check_everywhere(HOSTILE[i]);
	print_message("%zu hostile texts\n", COUNT_OF(HOSTILE));
}

static void two_hostile_texts_do_not_help_each_other(void **state)
{
	char text[512];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(HOSTILE); i++)
		for (size_t k = 0; k < COUNT_OF(HOSTILE); k += 1 + i % 7) {
			struct buf want;
			size_t n = HOSTILE[i].n;

			memcpy(text, HOSTILE[i].p, n);
			memcpy(text + n, HOSTILE[k].p, HOSTILE[k].n);
			n += HOSTILE[k].n;
			buf_init(&want, TEXT_BYTES);
			clean_line(&want, (struct str){text, n});
			if (want.n) {
				check_place(&PLACES[0], (struct str){text, n},
					buf_str(&want), SHOWN_ALL);
				check_place(&CELL, (struct str){text, n},
					buf_str(&want), SHOWN_ALL);
			}
			buf_release(&want);
		}
}

static void no_shortcode_marker_or_raw_html_is_ever_written(void **state)
{
	static const char *const NEVER[] = {
		"{{", "}}", "<", ">", "|", "okrs\n"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(HOSTILE); i++) {
		struct buf b;

		buf_init(&b, TEXT_BYTES);
		escape_markdown(&b, HOSTILE[i]);
		buf_addc(&b, '\n');
		escape_inline(&b, HOSTILE[i]);
		for (size_t k = 0; k < COUNT_OF(NEVER); k++)
			if (strstr(b.p, NEVER[k]))
				fail_msg("'%s' has '%s'", b.p, NEVER[k]);
		buf_release(&b);
	}
}

/* Only links to safe places, code and emphasis may come of inline markdown,
 * and the words are those a reader of the markdown sees. */
static void check_inline(struct str text)
{
	static const char *const OTHERS[] = {
		"doc", "p", "a", "em", "strong", "code"};
	struct buf doc, want;
	struct shown s;
	struct str rest, word;

	buf_init(&doc, TEXT_BYTES);
	buf_init(&want, TEXT_BYTES);
	escape_inline(&doc, text);
	escape_plain(&want, text);
	shown_render(&s, buf_str(&doc), SHOWN_ALL);
	if (!str_eq(str_trim(buf_str(&s.text)), str_trim(buf_str(&want))))
		fail_msg("'%s' reads '%s' and not '%s'", doc.p, s.text.p,
			want.p);
	rest = buf_str(&s.elements);
	while (str_take_until(&rest, ' ', &word)) {
		bool fine = false;

		for (size_t i = 0; i < COUNT_OF(OTHERS); i++)
			fine |= str_is(word, OTHERS[i]);
		if (!fine)
			fail_msg("'%s' makes '%s'", doc.p, s.elements.p);
	}
	rest = buf_str(&s.links);
	while (str_take_line(&rest, &word))
		if (!str_istarts(word, "https://") &&
			!str_istarts(word, "http://") &&
			!str_istarts(word, "mailto:") &&
			str_find_char(word, ':') != STR_NONE)
			fail_msg("'%s' links to '%.*s'", doc.p, STR_ARG(word));
	assert_false(s.html);
	shown_release(&s);
	buf_release(&want);
	buf_release(&doc);
}

static void inline_markdown_is_reduced_to_what_is_safe(void **state)
{
	char text[512];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(HOSTILE); i++) {
		check_inline(HOSTILE[i]);
		for (size_t k = 0; k < COUNT_OF(HOSTILE); k += 1 + i % 5) {
			size_t n = HOSTILE[i].n;

			memcpy(text, HOSTILE[i].p, n);
			memcpy(text + n, HOSTILE[k].p, HOSTILE[k].n);
			check_inline((struct str){text, n + HOSTILE[k].n});
		}
	}
}

static const struct {
	const char *markdown, *kept, *plain;
} INLINE[] = {
	{"plain words", "plain words", "plain words"},
	{"**bold** and *soft*", "**bold** and *soft*", "bold and soft"},
	{"__bold__, _soft_.", "**bold**, *soft*.", "bold, soft."},
	{"see `make all` now", "see `make all` now", "see make all now"},
	{"`a|b`", "a&#124;b", "a|b"},
	{"[DONE](https://e.example/x)", "[DONE](https://e.example/x)", "DONE"},
	{"[a *b*](/x/y.md#z)", "[a \\*b\\*](/x/y.md#z)", "a *b*"},
	{"[x](javascript:alert(1)) y", "x y", "x y"},
	{"[x](https://e/a(b)c)", "[&#120;](https://e/a%28b%29c)", "x"},
	{"[x](<https://e/a b> \"t\")", "[&#120;](https://e/a%20b)", "x"},
	{"![alt](https://e/p.png)", "alt", "alt"},
	{"R&amp;D &lt;b&gt; &#65;&#x42;", "R&D &lt;b&gt; AB", "R&D <b> AB"},
	{"one<br>two<br/>three", "one two three", "one two three"},
	{"\\*not\\* \\#1", "\\*not\\* \\#1", "*not* #1"},
	{"https://e.example/a.",
		"[https\\://e.example/a](https://e.example/a).",
		"https://e.example/a."},
	{"<https://e.example>", "[https\\://e.example](https://e.example)",
		"https://e.example"},
	{"snake_case_word", "snake_case_word", "snake_case_word"},
	{"2*3*4", "2\\*3\\*4", "2*3*4"},
	{"a **b", "a \\*\\*b", "a **b"},
	{"``a`b``", "a\\`b", "a`b"},
	{"&#0; &#x110000; &bogus; &#12x;",
		"\\&\\#0; \\&\\#x110000; \\&bogus; \\&\\#12x;",
		"&#0; &#x110000; &bogus; &#12x;"},
	{"&#xe9;&#x20ac;&#x1f600;", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
		"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"},
	{"a&#x202e;b", "ab", "ab"},
};

static void inline_markdown_keeps_links_code_and_emphasis(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(INLINE); i++) {
		struct arena a = ARENA_INIT;

		assert_string_equal(
			escaped_inline(&a, INLINE[i].markdown), INLINE[i].kept);
		assert_string_equal(
			escaped_plain(&a, INLINE[i].markdown), INLINE[i].plain);
		arena_release(&a);
	}
}

static void long_hostile_markdown_costs_no_more_than_long_text(void **state)
{
	static const char *const UNITS[] = {"[", "*", "**a ", "`", "``a`", "<",
		"![", "[a](", "_a", "&", "https://", "\\", "x", ":", ":a", "&a",
		"-", "\u200ba"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(UNITS); i++) {
		struct buf text, b;

		buf_init(&text, TEXT_BYTES);
		buf_init(&b, 16 * TEXT_BYTES);
		while (text.n < 200 * 1000)
			buf_adds(&text, UNITS[i]);
		escape_inline(&b, buf_str(&text));
		assert_true(b.n >= text.n / 4);
		buf_clear(&b);
		escape_markdown(&b, buf_str(&text));
		assert_true(b.n >= text.n / 4);
		buf_release(&b);
		buf_release(&text);
	}
}

static const char *url(struct arena *a, const char *text)
{
	return escaped_url(a, text);
}

static void only_safe_addresses_are_linked(void **state)
{
	static const char *const BAD[] = {"javascript:alert(1)", "JavaScript:x",
		"data:text/html,x", "vbscript:x", "file:///etc",
		"//evil.example", "\\\\evil", "https:", "https://",
		"https:///x", "mailto:", "ftp://x", "java\nscript:x",
		"https://x\ny", "", "a b", "?x", "x:y", "&#106;avascript:x",
		"https://\"onclick"};
	struct arena a = ARENA_INIT;
	char large[ESCAPE_URL_BYTES + 2];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(BAD); i++)
		assert_string_equal(url(&a, BAD[i]), "");
	memset(large, 'a', sizeof(large) - 1);
	large[sizeof(large) - 1] = '\0';
	assert_string_equal(url(&a, large), "");
	assert_string_equal(url(&a, "../fy24-q1.md#x"), "../fy24-q1.md#x");
	assert_string_equal(
		url(&a, "mailto:a@b.example"), "mailto:a@b.example");
	assert_string_equal(url(&a, "https://e/?a[]=1&b=%20%zz"),
		"https://e/?a%5B%5D=1&amp;b=%20%25zz");
	assert_string_equal(
		url(&a, "HTTPS://e/(x)|`y`"), "HTTPS://e/%28x%29%7C%60y%60");
	assert_string_equal(url(&a, "https://e/\xc3\xa9"), "https://e/%C3%A9");
	arena_release(&a);
}

static void slugs_are_plain_and_short(void **state)
{
	struct arena a = ARENA_INIT;
	char large[500];

	(void)state;
	assert_string_equal(escape_slug(&a, STR("VP, Global Channels")),
		"vp-global-channels");
	assert_string_equal(
		escape_slug(&a, STR("../../etc/passwd")), "etc-passwd");
	assert_string_equal(escape_slug(&a, STR("\xc3\x89quipe Z\xc3\xbcrich")),
		"equipe-zurich");
	assert_string_equal(escape_slug(&a, STR("\xe6\x97\xa5")), "x");
	assert_string_equal(escape_slug(&a, STR(" -- ")), "x");
	assert_string_equal(escape_slug(&a, STR("")), "x");
	assert_string_equal(escape_slug(&a, STR("a\0b\xff")), "ab");
	memset(large, 'A', sizeof(large));
	assert_int_equal(strlen(escape_slug(&a, (struct str){large, 500})),
		ESCAPE_SLUG_BYTES);
	arena_release(&a);
}

static void cleaning_removes_what_is_not_seen(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, TEXT_BYTES);
	escape_clean(&b, STR("a\r\nb\rc\td\0\x1b[0m\xe2\x80\xae\xef\xbb\xbf\xff"
			     "\xe2\x80\xa8z"));
	assert_string_equal(b.p, "a\nb\nc\td[0m\xef\xbf\xbd\nz");
	buf_release(&b);
}

static void html_and_yaml_have_their_own_rules(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b;

	(void)state;
	buf_init(&b, TEXT_BYTES);
	escape_html(&b, STR("<a b=\"c\" d='e'>&\x01"));
	assert_string_equal(
		b.p, "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
	buf_release(&b);
	assert_string_equal(escaped_yaml(&a, "a \"b\" \\ c\n---\nd: e"),
		"a \\\"b\\\" \\\\ c --- d: e");
	assert_string_equal(escaped_yaml(&a, NULL), "");
	assert_string_equal(escaped_markdown(&a, "a*"), "a\\*");
	arena_release(&a);
}

static void an_overflow_is_seen(void **state)
{
	struct buf b;
	struct err err = ERR_INIT;

	(void)state;
	buf_init(&b, 16);
	escape_markdown(&b, STR("a text that is far too long for it"));
	assert_int_equal(buf_finish(&b, "text", &err), -1);
	buf_clear(&b);
	escape_inline(&b, STR("a text that is far too long for it"));
	err_clear(&err);
	assert_int_equal(buf_finish(&b, "text", &err), -1);
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_text_stays_text_in_every_place),
		cmocka_unit_test(two_hostile_texts_do_not_help_each_other),
		cmocka_unit_test(
			no_shortcode_marker_or_raw_html_is_ever_written),
		cmocka_unit_test(inline_markdown_is_reduced_to_what_is_safe),
		cmocka_unit_test(inline_markdown_keeps_links_code_and_emphasis),
		cmocka_unit_test(
			long_hostile_markdown_costs_no_more_than_long_text),
		cmocka_unit_test(only_safe_addresses_are_linked),
		cmocka_unit_test(slugs_are_plain_and_short),
		cmocka_unit_test(cleaning_removes_what_is_not_seen),
		cmocka_unit_test(html_and_yaml_have_their_own_rules),
		cmocka_unit_test(an_overflow_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
