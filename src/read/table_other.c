/*
 * Tables of other things: the fields of a database, what experiments were for
 * and what came of them; rows about the rows.
 */
#include "table_p.h"

#include "attr.h"
#include "goals_p.h"
#include "field_p.h"
#include "vocab_p.h"

/* "uuid", "varchar(80)", "text": what a database keeps. */
static bool is_data_type(struct str s, bool *sure)
{
	static const char *const SURE[] = {"uuid", "varchar", "string", "int",
		"integer", "bigint", "timestamp", "timestamptz", "datetime",
		"json", "jsonb", "float", "decimal", "serial", "bigserial",
		"fk", "pk", "objectid"};
	static const char *const OTHER[] = {"text", "number", "numeric", "bool",
		"boolean", "date", "enum", "array", "object", "list", "double",
		"char", "relation", "select", "id"};

	for (size_t i = 0; i < COUNT_OF(SURE); i++) {
		if (vocab_begins(s, SURE[i]))
			return *sure = true;
	}
	for (size_t i = 0; i < COUNT_OF(OTHER); i++) {
		if (vocab_begins(s, OTHER[i]))
			return true;
	}
	return false;
}

/* The fields of a database's table called "Objective"? */
bool table_is_schema(const struct block *table, const struct columns *c)
{
	size_t types = 0, rows = 0;
	bool sure = false;

	if (!table_has(c, FIELD_TYPE))
		return false;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, c->at[FIELD_TYPE]).s;

		rows += row.filled > 0;
		types += s.n && is_data_type(s, &sure);
	}
	return sure && types * 2 > rows;
}

/* What is done one after the other, not what is aimed at. */
static bool names_step(struct str header)
{
	static const char *const WORDS[] = {"phase", "stage", "step",
		"experiment", "experiments", "notebook", "loop", "sprint",
		"task", "tp", "lab", "test", "chapter", "module", "iteration",
		"study", "\u00e9tape", "etapa", "fase", "exp\u00e9rience",
		"experimento", "versuch", "chapitre", "t\u00e2che", "tarefa",
		"tarea", "\u9636\u6bb5", "\u968e\u6bb5", "\u5b9e\u9a8c",
		"\u5be6\u9a57", "\u7ae0\u8282", "\u6b65\u9aa4",
		"\u044d\u0442\u0430\u043f", "\u042d\u0442\u0430\u043f",
		"\u044d\u043a\u0441\u043f\u0435\u0440\u0438\u043c\u0435\u043d"
		"\u0442",
		"\u042d\u043a\u0441\u043f\u0435\u0440\u0438\u043c\u0435\u043d"
		"\u0442",
		"\ub2e8\uacc4", "\uc2e4\ud5d8", "\u30d5\u30a7\u30fc\u30ba",
		"\u5b9f\u9a13"};

	header = vocab_bare(header);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(header, WORDS[i]))
			return true;
	}
	return false;
}

bool table_names_work(struct str header)
{
	static const char *const WORDS[] = {"project", "projects", "initiative",
		"initiatives", "action", "actions", "activity", "activities",
		"epic", "milestone", "milestones", "deliverable",
		"deliverables", "workstream", "feature", "programme", "program",
		"risk", "meeting", "action item", "vendor", "budget", "projekt",
		"projekte", "ma\u00dfnahme", "ma\u00dfnahmen", "aufgabe",
		"vorhaben", "projet", "chantier", "action cl\u00e9", "proyecto",
		"iniciativa", "acci\u00f3n", "projeto", "a\u00e7\u00e3o",
		"entrega", "progetto", "iniziativa", "attivit\u00e0",
		"initiatief", "actie", "zadanie", "inicjatywa", "proje",
		"g\u00f6rev", "\u043f\u0440\u043e\u0435\u043a\u0442",
		"\u0437\u0430\u0434\u0430\u0447\u0430", "\u9879\u76ee",
		"\u4efb\u52a1", "\u65bd\u7b56",
		"\u30d7\u30ed\u30b8\u30a7\u30af\u30c8", "\uacfc\uc81c", "epics",
		"task", "tasks", "campaign", "work item", "work package",
		"dependency", "event", "ticket", "meilenstein", "jalon",
		"livrable", "hito", "entregable", "marco", "\u91cc\u7a0b\u7891",
		"\ud504\ub85c\uc81d\ud2b8", NULL};

	return names_step(header) || str_is_listed(vocab_bare(header), WORDS);
}

/* "| Project | Lead | Status | Target |", the target being a day. */
bool table_is_work(const struct block *table, const struct columns *c)
{
	struct row header = table_row(table->first);
	size_t days = 0, others = 0;
	bool named = false;

	for (size_t i = 0; i < c->n && !named && i < 2; i++)
		named = table_names_work(table_cell(&header, (int)i).s);
	if (!named || table_has(c, FIELD_BASELINE) ||
		table_has(c, FIELD_CURRENT))
		return false;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, c->at[FIELD_TARGET]).s;

		days += field_is_day(s) || !str_has_digit(s);
		others += str_has_digit(s) && !field_is_day(s);
	}
	return days > others;
}

/* "| Element | Meaning | Example |": words explained. */
bool table_is_lesson(const struct block *table)
{
	struct row header = table_row(table->first);

	for (size_t i = 1; i < header.n; i++) {
		struct str s = table_cell(&header, (int)i).s;

		if (s.n && str_words(s) <= 2 && vocab_has_left_word(s) &&
			vocab_names_examples(s))
			return true;
	}
	return false;
}

