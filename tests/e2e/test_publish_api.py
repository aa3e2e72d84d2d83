"""Publishing through GitLab's API, and which way `auto` takes."""
import os
import random
import re
import shutil
import subprocess

import pytest
from conftest import (BINARY, BODY, REPORTER, TODAY, Program,
                      open_terminal)
from rest import Rest

OTHER = """\
**Owner**: VP Product

- KR1: Raise activation from 60% to 75% (currently 68%)
"""
COMMITS = r'/repository/commits$'


class Bare:
    """A company without any clone: a token, and an address."""

    def __init__(self, gl, folder):
        self.gl = gl
        gl.rate_limit = 0
        okrs = gl.add_project('acme/okrs')
        okrs.members[gl.state.need_user(REPORTER).id] = 30
        self.handbook = gl.add_project('acme/handbook', files={
            'content/_index.md': '---\ntitle: Handbook\n---\n'})
        self.run = Program(folder, gl.token)

    def add_okr(self, title, body=BODY, labels=('Q1 2025', 'okr::active'),
                **more):
        return self.gl.add_issue('acme/okrs', title, description=body,
                                 labels=list(labels), **more)

    def words(self, command, *words):
        return (command, '--today', TODAY, '--folder', 'content/okrs',
                '--project', 'acme/handbook', *words,
                f'{self.gl.url}/acme/okrs')

    def sync(self, *words, **how):
        return self.run(*self.words('sync', *words), **how)

    def plan(self, *words, **how):
        return self.run(*self.words('plan', *words), **how)

    def files(self, branch='main'):
        files = self.handbook.repo.files(branch)
        return {path: data.decode() for path, data in files.items()
                if path.startswith('content/okrs/')}

    def period(self):
        return next(p for p in self.files() if '2025-q1/' in p)

    def commits(self, branch='main'):
        return len(self.handbook.repo.log(branch))

    def put(self, files):
        self.gl.add_files('acme/handbook', files)


@pytest.fixture
def bare(gitlab, tmp_path):
    return Bare(gitlab, tmp_path)


# the api way


def test_without_a_clone_one_commit_holds_all_pages(bare):
    bare.add_okr('Win larger customers')
    before = bare.commits()
    done = bare.sync()
    assert done.status == 0, done
    assert re.search('^publishing through .* is no clone$', done.err, re.M)
    assert bare.commits() == before + 1
    assert {'content/okrs/_index.md', bare.period()} <= set(bare.files())
    assert 'Win larger customers' in bare.files()[bare.period()]
    assert len(bare.gl.writes()) == 1
    log = bare.handbook.repo.log('main')[0]
    assert log['author_name'] == 'okrsync', log
    assert log['id'] in done.err


def test_the_pages_are_those_that_git_would_push(bare, tmp_path):
    bare.add_okr('Win larger customers')
    bare.add_okr('Onboard', OTHER)
    assert bare.sync('--publish', 'api').status == 0
    (tmp_path / 'site').mkdir()
    done = bare.sync('--publish', 'files', '--repository', 'site')
    assert done.status == 0, done
    for path, text in bare.files().items():
        assert (tmp_path / 'site' / path).read_text('utf-8') == text


def test_a_second_run_writes_nothing_and_reads_no_page(bare):
    bare.add_okr('Win larger customers')
    assert bare.sync().status == 0
    writes = len(bare.gl.writes())
    done = bare.sync()
    assert done.status == 0, done
    assert 'up to date' in done.err
    assert len(bare.gl.writes()) == writes
    assert not bare.gl.asked('GET', r'/repository/files/.*md\?')
    assert bare.plan('--check').status == 0


def test_a_change_updates_with_the_files_last_commit(bare):
    issue = bare.add_okr('Win larger customers')
    assert bare.sync().status == 0
    page = bare.period()
    last = bare.handbook.repo.last_commit('main', page)
    bare.put({'content/elsewhere.md': 'theirs\n'})
    bare.gl.add_note(issue, 'KR1: 🟢 Green - $16M', author=REPORTER,
                     created_at='2025-02-07T08:00:00Z')
    assert bare.sync().status == 0
    assert '$16M' in bare.files()[page]
    sent = bare.gl.writes()[-1]['body']
    assert last in (sent.decode() if isinstance(sent, bytes) else str(sent))


