/*
 * Which objective a text means.  Matchers go from the strictest to the
 * loosest; each answers with one objective, NOT_FOUND or SEVERAL, and the
 * first that finds something decides.
 */
#include "link_p.h"

#include <assert.h>

#include "attr.h"
#include "wordlist_p.h"

enum { TITLE_PART_BYTES = 8, CANDIDATES_MAX = 500 };

/* An address without what may follow the page's own part of it. */
struct str match_bare_url(struct str url)
{
	url = str_sub(url, 0, str_find_char(url, '?'));
	url = str_sub(url, 0, str_find_char(url, '#'));
	while (str_ends(url, "/"))
		url.n--;
	return url;
}

/* The objective named key, but not child; SEVERAL if there are more. */
static int find_name(const struct names *names, struct str key, int child)
{
	struct range r = names_find(names, key);
	int found = NOT_FOUND;

	for (; r.from < r.to; r.from++) {
		if (names->v[r.from].objective == child)
			continue;
		if (found != NOT_FOUND)
			return SEVERAL;
		found = names->v[r.from].objective;
	}
	return found;
}

static const struct objective *objective_at(const struct linker *l, int i)
{
	assert(i >= 0 && (size_t)i < l->m->objectives.n);
	return &l->m->objectives.v[i];
}

static int by_id(const struct linker *l, int child, struct str text)
{
	(void)child;
	return find_name(&l->x.ids, words_lower(l->a, text), NO_INDEX);
}

/* https://host/group/project/-/issues/12 is also group/project#12. */
static int by_url(const struct linker *l, int child, struct str text)
{
	static const char *const MIDDLES[] = {
		"/-/issues/", "/-/work_items/", "/issues/"};
	struct str url, path;
	size_t at;
	int found;

	(void)child;
	if (!str_istarts(text, "http://") && !str_istarts(text, "https://"))
		return NOT_FOUND;
	url = match_bare_url(words_lower(l->a, text));
	found = find_name(&l->x.urls, url, NO_INDEX);
	if (found != NOT_FOUND)
		return found;
	path = str_sub(url, str_find(url, STR("//")) + 2, url.n);
	at = str_find_char(path, '/');
	if (at == STR_NONE)
		return NOT_FOUND;
	path = str_sub(path, at + 1, path.n);
	for (size_t i = 0; i < COUNT_OF(MIDDLES); i++) {
		at = str_find(path, str_of(MIDDLES[i]));
		if (at == STR_NONE)
			continue;
		return by_id(l, NO_INDEX,
			str_of(arena_printf(l->a, "%.*s#%.*s", (int)at, path.p,
				STR_ARG(str_sub(path, at + strlen(MIDDLES[i]),
					path.n)))));
	}
	return NOT_FOUND;
}

/* The one objective whose id ends in tail, which ends in "#12". */
static int find_tail(const struct linker *l, const char *tail)
{
	struct str lower = words_lower(l->a, str_of(tail));
	struct range r = names_find(&l->x.tails,
		str_sub(lower, str_rfind_char(lower, '#'), lower.n));
	int found = NOT_FOUND;

	for (; r.from < r.to; r.from++) {
		int i = l->x.tails.v[r.from].objective;

		if (!str_iends(str_of(objective_at(l, i)->id), tail))
			continue;
		if (found != NOT_FOUND)
			return SEVERAL;
		found = i;
	}
	return found;
}

/* "#12" in the child's own project, else the only 12; "project#12". */
static int by_reference(const struct linker *l, int child, struct str text)
{
	size_t hash = str_rfind_char(text, '#');
	struct str number, own = str_of(objective_at(l, child)->id);
	struct str project = str_sub(own, 0, str_rfind_char(own, '#'));
	long n;
	int found;

	if (hash == STR_NONE)
		return NOT_FOUND;
	number = str_sub(text, hash + 1, text.n);
	if (!str_take_number(&number, 1000000000L, &n) || number.n)
		return NOT_FOUND;
	if (hash > 0)
		return find_tail(l, arena_printf(l->a, "/%.*s", STR_ARG(text)));
	found = project.n == own.n
			? NOT_FOUND
			: by_id(l, child,
				  str_of(arena_printf(l->a, "%.*s#%ld",
					  STR_ARG(project), n)));
	return found != NOT_FOUND ? found
				  : find_tail(l, arena_printf(l->a, "#%ld", n));
}

/* "Company Objective 1 (hint) KR2", taken apart. */
struct mention {
	struct str whose; /* "Company", may be empty */
	struct str number;
	struct str hint;
	long kr; /* 0: none */
};

/* "1", "2.3" at the beginning. */
static struct str take_numbering(struct str *s)
{
	struct str number;
	size_t n = 0;

	while (n < s->n &&
		(str_is_digit(s->p[n]) || (s->p[n] == '.' && n + 1 < s->n &&
						  str_is_digit(s->p[n + 1]))))
		n++;
	number = str_sub(*s, 0, n);
	*s = str_trim_left(str_sub(*s, n, s->n));
	return number;
}

