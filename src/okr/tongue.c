/*
 * The language of a line, told by its small words.  Words that English has
 * too, or that stand in names, need company.
 */
#include "lex_p.h"

#include "attr.h"

enum { ENOUGH = 2, TONGUES = TONGUE_VIET + 1 };

/* What a word says for each tongue: 2 is enough, 1 needs another; an English
 * word outweighs two. */
struct small_word {
	const char *text;
	unsigned char says[TONGUES];
};

/* By their first letters.  English, German, Romance, Northern. */
static const struct small_word *const WORDS[256] = {
	['a'] = (const struct small_word[]){
		{"ab", {0, 2, 0, 0}},
		{"abrir", {0, 0, 2, 0}},
		{"acquisire", {0, 0, 2, 0}},
		{"af", {0, 0, 0, 1}},
		{"aktive", {0, 2, 0, 0}},
		{"al", {0, 0, 1, 0}},
		{"alcanzar", {0, 0, 2, 0}},
		{"alcan\u00e7ar", {0, 0, 2, 0}},
		{"all", {1, 0, 0, 0}},
		{"alla", {0, 0, 2, 0}},
		{"alle", {0, 2, 0, 0}},
		{"aller", {0, 2, 0, 0}},
		{"almeno", {0, 0, 2, 0}},
		{"am", {0, 1, 0, 0}},
		{"ampliar", {0, 0, 2, 0}},
		{"ampliare", {0, 0, 2, 0}},
		{"am\u00e9liorer", {0, 0, 2, 0}},
		{"an", {0, 1, 0, 0}},
		{"and", {1, 0, 0, 0}},
		{"andelen", {0, 0, 0, 2}},
		{"antal", {0, 0, 0, 2}},
		{"antall", {0, 0, 0, 2}},
		{"ao", {0, 0, 2, 0}},
		{"aprire", {0, 0, 2, 0}},
		{"are", {1, 0, 0, 0}},
		{"as", {0, 0, 1, 0}},
		{"assumere", {0, 0, 2, 0}},
		{"at", {1, 0, 0, 0}},
		{"atingir", {0, 0, 2, 0}},
		{"atteindre", {0, 0, 2, 0}},
		{"au", {0, 0, 1, 0}},
		{"auf", {0, 2, 0, 0}},
		{"aufbauen", {0, 2, 0, 0}},
		{"augmenter", {0, 0, 2, 0}},
		{"aumentar", {0, 0, 2, 0}},
		{"aumentare", {0, 0, 2, 0}},
		{"aumenter", {0, 0, 2, 0}},
		{"aus", {0, 2, 0, 0}},
		{"aux", {0, 0, 2, 0}},
		{"av", {0, 0, 0, 2}},
		{"avec", {0, 0, 2, 0}},
		{0},
	},
	['b'] = (const struct small_word[]){
		{"bajar", {0, 0, 2, 0}},
		{"bei", {0, 2, 0, 0}},
		{"bereik", {0, 0, 0, 2}},
		{"bij", {0, 0, 0, 2}},
		{"binnen", {0, 0, 0, 2}},
		{"bis", {0, 2, 0, 0}},
		{"by", {1, 0, 0, 0}},
		{0},
	},
	['c'] = (const struct small_word[]){
		{"cada", {0, 0, 2, 0}},
		{"capacitar", {0, 0, 2, 0}},
		{"captar", {0, 0, 2, 0}},
		{"cerrar", {0, 0, 2, 0}},
		{"chaque", {0, 0, 2, 0}},
		{"com", {0, 0, 1, 0}},
		{"con", {0, 0, 2, 0}},
		{"conquistar", {0, 0, 2, 0}},
		{"conseguir", {0, 0, 2, 0}},
		{"contratar", {0, 0, 2, 0}},
		{"crear", {0, 0, 2, 0}},
		{"creare", {0, 0, 2, 0}},
		{"crecer", {0, 0, 2, 0}},
		{"crescer", {0, 0, 2, 0}},
		{"criar", {0, 0, 2, 0}},
		{"cr\u00e9er", {0, 0, 2, 0}},
		{0},
	},
	['d'] = (const struct small_word[]){
		{"da", {0, 0, 1, 0}},
		{"dal", {0, 0, 2, 0}},
		{"dalla", {0, 0, 2, 0}},
		{"dans", {0, 0, 2, 0}},
		{"dari", {0, 0, 0, 0, 0, 2}},
		{"das", {0, 1, 1, 0}},
		{"de", {0, 0, 1, 1}},
		{"degli", {0, 0, 2, 0}},
		{"dei", {0, 0, 2, 0}},
		{"del", {0, 0, 2, 0}},
		{"dell", {0, 0, 2, 0}},
		{"della", {0, 0, 2, 0}},
		{"delle", {0, 0, 2, 0}},
		{"dem", {0, 2, 0, 0}},
		{"den", {0, 1, 0, 1}},
		{"dengan", {0, 0, 0, 0, 0, 2}},
		{"der", {0, 2, 0, 0}},
		{"des", {0, 0, 2, 0}},
		{"desarrollar", {0, 0, 2, 0}},
		{"desde", {0, 0, 2, 0}},
		{"det", {0, 0, 0, 1}},
		{"di", {0, 0, 1, 0}},
		{"die", {0, 1, 0, 0}},
		{"diminuir", {0, 0, 2, 0}},
		{"disminuir", {0, 0, 2, 0}},
		{"dla", {0, 0, 0, 0, 2}},
		{"do", {0, 0, 0, 0, 1}},
		{"dos", {0, 0, 1, 0}},
		{"doubler", {0, 0, 2, 0}},
		{"du", {0, 0, 2, 0}},
		{"durch", {0, 2, 0, 0}},
		{"durchf\u00fchren", {0, 2, 0, 0}},
		{"d\u00e9velopper", {0, 0, 2, 0}},
		{0},
	},
	['e'] = (const struct small_word[]){
		{"e", {0, 0, 1, 0}},
		{"een", {0, 0, 0, 2}},
		{"ein", {0, 2, 0, 0}},
		{"eine", {0, 2, 0, 0}},
		{"einem", {0, 2, 0, 0}},
		{"einen", {0, 2, 0, 0}},
		{"einer", {0, 2, 0, 0}},
		{"eines", {0, 2, 0, 0}},
		{"einf\u00fchren", {0, 2, 0, 0}},
		{"einstellen", {0, 2, 0, 0}},
		{"el", {0, 0, 1, 0}},
		{"em", {0, 0, 2, 0}},
		{"embaucher", {0, 0, 2, 0}},
		{"en", {0, 0, 1, 1}},
		{"entre", {0, 0, 2, 0}},
		{"entregar", {0, 0, 2, 0}},
		{"entro", {0, 0, 2, 0}},
		{"entwickeln", {0, 2, 0, 0}},
		{"erh\u00f6hen", {0, 2, 0, 0}},
		{"erreichen", {0, 2, 0, 0}},
		{"et", {0, 0, 1, 0}},
		{"etablieren", {0, 2, 0, 0}},
		{"every", {1, 0, 0, 0}},
		{"expandir", {0, 0, 2, 0}},
		{0},
	},
	['f'] = (const struct small_word[]){
		{"firmar", {0, 0, 2, 0}},
		{"firmare", {0, 0, 2, 0}},
		{"fler", {0, 0, 0, 2}},
		{"flere", {0, 0, 0, 2}},
		{"for", {1, 0, 0, 0}},
		{"forbedre", {0, 0, 0, 2}},
		{"formar", {0, 0, 2, 0}},
		{"formare", {0, 0, 2, 0}},
		{"former", {0, 0, 2, 0}},
		{"fra", {0, 0, 0, 2}},
		{"from", {1, 0, 0, 0}},
		{"fr\u00e5n", {0, 0, 0, 2}},
		{"f\u00f6r", {0, 0, 0, 2}},
		{"f\u00fcr", {0, 2, 0, 0}},
		{0},
	},
	['g'] = (const struct small_word[]){
		{"gagner", {0, 0, 2, 0}},
		{"generar", {0, 0, 2, 0}},
		{"gerar", {0, 0, 2, 0}},
		{"gewinne", {0, 2, 0, 0}},
		{"gewinnen", {0, 2, 0, 0}},
		{"gjennomf\u00f8re", {0, 0, 0, 2}},
		{"g\u00e9n\u00e9rer", {0, 0, 2, 0}},
		{0},
	},
	['h'] = (const struct small_word[]){
		{"haben", {0, 2, 0, 0}},
		{"halten", {0, 2, 0, 0}},
		{"hasta", {0, 0, 2, 0}},
		{"het", {0, 0, 0, 2}},
		{"hingga", {0, 0, 0, 0, 0, 2}},
		{"h\u00f6chstens", {0, 2, 0, 0}},
		{"h\u00f6ja", {0, 0, 0, 2}},
		{0},
	},
	['i'] = (const struct small_word[]){
		{"i", {0, 0, 0, 1}},
		{"identificar", {0, 0, 2, 0}},
		{"il", {0, 0, 1, 0}},
		{"im", {0, 1, 0, 0}},
		{"implementar", {0, 0, 2, 0}},
		{"incrementar", {0, 0, 2, 0}},
		{"is", {1, 0, 0, 0}},
		{"ist", {0, 1, 0, 0}},
		{0},
	},
	['j'] = (const struct small_word[]){
		{"je", {0, 2, 0, 0}},
		{0},
	},
	['l'] = (const struct small_word[]){
		{"la", {0, 0, 1, 0}},
		{"lancer", {0, 0, 2, 0}},
		{"lanciare", {0, 0, 2, 0}},
		{"lanzar", {0, 0, 2, 0}},
		{"lan\u00e7ar", {0, 0, 2, 0}},
		{"las", {0, 0, 1, 0}},
		{"le", {0, 0, 1, 0}},
		{"least", {1, 0, 0, 0}},
		{"les", {0, 0, 2, 0}},
		{"leurs", {0, 0, 2, 0}},
		{"liczb\u0119", {0, 0, 0, 0, 2}},
		{"llegar", {0, 0, 2, 0}},
		{"lograr", {0, 0, 2, 0}},
		{"los", {0, 0, 1, 0}},
		{0},
	},
	['m'] = (const struct small_word[]){
		{"maintenir", {0, 0, 2, 0}},
		{"mantener", {0, 0, 2, 0}},
		{"mantenere", {0, 0, 2, 0}},
		{"manter", {0, 0, 2, 0}},
		{"mejorar", {0, 0, 2, 0}},
		{"melhorar", {0, 0, 2, 0}},
		{"mencapai", {0, 0, 0, 0, 0, 2}},
		{"mengurangi", {0, 0, 0, 0, 0, 2}},
		{"meningkatkan", {0, 0, 0, 0, 0, 2}},
		{"menjadi", {0, 0, 0, 0, 0, 2}},
		{"menos", {0, 0, 2, 0}},
		{"menurunkan", {0, 0, 0, 0, 0, 2}},
		{"merekrut", {0, 0, 0, 0, 0, 2}},
		{"met", {0, 0, 0, 2}},
		{"migliorare", {0, 0, 2, 0}},
		{"mindestens", {0, 2, 0, 0}},
		{"mindst", {0, 0, 0, 2}},
		{"minimaal", {0, 0, 0, 2}},
		{"minimal", {0, 0, 0, 0, 0, 1}},
		{"minska", {0, 0, 0, 2}},
		{"minst", {0, 0, 0, 2}},
		{"minstens", {0, 0, 0, 2}},
		{"mit", {0, 2, 0, 0}},
		{"moins", {0, 0, 2, 0}},
		{"mois", {0, 0, 2, 0}},
		{"m\u00e1s", {0, 0, 2, 0}},
		{0},
	},
	['n'] = (const struct small_word[]){
		{"na", {0, 0, 1, 0}},
		{"naar", {0, 0, 0, 2}},
		{"nach", {0, 2, 0, 0}},
		{"nas", {0, 0, 2, 0}},
		{"nel", {0, 0, 2, 0}},
		{"nella", {0, 0, 2, 0}},
		{"neue", {0, 2, 0, 0}},
		{"neuen", {0, 2, 0, 0}},
		{"neuer", {0, 2, 0, 0}},
		{"neues", {0, 2, 0, 0}},
		{"nicht", {0, 2, 0, 0}},
		{"nieuwe", {0, 0, 0, 2}},
		{"nos", {0, 0, 2, 0}},
		{"nossa", {0, 0, 2, 0}},
		{"nosso", {0, 0, 2, 0}},
		{"nostra", {0, 0, 2, 0}},
		{"nostro", {0, 0, 2, 0}},
		{"notre", {0, 0, 2, 0}},
		{"nouveau", {0, 0, 2, 0}},
		{"nouveaux", {0, 0, 2, 0}},
		{"nouvelles", {0, 0, 2, 0}},
		{"novas", {0, 0, 2, 0}},
		{"novos", {0, 0, 2, 0}},
		{"nov\u00fdch", {0, 0, 0, 0, 2}},
		{"nowych", {0, 0, 0, 0, 2}},
		{"nuestra", {0, 0, 2, 0}},
		{"nuestras", {0, 0, 2, 0}},
		{"nuestro", {0, 0, 2, 0}},
		{"nuestros", {0, 0, 2, 0}},
		{"nuevas", {0, 0, 2, 0}},
		{"nuevos", {0, 0, 2, 0}},
		{"nuove", {0, 0, 2, 0}},
		{"nuovi", {0, 0, 2, 0}},
		{"nutzen", {0, 2, 0, 0}},
		{"nya", {0, 0, 0, 2}},
		{"nye", {0, 0, 0, 2}},
		{"n\u00e5", {0, 0, 0, 2}},
		{0},
	},
	['o'] = (const struct small_word[]){
		{"obtener", {0, 0, 2, 0}},
		{"obtenir", {0, 0, 2, 0}},
		{"obter", {0, 0, 2, 0}},
		{"och", {0, 0, 0, 2}},
		{"od", {0, 0, 0, 0, 1}},
		{"oder", {0, 2, 0, 0}},
		{"of", {1, 0, 0, 0}},
		{"og", {0, 0, 0, 2}},
		{"ogni", {0, 0, 2, 0}},
		{"ohne", {0, 2, 0, 0}},
		{"ons", {0, 0, 0, 2}},
		{"onze", {0, 0, 0, 2}},
		{"op", {0, 0, 0, 1}},
		{"oppn\u00e5", {0, 0, 0, 2}},
		{"oraz", {0, 0, 0, 0, 2}},
		{"organiser", {0, 0, 2, 0}},
		{"organizzare", {0, 0, 2, 0}},
		{"os", {0, 0, 1, 0}},
		{"our", {1, 0, 0, 0}},
		{"ouvrir", {0, 0, 2, 0}},
		{0},
	},
	['p'] = (const struct small_word[]){
		{"pada", {0, 0, 0, 0, 0, 2}},
		{"par", {0, 0, 1, 0}},
		{"para", {0, 0, 2, 0}},
		{"pasar", {0, 0, 2, 0}},
		{"passer", {0, 0, 2, 0}},
		{"pela", {0, 0, 2, 0}},
		{"pelas", {0, 0, 2, 0}},
		{"pelo", {0, 0, 2, 0}},
		{"per", {0, 0, 1, 1}},
		{"pi\u00f9", {0, 0, 2, 0}},
		{"por", {0, 0, 1, 0}},
		{"portare", {0, 0, 2, 0}},
		{"pour", {0, 0, 2, 0}},
		{"poziom", {0, 0, 0, 0, 2}},
		{"po\u010det", {0, 0, 0, 0, 2}},
		{"pro", {0, 2, 0, 0}},
		{"przez", {0, 0, 0, 0, 2}},
		{"publicar", {0, 0, 2, 0}},
		{"publier", {0, 0, 2, 0}},
		{"p\u00e5", {0, 0, 0, 2}},
		{"p\u0159i", {0, 0, 0, 0, 2}},
		{0},
	},
	['q'] = (const struct small_word[]){
		{"que", {0, 0, 1, 0}},
		{0},
	},
	['r'] = (const struct small_word[]){
		{"raggiungere", {0, 0, 2, 0}},
		{"realizar", {0, 0, 2, 0}},
		{"recruter", {0, 0, 2, 0}},
		{"reducere", {0, 0, 0, 2}},
		{"reducir", {0, 0, 2, 0}},
		{"redusere", {0, 0, 0, 2}},
		{"reduzieren", {0, 2, 0, 0}},
		{"reduzir", {0, 0, 2, 0}},
		{"ridurre", {0, 0, 2, 0}},
		{"roku", {0, 0, 0, 0, 2}},
		{"r\u00e9duire", {0, 0, 2, 0}},
		{0},
	},
	['s'] = (const struct small_word[]){
		{"sans", {0, 0, 2, 0}},
		{"schulen", {0, 2, 0, 0}},
		{"sebesar", {0, 0, 0, 0, 0, 2}},
		{"sem", {0, 0, 2, 0}},
		{"senken", {0, 2, 0, 0}},
		{"ser", {0, 0, 2, 0}},
		{"signer", {0, 0, 2, 0}},
		{"sind", {0, 2, 0, 0}},
		{"soit", {0, 0, 2, 0}},
		{"sowie", {0, 2, 0, 0}},
		{"steigern", {0, 2, 0, 0}},
		{"subir", {0, 0, 2, 0}},
		{"sumar", {0, 0, 2, 0}},
		{"sur", {0, 0, 2, 0}},
		{"sviluppare", {0, 0, 2, 0}},
		{"s\u00e4nka", {0, 0, 0, 2}},
		{0},
	},
	['t'] = (const struct small_word[]){
		{"te", {0, 0, 0, 1}},
		{"tenminste", {0, 0, 0, 2}},
		{"ter", {0, 0, 2, 0}},
		{"than", {1, 0, 0, 0}},
		{"the", {1, 0, 0, 0}},
		{"til", {0, 0, 0, 2}},
		{"till", {0, 0, 0, 2}},
		{"to", {1, 0, 0, 0}},
		{"treinar", {0, 0, 2, 0}},
		{0},
	},
	['u'] = (const struct small_word[]){
		{"uit", {0, 0, 0, 2}},
		{"um", {0, 1, 0, 0}},
		{"uma", {0, 0, 2, 0}},
		{"umsetzen", {0, 2, 0, 0}},
		{"un", {0, 0, 1, 0}},
		{"una", {0, 0, 2, 0}},
		{"und", {0, 2, 0, 0}},
		{"une", {0, 0, 2, 0}},
		{"unter", {0, 2, 0, 0}},
		{"untuk", {0, 0, 0, 0, 0, 2}},
		{0},
	},
	['v'] = (const struct small_word[]){
		{"van", {0, 0, 0, 1}},
		{"vender", {0, 0, 2, 0}},
		{"verbessern", {0, 2, 0, 0}},
		{"verhogen", {0, 0, 0, 2}},
		{"verhoog", {0, 0, 0, 2}},
		{"verlaag", {0, 0, 0, 2}},
		{"verlagen", {0, 0, 0, 2}},
		{"verminder", {0, 0, 0, 2}},
		{"ver\u00f6ffentlichen", {0, 2, 0, 0}},
		{"vom", {0, 2, 0, 0}},
		{"von", {0, 2, 0, 0}},
		{"voor", {0, 0, 0, 2}},
		{"vores", {0, 0, 0, 2}},
		{"v\u00e5ra", {0, 0, 0, 2}},
		{"v\u00e5re", {0, 0, 0, 2}},
		{0},
	},
	['w'] = (const struct small_word[]){
		{"weitere", {0, 2, 0, 0}},
		{"werden", {0, 2, 0, 0}},
		{"wie", {0, 2, 0, 0}},
		{"wij", {0, 0, 0, 2}},
		{"wird", {0, 2, 0, 0}},
		{"with", {1, 0, 0, 0}},
		{0},
	},
	['y'] = (const struct small_word[]){
		{"y", {0, 0, 1, 0}},
		{"yang", {0, 0, 0, 0, 0, 2}},
		{0},
	},
	['z'] = (const struct small_word[]){
		{"z", {0, 0, 0, 0, 1}},
		{"zijn", {0, 0, 0, 2}},
		{"zum", {0, 2, 0, 0}},
		{"zur", {0, 2, 0, 0}},
		{0},
	},
	['k'] = (const struct small_word[]){
		{"kwartale", {0, 0, 0, 0, 2}},
		{0},
	},
	[0xc3] = (const struct small_word[]){
		{"\u00e0", {0, 0, 1, 0}},
		{"\u00f6ka", {0, 0, 0, 2}},
		{"\u00f8ge", {0, 0, 0, 2}},
		{"\u00f8ke", {0, 0, 0, 2}},
		{"\u00fcber", {0, 2, 0, 0}},
		{0},
	},
};

