/*
 * What a line of markdown looks like, before anything is parsed.
 */
#include "doc_line_p.h"

#include "attr.h"
#include "mark_number_p.h"
#include "mark_p.h"
#include "buf.h"

enum { FENCE = 3 };

bool line_is_rule(struct str s)
{
	size_t n = 0;

	if (!s.n || !str_is_among(s.p[0], "-*_"))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == s.p[0])
			n++;
		else if (!str_is_space(s.p[i]))
			return false;
	}
	return n >= 3;
}

/* Bytes of a list marker that people use and markdown does not know. */
static size_t odd_bullet(struct str s)
{
	static const char *const BULLETS[] = {"\u2022", "\u2023", "\u25e6",
		"\u25aa", "\u25ab", "\u25cf", "\u25cb", "\u25a0", "\u25b8",
		"\u25ba", "\u2043", "\u2219", "\u00b7", "\u2013", "\u2014",
		"\u27a2", "\u27a4", "\u2756", "\uf0b7", "\uf0a7"};

	if (s.n < 2 || (unsigned char)s.p[0] < 0x80)
		return 0;
	for (size_t i = 0; i < COUNT_OF(BULLETS); i++) {
		if (BULLETS[i][1] == s.p[1] && str_starts(s, BULLETS[i]))
			return strlen(BULLETS[i]);
	}
	return 0;
}

/* Bytes of the list marker that s begins with, or 0. */
size_t line_marker(struct str s)
{
	size_t n = 0;

	if (!s.n || str_is_alpha(s.p[0]) || line_is_rule(s))
		return 0;
	while (n < s.n && n < 9 && str_is_digit(s.p[n]))
		n++;
	if (n) {
		if (n == s.n || (s.p[n] != '.' && s.p[n] != ')'))
			return 0;
		n++;
	} else if (str_is_among(s.p[0], "-*+")) {
		n = 1;
	} else {
		n = odd_bullet(s);
	}
	return n && (n == s.n || str_is_space(s.p[n])) ? n : 0;
}

bool line_is_heading(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '#')
		n++;
	if (!n || n > 6)
		return false;
	return n == s.n || str_is_space(s.p[n]) ||
	       (n > 1 && !str_is_digit(s.p[n]));
}

size_t line_fence(struct str s)
{
	size_t n = 0;

	if (!s.n || (s.p[0] != '`' && s.p[0] != '~'))
		return 0;
	while (n < s.n && s.p[n] == s.p[0])
		n++;
	if (n < FENCE || (s.p[0] == '`' && str_find_char(str_sub(s, n, s.n),
						   '`') != STR_NONE))
		return 0;
	return n;
}

/* The row of dashes under a table's header. */
bool line_is_delimiter(struct str s)
{
	bool dash = false, bar = false;

	for (size_t i = 0; i < s.n; i++) {
		dash = dash || s.p[i] == '-';
		bar = bar || s.p[i] == '|';
		if (!str_is_among(s.p[i], "|-: \t"))
			return false;
	}
	return dash && bar;
}

size_t line_bars(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '|';
	return n;
}

/* "Ziel 2: ...", "Mål: ...": a marker in any language, with its colon. */
static bool is_marker(struct str s)
{
	const struct word *w = vocab_word(s);
	struct str number;
	bool numbered;

	if (!w)
		return false;
	s = str_sub(s, strlen(w->text), s.n);
	numbered = mark_number(&s, &number);
	if ((w->is & NUMBERED) && !numbered)
		return false;
	return str_starts(s, ":") || str_starts(s, " :") ||
	       str_starts(s, "\uff1a") || (numbered && str_starts(s, "."));
}

/* "KR" of "KR 1.1  60 near misses": a number may stand apart from it. */
static bool is_short_word(struct str s)
{
	return str_is(s, "KR") || str_is(s, "OKR") || str_is(s, "Objective");
}

/* "Objective 2: ..." or "**Risks**" at the margin under a list is meant as a
 * new paragraph, whatever CommonMark says of lazy lines. */
