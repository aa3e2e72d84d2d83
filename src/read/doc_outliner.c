/*
 * Pages of outliners (Logseq, Obsidian with its fields) as markdown:
 * "key:: value" is said of the bullet or heading above it, words of a to-do
 * list stand in front of texts, and "[[Page]]" is a link.
 */
#include "doc_notation_p.h"
#include "doc_p.h"
#include "mark_p.h"

#include "attr.h"

enum { LONGEST_KEY = 30, LONGEST_MARK = 80, LONGEST_FIELD = 200 };

struct outliner {
	struct buf out;
	struct str margin; /* white space before the last bullet */
	bool bullet;       /* there was one, and no heading below it */
	bool hanging;      /* a bullet whose own line said nothing */
	bool top;          /* nothing but fields so far */
	bool marked;       /* key results have their marker */
};

static struct str margin_of(struct str line)
{
	struct str s = str_trim_left(line);

	return str_sub(line, 0, s.n ? (size_t)(s.p - line.p) : 0);
}

/* The bytes of "key" in "key:: value", or 0. */
static size_t key_bytes(struct str s)
{
	size_t n = 0;

	while (n < s.n && n <= LONGEST_KEY &&
		(str_is_alnum(s.p[n]) || strchr("-_./ ", s.p[n]) ||
			(unsigned char)s.p[n] >= 0x80))
		n++;
	if (!n || s.p[0] == ' ' || s.p[0] == '-' || s.p[n - 1] == ' ' ||
		str_words(str_sub(s, 0, n)) > 3)
		return 0;
	s = str_sub(s, n, s.n);
	return str_skip(&s, "::") && (!s.n || s.p[0] == ' ') ? n : 0;
}

bool outliner_sign(struct str line)
{
	struct str s = str_trim_left(line), t;
	bool bullet = str_skip(&s, "- ");

	t = s;
	if (bullet && (str_starts(s, "TODO ") || str_starts(s, "DOING ") ||
			      str_starts(s, "LATER ")))
		return true;
	if (key_bytes(t))
		return true;
	for (size_t at; (at = str_find(t, STR(":: "))) != STR_NONE;
		t = str_sub(t, at + 3, t.n)) {
		size_t n = at;

		while (n && (str_is_alnum(t.p[n - 1]) || t.p[n - 1] == '-'))
			n--;
		if (n && n < at && strchr("[(", t.p[n - 1]))
			return true;
	}
	return false;
}

/* What the program notes for itself. */
static bool is_internal(struct str key)
{
	static const char *const WORDS[] = {"id", "collapsed", "template",
		"created-at", "updated-at", "created", "modified", "heading",
		"background-color", "alias", "aliases", "public", "icon",
		"cssclass", "cssclasses", "file", "file-path",
		"template-"
		"including-parent",
		"exclude-from-graph-view", "uid", NULL};

	return str_is_listed(key, WORDS) || str_starts(key, "query-") ||
	       str_starts(key, "card-") || str_starts(key, "ls-") ||
	       str_starts(key, "hl-") || str_starts(key, "logseq.");
}

/* "^b7d1": where others may point to. */
static struct str without_anchor(struct str s)
{
	size_t at = str_rfind_char(s, ' ');

	if (at == STR_NONE || s.p[at + 1 < s.n ? at + 1 : at] != '^')
		return s;
	return str_trim_right(str_sub(s, 0, at));
}

/* The bytes of "((...))", a pointer to a block. */
static size_t pointer_bytes(struct str s)
{
	size_t end = str_find(str_sub(s, 0, LONGEST_MARK), STR("))"));

	return str_starts(s, "((") && end != STR_NONE &&
			       str_find_char(str_sub(s, 0, end), ' ') ==
				       STR_NONE
		       ? end + 2
		       : 0;
}

/* The bytes of "[key:: value]" or "(key:: value)", or 0. */
static size_t field_bytes(struct str s)
{
	size_t end;

	s = str_sub(s, 0, LONGEST_FIELD);
	end = s.n > 4 && s.p[0] == '['   ? str_find_char(s, ']')
	      : s.n > 4 && s.p[0] == '(' ? str_find_char(s, ')')
					 : STR_NONE;

	return end != STR_NONE && key_bytes(str_sub(s, 1, end)) ? end + 1 : 0;
}

/* Such a field: a line of its own where nothing but others comes behind. */
static void add_inner(struct outliner *o, struct str field, struct str rest)
{
	size_t n = key_bytes(str_sub(field, 1, field.n));
	bool last;

	rest = str_trim_left(rest);
	last = !rest.n || str_starts(rest, "<br>") || field_bytes(rest);

	buf_adds(&o->out, last ? "<br>" : "(");
	buf_add(&o->out, str_sub(field, 1, n + 1));
	buf_adds(&o->out, ":");
	buf_add(&o->out, str_sub(field, n + 3, field.n - 1));
	if (!last)
		buf_addc(&o->out, ')');
}

