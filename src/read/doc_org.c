/*
 * Org mode as markdown.  Stars are headings; below an objective, those with a
 * word of a to-do list or a key result's marker are items, with all that is
 * written under them.
 */
#include "doc_notation_p.h"
#include "doc_p.h"
#include "mark_p.h"

#include "attr.h"

enum { LEVELS = 6, LONGEST_TITLE = 400, LONGEST_LINK = 2048 };

struct org {
	struct arena *a;
	struct buf out;
	struct str rest;
	size_t objective; /* level of the objective we are below; 0 none */
	size_t item;      /* columns of the item's text we are below; 0 none */
	bool drawer;      /* between ":PROPERTIES:" and ":END:" */
	bool logged;      /* ... or ":LOGBOOK:" */
	bool states;      /* some heading says that it is begun, or waits */
	bool left;        /* between "#+BEGIN_..." and its end */
};

/* The stars of "** text"; 0 for any other line. */
static size_t stars(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '*')
		n++;
	return n && n < s.n && s.p[n] == ' ' ? n : 0;
}

bool org_sign(struct str s)
{
	struct str t = s;
	size_t n = stars(s);

	if (str_istarts(s, "#+title:") || str_istarts(s, "#+startup:") ||
		str_istarts(s, "#+todo:") || str_istarts(s, "#+options:") ||
		str_istarts(s, "#+author:") || str_iis(s, ":properties:"))
		return true;
	t = str_sub(t, n + 1, t.n);
	return n > 1 && todo_take(&t) != TODO_NONE;
}

/* "text   [2/4]  :tag:other:" without what stands behind it. */
static struct str bare_title(struct str s)
{
	size_t at = str_rfind_char(s, ' ');
	struct str last = at == STR_NONE ? STR("") : str_sub(s, at + 1, s.n);

	if (str_skip(&s, "[#")) { /* "[#A] text" */
		at = str_find_char(s, ']');
		s = str_trim(str_sub(s, at == STR_NONE ? 0 : at + 1, s.n));
		at = str_rfind_char(s, ' ');
	}
	if (last.n > 2 && last.p[0] == ':' && str_ends(last, ":")) {
		s = str_trim_right(str_sub(s, 0, at));
		at = str_rfind_char(s, ' ');
		last = at == STR_NONE ? STR("") : str_sub(s, at + 1, s.n);
	}
	if (last.n > 3 && last.p[0] == '[' && str_is_digit(last.p[1]) &&
		(str_ends(last, "%]") ||
			(str_ends(last, "]") &&
				str_find_char(last, '/') != STR_NONE)))
		s = str_trim_right(str_sub(s, 0, at));
	return s;
}

/* "[2/6]" behind "Publish 6 posts": where it stands. */
static struct str count_of(struct str s, struct str title)
{
	size_t open = str_rfind_char(s, '['), slash, close;
	struct str all;

	if (open == STR_NONE || open < title.n)
		return STR("");
	s = str_sub(s, open + 1, s.n);
	slash = str_find_char(s, '/');
	close = str_find_char(s, ']');
	if (slash == STR_NONE || close == STR_NONE || close < slash)
		return STR("");
	all = str_sub(s, slash + 1, close);
	return all.n && str_find(title, all) != STR_NONE ? str_sub(s, 0, close)
							 : STR("");
}

/* TODO is where nothing was begun on a page that has words for more. */
static bool has_states(struct str text)
{
	enum { MOST = 5000 };
	struct str line;

	for (int i = 0; i < MOST && str_take_line(&text, &line); i++) {
		size_t n = stars(line);
		struct str s = str_sub(line, n ? n + 1 : 0, line.n);
		enum todo todo = n ? todo_take(&s) : TODO_NONE;

		if (todo == TODO_DOING || todo == TODO_BLOCKED ||
			todo == TODO_HELD)
			return true;
	}
	return false;
}

static struct mark mark_of(struct str s)
{
	static const unsigned char PLAIN[LONGEST_TITLE] = {0};

	return mark_read(str_sub(s, 0, LONGEST_TITLE), PLAIN, MARK_HEADING);
}

/* Does a heading deeper than that come next? */
static bool has_below(struct str rest, size_t level)
{
	enum { FAR = 20 };
	struct str line;

	for (int i = 0; i < FAR && str_take_line(&rest, &line); i++) {
		if (stars(line))
			return stars(line) > level;
	}
	return false;
}

/* Text without org's links, "[[address][text]]", and with single blanks. */
static void add_text(struct org *o, struct str s)
{
	size_t end, middle;

	for (size_t i = 0; i < s.n; i++) {
		struct str link = str_sub(s, i, i + LONGEST_LINK);

		if (s.p[i] == ' ' && i && s.p[i - 1] == ' ')
			continue;
		end = str_starts(link, "[[") ? str_find(link, STR("]]"))
					     : STR_NONE;
		if (end == STR_NONE) {
			buf_addc(&o->out, s.p[i]);
			continue;
		}
		link = str_sub(link, 2, end);
		middle = str_find(link, STR("]["));
		buf_add(&o->out, middle == STR_NONE
					 ? link
					 : str_sub(link, middle + 2, link.n));
		i += end + 1;
	}
}

static void add_item(struct org *o, size_t depth, enum todo todo,
	struct str text, struct str count)
{
	struct buf b;

