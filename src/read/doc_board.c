/*
 * A board's cards as markdown: "Card: Objective: ...", "Epic OKR-12: ...", and
 * "Checklist: Key Results (1/4)" with boxes below it.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"

enum { LEVELS = 6 };

/* The line without what makes it a heading or bold. */
static struct str bare(struct str s)
{
	s = str_trim(s);
	while (str_skip_char(&s, '#') || str_skip_char(&s, '*') ||
		str_skip_char(&s, ' '))
		;
	return str_trim_right(str_trim_end(str_trim_right(s), "*"));
}

/* Takes "OKR-12" off. */
static bool take_key(struct str *s)
{
	size_t n = 0, digits;

	while (n < s->n && (str_is_alpha(s->p[n]) || (n && s->p[n] == '_')))
		n++;
	if (!n || n == s->n || s->p[n] != '-')
		return false;
	for (digits = n + 1; digits < s->n && str_is_digit(s->p[digits]);)
		digits++;
	if (digits == n + 1)
		return false;
	*s = str_sub(*s, digits, s->n);
	return true;
}

/* "Card: text", "Epic OKR-12: text"; its text, or nothing. */
static struct str card_of(struct str s)
{
	static const char *const WORDS[] = {
		"Card", "Epic", "Issue", "Ticket", "Work item", "Initiative"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str t = s;
		bool keyed;

		if (!str_skip(&t, WORDS[i]))
			continue;
		keyed = str_skip_char(&t, ' ') && take_key(&t);
		if ((i == 0 || keyed) &&
			(str_skip(&t, ": ") || str_skip(&t, " - ") ||
				str_skip(&t, " \u2013 ") ||
				str_skip(&t, " \u2014 ")))
			return str_trim(t);
	}
	return (struct str){NULL, 0};
}

/* "Key Results (1/4)", "Key Results 1/4" without the count. */
static struct str uncounted(struct str s)
{
	size_t at = str_rfind_char(s, ' '), n = 0;
	struct str last = at == STR_NONE ? STR("") : str_sub(s, at + 1, s.n);

	str_skip_char(&last, '(');
	while (n < last.n && (str_is_digit(last.p[n]) || last.p[n] == '/'))
		n++;
	return n > 2 && (n == last.n || last.p[n] == ')')
		       ? str_trim_right(str_sub(s, 0, at))
		       : s;
}

static struct str checklist_of(struct str s)
{
	return str_iskip(&s, "checklist: ") ? str_trim(uncounted(s))
					    : (struct str){NULL, 0};
}

bool board_sign(struct str line)
{
	enum { SHORTEST = 7 }; /* "Card: a" */
	struct str s;

	if (line.n < SHORTEST)
		return false;
	s = bare(line);
	return card_of(s).n || checklist_of(s).n;
}

static void add_heading(struct buf *b, struct str line, struct str text)
{
	size_t level = 0;

	line = str_trim(line);
	while (level < line.n && line.p[level] == '#')
		level++;
	buf_add_times(b, '#', level && level <= LEVELS ? level : 2);
	buf_addc(b, ' ');
	buf_add(b, text);
}

/* "[x] text" without a bullet. */
static bool is_box(struct str s)
{
	return s.n > 4 && s.p[0] == '[' && strchr(" xX", s.p[1]) &&
	       s.p[2] == ']' && s.p[3] == ' ';
}

static void board_line(struct buf *b, struct str line)
{
	struct str s = bare(line), members = s;

	if (card_of(s).n) {
		add_heading(b, line, card_of(s));
	} else if (checklist_of(s).n) {
		buf_adds(b, "**");
		buf_add(b, checklist_of(s));
		buf_adds(b, "**");
	} else if (str_iskip(&members, "members:")) {
		buf_adds(b, "Owner: ");
		buf_add(b, str_trim(str_trim_end(bare(members), "*")));
	} else if (str_skip(&s, "List: ") || str_skip(&s, "Board: ")) {
		buf_adds(b, "# ");
		buf_add(b, s);
	} else {
		buf_adds(b, is_box(str_trim(line)) ? "- " : "");
		buf_add(b, line);
	}
}

struct str board_text(struct arena *a, struct str text)
{
	struct buf b;
	struct str line;

	buf_init(&b, text.n * 8 + 64);
	while (str_take_line(&text, &line)) {
		board_line(&b, line);
		buf_addc(&b, '\n');
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