bool line_is_label(struct str s)
{
	static const char *const WORDS[] = {"objective", "objectives", "key",
		"kr", "krs", "okr", "okrs", "o", "owner", "owners", "dri",
		"initiatives", "risks", "dependencies", "status", "confidence",
		"grade", "score", "priority", "team", "goal", "type", "actions",
		"notes", "good", "bad", "try", "retrospective", "retro"};
	/* and without a colon: of what is told when all is over */
	static const char *const ALONE[] = {
		"good", "bad", "try", "retrospective", "retro"};
	size_t n = 0;
	struct str rest;

	if (str_starts(s, "**") || str_starts(s, "__") || is_marker(s))
		return true;
	while (n < s.n && str_is_alpha(s.p[n]))
		n++;
	rest = str_sub(s, n, s.n);
	if (is_short_word(str_sub(s, 0, n)) && str_starts(rest, " "))
		rest = str_trim_left(rest);
	for (size_t i = 0; i < COUNT_OF(ALONE) && !rest.n; i++) {
		if (str_iis(s, ALONE[i]))
			return true;
	}
	if (!rest.n || (str_find_char(rest, ':') == STR_NONE &&
			       !str_is_digit(rest.p[0])))
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(str_sub(s, 0, n), WORDS[i]))
			return true;
	}
	return false;
}

/* "Owner: Vera" at the margin, with a value behind the colon. */
static bool is_field(struct str s)
{
	size_t colon = mark_name(s);

	return colon && str_trim(str_sub(s, colon + 1, s.n)).n &&
	       vocab_field(str_sub(s, 0, colon)) != FIELD_NONE;
}

bool line_is_between_items(struct str s, struct str rest, bool again)
{
	enum { MOST = 8 };

	if (!is_field(s) || again)
		return is_field(s);
	for (int i = 0; i < MOST && str_take_line(&rest, &s); i++) {
		if (line_marker(s))
			return true;
		if (!s.n || !mark_name(s))
			return false;
	}
	return false;
}

/* Columns, as far as it matters: East Asian letters take two. */
static size_t width(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		n += c < 0x80 || c >= 0xC0;
		n += c >= 0xE3 && c < 0xF0;
	}
	return n;
}

/* Does it end a sentence, or what is said aside? */
static bool ends_sentence(struct str s)
{
	static const char *const ENDS[] = {".", "!", "?", ")", "]", "\"",
		"\u3002", "\uff09", "\u201d", "\u00bb"};

	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		if (str_ends(s, ENDS[i]))
			return true;
	}
	return false;
}

/* "Current: 5", which says more of the item above. */
static bool is_named_value(struct str s)
{
	enum { LONGEST = 80 };
	size_t colon = mark_name(s);

	return colon && (s.n <= LONGEST || vocab_field(str_sub(s, 0, colon)) !=
						   FIELD_NONE);
}

bool lines_are_long(struct str text)
{
	enum { LONGEST = 120 };
	struct str s;

	while (str_take_line(&text, &s)) {
		if (s.n > LONGEST && width(s) > LONGEST && s.p[0] != '|' &&
			str_find(s, STR("http")) == STR_NONE)
			return true;
	}
	return false;
}

static bool begins_money(struct str s)
{
	return str_skip(&s, "$") || str_skip(&s, "\u20ac") ||
	       str_skip(&s, "\u00a3");
}

/* "... from 12 to", "... more than", "..., ": goes on with a number. */
static bool wants_number(struct str above)
{
	static const char *const WORDS[] = {"to", "from", "of", "by", "at",
		"than", "under", "below", "above", "over", "and", "or", "least",
		"most", "about", "with", "in", "for", "within", "until", "till",
		"every", "the", "all", "up", "down", "is", "are", "was", "has",
		"have", "reach", "hire", "only", "another", "roughly", "some",
		"von", "auf", "bis", "um", "\u00fcber", "unter", "als", "zu",
		"de", "\u00e0", "a", "en", "di", "da", "per", "sur", "van",
		"naar", "met", "do", "z", "na", NULL};
	size_t at = str_rfind_char(above, ' ');
	struct str last =
		at == STR_NONE ? above : str_sub(above, at + 1, above.n);

	return !str_has_digit(above) || !last.n ||
	       strchr(",(<>=-+:/", last.p[last.n - 1]) ||
	       str_is_listed(last, WORDS);
}

bool line_begins_paragraph(struct str s, struct str above, bool wrapped)
{
	enum { WRAPPED = 60 }; /* columns of a line that had no room for more */
	unsigned char c = s.n ? (unsigned char)s.p[0] : 0;

	if (str_is_digit((char)c) || begins_money(s))
		return width(above) < WRAPPED && !wants_number(above);
	if (!(c >= 'A' && c <= 'Z') && c < 0xC3)
		return false;
	if (str_starts(s, "\u2192") || is_named_value(s))
		return false;
	return !wrapped || width(above) < WRAPPED || ends_sentence(above);
}

bool line_is_more_than(struct str s)
{
	if (!str_skip_char(&s, '>'))
		return false;
	str_skip_char(&s, '=');
	s = str_trim_left(s);
	if (!str_skip(&s, "$") && !str_skip(&s, "\u20ac"))
		str_skip(&s, "\u00a3");
	return s.n && str_is_digit(s.p[0]);
}

