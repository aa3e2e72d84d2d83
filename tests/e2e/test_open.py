"""okrsync open: from OKR files and templates to issues, each exactly once."""
import json
import re
import signal
import time

import pytest

from conftest import Program

LABELS = ('OKR', 'Q1 2025', 'okr::draft', 'okr::active', 'team::Product')
OKR = """\
---
labels: [OKR, "%{period}"]
assignee: ada
---

# Objective: Win larger customers

**Owner**: CEO
**DRI**: CRO
**Priority**: P0
**Type**: Committed
**Confidence**: 75%

| # | Key result | Baseline | Target | Current (as of 2025-02-01) | Status |
|---|------------|----------|--------|----------------------------|--------|
| KR1 | Raise revenue | $12M | $18M | $14.5M | 🟡 On track |
| KR2 | Shorten the sales cycle | 120 days | 90 days | 105 days | 🟢 Ahead |
"""
CASCADE = """\
# OKRs of Q1 2025

## Objective 1: Win larger customers

- KR1: Raise revenue from $12M to $18M
- KR2: Sign 15 new large customers

## Objective 2: Give new users an early success

- KR1: Raise activation from 60% to 75%

## Objective 3: Ship smaller changes

- KR1: Raise deployments from 1x/week to 5x/week
"""
TITLES = ['Win larger customers', 'Give new users an early success',
          'Ship smaller changes']
JOINER = '\u2060'
# What GitLab would act on, in text that is not ours to act on.
MENTION = re.compile(r'(?<![\w\\])@[A-Za-z]')
REFERENCE = re.compile(r'(?<![\\&])[#!~%]\d')
ACTION = re.compile(r'^/[A-Za-z]', re.M)


class Place:
    """A project to open issues in, and the program beside its files."""

    def __init__(self, gl, folder):
        self.gl, self.folder = gl, folder
        self.project = gl.add_project('acme/okrs')
        for name in LABELS:
            gl.add_label('acme/okrs', name)
        gl.add_user('ada', name='Ada')
        self.source = f'{gl.url}/acme/okrs'
        self.run = Program(folder, gl.token)
        self.write('.okrsync.yml', f'source: {self.source}\n')

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding='utf-8')
        return name

    def open(self, *words, **how):
        return self.run('open', *words, **how)

    def template(self, *words, **how):
        return self.open('--template', 'objective', '--title', 'Grow',
                         '--period', 'Q1 2025', *words, **how)

    @property
    def issues(self):
        return self.project.issues

    def titles(self):
        return [issue.title for issue in self.issues]

    def posts(self):
        return self.gl.asked('POST', r'/issues$')


@pytest.fixture
def place(gitlab, tmp_path):
    gitlab.rate_limit = 0
    return Place(gitlab, tmp_path)


def names(labels):
    return sorted(label.name for label in labels)


def test_a_file_becomes_an_issue(place):
    place.write('okr.md', OKR)
    done = place.open('okr.md', '--period', 'Q1 2025')
    assert done.status == 0, done
    [issue] = place.issues
    assert done.out == (f'opened {place.source}/-/issues/1 '
                        'Win larger customers\n')
    assert issue.title == 'Win larger customers'
    assert names(issue.labels) == ['OKR', 'Q1 2025']
    assert [user.username for user in issue.assignees] == ['ada']
    assert issue.due_date == '2025-03-31'
    assert issue.state == 'opened'
    assert '| KR1 | Raise revenue |' in issue.description
    assert re.search(r'<!-- okrsync:key=2025-q1/[a-z0-9-]+ -->$',
                     issue.description.rstrip())


def model(place, *words):
    done = place.run('grade', '--json', '--today', '2025-02-08', *words)
    assert done.status in (0, 1), done
    return json.loads(done.out)


