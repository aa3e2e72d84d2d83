/*
 * Written results: where they begin and what they say; and arrows, dashes
 * and brackets that are part of the sentence.
 */
#include "unit.h"

#include <stdio.h>

#include "result.h"

struct sample {
	const char *line;
	enum result_kind kind;
	const char *percent; /* NULL: none */
	const char *text;    /* of the result */
	const char *rest;    /* NULL: the line as it is */
};

static const struct sample SAMPLES[] = {
	/* strong arrows: anything goes */
	{"Ship it => DONE", RESULT_DONE, NULL, "DONE", "Ship it"},
	{"Ship it ==> done", RESULT_DONE, NULL, "done", "Ship it"},
	{"Ship it --> Done.", RESULT_DONE, NULL, "Done.", "Ship it"},
	{"Ship it.=>Done", RESULT_DONE, NULL, "Done", "Ship it."},
	{"Ship it =>100%", RESULT_PERCENT, "100", "100%", "Ship it"},
	{"Ship it => 66% (two of three)", RESULT_PERCENT, "66",
		"66% (two of three)", "Ship it"},
	{"Ship it => 12,5 %", RESULT_PERCENT, "12.5", "12,5 %", "Ship it"},
	{"Ship it => 200%.", RESULT_PERCENT, "200", "200%.", "Ship it"},
	{"Ship it => 90% (On track)", RESULT_PERCENT, "90", "90% (On track)",
		"Ship it"},
	{"Ship it => ~60%", RESULT_PERCENT, "60", "~60%", "Ship it"},
	{"Ship it => about 60% done", RESULT_PERCENT, "60", "about 60% done",
		"Ship it"},
	{"Ship it => completed 60%", RESULT_PERCENT, "60", "completed 60%",
		"Ship it"},
	{"Ship it => 0% due to delays", RESULT_PERCENT, "0", "0% due to delays",
		"Ship it"},
	{"Raise the margin to 18 \u2013 20 %", RESULT_NONE, NULL, "", NULL},
	{"Raise the margin to 18 - 20 % (done)", RESULT_DONE, NULL, "done",
		"Raise the margin to 18 - 20 %"},
	{"Ship it to 40 shops - 60 %", RESULT_PERCENT, "60", "60 %",
		"Ship it to 40 shops"},
	{"Print the map [x]", RESULT_DONE, NULL, "done", "Print the map"},
	{"Print the map [ ]", RESULT_NONE, NULL, "", NULL},
	{"Pintar la barca - pendiente de iniciar", RESULT_NOT_STARTED, NULL,
		"pendiente de iniciar", "Pintar la barca"},
	{"Pintar o barco (ainda por come\u00e7ar)", RESULT_NOT_STARTED, NULL,
		"ainda por come\u00e7ar", "Pintar o barco"},
	{"Peindre le bateau - pas encore d\u00e9marr\u00e9", RESULT_NOT_STARTED,
		NULL, "pas encore d\u00e9marr\u00e9", "Peindre le bateau"},
	{"Ship it - 4 of 6 shipped to date", RESULT_PERCENT, "66.666667",
		"4 of 6 shipped to date", "Ship it"},
	{"Ship it => 7 of 8", RESULT_PERCENT, "87.5", "7 of 8", "Ship it"},
	{"Open a yard -> Result: the lease fell through", RESULT_NOTE, NULL,
		"the lease fell through", "Open a yard"},
	{"Sell 200 passes -> Result: we sold 231", RESULT_NOTE, NULL,
		"we sold 231", "Sell 200 passes"},
	{"Open a yard - Result: the lease fell through", RESULT_NOTE, NULL,
		"the lease fell through", "Open a yard"},
	{"Open a yard (Result: no lease yet)", RESULT_NOTE, NULL,
		"Result: no lease yet", "Open a yard"},
	{"Ship it => 2.5/4", RESULT_PERCENT, "62.5", "2.5/4", "Ship it"},
	{"Ship it => 0/15", RESULT_PERCENT, "0", "0/15", "Ship it"},
	{"Ship it => 3 out of 4 sites", RESULT_PERCENT, "75",
		"3 out of 4 sites", "Ship it"},
	{"Ship it => 1/3", RESULT_PERCENT, "33.333333", "1/3", "Ship it"},
	{"Ship it => 0.7", RESULT_PERCENT, "70", "0.7", "Ship it"},
	{"Ship it => 1.0", RESULT_PERCENT, "100", "1.0", "Ship it"},
	{"Move 120 carts -> 0.7", RESULT_PERCENT, "70", "0.7",
		"Move 120 carts"},
	{"Open orders: 12 => 80%, done", RESULT_PERCENT, "80", "80%, done",
		"Open orders: 12"},
	{"Write 4 guides: 50%", RESULT_PERCENT, "50", "50%", "Write 4 guides"},
	{"Implement the portal: 30% (design only)", RESULT_PERCENT, "30",
		"30% (design only)", "Implement the portal"},
	{"Draw 3 charts (50% - two wait)", RESULT_PERCENT, "50",
		"50% - two wait", "Draw 3 charts"},
	{"First draft of the songbook read by the choir \u2013 30%",
		RESULT_PERCENT, "30", "30%",
		"First draft of the songbook read by the choir"},
	{"Leitfaden f\u00fcr G\u00e4ste schreiben \u2013 40 %", RESULT_PERCENT,
		"40", "40 %", "Leitfaden f\u00fcr G\u00e4ste schreiben"},
	{"Das neue Lager ist in 3 H\u00e4usern eingef\u00fchrt: 50 %",
		RESULT_PERCENT, "50", "50 %",
		"Das neue Lager ist in 3 H\u00e4usern eingef\u00fchrt"},
	{"Sunset the old kiosk (40%)", RESULT_PERCENT, "40", "40%",
		"Sunset the old kiosk"},
	{"Automate 60% of the reports [r: 45% complete]", RESULT_PERCENT, "45",
		"r: 45% complete", "Automate 60% of the reports"},
	{"Water the trees: done in 11 of 12 weeks", RESULT_NONE, NULL, "",
		"Water the trees: done in 11 of 12 weeks"},
	{"Waste recycled \u2013 70%", RESULT_NONE, NULL, "",
		"Waste recycled \u2013 70%"},
	{"Calls answered within a minute \u2013 90%", RESULT_NONE, NULL, "",
		"Calls answered within a minute \u2013 90%"},
	{"Ship 95% of parcels in a day \u2013 99% for food", RESULT_NONE, NULL,
		"", "Ship 95% of parcels in a day \u2013 99% for food"},
	{"Deliver [phase 1] (66%)", RESULT_PERCENT, "66", "66%",
		"Deliver [phase 1]"},
	{"Map the sources. 50%", RESULT_PERCENT, "50", "50%",
		"Map the sources."},
	{"Raise the quality. 50%", RESULT_NONE, NULL, "",
		"Raise the quality. 50%"},
	{"Retire the old lift: 100% [photo](https://example.org/a)",
		RESULT_PERCENT, "100", "100% photo", "Retire the old lift"},
	{"Labels on 50 crates: 50/50, 100% [list](https://example.org/a)",
		RESULT_PERCENT, "100", "50/50, 100% list",
		"Labels on 50 crates"},
	{"Labels on 50 crates: 20/30", RESULT_NONE, NULL, "",
		"Labels on 50 crates: 20/30"},
	{"Report weekly, starting Sept. 1.", RESULT_NONE, NULL, "",
		"Report weekly, starting Sept. 1."},
	{"Book 60 tours => 71 (118%)", RESULT_PERCENT, "118", "71 (118%)",
		"Book 60 tours"},
	{"Uptime of 99.95% (actual: 99.91%)", RESULT_NONE, NULL, "",
		"Uptime of 99.95% (actual: 99.91%)"},
	{"Write 9 of them (actual: 80%)", RESULT_PERCENT, "80", "actual: 80%",
		"Write 9 of them"},
	{"Stays rise from 40% (last year) -> 60%", RESULT_NONE, NULL, "",
		"Stays rise from 40% (last year) -> 60%"},
	{"Share of cases closed online (vs by post) 15% -> 60%", RESULT_NONE,
		NULL, "",
		"Share of cases closed online (vs by post) 15% -> 60%"},
	{"Boats of the three kinds: sold, moved, and renamed.", RESULT_NONE,
		NULL, "",
		"Boats of the three kinds: sold, moved, and renamed."},
	{"Track crates by state: cancelled, delayed or done", RESULT_NONE, NULL,
		"", "Track crates by state: cancelled, delayed or done"},
	{"Paint the hall: done, and the door is moved", RESULT_DONE, NULL,
		"done, and the door is moved", "Paint the hall"},
	{"Paint the hall: finished 12 May", RESULT_DONE, NULL,
		"finished 12 May", "Paint the hall"},
	{"Test coverage: 80%", RESULT_NONE, NULL, "", "Test coverage: 80%"},
	{"Preserve 100% of it: 94%", RESULT_NONE, NULL, "",
		"Preserve 100% of it: 94%"},
	{"Visits from 200 to 300, currently 48 %", RESULT_PERCENT, "48",
		"currently 48 %", "Visits from 200 to 300"},
	{"Sign 12 sponsors \u2588\u2588\u2588\u2588\u2588\u2591\u2591 70%",
		RESULT_PERCENT, "70", "70%", "Sign 12 sponsors"},
	{"Refunds below 3% [####......] 40%", RESULT_PERCENT, "40", "40%",
		"Refunds below 3%"},
	{"Visits to [the page] 40%", RESULT_NONE, NULL, "",
		"Visits to [the page] 40%"},
	{"Host 4 fairs \u2192 Hosted 3/4", RESULT_PERCENT, "75", "Hosted 3/4",
		"Host 4 fairs"},
	{"Visits from 200 to 300 (now 48%)", RESULT_PERCENT, "48", "now 48%",
		"Visits from 200 to 300"},
	{"Usage from 20% to 60%, currently 48 %", RESULT_NONE, NULL, "",
		"Usage from 20% to 60%, currently 48 %"},
	{"Ship it => Not yet", RESULT_NOT_STARTED, NULL, "Not yet", "Ship it"},
	{"Ship it => Yes", RESULT_DONE, NULL, "Yes", "Ship it"},
	{"Ship it =>. Done", RESULT_DONE, NULL, ". Done", "Ship it"},
	{"Ship it => Score: 0.4", RESULT_PERCENT, "40", "Score: 0.4",
		"Ship it"},
	{"Ship it => [DONE](https://example.org/a)", RESULT_DONE, NULL, "DONE",
		"Ship it"},
	{"Ship [it](https://e.org/?a=>b) => WIP", RESULT_WIP, NULL, "WIP",
		"Ship [it](https://e.org/?a=>b)"},
	{"Ship it => **DONE**", RESULT_DONE, NULL, "DONE", "Ship it"},
	{"Ship it => DONE 100%", RESULT_DONE, NULL, "DONE 100%", "Ship it"},
	{"Ship it => WIP 40%", RESULT_WIP, "40", "WIP 40%", "Ship it"},
	{"Ship it => In progress (40%)", RESULT_WIP, "40", "In progress (40%)",
		"Ship it"},
	{"Ship it => Just starting (hard)", RESULT_WIP, NULL,
		"Just starting (hard)", "Ship it"},
	{"Ship it => partially done", RESULT_NOTE, NULL, "partially done",
		"Ship it"},
	{"Ship it => teilweise erreicht", RESULT_NOTE, NULL,
		"teilweise erreicht", "Ship it"},
	{"Ship it => deels behaald", RESULT_NOTE, NULL, "deels behaald",
		"Ship it"},
	{"Ship it => parcialmente atingido, 3 a menos", RESULT_NOTE, NULL,
		"parcialmente atingido, 3 a menos", "Ship it"},
	{"Ship it => partially, 60 %", RESULT_PERCENT, "60", "partially, 60 %",
		"Ship it"},
	{"Bake 12 cakes \u2014 gedeeltelijk behaald", RESULT_NOTE, NULL,
		"gedeeltelijk behaald", "Bake 12 cakes"},
	{"Bake 12 cakes \u2013 parcialmente completado", RESULT_NOTE, NULL,
		"parcialmente completado", "Bake 12 cakes"},
	{"Bake 12 cakes \u2013 teilweise Zucker", RESULT_NONE, NULL, "",
		"Bake 12 cakes \u2013 teilweise Zucker"},
	{"Bake 12 cakes. Not met; 9 by Sunday.", RESULT_MISSED, NULL,
		"Not met; 9 by Sunday.", "Bake 12 cakes."},
	{"Bake 12 cakes; sell 9. Not met.", RESULT_MISSED, NULL, "Not met.",
		"Bake 12 cakes; sell 9."},
	{"Bake 12 cakes. Sell 9; done.", RESULT_DONE, NULL, "done.",
		"Bake 12 cakes. Sell 9"},
	{"Ship it => partly done (60%)", RESULT_PERCENT, "60",
		"partly done (60%)", "Ship it"},
	{"Ship it => partly, 60 % of them came late", RESULT_NOTE, NULL,
		"partly, 60 % of them came late", "Ship it"},
	{"Ship it => missed, 60 % of them came late", RESULT_MISSED, NULL,
		"missed, 60 % of them came late", "Ship it"},
	{"Ship it => almost complete", RESULT_WIP, NULL, "almost complete",
		"Ship it"},
	{"Ship it => on track", RESULT_WIP, NULL, "on track", "Ship it"},
	{"Ship it => Blocked by legal", RESULT_BLOCKED, NULL,
		"Blocked by legal", "Ship it"},
	{"Ship it => waiting on vendor", RESULT_BLOCKED, NULL,
		"waiting on vendor", "Ship it"},
	{"Ship it => Deferred to Q2", RESULT_DEFERRED, NULL, "Deferred to Q2",
		"Ship it"},
	{"Ship it => moved to next quarter", RESULT_DEFERRED, NULL,
		"moved to next quarter", "Ship it"},
	{"Ship it => pushed to FY22", RESULT_DEFERRED, NULL, "pushed to FY22",
		"Ship it"},
	{"Ship it => Delayed until March", RESULT_DEFERRED, NULL,
		"Delayed until March", "Ship it"},
	{"Ship it => carried over", RESULT_DEFERRED, NULL, "carried over",
		"Ship it"},
	{"Ship it => On hold", RESULT_DEFERRED, NULL, "On hold", "Ship it"},
	{"Ship it => Not started", RESULT_NOT_STARTED, NULL, "Not started",
		"Ship it"},
	{"Ship it => to do", RESULT_NOT_STARTED, NULL, "to do", "Ship it"},
	{"Ship it => hasn't started yet", RESULT_NOT_STARTED, NULL,
		"hasn't started yet", "Ship it"},
	{"Ship it => N/A", RESULT_NA, NULL, "N/A", "Ship it"},
	{"Ship it => Cancelled", RESULT_NA, NULL, "Cancelled", "Ship it"},
	{"Ship it => no longer relevant", RESULT_NA, NULL, "no longer relevant",
		"Ship it"},
	{"Ship it => Achieved", RESULT_DONE, NULL, "Achieved", "Ship it"},
	{"Ship it => Completed in March", RESULT_DONE, NULL,
		"Completed in March", "Ship it"},
	{"Ship it => Complete!", RESULT_DONE, NULL, "Complete!", "Ship it"},
	{"Ship it => Launched on 3 May", RESULT_DONE, NULL, "Launched on 3 May",
		"Ship it"},
	{"Ship it => \u2705", RESULT_DONE, NULL, "\u2705", "Ship it"},
	{"Ship it => \u2705 shipped", RESULT_DONE, NULL, "\u2705 shipped",
		"Ship it"},
	{"Ship it => Missed", RESULT_MISSED, NULL, "Missed", "Ship it"},
	{"Ship it => Not achieved", RESULT_MISSED, NULL, "Not achieved",
		"Ship it"},
	{"Look like my photo --> https://www.example.org/photo/", RESULT_NONE,
		NULL, "", NULL},
	{"Ship it => we changed our minds", RESULT_NOTE, NULL,
		"we changed our minds", "Ship it"},
	{"Sign the lease. Result: the owner asked for time", RESULT_NOTE, NULL,
		"the owner asked for time", "Sign the lease."},
	{"Save on freight. Result: measured by the first bid and the last",
		RESULT_NONE, NULL, "", NULL},
	{"Ouvrir le refuge. R\u00e9sultat : le conseil a report\u00e9 son vote",
		RESULT_NOTE, NULL, "le conseil a report\u00e9 son vote",
		"Ouvrir le refuge."},
	{"Improve the audit result: fewer remarks", RESULT_NONE, NULL, "",
		NULL},
	{"Ship it => +8% increase", RESULT_NOTE, NULL, "+8% increase",
		"Ship it"},
	{"Ship it => 8% increase", RESULT_NOTE, NULL, "8% increase", "Ship it"},
	{"Ship it => $4.2M", RESULT_NOTE, NULL, "$4.2M", "Ship it"},
	{"Ship it => Moved to spreadsheets", RESULT_NOTE, NULL,
		"Moved to spreadsheets", "Ship it"},
	{"Ship it => Delivered first draft to board", RESULT_NOTE, NULL,
		"Delivered first draft to board", "Ship it"},
	{"Ship it => erledigt", RESULT_DONE, NULL, "erledigt", "Ship it"},
	{"Ship it => en cours", RESULT_WIP, NULL, "en cours", "Ship it"},
	{"Reach 80% => 66%", RESULT_PERCENT, "66", "66%", "Reach 80%"},
	{"Grow from 2 to 5 => 60%", RESULT_PERCENT, "60", "60%",
		"Grow from 2 to 5"},
	{"Finish by April 30 => 90%", RESULT_PERCENT, "90", "90%",
		"Finish by April 30"},
	{"Ship A => B => DONE", RESULT_DONE, NULL, "DONE", "Ship A => B"},

	/* weak arrows and dashes: only what is a result for sure */
	{"Ship it -> Done", RESULT_DONE, NULL, "Done", "Ship it"},
	{"Ship it -> Delivered Apr 15", RESULT_DONE, NULL, "Delivered Apr 15",
		"Ship it"},
	{"Ship it -> Missed 2025-04-15", RESULT_MISSED, NULL,
		"Missed 2025-04-15", "Ship it"},
	{"Ship it => Substantially missed", RESULT_MISSED, NULL,
		"Substantially missed", "Ship it"},
	{"Ship it \u2192 80%", RESULT_PERCENT, "80", "80%", "Ship it"},
	{"Ship it \u2192 in progress", RESULT_WIP, NULL, "in progress",
		"Ship it"},
	{"Ship it - Push to Q2", RESULT_DEFERRED, NULL, "Push to Q2",
		"Ship it"},
	{"Ship it - DONE", RESULT_DONE, NULL, "DONE", "Ship it"},
	{"Ship it \u2013 completed", RESULT_DONE, NULL, "completed", "Ship it"},
	{"Ship it \u2014 75% complete", RESULT_PERCENT, "75", "75% complete",
		"Ship it"},
	{"Reach 40 partners - 60%", RESULT_PERCENT, "60", "60%",
		"Reach 40 partners"},
	{"Ship it - blocked (legal)", RESULT_BLOCKED, NULL, "blocked (legal)",
		"Ship it"},

	/* brackets, parentheses, colons, last words */
	{"Ship it [33%](https://example.org/b)", RESULT_PERCENT, "33", "33%",
		"Ship it"},
	{"Ship it [DONE]", RESULT_DONE, NULL, "DONE", "Ship it"},
	{"**Ship it.** [DONE - one half] [Carried forward to [Q2](u)]",
		RESULT_DONE, NULL, "[DONE - one half] [Carried forward to Q2]",
		"**Ship it.**"},
	{"Ship it (DONE)", RESULT_DONE, NULL, "DONE", "Ship it"},
	{"Ship it (deferred to Q3)", RESULT_DEFERRED, NULL, "deferred to Q3",
		"Ship it"},
	{"Ship it (80% complete)", RESULT_PERCENT, "80", "80% complete",
		"Ship it"},
	{"Ship it (Score: 0.6)", RESULT_PERCENT, "60", "Score: 0.6", "Ship it"},
	{"Ship it: Done", RESULT_DONE, NULL, "Done", "Ship it"},
	{"Ship it. Status: blocked", RESULT_BLOCKED, NULL, "blocked",
		"Ship it."},
	{"Ship it. Done.", RESULT_DONE, NULL, "Done.", "Ship it."},
	{"Ship it DONE", RESULT_DONE, NULL, "DONE", "Ship it"},
	{"Ship it WIP.", RESULT_WIP, NULL, "WIP.", "Ship it"},
	{"Ship it \u2705", RESULT_DONE, NULL, "\u2705", "Ship it"},
	{"Ship it \u274c", RESULT_MISSED, NULL, "\u274c", "Ship it"},
	{"Ship it \U0001f6a7", RESULT_WIP, NULL, "\U0001f6a7", "Ship it"},
	{"Ship it :white_check_mark:", RESULT_DONE, NULL,
		":white_check_mark:", "Ship it"},
	{"\u2705 Ship it", RESULT_DONE, NULL, "\u2705", "Ship it"},
	{"[DONE] Ship it", RESULT_DONE, NULL, "DONE", "Ship it"},

	{"Hire 5 people (3 of 5 hired)", RESULT_PERCENT, "60", "3 of 5 hired",
		"Hire 5 people"},
	{"Hire 5 people **DONE**", RESULT_DONE, NULL, "DONE", "Hire 5 people"},
	{"Hire 5 people **(blocked)**", RESULT_BLOCKED, NULL, "blocked",
		"Hire 5 people"},
	{"Hire 5 people **in progress**", RESULT_WIP, NULL, "in progress",
		"Hire 5 people"},
	{"DONE: hire 5 people", RESULT_DONE, NULL, "DONE", "hire 5 people"},
	{"WIP - hire 5 people", RESULT_WIP, NULL, "WIP", "hire 5 people"},
	{"Launch it \u2013 100%", RESULT_PERCENT, "100", "100%", "Launch it"},
	{"Grow from 3 to 5: 60%", RESULT_PERCENT, "60", "60%",
		"Grow from 3 to 5"},
	{"Ship it => Exceeded: 120%", RESULT_PERCENT, "120", "Exceeded: 120%",
		"Ship it"},
	{"Ship it => On track for Q3", RESULT_WIP, NULL, "On track for Q3",
		"Ship it"},

	/* nothing of the kind */
	{"Conversion rate - 50%", RESULT_NONE, NULL, "", NULL},
	{"Launch **the thing**", RESULT_NONE, NULL, "", NULL},
	{"**Get it done**", RESULT_NONE, NULL, "", NULL},
	{"Conversion: 50%", RESULT_NONE, NULL, "", NULL},
	{"Ship it", RESULT_NONE, NULL, "", NULL},
	{"", RESULT_NONE, NULL, "", NULL},
	{"Move from Stage 2 -> 3", RESULT_NONE, NULL, "", NULL},
	{"From <5% to >25%", RESULT_NONE, NULL, "", NULL},
	{"Bugs 5 \u2192 1", RESULT_NONE, NULL, "", NULL},
	{"Churn 25% \u2192 20%", RESULT_NONE, NULL, "", NULL},
	{"Churn 25% => 20%", RESULT_NONE, NULL, "", NULL},
	{"Latency 800ms => 400ms", RESULT_NONE, NULL, "", NULL},
	{"Uptime >= 99.9%", RESULT_NONE, NULL, "", NULL},
	{"MR rate increases to >=11", RESULT_NONE, NULL, "", NULL},
	{"Improve MQL -> SQL conversion", RESULT_NONE, NULL, "", NULL},
	{"Improve free \u2192 paid conversion", RESULT_NONE, NULL, "", NULL},
	{"Migrate from the old shop => the new one", RESULT_NONE, NULL, "",
		NULL},
	{"Get things done", RESULT_NONE, NULL, "", NULL},
	{"Definition of done", RESULT_NONE, NULL, "", NULL},
	{"Reduce work in progress", RESULT_NONE, NULL, "", NULL},
	{"Keep the roadmap on track", RESULT_NONE, NULL, "", NULL},
	{"Ship the portal - live chat included", RESULT_NONE, NULL, "", NULL},
	{"Maintain ratio - nominate new people", RESULT_NONE, NULL, "", NULL},
	{"Grow to $18M (+50%)", RESULT_NONE, NULL, "", NULL},
	{"Improve uptime (99.95%)", RESULT_NONE, NULL, "", NULL},
	{"Reach [100%](https://example.org/c)", RESULT_NONE, NULL, "", NULL},
	{"Cut costs [see #12](https://example.org/d)", RESULT_NONE, NULL, "",
		NULL},
	{"Close gaps `a => b`", RESULT_NONE, NULL, "", NULL},
	{"Close gaps <!-- => DONE -->", RESULT_NONE, NULL, "", NULL},
	{"Teams: sales, support", RESULT_NONE, NULL, "", NULL},
	{"Number of blocked tickets under 5", RESULT_NONE, NULL, "", NULL},
	{"NPS 10 - 20%", RESULT_NONE, NULL, "", NULL},
	{"Move in, completed by the end of June", RESULT_NONE, NULL, "", NULL},
	{"Move in (completed by Q3)", RESULT_NONE, NULL, "", NULL},
	{"Ask 25 people and hire 1: 50 asked (100%), hired 0 (0%)", RESULT_NONE,
		NULL, "", NULL},
	{"Covers of 80% \U0001f7e1 70%", RESULT_NONE, NULL, "", NULL},
	{"Test coverage - 80%", RESULT_NONE, NULL, "", NULL},
	{"All crews use the new logbook - 80%", RESULT_PERCENT, "80", "80%",
		"All crews use the new logbook"},
	{"All surveys: response rate - 60%", RESULT_NONE, NULL, "", NULL},
	{"Error rate - 0%", RESULT_NONE, NULL, "", NULL},

	/* lamps and signs with a number behind them */
	{"Hire 2 bakers \U0001f535 1/2", RESULT_PERCENT, "50", "\U0001f535 1/2",
		"Hire 2 bakers"},
	{"Print the map \U0001f7e2 70%", RESULT_PERCENT, "70", "\U0001f7e2 70%",
		"Print the map"},
	{"Sales $10M \u2192 $14M \u2705 $14.2M", RESULT_DONE, NULL,
		"\u2705 $14.2M", "Sales $10M \u2192 $14M"},
	{"Hire 5 bakers \u274c 2 hired", RESULT_MISSED, NULL, "\u274c 2 hired",
		"Hire 5 bakers"},

	/* nobody aims at that */
	{"Survey of the vendors - 0%", RESULT_PERCENT, "0", "0%",
		"Survey of the vendors"},
	{"The ovens were moved in May. (100%)", RESULT_PERCENT, "100", "100%",
		"The ovens were moved in May."},

	/* sums with their share, times and people */
	{"Sell $1M (achieved $0.8M, 80%)", RESULT_PERCENT, "80",
		"achieved $0.8M, 80%", "Sell $1M"},
	{"Print it - completed two weeks early", RESULT_DONE, NULL,
		"completed two weeks early", "Print it"},
	{"Print it (blocked by the audit)", RESULT_BLOCKED, NULL,
		"blocked by the audit", "Print it"},
	{"Print it; done", RESULT_DONE, NULL, "done", "Print it"},

	/* other languages and their marks */
	{"Imprimer le plan \u2014 atteint \u00e0 70 %", RESULT_PERCENT, "70",
		"atteint \u00e0 70 %", "Imprimer le plan"},
	{"Imprimir el mapa (cumplido al 70 %)", RESULT_PERCENT, "70",
		"cumplido al 70 %", "Imprimir el mapa"},
	{"\u5370\u5237\u5730\u56fe\uff08\u5df2\u5b8c\u6210\uff09", RESULT_DONE,
		NULL, "\u5df2\u5b8c\u6210", "\u5370\u5237\u5730\u56fe"},
	{"\u5370\u5237\u5730\u56fe\uff0c\u72b6\u6001\uff1a\u8fdb\u884c\u4e2d",
		RESULT_WIP, NULL, "\u8fdb\u884c\u4e2d",
		"\u5370\u5237\u5730\u56fe"},
	{"Wydrukowa\u0107 map\u0119 (zrobione)", RESULT_DONE, NULL, "zrobione",
		"Wydrukowa\u0107 map\u0119"},
	{"=> DONE", RESULT_NONE, NULL, "", NULL},
	{"Double adoption (7 new hires)", RESULT_NONE, NULL, "", NULL},
	{"Increase revenue: 5% to 8%", RESULT_NONE, NULL, "", NULL},
	{"Status: green for all teams", RESULT_NONE, NULL, "", NULL},
	{"Show why a shop is off the map (closed / moved / renamed).",
		RESULT_NONE, NULL, "", NULL},
	{"Open the shop (done / live)", RESULT_DONE, NULL, "done / live",
		"Open the shop"},
};

