/*
 * The tree: what md4c and the cleaning before it make of a text.
 */
#include "unit.h"

#include "buf.h"
#include "read/doc_p.h"

enum { OUTLINE_BYTES = 1 << 14 };

static const char *const KINDS[] = {[BLOCK_DOC] = "doc",
	[BLOCK_SECTION] = "h",
	[BLOCK_PARA] = "p",
	[BLOCK_LIST] = "list",
	[BLOCK_ITEM] = "item",
	[BLOCK_TABLE] = "table",
	[BLOCK_ROW] = "row",
	[BLOCK_CELL] = "cell",
	[BLOCK_LEFT] = "left",
	[BLOCK_RULE] = "rule"};

static void outline(struct buf *b, const struct block *block)
{
	for (const struct block *c = block->first; c; c = c->next) {
		buf_adds(b, KINDS[c->kind]);
		if (c->kind == BLOCK_SECTION)
			buf_addf(b, "%d", c->level);
		if (c->task)
			buf_addf(b, "[%c]", c->task);
		if (c->text.s.n)
			buf_addf(b, " '%.*s'@%d", STR_ARG(c->text.s), c->line);
		if (c->first) {
			buf_adds(b, "(");
			outline(b, c);
			buf_adds(b, ")");
		}
		if (c->next)
			buf_adds(b, " ");
	}
}

static void check(struct str text, const char *want)
{
	struct arena a = ARENA_INIT;
	struct buf b;

	buf_init(&b, OUTLINE_BYTES);
	outline(&b, doc_read(&a, text, NULL));
	assert_string_equal(b.p, want);
	buf_release(&b);
	arena_release(&a);
}

static void headings_own_what_is_below(void **state)
{
	(void)state;
	check(STR("# A\n\nx\n\n### B\ny\n## C\n# D"),
		"h1 'A'@1(p 'x'@3 h3 'B'@5(p 'y'@6) h2 'C'@7) h1 'D'@8");
}