bool line_wants_title(struct str s)
{
	enum { LONGEST = 96 };
	static const unsigned char PLAIN[LONGEST] = {0};
	struct mark mark;
	bool heading = line_is_heading(s);

	while (s.n && strchr("#*_ ", s.p[0]))
		s = str_sub(s, 1, s.n);
	while (s.n && strchr("#*_ ", s.p[s.n - 1]))
		s = str_sub(s, 0, s.n - 1);
	if (!s.n || s.n > LONGEST)
		return false;
	mark = mark_read(s, PLAIN, MARK_HEADING);
	if (heading && mark.kind == MARK_KEY_RESULT && mark.numbered)
		return true;
	return mark.kind == MARK_OBJECTIVE && mark.rest >= s.n;
}

bool line_heads_key_result(struct str s)
{
	enum { LONGEST = 120 };
	static const unsigned char PLAIN[LONGEST] = {0};

	if (!line_is_heading(s) || s.n > LONGEST)
		return false;
	while (s.n && strchr("#*_ ", s.p[0]))
		s = str_sub(s, 1, s.n);
	return mark_read(s, PLAIN, MARK_HEADING).kind == MARK_KEY_RESULT;
}

struct str line_unquoted(struct str s, struct str *above)
{
	struct str t = s;

	if (str_skip_char(&t, '>')) {
		t = str_trim_left(t);
		if (line_wants_title(*above) ||
			(str_starts(t, "**") && line_heads_key_result(*above)))
			return t;
	}
	if (s.n)
		*above = s;
	return s;
}

bool line_is_block_start(struct str s)
{
	if (!s.n)
		return false;
	if (line_is_heading(s) || s.p[0] == '>' || s.p[0] == '|' ||
		line_is_rule(s) || line_fence(s))
		return true;
	return s.n > 1 && s.p[0] == '<' &&
	       (str_is_alpha(s.p[1]) || s.p[1] == '/');
}

/* May this line define a link ("[label]: address")? */
bool line_defines_link(struct str s)
{
	size_t at = str_find(s, STR("]:")), open = str_find_char(s, '[');

	return at != STR_NONE && (open == 0 || open == STR_NONE || open > at);
}

/* "]:" with a backslash, so that it defines nothing. */
struct str line_without_definition(struct arena *a, struct str s)
{
	struct buf b;

	buf_init(&b, s.n * 2);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == ':' && i && s.p[i - 1] == ']')
			buf_addc(&b, '\\');
		buf_addc(&b, s.p[i]);
	}
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

/* The length of "[^2]" at the beginning of s, or 0. */
static size_t note_length(struct str s)
{
	enum { LONGEST = 24 };
	size_t end = str_find_char(str_sub(s, 0, LONGEST), ']');

	if (!str_starts(s, "[^") || end == STR_NONE || end < 3)
		return 0;
	return end + 1 < s.n && s.p[end + 1] == ':' ? 0 : end + 1;
}

struct str line_without_notes(struct arena *a, struct str s)
{
	struct buf b;

	if (str_find(s, STR("[^")) == STR_NONE)
		return s;
	buf_init(&b, s.n + 1);
	while (s.n) {
		size_t n = note_length(s);

		if (!n)
			buf_addc(&b, s.p[0]);
		s = str_sub(s, n ? n : 1, s.n);
	}
	s = str_trim_right(arena_str(a, buf_str(&b)));
	buf_release(&b);
	return s;
}

/* "<h2 id=x>text</h2>" as "## text"; other lines as they are. */
struct str line_without_heading_tag(struct arena *a, struct str s)
{
	size_t close = str_find_char(s, '>');
	char level = s.n > 3 ? s.p[2] : 0;

	if (!str_istarts(s, "<h") || level < '1' || level > '6' ||
		close == STR_NONE || !str_ends(s, ">") || s.n < close + 6 ||
		!str_istarts(str_sub(s, s.n - 5, s.n), "</h"))
		return s;
	return str_of(arena_printf(a, "%.*s %.*s", level - '0', "######",
		STR_ARG(str_sub(s, close + 1, s.n - 5))));
}

struct str line_without_list(struct arena *a, struct str s)
{
	size_t n = line_marker(s);

	if (!n || n == s.n || !str_is_digit(s.p[0]))
		return s;
	return str_of(
		arena_printf(a, "%.*s\\%.*s", STR_ARG(str_sub(s, 0, n - 1)),
			STR_ARG(str_sub(s, n - 1, s.n))));
}

