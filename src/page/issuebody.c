/*
 * One objective as an issue's text: what it is (fields), how it is measured
 * (a table), what goes with it (lists).  Every text goes through
 * escape_inline(); a column is there when one of its cells is.
 */
#include "issuebody.h"

#include <assert.h>
#include <string.h>

#include "attr.h"
#include "escape.h"

enum { CELL_BYTES = 256 * 1024 };

/* Appends text with the first mention of each link's words made a link;
 * links whose words are not there follow. */
static void add_linked(
	struct buf *b, const char *text, const struct links *links)
{
	struct buf markdown;
	struct str rest = str_of(text);

	buf_init(&markdown, CELL_BYTES);
	for (size_t i = 0; i < links->n; i++) {
		struct str words = str_of(links->v[i].text);
		size_t n = words.n ? str_find(rest, words) : STR_NONE;

		if (n == STR_NONE)
			continue;
		buf_add(&markdown, str_sub(rest, 0, n));
		buf_addf(&markdown, "[%.*s](%s)", STR_ARG(words),
			links->v[i].url);
		rest = str_sub(rest, n + words.n, rest.n);
	}
	buf_add(&markdown, rest);
	escape_inline(b, buf_str(&markdown));
	b->over |= markdown.over;
	buf_release(&markdown);
}

/* "0.6" as "60%". */
static void add_percent(struct buf *b, const struct decimal *share)
{
	struct decimal percent;

	if (!share || !decimal_shift(*share, 2, &percent))
		return;
	decimal_print(b, percent);
	buf_addc(b, '%');
}

static void add_decimal(struct buf *b, const struct decimal *d)
{
	if (d)
		decimal_print(b, *d);
}

static void add_quantity(struct buf *b, const struct quantity *q)
{
	if (q)
		escape_inline(b, str_of(q->text));
}

/* The cells of a key result, one function a column. */

static void cell_number(struct buf *b, const struct key_result *kr, size_t i)
{
	if (*kr->number && !str_is_digit(kr->number[0]))
		escape_inline(b, str_of(kr->number));
	else
		buf_addf(b, "KR%zu", i + 1);
}

static void cell_text(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_linked(b, kr->text, &kr->links);
	if (kr->result.kind != RESULT_NONE && *kr->result.text) {
		buf_adds(b, " =&gt; ");
		escape_inline(b, str_of(kr->result.text));
	}
}

static void cell_baseline(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_quantity(b, kr->baseline);
}

static void cell_target(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_quantity(b, kr->target);
}

static void cell_current(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_quantity(b, kr->current);
}

static void cell_grade(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_decimal(b, kr->stated_grade);
}

static void cell_status(struct buf *b, const struct key_result *kr, size_t i)
{
	static const char *const MARKS[] = {
		[HEALTH_NONE] = "",
		[HEALTH_ON_TRACK] = "\xf0\x9f\x9f\xa2 ",
		[HEALTH_NEEDS_ATTENTION] = "\xf0\x9f\x9f\xa1 ",
		[HEALTH_AT_RISK] = "\xf0\x9f\x94\xb4 ",
	};

	static_assert(COUNT_OF(MARKS) == HEALTH_AT_RISK + 1,
		"each health has a mark");
	(void)i;
	if (!*kr->stated_status && kr->health == HEALTH_NONE)
		return;
	buf_adds(b, MARKS[kr->health]);
	escape_inline(b, *kr->stated_status ? str_of(kr->stated_status)
					    : str_of(health_name(kr->health)));
}

static void cell_weight(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_decimal(b, kr->weight);
}

static void cell_owner(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	escape_inline(b, str_of(kr->owner));
}

/* Several texts in one cell; "Notes: " is what reading puts before those of a
 * column of that name. */
static void add_texts(struct buf *b, const struct texts *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct str text = str_of(t->v[i]);

		str_iskip(&text, "Notes: ");
		buf_adds(b, i ? "; " : "");
		escape_inline(b, text);
	}
}

static void cell_blockers(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_texts(b, &kr->blockers);
}

static void cell_asks(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_texts(b, &kr->asks);
}

static void cell_risks(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_texts(b, &kr->risks);
}

static void cell_mitigations(
	struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_texts(b, &kr->mitigations);
}

static void cell_notes(struct buf *b, const struct key_result *kr, size_t i)
{
	(void)i;
	add_texts(b, &kr->notes);
}

static const struct column {
	const char *name;
	bool always;
	void (*cell)(struct buf *b, const struct key_result *kr, size_t i);
} COLUMNS[] = {
	{"#", true, cell_number},
	{"Key result", true, cell_text},
	{"Baseline", true, cell_baseline},
	{"Target", true, cell_target},
	{"Current", false, cell_current},
	{"Grade", false, cell_grade},
	{"Status", false, cell_status},
	{"Weight", false, cell_weight},
	{"Owner", false, cell_owner},
	{"Blockers", false, cell_blockers},
	{"Asks", false, cell_asks},
	{"Risks", false, cell_risks},
	{"Mitigations", false, cell_mitigations},
	{"Notes", false, cell_notes},
};

static bool is_used(const struct column *column, const struct key_results *krs)
{
	struct buf b;
	bool used = column->always;

	buf_init(&b, CELL_BYTES);
	for (size_t i = 0; i < krs->n && !used; i++) {
		column->cell(&b, &krs->v[i], i);
		used = b.n > 0;
	}
	buf_release(&b);
	return used;
}

