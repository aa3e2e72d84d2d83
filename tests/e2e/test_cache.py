"""The cache spares requests and changes nothing: over a story of everything
that happens to issues, a run with it gives the same records as one without."""
import os
import sqlite3
import stat
import subprocess

import pytest

from rest import Rest

P = 'acme/okrs'
ISSUES = r'/projects/[^/]+/issues\?'
NOTES = r'/notes\?'


class Story:
    """A project, a run with the cache and one without, and a pen."""

    def __init__(self, company, count, query=''):
        self.gl, self.company, self.query = company.gl, company, query
        self.words = ()
        self.gl.add_user('root', admin=True)
        self.gl.add_token('glpat-root', 'root', scopes=['api'])
        self.rest = Rest(self.gl.url, 'glpat-root')
        # A minute between two changes, as in a team's day.
        self.gl.set_clock('2025-01-06T09:00:00Z', 60)
        self.gl.add_milestone(P, 'Q1')
        for n in range(count):
            company.add_okr(f'Objective {n}', labels=['okr', 'Q1 2025'],
                            milestone='Q1' if n % 3 == 0 else None,
                            confidential=n % 10 == 9,
                            notes=['KR1: $13M'] if n % 4 == 0 else [])

    def ask(self, method, path, **data):
        reply = self.rest.ask(method, f'/projects/acme%2Fokrs/{path}', data)
        assert reply.status < 300, (path, reply.status, reply.body)
        return reply.json if reply.body else None

    def fetch(self, *words):
        """The records of a run, and what it asked for."""
        before = len(self.gl.requests)
        out = self.company.folder / 'snapshot'
        done = self.company.run('fetch', self.company.source + self.query,
                                '-o', out, *self.words, *words)
        assert done.status == 0, done
        asked = [r['target'] for r in self.gl.requests[before:]]
        lines = out.read_text(encoding='utf-8').splitlines()
        return lines[1:], asked, done.err

    def check(self):
        with_it, asked, _ = self.fetch()
        without, _, _ = self.fetch('--no-cache')
        assert with_it == without
        return asked


def edit(s):
    s.ask('PUT', 'issues/1', title='Another title')


def reword(s):
    s.ask('PUT', 'issues/2', description='| KR | Target |\n|---|---|\n| a | 5 |')


def close(s):
    s.ask('PUT', 'issues/3', state_event='close')


def comment(s):
    s.ask('POST', 'issues/4/notes', body='KR1: $15M')


def edit_comment(s):
    note = s.ask('GET', 'issues/5/notes')[0]
    s.ask('PUT', f'issues/5/notes/{note["id"]}', body='KR1: $12M')


def internal_comment(s):
    s.ask('POST', 'issues/6/notes', body='KR1: $99M', internal=True)


def add(s):
    s.ask('POST', 'issues', title='New', labels='okr,Q1 2025')


def delete(s):
    s.ask('DELETE', 'issues/7')


def delete_and_add(s):
    s.ask('DELETE', 'issues/8')
    add(s)


def hide(s):
    s.ask('PUT', 'issues/9', confidential=True)


def show(s):
    s.ask('PUT', 'issues/10', confidential=False)


def leave_the_filter(s):
    s.ask('PUT', 'issues/11', remove_labels='okr')


def leave_and_enter(s):
    s.ask('PUT', 'issues/12', remove_labels='okr')
    s.ask('PUT', 'issues/11', add_labels='okr')


def rename_label(s):
    s.ask('PUT', 'labels/Q1%202025', new_name='Q2 2025')


def delete_label(s):
    s.ask('DELETE', 'labels/Q2%202025')


def rename_milestone(s):
    rows = s.ask('GET', 'milestones')
    s.ask('PUT', f'milestones/{rows[0]["id"]}', title='First quarter')


def rename_member(s):
    for user in s.gl.state.users.values():
        if user.username == 'okr-bot':
            user.name = 'The bot'
    s.gl.state.touch_shared()


def delete_many(s):
    for n in (13, 14, 15):
        s.ask('DELETE', f'issues/{n}')


def change_many(s):
    for issue in s.ask('GET', 'issues?per_page=40'):
        s.ask('PUT', f'issues/{issue["iid"]}', title='Edited')