def test_the_issue_reads_back_to_the_same_okr(place):
    place.write('okr.md', OKR)
    assert place.open('okr.md', '--period', 'Q1 2025').status == 0
    done = place.run('fetch', '-o', 'okrs.snapshot')
    assert done.status == 0, done
    [there] = model(place, 'okrs.snapshot')['objectives']
    [here] = model(place, 'okr.md', '--period', 'Q1 2025')['objectives']
    for name in ('title', 'owner', 'dri', 'priority', 'type', 'confidence',
                 'grade', 'coverage'):
        assert there[name] == here[name], name
    assert there['grade'] is not None
    assert len(there['key_results']) == len(here['key_results']) == 2
    for one, other in zip(there['key_results'], here['key_results']):
        for name in ('text', 'kind', 'baseline', 'target', 'current',
                     'progress', 'grade', 'stated_status'):
            assert one[name] == other[name], name


def test_every_objective_of_a_page_becomes_an_issue(place):
    place.write('page.md', CASCADE)
    done = place.open('page.md', '--label', 'OKR')
    assert done.status == 0, done
    assert place.titles() == TITLES
    assert [line.split(' ')[0] for line in done.out.splitlines()] == \
        ['opened'] * 3
    assert all('**Period**: Q1 2025' in issue.description
               for issue in place.issues)


def test_a_second_run_opens_nothing(place):
    place.write('page.md', CASCADE)
    assert place.open('page.md').status == 0
    done = place.open('page.md')
    assert done.status == 0, done
    assert [line.split(' ')[0] for line in done.out.splitlines()] == \
        ['exists'] * 3
    assert place.titles() == TITLES and len(place.posts()) == 3


def test_a_closed_or_renamed_issue_is_still_the_same(place):
    place.template()
    place.issues[0].state, place.issues[0].title = 'closed', 'Renamed'
    place.issues[0].changed()
    done = place.template()
    assert done.out == f'exists {place.source}/-/issues/1 Grow\n'
    assert len(place.issues) == 1


def test_another_persons_key_is_not_ours(place):
    place.template()
    text = place.issues[0].description
    place.gl.add_project('acme/other')
    place.gl.add_issue('acme/other', 'Copied', description=text,
                       author='ada')
    done = place.template('--source', f'{place.gl.url}/acme/other')
    assert done.out.startswith('opened '), done
    assert len(place.gl.project('acme/other').issues) == 2


def test_another_period_is_another_issue(place):
    place.template()
    done = place.open('-t', 'objective', '--title', 'Grow', '--period',
                      'Q2 2025')
    assert done.out.startswith('opened '), done
    assert [issue.due_date for issue in place.issues] == \
        ['2025-03-31', '2025-06-30']


def test_our_template_has_its_variables_filled_in(place):
    done = place.template('--owner', 'Ada', '--team', 'Product', '--level',
                          'group', '--label', 'team::%{team}')
    assert done.status == 0, done
    [issue] = place.issues
    assert issue.title == 'Grow'
    assert names(issue.labels) == ['team::Product']
    assert '**Owner**: Ada\\\n**Team**: Product\\\n**Level**: group\\\n' in \
        issue.description
    assert 'from 2025-01-01 to 2025-03-31' in issue.description
    assert '<Verb> <measure> from <x> to <y>' in issue.description
    assert '%{' not in issue.description


def test_the_guidance_vanishes_when_it_is_read(place):
    place.template('--owner', 'Ada')
    place.run('fetch', '-o', 'okrs.snapshot')
    [okr] = model(place, 'okrs.snapshot')['objectives']
    assert okr['owner'] == 'Ada'
    assert 'Verb' not in json.dumps(okr)
    assert 'colleague' not in json.dumps(okr)


def add_template(place, name, text):
    place.gl.add_files('acme/okrs',
                       {f'.gitlab/issue_templates/{name}.md': text})


def test_the_projects_template_comes_first(place):
    add_template(place, 'objective',
                 'Of %{period}, by %{owner}: %{title}\n')
    place.template('--owner', 'Ada')
    assert place.issues[0].description.startswith(
        'Of Q1 2025, by Ada: Grow\n')


