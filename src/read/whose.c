/*
 * Whose an objective is: the unit, role or person before a colon.
 */
#include "reader_p.h"

#include "attr.h"
#include "list_p.h"
#include "talk_p.h"

bool names_unit(struct str s, enum level *level)
{
	struct str name;
	enum level found = vocab_level(s, &name);

	if (found != LEVEL_NONE) {
		*level = found;
		return true;
	}
	return vocab_is_unit(s);
}

/* "C1", "R2", "L1-R": how an objective is named for short. */
static bool is_short_name(struct str s)
{
	enum { LONGEST = 8 };
	bool digit = false;

	for (size_t i = 0; i < s.n; i++) {
		digit = digit || str_is_digit(s.p[i]);
		if (!str_is_alnum(s.p[i]) && !strchr("-.#", s.p[i]))
			return false;
	}
	return digit && s.n > 1 && s.n <= LONGEST && !str_is_digit(s.p[0]);
}

/* A title between quotes, without them. */
static bool take_quoted(struct str *s)
{
	static const char *const QUOTES[][2] = {{"\"", "\""},
		{"\u201c", "\u201d"}, {"\u201e", "\u201c"},
		{"\u00ab", "\u00bb"}};

	for (size_t i = 0; i < COUNT_OF(QUOTES); i++) {
		struct str in = *s;

		if (!str_skip(&in, QUOTES[i][0]) || !str_ends(in, QUOTES[i][1]))
			continue;
		*s = str_sub(in, 0, in.n - strlen(QUOTES[i][1]));
		return s->n > 0;
	}
	return false;
}

bool names_parent(struct str s, struct str *value)
{
	enum { WORDS = 5 };
	size_t at = 0;

	s = str_trim_end(str_trim(s), ".");
	for (int n = 0; n < WORDS; n++) {
		size_t space = str_find_char(str_sub(s, at, s.n), ' ');

		if (space == STR_NONE)
			return false;
		at += space + 1;
		*value = str_trim(str_sub(s, at, s.n));
		if (vocab_field(str_sub(s, 0, at - 1)) == FIELD_LADDERS &&
			(is_short_name(*value) || take_quoted(value)))
			return true;
	}
	return false;
}

/* "Sales: Sell more", not "Platform: one for all of us". */
static bool begins_high(struct str s)
{
	s = str_trim_left(s);
	return s.n && !(s.p[0] >= 'a' && s.p[0] <= 'z');
}

/* "Sales (closing)" is Sales. */
static struct str without_aside(struct str s)
{
	size_t open = str_find_char(s, '(');

	return open == STR_NONE ? s : str_trim(str_sub(s, 0, open));
}

/* "EM Search (@handle)": the one between the brackets, else nothing. */
static struct str handle_of(struct str s)
{
	size_t at = str_find(s, STR("(@")), end;

	if (at == STR_NONE)
		return (struct str){NULL, 0};
	s = str_sub(s, at + 1, s.n);
	end = str_find_char(s, ')');
	return str_sub(s, 0, end == STR_NONE ? s.n : end);
}

/* "Rope walk: Wind faster" below "Department level": whose, by the place. */
static bool is_on_level(
	const struct scope *sc, struct str owner, struct str title)
{
	enum { MOST_WORDS = 4 };

	return (sc->level == LEVEL_DEPARTMENT || sc->level == LEVEL_GROUP ||
		       sc->level == LEVEL_INDIVIDUAL) &&
	       sc->section && vocab_has(str_of(sc->section), "level") &&
	       !(sc->team && sc->team[0]) && str_words(owner) <= MOST_WORDS &&
	       begins_high(title) && !talk_begins_aim(owner) &&
	       vocab_field(owner) == FIELD_NONE;
}

/* "Ana, head of sales" is Ana. */
static struct str without_role(struct str s)
{
	size_t comma = str_find_char(s, ',');
	struct str name = str_trim(str_sub(s, 0, comma));
	enum level level;

