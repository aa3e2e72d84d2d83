"""Key results composed of parts, against what they were composed of.

A form of words for two numbers, a thing measured with its unit, and a remark
that must not be taken for a number make a sentence; what should be found in
it is known from the parts.  Tens of thousands are written into pages, mixed,
and read by the program.  OKRSYNC_STEP says that each n-th is tried (11 here, 1
for all).
"""

import json
import os
import subprocess
from decimal import Decimal
from itertools import product

OKRSYNC = os.environ.get("OKRSYNC", "build/okrsync")
STEP = int(os.environ.get("OKRSYNC_STEP", "11"))
PER_OBJECTIVE = 5
PER_PAGE = 6000
MIX = 7919  # a prime: neighbours in a page differ

# How numbers of a kind are written, their scale and the names of the unit.
UNITS = {
    "%": ("{}%", 1, {"%"}),
    "percent": ("{} percent", 1, {"%"}),
    " %": ("{} %", 1, {"%"}),
    "$M": ("${}M", 10**6, {"USD"}),
    "$k": ("${}k", 1000, {"USD"}),
    "$": ("${:,}", 1, {"USD"}),
    "eur M": ("€{}M", 10**6, {"EUR"}),
    "k EUR": ("{}k EUR", 1000, {"EUR"}),
    "ms": ("{}ms", 1, {"ms"}),
    " ms": ("{} ms", 1, {"ms"}),
    "s": ("{}s", 1, {"s"}),
    "seconds": ("{} seconds", 1, {"s", "seconds"}),
    "min": ("{} min", 1, {"min"}),
    "minutes": ("{} minutes", 1, {"min", "minutes"}),
    "hours": ("{} hours", 1, {"h", "hours"}),
    "h": ("{}h", 1, {"h", "hours"}),
    "days": ("{} days", 1, {"days"}),
    "weeks": ("{} weeks", 1, {"weeks"}),
    "k": ("{}k", 1000, {""}),
    "K": ("{}K", 1000, {""}),
    "int": ("{:,}", 1, {""}),
    "none": ("{}", 1, {""}),
    "/5": ("{}/5", 1, {"/5"}),
    "/10": ("{}/10", 1, {"/10"}),
    "x": ("{}x", 1, {"x"}),
    "/week": ("{}/week", 1, {"/week"}),
    "per day": ("{} per day", 1, {"/day"}),
    "points": ("{} points", 1, {"points", ""}),
}

# What is measured, its unit, the worse and the better number.
MEASURES = [
    ("churn rate", "%", "6.5", "4"),
    ("trial-to-paid conversion", "%", "12", "18"),
    ("30-day retention", "%", "41", "55"),
    ("share of builds that pass", "%", "82", "95"),
    ("percentage of users who finish onboarding", "percent", "35", "60"),
    ("share of traffic from search", " %", "20", "32"),
    ("on-time delivery", "%", "88", "96.5"),
    ("annual recurring revenue", "$M", "2.4", "4"),
    ("MRR", "$k", "120", "180"),
    ("average deal size", "$", 4200, 6500),
    ("cost per hire", "$", 5200, 3900),
    ("license revenue", "eur M", "1.5", "2.2"),
    ("cloud spend", "k EUR", "95", "70"),
    ("p95 latency", "ms", "800", "250"),
    ("checkout response time", " ms", "900", "400"),
    ("page load time", "s", "4.2", "1.8"),
    ("time to first byte", "seconds", "3", "1.5"),
    ("median build time", "min", "25", "10"),
    ("time to restore service", "minutes", "90", "30"),
    ("first response time", "hours", "12", "4"),
    ("MTTR", "h", "6", "2"),
    ("time to hire", "days", "62", "45"),
    ("lead time for changes", "weeks", "6", "2"),
    ("monthly active users", "k", "40", "75"),
    ("weekly downloads", "K", "15", "40"),
    ("number of open bugs", "int", 1450, 800),
    ("newsletter subscribers", "int", 3200, 5000),
    ("NPS", "none", "31", "45"),
    ("customer effort score", "none", "4.4", "5.6"),
    ("CSAT", "/5", "3.9", "4.5"),
    ("employee satisfaction", "/10", "6.8", "8"),
    ("pipeline coverage", "x", "2", "3.5"),
    ("deployment frequency", "/week", "2", "10"),
    ("support tickets", "per day", "60", "35"),
    ("credit score", "points", "610", "680"),
]

