"""Whatever people write, nothing that we write back makes GitLab do more than
show it. The double executes quick actions as GitLab does."""
import random
import re

import pytest

from conftest import TODAY
from double.quick import COMMANDS, IGNORED, extract

MENTION = re.compile(r'(?<![\w\\`])@[\w.-]+')
REFERENCE = re.compile(r'(?<![\\&\w])(?:[#!~%]\d|GL-\d|\[issue:)')
PIECES = ['/close', '\n/close', '\r\n/label ~x', '\n\n/assign @eve', '@all',
          '@eve', '#1', '!2', '~x', '%3', '&#64;all', '&commat;all', '`',
          '```', '\n```\n', '<!--', '-->', '>>>', '\n>>>\n', '<pre>',
          '</pre>', '\n<div>\n', '|', '\\', '\\|', '\t', '\u202e', '\u200b',
          '\u2060', '\ufeff', '\u2028', '\x00', '\x1b[31m', '[x](y)', '](', '[',
          'GL-1', '[issue:1]', 'Closes #1', '{{<', '<script>', '$1~2',
          'https://a.example/b/-/issues/1',
          'okrsync:key=final/achieved', '<!-- okrsync:key=grades -->',
          '<!-- okrsync:frozen=1 1 -->', 'from 1 to 9', '$10M', 'x', 'Win',
          '\n\n', '\n- KR1: ', '**Owner**: ', '**DRI**: @all']


def hostile(rng, most=6):
    return ''.join(rng.choice(PIECES) + rng.choice(['', ' '])
                   for _ in range(rng.randint(1, most))).strip() or 'x'


def flat(text):
    return ' '.join(text.split())


def okr(rng):
    rows = ''.join(f'| KR{n} | {flat(hostile(rng))} | 1 | {n + 9} | 5 |\n'
                   for n in (1, 2))
    return (f'**Owner**: {flat(hostile(rng))}\n**DRI**: {hostile(rng)}\n\n'
            f'{hostile(rng)}\n\n| # | Key result | Baseline | Target | Now '
            f'(as of 2025-02-01) |\n|--|--|--|--|--|\n{rows}\n{hostile(rng)}')


@pytest.fixture
def team(company):
    gl = company.gl
    gl.now = f'{TODAY}T08:00:00Z'
    gl.add_user('eve')
    for name in ('okr::draft', 'okr::active', 'okr::closed', 'okr::achieved',
                 'okr::missed', 'Q1 2025', 'Q2 2025', 'health::on track',
                 'health::needs attention', 'health::at risk'):
        gl.add_label('acme/okrs', name)
    return company


def ours(team, issue):
    return [note for note in issue.notes
            if note.author is team.gl.user and not note.system]


def check_text(text, who=()):
    assert extract(text)[1] == [], text
    text = re.sub(r'<!--.*?-->', '', text)
    for name in MENTION.findall(text):
        assert name.rstrip(':') in who, (name, text)
    found = REFERENCE.search(text)
    assert not found, (found, text)


def test_the_double_knows_what_gitlab_knows(shared):
    """Every quick action that facts.md names is one."""
    text = (shared / 'facts.md').read_text('utf-8')
    [names] = re.findall(r'^- Names seen: (.*) \(list', text, re.M)
    for name in re.findall(r'[a-z_]+', names.replace('remove_*', '')):
        assert name in COMMANDS or name in IGNORED, name
        assert extract(f'a\n/{name} b\n')[1], name


@pytest.mark.parametrize('seed', range(6))
def test_what_we_write_does_nothing(team, seed):
    rng = random.Random(seed)
    issues = [team.add_okr(f'{n} {flat(hostile(rng))}'[:200], okr(rng),
                           assignees=['eve'],
                           created_at='2025-01-02T08:00:00Z',
                           updated_at='2025-01-10T08:00:00Z')
              for n in range(12)]
    for issue in issues:
        team.gl.add_note(issue, f'KR1: 6 {hostile(rng)}', author='eve',
                         created_at='2025-02-01T08:00:00Z')
    before = {issue.iid: ({x.name for x in issue.labels}, issue.due_date,
                          issue.assignees[:], issue.milestone)
              for issue in issues}
    project = team.gl.project('acme/okrs')
    labels = len(project.labels)
    runs = (['sync', '--write-back', 'all', '--publish', 'files'],
            ['remind', '--today', '2025-02-20'],
            ['close', '--period', 'Q1 2025', '--yes', '--outcome', 'missed'],
            ['open', '--carry-over', 'Q1 2025', '--to', 'Q2 2025', '--force'])
    for words in runs:
        today = () if '--today' in words or words[0] == 'open' \
            else ('--today', TODAY)
        done = team.run(*words, *today)
        assert done.status == 0, done
        assert not [r for r in team.gl.writes() if r['status'] == 202]
    assert len(project.labels) == labels
    for issue in issues:
        names = {x.name for x in issue.labels}
        assert {n for n in names if 'health' not in n} == \
            before[issue.iid][0] - {'okr::active'} | {'okr::missed'}
        assert (issue.due_date, issue.assignees, issue.milestone) == \
            before[issue.iid][1:]
        notes = [n for n in ours(team, issue) if 'okrsync:key' in n.body]
        assert notes
        for note in notes:
            assert '://' not in note.body, note.body
            check_text(note.body, who=['@eve'] if 'remind/' in note.body
                       else [])
    carried = project.issues[12:]
    for issue in carried:
        check_text(issue.description)
        check_text(issue.title)
        assert issue.state == 'opened' and not issue.milestone
        assert {x.name for x in issue.labels} >= {'Q2 2025', 'okr::draft'}
    again = team.run(*runs[3])
    assert again.status == 0 and 'opened' not in again.out, again