static const char *percent_of(const struct result *r, char *text, size_t size)
{
	struct buf b;

	if (!r->percent)
		return "-";
	buf_init(&b, 64);
	decimal_print(&b, *r->percent);
	snprintf(text, size, "%s", b.p);
	buf_release(&b);
	return text;
}

static int check(struct arena *a, const struct sample *s)
{
	struct result r;
	struct str rest = result_split(a, str_of(s->line), &r, NULL, NULL);
	char text[64];
	const char *percent = percent_of(&r, text, sizeof text);

	if (r.kind == s->kind && !strcmp(r.text, s->text) &&
		!strcmp(percent, s->percent ? s->percent : "-") &&
		str_is(rest, s->rest ? s->rest : s->line))
		return 0;
	print_error("'%s': %s %s '%s', rest '%.*s'\n", s->line,
		r.kind ? result_kind_name(r.kind) : "none", percent, r.text,
		STR_ARG(rest));
	return 1;
}

static void results_are_split_off_and_classified(void **state)
{
	struct arena a = ARENA_INIT;
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(SAMPLES); i++)
		wrong += check(&a, &SAMPLES[i]);
	arena_release(&a);
	assert_int_equal(wrong, 0);
}

static const char *usual(struct arena *a, const char *line, size_t dashes)
{
	struct result_habit habit = {.n = {[RESULT_AT_DASH] = dashes}};
	struct result r;
	struct str rest = result_split_usual(a, str_of(line), &r, &habit);

	assert_true(r.kind == RESULT_NONE || r.kind == RESULT_PERCENT);
	return r.kind ? arena_printf(a, "%.*s|%s", STR_ARG(rest), r.text) : "";
}

