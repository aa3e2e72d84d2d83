/*
 * What a reader of rendered markdown gets: the text, and which elements are
 * around it, as md4c sees it.
 */
#ifndef SHOWN_H
#define SHOWN_H

#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"

enum {
	SHOWN_STRICT = MD_DIALECT_COMMONMARK,
	SHOWN_ALL = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS |
		    MD_FLAG_WIKILINKS | MD_FLAG_PERMISSIVEATXHEADERS,
};

struct shown {
	struct buf text;     /* all of it, entities decoded */
	struct buf elements; /* "doc p em " in order */
	struct buf links;    /* destinations, one a line */
	bool html;           /* raw HTML was seen */
};

static const char *const BLOCK_NAMES[] = {[MD_BLOCK_DOC] = "doc",
	[MD_BLOCK_QUOTE] = "quote",
	[MD_BLOCK_UL] = "ul",
	[MD_BLOCK_OL] = "ol",
	[MD_BLOCK_LI] = "li",
	[MD_BLOCK_HR] = "hr",
	[MD_BLOCK_H] = "h",
	[MD_BLOCK_CODE] = "pre",
	[MD_BLOCK_HTML] = "html",
	[MD_BLOCK_P] = "p",
	[MD_BLOCK_TABLE] = "table",
	[MD_BLOCK_THEAD] = "thead",
	[MD_BLOCK_TBODY] = "tbody",
	[MD_BLOCK_TR] = "tr",
	[MD_BLOCK_TH] = "th",
	[MD_BLOCK_TD] = "td"};

static const char *const SPAN_NAMES[] = {[MD_SPAN_EM] = "em",
	[MD_SPAN_STRONG] = "strong",
	[MD_SPAN_A] = "a",
	[MD_SPAN_IMG] = "img",
	[MD_SPAN_CODE] = "code",
	[MD_SPAN_DEL] = "del",
	[MD_SPAN_LATEXMATH] = "math",
	[MD_SPAN_LATEXMATH_DISPLAY] = "math",
	[MD_SPAN_WIKILINK] = "wiki",
	[MD_SPAN_U] = "u"};

static int shown_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct shown *s = user;

	(void)detail;
	buf_addf(&s->elements, "%s ", BLOCK_NAMES[type]);
	return 0;
}

static int shown_block_end(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct shown *s = user;

	(void)detail;
	if (type == MD_BLOCK_TD || type == MD_BLOCK_TH)
		buf_addc(&s->text, '\t');
	return 0;
}

static int shown_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct shown *s = user;

	buf_addf(&s->elements, "%s ", SPAN_NAMES[type]);
	if (type == MD_SPAN_A) {
		MD_SPAN_A_DETAIL *a = detail;

		buf_addf(&s->links, "%.*s\n", (int)a->href.size, a->href.text);
	}
	return 0;
}

static int shown_span_end(MD_SPANTYPE type, void *detail, void *user)
{
	(void)type, (void)detail, (void)user;
	return 0;
}

static void shown_entity(struct buf *b, struct str entity)
{
	if (str_is(entity, "&lt;"))
		buf_addc(b, '<');
	else if (str_is(entity, "&gt;"))
		buf_addc(b, '>');
	else if (str_is(entity, "&amp;"))
		buf_addc(b, '&');
	else if (str_is(entity, "&#124;"))
		buf_addc(b, '|');
	else if (str_is(entity, "&#120;"))
		buf_addc(b, 'x');
	else if (str_is(entity, "&#58;"))
		buf_addc(b, ':');
	else if (str_is(entity, "&#123;"))
		buf_addc(b, '{');
	else if (str_is(entity, "&#125;"))
		buf_addc(b, '}');
	else
		buf_addf(b, "(entity %.*s)", STR_ARG(entity));
}

static int shown_text(
	MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
	struct shown *s = user;

	if (type == MD_TEXT_ENTITY)
		shown_entity(&s->text, (struct str){text, size});
	else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
		buf_addc(&s->text, '\n');
	else
		buf_add(&s->text, (struct str){text, size});
	s->html |= type == MD_TEXT_HTML;
	return 0;
}

static inline void shown_render(
	struct shown *s, struct str markdown, unsigned flags)
{
	const MD_PARSER parser = {0, flags, shown_block, shown_block_end,
		shown_span, shown_span_end, shown_text, NULL, NULL};

	s->html = false;
	buf_init(&s->text, 1 << 24);
	buf_init(&s->elements, 1 << 24);
	buf_init(&s->links, 1 << 24);
	if (md_parse(markdown.p, (MD_SIZE)markdown.n, &parser, s))
		abort();
}

static inline void shown_release(struct shown *s)
{
	buf_release(&s->text);
	buf_release(&s->elements);
	buf_release(&s->links);
}

#endif
