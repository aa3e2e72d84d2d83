/*
 * Owners that no word names: "... by June (Treasurer)", "... to 36% - Kasia".
 * One such end may be anything.  Where most key results, or objectives, of a
 * text end so, and the ends are roles, units, people known from elsewhere or
 * names that come again, they say whose those are.
 */
#include "reader_p.h"

#include <string.h>

#include "attr.h"
#include "mark_number_p.h"
#include "result.h"
#include "talk_p.h"
#include "title_p.h"
#include "verdict_p.h"

enum form { FORM_BRACKET, FORM_SQUARE, FORM_DASH, FORM_SLASH, FORMS };

/* How the texts of one kind end. */
struct ends {
	size_t all, names, roles, again, low; /* low: without a capital */
	size_t odd;                           /* as only handles are */
	size_t owned;                         /* objectives told otherwise */
	struct {
		VEC_OF(struct str);
	} seen;
};

static bool is_listed_word(struct str s, const char *const *words)
{
	for (; *words; words++) {
		if (str_iis(s, *words))
			return true;
	}
	return false;
}

/* Words in a name that need no capital: "Head of Sales", "Ana and Tom". */
static bool is_joint(struct str word)
{
	static const char *const WORDS[] = {"of", "and", "the", "for", "de",
		"del", "la", "der", "von", "van", "und", "et", "e", "y", "i",
		"og", "och", "en", "team", "squad", "&", "+", "/", NULL};

	return is_listed_word(word, WORDS);
}

static bool begins_as_name(struct str word)
{
	unsigned char c = (unsigned char)word.p[0];

	return char_is_upper(word.p[0]) || (c >= 0xc3 && c <= 0xd0);
}

/* "Android", "New": what a thing is. */
static bool is_kind(struct str s)
{
	static const char *const WORDS[] = {"committed", "aspirational",
		"stretch", "new", "draft", "final", "internal", "external",
		"ongoing", "optional", "global", "baseline", "target",
		"moonshot", "roofshot", "leading", "lagging", "output",
		"outcome", "input", "monthly", "weekly", "quarterly", "daily",
		"annual", "yearly", "average", "median", "android", "ios",
		"web", "mobile", "desktop", "emea", "apac", "latam", "b2b",
		"b2c", "continued", "carry-over", "must", "should", "could",
		"high", "medium", "low", "phase", "stage", NULL};

	return is_listed_word(s, WORDS);
}

/* "Ms. Berger" */
static bool is_addressed(struct str s)
{
	static const char *const WORDS[] = {"mr", "mrs", "ms", "dr", "prof",
		"frau", "herr", "mme", "mlle", "sra", "sr", "sig", "mevr", "hr",
		"fr", NULL};

	return vocab_begins_any(s, WORDS) && str_words(s) > 1;
}

/* "maintenance": a name of few words that may go without a capital. */
static bool is_low_name(struct str s, enum form form)
{
	enum { WORDS = 3 };

	return form != FORM_DASH && str_words(s) <= WORDS && s.p[0] >= 'a' &&
	       s.p[0] <= 'z';
}

static bool is_name(struct str s, enum form form, bool *role)
{
	enum { LONGEST = 40, WORDS = 5 };
	bool low = s.n && is_low_name(s, form);
	struct str rest = s, word;
	enum level level;

	*role = false;
	if (s.n < 2 || s.n > LONGEST || str_has_digit(s) ||
		str_words(s) > WORDS || (!low && !begins_as_name(s)) ||
		is_kind(s) || str_find_char(s, ':') != STR_NONE ||
		title_is_time(s) || verdict_of(s).known || talk_is_beside(s))
		return false;
	*role = vocab_is_role(s) || names_unit(s, &level) || is_addressed(s);
	for (size_t n = 0; str_take_until(&rest, ' ', &word); n++) {
		if (!word.n || (!low && !*role && !begins_as_name(word) &&
				       !is_joint(word)))
			return false;
	}
	return true;
}

/* "jdw", "hana-q": spelt as no word is. */
static bool is_odd(struct str s)
{
	bool vowel = false;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == ' ')
			return false;
		if (strchr("-_.", s.p[i]))
			return true;
		vowel = vowel || strchr("aeiouyAEIOUY", s.p[i]);
	}
	return !vowel && s.n > 1;
}

bool names_in_tail(struct str s)
{
	bool role;

	return is_name(s, FORM_DASH, &role) ||
	       (is_name(s, FORM_BRACKET, &role) && role);
}