static void others_of_a_text_tell_an_aim_from_a_result(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	assert_string_equal(usual(&a, "Survey of the ovens - 75%", 2),
		"Survey of the ovens|75%");
	assert_string_equal(usual(&a, "Survey of the ovens - 75%", 1), "");
	assert_string_equal(usual(&a, "Survey of the ovens: 75%", 3), "");
	assert_string_equal(usual(&a, "Bread for all schools 100%", 3),
		"Bread for all schools|100%");
	assert_string_equal(usual(&a, "Bread for all schools 100 %", 3),
		"Bread for all schools|100 %");
	assert_string_equal(usual(&a, "Bread for all schools", 3), "");
	assert_string_equal(usual(&a, "Bread that is sold - 75", 3), "");
	assert_string_equal(usual(&a, "Oven coverage - 75%", 3), "");
	assert_string_equal(usual(&a, "Reduce waste - 75%", 3), "");
	assert_string_equal(usual(&a, "Get from 10% to 20% - 75%", 3), "");
	arena_release(&a);
}

static void where_results_stand_is_counted(void **state)
{
	struct arena a = ARENA_INIT;
	struct result_habit habit = {.n = {0}};
	struct result r;

	(void)state;
	(void)!result_split(&a, STR("Bake - done"), &r, NULL, &habit).n;
	(void)!result_split(&a, STR("Publish 5 guides: 60%"), &r, NULL, &habit)
		.n;
	(void)!result_split(&a, STR("Bake => at last"), &r, NULL, &habit).n;
	(void)!result_split(&a, STR("Bake"), &r, NULL, &habit).n;
	assert_int_equal(habit.n[RESULT_AT_DASH], 1);
	assert_int_equal(habit.n[RESULT_AT_COLON], 1);
	(void)!result_split(
		&a, STR("4 ovens in our hall: **60 %**"), &r, NULL, &habit)
		.n;
	assert_int_equal(habit.n[RESULT_AT_COLON], 2);
	assert_int_equal(habit.n[RESULT_AT_ARROW], 0);
	arena_release(&a);
}

