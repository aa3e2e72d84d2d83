/*
 * Rows of cells, and the OKRs of a sheet.
 */
#include "unit.h"

#include <string.h>

#include "csv.h"

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

/* "1:a|b;3:c" */
static const char *shown(const struct csv *csv)
{
	const char *all = "";

	for (size_t i = 0; i < csv->n; i++) {
		all = arena_printf(
			&a, "%s%s%d:", all, i ? ";" : "", csv->v[i].line);
		for (size_t k = 0; k < csv->v[i].n; k++)
			all = arena_printf(&a, "%s%s%.*s", all, k ? "|" : "",
				STR_ARG(csv->v[i].v[k]));
	}
	return all;
}

static void cells_are_found_in_every_dialect(void **state)
{
	static const struct {
		const char *text, *rows;
	} T[] = {
		{"", ""},
		{"a", "1:a"},
		{"a,b\nc,d\n", "1:a|b;2:c|d"},
		{"a,b\r\nc,d", "1:a|b;2:c|d"},
		{"a,b\rc,d\r", "1:a|b;2:c|d"},
		{"\xef\xbb\xbfo,k\n", "1:o|k"},
		{"a;b;c\n1,5;2;3\n", "1:a|b|c;2:1,5|2|3"},
		{"a\tb\n1\t\n", "1:a|b;2:1|"},
		{"sep=;\na;b,c,d,e\n", "2:a|b,c,d,e"},
		{"a,b\n\n , \n,,\nc\n", "1:a|b;5:c"},
		{"\"a,b\",\"c \"\"d\"\"\"\n", "1:a,b|c \"d\""},
		{"a,\"b\r\nc\"\nd\n", "1:a|b\nc;3:d"},
		{"\"a;b;c;d\",x\n", "1:a;b;c;d|x"},
		{" \"a\" , b \n", "1:a|b"},
		{"a\"b,c\"\n", "1:a\"b|c\""},
		{"\"a\"b,c\n", "1:ab|c"},
		{"\"\",\"\"\na\n", "2:a"},
		{"Gr\xf6\xdf"
		 "er,\x80 5\n",
			"1:Gr\u00f6\u00df"
			"er|\u20ac 5"},
		{"a,\x81\n", "1:a|\ufffd"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct err err = ERR_INIT;
		struct csv csv;

		assert_int_equal(
			csv_parse(&a, str_of(T[i].text), "f", &csv, &err), 0);
		assert_string_equal(shown(&csv), T[i].rows);
	}
}

static void expect_error(struct str text, const char *words)
{
	struct err err = ERR_INIT;
	struct csv csv;

	assert_int_equal(csv_parse(&a, text, "x.csv", &csv, &err), -1);
	assert_int_equal(err.kind, ERR_DATA);
	assert_string_equal(err.text, words);
}

static void what_is_no_csv_is_named_with_its_line(void **state)
{
	struct buf b;

	(void)state;
	expect_error(STR("a,b\n\nc,\"d\ne\n"),
		"x.csv:3: a cell begins with a quote (\") and does not end "
		"with one");
	expect_error(STR("\xff\xfe"
			 "a"),
		"x.csv: it is UTF-16: save it as CSV in UTF-8");
	expect_error(STR("\xfe\xff"
			 "a"),
		"x.csv: it is UTF-16: save it as CSV in UTF-8");
	buf_init(&b, 1 << 20);
	buf_adds(&b, "a\n");
	buf_add_times(&b, ',', CSV_COLUMNS_MAX);
	expect_error(buf_str(&b),
		"x.csv:2: there are more than 256 columns; is it a CSV file?");
	buf_clear(&b);
	for (int i = 0; i <= CSV_ROWS_MAX; i++)
		buf_adds(&b, "a\n");
	expect_error(buf_str(&b),
		"x.csv:20001: there are more than 20000 rows; split the file");
	buf_release(&b);
}

/* --- sheets --- */

static struct outline_remarks remarks;

static struct model read(const char *text)
{
	struct read_options options;
	struct err err = ERR_INIT;
	struct outline out;
	struct model m;
	struct csv csv;

	model_init(&m);
	read_options_init(&options);
	outline_init(&out, &a);
	assert_int_equal(csv_parse(&a, str_of(text), "f", &csv, &err), 0);
	csv_outline(&csv, &out);
	assert_int_equal(outline_read(&out, "f", &options, &m, NULL, &err), 0);
	remarks = out.remarks;
	outline_release(&out);
	return m;
}

/* "title/owner@line[text/owner/baseline/target@line ...]" */
static const char *told(const struct model *m)
{
	const char *all = "";

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		all = arena_printf(&a, "%s%s%s/%s@%d[", all, i ? " " : "",
			o->title, o->owner, o->source.line);
		for (size_t k = 0; k < o->key_results.n; k++) {
			const struct key_result *kr = &o->key_results.v[k];

			all = arena_printf(&a, "%s%s%s/%s/%s/%s@%d", all,
				k ? " " : "", kr->text, kr->owner,
				kr->baseline ? kr->baseline->text : "",
				kr->target ? kr->target->text : "", kr->line);
		}
		all = arena_printf(&a, "%s]", all);
	}
	return all;
}