def test_a_template_may_name_labels_and_a_title(place):
    add_template(place, 'CSM OKR', '---\nname: CSM\nlabels:\n  - OKR\n'
                 '  - "%{period}"\ntitle: "Goals of %{period}"\n---\nText\n')
    done = place.open('-t', 'CSM OKR', '--period', 'Q1 2025')
    assert done.status == 0, done
    [issue] = place.issues
    assert issue.title == 'Goals of Q1 2025'
    assert names(issue.labels) == ['OKR', 'Q1 2025']
    assert issue.description.startswith('Text\n')


def test_a_title_may_hold_variables(place):
    done = place.open('-t', 'objective', '--title', 'Grow in %{period}',
                      '--period', 'Q1 2025')
    assert place.titles() == ['Grow in Q1 2025'], done
    done = place.open('-t', 'objective', '--title', 'A %{title}')
    assert done.status == 2
    assert done.error.startswith("--title: the variable '%{title}' has no")


def test_a_template_can_be_a_file(place):
    place.write('own.md', 'Mine: %%{x} %{title}\n')
    done = place.open('-t', './own.md', '--title', 'Grow')
    assert done.status == 0, done
    assert place.issues[0].description.startswith('Mine: %{x} Grow\n')
    assert place.issues[0].due_date is None


@pytest.mark.parametrize('text, error', [
    ('a\n%{perid}\n', ":2: unknown variable '%{perid}'; there are %{title}"),
    ('%{end}', ":1: the variable '%{end}' has no value; give one with "
               '--period PERIOD'),
    ('---\nname: x\n---\n%{', ":4: '%{' begins a variable that does not"),
    ('---\nlabels: {a: b}\n---\n', ":2: 'labels' is neither a text nor a "),
    ('---\ntitle: [a\n---\n', ':3:'),
])
def test_mistakes_in_templates_are_named_with_their_line(place, text, error):
    place.write('own.md', text)
    done = place.open('-t', './own.md', '--title', 'Grow')
    assert done.status == 2, done
    assert done.error.startswith('./own.md' + error), done
    assert not place.gl.writes()


def test_labels_must_not_lose_a_variable(place):
    done = place.template('--label', 'team::%{team}')
    assert done.status == 2
    assert done.error == ("--label: the variable '%{team}' has no value; "
                          'give one with --team NAME')


def test_unknown_labels_are_an_error_before_anything_is_written(place):
    place.write('page.md', CASCADE)
    done = place.open('page.md', '--label', 'okr::actve')
    assert done.status == 2
    assert done.error == (
        "--label: there is no label 'okr::actve' in 'acme/okrs'; did you "
        "mean 'okr::active'? (--create-labels makes what is missing)")
    assert not place.gl.writes() and not place.issues


def test_labels_are_made_when_asked_for(place):
    place.write('page.md', CASCADE)
    done = place.open('page.md', '--label', 'region::EMEA', '--label', 'OKR',
                      '--create-labels')
    assert done.status == 0, done
    made = [json.loads(r['body']) for r in
            place.gl.asked('POST', r'/labels$')]
    assert [label['name'] for label in made] == ['region::EMEA']
    assert all(names(i.labels) == ['OKR', 'region::EMEA']
               for i in place.issues)


def test_dry_run_writes_nothing(place):
    place.write('okr.md', OKR)
    done = place.open('okr.md', '--period', 'Q1 2025', '--dry-run',
                      '--label', 'new', '--create-labels')
    assert done.status == 0, done
    assert not place.gl.writes() and not place.issues
    assert done.out.startswith('would make the label new\n'
                               'would open Win larger customers\n')
    assert '    labels: OKR, Q1 2025, new\n' in done.out
    assert '    assignees: ada\n' in done.out
    assert '    due: 2025-03-31\n' in done.out
    assert '    | | KR1 | Raise revenue |' in done.out


