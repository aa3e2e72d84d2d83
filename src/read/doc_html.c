/*
 * Raw HTML in a page: headings, paragraphs, lists, tables and summaries are
 * read, all else (scripts, layout) is left alone.
 */
#include "doc_p.h"

#include "attr.h"
#include "buf.h"

enum {
	SUMMARY_LEVEL = 6,
	LONGEST_ENTITY = 12,
	LONGEST_URL = 2048,
	MAX_COLUMNS = 40,  /* that a cell may reach into */
	BYTES_A_CELL = 16, /* of HTML, for each cell that one reaches into */
};

struct tag {
	struct str name; /* "p", "/p" */
	struct str whole;
};

/* Takes text up to the next tag, and that tag; its name is empty at the end */
static struct str take_tag(struct str *s, struct tag *tag)
{
	size_t open = str_find_char(*s, '<'), close, n = 1;
	struct str text = str_sub(*s, 0, open == STR_NONE ? s->n : open), t;

	*tag = (struct tag){{NULL, 0}, {NULL, 0}};
	t = str_sub(*s, text.n, s->n);
	close = str_find_char(t, '>');
	if (!t.n || close == STR_NONE) {
		*s = (struct str){NULL, 0};
		return text;
	}
	tag->whole = str_sub(t, 0, close + 1);
	*s = str_sub(t, close + 1, t.n);
	t = tag->whole;
	if (n < t.n && t.p[n] == '/')
		n++;
	while (n < t.n && str_is_alnum(t.p[n]))
		n++;
	tag->name = str_sub(t, 1, n);
	return text;
}

/* "h3" -> 3, for a name or a class. */
static int heading_level(struct str s)
{
	if (s.n == 2 && str_lower(s.p[0]) == 'h' && s.p[1] >= '1' &&
		s.p[1] <= '6')
		return s.p[1] - '0';
	return 0;
}

/* The level in class="h3" or class="title h3". */
static int class_level(struct str tag)
{
	size_t at = str_ifind(tag, STR("class="));
	struct str s, word;
	char quote;

	if (at == STR_NONE)
		return 0;
	s = str_sub(tag, at + 6, tag.n);
	quote = s.n ? s.p[0] : 0;
	if (quote != '"' && quote != '\'')
		return 0;
	s = str_sub(s, 1, s.n);
	s = str_sub(s, 0, str_find_char(s, quote));
	while (str_take_until(&s, ' ', &word)) {
		if (heading_level(word))
			return heading_level(word);
	}
	return 0;
}

