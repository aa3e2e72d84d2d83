/*
 * The tree, built from md4c's events.
 *
 * md4c hands out text as pointers into what it parses, so the line of a piece
 * of text is found by its place.  Two of md4c's costs are not bounded by the
 * input: cells that a table's rows do not have, and link definitions used many
 * times.  doc_clean() limits columns and definitions, and an empty cell is
 * made only when a later one has text.
 */
#include "doc_notation_p.h"
#include "doc_p.h"

#include <assert.h>
#include <md4c.h>

#include "attr.h"
#include "buf.h"

enum {
	MAX_TEXT = 1 << 26, /* bytes of one block's text */
	MAX_URL = 2048,     /* bytes of a link's address */
	MAX_LEVEL = 6,
};

struct builder {
	struct arena *a;
	const struct clean *src;
	struct str text; /* what md4c reads; its lines are those of src */
	struct {
		VEC_OF(size_t);
	} starts; /* of the lines of text */
	struct block *doc, *at, *leaf;
	struct block *spare; /* a heading's text was in it; NULL: none */
	struct buf s, flags;
	struct rich open;        /* links and turns of the leaf */
	int line;                /* of the newest text */
	int bold, code;          /* depth of spans */
	int image, left;         /* inside images; depth in blocks left alone */
	int struck;              /* inside <del> or <s> */
	bool del[MAX_LEVEL * 8]; /* real ~~ spans, innermost last */
	size_t dels;
	bool del_new;    /* the span's first text decides */
	struct buf lost; /* the leaf's struck-out text, and where it stood */
	size_t lost_at;
	size_t link; /* where the link began */
	struct str url;
	bool in_link;
	bool quoted;     /* inside a quotation that is kept */
	bool task;       /* the item about to be entered */
	size_t cell;     /* of the current row */
	struct buf html; /* a block of it */
	bool in_html;
};

/* Where each line of the text begins. */
static void find_starts(struct builder *b)
{
	if (b->text.n)
		*vec_add(b->a, &b->starts) = 0;
	for (size_t i = 0; i + 1 < b->text.n; i++) {
		if (b->text.p[i] == '\n')
			*vec_add(b->a, &b->starts) = i + 1;
	}
}

/* The source line of a pointer into the text; else the last one known. */
static int line_at(struct builder *b, const char *p)
{
	const struct lines *lines = &b->src->line_of;
	size_t low = 0, high = b->starts.n, at;

	if (!b->text.n || p < b->text.p || p > b->text.p + b->text.n)
		return b->line;
	at = (size_t)(p - b->text.p);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (b->starts.v[middle] <= at)
			low = middle + 1;
		else
			high = middle;
	}
	if (low && low - 1 < lines->n)
		b->line = lines->v[low - 1];
	return b->line;
}

static void put(struct builder *b, struct str s, unsigned char flag)
{
	buf_add(&b->s, s);
	buf_add_times(&b->flags, (char)flag, s.n);
}

static unsigned char flags_now(const struct builder *b)
{
	return (unsigned char)((b->bold ? TEXT_BOLD : 0) |
			       (b->in_link ? TEXT_LINK : 0) |
			       (b->code ? TEXT_CODE : 0));
}

/* Text, with ":name:" of emoji replaced. */
static void put_text(struct builder *b, struct str s)
{
	unsigned char flag = flags_now(b);
	size_t colon, end;
	const char *emoji;

	while ((colon = str_find_char(s, ':')) != STR_NONE) {
		end = colon + 1;
		while (end < s.n && (str_is_alnum(s.p[end]) || s.p[end] == '_'))
			end++;
		emoji = NULL;
		if (end < s.n && s.p[end] == ':')
			emoji = emoji_named(str_sub(s, colon + 1, end));
		put(b, str_sub(s, 0, emoji ? colon : end), flag);
		if (emoji)
			put(b, str_of(emoji), flag);
		s = str_sub(s, emoji ? end + 1 : end, s.n);
	}
	put(b, s, flag);
}

