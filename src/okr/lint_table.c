/*
 * The rules, in alphabetical order.  Examples are read by the tests, too:
 * each bad one has the finding of its rule, each good one has not.
 */
#include "lint_p.h"

#include "attr.h"

/* clang-format off */
static const struct lint_rule RULES[] = {
	{
		.name = "active-after-end",
		.level = LINT_WARNING,
		.words =
			"An objective is graded and closed within three weeks of its "
			"period's end.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**Period**: Q1 2025\n"
			"**State**: active\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"**Period**: Q3 2024\n"
			"**State**: active\n",
		.objective = lint_active_after_end,
	},
	{
		.name = "activity-not-outcome",
		.level = LINT_INFO,
		.words =
			"A key result says what will be different, not what will be "
			"done; work belongs into initiatives.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise adoption of single sign-on from 0% to 90%\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Launch single sign-on\n",
		.key_result = lint_activity,
	},
	{
		.name = "ambiguous-parent",
		.level = LINT_WARNING,
		.words =
			"What an objective ladders up to is one objective: its issue, "
			"number or whole title.",
		.source = "okrsync",
		.good =
			"## Company OKRs\n"
			"### Objective 1: Win large customers\n"
			"## Product Team OKRs\n"
			"### Objective 1: Ship what banks need\n"
			"**Ladders up to**: Company Objective 1\n",
		.bad =
			"## Company OKRs\n"
			"### Objective 1: Win large customers\n"
			"### Objective 2: Delight large customers\n"
			"## Product Team OKRs\n"
			"### Objective 1: Ship what banks need\n"
			"**Ladders up to**: large customers\n",
	},
	{
		.name = "at-risk-without-words",
		.level = LINT_INFO,
		.words =
			"Where something is at risk, a blocker, an ask or a note says "
			"why.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**Risks**: two contracts wait for legal review\n"
			"- KR1: Raise enterprise ARR from $12M to $18M (currently $12M)\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M (currently $12M)\n",
		.objective = lint_at_risk_without_words,
	},
	{
		.name = "bad-weight",
		.level = LINT_WARNING,
		.words =
			"A weight is 0 or more; one below is taken as 1.",
		.source = "okrsync",
	},
	{
		.name = "baseline-is-a-rate",
		.level = LINT_INFO,
		.words =
			"A baseline is in the target's unit; last quarter's rate is "
			"no place to start from, so the target is counted from zero.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Kind |\n"
			"|---|---|---|---|---|\n"
			"| Close 15 deals | 8 deals/qtr | 15 deals | 6 deals | count |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Close 15 deals | 8 deals/qtr | 15 deals | 6 deals |\n",
	},
	{
		.name = "cannot-be-graded",
		.level = LINT_INFO,
		.words =
			"Once a period runs, every key result has what its grade is "
			"made of: baseline, target and a reading, or a written "
			"result.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise NPS | 35 | 50 | 42 |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise NPS |  | 50 | 42 |\n",
	},
	{
		.name = "change-without-baseline",
		.level = LINT_INFO,
		.words =
			"A change 'by so much' needs to say from where.",
		.source = "CSM OKRs",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise organic sign-ups from 1,000 to 1,200\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise organic sign-ups by 20%\n",
		.key_result = lint_change_without_baseline,
	},
	{
		.name = "circular-parent",
		.level = LINT_WARNING,
		.words =
			"Objectives ladder up to something above them, never round in "
			"a circle.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win large customers\n"
			"### Objective 2: Ship what banks need\n"
			"**Ladders up to**: Win large customers\n",
		.bad =
			"### Objective 1: Win large customers\n"
			"**Ladders up to**: Ship what banks need\n"
			"### Objective 2: Ship what banks need\n"
			"**Ladders up to**: Win large customers\n",
	},
	{
		.name = "closed-without-outcome",
		.level = LINT_WARNING,
		.words =
			"A closed objective says how it ended.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**State**: closed\n"
			"**Grade**: 0.7\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"**State**: closed\n",
		.objective = lint_closed_without_outcome,
	},
	{
		.name = "committed-missed",
		.level = LINT_WARNING,
		.words =
			"A commitment is judged at 1.0; a miss asks for a note on "
			"what was learnt.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**Type**: Committed\n"
			"**Period**: Q4 2024\n"
			"- KR1: Raise enterprise ARR from $12M to $18M (currently $18M)\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"**Type**: Committed\n"
			"**Period**: Q4 2024\n"
			"- KR1: Raise enterprise ARR from $12M to $18M (currently $15M)\n",
	},
	{
		.name = "compound-key-result",
		.level = LINT_INFO,
		.words =
			"One key result has one goal, so that its grade means one "
			"thing.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Shorten the sales cycle from 120 days to 90 days\n"
			"- KR2: Raise retention from 85% to 90%\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Shorten the sales cycle from 120 days to 90 days and raise retention from 85% to 90%\n",
		.key_result = lint_compound_key_result,
	},
	{
		.name = "confidence-against-type",
		.level = LINT_INFO,
		.words =
			"Committed means a confidence of 90 % or more.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**Type**: Committed\n"
			"**Confidence**: 95%\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"**Type**: Committed\n"
			"**Confidence**: 60%\n",
		.objective = lint_confidence_against_type,
	},
	{
		.name = "draft-in-period",
		.level = LINT_WARNING,
		.words =
			"Objectives are agreed on before their period begins.",
		.source = "CSM OKRs",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**State**: active\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"**State**: draft\n",
		.objective = lint_draft_in_period,
	},
	{
		.name = "duplicate-key-result",
		.level = LINT_WARNING,
		.words =
			"A key result stands once in its objective.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n"
			"- KR2: Shorten the sales cycle from 120 days to 90 days\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n"
			"- KR2: Raise enterprise ARR from $12M to $18M\n",
		.objective = lint_duplicate_key_result,
	},
	{
		.name = "duplicate-number",
		.level = LINT_INFO,
		.words =
			"Numbers tell key results apart, in check-ins above all.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n"
			"- KR2: Shorten the sales cycle from 120 days to 90 days\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n"
			"- KR1: Shorten the sales cycle from 120 days to 90 days\n",
		.objective = lint_duplicate_number,
	},
	{
		.name = "health-contradicts",
		.level = LINT_WARNING,
		.words =
			"What people say and what the number says agree: no "
			"watermelons, green outside and red inside.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Status |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | On track |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Status |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $12.1M | On track |\n",
	},
	{
		.name = "jargon",
		.level = LINT_INFO,
		.words =
			"An objective is understood by everybody, without jargon and "
			"empty words.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Make sign-up a matter of a minute\n",
		.bad =
			"### Objective 1: Leverage synergies in sign-up\n",
		.objective = lint_jargon,
	},
	{
		.name = "jargon-in-key-result",
		.level = LINT_INFO,
		.words =
			"A key result is understood by everybody, without jargon and "
			"empty words.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise sign-ups from 200 to 300\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise holistic sign-ups from 200 to 300\n",
		.key_result = lint_jargon_in_key_result,
	},
	{
		.name = "key-result-without-objective",
		.level = LINT_WARNING,
		.words =
			"An issue that is a key result says which objective it "
			"belongs to.",
		.source = "okrsync",
	},
	{
		.name = "kpi-not-okr",
		.level = LINT_INFO,
		.words =
			"A number that is to stay as it is, is a KPI to watch; an OKR "
			"changes something.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise uptime from 99.7% to 99.9%\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Maintain 99% uptime\n",
		.key_result = lint_kpi,
	},
	{
		.name = "label-unknown",
		.level = LINT_WARNING,
		.words =
			"A label of a scheme that carries meaning is one of those "
			"that the scheme knows.",
		.source = "okrsync",
	},
	{
		.name = "labels-disagree",
		.level = LINT_WARNING,
		.words =
			"Labels agree: one state, one health, one level.",
		.source = "okrsync",
	},
	{
		.name = "level-skipped",
		.level = LINT_INFO,
		.words =
			"Goals roll up level by level: company, department, group, "
			"individual.",
		.source = "OKRs for customer success",
		.good =
			"## Company OKRs\n"
			"### Objective 1: Win large customers\n"
			"## Sales Department OKRs\n"
			"### Objective 1: Sell to banks\n"
			"**Ladders up to**: Company Objective 1\n"
			"## Field Team OKRs\n"
			"### Objective 1: Visit every bank\n"
			"**Ladders up to**: Sales Objective 1\n",
		.bad =
			"## Company OKRs\n"
			"### Objective 1: Win large customers\n"
			"## Sales Department OKRs\n"
			"### Objective 1: Sell to banks\n"
			"**Ladders up to**: Company Objective 1\n"
			"## Field Team OKRs\n"
			"### Objective 1: Visit every bank\n"
			"**Ladders up to**: Company Objective 1\n",
		.objective = lint_level_skipped,
	},
	{
		.name = "members-unknown",
		.level = LINT_INFO,
		.words =
			"The token may read a project's members, so that their "
			"comments count as check-ins.",
		.source = "okrsync",
	},
	{
		.name = "missing-check-in",
		.level = LINT_WARNING,
		.words =
			"Two weeks into the period somebody has said how it goes.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M (currently $15M)\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n",
		.objective = lint_missing_check_in,
	},
	{
		.name = "moved-the-wrong-way",
		.level = LINT_WARNING,
		.words =
			"Progress away from the target is below 0, and worth a look.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $13M |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $11M |\n",
	},
	{
		.name = "no-confidence",
		.level = LINT_OFF,
		.words =
			"Everybody says how sure they are, so that help comes early.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**Confidence**: 60%\n",
		.bad =
			"### Objective 1: Win enterprise customers\n",
		.objective = lint_no_confidence,
	},
	{
		.name = "no-from",
		.level = LINT_INFO,
		.words =
			"A key result has the form <verb> <measure> from <x> to <y>: "
			"both ends are known.",
		.source = "CSM OKRs",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise NPS from 35 to 50\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise NPS |  | 50 |  |\n",
		.key_result = lint_no_from,
	},
	{
		.name = "no-key-results",
		.level = LINT_WARNING,
		.words =
			"An objective has key results: the numbers by which one knows "
			"that it was reached.",
		.source = "CSM OKRs",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n",
		.bad =
			"### Objective 1: Win enterprise customers\n",
		.objective = lint_no_key_results,
	},
	{
		.name = "no-owner",
		.level = LINT_WARNING,
		.words =
			"Every objective has an owner or a directly responsible "
			"individual.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**Owner**: CRO\n",
		.bad =
			"### Objective 1: Win enterprise customers\n",
		.objective = lint_no_owner,
	},
	{
		.name = "not-measurable",
		.level = LINT_WARNING,
		.words =
			"A key result can be scored without debate: it has a number, "
			"milestones, or a state to reach.",
		.source = "CSM OKRs",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Improve our reputation with banks\n",
		.key_result = lint_not_measurable,
	},
	{
		.name = "not-time-bound",
		.level = LINT_INFO,
		.words =
			"An objective belongs to a period, so that it does not drift.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**Period**: Q1 2025\n",
		.bad =
			"### Objective 1: Win large customers one day\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n",
		.objective = lint_not_time_bound,
	},
	{
		.name = "number-in-objective",
		.level = LINT_INFO,
		.words =
			"An objective is said in words; numbers come with its key "
			"results.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win the trust of large customers\n",
		.bad =
			"### Objective 1: Grow revenue by 30%\n",
		.objective = lint_number_in_objective,
	},
	{
		.name = "orphan",
		.level = LINT_INFO,
		.words =
			"An objective below the company says which one above it "
			"serves.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"## Company OKRs\n"
			"### Objective 1: Win large customers\n"
			"## Product Team OKRs\n"
			"### Objective 1: Ship what banks need\n"
			"**Ladders up to**: Company Objective 1\n",
		.bad =
			"## Company OKRs\n"
			"### Objective 1: Win large customers\n"
			"## Product Team OKRs\n"
			"### Objective 1: Ship what banks need\n",
		.objective = lint_orphan,
	},
	{
		.name = "outside-period",
		.level = LINT_WARNING,
		.words =
			"A key result falls due within the period of its objective.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Due |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | 2025-03-15 |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Due |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | 2025-06-15 |\n",
		.key_result = lint_outside_period,
	},
	{
		.name = "overlapping-objectives",
		.level = LINT_WARNING,
		.words =
			"Two objectives do not say the same; where they do, one "
			"ladders up to the other.",
		.source = "CSM OKRs",
		.good =
			"### Objective 1: Win large enterprise customers\n"
			"### Objective 2: Make billing painless\n",
		.bad =
			"### Objective 1: Win large enterprise customers\n"
			"### Objective 2: Win enterprise customers\n",
		.model = lint_overlapping_objectives,
	},
	{
		.name = "parent-below",
		.level = LINT_WARNING,
		.words =
			"Objectives ladder up, from individual to company, not down.",
		.source = "OKRs for customer success",
		.good =
			"## Company OKRs\n"
			"### Objective 1: Win large customers\n"
			"## Product Team OKRs\n"
			"### Objective 1: Ship what banks need\n"
			"**Ladders up to**: Company Objective 1\n",
		.bad =
			"## Company OKRs\n"
			"### Objective 1: Win large customers\n"
			"**Ladders up to**: Product Objective 1\n"
			"## Product Team OKRs\n"
			"### Objective 1: Ship what banks need\n",
		.objective = lint_parent_below,
	},
	{
		.name = "record-skipped",
		.level = LINT_ERROR,
		.words =
			"Issues and comments are what GitLab says they are, and no "
			"larger than agreed.",
		.source = "okrsync",
	},
	{
		.name = "result-differs",
		.level = LINT_WARNING,
		.words =
			"A written result and the numbers beside it say the same.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Result |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | 50% |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Result |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | DONE |\n",
	},
	{
		.name = "sandbagging",
		.level = LINT_INFO,
		.words =
			"A goal that is reached before half-time was too easy: 0.7 is "
			"a good end for one that stretches.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current (as of 2025-01-20) |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $19M |\n",
		.key_result = lint_sandbagging,
	},
	{
		.name = "set-and-forget",
		.level = LINT_WARNING,
		.words =
			"Objectives are looked at all the way; six weeks without a "
			"reading are too long.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**Period**: Q4 2024\n"
			"| Key result | Baseline | Target | Current (as of 2024-12-20) |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"**Period**: Q4 2024\n"
			"| Key result | Baseline | Target | Current (as of 2024-10-20) |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M |\n",
		.objective = lint_set_and_forget,
	},
	{
		.name = "several-dris",
		.level = LINT_INFO,
		.words =
			"One person is directly responsible.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**DRI**: VP Product\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"**DRI**: VP Product and VP Sales\n",
		.objective = lint_several_dris,
	},
	{
		.name = "silo",
		.level = LINT_INFO,
		.words =
			"Teams' objectives are linked with those of others.",
		.source = "OKR practice",
		.good =
			"## Product Team OKRs\n"
			"### Objective 1: Ship what banks need\n"
			"## Sales Team OKRs\n"
			"### Objective 1: Sell to banks\n"
			"**Ladders up to**: Product Objective 1\n",
		.bad =
			"## Product Team OKRs\n"
			"### Objective 1: Ship what banks need\n"
			"## Sales Team OKRs\n"
			"### Objective 1: Sell to banks\n"
			"**Ladders up to**: Product Objective 1\n"
			"## Finance Team OKRs\n"
			"### Objective 1: Make billing painless\n",
		.model = lint_silo,
	},
	{
		.name = "stale",
		.level = LINT_WARNING,
		.words =
			"Readings are no older than the cadence asks for.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current (as of 2025-02-10) |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current (as of 2025-01-25) |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M |\n",
	},
	{
		.name = "stated-grade-differs",
		.level = LINT_WARNING,
		.words =
			"A grade that a person wrote is the one that the numbers "
			"give.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Grade |\n"
			"|---|---|---|---|---|\n"
			"| Halve latency | 800ms | 400ms | 550ms | 0.63 |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Grade |\n"
			"|---|---|---|---|---|\n"
			"| Halve latency | 800ms | 400ms | 550ms | 0.56 |\n",
	},
	{
		.name = "target-already-met",
		.level = LINT_INFO,
		.words =
			"A target lies beyond the baseline; a bound that is held "
			"already is to be kept.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Bring errors down | 2.5% | <1% | 1.3% |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Bring errors down | 0.8% | <1% | 0.9% |\n",
		.key_result = lint_target_met,
	},
	{
		.name = "target-equals-baseline",
		.level = LINT_WARNING,
		.words =
			"Where target and baseline are the same there is nothing to "
			"grade.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise NPS | 35 | 50 | 42 |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise NPS | 50 | 50 | 42 |\n",
	},
	{
		.name = "text-against-numbers",
		.level = LINT_WARNING,
		.words =
			"The numbers in the words are those in the columns.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $20M | $15M |\n",
		.key_result = lint_text_against_numbers,
	},
	{
		.name = "title-too-long",
		.level = LINT_INFO,
		.words =
			"An objective is short enough to be remembered.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n",
		.bad =
			"### Objective 1: Make sure that all of the customers who buy from us this year and next year too are happy\n",
		.objective = lint_title_too_long,
	},
	{
		.name = "too-few-key-results",
		.level = LINT_INFO,
		.words =
			"Three to five key results are enough, together, to call an "
			"objective reached.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n"
			"- KR2: Shorten the sales cycle from 120 days to 90 days\n"
			"- KR3: Raise retention from 85% to 90%\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n",
		.objective = lint_too_few_key_results,
	},
	{
		.name = "too-many-committed",
		.level = LINT_INFO,
		.words =
			"Some objectives aim higher than one is sure of.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win large customers\n"
			"**Type**: Committed\n"
			"### Objective 2: Make billing painless\n"
			"**Type**: Committed\n"
			"### Objective 3: Earn the trust of banks\n"
			"**Type**: Aspirational\n",
		.bad =
			"### Objective 1: Win large customers\n"
			"**Type**: Committed\n"
			"### Objective 2: Make billing painless\n"
			"**Type**: Committed\n"
			"### Objective 3: Earn the trust of banks\n"
			"**Type**: Committed\n",
		.model = lint_too_many_committed,
	},
	{
		.name = "too-many-key-results",
		.level = LINT_WARNING,
		.words =
			"An objective has no more than five key results.",
		.source = "CSM OKRs",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n"
			"- KR2: Shorten the sales cycle from 120 days to 90 days\n"
			"- KR3: Raise retention from 85% to 90%\n"
			"- KR4: Raise NPS from 35 to 50\n"
			"- KR5: Cut churn from 5% to 3%\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Raise enterprise ARR from $12M to $18M\n"
			"- KR2: Shorten the sales cycle from 120 days to 90 days\n"
			"- KR3: Raise retention from 85% to 90%\n"
			"- KR4: Raise NPS from 35 to 50\n"
			"- KR5: Cut churn from 5% to 3%\n"
			"- KR6: Raise weekly users from 25K to 35K\n",
		.objective = lint_too_many_key_results,
	},
	{
		.name = "too-many-objectives",
		.level = LINT_WARNING,
		.words =
			"A team has no more than five objectives in a period.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win large customers\n"
			"**Owner**: CRO\n"
			"### Objective 2: Delight small teams\n"
			"**Owner**: CRO\n"
			"### Objective 3: Make billing painless\n"
			"**Owner**: CRO\n"
			"### Objective 4: Grow through partners\n"
			"**Owner**: CRO\n"
			"### Objective 5: Earn the trust of banks\n"
			"**Owner**: CRO\n",
		.bad =
			"### Objective 1: Win large customers\n"
			"**Owner**: CRO\n"
			"### Objective 2: Delight small teams\n"
			"**Owner**: CRO\n"
			"### Objective 3: Make billing painless\n"
			"**Owner**: CRO\n"
			"### Objective 4: Grow through partners\n"
			"**Owner**: CRO\n"
			"### Objective 5: Earn the trust of banks\n"
			"**Owner**: CRO\n"
			"### Objective 6: Answer every ticket fast\n"
			"**Owner**: CRO\n",
		.model = lint_too_many_objectives,
	},
	{
		.name = "too-many-okrs",
		.level = LINT_WARNING,
		.words =
			"A document holds no more OKRs than people could read.",
		.source = "okrsync",
	},
	{
		.name = "too-safe",
		.level = LINT_INFO,
		.words =
			"A period that ends above 0.85 was planned too safely.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"**Period**: Q4 2024\n"
			"- KR1: Raise enterprise ARR from $12M to $18M (currently $16M)\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"**Period**: Q4 2024\n"
			"- KR1: Raise enterprise ARR from $12M to $18M (currently $18M)\n",
	},
	{
		.name = "unbalanced-measures",
		.level = LINT_INFO,
		.words =
			"Leading and lagging measures are mixed: some move early, "
			"some show the outcome.",
		.source = "CSM OKRs",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Leading or lagging |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | lagging |\n"
			"| Raise weekly users from 25K to 35K | 25K | 35K | 30K | leading |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Leading or lagging |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | lagging |\n"
			"| Raise retention from 85% to 90% | 85% | 90% | 88% | lagging |\n",
		.objective = lint_unbalanced_measures,
	},
	{
		.name = "units-differ",
		.level = LINT_WARNING,
		.words =
			"Baseline, target and reading can be compared.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Shorten the sales cycle from 120 days to 90 days | 120 days | 90 days | 15 weeks |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Shorten the sales cycle from 120 days to 90 days | 120 days | 90 days | $15 |\n",
	},
	{
		.name = "unknown-parent",
		.level = LINT_WARNING,
		.words =
			"What an objective ladders up to is found among the "
			"objectives.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win large customers\n"
			"### Objective 2: Ship what banks need\n"
			"**Ladders up to**: Win large customers\n",
		.bad =
			"### Objective 1: Win large customers\n"
			"### Objective 2: Ship what banks need\n"
			"**Ladders up to**: our mission\n",
	},
	{
		.name = "vague-words",
		.level = LINT_INFO,
		.words =
			"Nothing in a key result leaves open how to grade it.",
		.source = "OKR practice",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Bring 12 partners live, up from 4\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"- KR1: Bring several partners live\n",
		.key_result = lint_vague_words,
	},
	{
		.name = "verb-against-numbers",
		.level = LINT_WARNING,
		.words =
			"The verb points where the numbers go.",
		.source = "OKR definitions, Q1 2025",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Raise deployments | 1x/week | 5x/week | 3x/week |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current |\n"
			"|---|---|---|---|\n"
			"| Reduce deployments | 1x/week | 5x/week | 3x/week |\n",
		.key_result = lint_verb_against_numbers,
	},
	{
		.name = "weights-all-zero",
		.level = LINT_WARNING,
		.words =
			"At least one key result of an objective counts.",
		.source = "okrsync",
		.good =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Weight |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | 0 |\n"
			"| Raise retention from 85% to 90% | 85% | 90% | 88% | 1 |\n",
		.bad =
			"### Objective 1: Win enterprise customers\n"
			"| Key result | Baseline | Target | Current | Weight |\n"
			"|---|---|---|---|---|\n"
			"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | 0 |\n",
		.objective = lint_weights_all_zero,
	},
};
/* clang-format on */

const struct lint_rule *lint_rules(size_t *n)
{
	*n = COUNT_OF(RULES);
	return RULES;
}
