/*
 * Tests, bugs and lessons that speak in our words: "Objective: check the
 * login" beside "Steps:" and "Expected results:".  What stands beside the
 * word gives them away.
 */
#include "walk_p.h"

#include "attr.h"

enum {
	FAR = 60,   /* blocks of a section that are looked at */
	LINES = 12, /* of a paragraph */
	LABEL = 40, /* bytes of a label */
	ENOUGH = 2, /* such labels beside an objective */
};

/* What a test, a bug or an experiment is told by, and an aim is not. */
static const char *const LABELS[] = {"problem", "cause", "root cause",
	"solution", "fix", "resolution", "method", "methodology", "tools used",
	"script", "files modified", "files created", "performance results",
	"hypothesis", "conclusion", "problema", "causa", "soluci\u00f3n",
	"resultado", "metodolog\u00eda", "herramientas", "conclusi\u00f3n",
	"solu\u00e7\u00e3o", "metodologia", "ferramentas", "conclus\u00e3o",
	"probl\u00e8me", "m\u00e9thode", "ursache", "l\u00f6sung", "vorgehen",
	"\u539f\u56e0", "\u89e3\u51b3\u65b9\u6848", "\u89e3\u51b3\u65b9\u6cd5",
	"\u89e3\u6c7a\u65b9\u6848", "\u89e3\u6c7a\u7b56"};

/* ... a test above all ... */
static const char *const TESTS[] = {"steps", "test steps", "procedure",
	"steps to reproduce", "actual result", "actual results",
	"result obtained", "preconditions", "precondition", "prerequisites",
	"test data", "test case", "test cases", "test id", "test results",
	"attack vector", "pass criteria", "failure action", "command",
	"commands", "verification", "pasos", "resultado obtenido",
	"precondiciones", "passos", "pr\u00e9-condi\u00e7\u00f5es",
	"resultado obtido", "\u00e9tapes", "pr\u00e9requis",
	"r\u00e9sultat obtenu", "schritte", "voraussetzung", "voraussetzungen",
	"tats\u00e4chliches ergebnis", "\u6b65\u9aa4",
	"\u6d4b\u8bd5\u6b65\u9aa4", "\u5b9e\u9645\u7ed3\u679c",
	"\u524d\u7f6e\u6761\u4ef6", "\u6b65\u9a5f", "\u624b\u9806",
	"\u524d\u63d0\u6761\u4ef6"};

/* ... and what those of a plan are told by, too, where nothing is tested. */
static const char *const EXPECTED[] = {"expected result", "expected results",
	"expected output", "resultado esperado", "resultados esperados",
	"r\u00e9sultat attendu", "r\u00e9sultats attendus",
	"erwartetes ergebnis", "erwartete ergebnisse",
	"\u9884\u671f\u7ed3\u679c", "\u9810\u671f\u7d50\u679c",
	"\u671f\u5f85\u7d50\u679c"};

struct seen {
	bool objective; /* by its word */
	bool okrs;      /* "Key results", "KR1: ..." */
	bool passed;    /* "Status: PASSED" */
	size_t labels, tests, expected;
};

static bool is_any(struct str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_may_start(s, words[i]) && str_iis(s, words[i]))
			return true;
	}
	return false;
}

/* "Check ...", "Verify ..." is what a test is for. */
static bool is_check(struct str s)
{
	static const char *const WORDS[] = {"verify", "validate", "check that",
		"check whether", "verificar que", "validar que"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(s, WORDS[i]))
			return true;
	}
	return false;
}

/* "Test 4: paying", "9. Prueba 5", "Experiment 2" */
static bool names_test(struct str title)
{
	static const char *const WORDS[] = {"test", "test case", "experiment",
		"prueba", "experimento", "teste", "versuch", "essai"};

	symbols_skip(&title);
	while (title.n && strchr("0123456789.) ", title.p[0]))
		title = str_sub(title, 1, title.n);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = title;

		if (str_iskip(&rest, WORDS[i]) && str_skip_space(&rest) &&
			rest.n && str_is_digit(rest.p[0]))
			return true;
	}
	return false;
}