UP = ["Increase", "Grow", "Raise", "Improve", "Boost", "Lift", "Drive up"]
DOWN = ["Reduce", "Cut", "Lower", "Decrease", "Shorten", "Bring down"]
MOVE = ["Move", "Bring", "Take", "Get", "Shift"]
REACH = ["Reach", "Achieve", "Attain", "Deliver"]
KEEP = ["Keep", "Maintain", "Hold", "Sustain"]

# V is a verb of change, W of moving, R of reaching, K of keeping; m is what is
# measured, A where it starts, B where it goes.  Each list is headed by what
# should be found: both numbers, the goal alone, or a change by 15 %.
FORMS = {
    "AB": """
        {V} {m} from {A} to {B}
        {W} {m} from {A} to {B}
        {V} {m} to {B} from {A}
        {V} {m} to {B} (from {A})
        {V} {m} to {B}, {up} from {A}
        {V} {m} to {B} ({up} from {A})
        {V} {m} to {B} (currently {A})
        {V} {m} to {B} (current: {A})
        {V} {m} to {B} (baseline: {A})
        {V} {m} to {B} (was {A})
        {V} {m} to {B} (today: {A})
        {V} {m} to {B} (Q1: {A})
        {V} {m} to {B} (2025: {A})
        {V} {m} to {B} (last quarter: {A})
        {V} {m} to {B} (previously {A})
        {V} {m} to {B}; currently {A}
        {V} {m} to {B}, currently {A}
        {V} {m} to {B} from a baseline of {A}
        {V} {m} to {B} against a baseline of {A}
        {V} {m} to {B} versus {A} in 2025
        {V} {m} to {B} compared to {A} last year
        {V} {m} to {B} instead of {A}
        {V} {m} (currently {A}) to {B}
        {V} {m} from {A} (baseline) to {B}
        {V} {m} from current {A} to {B}
        {V} {m} from the current {A} to {B}
        {V} {m} from ~{A} to {B}
        {V} {m} from about {A} to {B}
        {V} {m} from an average of {A} to {B}
        {V} {m} from a baseline of {A} to {B}
        {V} {m} from baseline {A} to {B}
        {V} {m} from {A} in January to {B} in June
        {V} {m} from {A} to a target of {B}
        {V} {m} from {A} to at {best} {B}
        {V} {m} from {A} to {over} {B}
        {V} {m} from {A} to {B} (+15%)
        {V} {m} by 15%, from {A} to {B}
        {V} {m} by 15% (from {A} to {B})
        {V} {m} from **{A}** to **{B}**
        {V} {m} from `{A}` to `{B}`
        {V} {m} from [{A}] to [{B}]
        {V} {m} [{A} → {B}]
        {V} {m}, from {A} to {B}
        {V} {m} - from {A} to {B}
        {V} {m} — from {A} to {B}
        {V} {m} – {A} → {B}
        {V} {m} from {A} -> {B}
        {V} {m} {A} → {B}
        {V} {m} {A}->{B}
        {V} {m}: {A} → {B}
        {V} {m} ({A} → {B})
        {V} {m} ({A} to {B})
        {V} {m} (from {A} to {B})
        {V} {m} (baseline {A}, target {B})
        {V} {m} (baseline: {A}; target: {B})
        {V} {m}. Baseline: {A}, target: {B}
        {V} the {m} from {A} to {B}
        {V} our {m} from {A} to over {B}
        {V} average {m} from {A} to {sign}{B}
        {m} from {A} to {B}
        {m}: {A} to {B}
        {m}: from {A} to {B}
        {m}: {A} -> {B}
        {m} {A} → {B}
        {m} ({A} → {B})
        {m} (from {A} to {B})
        {m} {ups} from {A} to {B}
        {m} has {upped} from {A} to {B}
        {m} goes from {A} to {B}
        {m} {increase} from {A} to {B}
        {m}: baseline {A}, target {B}
        {m}: target {B}, baseline {A}
        {m}: start {A}, goal {B}
        {m}: now {A}, goal {B}
        {m}: current {A}, target {B}
        {m} (current: {A}, target: {B})
        {m} currently at {A}; target {B}
        {m} is {A} today; get it to {B}
        {m} {B} (from {A})
        {m}: {B} (currently {A})
        {m} of {B} vs {A} last quarter
        {m} at {B} (now {A})
        {Increase} in {m} from {A} to {B}
        We {v} {m} from {A} to {B}
        We have {upped} {m} from {A} to {B}
        To {v} {m} from {A} to {B}
        Successfully {v} {m} from {A} to {B}
        Double {m} from {A} to {B}
        {R} {m} of {B} (from {A})
        {R} {m} of {B}, {up} from {A}
        {R} {m} of {B} (currently {A})
        {R} {m} of {B} (baseline: {A})
        {R} {m} of {B} vs. {A} last year""",
    "B": """
        {R} {m} of {B}
        {R} a {m} of {B}
        {R} {m} of at {best} {B}
        {R} {m} {sign} {B}
        {R} {m} {sign}{B}
        {V} {m} to {B}
        {V} {m} to at {best} {B}
        {V} {m} to {over} {B}
        {V} {m} {over} {B}
        {V} {m} to {sign} {B}
        {V} {m} to {sign}{B}
        {V} {m} to {B} or {more}
        {V} {m} to no {less} than {B}
        {V} {m} by 15 pp to {B}
        {K} {m} {over} {B}
        {K} {m} at {B}
        {K} {m} at or {over} {B}
        {K} {m} {sign} {B}
        {K} {m} at {sign}{B}
        Ensure {m} is {over} {B}
        Ensure {m} of at {best} {B}
        {m} {sign} {B}
        {m} {sign}{B}
        {m}: {sign} {B}
        {m} {over} {B}
        {m} of {B}
        {m}: {B}
        {m} is {over} {B}
        {m} is at {best} {B}
        {m} reaches {B}
        {m} hits {B}
        {m} stays {over} {B}
        {m} must be {sign} {B}
        {m} should not {exceed} {B}
        {m} target: {B}
        {m} (target: {B})
        {m} (target {sign} {B})""",
    "by": """
        {V} {m} by 15%
        {V} {m} by at least 15%
        {V} {m} by >15%
        {V} {m} by 15 percent
        {V} {m} by 15% compared to last year
        15% {increase} in {m}
        {m} {increases} by 15%""",
    "A by": """
        {V} {m} by 15% from {A}
        {V} {m} by 15% (currently {A})""",
    "pp": """
        {V} {m} by 15 percentage points
        {V} {m} by 15pp""",
}

