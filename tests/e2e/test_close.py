"""okrsync close: a last grade, an outcome, a closed issue - each once."""
import json
import re
import signal
import time

import pytest

TODAY = '2025-04-05'
KRS = """\
**Owner**: CEO
**Type**: %s

| # | Key result | Baseline | Target | Current (as of 2025-03-30) |
|---|------------|----------|--------|----------------------------|
| KR1 | Raise revenue | $10M | $20M | $%sM |
| KR2 | Shorten the sales cycle | 120 days | 100 days | %s days |
"""
LABELS = ('okr::draft', 'okr::active', 'okr::closed', 'okr::achieved',
          'okr::missed', 'okr::cancelled', 'okr::carried over', 'Q1 2025')


def body(kind='Aspirational', revenue=18, days=104):
    return KRS % (kind, revenue, days)


@pytest.fixture
def team(company):
    company.gl.now = '2025-04-05T08:00:00Z'
    for name in LABELS:
        company.gl.add_label('acme/okrs', name)
    return company


def close(team, *words, **how):
    return team.run('close', '--today', TODAY, *words, **how)


def names(issue):
    return sorted(label.name for label in issue.labels)


def notes(issue):
    return [note for note in issue.notes if not note.system]


def test_it_is_shown_first(team):
    issue = team.add_okr('Win', body())
    done = close(team, '--period', 'Q1 2025')
    assert done.status == 0, done
    assert done.out.startswith(
        f'would close {team.source}/-/issues/1 Win: achieved, 0.80\n'
        '    + okr::achieved\n    - okr::active\n')
    assert 'Looking back' in done.out and '--yes' in done.err
    assert not team.gl.writes() and issue.state == 'opened'
    again = close(team, '--period', 'Q1 2025', '--yes', '--dry-run')
    assert again.out == done.out and not team.gl.writes()


def test_it_is_done_with_yes_and_only_once(team):
    issue = team.add_okr('Win', body())
    done = close(team, '--period', 'Q1 2025', '--yes')
    assert done.status == 0, done
    assert done.out == (f'closed {team.source}/-/issues/1 Win: '
                        'achieved, 0.80\n')
    assert issue.state == 'closed'
    assert names(issue) == ['Q1 2025', 'okr::achieved']
    [note] = notes(issue)
    assert note.body.startswith('### Final grade: 0.80, achieved')
    assert '= 0.80' in note.body and 'Looking back' in note.body
    assert '<!-- okrsync:key=final/achieved -->' in note.body
    writes = len(team.gl.writes())
    done = close(team, '--period', 'Q1 2025', '--yes')
    assert done.status == 0 and done.out.startswith('exists '), done
    assert len(team.gl.writes()) == writes == 2


@pytest.mark.parametrize('kind, revenue, days, outcome', [
    ('Committed', 20, 100, 'achieved'), ('Committed', 19, 100, 'missed'),
    ('Aspirational', 17, 106, 'achieved'),
    ('Aspirational', 16, 106, 'missed')])
def test_the_outcome_follows_type_and_grade(team, kind, revenue, days,
                                            outcome):
    issue = team.add_okr('Win', body(kind, revenue, days))
    done = close(team, '1', '--yes')
    assert done.status == 0, done
    assert f'okr::{outcome}' in names(issue)


@pytest.mark.parametrize('tier', ['free', 'premium'])
def test_labels_are_changed_by_their_difference(team, tier):
    team.gl.tier = tier
    issue = team.add_okr('Win', body(), labels=[
        'Q1 2025', 'okr::active', 'team::Sales', 'health::at risk'])
    assert close(team, '#1', '--yes').status == 0
    assert names(issue) == ['Q1 2025', 'health::at risk', 'okr::achieved',
                            'team::Sales']
    [put] = team.gl.asked('PUT')
    assert set(json.loads(put['body'])) == {
        'add_labels', 'remove_labels', 'state_event'}


def test_a_projects_own_labels_are_used(team):
    for name in ('CS-Status::Closed Success', 'CS-Status::On Track'):
        team.gl.add_label('acme/okrs', name)
    issue = team.add_okr('Win', body(), labels=['Q1 2025',
                                                'CS-Status::On Track'])
    assert close(team, '1', '--yes').status == 0
    assert names(issue) == ['CS-Status::Closed Success', 'Q1 2025']


def test_without_labels_it_is_closed_all_the_same(company):
    issue = company.add_okr('Win', body(), labels=['Q1 2025'])
    done = close(company, '1', '--yes')
    assert done.status == 0 and '--create-labels' in done.err, done
    assert issue.state == 'closed' and names(issue) == ['Q1 2025']
    other = company.add_okr('Lose', body(revenue=11))
    assert close(company, '2', '--yes', '--create-labels').status == 0
    assert names(other) == ['Q1 2025', 'okr::missed']
    assert close(company, '1', '2', '--yes').out.count('exists') == 2


