/*
 * Objectives told in a sentence: "We will X, as measured by:", "our objective
 * is to X".
 */
#include "mark_p.h"
#include "mark_words_p.h"
#include "verdict_p.h"

#include "attr.h"

/* Is the last word of s one that leads to "objective"? */
static bool leads_to_objective(struct str s)
{
	static const char *const WORDS[] = {"our", "my", "the", "this", "first",
		"second", "third", "fourth", "last", "main", "next", "overall",
		"primary", "quarter's", "quarter\u2019s", "other", "only",
		"one", "team's", "team\u2019s", "another", "an", "unser",
		"mein", "erstes", "zweites", "drittes", "viertes",
		"n\u00e4chstes", "letztes", "wichtigstes", "notre", "premier",
		"deuxi\u00e8me", "second", "troisi\u00e8me", "quatri\u00e8me",
		"dernier", "nuestro", "primer", "segundo", "tercer", "cuarto",
		"mi", "nosso", "primeiro", "terceiro", "quarto", "meu",
		"nostro", "primo", "secondo", "terzo", "ons", "eerste",
		"tweede", "derde", "vierde", NULL};
	struct str word = str_trim(s);
	size_t cut = str_rfind_char(word, ' ');

	if (cut != STR_NONE)
		word = str_sub(word, cut + 1, word.n);
	return str_is_listed(word, WORDS);
}

/* "Our third is to X", behind "Our first objective is that ...": the bytes
 * before "is", or 0. */
static size_t ordinal_length(struct str s)
{
	static const char *const ORDINALS[] = {"second", "third", "fourth",
		"fifth", "last", "other", "final", NULL};
	struct str rest = s;

	if (!str_iskip(&rest, "our ") && !str_iskip(&rest, "the ") &&
		!str_iskip(&rest, "my "))
		return 0;
	for (const char *const *word = ORDINALS; *word; word++) {
		struct str t = rest;

		if (str_iskip(&t, *word) &&
			(str_istarts(t, " is ") || str_istarts(t, " was ")))
			return (size_t)(t.p - s.p);
	}
	return 0;
}

/* "Progress will be measured by:" */
static bool tells_how(struct str title)
{
	static const char *const WORDS[] = {"success", "progress",
		"performance", "this", "it", "results", "outcomes", "impact",
		"each", "every", "objectives", "goals", "they", "these"};

	str_iskip(&title, "the ");
	str_iskip(&title, "our ");
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(title, WORDS[i]))
			return true;
	}
	return false;
}

/* "I will (objective) as measured by (key results)" */
static bool is_formula(struct str title)
{
	const struct word *w;
	size_t cut;

	title = str_trim_end(title, ")]>_*");
	for (cut = title.n; cut && str_is_alpha(title.p[cut - 1]);)
		cut--;
	w = vocab_word(str_sub(title, cut, title.n));
	return w && w->kind == WORD_OBJECTIVE && !(w->is & NUMBERED);
}

size_t mark_measured_by(struct str s, size_t *behind)
{
	static const char *const WORDS[] = {"as measured by",
		"measured by:", "as evidenced by", "as demonstrated by",
		"gemessen an:", "mesur\u00e9 par", "medido por"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		size_t at = str_ifind(s, str_of(WORDS[i]));
		struct str title;

		if (at == STR_NONE || at < 8 || !str_is_space(s.p[at - 1]))
			continue;
		title = str_trim(str_sub(s, 0, at));
		title = str_trim_end(title, ",;(-");
		*behind = at + strlen(WORDS[i]);
		return tells_how(title) || is_formula(title) ? 0 : title.n;
	}
	return 0;
}

/* Where "is" stands behind "our objective", in words of ours; STR_NONE where
 * it does not.  *n: its length. */
static size_t find_is(struct str s, size_t *n)
{
	enum { FAR = 60 }; /* bytes between "objective" and "is" */
	static const struct {
		const char *word, *is[8];
	} SAID[] = {
		{"objective ",
			{" is ", " is: ", " reads: ", " was ", " was: "}},
		{"goal ", {" is ", " is: ", " was ", " was: "}},
		{"objectif ", {" est : ", " est: ", " est de ", " est que ",
				      " \u00e9tait de ", " \u00e9tait que "}},
		{"objetivo ", {" es: ", " \u00e9: ", " es que ", " es ",
				      " \u00e9 ", " era "}},
		{"obiettivo ", {" \u00e8: ", " \u00e8 ", " era "}},
		{"doel ", {" is: ", " is dat ", " is ", " was "}},
		{"ziel ", {" ist es, ", " ist: ", " ist ",
				  " lautet: ", " war es, ", " war: ", " war "}},
	};
	static const char *const STILL[] = {"objective is still ",
		"objective is unchanged: ", "objective remains ",
		"objective stays "};
	size_t ordinal = ordinal_length(s), first = STR_NONE;

	for (size_t i = 0; i < COUNT_OF(SAID); i++) {
		size_t at = str_ifind(s, str_of(SAID[i].word)), is;
		const char *const *verb = SAID[i].is;

		if (at == STR_NONE || !at ||
			!leads_to_objective(str_sub(s, 0, at)))
			continue;
		for (; *verb; verb++) {
			is = str_ifind(str_sub(s, at, at + FAR), str_of(*verb));
			if (is == STR_NONE || at + is >= first)
				continue;
			first = at + is;
			*n = strlen(*verb);
		}
	}
	if (first != STR_NONE)
		return first;
	for (size_t i = 0; i < COUNT_OF(STILL); i++) {
		*n = strlen(STILL[i]);
		if (str_istarts(s, STILL[i]))
			return 0;
	}
	*n = strlen(" is ");
	if (ordinal && str_istarts(str_sub(s, ordinal, s.n), " was "))
		*n = strlen(" was ");
	return ordinal ? ordinal : STR_NONE;
}