	if (count.n)
		text = str_of(arena_printf(
			o->a, "%.*s (%.*s)", STR_ARG(text), STR_ARG(count)));
	if (todo == TODO_OPEN && o->states && !depth)
		todo = TODO_AHEAD;
	else if (depth && (todo == TODO_BLOCKED || todo == TODO_HELD))
		todo = TODO_OPEN; /* a step, and not its key result */

	buf_init(&b, text.n + 64);
	todo_add(&b, todo, text);
	buf_add_times(&o->out, ' ', depth * 2);
	add_text(o, buf_str(&b));
	buf_release(&b);
	o->item = depth * 2 + 2;
}

static void heading(struct org *o, struct str s, size_t level)
{
	struct str text = str_trim_left(str_sub(s, level, s.n)), whole;
	enum todo todo = todo_take(&text);
	struct mark mark;
	bool objective;

	whole = text;
	text = bare_title(text);
	mark = mark_of(text);
	if (mark.kind == MARK_KEY_RESULT && !mark.numbered &&
		mark.rest == strlen("KR ")) /* an item wants the colon */
		text = str_of(arena_printf(o->a, "KR: %.*s",
			STR_ARG(str_sub(text, mark.rest, text.n))));
	objective = mark.kind == MARK_OBJECTIVE && mark.rest < text.n;
	if (o->objective >= level || objective)
		o->objective = 0;
	if (!objective &&
		(o->objective ? todo != TODO_NONE ||
					mark.kind == MARK_KEY_RESULT || o->item
			      : todo != TODO_NONE &&
					!has_below(o->rest, level))) {
		add_item(o, o->objective ? level - o->objective - 1 : 0, todo,
			text, count_of(whole, text));
		return;
	}
	o->item = 0;
	if (objective || todo != TODO_NONE)
		o->objective = level;
	buf_add_times(&o->out, '#', level < LEVELS ? level : LEVELS);
	buf_addc(&o->out, ' ');
	add_text(o, text);
}

/* A line below: of the item, as one of its own. */
static void body(struct org *o, struct str s, size_t indent)
{
	size_t m = str_starts(s, "- ") || str_starts(s, "+ ") ? 2 : 0;

	if (o->item) {
		buf_add_times(&o->out, ' ', o->item + (m ? indent : 0));
		if (!m && !str_is_digit(s.p[0]))
			buf_adds(&o->out, "- ");
	} else {
		buf_add_times(&o->out, ' ', indent);
	}
	add_text(o, s);
}

/* ":OWNER: rita" of a drawer. */
static void property(struct org *o, struct str s)
{
	size_t colon;

	str_skip_char(&s, ':');
	colon = str_find_char(s, ':');
	if (o->logged || colon == STR_NONE ||
		vocab_field(str_sub(s, 0, colon)) == FIELD_NONE)
		return;
	if (o->item)
		buf_add_times(&o->out, ' ', o->item);
	buf_adds(&o->out, "- ");
	add_text(o, str_sub(s, 0, colon));
	buf_adds(&o->out, ": ");
	add_text(o, str_trim(str_sub(s, colon + 1, s.n)));
}

/* "DEADLINE: <2025-06-30 Mon>" */
static bool planned(struct org *o, struct str s)
{
	size_t at = str_find(s, STR("DEADLINE: <"));

	if (!str_starts(s, "CLOSED: [") && !str_starts(s, "SCHEDULED: <") &&
		at != 0)
		return false;
	if (at == STR_NONE)
		return true;
	if (o->item)
		buf_add_times(&o->out, ' ', o->item);
	buf_adds(&o->out, "- Due: ");
	buf_add(&o->out, str_sub(s, at + 11, at + 21));
	return true;
}

/* "#+TITLE: text" and blocks of code or comments. */
static void directive(struct org *o, struct str s)
{
	if (str_iskip(&s, "#+title:")) {
		buf_adds(&o->out, "# ");
		add_text(o, str_trim(s));
	} else if (str_istarts(s, "#+begin_") &&
		   !str_istarts(s, "#+begin_quote")) {
		o->left = true;
	} else if (str_istarts(s, "#+end_")) {
		o->left = false;
	}
}

static void org_line(struct org *o, struct str line)
{
	struct str s = str_trim(line);
	size_t level = stars(line);
	size_t indent = s.n ? (size_t)(s.p - line.p) : 0;

	if (str_starts(s, "#+"))
		directive(o, s);
	else if (o->left || !s.n)
		return;
	else if (level)
		heading(o, str_trim_right(line), level);
	else if (o->drawer)
		str_iis(s, ":end:") ? (void)(o->drawer = o->logged = false)
				    : property(o, s);
	else if (str_iis(s, ":properties:") || str_iis(s, ":logbook:"))
		o->drawer = true, o->logged = str_iis(s, ":logbook:");
	else if (!planned(o, s) && !str_starts(s, "# "))
		body(o, s, indent);
}

struct str org_text(struct arena *a, struct str text)
{
	struct org o = {.a = a, .rest = text, .states = has_states(text)};
	struct str line;

	buf_init(&o.out, text.n * 8 + 64);
	while (str_take_line(&o.rest, &line)) {
		org_line(&o, line);
		buf_addc(&o.out, '\n');
	}
	text = arena_str(a, buf_str(&o.out));
	buf_release(&o.out);
	return text;
}
