/*
 * The words of results in the languages that verdict_words_other.c does not
 * have.
 */
#include "verdict_p.h"

// clang-format off
const struct verdict_phrase *const VERDICT_PHRASES_FAR[256] = {
	['a'] = (const struct verdict_phrase[]){
		{"am\u00e2nat", RESULT_DEFERRED, ANY},
		{"anulat", RESULT_NA, ANY},
		{0},
	},
	['b'] = (const struct verdict_phrase[]){
		{"befejezve", RESULT_DONE, ALONE},
		{"blocat", RESULT_BLOCKED, ANY},
		{"blokkolva", RESULT_BLOCKED, ANY},
		{0},
	},
	['d'] = (const struct verdict_phrase[]){
		{"dokon\u010den\u00e9", RESULT_DONE, ALONE},
		{0},
	},
	['e'] = (const struct verdict_phrase[]){
		{"elk\u00e9sz\u00fclt", RESULT_DONE, ALONE},
		{"elhalasztva", RESULT_DEFERRED, ANY},
		{0},
	},
	['f'] = (const struct verdict_phrase[]){
		{"finalizat", RESULT_DONE, ALONE},
		{"finalizat\u0103", RESULT_DONE, ALONE},
		{"folyamatban", RESULT_WIP, ANY},
		{0},
	},
	['h'] = (const struct verdict_phrase[]){
		{"hotov\u00e9", RESULT_DONE, ALONE},
		{0},
	},
	['i'] = (const struct verdict_phrase[]){
		{"ispunjeno", RESULT_DONE, ALONE},
		{0},
	},
	['k'] = (const struct verdict_phrase[]){
		{"k\u00e9sz", RESULT_DONE, ALONE},
		{0},
	},
	['m'] = (const struct verdict_phrase[]){
		{"m\u00e9g nem kezd\u0151d\u00f6tt", RESULT_NOT_STARTED, ANY},
		{0},
	},
	['n'] = (const struct verdict_phrase[]){
		{"nem kezd\u0151d\u00f6tt el", RESULT_NOT_STARTED, ANY},
		{"nem indult", RESULT_NOT_STARTED, ANY},
		{"ne\u00eenceput", RESULT_NOT_STARTED, ANY},
		{"nu a \u00eenceput", RESULT_NOT_STARTED, ANY},
		{"nezah\u00e1jen\u00e9", RESULT_NOT_STARTED, ANY},
		{"nije zapo\u010deto", RESULT_NOT_STARTED, ANY},
		{0},
	},
	['o'] = (const struct verdict_phrase[]){
		{"odlo\u017een\u00e9", RESULT_DEFERRED, ANY},
		{"odgo\u0111eno", RESULT_DEFERRED, ANY},
		{0},
	},
	['p'] = (const struct verdict_phrase[]){
		{"prebieha", RESULT_WIP, ANY},
		{0},
	},
	['r'] = (const struct verdict_phrase[]){
		{"realizat", RESULT_DONE, ALONE},
		{0},
	},
	['s'] = (const struct verdict_phrase[]){
		{"splnen\u00e9", RESULT_DONE, ALONE},
		{0},
	},
	['t'] = (const struct verdict_phrase[]){
		{"teljes\u00fclt", RESULT_DONE, ALONE},
		{"teljes\u00edtve", RESULT_DONE, ALONE},
		{"toteutunut", RESULT_DONE, ALONE},
		{"t\u00f6r\u00f6lve", RESULT_NA, ANY},
		{0},
	},
	['u'] = (const struct verdict_phrase[]){
		{"u tijeku", RESULT_WIP, ANY},
		{0},
	},
	['z'] = (const struct verdict_phrase[]){
		{"zavr\u0161eno", RESULT_DONE, ALONE},
		{0},
	},
	[0xc3] = (const struct verdict_phrase[]){
		{"\u00eendeplinit", RESULT_DONE, ALONE},
		{"\u00een curs", RESULT_WIP, ANY},
		{"\u00een desf\u0103\u0219urare", RESULT_WIP, ANY},
		{"\u00een lucru", RESULT_WIP, ANY},
		{0},
	},
	[0xce] = (const struct verdict_phrase[]){
		{"\u03bf\u03bb\u03bf\u03ba\u03bb\u03b7\u03c1\u03ce\u03b8\u03b7\u03ba" "\u03b5", RESULT_DONE, ALONE},
		{"\u03bf\u03bb\u03bf\u03ba\u03bb\u03b7\u03c1\u03c9\u03bc\u03ad\u03bd" "\u03bf", RESULT_DONE, ALONE},
		{"\u03b5\u03c0\u03b9\u03c4\u03b5\u03cd\u03c7\u03b8\u03b7\u03ba\u03b5", RESULT_DONE, ALONE},
		{"\u03b4\u03b5\u03bd \u03be\u03b5\u03ba\u03af\u03bd\u03b7\u03c3\u03b5", RESULT_NOT_STARTED, ANY},
		{"\u03b4\u03b5\u03bd \u03ad\u03c7\u03b5\u03b9 " "\u03be\u03b5\u03ba\u03b9\u03bd\u03ae\u03c3\u03b5\u03b9", RESULT_NOT_STARTED, ANY},
		{"\u03bc\u03c0\u03bb\u03bf\u03ba\u03b1\u03c1\u03b9\u03c3\u03bc\u03ad" "\u03bd\u03bf", RESULT_BLOCKED, ANY},
		{"\u03b1\u03bd\u03b1\u03b2\u03bb\u03ae\u03b8\u03b7\u03ba\u03b5", RESULT_DEFERRED, ANY},
		{"\u03b1\u03ba\u03c5\u03c1\u03ce\u03b8\u03b7\u03ba\u03b5", RESULT_NA, ANY},
		{0},
	},
	[0xcf] = (const struct verdict_phrase[]){
		{"\u03c3\u03b5 \u03b5\u03be\u03ad\u03bb\u03b9\u03be\u03b7", RESULT_WIP, ANY},
		{0},
	},
	[0xd0] = (const struct verdict_phrase[]){
		{"\u0438\u0437\u043f\u044a\u043b\u043d\u0435\u043d\u043e", RESULT_DONE, ALONE},
		{"\u0437\u0430\u0432\u044a\u0440\u0448\u0435\u043d\u043e", RESULT_DONE, ALONE},
		{"\u0432\u0438\u043a\u043e\u043d\u0443\u0454\u0442\u044c\u0441\u044f", RESULT_WIP, ANY},
		{"\u0432 \u043f\u0440\u043e\u0446\u0435\u0441", RESULT_WIP, ANY},
		{"\u043d\u0435 \u0440\u043e\u0437\u043f\u043e\u0447\u0430\u0442\u043e", RESULT_NOT_STARTED, ANY},
		{"\u043d\u0435 \u043f\u043e\u0447\u0430\u0442\u043e", RESULT_NOT_STARTED, ANY},
		{"\u043d\u0435 \u0435 " "\u0437\u0430\u043f\u043e\u0447\u043d\u0430\u0442\u043e", RESULT_NOT_STARTED, ANY},
		{"\u043d\u0435 \u043d\u0430\u0447\u0430\u0442\u043e", RESULT_NOT_STARTED, ANY},
		{0},
	},
	[0xd1] = (const struct verdict_phrase[]){
		{"\u0443 \u043f\u0440\u043e\u0446\u0435\u0441\u0456", RESULT_WIP, ANY},
		{0},
	},
	[0xd7] = (const struct verdict_phrase[]){
		{"\u05d4\u05d5\u05e9\u05dc\u05dd", RESULT_DONE, ALONE},
		{"\u05d4\u05e1\u05ea\u05d9\u05d9\u05dd", RESULT_DONE, ALONE},
		{"\u05d1\u05ea\u05d4\u05dc\u05d9\u05da", RESULT_WIP, ANY},
		{"\u05d1\u05d1\u05d9\u05e6\u05d5\u05e2", RESULT_WIP, ANY},
		{"\u05dc\u05d0 \u05d4\u05ea\u05d7\u05d9\u05dc", RESULT_NOT_STARTED, ANY},
		{"\u05d8\u05e8\u05dd \u05d4\u05ea\u05d7\u05d9\u05dc", RESULT_NOT_STARTED, ANY},
		{"\u05d7\u05e1\u05d5\u05dd", RESULT_BLOCKED, ANY},
		{"\u05e0\u05d3\u05d7\u05d4", RESULT_DEFERRED, ANY},
		{"\u05d1\u05d5\u05d8\u05dc", RESULT_NA, ANY},
		{0},
	},
	[0xd8] = (const struct verdict_phrase[]){
		{"\u062a\u0645 \u0627\u0644\u0625\u0646\u062c\u0627\u0632", RESULT_DONE, ALONE},
		{"\u062c\u0627\u0631\u064a", RESULT_WIP, ANY},
		{"\u062c\u0627\u0631\u064d", RESULT_WIP, ANY},
		{0},
	},
	[0xd9] = (const struct verdict_phrase[]){
		{"\u0645\u0646\u062c\u0632", RESULT_DONE, ALONE},
		{"\u0642\u064a\u062f \u0627\u0644\u062a\u0646\u0641\u064a\u0630", RESULT_WIP, ANY},
		{"\u0642\u064a\u062f \u0627\u0644\u0639\u0645\u0644", RESULT_WIP, ANY},
		{"\u0644\u0645 \u064a\u0628\u062f\u0623", RESULT_NOT_STARTED, ANY},
		{"\u0644\u0645 \u064a\u0628\u062f\u0623 \u0628\u0639\u062f", RESULT_NOT_STARTED, ANY},
		{"\u0645\u062d\u0638\u0648\u0631", RESULT_BLOCKED, ANY},
		{"\u0645\u062a\u0648\u0642\u0641", RESULT_BLOCKED, ANY},
		{"\u0645\u0624\u062c\u0644", RESULT_DEFERRED, ANY},
		{"\u0645\u0644\u063a\u0649", RESULT_NA, ANY},
		{0},
	},
	[0xe0] = (const struct verdict_phrase[]){
		{"\u092a\u0942\u0930\u094d\u0923", RESULT_DONE, ALONE},
		{"\u092a\u0942\u0930\u093e", RESULT_DONE, ALONE},
		{"\u092a\u0942\u0930\u093e \u0939\u0941\u0906", RESULT_DONE, ALONE},
		{"\u0e40\u0e2a\u0e23\u0e47\u0e08\u0e2a\u0e34\u0e49\u0e19", RESULT_DONE, ALONE},
		{"\u092a\u094d\u0930\u0917\u0924\u093f \u092e\u0947\u0902", RESULT_WIP, ANY},
		{"\u092a\u094d\u0930\u0917\u0924\u093f \u092a\u0930", RESULT_WIP, ANY},
		{"\u091c\u093e\u0930\u0940", RESULT_WIP, ANY},
		{"\u0e01\u0e33\u0e25\u0e31\u0e07\u0e14\u0e33\u0e40\u0e19\u0e34\u0e19" "\u0e01\u0e32\u0e23", RESULT_WIP, ANY},
		{"\u0936\u0941\u0930\u0942 \u0928\u0939\u0940\u0902 \u0939\u0941\u0906", RESULT_NOT_STARTED, ANY},
		{"\u0936\u0941\u0930\u0942 \u0928\u0939\u0940\u0902", RESULT_NOT_STARTED, ANY},
		{"\u0e22\u0e31\u0e07\u0e44\u0e21\u0e48\u0e40\u0e23\u0e34\u0e48\u0e21", RESULT_NOT_STARTED, ANY},
		{"\u0e22\u0e31\u0e07\u0e44\u0e21\u0e48\u0e44\u0e14\u0e49\u0e40\u0e23" "\u0e34\u0e48\u0e21", RESULT_NOT_STARTED, ANY},
		{"\u0905\u0935\u0930\u0941\u0926\u094d\u0927", RESULT_BLOCKED, ANY},
		{"\u0e15\u0e34\u0e14\u0e02\u0e31\u0e14", RESULT_BLOCKED, ANY},
		{"\u0938\u094d\u0925\u0917\u093f\u0924", RESULT_DEFERRED, ANY},
		{"\u0e40\u0e25\u0e37\u0e48\u0e2d\u0e19", RESULT_DEFERRED, ANY},
		{"\u0930\u0926\u094d\u0926", RESULT_NA, ANY},
		{"\u0e22\u0e01\u0e40\u0e25\u0e34\u0e01", RESULT_NA, ANY},
		{0},
	},
	[0xeb] = (const struct verdict_phrase[]){
		{"\ubbf8\uc9c4\ud589", RESULT_NOT_STARTED, ANY},
		{0},
	},
	[0xec] = (const struct verdict_phrase[]){
		{"\uc2dc\uc791 \uc804", RESULT_NOT_STARTED, ANY},
		{"\uc2dc\uc791 \uc548 \ud568", RESULT_NOT_STARTED, ANY},
		{0},
	},
};
// clang-format on
