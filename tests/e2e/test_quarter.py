"""A whole quarter, with the clock moved: from an empty project to the next
period's drafts, and the handbook's history read at the end like a story."""
import calendar
import time

import pytest

OKRS = """\
---
labels: [OKR, "%{period}", "okr::draft"]
assignees: ada
---

# OKRs of Q1 2025

## Objective 1: Win larger customers

**Owner**: Ada
**Type**: Committed

| # | Key result | Baseline | Target |
|---|------------|----------|--------|
| KR1 | Raise revenue | $10M | $20M |
| KR2 | Shorten the sales cycle | 120 days | 100 days |

## Objective 2: Give new users an early success

**Owner**: Bea
**Type**: Aspirational

| # | Key result | Baseline | Target |
|---|------------|----------|--------|
| KR1 | Raise activation | 60% | 80% |
"""


class Quarter:
    """The company, and what day it is."""

    def __init__(self, company):
        self.company, self.gl = company, company.gl
        self.gl.add_user('ada', name='Ada')
        self.gl.add_user('bea', name='Bea')
        for name in ('ada', 'bea'):
            project = self.gl.project('acme/okrs')
            project.members[self.gl.state.find_user(name).id] = 30
        (company.folder / '.okrsync.yml').unlink()
        self.is_now('2024-12-03')

    def is_now(self, day):
        self.day = day
        self.gl.now = f'{day}T09:00:00Z'

    def run(self, command, *words, status=0):
        seconds = calendar.timegm(time.strptime(self.day, '%Y-%m-%d'))
        words = [command, '--today', self.day, *words] \
            if command != 'open' else [command, *words]
        done = self.company.run(*words, env={
            'SOURCE_DATE_EPOCH': str(seconds + 9 * 3600)})
        assert done.status == status, (self.day, done)
        return done

    def sync(self, commits):
        """Sync, and again: so many commits, then not one more write."""
        before = self.company.commits()
        self.run('sync')
        assert self.company.commits() == before + commits, self.day
        writes = len(self.gl.writes())
        self.run('sync')
        assert self.company.commits() == before + commits, self.day
        assert len(self.gl.writes()) == writes, self.day

    @property
    def issues(self):
        return self.gl.project('acme/okrs').issues

    def label(self, issue, old, new):
        """What a person does on the board."""
        self.gl.update_item(issue, self.gl.state.find_user('ada'), {
            'remove_labels': [old], 'add_labels': [new]})

    def says(self, issue, body, author='ada'):
        self.gl.add_note(issue, body, author=author,
                         created_at=f'{self.day}T08:00:00Z')

    def page(self, period):
        [path] = [p for p in self.company.pages() if period in p and
                  p.endswith('.md')]
        return self.company.read(path)

    def ours(self, issue, key):
        return [n for n in issue.notes if f'okrsync:key={key}' in n.body]


@pytest.fixture
def quarter(company):
    return Quarter(company)


def prepare(q):
    """Four weeks out: the project is set up, and drafts are opened."""
    source = q.company.source
    everything = (source, '--create-labels', '--create-board', '--folder',
                  'content/okrs')
    q.run('init', *everything)
    assert not q.gl.writes()
    q.run('init', *everything, '--yes')
    config = q.company.folder / '.okrsync.yml'
    config.write_text(config.read_text() + 'write-back: comment\n')
    q.run('doctor')
    (q.company.folder / 'q1.md').write_text(OKRS, encoding='utf-8')
    opened = ('q1.md', '--period', 'Q1 2025', '--create-labels')
    q.run('open', *opened, '--dry-run')
    assert not q.issues
    q.run('open', *opened)
    q.run('open', *opened)
    assert [i.title for i in q.issues] == [
        'Win larger customers', 'Give new users an early success']
    q.sync(commits=1)


def review_and_activate(q):
    q.is_now('2024-12-18')
    assert q.run('remind').out.count('reminded ') == 2
    assert q.run('remind').out == ''
    for issue in q.issues:
        q.label(issue, 'okr::draft', 'okr::review')
    q.sync(commits=1)
    q.is_now('2025-01-01')
    for issue in q.issues:
        q.label(issue, 'okr::review', 'okr::active')
    q.sync(commits=1)


def check_in(q):
    """Three check-ins; in between nobody says a word, and is reminded."""
    first, second = q.issues
    for day, revenue, days, activation in (
            ('2025-01-20', '$12M', '118 days', '64%'),
            ('2025-02-03', '$14M', '112 days', '69%')):
        q.is_now(day)
        q.says(first, f'KR1: {revenue}\nKR2: {days}')
        q.says(second, f'KR1: {activation}', 'bea')
        assert q.run('remind').out == ''
        q.sync(commits=1)
    q.is_now('2025-02-06')
    assert 'Mid-quarter review' in q.run('remind', '--dry-run').out
    q.run('remind')
    q.is_now('2025-02-27')
    before = [len(issue.notes) for issue in q.issues]
    assert q.run('remind').out.count('reminded ') >= 1
    assert q.run('remind').out == ''
    assert [len(i.notes) for i in q.issues] != before
    q.run('sync')
    q.is_now('2025-03-28')
    q.says(first, 'KR1: $20M\nKR2: 108 days')
    q.says(second, 'KR1: 75%', 'bea')
    q.sync(commits=1)
    for issue in q.issues:
        assert len(q.ours(issue, 'grades')) == 1