/* Is a heading above about goals? */
static bool is_below_goals(const struct block *b)
{
	static const char *const WORDS[] = {"goal", "objecti", "objeti",
		"obietti", "ziel", "\u76ee\u6807", "\u76ee\u6a19",
		"\ubaa9\ud45c", "meta"};

	for (b = b->parent; b; b = b->parent) {
		for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
			if (str_ifind(b->text.s, str_of(WORDS[i])) != STR_NONE)
				return true;
		}
	}
	return false;
}

static bool has_unknown(const struct columns *c)
{
	for (size_t i = 0; i < c->n; i++) {
		if (c->of[i] == FIELD_NONE)
			return true;
	}
	return false;
}

/* "O1 ...", "KR1 ..." in a row? */
static bool has_marks(const struct block *table, const struct columns *c)
{
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece o = table_cell(&row, c->at[FIELD_OBJECTIVE]);
		struct piece kr = table_cell(&row, c->at[FIELD_KEY_RESULT]);

		if (table_mark(o).kind == MARK_OBJECTIVE ||
			table_mark(kr).kind == MARK_KEY_RESULT)
			return true;
	}
	return false;
}

/* Has an objective several key results, in rows that leave its cell empty or
 * repeat it, half of them with a number?  What came of something has one. */
static bool are_shared(
	struct reader *r, const struct block *table, const struct columns *c)
{
	enum { LEAST = 3 };
	struct str last = {NULL, 0};
	size_t titles = 0, rows = 0, again = 0, measured = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str o = table_cell(&row, c->at[FIELD_OBJECTIVE]).s;
		struct str kr = table_cell(&row, c->at[FIELD_KEY_RESULT]).s;
		bool other = o.n && !str_eq(o, last);

		titles += other;
		last = other ? o : last;
		if (!kr.n)
			continue;
		rows++;
		again += !other;
		measured += goal_line_is_measured(&r->scratch, kr);
	}
	return titles > 1 && rows >= LEAST && again && measured * 2 >= rows;
}

/* "| Experiment | Objective | Key result |" of a page that does not speak of
 * OKRs: what was tried, and what came of it. */
bool table_is_study(struct reader *r, const struct block *table,
	const struct columns *c, enum form form)
{
	struct row header = table_row(table->first);

	if (form == FORM_KEY_RESULTS && r->marked)
		return false;
	return !r->named &&
	       (names_step(table_cell(&header, 0).s) ||
		       (!table_measures(c) && has_unknown(c) &&
			       !(form == FORM_PAIRS &&
				       are_shared(r, table, c)))) &&
	       !is_below_goals(table) && !has_marks(table, c);
}

bool table_names_parents(struct reader *r, const struct block *section)
{
	const struct block *b = section->first;
	struct row row;
	struct str number;
	int at;

	while (b && b->kind != BLOCK_TABLE)
		b = b->next;
	if (!b || !b->first || !b->first->next)
		return false;
	at = table_shape(r, b)->columns.at[FIELD_LADDERS];
	row = table_row(b->first->next);
	number = table_bare_number(table_cell(&row, at), MARK_OBJECTIVE);
	return number.n && objective_of_number(r, number) != NO_INDEX;
}

/* Words that make a row one of totals, and those that may stand beside. */
static const char *const SUMS[] = {"average", "avg", "total", "totals",
	"overall", "mean", "sum", "score", "grade", "subtotal", "sub-total",
	"progress", "fortschritt", "avancement", "progreso", "progresso",
	"zwischensumme", "durchschnitt", "schnitt", "mittelwert", "gesamt",
	"summe", "gesamtergebnis", "moyenne", "totale", "promedio", "media",
	"m\u00e9dia", "gemiddelde", "gemiddeld", "totaal", "\u015brednia",
	"razem", "suma", "ortalama", "toplam", "medel", "snitt", "totalt",
	"gjennomsnitt", "\u0441\u0440\u0435\u0434\u043d\u0435\u0435",
	"\u0438\u0442\u043e\u0433\u043e", "\u0438\u0442\u043e\u0433",
	"\u0432\u0441\u0435\u0433\u043e", "\u5e73\u5747", "\u5408\u8ba1",
	"\u5408\u8a08", "\u603b\u8ba1", "\u7dcf\u8a08", "\ud569\uacc4",
	"\ud3c9\uade0", NULL};
static const char *const BESIDE[] = {"objective", "objectives", "final",
	"rating", "completion", "grand", "group", "result", "okr", "okrs",
	"krs", "kr", "key", "results", "of", "all", "the", "for", "achievement",
	"attainment", "weighted", "company", "team", "global",
	"g\u00e9n\u00e9rale", "general", "geral", "score", NULL};

/* No number or sign; "O1" and "Q2" are none either. */
static bool is_word(struct str s)
{
	return (str_is_alpha(s.p[0]) || (unsigned char)s.p[0] >= 0xC0) &&
	       !str_is_digit(s.p[s.n - 1]);
}

bool table_is_sum(struct str s)
{
	struct str rest = s, word;
	size_t n = 0;

	if (!s.n || s.n >= HEADER_BYTES)
		return false;
	while (str_take_until(&rest, ' ', &word)) {
		bool sum;

		word = str_trim_end(word, ":.()");
		str_skip_char(&word, '(');
		sum = str_is_listed(word, SUMS);
		if (word.n && !sum && !str_is_listed(word, BESIDE) &&
			is_word(word))
			return false;
		n += sum;
	}
	return n > 0;
}
