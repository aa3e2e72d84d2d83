/*
 * Names of fields and columns that begin with a letter beyond ASCII.
 */
#include "vocab_p.h"

#include "attr.h"

const struct name *const VOCAB_FAR[256] = {
	[0xc3] =
		(const struct name[]){
			{"\u00e9tat d'avancement", FIELD_STATUS},
			{"\u00e9tat", FIELD_STATUS},
			{"\u00e0 ce jour", FIELD_CURRENT},
			{"\u00e1llapot", FIELD_STATUS},
			{"\u00e4gare", FIELD_OWNER},
			{"\u00e9ch\u00e9ance", FIELD_DUE},
			{"\u00f6ncelik", FIELD_PRIORITY},
			{"\u00fcbergeordnetes Ziel", FIELD_LADDERS},
			{"\u00dcbergeordnetes Ziel", FIELD_LADDERS},
			{"\u00e9ch\u00e9ancier", FIELD_DUE},
			{0},
		},
	[0xc4] =
		(const struct name[]){
			{"\u0111i\u1ec3m xu\u1ea5t ph\u00e1t", FIELD_BASELINE},
			{"\u0111\u00e3 \u0111\u1ea1t", FIELD_CURRENT},
			{"\u0111i\u1ec3m", FIELD_GRADE},
			{0},
		},
	[0xc5] =
		(const struct name[]){
			{"\u015fu anki durum", FIELD_CURRENT},
			{"\u015fu anki", FIELD_CURRENT},
			{"\u015fu an", FIELD_CURRENT},
			{0},
		},
	[0xc8] =
		(const struct name[]){
			{"\u021bint\u0103", FIELD_TARGET},
			{0},
		},
	[0xce] =
		(const struct name[]){
			{"\u03ba\u03b1\u03c4\u03ac\u03c3\u03c4\u03b1\u03c3"
			 "\u03b7",
				FIELD_STATUS},
			{"\u03b3\u03c1\u03b1\u03bc\u03bc\u03ae "
			 "\u03b2\u03ac\u03c3\u03b7\u03c2",
				FIELD_BASELINE},
			{"\u03b1\u03c1\u03c7\u03b9\u03ba\u03ae "
			 "\u03c4\u03b9\u03bc\u03ae",
				FIELD_BASELINE},
			{0},
		},
	[0xcf] =
		(const struct name[]){
			{"\u03c0\u03b1\u03c1\u03b1\u03c4\u03b7\u03c1\u03ae"
			 "\u03c3\u03b5\u03b9\u03c2",
				FIELD_NOTES},
			{"\u03c3\u03c7\u03cc\u03bb\u03b9\u03b1", FIELD_NOTES},
			{"\u03c0\u03c1\u03bf\u03b8\u03b5\u03c3\u03bc\u03af"
			 "\u03b1",
				FIELD_DUE},
			{"\u03c0\u03c1\u03cc\u03bf\u03b4\u03bf\u03c2",
				FIELD_PROGRESS},
			{"\u03c5\u03c0\u03b5\u03cd\u03b8\u03c5\u03bd\u03b7",
				FIELD_OWNER},
			{"\u03c5\u03c0\u03b5\u03cd\u03b8\u03c5\u03bd\u03bf"
			 "\u03c2",
				FIELD_OWNER},
			{"\u03c3\u03b7\u03bc\u03b5\u03c1\u03b9\u03bd\u03ae "
			 "\u03c4\u03b9\u03bc\u03ae",
				FIELD_CURRENT},
			{"\u03c4\u03c1\u03ad\u03c7\u03bf\u03c5\u03c3\u03b1",
				FIELD_CURRENT},
			{"\u03c4\u03c1\u03ad\u03c7\u03bf\u03c5\u03c3\u03b1 "
			 "\u03c4\u03b9\u03bc\u03ae",
				FIELD_CURRENT},
			{"\u03c3\u03c4\u03cc\u03c7\u03bf\u03c2", FIELD_TARGET},
			{"\u03c4\u03b9\u03bc\u03ae "
			 "\u03c3\u03c4\u03cc\u03c7\u03bf\u03c2",
				FIELD_TARGET},
			{"\u03c4\u03b9\u03bc\u03ae "
			 "\u03b2\u03ac\u03c3\u03b7\u03c2",
				FIELD_BASELINE},
			{0},
		},
	[0xd0] =
		(const struct name[]){
			{"\u043e\u0446\u0456\u043d\u043a\u0430", FIELD_GRADE},
			{"\u0431\u0430\u043b\u043b", FIELD_GRADE},
			{"\u0438\u0442\u043e\u0433\u043e\u0432\u0430\u044f "
			 "\u043e\u0446\u0435\u043d\u043a\u0430",
				FIELD_GRADE},
			{"\u043e\u0446\u0435\u043d\u043a\u0430", FIELD_GRADE},
			{"\u0431\u0443\u043b\u043e", FIELD_BASELINE},
			{"\u043d\u0430\u0447\u0430\u043b\u044c\u043d\u043e"
			 "\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u0438\u0435",
				FIELD_BASELINE},
			{"\u043d\u0430\u0447\u0430\u043b\u043e",
				FIELD_BASELINE},
			{"\u0438\u0441\u0445\u043e\u0434\u043d\u043e",
				FIELD_BASELINE},
			{"\u0431\u044b\u043b\u043e", FIELD_BASELINE},
			{"\u043f\u043e\u0442\u043e\u0447\u043d\u0435",
				FIELD_CURRENT},
			{"\u0437\u0430\u0440\u0430\u0437", FIELD_CURRENT},
			{"\u043d\u0430 "
			 "\u0441\u0435\u0433\u043e\u0434\u043d\u044f",
				FIELD_CURRENT},
			{"\u0432\u0456\u0434\u043f.", FIELD_OWNER},
			{"\u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434"
			 "\u0430\u043b\u044c\u043d\u0456",
				FIELD_OWNER},
			{"\u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434"
			 "\u0430\u043b\u044c\u043d\u0430",
				FIELD_OWNER},
			{"\u043a\u0443\u0440\u0430\u0442\u043e\u0440",
				FIELD_OWNER},
			{"\u0438\u0441\u043f\u043e\u043b\u043d\u0438\u0442"
			 "\u0435\u043b\u044c",
				FIELD_OWNER},
			{"\u043e\u0442\u0432\u0435\u0442\u0441\u0442\u0432"
			 "\u0435\u043d\u043d\u044b\u0435",
				FIELD_OWNER},
			{"\u043e\u0442\u0432\u0435\u0442\u0441\u0442\u0432"
			 "\u0435\u043d\u043d\u0430\u044f",
				FIELD_OWNER},
			{"\u043e\u0442\u0432", FIELD_OWNER},
			{"\u043e\u0442\u0432.", FIELD_OWNER},
			{"\u043f\u0440\u0438\u043c\u0435\u0447\u0430\u043d"
			 "\u0438\u0435",
				FIELD_NOTES},
			{"\u043f\u0440\u0438\u043c\u0435\u0447\u0430\u043d"
			 "\u0438\u044f",
				FIELD_NOTES},
			{"\u043a\u043e\u043c\u043c\u0435\u043d\u0442\u0430"
			 "\u0440\u0438\u0438",
				FIELD_NOTES},
			{"\u043a\u043e\u043c\u0435\u043d\u0442\u0430\u0440",
				FIELD_NOTES},
			{"\u043f\u0440\u0438\u043c\u0456\u0442\u043a\u0438",
				FIELD_NOTES},
			{"\u0434\u0435\u0434\u043b\u0430\u0439\u043d",
				FIELD_DUE},
			{"\u043f\u0440\u043e\u0433\u0440\u0435\u0441",
				FIELD_PROGRESS},
			{"\u043e\u0442\u0433\u043e\u0432\u043e\u0440\u043d"
			 "\u0438\u043a",
				FIELD_OWNER},
			{"\u0432\u043b\u0430\u0441\u043d\u0438\u043a",
				FIELD_OWNER},
			{"\u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434"
			 "\u0430\u043b\u044c\u043d\u0438\u0439",
				FIELD_OWNER},
			{"\u043f\u043e\u0442\u043e\u0447\u043d\u0438\u0439 "
			 "\u0441\u0442\u0430\u043d",
				FIELD_CURRENT},
			{"\u043f\u043e\u0442\u043e\u0447\u043d\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u043d\u044f",
				FIELD_CURRENT},
			{"\u043f\u043e\u0447\u0430\u0442\u043e\u043a",
				FIELD_BASELINE},
			{"\u0431\u0430\u0437\u043e\u0432\u0430 "
			 "\u0441\u0442\u043e\u0439\u043d\u043e\u0441\u0442",
				FIELD_BASELINE},
			{"\u0432\u0438\u0445\u0456\u0434\u043d\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u043d\u044f",
				FIELD_BASELINE},
			{"\u043f\u043e\u0447\u0430\u0442\u043a\u043e\u0432"
			 "\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u043d\u044f",
				FIELD_BASELINE},
			{"\u0431\u0430\u0437\u043e\u0432\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u043d\u044f",
				FIELD_BASELINE},
			{"\u0431\u0430\u0437\u043e\u0432\u043e\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u0438\u0435",
				FIELD_BASELINE},
			{"\u0438\u0441\u0445\u043e\u0434\u043d\u043e\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u0438\u0435",
				FIELD_BASELINE},
			{"\u0431\u0430\u0437\u0430", FIELD_BASELINE},
			{"\u0411\u0430\u0437\u043e\u0432\u043e\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u0438\u0435",
				FIELD_BASELINE},
			{"\u0418\u0441\u0445\u043e\u0434\u043d\u043e\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u0438\u0435",
				FIELD_BASELINE},
			{"\u043f\u0440\u043e\u0433\u0440\u0435\u0441\u0441",
				FIELD_PROGRESS},
			{"\u0432\u044b\u043f\u043e\u043b\u043d\u0435\u043d"
			 "\u0438\u0435",
				FIELD_PROGRESS},
			{"\u041f\u0440\u043e\u0433\u0440\u0435\u0441\u0441",
				FIELD_PROGRESS},
			{"\u043e\u0442\u0432\u0435\u0442\u0441\u0442\u0432"
			 "\u0435\u043d\u043d"
			 "\u044b\u0439",
				FIELD_OWNER},
			{"\u0432\u043b\u0430\u0434\u0435\u043b\u0435\u0446",
				FIELD_OWNER},
			{"\u041e\u0442\u0432\u0435\u0442\u0441\u0442\u0432"
			 "\u0435\u043d\u043d"
			 "\u044b\u0439",
				FIELD_OWNER},
			{"\u0412\u043b\u0430\u0434\u0435\u043b\u0435\u0446",
				FIELD_OWNER},
			{"\u0432\u0435\u0441", FIELD_WEIGHT},
			{"\u0412\u0435\u0441", FIELD_WEIGHT},
			{"\u043f\u0440\u0438\u043e\u0440\u0438\u0442\u0435"
			 "\u0442",
				FIELD_PRIORITY},
			{"\u043a\u043e\u043c\u043c\u0435\u043d\u0442\u0430"
			 "\u0440\u0438\u0439",
				FIELD_NOTES},
			{"\u041a\u043e\u043c\u043c\u0435\u043d\u0442\u0430"
			 "\u0440\u0438\u0439",
				FIELD_NOTES},
			{0},
		},
	[0xd1] =
		(const struct name[]){
			{"\u0446\u0435\u043b\u0435\u0432\u043e\u0439 "
			 "\u043f\u043e\u043a\u0430\u0437\u0430\u0442\u0435"
			 "\u043b\u044c",
				FIELD_TARGET},
			{"\u0442\u0430\u0440\u0433\u0435\u0442", FIELD_TARGET},
			{"\u0442\u043e\u0447\u043a\u0430 "
			 "\u043e\u0442\u0441\u0447\u0451\u0442\u0430",
				FIELD_BASELINE},
			{"\u0441\u0442\u0430\u0440\u0442", FIELD_BASELINE},
			{"\u0444\u0430\u043a\u0442\u0438\u0447\u043d\u043e",
				FIELD_CURRENT},
			{"\u0442\u0435\u043a\u0443\u0449\u0438\u0439 "
			 "\u0441\u0442\u0430\u0442\u0443\u0441",
				FIELD_STATUS},
			{"\u0442\u0435\u043a\u0443\u0449\u0435\u0435",
				FIELD_CURRENT},
			{"\u0442\u0435\u043a\u0443\u0449\u0438\u0439 "
			 "\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430"
			 "\u0442",
				FIELD_CURRENT},
			{"\u0442\u0435\u043a\u0443\u0449\u0438\u0439",
				FIELD_CURRENT},
			{"\u0441\u0435\u0433\u043e\u0434\u043d\u044f",
				FIELD_CURRENT},
			{"\u0442\u0435\u0440\u043c\u0456\u043d", FIELD_DUE},
			{"\u0441\u0442\u0430\u043d", FIELD_STATUS},
			{"\u0441\u043e\u0441\u0442\u043e\u044f\u043d\u0438"
			 "\u0435",
				FIELD_STATUS},
			{"\u0442\u0435\u043a\u0443\u0449\u0430 "
			 "\u0441\u0442\u043e\u0439\u043d\u043e\u0441\u0442",
				FIELD_CURRENT},
			{"\u0446\u0435\u043b\u0435\u0432\u0430 "
			 "\u0441\u0442\u043e\u0439\u043d\u043e\u0441\u0442",
				FIELD_TARGET},
			{"\u0446\u0456\u043b\u044c", FIELD_TARGET},
			{"\u0446\u0456\u043b\u044c\u043e\u0432\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u043d\u044f",
				FIELD_TARGET},
			{"\u0446\u0435\u043b\u0435\u0432\u043e\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u0438\u0435",
				FIELD_TARGET},
			{"\u0446\u0435\u043b\u044c \u043d\u0430 "
			 "\u043a\u0432\u0430\u0440\u0442\u0430\u043b",
				FIELD_TARGET},
			{"\u0442\u0435\u043a\u0443\u0449\u0435\u0435 "
			 "\u0437\u043d\u0430\u0447\u0435\u043d\u0438\u0435",
				FIELD_CURRENT},
			{"\u0441\u0435\u0439\u0447\u0430\u0441", FIELD_CURRENT},
			{"\u0444\u0430\u043a\u0442", FIELD_CURRENT},
			{"\u0441\u0442\u0430\u0442\u0443\u0441", FIELD_STATUS},
			{"\u0441\u0440\u043e\u043a", FIELD_DUE},
			{0},
		},
	[0xd7] =
		(const struct name[]){
			{"\u05d4\u05e2\u05e8\u05d5\u05ea", FIELD_NOTES},
			{"\u05ea\u05d0\u05e8\u05d9\u05da \u05d9\u05e2\u05d3",
				FIELD_DUE},
			{"\u05d4\u05ea\u05e7\u05d3\u05de\u05d5\u05ea",
				FIELD_PROGRESS},
			{"\u05de\u05e6\u05d1", FIELD_STATUS},
			{"\u05e1\u05d8\u05d8\u05d5\u05e1", FIELD_STATUS},
			{"\u05d1\u05e2\u05dc\u05d9\u05dd", FIELD_OWNER},
			{"\u05d0\u05d7\u05e8\u05d0\u05d9", FIELD_OWNER},
			{"\u05de\u05e6\u05d1 \u05e0\u05d5\u05db\u05d7\u05d9",
				FIELD_CURRENT},
			{"\u05e2\u05e8\u05da \u05e0\u05d5\u05db\u05d7\u05d9",
				FIELD_CURRENT},
			{"\u05e0\u05d5\u05db\u05d7\u05d9", FIELD_CURRENT},
			{"\u05e2\u05e8\u05da \u05d9\u05e2\u05d3", FIELD_TARGET},
			{"\u05d9\u05e2\u05d3", FIELD_TARGET},
			{"\u05e2\u05e8\u05da \u05d1\u05e1\u05d9\u05e1",
				FIELD_BASELINE},
			{"\u05e7\u05d5 \u05d1\u05e1\u05d9\u05e1",
				FIELD_BASELINE},
			{"\u05e2\u05e8\u05da "
			 "\u05d4\u05ea\u05d7\u05dc\u05ea\u05d9",
				FIELD_BASELINE},
			{0},
		},
	[0xd8] =
		(const struct name[]){
			{"\u062a\u0627\u0631\u064a\u062e "
			 "\u0627\u0644\u0627\u0633\u062a\u062d\u0642\u0627"
			 "\u0642",
				FIELD_DUE},
			{"\u0627\u0644\u0645\u0648\u0639\u062f "
			 "\u0627\u0644\u0646\u0647\u0627\u0626\u064a",
				FIELD_DUE},
			{"\u0627\u0644\u062a\u0642\u062f\u0645",
				FIELD_PROGRESS},
			{"\u0627\u0644\u062d\u0627\u0644\u0629", FIELD_STATUS},
			{"\u0627\u0644\u0645\u0627\u0644\u0643", FIELD_OWNER},
			{"\u0627\u0644\u0645\u0633\u0624\u0648\u0644",
				FIELD_OWNER},
			{"\u0627\u0644\u0642\u064a\u0645\u0629 "
			 "\u0627\u0644\u062d\u0627\u0644\u064a\u0629",
				FIELD_CURRENT},
			{"\u0627\u0644\u062d\u0627\u0644\u064a", FIELD_CURRENT},
			{"\u0627\u0644\u0647\u062f\u0641", FIELD_TARGET},
			{"\u0627\u0644\u0642\u064a\u0645\u0629 "
			 "\u0627\u0644\u0645\u0633\u062a\u0647\u062f\u0641"
			 "\u0629",
				FIELD_TARGET},
			{"\u0627\u0644\u0645\u0633\u062a\u0647\u062f\u0641",
				FIELD_TARGET},
			{"\u0627\u0644\u0642\u064a\u0645\u0629 "
			 "\u0627\u0644\u0627\u0628\u062a\u062f\u0627\u0626"
			 "\u064a\u0629",
				FIELD_BASELINE},
			{"\u0627\u0644\u0642\u064a\u0645\u0629 "
			 "\u0627\u0644\u0623\u0633\u0627\u0633\u064a\u0629",
				FIELD_BASELINE},
			{"\u062e\u0637 \u0627\u0644\u0623\u0633\u0627\u0633",
				FIELD_BASELINE},
			{0},
		},
	[0xd9] =
		(const struct name[]){
			{"\u0645\u0644\u0627\u062d\u0638\u0627\u062a",
				FIELD_NOTES},
			{"\u0646\u0633\u0628\u0629 "
			 "\u0627\u0644\u0625\u0646\u062c\u0627\u0632",
				FIELD_PROGRESS},
			{0},
		},
	[0xe0] =
		(const struct name[]){
			{"\u0e2b\u0e21\u0e32\u0e22\u0e40\u0e2b\u0e15\u0e38",
				FIELD_NOTES},
			{"\u091f\u093f\u092a\u094d\u092a\u0923\u0940",
				FIELD_NOTES},
			{"\u0e01\u0e33\u0e2b\u0e19\u0e14\u0e40\u0e2a\u0e23"
			 "\u0e47\u0e08",
				FIELD_DUE},
			{"\u0938\u092e\u092f \u0938\u0940\u092e\u093e",
				FIELD_DUE},
			{"\u0e04\u0e27\u0e32\u0e21\u0e04\u0e37\u0e1a\u0e2b"
			 "\u0e19\u0e49\u0e32",
				FIELD_PROGRESS},
			{"\u092a\u094d\u0930\u0917\u0924\u093f",
				FIELD_PROGRESS},
			{"\u0e2a\u0e16\u0e32\u0e19\u0e30", FIELD_STATUS},
			{"\u0938\u094d\u0925\u093f\u0924\u093f", FIELD_STATUS},
			{"\u0e1c\u0e39\u0e49\u0e23\u0e31\u0e1a\u0e1c\u0e34"
			 "\u0e14\u0e0a\u0e2d\u0e1a",
				FIELD_OWNER},
			{"\u091c\u093f\u092e\u094d\u092e\u0947\u0926\u093e"
			 "\u0930",
				FIELD_OWNER},
			{"\u091c\u093c\u093f\u092e\u094d\u092e\u0947\u0926"
			 "\u093e\u0930",
				FIELD_OWNER},
			{"\u0e04\u0e48\u0e32\u0e1b\u0e31\u0e08\u0e08\u0e38"
			 "\u0e1a\u0e31\u0e19",
				FIELD_CURRENT},
			{"\u0e1b\u0e31\u0e08\u0e08\u0e38\u0e1a\u0e31\u0e19",
				FIELD_CURRENT},
			{"\u0935\u0930\u094d\u0924\u092e\u093e\u0928",
				FIELD_CURRENT},
			{"\u0935\u0930\u094d\u0924\u092e\u093e\u0928 "
			 "\u092e\u093e\u0928",
				FIELD_CURRENT},
			{"\u0e40\u0e1b\u0e49\u0e32\u0e2b\u0e21\u0e32\u0e22",
				FIELD_TARGET},
			{"\u0e04\u0e48\u0e32\u0e40\u0e1b\u0e49\u0e32\u0e2b"
			 "\u0e21\u0e32\u0e22",
				FIELD_TARGET},
			{"\u0932\u0915\u094d\u0937\u094d\u092f", FIELD_TARGET},
			{"\u0932\u0915\u094d\u0937\u094d\u092f "
			 "\u092e\u093e\u0928",
				FIELD_TARGET},
			{"\u0e04\u0e48\u0e32\u0e1e\u0e37\u0e49\u0e19\u0e10"
			 "\u0e32\u0e19",
				FIELD_BASELINE},
			{"\u0e04\u0e48\u0e32\u0e40\u0e23\u0e34\u0e48\u0e21"
			 "\u0e15\u0e49\u0e19",
				FIELD_BASELINE},
			{"\u0906\u0927\u093e\u0930 \u0930\u0947\u0916\u093e",
				FIELD_BASELINE},
			{"\u0906\u0927\u093e\u0930 \u092e\u093e\u0928",
				FIELD_BASELINE},
			{0},
		},
	[0xe3] =
		(const struct name[]){
			{"\u30e1\u30e2", FIELD_NOTES},
			{"\u30b3\u30e1\u30f3\u30c8", FIELD_NOTES},
			{"\u30aa\u30fc\u30ca\u30fc", FIELD_OWNER},
			{"\u30b9\u30bf\u30fc\u30c8", FIELD_BASELINE},
			{"\u30b9\u30b3\u30a2", FIELD_GRADE},
			{"\u30d9\u30fc\u30b9\u30e9\u30a4\u30f3",
				FIELD_BASELINE},
			{"\u30b9\u30c6\u30fc\u30bf\u30b9", FIELD_STATUS},
			{0},
		},
	[0xe4] =
		(const struct name[]){
			{"\u4f18\u5148\u7ea7", FIELD_PRIORITY},
			{"\u4fe1\u5fc3", FIELD_CONFIDENCE},
			{"\u4fe1\u5fc3\u6307\u6570", FIELD_CONFIDENCE},
			{0},
		},
	[0xe5] =
		(const struct name[]){
			{"\u5b9f\u7e3e\u5024", FIELD_CURRENT},
			{"\u5b9f\u7e3e", FIELD_CURRENT},
			{"\u5b9e\u9645\u503c", FIELD_CURRENT},
			{"\u5b9e\u9645", FIELD_CURRENT},
			{"\u5f53\u524d\u8fdb\u5c55", FIELD_CURRENT},
			{"\u5f97\u5206", FIELD_GRADE},
			{"\u521d\u59cb\u503c", FIELD_BASELINE},
			{"\u57fa\u7ebf", FIELD_BASELINE},
			{"\u57fa\u51c6", FIELD_BASELINE},
			{"\u57fa\u51c6\u503c", FIELD_BASELINE},
			{"\u5f53\u524d", FIELD_CURRENT},
			{"\u5f53\u524d\u503c", FIELD_CURRENT},
			{"\u5b8c\u6210\u5ea6", FIELD_PROGRESS},
			{"\u5b8c\u6210\u7387", FIELD_PROGRESS},
			{"\u5468\u671f", FIELD_PERIOD},
			{"\u5907\u6ce8", FIELD_NOTES},
			{"\u5099\u8003", FIELD_NOTES},
			{"\u5099\u8a3b", FIELD_NOTES},
			{"\u57fa\u6e96", FIELD_BASELINE},
			{"\u57fa\u6e96\u503c", FIELD_BASELINE},
			{0},
		},
	[0xe6] =
		(const struct name[]){
			{"\u62c5\u5f53\u90e8\u7f72", FIELD_OWNER},
			{"\u671f\u521d\u503c", FIELD_BASELINE},
			{"\u671f\u521d", FIELD_BASELINE},
			{"\u6700\u7d42\u30b9\u30b3\u30a2", FIELD_GRADE},
			{"\u603b\u5206", FIELD_GRADE},
			{"\u6700\u7d42\u5f97\u5206", FIELD_GRADE},
			{"\u6700\u7ec8\u5f97\u5206", FIELD_GRADE},
			{"\u6253\u5206", FIELD_GRADE},
			{"\u62c5\u5f53", FIELD_OWNER},
			{"\u62c5\u5f53\u8005", FIELD_OWNER},
			{"\u6743\u91cd", FIELD_WEIGHT},
			{"\u6b0a\u91cd", FIELD_WEIGHT},
			{"\u622a\u6b62", FIELD_DUE},
			{"\u622a\u6b62\u65e5\u671f", FIELD_DUE},
			{"\u671f\u9650", FIELD_DUE},
			{0},
		},
	[0xe7] =
		(const struct name[]){
			{"\u73fe\u5728", FIELD_CURRENT},
			{"\u73fe\u72b6", FIELD_CURRENT},
			{"\u76ee\u524d\u8fdb\u5c55", FIELD_CURRENT},
			{"\u73b0\u5728", FIELD_CURRENT},
			{"\u76ee\u524d", FIELD_CURRENT},
			{"\u76ee\u6807\u6570\u503c", FIELD_TARGET},
			{"\u73b0\u503c", FIELD_BASELINE},
			{"\u76ee\u6807\u503c", FIELD_TARGET},
			{"\u76ee\u6a19\u5024", FIELD_TARGET},
			{"\u76ee\u6a19\u503c", FIELD_TARGET},
			{"\u76ee\u524d\u503c", FIELD_CURRENT},
			{"\u7576\u524d\u503c", FIELD_CURRENT},
			{"\u73fe\u6cc1", FIELD_CURRENT},
			{"\u73fe\u72c0", FIELD_CURRENT},
			{"\u72c0\u614b", FIELD_STATUS},
			{"\u73b0\u72b6", FIELD_CURRENT},
			{"\u73fe\u72b6\u5024", FIELD_CURRENT},
			{"\u73fe\u5728\u5024", FIELD_CURRENT},
			{"\u72b6\u6001", FIELD_STATUS},
			{0},
		},
	[0xe8] =
		(const struct name[]){
			{"\u8d1f\u8d23", FIELD_OWNER},
			{"\u8d77\u59cb", FIELD_BASELINE},
			{"\u8d77\u70b9", FIELD_BASELINE},
			{"\u8a55\u4fa1", FIELD_GRADE},
			{"\u81ea\u8bc4", FIELD_GRADE},
			{"\u8a55\u5206", FIELD_GRADE},
			{"\u8bc4\u5206", FIELD_GRADE},
			{"\u8d1f\u8d23\u90e8\u95e8", FIELD_OWNER},
			{"\u8ca0\u8cac\u90e8\u9580", FIELD_OWNER},
			{"\u8ca0\u8cac\u55ae\u4f4d", FIELD_OWNER},
			{"\u8d77\u59cb\u503c", FIELD_BASELINE},
			{"\u8fdb\u5ea6", FIELD_PROGRESS},
			{"\u8d1f\u8d23\u4eba", FIELD_OWNER},
			{"\u8ca0\u8cac\u4eba", FIELD_OWNER},
			{"\u8aaa\u660e", FIELD_NOTES},
			{"\u8d23\u4efb\u4eba", FIELD_OWNER},
			{"\u8cac\u4efb\u8005", FIELD_OWNER},
			{"\u8bf4\u660e", FIELD_NOTES},
			{0},
		},
	[0xe9] =
		(const struct name[]){
			{"\u958b\u59cb\u5024", FIELD_BASELINE},
			{"\u958b\u59cb\u6642", FIELD_BASELINE},
			{"\u9054\u6210\u30b9\u30b3\u30a2", FIELD_GRADE},
			{"\u9032\u6357", FIELD_PROGRESS},
			{"\u9032\u6357\u7387", FIELD_PROGRESS},
			{"\u9032\u5ea6", FIELD_PROGRESS},
			{"\u91cd\u307f", FIELD_WEIGHT},
			{0},
		},
	[0xea] =
		(const struct name[]){
			{"\uae30\uc900\uac12", FIELD_BASELINE},
			{"\uae30\uc900\uc120", FIELD_BASELINE},
			{"\uac00\uc911\uce58", FIELD_WEIGHT},
			{"\uae30\ud55c", FIELD_DUE},
			{0},
		},
	[0xeb] =
		(const struct name[]){
			{"\uba54\ubaa8", FIELD_NOTES},
			{"\ubca0\uc774\uc2a4\ub77c\uc778", FIELD_BASELINE},
			{"\ubaa9\ud45c\uac12", FIELD_TARGET},
			{"\ubaa9\ud45c\uce58", FIELD_TARGET},
			{"\ub2ec\uc131\ub960", FIELD_PROGRESS},
			{"\ub2f4\ub2f9\uc790", FIELD_OWNER},
			{"\ub2f4\ub2f9", FIELD_OWNER},
			{"\ub9c8\uac10\uc77c", FIELD_DUE},
			{"\ube44\uace0", FIELD_NOTES},
			{0},
		},
	[0xec] =
		(const struct name[]){
			{"\ucf54\uba58\ud2b8", FIELD_NOTES},
			{"\uc624\ub108", FIELD_OWNER},
			{"\ucd08\uae30\uac12", FIELD_BASELINE},
			{"\uc2dc\uc791", FIELD_BASELINE},
			{"\uc2e4\uc801", FIELD_CURRENT},
			{"\uc810\uc218", FIELD_GRADE},
			{"\uc2dc\uc791\uac12", FIELD_BASELINE},
			{"\uc9c4\ud589\ub960", FIELD_PROGRESS},
			{"\uc9c4\ucc99\ub3c4", FIELD_PROGRESS},
			{"\uc0c1\ud0dc", FIELD_STATUS},
			{"\ucc45\uc784\uc790", FIELD_OWNER},
			{"\uc6b0\uc120\uc21c\uc704", FIELD_PRIORITY},
			{"\uc758\ubbf8", FIELD_NOTES},
			{"\uce21\uc815 \ubc29\ubc95", FIELD_NOTES},
			{0},
		},
	[0xed] =
		(const struct name[]){
			{"\ud604\ud669", FIELD_CURRENT},
			{"\ud3c9\uac00", FIELD_GRADE},
			{"\ud604\uc7ac", FIELD_CURRENT},
			{"\ud604\uc7ac\uac12", FIELD_CURRENT},
			{"\ud604\uc7ac \uc0c1\ud0dc", FIELD_CURRENT},
			{"\ud604\uc7ac \uc218\uce58", FIELD_CURRENT},
			{0},
		},
};
