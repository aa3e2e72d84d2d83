"""The double's answers against GitLab's own schemas and recordings.

Allowances, as the shared README gives them: types that are no JSON Schema
types, a pattern, extras on notes and on assignees.
"""
import json
import pathlib

import jsonschema
import pytest

from rest import Rest

V4 = 'schemas/spec/fixtures/api/schemas/public_api/v4'
NO_TYPES = ('date', 'uri')
PATTERN = '^#[0-9A-Fa-f]{3}{1,2}$'
LOOSE = ('assignees', 'assignee', 'author')


@pytest.fixture
def world(gitlab):
    """A project with one of everything."""
    gl = gitlab
    gl.add_project('acme/handbook', files={'README.md': '# Hi\n'})
    gl.add_label('acme', 'company', color='#112233')
    gl.add_milestone('acme/handbook', 'FY25-Q1', start_date='2025-01-01',
                     due_date='2025-03-31')
    gl.add_issue('acme/handbook', 'Grow', description='- [x] a\n- [ ] b\n',
                 labels=['okr', 'company'], milestone='FY25-Q1',
                 assignees=['ada'], author='ada', due_date='2025-03-01',
                 notes=['A check-in'])
    gl.add_issue('acme/handbook', 'Keep', state='closed')
    gl.add_board('acme/handbook', 'OKRs', lists=['okr'], labels=['okr'],
                 milestone='FY25-Q1', assignee='ada')
    gl.add_files('acme/handbook', {'a.md': 'a\n'}, 'main')
    gl.project('acme/handbook').repo.create_branch(
        'okr', gl.project('acme/handbook').repo.commit_id('main'))
    return gl


@pytest.fixture
def api(world):
    return Rest(world.url, world.token)


@pytest.fixture
def project(world):
    return f'/projects/{world.project("acme/handbook").id}'


def mend(schema, name=None):
    """A schema with the allowances applied."""
    if isinstance(schema, list):
        return [mend(x) for x in schema]
    if not isinstance(schema, dict):
        return schema
    out = {k: mend(v, k) for k, v in schema.items()}
    if isinstance(out.get('type'), str):
        out['type'] = out['type'].strip()
        if out['type'] in NO_TYPES:
            del out['type']
    if out.get('pattern') == PATTERN:
        out['pattern'] = '^#([0-9A-Fa-f]{3}){1,2}$'
    if name in LOOSE:
        out.pop('additionalProperties', None)
        if isinstance(out.get('items'), dict):
            out['items'].pop('additionalProperties', None)
    return out


def load_schema(url):
    return mend(json.loads(pathlib.Path(url[len('file://'):]).read_text()))


def check_schema(shared, name, value, loosen=False):
    """Validate against one of GitLab's schemas."""
    url = f'file://{shared.resolve()}/{V4}/{name}'
    schema = load_schema(url)
    if loosen:
        schema['items'].pop('additionalProperties')
    resolver = jsonschema.RefResolver(url, schema,
                                      handlers={'file': load_schema})
    jsonschema.Draft7Validator(schema, resolver=resolver).validate(value)


def recorded(shared, name):
    path = shared / 'recorded' / 'ogr-gitlab.com' / f'{name}.json'
    return json.loads(path.read_text())['response']


def example(shared, name):
    return json.loads((shared / 'examples' / f'{name}.json').read_text())