/* "Hire 3 people (Engineers)" */
static bool is_of_hiring(struct str text)
{
	static const char *const WORDS[] = {"hire", "hired", "recruit", "train",
		"trained", "onboard", "fill", "interview", NULL};

	return vocab_has_listed(text, WORDS);
}

/* The name a text ends with, behind what stays of it; empty: none. */
static struct str name_of(
	struct str text, enum form form, struct str *left, bool *role)
{
	static const char *const DASHES[] = {
		" - ", " \u2013 ", " \u2014 ", " | ", " \u00b7 "};
	const struct str none = {NULL, 0};
	size_t at = STR_NONE, n = 1;
	struct str name;

	text = str_trim_end(text, ".");
	if (form == FORM_BRACKET && str_ends(text, ")")) {
		at = str_rfind_char(text, '(');
		text.n--;
	}
	if (form == FORM_SQUARE && str_ends(text, "]")) {
		at = str_rfind_char(text, '[');
		text.n--;
	}
	if (form == FORM_SLASH) {
		at = str_rfind_char(text, '/');
		if (at == STR_NONE || !at || text.p[at - 1] != ' ')
			return none;
	}
	for (size_t i = 0; form == FORM_DASH && i < COUNT_OF(DASHES); i++) {
		struct str look = text;
		size_t from = 0, found;

		while ((found = str_find(look, str_of(DASHES[i]))) !=
			STR_NONE) {
			from += found;
			if (at == STR_NONE || from > at) {
				at = from;
				n = strlen(DASHES[i]);
			}
			from += strlen(DASHES[i]);
			look = str_sub(text, from, text.n);
		}
	}
	if (at == STR_NONE || !at)
		return none;
	*left = str_trim(str_sub(text, 0, at));
	name = str_trim(str_sub(text, at + n, text.n));
	if (!left->n || !is_name(name, form, role) ||
		(str_ends(name, "s") && is_of_hiring(*left)))
		return none;
	return name;
}

static void count_end(
	struct reader *r, struct ends *e, struct str text, enum form form)
{
	enum { MANY = 64 };
	struct str left, name;
	bool role = false;

	e->all++;
	name = name_of(text, form, &left, &role);
	if (!name.n)
		return;
	e->names++;
	e->roles += role;
	e->low += name.p[0] >= 'a' && name.p[0] <= 'z';
	for (size_t i = 0; i < e->seen.n; i++) {
		if (str_ieq(e->seen.v[i], name)) {
			e->again++;
			return;
		}
	}
	e->odd += is_odd(name);
	if (e->seen.n < MANY)
		*vec_add(r->a, &e->seen) = name;
}

/* Does somebody own other things under the same name? */
static void count_known(const struct reader *r, struct ends *e)
{
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct str owner = str_of(r->m->objectives.v[i].owner);

		e->owned += owner.n > 0;
		for (size_t k = 0; owner.n && k < e->seen.n; k++)
			e->roles += str_ieq(e->seen.v[k], owner);
	}
}

static bool are_owners(const struct ends *e, enum form form, bool objectives)
{
	enum { SOME = 3 };
	bool most = e->names * 5 >= e->all * 4;

	/* "... (jdw)", "... (hana-q)" */
	if (form == FORM_BRACKET && most && e->names >= SOME && e->again &&
		e->odd * 2 >= e->seen.n)
		return true;
	if (form == FORM_SQUARE)
		return most && (e->again || e->roles);
	if (!e->names || e->names * 2 < e->all ||
		(e->low && form == FORM_BRACKET && !(most && e->roles > 1)))
		return false;
	if (e->names > 1 &&
		(e->roles * 2 >= e->names || (e->roles && (most || e->again))))
		return true;
	if (objectives) /* the others of the text have owners, too */
		return most && (e->again || e->roles ||
				       (e->names > 1 && e->names == e->all &&
					       e->owned));
	if (form == FORM_BRACKET || !most || e->names < SOME)
		return false;
	return form == FORM_SLASH ? e->again && e->low * 2 < e->names
				  : e->again > 1;
}

static bool is_open(const struct reader *r, const char *owner, int line)
{
	return !owner[0] && !is_our_line(r, line);
}

/* "Bring it to everyone" over "Sign it off [QA]" and "Sell it [Shops]": the
 * parts are somebody's, and the whole need not be. */
static bool is_over_others(
	const struct objective *o, enum form form, bool objectives)
{
	return objectives && form == FORM_SQUARE && !o->key_results.n;
}

