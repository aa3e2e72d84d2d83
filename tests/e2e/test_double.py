"""How the double behaves: paging, filters, tokens, writes."""
import gzip
import json
import time

import pytest

from double import TOKEN
from double.plumbing import nest, to_query
from double.quick import extract
from rest import Rest

P = 'acme/handbook'
URL = '/projects/acme%2Fhandbook'
ISSUES = URL + '/issues'


@pytest.fixture
def gl(gitlab):
    gitlab.add_project(P)
    return gitlab


@pytest.fixture
def api(gl):
    return Rest(gl.url, gl.token)


def iids(reply):
    assert reply.status == 200, reply.body
    return sorted(row['iid'] for row in reply.json)


def many(gl, count, **fields):
    for number in range(count):
        gl.add_issue(P, f'Issue {number}', **fields)


# paging

def test_pages_tell_where_they_are(gl, api):
    many(gl, 45)
    reply = api.get(ISSUES + '?per_page=20&page=2')
    assert reply.headers['x-total'] == '45'
    assert reply.headers['x-total-pages'] == '3'
    assert reply.headers['x-next-page'] == '3'
    assert reply.headers['x-prev-page'] == '1'
    assert set(reply.links()) == {'prev', 'next', 'first', 'last'}
    assert f'/projects/{gl.project(P).id}/issues?' in reply.links()['next']


def test_walking_by_next_finds_every_issue_once(gl, api):
    many(gl, 45)
    rows = api.walk(ISSUES + '?per_page=7&order_by=created_at&sort=asc')
    assert [r['iid'] for r in rows] == list(range(1, 46))


def test_per_page_is_clamped_to_a_hundred(gl, api):
    many(gl, 105)
    assert len(api.get(ISSUES + '?per_page=500').json) == 100


@pytest.mark.parametrize('query,word', [
    ('page=0', 'page does not have a valid value'),
    ('page=x', 'page is invalid'),
    ('state=open', 'state does not have a valid value'),
    ('order_by=id', 'order_by does not have a valid value'),
    ('updated_after=yesterday', 'updated_after is invalid'),
    ('issue_type=objective', 'issue_type does not have a valid value'),
    ('milestone=a&milestone_id=1',
     'milestone, milestone_id are mutually exclusive')])
def test_wrong_parameters_are_named(api, query, word):
    reply = api.get(ISSUES + '?' + query)
    assert (reply.status, reply.json) == (400, {'error': word})


def test_totals_are_dropped_from_long_lists(gl, api):
    gl.totals_limit = 10
    many(gl, 11)
    reply = api.get(ISSUES + '?per_page=5')
    assert 'x-total' not in reply.headers
    assert 'x-total-pages' not in reply.headers
    assert set(reply.links()) == {'next', 'first'}
    assert len(api.walk(ISSUES + '?per_page=5')) == 11


