/*
 * The words of OKRs, as tables.  To teach the reader a new word, add a row.
 */
#include "mark_p.h"
#include "vocab_p.h"

#include "attr.h"

bool vocab_begins(struct str s, const char *word)
{
	size_t n = strlen(word);

	return str_istarts(s, word) &&
	       (s.n == n || (unsigned char)s.p[n] >= 0x80 ||
		       !str_is_alnum(s.p[n]));
}

/* The first byte of an accented letter (dashes and quotes begin with 0xE2). */
static bool is_latin_byte(char c)
{
	return (unsigned char)c >= 0xC3 && (unsigned char)c <= 0xDF;
}

/* By their first letters. */
static const struct word *const WORDS[256] = {
	['a'] = (const struct word[]){
		{"ambition", WORD_OBJECTIVE, false, true, true},
		{"anahtar sonu\u00e7lar", WORD_KEY_RESULT, true, false, false},
		{"anahtar sonu\u00e7", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	['d'] = (const struct word[]){
		{"doelstelling", WORD_OBJECTIVE, false, false, false},
		{"doel", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['f'] = (const struct word[]){
		{"focus area", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['g'] = (const struct word[]){
		{"goal", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['k'] = (const struct word[]){
		{"key results", WORD_KEY_RESULT, true, false, false},
		{"key result", WORD_KEY_RESULT, false, false, false},
		{"key-results", WORD_KEY_RESULT, true, false, false},
		{"key-result", WORD_KEY_RESULT, false, false, false},
		{"keyresults", WORD_KEY_RESULT, true, false, false},
		{"keyresult", WORD_KEY_RESULT, false, false, false},
		{"krs", WORD_KEY_RESULT, true, false, false},
		{"kr's", WORD_KEY_RESULT, true, false, false},
		{"kr\u2019s", WORD_KEY_RESULT, true, false, false},
		{"kr", WORD_KEY_RESULT, false, false, false},
		{"kernresultaten", WORD_KEY_RESULT, true, false, false},
		{"kernresultaat", WORD_KEY_RESULT, false, false, false},
		{"kernergebnisse", WORD_KEY_RESULT, true, false, false},
		{"kluczowe rezultaty", WORD_KEY_RESULT, true, false, false},
		{"kluczowy rezultat", WORD_KEY_RESULT, false, false, false},
		{"kluczowe wyniki", WORD_KEY_RESULT, true, false, false},
		{"kluczowy wynik", WORD_KEY_RESULT, false, false, false},
		{"kl\u00ed\u010dov\u00e9 v\u00fdsledky", WORD_KEY_RESULT, true, false, false},
		{"kl\u00ed\u010dov\u00fd v\u00fdsledek", WORD_KEY_RESULT, false, false, false},
		{"kilit sonu\u00e7lar", WORD_KEY_RESULT, true, false, false},
		{"kilit sonu\u00e7", WORD_KEY_RESULT, false, false, false},
		{"k\u1ebft qu\u1ea3 then ch\u1ed1t", WORD_KEY_RESULT, false, false, false},
		{"k\u1ebft qu\u1ea3 ch\u00ednh", WORD_KEY_RESULT, false, false, false},
		{"k\u1ebft qu\u1ea3 quan tr\u1ecdng", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	['m'] = (const struct word[]){
		{"measure", WORD_KEY_RESULT, false, true, false},
		{"metric", WORD_KEY_RESULT, false, true, false},
		{"m\u00e5l", WORD_OBJECTIVE, false, false, true},
		{"m\u1ee5c ti\u00eau", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['n'] = (const struct word[]){
		{"n\u00f8gleresultater", WORD_KEY_RESULT, true, false, false},
		{"n\u00f8gleresultat", WORD_KEY_RESULT, false, false, false},
		{"n\u00f8kkelresultater", WORD_KEY_RESULT, true, false, false},
		{"n\u00f8kkelresultat", WORD_KEY_RESULT, false, false, false},
		{"nyckelresultat", WORD_KEY_RESULT, true, false, false},
		{0},
	},
	['o'] = (const struct word[]){
		{"outcome", WORD_KEY_RESULT, false, true, false},
		{"objectives", WORD_OBJECTIVE, true, false, false},
		{"objective", WORD_OBJECTIVE, false, false, false},
		{"objective title", WORD_OBJECTIVE, false, false, false},
		{"objective name", WORD_OBJECTIVE, false, false, false},
		{"objective statement", WORD_OBJECTIVE, false, false, false},
		{"obj", WORD_OBJECTIVE, false, false, false},
		{"okrs", WORD_OBJECTIVE, true, false, true},
		{"okr", WORD_OBJECTIVE, false, false, true},
		{"objectifs", WORD_OBJECTIVE, true, false, false},
		{"objectif", WORD_OBJECTIVE, false, false, false},
		{"objetivos", WORD_OBJECTIVE, true, false, false},
		{"objetivo", WORD_OBJECTIVE, false, false, false},
		{"obiettivi", WORD_OBJECTIVE, true, false, false},
		{"obiettivo", WORD_OBJECTIVE, false, false, false},
		{"o", WORD_OBJECTIVE, false, true, false},
		{0},
	},
	['p'] = (const struct word[]){
		{"priority", WORD_OBJECTIVE, false, true, true},
		{"pillar", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['r'] = (const struct word[]){
		{"rc", WORD_KEY_RESULT, false, true, false},
		{"r\u00e9sultats cl\u00e9s", WORD_KEY_RESULT, true, false, false},
		{"r\u00e9sultat cl\u00e9", WORD_KEY_RESULT, false, false, false},
		{"resultados clave", WORD_KEY_RESULT, true, false, false},
		{"resultado clave", WORD_KEY_RESULT, false, false, false},
		{"resultados-chave", WORD_KEY_RESULT, true, false, false},
		{"resultado-chave", WORD_KEY_RESULT, false, false, false},
		{"resultados chave", WORD_KEY_RESULT, true, false, false},
		{"resultado chave", WORD_KEY_RESULT, false, false, false},
		{"risultati chiave", WORD_KEY_RESULT, true, false, false},
		{"risultato chiave", WORD_KEY_RESULT, false, false, false},
		{"result", WORD_KEY_RESULT, false, true, false},
		{"r\u00e9sultats-cl\u00e9s", WORD_KEY_RESULT, true, false, false},
		{"r\u00e9sultat-cl\u00e9", WORD_KEY_RESULT, false, false, false},
		{"resultats cles", WORD_KEY_RESULT, true, false, false},
		{"resultat cle", WORD_KEY_RESULT, false, false, false},
		{"resultados claves", WORD_KEY_RESULT, true, false, false},
		{"resultats clau", WORD_KEY_RESULT, true, false, false},
		{"resultat clau", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	['s'] = (const struct word[]){
		{"schl\u00fcsselergebnisse", WORD_KEY_RESULT, true, false, false},
		{"schl\u00fcsselergebnis", WORD_KEY_RESULT, false, false, false},
		{"strategic priority", WORD_OBJECTIVE, false, true, true},
		{"schl\u00fcsselresultate", WORD_KEY_RESULT, true, false, false},
		{"schl\u00fcsselresultat", WORD_KEY_RESULT, false, false, false},
		{"sleutelresultaten", WORD_KEY_RESULT, true, false, false},
		{"sleutelresultaat", WORD_KEY_RESULT, false, false, false},
		{"sasaran", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['t'] = (const struct word[]){
		{"theme", WORD_OBJECTIVE, false, true, true},
		{"temel sonu\u00e7lar", WORD_KEY_RESULT, true, false, false},
		{"temel sonu\u00e7", WORD_KEY_RESULT, false, false, false},
		{"tujuan", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['z'] = (const struct word[]){
		{"ziele", WORD_OBJECTIVE, true, false, true},
		{"ziel", WORD_OBJECTIVE, false, false, true},
		{0},
	},
	[0xe5] = (const struct word[]){
		{"\u5173\u952e\u7ed3\u679c", WORD_KEY_RESULT, false, false, false},
		{"\u5173\u952e\u6210\u679c", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	[0xe7] = (const struct word[]){
		{"\u76ee\u6807", WORD_OBJECTIVE, false, false, false},
		{"\u76ee\u6a19", WORD_OBJECTIVE, false, false, false},
		{0},
	},
	[0xe9] = (const struct word[]){
		{"\u95dc\u9375\u7d50\u679c", WORD_KEY_RESULT, false, false, false},
		{"\u95dc\u9375\u6210\u679c", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	['c'] = (const struct word[]){
		{"cel", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['h'] = (const struct word[]){
		{"hasil kunci", WORD_KEY_RESULT, false, false, false},
		{"hasil utama", WORD_KEY_RESULT, false, false, false},
		{"hedef", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	[0xd0] = (const struct word[]){
		{"\u043a\u043b\u044e\u0447\u0435\u0432\u044b\u0435 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b", WORD_KEY_RESULT, true, false, false},
		{"\u041a\u043b\u044e\u0447\u0435\u0432\u044b\u0435 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b", WORD_KEY_RESULT, true, false, false},
		{"\u041a\u043b\u044e\u0447\u0435\u0432\u044b\u0435 \u0420\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b", WORD_KEY_RESULT, true, false, false},
		{"\u043a\u043b\u044e\u0447\u0435\u0432\u043e\u0439 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, false, false, false},
		{"\u041a\u043b\u044e\u0447\u0435\u0432\u043e\u0439 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, false, false, false},
		{"\u041a\u043b\u044e\u0447\u0435\u0432\u043e\u0439 \u0420\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, false, false, false},
		{"\u043a\u043b\u044e\u0447\u043e\u0432\u0456 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u0438", WORD_KEY_RESULT, true, false, false},
		{"\u041a\u043b\u044e\u0447\u043e\u0432\u0456 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u0438", WORD_KEY_RESULT, true, false, false},
		{"\u043a\u043b\u044e\u0447\u043e\u0432\u0438\u0439 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, false, false, false},
		{"\u041a\u043b\u044e\u0447\u043e\u0432\u0438\u0439 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", WORD_KEY_RESULT, false, false, false},
		{"\u041a\u0420", WORD_KEY_RESULT, false, true, false},
		{"\u0426\u0435\u043b\u044c", WORD_OBJECTIVE, false, true, true},
		{"\u041c\u0435\u0442\u0430", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	[0xd1] = (const struct word[]){
		{"\u0446\u0435\u043b\u044c", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	[0xe3] = (const struct word[]){
		{"\u30ad\u30fc\u30ea\u30b6\u30eb\u30c8", WORD_KEY_RESULT, false, false, false},
		{"\u30aa\u30d6\u30b8\u30a7\u30af\u30c6\u30a3\u30d6", WORD_OBJECTIVE, false, false, false},
		{0},
	},
	[0xe4] = (const struct word[]){
		{"\u4e3b\u8981\u306a\u7d50\u679c", WORD_KEY_RESULT, false, false, false},
		{"\u4e3b\u8981\u306a\u6210\u679c", WORD_KEY_RESULT, false, false, false},
		{"\u4e3b\u8981\u7d50\u679c", WORD_KEY_RESULT, false, false, false},
		{"\u4e3b\u8981\u6210\u679c", WORD_KEY_RESULT, false, false, false},
		{"\u4e3b\u306a\u6210\u679c", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	[0xe6] = (const struct word[]){
		{"\u6838\u5fc3\u7ed3\u679c", WORD_KEY_RESULT, false, false, false},
		{"\u6838\u5fc3\u6210\u679c", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	[0xeb] = (const struct word[]){
		{"\ubaa9\ud45c", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	[0xec] = (const struct word[]){
		{"\uc8fc\uc694 \uacb0\uacfc", WORD_KEY_RESULT, false, false, false},
		{"\uc8fc\uc694\uacb0\uacfc", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	[0xed] = (const struct word[]){
		{"\ud575\uc2ec \uacb0\uacfc", WORD_KEY_RESULT, false, false, false},
		{"\ud575\uc2ec\uacb0\uacfc", WORD_KEY_RESULT, false, false, false},
		{0},
	},
};

/* Chinese: no blank parts a word from its letter. */
static bool is_wide(struct str s)
{
	return s.n && (unsigned char)s.p[0] >= 0xe3;
}

const struct word *vocab_word(struct str s)
{
	const struct word *best = NULL, *w = WORDS[str_letter(s)];

	for (size_t longest = 0; w && w->text; w++) {
		size_t n = str_iprefix(s, w->text);

		if (n == STR_NONE || n <= longest ||
			(s.n > n && ((str_is_alpha(s.p[n]) && !is_wide(s)) ||
					    is_latin_byte(s.p[n]) ||
					    s.p[n] == '_')))
			continue;
		longest = n;
		best = w;
	}
	return best;
}

struct str vocab_bare(struct str s)
{
	size_t open;

	symbols_skip(&s);
	for (;;) {
		s = str_trim(s);
		if (s.n && strchr(":*", s.p[s.n - 1])) {
			s.n--;
			continue;
		}
		open = str_rfind_char(s, '(');
		if (open == STR_NONE || !open || !str_ends(s, ")"))
			return s;
		s.n = open;
	}
}

bool vocab_has_okr(struct str s)
{
	static const char *const NAMES[] = {"okrs", "okr", "objectives",
		"key results", "objetivos", "objectifs", "ziele"};

	for (size_t i = 0; i < s.n; i++) {
		if (i && str_is_alnum(s.p[i - 1]))
			continue;
		for (size_t k = 0; k < COUNT_OF(NAMES); k++) {
			if (vocab_begins(str_sub(s, i, s.n), NAMES[k]))
				return true;
		}
	}
	return false;
}
