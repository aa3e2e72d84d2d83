/*
 * "```{admonition} Title", ":::{note}", ":::tip Title": boxes in a page, whose
 * marks are those of code and whose text is the page's.
 */
#include "fence_p.h"

#include <string.h>

#include "attr.h"
#include "buf.h"
#include "doc_line_p.h"

enum { DEEP = 8, LEAST = 3, LEVELS = 6 };

struct box {
	char mark;
	size_t n;
};

struct boxes {
	struct arena *a;
	struct buf out;
	struct box open[DEEP];
	size_t n;
	struct box code; /* n: it is copied up to that mark */
	size_t level;    /* of the heading above */
	bool begun;      /* a box in which nothing stands yet */
};

/* How many of the same mark a line begins with. */
static size_t marks_of(struct str s)
{
	size_t n = 0;

	if (!s.n || !strchr("`~:", s.p[0]))
		return 0;
	while (n < s.n && s.p[n] == s.p[0])
		n++;
	return n < LEAST ? 0 : n;
}

static bool is_name(struct str s)
{
	static const char *const NAMES[] = {"admonition", "attention", "note",
		"tip", "hint", "info", "important", "warning", "caution",
		"danger", "error", "success", "seealso", "abstract", "summary",
		"goal", "dropdown", "details", "card", "grid", "grid-item",
		"grid-item-card", "tab-set", "tab-item", "div", "container",
		"topic", "sidebar", "margin", "epigraph", "pull-quote", "panel",
		NULL};

	return str_is_listed(s, NAMES);
}

/* "{note} Title", "tip Title", "info[Title]" behind the marks. */
static bool take_box(char mark, struct str s, struct str *title)
{
	size_t n = 0;
	bool braced = str_skip_char(&s, '{');

	if (!braced && mark != ':')
		return false;
	s = str_trim_left(s);
	while (n < s.n && (str_is_alnum(s.p[n]) || s.p[n] == '-'))
		n++;
	if (!is_name(str_sub(s, 0, n)))
		return false;
	s = str_sub(s, n, s.n);
	if (braced && !str_skip_char(&s, '}'))
		return false;
	s = str_trim(s);
	if (str_skip_char(&s, '['))
		s = str_trim_end(s, "]");
	*title = s;
	return !vocab_is_left(s); /* an example is better left as code */
}

static bool closes(const struct box *box, struct str s)
{
	return marks_of(s) >= box->n && s.p[0] == box->mark &&
	       marks_of(s) == s.n;
}

/* ":class: dropdown" in front of what a box holds. */
static bool is_option(struct str s)
{
	size_t end;

	if (!str_skip_char(&s, ':') || !s.n || !str_is_alpha(s.p[0]))
		return false;
	end = str_find_char(s, ':');
	return end != STR_NONE &&
	       str_find_char(str_sub(s, 0, end), ' ') == STR_NONE;
}

static void open_box(struct boxes *b, struct str s, struct str title)
{
	b->open[b->n++] = (struct box){s.p[0], marks_of(s)};
	b->begun = true;
	if (title.n) {
		buf_add_times(&b->out, '#',
			b->level < LEVELS ? b->level + 1 : LEVELS);
		buf_addf(&b->out, " %.*s", STR_ARG(title));
	}
}

static void box_line(struct boxes *b, struct str line)
{
	struct str s = str_trim(line), title;
	size_t n = marks_of(s);

	if (b->code.n) {
		if (closes(&b->code, s))
			b->code.n = 0;
	} else if (n && b->n && closes(&b->open[b->n - 1], s)) {
		b->n--;
		return;
	} else if (n && b->n < DEEP &&
		   take_box(
			   s.p[0], str_trim_left(str_sub(s, n, s.n)), &title)) {
		open_box(b, s, title);
		return;
	} else if (line_fence(s)) {
		b->code = (struct box){s.p[0], n};
	} else if (b->begun && is_option(s)) {
		return;
	} else if (line_is_heading(s)) {
		b->level = 0;
		while (b->level < s.n && s.p[b->level] == '#')
			b->level++;
	}
	b->begun = false;
	buf_add(&b->out, line);
}

struct str fence_boxes(struct arena *a, struct str text)
{
	struct boxes b = {.a = a};
	struct str line;

	if (str_find(text, STR("```{")) == STR_NONE &&
		str_find(text, STR("~~~{")) == STR_NONE &&
		str_find(text, STR(":::")) == STR_NONE)
		return text;
	buf_init(&b.out, text.n * 2 + LEVELS);
	while (str_take_line(&text, &line)) {
		box_line(&b, line);
		buf_addc(&b.out, '\n');
	}
	text = arena_str(a, buf_str(&b.out));
	buf_release(&b.out);
	return text;
}