def test_text_around_and_line_ends_are_kept_to_the_byte(bare):
    bare.add_okr('Win larger customers')
    assert bare.sync().status == 0
    page = bare.period()
    theirs = ('﻿' + bare.files()[page]).replace('\n', '\r\n') + '\x00 é'
    bare.put({page: theirs.encode() + b'\xff'})
    bare.add_okr('Onboard', OTHER)
    done = bare.sync()
    assert done.status == 0, done
    now = bare.handbook.repo.read('main', page)
    assert now.startswith('﻿'.encode()) and now.endswith(b'\x00 \xc3\xa9\xff')
    assert b'Onboard' in now and b'\n' not in now.replace(b'\r\n', b'')


def test_somebody_changed_a_page_meanwhile(bare):
    bare.add_okr('Win larger customers')
    assert bare.sync().status == 0
    page = bare.period()
    bare.add_okr('Onboard', OTHER)
    bare.gl.on_request(1, lambda gl: bare.put(
        {page: bare.files()[page] + '\nOur words.\n'}), path=COMMITS)
    done = bare.sync()
    assert done.status == 0, done
    assert 'somebody pushed meanwhile' in done.err
    assert bare.files()[page].endswith('\nOur words.\n')
    assert 'Onboard' in bare.files()[page]


def test_after_three_times_it_gives_up(bare):
    bare.add_okr('Win larger customers')
    assert bare.sync().status == 0
    page = bare.period()
    bare.add_okr('Onboard', OTHER)

    def edit(gl):
        bare.put({page: bare.files()[page] + 'x\n'})

    for n in range(1, 6):
        bare.gl.on_request(n, edit, path=COMMITS)
    done = bare.sync()
    assert done.status == 3, done
    assert 'another commit in the meantime' in done.error
    assert len(bare.gl.asked('POST', COMMITS)) == 4


@pytest.mark.parametrize('fault', [
    {'status': 502, 'after': True}, {'close': True}, {'cut': 20},
    {'status': 504, 'after': True, 'body': b'<html>gateway</html>'},
    {'body': b'{}', 'after': True}])
def test_an_answer_lost_after_the_commit_makes_no_second_one(bare, fault):
    bare.add_okr('Win larger customers')
    before = bare.commits()
    bare.gl.fault(path=COMMITS, method='POST', **fault)
    done = bare.sync()
    assert done.status == 0, done
    assert bare.commits() == before + 1
    tip = bare.handbook.repo.log('main')[0]['id']
    assert tip in done.err
    assert bare.plan('--check').status == 0


@pytest.mark.parametrize('fault', [
    {'status': 502}, {'limit': 'rack'}, {'limit': 'application'},
    {'status': 409}])
def test_a_write_that_was_not_taken_is_sent_again(bare, fault):
    bare.add_okr('Win larger customers')
    before = bare.commits()
    bare.gl.fault(path=COMMITS, method='POST', **fault)
    done = bare.sync()
    if fault.get('status') == 409:
        assert done.status == 3, done
        assert bare.commits() == before
        return
    assert done.status == 0, done
    assert bare.commits() == before + 1


def test_the_hooks_words_are_told(bare):
    bare.add_okr('Win larger customers')
    bare.handbook.repo.refuse_pushes('GL-HOOK-ERR: no pages on Fridays')
    before = bare.commits()
    done = bare.sync()
    assert done.status == 3, done
    assert 'no pages on Fridays' in done.error
    assert bare.commits() == before
    assert len(bare.gl.writes()) == 1


def test_a_protected_branch_is_told(bare):
    bare.add_okr('Win larger customers')
    bare.gl.add_token('glpat-dev', 'dev')
    for path in ('acme/okrs', 'acme/site'):
        bare.gl.add_project(path + '2', members={
            'dev': 'developer', 'okr-bot': 'maintainer'}, files={'x': 'x'})
    bare.gl.add_issue('acme/okrs2', 'Grow', description=OTHER)
    done = bare.run('sync', '--project', 'acme/site2',
                    f'{bare.gl.url}/acme/okrs2',
                    env={'OKRSYNC_TOKEN': 'glpat-dev'})
    assert done.status == 3, done
    assert "branch 'main' of 'acme/site2'" in done.error
    assert 'not allowed to push' in done.error