def test_keyset_pages_have_only_a_next_link(gl, api):
    many(gl, 5)
    keyset = '?pagination=keyset&order_by=created_at&sort=asc&per_page=2'
    reply = api.get(ISSUES + keyset)
    assert set(reply.links()) == {'next'}
    assert 'cursor=' in reply.links()['next']
    assert not [n for n in reply.headers if n.startswith('x-') and 'page' in n]
    assert [r['iid'] for r in api.walk(ISSUES + keyset)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize('sort', ['asc', 'desc'])
def test_keyset_walks_over_missing_and_equal_keys(gl, api, sort):
    for day in ('2025-01-02', None, '2025-01-01', None, '2025-01-01'):
        gl.add_issue(P, 'x', due_date=day)
    rows = api.walk(f'{ISSUES}?pagination=keyset&order_by=due_date'
                    f'&sort={sort}&per_page=1')
    assert sorted(r['iid'] for r in rows) == [1, 2, 3, 4, 5]
    days = [r['due_date'] for r in rows]
    assert days[3:] == [None, None], 'missing days come last'
    assert days[:3] == sorted(days[:3], reverse=sort == 'desc')


def test_keyset_is_refused_where_there_is_none(gl, api):
    keyset = '?pagination=keyset&order_by=created_at&sort=asc'
    assert api.get('/groups/acme/issues' + keyset).status == 405
    gl.keyset = False
    reply = api.get(ISSUES + keyset)
    assert reply.status == 405 and 'error' in reply.json


def test_offsets_can_be_limited(gl, api):
    many(gl, 6)
    gl.offset_limit = 4
    assert api.get(ISSUES + '?per_page=2&page=3').status == 200
    reply = api.get(ISSUES + '?per_page=2&page=4')
    assert reply.status == 405
    assert 'maximum allowed offset of 4' in reply.json['error']


def test_rows_move_between_pages_while_people_write(gl, api):
    many(gl, 4)
    gl.on_request(2, lambda g: g.add_note(g.issue(P, 1), 'hello'),
                  path='issues')
    rows = api.walk(ISSUES + '?per_page=2&order_by=updated_at&sort=desc')
    seen = [r['iid'] for r in rows]
    assert seen == [4, 3, 3, 2], 'one is seen twice and one never'


def test_ten_thousand_issues_are_quick(gl, api):
    many(gl, 10001, labels=['okr'])
    start = time.monotonic()
    rows = api.walk(ISSUES + '?labels=okr&per_page=100')
    assert len(rows) == 10001
    assert time.monotonic() - start < 20


# filters

@pytest.fixture
def mixed(gl):
    """Five issues that differ in everything filters look at."""
    gl.set_clock('2025-02-03T09:00:00Z')
    gl.add_milestone(P, 'Q1', start_date='2025-01-01', due_date='2025-03-31')
    gl.add_milestone(P, 'Q2', start_date='2025-04-01', due_date='2025-06-30')
    gl.add_issue(P, 'Alpha', description='revenue', labels=['okr', 'a'],
                 milestone='Q1', author='ada', assignees=['bo'],
                 created_at='2025-01-01', due_date='2025-02-03')
    gl.add_issue(P, 'Beta', labels=['okr'], milestone='Q2', author='bo',
                 created_at='2025-01-02T10:00:00Z', due_date='2025-02-01')
    gl.add_issue(P, 'Gamma', state='closed', labels=['a'], author='ada',
                 created_at='2025-01-03')
    gl.add_issue(P, 'Delta', confidential=True, assignees=['ada'],
                 created_at='2025-01-04', issue_type='incident')
    gl.add_issue(P, 'Epsilon revenue', created_at='2025-01-05',
                 due_date='2025-02-07')
    return gl


@pytest.mark.parametrize('query,wanted', [
    ('', [1, 2, 3, 4, 5]),
    ('state=opened', [1, 2, 4, 5]), ('state=closed', [3]),
    ('state=all', [1, 2, 3, 4, 5]),
    ('labels=okr', [1, 2]), ('labels=okr,a', [1]),
    ('labels[]=okr&labels[]=a', [1]), ('labels=OKR', []),
    ('labels=None', [4, 5]), ('labels=Any', [1, 2, 3]),
    ('not[labels]=okr', [3, 4, 5]), ('not[labels]=okr,a', [4, 5]),
    ('not[labels][]=a', [2, 4, 5]),
    ('milestone=Q1', [1]), ('milestone=None', [3, 4, 5]),
    ('milestone=Any', [1, 2]), ('milestone=Started', [1]),
    ('milestone=Upcoming', [1]), ('milestone_id=None', [3, 4, 5]),
    ('milestone_id=301', [1]), ('not[milestone]=Q1', [2, 3, 4, 5]),
    ('iids[]=2&iids[]=4', [2, 4]), ('not[iids][]=2', [1, 3, 4, 5]),
    ('author_username=ada', [1, 3]), ('author_id=102', [1, 3]),
    ('not[author_username]=ada', [2, 4, 5]),
    ('assignee_username=bo', [1]), ('assignee_username[]=ada', [4]),
    ('assignee_id=None', [2, 3, 5]), ('assignee_id=Any', [1, 4]),
    ('search=revenue', [1, 5]), ('search=revenue&in=title', [5]),
    ('search=REVENUE&in=description', [1]),
    ('created_after=2025-01-03', [3, 4, 5]),
    ('created_before=2025-01-02T10:00:00Z', [1, 2]),
    ('created_before=2025-01-02T11:00:00%2B01:00', [1, 2]),
    ('created_before=2025-01-02T09:59:59Z', [1]),
    ('confidential=true', [4]), ('confidential=false', [1, 2, 3, 5]),
    ('issue_type=incident', [4]), ('due_date=overdue', [2]),
    ('due_date=today', [1]), ('due_date=week', [1, 5]),
    ('due_date=0', [3, 4]), ('due_date=any', [1, 2, 5]),
    ('scope=created_by_me', [4, 5]), ('labels=okr&state=closed', [])])
def test_filters(mixed, api, query, wanted):
    assert iids(api.get(ISSUES + '?' + query)) == wanted
    assert iids(api.get('/groups/acme/issues?' + query)) == wanted


def test_updates_are_found_by_their_time(mixed, api):
    mixed.now = '2025-02-10T12:00:00Z'
    api.put(ISSUES + '/3', {'add_labels': 'late'})
    assert iids(api.get(ISSUES + '?updated_after=2025-02-10T12:00:00Z')) \
        == [3]
    assert iids(api.get(ISSUES + '?updated_after=2025-02-10T12:00:01Z')) \
        == []


def test_orders(mixed, api):
    def seen(query):
        return [r['iid'] for r in api.get(ISSUES + '?' + query).json]
    assert seen('') == [5, 4, 3, 2, 1]
    assert seen('order_by=title&sort=asc') == [1, 2, 4, 5, 3]
    assert seen('order_by=due_date&sort=asc') == [2, 1, 5, 3, 4]


def test_a_group_has_its_subgroups_issues(gl, api):
    gl.add_project('acme/sales/okrs')
    gl.add_project('acme/old', archived=True)
    gl.add_project('other/place')
    for place in ('acme/sales/okrs', 'acme/old', 'other/place', P):
        gl.add_issue(place, place)
    titles = {r['title'] for r in api.get('/groups/acme/issues').json}
    assert titles == {'acme/sales/okrs', P}
    titles = {r['title'] for r in
              api.get('/groups/acme/issues?non_archived=false').json}
    assert titles == {'acme/sales/okrs', P, 'acme/old'}


def test_the_global_list_is_ones_own_by_default(gl, api):
    gl.add_issue(P, 'mine')
    gl.add_issue(P, 'theirs', author='ada')
    assert [r['title'] for r in api.get('/issues').json] == ['mine']
    assert len(api.get('/issues?scope=all').json) == 2


# access

def test_private_projects_do_not_exist_for_others(gl):
    gl.add_token('glpat-ada', 'ada')
    for who in (Rest(gl.url, 'glpat-ada'), Rest(gl.url)):
        reply = who.get(ISSUES)
        assert (reply.status, reply.json) == (
            404, {'message': '404 Project Not Found'})


def test_public_projects_are_read_by_anyone(gl):
    gl.add_project('acme/open', visibility='public')
    gl.add_issue('acme/open', 'x')
    gl.add_issue('acme/open', 'y', confidential=True)
    anyone = Rest(gl.url)
    assert iids(anyone.get('/projects/acme%2Fopen/issues')) == [1]
    assert anyone.get('/projects/acme%2Fopen/issues/2').status == 404
    assert anyone.post('/projects/acme%2Fopen/issues',
                       {'title': 'x'}).status == 401


def test_guests_do_not_see_confidential_issues_nor_set_labels(gl):
    gl.project(P).members[gl.add_user('guest').id] = 10
    gl.add_token('glpat-guest', 'guest')
    gl.add_issue(P, 'secret', confidential=True)
    guest = Rest(gl.url, 'glpat-guest')
    assert iids(guest.get(ISSUES)) == []
    made = guest.post(ISSUES, {'title': 'x', 'labels': 'a'})
    assert (made.status, made.json['labels']) == (201, [])


def test_internal_notes_are_hidden_from_guests(gl, api):
    gl.project(P).members[gl.add_user('guest').id] = 10
    gl.add_token('glpat-guest', 'guest')
    gl.add_issue(P, 'x', notes=['open', {'body': 'hidden',
                                         'internal': True}])
    seen = Rest(gl.url, 'glpat-guest').get(ISSUES + '/1/notes').json
    assert [n['body'] for n in seen] == ['open']
    assert [n['internal'] for n in api.get(ISSUES + '/1/notes').json] == \
        [True, False]


@pytest.mark.parametrize('header', ['PRIVATE-TOKEN', 'Authorization'])
def test_tokens_are_taken_where_gitlab_takes_them(gl, header):
    value = 'Bearer ' + TOKEN if header == 'Authorization' else TOKEN
    reply = Rest(gl.url).ask('GET', '/user', **{header: value})
    assert reply.json['username'] == 'okr-bot'
    assert gl.requests[-1]['token'] == TOKEN


def test_expired_and_revoked_tokens_are_invalid(gl):
    gl.add_token('glpat-old', expires_at='2025-01-01')
    gl.add_token('glpat-gone', revoked=True)
    for value in ('glpat-old', 'glpat-gone'):
        reply = Rest(gl.url, value).get(ISSUES)
        assert reply.status == 401
        assert reply.json['error'] == 'invalid_token'


def test_read_tokens_read_and_do_not_write(gl):
    gl.add_token('glpat-read', scopes=['read_api'])
    reader = Rest(gl.url, 'glpat-read')
    assert reader.get(ISSUES).status == 200
    refused = reader.post(ISSUES, {'title': 'x'})
    assert refused.json['error'] == 'insufficient_scope'
    assert gl.project(P).issues == []
    gl.add_token('glpat-repo', scopes=['read_repository'])
    refused = Rest(gl.url, 'glpat-repo').get(ISSUES)
    assert refused.json['scope'] == 'api read_api'
    reply = Rest(gl.url, 'glpat-repo').get('/personal_access_tokens/self')
    assert reply.json['scopes'] == ['read_repository']


def test_a_job_token_reads_files_and_no_issues(gl):
    gl.add_files(P, {'a.md': 'text\n'})
    gl.add_token('job-1', kind='job')
    job = Rest(gl.url)
    raw = job.get(URL + '/repository/files/a.md/raw', JOB_TOKEN='job-1')
    assert (raw.status, raw.body) == (200, b'text\n')
    assert job.get(ISSUES, JOB_TOKEN='job-1').status == 404
    assert job.get(ISSUES, PRIVATE_TOKEN='job-1').status == 401
    assert job.get(URL + '/merge_requests',
                   JOB_TOKEN='job-1').status == 200


def test_a_moved_project_answers_301(gl, api):
    gl.add_issue(P, 'x')
    number = gl.move_project(P, 'acme/new/book').id
    reply = api.get(ISSUES + '?state=opened')
    assert reply.status == 301
    where = reply.headers['location']
    assert where == f'{gl.api}/projects/{number}/issues?state=opened'
    assert reply.body.startswith(b'This resource has been moved permanently')
    assert iids(api.get(where)) == [1]
    assert api.post(ISSUES, {'title': 'x'}).status == 405


def test_one_can_look_people_up(gl, api):
    gl.add_user('ada')
    assert [u['username'] for u in
            api.get('/users?username=ada').json] == ['ada']
    assert api.get('/users?username=nobody').json == []
    levels = {m['username']: m['access_level']
              for m in api.get(URL + '/members/all').json}
    assert levels == {'okr-bot': 40}
    gl.state.groups[201].members[102] = 50
    assert len(api.get(URL + '/members/all').json) == 2
    assert len(api.get(URL + '/members').json) == 1


# writing

def test_a_title_is_required(api):
    reply = api.post(ISSUES, {'description': 'x'})
    assert (reply.status, reply.json) == (400, {'error': 'title is missing'})
    reply = api.post(ISSUES, {'title': 'x' * 256})
    assert 'too long' in reply.json['message']['title'][0]


def test_unknown_labels_are_made_silently(gl, api):
    gl.add_label('acme', 'okr')
    api.post(ISSUES, {'title': 'x', 'labels': 'okr,new one'})
    assert [x.name for x in gl.project(P).labels] == ['new one']


def test_label_changes_are_deltas_and_leave_events(gl, api):
    gl.add_issue(P, 'x', labels=['a', 'b'])
    reply = api.put(ISSUES + '/1', {'add_labels': 'c',
                                    'remove_labels': 'a'})
    assert reply.json['labels'] == ['b', 'c']
    assert api.put(ISSUES + '/1', {'labels': 'z'}).json['labels'] == ['z']
    assert api.put(ISSUES + '/1', {'labels': ''}).json['labels'] == []
    events = api.get(ISSUES + '/1/resource_label_events').json
    assert [(e['action'], e['label']['name']) for e in events[2:4]] == \
        [('add', 'c'), ('remove', 'a')]
    assert api.get(ISSUES + '/1/notes').json == []


def test_scoped_labels_exclude_each_other_on_paid_tiers_only(gl, api):
    gl.add_issue(P, 'x', labels=['okr::draft'])
    both = api.put(ISSUES + '/1', {'add_labels': 'okr::active'}).json
    assert both['labels'] == ['okr::active', 'okr::draft']
    gl.tier = 'premium'
    one = api.put(ISSUES + '/1', {'add_labels': 'okr::closed'}).json
    assert one['labels'] == ['okr::closed']


def test_closing_and_reopening(gl, api):
    gl.add_issue(P, 'x')
    closed = api.put(ISSUES + '/1', {'state_event': 'close'}).json
    assert closed['state'] == 'closed'
    assert closed['closed_by']['username'] == 'okr-bot'
    opened = api.put(ISSUES + '/1', {'state_event': 'reopen'}).json
    assert (opened['state'], opened['closed_at']) == ('opened', None)


def test_an_update_must_change_something(gl, api):
    gl.add_issue(P, 'x')
    reply = api.put(ISSUES + '/1', {'foo': 1})
    assert reply.status == 400 and 'at least one' in reply.json['error']


def test_quick_actions_in_a_description_are_done(api):
    reply = api.post(ISSUES, {'title': 'x', 'description':
                              'text\n/label ~okr ~"two words"\n/close\n'
                              '```\n/title no\n```'})
    made = api.get(ISSUES + '/1').json
    assert reply.status == 201
    assert made['description'] == 'text\n```\n/title no\n```'
    assert made['labels'] == ['okr', 'two words']
    assert (made['state'], made['title']) == ('closed', 'x')


def test_a_note_of_only_quick_actions_is_no_note(gl, api):
    gl.add_issue(P, 'x')
    reply = api.post(ISSUES + '/1/notes', {'body': '/close'})
    assert reply.status == 202
    assert set(reply.json) == {'commands_changes', 'summary'}
    assert api.get(ISSUES + '/1').json['state'] == 'closed'
    assert api.get(ISSUES + '/1/notes').json == []


@pytest.mark.parametrize('text,left', [
    (' /close', ' /close'), ('`/close`', '`/close`'),
    ('/unknown x', '/unknown x'), ('a /close', 'a /close'),
    ('>>>\n/close\n>>>', '>>>\n/close\n>>>'),
    ('<pre>\n/close\n</pre>', '<pre>\n/close\n</pre>'),
    ('/CLOSE', ''), ('a\n/assign @x\nb', 'a\nb'), ('a\r\n/close\r\n', 'a')])
def test_what_counts_as_a_quick_action(text, left):
    assert extract(text)[0] == left


def test_notes_are_listed_sorted_filtered_and_updated(gl, api):
    gl.add_issue(P, 'x', notes=['one', {'body': 'did', 'system': True},
                                'two'])
    path = ISSUES + '/1/notes'

    def bodies(query):
        return [n['body'] for n in api.get(path + query).json]
    assert bodies('') == ['two', 'did', 'one']
    assert bodies('?sort=asc') == ['one', 'did', 'two']
    assert bodies('?activity_filter=only_comments') == ['two', 'one']
    assert bodies('?activity_filter=only_activity') == ['did']
    made = api.post(path, {'body': 'three'}).json
    done = api.put(f'{path}/{made["id"]}', {'body': 'drei'}).json
    assert done['updated_at'] > done['created_at']
    assert api.get(ISSUES + '/1').json['user_notes_count'] == 3
    assert api.get(f'{path}/{made["id"]}').json['body'] == 'drei'


def test_a_label_exists_once_in_a_project_and_its_groups(gl, api):
    gl.add_label('acme', 'okr')
    body = {'name': 'okr', 'color': '#123456'}
    reply = api.post(URL + '/labels', body)
    assert (reply.status, reply.json) == (
        409, {'message': 'Label already exists'})
    assert api.post(URL + '/labels', dict(body, name='n')).status == 201
    assert api.post(URL + '/labels', {'name': 'm'}).status == 400
    assert api.get(URL + '/labels/n').json['color'] == '#123456'
    renamed = api.put(URL + '/labels/n', {'new_name': 'o'}).json
    assert renamed['name'] == 'o'
    names = [x['name'] for x in api.get(URL + '/labels').json]
    assert names == ['o', 'okr']


def test_a_renamed_label_is_renamed_on_its_issues(gl, api):
    gl.add_issue(P, 'x', labels=['a'])
    assert api.get(ISSUES).json[0]['labels'] == ['a']
    api.put(URL + '/labels/a', {'new_name': 'b'})
    assert api.get(ISSUES).json[0]['labels'] == ['b']


def test_board_lists_are_told_and_made(gl, api):
    gl.add_board(P, 'OKRs', lists=['okr::draft', 'okr::active'])
    board = api.get(URL + '/boards').json[0]
    path = f'{URL}/boards/{board["id"]}'
    names = [x['label']['name'] for x in api.get(path + '/lists').json]
    assert names == ['okr::draft', 'okr::active']
    label = gl.add_label(P, 'okr::closed')
    made = api.post(path + '/lists', {'label_id': label.id})
    assert (made.status, made.json['position']) == (201, 2)
    assert api.get(URL + '/boards/1').status == 404
    gl.add_board('acme', 'All', labels=['okr'])
    assert api.get('/groups/acme/boards').json[0]['group']['name'] == 'Acme'


def test_an_etag_saves_the_body(gl, api):
    gl.add_issue(P, 'x')
    first = api.get(ISSUES)
    again = api.get(ISSUES, If_None_Match=first.headers['etag'])
    assert (again.status, again.body) == (304, b'')
    gl.add_issue(P, 'y')
    assert api.get(ISSUES,
                   If_None_Match=first.headers['etag']).status == 200


def test_answers_are_compressed_on_request(gl, api):
    gl.add_issue(P, 'x')
    plain, small = api.get(ISSUES), api.get(ISSUES, Accept_Encoding='gzip')
    assert small.headers['content-encoding'] == 'gzip'
    assert small.body == plain.body and len(small.raw) < len(plain.raw)
    assert 'content-encoding' not in plain.headers


def test_requests_may_be_chunked_and_compressed(gl, api):
    body = gzip.compress(json.dumps({'title': 'packed'}).encode())
    reply = api.ask('POST', ISSUES, body=iter([body[:9], body[9:]]),
                    Content_Type='application/json', Content_Encoding='gzip')
    assert (reply.status, reply.json['title']) == (201, 'packed')


def test_creating_too_much_is_refused_without_headers(gl, api):
    gl.note_limit = 1
    gl.add_issue(P, 'x')
    replies = [api.post(ISSUES + '/1/notes', {'body': 'n'})
               for _ in range(4)]
    assert {r.status for r in replies} == {201, 429}
    assert 'retry-after' not in replies[-1].headers
    assert 'too many times' in replies[-1].json['message']['error']


def test_parameters_nest_as_in_rails():
    pairs = [('a', '1'), ('b[]', '2'), ('b[]', '3'), ('not[labels]', 'x'),
             ('not[iids][]', '4')]
    tree = {'a': '1', 'b': ['2', '3'],
            'not': {'labels': 'x', 'iids': ['4']}}
    assert nest(pairs) == tree
    assert to_query(tree) == ('a=1&b%5B%5D=2&b%5B%5D=3&not%5Biids%5D%5B%5D=4'
                              '&not%5Blabels%5D=x')