def test_a_given_or_labelled_outcome_counts(team):
    one = team.add_okr('One', body())
    two = team.add_okr('Two', body(), labels=['Q1 2025', 'okr::cancelled'])
    assert close(team, '1', '--outcome', 'carried-over', '--yes').status == 0
    assert close(team, '2', '--yes').status == 0
    assert 'okr::carried over' in names(one)
    assert 'okr::cancelled' in names(two)
    assert [o.state for o in (one, two)] == ['closed'] * 2
    assert close(team, '1', '--outcome', 'lost').status == 2


def test_what_cannot_be_graded_or_never_began_stays_open(team):
    bare = team.add_okr('Bare', '**Owner**: CEO\n\n- KR1: Be better\n')
    draft = team.add_okr('Draft', body(), labels=['Q1 2025', 'okr::draft'])
    done_one = team.add_okr('Win', body())
    done = close(team, '--period', 'Q1 2025', '--yes')
    assert done.status == 1, done
    assert [o.state for o in (bare, draft, done_one)] == [
        'opened', 'opened', 'closed']
    assert not notes(bare) and not notes(draft)
    assert 'issues/1' in done.err and 'issues/2' in done.err


def test_issues_that_are_its_key_results_are_closed_too(team):
    team.gl.add_label('acme/okrs', 'okr::key result')
    issue = team.add_okr('Win', body())
    parts = [team.add_okr(f'Raise revenue {n}', '**Ladders up to**: #1\n'
                          '**Baseline**: $1M\n**Target**: $2M\n'
                          '**Current**: $1.5M\n',
                          labels=['Q1 2025', 'okr::key result'])
             for n in range(2)]
    done = close(team, '--period', 'Q1 2025')
    for part in parts:
        assert f'    closes {team.source}/-/issues/{part.iid} ' in done.out
    team.gl.fault(path='/issues/3$', method='PUT', status=403)
    assert close(team, '--period', 'Q1 2025', '--yes').status == 3
    assert [x.state for x in parts] == ['closed', 'opened']
    assert close(team, '--period', 'Q1 2025', '--yes').status == 0
    assert [x.state for x in parts] == ['closed'] * 2
    assert issue.state == 'closed'
    [note] = notes(issue)
    assert 'Raise revenue 1' in note.body and not notes(parts[0])
    writes = len(team.gl.writes())
    assert close(team, '--period', 'Q1 2025', '--yes').status == 0
    assert len(team.gl.writes()) == writes


def test_only_the_period_asked_for(team):
    other = team.add_okr('Later', body(), labels=['Q2 2025', 'okr::active'])
    hidden = team.add_okr('Secret', body(), confidential=True)
    this = team.add_okr('Win', body())
    assert close(team, '--period', 'Q1 2025', '--yes').status == 0
    assert [o.state for o in (other, hidden, this)] == [
        'opened', 'opened', 'closed']


def test_the_final_comment_does_nothing_but_stand_there(team):
    evil = ('**Owner**: @all\n\n- KR1: Ask @bea ~1 #1 from 1 to 4 '
            '(currently 4)\n')
    issue = team.add_okr('/close @all #1', evil)
    assert close(team, '1', '--yes').status == 0
    [note] = notes(issue)
    assert not re.search(r'(?<![\w\\`])@\w', note.body), note.body
    assert not re.search(r'(?<![\\&])[#!~]\d', note.body), note.body
    assert not re.search(r'^/', note.body, re.M)


def test_grades_are_kept(team):
    team.add_okr('Win', body())
    assert close(team, '1', '-o', 'q1.json').status == 0
    assert not (team.folder / 'q1.json').exists()
    assert close(team, '1', '--yes', '-o', 'q1.json').status == 0
    kept = json.loads((team.folder / 'q1.json').read_text())
    assert kept['objectives'][0]['grade'] == 0.8


def edit(issue, text):
    issue.description = text
    issue.changed()


