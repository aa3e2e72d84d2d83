/*
 * A markdown document as a small tree that remembers its lines.
 *
 * Headings own what stands below them, so a section is a block with children.
 * Inline markup is flattened: a block's text is plain words, and a flag byte
 * for each byte of text says whether it was bold, a link or code.  Struck-out
 * words, comments and images are gone, HTML tags too, emoji names have become
 * emoji.  Lists are understood by their indents as people mean them (2, 3, 4,
 * 7, 8 columns or tabs), not only as CommonMark counts them.
 */
#ifndef DOC_P_H
#define DOC_P_H

#include <stdbool.h>

#include "arena.h"
#include "model.h"
#include "str.h"
#include "vec.h"

enum block_kind {
	BLOCK_DOC,
	BLOCK_SECTION, /* a heading and what stands below it */
	BLOCK_PARA,
	BLOCK_LIST,
	BLOCK_ITEM,
	BLOCK_TABLE,
	BLOCK_ROW, /* the first row of a table is its header */
	BLOCK_CELL,
	BLOCK_LEFT, /* code, a quotation, HTML we do not read */
	BLOCK_RULE,
};

enum { TEXT_BOLD = 1, TEXT_LINK = 2, TEXT_CODE = 4 };

struct span { /* of a link, in bytes of the text */
	size_t from, to;
	struct str url;
};

struct turn { /* the text from this byte on stands in that line */
	size_t at;
	int line;
};

/* A line break is '\n', whether it was a new line or <br>. */
struct rich {
	struct str s;
	const unsigned char *flags; /* one for each byte of s */
	struct {
		VEC_OF(struct span);
	} links;
	struct {
		VEC_OF(struct turn);
	} turns;
};

struct mark; /* see mark_p.h */

struct block {
	enum block_kind kind;
	int line;    /* in the source, from 1 */
	long number; /* of an item in a numbered list, else 0 */
	int level;   /* of a section, 1 to 6 */
	char task;   /* of an item: 0, ' ' or 'x' */
	bool ordered;
	bool told; /* its mark is what its place says, not its words */
	struct rich text;
	const struct mark *mark; /* what it begins with, where that is known */
	struct block *first, *last, *next, *parent;
};

struct lines {
	VEC_OF(int);
};

/* The source made regular; line i of text stood in line_of.v[i]. */
struct clean {
	struct str text;
	struct str front; /* front matter without its fences */
	int front_line;
	struct lines line_of;
	int ours_from, ours_to; /* lines of okrsync's marks in it; 0: none */
};

/* Broken UTF-8 and NUL become U+FFFD; comments go; lists are re-indented. */
struct clean doc_clean(struct arena *a, struct str text);

/* Reads a whole document; never NULL. front may be NULL. */
struct block *doc_read(struct arena *a, struct str text, struct clean *front);
/* The same of a text whose notation, doc_notation(), is markdown's already. */
struct block *doc_read_noted(
	struct arena *a, struct str text, struct clean *front);

/* Adds an empty block at the end of parent. */
struct block *block_add(
	struct arena *a, struct block *parent, enum block_kind kind, int line);

/* Makes b such a block, as the last one of parent. */
void block_append(
	struct block *parent, struct block *b, enum block_kind kind, int line);

/* The line in which byte at of the block's text stands. */
int rich_line(const struct block *b, size_t at);

/* The block's text from one byte up to another, in which no link is cut. */
struct rich rich_part(
	struct arena *a, const struct block *b, size_t from, size_t to);

/* A block of raw HTML: its headings and paragraphs become blocks of parent. */
void doc_html(struct arena *a, struct block *doc, struct block *parent,
	struct str html, int line);

/* Items over tables become lines in bold type over them (doc_titles.c). */
void doc_titles(struct arena *a, struct block *doc);

/* Puts a heading where it belongs below the document's open sections. */
struct block *doc_section(
	struct arena *a, struct block *doc, int level, int line);

/* The name of a tag, "/" included: "br", "/p"; empty for what is none. */
struct str html_tag_name(struct str tag);

/* "from <x> to <y>" is somebody's text, "<span>" is not. */
bool html_is_tag(struct str name);
/* Does the tag strike its text out? */
bool html_is_striking(struct str name);

/* A character of well-formed UTF-8 taken from s, or -1 with one byte taken. */
long utf8_take(struct str *s);

/* The character that "&name;" stands for, appended as UTF-8. */
struct buf;
/* Appends it; what is no entity as it stands. */
void entity_add(struct buf *b, struct str entity);
/* Appends a character. */
void utf8_add(struct buf *b, long c);

/* The emoji for ":name:", or NULL. */
const char *emoji_named(struct str name);

/* "~~Print the map~~ cancelled" becomes "Print the map => cancelled": puts the
 * lost text, which stood at a byte of s, back in front of what is behind it,
 * if that tells how it ended or where it went.  text: its links and lines. */
void struck_restore(struct arena *a, struct rich *text, struct buf *s,
	struct buf *flags, struct str lost, size_t at);
/* Where the page says that struck-out text is done, "- done" behind each item
 * that is. */
struct str struck_told(struct arena *a, struct str text);

#endif