	if (comma == STR_NONE || vocab_is_role(name) ||
		names_unit(name, &level) ||
		!vocab_is_role(str_trim(str_sub(s, comma + 1, s.n))))
		return s;
	return name;
}

struct piece piece_take_whose(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct objective *o, struct piece text)
{
	bool named = mark && mark->kind == MARK_OBJECTIVE; /* "Objective:" */
	struct str owner = {NULL, 0};
	size_t rest = 0;

	if (!mark || !mark->prefix.n)
		rest = sc->told ? told_owner(text, &owner)
				: owner_split(text, &owner);
	if (!rest)
		return text;
	if (handle_of(owner).n)
		o->owner = arena_text(r->a, handle_of(owner));
	else if (((r->cascade || sc->owned) && !named) || vocab_is_role(owner))
		o->owner = arena_text(r->a, without_role(owner));
	else if (begins_high(piece_from(text, rest).s) &&
		 names_unit(without_aside(owner), &o->level))
		o->team = o->level == LEVEL_COMPANY ? ""
						    : arena_text(r->a, owner);
	else if (sc->told ||
		 (!named && is_on_level(sc, owner, piece_from(text, rest).s)))
		o->owner = arena_text(r->a, without_role(owner));
	else
		return text;
	return piece_from(text, rest);
}

/* "Safe on the site \u00b7 owner": does the name of a field end it? */
static bool ends_in_field(struct str s)
{
	static const char *const SEPS[] = {
		"\u00b7 ", "\u2014 ", "\u2013 ", "- ", "| ", ", "};

	for (size_t i = 1; i < s.n; i++) {
		struct str rest = str_sub(s, i, s.n);

		for (size_t k = 0; k < COUNT_OF(SEPS); k++) {
			if (str_skip(&rest, SEPS[k]))
				return vocab_field(rest) != FIELD_NONE ||
				       ends_in_field(rest);
		}
	}
	return false;
}

/* How long may an owner before a colon be, and of how many words? */
enum { OWNER_BYTES = 80, OWNER_WORDS = 10 };

size_t owner_split(struct piece p, struct str *owner)
{
	struct str look = str_sub(p.s, 0, OWNER_BYTES), name;
	size_t colon = str_find_char(look, ':');

	*owner = (struct str){NULL, 0};
	if (colon == STR_NONE || !colon || colon + 1 >= p.s.n ||
		!(str_is_space(p.s.p[colon + 1])))
		return 0;
	name = str_trim(str_sub(p.s, 0, colon));
	if (!name.n ||
		(name.p[0] != '@' && (name.p[0] < 'A' || name.p[0] > 'Z') &&
			(unsigned char)name.p[0] < 0xC3))
		return 0;
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];

		if (!str_is_alnum(c) && !strchr(" ,&/()'.-+|@_", c) &&
			(unsigned char)c < 0x80)
			return 0;
	}
	if (str_words(name) > OWNER_WORDS ||
		(str_find_char(name, '(') != STR_NONE &&
			str_find_char(name, ')') == STR_NONE))
		return 0; /* "Happy hosts (Owner: ...)" */
	if (ends_in_field(name))
		return 0;
	*owner = name;
	return colon + 1;
}

/*
 * A page that is somebody's tells whose its only objective is.  Of several it
 * tells nothing: their owner would stand beside them, and a page has a sponsor,
 * a driver or who wrote it down.
 */
void read_page_owner(struct reader *r)
{
	const char *owner = NULL;
	size_t all = 0;

	for (size_t i = 0; i < r->extras.n; i++) {
		if (r->m->objectives.v[r->first + i].parent != NO_INDEX)
			continue;
		if (is_our_line(
			    r, r->m->objectives.v[r->first + i].source.line))
			return;
		if (!all++)
			owner = r->extras.v[i].owner;
		if (!owner || !owner[0] || r->extras.v[i].owner != owner)
			return;
	}
	for (size_t i = 0; i < r->extras.n && all > 1; i++) {
		struct objective *o = &r->m->objectives.v[r->first + i];

		if (o->owner == owner)
			o->owner = "";
	}
}
