"""The source moves on to the next period: what is past stays."""
import json

import pytest

from rest import Rest

DAY = ('--today', '2025-05-05')
Q1, Q2 = 'content/okrs/2025-q1/', 'content/okrs/2025-q2/'
BODY = '**Owner**: CEO\n\n- KR: Raise revenue from $1M to $2M (now $1.5M)\n'


@pytest.fixture
def moved(company):
    """Published from the board of Q1; the config is that of Q2 now."""
    for title, period in (('Win', 'Q1 2025'), ('Grow', 'Q2 2025')):
        company.add_okr(title, BODY, labels=['OKR', period, 'okr::active'])
    aim(company, '?label_name[]=OKR&label_name[]=Q1%202025')
    assert company.sync().status == 0
    aim(company, '?label_name[]=OKR&label_name[]=Q2%202025')
    return company


def aim(company, query):
    company.source = f'{company.gl.url}/acme/okrs/-/issues{query}'
    company.write_config()


def edit(company, issue, **values):
    reply = Rest(company.gl.url, company.gl.token).put(
        f'/projects/acme%2Fokrs/issues/{issue.iid}', values)
    assert reply.status == 200, reply.body


def below(pages, *starts):
    return {path: text for path, text in pages.items()
            if path.startswith(starts)}


def test_the_pages_of_the_last_period_stay_as_they_are(moved):
    before = moved.pages()
    done = moved.run('sync', *DAY)
    assert done.status == 0, done
    after = moved.pages()
    data = 'content/okrs/data/2025-q1'
    assert below(after, Q1, data) == below(before, Q1, data)
    assert len(below(after, Q1, data)) >= 3
    index = after['content/okrs/_index.md']
    assert index.index('[Q2 2025](2025-q2/) (now)') < index.index(
        '[Q1 2025](2025-q1/) | 1 January')
    owner = after['content/okrs/owners/ceo/index.md']
    assert '(../../2025-q1/#o1-win)' in owner
    assert '(../../2025-q2/#o1-grow)' in owner
    n = moved.commits()
    done = moved.run('sync', *DAY, '--verbose')
    assert 'Q1 2025 is not in the source: its pages stay' in done.err
    assert moved.commits() == n


def test_a_board_hides_other_periods(company):
    company.add_okr('Win', BODY, labels=['Q1 2025'])
    company.add_okr('Grow', BODY, labels=['Q2 2025'])
    company.sync()
    assert below(company.pages(), Q1) and below(company.pages(), Q2)
    board = company.gl.add_board('acme/okrs', 'Now', labels=['Q2 2025'])
    company.source = f'{company.gl.url}/acme/okrs/-/boards/{board.id}'
    company.write_config()
    assert company.run('sync', *DAY).status == 0
    pages = company.pages()
    assert below(pages, Q1)
    assert '[Q1 2025]' in pages['content/okrs/_index.md']


def test_without_a_clone_it_is_the_same(moved):
    done = moved.run('sync', *DAY, '--publish', 'api', '--project',
                     'acme/handbook')
    assert done.status == 0, done
    pages = moved.pages()
    assert below(pages, Q1)
    assert '[Q1 2025]' in pages['content/okrs/_index.md']


def test_a_whole_project_hides_nothing(company):
    first = company.add_okr('Win', BODY, labels=['Q1 2025'])
    company.add_okr('Grow', BODY, labels=['Q2 2025'])
    company.sync()
    edit(company, first, labels='Q2 2025')
    assert company.run('sync', *DAY).status == 0
    pages = company.pages()
    assert not below(pages, Q1)
    assert 'Q1 2025' not in pages['content/okrs/_index.md']


def test_the_filter_of_a_year_shows_its_quarters(company):
    first = company.add_okr('Win', BODY, labels=['2025', 'Q1 2025'])
    company.add_okr('Grow', BODY, labels=['2025', 'Q2 2025'])
    aim(company, '?label_name[]=2025')
    company.sync()
    assert below(company.pages(), Q1)
    edit(company, first, labels='2025,Q2 2025')
    assert company.run('sync', *DAY).status == 0
    assert 'Q1 2025' not in company.pages()['content/okrs/_index.md']
    assert not below(company.pages(), Q1, 'content/okrs/data/2025-q1')


def test_one_source_without_a_filter_shows_all(company):
    first = company.add_okr('Win', BODY, labels=['Q1 2025'])
    company.add_okr('Grow', BODY, labels=['Q2 2025'])
    address = f'{company.gl.url}/acme/okrs'
    lists = (f'{address}/-/issues?state=opened', address)
    assert company.sync(*lists).status == 0
    edit(company, first, labels='Q2 2025')
    assert company.run('sync', *DAY, *lists).status == 0
    assert not below(company.pages(), Q1)


@pytest.mark.parametrize('day, stays', [('2025-05-05', True),
                                        ('2025-02-05', False)])
def test_a_list_of_open_issues_hides_what_has_ended(company, day, stays):
    first = company.add_okr('Win', BODY, labels=['Q1 2025'])
    company.add_okr('Grow', BODY, labels=['Q2 2025'])
    aim(company, '?state=opened')
    company.sync()
    edit(company, first, state_event='close')
    assert company.run('sync', '--today', day).status == 0
    pages = company.pages()
    assert bool(below(pages, Q1)) == stays
    assert ('[Q1 2025]' in pages['content/okrs/_index.md']) == stays


@pytest.mark.parametrize('spoil', [
    lambda text: text.replace('Win', 'Lose'), lambda text: text[:100],
    lambda text: ''])
def test_data_that_somebody_changed_tell_nothing(moved, spoil):
    path = 'content/okrs/data/2025-q1.json'
    text = moved.read(path)
    assert json.loads(text)['objectives'][0]['title'] == 'Win'
    moved.gl.add_files('acme/handbook', {path: spoil(text)})
    moved.run.git('pull', '-q')
    assert moved.run('sync', *DAY).status == 0
    pages = moved.pages()
    assert below(pages, Q1)
    assert 'Q1 2025' not in pages['content/okrs/_index.md']
    assert pages[path] == spoil(text)
