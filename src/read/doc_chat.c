/*
 * What a chat wrote down: "[18:02] Ana: Objective: Fill the hall", "18:03 <bo>
 * 44 so far", or "Ana 10:02 AM" alone over what she says.  The time and the
 * speaker go; what is said below a key result is a remark on it, whoever says
 * it, and the rest is talk.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"

enum {
	SHORTEST = 5,
	LONGEST_TIME = 30,
	LONGEST_NAME = 40,
	NAME_WORDS = 4,
	NUMBERS = 20
};

struct chat {
	struct buf out;
	bool objective, kr;          /* above */
	struct str numbers[NUMBERS]; /* of its key results so far */
	size_t n;
};

/* "18:02", "6:02:11 pm" */
static bool take_clock(struct str *s)
{
	struct str t = *s;
	long hour, minute, second;

	if (!str_take_number(&t, 23, &hour) || !str_skip_char(&t, ':') ||
		t.n < 2 || !str_is_digit(t.p[1]) ||
		!str_take_number(&t, 59, &minute))
		return false;
	if (str_skip_char(&t, ':') && !str_take_number(&t, 60, &second))
		return false;
	str_skip_char(&t, ' ');
	if (!str_iskip(&t, "am") && !str_iskip(&t, "pm") && t.p[-1] == ' ')
		t = str_sub(*s, (size_t)(t.p - s->p) - 1, s->n);
	*s = t;
	return true;
}

/* "02.06.24, ", "2024-06-02T" in front of a time */
static void skip_day(struct str *s)
{
	struct str t = *s;
	size_t n = 0;

	while (n < t.n && (str_is_digit(t.p[n]) || str_is_among(t.p[n], "./-")))
		n++;
	if (n < 6 || n > 10)
		return;
	t = str_sub(t, n, t.n);
	str_skip_char(&t, ',');
	if (str_skip_char(&t, 'T') || str_skip_char(&t, ' '))
		*s = t;
}

/* "[18:02] ", "02.06.24, 18:02 - " */
static bool take_time(struct str *s)
{
	struct str t = *s;
	char close = str_skip_char(&t, '[')   ? ']'
		     : str_skip_char(&t, '(') ? ')'
					      : '\0';

	if (!t.n || !(str_is_digit(t.p[0]) || str_is_among(t.p[0], "./-")))
		return false;
	skip_day(&t);
	if (!take_clock(&t) || (close && !str_skip_char(&t, close)))
		return false;
	if (!str_skip_char(&t, ' '))
		return false;
	if (!str_skip(&t, "- "))
		str_skip(&t, "\u2013 ");
	*s = t;
	return true;
}

static bool is_name(struct str s)
{
	s = str_trim_end(s, "*");
	return s.n && s.n <= LONGEST_NAME && str_words(s) <= NAME_WORDS &&
	       !str_is_digit(s.p[0]) && !strchr("#-|>[`", s.p[0]) &&
	       line_mark_kind(s) == MARK_NONE;
}

/* "**Ana (chair)**: ", "Ana: ", "<ana> " */
static bool take_speaker(struct str *s)
{
	struct str t = *s, name;
	bool bold = str_skip(&t, "**");
	char close = !bold && str_skip_char(&t, '<') ? '>' : ':';
	size_t at = str_find_char(str_sub(t, 0, LONGEST_NAME + 4), close);

	if (at == STR_NONE)
		return false;
	name = str_sub(t, 0, at);
	t = str_sub(t, at + 1, t.n);
	if (bold && !str_skip(&t, "**") && !str_ends(name, "**"))
		return false;
	if (!is_name(name) || !str_skip_char(&t, ' '))
		return false;
	*s = str_trim(t);
	return s->n > 0;
}

/* "[18:02] Ana: text", "<ana> text": what is said. */
static bool take_said(struct str line, struct str *said)
{
	*said = str_trim(line);
	if (take_time(said))
		return take_speaker(said);
	return str_starts(*said, "<") && take_speaker(said);
}

/* "Ana 10:02 AM", "**Ana** 10:02" and no more */
static bool is_head(struct str line)
{
	struct str s = str_trim(line);
	size_t at = 0;

	if (s.n > LONGEST_NAME + LONGEST_TIME)
		return false;
	while (at < s.n && !str_is_digit(s.p[at]) && s.p[at] != '[')
		at++;
	if (!at || at >= s.n || s.p[at - 1] != ' ' ||
		!is_name(str_trim_end(str_trim(str_sub(s, 0, at)), "*")))
		return false;
	s = str_sub(s, at, s.n);
	str_skip_char(&s, '[');
	skip_day(&s);
	return take_clock(&s) && (!s.n || str_is(s, "]"));
}

/* Do messages begin with objectives and key results?  One that holds them all
 * is read as any text. */
static bool is_chat(struct str text)
{
	size_t objectives = 0, krs = 0, messages = 0;
	bool below = false;
	struct str line, said;

	while (str_take_line(&text, &line)) {
		enum mark_kind kind = MARK_NONE;

		if (line.n < SHORTEST && !below) /* than "<a> b" */
			continue;
		if (is_head(line)) {
			below = true;
			messages++;
			continue;
		}
		if (take_said(line, &said)) {
			messages++;
			kind = line_mark_kind(said);
		} else if (below) {
			kind = line_mark_kind(str_trim(line));
			below = false;
		}
		objectives += kind == MARK_OBJECTIVE;
		krs += kind == MARK_KEY_RESULT;
	}
	return objectives && krs && messages > 2;
}

/* "KR2" a second time is a word on it, and no new one. */
static bool is_again(struct chat *c, struct str said)
{
	static const unsigned char PLAIN[LONGEST_NAME] = {0};
	struct mark mark = mark_read(str_sub(said, 0, LONGEST_NAME), PLAIN, 0);

	if (!mark.numbered)
		return false;
	for (size_t i = 0; i < c->n; i++) {
		if (str_eq(c->numbers[i], mark.number))
			return true;
	}
	if (c->n < NUMBERS)
		c->numbers[c->n++] = mark.number;
	return false;
}

static void add_said(struct chat *c, struct str said)
{
	enum mark_kind kind = line_mark_kind(said);

	if (kind == MARK_OBJECTIVE) {
		c->objective = true;
		c->kr = false;
		c->n = 0;
		buf_add(&c->out, said);
	} else if (kind == MARK_KEY_RESULT) {
		c->kr = !is_again(c, said);
		if (c->kr)
			buf_addf(&c->out, "- %.*s", STR_ARG(said));
	} else if (c->kr) {
		buf_addf(&c->out, "  - %.*s", STR_ARG(said));
	} else if (!c->objective) {
		buf_add(&c->out, said);
	}
}

struct str chat_lines(struct arena *a, struct str text)
{
	struct chat c = {.kr = false};
	struct str line, said;
	bool below = false;

	if (!is_chat(text))
		return text;
	buf_init(&c.out, text.n * 6 + 64);
	while (str_take_line(&text, &line)) {
		if (is_head(line)) {
			below = true;
		} else if (take_said(line, &said)) {
			add_said(&c, said);
		} else if (below && str_trim(line).n &&
			   !line_is_block_start(str_trim(line)) &&
			   !line_marker(str_trim(line))) {
			add_said(&c, str_trim(line));
		} else {
			c.kr = c.kr && !line_is_block_start(str_trim(line));
			buf_add(&c.out, line);
		}
		buf_addc(&c.out, '\n');
	}
	text = arena_str(a, buf_str(&c.out));
	buf_release(&c.out);
	return text;
}
