/*
 * "| Target | Fulfilled |": where each cell of such a column is a share and
 * some target is a number of another kind, the shares are how much is done;
 * "90 %" of 12,000 members is no reading.
 */
#include "table_p.h"

#include "attr.h"
#include "verdict_p.h"
#include "vocab_p.h"

/* What verdicts know of "done", and words that stand over columns only. */
static bool names_fulfilled(struct str header)
{
	static const char *const WORDS[] = {"achieved", "reached", "done",
		"completed", "complete", "finished", "fulfilled", "attained",
		"spln\u011bno", "spln\u011bn\u00e9", "splnen\u00e9", "hotovo",
		"erf\u00fcllt", "erreicht", "erledigt", "vervuld", "behaald",
		"gerealiseerd", "uppfyllt", "uppn\u00e5tt", "klart", "opfyldt",
		"opn\u00e5et", "oppfylt", "oppn\u00e5dd", "spe\u0142niono",
		"osi\u0105gni\u0119to", "zrealizowano", "wykonano", "cumplido",
		"logrado", "alcanzado", "completado", "cumprido", "atingido",
		"conclu\u00eddo", "alcan\u00e7ado", "rempli", "atteint",
		"r\u00e9alis\u00e9", "fait", "raggiunto", "completato",
		"realizzato", "teljes\u00fclt", "teljes\u00edtve",
		"tamamland\u0131", "ger\u00e7ekle\u015fti", "toteutunut",
		"saavutettu", "\u00eendeplinit", "realizat", "ispunjeno",
		"izpolnjeno", "tercapai", "selesai", "ho\u00e0n th\u00e0nh",
		/* Russian and Ukrainian: done, reached */
		"\u0432\u044b\u043f\u043e\u043b\u043d\u0435\u043d\u043e",
		"\u0412\u044b\u043f\u043e\u043b\u043d\u0435\u043d\u043e",
		"\u0434\u043e\u0441\u0442\u0438\u0433\u043d\u0443\u0442\u043e",
		"\u0414\u043e\u0441\u0442\u0438\u0433\u043d\u0443\u0442\u043e",
		"\u0432\u0438\u043a\u043e\u043d\u0430\u043d\u043e",
		"\u0412\u0438\u043a\u043e\u043d\u0430\u043d\u043e",
		"\u9054\u6210", "\u8fbe\u6210", "\u5b8c\u6210",
		"\u5df2\u5b8c\u6210", "\ub2ec\uc131", "\uc644\ub8cc", NULL};

	return str_is_listed(vocab_bare(header), WORDS);
}

static bool is_share(struct str s)
{
	return s.n && str_is_digit(s.p[0]) &&
	       (str_ends(s, "%") || str_ends(s, "\uff05"));
}

/* Is it a share in each row, two at least, beside a target that is none? */
static bool are_shares(
	const struct block *table, const struct columns *c, int column)
{
	int target = c->at[FIELD_TARGET];
	size_t n = 0, others = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, column).s, aim;

		if (s.n && !is_share(s))
			return false;
		n += s.n > 0;
		aim = table_cell(&row, target).s;
		others += s.n && str_has_digit(aim) &&
			  str_find_char(aim, '%') == STR_NONE;
	}
	return n > 1 && others;
}

void table_settle_fulfilled(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);

	if (!table_has(c, FIELD_TARGET) || table_has(c, FIELD_PROGRESS))
		return;
	for (int i = 0; i < (int)c->n; i++) {
		enum field f = c->of[i];

		if ((f != FIELD_NONE && f != FIELD_CURRENT) ||
			!names_fulfilled(table_cell(&header, i).s) ||
			!are_shares(table, c, i))
			continue;
		if (f == FIELD_CURRENT && c->at[f] == i)
			c->at[f] = -1;
		c->of[i] = FIELD_PROGRESS;
		c->at[FIELD_PROGRESS] = i;
		c->shares = true;
		return;
	}
}