/* Ends the block whose text is being gathered. */
static void flush(struct builder *b)
{
	struct block *leaf = b->leaf;
	struct str flags;

	if (!leaf)
		return;
	if (b->lost.n)
		struck_restore(b->a, &b->open, &b->s, &b->flags,
			buf_str(&b->lost), b->lost_at);
	buf_clear(&b->lost);
	assert(b->s.over || b->s.n == b->flags.n);
	leaf->text = b->open;
	leaf->text.s = arena_str(b->a, buf_str(&b->s));
	flags = arena_str(b->a, buf_str(&b->flags));
	leaf->text.flags = (const unsigned char *)flags.p;
	b->open = (struct rich){.s = {NULL, 0}};
	buf_clear(&b->s);
	buf_clear(&b->flags);
	b->leaf = NULL;
}

/* The block that text belongs to: a paragraph is made where none is open. */
static void need_leaf(struct builder *b, const char *p)
{
	int line;

	if (b->leaf)
		return;
	line = line_at(b, p);
	if (b->at->kind == BLOCK_ROW) {
		size_t n = 0;

		for (struct block *c = b->at->first; c; c = c->next)
			n++;
		for (; n + 1 < b->cell; n++)
			block_add(b->a, b->at, BLOCK_CELL, line);
		b->leaf = block_add(b->a, b->at, BLOCK_CELL, line);
	} else {
		if (!b->spare)
			b->spare = ARENA_NEW(b->a, struct block);
		b->leaf = b->spare;
		b->spare = NULL;
		block_append(b->at, b->leaf, BLOCK_PARA, line);
	}
	for (struct block *up = b->leaf->parent; up && !up->line;
		up = up->parent)
		up->line = line;
}

/* Blocks. */

static struct block *container(
	struct builder *b, enum block_kind kind, void *detail)
{
	struct block *block = block_add(b->a, b->at, kind, 0);
	const MD_BLOCK_OL_DETAIL *ol = detail;
	const MD_BLOCK_LI_DETAIL *li = detail;

	if (kind == BLOCK_LIST && ol) {
		block->ordered = true;
		block->number = (long)ol->start;
	}
	if (kind == BLOCK_ITEM) {
		if (b->at->ordered)
			block->number = b->at->number++;
		if (li->is_task)
			block->task = li->task_mark == ' ' ? ' ' : 'x';
	}
	b->at = block;
	return block;
}

static void enter_heading(struct builder *b, const MD_BLOCK_H_DETAIL *h)
{
	if (b->at->kind == BLOCK_DOC || b->at->kind == BLOCK_SECTION)
		b->at = doc_section(b->a, b->doc, (int)h->level, 0);
	else /* in a list: a line in bold will do */
		b->bold++;
}

/* What is quoted is kept as far as key results may be in it, or news of them:
 * paragraphs, tables and lists of one level. */
static bool is_left_in_quote(const struct builder *b, MD_BLOCKTYPE type)
{
	if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
		return b->at->kind == BLOCK_ITEM;
	return type == MD_BLOCK_QUOTE || type == MD_BLOCK_CODE ||
	       type == MD_BLOCK_HTML;
}

static void leave_quote(struct builder *b)
{
	if (!b->at->line)
		b->at->line = b->line;
	b->at = b->at->parent;
	b->quoted = false;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct builder *b = data;

	flush(b);
	if (b->left || (b->quoted && is_left_in_quote(b, type))) {
		b->left++;
		return 0;
	}
	switch (type) {
	case MD_BLOCK_UL:
		container(b, BLOCK_LIST, NULL);
		break;
	case MD_BLOCK_OL:
		container(b, BLOCK_LIST, detail);
		break;
	case MD_BLOCK_LI:
		container(b, BLOCK_ITEM, detail);
		break;
	case MD_BLOCK_H:
		enter_heading(b, detail);
		break;
	case MD_BLOCK_TABLE:
		container(b, BLOCK_TABLE, NULL);
		break;
	case MD_BLOCK_TR:
		container(b, BLOCK_ROW, NULL);
		b->cell = 0;
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		b->cell++;
		break;
	case MD_BLOCK_QUOTE:
		b->quoted = true;
		b->at = block_add(b->a, b->at, BLOCK_LEFT, 0);
		break;
	case MD_BLOCK_CODE:
		block_add(b->a, b->at, BLOCK_LEFT, 0);
		b->left = 1;
		break;
	case MD_BLOCK_HTML:
		b->in_html = true;
		buf_clear(&b->html);
		break;
	case MD_BLOCK_HR:
		block_add(b->a, b->at, BLOCK_RULE, b->line);
		break;
	default:
		break;
	}
	return 0;
}