/* The day of the readings where all that are there share one. */
static struct date reading_day(const struct key_results *krs)
{
	struct date day = {0, 0, 0};

	for (size_t i = 0; i < krs->n; i++) {
		if (!krs->v[i].current)
			continue;
		if (!date_is_set(krs->v[i].current_date))
			return (struct date){0, 0, 0};
		if (date_is_set(day) && date_cmp(day, krs->v[i].current_date))
			return (struct date){0, 0, 0};
		day = krs->v[i].current_date;
	}
	return day;
}

static void add_header(struct buf *b, const struct column *column,
	const struct key_results *krs)
{
	struct date day = reading_day(krs);

	buf_addf(b, " %s", column->name);
	if (column->cell == cell_current && date_is_set(day)) {
		buf_adds(b, " (as of ");
		date_print(b, day);
		buf_addc(b, ')');
	}
	buf_adds(b, " |");
}

static void add_table(struct buf *b, const struct key_results *krs)
{
	bool used[COUNT_OF(COLUMNS)];

	if (!krs->n)
		return;
	buf_adds(b, "\n## Key results\n\n|");
	for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
		used[c] = is_used(&COLUMNS[c], krs);
		if (used[c])
			add_header(b, &COLUMNS[c], krs);
	}
	buf_adds(b, "\n|");
	for (size_t c = 0; c < COUNT_OF(COLUMNS); c++)
		if (used[c])
			buf_adds(b, " --- |");
	for (size_t i = 0; i < krs->n; i++) {
		buf_adds(b, "\n|");
		for (size_t c = 0; c < COUNT_OF(COLUMNS); c++) {
			if (!used[c])
				continue;
			buf_addc(b, ' ');
			COLUMNS[c].cell(b, &krs->v[i], i);
			buf_adds(b, " |");
		}
	}
	buf_addc(b, '\n');
}

/* "**Name**: value", with a line break before it unless it is the first. */
static void begin_field(struct buf *b, const char *name)
{
	if (b->n && b->p[b->n - 1] != '\n')
		buf_adds(b, "\\\n");
	buf_addf(b, "**%s**: ", name);
}

static void add_field(struct buf *b, const char *name, const char *value)
{
	if (!*value)
		return;
	begin_field(b, name);
	escape_inline(b, str_of(value));
}

const char *issuebody_parent(const struct model *m, const struct objective *o)
{
	if (*o->ladders_up_to)
		return o->ladders_up_to;
	if (o->parent >= 0 && (size_t)o->parent < m->objectives.n)
		return m->objectives.v[o->parent].title;
	return "";
}

static void add_fields(struct buf *b, const struct model *m,
	const struct objective *o, const struct period *period)
{
	add_field(b, "Owner", o->owner);
	add_field(b, "DRI", o->dri);
	if (o->level != LEVEL_NONE)
		add_field(b, "Level", level_name(o->level));
	add_field(b, "Team", o->team);
	add_field(b, "Region", o->region);
	add_field(b, "Period", period->name);
	add_field(b, "Priority", o->priority);
	if (o->type != TYPE_NONE)
		add_field(b, "Type", okr_type_name(o->type));
	if (o->confidence) {
		begin_field(b, "Confidence");
		add_percent(b, o->confidence);
	}
	if (o->weight) {
		begin_field(b, "Weight");
		add_decimal(b, o->weight);
	}
	if (o->stated_grade) {
		begin_field(b, "Grade");
		add_decimal(b, o->stated_grade);
	}
	add_field(b, "Ladders up to", issuebody_parent(m, o));
	if (b->n)
		buf_addc(b, '\n');
}

static void add_list(struct buf *b, const char *name, const struct texts *t)
{
	if (!t->n)
		return;
	if (t->n == 1) {
		buf_addf(b, "\n**%s**: ", name);
		escape_inline(b, str_of(t->v[0]));
		buf_addc(b, '\n');
		return;
	}
	buf_addf(b, "\n**%s**:\n\n", name);
	for (size_t i = 0; i < t->n; i++) {
		buf_adds(b, "- ");
		escape_inline(b, str_of(t->v[i]));
		buf_addc(b, '\n');
	}
}

/* No line of ours begins with a slash, which would be a quick action. */
static void add_lines(struct buf *b, struct str body)
{
	struct str line;

	while (str_take_line(&body, &line)) {
		if (line.n && line.p[0] == '/')
			buf_addc(b, '\\');
		buf_add(b, line);
		buf_addc(b, '\n');
	}
}

void issuebody_write(struct buf *b, const struct model *m,
	const struct objective *o, const struct period *period)
{
	struct buf body;

	buf_init(&body, b->max);
	add_fields(&body, m, o, period);
	add_table(&body, &o->key_results);
	add_list(&body, "Initiatives", &o->initiatives);
	add_list(&body, "Dependencies", &o->dependencies);
	add_list(&body, "Risks", &o->risks);
	add_list(&body, "Blockers", &o->blockers);
	add_list(&body, "Asks", &o->asks);
	add_list(&body, "Mitigations", &o->mitigations);
	if (o->notes.n)
		buf_adds(&body, "\n## Notes\n");
	for (size_t i = 0; i < o->notes.n; i++) {
		buf_addc(&body, '\n');
		escape_inline(&body, str_of(o->notes.v[i]));
		buf_addc(&body, '\n');
	}
	add_lines(b, str_trim(buf_str(&body)));
	b->over |= body.over;
	buf_release(&body);
}