# s is the sentence, l the same with a small letter.
REMARKS = [
    "{s}",
    "{s}.",
    "{s} by end of Q3",
    "{s} by June 30",
    "{s} by 2026-06-30",
    "{s} by the end of 2026",
    "{s} in 2026",
    "{s} in Q2",
    "{s} by EOQ",
    "{s} across 3 regions",
    "{s} within 30 days of signup",
    "{s} for the top 10 customers",
    "{s} (P0)",
    "{s} in phase 2",
    "{s} with v2.0",
    "{s} (ISO 27001 scope)",
    "{s} with 24/7 support",
    "{s} over the next 90 days",
    "{s} for all 12 teams",
    "{s} (see issue #123)",
    "{s}, measured weekly",
    "{s} (owner: platform team)",
    "{s} - measured over 4 weeks",
    "{s} at 14 Harbour Street",
    "{s} as Art. 15 asks",
    "{s}, hotline 0800 555 0199",
    "{s} in halls 2, 5 and 7",
    "{s} for residents over 65",
    "{s} despite -20% budget",
    "{s} with the 1962 tram",
    "By Q3, {l}",
    "In H1 2026: {l}",
    "Phase 2: {l}",
    "**{s}**",
]

# Remarks that say how many, where nothing else does.
AMOUNTS = ["across 3 regions", "within 30 days of signup", "for all 12 teams"]

MAKE = """Launch Publish Hire Sign Close Onboard Run Deliver Create Build
    Release Host Train Migrate Automate Interview Win Recruit Open Add Write
    Produce Conduct Organize Secure Acquire Generate Convert Integrate Attend
    Obtain Find Identify Implement Develop Collect Establish Attract Book
    Schedule""".split() + ["Set up", "Sign up", "Roll out"]