/* A heading's text was gathered in a paragraph below it: moves it up.  With
 * several lines it was a paragraph above "---" and becomes one again. */
static void leave_heading(struct builder *b)
{
	struct block *h = b->at, *para = h->first;

	if (h->kind != BLOCK_SECTION) {
		b->bold--;
		return;
	}
	if (!para) {
		h->line = b->line;
		return;
	}
	h->line = para->line;
	h->text = para->text;
	h->first = h->last = NULL;
	b->spare = para;
}

static void leave_html(struct builder *b)
{
	struct block *doc = b->at->kind == BLOCK_ITEM ? NULL : b->doc;

	doc_html(b->a, doc, b->at, arena_str(b->a, buf_str(&b->html)), b->line);
	if (doc) { /* it may have brought headings */
		b->at = doc;
		while (b->at->last && b->at->last->kind == BLOCK_SECTION)
			b->at = b->at->last;
	}
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct builder *b = data;

	(void)detail;
	flush(b);
	if (b->left) {
		b->left--;
		return 0;
	}
	switch (type) {
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
	case MD_BLOCK_LI:
	case MD_BLOCK_TABLE:
	case MD_BLOCK_TR:
		if (!b->at->line)
			b->at->line = b->line;
		b->at = b->at->parent;
		break;
	case MD_BLOCK_H:
		leave_heading(b);
		break;
	case MD_BLOCK_QUOTE:
		leave_quote(b);
		break;
	case MD_BLOCK_HTML:
		b->in_html = false;
		leave_html(b);
		break;
	default:
		break;
	}
	return 0;
}

/* Spans. */

static struct str attribute(struct builder *b, const MD_ATTRIBUTE *attr)
{
	struct buf out;
	struct str s;

	if (attr->size > MAX_URL)
		return STR("");
	buf_init(&out, MAX_URL * 2);
	for (size_t i = 0; attr->text && attr->substr_offsets[i] < attr->size;
		i++) {
		s = (struct str){attr->text + attr->substr_offsets[i],
			attr->substr_offsets[i + 1] - attr->substr_offsets[i]};
		if (attr->substr_types[i] == MD_TEXT_ENTITY)
			entity_add(&out, s);
		else
			buf_add(&out, s);
	}
	s = arena_str(b->a, buf_str(&out));
	buf_release(&out);
	return s;
}

static void enter_link(struct builder *b, const MD_SPAN_A_DETAIL *link)
{
	b->url = attribute(b, &link->href);
	b->link = b->s.n;
	b->in_link = true;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct builder *b = data;

	if (type == MD_SPAN_A && !b->left)
		enter_link(b, detail);
	b->bold += type == MD_SPAN_STRONG;
	b->code += type == MD_SPAN_CODE;
	b->image += type == MD_SPAN_IMG;
	if (type == MD_SPAN_DEL) {
		if (b->dels < COUNT_OF(b->del))
			b->del[b->dels] = false;
		b->dels++;
		b->del_new = true;
	}
	return 0;
}

static void leave_link(struct builder *b)
{
	struct span *span;

	b->in_link = false;
	if (!b->leaf || b->struck || b->s.n == b->link)
		return;
	span = vec_add(b->a, &b->open.links);
	*span = (struct span){b->link, b->s.n, b->url};
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct builder *b = data;
	size_t top;

	(void)detail;
	b->bold -= type == MD_SPAN_STRONG;
	b->code -= type == MD_SPAN_CODE;
	b->image -= type == MD_SPAN_IMG;
	if (type == MD_SPAN_A && !b->left)
		leave_link(b);
	if (type == MD_SPAN_DEL) {
		top = --b->dels;
		b->del_new = false;
		if (top < COUNT_OF(b->del) && b->del[top])
			b->struck--;
		else if (b->leaf)
			put(b, STR("~"), flags_now(b)); /* "10~12" */
	}
	return 0;
}

