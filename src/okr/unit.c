/*
 * The unit table.  Time units keep their spelling, since people want to see
 * "min" where they wrote "min"; one day becomes days so that 1 and 5 agree.
 */
#include "unit_p.h"

#include "attr.h"
#include "glyph_p.h"

#define MS INT64_C(1)
#define SEC (1000 * MS)
#define MIN (60 * SEC)
#define HOUR (60 * MIN)
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)

/* By their first letters in small; longest first where one begins with the
 * other. */
static const struct unit *const UNITS[256] = {
	['%'] = (const struct unit[]){
		{"% points", "pp", UNIT_POINTS, 100, 0},
		{"%-points", "pp", UNIT_POINTS, 100, 0},
		{"% pts", "pp", UNIT_POINTS, 100, 0},
		{"%pts", "pp", UNIT_POINTS, 100, 0},
		{"%-pts", "pp", UNIT_POINTS, 100, 0},
		{"%", "%", UNIT_SHARE, 0, 0},
		{0},
	},
	['-'] = (const struct unit[]){
		{"-fold", "x", UNIT_FACTOR, 0, UNIT_ATTACHED},
		{0},
	},
	['a'] = (const struct unit[]){
		{"a\u00f1os", "a\u00f1os", UNIT_MONTHS, 12, 0},
		{"anos", "anos", UNIT_MONTHS, 12, 0},
		{"anni", "anni", UNIT_MONTHS, 12, 0},
		{"ans", "ans", UNIT_MONTHS, 12, 0},
		{0},
	},
	['b'] = (const struct unit[]){
		{"basis points", "bps", UNIT_POINTS, 1, 0},
		{"bps", "bps", UNIT_POINTS, 1, 0},
		{"bulan", "bulan", UNIT_MONTHS, 1, 0},
		{0},
	},
	['c'] = (const struct unit[]){
		{"cm", "cm", UNIT_LENGTH, 10, UNIT_EXACT},
		{0},
	},
	['d'] = (const struct unit[]){
		{"days", "days", UNIT_TIME, DAY, 0},
		{"day", "days", UNIT_TIME, DAY, 0},
		{"d", "d", UNIT_TIME, DAY, UNIT_EXACT | UNIT_ATTACHED},
		{"d\u00edas", "d\u00edas", UNIT_TIME, DAY, 0},
		{"dias", "dias", UNIT_TIME, DAY, 0},
		{"dagen", "dagen", UNIT_TIME, DAY, 0},
		{"dager", "dager", UNIT_TIME, DAY, 0},
		{"dagar", "dagar", UNIT_TIME, DAY, 0},
		{"dage", "dage", UNIT_TIME, DAY, 0},
		{"dni", "dni", UNIT_TIME, DAY, 0},
		{"dniach", "dni", UNIT_TIME, DAY, 0},
		{"dn\u00ed", "dni", UNIT_TIME, DAY, 0},
		{"dn\u016f", "dni", UNIT_TIME, DAY, 0},
		{"detik", "detik", UNIT_TIME, SEC, 0},
		{"dakikadan", "dakika", UNIT_TIME, MIN, UNIT_FROM},
		{"dakikaya", "dakika", UNIT_TIME, MIN, 0},
		{"dakika", "dakika", UNIT_TIME, MIN, 0},
		{"dB", "dB", UNIT_MEASURE, 0, UNIT_EXACT},
		{0},
	},
	['f'] = (const struct unit[]){
		{"fps", "fps", UNIT_MEASURE, 0, 0},
		{"FTEs", "FTEs", UNIT_MEASURE, 0, 0},
		{"FTE", "FTEs", UNIT_MEASURE, 0, 0},
		{0},
	},
	['g'] = (const struct unit[]){
		{"giorni", "giorni", UNIT_TIME, DAY, 0},
		{"godzin", "godzin", UNIT_TIME, HOUR, 0},
		{"godziny", "godzin", UNIT_TIME, HOUR, 0},
		{"godz", "godzin", UNIT_TIME, HOUR, 0},
		{"gi\u00e2y", "gi\u00e2y", UNIT_TIME, SEC, 0},
		{"gi\u1edd", "gi\u1edd", UNIT_TIME, HOUR, 0},
		{"g\u00fcnden", "g\u00fcn", UNIT_TIME, DAY, UNIT_FROM},
		{"g\u00fcne", "g\u00fcn", UNIT_TIME, DAY, 0},
		{"g\u00fcn", "g\u00fcn", UNIT_TIME, DAY, 0},
		{"GB", "GB", UNIT_BYTES, 1000000000, UNIT_EXACT},
		{"GiB", "GiB", UNIT_BYTES, 1073741824, UNIT_EXACT},
		{"Gbps", "Gbps", UNIT_MEASURE, 0, 0},
		{"g", "g", UNIT_MASS, 1000, UNIT_EXACT},
		{"GWh", "GWh", UNIT_ENERGY, 1000000, UNIT_EXACT},
		{"GW", "GW", UNIT_POWER, 1000000, UNIT_EXACT},
		{0},
	},
	['h'] = (const struct unit[]){
		{"hours", "hours", UNIT_TIME, HOUR, 0},
		{"hour", "hours", UNIT_TIME, HOUR, 0},
		{"hrs", "hrs", UNIT_TIME, HOUR, 0},
		{"hr", "hrs", UNIT_TIME, HOUR, 0},
		{"h", "h", UNIT_TIME, HOUR, UNIT_EXACT},
		{"heures", "heures", UNIT_TIME, HOUR, 0},
		{"heure", "heures", UNIT_TIME, HOUR, 0},
		{"horas", "horas", UNIT_TIME, HOUR, 0},
		{"hora", "horas", UNIT_TIME, HOUR, 0},
		{"hodin", "hodin", UNIT_TIME, HOUR, 0},
		{"hodiny", "hodin", UNIT_TIME, HOUR, 0},
		{"hod", "hodin", UNIT_TIME, HOUR, 0},
		{"hari", "hari", UNIT_TIME, DAY, 0},
		{"haftadan", "hafta", UNIT_TIME, WEEK, UNIT_FROM},
		{"haftaya", "hafta", UNIT_TIME, WEEK, 0},
		{"hafta", "hafta", UNIT_TIME, WEEK, 0},
		{"ha", "ha", UNIT_MEASURE, 0, UNIT_EXACT},
		{"Hz", "Hz", UNIT_MEASURE, 0, UNIT_EXACT},
		{0},
	},
	['j'] = (const struct unit[]){
		{"Jahren", "Jahre", UNIT_MONTHS, 12, 0},
		{"Jahre", "Jahre", UNIT_MONTHS, 12, 0},
		{"j", "jours", UNIT_TIME, DAY, UNIT_EXACT | UNIT_ATTACHED},
		{"jours", "jours", UNIT_TIME, DAY, 0},
		{"jour", "jours", UNIT_TIME, DAY, 0},
		{"jaar", "jaar", UNIT_MONTHS, 12, 0},
		{"jam", "jam", UNIT_TIME, HOUR, 0},
		{0},
	},
	['k'] = (const struct unit[]){
		{"KB", "KB", UNIT_BYTES, 1000, 0},
		{"KiB", "KiB", UNIT_BYTES, 1024, UNIT_EXACT},
		{"km", "km", UNIT_LENGTH, 1000000, UNIT_EXACT},
		{"kg", "kg", UNIT_MASS, 1000000, UNIT_EXACT},
		{"kWh", "kWh", UNIT_ENERGY, 1, 0},
		{"kW", "kW", UNIT_POWER, 1, UNIT_EXACT},
		{0},
	},
	['l'] = (const struct unit[]){
		{"l", "l", UNIT_MEASURE, 0, UNIT_EXACT},
		{"LOC", "LOC", UNIT_MEASURE, 0, UNIT_EXACT},
		{0},
	},
	['m'] = (const struct unit[]){
		{"milliseconds", "milliseconds", UNIT_TIME, MS, 0},
		{"millisecond", "milliseconds", UNIT_TIME, MS, 0},
		{"msecs", "msec", UNIT_TIME, MS, 0},
		{"msec", "msec", UNIT_TIME, MS, 0},
		{"ms", "ms", UNIT_TIME, MS, UNIT_EXACT},
		{"minutes", "minutes", UNIT_TIME, MIN, 0},
		{"minute", "minutes", UNIT_TIME, MIN, 0},
		{"mins", "min", UNIT_TIME, MIN, 0},
		{"min", "min", UNIT_TIME, MIN, 0},
		{"months", "months", UNIT_MONTHS, 1, 0},
		{"month", "months", UNIT_MONTHS, 1, 0},
		{"mths", "months", UNIT_MONTHS, 1, 0},
		{"mos", "mo", UNIT_MONTHS, 1, UNIT_ATTACHED},
		{"mo", "mo", UNIT_MONTHS, 1, UNIT_ATTACHED},
		{"Millisekunden", "Millisekunden", UNIT_TIME, MS, 0},
		{"Minuten", "Minuten", UNIT_TIME, MIN, 0},
		{"Monaten", "Monate", UNIT_MONTHS, 1, 0},
		{"Monate", "Monate", UNIT_MONTHS, 1, 0},
		{"Monat", "Monate", UNIT_MONTHS, 1, 0},
		{"mois", "mois", UNIT_MONTHS, 1, 0},
		{"minutos", "minutos", UNIT_TIME, MIN, 0},
		{"meses", "meses", UNIT_MONTHS, 1, 0},
		{"minuti", "minuti", UNIT_TIME, MIN, 0},
		{"mesi", "mesi", UNIT_MONTHS, 1, 0},
		{"minuten", "minuten", UNIT_TIME, MIN, 0},
		{"maanden", "maanden", UNIT_MONTHS, 1, 0},
		{"minutter", "minutter", UNIT_TIME, MIN, 0},
		{"minuter", "minuter", UNIT_TIME, MIN, 0},
		{"m\u00e5neder", "m\u00e5neder", UNIT_MONTHS, 1, 0},
		{"m\u00e5nader", "m\u00e5nader", UNIT_MONTHS, 1, 0},
		{"minuty", "minut", UNIT_TIME, MIN, 0},
		{"minut", "minut", UNIT_TIME, MIN, 0},
		{"miesi\u0119cy", "miesi\u0119cy", UNIT_MONTHS, 1, 0},
		{"miesi\u0105ce", "miesi\u0119cy", UNIT_MONTHS, 1, 0},
		{"m\u011bs\u00edc\u016f", "m\u011bs\u00edc\u016f", UNIT_MONTHS, 1, 0},
		{"menit", "menit", UNIT_TIME, MIN, 0},
		{"minggu", "minggu", UNIT_TIME, WEEK, 0},
		{"MB", "MB", UNIT_BYTES, 1000000, UNIT_EXACT},
		{"MiB", "MiB", UNIT_BYTES, 1048576, UNIT_EXACT},
		{"Mbps", "Mbps", UNIT_MEASURE, 0, 0},
		{"mg", "mg", UNIT_MASS, 1, UNIT_EXACT},
		{"mm", "mm", UNIT_LENGTH, 1, UNIT_EXACT},
		{"m\u00b2", "m\u00b2", UNIT_MEASURE, 0, UNIT_EXACT},
		{"m2", "m\u00b2", UNIT_MEASURE, 0, UNIT_EXACT},
		{"m\u00b3", "m\u00b3", UNIT_MEASURE, 0, UNIT_EXACT},
		{"m", "m", UNIT_LENGTH, 1000, UNIT_EXACT},
		{"MWh", "MWh", UNIT_ENERGY, 1000, UNIT_EXACT},
		{"MW", "MW", UNIT_POWER, 1000, UNIT_EXACT},
		{0},
	},
	['n'] = (const struct unit[]){
		{"ng\u00e0y", "ng\u00e0y", UNIT_TIME, DAY, 0},
		{0},
	},
	['p'] = (const struct unit[]){
		{"percentage points", "pp", UNIT_POINTS, 100, 0},
		{"percentage point", "pp", UNIT_POINTS, 100, 0},
		{"percent points", "pp", UNIT_POINTS, 100, 0},
		{"percentage pts", "pp", UNIT_POINTS, 100, 0},
		{"Prozentpunkte", "pp", UNIT_POINTS, 100, 0},
		{"Prozentpunkten", "pp", UNIT_POINTS, 100, 0},
		{"p.p.", "pp", UNIT_POINTS, 100, 0},
		{"ppts", "pp", UNIT_POINTS, 100, 0},
		{"ppt", "pp", UNIT_POINTS, 100, 0},
		{"pps", "pp", UNIT_POINTS, 100, 0},
		{"pp", "pp", UNIT_POINTS, 100, 0},
		{"percentage", "%", UNIT_SHARE, 0, 0},
		{"percent", "%", UNIT_SHARE, 0, 0},
		{"per cent", "%", UNIT_SHARE, 0, 0},
		{"pct", "%", UNIT_SHARE, 0, 0},
		{"Prozent", "%", UNIT_SHARE, 0, 0},
		{"procent", "%", UNIT_SHARE, 0, 0},
		{"pour cent", "%", UNIT_SHARE, 0, 0},
		{"por ciento", "%", UNIT_SHARE, 0, 0},
		{"por cento", "%", UNIT_SHARE, 0, 0},
		{"per cento", "%", UNIT_SHARE, 0, 0},
		{"ph\u00fat", "ph\u00fat", UNIT_TIME, MIN, 0},
		{"PB", "PB", UNIT_BYTES, INT64_C(1000000000000000), UNIT_EXACT},
		{"px", "px", UNIT_MEASURE, 0, 0},
		{"points", "points", UNIT_MEASURE, 0, 0},
		{"point", "points", UNIT_MEASURE, 0, 0},
		{"Punkte", "Punkte", UNIT_MEASURE, 0, 0},
		{"pts", "points", UNIT_MEASURE, 0, 0},
		{"pt", "points", UNIT_MEASURE, 0, 0},
		{0},
	},
	['q'] = (const struct unit[]){
		{"quarters", "quarters", UNIT_MONTHS, 3, 0},
		{"quarter", "quarters", UNIT_MONTHS, 3, 0},
		{"qtrs", "qtrs", UNIT_MONTHS, 3, 0},
		{"qtr", "qtrs", UNIT_MONTHS, 3, 0},
		{"qps", "qps", UNIT_MEASURE, 0, 0},
		{0},
	},
	['r'] = (const struct unit[]){
		{"rps", "rps", UNIT_MEASURE, 0, 0},
		{"rpm", "rpm", UNIT_MEASURE, 0, 0},
		{0},
	},
	['s'] = (const struct unit[]){
		{"seconds", "seconds", UNIT_TIME, SEC, 0},
		{"second", "seconds", UNIT_TIME, SEC, 0},
		{"secs", "sec", UNIT_TIME, SEC, 0},
		{"sec", "sec", UNIT_TIME, SEC, 0},
		{"s", "s", UNIT_TIME, SEC, UNIT_EXACT},
		{"Sekunden", "Sekunden", UNIT_TIME, SEC, 0},
		{"Sekunde", "Sekunden", UNIT_TIME, SEC, 0},
		{"Stunden", "Stunden", UNIT_TIME, HOUR, 0},
		{"Stunde", "Stunden", UNIT_TIME, HOUR, 0},
		{"Std.", "Std.", UNIT_TIME, HOUR, 0},
		{"Std", "Std.", UNIT_TIME, HOUR, 0},
		{"secondes", "secondes", UNIT_TIME, SEC, 0},
		{"semaines", "semaines", UNIT_TIME, WEEK, 0},
		{"semaine", "semaines", UNIT_TIME, WEEK, 0},
		{"segundos", "segundos", UNIT_TIME, SEC, 0},
		{"semanas", "semanas", UNIT_TIME, WEEK, 0},
		{"secondi", "secondi", UNIT_TIME, SEC, 0},
		{"settimane", "settimane", UNIT_TIME, WEEK, 0},
		{"sekunder", "sekunder", UNIT_TIME, SEC, 0},
		{"sekund", "sekund", UNIT_TIME, SEC, 0},
		{"sekundy", "sekundy", UNIT_TIME, SEC, 0},
		{"saniyeden", "saniye", UNIT_TIME, SEC, UNIT_FROM},
		{"saniyeye", "saniye", UNIT_TIME, SEC, 0},
		{"saniye", "saniye", UNIT_TIME, SEC, 0},
		{"saatten", "saat", UNIT_TIME, HOUR, UNIT_FROM},
		{"saate", "saat", UNIT_TIME, HOUR, 0},
		{"saat", "saat", UNIT_TIME, HOUR, 0},
		{0},
	},
	['t'] = (const struct unit[]){
		{"Tagen", "Tage", UNIT_TIME, DAY, 0},
		{"Tage", "Tage", UNIT_TIME, DAY, 0},
		{"Tag", "Tage", UNIT_TIME, DAY, 0},
		{"timmar", "timmar", UNIT_TIME, HOUR, 0},
		{"tygodni", "tygodni", UNIT_TIME, WEEK, 0},
		{"tygodnie", "tygodni", UNIT_TIME, WEEK, 0},
		{"t\u00fddn\u016f", "t\u00fddn\u016f", UNIT_TIME, WEEK, 0},
		{"tu\u1ea7n", "tu\u1ea7n", UNIT_TIME, WEEK, 0},
		{"th\u00e1ng", "th\u00e1ng", UNIT_MONTHS, 1, 0},
		{"TB", "TB", UNIT_BYTES, INT64_C(1000000000000), UNIT_EXACT},
		{"tps", "tps", UNIT_MEASURE, 0, 0},
		{"tCO2e", "tCO2e", UNIT_MEASURE, 0, 0},
		{"t", "t", UNIT_MASS, 1000000000, UNIT_EXACT},
		{"tonnes", "tonnes", UNIT_MASS, 1000000000, 0},
		{"tons", "tons", UNIT_MEASURE, 0, 0},
		{0},
	},
	['u'] = (const struct unit[]){
		{"uur", "uur", UNIT_TIME, HOUR, 0},
		{"uker", "uker", UNIT_TIME, WEEK, 0},
		{"uger", "uger", UNIT_TIME, WEEK, 0},
		{0},
	},
	['v'] = (const struct unit[]){
		{"veckor", "veckor", UNIT_TIME, WEEK, 0},
		{0},
	},
	['w'] = (const struct unit[]){
		{"weeks", "weeks", UNIT_TIME, WEEK, 0},
		{"week", "weeks", UNIT_TIME, WEEK, 0},
		{"wks", "wks", UNIT_TIME, WEEK, 0},
		{"wk", "wks", UNIT_TIME, WEEK, 0},
		{"w", "w", UNIT_TIME, WEEK, UNIT_EXACT | UNIT_ATTACHED},
		{"Wochen", "Wochen", UNIT_TIME, WEEK, 0},
		{"Woche", "Wochen", UNIT_TIME, WEEK, 0},
		{"weken", "weken", UNIT_TIME, WEEK, 0},
		{0},
	},
	['x'] = (const struct unit[]){
		{"x", "x", UNIT_FACTOR, 0, UNIT_ATTACHED},
		{0},
	},
	['y'] = (const struct unit[]){
		{"years", "years", UNIT_MONTHS, 12, 0},
		{"year", "years", UNIT_MONTHS, 12, 0},
		{"yrs", "yrs", UNIT_MONTHS, 12, 0},
		{"yr", "yrs", UNIT_MONTHS, 12, 0},
		{"y", "y", UNIT_MONTHS, 12, UNIT_EXACT | UNIT_ATTACHED},
		{0},
	},
	[0xc2] = (const struct unit[]){
		{"\u00b0C", "\u00b0C", UNIT_MEASURE, 0, 0},
		{"\u00b0F", "\u00b0F", UNIT_MEASURE, 0, 0},
		{"\u00b0", "\u00b0", UNIT_MEASURE, 0, 0},
		{0},
	},
	[0xc3] = (const struct unit[]){
		{"\u00d7", "x", UNIT_FACTOR, 0, UNIT_ATTACHED},
		{0},
	},
	[0xd0] = (const struct unit[]){
		{"\u043c\u0438\u043d\u0443\u0442\u044b", "\u043c\u0438\u043d\u0443\u0442\u044b", UNIT_TIME, MIN, 0},
		{"\u043c\u0438\u043d\u0443\u0442\u0430", "\u043c\u0438\u043d\u0443\u0442\u0430", UNIT_TIME, MIN, 0},
		{"\u043c\u0438\u043d\u0443\u0442", "\u043c\u0438\u043d\u0443\u0442", UNIT_TIME, MIN, 0},
		{"\u043c\u0438\u043d", "\u043c\u0438\u043d", UNIT_TIME, MIN, 0},
		{"\u0434\u043d\u0435\u0439", "\u0434\u043d\u0435\u0439", UNIT_TIME, DAY, 0},
		{"\u0434\u043d\u044f", "\u0434\u043d\u0435\u0439", UNIT_TIME, DAY, 0},
		{"\u0434\u0435\u043d\u044c", "\u0434\u043d\u0435\u0439", UNIT_TIME, DAY, 0},
		{"\u0434\u043d", "\u0434\u043d\u0435\u0439", UNIT_TIME, DAY, 0},
		{"\u043d\u0435\u0434\u0435\u043b\u044c", "\u043d\u0435\u0434\u0435\u043b\u044c", UNIT_TIME, WEEK, 0},
		{"\u043d\u0435\u0434\u0435\u043b\u0438", "\u043d\u0435\u0434\u0435\u043b\u044c", UNIT_TIME, WEEK, 0},
		{"\u043d\u0435\u0434\u0435\u043b\u044f", "\u043d\u0435\u0434\u0435\u043b\u044c", UNIT_TIME, WEEK, 0},
		{"\u043c\u0435\u0441\u044f\u0446\u0435\u0432", "\u043c\u0435\u0441\u044f\u0446\u0435\u0432", UNIT_MONTHS, 1, 0},
		{"\u043c\u0435\u0441\u044f\u0446\u0430", "\u043c\u0435\u0441\u044f\u0446\u0435\u0432", UNIT_MONTHS, 1, 0},
		{"\u043c\u0435\u0441\u044f\u0446", "\u043c\u0435\u0441\u044f\u0446\u0435\u0432", UNIT_MONTHS, 1, 0},
		{"\u043b\u0435\u0442", "\u043b\u0435\u0442", UNIT_MONTHS, 12, 0},
		{"\u0433\u043e\u0434\u0430", "\u043b\u0435\u0442", UNIT_MONTHS, 12, 0},
		{"\u043c\u0441", "ms", UNIT_TIME, MS, 0},
		{"\u043f\u0440\u043e\u0446\u0435\u043d\u0442\u043e\u0432", "%", UNIT_SHARE, 0, 0},
		{"\u043f.\u043f.", "pp", UNIT_POINTS, 100, 0},
		{0},
	},
	[0xd1] = (const struct unit[]){
		{"\u0441\u0435\u043a\u0443\u043d\u0434\u044b", "\u0441\u0435\u043a\u0443\u043d\u0434\u044b", UNIT_TIME, SEC, 0},
		{"\u0441\u0435\u043a\u0443\u043d\u0434", "\u0441\u0435\u043a\u0443\u043d\u0434", UNIT_TIME, SEC, 0},
		{"\u0441\u0435\u043a", "\u0441\u0435\u043a", UNIT_TIME, SEC, 0},
		{"\u0447\u0430\u0441\u043e\u0432", "\u0447\u0430\u0441\u043e\u0432", UNIT_TIME, HOUR, 0},
		{"\u0447\u0430\u0441\u0430", "\u0447\u0430\u0441\u043e\u0432", UNIT_TIME, HOUR, 0},
		{"\u0447\u0430\u0441", "\u0447\u0430\u0441\u043e\u0432", UNIT_TIME, HOUR, 0},
		{0},
	},
	[0xe2] = (const struct unit[]){
		{"\u2030", "\u2030", UNIT_MEASURE, 0, 0},
		{0},
	},
	[0xe3] = (const struct unit[]){
		{"\u30df\u30ea\u79d2", "ms", UNIT_TIME, MS, UNIT_EXACT},
		{"\u30ab\u6708", "months", UNIT_MONTHS, 1, UNIT_EXACT},
		{"\u30f5\u6708", "months", UNIT_MONTHS, 1, UNIT_EXACT},
		{"\u304b\u6708", "months", UNIT_MONTHS, 1, UNIT_EXACT},
		{"\u30f6\u6708", "months", UNIT_MONTHS, 1, UNIT_EXACT},
		{0},
	},
	[0xe4] = (const struct unit[]){
		{"\u4e2a\u6708", "months", UNIT_MONTHS, 1, UNIT_EXACT},
		{0},
	},
	[0xe5] = (const struct unit[]){
		{"\u5206\u949f", "min", UNIT_TIME, MIN, UNIT_EXACT},
		{"\u5206\u9418", "min", UNIT_TIME, MIN, UNIT_EXACT},
		{"\u5206", "min", UNIT_TIME, MIN, UNIT_EXACT},
		{"\u5c0f\u65f6", "hours", UNIT_TIME, HOUR, UNIT_EXACT},
		{"\u5c0f\u6642", "hours", UNIT_TIME, HOUR, UNIT_EXACT},
		{"\u5e74\u9593", "years", UNIT_MONTHS, 12, UNIT_EXACT},
		{"\u5929", "days", UNIT_TIME, DAY, UNIT_EXACT},
		{"\u55b6\u696d\u65e5", "days", UNIT_TIME, DAY, UNIT_EXACT},
		{"\u5de5\u4f5c\u65e5", "days", UNIT_TIME, DAY, UNIT_EXACT},
		{"\u5468", "weeks", UNIT_TIME, WEEK, UNIT_EXACT},
		{"\u500d", "x", UNIT_FACTOR, 0, UNIT_EXACT},
		{0},
	},
	[0xe6] = (const struct unit[]){
		{"\u6beb\u79d2", "ms", UNIT_TIME, MS, UNIT_EXACT},
		{"\u6642\u9593", "hours", UNIT_TIME, HOUR, UNIT_EXACT},
		{"\u65e5\u9593", "days", UNIT_TIME, DAY, UNIT_EXACT},
		{"\u65e5", "days", UNIT_TIME, DAY, UNIT_EXACT},
		{0},
	},
	[0xe7] = (const struct unit[]){
		{"\u79d2", "s", UNIT_TIME, SEC, UNIT_EXACT},
		{0},
	},
	[0xe9] = (const struct unit[]){
		{"\u9031\u9593", "weeks", UNIT_TIME, WEEK, UNIT_EXACT},
		{0},
	},
	[0xea] = (const struct unit[]){
		{"\uac1c\uc6d4", "months", UNIT_MONTHS, 1, UNIT_EXACT},
		{0},
	},
	[0xeb] = (const struct unit[]){
		{"\ubd84", "min", UNIT_TIME, MIN, UNIT_EXACT},
		{"\ubc30", "x", UNIT_FACTOR, 0, UNIT_EXACT},
		{0},
	},
	[0xec] = (const struct unit[]){
		{"\uc2dc\uac04", "hours", UNIT_TIME, HOUR, UNIT_EXACT},
		{"\uc77c", "days", UNIT_TIME, DAY, UNIT_EXACT},
		{"\ucd08", "s", UNIT_TIME, SEC, UNIT_EXACT},
		{0},
	},
	[0xef] = (const struct unit[]){
		{"\uff05", "%", UNIT_SHARE, 0, 0},
		{0},
	},
};