def test_a_frozen_grade_is_what_pages_and_snapshots_show(team):
    issue = team.add_okr('Win', body())
    team.add_okr('Grow', body(revenue=14, days=112))
    assert close(team, '1', '2', '--yes').status == 0
    assert team.sync().status == 0
    before = team.pages()
    [page] = [p for p in before if '2025-q1/' in p and p.endswith('index.md')]
    commits = team.commits()
    edit(issue, body(revenue=11, days=119))
    done = team.sync()
    assert 'grade 0.60' in done.err, done    # (0.80 + 0.40) / 2
    after = team.pages()
    assert team.commits() == commits + 1
    for path in after:
        if path.endswith('2025-q1.json'):
            data = json.loads(after[path])
            assert data['grade'] == 0.6
            assert data['objectives'][0]['grade'] == 0.8
            first = data['objectives'][0]['key_results'][0]
            assert first['grade'] == 0.8
            assert first['grade_source'] == 'frozen'
            assert 'gives 0.10 now' in first['caveat']
    assert 'when it was closed' in after[page]
    team.run('fetch', '-o', 'okrs.snapshot')
    done = team.run('grade', '--from', 'okrs.snapshot')
    assert re.search(r'Win +0\.80', done.out), done
    assert done.out.count('[edited-after-close]') == 2, done
    assert team.run('grade', '--from', 'okrs.snapshot', '--json').out.count(
        '"grade_source": "frozen"') == 2
    assert close(team, '1', '--yes').out.startswith('exists ')


def test_only_our_own_comment_freezes(team):
    issue = team.add_okr('Win', body(), labels=['Q1 2025', 'okr::closed'])
    team.gl.add_user('eve')
    team.gl.add_note(issue, '<!-- okrsync:key=final/achieved -->\n'
                     '<!-- okrsync:frozen=1 1 1 -->', author='eve')
    team.sync()
    [data] = [text for path, text in team.pages().items()
              if path.endswith('2025-q1.json')]
    assert json.loads(data)['grade'] == 0.8


@pytest.mark.parametrize('fault', [
    dict(path='/notes$', method='POST', status=502, after=True),
    dict(path='/notes$', method='POST', close=True),
    dict(path='/notes$', method='POST', limit='application'),
    dict(path='/notes$', method='POST', status=202, body='{}', after=True),
    dict(path='/issues/2$', method='PUT', status=502, after=True),
    dict(path='/issues/2$', method='PUT', limit='rack')])
def test_faults_do_nothing_twice(team, fault):
    issues = [team.add_okr(f'Objective {n}', body()) for n in range(3)]
    team.gl.fault(**fault)
    done = close(team, '--period', 'Q1 2025', '--yes')
    assert done.status == 0, done
    for issue in issues:
        assert len(notes(issue)) == 1 and issue.state == 'closed'
        assert names(issue) == ['Q1 2025', 'okr::achieved']


def test_an_outcome_is_frozen_by_its_comment(team):
    issue = team.add_okr('Win', body())
    team.gl.fault(path='/issues/1$', method='PUT', status=403)
    done = close(team, '1', '--yes')
    assert done.status == 3 and 'can be repeated' in done.err, done
    assert issue.state == 'opened' and len(notes(issue)) == 1
    issue.description = body(revenue=11, days=119)
    issue.changed()
    assert close(team, '1', '--yes').status == 0
    assert names(issue) == ['Q1 2025', 'okr::achieved']
    assert len(notes(issue)) == 1 and issue.state == 'closed'


def test_a_killed_run_is_finished_by_the_next(team):
    issues = [team.add_okr(f'Objective {n}', body()) for n in range(6)]
    team.gl.fault(n=4, path='/notes$', method='POST', delay=5, after=True)
    process = team.run.start('close', '--today', TODAY, '--period',
                             'Q1 2025', '--yes')
    end = time.time() + 20
    while len(team.gl.asked('POST', '/notes$')) < 4 and time.time() < end:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    team.gl.faults.rules.clear()
    time.sleep(0.1)
    assert close(team, '--period', 'Q1 2025', '--yes').status == 0
    assert [len(notes(issue)) for issue in issues] == [1] * 6
    assert {issue.state for issue in issues} == {'closed'}


def test_undo_and_close_again(team):
    issue = team.add_okr('Win', body())
    assert close(team, '1', '--yes').status == 0
    issue.notes.clear()
    team.gl.update_item(issue, team.gl.user, {
        'state_event': 'reopen', 'remove_labels': ['okr::achieved'],
        'add_labels': ['okr::active'],
        'description': body(revenue=11, days=119)})
    assert close(team, '1', '--yes').status == 0
    assert names(issue) == ['Q1 2025', 'okr::missed']


def test_bad_usage(team):
    team.add_okr('Win', body())
    assert close(team).status == 2
    assert close(team, '--period', 'soon').status == 2
    done = close(team, '99')
    assert done.status == 2 and '99' in done.error
    team.run.env.pop('OKRSYNC_TOKEN')
    assert close(team, '1').status == 2
