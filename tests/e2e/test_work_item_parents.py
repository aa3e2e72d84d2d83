"""okrsync open: issues below others as work items, where the instance lets
them, else related by links."""
import json

import pytest

from test_work_items import check_with_schema

FILE = """\
# OKRs of Q1 2025

## Objective: Win larger customers
**Owner**: Ada

- KR1: Raise revenue from $1M to $2M

## Objective: Open the north
**Owner**: Bea
**Ladders up to**: Win larger customers

- KR1: Raise revenue from $1M to $2M

## Objective: Open the south
**Owner**: Cy
**Ladders up to**: #1

- KR1: Raise revenue from $1M to $2M
"""


@pytest.fixture
def place(company):
    (company.folder / 'okrs.md').write_text(FILE, encoding='utf-8')
    return company


def open_all(place, *words, status=0):
    done = place.run('open', 'okrs.md', '--work-items', *words)
    assert done.status == status, done
    return done


def mutations(place):
    return [r for r in place.gl.asked('POST', 'graphql')
            if 'mutation' in r['body']]


def test_they_are_put_below_their_parent_once(place):
    place.gl.hierarchy.add(('issue', 'issue'))
    done = open_all(place)
    assert 'related by links' not in done.err, done
    one, two, three = place.gl.project('acme/okrs').issues
    assert two.parent is three.parent is one and one.parent is None
    assert not place.gl.asked('POST', '/links$')
    assert len(mutations(place)) == 2
    open_all(place)
    assert len(mutations(place)) == 2


def test_what_gitlab_refuses_is_a_link_and_said_once(place):
    done = open_all(place)
    assert done.err.count('cannot be below') == 1, done
    assert "not allowed to add this type of parent item" in done.err
    assert len(place.gl.asked('POST', '/links$')) == 2
    assert len(mutations(place)) == 1
    open_all(place)
    assert len(place.gl.asked('POST', '/links$')) == 2


@pytest.mark.parametrize('fault', [
    dict(status=404), dict(status=403), dict(body='{"errors":[]}'),
    dict(body='{"data":{"project":null}}'), dict(body='[]'),
    dict(body='{"data":{"project":{"workItems":{"nodes":[7,{"id":1}]}}}}')])
def test_without_graphql_it_is_a_link(place, fault):
    place.gl.hierarchy.add(('issue', 'issue'))
    place.gl.fault(path='/api/graphql', times=None, **fault)
    done = open_all(place)
    assert done.err.count('cannot be below') == 1, done
    assert len(place.gl.asked('POST', '/links$')) == 2


def test_an_old_server_lacks_the_mutation(place):
    place.gl.graphql_lacks = {'workItemUpdate'}
    done = open_all(place)
    assert "Field 'workItemUpdate' doesn't exist" in done.err, done
    assert len(place.gl.asked('POST', '/links$')) == 2


def test_a_lost_answer_is_no_loss(place):
    place.gl.hierarchy.add(('issue', 'issue'))
    place.gl.fault(path='/api/graphql', n=2, status=502, after=True)
    open_all(place)
    one, two, three = place.gl.project('acme/okrs').issues
    assert two.parent is three.parent is one
    assert not place.gl.asked('POST', '/links$')


def test_nothing_is_asked_unless_wished(place):
    done = place.run('open', 'okrs.md')
    assert done.status == 0 and not place.gl.asked('POST', 'graphql'), done


def test_the_questions_are_valid_for_gitlabs_schema(place, shared):
    place.gl.hierarchy.add(('issue', 'issue'))
    open_all(place)
    sent = [json.loads(r['body']) for r in place.gl.asked('POST', 'graphql')]
    assert {text['query'].split('(')[0] for text in sent} == {
        'query okrItems', 'mutation okrParent'}
    for text in sent:
        check_with_schema(shared, text['query'], text['variables'])