/* "... [Web][Shops]": both. */
static const char *names_before(
	struct reader *r, struct str name, enum form form, struct str *left)
{
	const char *all = arena_text(r->a, name);
	bool role;

	while (form == FORM_SQUARE) {
		struct str more = *left;

		name = name_of(*left, form, &more, &role);
		if (!name.n)
			break;
		all = arena_printf(r->a, "%.*s, %s", STR_ARG(name), all);
		*left = more;
	}
	return all;
}

/* One pass over all texts: counts, or with take takes the names off. */
static void take_owners(
	struct reader *r, enum form form, bool objectives, struct ends *e)
{
	bool take = e->all > 0, role;
	struct str left, name;

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];
		size_t n = objectives ? 1 : o->key_results.n;

		for (size_t k = 0; k < n; k++) {
			const char **text = objectives
						    ? &o->title
						    : &o->key_results.v[k].text;
			const char **owner =
				objectives ? &o->owner
					   : &o->key_results.v[k].owner;

			if (!is_open(r, *owner,
				    objectives ? o->source.line
					       : o->key_results.v[k].line))
				continue;
			name = name_of(str_of(*text), form, &left, &role);
			if (!take) {
				if (name.n ||
					!is_over_others(o, form, objectives))
					count_end(r, e, str_of(*text), form);
				continue;
			}
			if (!name.n)
				continue;
			*owner = names_before(r, name, form, &left);
			*text = arena_text(r->a, left);
		}
	}
}

/* "Run a shop (Ana, 28%)": whose it is, and how far it came. */
static bool take_name_and_share(
	struct reader *r, struct objective *o, bool take)
{
	struct str s = str_of(o->title), in, name, share;
	size_t open = str_rfind_char(s, '('), comma;
	bool role;

	if (!str_ends(s, "%)") || open == STR_NONE || !open || o->owner[0] ||
		o->result.kind != RESULT_NONE || is_our_line(r, o->source.line))
		return false;
	in = str_sub(s, open + 1, s.n - 1);
	comma = str_find(in, STR(", "));
	if (comma == STR_NONE)
		return false;
	name = str_trim(str_sub(in, 0, comma));
	share = str_trim(str_sub(in, comma + 1, in.n));
	if (!str_is_digit(share.p[0]) || str_words(share) > 2 ||
		((!name.n || name.p[0] != '@') &&
			!is_name(name, FORM_DASH, &role)))
		return false;
	if (take) {
		o->title = arena_text(r->a, str_trim(str_sub(s, 0, open)));
		o->owner = arena_text(r->a, name);
		result_read(r->a, share, &o->result, NULL);
	}
	return true;
}

/* Most objectives have to end so. */
static void take_names_and_shares(struct reader *r)
{
	size_t n = 0;

	for (int take = 0; take < 2; take++) {
		for (size_t i = r->first; i < r->m->objectives.n; i++)
			n += take_name_and_share(
				r, &r->m->objectives.v[i], take > 0);
		if (n * 2 < r->m->objectives.n - r->first)
			return;
	}
}

void read_tail_owners(struct reader *r)
{
	take_names_and_shares(r);
	for (int objectives = 0; objectives < 2; objectives++) {
		for (enum form form = 0; form < FORMS; form++) {
			struct ends e = {0};

			take_owners(r, form, objectives, &e);
			count_known(r, &e);
			if (are_owners(&e, form, objectives))
				take_owners(r, form, objectives, &e);
		}
	}
}

/* Has only the last of several key results an owner, and the objective none? */
static bool is_lead_of_last(const struct reader *r, const struct objective *o)
{
	size_t n = o->key_results.n;

	if (o->owner[0] || n < 2 || !o->key_results.v[n - 1].owner[0] ||
		is_our_line(r, o->source.line))
		return false;
	for (size_t k = 0; k + 1 < n; k++) {
		if (o->key_results.v[k].owner[0])
			return false;
	}
	return true;
}

void read_lead_owners(struct reader *r)
{
	size_t all = 0, led = 0;

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		const struct objective *o = &r->m->objectives.v[i];

		all += o->key_results.n > 1;
		led += is_lead_of_last(r, o);
	}
	if (led < 2 || led * 4 < all * 3)
		return;
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];
		struct key_result *last;

		if (!is_lead_of_last(r, o))
			continue;
		last = &o->key_results.v[o->key_results.n - 1];
		o->owner = last->owner;
		last->owner = "";
	}
}
