/*
 * Pages as people write them, and the outline that is to be read: "O", number
 * and title, then "K", number and text of each key result; the last ones have
 * no OKR in them.
 */
#ifndef MARKDOWN_PAGES_H
#define MARKDOWN_PAGES_H

static const struct {
	const char *name, *text, *want;
} PAGES[] = {
	{"numbered headings with lists",
		"# O1: Delight every guest\n"
		"\n"
		"- KR1: Raise the rating from 4.1 to 4.6\n"
		"- KR2: Answer 95% of mails within a day\n",
		"O1 Delight every guest\n"
		"KKR1 Raise the rating from 4.1 to 4.6\n"
		"KKR2 Answer 95% of mails within a day\n"},
	{"labels and plain lists",
		"**Objective 1: Win the warehouse segment**\n"
		"\n"
		"Key Results:\n"
		"1. Leads from 40 to 120\n"
		"2. Sign 5 pilots\n"
		"\n"
		"**Initiatives:**\n"
		"- Trade fair\n"
		"\n"
		"**Objective 2: Be loved**\n"
		"\n"
		"- KR 2.1 - NPS from 20 to 40\n"
		"- Risks: none\n",
		"O1 Win the warehouse segment\n"
		"K Leads from 40 to 120\n"
		"K Sign 5 pilots\n"
		"O2 Be loved\n"
		"KKR2.1 NPS from 20 to 40\n"},
	{"objective and key result headings",
		"## Objective\n"
		"\n"
		"Become the default choice for clinics\n"
		"\n"
		"## Key Results\n"
		"\n"
		"- KR1 (weight 40%): 30 clinics live\n"
		"- KR2 (weight 60%): 4.5 stars\n"
		"\n"
		"## Initiatives\n"
		"\n"
		"1. Roadshow\n",
		"O Become the default choice for clinics\n"
		"KKR1 30 clinics live\n"
		"KKR2 4.5 stars\n"},
	{"key results as headings",
		"## Objective 1\n"
		"Delight visitors\n"
		"\n"
		"### Key Result 1\n"
		"Repeat visits from 20% to 30%\n"
		"\n"
		"- Owner: Museum director\n"
		"\n"
		"### Key Result 2\n"
		"Queue below 5 minutes\n",
		"O1 Delight visitors\n"
		"KKR1 Repeat visits from 20% to 30%\n"
		"KKR2 Queue below 5 minutes\n"},
	{"lines of a paragraph",
		"**O1: Ship the new onboarding**\n"
		"KR1: 60% of users finish\n"
		"KR2: Time to value from 14 to 7 days\n",
		"O1 Ship the new onboarding\n"
		"KKR1 60% of users finish\n"
		"KKR2 Time to value from 14 to 7 days\n"},
	{"dotted numbers",
		"### O1. Make customers successful\n"
		"\n"
		"Owner: COO\n"
		"1.1 Retention from 98% to 110%\n"
		"1.2 Time to first value < 7 days\n",
		"O1 Make customers successful\n"
		"K1.1 Retention from 98% to 110%\n"
		"K1.2 Time to first value < 7 days\n"},
	{"as measured by",
		"Our objective: be the best bakery in town\n"
		"\n"
		"We measure this by:\n"
		"\n"
		"- 500 loaves a day\n"
		"- 4.8 stars\n",
		"O be the best bakery in town\n"
		"K 500 loaves a day\n"
		"K 4.8 stars\n"},
	{"nested bullets",
		"- **Objective**: Grow the brand\n"
		"  - **Key Result 1**: 10k followers\n"
		"    - Owner: Social lead\n"
		"  - **Key Result 2**: 3 keynotes\n"
		"- **Objective**: Better leads\n"
		"  - Key Results:\n"
		"    - MQL to SQL 30%\n"
		"    - CAC below $400\n"
		"  - Initiatives:\n"
		"    - ABM pilot\n",
		"O Grow the brand\n"
		"KKR1 10k followers\n"
		"KKR2 3 keynotes\n"
		"O Better leads\n"
		"K MQL to SQL 30%\n"
		"K CAC below $400\n"},
	{"objectives beside their key results",
		"- O1: Launch\n"
		"- KR1: 100 sign-ups\n"
		"- KR2: 20 active\n"
		"- O2: Hire\n"
		"- KR1: 3 engineers\n",
		"O1 Launch\n"
		"KKR1 100 sign-ups\n"
		"KKR2 20 active\n"
		"O2 Hire\n"
		"KKR1 3 engineers\n"},
	{"bare headings in a page of okrs",
		"# Team OKRs Q2 2025\n"
		"\n"
		"### Reliable data platform\n"
		"- Freshness from 80% to 99%\n"
		"- Incidents from 9 to 3\n"
		"\n"
		"### Self-serve analytics\n"
		"\n"
		"Answer questions alone.\n"
		"\n"
		"- Certify dashboards\n"
		"\n"
		"### Links\n"
		"- [Board](https://b.example)\n",
		"O Reliable data platform\n"
		"K Freshness from 80% to 99%\n"
		"K Incidents from 9 to 3\n"
		"O Self-serve analytics\n"
		"K Certify dashboards\n"},
	{"numbered objectives without words",
		"## Company OKRs FY25\n"
		"\n"
		"1. **Grow sustainably**\n"
		"   1. ARR from $10M to $14M\n"
		"   2. Burn multiple < 1.5\n"
		"2. **Delight customers**\n"
		"   1. NPS from 30 to 45\n",
		"O Grow sustainably\n"
		"K ARR from $10M to $14M\n"
		"K Burn multiple < 1.5\n"
		"O Delight customers\n"
		"K NPS from 30 to 45\n"},
	{"tables of objectives and key results",
		"| Objective | Key Result | Owner | Target |\n"
		"|---|---|---|---|\n"
		"| O1: Grow revenue | KR1: ARR to 5M | CFO | 5M |\n"
		"| | KR2: NRR to 110% | CRO | 110% |\n"
		"| O2: Happy staff | eNPS to 40 | CHRO | 40 |\n",
		"O1 Grow revenue\n"
		"KKR1 ARR to 5M\n"
		"KKR2 NRR to 110%\n"
		"O2 Happy staff\n"
		"K eNPS to 40\n"},
	{"objectives and key results in one column",
		"| OKR | Owner | Progress |\n"
		"|---|---|---|\n"
		"| **Objective 1: Faster site** | CTO | 40% |\n"
		"| KR 1.1 LCP under 2s | Web lead | 60% |\n"
		"| **Objective 2: Safer site** | CISO | |\n"
		"| KR 2.1 No criticals | | 100% |\n",
		"O1 Faster site\n"
		"KKR1.1 LCP under 2s\n"
		"O2 Safer site\n"
		"KKR2.1 No criticals\n"},
	{"rows told apart by numbers",
		"| # | Objective / Key Result | Current | Target |\n"
		"|---|---|---|---|\n"
		"| 1 | Better docs | | |\n"
		"| 1.1 | Pages with examples | 20% | 80% |\n"
		"| 2 | Better API | | |\n"
		"| 2.1 | Error rate | 2% | 1% |\n",
		"O1 Better docs\n"
		"K1.1 Pages with examples\n"
		"O2 Better API\n"
		"K2.1 Error rate\n"},
	{"several key results in a cell",
		"| Objective | Owner | KRs |\n"
		"|---|---|---|\n"
		"| Build trust | CISO | KR1: ISO certified<br>KR2: 0 incidents "
		"|\n",
		"O Build trust\n"
		"KKR1 ISO certified\n"
		"KKR2 0 incidents\n"},
	{"forms",
		"| Objective | Make hiring fast |\n"
		"|---|---|\n"
		"| Owner | Talent lead |\n"
		"| KR1 | Time to hire from 60 to 35 days |\n"
		"| KR2 | Offer acceptance 85% |\n",
		"O Make hiring fast\n"
		"KKR1 Time to hire from 60 to 35 days\n"
		"KKR2 Offer acceptance 85%\n"},
	{"tables with numbers in the key result column",
		"### Objective 1: Reach schools\n"
		"\n"
		"| KR | Description | Baseline | Target |\n"
		"|--|--|--|--|\n"
		"| 1.1 | Schools in programme | 12 | 30 |\n"
		"| KR1.2 | Teachers trained | 40 | 120 |\n",
		"O1 Reach schools\n"
		"K1.1 Schools in programme\n"
		"KKR1.2 Teachers trained\n"},
	{"tables without a key result column",
		"### O1 Make releases boring\n"
		"\n"
		"| Metric | From | To | Now\n"
		"|---|---|---|---\n"
		"| Lead time | 10 days | 2 days | 5 days\n"
		"| Failure rate | 20% | 5% | -\n",
		"O1 Make releases boring\n"
		"K Lead time\n"
		"K Failure rate\n"},
	{"cascades",
		"### CEO: Profitable growth\n"
		"\n"
		"* CEO KR: Margin from 68% to 72%\n"
		"  * CFO: Predictable spend\n"
		"    * CFO KR: Forecast within 5% => DONE\n"
		"    * **Controller:** [Close faster](/x)\n"
		"      * Controller KR: Close in 5 days --> WIP\n"
		"* CTO KR: Cost of goods down 10%\n",
		"O Profitable growth\n"
		"K Margin from 68% to 72%\n"
		"K Cost of goods down 10%\n"
		"O Predictable spend\n"
		"K Forecast within 5%\n"
		"O Close faster\n"
		"K Close in 5 days\n"},
	{"other languages",
		"## Objectif 1 : Gagner la confiance\n"
		"- Résultat clé 1 : NPS de 20 à 45\n"
		"\n"
		"## Ziel 2: Schneller liefern\n"
		"Schlüsselergebnisse:\n"
		"- Durchlaufzeit von 10 auf 4 Tage\n",
		"O1 Gagner la confiance\n"
		"KKR1 NPS de 20 à 45\n"
		"O2 Schneller liefern\n"
		"K Durchlaufzeit von 10 auf 4 Tage\n"},
	{"goals over objectives",
		"## Goal 1 - North\n"
		"\n"
		"**Objective:** Win the north\n"
		"\n"
		"### Key Results\n"
		"1. [ ] **KR1:** 3 depots\n",
		"O Win the north\n"
		"KKR1 3 depots\n"},
	{"key results of a bold line",
		"## Marketing\n"
		"\n"
		"**Grow the brand**\n"
		"- KR1: 10k readers\n"
		"\n"
		"**Better leads**\n"
		"- KR1: 300 leads\n",
		"O Grow the brand\n"
		"KKR1 10k readers\n"
		"O Better leads\n"
		"KKR1 300 leads\n"},
	{"results without objective heading",
		"# Grow the community\n"
		"\n"
		"## Key Results\n"
		"\n"
		"- 40 meet-ups\n"
		"- 900 members\n",
		"O Grow the community\n"
		"K 40 meet-ups\n"
		"K 900 members\n"},
	{"details blocks",
		"<details>\n"
		"<summary>Objective 3: Cheaper cloud</summary>\n"
		"\n"
		"- KR1: Spend per user from $4 to $3\n"
		"\n"
		"</details>\n",
		"O3 Cheaper cloud\n"
		"KKR1 Spend per user from $4 to $3\n"},
	{"single letters",
		"# Q3 OKRs for the Data Guild\n"
		"\n"
		"**O:** Make data trusted\n"
		"- **KR:** 90% of tables tested\n"
		"- **KR:** 3 incidents at most\n"
		"\n"
		"**O:** Make data fast\n"
		"- **KR:** P95 under 2s\n",
		"O Make data trusted\n"
		"K 90% of tables tested\n"
		"K 3 incidents at most\n"
		"O Make data fast\n"
		"K P95 under 2s\n"},
	{"lettered numbers",
		"### :dart: Objective A: Open the museum late\n"
		"**Key Result A1:** 12 late nights\n"
		"**Key Result A2:** 3,000 late visitors\n"
		"\n"
		"### :dart: Objective B: Reach families\n"
		"* KR-B1: 20 school groups\n"
		"* KR-B2: 8 workshops\n",
		"OA Open the museum late\n"
		"KKRA1 12 late nights\n"
		"KKRA2 3,000 late visitors\n"
		"OB Reach families\n"
		"KKRB1 20 school groups\n"
		"KKRB2 8 workshops\n"},
	{"objectives apart from their key results",
		"## Objectives\n"
		"1. Grow the newsletter\n"
		"2. Keep readers\n"
		"\n"
		"## Key Results\n"
		"### Objective 1\n"
		"- Subscribers from 2k to 5k\n"
		"- Open rate 45%\n"
		"### Objective 2\n"
		"- Churn 2%\n",
		"O1 Grow the newsletter\n"
		"K Subscribers from 2k to 5k\n"
		"K Open rate 45%\n"
		"O2 Keep readers\n"
		"K Churn 2%\n"},
	{"compound numbers",
		"#### Objective: **Better logistics**\n"
		"O1KR1: 95% on time\n"
		"O1KR2: Cost per parcel from 4 to 3\n"
		"\n"
		"#### Objective: **Safer depots**\n"
		"O2.KR1: 0 accidents\n"
		"O2-KR2: 100% trained\n",
		"O Better logistics\n"
		"KKR1 95% on time\n"
		"KKR2 Cost per parcel from 4 to 3\n"
		"O Safer depots\n"
		"KKR1 0 accidents\n"
		"KKR2 100% trained\n"},
	{"lettered items",
		"1. __Objective 1__ Calm support\n"
		"    a. First answer in 2 hours\n"
		"    b. CSAT 95%\n"
		"2. __Objective 2__ Fewer bugs\n"
		"    a. Reopen rate 3%\n",
		"O1 Calm support\n"
		"K First answer in 2 hours\n"
		"K CSAT 95%\n"
		"O2 Fewer bugs\n"
		"K Reopen rate 3%\n"},
	{"full stops",
		"# Objective 1. Deliver the bridge\n"
		"Key Result 1.1. Permits granted by June\n"
		"Key Result 1.2. 40% of steel ordered\n"
		"## Key Result 1.3. Noise below 60 dB\n"
		"- Baseline: 72 dB\n"
		"- Target: 60 dB\n"
		"- Current: 66 dB\n",
		"O1 Deliver the bridge\n"
		"KKR1.1 Permits granted by June\n"
		"KKR1.2 40% of steel ordered\n"
		"KKR1.3 Noise below 60 dB\n"},
	{"issue templates",
		"<!-- template -->\n"
		"### Objective\n"
		"\n"
		"Raise the quality of releases\n"
		"\n"
		"### Key results\n"
		"\n"
		"1. [ ] Rollbacks from 6 to 2\n"
		"    * Owner: Release lead\n"
		"    * Progress: 50%\n"
		"1. [ ] 100% of services with alerts ✅\n"
		"1. [x] ~~Rewrite everything~~ \n"
		"\n"
		"/label ~OKR\n"
		"/assign @me\n",
		"O Raise the quality of releases\n"
		"K Rollbacks from 6 to 2\n"
		"K 100% of services with alerts\n"},
	{"teams in a table",
		"| Team | Objective | Key Results | Owner |\n"
		"|:-:|---|---|---|\n"
		"| Web | Faster pages | 1. LCP 2s <br> 2. INP 200ms | Web lead "
		"|\n"
		"| Web | Fewer errors | 1. JS errors -50% | Web lead |\n"
		"| Ops | Calm nights | 1. 4 pages a week <br> 2. MTTR 20 min | "
		"Ops lead |\n",
		"O Faster pages\n"
		"K1 LCP 2s\n"
		"K2 INP 200ms\n"
		"O Fewer errors\n"
		"K1 JS errors -50%\n"
		"O Calm nights\n"
		"K1 4 pages a week\n"
		"K2 MTTR 20 min\n"},
	{"goals in a table",
		"# Cycle 4\n"
		"\n"
		"## Pillar: Growth\n"
		"\n"
		"### Objective – Land enterprise\n"
		"Why: big deals matter.\n"
		"\n"
		"| Key result | Start | Goal | Now | % |\n"
		"|-|-|-|-|-|\n"
		"| Pilots | 0 | 6 | 3 | 50% |\n"
		"| ARR | €1.5M | €3M | €2M | 33% |\n"
		"\n"
		"**Confidence:** 6/10\n"
		"\n"
		"### Objective – Land mid-market\n"
		"\n"
		"| Key result | Start | Goal | Now | % |\n"
		"|-|-|-|-|-|\n"
		"| Trials | 100 | 300 | 120 | 10% |\n",
		"O Land enterprise\n"
		"K Pilots\n"
		"K ARR\n"
		"O Land mid-market\n"
		"K Trials\n"},
	{"bold numbers",
		"**Objective 1:** Be findable\n"
		"**KR 1.1** Rank top 3 for 20 terms\n"
		"**KR 1.2** 50k organic visits\n"
		"\n"
		"**Objective 2:** Be useful\n"
		"**KR 2.1** 10 guides\n",
		"O1 Be findable\n"
		"KKR1.1 Rank top 3 for 20 terms\n"
		"KKR1.2 50k organic visits\n"
		"O2 Be useful\n"
		"KKR2.1 10 guides\n"},
	{"labels without colons",
		"* O1 - Make onboarding short\n"
		"  * KR1 - from 10 days to 4\n"
		"  * KR2 - 80% finish\n"
		"  * Initiatives\n"
		"    * Buddy programme\n"
		"* O2 - Make pay fair\n"
		"  * KR1 - audit done\n",
		"O1 Make onboarding short\n"
		"KKR1 from 10 days to 4\n"
		"KKR2 80% finish\n"
		"O2 Make pay fair\n"
		"KKR1 audit done\n"},
	{"capitals",
		"Team Maple, OKRs for FY24-Q2\n"
		"\n"
		"OBJECTIVE 1: GROW THE ORCHARD\n"
		"KEY RESULTS:\n"
		"  1. 400 NEW TREES\n"
		"  2. WATER USE DOWN 20%\n"
		"\n"
		"OBJECTIVE 2: SELL MORE CIDER\n"
		"KEY RESULTS:\n"
		"  1. 9,000 BOTTLES\n",
		"O1 GROW THE ORCHARD\n"
		"K 400 NEW TREES\n"
		"K WATER USE DOWN 20%\n"
		"O2 SELL MORE CIDER\n"
		"K 9,000 BOTTLES\n"},
	{"numbered markers",
		"## Company\n"
		"\n"
		"### 1. Objective: Win Europe\n"
		"   1.1. KR: 3 offices\n"
		"   1.2. KR: 40 clients\n"
		"\n"
		"### 2. Objective: Win Asia\n"
		"   2.1. KR: 1 office\n",
		"O1 Win Europe\n"
		"K1.1 3 offices\n"
		"K1.2 40 clients\n"
		"O2 Win Asia\n"
		"K2.1 1 office\n"},
	{"goals of a year",
		"# Goals 2024\n"
		"\n"
		"## 1) Grow revenue 30%\n"
		"Key Results:\n"
		"- ARR 13M\n"
		"- 40 new logos\n"
		"## 2) Improve retention\n"
		"Key Results:\n"
		"- NRR 115%\n",
		"O1 Grow revenue 30%\n"
		"K ARR 13M\n"
		"K 40 new logos\n"
		"O2 Improve retention\n"
		"K NRR 115%\n"},
	{"objectives as table headers",
		"# OKRs\n"
		"\n"
		"| **Objective 1** | **Improve trust** | | |\n"
		"|---|---|---|---|\n"
		"| **Key Result** | **Baseline** | **Target** | **Actual** |\n"
		"| Uptime | 99 | 99.9 | 99.5 |\n"
		"| Audits | 0 | 2 | 1 |\n"
		"\n"
		"| **Objective 2** | **Improve speed** | | |\n"
		"|---|---|---|---|\n"
		"| **Key Result** | **Baseline** | **Target** | **Actual** |\n"
		"| Lead time | 9d | 3d | 5d |\n",
		"O1 Improve trust\n"
		"K Uptime\n"
		"K Audits\n"
		"O2 Improve speed\n"
		"K Lead time\n"},
	{"emoji headings",
		"### 🚀 Growth\n"
		"\n"
		"**Objective:** Triple sign-ups\n"
		"**DRI:** Growth PM\n"
		"\n"
		"| # | KR | Target | Status |\n"
		"|---|---|---|---|\n"
		"| 1 | Sign-ups per week from 100 to 300 | 300 | 🟢 |\n"
		"| 2 | Activation 40% | 40% | 🔴 |\n"
		"\n"
		"### 🛠 Platform\n"
		"\n"
		"**Objective:** Zero downtime deploys\n"
		"**DRI:** Platform EM\n"
		"\n"
		"| # | KR | Target | Status |\n"
		"|---|---|---|---|\n"
		"| 1 | Failed deploys 1% | 1% | ✅ Done |\n",
		"O Triple sign-ups\n"
		"K1 Sign-ups per week from 100 to 300\n"
		"K2 Activation 40%\n"
		"O Zero downtime deploys\n"
		"K1 Failed deploys 1%\n"},
	{"a quarter in full",
		"# FY25 Q3 OKRs - Library Services\n"
		"\n"
		"_Last updated: 2025-08-01_\n"
		"\n"
		"## Objective 1 – Bring people in\n"
		"_Owner_: Head of Branches\n"
		"_Status_: At risk\n"
		"\n"
		"| Key Result | Owner | Q2 Baseline | Q3 Target | Actual "
		"(2025-08-01) | Score |\n"
		"|:---|:---:|---:|---:|---:|---:|\n"
		"| Visits per day 210 → 300 | Branch lead | 210 | 300 | 250 | "
		"0.44 |\n"
		"| 40 events | Events lead | n/a | 40 | 22 | 0.55 |\n"
		"\n"
		"**Updates**\n"
		"- 2025-07-15: slow start\n"
		"- 2025-08-01: better\n"
		"\n"
		"## Objective 2 – Modern catalogue\n"
		"| Key Result | Owner | Q2 Baseline | Q3 Target | Actual "
		"(2025-08-01) | Score |\n"
		"|:---|:---:|---:|---:|---:|---:|\n"
		"| Search success 60% → 80% | IT | 60% | 80% | 70% | 0.5 |\n",
		"O1 Bring people in\n"
		"K Visits per day 210 → 300\n"
		"K 40 events\n"
		"O2 Modern catalogue\n"
		"K Search success 60% → 80%\n"},
	{"numbered bold lines",
		"## Q1 Objectives\n"
		"\n"
		"**1. Make the app stable**\n"
		"\n"
		"- Crash-free sessions from 98% to 99.8%\n"
		"- ANR rate < 0.2%\n"
		"\n"
		"**2. Delight beta users**\n"
		"\n"
		"- 200 beta users\n"
		"- NPS 50\n"
		"\n"
		"## Notes\n"
		"\n"
		"- The above is a draft\n"
		"- 2 people on leave\n",
		"O1 Make the app stable\n"
		"K Crash-free sessions from 98% to 99.8%\n"
		"K ANR rate < 0.2%\n"
		"O2 Delight beta users\n"
		"K 200 beta users\n"
		"K NPS 50\n"},
	{"a charter",
		"# Team charter\n"
		"\n"
		"## Mission\n"
		"Help people.\n"
		"\n"
		"## Objectives for Q2 2024\n"
		"- **Cut waiting times**\n"
		"  - KR: 10 minutes median\n"
		"  - KR: 95% under 30 minutes\n"
		"- **Train everyone**\n"
		"  - KR: 100% first aid\n"
		"\n"
		"## KPIs\n"
		"- Visits: 300\n"
		"- Budget: 20k\n"
		"\n"
		"## Team members\n"
		"1. Lead\n"
		"2. Nurse 1\n",
		"O Cut waiting times\n"
		"K 10 minutes median\n"
		"K 95% under 30 minutes\n"
		"O Train everyone\n"
		"K 100% first aid\n"},
	{"lists in cells",
		"| **Objective** | **Key Results** |\n"
		"| --- | --- |\n"
		"| **1. Strong community** | <ul><li>20 meet-ups</li><li>1,000 "
		"members</li></ul> |\n"
		"| **2. Solid code** | <ul><li>Coverage 85%</li><li>0 known "
		"CVEs</li></ul> |\n",
		"O1 Strong community\n"
		"K 20 meet-ups\n"
		"K 1,000 members\n"
		"O2 Solid code\n"
		"K Coverage 85%\n"
		"K 0 known CVEs\n"},
	{"status emoji",
		"### Objective 1: Happy users :smile:\n"
		":large_green_circle: KR1: NPS 50\n"
		":red_circle: KR2: Churn 1% \n"
		":yellow_circle: KR3: 10 interviews (3/10)\n"
		"\n"
		"### Objective 2: Healthy code\n"
		"- 🟢 **KR1**: coverage 60% → 80% | 72%\n"
		"- 🔴 **KR2**: flaky tests 40 → 5 | 38\n",
		"O1 Happy users :smile:\n"
		"KKR1 NPS 50\n"
		"KKR2 Churn 1%\n"
		"KKR3 10 interviews\n"
		"O2 Healthy code\n"
		"KKR1 coverage 60% → 80%\n"
		"KKR2 flaky tests 40 → 5\n"},
	{"fields after key results",
		"Objective: Ship v2\n"
		"\n"
		"Key Result 1: 80% migrated\n"
		"Current: 40%\n"
		"Confidence: 5/10\n"
		"\n"
		"Key Result 2: No Sev1\n"
		"Current: 0\n"
		"Confidence: 8/10\n",
		"O Ship v2\n"
		"KKR1 80% migrated\n"
		"KKR2 No Sev1\n"},
	{"five kinds of tables",
		"| Objective | Key Result | Owner | Target | Actual | Status "
		"|\n"
		"|---|---|---|---|---|---|\n"
		"| O1: Grow revenue | KR1: ARR to 5M | CFO | 5M | 4M | 🟢 |\n"
		"| | KR2: NRR to 110% | CRO | 110% | 104% | 🟡 |\n"
		"| O2: Happy staff | eNPS to 40 | CHRO | 40 | 22 | 🔴 |\n"
		"\n"
		"| OKR | Owner | Progress |\n"
		"|---|---|---|\n"
		"| **Objective 1: Faster site** | CTO | 40% |\n"
		"| KR 1.1 LCP under 2s | Web lead | 60% |\n"
		"| KR 1.2 INP under 200ms | Web lead | 20% |\n"
		"| **Objective 2: Safer site** | CISO | |\n"
		"| KR 2.1 No criticals | | 100% |\n"
		"\n"
		"| # | Objective / Key Result | Current | Target |\n"
		"|---|---|---|---|\n"
		"| 1 | Better docs | | |\n"
		"| 1.1 | Pages with examples | 20% | 80% |\n"
		"| 1.2 | Search success | 50% | 70% |\n"
		"| 2 | Better API | | |\n"
		"| 2.1 | Error rate | 2% | 1% |\n"
		"\n"
		"| Objective | Make hiring fast |\n"
		"|---|---|\n"
		"| Owner | Talent lead |\n"
		"| KR1 | Time to hire from 60 to 35 days |\n"
		"| KR2 | Offer acceptance 85% |\n"
		"\n"
		"| Objective | Owner | KRs |\n"
		"|---|---|---|\n"
		"| Build trust | CISO | KR1: ISO certified<br>KR2: 0 incidents "
		"|\n"
		"| Speed | CTO | • P95 < 300ms<br>• Deploy daily |\n",
		"O1 Grow revenue\n"
		"KKR1 ARR to 5M\n"
		"KKR2 NRR to 110%\n"
		"O2 Happy staff\n"
		"K eNPS to 40\n"
		"O1 Faster site\n"
		"KKR1.1 LCP under 2s\n"
		"KKR1.2 INP under 200ms\n"
		"O2 Safer site\n"
		"KKR2.1 No criticals\n"
		"O1 Better docs\n"
		"K1.1 Pages with examples\n"
		"K1.2 Search success\n"
		"O2 Better API\n"
		"K2.1 Error rate\n"
		"O Make hiring fast\n"
		"KKR1 Time to hire from 60 to 35 days\n"
		"KKR2 Offer acceptance 85%\n"
		"O Build trust\n"
		"KKR1 ISO certified\n"
		"KKR2 0 incidents\n"
		"O Speed\n"
		"K P95 < 300ms\n"
		"K Deploy daily\n"},
	{"three indents",
		"1. Objective: Launch beta\n"
		"  - KR: 100 sign-ups\n"
		"  - KR: 20 weekly active\n"
		"2. Objective: Raise seed\n"
		"\t1. KR1: 40 investor talks\n"
		"\t2. KR2: 2 term sheets\n"
		"3. Objective: Hire\n"
		"        1. KR1: 3 engineers\n"
		"        2. KR2: 1 designer\n"
		"            - note under\n",
		"O Launch beta\n"
		"K 100 sign-ups\n"
		"K 20 weekly active\n"
		"O Raise seed\n"
		"KKR1 40 investor talks\n"
		"KKR2 2 term sheets\n"
		"O Hire\n"
		"KKR1 3 engineers\n"
		"KKR2 1 designer\n"},
	{"three languages",
		"# Objectif T3 2024\n"
		"\n"
		"## Objectif 1 : Gagner la confiance des clients\n"
		"- Résultat clé 1 : NPS de 20 à 45\n"
		"- Résultat clé 2 : 0 incident\n"
		"\n"
		"## Ziel 2: Schneller liefern\n"
		"Schlüsselergebnisse:\n"
		"- Durchlaufzeit von 10 auf 4 Tage\n"
		"- 95 % Erfolgsquote\n"
		"\n"
		"## Objetivo 3: Equipo feliz\n"
		"**Resultados clave**\n"
		"1. eNPS 40\n"
		"2. Rotación < 5 %\n",
		"O1 Gagner la confiance des clients\n"
		"KKR1 NPS de 20 à 45\n"
		"KKR2 0 incident\n"
		"O2 Schneller liefern\n"
		"K Durchlaufzeit von 10 auf 4 Tage\n"
		"K 95 % Erfolgsquote\n"
		"O3 Equipo feliz\n"
		"K eNPS 40\n"
		"K Rotación < 5 %\n"},
	{"definitions",
		"# OKRs\n"
		"\n"
		"## What are OKRs?\n"
		"\n"
		"**Objective:** What you want to achieve.\n"
		"**Key Results:** How you measure it.\n"
		"\n"
		"## Terminology\n"
		"\n"
		"- **Objective:** The dream\n"
		"- **Key Results:** Measures\n",
		""},
	{"examples",
		"For example:\n"
		"\n"
		"- Objective: Become fit\n"
		"  - KR1: run 5 km\n"
		"\n"
		"## Example OKRs\n"
		"\n"
		"### Objective 1: Sing\n"
		"- KR1: 3 songs\n",
		"O Become fit\n"
		"KKR1 run 5 km\n"},
	{"hidden quoted and code",
		"> Said of objective 1: quoted\n"
		"> - KR1: no\n"
		"\n"
		"```\n"
		"Objective 2: in code\n"
		"KR1: no\n"
		"```\n"
		"\n"
		"<!--\n"
		"### Objective 3: hidden\n"
		"- KR1: no\n"
		"-->\n"
		"\n"
		"~~Objective 4: struck~~\n",
		""},
	{"other tables",
		"# Plan\n"
		"\n"
		"| Week | Task |\n"
		"|---|---|\n"
		"| 1 | Kick-off |\n"
		"\n"
		"| Score | Meaning |\n"
		"|---|---|\n"
		"| 0.7 | good |\n"
		"\n"
		"| Metric | Current | Target |\n"
		"|---|---|---|\n"
		"| Coverage | 80% | 90% |\n",
		""},
	{"a readme",
		"# Price predictor\n"
		"\n"
		"**Key Results:**\n"
		"- accuracy 94%\n"
		"- latency < 100 ms\n"
		"\n"
		"## Objectives\n"
		"\n"
		"- Learn ML\n",
		""},
	{"contents",
		"# OKRs 2024 Q3\n"
		"\n"
		"- [Grow](#grow)\n"
		"  - [More](#more)\n"
		"- [Learn](#learn)\n",
		""},
	{"templates",
		"# Objective 1: [Your objective]\n"
		"\n"
		"- KR1: [Measurable outcome]\n"
		"- KR2:\n",
		""},
	{"sprint plan",
		"# Sprint 14 plan\n"
		"\n"
		"## Goal\n"
		"Finish checkout\n"
		"\n"
		"## Tasks\n"
		"- [ ] Button\n"
		"- [ ] Form\n"
		"\n"
		"## Results\n"
		"- 3 stories done\n",
		""},
	{"syllabus",
		"# Course syllabus\n"
		"\n"
		"## Learning objectives\n"
		"\n"
		"1. Understand loops\n"
		"2. Write functions\n"
		"\n"
		"## Objective 1: Understand loops\n"
		"\n"
		"Read chapter 3.\n",
		""},
	{"report",
		"# Annual report\n"
		"\n"
		"Key results of 2023: revenue grew by 12%.\n"
		"\n"
		"Our goal: to be better.\n"
		"\n"
		"| Objective | Status |\n"
		"|---|---|\n",
		""},
};

#endif
