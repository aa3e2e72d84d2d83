"""When labels came and went: asked for where it is wished, of the issues that
changed, and joined to them; and what happens when one issue is refused."""
import json

import pytest

from rest import Rest
from test_cache import Story

P = 'acme/okrs'
EVENTS = '/resource_label_events?'


def issues(lines):
    """{iid: issue} of a snapshot's lines."""
    rows = [json.loads(line) for line in lines[:-1]]
    return {r['iid']: r['data'] for r in rows if r['kind'] == 'issue'}


def test_nobody_who_does_not_wish_for_them_pays(company):
    story = Story(company, 3)
    lines, asked, _ = story.fetch()
    assert not [a for a in asked if EVENTS in a]
    assert 'label_events' not in issues(lines)[1]


def test_each_issue_has_its_events_in_order(company):
    story = Story(company, 3)
    story.words = ('--label-events',)
    story.ask('PUT', 'issues/2', add_labels='okr::active')
    story.ask('PUT', 'issues/2', remove_labels='okr::active')
    lines, asked, _ = story.fetch()
    assert len([a for a in asked if EVENTS in a]) == 3
    events = issues(lines)[2]['label_events']
    assert [(e['action'], e['label']['name']) for e in events] == [
        ('add', 'okr'), ('add', 'Q1 2025'), ('add', 'okr::active'),
        ('remove', 'okr::active')]
    assert set(events[0]) == {'id', 'created_at', 'action', 'label', 'user'}
    assert events[2]['user'] == {'username': 'root'}
    assert events == sorted(events, key=lambda e: e['id'])


def test_an_issue_without_labels_has_an_empty_list(company):
    company.add_okr('Plain', labels=[])
    story = Story(company, 0)
    story.words = ('--label-events',)
    assert issues(story.fetch()[0])[1]['label_events'] == []


def test_a_deleted_label_is_null_and_a_new_name_is_the_name(company):
    story = Story(company, 2)
    story.words = ('--label-events',)
    story.fetch()
    story.ask('PUT', 'labels/Q1%202025', new_name='Q2 2025')
    found = issues(story.fetch()[0])[1]['label_events']
    assert [e['label'] for e in found] == [{'name': 'okr'},
                                           {'name': 'Q2 2025'}]
    story.ask('DELETE', 'labels/okr')
    found = issues(story.fetch()[0])[1]['label_events']
    assert [e['label'] for e in found] == [None, {'name': 'Q2 2025'}]


@pytest.mark.parametrize('count', [20, 130])
def test_only_changed_issues_are_asked_for_again(company, count):
    story = Story(company, count)
    story.words = ('--label-events',)
    story.fetch()
    story.ask('PUT', 'issues/4', add_labels='okr::active')
    asked = [a for a in story.fetch()[1] if EVENTS in a]
    assert len(asked) == 1 and '/issues/4/' in asked[0]
    assert not [a for a in story.fetch()[1]
                if EVENTS in a and '/issues/4/' not in a]


def test_many_events_are_read_to_the_end(company):
    story = Story(company, 1)
    for _ in range(70):
        story.ask('PUT', 'issues/1', add_labels='okr::active')
        story.ask('PUT', 'issues/1', remove_labels='okr::active')
    story.words = ('--label-events',)
    lines, asked, _ = story.fetch()
    assert len(issues(lines)[1]['label_events']) == 142
    assert len([a for a in asked if EVENTS in a]) == 2


def test_confidential_issues_are_not_asked_about(company):
    story = Story(company, 20)
    story.words = ('--label-events',)
    lines, asked, _ = story.fetch()
    assert 'label_events' not in issues(lines)[10]
    assert not [a for a in asked if '/issues/10/' in a]


def test_odd_events_are_left_out(company):
    story = Story(company, 1)
    story.words = ('--label-events',)
    good = {'id': 7, 'created_at': '2025-01-06T09:00:00Z', 'action': 'add',
            'label': {'name': 'a "b"'}, 'user': None}
    odd = [7, None, {'id': 'x'}, dict(good, id=8, action='explode'),
           dict(good, id=9, created_at=5), dict(good, id=0), good, good]
    story.gl.fault(path='resource_label_events',
                   body=json.dumps(odd).encode())
    assert issues(story.fetch()[0])[1]['label_events'] == [good]