static void indents_mean_what_people_mean(void **state)
{
	static const char *const TEXTS[] = {
		"1. a\n  - b\n  - c\n2. d",
		"1. a\n\t- b\n\t- c\n2. d",
		"1. a\n        - b\n        - c\n2. d",
		"1. a\n   - b\n    - c\n2. d",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
		check(str_of(TEXTS[i]),
			"list(item(p 'a'@1 list(item(p 'b'@2) item(p 'c'@3)))"
			" item(p 'd'@4))");
}

static void lists_may_follow_text_directly(void **state)
{
	(void)state;
	check(STR("Key results:\n    - a\n    - b"),
		"p 'Key results:'@1 list(item(p 'a'@2) item(p 'b'@3))");
	check(STR("- a\n**Risks**: b"), "list(item(p 'a'@1)) p 'Risks: b'@2");
	check(STR("\xe2\x80\xa2 a\n\xe2\x80\xa2 b"),
		"list(item(p 'a'@1) item(p 'b'@2))");
}

static void boxes_are_kept(void **state)
{
	(void)state;
	check(STR("- [x] a\n- [ ] b\n- c"),
		"list(item[x](p 'a'@1) item[ ](p 'b'@2) item(p 'c'@3))");
}

static void tables_forgive(void **state)
{
	(void)state;
	check(STR("text\n| a | b\n|---|---\n| 1 | 2\n| | 3 | 4 |\nend"),
		"p 'text'@1 table(row(cell 'a'@2 cell 'b'@2)"
		" row(cell '1'@4 cell '2'@4) row(cell cell '3'@5))"
		" p 'end'@6");
}

static void markup_becomes_flags(void **state)
{
	struct arena a = ARENA_INIT;
	const struct block *p = doc_read(&a,
		STR("**b** [l](/u) `c` ~~gone~~ 1~2 and 3~4 <br>&amp; <x>"),
		NULL)
					->first;

	(void)state;
	assert_string_equal(p->text.s.p, "b l c  1~2 and 3~4 \n& <x>");
	assert_int_equal(p->text.flags[0], TEXT_BOLD);
	assert_int_equal(p->text.flags[2], TEXT_LINK);
	assert_int_equal(p->text.flags[4], TEXT_CODE);
	assert_int_equal(p->text.links.n, 1);
	assert_true(str_is(p->text.links.v[0].url, "/u"));
	arena_release(&a);
}

static void what_is_quoted_is_told_apart(void **state)
{
	(void)state;
	check(STR("> a\n\n```\nb\n```\n\n    c\n\n<!-- d\ne -->\nf"),
		"left(p 'a'@1) left left p 'f'@11");
	check(STR("> - a\n>   - b\n>   > c\n> - d\n>\n> > e\n\nf"),
		"left(list(item(p 'a'@1) item(p 'd'@4))) p 'f'@8");
	check(STR("> # a\n>\n> ```\n> b\n> ```\n>\n> c | d\n> ---|---\n> e | "
		  "f\n>\n"
		  "> <p>e</p>\n\nf"),
		"left(p 'a'@1 table(row(cell 'c'@7 cell 'd'@7) "
		"row(cell 'e'@9 cell 'f'@9))) p 'f'@13");
	check(STR("a <!-- b --> c"), "p 'a  c'@1");
	check(STR("a <!-- b"), "p 'a <!-- b'@1");
}

static void html_headings_are_headings(void **state)
{
	(void)state;
	check(STR("<p class=\"h3\">1. CEO: Grow</p>\n\nx\n\n<h2>Y</h2>"),
		"h3 '1. CEO: Grow'@1(p 'x'@3) h2 'Y'@5");
	check(STR("<details>\n<summary>More</summary>\n\nx\n\n</details>"),
		"h6 'More'@2(p 'x'@4)");
	check(STR("<table><tr><th>A<th>B</tr>\n\n<tr><td><p>a</p><p>b</p>"
		  "</td>\n<td>c &amp; <b>d</b></td></tr></table>\nz"),
		"table(row(cell 'A'@1 cell 'B'@1) "
		"row(cell 'a\nb'@3 cell 'c & d'@4)) p 'z'@5");
	check(STR("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>\n\nc"),
		"list(item(p 'a'@2) item(p 'b'@4)) p 'c'@7");
	check(STR("<table>\n\na | b"), "table p 'a | b'@3");
}

static void broken_bytes_become_replacements(void **state)
{
	(void)state;
	check((struct str){"a\xff\0b", 4}, "p 'a\xef\xbf\xbd\xef\xbf\xbd"
					   "b'@1");
	check(STR("\xef\xbb\xbf# A\r\nb\rc"), "h1 'A'@1(p 'b\nc'@2)");
	check(STR(""), "");
}

static void front_matter_is_taken_off(void **state)
{
	struct arena a = ARENA_INIT;
	struct clean front;
	const struct block *doc =
		doc_read(&a, STR("---\ntitle: x\n---\n# A"), &front);

	(void)state;
	assert_true(str_is(front.front, "title: x\n"));
	assert_int_equal(doc->first->line, 4);
	arena_release(&a);
	check(STR("---\na\n---\nb"), "rule h2 'a'@2(p 'b'@4)");
}

static void emoji_names_become_emoji(void **state)
{
	(void)state;
	check(STR(":white_check_mark: a :b: 10:30"),
		"p '\xe2\x9c\x85 a :b: 10:30'@1");
}

static void hostile_tables_stay_small(void **state)
{
	enum { BARS = 50000 };
	struct arena a = ARENA_INIT;
	struct buf b;

	(void)state;
	buf_init(&b, BARS * 8);
	buf_add_times(&b, '|', BARS);
	buf_adds(&b, "\n");
	for (int i = 0; i < BARS; i++)
		buf_adds(&b, "|-");
	buf_adds(&b, "|\n");
	buf_add_times(&b, '|', BARS);
	assert_true(doc_read(&a, buf_str(&b), NULL)->first != NULL);
	assert_true(a.used < 100 * b.n);
	buf_release(&b);
	arena_release(&a);
}

static void cells_reach_over_rows_and_columns(void **state)
{
	(void)state;
	check(STR("<table><tr><th>a</th><th>b</th></tr>\n"
		  "<tr><td rowspan=2>x</td><td>1</td></tr>\n"
		  "<tr><td>2</td></tr>\n"
		  "<tr><td colspan='2'>all</td></tr></table>\n"),
		"table(row(cell 'a'@1 cell 'b'@1) "
		"row(cell 'x'@2 cell '1'@2) "
		"row(cell cell '2'@3) "
		"row(cell 'all'@4 cell))");
}

static void hostile_spans_stay_small(void **state)
{
	enum { ROWS = 20000 };
	struct arena a = ARENA_INIT;
	struct buf b;

	(void)state;
	buf_init(&b, (size_t)1 << 20);
	buf_adds(&b, "<table><tr><td rowspan=999 colspan=999>x</td></tr>");
	for (int i = 0; i < ROWS; i++)
		buf_adds(&b, "<tr><td colspan=99>");
	buf_adds(&b, "</table>");
	assert_true(doc_read(&a, buf_str(&b), NULL)->first != NULL);
	assert_true(a.used < 100 * b.n);
	buf_release(&b);
	arena_release(&a);
}

static void other_notations_are_understood(void **state)
{
	(void)state;
	check(STR("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n"
		  "|   | 3 |\n+---+---+\n| 4 |   |\n+---+---+\n"),
		"table(row(cell 'a'@2 cell 'b'@2) "
		"row(cell '1'@4 cell '2 3'@4) row(cell '4'@7))");
	check(STR("| a | b |\n|---+---|\n| 1 | 2 |\n"),
		"table(row(cell 'a'@1 cell 'b'@1) row(cell '1'@3 cell "
		"'2'@3))");
	check(STR("== A ==\n\nx\n\n=== B\n\ny\n"),
		"h2 'A'@1(p 'x'@3 h3 'B'@5(p 'y'@7))");
	check(STR("== 3 is no heading\n"), "h2 '3 is no heading'@1");
	check(STR("a == b\n\n= =\n"), "p 'a == b'@1 p '= ='@3");
}

static void footnotes_leave_no_mark(void **state)
{
	(void)state;
	check(STR("One[^1] and two [^b].\n\n[^1]: told\n"),
		"p 'One and two .'@1");
}

static void a_bullet_alone_takes_the_line_below(void **state)
{
	(void)state;
	check(STR("-\nDo this today\n-\nand that then\n"),
		"list(item(p 'Do this today'@2) item(p 'and that then'@4))");
	check(STR("x\n-\n\ny\n"), "p 'x'@1 p 'y'@4");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_own_what_is_below),
		cmocka_unit_test(indents_mean_what_people_mean),
		cmocka_unit_test(lists_may_follow_text_directly),
		cmocka_unit_test(boxes_are_kept),
		cmocka_unit_test(tables_forgive),
		cmocka_unit_test(markup_becomes_flags),
		cmocka_unit_test(what_is_quoted_is_told_apart),
		cmocka_unit_test(html_headings_are_headings),
		cmocka_unit_test(broken_bytes_become_replacements),
		cmocka_unit_test(front_matter_is_taken_off),
		cmocka_unit_test(emoji_names_become_emoji),
		cmocka_unit_test(hostile_tables_stay_small),
		cmocka_unit_test(cells_reach_over_rows_and_columns),
		cmocka_unit_test(hostile_spans_stay_small),
		cmocka_unit_test(other_notations_are_understood),
		cmocka_unit_test(footnotes_leave_no_mark),
		cmocka_unit_test(a_bullet_alone_takes_the_line_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
