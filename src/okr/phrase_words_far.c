/*
 * Comparing phrases that begin with any other letter, and those that stand
 * behind a quantity.
 */
#include "phrase_words_p.h"

const struct phrase *const PHRASES_FAR[256] = {
	[0xc3] =
		(const struct phrase[]){
			{{"\u00edt", "h\u01a1n"}, CMP_LT},
			{{"\u00e5tminstone"}, CMP_GE},
			{{"\u00edt", "ra"}, CMP_GE},
			{{"\u00edt", "nh\u1ea5t"}, CMP_GE},
			{{"\u00fcber"}, CMP_GT},
			{{"\u00f6ver"}, CMP_GT},
			{{NULL}, CMP_NONE},
		},
	[0xce] =
		(const struct phrase[]){
			{{"\u03bb\u03b9\u03b3\u03cc\u03c4\u03b5\u03c1\u03bf",
				 "\u03b1\u03c0\u03cc"},
				CMP_LT},
			{{"\u03ba\u03ac\u03c4\u03c9", "\u03b1\u03c0\u03cc"},
				CMP_LT},
			{{NULL}, CMP_NONE},
		},
	[0xcf] =
		(const struct phrase[]){
			{{"\u03c0\u03b5\u03c1\u03b9\u03c3\u03c3\u03cc\u03c4"
			  "\u03b5\u03c1\u03b1",
				 "\u03b1\u03c0\u03cc"},
				CMP_GT},
			{{"\u03c0\u03ac\u03bd\u03c9", "\u03b1\u03c0\u03cc"},
				CMP_GT},
			{{"\u03c4\u03bf", "\u03c0\u03bf\u03bb\u03cd"}, CMP_LE},
			{{"\u03c4\u03bf\u03c5\u03bb\u03ac\u03c7\u03b9\u03c3"
			  "\u03c4\u03bf\u03bd"},
				CMP_GE},
			{{NULL}, CMP_NONE},
		},
	[0xd0] =
		(const struct phrase[]){
			{{"\u0431\u043e\u043b\u044c\u0448\u0435",
				 "\u0447\u0435\u043c"},
				CMP_GT},
			{{"\u0431\u0456\u043b\u044c\u0448\u0435",
				 "\u043d\u0456\u0436"},
				CMP_GT},
			{{"\u0431\u043e\u043b\u0435\u0435",
				 "\u0447\u0435\u043c"},
				CMP_GT},
			{{"\u0431\u0456\u043b\u044c\u0448\u0435"}, CMP_GT},
			{{"\u043c\u0435\u043d\u044c\u0448\u0435",
				 "\u0447\u0435\u043c"},
				CMP_LT},
			{{"\u043c\u0435\u043d\u0435\u0435",
				 "\u0447\u0435\u043c"},
				CMP_LT},
			{{"\u043d\u0435", "\u043c\u0435\u043d\u0448",
				 "\u043d\u0456\u0436"},
				CMP_GE},
			{{"\u043d\u0435", "\u043c\u0435\u043d\u0448",
				 "\u044f\u043a"},
				CMP_GE},
			{{"\u043d\u0435", "\u043d\u0438\u0436\u0447\u0435"},
				CMP_GE},
			{{"\u043d\u0435", "\u043d\u0438\u0436\u0435"}, CMP_GE},
			{{"\u043d\u0435", "\u043f\u0435\u0440\u0435\u0432\u0438"
					  "\u0449\u0443\u0454"},
				CMP_LE},
			{{"\u043d\u0435", "\u043f\u0440\u0435\u0432\u044b\u0448"
					  "\u0430\u0442\u044c"},
				CMP_LE},
			{{"\u043d\u0435", "\u043f\u0440\u0435\u0432\u044b\u0448"
					  "\u0430\u0435\u0442"},
				CMP_LE},
			{{"\u043d\u0435",
				 "\u0434\u043e\u043b\u044c\u0448\u0435"},
				CMP_LE},
			{{"\u043d\u0435", "\u0434\u043e\u0432\u0448\u0435"},
				CMP_LE},
			{{"\u043d\u0435", "\u0432\u0438\u0449\u0435"}, CMP_LE},
			{{"\u043c\u0435\u043d\u0448\u0435",
				 "\u043d\u0456\u0436"},
				CMP_LT},
			{{"\u043c\u0435\u043d\u0448", "\u043d\u0456\u0436"},
				CMP_LT},
			{{"\u043d\u0438\u0436\u0447\u0435"}, CMP_LT},
			{{"\u043f\u0435\u0440\u0435\u0432\u0438\u0449\u0438"
			  "\u0442\u0438"},
				CMP_GT},
			{{"\u0432\u0438\u0449\u0435", "\u0437\u0430"}, CMP_GT},
			{{"\u0432\u0438\u0449\u0435"}, CMP_GT},
			{{"\u043d\u0430\u0439-\u043c\u043d\u043e\u0433\u043e"},
				CMP_LE},
			{{"\u043d\u0435",
				 "\u0431\u0456\u043b\u044c\u0448\u0435",
				 "\u043d\u0456\u0436"},
				CMP_LE},
			{{"\u043d\u0435", "\u0432\u044b\u0448\u0435"}, CMP_LE},
			{{"\u043d\u0435", "\u043f\u0440\u0435\u0432\u044b\u0448"
					  "\u0430\u0435\u0442"},
				CMP_LE},
			{{"\u043c\u0430\u043a\u0441\u0438\u043c\u0443\u043c"},
				CMP_LE},
			{{"\u043f\u043e\u043d\u0435"}, CMP_GE},
			{{"\u043a\u0430\u043a",
				 "\u043c\u0438\u043d\u0438\u043c\u0443\u043c"},
				CMP_GE},
			{{"\u043f\u043e",
				 "\u043a\u0440\u0430\u0439\u043d\u0435\u0439",
				 "\u043c\u0435\u0440\u0435"},
				CMP_GE},
			{{"\u043f\u0440\u0438\u043d\u0430\u0439\u043c\u043d"
			  "\u0456"},
				CMP_GE},
			{{"\u043d\u0435",
				 "\u0431\u0456\u043b\u044c\u0448\u0435"},
				CMP_LE},
			{{"\u043d\u0435",
				 "\u0431\u043e\u043b\u044c\u0448\u0435"},
				CMP_LE},
			{{"\u043d\u0435", "\u0431\u043e\u043b\u0435\u0435"},
				CMP_LE},
			{{"\u043d\u0435", "\u043c\u0435\u043d\u0448\u0435"},
				CMP_GE},
			{{"\u043d\u0435",
				 "\u043c\u0435\u043d\u044c\u0448\u0435"},
				CMP_GE},
			{{"\u043d\u0435", "\u043c\u0435\u043d\u0435\u0435"},
				CMP_GE},
			{{"\u043c\u0438\u043d\u0438\u043c\u0443\u043c"},
				CMP_GE},
			{{"\u0431\u043e\u043b\u0435\u0435"}, CMP_GT},
			{{"\u0431\u043e\u043b\u044c\u0448\u0435"}, CMP_GT},
			{{"\u0432\u044b\u0448\u0435"}, CMP_GT},
			{{"\u043f\u043e\u043d\u0430\u0434"}, CMP_GT},
			{{"\u043c\u0435\u043d\u0435\u0435"}, CMP_LT},
			{{"\u043c\u0435\u043d\u044c\u0448\u0435"}, CMP_LT},
			{{"\u043d\u0438\u0436\u0435"}, CMP_LT},
			{{"\u043c\u0435\u043d\u0448\u0435"}, CMP_LT},
			{{NULL}, CMP_NONE},
		},
	[0xd1] =
		(const struct phrase[]){
			{{"\u0449\u043e\u043d\u0430\u0439\u0431\u0456\u043b"
			  "\u044c\u0448\u0435"},
				CMP_LE},
			{{"\u0449\u043e\u043d\u0430\u0439\u043c\u0435\u043d"
			  "\u0448\u0435"},
				CMP_GE},
			{{"\u0441\u0432\u044b\u0448\u0435"}, CMP_GT},
			{{NULL}, CMP_NONE},
		},
	[0xd7] =
		(const struct phrase[]){
			{{"\u05de\u05ea\u05d7\u05ea", "\u05dc-"}, CMP_LT},
			{{"\u05e4\u05d7\u05d5\u05ea", "\u05de-"}, CMP_LT},
			{{"\u05de\u05e2\u05dc"}, CMP_GT},
			{{"\u05d9\u05d5\u05ea\u05e8", "\u05de-"}, CMP_GT},
			{{"\u05dc\u05db\u05dc",
				 "\u05d4\u05d9\u05d5\u05ea\u05e8"},
				CMP_LE},
			{{"\u05dc\u05e4\u05d7\u05d5\u05ea"}, CMP_GE},
			{{NULL}, CMP_NONE},
		},
	[0xd8] =
		(const struct phrase[]){
			{{"\u0623\u062f\u0646\u0649", "\u0645\u0646"}, CMP_LT},
			{{"\u0623\u0642\u0644", "\u0645\u0646"}, CMP_LT},
			{{"\u0623\u0639\u0644\u0649", "\u0645\u0646"}, CMP_GT},
			{{"\u0623\u0643\u062b\u0631", "\u0645\u0646"}, CMP_GT},
			{{"\u0639\u0644\u0649",
				 "\u0627\u0644\u0623\u0643\u062b\u0631"},
				CMP_LE},
			{{"\u0639\u0644\u0649",
				 "\u0627\u0644\u0623\u0642\u0644"},
				CMP_GE},
			{{NULL}, CMP_NONE},
		},
	[0xd9] =
		(const struct phrase[]){
			{{"\u0644\u0627", "\u064a\u0632\u064a\u062f",
				 "\u0639\u0646"},
				CMP_LE},
			{{"\u0644\u0627", "\u064a\u0642\u0644", "\u0639\u0646"},
				CMP_GE},
			{{NULL}, CMP_NONE},
		},
	[0xe0] =
		(const struct phrase[]){
			{{"\u0e15\u0e48\u0e33\u0e01\u0e27\u0e48\u0e32"},
				CMP_LT},
			{{"\u0e19\u0e49\u0e2d\u0e22\u0e01\u0e27\u0e48\u0e32"},
				CMP_LT},
			{{"\u0e21\u0e32\u0e01\u0e01\u0e27\u0e48\u0e32"},
				CMP_GT},
			{{"\u0e44\u0e21\u0e48\u0e40\u0e01\u0e34\u0e19"},
				CMP_LE},
			{{"\u0e2d\u0e22\u0e48\u0e32\u0e07\u0e19\u0e49\u0e2d"
			  "\u0e22"},
				CMP_GE},
			{{"\u0915\u092e", "\u0938\u0947", "\u0915\u092e"},
				CMP_GE},
			{{NULL}, CMP_NONE},
		},
	[0xe4] =
		(const struct phrase[]){
			{{"\u4e0a\u9650"}, CMP_LE},
			{{"\u4f4e\u65bc"}, CMP_LT},
			{{"\u4e0d\u5f97\u8d85\u8fc7"}, CMP_LE},
			{{"\u4e0d\u4f4e\u4e8e"}, CMP_GE},
			{{"\u4e0d\u5c11\u4e8e"}, CMP_GE},
			{{"\u4e0d\u9ad8\u4e8e"}, CMP_LE},
			{{"\u4e0d\u8d85\u8fc7"}, CMP_LE},
			{{"\u4e0d\u591a\u4e8e"}, CMP_LE},
			{{"\u4f4e\u4e8e"}, CMP_LT},
			{{NULL}, CMP_NONE},
		},
	[0xe5] =
		(const struct phrase[]){
			{{"\u5c11\u65bc"}, CMP_LT},
			{{"\u5927\u4e8e"}, CMP_GT},
			{{"\u591a\u4e8e"}, CMP_GT},
			{{"\u5c11\u4e8e"}, CMP_LT},
			{{"\u5c0f\u4e8e"}, CMP_LT},
			{{NULL}, CMP_NONE},
		},
	[0xe6] =
		(const struct phrase[]){
			{{"\u63a7\u5236\u5728"}, CMP_LE},
			{{"\u6700\u9ad8"}, CMP_LE},
			{{"\u6700\u5927\u3067"}, CMP_LE},
			{{"\u6700\u591a"}, CMP_LE},
			{{"\u6700\u4f4e"}, CMP_GE},
			{{"\u6700\u5927"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	[0xe8] =
		(const struct phrase[]){
			{{"\u81f3\u591a"}, CMP_LE},
			{{"\u8d85\u904e"}, CMP_GT},
			{{"\u8d85\u8fc7"}, CMP_GT},
			{{"\u81f3\u5c11"}, CMP_GE},
			{{NULL}, CMP_NONE},
		},
	[0xe9] =
		(const struct phrase[]){
			{{"\u9ad8\u65bc"}, CMP_GT},
			{{"\u9ad8\u4e8e"}, CMP_GT},
			{{NULL}, CMP_NONE},
		},
	[0xec] =
		(const struct phrase[]){
			{{"\ucd5c\uc18c\ud55c"}, CMP_GE},
			{{"\uc801\uc5b4\ub3c4"}, CMP_GE},
			{{"\ucd5c\uc18c"}, CMP_GE},
			{{"\ucd5c\ub300"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
};

const struct phrase *const PHRASES_AFTER[256] = {
	['a'] =
		(const struct phrase[]){
			{{"alt\u0131ndaki"}, CMP_LT},
			{{"alt\u0131na"}, CMP_LT},
			{{"alt\u0131nda"}, CMP_LT},
			{{"al\u00e1"}, CMP_LT},
			{{"alatt"}, CMP_LT},
			{{"and", "above"}, CMP_GE},
			{{"and", "higher"}, CMP_GE},
			{{"and", "up"}, CMP_GE},
			{{"and", "over"}, CMP_GE},
			{{"and", "under"}, CMP_LE},
			{{"and", "below"}, CMP_LE},
			{{"at", "most"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	['f'] =
		(const struct phrase[]){
			{{"f\u00f6l\u00e9"}, CMP_GT},
			{{"f\u00f6l\u00f6tt"}, CMP_GT},
			{{"felett"}, CMP_GT},
			{{NULL}, CMP_NONE},
		},
	['m'] =
		(const struct phrase[]){
			{{"minimum"}, CMP_GE},
			{{"maximum"}, CMP_LE},
			{{"max"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	['o'] =
		(const struct phrase[]){
			{{"or", "more"}, CMP_GE},
			{{"or", "higher"}, CMP_GE},
			{{"or", "above"}, CMP_GE},
			{{"or", "greater"}, CMP_GE},
			{{"or", "better"}, CMP_GE},
			{{"or", "less"}, CMP_LE},
			{{"or", "fewer"}, CMP_LE},
			{{"or", "below"}, CMP_LE},
			{{"or", "lower"}, CMP_LE},
			{{"or", "under"}, CMP_LE},
			{{"or", "faster"}, CMP_LE},
			{{"or", "shorter"}, CMP_LE},
			{{"or", "sooner"}, CMP_LE},
			{{"or", "quicker"}, CMP_LE},
			{{"or", "over"}, CMP_GE},
			{{"or", "up"}, CMP_GE},
			{{"oder", "mehr"}, CMP_GE},
			{{"oder", "weniger"}, CMP_LE},
			{{"ou", "plus"}, CMP_GE},
			{{"ou", "moins"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	['t'] =
		(const struct phrase[]){
			{{"tops"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	[0xc3] =
		(const struct phrase[]){
			{{"\u00fcst\u00fcne"}, CMP_GT},
			{{"\u00fcst\u00fcnde"}, CMP_GT},
			{{"\u00fczerine"}, CMP_GT},
			{{"\u00fczerinde"}, CMP_GT},
			{{NULL}, CMP_NONE},
		},
	[0xe0] =
		(const struct phrase[]){
			{{"\u0938\u0947", "\u090a\u092a\u0930"}, CMP_GT},
			{{"\u0938\u0947",
				 "\u091c\u094d\u092f\u093e\u0926\u093e"},
				CMP_GT},
			{{"\u0938\u0947",
				 "\u091c\u093c\u094d\u092f\u093e\u0926\u093e"},
				CMP_GT},
			{{"\u0938\u0947", "\u0905\u0927\u093f\u0915"}, CMP_GT},
			{{"\u0938\u0947", "\u0928\u0940\u091a\u0947"}, CMP_LT},
			{{"\u0938\u0947", "\u0915\u092e"}, CMP_LT},
			{{NULL}, CMP_NONE},
		},
	[0xe4] =
		(const struct phrase[]){
			{{"\u4ee5\u4e0a"}, CMP_GE},
			{{"\u4ee5\u5185"}, CMP_LE},
			{{"\u4ee5\u4e0b"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	[0xe6] =
		(const struct phrase[]){
			{{"\u672a\u6e80"}, CMP_LT},
			{{"\u672a\u6ee1"}, CMP_LT},
			{{NULL}, CMP_NONE},
		},
	[0xe8] =
		(const struct phrase[]){
			{{"\u8d85\u3048"}, CMP_GT},
			{{"\u8d85"}, CMP_GT},
			{{NULL}, CMP_NONE},
		},
	[0xeb] =
		(const struct phrase[]){
			{{"\ubbf8\ub9cc"}, CMP_LT},
			{{NULL}, CMP_NONE},
		},
	[0xec] =
		(const struct phrase[]){
			{{"\uc774\uc0c1"}, CMP_GE},
			{{"\uc774\ub0b4"}, CMP_LE},
			{{"\uc774\ud558"}, CMP_LE},
			{{"\ucd08\uacfc"}, CMP_GT},
			{{NULL}, CMP_NONE},
		},
};