COUNTS = ["5", "five", "at least 5", "5+", ">= 5", "≥5", "a minimum of 5",
          "5 or more", "over 5", "more than 5", "the first 5", "another 5",
          "5 additional", "a total of 5"]
# What is counted, and the word of it that is the unit.
NOUNS = [
    ("enterprise customers", "customers"),
    ("blog posts", "posts"),
    ("new hires", "hires"),
    ("customer interviews", "interviews"),
    ("integrations", "integrations"),
    ("case studies", "studies"),
    ("open-source contributions", "contributions"),
    ("backlinks from relevant sites", "backlinks"),
    ("demo calls with prospects", "calls"),
    ("people in sales", "people"),
    ("App Store reviews", "reviews"),
    ("POCs", "POCs"),
    ("B2B accounts", "accounts"),
    ("Q3 campaigns", "campaigns"),
    ("24-hour hackathons", "hackathons"),
]
TAILS = REMARKS + [
    "{s} with 90% satisfaction",
    "{s} in 4 cities",
    "{s} worth $2M in ARR",
    "{s} from 12 different teams",
    "{s} by 20 June",
    "{s} within 6 weeks",
    "{s} for under $5k each",
    "{s} with an average score of 4.5/5",
    "{s}, including 2 in Asia",
    "{s} of which 3 are in EMEA",
    "{s} (3 per month)",
    "{s} (2 in EMEA, 3 in APAC)",
    "{s} reaching 500,000 people",
    "{s} and reach 80% adoption",
    "{s}, generating $200k in pipeline",
    "{s}; 90% rated useful",
]

# Sentences about one number, whatever stands beside them.
SINGLE = {
    (80, "%"): """
        80% of teams use the toolkit
        At least 80% of teams use the toolkit
        Have 80% of teams use the toolkit
        Ensure 80% of builds pass
        More than 80% of alerts are acted on
        Have 80%+ of pages load fast
        Move 80% of workloads to the cloud
        80% adoption of the design system
        Achieve an 80% success rate
        Success rate above 80%
        Test coverage goes up to 80%
        Have a test coverage of 80%
        80% of the 40 services have owners
        Renew 80% of the 25 contracts due""",
    (4, "hours"): """
        Respond to all tickets within 4 hours
        Resolve tickets in under 4 hours
        First reply in 4 hours or less
        Average reply time of 4 hours""",
    (2000000, "USD"): """
        Raise a $2M seed round
        Generate $2M of new pipeline
        $2M in ARR
        Hit $2M ARR
        Save $2M in cloud costs
        Do not exceed $2M in spend""",
    (50, ""): """
        NPS 50
        NPS of 50+
        Get an NPS of 50""",
    (2, "x/week"): """
        Ship releases twice a week
        Deploy 2x per week""",
    (2, "incidents/month"): """
        Fewer than 2 incidents per month
        No more than 2 incidents per month
        Max 2 incidents per month""",
    (0, None): """
        Zero P1 incidents
        Keep P1 incidents at zero
        Reduce P1 incidents to 0
        Release with zero critical bugs
        Achieve zero downtime during migration""",
    (8, "teams"): """
        At least 8 of 10 teams use it
        8 of the 10 teams have migrated""",
    (None, None): """
        Launch the partner portal
        Rank higher for our keywords
        Pass the ISO 27001 audit
        Ship SSO with SAML 2.0 support
        Agree on the plan for 2027""",
}


# So many are wanted; N of them stand behind the sentence.
WANTED = [("Sell 500 day passes", 500), ("Recruit 60 tutors", 60),
          ("Plant 300 trees along the lane", 300), ("Scan 800 slides", 800),
          ("Find 7 dozen host families", 84), ("90 new readers", 90),
          ("At least 150 jars of honey", 150)]
SO_FAR = """
    {s}, 42 so far
    {s} (42 so far)
    {s} (42 as of 4 May)
    {s} (42 done as of 4 May)
    {s} (42 signed up by 4 May)
    {s} - 42 done by 30 June
    {s} – 42 of {n}
    {s}; 42 by now
    {s} -> 42 done
    {s} → 42 done
    {s} / 42 done
    {s}, reached 42
    {s} (42 ready, 3 in hand)
    {s} (finished: 42, begun: 20)
    {s} [Mar: 20, Jun: 42]
    {s} (Q1 20 / Q2 42)
    {s} (42/{n})
    {s} (42 / {n})
    {s} [42 of {n}]
    {s} (done: 42/{n})"""