def test_a_token_that_only_reads_is_told(bare):
    bare.add_okr('Win larger customers')
    bare.gl.add_token('glpat-read', 'okr-bot', scopes=['read_api'])
    done = bare.sync(env={'OKRSYNC_TOKEN': 'glpat-read'})
    assert done.status == 3, done
    assert 'lacks scope api' in done.error
    assert bare.plan(env={'OKRSYNC_TOKEN': 'glpat-read'}).status == 0


def test_a_project_that_is_not_there_is_told(bare):
    bare.add_okr('Win larger customers')
    done = bare.sync('--project', 'acme/nothing')
    assert done.status == 3, done
    assert "project 'acme/nothing'" in done.error


def test_a_branch_that_is_not_there_is_told(bare):
    bare.add_okr('Win larger customers')
    done = bare.sync('--branch', 'nope')
    assert done.status == 3, done
    assert "no branch 'nope'" in done.error


def test_a_project_on_another_instance_is_refused(bare):
    done = bare.sync('--project', 'https://other.example/acme/handbook')
    assert done.status == 2, done
    assert 'two instances' in done.error


def test_an_empty_project_gets_its_first_commit(bare):
    bare.add_okr('Win larger customers')
    bare.gl.add_project('acme/empty')
    done = bare.sync('--project', 'acme/empty')
    assert done.status == 0, done
    files = bare.gl.project('acme/empty').repo.files('main')
    assert 'content/okrs/_index.md' in files


def test_a_link_in_the_way_of_a_page_stops(bare):
    bare.add_okr('Win larger customers')
    bare.gl.fault(path=r'/repository/tree', times=None, body=(
        b'[{"id":"0123456789012345678901234567890123456789","name":"x",'
        b'"type":"blob","path":"content/okrs/_index.md","mode":"120000"}]'))
    done = bare.sync()
    assert done.status == 3, done
    assert 'content/okrs/_index.md' in done.error
    assert not bare.gl.writes()


@pytest.mark.parametrize('body', [
    b'{}', b'[{"path": 1}]', b'null', b'[{"id":"x","path":"a"}]', b'[[]]'])
def test_a_listing_that_makes_no_sense_stops_before_writing(bare, body):
    bare.add_okr('Win larger customers')
    bare.gl.fault(path=r'/repository/tree.*per_page=100', body=body)
    bare.put({'content/okrs/theirs.md': 'x\n'})
    done = bare.sync()
    assert done.status == 3, done
    assert not bare.gl.writes()


def test_hundreds_of_files_are_all_seen(bare):
    bare.put({f'content/okrs/notes/{n:03}.md': f'{n}\n' for n in range(230)})
    bare.add_okr('Win larger customers')
    done = bare.sync()
    assert done.status == 0, done
    assert bare.plan('--check').status == 0
    notes = [path for path in bare.files() if '/notes/' in path]
    assert len(notes) == 230


def test_a_terminal_gets_colours_and_no_control_characters(bare):
    bare.add_okr('Win larger customers')
    assert bare.sync().status == 0
    page = bare.period()
    bare.put({page: bare.files()[page].replace(
        '\n<!-- okrsync:begin', '\n\x1b[2J\n<!-- okrsync:begin')})
    bare.add_okr('Onboard', OTHER)
    for env, coloured in (({}, True), ({'NO_COLOR': '1'}, False)):
        ours, theirs = open_terminal()
        process = subprocess.Popen(
            [BINARY, *bare.words('plan')], cwd=bare.run.folder,
            env={**bare.run.env, **env}, stdout=theirs,
            stderr=subprocess.PIPE)
        os.close(theirs)
        shown = b''
        while True:
            try:
                shown += os.read(ours, 65536)
            except OSError:
                break
        os.close(ours)
        assert process.wait() == 0, process.stderr.read()
        process.stderr.close()
        assert (b'\x1b[32m+' in shown) == coloured
        assert (b'\x1b[1mdiff --git' in shown) == coloured
        assert b'\x1b[2J' not in shown and b'[2J' in shown
        assert (b'\x1b' in shown) == coloured
    done = bare.plan()
    assert '\x1b[32m' not in done.out
    assert re.search(r'^plan: \d+ new, [2-9] changed, 0 removed$', done.err,
                     re.M)


# auto


def test_a_clone_is_pushed_from(company):
    company.add_okr('Win larger customers')
    done = company.sync('--project', 'acme/handbook')
    assert done.status == 0, done
    assert re.search('^publishing with git: .* is a clone$', done.err, re.M)
    assert len(company.pushes()) == 1 and not company.gl.writes()