static void links_of_a_result_are_kept(void **state)
{
	struct arena a = ARENA_INIT;
	struct links links = {.n = 0};
	struct result r;
	struct str rest = result_split(&a,
		STR("Map [roles](/r) => 90% for [A](/a) and [B](/b)"), &r,
		&links, NULL);

	(void)state;
	assert_true(str_is(rest, "Map [roles](/r)"));
	assert_string_equal(r.text, "90% for A and B");
	assert_int_equal(links.n, 2);
	assert_string_equal(links.v[0].text, "A");
	assert_string_equal(links.v[1].url, "/b");
	arena_release(&a);
}

static void a_field_is_a_result_as_a_whole(void **state)
{
	struct arena a = ARENA_INIT;
	struct result r;

	(void)state;
	result_read(&a, STR("66%"), &r, NULL);
	assert_int_equal(r.kind, RESULT_PERCENT);
	result_read(&a, STR(" "), &r, NULL);
	assert_int_equal(r.kind, RESULT_NONE);
	assert_string_equal(r.text, "");
	result_read(&a, STR("hard to say"), &r, NULL);
	assert_int_equal(r.kind, RESULT_NOTE);
	assert_string_equal(r.text, "hard to say");
	arena_release(&a);
}

static void any_bytes_are_bounded(void **state)
{
	static const char *const PIECES[] = {"=> ", "-> ", "[", "](", ")", "(",
		" - ", ": ", "5%", "DONE", "\u2705", "`", "<!--", "\xff", "a "};

	(void)state;
	for (size_t k = 0; k < COUNT_OF(PIECES); k++) {
		struct arena a = ARENA_INIT;
		struct result r;
		struct buf b;

		buf_init(&b, 1 << 20);
		for (int i = 0; i < 20000; i++) {
			buf_adds(&b, PIECES[k]);
			buf_adds(&b, PIECES[(size_t)i % COUNT_OF(PIECES)]);
		}
		(void)!result_split(&a, buf_str(&b), &r, NULL, NULL).n;
		buf_release(&b);
		arena_release(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(results_are_split_off_and_classified),
		cmocka_unit_test(others_of_a_text_tell_an_aim_from_a_result),
		cmocka_unit_test(where_results_stand_is_counted),
		cmocka_unit_test(links_of_a_result_are_kept),
		cmocka_unit_test(a_field_is_a_result_as_a_whole),
		cmocka_unit_test(any_bytes_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