/* "r\u00e9unions", "satisfacci\u00f3n": letters that English borrows rarely;
 * "integrazioni": an ending that it does not have. */
static size_t foreignness(struct str word)
{
	static const char *const LETTERS[] = {"\u00e9", "\u00e8", "\u00ea",
		"\u00e7", "\u00e0", "\u00f1", "\u00f3", "\u00ed", "\u00e1",
		"\u00e3", "\u00f5", "\u00fa", "\u00e2", "\u00f4"};

	if (!str_has_high(word))
		return str_ends(word, "zioni") || str_ends(word, "ciones")
			       ? ENOUGH
			       : 0;
	for (size_t i = 0; i < COUNT_OF(LETTERS); i++)
		if (str_find(word, str_of(LETTERS[i])) != STR_NONE)
			return 1;
	return 0;
}

/* Letters and pairs of letters that tell where a word is from. */
static enum tongue tongue_of_letters(struct str word)
{
	static const char *const POLISH[] = {"\u0142", "\u017c", "\u015b",
		"\u0107", "\u0105", "\u0119", "\u0144", "\u017a", "\u0159",
		"\u016f", "\u011b", "\u010d", "\u0161", "\u017e"};
	unsigned char lead = (unsigned char)word.p[0];

	if (lead == 0xd0 || lead == 0xd1)
		return TONGUE_SLAVIC;
	for (size_t i = 0; i + 1 < word.n; i++) {
		lead = (unsigned char)word.p[i];
		if (lead == 0xe1 &&
			((unsigned char)word.p[i + 1] & 0xfe) == 0xba)
			return TONGUE_VIET;
		if (lead == 0xc4 || lead == 0xc5)
			for (size_t k = 0; k < COUNT_OF(POLISH); k++)
				if (str_starts(str_sub(word, i, word.n),
					    POLISH[k]))
					return TONGUE_SLAVIC;
	}
	return TONGUE_ENGLISH;
}

