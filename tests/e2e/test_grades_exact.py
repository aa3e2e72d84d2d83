"""Grades against an independent exact calculation.

Random key results are written as a document, graded by the program, and
computed again with python's fractions: progress, grades, the means of
objectives and the mean of all must have the same digits.  OKRSYNC_ROWS sets
how many (10,000 here, a million in check-long).
"""

import json
import os
import random
import subprocess
from fractions import Fraction

OKRSYNC = os.environ.get("OKRSYNC", "build/okrsync")
ROWS = int(os.environ.get("OKRSYNC_ROWS", "10000"))
PER_OBJECTIVE = 5
PER_DOCUMENT = 10000
SHAPES = [
    ("", ""),
    ("$", ""),
    ("", "%"),
    ("", " days"),
    ("", " deals"),
    ("", "ms"),
]
HEADER = (
    "| # | Key result | Baseline | Target | Current | Weight |\n"
    "|---|------------|----------|--------|---------|--------|\n"
)


def half_up(x, decimals=2):
    """x rounded half away from zero, as text."""
    scaled = abs(x) * 10**decimals
    n = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if x < 0 and n else ""
    whole, part = divmod(n, 10**decimals)
    return f"{sign}{whole}.{part:0{decimals}d}"


def clamp(x):
    return max(Fraction(0), min(Fraction(1), x))


def draw_number(rng):
    """A decimal as text, with its exact value."""
    decimals = rng.choice([0, 0, 1, 2, 3])
    n = rng.randrange(0, 10 ** rng.randrange(1, 7))
    if 1900 <= n < 2200 and not decimals:  # a year, not a number
        n += 1000
    text = str(n)
    if decimals:
        text = text.rjust(decimals + 1, "0")
        text = text[:-decimals] + "." + text[-decimals:]
    # Three decimals may be read as grouped thousands: end them on a digit
    # that no one would group.
    if decimals == 3:
        text += "1"
    return text, Fraction(text)


def draw_key_result(rng):
    while True:
        baseline, target, current = (draw_number(rng) for _ in range(3))
        if baseline[1] != target[1]:
            break
    weight = rng.choice([None, None, None, 0, 1, 2, "0.5"])
    return baseline, target, current, weight


def write_document(rng, rows):
    lines = ["# OKRs for Q1 2025\n"]
    wanted = []
    for o in range(rows // PER_OBJECTIVE):
        lines.append(f"\n### Objective {o + 1}: Number {o + 1}\n\n" + HEADER)
        krs = [draw_key_result(rng) for _ in range(PER_OBJECTIVE)]
        for k, (b, t, c, w) in enumerate(krs):
            before, after = rng.choice(SHAPES)
            cells = [before + x[0] + after for x in (b, t, c)]
            weight = "" if w is None else w
            lines.append(
                f"| KR{k + 1} | Move measure {k} | {cells[0]} | {cells[1]} "
                f"| {cells[2]} | {weight} |\n"
            )
        wanted.append(krs)
    return "".join(lines), wanted


def run(document):
    done = subprocess.run(
        [OKRSYNC, "grade", "--json", "-"],
        input=document.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return json.loads(done.stdout, parse_float=str, parse_int=str)


def same(got, want):
    return got is not None and Fraction(got) == Fraction(half_up(want))


def check_objective(objective, krs):
    total, weights = Fraction(0), Fraction(0)
    assert len(objective["key_results"]) == len(krs)
    for kr, (b, t, c, w) in zip(objective["key_results"], krs):
        progress = (c[1] - b[1]) / (t[1] - b[1])
        assert same(kr["progress"], progress), (kr, b, t, c)
        assert same(kr["grade"], clamp(progress)), (kr, b, t, c)
        weight = Fraction(1) if w is None else Fraction(w)
        total += weight * clamp(progress)
        weights += weight
    if not weights:
        assert objective["grade"] is None
        return None
    assert same(objective["grade"], total / weights), objective
    return total / weights


def test_grades_are_those_of_exact_fractions():
    rng = random.Random(2025)
    left = ROWS
    while left > 0:
        document, wanted = write_document(rng, min(left, PER_DOCUMENT))
        model = run(document)
        assert len(model["objectives"]) == len(wanted)
        means = [
            check_objective(o, krs)
            for o, krs in zip(model["objectives"], wanted)
        ]
        means = [m for m in means if m is not None]
        assert same(model["grade"], sum(means) / len(means))
        left -= PER_DOCUMENT