def shallow(company):
    """The clone as a runner makes it, of depth 1."""
    shutil.rmtree(company.folder)
    company.run.folder = company.folder.parent
    company.gl.add_files('acme/handbook', {'content/more.md': 'x\n'})
    company.run.git('clone', '-q', '--depth', '1', company.remote,
                    'handbook')
    company.run.folder = company.folder
    company.write_config()


def test_a_shallow_clone_with_the_newest_commit_is_pushed_from(company):
    shallow(company)
    company.add_okr('Win larger customers')
    done = company.sync()
    assert done.status == 0, done
    assert 'is shallow, but has' in done.err
    assert len(company.pushes()) == 1


def test_a_clone_as_a_runner_makes_it_is_pushed_from(company):
    """Depth 20, no branch, and a login of the job in the address."""
    for n in range(30):
        company.gl.add_files('acme/handbook', {'content/more.md': f'{n}\n'})
    tip = company.handbook.repo.branches()['main']
    shutil.rmtree(company.folder)
    company.folder.mkdir()
    git = company.run.git
    git('init', '-q', '-b', 'other')
    git('remote', 'add', 'origin', company.remote)
    git('fetch', '-q', '--no-tags', '--depth', '20', 'origin',
        f'+{tip}:refs/pipelines/7', '+refs/heads/main:refs/remotes/origin/main')
    git('checkout', '-q', '--detach', tip)
    git('remote', 'set-url', 'origin', company.remote.replace(
        f'oauth2:{company.gl.token}', 'gitlab-ci-token:of-the-job'))
    company.write_config()
    company.add_okr('Win larger customers')
    job = {'GITLAB_CI': 'true', 'CI_DEFAULT_BRANCH': 'main',
           'CI_COMMIT_SHA': tip, 'CI_PROJECT_PATH': 'acme/handbook',
           'CI_PROJECT_DIR': str(company.folder)}
    done = company.sync(env=job)
    assert done.status == 0, done
    assert 'is shallow, but has' in done.err
    assert len(company.pushes()) == 1 and company.commits() == 32
    done = company.sync(env=job)
    assert done.status == 0 and 'up to date' in done.err, done
    assert len(company.pushes()) == 1


def test_a_shallow_clone_that_is_behind_makes_it_the_api(company):
    shallow(company)
    company.add_okr('Win larger customers')
    company.gl.add_files('acme/handbook', {'content/new.md': 'x\n'})
    done = company.sync()
    assert done.status == 3 and 'GIT_DEPTH' in done.error, done
    done = company.sync(env={'CI_PROJECT_PATH': 'acme/handbook'})
    assert done.status == 0, done
    assert 'too shallow' in done.err
    assert not company.pushes() and len(company.gl.writes()) == 1
    assert 'content/okrs/_index.md' in company.pages()


def test_neither_a_clone_nor_a_project_is_told(bare):
    done = bare.run('sync', '--today', TODAY, f'{bare.gl.url}/acme/okrs')
    assert done.status == 2, done
    assert '--project' in done.error and 'clone' in done.error


# pages that are no longer wanted


def two_periods(bare):
    issue = bare.add_okr('Win larger customers')
    bare.gl.add_note(issue, 'KR1: $16M', author=REPORTER,
                     created_at='2025-02-07T08:00:00Z')
    old = bare.add_okr('Last quarter', OTHER, labels=('Q4 2024',))
    assert bare.sync().status == 0
    page = next(p for p in bare.files() if '2024' in p)
    return old, page


def move_to_this_quarter(bare, issue):
    rest = Rest(bare.gl.url, bare.gl.token)
    reply = rest.put(f'/projects/acme%2Fokrs/issues/{issue.iid}',
                     {'labels': 'Q1 2025'})
    assert reply.status == 200, reply.body


def test_a_page_of_ours_without_okrs_is_removed(bare):
    old, page = two_periods(bare)
    move_to_this_quarter(bare, old)
    done = bare.plan()
    assert done.status == 0, done
    assert f'--- a/{page}\n+++ /dev/null' in done.out
    assert bare.sync('--no-prune').status == 0
    assert page in bare.files()
    assert bare.sync().status == 0
    assert page not in bare.files()
    assert 'content/okrs/_index.md' in bare.files()
    assert bare.plan('--check').status == 0


