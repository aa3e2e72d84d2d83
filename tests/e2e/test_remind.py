"""okrsync remind: one comment an OKR and cadence, for one person, in peace."""
import re
import signal
import time

import pytest

TODAY = '2025-02-20'    # a Thursday; the readings are of 2025-02-01
# What GitLab would act on.
MENTION = re.compile(r'(?<![\w\\`])@[\w.-]+')
REFERENCE = re.compile(r'(?<![\\&])[#!~%]\d')
ACTION = re.compile(r'^/[A-Za-z]', re.M)


@pytest.fixture
def team(company):
    company.gl.now = '2025-02-20T08:00:00Z'
    company.gl.add_user('ada', name='Ada')
    company.gl.add_user('bea', name='CRO')
    return company


def remind(team, *words, today=TODAY, **how):
    return team.run('remind', '--today', today, *words, **how)


def notes(issue):
    return [note for note in issue.notes if not note.system]


def test_a_stale_okr_gets_one_comment(team):
    issue = team.add_okr('Win larger customers', assignees=['ada'])
    done = remind(team)
    assert done.status == 0, done
    assert done.out == (f'reminded {team.source}/-/issues/1 '
                        'Win larger customers\n')
    [note] = notes(issue)
    assert note.author.username == 'okr-bot'
    assert note.body.startswith('@ada: ')
    assert 'none of its 2 key results is up to date' in note.body
    assert '<!-- okrsync:key=remind/2025-02-17 -->' in note.body
    assert MENTION.findall(note.body) == ['@ada']


def test_the_next_run_in_the_week_writes_nothing(team):
    issue = team.add_okr('Win larger customers')
    assert remind(team).status == 0
    writes = len(team.gl.writes())
    for day in ('2025-02-17', '2025-02-20', '2025-02-23'):
        assert remind(team, today=day).status == 0
    assert len(team.gl.writes()) == writes == len(notes(issue)) == 1
    assert remind(team, today='2025-02-24').status == 0
    assert len(notes(issue)) == 2
    assert remind(team, '--remind-days', '14', today='2025-02-27').status == 0
    assert len({n.body.split('key=')[1] for n in notes(issue)}) == \
        len(notes(issue))


def test_dry_run_shows_it_and_writes_nothing(team):
    issue = team.add_okr('Win larger customers', assignees=['ada'])
    done = remind(team, '--dry-run')
    assert done.status == 0 and not team.gl.writes(), done
    shown = '\n'.join(line[6:] for line in done.out.splitlines()[1:])
    assert remind(team).status == 0
    assert shown.strip() == notes(issue)[0].body.strip()


def test_a_fresh_okr_is_left_in_peace(team):
    issue = team.add_okr('Win larger customers')
    done = remind(team, today='2025-02-03')
    assert done.status == 0 and done.out == '' and not notes(issue), done


def test_what_is_late_and_silent_is_asked_for_too(team):
    issue = team.add_okr('Win', '**Owner**: Ada\n**Risks**: the market\n\n'
                         '- KR1: Raise x from 1 to 9 (currently 2)\n',
                         created_at='2025-01-02T08:00:00Z',
                         updated_at='2025-01-20T08:00:00Z')
    assert remind(team, today='2025-02-03').out == ''
    assert remind(team, today='2025-02-17').status == 0
    [note] = notes(issue)
    assert 'it is at risk, and its newest value is 28 days old' in note.body
    assert note.body.count('check-in') == 2
    team.gl.add_note(issue, 'KR1: 3', created_at='2025-02-20T08:00:00Z')
    assert remind(team, today='2025-02-24').out == ''


def test_missing_fields_are_asked_for(team):
    issue = team.add_okr('Win', '- KR1: Raise revenue to $2M\n'
                         '- KR2: Raise deals from 5 to 5 (currently 5)\n')
    assert remind(team, today='2025-01-20').status == 0
    [note] = notes(issue)
    for words in ('neither owner nor DRI', 'Raise revenue', 'Raise deals'):
        assert words in note.body, note.body
    bare = team.add_okr('Bare', '**Owner**: CEO\n')
    assert remind(team, today='2025-01-20').status == 0
    assert 'key result' in notes(bare)[0].body


def test_the_dri_is_mentioned_before_other_assignees(team):
    team.gl.tier = 'premium'
    issue = team.add_okr('Win larger customers', assignees=['ada', 'bea'])
    assert remind(team).status == 0
    assert notes(issue)[0].body.startswith('@bea: ')


def test_nobody_is_mentioned_but_assignees(team):
    evil = ('**Owner**: @all\n**DRI**: @ada\n\n'
            '- KR1: Raise @bea #1 !2 ~3 from 1 to 4 (currently 2)\n')
    issue = team.add_okr('Ask @all about #1\n/close', body=evil)
    done = remind(team, today='2025-03-20')
    assert done.status == 0, done
    [note] = notes(issue)
    assert not MENTION.search(note.body), note.body
    assert not REFERENCE.search(note.body), note.body
    assert not ACTION.search(note.body) and issue.state == 'opened'