static void add_text(struct outliner *o, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		struct str t = str_sub(s, i, s.n);
		size_t field = strchr("[(", s.p[i]) ? field_bytes(t) : 0;

		if (field) {
			add_inner(o, str_sub(t, 0, field),
				str_sub(t, field, t.n));
			i += field - 1;
		} else if (pointer_bytes(t)) {
			i += pointer_bytes(t) - 1;
		} else if (str_starts(t, "[[") || str_starts(t, "]]")) {
			i++;
		} else {
			buf_addc(&o->out, s.p[i]);
		}
	}
}

static struct mark mark_of(struct str s)
{
	static const unsigned char PLAIN[LONGEST_MARK] = {0};

	return mark_read(str_sub(s, 0, LONGEST_MARK), PLAIN, 0);
}

/* "OBJECTIVE text": the word without a colon. */
static bool take_word(struct str *s, const char *word)
{
	return str_skip(s, word) && s->n > 1 && s->p[0] == ' ' &&
	       (str_is_alpha(s->p[1]) || str_is_digit(s->p[1]) ||
		       (unsigned char)s->p[1] >= 0x80 || s->p[1] == '"');
}

static bool is_key_result(struct str s)
{
	struct str t = s;

	return take_word(&t, "KR") || mark_of(s).kind == MARK_KEY_RESULT;
}

/* "OBJECTIVE text" as "OBJECTIVE: text" */
static void add_worded(struct buf *b, struct str s)
{
	static const char *const WORDS[] = {"OBJECTIVE", "OBJ", "KR"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;

		if (!take_word(&rest, WORDS[i]) ||
			(i < 2 && str_is_digit(rest.p[1])))
			continue;
		buf_adds(b, WORDS[i]);
		buf_adds(b, ":");
		s = rest;
		break;
	}
	buf_add(b, s);
}

static void add_item(struct outliner *o, struct str s)
{
	enum todo todo = todo_take(&s);
	struct buf text, item;

	buf_init(&text, s.n + 16);
	buf_init(&item, s.n + 64);
	if (todo != TODO_NONE && o->marked && !is_key_result(s)) {
		buf_adds(&text, "Task: ");
		todo = TODO_NONE;
	}
	add_worded(&text, s);
	todo_add(&item, todo, buf_str(&text));
	add_text(o, buf_str(&item));
	buf_release(&text);
	buf_release(&item);
}

/* "key:: value" */
static void add_field(
	struct outliner *o, struct str margin, struct str s, bool bullet)
{
	size_t n = key_bytes(s);
	struct str key = str_sub(s, 0, n);
	struct str value = str_trim(str_sub(s, n + 2, s.n));

	if (is_internal(key) || !value.n) {
		o->hanging = bullet;
		return;
	}
	if (o->top && str_iis(key, "title")) {
		buf_adds(&o->out, "# ");
		add_text(o, value);
		return;
	}
	if (bullet) {
		buf_add(&o->out, margin);
		buf_adds(&o->out, "- ");
	} else if (o->bullet && margin.n) {
		buf_add(&o->out, o->margin);
		buf_adds(&o->out, "\t- ");
	}
	buf_add(&o->out, key);
	buf_adds(&o->out, ": ");
	add_text(o, value);
}

static void outliner_line(struct outliner *o, struct str line)
{
	struct str margin = margin_of(line);
	struct str s = without_anchor(str_trim(line));
	bool bullet = str_skip(&s, "- ");

	if (!s.n)
		return;
	if (bullet) {
		o->margin = margin;
		o->bullet = true;
	} else if (!margin.n) {
		o->bullet = false;
	}
	if (key_bytes(s)) {
		add_field(o, margin, s, bullet);
		return;
	}
	o->top = false;
	if (bullet || o->hanging) {
		buf_add(&o->out, bullet ? margin : o->margin);
		add_item(o, s);
	} else {
		buf_add(&o->out, margin);
		add_text(o, s);
	}
	o->hanging = false;
}

/* Do key results have their marker, so that what is to be done is none? */
static bool is_marked(struct str text)
{
	struct str line;

	while (str_take_line(&text, &line)) {
		struct str s = str_trim(line);

		if (!str_skip(&s, "- "))
			continue;
		todo_take(&s);
		if (is_key_result(s))
			return true;
	}
	return false;
}

struct str outliner_text(struct arena *a, struct str text)
{
	struct outliner o = {.top = true, .marked = is_marked(text)};
	struct str line;

	buf_init(&o.out, text.n * 8 + 64);
	while (str_take_line(&text, &line)) {
		outliner_line(&o, line);
		buf_addc(&o.out, '\n');
	}
	text = arena_str(a, buf_str(&o.out));
	buf_release(&o.out);
	return text;
}