static const char *const NOUNS[] = {"people", "children", "women", "men",
	"staff", "personnel", "headcount", "media", "feet", "alumni", "youth",
	"menus", "gurus", "NPS", "ARR", "MRR", "Kunden", "Neukunden", "Nutzer",
	"Nutzern", "Nutzerinnen", "Mitarbeiter", "Mitarbeitende",
	"Mitarbeitern", "Besucher", "Teilnehmer", "Teilnehmende", "Tickets",
	"Bewerbungen", "Bestellungen", "Anfragen", "Abonnenten", "Schulen",
	"Personen", "Partner", "Partnern", "Interviews", "Schulungen", "Fehler",
	"Leads", "Filialen", "Projekte", "Artikel", "Spenden", "Klanten",
	"klanten", "gebruikers", "medewerkers", "clienti", "utenti", "nuovi",
	"software"};

static bool matches(const struct unit *u, struct str *s, bool attached)
{
	struct str rest = *s;

	if ((u->how & UNIT_ATTACHED) && !attached)
		return false;
	if (!(u->how & UNIT_EXACT ? str_skip(&rest, u->word)
				  : str_iskip(&rest, u->word)))
		return false;
	if (glyph_goes_on(rest) && str_is_alnum(u->word[strlen(u->word) - 1]))
		return false;
	/* "zero month-end corrections" */
	if (!attached && rest.n > 1 && rest.p[0] == '-' &&
		str_is_alpha(rest.p[1]) && str_is_alpha(rest.p[-1]))
		return false;
	/* "5 d-days", "3 m&a": the letter is the beginning of a word. */
	if (strlen(u->word) < 3 && str_is_alpha(u->word[0]) && rest.n > 1 &&
		(rest.p[0] == '-' || rest.p[0] == '&' || rest.p[0] == '\'') &&
		str_is_alpha(rest.p[1]))
		return false;
	*s = rest;
	return true;
}

