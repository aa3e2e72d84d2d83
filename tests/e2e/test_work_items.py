"""Native objectives and key results, through GraphQL: what is asked is valid
for GitLab's own schema, and what is answered becomes OKRs; epics as parents."""
import json
import re

import pytest

P = 'acme/okrs'


class Native:
    """A company with an objective and its key results as work items."""

    def __init__(self, company):
        self.gl, self.run, self.company = company.gl, company.run, company
        company.write_config('work-items: true')
        self.top = self.add('Grow', 'objective')
        self.one = self.add('Win customers', 'key_result', parent=self.top,
                            progress=40, current_value=40)

    def add(self, title, kind, **fields):
        return self.gl.add_issue(P, title, issue_type=kind, labels=[
            'Q1 2025'], **fields)

    def model(self, *words):
        done = self.run('fetch', '-o', 'all.snapshot', *words)
        assert done.status == 0, done
        done = self.run('grade', '--json', 'all.snapshot')
        assert done.status == 0, done
        return json.loads(done.out)

    def asked(self):
        return [r for r in self.gl.requests if r['path'] == '/api/graphql']


@pytest.fixture
def native(company):
    return Native(company)


def test_nothing_is_asked_by_graphql_unless_wished(company):
    company.add_okr('Grow')
    assert company.sync().status == 0
    assert not company.gl.asked('POST', 'graphql')


def check_with_schema(shared, text, variables):
    """By a real GraphQL implementation; None when all is well."""
    graphql = pytest.importorskip(
        'graphql', reason='python3-graphql-core is not installed')
    sdl = (shared / 'graphql' / 'work_items_18.graphql').read_text()
    # Debian 12's reads the language as it was before descriptions.
    sdl = re.sub(r'(?m)^ *"[^"]*"$', '', sdl)
    sdl += '\nschema { query: Query mutation: Mutation }\n'
    schema = graphql.build_ast_schema(graphql.parse(sdl))
    problems = graphql.validate(schema, graphql.parse(text))
    assert not problems, problems
    known = schema.get_type('WorkItemWidgetType')
    assert known


@pytest.mark.parametrize('source', ['acme/okrs', 'groups/acme'])
def test_the_question_is_valid_for_gitlabs_schema(native, shared, source):
    native.company.source = f'{native.gl.url}/{source}'
    native.company.write_config('work-items: true')
    assert native.run('fetch', '-o', '-').status == 0
    sent = json.loads(native.asked()[0]['body'])
    assert set(sent) == {'query', 'variables'}
    assert len(sent['query']) < 10000
    check_with_schema(shared, sent['query'], sent['variables'])


def test_an_invalid_question_would_be_noticed(shared):
    with pytest.raises(AssertionError):
        check_with_schema(
            shared, '{ project(fullPath: "a") { workItems { nodes { nope } } } }',
            {})


@pytest.mark.parametrize('listed', [True, False])
def test_progress_health_and_hierarchy_become_okrs(native, listed):
    native.gl.rest_lists_okrs = listed
    native.gl.tier = 'ultimate'
    native.one.health_status = 'at_risk'
    native.add('Win two more', 'key_result', parent=native.top, progress=50,
               start_value=10, current_value=20, end_value=30,
               due_date='2025-03-01', assignees=['ada'])
    below = native.add('Grow in the north', 'objective', parent=native.top,
                       progress=30)
    top, north = native.model()['objectives']
    assert top['title'] == 'Grow' and north['title'] == 'Grow in the north'
    assert north['parent'] == top['id'] == 'acme/okrs#1'
    assert north['result']['percent'] == 30 and below.iid == 4
    one, two = top['key_results']
    assert (one['text'], one['current']['value'], one['target']['value'],
            one['progress']) == ('Win customers', 40, 100, 0.4)
    assert one['grade'] == 0.4
    assert (two['baseline']['value'], two['progress']) == (10, 0.5)
    assert two['owner'] == 'Ada'
    assert top['grade'] == 0.45
    done = native.run('grade', '--json', 'all.snapshot')
    assert 'at risk' in done.out or 'at_risk' in done.out


def test_what_the_text_says_goes_before_the_native_numbers(native):
    native.one.description = ('**Baseline**: $10M\n**Target**: $20M\n'
                              '**Current**: $15M\n')
    native.one.changed()
    kr = native.model()['objectives'][0]['key_results'][0]
    assert kr['target']['value'] == 20000000 and kr['progress'] == 0.5