def same_shape(ours, theirs, place='', extra=(), skip=()):
    """Same keys and types all the way down; null fits any type."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        missing = set(theirs) - set(ours) - set(skip)
        added = set(ours) - set(theirs) - set(extra)
        assert not missing, f'{place} lacks {sorted(missing)}'
        assert not added, f'{place} has {sorted(added)} besides'
        for key in set(theirs) & set(ours):
            same_shape(ours[key], theirs[key], f'{place}.{key}', extra)
    elif isinstance(theirs, list) and isinstance(ours, list):
        if theirs and ours:
            same_shape(ours[0], theirs[0], place + '[0]', extra)
    elif ours is not None and theirs is not None:
        assert type(ours) is type(theirs), \
            f'{place}: {ours!r} is not like {theirs!r}'


def test_an_issue_has_the_recorded_fields(shared, api, project):
    theirs = recorded(shared, 'issue_single')['body']
    ours = api.get(project + '/issues/1').json
    same_shape(ours, theirs)
    check_schema(shared, 'issue.json', ours)


def test_listed_issues_have_the_recorded_fields(shared, api, project):
    theirs = recorded(shared, 'issue_single')['body']
    rows = api.get(project + '/issues').json
    assert len(rows) == 2
    check_schema(shared, 'issues.json', rows)
    for row in rows:
        same_shape(row, theirs, skip=('subscribed',))


def test_group_issues_have_the_same_fields(api, project):
    ours = api.get('/groups/acme/issues').json
    assert ours == api.get(project + '/issues').json


def test_a_paid_tier_adds_the_weight(shared, world, api, project):
    world.tier = 'ultimate'
    theirs = recorded(shared, 'issues_list_page1')['body'][0]
    ours = api.get(project + '/issues').json[0]
    assert set(theirs) <= set(ours)
    assert {'weight', 'health_status'} <= set(ours)


def test_detailed_labels_of_an_issue_are_complete(shared, api, project):
    rows = api.get(project + '/issues?with_labels_details=true').json
    labels = [label for row in rows for label in row['labels']]
    assert len(labels) == 2
    for label in labels:
        check_schema(shared, 'label_basic.json', label)


def test_a_created_issue_has_the_recorded_fields(shared, api, project):
    reply = api.post(project + '/issues', {'title': 'New'})
    assert reply.status == 201
    same_shape(reply.json, recorded(shared, 'issue_single')['body'])


def test_notes_have_the_recorded_fields(shared, api, project):
    theirs = recorded(shared, 'notes_list')['body'][0]
    rows = api.get(project + '/issues/1/notes?sort=asc').json
    for row in rows:
        same_shape(row, theirs)
    check_schema(shared, 'notes.json', rows, loosen=True)
    made = api.post(project + '/issues/1/notes', {'body': 'hello'})
    assert made.status == 201
    same_shape(made.json, theirs)


def test_labels_have_the_documented_fields(shared, api, project):
    theirs = example(shared, 'labels/get_projects_id_labels_with_counts')[0]
    counts = {k for k in theirs if k.endswith('_count')}
    for row in api.get(project + '/labels?with_counts=true').json:
        same_shape(row, theirs)
        check_schema(shared, 'labels/project_label_with_counts.json', row)
    for row in api.get(project + '/labels').json:
        same_shape(row, theirs, skip=counts)
    for row in api.get('/groups/acme/labels').json:
        same_shape(row, theirs, skip=counts | {'priority',
                                               'is_project_label'})


def test_boards_have_the_documented_fields(shared, world, api, project):
    world.tier = 'premium'
    reply = api.get(project + '/boards')
    assert reply.json and reply.json[0]['lists']
    check_schema(shared, 'boards.json', reply.json)
    theirs = example(shared, 'boards/put_projects_id_boards_board_id')
    board = reply.json[0]
    same_keys = set(theirs) | {'labels', 'weight'}
    assert set(board) == same_keys
    assert set(theirs['project']) <= set(board['project'])
    lists = example(shared, 'boards/get_projects_id_boards_board_id_lists')
    assert set(lists[0]) == set(board['lists'][0])
    assert set(lists[0]['label']) <= set(board['lists'][0]['label'])


def test_board_scope_tells_labels_milestone_and_assignee(api, project):
    board = api.get(project + '/boards').json[0]
    assert [x['name'] for x in board['labels']] == ['okr']
    assert board['milestone']['title'] == 'FY25-Q1'
    assert board['assignee']['username'] == 'ada'
    assert board['lists'][0]['label']['name'] == 'okr'


def make_request(api, project):
    return api.post(project + '/merge_requests', {
        'source_branch': 'okr', 'target_branch': 'main', 'title': 'OKRs'})


def test_a_merge_request_has_the_recorded_fields(shared, api, project):
    made = make_request(api, project)
    assert made.status == 201
    assert (made.json['sha'], made.json['changes_count']) == (None, None)
    assert made.json['merge_status'] == 'checking'
    theirs = recorded(shared, 'mr_single')['body']
    same_shape(made.json, theirs)
    ours = api.get(project + '/merge_requests/1').json
    same_shape(ours, theirs)
    check_schema(shared, 'merge_request.json',
                 dict(ours, changes_count=ours['changes_count'] or '0'))


def test_listed_merge_requests_have_the_recorded_fields(shared, api,
                                                        project):
    make_request(api, project)
    theirs = recorded(shared, 'mr_list')['body'][0]
    rows = api.get(project + '/merge_requests?state=opened').json
    newer = ('imported', 'imported_from', 'merge_after')
    assert len(rows) == 1
    same_shape(rows[0], theirs, extra=newer)


def test_merge_request_notes_have_the_recorded_fields(shared, api, project):
    make_request(api, project)
    api.post(project + '/merge_requests/1/notes', {'body': 'x'})
    rows = api.get(project + '/merge_requests/1/notes').json
    same_shape(rows[0], recorded(shared, 'mr_notes_list')['body'][0])


def test_members_milestones_and_version_fit_the_schemas(shared, api,
                                                        project):
    check_schema(shared, 'members.json',
                 api.get(project + '/members/all').json)
    for row in api.get(project + '/milestones').json:
        check_schema(shared, 'milestone.json', row)
    check_schema(shared, 'metadata.json', {
        **api.get('/version').json, 'kas': {
            'enabled': True, 'externalUrl': None, 'version': None}})
    same_shape(api.get('/metadata').json,
               example(shared, 'metadata/get_metadata'))
    same_shape(api.get('/personal_access_tokens/self').json,
               example(shared, 'personal_access_tokens/token'))


def test_templates_fit_the_schemas(shared, world, api, project):
    world.add_files('acme/handbook',
                    {'.gitlab/issue_templates/OKR one.md': 'text\n'})
    rows = api.get(project + '/templates/issues').json
    check_schema(shared, 'template_list.json', rows)
    one = api.get(project + '/templates/issues/OKR%20one').json
    check_schema(shared, 'template.json', one)
    assert one['content'] == 'text\n'


def test_files_and_trees_have_the_recorded_fields(shared, api, project):
    theirs = recorded(shared, 'file_get')
    ours = api.get(project + '/repository/files/README%2Emd?ref=main')
    same_shape(ours.json, theirs['body'], extra=('execute_filemode',))
    names = {k.lower() for k in theirs['headers']
             if k.startswith('X-Gitlab')}
    assert names <= set(ours.headers)
    rows = api.get(project + '/repository/tree').json
    same_shape(rows[0], recorded(shared, 'tree')['body'][0])


def test_commits_and_branches_have_the_recorded_fields(shared, api,
                                                       project):
    folder = shared / 'recorded' / 'go-gitlab'
    theirs = json.loads((folder / 'get_commit.json').read_text())
    head = api.get(project + '/repository/commits').json[0]['id']
    ours = api.get(f'{project}/repository/commits/{head}').json
    assert set(theirs) <= set(ours)
    theirs = json.loads((folder / 'get_branch.json').read_text())
    ours = api.get(project + '/repository/branches/main').json
    assert set(theirs) <= set(ours)
    assert set(theirs['commit']) <= set(ours['commit'])


def test_links_and_label_events_have_the_documented_fields(shared, world,
                                                           api, project):
    made = api.post(project + '/issues/1/links', {
        'target_project_id': project.split('/')[-1], 'target_issue_iid': 2})
    assert made.status == 201
    theirs = example(shared, 'issue_links/get_projects_id_issues_iid_links')
    world.tier = 'premium'
    ours = api.get(project + '/issues/1/links').json
    assert len(ours) == 1 and ours[0]['iid'] == 2
    assert set(theirs[0]) <= set(ours[0])
    path = shared / 'recorded' / 'ruby-gitlab' / 'resource_label_events.json'
    events = api.get(project + '/issues/1/resource_label_events').json
    same_shape(events[0], json.loads(path.read_text())[0],
               extra=('locked',))


# headers

def test_headers_of_one_issue_are_those_recorded(shared, world, api,
                                                 project):
    world.rate_limit = 0
    theirs = set(recorded(shared, 'issue_single')['headers'])
    ours = api.get(project + '/issues/1').names
    assert ours - {'Content-Length'} == theirs


def test_headers_of_a_list_are_those_recorded(shared, world, api, project):
    world.rate_limit = 0
    theirs = set(recorded(shared, 'notes_list')['headers'])
    ours = api.get(project + '/issues/1/notes?sort=asc').names
    assert ours - {'Content-Length'} == theirs


def test_headers_in_the_older_case_are_those_recorded(shared, world, api,
                                                      project):
    world.header_case = 'title'
    theirs = set(recorded(shared, 'issues_list_empty')['headers'])
    ours = api.get(project + '/issues?author_username=nobody').names
    newer = {'X-Gitlab-Meta', 'RateLimit-Name'}
    assert ours - newer == theirs - {'RateLimit-ResetTime', 'Accept-Ranges'}


def test_an_empty_list_has_the_recorded_paging(shared, api, project):
    theirs = recorded(shared, 'issues_list_empty')['headers']
    ours = api.get(project + '/issues?author_username=nobody').headers
    for name in ('X-Total', 'X-Total-Pages', 'X-Page', 'X-Per-Page',
                 'X-Next-Page', 'X-Prev-Page'):
        assert ours[name.lower()] == theirs[name]
    assert ours['etag'] == theirs['Etag']


@pytest.mark.parametrize('name', ['issues_list_page1', 'issues_list_page2',
                                  'issues_list_last_page',
                                  'issues_list_labels'])
def test_link_addresses_are_rebuilt_as_recorded(shared, world, api, name):
    source = json.loads((shared / 'recorded' / 'ogr-gitlab.com' /
                         f'{name}.json').read_text())
    theirs = source['response']['headers']
    place = world.add_project('packit-service/ogr-tests', id=14233409)
    label = 'testing-label-for-test-issue-list-labels'
    for _ in range(int(theirs['X-Total'])):
        world.add_issue(place, 'x', labels=[label])
    world.external_url = 'https://gitlab.com'
    path = source['request']['url'][len('https://gitlab.com'):]
    ours = api.get(world.url + path).headers
    assert ours['link'] == theirs['Link']
    for header in ('X-Next-Page', 'X-Prev-Page', 'X-Total-Pages'):
        assert ours[header.lower()] == theirs[header]


def test_note_links_are_rebuilt_as_recorded(shared, world, api):
    theirs = recorded(shared, 'notes_list_many')['headers']['Link']
    place = world.add_project('packit-service/ogr-tests', id=14233409)
    world.add_issue(place, 'x', notes=['n'] * 36)
    world.external_url = 'https://gitlab.com'
    ours = api.get(world.url + '/api/v4/projects/packit-service%2Fogr-tests'
                   '/issues/1/notes?sort=asc').headers['link']
    assert ours == theirs


# error bodies

ERRORS = [
    ('project_not_found_404', 'GET', '/projects/no%2Fsuch', None),
    ('file_not_found_404', 'GET',
     '{}/repository/files/%2Enone?ref=main', None),
    ('branch_not_found_404', 'GET', '{}/repository/branches/none', None),
    ('mr_not_found_404', 'GET',
     '{}/merge_requests/100000000000000000000', None),
    ('member_add_409', 'POST', '{}/members',
     {'user_id': 101, 'access_level': 30}),
]


@pytest.mark.parametrize('name,method,path,data', ERRORS)
def test_error_bodies_are_those_recorded(shared, api, project, name, method,
                                         path, data):
    theirs = recorded(shared, name)
    ours = api.ask(method, path.format(project), data)
    assert (ours.status, ours.json) == (theirs['status'], theirs['body'])
    assert ours.headers['cache-control'] == 'no-cache'
    assert 'etag' not in ours.headers


def test_a_wrong_token_has_the_recorded_body(shared, world):
    theirs = recorded(shared, 'user_unauthorized_401')
    ours = Rest(world.url, 'glpat-wrong').get('/user')
    assert (ours.status, ours.json) == (401, theirs['body'])


def test_a_second_merge_request_has_the_recorded_body(shared, api, project):
    make_request(api, project)
    theirs = recorded(shared, 'mr_create_conflict_409')
    ours = make_request(api, project)
    assert (ours.status, ours.json) == (409, theirs['body'])


def test_issues_turned_off_have_the_recorded_body(shared, world, api,
                                                  project):
    world.project('acme/handbook').issues_enabled = False
    theirs = recorded(shared, 'issue_create_disabled_403')
    ours = api.post(project + '/issues', {'title': 'x'})
    assert (ours.status, ours.json) == (403, theirs['body'])


def test_a_taken_project_name_has_the_recorded_body(shared, world, api):
    theirs = recorded(shared, 'project_create_400')
    ours = api.post('/projects', {'name': 'handbook', 'namespace_id': 201})
    assert ours.status == 403, 'only a maintainer of the group may'
    world.state.groups[201].members[101] = 40
    ours = api.post('/projects', {'name': 'handbook', 'namespace_id': 201})
    assert (ours.status, ours.json) == (400, theirs['body'])


def test_documented_errors_have_the_documented_bodies(shared, world, api,
                                                      project):
    world.keyset = False
    keyset = '?pagination=keyset&order_by=created_at&sort=asc'
    ours = api.get(project + '/issues' + keyset)
    assert (ours.status, ours.json) == (
        405, example(shared, 'errors/405_keyset_unavailable'))
    world.fault(limit='application')
    ours = api.get(project)
    assert (ours.status, ours.json) == (
        429, example(shared, 'errors/429_application_limit'))
    world.add_token('glpat-read', scopes=['read_api'])
    ours = Rest(world.url, 'glpat-read').post(project + '/issues',
                                              {'title': 'x'})
    theirs = example(shared, 'errors/403_insufficient_scope')
    assert ours.status == 403
    assert ours.json == dict(theirs, scope='api')


def test_too_many_requests_are_told_as_documented(shared, world, api,
                                                  project):
    text = (shared / 'examples/errors/429_rack_attack.http').read_text()
    names = {x.split(':')[0].lower() for x in text.splitlines()[1:]
             if ': ' in x}
    world.rate_limit = 2
    replies = [api.get(project) for _ in range(6)]
    last = replies[-1]
    assert last.status == 429
    assert names <= set(last.headers)
    assert last.body == b'Retry later\n'
    assert last.headers['content-type'] == 'text/plain'
    good = [r for r in replies if r.status == 200]
    assert good[0].headers['ratelimit-limit'] == '2'