const struct unit *unit_take(struct str *s, bool attached)
{
	for (const struct unit *u = UNITS[str_letter(*s)]; u && u->word; u++)
		if (matches(u, s, attached))
			return u;
	return NULL;
}

const struct unit *unit_find(struct str word)
{
	for (const struct unit *u = UNITS[str_letter(word)]; u && u->word;
		u++) {
		struct str name = str_of(u->word);

		if (u->how & UNIT_EXACT ? str_eq(word, name)
					: str_ieq(word, name))
			return u;
	}
	return NULL;
}

bool unit_is_noun(struct str word)
{
	for (size_t i = 0; i < COUNT_OF(NOUNS); i++)
		if (str_iis(word, NOUNS[i]))
			return true;
	return false;
}

bool unit_is_score(const char *unit)
{
	return unit[0] == '/' && str_is_digit(unit[1]);
}

bool unit_is_span(struct str word)
{
	const struct unit *u = unit_find(word);
	static const char *const MORE[] = {"sprint", "annum", "release",
		"semester", "term", "shift", "cycle", "iteration", "month",
		"mo", "d", "w", "y", "h", "semana", "semaine", "settimana",
		"mes", "m\u00eas", "mese", "d\u00eda", "dia", "giorno",
		"ann\u00e9e", "an", "anno", "ano", "a\u00f1o", "trimestre",
		"Quartal", "kwartaal", "dag", "vecka", "uke", "uge",
		"m\u00e5ned", "m\u00e5nad", "maand"};

	for (size_t i = 0; i < COUNT_OF(MORE); i++)
		if (str_iis(word, MORE[i]))
			return true;
	return u && (u->family == UNIT_TIME || u->family == UNIT_MONTHS);
}

