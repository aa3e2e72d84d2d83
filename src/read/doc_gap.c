/*
 * Fields in columns that nothing but blanks part: "KR visits 18 -> 25     now
 * 21   confidence 7/10", "Start 21   Target 40   Current 33".  Markdown would
 * see one blank, so each gap in front of a field with a number becomes a bar.
 */
#include "doc_notation_p.h"

#include "doc_line_p.h"
#include "mark_p.h"
#include "now_p.h"

enum { GAP = 3, LONGEST_NAME = 24, LONGEST_LINE = 400 };

/* "Target 40": the name's length when a figure follows, else 0. */
static size_t name_length(struct str s)
{
	static const bool FIGURES[] = {[FIELD_BASELINE] = true,
		[FIELD_TARGET] = true,
		[FIELD_CURRENT] = true,
		[FIELD_GRADE] = true,
		[FIELD_PROGRESS] = true,
		[FIELD_CONFIDENCE] = true};
	struct str name = str_sub(s, 0, LONGEST_NAME);
	size_t n = str_find_char(name, ' ');
	enum field f;

	if (n == STR_NONE || !n || n + 1 >= s.n || s.p[n - 1] == ':' ||
		!(str_is_digit(s.p[n + 1]) || strchr("$<>-+", s.p[n + 1]) ||
			(unsigned char)s.p[n + 1] >= 0x80))
		return 0;
	name = str_sub(s, 0, n);
	f = vocab_field(name);
	if ((size_t)f < COUNT_OF(FIGURES) && FIGURES[f])
		return n;
	return vocab_skip_now(&name) && !str_trim(name).n ? n : 0;
}

/* Where the gap that begins at byte i ends, when a field follows; or 0. */
static size_t gap_end(struct str s, size_t i)
{
	size_t n = i;

	while (n < s.n && s.p[n] == ' ')
		n++;
	return n - i >= GAP && name_length(str_sub(s, n, s.n)) ? n : 0;
}

static bool has_gap(struct str s)
{
	if (s.n > LONGEST_LINE || s.p[0] == '|')
		return false;
	for (size_t i = 1; i < s.n; i++) {
		if (s.p[i] == ' ' && s.p[i - 1] != ' ' && gap_end(s, i))
			return true;
	}
	return false;
}

static void add_line(struct buf *b, struct str line)
{
	struct str s = str_trim(line);
	size_t lead = (size_t)(s.p - line.p), name = name_length(s);

	buf_add(b, str_sub(line, 0, lead));
	for (size_t i = 0; i < s.n; i++) {
		size_t end = s.p[i] == ' ' ? gap_end(s, i) : 0;

		if (end) {
			buf_adds(b, " | ");
			i = end;
		}
		if (name && (i == 0 || end)) { /* all of the line is fields */
			size_t n = name_length(str_sub(s, i, s.n));

			buf_add(b, str_sub(s, i, i + n));
			buf_addc(b, ':');
			i += n;
		}
		buf_addc(b, s.p[i]);
	}
}

struct str gap_fields(struct arena *a, struct str text)
{
	struct str rest = text, line;
	bool fenced = false, any = false;
	struct buf b;

	if (str_find(text, STR("   ")) == STR_NONE)
		return text;
	buf_init(&b, 2 * text.n + 2);
	while (str_take_line(&rest, &line)) {
		struct str s = str_trim(line);

		if (line_fence(s))
			fenced = !fenced;
		if (!fenced && s.n && has_gap(s)) {
			add_line(&b, line);
			any = true;
		} else {
			buf_add(&b, line);
		}
		buf_addc(&b, '\n');
	}
	if (any)
		text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
