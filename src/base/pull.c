/*
 * The pull reader of JSON: one cursor walks the bytes; pull_string.c knows
 * strings.
 *
 * Repeated names: names of all open objects lie on one stack.  A name is
 * compared with the hashes of its object's first MANY names; an object with
 * more is sorted when it closes, so that no input makes this quadratic.
 */
#include "pull_p.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum { MANY = 64, WORD = sizeof(uint64_t) };

static const char REPEATED[] = "the same member name again";
const char PULL_CUT[] = "the text ends too early";

void pull_init(struct pull *p, struct str text, struct arena *a)
{
	p->begin = text.n ? text.p : "";
	p->p = p->begin;
	p->end = p->begin + text.n;
	p->arena = a;
	p->lax = false;
	p->taken = p->breaks = false;
	p->depth = 0;
	p->mistake = NULL;
	p->mistake_at = 0;
	p->hashes = p->few_hashes;
	p->names = p->few_names;
	p->n_names = 0;
	p->max_names = PULL_NAMES;
}

void pull_init_lax(struct pull *p, struct str text, struct arena *a)
{
	pull_init(p, text, a);
	p->lax = true;
}

bool pull_wrong_at(struct pull *p, const char *at, const char *why)
{
	if (!p->mistake) {
		p->mistake = why;
		p->mistake_at = (size_t)(at - p->begin);
	}
	p->p = p->end;
	return false;
}

bool pull_wrong(struct pull *p, const char *why)
{
	return pull_wrong_at(p, p->p, p->p < p->end ? why : PULL_CUT);
}

static void skip_blanks(struct pull *p)
{
	while (p->p < p->end && (*p->p == ' ' || *p->p == '\n' ||
					*p->p == '\t' || *p->p == '\r'))
		p->breaks |= *p->p++ != ' ';
}

/* Mostly there is none. */
static inline void skip_space(struct pull *p)
{
	if (p->p < p->end && (unsigned char)*p->p <= ' ')
		skip_blanks(p);
}

static bool take_string(struct pull *p, struct str *out)
{
	struct str inner;
	bool decode;

	if (!pull_scan_string(p, &inner, &decode))
		return false;
	*out = decode ? pull_decode_string(p, inner) : inner;
	return true;
}

static uint64_t load_word(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	return w;
}

/* Both ends and the length: quick, and enough for names; equal hashes are
 * compared in full. */
static uint32_t hash_name(struct str s)
{
	uint64_t head = 0, tail = 0;

	if (s.n >= WORD) {
		head = load_word(s.p);
		tail = load_word(s.p + s.n - WORD);
	} else {
		for (size_t i = 0; i < s.n; i++)
			head = head << 8 | (unsigned char)s.p[i];
	}
	head = (head ^ tail * 0x9e3779b97f4a7c15u ^ s.n) * 0xff51afd7ed558ccdu;
	return (uint32_t)(head >> 32);
}

static void grow_names(struct pull *p)
{
	size_t max = p->max_names * 2;
	uint32_t *hashes = ARENA_ARRAY(p->arena, uint32_t, max);
	struct str *names = ARENA_ARRAY(p->arena, struct str, max);

	assert(p->max_names && p->n_names == p->max_names);
	memcpy(hashes, p->hashes, p->n_names * sizeof *hashes);
	memcpy(names, p->names, p->n_names * sizeof *names);
	p->hashes = hashes;
	p->names = names;
	p->max_names = max;
}

/* Notes a name of the open object; false if it is among its first ones. */
static bool note_name(struct pull *p, struct str name)
{
	size_t from = p->level[p->depth].names;
	size_t to = p->n_names - from < MANY ? p->n_names : from + MANY;
	uint32_t hash = hash_name(name);

	for (size_t i = from; i < to; i++)
		if (p->hashes[i] == hash && str_eq(p->names[i], name))
			return false;
	if (p->n_names == p->max_names)
		grow_names(p);
	p->hashes[p->n_names] = hash;
	p->names[p->n_names++] = name;
	return true;
}

static int compare_names(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? -1 : 1;
	return x->n ? memcmp(x->p, y->p, x->n) : 0;
}

/* Closes a container at its closing bracket. */
static void leave(struct pull *p)
{
	size_t from = p->level[p->depth].names, n = p->n_names - from;
	struct str *names = p->names + from;

	assert(p->depth > 0 && from <= p->n_names);
	if (n > MANY) {
		qsort(names, n, sizeof *names, compare_names);
		for (size_t i = 1; i < n; i++)
			if (str_eq(names[i - 1], names[i])) {
				pull_wrong(p, REPEATED);
				return;
			}
	}
	p->n_names = from;
	p->depth--;
	p->p++;
}

