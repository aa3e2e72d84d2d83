"""What a page costs grows with its bytes, whatever they are.

Each shape is read at 256 KiB and at 1 MiB, and the CPU seconds are compared:
four times the bytes are four times the work where all is linear, sixteen
times where something is not.  The least of several runs counts, as other work
on the machine only ever adds.
"""
import os
import subprocess

import pytest

from conftest import BINARY, ROOT

SMALL, LARGE = 1 << 18, 1 << 20
MOST = 7       # times as much: between 4 and 16, nearer to 4
START_UP = 0.02        # CPU seconds that are no reading
RUNS = 4

SHAPES = {
    'headings': '# a\n',
    'headings underlined': 'a\n=\n',
    'objectives as headings': '## O1: a\n\n',
    'objectives in a line': 'O1: a\n',
    'objectives by number alone': '- O2\n',
    'bold objectives with lists':
        '**Objective: a**\n\nKey results:\n\n- b 3\n\n',
    'bold words': '**a** ',
    'open emphasis': '**',
    'key results': '- KR: 1 b\n',
    'key results with results': '- KR1.1 a => 50%\n',
    'key results in one line': 'KR1 ',
    'key results and their fields': '- KR1: a\n  Status: 70%\n',
    'objective and key results told in a line':
        'Objective: a. Key results: 1) b 2) c; ',
    'labels in one paragraph':
        'Company Objective: a\nKey Results:\n 5 boats\n',
    'examples': 'Example:\n\n- Objective: a\n  - KR1: b 3\n\n',
    'bullets': '- a\n',
    'bullets below bullets': '- a\n  - b\n',
    'numbers': '1. a\n',
    'boxes': '☐ a\n',
    'emoji': '✅',
    'emoji on lines': '✅ a b\n',
    'bars on lines': '- KR: a 🟩🟩🟩⬜⬜\n',
    'bars in one line': '🟩⬜',
    'dashes alone': '-\n',
    'dashes over text': '-\nab cd ef\n',
    'short lines': 'a b c\n',
    'fields': 'a: b\n',
    'check-ins': '@a: KR1 is at 5\n',
    'cells parted by tabs': 'a\tb\tc\n',
    'tables of key results':
        '| OKR | Key result | Target |\n|---|---|---|\n| O1 | a | 3 |\n\n',
    'tables of readings': '| KR | Current |\n|---|---|\n| KR1.1 | 12 |\n',
    'grids': '+---+\n| a |\n+---+\n',
    'bars': '|',
    'rows longer than their table': '|===\n| a | b\n\n| c | d | e\n|===\n',
    'tables never closed': '<table><tr><td>',
    'details never closed': '<details><summary>a</summary>\n',
    'fences': '```\n',
    'quotations': '> ' * 50 + '- KR1: a\n',
    'brackets': '[',
    'parentheses': '(',
    'colons': ':',
    'semicolons': ';',
    'quotes': '"a" ',
    'entities': '&amp;',
    'links': '[a](b) ',
    'definitions of links': '[a]: b\n',
    'struck out': '~~a~~ ',
    'from and to': 'from 1 to 2 ',
    'fractions': '1/2 ',
    'arrows': '=> ',
    'scores': '(0.4) ',
    'percentages': '50% ',
    'days': '2025-01-02 ',
    'numbers as words': 'twenty-one ',
    'Arabic': 'من 20 إلى 30 ',
    'Chinese': '目标：提高到45%，',
    'Korean': '20에서 30으로 ',
    'titles and what measures them, in one line':
        'Grow. Measured by: 5 to 6. ',
    'titles and what measures them, in paragraphs':
        '**Grow more** We are there when a reaches 5, and when b is 6.\n\n',
    'titles over lists': 'Grow more\n\n- a 3 to 4\n- b 5 to 6\n\n',
    'lists of goals, one behind the other':
        '- Grow a\n  - 3 to 4\n- Grow b\n  - 4 to 5\n\nand\n\n',
    'titles over lines set in': 'Grow\n  a 3\n  b 4\n\n',
    'boxes without bullets': '[ ] Grow 3\n',
    'brackets on lines': '[a]\n',
    'bold fields': '**Owner: a. Result: 5.** b ',
    'boxes set in': '    [ ] a 1 -> 2\n\n',
    'items set in above others': '\n    - a\n   b\n',
    'issues as they are printed':
        'OKR-118 · Key Result · In Progress\n\n# Grow\n\n',
    'types without titles': 'Type: Objective\n\n\n\n\n\n\n\n\n',
    'objectives and key results in one column':
        '| Objective / Key result | Target |\n|---|---|\n'
        '| 1. Grow more | |\n| 1.1 Sell more | 5 |\n\n',
    'headings ever deeper': ''.join(
        '#' * level + ' Goal\n\n- 5 to 9 %\n\n' for level in range(1, 7)),
    'Russian': 'Цель: рост с 1 до 2 млн\n\n',
}
HEADS = {
    'one long table': ('| KR | Target | Current |\n|---|---|---|\n',
                       '| Grow a | 3 | 2 |\n'),
    'one wide table': ('| a ' * 200 + '|\n' + '|---' * 200 + '|\n',
                       '| 1 ' * 200 + '|\n'),
}