static int count_lines(struct str s)
{
	int n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

/* What an opening tag makes of its text: a level, 0 a paragraph, -1 none. */
static int sense(const struct tag *tag)
{
	int level = heading_level(tag->name);

	if (level)
		return level;
	if (str_iis(tag->name, "summary"))
		return SUMMARY_LEVEL;
	if (str_iis(tag->name, "p") || str_iis(tag->name, "div"))
		return class_level(tag->whole);
	if (str_iis(tag->name, "dt") || str_iis(tag->name, "dd"))
		return 0;
	return -1;
}

/* --- the walk over tags --- */

struct html {
	struct arena *a;
	struct block *doc, *parent; /* doc NULL: no headings in here */
	struct buf text, flags;
	struct rich rich; /* the links of the text */
	int open; /* the level of the text gathered, 0 a paragraph, -1 none */
	int from; /* the line it begins in */
	int skip; /* inside blocks that are not read */
	int lists;
	int bold, struck;
	struct buf lost;         /* what is struck out of the text */
	struct block *table;     /* innermost; NULL outside */
	struct block *caption;   /* the title of a table that has no row yet */
	size_t column;           /* of the row's next cell */
	long below[MAX_COLUMNS]; /* rows that a cell above reaches into */
	size_t spare;            /* cells that may still be made for that */
	bool in_link;
	size_t link;
	struct str url;
};

static bool is_skipped(struct str name)
{
	return str_iis(name, "pre") || str_iis(name, "script") ||
	       str_iis(name, "style");
}

static bool is_list(struct str name)
{
	return str_iis(name, "ul") || str_iis(name, "ol");
}

static void put(struct html *h, struct str s)
{
	size_t at;

	if (h->struck && h->parent->kind == BLOCK_CELL)
		buf_add(&h->lost, s);
	while (s.n && !h->struck) {
		at = str_find_char(s, '&');
		at = at == STR_NONE ? s.n : at;
		buf_add(&h->text, str_sub(s, 0, at));
		s = str_sub(s, at, s.n);
		at = str_find_char(str_sub(s, 0, LONGEST_ENTITY), ';');
		if (s.n && at != STR_NONE) {
			entity_add(&h->text, str_sub(s, 0, at + 1));
			s = str_sub(s, at + 1, s.n);
		} else if (s.n) {
			buf_addc(&h->text, '&');
			s = str_sub(s, 1, s.n);
		}
	}
	buf_add_times(&h->flags,
		(char)((h->bold ? TEXT_BOLD : 0) |
			(h->in_link ? TEXT_LINK : 0)),
		h->text.n - h->flags.n);
}

/* The text without blanks at its ends, its links moved along. */
static void set_text(struct html *h, struct block *b, int flag)
{
	struct str all = buf_str(&h->text), s = str_trim(all);
	size_t from = s.n ? (size_t)(s.p - all.p) : 0;
	unsigned char *flags = arena_alloc(h->a, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		flags[i] = (unsigned char)(h->flags.p[from + i] | flag);
	b->text = h->rich;
	b->text.s = arena_str(h->a, s);
	b->text.flags = flags;
	for (size_t i = 0; i < b->text.links.n; i++) {
		struct span *span = &b->text.links.v[i];

		span->from = span->from < from ? 0 : span->from - from;
		span->to = span->to < from + s.n ? span->to : from + s.n;
		span->to = span->to < from ? 0 : span->to - from;
	}
	h->rich = (struct rich){.s = {NULL, 0}};
}

static void end_text(struct html *h)
{
	bool heading = h->open > 0 && h->doc && !h->lists && !h->table;
	struct block *b;

	/* a row whose text is struck out is one that was dropped */
	if (h->lost.n && !str_trim(buf_str(&h->text)).n) {
		int struck = h->struck;

		h->struck = 0;
		put(h, buf_str(&h->lost));
		h->struck = struck;
	}
	buf_clear(&h->lost);
	if (h->open >= 0 && str_trim(buf_str(&h->text)).n) {
		if (heading)
			h->parent = b =
				doc_section(h->a, h->doc, h->open, h->from);
		else if (h->parent->kind == BLOCK_CELL)
			b = h->parent;
		else if (h->caption)
			b = h->caption;
		else
			b = block_add(h->a, h->parent, BLOCK_PARA, h->from);
		set_text(h, b, h->open ? TEXT_BOLD : 0);
	}
	h->rich = (struct rich){.s = {NULL, 0}};
	h->open = -1;
	h->bold = 0;
	h->in_link = false;
	buf_clear(&h->text);
	buf_clear(&h->flags);
}

static void begin_text(struct html *h, int level, int line)
{
	end_text(h);
	h->open = level;
	h->from = line;
}

/* Up to the list or item that ends; a list that nobody opened ends nothing. */
static void leave(struct html *h, enum block_kind kind)
{
	struct block *b = h->parent;

	while (b && b->kind != kind &&
		(b->kind == BLOCK_ITEM || b->kind == BLOCK_LIST))
		b = b->parent;
	if (!b || b->kind != kind || !h->lists)
		return;
	h->parent = b->parent;
	h->lists -= kind == BLOCK_LIST;
}

static void list_tag(struct html *h, struct str name, int line)
{
	enum { DEEPEST = 20 };

	if (is_list(name) && h->lists < DEEPEST) {
		end_text(h);
		h->parent = block_add(h->a, h->parent, BLOCK_LIST, line);
		h->lists++;
	} else if (str_iis(name, "li") && h->lists) {
		end_text(h);
		if (h->parent->kind != BLOCK_LIST)
			leave(h, BLOCK_ITEM);
		h->parent = block_add(h->a, h->parent, BLOCK_ITEM, line);
		begin_text(h, 0, line);
	} else if (str_iis(name, "/li") && h->lists) {
		end_text(h);
		leave(h, BLOCK_ITEM);
	} else if (str_iis(name, "/ul") || str_iis(name, "/ol")) {
		end_text(h);
		leave(h, BLOCK_LIST);
	}
}

/* In a cell everything is text; its blocks and items are lines. */
static void cell_tag(struct html *h, struct str name)
{
	static const char *const BREAKS[] = {
		"p", "/p", "li", "div", "/div", "br", "ul", "ol"};

	for (size_t i = 0; i < COUNT_OF(BREAKS); i++) {
		if (str_iis(name, BREAKS[i]) && str_trim(buf_str(&h->text)).n &&
			!str_ends(buf_str(&h->text), "\n"))
			put(h, STR("\n"));
	}
}

/* The value of name="..." in a tag, or "". */
static struct str attribute(struct str tag, struct str name)
{
	size_t at = str_ifind(tag, name);
	char quote;

	if (at == STR_NONE)
		return STR("");
	tag = str_sub(tag, at + name.n, tag.n);
	quote = tag.n ? tag.p[0] : 0;
	if (quote != '"' && quote != '\'')
		return str_sub(tag, 0, str_find_char(tag, '>'));
	tag = str_sub(tag, 1, tag.n);
	return str_sub(tag, 0, str_find_char(tag, quote));
}

/* The number in rowspan="3", at least 1. */
static long reach(struct str tag, struct str name)
{
	struct str s = attribute(tag, name);
	long n = 1;

	return str_take_number(&s, 1000, &n) && n ? n : 1;
}

static void add_empty(struct html *h, struct block *row, int line)
{
	if (!h->spare)
		return;
	h->spare--;
	block_add(h->a, row, BLOCK_CELL, line);
}

/* Empty cells where one of a row above reaches into this one. */
static void add_reached(struct html *h, struct block *row, int line)
{
	while (h->column < MAX_COLUMNS && h->below[h->column]) {
		h->below[h->column++]--;
		add_empty(h, row, line);
	}
}

/* Cells of a row above that reach into this one behind its last. */
static void end_row(struct html *h)
{
	for (; h->column < MAX_COLUMNS; h->column++)
		h->below[h->column] -= h->below[h->column] > 0;
	h->column = 0;
}

static void cell_begins(
	struct html *h, struct block *row, const struct tag *tag, int line)
{
	long down = reach(tag->whole, STR("rowspan="));
	long right = reach(tag->whole, STR("colspan="));

	add_reached(h, row, line);
	begin_text(h, 0, line);
	if (str_iis(tag->name, "th") && row != h->table->first)
		h->bold = 1; /* a title among the rows */
	h->parent = block_add(h->a, row, BLOCK_CELL, line);
	for (long i = 0; i < right && h->column < MAX_COLUMNS; i++) {
		if (i)
			add_empty(h, row, line);
		h->below[h->column++] = down - 1;
	}
}

/* The title of a table becomes a paragraph in front of it, in bold. */
static void caption_tag(struct html *h, int line)
{
	end_text(h);
	if (h->caption) {
		h->table = block_add(h->a, h->parent, BLOCK_TABLE, line);
		h->caption = NULL;
	} else if (h->table && !h->table->first) {
		h->caption = h->table;
		h->caption->kind = BLOCK_PARA;
		h->parent = h->caption->parent;
		begin_text(h, 0, line);
		h->bold = 1;
	}
}

/* Tables within tables are not read apart: their text is the cell's. */
static bool table_tag(struct html *h, const struct tag *tag, int line)
{
	struct block *row = h->table ? h->table->last : NULL;
	struct str name = tag->name;

	if (str_iis(name, "table") && !h->table && !h->lists) {
		end_text(h);
		h->table = block_add(h->a, h->parent, BLOCK_TABLE, line);
		memset(h->below, 0, sizeof h->below);
		h->column = 0;
	} else if (!h->table) {
		return false;
	} else if (str_iis(name, "/table")) {
		end_text(h);
		h->parent = h->table->parent;
		h->table = h->caption = NULL;
	} else if (str_iis(name, h->caption ? "/caption" : "caption")) {
		caption_tag(h, line);
	} else if (str_iis(name, "tr")) {
		if (h->caption) /* that nobody closed */
			caption_tag(h, line);
		end_text(h);
		end_row(h);
		h->parent = block_add(h->a, h->table, BLOCK_ROW, line);
	} else if ((str_iis(name, "td") || str_iis(name, "th")) && row) {
		cell_begins(h, row, tag, line);
	} else if (str_iis(name, "/td") || str_iis(name, "/th") ||
		   str_iis(name, "/tr")) {
		end_text(h);
	} else {
		cell_tag(h, name);
	}
	return true;
}

static void link_tag(struct html *h, const struct tag *tag)
{
	struct span *span;

	if (str_iis(tag->name, "a")) {
		h->url = attribute(tag->whole, STR("href="));
		h->link = h->text.n;
		h->in_link = h->url.n && h->url.n < LONGEST_URL;
	} else if (h->in_link) {
		h->in_link = false;
		if (h->text.n == h->link)
			return;
		span = vec_add(h->a, &h->rich.links);
		*span = (struct span){
			h->link, h->text.n, arena_str(h->a, h->url)};
	}
}

/* Tags within a text; false for others. */
static bool inline_tag(struct html *h, const struct tag *tag)
{
	struct str name = tag->name;
	bool closes = str_skip_char(&name, '/');

	if (h->open < 0)
		return false;
	if (str_iis(name, "b") || str_iis(name, "strong"))
		h->bold += closes ? (h->bold ? -1 : 0) : 1;
	else if (html_is_striking(name))
		h->struck += closes ? (h->struck ? -1 : 0) : 1;
	else if (str_iis(name, "a"))
		link_tag(h, tag);
	else
		return false;
	return true;
}

static void text_tag(struct html *h, const struct tag *tag, int line)
{
	struct str name = tag->name;

	if (inline_tag(h, tag) || table_tag(h, tag, line))
		return;
	if (h->lists && h->open >= 0 && str_iis(name, "p"))
		return; /* "<li><p>" */
	if (sense(tag) >= 0) {
		begin_text(h, sense(tag), line);
		h->bold = str_iis(name, "dt"); /* a title over what follows */
	} else if (str_iis(name, "br") && h->open >= 0) {
		put(h, STR("\n"));
	} else if (str_iis(name, "/p") || str_iis(name, "/summary") ||
		   str_iis(name, "/div") || str_iis(name, "/dd") ||
		   str_iis(name, "/dt") ||
		   (str_starts(name, "/h") && name.n == 3)) {
		end_text(h);
	} else {
		list_tag(h, name, line);
	}
}

static int leading_lines(struct str s)
{
	struct str rest = s;

	str_skip_space(&rest);
	return count_lines(str_sub(s, 0, s.n - rest.n));
}

void doc_html(struct arena *a, struct block *doc, struct block *parent,
	struct str html, int line)
{
	struct html h = {.a = a,
		.doc = doc,
		.parent = parent,
		.open = -1,
		.from = line,
		.spare = MAX_COLUMNS + html.n / BYTES_A_CELL};
	struct str rest = html;
	struct tag tag;

	buf_init(&h.text, html.n * 4 + 1);
	buf_init(&h.flags, html.n * 4 + 1);
	buf_init(&h.lost, html.n + 1);
	while (rest.n) {
		size_t before = rest.n;
		struct str words = take_tag(&rest, &tag), name = tag.name;

		/* text between the blocks */
		if (h.open < 0 && !h.skip && !h.table && str_trim(words).n)
			begin_text(&h, 0, line + leading_lines(words));
		if (h.open >= 0)
			put(&h, words);
		line += count_lines(
			str_sub((struct str){html.p + html.n - before, before},
				0, before - rest.n));
		if (is_skipped(name))
			h.skip++;
		else if (h.skip && str_skip_char(&name, '/') &&
			 is_skipped(name))
			h.skip--;
		if (!h.skip)
			text_tag(&h, &tag, line);
	}
	end_text(&h);
	buf_release(&h.text);
	buf_release(&h.flags);
	buf_release(&h.lost);
}
