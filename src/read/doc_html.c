/*
 * Raw HTML in a page: headings, paragraphs and summaries are read, all else
 * (tables, lists, layout) is left alone.
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

void doc_html(struct arena *a, struct block *doc, struct block *parent,
	struct str html, int line)
{
	struct str rest = html;
	struct tag tag;
	struct buf text;
	int open = -1, from = line, skip = 0;

	buf_init(&text, html.n);
	while (rest.n) {
		size_t before = rest.n;
		struct str words = take_tag(&rest, &tag);

		if (open >= 0)
			buf_add(&text, words);
		line += count_lines(
			str_sub((struct str){html.p + html.n - before, before},
				0, before - rest.n));
		if (str_iis(tag.name, "table") || str_iis(tag.name, "pre") ||
			str_iis(tag.name, "script") ||
			str_iis(tag.name, "style"))
			skip++;
		else if (skip && (str_iis(tag.name, "/table") ||
					 str_iis(tag.name, "/pre") ||
					 str_iis(tag.name, "/script") ||
					 str_iis(tag.name, "/style")))
			skip--;
		if (!skip && sense(&tag) >= 0) {
			open = sense(&tag);
			from = line;
			buf_clear(&text);
		} else if (open >= 0 && (str_iis(tag.name, "/p") ||
						str_iis(tag.name, "/summary") ||
						(str_starts(tag.name, "/h") &&
							tag.name.n == 3))) {
			add(a, doc, &parent, buf_str(&text), open, from);
			open = -1;
		}
	}
	buf_release(&text);
}