/* "~~" strikes out, "~" does not: what stands before the span's first text? */
static void decide_del(struct builder *b, const char *p)
{
	size_t top = b->dels - 1;

	b->del_new = false;
	while (p > b->text.p && strchr("*_[`\\", p[-1]))
		p--;
	if (p - b->text.p >= 2 && p[-1] == '~' && p[-2] == '~') {
		if (top < COUNT_OF(b->del)) {
			b->del[top] = true;
			b->struck++;
		}
	} else if (b->leaf) {
		put(b, STR("~"), flags_now(b));
	}
}

/* Text. */

static void inline_html(struct builder *b, struct str s)
{
	struct str name = html_tag_name(s);
	bool closes = str_starts(name, "/");

	if (str_starts(s, "<!--") || str_starts(s, "<?"))
		return;
	if (html_is_striking(name)) {
		b->struck += closes ? (b->struck > 0 ? -1 : 0) : 1;
	} else if (str_iis(name, "b") || str_iis(name, "strong")) {
		b->bold++;
	} else if (str_iis(name, "/b") || str_iis(name, "/strong")) {
		b->bold -= b->bold > 0;
	} else if (str_iis(name, "br") || str_iis(name, "/li")) {
		put(b, STR("\n"), 0);
	} else if (!html_is_tag(name)) {
		put_text(b, s);
	}
}

static void new_line(struct builder *b, bool turns)
{
	struct turn *turn;

	put(b, STR("\n"), turns ? flags_now(b) : 0);
	if (!turns)
		return;
	turn = vec_add(b->a, &b->open.turns);
	*turn = (struct turn){b->s.n, 0}; /* known with the next text */
}

static void settle_turn(struct builder *b, const char *p)
{
	size_t n = b->open.turns.n;

	if (n && !b->open.turns.v[n - 1].line)
		b->open.turns.v[n - 1].line = line_at(b, p);
}

static int add_text(
	MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE size, void *data)
{
	struct builder *b = data;
	struct str s = {p, size};

	if (b->left || b->image) {
		if (b->left && b->at->last && !b->at->last->line)
			b->at->last->line = line_at(b, p);
		return 0;
	}
	if (b->in_html) {
		if (!b->html.n)
			line_at(b, p);
		buf_add(&b->html, s);
		return 0;
	}
	need_leaf(b, p);
	settle_turn(b, p);
	if (b->del_new)
		decide_del(b, p);
	if (b->struck && type != MD_TEXT_HTML) {
		if (!b->lost.n)
			b->lost_at = b->s.n;
		buf_add(&b->lost, s);
		return 0;
	}
	switch (type) {
	case MD_TEXT_BR:
	case MD_TEXT_SOFTBR:
		new_line(b, true);
		break;
	case MD_TEXT_ENTITY:
		entity_add(&b->s, s);
		buf_add_times(
			&b->flags, (char)flags_now(b), b->s.n - b->flags.n);
		break;
	case MD_TEXT_HTML:
		inline_html(b, s);
		break;
	case MD_TEXT_CODE:
		put(b, s, flags_now(b));
		break;
	default:
		put_text(b, s);
		break;
	}
	return 0;
}

static void parse(struct builder *b, const struct clean *src, struct str text)
{
	static const MD_PARSER PARSER = {
		.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS |
			 MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = add_text,
	};
	struct arena *a = b->a;

	*b = (struct builder){.a = a, .src = src, .text = text};
	b->doc = b->at = ARENA_NEW(a, struct block);
	buf_init(&b->s, MAX_TEXT);
	buf_init(&b->flags, MAX_TEXT);
	buf_init(&b->html, MAX_TEXT);
	buf_init(&b->lost, MAX_TEXT);
	find_starts(b);
	/* it fails for want of memory only; what it read until then stays */
	(void)md_parse(text.n ? text.p : "", (MD_SIZE)text.n, &PARSER, b);
	flush(b);
	buf_release(&b->s);
	buf_release(&b->flags);
	buf_release(&b->html);
	buf_release(&b->lost);
}

struct block *doc_read(struct arena *a, struct str text, struct clean *front)
{
	return doc_read_noted(a, doc_notation(a, text), front);
}

struct block *doc_read_noted(
	struct arena *a, struct str text, struct clean *front)
{
	struct clean src = doc_clean(a, text);
	struct builder b = {.a = a};

	parse(&b, &src, src.text);
	doc_titles(a, b.doc);
	if (front)
		*front = src;
	return b.doc;
}