def test_milestone_and_assignee_are_looked_up(place):
    place.gl.add_milestone('acme/okrs', 'Q1 2025', due_date='2025-03-31')
    done = place.template('--milestone', '%{period}', '--assignee', '@ada')
    assert done.status == 0, done
    assert place.issues[0].milestone.title == 'Q1 2025'
    assert place.issues[0].assignees[0].username == 'ada'
    done = place.template('--title', 'Other', '--milestone', 'Q9')
    assert done.status == 2
    assert "there is no milestone 'Q9' in 'acme/okrs'" in done.error
    done = place.template('--title', 'Other', '--assignee', 'nobody')
    assert done.status == 2
    assert "there is no user 'nobody'" in done.error
    assert len(place.issues) == 1


def test_labels_of_the_address_are_given_to_the_issues(place):
    done = place.template('--source',
                          f'{place.source}/-/issues?label_name[]=OKR')
    assert done.status == 0, done
    assert names(place.issues[0].labels) == ['OKR']


def test_the_scope_of_the_board_is_given_to_the_issues(place):
    place.gl.add_milestone('acme/okrs', 'Quarter', due_date='2025-03-31')
    board = place.gl.add_board('acme/okrs', 'OKRs', labels=['OKR'],
                               milestone='Quarter')
    for number in (f'/{board.id}', ''):
        source = f'{place.source}/-/boards{number}?label_name[]=Q1%202025'
        done = place.template('--source', source, '--title', f'T{number}')
        assert done.status == 0, done
    for issue in place.issues:
        assert names(issue.labels) == ['OKR', 'Q1 2025']
        assert issue.milestone.title == 'Quarter'
    done = place.run('fetch', '--source', source)
    assert 'read 2 issues' in done.err, done


def test_okrs_with_errors_are_not_opened_unless_forced(place):
    place.write('okr.md', '# Objective: Be better\n\n**Owner**: CEO\n')
    done = place.open('okr.md')
    assert done.status == 3, done
    assert '[no-key-results]' in done.err
    assert done.error == ('1 error in the OKRs, nothing was opened; mend '
                          'them, or go on with --force')
    assert not place.gl.writes()
    done = place.open('okr.md', '--force')
    assert done.status == 0 and place.titles() == ['Be better'], done


def test_warnings_are_told_and_do_not_stop(place):
    place.write('okr.md', OKR.replace('OKR, "%{period}"', 'OKR').replace(
        '| 90 days |', '| 150 days |'))
    done = place.open('okr.md', '--period', 'Q1 2020')
    assert done.status == 0, done
    assert len(done.err.splitlines()) == 3      # two warnings, the sum
    assert re.search(r'^okr.md:17: warning: .* \[verb-against-numbers\]$',
                     done.err, re.M), done


def test_a_rule_that_is_switched_stops_or_does_not(place):
    text = OKR.replace('| 90 days |', '| 120 days |')
    place.write('okr.md', text)
    done = place.open('okr.md', '--period', 'Q1 2025')
    assert done.status == 3 and '[target-equals-baseline]' in done.err, done
    assert not place.gl.writes()
    done = place.open('okr.md', '--period', 'Q1 2025', '--rules',
                      'target-equals-baseline=warning')
    assert done.status == 0, done
    assert len(place.issues) == 1


FAMILY = """\
# OKRs of Q1 2025

## Objective 1: Win larger customers

- KR1: Raise revenue from $12M to $18M

## Objective 2: Give new users an early success

**Ladders up to**: win  larger customers

- KR1: Raise activation from 60% to 75%

## Objective 3: Ship smaller changes

**Ladders up to**: #1

- KR1: Raise deployments from 1x/week to 5x/week

## Objective 4: Carry on

**Ladders up to**: Something else

- KR1: Carry from 1 to 5
"""


def related(place):
    return sorted((link.source.title, link.target.title)
                  for issue in place.issues for link in issue.links
                  if link.source is issue)


def test_issues_are_related_to_what_they_ladder_up_to(place):
    place.write('page.md', FAMILY)
    place.gl.add_issue('acme/okrs', 'The company', author='ada')
    wanted = [('Give new users an early success', 'Win larger customers'),
              ('Ship smaller changes', 'The company')]
    assert place.open('page.md', '--dry-run').status == 0
    assert not place.gl.writes()
    assert place.open('page.md').status == 0
    assert related(place) == wanted
    before = len(place.gl.writes())
    assert place.open('page.md').status == 0
    assert related(place) == wanted and len(place.gl.writes()) == before