CHAPTERS = [edit, reword, close, comment, edit_comment, internal_comment, add,
            delete, delete_and_add, hide, show, leave_the_filter,
            leave_and_enter, rename_label, delete_label, rename_milestone,
            rename_member, delete_many, change_many]


@pytest.mark.parametrize('count', [20, 130])
@pytest.mark.parametrize('query', ['', '/-/issues?label_name[]=okr'])
def test_a_story_reads_the_same_with_and_without(company, count, query):
    story = Story(company, count, query)
    story.check()
    for chapter in CHAPTERS:
        chapter(story)
        story.check()


@pytest.mark.parametrize('count', [20, 130])
def test_a_story_with_label_events_reads_the_same_too(company, count):
    story = Story(company, count)
    story.words = ('--label-events',)
    story.check()
    for chapter in CHAPTERS:
        chapter(story)
        story.check()


@pytest.mark.parametrize('count', [20, 130])
def test_nothing_changed_costs_one_list_request(company, count):
    story = Story(company, count)
    story.fetch()
    asked = story.check()
    assert len([a for a in asked if '/issues?' in a]) == 1
    assert not [a for a in asked if '/notes' in a]
    assert len(asked) <= 6      # user, project, labels, members, milestones


@pytest.mark.parametrize('count', [20, 130])
def test_only_comments_of_changed_issues_are_asked_for(company, count):
    story = Story(company, count)
    story.fetch()
    comment(story)
    asked = story.check()
    assert len([a for a in asked if '/issues?' in a]) == 1
    notes = [a for a in asked if '/notes' in a]
    assert len(notes) == 1 and '/issues/4/notes' in notes[0]


def test_what_is_still_the_same_goes_from_the_cache_into_any_file(company):
    """Issue by issue, in the same bytes; and into a pipe."""
    story = Story(company, 130)
    without, _, _ = story.fetch('--no-cache')
    story.fetch()
    found, asked, _ = story.fetch()
    assert found == without and len(asked) <= 6
    done = company.run('fetch', company.source, '-o', '-')
    assert done.out.splitlines()[1:] == without
    path = company.folder / '.okrsync' / 'cache.db'
    with sqlite3.connect(path) as db:
        db.execute("UPDATE record SET data = replace(data, 'Objective 99', "
                   "'Objective XX')")
    db.close()
    found, _, words = story.fetch()
    assert found == without, words


def test_a_deleted_comment_is_noticed_in_a_small_source(company):
    story = Story(company, 20)
    story.fetch()
    note = story.ask('GET', 'issues/5/notes')[0]
    story.ask('DELETE', f'issues/5/notes/{note["id"]}')
    story.check()


def test_where_nobody_counts_a_deletion_is_noticed_the_day_after(company):
    """Above 10,000 issues GitLab tells no total: only a whole listing shows
    what is gone, and one is made every day."""
    story = Story(company, 130)
    story.gl.totals_limit = 50
    noon = 1740000000
    at = [{'SOURCE_DATE_EPOCH': str(noon + h * 3600)} for h in (0, 1, 25, 26)]

    def run(env):
        done = company.run('fetch', story.company.source, '-o', 'x', env=env)
        assert done.status == 0, done
        return (company.folder / 'x').read_text().splitlines()[1:]
    first = run(at[0])
    story.ask('DELETE', 'issues/7')
    asked = len(story.gl.requests)
    assert len(run(at[1])) <= len(first)
    assert len(story.gl.requests) - asked <= 6
    assert run(at[2]) == story.fetch('--no-cache')[0]
    assert '"iid":7,' not in ''.join(run(at[3]))


def shrink(s):
    for n in range(1, 231):
        s.ask('DELETE', f'issues/{n}')


def grow(s):
    for n in range(250):
        s.company.add_okr(f'Another {n}', labels=['okr'])


def empty(s):
    for n in range(1, 351):
        s.ask('DELETE', f'issues/{n}')


@pytest.mark.parametrize('totals', [10000, 100])
@pytest.mark.parametrize('lanes', [1, 16])
@pytest.mark.parametrize('change, pages', [
    (None, {2, 3, 4}), (shrink, {2}), (grow, {2, 3, 4, 5, 6}),
    (empty, set())])
