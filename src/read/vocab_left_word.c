/*
 * Words that make a short title one of a guide, of examples or of lessons,
 * wherever they stand in it.
 */
#include "mark_p.h"
#include "talk_p.h"

#include "attr.h"

// clang-format off
static const char *const *const INSIDE[256] = {
	['a'] = (const char *const[]){"assignment objectives", "anti-patterns",
		NULL},
	['b'] = (const char *const[]){"best practices", "beispiel", "beispiele", NULL},
	['c'] = (const char *const[]){"course objectives",
		"challenge objectives", NULL},
	['e'] = (const char *const[]){"example", "examples", "ejemplo", "ejemplos", "exemplos", "exemples", "esempi",
		"exemplo", "exemple", "esempio", NULL},
	['f'] = (const char *const[]){"findings", "faq", "faqs",
		"for information only", NULL},
	['g'] = (const char *const[]){"glossary", "guidelines", "guidance",
		NULL},
	['h'] = (const char *const[]){"hallazgos", NULL},
	['i'] = (const char *const[]){"instructional objectives", NULL},
	['l'] = (const char *const[]){"learning objectives",
		"learning objective", "learning outcomes", "learning goals",
		"lesson objectives", "lab objectives", "leerdoelen", NULL},
	['m'] = (const char *const[]){"meeting objectives",
		"monitoring only", NULL},
	['n'] = (const char *const[]){"no target", "no targets",
		"not targets", NULL},
	['o'] = (const char *const[]){"objetivos de aprendizaje",
		"objetivos de aprendizagem", "objectifs p\u00e9dagogiques",
		"objectifs d'apprentissage", "obiettivi di apprendimento",
		"ohne ziel", "ohne zielwert", "ohne zielwerte", NULL},
	['q'] = (const char *const[]){"quest objectives", NULL},
	['r'] = (const char *const[]){"resultados de aprendizaje",
		"resultados de aprendizagem", NULL},
	['s'] = (const char *const[]){"session objectives", "sin meta",
		"sans cible", "sans objectif", "sem meta", "senza obiettivo",
		"service level objectives", "service level objective",
		"service-level objectives", NULL},
	['t'] = (const char *const[]){"template", "templates",
		"teaching objectives", NULL},
	['v'] = (const char *const[]){"voorbeeld", "voorbeelden", NULL},
	['w'] = (const char *const[]){"watch indicators", "watch metrics",
		"watched metrics", "without target", "without targets", NULL},
	[0xe3] = (const char *const[]){"\u30c6\u30f3\u30d7\u30ec",
		"\u30b5\u30f3\u30d7\u30eb", "\u3068\u306f", NULL},
	[0xe4] = (const char *const[]){"\u4f8b\uff09", "\u4ecb\u7ecd", NULL},
	[0xe5] = (const char *const[]){"\u5b66\u4e60\u76ee\u6807",
		"\u5b78\u7fd2\u76ee\u6a19", "\u5b66\u7fd2\u76ee\u6a19",
		"\u5de5\u4f5c\u6d41", "\u53d8\u66f4", "\u539f\u5247", NULL},
	[0xe6] = (const char *const[]){"\u6559\u5b66\u76ee\u6807",
		"\u6559\u5b78\u76ee\u6a19", "\u66f8\u304d\u65b9",
		"\u65e5\u5fd7", "\u65b9\u6cd5", "\u6307\u5357", NULL},
	[0xe7] = (const char *const[]){"\u7b80\u4ecb", NULL},
	[0xe8] = (const char *const[]){"\u8bfe\u7a0b\u76ee\u6807",
		"\u8ab2\u7a0b\u76ee\u6a19", "\u8fdb\u5c55", "\u8bb0\u5f55",
		NULL},
	[0xea] = (const char *const[]){"\uad6c\uc870", "\uac1c\ub150",
		"\uac00\uc774\ub4dc", NULL},
	[0xeb] = (const char *const[]){"\ubc29\ubc95", "\ub2e8\uc810", NULL},
	[0xec] = (const char *const[]){"\uc774\ub780", "\uc218\ub9bd",
		"\uc608\uc2dc", "\uc7a5\uc810", "\uc791\uc131", "\uc6d0\uce59",
		"\uc774\ub780?", NULL},
	[0xed] = (const char *const[]){"\ud559\uc2b5 \ubaa9\ud45c",
		"\ud559\uc2b5\ubaa9\ud45c", "\ud2b9\uc9d5",
		"\ud558\ub824\uba74", NULL},
};
// clang-format on

/* "OKR examples", "Guidelines": of a few words, and no aim. */
bool vocab_has_left_word(struct str title)
{
	enum { SHORT = 6 };

	return vocab_has_any(title, INSIDE) && str_words(title) <= SHORT &&
	       !talk_begins_aim(title);
}

bool vocab_names_examples(struct str title)
{
	static const char *const WORDS[] = {"example", "examples", "sample",
		"samples", "beispiel", "beispiele", "ejemplo", "ejemplos",
		"exemplo", "exemplos", "exemple", "exemples", "esempio",
		"esempi", "voorbeeld", "voorbeelden", "exempel",
		"\u043f\u0440\u0438\u043c\u0435\u0440",
		"\u043f\u0440\u0438\u043c\u0435\u0440\u044b",
		"\u041f\u0440\u0438\u043c\u0435\u0440\u044b", "przyk\u0142ady",
		"\u00f6rnekleri", "contoh", NULL};
	static const char *const SIGNS[] = {"\u793a\u4f8b", "\u6848\u4f8b",
		"\u4f8b\u5b50", "\u8303\u4f8b", "\uc608\uc2dc",
		"\u30b5\u30f3\u30d7\u30eb", "\u5177\u4f53\u4f8b", "-beispiele"};

	if (vocab_has_listed(title, WORDS))
		return true;
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_ifind(title, str_of(SIGNS[i])) != STR_NONE)
			return true;
	}
	return false;
}