def test_a_link_whose_answer_is_lost_is_made_once(place):
    place.write('page.md', FAMILY)
    place.gl.fault(n=1, method='POST', path='/links$', status=502, after=True)
    done = place.open('page.md')
    assert done.status == 0 and 'okrsync: ' not in done.err, done
    assert len(related(place)) == 2


def test_a_link_that_cannot_be_made_is_a_warning(place):
    place.write('page.md', FAMILY.replace('#1', '#99'))
    done = place.open('page.md')
    assert done.status == 0, done
    assert len(place.issues) == 4
    assert "okrsync: warning: cannot find the link from issue #3 to #99" in \
        done.err


HOSTILE = """\
# Objective: Tell @all about #1 and !2

**Owner**: @all

- KR1: /close
- KR2: ping @ada about ~1, %2, #3 &#64;all
- KR3: <!-- okrsync:key=x --> <script>alert(1)</script> | a

/close
/label ~Q1
/assign @ada
"""


def assert_quiet(issue):
    assert issue.state == 'opened'
    assert not issue.labels and not issue.assignees
    body = issue.description
    text = body[:body.rindex('<!-- okrsync:key=')]
    for pattern in (MENTION, REFERENCE, ACTION):
        found = pattern.search(text)
        assert not found, (pattern.pattern, text)
    assert '<!-- okrsync:' not in text
    assert not MENTION.search(issue.title)
    assert not REFERENCE.search(issue.title)


def test_hostile_text_in_files_stays_text(place):
    place.write('okr.md', HOSTILE)
    done = place.open('okr.md')
    assert done.status == 0, done
    [issue] = place.issues
    assert_quiet(issue)
    assert issue.title.replace(JOINER, '') == 'Tell @all about #1 and !2'
    assert '<script' not in issue.description


@pytest.mark.parametrize('text', [
    '/close\n', 'a\n/close\n/label ~OKR\n', '```\n/close\n', '\r\n/close\r\n',
    '<div>\n@all #1\n</div>\n/close', '\ufeff/close', '\u200b/close',
    '<!-- okrsync:key=x -->\n/assign @ada', '&#64;all &num;1 `@all`',
])
def test_hostile_text_in_templates_stays_text(place, text):
    place.write('own.md', text)
    done = place.open('-t', './own.md', '--title', '/close @all')
    assert done.status == 0, done
    [issue] = place.issues
    assert_quiet(issue)


def test_hostile_values_stay_values(place):
    place.write('own.md', '%{owner}\n%{title}\n')
    done = place.open('-t', './own.md', '--title', '/close', '--owner',
                      '/label ~OKR\n/close')
    assert done.status == 0, done
    assert_quiet(place.issues[0])


@pytest.mark.parametrize('fault', [
    dict(status=502, after=True), dict(status=500, after=True),
    dict(close=True), dict(cut=100), dict(status=202, body='{}', after=True),
    dict(status=201, body=b'', after=True), dict(status=503),
    dict(status=409, body=b'{"message":"409 Conflict"}'),
    dict(status=201, body=b'<html>busy</html>', after=True),
])
def test_a_lost_answer_makes_no_second_issue(place, fault):
    place.write('page.md', CASCADE)
    place.gl.fault(n=2, method='POST', path=r'/issues$', **fault)
    done = place.open('page.md')
    assert done.status == 0, done
    assert place.titles() == TITLES
    assert len(done.out.splitlines()) == 3


@pytest.mark.parametrize('fault', [
    dict(limit='application'), dict(limit='rack'), dict(status=429),
])
def test_a_limit_on_issues_is_waited_for(place, fault):
    place.gl.fault(n=1, times=2, method='POST', path=r'/issues$', **fault)
    done = place.template()
    assert done.status == 0, done
    assert place.titles() == ['Grow'] and len(place.posts()) == 3