struct str line_without_box(struct arena *a, struct str s)
{
	static const struct {
		const char *sign, *box;
	} BOXES[] = {{"\u2610 ", "- [ ]"}, {"\u2611 ", "- [x]"},
		{"\u2610\ufe0f ", "- [ ]"}, {"\u2611\ufe0f ", "- [x]"}};

	for (size_t i = 0; i < COUNT_OF(BOXES) && s.n; i++) {
		struct str rest = s;

		if (str_skip(&rest, BOXES[i].sign) && rest.n)
			return str_of(arena_printf(
				a, "%s %.*s", BOXES[i].box, STR_ARG(rest)));
	}
	return s;
}

bool line_row_is_numbered(struct str s)
{
	const struct word *w;

	while (s.n && strchr("| *_", s.p[0]))
		s = str_sub(s, 1, s.n);
	w = vocab_word(s);
	if (!w)
		return false;
	s = str_sub(s, strlen(w->text), s.n);
	while (s.n && strchr(" #", s.p[0]))
		s = str_sub(s, 1, s.n);
	return s.n && str_is_digit(s.p[0]);
}

bool line_begins_table(struct str s, struct str next)
{
	return str_find_char(s, '|') != STR_NONE && line_is_delimiter(next) &&
	       !line_is_delimiter(s);
}

bool line_is_empty_row(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '|' && !str_is_space(s.p[i]))
			return false;
	}
	return true;
}

/* "/label ~OKR": an order to GitLab. */
bool line_is_quick_action(struct str s)
{
	size_t n = 1;

	if (!s.n || s.p[0] != '/')
		return false;
	while (n < s.n && ((s.p[n] >= 'a' && s.p[n] <= 'z') || s.p[n] == '_'))
		n++;
	return n > 1 && (n == s.n || s.p[n] == ' ');
}

/* md4c wants three dashes for a column, people write one. */
struct str line_wide_delimiter(struct arena *a, struct str s)
{
	struct buf b;

	buf_init(&b, s.n * 3);
	for (size_t i = 0; i < s.n; i++) {
		buf_addc(&b, s.p[i]);
		if (s.p[i] == '-' && (!i || s.p[i - 1] != '-'))
			buf_adds(&b, "--");
	}
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

int lines_last_tag(struct str s, int line_no)
{
	static const char *const ENDS[] = {"</table", "</ul", "</ol"};
	struct str line;
	int last = 0;

	while (str_take_line(&s, &line)) {
		line_no++;
		if (str_find(line, STR("</")) == STR_NONE)
			continue;
		for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
			if (str_ifind(line, str_of(ENDS[i])) != STR_NONE)
				last = line_no;
		}
	}
	return last;
}

/* The number that s begins with, "12." or "12\u3001", and the bytes of both;
 * 0 where it is none. */
static size_t numeral(struct str s, long *number)
{
	static const char *const ENDS[] = {
		".", ")", "\u3001", "\uff0e", "\uff09"};
	enum { MOST = 40 };
	struct str rest = s;

	if (!s.n || !str_is_digit(s.p[0]) ||
		!str_take_number(&rest, MOST, number))
		return 0;
	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		if (str_skip(&rest, ENDS[i]))
			return s.n - rest.n;
	}
	return 0;
}

/* Is what stands directly behind a marker a text's first letter?  east: one
 * that needs no blank before it. */
static bool begins_text(struct str s, bool *east)
{
	*east = s.n && (unsigned char)s.p[0] >= 0xE3 &&
		(unsigned char)s.p[0] <= 0xED;
	return *east || (s.n && char_is_upper(s.p[0]));
}

struct str line_spaced(
	struct arena *a, struct str s, struct str next, long *last)
{
	long number = 0, behind = 0;
	size_t n = numeral(s, &number);
	struct str rest = str_sub(s, n, s.n);
	bool east, wide = n && (unsigned char)s.p[n - 1] >= 0x80;

	if (!n) {
		n = odd_bullet(s);
		rest = str_sub(s, n, s.n);
		*last = 0;
		if (!n || str_starts(s, "\u2013") || str_starts(s, "\u2014") ||
			str_starts(s, "\u00b7") || odd_bullet(rest) ||
			!(begins_text(rest, &east) || str_is_digit(*rest.p)))
			return s;
		return str_of(arena_printf(a, "- %.*s", STR_ARG(rest)));
	}
	if (!begins_text(rest, &east) ||
		!(east || *last == number - 1 ||
			(numeral(next, &behind) && behind == number + 1))) {
		*last = rest.n && str_is_space(rest.p[0]) ? number : 0;
		if (!wide || !rest.n || str_is_digit(rest.p[0]))
			return s;
	}
	*last = number;
	return str_of(arena_printf(
		a, "%ld. %.*s", number, STR_ARG(str_trim_left(rest))));
}