/* The word without the ending of a plural. */
static struct str singular(struct str w)
{
	if (w.n > 4 && str_iends(w, "ies"))
		return str_sub(w, 0, w.n - 3);
	if (w.n > 3 && str_iends(w, "y") && !str_iends(w, "ay"))
		return str_sub(w, 0, w.n - 1);
	if (w.n > 4 && (str_iends(w, "ches") || str_iends(w, "shes") ||
			       str_iends(w, "sses") || str_iends(w, "xes")))
		return str_sub(w, 0, w.n - 2);
	if (w.n > 2 && str_iends(w, "s") && !str_iends(w, "ss"))
		return str_sub(w, 0, w.n - 1);
	return w;
}

static bool is_like_word(struct str a, struct str b)
{
	const struct unit *x = unit_find(a), *y = unit_find(b);

	if (x && y)
		return x->family == y->family &&
		       (x->factor ? y->factor != 0 : !strcmp(x->name, y->name));
	return str_ieq(singular(a), singular(b));
}

/* As is_like_word(), for what a rate is per: 1 week is not 1 day. */
static bool is_same_span(struct str a, struct str b)
{
	const struct unit *x = unit_find(a), *y = unit_find(b);

	return x && y ? x->family == y->family && x->factor == y->factor
		      : str_ieq(singular(a), singular(b));
}

bool unit_is_like(struct str a, struct str b)
{
	struct str head_a, head_b;

	if (str_ieq(a, b))
		return true;
	/* Out of 10 is not out of 5, nor 1:3 like 3:1. */
	if (str_starts(a, "/") || str_starts(b, "/") ||
		str_find_char(a, ':') != STR_NONE ||
		str_find_char(b, ':') != STR_NONE)
		return false;
	if (!str_take_until(&a, '/', &head_a) ||
		!str_take_until(&b, '/', &head_b))
		return false;
	return is_like_word(head_a, head_b) && is_same_span(a, b);
}
