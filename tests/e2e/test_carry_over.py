"""open --carry-over: what is unfinished goes on in the next period."""
import json

import pytest

BODY = """\
**Owner**: CEO
**DRI**: CRO
**Type**: Committed

| # | Key result | Baseline | Target | Current (as of 2025-03-30) |
|---|------------|----------|--------|----------------------------|
| KR1 | Raise revenue | $10M | $20M | $15M |
| KR2 | Shorten the sales cycle | 120 days | 100 days | 100 days |
"""
SENTENCES = """\
**Owner**: VP Product
**Ladders up to**: Win larger customers

- KR1: Raise activation from 60% to 75% (currently 68%)
- KR2: Ship the new onboarding
"""
LABELS = ('okr::draft', 'okr::active', 'okr::missed', 'Q1 2025', 'Q2 2025',
          'team::Sales', 'health::at risk')


@pytest.fixture
def team(company):
    company.gl.now = '2025-04-02T08:00:00Z'
    company.gl.add_user('ada', name='Ada')
    for name in LABELS:
        company.gl.add_label('acme/okrs', name)
    return company


def carry(team, *words, **how):
    return team.run('open', '--carry-over', 'Q1 2025', '--to', 'Q2 2025',
                    *words, **how)


def issues(team):
    return team.gl.project('acme/okrs').issues


def names(issue):
    return sorted(label.name for label in issue.labels)


def model(team, period):
    """The OKRs of a period, as read from GitLab."""
    assert team.run('fetch', '-o', 'x.snapshot').status == 0
    done = team.run('grade', '--json', '--today', '2025-04-02', '--from',
                    'x.snapshot')
    return [o for o in json.loads(done.out)['objectives']
            if o['source']['url'].endswith(period)]


def test_it_is_shown_first(team):
    team.add_okr('Win larger customers', BODY)
    done = carry(team, '--dry-run')
    assert done.status == 0 and not team.gl.writes(), done
    assert done.out.startswith('would open Win larger customers\n')
    assert 'okr::draft' in done.out and 'due: 2025-06-30' in done.out


def test_an_unfinished_okr_goes_on_from_where_it_stands(team):
    old = team.add_okr('Win larger customers', BODY, assignees=['ada'],
                       labels=['Q1 2025', 'okr::active', 'team::Sales',
                               'health::at risk'])
    done = carry(team)
    assert done.status == 0, done
    [_, new] = issues(team)
    assert new.title == old.title and new.due_date == '2025-06-30'
    assert names(new) == ['Q2 2025', 'okr::draft', 'team::Sales']
    assert [user.username for user in new.assignees] == ['ada']
    assert f'{team.source}/-/issues/1' in new.description
    assert 'sales cycle' not in new.description
    assert [link.target for link in new.links] == [old]
    assert old.state == 'opened' and 'okr::active' in names(old)
    [okr] = model(team, 'issues/2')
    [kr] = okr['key_results']
    assert kr['baseline']['value'] == 15000000
    assert kr['target']['value'] == 20000000
    assert kr['current'] is None and kr['grade'] is None
    assert okr['state'] == 'draft' and okr['type'] == 'committed'


def test_numbers_in_sentences_move_too(team):
    team.add_okr('Give new users an early success', SENTENCES)
    assert carry(team).status == 0
    [okr] = model(team, 'issues/2')
    first, second = okr['key_results']
    assert first['baseline']['text'] == '68%'
    assert first['target']['text'] == '75%'
    assert '60%' not in issues(team)[1].description
    assert second['text'] == 'Ship the new onboarding'


def test_a_second_run_opens_nothing(team):
    team.add_okr('Win larger customers', BODY)
    team.add_okr('Give new users an early success', SENTENCES)
    assert carry(team).status == 0
    writes = len(team.gl.writes())
    done = carry(team)
    assert done.status == 0 and len(team.gl.writes()) == writes, done
    assert done.out.count('exists ') == 2 and len(issues(team)) == 4
    new = issues(team)[3]
    assert {link.target.iid for link in new.links
            if link.source is new} == {2, 3}


def test_what_is_reached_cancelled_or_hidden_stays_behind(team):
    reached = BODY.replace('$15M', '$20M')
    team.add_okr('Reached', reached)
    team.add_okr('Cancelled', BODY, labels=['Q1 2025', 'okr::cancelled'])
    team.add_okr('Achieved', BODY, labels=['Q1 2025', 'okr::achieved'],
                 state='closed')
    team.add_okr('Secret', BODY, confidential=True)
    team.add_okr('Later', BODY, labels=['Q3 2025', 'okr::active'])
    missed = team.add_okr('Missed', BODY, state='closed',
                          labels=['Q1 2025', 'okr::missed'])
    done = carry(team)
    assert done.status == 0, done
    assert [i.title for i in issues(team)[6:]] == [missed.title]
    assert carry(team, '--confidential').status in (0, 2)
    assert [i.title for i in issues(team)].count('Secret') == 1


def test_the_board_of_the_old_period(team):
    team.gl.add_board('acme/okrs', 'OKRs', lists=['okr::active'])
    team.add_okr('Win larger customers', BODY)
    team.add_okr('Not on it', BODY, labels=['okr::active'])
    done = carry(team, '--source', f'{team.source}/-/boards/'
                 f'{team.gl.project("acme/okrs").boards[0].id}'
                 '?label_name[]=Q1+2025')
    assert done.status == 0, done
    [new] = issues(team)[2:]
    assert names(new) == ['Q2 2025', 'okr::draft']


def test_a_missing_label_of_the_new_period(team):
    team.add_okr('Win', BODY, labels=['Q1 2025'])
    done = team.run('open', '--carry-over', 'Q1 2025', '--to', 'Q3 2025')
    assert done.status == 2 and 'Q3 2025' in done.error, done
    done = team.run('open', '--carry-over', 'Q1 2025', '--to', 'Q3 2025',
                    '--create-labels')
    assert done.status == 0, done
    assert 'Q3 2025' in names(issues(team)[1])


@pytest.mark.parametrize('fault', [
    {'status': 502, 'after': True}, {'close': True},
    {'limit': 'application'}])
def test_faults_open_nothing_twice(team, fault):
    for n in range(3):
        team.add_okr(f'Objective {n}', BODY)
    team.gl.fault(n=2, path='/issues$', method='POST', **fault)
    assert carry(team).status == 0
    assert sorted(i.title for i in issues(team)[3:]) == [
        f'Objective {n}' for n in range(3)]


def test_text_stays_text(team):
    team.add_okr('Ask @all', BODY.replace('Raise revenue', 'Ask @all #1'))
    assert carry(team).status == 0
    text = issues(team)[1].description
    assert '@all' not in text.replace('\\@all', '').replace('@\u2060all', '')


def test_bad_usage(team):
    for words in (['--carry-over', 'Q1 2025'], ['--to', 'Q1 2025'],
                  ['--carry-over', 'Q1 2025', '--to', 'soon'],
                  ['--carry-over', 'Q1 2025', '--to', 'Q1 2025'],
                  ['--carry-over', 'Q1 2025', '--to', 'Q2 2025', 'x.md']):
        done = team.run('open', *words)
        assert done.status == 2, done
    assert not team.gl.writes()