static void objectives_and_key_results_stand_beside_each_other(void **state)
{
	static const struct {
		const char *text, *okrs;
	} T[] = {
		{"Objective,KR,From,To\nWin,Grow,1,2\n,Sell,3,4\nBe,Do,5,6\n",
			"Win/@2[Grow//1/2@2 Sell//3/4@3] Be/@4[Do//5/6@4]"},
		/* the objective on every row, and as a ditto */
		{"Objective,KR,To\nWin,Grow,2\nWin,Sell,4\n\"\"\"\",Go,1\n",
			"Win/@2[Grow///2@2 Sell///4@3 Go///1@4]"},
		/* an owner before the key result is the objective's first */
		{"Objective,Owner,KR,To\nWin,Ada,Grow,2\nWin,Bob,Sell,4\n"
		 ",Cy,Go,1\n",
			"Win/Ada@2[Grow///2@2 Sell/Bob//4@3 Go/Cy//1@4]"},
		/* behind it, the key result's */
		{"Objective,KR,Owner,To\nWin,,Ada,\n,Grow,Bob,2\n",
			"Win/Ada@2[Grow/Bob//2@3]"},
		{"Owner,Objective,KR,KR owner,To\nAda,Win,Grow,Bob,2\n",
			"Win/Ada@2[Grow/Bob//2@2]"},
		{"KR,To,Objective owner,Objective\nGrow,2,Ada,Win\n",
			"Win/Ada@2[Grow///2@2]"},
		/* what stands above the header, and rows before the first */
		{"Q1 2025 OKRs,,\n,,\nObjective,KR,To\n,Lost,1\nWin,Grow,2\n",
			"Win/@5[Grow///2@5]"},
		/* a metric where no column is called a key result */
		{"Objective,Metric,Target\nWin,Grow,2\n", "Win/@2[Grow///2@2]"},
		/* a table as it is */
		{"Type,Title,To\nObjective,Win,\nKey result,Grow,2\n",
			"Win/@2[Grow///2@3]"},
		/* bars, breaks, comments and markers of its own */
		{"Objective,KR,To\nObjective 1: A | b,\"Grow\nmore \\| x <!-- "
		 "y\",2\n",
			"A | b/@2[Grow more \\| x <!-- y///2@2]"},
		{"nothing,of,ours\n1,2,3\n", ""},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m = read(T[i].text);

		assert_string_equal(told(&m), T[i].okrs);
	}
}

static void what_is_above_a_key_result_is_the_objectives(void **state)
{
	const struct objective *o;
	struct model m;

	(void)state;
	m = read("Team,Level,Objective,KR,To,Type,Period,Parent\n"
		 "Sales,company,Win,Grow,2,committed,Q1 2025,#12\n"
		 "Sales,,,Sell,4,,,\n");
	assert_int_equal(m.objectives.n, 1);
	o = &m.objectives.v[0];
	assert_string_equal(o->team, "Sales");
	assert_int_equal(o->level, LEVEL_COMPANY);
	assert_int_equal(o->type, TYPE_COMMITTED);
	assert_string_equal(o->period.name, "Q1 2025");
	assert_string_equal(o->ladders_up_to, "#12");
	assert_int_equal(o->key_results.v[1].notes.n, 0);
}

static void columns_about_the_issue_stay_beside_the_text(void **state)
{
	struct model m = read("Objective,KR,To,Labels,Assignees,Milestone\n"
			      "Win,Grow,2,\"OKR,x\",ada,M1\n"
			      ",Sell,3,y,,M2\n"
			      "Be,Go,4,,,\n");
	const struct objective *o = m.objectives.v;

	(void)state;
	assert_string_equal(
		outline_about(&a, &remarks, &o[0], OUTLINE_LABELS), "OKR,x,y");
	assert_string_equal(
		outline_about(&a, &remarks, &o[0], OUTLINE_ASSIGNEES), "ada");
	assert_string_equal(
		outline_about(&a, &remarks, &o[0], OUTLINE_MILESTONE), "M2");
	assert_string_equal(
		outline_about(&a, &remarks, &o[1], OUTLINE_LABELS), "");
	assert_int_equal(o[0].key_results.v[0].notes.n, 0);
}

static void any_bytes_end_in_a_model_or_an_error(void **state)
{
	static const char BYTES[] =
		"Objective,KR,To\n\"\r;|\t<!--`*#:\xc3\xa4\xff 12%$";
	unsigned long seed = 7;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct arena inner = ARENA_INIT;
		struct read_options options;
		struct err err = ERR_INIT;
		struct outline out;
		struct model m;
		struct csv csv;
		char text[200];
		size_t n = 0;

		n = (size_t)(stpcpy(text,
				     i % 2 ? "Objective,KR,To\nA,B,1\n" : "") -
			     text);
		while (n < sizeof text) {
			seed = seed * 6364136223846793005ul +
			       1442695040888963407ul;
			text[n++] = BYTES[(seed >> 33) % (sizeof BYTES - 1)];
		}
		model_init(&m);
		read_options_init(&options);
		outline_init(&out, &inner);
		if (csv_parse(&inner, (struct str){text, n}, "f", &csv, &err)) {
			assert_int_equal(err.kind, ERR_DATA);
		} else {
			csv_outline(&csv, &out);
			assert_int_equal(outline_read(&out, "f", &options, &m,
						 NULL, &err),
				0);
			for (size_t k = 0; k < m.objectives.n; k++)
				assert_in_range(m.objectives.v[k].source.line,
					1, sizeof text);
		}
		outline_release(&out);
		arena_release(&inner);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_found_in_every_dialect),
		cmocka_unit_test(what_is_no_csv_is_named_with_its_line),
		cmocka_unit_test(
			objectives_and_key_results_stand_beside_each_other),
		cmocka_unit_test(what_is_above_a_key_result_is_the_objectives),
		cmocka_unit_test(columns_about_the_issue_stay_beside_the_text),
		cmocka_unit_test(any_bytes_end_in_a_model_or_an_error),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