def test_a_progress_without_values_is_a_result(native):
    native.one.end_value = native.one.current_value = None
    kr = native.model()['objectives'][0]['key_results'][0]
    assert kr['result']['percent'] == 40 and kr['grade'] == 0.4


def test_pages_are_followed_by_cursor(native):
    for n in range(120):
        native.add(f'Key result {n}', 'key_result', parent=native.top,
                   progress=n % 100, current_value=n % 100)
    model = native.model()
    assert len(model['objectives'][0]['key_results']) == 121
    assert len(native.asked()) == 3
    assert all(r['method'] == 'POST' for r in native.asked())


def test_the_filter_of_the_source_is_that_of_the_question(native):
    native.gl.rest_lists_okrs = False
    other = native.gl.add_issue(P, 'Another quarter', issue_type='objective',
                                labels=['Q2 2025'])
    native.gl.add_issue(P, 'Done', issue_type='objective', state='closed',
                        labels=['Q1 2025'])
    native.company.source += '/-/issues?label_name[]=Q1%202025&state=opened'
    native.company.write_config('work-items: true')
    titles = [o['title'] for o in native.model()['objectives']]
    assert titles == ['Grow'] and other.title not in titles


def test_a_filter_that_graphql_has_not_lets_only_the_list_decide(native):
    native.gl.rest_lists_okrs = False
    native.company.source += '/-/issues?search=Grow'
    native.company.write_config('work-items: true')
    assert native.model()['objectives'] == []


def test_confidential_items_stay_out(native):
    native.gl.rest_lists_okrs = False
    native.add('Buy the competitor', 'objective', confidential=True)
    native.model()
    text = (native.run.folder / 'all.snapshot').read_text()
    assert 'competitor' not in text
    native.model('--confidential')
    assert 'competitor' in (native.run.folder / 'all.snapshot').read_text()


def test_a_group_has_those_of_its_subgroups(native):
    native.gl.add_project('acme/sales/okrs')
    native.gl.add_issue('acme/sales/okrs', 'Sell', issue_type='objective',
                        labels=['Q1 2025'], progress=70)
    native.company.source = f'{native.gl.url}/groups/acme'
    native.company.write_config('work-items: true')
    found = native.model()['objectives']
    assert [(o['title'], o['result'] and o['result']['percent'])
            for o in found] == [('Grow', None), ('Sell', 70)]


def test_a_project_may_be_named_by_its_number(native):
    number = native.gl.project(P).id
    native.company.source = str(number)
    native.company.write_config('work-items: true',
                                f'gitlab: {native.gl.url}')
    assert len(native.model()['objectives'][0]['key_results']) == 1


def test_the_pages_have_the_native_numbers(native):
    assert native.company.sync().status == 0
    text = ''.join(native.company.pages().values())
    assert 'Win customers' in text and '0.4' in text
    assert native.company.sync().status == 0
    assert native.company.commits() == 2


# what may be refused

def test_a_question_too_complex_is_asked_in_smaller_pieces(native):
    for n in range(40):
        native.add(f'Key result {n}', 'key_result', parent=native.top)
    native.gl.complexity_limit = 70
    assert len(native.model()['objectives'][0]['key_results']) == 41
    sizes = [json.loads(r['body'])['variables']['first']
             for r in native.asked()]
    assert sizes[0] == 50 and sizes[-1] < 50
    native.gl.complexity_limit = 20
    done = native.run('fetch', '-o', '-')
    assert done.status == 3
    assert 'too much even' in done.error and 'complexity' in done.error
    assert 'work-items' in done.error


def test_an_older_server_is_named_in_one_sentence(native):
    native.gl.graphql_lacks = {'startValue'}
    done = native.run('fetch', '-o', '-')
    assert done.status == 3
    assert "Field 'startValue' doesn't exist" in done.error
    assert 'GitLab 17 or later' in done.error


def test_a_server_without_work_items_is_named(native):
    native.gl.work_items = False
    done = native.run('fetch', '-o', '-')
    assert done.status == 3 and 'need GitLab Ultimate' in done.error