def page(size, head, piece):
    text = '# OKRs Q1 2025\n\n' + head
    text += piece * (size // len(piece.encode()) + 1)
    return text.encode()[:size]


def nest(size):
    """Ever deeper lists until half of the page is blanks, and again."""
    deep = ''.join('  ' * i + '- a\n' for i in range(60))
    return page(size, '', '# O1: a\n' + deep)


def few_lines(size):
    """As many lines as are read by their looks, each as long as it may be."""
    pieces = ['**Goal: grow** ', '- from 1 to 2 ', '(a) **b** ', '→ c: ']
    return b'\n'.join(page(size // 1400, '', pieces[i % 4])[16:].strip()
                      for i in range(1400))


def looks(size):
    """Lines of more looks than are told apart, then blanks."""
    signs = ['-', '*', '1.', '1)', '(a)', '1.1', '→', '~']
    text = '# Goals\n\n'
    for i in range(1400):
        bold = '**' if i // 64 % 2 else ''
        text += ' ' * (i // 8 % 8) + signs[i % 8]
        text += f' {bold}Raise it from {i} to {2 * i + 1}{bold}\n'
    return text.encode().ljust(size)


def seconds(path):
    """CPU seconds of one run."""
    with open(os.devnull, 'wb') as nowhere:
        run = subprocess.Popen(
            [BINARY, 'grade', path, '--json', '--today', '2025-02-01'],
            stdout=nowhere, stderr=nowhere)
        _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode == 0
    return used.ru_utime + used.ru_stime


def times(small, large):
    """How many times as much the large one costs, in the best of runs."""
    least = [9e9, 9e9]
    for _ in range(RUNS):
        for i, path in enumerate((small, large)):
            least[i] = min(least[i], seconds(path))
        ratio = least[1] / (least[0] + START_UP)
        if ratio <= MOST:
            break
    return ratio


def check(folder, make):
    paths = folder / 'small.md', folder / 'large.md'
    for path, size in zip(paths, (SMALL, LARGE)):
        path.write_bytes(make(size))
    assert times(*paths) <= MOST


@pytest.mark.parametrize('shape', SHAPES)
def test_cost_grows_with_the_bytes(tmp_path, shape):
    check(tmp_path, lambda size: page(size, '', SHAPES[shape]))


@pytest.mark.parametrize('shape', HEADS)
def test_cost_of_a_table_grows_with_its_bytes(tmp_path, shape):
    check(tmp_path, lambda size: page(size, *HEADS[shape]))


def test_cost_of_deep_lists_grows_with_their_bytes(tmp_path):
    check(tmp_path, nest)


@pytest.mark.parametrize('make', [few_lines, looks])
def test_cost_of_looks_grows_with_their_bytes(tmp_path, make):
    check(tmp_path, make)


def test_cost_of_all_cases_grows_with_their_bytes(tmp_path):
    """One behind another, and again: thousands of objectives of all kinds."""
    paths = sorted((ROOT / 'tests' / 'cases').glob('doc-*/input.md'))
    text = b'\n\n'.join(path.read_bytes() for path in paths)
    assert len(text) > 1 << 16
    check(tmp_path, lambda size: (text * (size // len(text) + 1))[:size])
