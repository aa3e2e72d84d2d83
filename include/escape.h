/*
 * Text from strangers, made safe for the place it is written into.  One
 * function a place; pages escape by default.  Honest text reads unchanged.
 *
 * All of them first drop controls (newline and tab excepted), bidi and
 * zero-width characters, and replace broken UTF-8 by U+FFFD.
 */
#ifndef ESCAPE_H
#define ESCAPE_H

#include <stdbool.h>

#include "arena.h"
#include "buf.h"
#include "str.h"

/* Running markdown text, also inside a table cell or heading: on one line,
 * no markup, HTML, shortcode, table bar, autolink, mention or reference. */
void escape_markdown(struct buf *b, struct str text);

/* HTML or SVG text and attribute values. */
void escape_html(struct buf *b, struct str text);

/* The inside of a double-quoted YAML scalar (front matter). */
void escape_yaml(struct buf *b, struct str text);

/* A link's destination in markdown: writes it and returns true only for http,
 * https and mailto addresses, and for paths of our own ([A-Za-z0-9/._#-]). */
bool escape_url(struct buf *b, struct str url);

/* The text alone, cleaned but not escaped: for terminals and JSON. */
void escape_clean(struct buf *b, struct str text);

/* Markdown as people write it in one line of an OKR, reduced to safe
 * markdown: its links (safe schemes only), code spans and emphasis are kept,
 * everything else is text. */
void escape_inline(struct buf *b, struct str markdown);

/* "[a-z0-9-]+" of at most 60 bytes for file names and anchors; "x" when
 * nothing is left. */
const char *escape_slug(struct arena *a, struct str text) MUST_USE;

#endif