@pytest.mark.parametrize('edit', [
    lambda text: text + '\nOur words.\n',
    lambda text: text.replace('<!-- okrsync:begin', 'Hi\n<!-- okrsync:begin'),
    lambda text: text.replace('Last quarter', 'Last q.'),
    lambda text: 'Only ours.\n'])
def test_a_page_that_people_wrote_in_is_kept(bare, edit):
    old, page = two_periods(bare)
    text = edit(bare.files()[page])
    bare.put({page: text, 'content/okrs/theirs.md': 'x\n',
              'content/okrs/data.json': '{}\n'})
    move_to_this_quarter(bare, old)
    done = bare.sync()
    assert done.status == 0, done
    assert bare.files()[page] == text
    assert bare.files()['content/okrs/theirs.md'] == 'x\n'
    assert bare.files()['content/okrs/data.json'] == '{}\n'


def test_data_and_pictures_go_with_their_page(bare):
    old, page = two_periods(bare)
    folder, data = 'content/okrs/2024-q4', 'content/okrs/data/2024-q4'
    picture = bare.files()['content/okrs/2025-q1/trend.svg']
    assert picture.splitlines()[-1].startswith('<!-- okrsync:')
    theirs = {f'{folder}/own.svg': '<svg></svg>\n',
              'content/okrs/data/own.json': '{\n  "a": 1\n}\n',
              f'{folder}/edited.svg': picture.replace('Feb', 'Xxx')}
    bare.put({f'{folder}/old.svg': picture, **theirs})
    move_to_this_quarter(bare, old)
    planned = bare.plan().out
    for path in (f'{folder}/old.svg', f'{data}.json', f'{data}-history.json'):
        assert f'--- a/{path}\n+++ /dev/null' in planned
    assert bare.sync().status == 0
    files = bare.files()
    assert not [path for path in files if '2024-q4' in path
                and path not in theirs]
    for path, text in theirs.items():
        assert files[path] == text
    assert bare.plan('--check').status == 0


def test_with_a_page_that_is_kept_its_pictures_and_data_stay(bare):
    old, page = two_periods(bare)
    bare.put({page: bare.files()[page] + '\nOur words.\n',
              'content/okrs/2024-q4/old.svg': bare.files()[
                  'content/okrs/2025-q1/trend.svg']})
    before = {path for path in bare.files() if '2024-q4' in path}
    move_to_this_quarter(bare, old)
    assert bare.sync().status == 0
    assert before <= set(bare.files())


def test_an_edited_data_file_is_kept(bare):
    old, page = two_periods(bare)
    data = 'content/okrs/data/2024-q4.json'
    text = bare.files()[data].replace('Last quarter', 'Last q.')
    bare.put({data: text})
    move_to_this_quarter(bare, old)
    assert bare.sync().status == 0
    assert bare.files()[data] == text
    assert page not in bare.files()


def test_a_doubtful_read_removes_nothing(bare):
    old, page = two_periods(bare)
    move_to_this_quarter(bare, old)
    bare.add_okr('Broken', override={'title': 7})
    done = bare.sync()
    assert done.status == 0, done
    assert page in bare.files()


def test_no_okr_at_all_removes_nothing(bare):
    two_periods(bare)
    before = set(bare.files())
    done = bare.sync('--source', f'{bare.gl.url}/acme/okrs?label_name[]=nope')
    bare.gl.add_project('acme/other')
    done = bare.run('sync', '--today', TODAY, '--folder', 'content/okrs',
                    '--project', 'acme/handbook',
                    f'{bare.gl.url}/acme/other')
    assert done.status == 0, done
    assert set(bare.files()) == before


# order


def test_the_order_of_issues_does_not_matter(bare):
    issues = [bare.add_okr(f'Objective {n}', OTHER if n % 2 else BODY,
                           ('Q1 2025',) if n % 3 else ('Q4 2024',))
              for n in range(9)]
    assert bare.sync().status == 0
    before = bare.files()
    for seed in range(50):
        days = list(range(1, 10))
        random.Random(seed).shuffle(days)
        for issue, day in zip(issues, days):
            issue.created_at = f'2025-01-{day:02}T09:00:00.000Z'
        asked = len(bare.gl.writes())
        done = bare.sync()
        assert done.status == 0, done
        assert len(bare.gl.writes()) == asked, done
    assert bare.files() == before