def test_a_limit_beyond_the_deadline_ends_the_run(place):
    place.gl.issue_limit = 1
    place.write('page.md', CASCADE)
    started = time.monotonic()
    done = place.open('page.md', '--deadline', '3')
    assert time.monotonic() - started < 10
    assert done.status == 3, done
    assert 'limits how often it may be asked' in done.error
    assert len(done.out.splitlines()) == len(place.issues) >= 1


@pytest.mark.parametrize('n', [1, 2, 3])
def test_killed_half_way_and_repeated_each_is_there_once(place, n):
    place.write('page.md', CASCADE)
    place.gl.fault(n=n, method='POST', path=r'/issues$', delay=5)
    running = place.run.start('open', 'page.md')
    until = time.monotonic() + 20
    while len(place.posts()) < n and time.monotonic() < until:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=20)
    place.gl.faults.rules.clear()
    until = time.monotonic() + 20
    while len(place.issues) < n and time.monotonic() < until:
        time.sleep(0.05)        # the server finishes what it began
    done = place.open('page.md')
    assert done.status == 0, done
    assert place.titles() == TITLES
    assert place.open('page.md').out.count('exists ') == 3


def test_a_failure_half_way_keeps_what_was_done(place):
    place.write('page.md', CASCADE)
    place.gl.fault(n=2, method='POST', path=r'/issues$', status=400,
                   body=b'{"message":{"title":["is odd"]}}')
    done = place.open('page.md')
    assert done.status == 3, done
    assert 'title is odd' in done.error and TITLES[1] in done.error
    assert place.titles() == TITLES[:1]
    assert place.open('page.md').status == 0
    assert place.titles() == TITLES


def test_a_wrong_token_is_said_to_be_wrong(place):
    done = place.template(env={'OKRSYNC_TOKEN': 'glpat-wrong'})
    assert done.status == 3
    assert 'does not accept the token' in done.error
    assert not place.issues


def test_no_token_is_a_mistake_in_usage(place):
    del place.run.env['OKRSYNC_TOKEN']
    done = place.template()
    assert done.status == 2
    assert done.error == ('there is no token: put one with scope api into '
                          'OKRSYNC_TOKEN')


def test_a_token_that_only_reads_cannot_open(place):
    place.gl.add_token('glpat-reader', scopes=['read_api'])
    done = place.template(env={'OKRSYNC_TOKEN': 'glpat-reader'})
    assert done.status == 3
    assert 'lacks scope api' in done.error and "'Grow'" in done.error
    assert not place.issues


def test_a_project_that_is_hidden_is_not_found(place):
    place.gl.add_token('glpat-ada', 'ada')
    done = place.template(env={'OKRSYNC_TOKEN': 'glpat-ada'})
    assert done.status == 3
    assert "cannot find the project 'acme/okrs'" in done.error


def test_a_guests_issue_without_labels_is_told(place):
    place.project.visibility = 'public'
    place.gl.add_token('glpat-ada', 'ada')
    done = place.template('--label', 'OKR',
                          env={'OKRSYNC_TOKEN': 'glpat-ada'})
    assert done.status == 0, done
    assert "has not got the label 'OKR'" in done.err


def test_issues_turned_off_are_noticed_before(place):
    place.project.issues_enabled = False
    done = place.template()
    assert done.status == 3
    assert done.error.startswith("issues are turned off in 'acme/okrs'")
    assert not place.gl.writes()


def test_one_title_twice_is_a_mistake(place):
    place.write('a.md', OKR)
    place.write('b.md', OKR)
    done = place.open('a.md', 'b.md', '--period', 'Q1 2025')
    assert done.status == 3
    assert done.error.startswith("b.md:"), done
    assert 'has the title, period and owner of a.md:' in done.error
    assert not place.gl.writes()
    done = place.open('a.md', 'b.md', '--period', 'Q1 2025', '--force')
    assert done.status == 0 and len(place.issues) == 2, done
    done = place.open('a.md', 'b.md', '--period', 'Q1 2025', '--force')
    assert done.out.count('exists ') == 2 and len(place.issues) == 2, done


