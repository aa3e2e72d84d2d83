/*
 * The language of a line, told by its small words.  Words that English has
 * too, or that stand in names, need company.
 */
#include "lex_p.h"

enum { ENOUGH = 2 };

/* Two of these weak ones, or one strong one, are enough. */
struct small_words {
	enum tongue tongue;
	const char *const *strong, *const *weak;
};

static const char *const GERMAN[] = {"und", "der", "von", "f\u00fcr", "auf",
	"mit", "bis", "neue", "neuer", "neuen", "neues", "zum", "zur", "dem",
	"alle", "aller", "pro", "unter", "wird", "werden", "mindestens",
	"h\u00f6chstens", "\u00fcber", "je", "nutzen", "haben", "gewinnen",
	"steigern", "senken", "erh\u00f6hen", "weitere", "halten",
	"durchf\u00fchren", "umsetzen", "schulen", "aufbauen",
	"ver\u00f6ffentlichen", "einstellen", "sind", "vom", "durch", "einer",
	"eine", "eines", "aktive", "erreichen", "pro", "ab", "nach", NULL};
static const char *const GERMAN_WEAK[] = {
	"die", "das", "den", "im", "am", "um", "an", "ist", NULL};
static const char *const ROMANCE[] = {"des", "du", "les", "pour", "dans",
	"avec", "sur", "une", "aux", "nouveaux", "nouvelles", "nouveau", "para",
	"con", "del", "una", "m\u00e1s", "nuevos", "nuevas", "novos", "novas",
	"uma", "pelo", "ao", "della", "delle", "dei", "degli", "nuovi", "nuove",
	"almeno", "menos", "cada", "chaque", "moins", "ogni", "entre",
	"r\u00e9duire", "augmenter", "atteindre", "former", "recruter",
	"signer", "publier", "lancer", "aumentar", "reducir", "reduzir",
	"lograr", "formar", "contratar", "alcanzar", "publicar", "realizar",
	"conseguir", "aumentare", "ridurre", "raggiungere", "lanzar", "firmar",
	"obtener", "abrir", "capacitar", "organiser", "former", "ouvrir", "nos",
	"mois", "soit", "formare", "entro", "assumere", "aprire", "firmare",
	"llegar", "subir", "bajar", "mejorar", "mantener", "disminuir",
	"incrementar", "ampliar", "pasar", "captar", "sumar", "entregar",
	"cerrar", "vender", "melhorar", "atingir", "alcan\u00e7ar", "treinar",
	"diminuir", "passer", "am\u00e9liorer", "maintenir", "obtenir",
	"gagner", "doubler", "portare", "migliorare", "mantenere",
	"organizzare", "lanciare", "acquisire", "embaucher", NULL};
static const char *const ROMANCE_WEAK[] = {"de", "la", "le", "el", "los", "las",
	"et", "un", "por", "par", "en", "com", "per", "di", "il", "al", "y",
	"e", "da", "dos", "das", "os", "as", "\u00e0", "au", "que", NULL};
static const char *const NORTHERN[] = {"van", "naar", "het", "een", "met",
	"voor", "nieuwe", "minstens", "til", "fra", "og", "nye", "fr\u00e5n",
	"till", "och", "f\u00f6r", "minst", "nya", "flere", "fler", "minimaal",
	"tenminste", "uit", "zijn", "p\u00e5", "av", "\u00f8ke", "\u00f8ge",
	"redusere", "n\u00e5", "oppn\u00e5", "s\u00e4nka", "h\u00f6ja",
	"forbedre", "andelen", "antall", "antal", "gjennomf\u00f8re", "binnen",
	"mindst", "reducere", "\u00f6ka", "minska", "verhogen", "verlagen",
	NULL};
static const char *const NORTHERN_WEAK[] = {
	"de", "en", "den", "det", "i", "af", "per", "op", "te", NULL};

static const struct small_words TABLE[] = {
	{TONGUE_GERMAN, GERMAN, GERMAN_WEAK},
	{TONGUE_ROMANCE, ROMANCE, ROMANCE_WEAK},
	{TONGUE_NORTHERN, NORTHERN, NORTHERN_WEAK},
};

/* English words that settle it. */
static const char *const ENGLISH[] = {"the", "of", "to", "with", "our", "from",
	"and", "by", "for", "at", "is", "are", "than", "all", "every", "least",
	NULL};

/* "r\u00e9unions", "satisfacci\u00f3n": letters that English borrows rarely. */
static bool is_accented(const struct token *x)
{
	static const char *const LETTERS[] = {"\u00e9", "\u00e8", "\u00ea",
		"\u00e7", "\u00e0", "\u00f1", "\u00f3", "\u00ed", "\u00e1",
		"\u00e3", "\u00f5", "\u00fa"};

	if (x->kind != TOKEN_WORD)
		return false;
	for (size_t i = 0; i < COUNT_OF(LETTERS); i++)
		if (str_find(x->text, str_of(LETTERS[i])) != STR_NONE)
			return true;
	return false;
}

enum tongue tongue_of(const struct tokens *t)
{
	size_t best = ENOUGH - 1, english = 0;
	enum tongue tongue = TONGUE_ENGLISH;

	for (size_t i = 0; i < t->n; i++)
		english += lex_is_any(t, i, ENGLISH);
	for (size_t k = 0; k < COUNT_OF(TABLE); k++) {
		size_t score = 0;

		for (size_t i = 0; i < t->n; i++)
			score += lex_is_any(t, i, TABLE[k].strong) ? 2
				 : lex_is_any(t, i, TABLE[k].weak) ? 1
				 : TABLE[k].tongue == TONGUE_ROMANCE
					 ? is_accented(&t->v[i])
					 : 0;
		if (score <= best || score <= 2 * english)
			continue;
		best = score;
		tongue = TABLE[k].tongue;
	}
	return tongue;
}

bool tongue_is_small(const struct tokens *t, size_t i)
{
	for (size_t k = 0; k < COUNT_OF(TABLE); k++)
		if (TABLE[k].tongue == t->tongue)
			return lex_is_any(t, i, TABLE[k].strong) ||
			       lex_is_any(t, i, TABLE[k].weak);
	return false;
}