def test_pages_known_from_the_last_run_are_asked_for_at_once(
        company, change, pages, lanes, totals):
    """A day later all are listed: the number of pages is remembered, and a
    wrong one costs requests, never an issue."""
    story = Story(company, 0)
    for n in range(350):
        company.add_okr(f'Objective {n}', body='', labels=['okr'])

    def run(hours, *words):
        before = len(story.gl.requests)
        done = company.run(
            'fetch', company.source, '-o', 'x', '--lanes', lanes, *words,
            env={'SOURCE_DATE_EPOCH': str(1740000000 + hours * 3600)})
        assert done.status == 0, done
        asked = [r['target'] for r in story.gl.requests[before:]]
        lines = (company.folder / 'x').read_text().splitlines()[1:]
        return lines, [a for a in asked if '/issues?' in a]

    run(0)
    if change:
        change(story)
    story.gl.totals_limit = totals
    found, asked = run(25)
    assert found == run(25, '--no-cache')[0]
    told = {int(a.split('&page=')[1].split('&')[0]) for a in asked
            if '&page=' in a}
    if totals == 10000:
        assert pages <= told
        # Our own addresses, not those that the first page leads to.
        early = [a for a in asked if a.endswith('&page=2')]
        assert len(early) == 1 or lanes == 1
        assert lanes > 1 or told <= pages | {2}
    assert len(asked) <= 12 or totals == 100


@pytest.mark.parametrize('count', [20, 130])
def test_two_users_take_turns_with_one_cache(company, count):
    """Whose run it is becomes known with the first answers only."""
    story = Story(company, count)
    out = company.folder / 'two'

    def run(token, *words):
        done = company.run('fetch', company.source, '-o', out, *words,
                           env={'OKRSYNC_TOKEN': token})
        assert done.status == 0 and 'warning' not in done.err, done
        lines = out.read_text(encoding='utf-8').splitlines()
        return lines[0].split('"self":')[1], lines[1:]
    for chapter in [edit, comment, add, delete]:
        for token in (story.gl.token, 'glpat-root', 'glpat-root'):
            assert run(token) == run(token, '--no-cache')
        chapter(story)


def test_pages_are_the_same_with_and_without(company):
    story = Story(company, 12)
    assert company.sync().status == 0
    for chapter in CHAPTERS[:7]:
        chapter(story)
        assert company.sync().status == 0
        done = company.plan('--check', '--no-cache')
        assert done.status == 0, (chapter, done)


def test_a_run_that_may_publish_more_asks_for_more(company):
    story = Story(company, 20)
    story.fetch()
    assert story.fetch('--confidential')[0] == \
        story.fetch('--confidential', '--no-cache')[0]
    assert story.check()


def test_another_users_cache_is_not_used(company):
    story = Story(company, 20)
    story.fetch()
    story.gl.add_user('eve')
    story.gl.add_token('glpat-eve', 'eve', scopes=['api'])
    done = company.run('fetch', '-o', '-', env={'OKRSYNC_TOKEN': 'glpat-eve'})
    assert done.status == 3 and 'Objective' not in done.out


# what lies on the disk

def cache_of(company):
    return company.folder / '.okrsync' / 'cache.db'


def test_the_file_is_private_and_is_not_committed(company):
    company.add_okr('Seen by all', notes=['KR1: $13M'])
    company.add_okr('Buy the competitor', confidential=True,
                    notes=['at any price'])
    company.add_okr('Odd', override={'confidential': None})
    company.add_okr('Talked about', notes=[
        {'body': 'between ourselves', 'internal': True}])
    old = os.umask(0)
    try:
        assert company.sync().status == 0
    finally:
        os.umask(old)
    path = cache_of(company)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    held = path.read_bytes()
    assert b'Seen by all' in held
    for secret in (b'competitor', b'any price', b'ourselves', b'"Odd"',
                   company.gl.token.encode()):
        assert secret not in held
    seen = company.run.git('status', '--porcelain')
    assert '.okrsync/' not in seen


@pytest.fixture
def warm(company):
    """A company with a filled cache."""
    story = Story(company, 20)
    story.fetch()
    return story


def damage_middle(path):
    data = bytearray(path.read_bytes())
    at = data.rfind(b'Objective 3')
    data[at] ^= 1
    path.write_bytes(data)


def damage_tree(path):
    data = bytearray(path.read_bytes())
    data[4096:8192] = os.urandom(4096)
    path.write_bytes(data)