size_t mark_told(struct str s, size_t *end)
{
	size_t n, stop, is = find_is(s, &n);
	struct str rest;

	if (is == STR_NONE)
		return 0;
	rest = str_sub(s, is + n, s.n);
	if (!str_iskip(&rest, "to "))
		str_iskip(&rest, "that ");
	stop = str_find(rest, STR(". "));
	if (str_find(rest, STR(".\n")) < stop)
		stop = str_find(rest, STR(".\n"));
	if (stop == STR_NONE)
		stop = str_ends(rest, ".") ? rest.n - 1 : rest.n;
	*end = (size_t)(rest.p - s.p) + stop;
	return (size_t)(rest.p - s.p);
}

bool mark_is_example(struct str s)
{
	static const char *const WORDS[] = {
		"example:", "examples:", "for example:", "e.g.:", "ejemplo:",
		"exemplo:", "exemple:", "exemple :", "beispiel:", "esempio:",
		"voorbeeld:", "\uc608:", "\uc608\uc2dc:", "\uc608)",
		"\u4f8b:", "\u4f8b\uff1a", "\u4f8b\u5982", "\u793a\u4f8b",
		"\u043f\u0440\u0438\u043c\u0435\u0440:",
		"\u041f\u0440\u0438\u043c\u0435\u0440:", NULL};

	return str_listed_start(s, WORDS) != NULL;
}

void mark_take_box(struct str *s, struct str *told)
{
	struct str rest = *s, words;

	if (!verdict_take_box(&rest, &words) || !vocab_word(rest))
		return;
	*told = words;
	*s = rest;
}

/* "Repairs" of "Repairs \u2013" */
static struct str without_dash(struct str s)
{
	static const char *const DASHES[] = {
		" -", " \u2013", " \u2014", " |", " /"};

	s = str_trim(s);
	for (size_t i = 0; i < COUNT_OF(DASHES); i++) {
		if (str_ends(s, DASHES[i]))
			return str_trim(str_sub(s, 0, s.n - strlen(DASHES[i])));
	}
	return s;
}

struct str mark_unranked(struct str prefix)
{
	struct str s = prefix = without_dash(prefix);

	while (s.n && strchr("([*_", s.p[0]))
		s = str_sub(s, 1, s.n);
	s = str_trim_end(s, ")]*_:-. ");
	if (s.n == 2 && (s.p[0] == 'P' || s.p[0] == 'p') &&
		str_is_digit(s.p[1]))
		prefix.n = 0;
	return prefix;
}

static bool skip_and(struct str *s)
{
	static const char *const WORDS[] = {"and ", "& "};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iskip(s, WORDS[i]))
			return true;
	}
	return false;
}

/* ", 4 and 5 were changed", "and 3 are late": what is said of several. */
static bool goes_on_counting(struct str s)
{
	enum { MOST = 99 };
	static const char *const VERBS[] = {"were", "are", "have", "had"};
	long n;

	while (str_skip_char(&s, ',')) {
		str_skip_space(&s);
		if (!s.n || !str_is_digit(s.p[0]) ||
			!str_take_number(&s, MOST, &n))
			return false;
		str_skip_space(&s);
	}
	if (!skip_and(&s) || !s.n || !str_is_digit(s.p[0]) ||
		!str_take_number(&s, MOST, &n) || !str_skip_space(&s))
		return false;
	for (size_t i = 0; i < COUNT_OF(VERBS); i++) {
		if (vocab_begins(s, VERBS[i]))
			return true;
	}
	return false;
}

bool mark_names_several(const struct mark *mark, struct str all)
{
	struct str s = str_trim(str_sub(all, mark->rest, all.n));

	if (!mark->numbered)
		return false;
	if (mark->kind == MARK_KEY_RESULT)
		return goes_on_counting(s);
	if (mark->kind != MARK_OBJECTIVE)
		return false;
	if (str_find(mark->number, STR("/O")) != STR_NONE)
		return true;
	if (!str_skip_char(&s, '/') && !str_skip_char(&s, ',') &&
		!str_skip_char(&s, '&'))
		return false;
	str_skip_space(&s);
	return (str_iskip(&s, "kr") || str_iskip(&s, "o")) && s.n &&
	       str_is_digit(s.p[0]);
}