/* What the letters of a word say. */
static void add_letters(const struct token *x, bool small, size_t *score)
{
	enum tongue tongue;

	if (x->kind != TOKEN_WORD)
		return;
	tongue = str_has_high(x->text) ? tongue_of_letters(x->text)
				       : TONGUE_ENGLISH;
	if (tongue)
		score[tongue] += ENOUGH;
	else if (!small)
		score[TONGUE_ROMANCE] += foreignness(x->text);
}

/* What the word of a token says for each tongue, or NULL. */
static const unsigned char *says(const struct token *x)
{
	const struct small_word *w;

	if (x->kind != TOKEN_WORD)
		return NULL;
	for (w = WORDS[str_letter(x->text)]; w && w->text; w++)
		if (str_iis(x->text, w->text))
			return w->says;
	return NULL;
}

enum tongue tongue_of(const struct tokens *t)
{
	size_t best = ENOUGH - 1, score[TONGUES] = {0};
	enum tongue tongue = TONGUE_ENGLISH;

	for (size_t i = 0; i < t->n; i++) {
		const unsigned char *here = says(&t->v[i]);

		for (size_t k = 0; here && k < TONGUES; k++)
			score[k] += here[k];
		add_letters(&t->v[i], here && here[TONGUE_ROMANCE], score);
	}
	/* Letters of its own outweigh those it shares with French. */
	if (score[TONGUE_VIET])
		score[TONGUE_ROMANCE] = 0;
	for (size_t k = TONGUE_ENGLISH + 1; k < TONGUES; k++) {
		if (score[k] <= best || score[k] <= 2 * score[TONGUE_ENGLISH])
			continue;
		best = score[k];
		tongue = (enum tongue)k;
	}
	return tongue;
}

bool tongue_is_small(const struct tokens *t, size_t i)
{
	const unsigned char *here = i < t->n ? says(&t->v[i]) : NULL;

	return here && t->tongue != TONGUE_ENGLISH && here[t->tongue];
}
