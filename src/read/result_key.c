/*
 * The word in front of a colon: "Status", "Result".
 */
#include "result_p.h"

#include "attr.h"
#include "mark_words_p.h"

static const char *const RESULTS[] = {"result", "results", "end result",
	"final result", "ergebnis", "resultat", "r\u00e9sultat", "resultado",
	"risultato", "resultaat", "wynik", "v\u00fdsledek", "tulos", NULL};

struct str key_before(struct str left)
{
	struct str word = split_last_words(left, 1);

	while (word.n && strchr("*_([", word.p[0]))
		word = str_sub(word, 1, word.n);
	for (size_t i = word.n; i-- > 0;) {
		size_t n = verdict_wide_mark(str_sub(word, i, word.n));

		if (n)
			return str_sub(word, i + n, word.n);
	}
	return word;
}

/* "On-time completion: 85%" measures it. */
static bool is_noun_of_sentence(struct str left, struct str word)
{
	size_t at = (size_t)(word.p - left.p);

	return at > 1 && str_iis(word, "completion") &&
	       (str_is_alnum(left.p[at - 2]) || left.p[at - 1] == '-');
}

bool key_is_result(struct str left)
{
	static const char *const KEYS[] = {"status", "result", "results",
		"outcome", "score", "grade", "progress", "final", "ergebnis",
		"achieved", "completion", "actual", "stand", "fortschritt",
		"avancement", "r\u00e9sultat", "statut", "resultado", "estado",
		"avance", "progreso", "progresso", "risultato", "resultaat",
		"voortgang", "update", "\u5b8c\u6210\u5ea6",
		"\u5b8c\u6210\u7387", "\u8fdb\u5ea6", "\u8fdb\u5c55",
		"\u72b6\u6001", "\u7ed3\u679c", "\u9032\u5ea6", "\u72c0\u614b",
		"\u7d50\u679c", "\u9054\u6210\u7387", "\u9032\u6357",
		"\u9032\u6357\u7387", "\uc9c4\ud589\ub960",
		"\ub2ec\uc131\ub960", "\uc0c1\ud0dc", "\uacb0\uacfc",
		"\u0441\u0442\u0430\u0442\u0443\u0441",
		"\u0421\u0442\u0430\u0442\u0443\u0441",
		"\u0438\u0442\u043e\u0433", "\u0418\u0442\u043e\u0433",
		"\u043f\u0440\u043e\u0433\u0440\u0435\u0441\u0441",
		"\u041f\u0440\u043e\u0433\u0440\u0435\u0441\u0441"};
	struct str word = key_before(left);

	if (is_noun_of_sentence(left, word))
		return false;
	for (size_t i = 0; i < COUNT_OF(KEYS); i++)
		if (str_iis(word, KEYS[i]))
			return true;
	return false;
}

/* "Open the shop.", "Open the shop -", "Open the shop ->": and the key, which
 * behind an arrow has numbers, too */
static bool is_parted(struct str left, bool numbers)
{
	static const char *const SIGNS[] = {"->", "=>", "\u2192", "\u21d2",
		"\u2794", ".", "!", ";", " -", " \u2013", " \u2014"};
	enum { ARROWS = 5 };

	for (size_t i = 0; i < (numbers ? ARROWS : COUNT_OF(SIGNS)); i++) {
		if (str_ends(left, SIGNS[i]))
			return true;
	}
	return false;
}

bool key_tells_in_words(struct str left, struct str right)
{
	struct str word = key_before(left);
	size_t n = (size_t)(word.p - left.p);

	if (!str_is_listed(word, RESULTS) || str_words(right) < 2 ||
		mark_is_measure(right, false))
		return false; /* "Measured by the last bid": how it will be */
	while (n && strchr(" *_", left.p[n - 1]))
		n--;
	return n > 1 && is_parted(str_sub(left, 0, n), str_has_digit(right));
}

bool key_begins_told(struct str s)
{
	size_t colon = str_find_char(s, ':');

	return colon != STR_NONE &&
	       str_is_listed(str_sub(s, 0, colon), RESULTS) &&
	       str_words(str_sub(s, colon + 1, s.n)) > 1 &&
	       !mark_is_measure(str_trim(str_sub(s, colon + 1, s.n)), false);
}