def test_labels_that_opt_out(team):
    for n, label in enumerate(['okr-no-reminder', 'okr::no-reminder',
                               'Hush']):
        team.add_okr(f'Objective {n}', labels=['Q1 2025', label])
    done = remind(team, '--no-reminder', 'hush')
    assert done.status == 0, done
    assert 'Objective 1' not in done.out and 'Objective 2' not in done.out
    assert 'Objective 0' in done.out
    assert remind(team, '--dry-run', '--no-reminder', 'okr-no-reminder',
                  today='2025-03-05').out.count('would remind') == 1


def test_quiet_days(team):
    team.add_okr('Win larger customers')
    team.write_config('quiet-days:', '  - 2025-02-24',
                      '  - 2025-02-19..2025-02-21')
    done = remind(team)
    assert done.status == 0 and 'quiet' in done.err, done
    assert not team.gl.asked(path='/api/')
    assert remind(team, today='2025-02-24').out == ''
    assert not team.gl.writes()
    assert 'reminded' in remind(team, today='2025-02-22').out
    for wrong in ('soon', '2025-02-21..2025-02-19', '2025-02-21..x'):
        done = remind(team, '--quiet-days', wrong)
        assert done.status == 2 and wrong in done.error


def test_steps_of_the_timetable(team):
    body = '**Owner**: CEO\n\n- KR1: Raise revenue from 1 to 4\n'
    draft = team.add_okr('Draft', body=body, labels=['Q1 2025', 'okr::draft'])
    active = team.add_okr('Active', body=body.replace('4', '4 (currently 3)'),
                          labels=['Q1 2025', 'okr::active'])
    assert remind(team, today='2024-12-18').status == 0
    assert len(notes(draft)) == 1 and not notes(active)
    assert 'Review the drafts' in notes(draft)[0].body
    assert remind(team, today='2025-02-06').status == 0
    assert 'Mid-quarter review' in notes(active)[0].body
    assert remind(team, today='2025-03-27').status == 0
    assert 'Grade Q1 2025' in notes(active)[1].body


def test_closed_and_foreign_issues_are_left_alone(team):
    team.add_okr('Done', state='closed')
    team.add_okr('Dropped', labels=['Q1 2025', 'okr::cancelled'])
    team.add_okr('Secret', confidential=True)
    team.gl.add_issue('acme/okrs', 'Buy coffee', description='Now.')
    done = remind(team)
    assert done.status == 0 and not team.gl.writes(), done
    assert 'Secret' not in done.out + done.err


def test_a_key_that_somebody_else_wrote_does_not_count(team):
    issue = team.add_okr('Win larger customers')
    team.gl.add_note(issue, 'x <!-- okrsync:key=remind/2025-02-17 -->',
                     author='eve', created_at='2025-02-18T08:00:00Z')
    assert remind(team).status == 0
    assert len(notes(issue)) == 2


def test_our_comment_is_no_check_in(team):
    team.add_okr('Win larger customers')
    before = team.run('grade', '--json', '--today', TODAY, '--from',
                      snapshot(team)).out
    assert remind(team).status == 0
    after = team.run('grade', '--json', '--today', TODAY, '--from',
                     snapshot(team)).out
    assert before == after


def snapshot(team):
    assert team.run('fetch', '-o', 'x.snapshot').status == 0
    return 'x.snapshot'


@pytest.mark.parametrize('fault', [
    {'status': 502, 'after': True}, {'status': 502},
    {'close': True, 'after': True}, {'limit': 'application'},
    {'limit': 'rack'}, {'body': b'', 'status': 202}, {'status': 409},
    {'body': b'{"commands_changes": {}, "summary": []}', 'status': 202,
     'after': True}])
def test_faults_make_no_second_comment(team, fault):
    issues = [team.add_okr(f'Objective {n}') for n in range(3)]
    team.gl.fault(n=2, path='/notes$', method='POST', **fault)
    done = remind(team)
    assert done.status == 0, done
    assert [len(notes(issue)) for issue in issues] == [1, 1, 1]


def test_one_refusal_does_not_stop_the_others(team):
    issues = [team.add_okr(f'Objective {n}') for n in range(3)]
    team.gl.fault(n=2, path='/notes$', method='POST', status=403)
    done = remind(team)
    assert done.status == 3, done
    assert f'{team.source}/-/issues/2' in done.err
    assert [len(notes(issue)) for issue in issues] == [1, 0, 1]
    assert remind(team).status == 0
    assert [len(notes(issue)) for issue in issues] == [1, 1, 1]


def test_a_killed_run_is_finished_by_the_next(team):
    issues = [team.add_okr(f'Objective {n}') for n in range(12)]
    team.gl.fault(n=5, path='/notes$', method='POST', delay=5, after=True)
    process = team.run.start('remind', '--today', TODAY)
    deadline = time.time() + 20
    while len(team.gl.asked('POST', '/notes$')) < 5 and \
            time.time() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    team.gl.faults.rules.clear()
    time.sleep(0.1)
    assert remind(team).status == 0
    assert [len(notes(issue)) for issue in issues] == [1] * 12


def test_without_a_token(team):
    team.run.env.pop('OKRSYNC_TOKEN')
    done = remind(team)
    assert done.status == 2 and 'OKRSYNC_TOKEN' in done.error