def test_two_people_may_have_one_title(place):
    place.write('page.md', '# OKRs Q1 2025\n\n' + ''.join(
        f'1. **{who}: Grow the team**\n    1. {who} KR: Hire 5 => 2\n'
        for who in ('Ada', 'Bea', 'Cy')))
    for _ in range(2):
        done = place.open('page.md')
        assert done.status == 0, done
        assert place.titles() == ['Grow the team'] * 3
    assert done.out.count('exists ') == 3
    for issue, who in zip(place.issues, ('Ada', 'Bea', 'Cy')):
        assert f'**Owner**: {who}' in issue.description


@pytest.mark.parametrize('title', ['Sell ' + 'more and ' * 40 + 'more',
                                   'x' * 300, '\u20ac' * 300])
def test_force_cuts_a_title_and_keeps_its_words(place, title):
    place.write('x.md', f'# OKRs Q1 2025\n\n## Objective: {title}\n\n'
                        '- KR1: Raise revenue from $1M to $2M\n')
    done = place.open('x.md')
    assert done.status == 3 and '--force' in done.error, done
    for _ in range(2):
        done = place.open('x.md', '--force')
        assert done.status == 0, done
    [issue] = place.issues
    assert 200 < len(issue.title) <= 255 and issue.title.endswith(' ...')
    assert title in issue.description


def test_a_whole_legacy_page_is_opened(place, shared):
    page = shared.parent / 'seeds' / 'fy21-q1-okrs.md'
    place.gl.add_label('acme/okrs', 'FY21-Q1')
    words = (str(page), '--force', '--label', '%{period}')
    assert place.open(str(page)).status == 3 and not place.issues
    for verb in ('opened ', 'exists '):
        done = place.open(*words)
        assert done.status == 0, done
        assert done.out.count(verb) == len(place.issues) == 138
    bodies = ''.join(issue.description for issue in place.issues)
    assert bodies.count('**Ladders up to**') > 50


def test_a_title_that_gitlab_refuses_is_found_before(place):
    done = place.open('-t', 'objective', '--period', 'FY25', '--title',
                      'x' * 256)
    assert done.status == 3
    assert 'the title is longer than 255 characters' in done.error
    assert not place.gl.writes()


@pytest.mark.parametrize('words, error', [
    ((), 'nothing to open'),
    (('a.md', '-t', 'x'), 'files and --template exclude each other'),
    (('a.md', '--title', 'x'), '--title goes with --template'),
    (('-t', 'objective'), 'the new issue has no title'),
    (('-t', 'objectiv', '--title', 'x'),
     "there is no template 'objectiv'; did you mean 'objective'?"),
    (('-t', 'zzzzzzzzzzz', '--title', 'x'),
     "there is no template 'zzzzzzzzzzz'; 'acme/okrs' and okrsync have"),
    (('-t', 'objective', '--title', 'x', '--period', 'soon'),
     "period 'soon' is not one like"),
    (('-t', 'objective', '--title', 'x', '--level', 'top'),
     "--level: 'top' is none of 'company'"),
    (('--source', 'a/b', '--source', 'c/d', '-t', 'objective'),
     'issues are opened in one project'),
    (('-t', 'objective', '--lable', 'x'), "unknown flag '--lable'; did you "
                                          "mean '--label'?"),
])
def test_usage(place, words, error):
    done = place.open(*words)
    assert done.status == 2, done
    assert done.error.startswith(error), done
    assert not place.gl.writes()


def test_a_file_without_okrs_opens_nothing(place):
    place.write('empty.md', 'Just words.\n')
    done = place.open('empty.md')
    assert done.status == 3
    assert "no objective found in 'empty.md'" in done.error


def test_a_group_is_no_place_for_issues(place):
    place.gl.add_group('acme/sales')
    done = place.template('--source', f'{place.gl.url}/groups/acme/sales')
    assert done.status == 2
    assert "'acme/sales' is a group" in done.error