# The same in other languages; all are to be 80.
SO_FAR_ELSEWHERE = {
    "80 Helfer gewinnen": ["bis heute", "bisher", "bislang"],
    "Inscrire 80 adultes": ["à ce jour", "à ce stade", "jusqu'ici"],
    "Vender 80 entradas": ["hasta la fecha", "hasta hoy", "hasta ahora"],
    "Vender 80 ingressos": ["até agora", "até hoje"],
    "Trovare 80 volontari": ["finora", "ad oggi"],
    "80 vrijwilligers werven": ["tot nu toe", "tot vandaag"],
    "Zapisać 80 uczestników": ["do dziś", "do tej pory"],
}
# Where it started stands in a clause of its own.
STARTS = """
    {s}; 42 done in 2024
    {s}, 42 done last year
    {s}; last year it was 42
    {s}, in 2024 it was 42"""
MILESTONES = """
    First draft of the songbook read by the choir
    Concept for the new reception approved by the board
    The pilot kitchen is running
    Draft of the safety manual ready
    Leitfaden für neue Gäste schreiben
    Neues Lagerkonzept einführen
    Das neue Lager ist in 3 Häusern eingeführt
    Sunset the old kiosk
    Catalogue the herbarium"""
BEHIND = ["{s} – 40%", "{s} - 40 %", "{s}: 40%", "{s} – 40% done",
          "{s} => 40%", "{s} (40% done)"]
# A share, and what it is of, is no milestone.
SHARES = """
    Waste recycled
    Calls answered within a minute
    Customer satisfaction
    Share of members who vote
    Orders delivered on time"""


def lines(text):
    return [s.strip() for s in text.strip().splitlines()]


def small(s):
    return s[0].lower() + s[1:] if s[1:2].islower() else s


def dress(remark, s):
    s = s[0].upper() + s[1:]
    return remark.format(s=s, l=small(s))


def words_of(name, unit, a, b, turn):
    """The words of a form; they take turns."""
    write, scale, _ = UNITS[unit]
    up = Decimal(str(b)) > Decimal(str(a))
    signs = (">=", "≥", ">") if up else ("<=", "≤", "<")
    overs = ("above", "over") if up else ("below", "under")
    verbs = UP if up else DOWN
    return {
        "m": name,
        "A": write.format(a),
        "B": write.format(b),
        "V": verbs[turn % len(verbs)],
        "W": MOVE[turn % len(MOVE)],
        "R": REACH[turn % len(REACH)],
        "K": KEEP[turn % len(KEEP)],
        "up": "up" if up else "down",
        "best": "least" if up else "most",
        "sign": signs[turn % 3],
        "over": overs[turn % 2],
        "more": "more" if up else "less",
        "less": "less" if up else "more",
        "v": "increase" if up else "reduce",
        "increase": "increase" if up else "reduction",
        "Increase": "Increase" if up else "Reduction",
        "increases": "increases" if up else "decreases",
        "ups": "rises" if up else "falls",
        "upped": "improved" if up else "reduced",
        "exceed": "fall below" if up else "exceed",
    }


def measured():
    """What is measured moves from A to B."""
    forms = [(f, w) for w, text in FORMS.items() for f in lines(text)]
    every = product(forms, MEASURES, REMARKS)
    for turn, ((form, wanted), (name, unit, a, b), remark) in enumerate(every):
        _, scale, names = UNITS[unit]
        s = form.format(**words_of(name, unit, a, b, turn))
        start = Decimal(str(a)) * scale if "A" in wanted else None
        if "B" in wanted:
            goal = Decimal(str(b)) * scale
            want = (start, goal, False, names)
        elif wanted == "pp":
            want = (None, Decimal(15), True, {"pp"})
        else:
            want = (start, Decimal(15), True, {"%"})
        yield dress(remark, s), want


def counted():
    """So many things are made."""
    for verb, number, (noun, unit), tail in product(
            MAKE, COUNTS, NOUNS, TAILS):
        s = f"{verb} {number} {noun}"
        yield dress(tail, s), (None, Decimal(5), False, {unit})


