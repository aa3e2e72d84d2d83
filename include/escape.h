/*
 * Text from strangers, made safe for the place it is written into.  One
 * function a place; pages escape by default.  Honest text reads unchanged
 * once it is rendered.
 *
 * All of them first drop controls (newline and tab excepted), bidi and
 * zero-width characters, and replace broken UTF-8 by U+FFFD.  Markdown is kept
 * quiet with backslashes where GitLab looks at them (it leaves \#1 and \@name
 * alone, but not their entities), and with entities for the characters that
 * tables, HTML and Hugo's shortcodes and emojis are made of.
 */
#ifndef ESCAPE_H
#define ESCAPE_H

#include <stdbool.h>

#include "arena.h"
#include "buf.h"
#include "str.h"

enum {
	ESCAPE_URL_BYTES = 2048,
	ESCAPE_SLUG_BYTES = 60,
};

/* Running markdown text, also inside a table cell, heading or link text: on
 * one line, white space as single blanks, no markup, HTML, shortcode, table
 * bar, autolink, mention or reference. */
void escape_markdown(struct buf *b, struct str text);

/* HTML or SVG text and attribute values. */
void escape_html(struct buf *b, struct str text);

/* A link's destination in markdown: writes it and returns true only for http,
 * https and mailto addresses of at most ESCAPE_URL_BYTES, and for paths and
 * anchors of our own ([A-Za-z0-9/._#-], not beginning with two slashes). */
bool escape_url(struct buf *b, struct str url);

/* The text alone, cleaned but not escaped: for terminals and JSON. */
void escape_clean(struct buf *b, struct str text);

/* Markdown as people write it in one line of an OKR, reduced to safe
 * markdown: its links (safe schemes only), code spans and emphasis are kept,
 * everything else is text. */
void escape_inline(struct buf *b, struct str markdown);

/* What a reader sees of such markdown, as plain text on one line: cleaned but
 * not escaped for any place. */
void escape_plain(struct buf *b, struct str markdown);

/* "[a-z0-9-]+" of at most ESCAPE_SLUG_BYTES for file names; accents are
 * dropped from letters; "x" when nothing is left. */
const char *escape_slug(struct arena *a, struct str text) MUST_USE;

/* The same in the arena. */
const char *escaped_markdown(struct arena *a, const char *text) MUST_USE;
/* escape_inline() into the arena. */
const char *escaped_inline(struct arena *a, const char *markdown) MUST_USE;
/* escape_plain() into the arena. */
const char *escaped_plain(struct arena *a, const char *markdown) MUST_USE;
/* The inside of a double-quoted YAML scalar (front matter), on one line. */
const char *escaped_yaml(struct arena *a, const char *text) MUST_USE;
/* escape_url() into the arena; "" for an address that may not be linked. */
const char *escaped_url(struct arena *a, const char *url) MUST_USE; /* or "" */

#endif