/* Is there a value at the cursor that may be taken? */
static bool begin_value(struct pull *p)
{
	if (p->mistake || (p->depth == 0 && p->taken))
		return false;
	skip_space(p);
	if (p->p == p->end)
		return pull_wrong(p, PULL_CUT);
	return true;
}

static bool enter(struct pull *p, bool object)
{
	assert(p->depth >= 0 && p->p < p->end);
	if (p->depth == PULL_DEPTH)
		return pull_wrong(p, "nested too deeply");
	p->taken = true;
	p->p++;
	p->level[++p->depth] = (struct pull_level){
		.names = p->n_names, .first = true, .object = object};
	return true;
}

/* Before each element: the comma, or the end. */
static bool next(struct pull *p, char close)
{
	struct pull_level *level = &p->level[p->depth];
	bool first = level->first;

	if (p->mistake)
		return false;
	assert(p->depth > 0 && level->object == (close == '}'));
	skip_space(p);
	if (p->p == p->end)
		return pull_wrong(p, PULL_CUT);
	level->first = false;
	if (*p->p == close) {
		leave(p);
		return false;
	}
	if (first)
		return true;
	if (*p->p != ',')
		return pull_wrong(p, close == '}' ? "a ',' or '}' is missing"
						  : "a ',' or ']' is missing");
	p->p++;
	skip_space(p);
	return p->p < p->end || pull_wrong(p, PULL_CUT);
}

bool pull_next(struct pull *p)
{
	return next(p, ']');
}

/* Does an escape in a name stand for NUL?  C knows no such names. */
static bool has_nul(struct str inner)
{
	size_t at;

	while ((at = str_find_char(inner, '\\')) != STR_NONE) {
		inner = str_sub(inner, at, inner.n);
		if (str_starts(inner, "\\u0000"))
			return true;
		inner = str_sub(inner, 2, inner.n);
	}
	return false;
}

bool pull_key(struct pull *p, struct str *key)
{
	const char *begin;
	struct str inner;
	bool decode;

	if (!next(p, '}'))
		return false;
	begin = p->p;
	if (*begin != '"')
		return pull_wrong(p, "a member's name is missing");
	if (!pull_scan_string(p, &inner, &decode))
		return false;
	if (decode && has_nul(inner))
		return pull_wrong_at(p, begin, "a NUL in a member's name");
	*key = decode ? pull_decode_string(p, inner) : inner;
	if (!p->lax && !note_name(p, *key))
		return pull_wrong_at(p, begin, REPEATED);
	skip_space(p);
	if (p->p == p->end || *p->p != ':')
		return pull_wrong(p, "a ':' is missing");
	p->p++;
	return true;
}

static bool skip_digits(struct pull *p)
{
	const char *begin = p->p;

	while (p->p < p->end && str_is_digit(*p->p))
		p->p++;
	return p->p > begin || pull_wrong(p, "a digit is missing in a number");
}

/* Whole digits: one zero, or what does not begin with one. */
static bool skip_whole(struct pull *p)
{
	if (p->p == p->end || *p->p != '0')
		return skip_digits(p);
	p->p++;
	return p->p == p->end || !str_is_digit(*p->p) ||
	       pull_wrong(p, "a number with a leading zero");
}

static bool is_at(const struct pull *p, char c, char other)
{
	return p->p < p->end && (*p->p == c || *p->p == other);
}

/* Steps over a number; plain: it has no exponent. */
static bool skip_number(struct pull *p, bool *plain)
{
	*plain = true;
	if (*p->p == '-')
		p->p++;
	if (!skip_whole(p))
		return false;
	if (is_at(p, '.', '.')) {
		p->p++;
		if (!skip_digits(p))
			return false;
	}
	if (!is_at(p, 'e', 'E'))
		return true;
	*plain = false;
	p->p++;
	if (is_at(p, '+', '-'))
		p->p++;
	return skip_digits(p);
}

static bool skip_word(struct pull *p, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(p->end - p->p) < n || memcmp(p->p, word, n) != 0)
		return pull_wrong(p, "no value that JSON knows");
	p->p += n;
	return true;
}

static enum pull_type type_at(const struct pull *p)
{
	switch (*p->p) {
	case '{':
		return PULL_OBJECT;
	case '[':
		return PULL_ARRAY;
	case '"':
		return PULL_STRING;
	case 't':
	case 'f':
		return PULL_BOOL;
	case 'n':
		return PULL_NULL;
	default:
		return *p->p == '-' || str_is_digit(*p->p) ? PULL_NUMBER
							   : PULL_NONE;
	}
}

