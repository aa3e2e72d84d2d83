/*
 * "Q2 OKR Retrospective": below each key result of a page that looks back is
 * how it went, in sentences: "I read a lot, and finished two".  They are its
 * result, in words.
 */
#include "noted_p.h"

#include "attr.h"
#include "words.h"

/* Does the title say that all is over, and looked at? */
static bool looks_back(struct str title)
{
	static const char *const WORDS[] = {"reflection", "reflections",
		"retrospective", "retro", "recap", "review", "reviewed",
		"lookback", "hindsight", "post-mortem", "postmortem",
		"r\u00fcckblick", "bilan", "retrospectiva", "retrospettiva",
		"r\u00e9trospective", "terugblik", NULL};

	return vocab_has_listed(title, WORDS) ||
	       str_ifind(title, STR("looking back")) != STR_NONE ||
	       str_ifind(title, STR("look back")) != STR_NONE;
}

/* "I never got to it", "We've tried two", "It was hard". */
static bool tells(struct str s)
{
	static const char *const WORDS[] = {"i", "i'm", "i've", "i'd",
		"i\u2019m", "i\u2019ve", "we", "we've", "we\u2019ve", "was",
		"were", "did", "didn't", "didn\u2019t", "had", "has", "have",
		"haven't", "got", "went", "wasn't", "couldn't", "ich", "wir",
		"habe", "haben", "war", "waren", "wurde", "wurden", "nous",
		"avons", NULL};
	enum { LOOK = 200, LEAST = 3 };

	s = str_sub(s, 0, LOOK);
	return str_words(s) >= LEAST && vocab_has_listed(s, WORDS);
}

static bool is_bare(const struct key_result *kr)
{
	return kr->result.kind == RESULT_NONE && !kr->current &&
	       !kr->stated_grade && !kr->checked;
}

/* How many key results have notes, and how many of these tell how it went. */
struct past {
	size_t all, noted, told;
};

static struct past count(const struct reader *r)
{
	struct past p = {0, 0, 0};

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		const struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++) {
			const struct key_result *kr = &o->key_results.v[k];

			p.all++;
			p.noted += !is_bare(kr) || kr->notes.n;
			p.told += kr->notes.n && tells(str_of(kr->notes.v[0]));
		}
	}
	return p;
}

/* The first note becomes the result.  What aims at a number ends in one, which
 * the note may hide. */
static void take(struct key_result *kr)
{
	if (!is_bare(kr) || !kr->notes.n || kr->target)
		return;
	kr->result =
		(struct result){.kind = RESULT_NOTE, .text = kr->notes.v[0]};
	kr->notes.n--;
	memmove(kr->notes.v, kr->notes.v + 1,
		kr->notes.n * sizeof kr->notes.v[0]);
}

void noted_past(struct reader *r)
{
	enum { LEAST = 3 };
	struct past p;

	if (r->ours || !looks_back(str_of(r->title)))
		return;
	p = count(r);
	if (p.told < LEAST || p.told * 2 < p.all || p.noted * 4 < p.all * 3)
		return;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++)
			take(&o->key_results.v[k]);
	}
}
