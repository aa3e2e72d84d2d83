"""The examples of okr(5) are understood as the manual says.

A comment in the source of the page marks each literal block: `example: NAME`
is what is written (`csv: NAME` and `yaml: NAME` in files with such endings),
`comment: NAME` a comment on that issue, `labels: NAME`
the labels of an issue, and `understood: NAME` a part of the JSON that
`okrsync grade --json` prints: every member shown must be there, and lists have
as many items as are shown.
"""
import json
import re

import pytest

from conftest import ROOT, TODAY

MANUAL = ROOT / 'docs' / 'okr.5'
BLOCK = re.compile(r'^\.\\" (\w+): (\w+)\n\.Bd -literal.*\n((?s:.*?))^\.Ed$',
                   re.M)
WHEN = '2025-02-01T09:00:00Z'


def plain(text):
    """What a reader of the page sees."""
    text = re.sub(r'^\\&', '', text, flags=re.M)
    text = re.sub(r'\\\[u([0-9A-F]{4,6})\]',
                  lambda m: chr(int(m.group(1), 16)), text)
    return text.replace('\\e', '\\')


def blocks():
    found = {}
    for kind, name, text in BLOCK.findall(MANUAL.read_text('utf-8')):
        assert kind not in found.setdefault(name, {}), (kind, name)
        found[name][kind] = plain(text)
    return found


BLOCKS = blocks()


def difference(shown, real, path=''):
    """The first place where what is shown is no part of what is real."""
    if isinstance(shown, dict) and isinstance(real, dict):
        for key, value in shown.items():
            found = difference(value, real.get(key, 'no such member'),
                               f'{path}.{key}')
            if found:
                return found
        return None
    if isinstance(shown, list) and isinstance(real, list):
        if len(shown) != len(real):
            return f'{path}: {len(shown)} shown, {len(real)} are there'
        for i, (value, other) in enumerate(zip(shown, real)):
            found = difference(value, other, f'{path}[{i}]')
            if found:
                return found
        return None
    return None if shown == real else f'{path}: {shown!r} is {real!r}'


def grade_text(okrsync, text):
    done = okrsync('grade', '-', '--json', '--today', TODAY, stdin=text)
    assert done.status == 0, done
    return json.loads(done.out)


def grade_issue(company, block):
    """What is read of an issue with these labels and this comment."""
    labels = block.get('labels', 'Q1 2025\n').splitlines()
    issue = company.add_okr('Win larger customers', labels=labels,
                            body=block.get('example', '- KR1: Grow\n'))
    if 'comment' in block:
        company.gl.add_note(issue, block['comment'], created_at=WHEN)
    done = company.run('fetch', '-q', '-o', 'one.snapshot')
    assert done.status == 0, done
    done = company.run('grade', '--from', 'one.snapshot', '--json',
                       '--today', TODAY)
    assert done.status == 0, done
    return json.loads(done.out)


def check(shown, read):
    shown = shown if isinstance(shown, list) else [shown]
    found = difference(shown, read['objectives'])
    assert not found, found


IN_TEXT = [n for n, b in BLOCKS.items() if set(b) == {'example', 'understood'}]
IN_FILES = [(n, k) for n, b in BLOCKS.items() for k in ('csv', 'yaml')
            if k in b]
IN_ISSUES = [n for n in BLOCKS
             if n not in IN_TEXT and n not in dict(IN_FILES)]


def test_the_page_has_examples():
    assert len(IN_TEXT) >= 11 and len(IN_ISSUES) >= 2
    assert len(IN_FILES) >= 2
    assert all('understood' in block for block in BLOCKS.values())


@pytest.mark.parametrize('name', IN_TEXT)
def test_an_example_is_understood_as_the_manual_says(okrsync, name):
    read = grade_text(okrsync, BLOCKS[name]['example'])
    check(json.loads(BLOCKS[name]['understood']), read)


@pytest.mark.parametrize('name, kind', IN_FILES)
def test_a_file_is_understood_as_the_manual_says(okrsync, name, kind):
    path = okrsync.folder / f'okrs.{kind}'
    path.write_text(BLOCKS[name][kind], encoding='utf-8')
    done = okrsync('grade', path.name, '--json', '--today', TODAY)
    assert done.status == 0, done
    check(json.loads(BLOCKS[name]['understood']), json.loads(done.out))


@pytest.mark.parametrize('name', IN_ISSUES)
def test_an_issue_is_understood_as_the_manual_says(company, name):
    read = grade_issue(company, BLOCKS[name])
    check(json.loads(BLOCKS[name]['understood']), read)


@pytest.mark.parametrize('name', IN_TEXT)
def test_an_example_is_explained_line_by_line(okrsync, name):
    text = BLOCKS[name]['example']
    read = grade_text(okrsync, text)
    done = okrsync('grade', '-', '--explain', stdin=text)
    told = dict(re.findall(r'^ *(\d+)  (objective|key result) ', done.out,
                           re.M))
    for objective in read['objectives']:
        for kr in objective['key_results']:
            assert told.get(str(kr['line'])) == 'key result', kr
    assert len(told) >= len(read['objectives'])


def periods():
    text = MANUAL.read_text('utf-8')
    table = re.search(r'^\.\\" periods\n\.Bd.*\n((?s:.*?))^\.Ed$', text, re.M)
    return [re.split(r'  +| to ', line)
            for line in table.group(1).splitlines()]


@pytest.mark.parametrize('name, start, end', periods())
def test_a_period_is_what_the_manual_says(okrsync, name, start, end):
    read = grade_text(okrsync, f'# OKRs for {name}\n\n## Objective: Win\n\n'
                               '- KR1: Raise revenue from $1M to $2M\n')
    assert (read['period']['start'], read['period']['end']) == (start, end)
