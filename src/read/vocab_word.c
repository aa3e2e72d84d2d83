/*
 * The words that mark an objective or a key result, in the languages that
 * write them: "Objective 1:", "Key results", "Ziel 2:".  A heading, a line and
 * a column's header all ask this table.  To teach the reader a word, add it.
 */
#include "mark_p.h"

#include "attr.h"
#include "mark_number_p.h"

/* The first byte of an accented letter (dashes and quotes begin with 0xE2). */
static bool is_latin_byte(char c)
{
	return (unsigned char)c >= 0xC3 && (unsigned char)c <= 0xDF;
}

/* Under their first bytes; letters other than ASCII as small and as capital.
 * Their flags: plural, weak, needs a number, does without one in titles; short
 * forms that are also words or units need capitals. */
// clang-format off
static const struct word *const WORDS[256] = {
	['a'] = (const struct word[]){
		{"ambition", WORD_OBJECTIVE, NUMBERED | WEAK},
		{"avaintulos", WORD_KEY_RESULT, 0},
		{"avaintulokset", WORD_KEY_RESULT, PLURAL},
		{"anahtar sonu\u00e7", WORD_KEY_RESULT, 0},
		{"anahtar sonu\u00e7lar", WORD_KEY_RESULT, PLURAL},
		{"aim", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"ama\u00e7", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"ama\u00e7lar", WORD_OBJECTIVE, PLURAL | WEAK},
		{"as", WORD_KEY_RESULT, NUMBERED | CAPITALS},
		{0},
	},
	['c'] = (const struct word[]){
		{"cel", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"cele", WORD_OBJECTIVE, PLURAL | WEAK},
		{"c\u00edl", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"c\u00edle", WORD_OBJECTIVE, PLURAL | WEAK},
		{"cie\u013e", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"ciele", WORD_OBJECTIVE, PLURAL | WEAK},
		{"c\u00e9l", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"c\u00e9lok", WORD_OBJECTIVE, PLURAL | WEAK},
		{"c\u00e9lkit\u0171z\u00e9s", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"c\u00e9lkit\u0171z\u00e9sek", WORD_OBJECTIVE, PLURAL | WEAK},
		{"cilj", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"ciljevi", WORD_OBJECTIVE, PLURAL | WEAK},
		{"c\u00e1c k\u1ebft qu\u1ea3 then ch\u1ed1t", WORD_KEY_RESULT, PLURAL},
		{0},
	},
	['d'] = (const struct word[]){
		{"doelstelling", WORD_OBJECTIVE, 0},
		{"doel", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"doelstellingen", WORD_OBJECTIVE, PLURAL},
		{0},
	},
	['e'] = (const struct word[]){
		{"ergebnis", WORD_KEY_RESULT, NUMBERED},
		{"eredm\u00e9ny", WORD_KEY_RESULT, NUMBERED},
		{0},
	},
	['f'] = (const struct word[]){
		{"focus area", WORD_OBJECTIVE, NUMBERED | WEAK},
		{0},
	},
	['g'] = (const struct word[]){
		{"goal", WORD_OBJECTIVE, NUMBERED | TITLED | WEAK},
		{0},
	},
	['h'] = (const struct word[]){
		{"hedef", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"hedefler", WORD_OBJECTIVE, PLURAL | WEAK},
		{"hasil kunci", WORD_KEY_RESULT, 0},
		{"hasil utama", WORD_KEY_RESULT, 0},
		{"hasil", WORD_KEY_RESULT, NUMBERED},
		{0},
	},
	['k'] = (const struct word[]){
		{"key results", WORD_KEY_RESULT, PLURAL},
		{"key result", WORD_KEY_RESULT, 0},
		{"key-results", WORD_KEY_RESULT, PLURAL},
		{"key-result", WORD_KEY_RESULT, 0},
		{"keyresults", WORD_KEY_RESULT, PLURAL},
		{"keyresult", WORD_KEY_RESULT, 0},
		{"krs", WORD_KEY_RESULT, PLURAL},
		{"kr's", WORD_KEY_RESULT, PLURAL},
		{"kr\u2019s", WORD_KEY_RESULT, PLURAL},
		{"kr", WORD_KEY_RESULT, 0},
		{"kernresultaten", WORD_KEY_RESULT, PLURAL},
		{"kernresultaat", WORD_KEY_RESULT, 0},
		{"kernergebnisse", WORD_KEY_RESULT, PLURAL},
		{"kernergebnis", WORD_KEY_RESULT, 0},
		{"kluczowy rezultat", WORD_KEY_RESULT, 0},
		{"kluczowy wynik", WORD_KEY_RESULT, 0},
		{"kluczowe rezultaty", WORD_KEY_RESULT, PLURAL},
		{"kluczowe wyniki", WORD_KEY_RESULT, PLURAL},
		{"kl\u00ed\u010dov\u00fd v\u00fdsledek", WORD_KEY_RESULT, 0},
		{"kl\u00ed\u010dov\u00e9 v\u00fdsledky", WORD_KEY_RESULT, PLURAL},
		{"k\u013e\u00fa\u010dov\u00fd v\u00fdsledok", WORD_KEY_RESULT, 0},
		{"k\u013e\u00fa\u010dov\u00e9 v\u00fdsledky", WORD_KEY_RESULT, PLURAL},
		{"kulcseredm\u00e9ny", WORD_KEY_RESULT, 0},
		{"kulcseredm\u00e9nyek", WORD_KEY_RESULT, PLURAL},
		{"klju\u010dni rezultat", WORD_KEY_RESULT, 0},
		{"klju\u010dni rezultati", WORD_KEY_RESULT, PLURAL},
		{"k\u1ebft qu\u1ea3 then ch\u1ed1t", WORD_KEY_RESULT, 0},
		{"k\u1ebft qu\u1ea3 ch\u00ednh", WORD_KEY_RESULT, 0},
		{"k\u1ebft qu\u1ea3", WORD_KEY_RESULT, NUMBERED},
		{"kv", WORD_KEY_RESULT, NUMBERED | CAPITALS},
		{"ke", WORD_KEY_RESULT, NUMBERED | CAPITALS},
		{0},
	},
	['m'] = (const struct word[]){
		{"measure", WORD_KEY_RESULT, NUMBERED},
		{"metric", WORD_KEY_RESULT, NUMBERED},
		{"m\u00e5l", WORD_OBJECTIVE, WEAK},
		{"m\u1ee5c ti\u00eau", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{0},
	},
	['n'] = (const struct word[]){
		{"n\u00f8gleresultater", WORD_KEY_RESULT, PLURAL},
		{"n\u00f8gleresultat", WORD_KEY_RESULT, 0},
		{"n\u00f8kkelresultater", WORD_KEY_RESULT, PLURAL},
		{"n\u00f8kkelresultat", WORD_KEY_RESULT, 0},
		{"nyckelresultat", WORD_KEY_RESULT, PLURAL},
		{"nr", WORD_KEY_RESULT, NUMBERED | CAPITALS},
		{0},
	},
	['o'] = (const struct word[]){
		{"outcome", WORD_KEY_RESULT, NUMBERED},
		{"objectives", WORD_OBJECTIVE, PLURAL},
		{"objective", WORD_OBJECTIVE, 0},
		{"objective title", WORD_OBJECTIVE, 0},
		{"objective name", WORD_OBJECTIVE, 0},
		{"objective statement", WORD_OBJECTIVE, 0},
		{"obj.", WORD_OBJECTIVE, 0},
		{"obj", WORD_OBJECTIVE, 0},
		{"okrs", WORD_OBJECTIVE, PLURAL | WEAK},
		{"okr", WORD_OBJECTIVE, WEAK},
		{"objectifs", WORD_OBJECTIVE, PLURAL},
		{"objectif", WORD_OBJECTIVE, 0},
		{"objetivos", WORD_OBJECTIVE, PLURAL},
		{"objetivo", WORD_OBJECTIVE, 0},
		{"obiettivi", WORD_OBJECTIVE, PLURAL},
		{"obiettivo", WORD_OBJECTIVE, 0},
		{"o", WORD_OBJECTIVE, NUMBERED},
		{"objectiu", WORD_OBJECTIVE, 0},
		{"objectius", WORD_OBJECTIVE, PLURAL},
		{"obiectiv", WORD_OBJECTIVE, 0},
		{"obiective", WORD_OBJECTIVE, PLURAL},
		{0},
	},
	['p'] = (const struct word[]){
		{"priority", WORD_OBJECTIVE, NUMBERED | WEAK},
		{"pillar", WORD_OBJECTIVE, NUMBERED | WEAK},
		{0},
	},
	['r'] = (const struct word[]){
		{"rc", WORD_KEY_RESULT, NUMBERED},
		{"r\u00e9sultats cl\u00e9s", WORD_KEY_RESULT, PLURAL},
		{"r\u00e9sultat cl\u00e9", WORD_KEY_RESULT, 0},
		{"resultados clave", WORD_KEY_RESULT, PLURAL},
		{"resultado clave", WORD_KEY_RESULT, 0},
		{"resultados-chave", WORD_KEY_RESULT, PLURAL},
		{"resultado-chave", WORD_KEY_RESULT, 0},
		{"resultados chave", WORD_KEY_RESULT, PLURAL},
		{"resultado chave", WORD_KEY_RESULT, 0},
		{"risultati chiave", WORD_KEY_RESULT, PLURAL},
		{"risultato chiave", WORD_KEY_RESULT, 0},
		{"result", WORD_KEY_RESULT, NUMBERED},
		{"r\u00e9sultat-cl\u00e9", WORD_KEY_RESULT, 0},
		{"r\u00e9sultats-cl\u00e9s", WORD_KEY_RESULT, PLURAL},
		{"resultados claves", WORD_KEY_RESULT, PLURAL},
		{"resultat clau", WORD_KEY_RESULT, 0},
		{"resultats clau", WORD_KEY_RESULT, PLURAL},
		{"rezultat cheie", WORD_KEY_RESULT, 0},
		{"rezultate cheie", WORD_KEY_RESULT, PLURAL},
		{"r\u00e9sultat", WORD_KEY_RESULT, NUMBERED},
		{"resultado", WORD_KEY_RESULT, NUMBERED},
		{"risultato", WORD_KEY_RESULT, NUMBERED},
		{"resultaat", WORD_KEY_RESULT, NUMBERED},
		{"resultat", WORD_KEY_RESULT, NUMBERED},
		{"rezultat", WORD_KEY_RESULT, NUMBERED},
		{0},
	},
	['s'] = (const struct word[]){
		{"schl\u00fcsselergebnisse", WORD_KEY_RESULT, PLURAL},
		{"schl\u00fcsselergebnis", WORD_KEY_RESULT, 0},
		{"strategic priority", WORD_OBJECTIVE, NUMBERED | WEAK},
		{"schl\u00fcsselresultate", WORD_KEY_RESULT, PLURAL},
		{"schl\u00fcsselresultat", WORD_KEY_RESULT, 0},
		{"sleutelresultaat", WORD_KEY_RESULT, 0},
		{"sleutelresultaten", WORD_KEY_RESULT, PLURAL},
		{"sasaran", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"sonu\u00e7", WORD_KEY_RESULT, NUMBERED},
		{"se", WORD_KEY_RESULT, NUMBERED | CAPITALS},
		{"sr", WORD_KEY_RESULT, NUMBERED | CAPITALS},
		{0},
	},
	['t'] = (const struct word[]){
		{"theme", WORD_OBJECTIVE, NUMBERED | WEAK},
		{"tavoite", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"tavoitteet", WORD_OBJECTIVE, PLURAL | WEAK},
		{"tujuan", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{0},
	},
	['v'] = (const struct word[]){
		{"v\u00fdsledek", WORD_KEY_RESULT, NUMBERED},
		{"v\u00fdsledok", WORD_KEY_RESULT, NUMBERED},
		{0},
	},
	['w'] = (const struct word[]){
		{"wynik", WORD_KEY_RESULT, NUMBERED},
		{0},
	},
	['z'] = (const struct word[]){
		{"ziele", WORD_OBJECTIVE, PLURAL | WEAK},
		{"ziel", WORD_OBJECTIVE, WEAK},
		{0},
	},
	[0xce] = (const struct word[]){
		{"\u03b2\u03b1\u03c3\u03b9\u03ba\u03cc \u03b1\u03c0\u03bf\u03c4\u03ad\u03bb\u03b5\u03c3\u03bc\u03b1", WORD_KEY_RESULT, 0},
		{"\u0392\u03b1\u03c3\u03b9\u03ba\u03cc \u03b1\u03c0\u03bf\u03c4\u03ad\u03bb\u03b5\u03c3\u03bc\u03b1", WORD_KEY_RESULT, 0},
		{"\u03b2\u03b1\u03c3\u03b9\u03ba\u03ac \u03b1\u03c0\u03bf\u03c4\u03b5\u03bb\u03ad\u03c3\u03bc\u03b1\u03c4\u03b1", WORD_KEY_RESULT, PLURAL},
		{"\u0392\u03b1\u03c3\u03b9\u03ba\u03ac \u03b1\u03c0\u03bf\u03c4\u03b5\u03bb\u03ad\u03c3\u03bc\u03b1\u03c4\u03b1", WORD_KEY_RESULT, PLURAL},
		{0},
	},
	[0xcf] = (const struct word[]){
		{"\u03c3\u03c4\u03cc\u03c7\u03bf\u03c2", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"\u03c3\u03c4\u03cc\u03c7\u03bf\u03b9", WORD_OBJECTIVE, PLURAL | WEAK},
		{0},
	},
	[0xd0] = (const struct word[]){
		{"\u043a\u0440", WORD_KEY_RESULT, NUMBERED},
		{"\u043a\u0440\u0438\u0442\u0435\u0440\u0438\u0439 \u0443\u0441\u043f\u0435\u0445\u0430", WORD_KEY_RESULT, NUMBERED},
		{"\u043a\u043b\u044e\u0447\u0435\u0432\u043e\u0439 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, 0},
		{"\u041a\u043b\u044e\u0447\u0435\u0432\u043e\u0439 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, 0},
		{"\u043a\u043b\u044e\u0447\u0435\u0432\u044b\u0435 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b", WORD_KEY_RESULT, PLURAL},
		{"\u041a\u043b\u044e\u0447\u0435\u0432\u044b\u0435 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b", WORD_KEY_RESULT, PLURAL},
		{"\u043a\u043b\u044e\u0447\u043e\u0432\u0438\u0439 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, 0},
		{"\u041a\u043b\u044e\u0447\u043e\u0432\u0438\u0439 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, 0},
		{"\u043a\u043b\u044e\u0447\u043e\u0432\u0456 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u0438", WORD_KEY_RESULT, PLURAL},
		{"\u041a\u043b\u044e\u0447\u043e\u0432\u0456 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u0438", WORD_KEY_RESULT, PLURAL},
		{"\u043a\u043b\u044e\u0447\u043e\u0432 \u0440\u0435\u0437\u0443\u043b\u0442\u0430\u0442", WORD_KEY_RESULT, 0},
		{"\u041a\u043b\u044e\u0447\u043e\u0432 \u0440\u0435\u0437\u0443\u043b\u0442\u0430\u0442", WORD_KEY_RESULT, 0},
		{"\u043a\u043b\u044e\u0447\u043e\u0432\u0438 \u0440\u0435\u0437\u0443\u043b\u0442\u0430\u0442\u0438", WORD_KEY_RESULT, PLURAL},
		{"\u041a\u043b\u044e\u0447\u043e\u0432\u0438 \u0440\u0435\u0437\u0443\u043b\u0442\u0430\u0442\u0438", WORD_KEY_RESULT, PLURAL},
		{0},
	},
	[0xd1] = (const struct word[]){
		{"\u0446\u0435\u043b\u044c", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"\u0446\u0435\u043b\u0438", WORD_OBJECTIVE, PLURAL | WEAK},
		{"\u0446\u0456\u043b\u044c", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"\u0446\u0456\u043b\u0456", WORD_OBJECTIVE, PLURAL | WEAK},
		{"\u0446\u0435\u043b", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, NUMBERED},
		{0},
	},
	[0xd7] = (const struct word[]){
		{"\u05de\u05d8\u05e8\u05d4", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"\u05de\u05d8\u05e8\u05d5\u05ea", WORD_OBJECTIVE, PLURAL | WEAK},
		{"\u05ea\u05d5\u05e6\u05d0\u05ea \u05de\u05e4\u05ea\u05d7", WORD_KEY_RESULT, 0},
		{"\u05ea\u05d5\u05e6\u05d0\u05d5\u05ea \u05de\u05e4\u05ea\u05d7", WORD_KEY_RESULT, PLURAL},
		{0},
	},
	[0xd8] = (const struct word[]){
		{"\u0627\u0644\u0647\u062f\u0641", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"\u0627\u0644\u0623\u0647\u062f\u0627\u0641", WORD_OBJECTIVE, PLURAL | WEAK},
		{"\u0627\u0644\u0646\u062a\u064a\u062c\u0629 \u0627\u0644\u0631\u0626\u064a\u0633\u064a\u0629", WORD_KEY_RESULT, 0},
		{"\u0627\u0644\u0646\u062a\u0627\u0626\u062c \u0627\u0644\u0631\u0626\u064a\u0633\u064a\u0629", WORD_KEY_RESULT, PLURAL},
		{"\u0623\u0647\u062f\u0627\u0641", WORD_OBJECTIVE, PLURAL | WEAK},
		{0},
	},
	[0xd9] = (const struct word[]){
		{"\u0646\u062a\u064a\u062c\u0629 \u0631\u0626\u064a\u0633\u064a\u0629", WORD_KEY_RESULT, 0},
		{"\u0647\u062f\u0641", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{0},
	},
	[0xe0] = (const struct word[]){
		{"\u0e40\u0e1b\u0e49\u0e32\u0e2b\u0e21\u0e32\u0e22", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"\u0e1c\u0e25\u0e25\u0e31\u0e1e\u0e18\u0e4c\u0e2b\u0e25\u0e31\u0e01", WORD_KEY_RESULT, 0},
		{"\u0e1c\u0e25\u0e25\u0e31\u0e1e\u0e18\u0e4c\u0e2a\u0e33\u0e04\u0e31\u0e0d", WORD_KEY_RESULT, 0},
		{"\u0e27\u0e31\u0e15\u0e16\u0e38\u0e1b\u0e23\u0e30\u0e2a\u0e07\u0e04\u0e4c", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"\u0932\u0915\u094d\u0937\u094d\u092f", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{"\u092e\u0941\u0916\u094d\u092f \u092a\u0930\u093f\u0923\u093e\u092e", WORD_KEY_RESULT, 0},
		{"\u092a\u094d\u0930\u092e\u0941\u0916 \u092a\u0930\u093f\u0923\u093e\u092e", WORD_KEY_RESULT, 0},
		{0},
	},
	[0xe3] = (const struct word[]){
		{"\u30ad\u30fc\u30ea\u30b6\u30eb\u30c8", WORD_KEY_RESULT, 0},
		{"\u30ad\u30fc\u30fb\u30ea\u30b6\u30eb\u30c8", WORD_KEY_RESULT, 0},
		{0},
	},
	[0xe4] = (const struct word[]){
		{"\u4e3b\u8981\u306a\u6210\u679c", WORD_KEY_RESULT, 0},
		{"\u4e3b\u8981\u306a\u7d50\u679c", WORD_KEY_RESULT, 0},
		{"\u4e3b\u306a\u6210\u679c", WORD_KEY_RESULT, 0},
		{"\u4e3b\u306a\u7d50\u679c", WORD_KEY_RESULT, 0},
		{"\u4e3b\u8981\u6210\u679c", WORD_KEY_RESULT, 0},
		{"\u4e3b\u8981\u7d50\u679c", WORD_KEY_RESULT, 0},
		{0},
	},
	[0xe5] = (const struct word[]){
		{"\u5173\u952e\u7ed3\u679c", WORD_KEY_RESULT, 0},
		{"\u5173\u952e\u6210\u679c", WORD_KEY_RESULT, 0},
		{"\u5173\u952e\u6027\u7ed3\u679c", WORD_KEY_RESULT, 0},
		{0},
	},
	[0xe6] = (const struct word[]){
		{"\u6210\u679c\u6307\u6a19", WORD_KEY_RESULT, 0},
		{0},
	},
	[0xe7] = (const struct word[]){
		{"\u76ee\u6807", WORD_OBJECTIVE, 0},
		{"\u76ee\u6a19", WORD_OBJECTIVE, 0},
		{"\u7ed3\u679c", WORD_KEY_RESULT, NUMBERED},
		{"\u7d50\u679c", WORD_KEY_RESULT, NUMBERED},
		{0},
	},
	[0xe9] = (const struct word[]){
		{"\u95dc\u9375\u7d50\u679c", WORD_KEY_RESULT, 0},
		{"\u95dc\u9375\u6210\u679c", WORD_KEY_RESULT, 0},
		{"\u91cd\u8981\u306a\u7d50\u679c", WORD_KEY_RESULT, 0},
		{0},
	},
	[0xea] = (const struct word[]){
		{"\uacb0\uacfc", WORD_KEY_RESULT, NUMBERED},
		{0},
	},
	[0xeb] = (const struct word[]){
		{"\ubaa9\ud45c", WORD_OBJECTIVE, NUMBERED | TITLED | BOLD | WEAK},
		{0},
	},
	[0xec] = (const struct word[]){
		{"\uc8fc\uc694 \uacb0\uacfc", WORD_KEY_RESULT, 0},
		{0},
	},
	[0xed] = (const struct word[]){
		{"\ud575\uc2ec \uacb0\uacfc", WORD_KEY_RESULT, 0},
		{"\ud575\uc2ec\uacb0\uacfc", WORD_KEY_RESULT, 0},
		{"\ud575\uc2ec \uc131\uacfc", WORD_KEY_RESULT, 0},
		{0},
	},
};
// clang-format on

/* Chinese: no blank parts a word from its letter. */
static bool is_wide(struct str s)
{
	return s.n && (unsigned char)s.p[0] >= 0xe3;
}

/* Behind a first letter that fits: do the others, as far as they are plain? */
static bool may_go_on(struct str s, const char *text)
{
	size_t i = 1;

	for (; i < s.n && text[i]; i++) {
		if (s.p[i] & text[i] & 0x80)
			return true;
		if ((s.p[i] ^ text[i]) & ~0x20)
			return false;
	}
	return !text[i];
}

static bool all_capitals(struct str s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!char_is_upper(s.p[i]))
			return false;
	}
	return true;
}

const struct word *vocab_word(struct str s)
{
	const struct word *best = NULL, *w = WORDS[str_letter(s)];

	for (size_t longest = 0; w && w->text; w++) {
		size_t n = may_go_on(s, w->text) ? str_iprefix(s, w->text)
						 : STR_NONE;

		if (n == STR_NONE || n <= longest ||
			((w->is & CAPITALS) && !all_capitals(s, n)) ||
			(s.n > n && ((str_is_alpha(s.p[n]) && !is_wide(s)) ||
					    is_latin_byte(s.p[n]) ||
					    s.p[n] == '_')))
			continue;
		longest = n;
		best = w;
	}
	return best;
}