/* The number of a key result somewhere in the rest: "KR2", "kr 2"; 0: none. */
static long find_kr_number(struct str rest)
{
	size_t at = words_find(rest, "kr");
	long n;

	if (at == STR_NONE)
		at = str_ifind(rest, STR("kr"));
	if (at == STR_NONE)
		return 0;
	rest = str_trim_left(str_sub(rest, at + 2, rest.n));
	return str_take_number(&rest, 1000, &n) ? n : 0;
}

/* "C1": a number that has letters needs no word before it. */
static bool is_code(struct str s)
{
	enum { LONGEST = 8 };

	if (s.n < 2 || s.n > LONGEST || !str_is_alpha(s.p[0]))
		return false;
	while (s.n && (str_is_alnum(s.p[0]) || strchr(".-", s.p[0])))
		s = str_sub(s, 1, s.n);
	return !s.n;
}

/* "1", "2.3", and "C1" of "Objective C1" */
static struct str take_number_or_code(struct str *s)
{
	struct str number = take_numbering(s), word = *s;

	if (number.n)
		return number;
	word.n = 0;
	while (word.n < s->n &&
		(str_is_alnum(s->p[word.n]) || strchr(".-", s->p[word.n])))
		word.n++;
	while (word.n && strchr(".-", word.p[word.n - 1]))
		word.n--;
	if (!is_code(word) || !str_is_digit(word.p[word.n - 1]))
		return number;
	*s = str_trim_left(str_sub(*s, word.n, s->n));
	return word;
}

static bool take_mention(struct str text, struct mention *out)
{
	static const char *const WORDS[] = {"objective", "okr", "goal", "aim",
		"ziel", "objectif", "objetivo", "obiettivo", "doel"};
	struct str rest;
	size_t at = STR_NONE, n = 0, close;

	for (size_t i = 0; i < COUNT_OF(WORDS) && at == STR_NONE; i++) {
		at = words_find(text, WORDS[i]);
		n = strlen(WORDS[i]);
	}
	if (at == STR_NONE)
		return false;
	*out = (struct mention){.whose = str_trim(str_sub(text, 0, at))};
	rest = str_trim_left(str_sub(text, at + n, text.n));
	str_skip_char(&rest, '#');
	out->number = take_number_or_code(&rest);
	if (str_skip_char(&rest, '(')) {
		close = str_find_char(rest, ')');
		out->hint = str_sub(rest, 0, close);
		rest = str_sub(
			rest, close == STR_NONE ? rest.n : close + 1, rest.n);
	}
	out->kr = find_kr_number(rest);
	return out->number.n > 0;
}

/* "Company O1": a short name behind whose it is. */
static bool take_short(struct str text, struct mention *out)
{
	size_t at = str_rfind_char(text, ' ');
	struct str rest = str_sub(text, at == STR_NONE ? 0 : at + 1, text.n);

	if (at == STR_NONE || !str_skip_char(&rest, 'O'))
		return false;
	*out = (struct mention){.whose = str_trim(str_sub(text, 0, at))};
	out->number = take_numbering(&rest);
	return out->number.n > 0 && !rest.n;
}

/* Is the objective one of whose: a level, team, owner or section? */
static bool belongs(const struct objective *o, struct str whose)
{
	if (str_iends(whose, "'s"))
		whose.n -= 2;
	return !whose.n || str_iis(whose, level_name(o->level)) ||
	       str_iis(whose, o->team) || str_iis(whose, o->owner) ||
	       words_find_str(str_of(o->section), whose) != STR_NONE;
}

/* Of the candidates, the one whose title shares most words with the hint. */
static int narrow(
	const struct linker *l, const struct indexes *found, struct str hint)
{
	int best = SEVERAL, best_shared = 0;

	for (size_t i = 0; i < found->n; i++) {
		int shared = words_shared(
			hint, str_of(objective_at(l, found->v[i])->title));

		if (shared == best_shared)
			best = SEVERAL;
		if (shared > best_shared) {
			best = found->v[i];
			best_shared = shared;
		}
	}
	return best;
}

/* Keeps only the objectives of levels above the child's, if any are. */
static void keep_higher(
	const struct linker *l, struct indexes *found, int child)
{
	size_t kept = 0;

	for (size_t i = 0; i < found->n; i++)
		if (objective_at(l, found->v[i])->level <
			objective_at(l, child)->level)
			found->v[kept++] = found->v[i];
	if (kept)
		found->n = kept;
}

