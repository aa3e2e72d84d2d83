"""Comments by GraphQL, many issues at a time: the same bytes as by REST, and
whatever is not whole or not there goes by REST."""
import json

import pytest

from test_work_items import check_with_schema

P = 'acme/okrs'


@pytest.fixture
def many(company):
    """60 issues with comments: internal ones and system notes among them."""
    for n in range(60):
        company.add_okr(f'Objective {n}', notes=[
            f'KR1: ${n}M', {'body': 'between us', 'internal': n % 7 == 0},
            {'body': 'changed the title', 'system': True}])
    return company


def fetch(company, *words):
    """Records, and how many questions and lists of notes they cost."""
    before = len(company.gl.requests)
    done = company.run('fetch', '-o', '-', '--no-cache', *words)
    assert done.status == 0, done
    asked = [r['path'] for r in company.gl.requests[before:]]
    return (done.out.splitlines()[1:],
            len([a for a in asked if a == '/api/graphql']),
            len([a for a in asked if a.endswith('/notes')]))


@pytest.fixture
def by_rest(many):
    """What REST alone gives."""
    many.gl.fault(path='graphql', status=404, times=None)
    lines, questions, lists = fetch(many)
    assert (questions, lists) == (1, 60)
    many.gl.faults.rules.clear()
    return lines


def test_it_is_the_same_to_the_byte(many, by_rest):
    assert fetch(many) == (by_rest, 3, 0)
    assert sum('"kind":"note"' in line for line in by_rest) == 60 + 51
    assert not [line for line in by_rest if 'between us' in line and
                '"internal":true' in line]


@pytest.mark.parametrize('lanes', [1, 8])
def test_a_group_asks_for_each_project(many, lanes):
    many.gl.add_project('acme/more')
    for n in range(30):
        many.gl.add_issue('acme/more', f'More {n}', notes=['KR1: 5'])
    many.source = f'{many.gl.url}/groups/acme'
    many.write_config()
    lines, questions, lists = fetch(many, '--lanes', lanes)
    assert (questions, lists) == (5, 0)
    assert sum('"kind":"note"' in line for line in lines) == 60 + 51 + 30


def test_the_question_is_valid_for_gitlabs_schema(many, shared):
    fetch(many)
    sent = [json.loads(r['body']) for r in many.gl.requests
            if r['path'] == '/api/graphql']
    check_with_schema(shared, sent[0]['query'], sent[0]['variables'])
    assert [len(s['variables']['iids']) for s in sent] == [20, 20, 20]


def test_few_issues_are_asked_for_one_by_one(company):
    for n in range(10):
        company.add_okr(f'Objective {n}', notes=['KR1: 5'])
    assert fetch(company)[1:] == (0, 10)


def test_a_limit_for_complexity_makes_smaller_questions(many, by_rest):
    many.gl.complexity_limit = 37
    lines, questions, lists = fetch(many)
    assert lines == by_rest and questions > 4 and lists == 0
    many.gl.complexity_limit = 10
    lines, questions, lists = fetch(many)
    assert lines == by_rest and questions == 3 and lists == 60


def test_more_comments_than_a_page_go_by_rest(many):
    for n in range(120):
        many.gl.add_note(many.gl.issue(P, 3), f'KR1: ${n}M')
    lines, questions, lists = fetch(many)
    assert (questions, lists) == (3, 2)      # two pages of one issue
    assert sum('"iid":3,' in line and '"kind":"note"' in line
               for line in lines) == 122


def test_comments_that_do_not_add_up_go_by_rest(many, by_rest):
    """An instance that shows fewer by GraphQL than the issue counts."""
    odd = many.gl.issue(P, 5)
    real, odd.notes = odd.notes, odd.notes[:1]
    odd.override['user_notes_count'] = 2
    many.gl.on_request(1, lambda gl: setattr(odd, 'notes', real),
                       path='/issues/5/notes')
    odd.changed()
    lines, questions, lists = fetch(many)
    assert (questions, lists) == (3, 1)
    assert [x for x in lines if '"note"' in x] == \
        [x for x in by_rest if '"note"' in x]


NODE = {'iid': '1', 'widgets': [{'type': 'NOTES', 'notes': {
    'pageInfo': {'hasNextPage': False}, 'nodes': [
        {'id': 'gid://gitlab/Note/5', 'body': 'KR1: $99M', 'system': False,
         'internal': False, 'createdAt': '2025-02-04T09:00:00Z',
         'updatedAt': '2025-02-04T09:00:00Z',
         'author': {'id': 'gid://gitlab/User/101', 'name': 'A',
                    'username': 'a'}}] * 2}}]}
ODD = {
    'html': b'<html>Sign in</html>', 'nothing': b'', 'a list': b'[]',
    'errors': b'{"errors":[{"message":"Field \'notes\' doesn\'t exist"}]}',
    'no place': b'{"data":{"place":null}}',
    'a number': b'{"data":{"place":{"workItems":{"nodes":7}}}}',
    'odd nodes': json.dumps({'data': {'place': {'workItems': {'nodes': [
        7, None, {'iid': 9}, dict(NODE, widgets=[7, {'notes': 7}]),
        dict(NODE, widgets=[{'notes': {'nodes': [7]}}]),
        dict(NODE, iid='99999'), dict(NODE, widgets=[{'notes': dict(
            NODE['widgets'][0]['notes'], pageInfo=7)}])]}}}}).encode(),
    'odd comments': json.dumps({'data': {'place': {'workItems': {'nodes': [
        dict(NODE, widgets=[{'notes': {
            'pageInfo': {'hasNextPage': False}, 'nodes': [
                dict(NODE['widgets'][0]['notes']['nodes'][0], **change)] * 2
        }}]) for change in ({'id': 'x'}, {'body': 7}, {'author': None},
                            {'createdAt': None}, {'system': 'no'},
                            {'author': {'id': 5, 'name': 7}})]}}}}).encode(),
}


@pytest.mark.parametrize('name', list(ODD))
def test_odd_answers_go_by_rest(many, by_rest, name):
    many.gl.fault(path='graphql', body=ODD[name], times=None)
    assert fetch(many)[0] == by_rest


@pytest.mark.parametrize('rule', [
    dict(status=401), dict(status=403), dict(status=429), dict(status=502),
    dict(cut=50), dict(redirect='/users/sign_in')])
@pytest.mark.parametrize('n', [1, 2])
def test_refusals_go_by_rest_at_once(many, by_rest, rule, n):
    many.gl.fault(path='graphql', n=n, **rule)
    lines, questions, lists = fetch(many)
    assert lines == by_rest
    assert (questions, lists) == ((1, 60) if n == 1 else (3, 20))


def test_with_and_without_a_cache_it_is_the_same(many):
    many.gl.set_clock('2025-02-04T09:00:00Z', 60)
    for words in ((), ('--no-cache',)):
        done = many.run('fetch', '-o', 'x', *words)
        assert done.status == 0, done
    many.gl.add_note(many.gl.issue(P, 4), 'KR1: $50M')
    done = many.run('fetch', '-o', 'with')
    assert done.status == 0, done
    assert many.run('fetch', '-o', 'without', '--no-cache').status == 0
    texts = [(many.folder / f).read_text().splitlines()[1:]
             for f in ('with', 'without')]
    assert texts[0] == texts[1]
