/*
 * From cells and names to markdown.  Only what would end a cell, a line or
 * the document's text is changed; the rest is markdown as people wrote it.
 */
#include "outline.h"

#include <string.h>

#include "mark_p.h"

enum { TEXT_BYTES = 64 * 1024 * 1024 };

void outline_init(struct outline *o, struct arena *a)
{
	*o = (struct outline){.arena = a};
	buf_init(&o->text, TEXT_BYTES);
}

void outline_release(struct outline *o)
{
	buf_release(&o->text);
}

static void end_line(struct outline *o, int line)
{
	buf_addc(&o->text, '\n');
	*vec_add(o->arena, &o->lines) = line;
}

/* One line of text; between is what stands for a line's end. */
static void add_text(struct outline *o, struct str s, const char *between)
{
	struct buf *b = &o->text;

	s = str_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool end = c == '\n' || c == '\r';

		if (end && i + 1 < s.n && str_is_space(s.p[i + 1]))
			continue;
		if (end)
			buf_adds(b, between);
		else if ((unsigned char)c < ' ' || c == 127)
			buf_addc(b, ' ');
		else if (str_starts(str_sub(s, i, s.n), "<!--"))
			buf_adds(b, "&lt;");
		else
			buf_addc(b, c);
	}
}

void outline_gap(struct outline *o)
{
	end_line(o, 0);
}

void outline_title(struct outline *o, int line, struct str text)
{
	buf_adds(&o->text, "# ");
	add_text(o, text, " ");
	end_line(o, line);
	outline_gap(o);
}

/* "Objective 1: ..." needs no marker of ours. */
static bool is_marked(struct outline *o, struct str title)
{
	const unsigned char *flags =
		ARENA_ARRAY(o->arena, unsigned char, title.n + 1);

	return mark_read(title, flags, MARK_HEADING).kind == MARK_OBJECTIVE;
}

void outline_objective(struct outline *o, int line, struct str title)
{
	title = str_trim(title);
	outline_gap(o);
	buf_adds(&o->text, is_marked(o, title) ? "## " : "## Objective: ");
	add_text(o, title, " ");
	end_line(o, line);
	outline_gap(o);
}

void outline_field(
	struct outline *o, int line, struct str name, struct str value)
{
	buf_adds(&o->text, "**");
	add_text(o, name, " ");
	buf_adds(&o->text, "**: ");
	add_text(o, value, " ");
	end_line(o, line);
	outline_gap(o);
}

void outline_item(struct outline *o, int line, struct str text)
{
	buf_adds(&o->text, "- ");
	add_text(o, text, " ");
	end_line(o, line);
}

/* A bar would end the cell, and a backslash before it escape ours. */
static struct str without_bars(struct arena *a, struct str s)
{
	struct buf b;

	if (str_find_char(s, '|') == STR_NONE)
		return s;
	buf_init(&b, TEXT_BYTES);
	for (size_t i = 0; i < s.n; i++) {
		bool bar = i + 1 < s.n && s.p[i + 1] == '|';

		if (s.p[i] == '|')
			buf_addc(&b, '\\');
		buf_addc(&b, s.p[i]);
		if (s.p[i] == '\\' && bar)
			buf_addc(&b, '\\');
	}
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

void outline_row(struct outline *o, int line, const struct str *cells, size_t n)
{
	buf_addc(&o->text, '|');
	for (size_t i = 0; i < n; i++) {
		buf_addc(&o->text, ' ');
		add_text(o, without_bars(o->arena, cells[i]), "<br>");
		buf_adds(&o->text, " |");
	}
	end_line(o, line);
}

void outline_rule(struct outline *o, int line, size_t n)
{
	buf_addc(&o->text, '|');
	for (size_t i = 0; i < n; i++)
		buf_adds(&o->text, " --- |");
	end_line(o, line);
}

bool outline_is_word(struct str name, enum outline_word *word)
{
	static const struct {
		const char *name;
		enum outline_word word;
	} WORDS[] = {
		{"label", OUTLINE_LABELS},
		{"labels", OUTLINE_LABELS},
		{"assignees", OUTLINE_ASSIGNEES},
		{"milestone", OUTLINE_MILESTONE},
	};

	name = str_trim(name);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iis(name, WORDS[i].name)) {
			*word = WORDS[i].word;
			return true;
		}
	return false;
}

void outline_remark(
	struct outline *o, int line, enum outline_word word, struct str text)
{
	text = str_trim(text);
	if (text.n)
		*vec_add(o->arena, &o->remarks) = (struct outline_remark){
			line, word, arena_text(o->arena, text)};
}

static void move_line(const struct outline *o, int *line)
{
	if (*line > 0 && (size_t)*line <= o->lines.n)
		*line = o->lines.v[*line - 1];
}

static void move_lines(const struct outline *o, struct objective *objective)
{
	move_line(o, &objective->source.line);
	for (size_t k = 0; k < objective->key_results.n; k++)
		move_line(o, &objective->key_results.v[k].line);
}

int outline_read(const struct outline *o, const char *file,
	const struct read_options *options, struct model *m,
	struct explanation *why, struct err *err)
{
	size_t objectives = m->objectives.n, findings = m->findings.n;
	size_t words = why ? why->n : 0;

	if (buf_finish(&o->text, file, err))
		return -1;
	read_markdown(o->arena, arena_str(o->arena, buf_str(&o->text)), file,
		options, m, why);
	for (size_t i = objectives; i < m->objectives.n; i++)
		move_lines(o, &m->objectives.v[i]);
	for (size_t i = findings; i < m->findings.n; i++)
		move_line(o, &m->findings.v[i].line);
	for (size_t i = words; why && i < why->n; i++)
		move_line(o, &why->v[i].line);
	return 0;
}

static bool is_line_of(const struct objective *o, int line)
{
	if (o->source.line == line)
		return true;
	for (size_t i = 0; i < o->key_results.n; i++)
		if (o->key_results.v[i].line == line)
			return true;
	return false;
}

const char *outline_about(struct arena *a, const struct outline_remarks *list,
	const struct objective *o, enum outline_word word)
{
	const char *all = "";

	for (size_t i = 0; i < list->n; i++) {
		const struct outline_remark *r = &list->v[i];

		if (r->word != word || !is_line_of(o, r->line))
			continue;
		all = word == OUTLINE_MILESTONE || !*all
			      ? r->text
			      : arena_printf(a, "%s,%s", all, r->text);
	}
	return all;
}