static int by_number(const struct linker *l, int child, struct str text)
{
	struct indexes found = {0};
	struct mention m = {.number = text};
	struct range r;

	if (!is_code(text) && !take_mention(text, &m) && !take_short(text, &m))
		return NOT_FOUND;
	r = names_find(&l->x.numbers, words_lower(l->a, m.number));
	for (; r.from < r.to; r.from++) {
		int i = l->x.numbers.v[r.from].objective;

		if (i != child && belongs(objective_at(l, i), m.whose))
			*vec_add(l->a, &found) = i;
	}
	if (found.n > 1 && m.hint.n) {
		int one = narrow(l, &found, m.hint);

		if (one >= 0)
			return one;
	}
	if (found.n > 1)
		keep_higher(l, &found, child);
	return found.n == 0 ? NOT_FOUND : found.n == 1 ? found.v[0] : SEVERAL;
}

int match_title(const struct linker *l, int child, struct str text)
{
	return find_name(
		&l->x.titles, words_lower(l->a, match_peel(text)), child);
}

/* Does one of the two texts hold the other? */
static bool holds(struct str title, struct str text)
{
	return title.n >= TITLE_PART_BYTES &&
	       (words_find_str(title, text) != STR_NONE ||
		       words_find_str(text, title) != STR_NONE);
}

/* Titles of words that many titles have are not looked at. */
static int by_part_of_title(const struct linker *l, int child, struct str text)
{
	struct str rest = text, word;
	int found = NOT_FOUND;

	if (text.n < TITLE_PART_BYTES)
		return NOT_FOUND;
	while (words_take(&rest, &word)) {
		struct range r =
			names_find(&l->x.words, words_lower(l->a, word));

		if (r.to - r.from > CANDIDATES_MAX)
			continue;
		for (; r.from < r.to; r.from++) {
			int i = l->x.words.v[r.from].objective;

			if (i == child || i == found ||
				!holds(str_of(objective_at(l, i)->title), text))
				continue;
			if (found != NOT_FOUND)
				return SEVERAL;
			found = i;
		}
	}
	return found;
}

/* "o1/kr2" or "group/project#12/kr2". */
static int by_key_result(const struct linker *l, int child, struct str text)
{
	size_t slash = str_rfind_char(text, '/');
	struct str kr = str_sub(text, slash, text.n);

	if (slash == STR_NONE || !str_istarts(kr, "/kr"))
		return NOT_FOUND;
	text = str_trim(str_sub(text, 0, slash));
	return by_id(l, child, text) >= 0 ? by_id(l, child, text)
					  : by_reference(l, child, text);
}

/* The index of key result n (as numbered, else as counted) or NO_INDEX. */
static int key_result_at(const struct objective *o, long n)
{
	for (size_t i = 0; n && i < o->key_results.n; i++) {
		struct str number = str_of(o->key_results.v[i].number);
		long its;

		str_iskip(&number, "kr");
		if (str_take_number(&number, 1000, &its) && !number.n &&
			its == n)
			return (int)i;
	}
	return n > 0 && (size_t)n <= o->key_results.n ? (int)n - 1 : NO_INDEX;
}

/* Which key result of the found objective the text means. */
static int find_kr(const struct objective *o, struct str text)
{
	struct mention m;
	size_t slash = str_rfind_char(text, '/');
	struct str kr = str_sub(text, slash, text.n);
	long n;

	if (slash != STR_NONE && str_iskip(&kr, "/kr") &&
		str_take_number(&kr, 1000, &n))
		return key_result_at(o, n);
	return take_mention(text, &m) ? key_result_at(o, m.kr) : NO_INDEX;
}

/* Without emphasis, quotes and a final full stop. */
struct str match_peel(struct str s)
{
	s = str_trim(s);
	while (s.n && (strchr("*_\"'`", s.p[0])))
		s = str_sub(s, 1, s.n);
	while (s.n && (strchr("*_\"'`.", s.p[s.n - 1])))
		s.n--;
	return str_trim(s);
}

static struct target match(const struct linker *l, int child, struct str text)
{
	static int (*const MATCHERS[])(
		const struct linker *, int, struct str) = {
		by_id,
		by_url,
		by_key_result,
		by_reference,
		match_title,
		by_number,
		by_part_of_title,
	};
	struct target t = {NOT_FOUND, NO_INDEX};

	for (size_t i = 0; i < COUNT_OF(MATCHERS); i++) {
		t.objective = MATCHERS[i](l, child, text);
		if (t.objective >= 0)
			t.kr = find_kr(objective_at(l, t.objective), text);
		if (t.objective != NOT_FOUND)
			break;
	}
	return t;
}

/* [words](address): the address, then the words; else the text itself. */
struct target match_text(const struct linker *l, int child, struct str text)
{
	size_t middle = str_find(text, STR("]("));
	struct target t = {NOT_FOUND, NO_INDEX};

	assert(child >= 0 && (size_t)child < l->m->objectives.n);
	if (str_starts(text, "[") && middle != STR_NONE) {
		struct str url = str_sub(text, middle + 2, text.n);

		t = match(l, child, str_sub(url, 0, str_find_char(url, ')')));
		text = str_sub(text, 1, middle);
	}
	return t.objective == NOT_FOUND ? match(l, child, match_peel(text)) : t;
}
