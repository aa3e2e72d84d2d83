/*
 * Regions: finding the markers line by line, and putting a new body between
 * them without touching anything else.
 */
#include "region.h"

#include <assert.h>
#include <stdio.h>

#include "buf.h"
#include "seal.h"

enum { CHECKSUM_DIGITS = 16 };

#define BEGIN "<!-- okrsync:begin"
#define END "<!-- okrsync:end -->"

struct region {
	enum region_state state;
	size_t from, to;           /* the whole of it, the last line end not */
	size_t body_from, body_to; /* with the last line end */
	bool crlf;
};

/* Is the line a begin marker? Its checksum is "" for a prepared one. */
static bool is_begin(struct str line, struct str *digits)
{
	if (!str_skip(&line, BEGIN))
		return false;
	line = str_trim_right(line);
	if (!str_ends(line, "-->"))
		return false;
	*digits = str_trim(str_sub(line, 0, line.n - 3));
	return true;
}

static bool is_end(struct str line)
{
	return str_is(str_trim_right(line), END);
}

static bool is_checksum(struct str digits, struct str body)
{
	struct buf b;
	bool same;

	buf_init(&b, CHECKSUM_DIGITS);
	buf_addf(&b, "%016llx", (unsigned long long)seal_checksum(body));
	same = str_eq(digits, buf_str(&b));
	buf_release(&b);
	return same;
}

static enum region_state judge(struct str digits, struct str body)
{
	if (digits.n == 0)
		return str_trim(body).n == 0 ? REGION_OURS : REGION_EDITED;
	if (digits.n != CHECKSUM_DIGITS)
		return REGION_BROKEN;
	for (size_t i = 0; i < digits.n; i++)
		if (!str_is_digit(digits.p[i]) &&
			(digits.p[i] < 'a' || digits.p[i] > 'f'))
			return REGION_BROKEN;
	return is_checksum(digits, body) ? REGION_OURS : REGION_EDITED;
}

/* Where it is; REGION_OURS stands for any that has both its markers, with what
 * the first one says of the checksum. */
static struct region locate(struct str page, struct str *digits)
{
	struct region r = {REGION_NONE, 0, 0, 0, 0, false};
	struct str rest = page, line, other;
	int begins = 0, ends = 0;

	while (rest.n > 0) {
		size_t at = page.n - rest.n;

		(void)str_take_line(&rest, &line);
		if (is_begin(line, &other)) {
			begins++;
			*digits = other;
			r.from = at;
			r.body_from = page.n - rest.n;
			r.crlf = str_sub(page, at + line.n, r.body_from).n == 2;
		} else if (is_end(line)) {
			ends += begins == 1 ? 1 : 2;
			r.body_to = at;
			r.to = at + line.n;
		}
	}
	if (begins == 1 && ends == 1)
		r.state = REGION_OURS;
	else if (begins || ends)
		r.state = REGION_BROKEN;
	return r;
}

static struct region find(struct str page)
{
	struct str digits = {NULL, 0};
	struct region r = locate(page, &digits);

	if (r.state == REGION_OURS)
		r.state = judge(digits, str_sub(page, r.body_from, r.body_to));
	return r;
}

enum region_state region_check(struct str page)
{
	return find(page).state;
}

struct str region_body(struct str page)
{
	struct region r = find(page);

	if (r.state != REGION_OURS && r.state != REGION_EDITED)
		return STR("");
	return str_sub(page, r.body_from, r.body_to);
}

struct str region_wrap(struct arena *a, struct str body)
{
	char first[] = BEGIN " 0123456789abcdef -->\n";
	size_t head = sizeof first - 1, tail = strlen(END "\n");
	bool ended = body.n == 0 || body.p[body.n - 1] == '\n';
	struct str whole = {NULL, body.n + !ended}, text, digits;
	char *p = arena_alloc(a, head + whole.n + tail + 1);

	/* It may be megabytes: copied once. */
	if (body.n)
		memcpy(p + head, body.p, body.n);
	if (!ended)
		p[head + body.n] = '\n';
	whole.p = p + head;
	snprintf(first, sizeof first, BEGIN " %016llx -->\n",
		(unsigned long long)seal_checksum(whole));
	memcpy(p, first, head);
	memcpy(p + head + whole.n, END "\n", tail);
	text = (struct str){p, head + whole.n + tail};
	assert(locate(text, &digits).state == REGION_OURS);
	return text;
}

static int refuse(enum region_state state, struct err *err)
{
	if (state == REGION_NONE)
		return err_set(err, ERR_REPO,
			"it was written by hand; put the lines '" BEGIN
			" -->' and '" END "' where the OKRs should go, or "
			"remove it");
	if (state == REGION_EDITED)
		return err_set(err, ERR_REPO,
			"the part between the okrsync markers was edited by "
			"hand; move the edit outside of them, or run with "
			"--overwrite");
	return err_set(err, ERR_REPO,
		"the okrsync markers are damaged; restore them, or run with "
		"--overwrite");
}

/* Adds text, its line ends as CRLF where that is wanted. */
static void add_lines(struct buf *b, struct str text, bool crlf)
{
	for (size_t i = 0; i < text.n; i++) {
		if (crlf && text.p[i] == '\n')
			buf_addc(b, '\r');
		buf_addc(b, text.p[i]);
	}
}

int region_merge(struct arena *a, struct str old, struct str fresh,
	bool overwrite, struct str *merged, struct err *err)
{
	struct region was = find(old), is = find(fresh);
	struct buf b;

	assert(is.state == REGION_OURS);
	if (old.n == 0) {
		*merged = fresh;
		return 0;
	}
	if (was.state == REGION_NONE ||
		(was.state != REGION_OURS && !overwrite))
		return refuse(was.state, err);
	if (was.state == REGION_BROKEN) {
		*merged = fresh;
		return 0;
	}
	buf_init(&b, old.n + 2 * fresh.n);
	buf_add(&b, str_sub(old, 0, was.from));
	add_lines(&b, str_sub(fresh, is.from, is.to), was.crlf);
	buf_add(&b, str_sub(old, was.to, old.n));
	*merged = arena_str(a, buf_str(&b));
	buf_release(&b);
	return 0;
}
