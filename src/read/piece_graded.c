/*
 * A grade behind a sentence, and the reading it rests on in brackets: "Sign 40
 * shops. **0.5** (last 22)".
 */
#include "reader_p.h"

#include "arena.h"
#include "attr.h"
#include "keyresult.h"
#include "noted_p.h"
#include "quantity.h"

/* "last 20", "zuletzt: 74 %": behind a grade, the newest reading. */
static struct str without_last(struct str s)
{
	static const char *const WORDS[] = {"latest", "last", "lately",
		"zuletzt", "letzter stand", "letzter wert", "derni\u00e8re",
		"derni\u00e8re valeur", "dernier relev\u00e9", "dernier",
		"\u00faltimo", "\u00faltima", "\u00faltimo dato",
		"\u00faltimo valor", "ultimo", "ultimo dato", "laatst",
		"laatste stand", "senast", "sist", "senest", "ostatnio",
		"naposledy",
		"\u043f\u043e\u0441\u043b\u0435\u0434\u043d\u0435\u0435",
		"viimeksi", "son"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;

		if (!str_iskip(&rest, WORDS[i]))
			continue;
		str_skip_char(&rest, ':');
		rest = str_trim(rest);
		if (rest.n && (str_is_digit(rest.p[0]) ||
				      strchr("$\xe2\xc2", rest.p[0])))
			return rest;
	}
	return s;
}

/* Does the sentence aim at a number, so that a second one is its grade? */
static bool has_aim(struct reader *r, struct str s)
{
	struct sentence said;

	sentence_read(r->a, s, &said);
	return said.target && said.target->has_value;
}

static bool ends_sentence(struct str s)
{
	return str_ends(s, ".") || str_ends(s, "!") || str_ends(s, "\u3002");
}

/* Where the sentence ends that the grade at `at` stands behind, or 0. */
static size_t sentence_end(struct reader *r, struct str s, size_t at, bool bold)
{
	static const char *const SEPS[] = {
		":", ";", " -", " \u2013", " \u2014", "|", "\u00b7"};
	struct str left = str_trim(str_sub(s, 0, at));
	bool stop = ends_sentence(left);
	bool parted = stop;

	for (size_t i = 0; i < COUNT_OF(SEPS) && !parted; i++) {
		parted = str_ends(left, SEPS[i]);
		if (parted)
			left = str_trim(
				str_sub(left, 0, left.n - strlen(SEPS[i])));
	}
	if ((!parted && !bold) || str_words(left) < 2 ||
		(!(stop && bold) && !has_aim(r, left)))
		return 0;
	return left.n;
}

/* Is all of the text from a to b bold? */
static bool is_bold(struct piece p, size_t a, size_t b)
{
	const unsigned char *flags = piece_flags(p);

	while (a < b && (flags[a] & TEXT_BOLD))
		a++;
	return a == b;
}

struct piece piece_take_graded(
	struct reader *r, struct piece p, int objective, int index)
{
	struct str s = str_trim(p.s), score, note;
	size_t open = str_rfind_char(s, '('), at, end;
	const struct decimal *grade;
	const struct quantity *now;
	struct key_result *kr;
	bool bold;

	if (index == NO_INDEX || !str_ends(s, ")") || open == STR_NONE || !open)
		return p;
	note = str_trim(str_sub(s, open + 1, s.n - 1));
	score = str_trim(str_sub(s, 0, open));
	at = str_rfind_char(score, ' ');
	if (at == STR_NONE || (!str_has_digit(note) && str_words(note) < 3) ||
		!field_is_score(str_sub(score, at + 1, score.n)))
		return p;
	score = str_sub(score, at + 1, score.n);
	bold = is_bold((struct piece){p.b, s}, at + 1, at + 1 + score.n);
	end = sentence_end(r, s, at, bold);
	if (!end)
		return p;
	kr = key_result_at(r, objective, index);
	kr->text = piece_text(r, (struct piece){p.b, str_sub(s, 0, end)});
	now = noted_reading(r, kr, without_last(note), true);
	kr->text = "";
	grade = noted_grade(r, score);
	if (!grade || (!now && !bold && !ends_sentence(str_sub(s, 0, end))))
		return p; /* "3 services at: 0.9 (was 0.5)" */
	kr->stated_grade = grade;
	r->scores[0]++;
	if (!kr->current)
		kr->current = now;
	if (!now)
		*vec_add(r->a, &kr->notes) = arena_text(r->a, note);
	p.s = str_sub(s, 0, end);
	return p;
}