@pytest.mark.parametrize('status', [403, 404])
def test_events_that_are_refused_are_a_finding(company, status):
    for title in ('Grow', 'Shrink', 'Stay'):
        company.add_okr(title)
    company.gl.fault(path='/issues/2/resource_label', status=status, times=None)
    company.write_config('label-events: true')
    done = company.run('lint', '--rules', 'label-events-unread=warning')
    assert done.status in (0, 1), done
    told = [x for x in done.out.splitlines() if 'label-events-unread' in x]
    assert len(told) == 1 and '/issues/2' in told[0] and str(status) in told[0]
    assert company.sync().status == 0
    story_lines = company.run('fetch', '-o', '-').out.splitlines()
    rows = [json.loads(x) for x in story_lines]
    have = ['label_events' in r['data'] for r in rows if r.get('kind') == 'issue']
    assert have == [True, False, True]


def test_events_that_are_refused_everywhere_are_done_without(company):
    for title in ('Grow', 'Shrink'):
        company.add_okr(title)
    company.gl.fault(path='resource_label', status=404, times=None)
    company.write_config('label-events: true')
    assert company.sync().status == 0
    before = len(company.gl.requests)
    assert company.sync().status == 0
    assert not [r for r in company.gl.requests[before:]
                if EVENTS in r['target']]


# comments of one issue

@pytest.fixture
def three(company):
    for n, title in enumerate(('Grow', 'Shrink', 'Stay')):
        company.add_okr(title, notes=[f'KR1: $1{5 + n}M'])
    return company


@pytest.mark.parametrize('status', [403, 404])
def test_one_issues_refused_comments_do_not_end_the_run(three, status):
    three.gl.fault(path='/issues/2/notes', status=status, times=None)
    done = three.sync()
    assert done.status == 0, done
    assert done.err.count('warning') == 1
    assert '/issues/2' in done.err and str(status) in done.err
    text = ''.join(three.pages().values())
    assert '$15M' in text and '$17M' in text and '$16M' not in text
    done = three.run('lint')
    assert done.out.count('[comments-unread]') == 1
    # It is asked for again, also by a run that remembers the rest.
    three.gl.faults.rules.clear()
    before = len(three.gl.requests)
    done = three.sync()
    assert done.status == 0 and 'warning' not in done.err
    asked = [r['target'] for r in three.gl.requests[before:]
             if '/notes?' in r['target']]
    assert len(asked) == 1 and '/issues/2/' in asked[0]
    assert '$16M' in ''.join(three.pages().values())


def test_comments_that_are_refused_for_most_issues_end_the_run(three):
    assert three.sync().status == 0
    before = three.pages()
    three.gl.fault(path='/notes', status=403, times=None)
    done = three.sync('--no-cache')
    assert done.status == 3
    assert 'the comments of 3 of 3 issues are refused' in done.error
    assert three.pages() == before


def test_nothing_is_written_where_the_comments_are_unknown(three):
    three.write_config('write-back: comment')
    assert three.sync().status == 0
    kept = {n: len(three.gl.issue(P, n).notes) for n in (1, 2, 3)}
    assert set(kept.values()) == {2}
    for n in (1, 2, 3):
        three.gl.add_note(three.gl.issue(P, n), 'KR1: $17.5M',
                          created_at='2025-02-07')
    three.gl.fault(path='/issues/2/notes', method='GET', status=403,
                   times=None)
    before = three.gl.issue(P, 2).notes[1].body
    done = three.sync('--no-cache')
    assert done.status == 0, done
    assert three.gl.issue(P, 2).notes[1].body == before
    assert three.gl.issue(P, 1).notes[1].body != before
    assert [len(three.gl.issue(P, n).notes) for n in (1, 2, 3)] == [3, 3, 3]


def test_a_gap_keeps_pages_from_being_removed(three):
    assert three.sync().status == 0
    for n in (1, 2, 3):
        rest = Rest(three.gl.url, three.gl.token)
        rest.ask('PUT', f'/projects/acme%2Fokrs/issues/{n}',
                 {'labels': 'Q2 2025'})
    three.gl.fault(path='/issues/2/notes', status=403, times=None)
    pages = set(three.pages())
    assert three.sync().status == 0
    assert pages <= set(three.pages())


def test_a_snapshot_keeps_what_is_missing(three):
    three.gl.fault(path='/issues/2/notes', status=403)
    assert three.run('fetch', '-o', 'x.snapshot').status == 0
    done = three.run('lint', 'x.snapshot')
    assert done.out.count('[comments-unread]') == 1
