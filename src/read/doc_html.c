/*
 * Raw HTML in a page: headings, paragraphs, lists and summaries are read,
 * all else (tables, layout) is left alone.
 */
#include "doc_p.h"

#include "attr.h"
#include "buf.h"

enum { SUMMARY_LEVEL = 6 };

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

static void set_text(struct arena *a, struct block *b, struct str s, int flag)
{
	struct str trimmed = str_trim(s), copy = arena_str(a, trimmed);
	unsigned char *flags = arena_alloc(a, trimmed.n + 1);

	memset(flags, flag, trimmed.n);
	b->text.s = copy;
	b->text.flags = flags;
}

static void add(struct arena *a, struct block *doc, struct block **parent,
	struct str text, int level, int line)
{
	struct block *b;

	if (!str_trim(text).n)
		return;
	if (level && doc) {
		b = doc_section(a, doc, level, line);
		*parent = b;
	} else {
		b = block_add(a, *parent, BLOCK_PARA, line);
	}
	set_text(a, b, text, level ? TEXT_BOLD : 0);
}

/* What an opening tag makes of its text: a level, 0 a paragraph, -1 none. */
static int sense(const struct tag *tag)
{
	int level = heading_level(tag->name);

	if (level)
		return level;
	if (str_iis(tag->name, "summary"))
		return SUMMARY_LEVEL;
	if (str_iis(tag->name, "p"))
		return class_level(tag->whole);
	return -1;
}

/* --- the walk over tags --- */

struct html {
	struct arena *a;
	struct block *doc, *parent; /* doc NULL: no headings in here */
	struct buf text;
	int open; /* the level of the text gathered, 0 a paragraph, -1 none */
	int from; /* the line it begins in */
	int skip; /* inside blocks that are not read */
	int lists;
};

static bool is_skipped(struct str name)
{
	return str_iis(name, "table") || str_iis(name, "pre") ||
	       str_iis(name, "script") || str_iis(name, "style");
}

static bool is_list(struct str name)
{
	return str_iis(name, "ul") || str_iis(name, "ol");
}

static void end_text(struct html *h)
{
	if (h->open >= 0)
		add(h->a, h->lists ? NULL : h->doc, &h->parent,
			buf_str(&h->text), h->open, h->from);
	h->open = -1;
	buf_clear(&h->text);
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

static void text_tag(struct html *h, const struct tag *tag, int line)
{
	struct str name = tag->name;

	if (h->lists && h->open >= 0 && str_iis(name, "p"))
		return; /* "<li><p>" */
	if (sense(tag) >= 0)
		begin_text(h, sense(tag), line);
	else if (str_iis(name, "br") && h->open >= 0)
		buf_addc(&h->text, '\n');
	else if (str_iis(name, "/p") || str_iis(name, "/summary") ||
		 (str_starts(name, "/h") && name.n == 3))
		end_text(h);
	else
		list_tag(h, name, line);
}

void doc_html(struct arena *a, struct block *doc, struct block *parent,
	struct str html, int line)
{
	struct html h = {
		.a = a, .doc = doc, .parent = parent, .open = -1, .from = line};
	struct str rest = html;
	struct tag tag;

	buf_init(&h.text, html.n);
	while (rest.n) {
		size_t before = rest.n;
		struct str words = take_tag(&rest, &tag), name = tag.name;

		if (h.open >= 0)
			buf_add(&h.text, words);
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
	if (h.lists)
		end_text(&h);
	buf_release(&h.text);
}