enum pull_type pull_peek(struct pull *p)
{
	enum pull_type type;

	if (!begin_value(p))
		return PULL_NONE;
	type = type_at(p);
	if (type == PULL_NONE)
		pull_wrong(p, "a value is missing");
	return type;
}

/* Is the next value of this type?  Any other is skipped. */
static bool expect(struct pull *p, enum pull_type type)
{
	enum pull_type found = pull_peek(p);

	if (found == PULL_NONE)
		return false;
	if (found != type) {
		pull_skip(p);
		return false;
	}
	p->taken = true;
	return true;
}

bool pull_array(struct pull *p)
{
	return expect(p, PULL_ARRAY) && enter(p, false);
}

bool pull_object(struct pull *p)
{
	return expect(p, PULL_OBJECT) && enter(p, true);
}

void pull_skip(struct pull *p)
{
	struct str inner;
	bool ignored;

	switch (pull_peek(p)) {
	case PULL_NONE:
		return;
	case PULL_OBJECT:
		if (enter(p, true))
			while (pull_key(p, &inner))
				pull_skip(p);
		return;
	case PULL_ARRAY:
		if (enter(p, false))
			while (pull_next(p))
				pull_skip(p);
		return;
	case PULL_STRING:
		pull_scan_string(p, &inner, &ignored);
		break;
	case PULL_NUMBER:
		skip_number(p, &ignored);
		break;
	case PULL_BOOL:
		skip_word(p, *p->p == 't' ? "true" : "false");
		break;
	case PULL_NULL:
		skip_word(p, "null");
		break;
	}
	p->taken = true;
}

bool pull_raw(struct pull *p, struct str *out)
{
	const char *begin;

	if (pull_peek(p) == PULL_NONE)
		return false;
	begin = p->p;
	pull_skip(p);
	if (p->mistake)
		return false;
	*out = (struct str){begin, (size_t)(p->p - begin)};
	return true;
}

bool pull_text(struct pull *p, struct str *out)
{
	return expect(p, PULL_STRING) && take_string(p, out);
}

bool pull_bool(struct pull *p, bool *out)
{
	bool value;

	if (!expect(p, PULL_BOOL))
		return false;
	value = *p->p == 't';
	if (!skip_word(p, value ? "true" : "false"))
		return false;
	*out = value;
	return true;
}

/* Takes a number without exponent as it stands. */
static bool take_plain(struct pull *p, struct str *number)
{
	const char *begin;
	bool plain;

	if (!expect(p, PULL_NUMBER))
		return false;
	begin = p->p;
	if (!skip_number(p, &plain))
		return false;
	*number = (struct str){begin, (size_t)(p->p - begin)};
	return plain;
}

bool pull_int(struct pull *p, int64_t *out)
{
	uint64_t value = 0, most = INT64_MAX;
	struct str number;
	bool minus;

	if (!take_plain(p, &number))
		return false;
	minus = str_skip_char(&number, '-');
	for (size_t i = 0; i < number.n; i++) {
		unsigned digit = (unsigned)(number.p[i] - '0');

		if (!str_is_digit(number.p[i]) ||
			value > (most + minus - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	/* -2^63 has no positive counterpart to negate. */
	*out = minus && value ? -(int64_t)(value - 1) - 1 : (int64_t)value;
	return true;
}

bool pull_decimal(struct pull *p, struct decimal *out)
{
	struct str number;

	return take_plain(p, &number) && decimal_parse(number, out);
}

/* Line and column of an offset, from 1. */
static void locate(const struct pull *p, size_t at, size_t *line, size_t *col)
{
	size_t begin = 0;

	assert(at <= (size_t)(p->end - p->begin));
	*line = 1;
	for (size_t i = 0; i < at; i++)
		if (p->begin[i] == '\n') {
			++*line;
			begin = i + 1;
		}
	*col = at - begin + 1;
}

int pull_finish(struct pull *p, const char *what, struct err *err)
{
	size_t line, col;

	assert(what && (p->mistake || p->p <= p->end));
	if (!p->mistake) {
		skip_space(p);
		if (p->depth || !p->taken)
			pull_wrong_at(
				p, p->p, "the text was not read to its end");
		else if (p->p < p->end)
			pull_wrong(p, "something follows the value");
	}
	if (!p->mistake)
		return 0;
	locate(p, p->mistake_at, &line, &col);
	return err_set(err, ERR_DATA, "%s: line %zu, column %zu: %s", what,
		line, col, p->mistake);
}