/* "Status: PASSED", "Tests: 9/9 PASS" */
static bool tells_test(struct str name, struct str value)
{
	if (str_iis(name, "status"))
		return vocab_has(value, "PASSED") &&
		       str_find(value, STR("PASSED")) != STR_NONE;
	return (str_iis(name, "tests") || str_iis(name, "test result")) &&
	       str_find(value, STR("PASS")) != STR_NONE;
}

/* The words before a colon, or a heading's. */
static void look_at_label(struct seen *seen, struct str line, bool whole)
{
	size_t colon = str_find_char(str_sub(line, 0, LABEL), ':');
	struct str name = line, value = {NULL, 0};

	if (colon == STR_NONE)
		colon = str_find(str_sub(line, 0, LABEL), STR("\uff1a"));
	if (colon == STR_NONE && !whole)
		return;
	if (colon != STR_NONE) {
		name = str_sub(line, 0, colon);
		value = str_trim(str_sub(line, colon + 1, line.n));
	}
	symbols_skip(&name);
	name = str_trim(name);
	seen->passed = seen->passed || tells_test(name, value);
	seen->labels += is_any(name, LABELS, COUNT_OF(LABELS));
	seen->tests += is_any(name, TESTS, COUNT_OF(TESTS));
	seen->expected += is_any(name, EXPECTED, COUNT_OF(EXPECTED));
}

static void look_at_mark(
	struct seen *seen, const struct mark *mark, struct str text)
{
	struct str rest = str_sub(text, mark->rest, text.n);

	if (mark->kind == MARK_OBJECTIVE) {
		seen->objective = true;
		seen->tests += !mark->numbered && is_check(str_trim(rest));
	}
	seen->okrs =
		seen->okrs || mark->kind == MARK_KEY_RESULT ||
		mark->kind == MARK_OBJ_LABEL ||
		(mark->kind == MARK_KR_LABEL && vocab_has_key_result(text));
}

static void look_at_para(struct seen *seen, const struct block *para)
{
	struct str s = para->text.s, line;

	for (int n = 0; n < LINES && str_take_until(&s, '\n', &line); n++) {
		struct piece p = {para, str_trim(line)};
		struct mark mark;

		if (!p.s.n)
			continue;
		mark = piece_mark(p);
		look_at_mark(seen, &mark, p.s);
		look_at_label(seen, p.s, piece_is_bold(p));
	}
}

bool section_is_work(const struct block *section)
{
	struct seen seen = {.objective = false};
	struct mark mark = block_mark(section);
	int n = 0;

	look_at_mark(&seen, &mark, section->text.s);
	for (const struct block *b = section->first; b && n < FAR;
		b = b->next, n++) {
		const struct block *i = b->kind == BLOCK_LIST ? b->first : NULL;

		if (b->kind == BLOCK_PARA)
			look_at_para(&seen, b);
		for (; i && n < FAR; i = i->next, n++) {
			if (i->first && i->first->kind == BLOCK_PARA)
				look_at_para(&seen, i->first);
		}
		if (b->kind != BLOCK_SECTION)
			continue;
		mark = block_mark(b);
		if (mark.kind == MARK_OBJECTIVE && mark.rest < b->text.s.n)
			return false; /* "Solution" over several of them */
		look_at_mark(&seen, &mark, b->text.s);
		look_at_label(&seen, b->text.s, true);
	}
	if (seen.passed ||
		(names_test(section->text.s) && seen.labels + seen.tests > 0))
		return seen.objective || seen.okrs;
	if (!seen.objective || seen.okrs || (seen.expected && !seen.tests))
		return false;
	return seen.labels + seen.tests + seen.expected >= ENOUGH;
}