def damage_cut(path):
    data = path.read_bytes()
    path.write_bytes(data[:len(data) // 2])


def damage_head(path):
    path.write_bytes(b'not a database at all\n' * 400)


def damage_version(path):
    with sqlite3.connect(path) as db:
        db.execute('PRAGMA user_version=99')
    db.close()


def damage_schema(path):
    with sqlite3.connect(path) as db:
        db.execute('CREATE TRIGGER t AFTER UPDATE ON entry BEGIN '
                   'DELETE FROM record; END')
    db.close()


@pytest.mark.parametrize('damage', [
    damage_middle, damage_tree, damage_cut, damage_head, damage_version,
    damage_schema])
def test_a_damaged_cache_is_built_anew_with_one_remark(warm, damage):
    path = cache_of(warm.company)
    expected = warm.fetch('--no-cache')[0]
    damage(path)
    found, _, words = warm.fetch()
    assert found == expected
    assert words.count('warning') == 1 and 'built anew' in words
    found, asked, words = warm.fetch()
    assert found == expected and 'warning' not in words
    assert not [a for a in asked if '/notes' in a]


def test_an_empty_file_becomes_a_cache(warm):
    cache_of(warm.company).write_bytes(b'')
    _, _, words = warm.fetch()
    assert 'warning' not in words


@pytest.mark.parametrize('content', [b'precious\n', b'x' * 5000], ids=['short', 'long'])
def test_a_foreign_file_is_left_alone(warm, content):
    path = warm.company.folder / 'notes.txt'
    path.write_bytes(content)
    _, _, words = warm.fetch('--cache', 'notes.txt')
    assert words.count('warning') == 1 and 'another kind' in words
    assert path.read_bytes() == content


def test_a_foreign_database_is_left_alone(warm):
    path = warm.company.folder / 'other.db'
    with sqlite3.connect(path) as db:
        db.execute('CREATE TABLE precious (x)')
    db.close()
    before = path.read_bytes()
    _, _, words = warm.fetch('--cache', 'other.db')
    assert words.count('warning') == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize('path', ['/proc/nowhere/cache.db', '.', 'a\nb/c/d'])
def test_a_place_that_cannot_be_written_is_one_remark(warm, path):
    _, _, words = warm.fetch('--cache', path)
    assert words.count('warning') == 1


def test_a_link_is_not_followed(warm, tmp_path):
    target = tmp_path / 'target'
    target.write_bytes(b'')
    (warm.company.folder / 'link.db').symlink_to(target)
    _, _, words = warm.fetch('--cache', 'link.db')
    assert words.count('warning') == 1 and target.read_bytes() == b''


def test_a_locked_cache_is_waited_for_and_then_done_without(warm):
    db = sqlite3.connect(cache_of(warm.company), isolation_level=None)
    db.execute('BEGIN EXCLUSIVE')
    try:
        _, _, words = warm.fetch()
        assert words.count('warning') == 1
    finally:
        db.execute('ROLLBACK')
        db.close()
    _, _, words = warm.fetch()
    assert 'warning' not in words


def test_runs_side_by_side_do_not_hurt_each_other(warm):
    expected = warm.fetch('--no-cache')[0]
    edit(warm)
    runs = [warm.company.run.start('fetch', '-o', f'side{n}')
            for n in range(4)]
    for n, run in enumerate(runs):
        out, err = run.communicate(timeout=60)
        assert run.returncode == 0, err
        assert 'warning' not in err
    expected = warm.fetch('--no-cache')[0]
    for n in range(4):
        lines = (warm.company.folder / f'side{n}').read_text().splitlines()
        assert lines[1:] == expected
    assert warm.check()


def test_killed_while_it_writes_the_next_run_is_right(warm):
    for n in range(8):
        edit(warm)
        run = warm.company.run.start('fetch', '-o', 'killed')
        try:
            run.communicate(timeout=0.01 * n)
        except subprocess.TimeoutExpired:
            run.kill()
            run.communicate()
        warm.check()


def test_without_a_cache_nothing_is_left_behind(company):
    company.add_okr('One')
    assert company.sync('--no-cache').status == 0
    company.write_config('cache: ""')
    assert company.sync().status == 0
    assert not (company.folder / '.okrsync').exists()
