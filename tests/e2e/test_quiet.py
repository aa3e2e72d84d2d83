"""A run with the same inputs as one that found nothing to do ends at once;
whatever is different makes it look again."""
import sqlite3

import pytest

from rest import Rest

OTHER_TODAY = '2025-02-09'


@pytest.fixture(params=[12, 120], ids=['one page', 'many pages'])
def idle(company, request):
    """A company whose last two runs had nothing to do."""
    gl = company.gl
    gl.add_user('root', admin=True)
    gl.add_token('glpat-root', 'root', scopes=['api'])
    company.rest = Rest(gl.url, 'glpat-root')
    gl.set_clock('2025-01-06T09:00:00Z', 60)
    for n in range(request.param):
        company.add_okr(f'Objective {n}', notes=['KR1: $13M'] * (n % 9 == 0))
    templates = company.folder / 'templates'
    templates.mkdir()
    index = templates / 'index.mustache'
    index.write_text('---\ntitle: mine\n---\nMine.\n')
    company.write_config('templates: templates')
    gl.set_clock('2025-02-08T09:00:00Z', 1)
    for _ in range(3):
        assert company.sync().status == 0
    assert known_runs(company) == 1
    return company


def known_runs(company):
    with sqlite3.connect(company.folder / '.okrsync' / 'cache.db') as db:
        return db.execute('SELECT count(*) FROM run').fetchone()[0]


def is_quiet(company, *words, **how):
    """Did a run end at once? Then it says again what is remembered, which is
    something else here."""
    path = company.folder / '.okrsync' / 'cache.db'
    kept = path.read_bytes()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE run SET words = 'it was quiet' || char(10)")
    db.close()
    done = company.sync(*words, **how)
    path.write_bytes(kept)
    assert done.status == 0, done
    return 'it was quiet' in done.err


def ask(company, method, path, **data):
    reply = company.rest.ask(method, f'/projects/acme%2Fokrs/{path}', data)
    assert reply.status < 300, reply.body


def test_nothing_new_ends_at_once_with_the_same_words(idle):
    words = idle.sync().err
    assert 'up to date: nothing written' in words
    assert is_quiet(idle)
    with sqlite3.connect(idle.folder / '.okrsync' / 'cache.db') as db:
        db.execute('DELETE FROM run')
    db.close()
    assert idle.sync().err == words
    assert not idle.gl.writes()


def test_what_is_remembered_is_not_even_loaded(idle):
    with sqlite3.connect(idle.folder / '.okrsync' / 'cache.db') as db:
        db.execute("UPDATE record SET data = 'x' WHERE kind = 0 AND iid = 3")
        issues, = db.execute('SELECT count(*) FROM record WHERE kind = 0'
                             ).fetchone()
    db.close()
    done = idle.sync()
    assert done.status == 0 and 'up to date' in done.err, done
    # A list of one page is compared whole.
    assert ('built anew' in done.err) == (issues <= 100)


def test_plan_knows_its_own_runs_only(idle):
    for _ in range(2):
        done = idle.plan('--check')
        assert done.status == 0 and 'pages are up to date' in done.err, done
        assert done.out == ''
    assert known_runs(idle) == 2


def template(company):
    (company.folder / 'templates' / 'index.mustache').write_text(
        '---\ntitle: mine\n---\nMine!\n')


def new_template(company):
    (company.folder / 'templates' / 'extra.mustache').write_text('x')


def config(company):
    company.write_config('templates: templates', 'stale-days: 15')


def page(company):
    path = next(p for p in company.pages() if '2025-q1/index' in p)
    company.gl.add_files('acme/handbook', {
        path: company.read(path) + '\nOur own words.\n'})


def foreign_file(company):
    company.gl.add_files('acme/handbook', {'content/okrs/x/index.md': 'x\n'})


def issue(company):
    ask(company, 'PUT', 'issues/1', title='Another title')


def deleted_issue(company):
    ask(company, 'DELETE', 'issues/2')


def comment(company):
    ask(company, 'POST', 'issues/1/notes', body='KR1: $15M')


def label(company):
    ask(company, 'POST', 'labels', name='new', color='#ff0000')


def member(company):
    for user in company.gl.state.users.values():
        if user.username == 'okr-bot':
            user.name = 'The bot'
    company.gl.state.touch_shared()


@pytest.mark.parametrize('change', [
    template, new_template, config, page, foreign_file, issue, deleted_issue,
    comment, label, member])
def test_whatever_changes_makes_it_look_again(idle, change):
    assert is_quiet(idle)
    change(idle)
    assert not is_quiet(idle)


@pytest.mark.parametrize('words, env', [
    (['--today', OTHER_TODAY], {}), (['--title', 'Ours'], {}),
    (['--layout', 'cascade'], {}), (['--no-notes'], {}), ([], {'CI': '1'}),
    ([], {'CI_SERVER_URL': 'https://gitlab.example'})],
    ids=['day', 'title', 'layout', 'notes', 'no setting', 'setting'])
def test_another_day_flag_or_variable_is_another_run(idle, words, env):
    assert is_quiet(idle, *words, env=env) == (env == {'CI': '1'})


def test_work_outside_of_the_pages_changes_nothing(idle):
    idle.gl.add_files('acme/handbook', {'content/other.md': 'theirs\n'})
    assert is_quiet(idle)


def test_without_the_cache_nothing_is_known(idle):
    assert not is_quiet(idle, '--no-cache')


def test_a_run_that_tells_all_looks_at_all(idle):
    assert not is_quiet(idle, '--verbose')


def test_files_are_looked_at_each_time(idle):
    for _ in range(3):
        assert not is_quiet(idle, '--publish', 'files')


def test_a_page_that_people_hold_is_told_each_time(idle):
    path = next(p for p in idle.pages() if '2025-q1/index' in p)
    text = idle.read(path).replace('Objective 1', 'Objective one')
    idle.gl.add_files('acme/handbook', {path: text})
    for _ in range(3):
        done = idle.sync()
        assert done.status == 3 and path in done.err, done


def test_another_branch_is_another_place(idle):
    repo = idle.run
    repo.git('fetch', '-q')
    repo.git('push', '-q', 'origin', 'origin/main~1:refs/heads/other')
    assert not is_quiet(idle, '--branch', 'other')


def test_a_run_known_for_long_is_forgotten(idle):
    for day in range(10, 14):
        assert idle.sync('--today', f'2025-02-{day}').status == 0
    assert known_runs(idle) <= 100
    with sqlite3.connect(idle.folder / '.okrsync' / 'cache.db') as db:
        db.execute('UPDATE run SET day = day - 3')
    db.close()
    idle.sync('--today', '2025-02-20')
    idle.sync('--today', '2025-02-20')
    assert known_runs(idle) == 1


def test_work_items_are_asked_for_each_time(idle):
    for _ in range(3):
        assert not is_quiet(idle, '--work-items')