def close(q):
    q.is_now('2025-04-05')
    first, second = q.issues
    q.run('close', '--period', 'Q1 2025')
    assert first.state == 'opened'
    q.run('close', '--period', 'Q1 2025', '--yes', '-o', 'q1.json')
    assert first.state == second.state == 'closed'
    assert {x.name for x in first.labels} == {'OKR', 'Q1 2025',
                                              'okr::missed'}
    assert 'okr::achieved' in {x.name for x in second.labels}
    for issue in (first, second):
        assert len(q.ours(issue, 'final')) == 1
    q.sync(commits=1)


def carry_over(q):
    q.run('open', '--carry-over', 'Q1 2025', '--to', 'Q2 2025',
          '--create-labels')
    q.run('open', '--carry-over', 'Q1 2025', '--to', 'Q2 2025',
          '--create-labels')
    carried = q.issues[2:]
    assert [i.title for i in carried] == ['Win larger customers']
    assert {x.name for x in carried[0].labels} == {'OKR', 'Q2 2025',
                                                   'okr::draft'}
    assert 'Raise revenue' not in carried[0].description
    assert '108 days' in carried[0].description
    q.sync(commits=1)
    assert 'Win larger customers' in q.page('q2')


def story(q):
    """The commits of the Q1 page, oldest first: (day, page)."""
    git = q.company.run.git
    git('fetch', '-q', 'origin')
    [path] = [p for p in q.company.pages()
              if 'q1' in p and p.endswith('.md')]
    log = git('log', '--reverse', '--format=%H %cs', 'origin/main', '--',
              path).split('\n')
    return [(line.split()[1], git('show', f'{line.split()[0]}:{path}'))
            for line in log if line]


def messages(q):
    """{day: what the commits of that day say}."""
    log = q.company.run.git('log', '--reverse', '--author=okrsync',
                            '--format=%x00%cs%n%B', 'origin/main')
    told = {}
    for commit in log.split('\0')[1:]:
        day, message = commit.split('\n', 1)
        told[day] = told.get(day, '') + message
    return told


TOLD = {
    '2024-12-03': 'Q1 2025\n\n- Win larger customers: new, draft\n',
    '2025-01-01': '- Win larger customers: review -> active\n',
    '2025-01-20': 'Q1 2025: no grade -> 0.18\n\n'
                  '- Win larger customers: no grade -> 0.15, '
                  'no status -> behind\n'
                  '  Raise revenue: no value -> $12M, no grade -> 0.20\n',
    '2025-02-03': 'Q1 2025: 0.18 -> 0.43\n\n'
                  '- Win larger customers: 0.15 -> 0.40, behind -> on track\n'
                  '  Raise revenue: $12M -> $14M, 0.20 -> 0.40\n',
    '2025-02-27': '- Win larger customers: on track -> stale\n',
    '2025-03-28': '- Give new users an early success: 0.45 -> 0.75, '
                  'stale -> on track\n',
    '2025-04-05': '- Win larger customers: active -> closed, missed\n'
                  '- Give new users an early success: active -> closed, '
                  'achieved\n',
}


def test_a_quarter(quarter):
    prepare(quarter)
    review_and_activate(quarter)
    check_in(quarter)
    close(quarter)
    carry_over(quarter)
    told = story(quarter)
    days = [day for day, _ in told]
    assert days == sorted(days)
    assert {'2024-12-03', '2024-12-18', '2025-01-01', '2025-01-20',
            '2025-02-03', '2025-03-28', '2025-04-05'} <= set(days), days
    page = dict(told)
    assert '$12M' not in page['2025-01-01']
    assert '$12M' in page['2025-01-20'] and '0.20' in page['2025-01-20']
    assert '$14M' in page['2025-02-03'] and '0.40' in page['2025-02-03']
    assert '$20M' in page['2025-03-28'] and '1.00' in page['2025-03-28']
    last = page['2025-04-05'].lower()
    assert 'missed' in last and 'achieved' in last
    assert 'reminded' not in last and '@ada' not in last
    said = messages(quarter)
    for day, words in TOLD.items():
        assert words in said[day], said[day]
    assert 'Q2 2025\n\n- Win larger customers: new, draft' in \
        said['2025-04-05']
