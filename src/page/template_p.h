/*
 * Inside the template engine: what the scanner hands to the compiler, and the
 * compiler to the renderer.  Everything points into the template's text.
 *
 * Indentation is the one subtle thing.  Each line of a template that is shown
 * begins with an OP_LINE carrying its white space, so that a partial or block
 * can be moved to the right (or left) line by line, and text from values never
 * is.
 */
#ifndef TEMPLATE_P_H
#define TEMPLATE_P_H

#include "template.h"

enum token_type {
	TOKEN_END,
	TOKEN_BLANK,   /* spaces and tabs */
	TOKEN_TEXT,    /* other text within one line */
	TOKEN_NEWLINE, /* "\n" or "\r\n" */
	TOKEN_TAG,
};

struct token {
	enum token_type type;
	char sigil;   /* of a tag: one of "#^/>&<$!=", or 'v' for a variable */
	bool dynamic; /* {{>*name}} */
	struct str text; /* the text, or the tag's name */
	int line;
};

struct tokens {
	VEC_OF(struct token);
};

struct scanner {
	struct str rest;
	const char *file;
	int line;
	bool fresh;           /* at the beginning of a line */
	const char *line_end; /* of the line rest begins in; NULL unknown */
	struct str open, close;
};

/* Starts at the top of a source, with {{ and }}. */
void scan_init(struct scanner *s, const struct template_source *source);

/* The next token; TOKEN_END at the end. -1 with ERR_CONFIG. */
int scan_next(struct scanner *s, struct token *token, struct err *err) MUST_USE;

enum op_type {
	OP_LINE, /* text is the white space the line begins with */
	OP_TEXT,
	OP_VALUE, /* escaped */
	OP_RAW,
	OP_SECTION,
	OP_INVERTED,
	OP_PARTIAL,
	OP_PARENT,
	OP_BLOCK,
};

struct op {
	enum op_type type;
	bool dynamic;
	bool alone; /* on a line of its own, which is not shown */
	bool known; /* own is set */
	int line;
	struct str text;   /* of OP_LINE, OP_TEXT; else the name */
	struct str indent; /* of a partial, parent or block */
	size_t own;        /* a block's content is indented so far */
	size_t end;        /* index behind the content */
	const struct template *target; /* of a partial or parent, or NULL */
};

struct ops {
	VEC_OF(struct op);
};

struct template
{
	const char *name;
	const char *file;
	struct ops ops;
};

struct template_set {
	VEC_OF(struct template);
};

/* The template of that name, or NULL. */
const struct template *template_find(
	const struct template_set *set, struct str name);

#endif