FAULTS = {
    'no graphql': dict(status=404),
    'not allowed': dict(status=403),
    'no token': dict(status=401),
    'html': dict(body=b'<html>Sign in</html>'),
    'a list': dict(body=b'[]'),
    'nothing': dict(body=b'{}'),
    'null': dict(body=b'{"data":null}'),
    'no place': dict(body=b'{"data":{"place":null}}'),
    'odd place': dict(body=b'{"data":{"place":[7]}}'),
    'no items': dict(body=b'{"data":{"place":{"workItems":null}}}'),
    'no reason': dict(body=b'{"errors":[7]}'),
    'odd errors': dict(body=b'{"errors":"no"}'),
    'circle': dict(body=b'{"data":{"place":{"workItems":{"nodes":[],'
                        b'"pageInfo":{"hasNextPage":true,"endCursor":"x"}}}}'
                        b'}'),
    'no cursor': dict(body=b'{"data":{"place":{"workItems":{"nodes":[],'
                           b'"pageInfo":{"hasNextPage":true}}}}}'),
    'moved': dict(redirect='https://elsewhere.example/api/graphql'),
}


@pytest.mark.parametrize('name', list(FAULTS))
def test_every_refusal_is_one_sentence(native, name):
    native.gl.fault(path='graphql', times=None, **FAULTS[name])
    done = native.run('fetch', '-o', '-')
    assert done.status == 3 and done.error and len(done.error) < 600


@pytest.mark.parametrize('rule', [dict(status=502), dict(status=429),
                                  dict(close=True), dict(cut=30)])
def test_a_question_is_asked_again_as_a_read_is(native, rule):
    native.gl.fault(path='graphql', **rule)
    assert len(native.model()['objectives'][0]['key_results']) == 1
    assert len(native.asked()) == 2


def test_odd_items_are_left_out_one_by_one(native):
    native.gl.rest_lists_okrs = False
    good = {'id': 'gid://gitlab/WorkItem/9', 'iid': '9', 'title': 'Good',
            'state': 'OPEN', 'confidential': False, 'reference': 'a/b#9',
            'webUrl': 'https://x.example/a/b/-/work_items/9',
            'createdAt': '2025-01-06T09:00:00Z',
            'updatedAt': '2025-01-06T09:00:00Z', 'author': None,
            'project': {'id': 'gid://gitlab/Project/1001'},
            'workItemType': {'name': 'Objective'}, 'widgets': [
                None, 7, {'type': 'LABELS', 'labels': {'nodes': [
                    7, {'title': 'Q1 2025'}]}}, {'progress': 'much'},
                {'assignees': {'nodes': [None, {'id': 'x'}]}}]}
    nodes = [7, None, {}, dict(good, id='9'), dict(good, iid=9),
             dict(good, iid='x'), dict(good, project=None),
             dict(good, confidential=None), good, good]
    native.gl.fault(path='graphql', body=json.dumps({'data': {'place': {
        'workItems': {'pageInfo': {'hasNextPage': False}, 'nodes': nodes}}}}
    ).encode())
    assert [o['title'] for o in native.model()['objectives']] == ['Good']


# epics

EPIC = {'id': 42, 'iid': 5, 'title': 'Be everywhere', 'group_id': 8,
        'url': '/groups/acme/-/epics/5'}


def test_an_epic_is_the_objective_of_key_results_below_it(company):
    for n in (1, 2):
        company.gl.add_issue(P, f'Open shop {n} from 0 to {n}', labels=[
            'key result', 'Q1 2025'], override={'epic': EPIC, 'epic_iid': 5})
    company.write_config('labels:', '  key result: key result')
    done = company.run('fetch', '-o', 'all.snapshot')
    assert done.status == 0, done
    model = json.loads(company.run('grade', '--json', 'all.snapshot').out)
    assert [o['title'] for o in model['objectives']] == ['Be everywhere']
    top = model['objectives'][0]
    assert len(top['key_results']) == 2
    assert top['source']['url'] == company.gl.url + EPIC['url']
    assert not [f for f in model['findings']
                if f['rule'] == 'key-result-without-objective']


def test_an_objective_of_the_epics_title_is_what_others_hang_on(company):
    company.add_okr('Be everywhere')
    company.add_okr('Be in the north', override={'epic': EPIC})
    company.add_okr('Be in the south', '**Ladders up to**: -\n',
                    override={'epic': dict(EPIC, title='Unknown')})
    company.add_okr('No epic', override={'epic': None})
    company.run('fetch', '-o', 'all.snapshot')
    model = json.loads(company.run('grade', '--json', 'all.snapshot').out)
    top, north, south, none = model['objectives']
    assert north['parent'] == top['id']
    assert south['parent'] is None and none['parent'] is None
    assert not [f for f in model['findings'] if f['rule'] == 'unknown-parent']
