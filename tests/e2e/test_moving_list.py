"""People work while pages are fetched: whoever existed all the time is in the
snapshot once, and a read that cannot be trusted says so."""
import random

import pytest

P = 'acme/okrs'
ISSUES = r'/issues\?'


@pytest.fixture
def busy(company):
    """350 issues, as in a list of four pages."""
    for n in range(350):
        company.add_okr(f'Objective {n}', body='', labels=['okr'])
    return company


def read(company, *words):
    """{iid: how often} and the outcome of a fetch."""
    out = company.folder / 'moving'
    out.unlink(missing_ok=True)
    done = company.run('fetch', '-o', out, '--no-cache', *words)
    counts = {}
    if out.exists():
        for line in out.read_text(encoding='utf-8').splitlines():
            if line.startswith('{"kind":"issue"'):
                iid = int(line.split('"iid":')[1].split(',')[0])
                counts[iid] = counts.get(iid, 0) + 1
    return done, counts


def someone(gl, rng, gone):
    """One person's minute: an edit, a close, a new issue, a deletion."""
    issues = list(gl.state.issues_by_id.values())
    for issue in rng.sample(issues, 3):
        issue.title += '!'
        gl.touched(issue)
    closed = rng.choice(issues)
    closed.state = 'closed' if closed.state == 'opened' else 'opened'
    gl.touched(closed)
    gl.add_issue(P, 'Meanwhile', labels=['okr'])
    gl.add_issue(P, 'Before all', labels=['okr'],
                 created_at='2001-01-01T00:00:00Z')
    gl.touched(rng.choice(issues))


def leave(gl, rng, gone):
    """An issue that nobody sees any more: the others move up."""
    issues = [i for i in gl.state.issues_by_id.values() if i.iid not in gone]
    issue = rng.choice(issues[:100])
    gone.add(issue.iid)
    issue.labels = []
    gl.touched(issue)


@pytest.mark.parametrize('lanes', [1, 8])
@pytest.mark.parametrize('totals', [10000, 100])
@pytest.mark.parametrize('keyset', [True, False])
@pytest.mark.parametrize('seed', [1, 2])
def test_edits_closes_and_new_issues(busy, lanes, totals, keyset, seed):
    gl, rng = busy.gl, random.Random(seed)
    gl.totals_limit, gl.keyset = totals, keyset
    there = {i.iid for i in gl.state.issues_by_id.values()}
    for n in range(1, 8):
        gl.on_request(n, lambda gl: someone(gl, rng, None), path=ISSUES)
    done, counts = read(busy, '--lanes', lanes)
    assert done.status == 0, done
    assert there <= set(counts)
    assert set(counts.values()) == {1}


@pytest.mark.parametrize('n', [2, 3, 4, 7])
@pytest.mark.parametrize('lanes', [1, 8])
@pytest.mark.parametrize('totals, keyset', [(10000, True), (100, True),
                                            (100, False), (10, False)])
def test_an_issue_that_leaves_the_list_costs_no_other(busy, n, lanes, totals,
                                                      keyset):
    gl, rng, gone = busy.gl, random.Random(n), set()
    gl.totals_limit, gl.keyset = totals, keyset
    there = {i.iid for i in gl.state.issues_by_id.values()}
    gl.on_request(n, lambda gl: leave(gl, rng, gone), path=ISSUES)
    done, counts = read(busy, f'{busy.source}/-/issues?label_name[]=okr',
                        '--lanes', lanes)
    assert done.status == 0, done
    assert there - gone <= set(counts)
    assert set(counts.values()) == {1}


def test_a_list_that_never_stands_still_is_not_believed(busy):
    gl, rng, gone = busy.gl, random.Random(7), set()
    for n in range(1, 40):
        gl.on_request(n, lambda gl: leave(gl, rng, gone), path=ISSUES)
    done, counts = read(busy, f'{busy.source}/-/issues?label_name[]=okr',
                        '--lanes', 1)
    if done.status == 0:
        there = {i.iid for i in gl.state.issues_by_id.values()}
        assert there - gone <= set(counts)
    else:
        assert done.status == 3 and 'nothing was used' in done.error
        assert not counts