def single():
    for ((goal, unit), text), remark in product(SINGLE.items(), REMARKS):
        for s in lines(text):
            if goal is None and remark[4:] in AMOUNTS:
                continue  # there is no better one
            goal_value = None if goal is None else Decimal(goal)
            yield dress(remark, s), (None, goal_value, False,
                                     unit if unit is None else {unit})


def read(sentences):
    page = []
    for i, s in enumerate(sentences):
        if i % PER_OBJECTIVE == 0:
            page.append(f"\n## Objective {i // PER_OBJECTIVE + 1}: Part\n\n")
        page.append(f"- KR{i % PER_OBJECTIVE + 1}: {s}\n")
    out = subprocess.run(
        [OKRSYNC, "grade", "--json", "-"],
        input="".join(page), capture_output=True, text=True, check=True)
    model = json.loads(out.stdout)
    return [k for o in model["objectives"] for k in o["key_results"]]


def value(quantity):
    if not quantity:
        return None
    v = quantity["value"]
    return quantity["text"] if v is None else Decimal(str(v))


def found(key_result):
    target = key_result["target"]
    return (value(key_result["baseline"]), value(target),
            key_result["comparator"] == "by", target and target["unit"])


def is_right(want, key_result):
    got = found(key_result)
    return (want[:3] == got[:3]
            and (got[3] is None or want[3] is None or got[3] in want[3])
            and not key_result["result"] and not key_result["current"])


def check(every, step):
    every = list(every)
    every = [every[i * MIX % len(every)] for i in range(0, len(every), step)]
    wrong = []
    for start in range(0, len(every), PER_PAGE):
        part = every[start:start + PER_PAGE]
        read_back = read([s for s, _ in part])
        assert len(read_back) == len(part), "a key result got lost"
        wrong += [(s, want, found(k)) for (s, want), k in zip(part, read_back)
                  if not is_right(want, k)]
    assert not wrong, f"{len(wrong)} of {len(every)}: {wrong[:20]}"


def test_two_numbers_are_told_apart_in_any_form_and_company():
    check(measured(), STEP)


def test_what_is_made_is_counted_whatever_stands_behind_it():
    check(counted(), STEP * 3)


def test_a_number_alone_is_the_goal_and_none_is_invented():
    check(single(), 1)


def test_where_it_stands_is_told_behind_what_is_wanted():
    rows = [(form.format(s=s, n=n), n) for s, n in WANTED
            for form in lines(SO_FAR)]
    rows += [(f"{s}{tail}", 80) for s, phrases in SO_FAR_ELSEWHERE.items()
             for p in phrases for tail in (f", 42 {p}", f" (42 {p})")]
    wrong = [(s, found(k), k["current"]) for (s, n), k in
             zip(rows, read([s for s, _ in rows]))
             if (value(k["target"]), value(k["current"])) != (n, 42)
             or k["baseline"] or k["result"]]
    assert not wrong, f"{len(wrong)} of {len(rows)}: {wrong}"


def test_what_was_before_is_told_in_a_clause_of_its_own():
    rows = [(form.format(s=s), n) for s, n in WANTED
            for form in lines(STARTS)]
    wrong = [(s, found(k), k["current"]) for (s, n), k in
             zip(rows, read([s for s, _ in rows]))
             if (value(k["target"]), value(k["baseline"])) != (n, 42)
             or k["current"]]
    assert not wrong, f"{len(wrong)} of {len(rows)}: {wrong}"


def test_a_share_behind_a_work_tells_how_far_it_is():
    rows = [form.format(s=s) for s in lines(MILESTONES) for form in BEHIND]
    wrong = [(s, found(k), k["result"]) for s, k in zip(rows, read(rows))
             if not k["result"] or k["result"]["percent"] != 40
             or (value(k["target"]) or 3) != 3]
    assert not wrong, f"{len(wrong)} of {len(rows)}: {wrong}"


def test_a_share_behind_a_measure_is_its_goal():
    rows = [f"{s} – 40%" for s in lines(SHARES)]
    wrong = [(s, found(k), k["result"]) for s, k in zip(rows, read(rows))
             if k["result"] or value(k["target"]) != 40]
    assert not wrong, f"{len(wrong)} of {len(rows)}: {wrong}"
