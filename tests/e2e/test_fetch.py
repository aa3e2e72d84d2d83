"""okrsync fetch: what is asked of GitLab, and how each failure ends.

Every failure must be one sentence on stderr, exit status 3 (2 for what the
user configured), no snapshot, and no token in any word of it.
"""
import gzip
import json
import os
import socket
import subprocess
import threading
import time

import pytest

from double import TOKEN, Double

OKRSYNC = os.path.abspath(os.environ.get('OKRSYNC', 'build/okrsync'))
ISSUES = r'/issues\?'
FLAGS = {'deadline': '--deadline', 'lanes': '--lanes', 'ca': '--ca-file',
         'most': '--max-issues'}


class Run:
    """One call of okrsync fetch, and the records it wrote."""

    def __init__(self, folder, address, token=TOKEN, **options):
        self.path = folder / 'snapshot.jsonl'
        command = [OKRSYNC, 'fetch', address, '--output', str(self.path)]
        for name, value in options.items():
            command += [FLAGS[name], str(value)]
        env = {k: v for k, v in os.environ.items()
               if not k.startswith(('CI', 'GITLAB', 'OKRSYNC'))}
        if token:
            env['OKRSYNC_TOKEN'] = token
        # In its own folder: a cache of the same address may lie elsewhere.
        done = subprocess.run(command, env=env, capture_output=True,
                              text=True, timeout=120, cwd=folder)
        self.status, self.words = done.returncode, done.stderr
        assert not token or token not in done.stdout + done.stderr
        self.records = []
        if self.path.exists():
            lines = self.path.read_text(encoding='utf-8').splitlines()
            self.records = [json.loads(line) for line in lines[1:-1]]

    def kind(self, name):
        return [r['data'] for r in self.records if r['kind'] == name]

    def failed(self, status, *words):
        assert self.status == status, self.words
        said = [x for x in self.words.splitlines() if 'okrsync: ' in x]
        assert len(said) == 1, self.words
        for word in words:
            assert word in said[0]
        assert not self.path.exists()


@pytest.fixture(scope='module', autouse=True)
def command():
    done = subprocess.run([OKRSYNC, 'fetch', '--help'], capture_output=True,
                          text=True)
    if done.returncode or 'fetch' not in done.stdout:
        pytest.skip('this okrsync has no fetch yet')


@pytest.fixture
def book(gitlab):
    """A project with 250 issues, every second one of FY25-Q1."""
    gitlab.add_project('acme/handbook')
    for i in range(250):
        gitlab.add_issue(
            'acme/handbook', f'Objective {i}',
            labels=['okr', 'FY25-Q1'] if i % 2 else ['okr'],
            notes=['KR1: 14', 'KR1: 15'] if i < 3 else [])
    gitlab.address = gitlab.url + '/acme/handbook/-/issues'
    return gitlab


# what is read

def test_all_issues_and_comments_arrive_in_order(book, tmp_path):
    run = Run(tmp_path, book.address)
    assert run.status == 0, run.words
    assert [i['iid'] for i in run.kind('issue')] == list(range(1, 251))
    assert len(run.kind('note')) == 6
    assert {x['name'] for x in run.kind('label')} == {'okr', 'FY25-Q1'}
    assert len(run.kind('member')) == 1
    assert not book.writes()


def test_a_boards_scope_and_address_narrow_the_issues(book, tmp_path):
    board = book.add_board('acme/handbook', 'OKRs', lists=['okr'],
                           labels=['okr'])
    run = Run(tmp_path, f'{book.url}/acme/handbook/-/boards/{board.id}'
              '?label_name%5B%5D=FY25-Q1')
    assert run.status == 0, run.words
    assert len(run.kind('issue')) == 125
    assert run.kind('board')[0]['lists'][0]['label']['name'] == 'okr'


def test_a_group_has_the_issues_of_its_projects(book, tmp_path):
    run = Run(tmp_path, book.url + '/groups/acme')
    assert run.status == 0, run.words
    assert len(run.kind('issue')) == 250


@pytest.mark.parametrize('keyset', [True, False])
def test_lists_without_totals_are_cut_into_slices(book, tmp_path, keyset):
    book.totals_limit = 10
    book.keyset = keyset
    run = Run(tmp_path, book.address)
    assert run.status == 0, run.words
    assert [i['iid'] for i in run.kind('issue')] == list(range(1, 251))
    slices = book.asked('GET', r'created_after=')
    assert len(slices) >= 8
    assert all(('pagination=keyset' in r['target']) == keyset
               for r in slices)


def test_keyset_pages_go_on_where_offsets_are_refused(book, tmp_path):
    book.totals_limit, book.offset_limit = 10, 100
    run = Run(tmp_path, book.address)
    assert run.status == 0, run.words
    assert len(run.kind('issue')) == 250


def test_a_group_without_totals_is_read_whole(book, tmp_path):
    book.totals_limit = 10
    run = Run(tmp_path, book.url + '/groups/acme')
    assert run.status == 0, run.words
    assert len(run.kind('issue')) == 250
    assert not book.asked('GET', 'pagination=keyset')


@pytest.mark.parametrize('lanes', [1, 16])
@pytest.mark.parametrize('totals', [10000, 10])
def test_projects_of_a_group_are_told_apart_whenever_they_come(
        book, tmp_path, lanes, totals):
    """Created in turns, the issues of two projects come mixed; the snapshot
    has one project after the other, in a file and on stdout."""
    book.add_project('acme/plans')
    for i in range(130):
        for project in ('acme/plans', 'acme/handbook'):
            book.add_issue(project, f'Later {i}', labels=['okr'],
                           confidential=i % 9 == 0)
    book.totals_limit = totals
    run = Run(tmp_path, book.url + '/groups/acme', lanes=lanes)
    assert run.status == 0, run.words
    found = [(r['project'], r['iid']) for r in run.records
             if r['kind'] == 'issue']
    assert len(found) == 250 + 2 * 130
    assert found == sorted(found) and len(set(found)) == len(found)
    hidden = [i for i in run.kind('issue') if i['confidential'] is not False]
    assert hidden and not any('title' in i for i in hidden)
    done = subprocess.run(
        [OKRSYNC, 'fetch', book.url + '/groups/acme', '-o', '-', '--no-cache'],
        env={**os.environ, 'OKRSYNC_TOKEN': TOKEN}, capture_output=True,
        cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[1:] == \
        run.path.read_bytes().splitlines()[1:]


def test_who_is_killed_leaves_nothing_behind(book, tmp_path):
    book.fault(path='page=3', delay=30)
    out = tmp_path / 'here'
    out.mkdir()
    try:
        os.close(os.open(out, os.O_TMPFILE | os.O_RDWR))
    except OSError:
        pytest.skip('no files without a name here')
    run = subprocess.Popen(
        [OKRSYNC, 'fetch', book.address, '-o', 'snapshot', '--no-cache'],
        env={**os.environ, 'OKRSYNC_TOKEN': TOKEN}, cwd=out)
    for _ in range(200):
        if len(book.asked('GET', 'page=3')):
            break
        time.sleep(0.05)
    run.kill()
    run.wait()
    assert not list(out.iterdir())


def test_an_issue_that_comes_meanwhile_is_there_once(book, tmp_path):
    book.on_request(2, lambda gl: gl.add_issue(
        'acme/handbook', 'Early', created_at='2001-01-01T00:00:00Z'), ISSUES)
    run = Run(tmp_path, book.address, lanes=1)
    assert run.status == 0, run.words
    ids = [i['id'] for i in run.kind('issue')]
    assert len(ids) == len(set(ids)) == 251


def test_a_moved_project_is_found(book, tmp_path):
    book.move_project('acme/handbook', 'acme/book')
    run = Run(tmp_path, book.address)
    assert run.status == 0, run.words
    assert len(run.kind('issue')) == 250


def test_an_empty_project_is_an_empty_snapshot(gitlab, tmp_path):
    gitlab.add_project('acme/empty')
    run = Run(tmp_path, gitlab.url + '/acme/empty')
    assert run.status == 0, run.words
    assert run.kind('issue') == []


def test_a_bad_issue_does_not_cost_the_others(book, tmp_path):
    book.fault(path=ISSUES, body=b'[{"id":1,"iid":1,"title":"a"},'
               b'{"id":2,"iid":2,"title":5},7,'
               b'{"id":3,"iid":3,"title":"c"}]')
    run = Run(tmp_path, book.address)
    assert run.status == 0, run.words
    assert len(run.kind('issue')) == 4


# patience

@pytest.mark.parametrize('fault', [
    {'status': 500}, {'status': 502, 'times': 2}, {'cut': 100},
    {'close': True}, {'body': b'[{"id":1,"iid":1},{"id":'},
    {'limit': 'rack'}, {'limit': 'application'},
    {'status': 503, 'headers': {'Retry-After': '1'}}])
def test_what_passes_is_waited_for(book, tmp_path, fault):
    book.fault(path=ISSUES, **fault)
    run = Run(tmp_path, book.address)
    assert run.status == 0, run.words
    assert len(run.kind('issue')) == 250


def test_retry_after_is_kept(book, tmp_path):
    book.fault(path=ISSUES, limit='rack', headers={'Retry-After': '2'})
    assert Run(tmp_path, book.address).status == 0
    first, second = book.asked('GET', ISSUES)[:2]
    assert second['time'] - first['time'] >= 1.9


# bad input

def test_a_quota_is_not_overrun_by_many_lanes(book, tmp_path):
    """What is under way when the quota ends would be refused, all of it."""
    book.rate_limit = 100
    command = [OKRSYNC, 'fetch', book.address, '-o', 'x', '--no-cache',
               '--label-events', '--lanes', '32', '--deadline', '5']
    done = subprocess.run(command, cwd=tmp_path, capture_output=True,
                          env={**os.environ, 'OKRSYNC_TOKEN': TOKEN})
    # A minute's end may come just then, or the deadline before the quota's.
    if not 90 <= len(book.requests) <= 150 or done.returncode == 0:
        pytest.skip('a new minute began, or the machine is slow')
    assert len(book.requests) <= 104


@pytest.mark.parametrize('token, words', [
    ('glpat-nobody', 'does not accept the token'),
    ('', 'OKRSYNC_TOKEN'),
    ('glpat-outsider', 'cannot find'),
    ('glpat-narrow', 'scope read_api'),
    ('glpat-old', 'expired')])
def test_a_token_that_may_not(book, tmp_path, token, words):
    book.add_user('eve')
    book.add_token('glpat-outsider', 'eve')
    book.add_token('glpat-narrow', 'okr-bot', scopes=['read_user'])
    book.add_token('glpat-old', 'okr-bot', expires_at='2001-01-01')
    Run(tmp_path, book.address, token=token).failed(3, words)


@pytest.mark.parametrize('token, words', [
    ('glcbt-64_job', 'CI_JOB_TOKEN'), ('two words', 'no token has')])
def test_a_token_that_never_can_is_not_sent(book, tmp_path, token, words):
    Run(tmp_path, book.address, token=token).failed(2, words)
    assert not book.requests


def test_an_unknown_project_or_board(book, tmp_path):
    Run(tmp_path, book.url + '/acme/nix').failed(3, "'acme/nix'", '404')
    Run(tmp_path, book.url + '/acme/handbook/-/boards/99').failed(
        3, 'board 99', '404')


def test_issues_that_are_turned_off(gitlab, tmp_path):
    gitlab.add_project('acme/off', issues_enabled=False)
    Run(tmp_path, gitlab.url + '/acme/off').failed(3, 'turned off')


@pytest.mark.parametrize('body, words', [
    (b'<!DOCTYPE html><html>Sign in', 'web page'),
    (b'[{"id":1,"iid":1},{"id":', 'short'),
    (b'[{"id":1,"iid":1,"labels":[]', 'short'),
    (b'{"id":1}', 'instead of a list'),
    (b'', 'with nothing'),
    (b'[{"id":1},,]', 'line 1')])
def test_an_answer_that_is_no_list(book, tmp_path, body, words):
    book.fault(path=ISSUES, body=body, times=None)
    Run(tmp_path, book.address).failed(3, words)


@pytest.mark.parametrize('fault, words', [
    ({'status': 500}, 'status 500, asked 4 times'),
    ({'cut': 100}, 'short'),
    ({'close': True}, 'closed the connection'),
    ({'status': 429, 'headers': {'Retry-After': '3600'}}, 'wait 3600 s')])
def test_what_never_passes_ends(book, tmp_path, fault, words):
    book.fault(path=ISSUES, times=None, **fault)
    Run(tmp_path, book.address).failed(3, words)


def test_a_page_that_got_lost_is_noticed(book, tmp_path):
    book.fault(n=2, path=ISSUES, body=b'[]', times=None)
    Run(tmp_path, book.address).failed(3, 'nothing was used')


def test_a_slow_answer_meets_the_deadline(book, tmp_path):
    book.fault(path=ISSUES, drip=(10, 0.2), times=None)
    Run(tmp_path, book.address, deadline=2).failed(3, '2 s')


def test_a_gzip_bomb_stops_at_the_bound(book, tmp_path):
    bomb = gzip.compress(b'[' + b' ' * (200 << 20) + b']')
    book.fault(path=ISSUES, body=bomb, times=None,
               headers={'Content-Encoding': 'gzip'})
    Run(tmp_path, book.address).failed(3, 'larger than 64 MiB')


def packed(rows, how):
    """A list as gzip that is odd in one way."""
    whole = json.dumps(rows).encode()
    if how == 'in pieces':  # of different size: the last tells only its own
        return gzip.compress(whole[:-3]) + gzip.compress(whole[-3:])
    if how == 'cut':
        return gzip.compress(whole)[:-20]
    if how == 'wrong size':
        return gzip.compress(whole)[:-4] + b'\xff\xff\xff\x00'
    if how == 'wrong sum':
        return gzip.compress(whole)[:-8] + b'\0\0\0\0' + \
            gzip.compress(whole)[-4:]
    return gzip.compress(whole) + b'more'


@pytest.mark.parametrize('how, good', [
    ('in pieces', True), ('cut', False), ('wrong size', False),
    ('wrong sum', False), ('with more behind', False)])
def test_odd_gzip_is_read_or_refused(book, tmp_path, how, good):
    rows = [{'id': n, 'iid': n, 'project_id': 1, 'title': 'T' * 2000,
             'confidential': False, 'user_notes_count': 0}
            for n in range(1, 10)]
    book.fault(path=ISSUES, body=packed(rows, how), times=None,
               headers={'Content-Encoding': 'gzip'})
    run = Run(tmp_path, book.address)
    if not good:
        run.failed(3, 'broken gzip')
        return
    assert run.status == 0, run.words
    assert len(run.kind('issue')) == 9


def test_what_we_did_not_ask_for_is_not_unpacked(book, tmp_path):
    book.fault(path=ISSUES, body=b'xx', times=None,
               headers={'Content-Encoding': 'br'})
    Run(tmp_path, book.address).failed(3, 'broken')


def test_pages_in_a_circle_end(book, tmp_path):
    book.fault(path=ISSUES, body=b'[{"id":1,"iid":1}]', times=None, headers={
        'Link': f'<{book.api}/projects/1/issues?page=2>; rel="next"'})
    Run(tmp_path, book.address).failed(3, 'circle')
    assert len(book.requests) < 10


def test_too_many_issues_end_the_run(book, tmp_path):
    Run(tmp_path, book.address, most=100).failed(3, '100')


@pytest.mark.parametrize('way', ['redirect', 'link'])
def test_the_token_goes_nowhere_else(book, tmp_path, way):
    with Double() as other:
        if way == 'redirect':
            book.fault(path=ISSUES, redirect=other.api + '/x', times=None)
        else:
            book.fault(path=ISSUES, body=b'[{"id":1,"iid":1}]', times=None,
                       headers={'Link': f'<{other.api}/x?page=2>; '
                                'rel="next"'})
        Run(tmp_path, book.address).failed(3, 'sends us elsewhere')
        assert not other.requests


def test_hosts_that_cannot_be_reached(tmp_path):
    Run(tmp_path, 'http://127.0.0.1:1/g/p').failed(3, 'cannot connect')
    Run(tmp_path, 'https://nowhere.invalid/g/p').failed(3, 'cannot find')
    Run(tmp_path, 'http://gitlab.example/g/p').failed(2, 'https://')


def test_a_server_that_is_no_web_server(tmp_path):
    with socket.create_server(('127.0.0.1', 0)) as server:
        def greet():
            try:
                while True:
                    with server.accept()[0] as client:
                        client.recv(1000)
                        client.sendall(b'220 mail ready\r\n')
            except OSError:
                pass
        thread = threading.Thread(target=greet, daemon=True)
        thread.start()
        place = f'127.0.0.1:{server.getsockname()[1]}/g/p'
        Run(tmp_path, 'http://' + place).failed(3, 'does not speak HTTP')
        Run(tmp_path, 'https://' + place).failed(3, 'TLS')
        # Left in accept() it would serve whoever gets this descriptor next.
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.fixture(scope='module')
def certificate(tmp_path_factory):
    """(certificate, key) of 127.0.0.1, its own authority."""
    folder = tmp_path_factory.mktemp('tls')
    cert, key = folder / 'cert.pem', folder / 'key.pem'
    try:
        subprocess.run(
            ['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes',
             '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=x',
             '-addext', 'subjectAltName=IP:127.0.0.1'],
            check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip('openssl is not there')
    return str(cert), str(key)


def test_tls_is_checked(certificate, tmp_path):
    cert, key = certificate
    with Double(cert=cert, key=key) as gl:
        gl.add_project('acme/handbook')
        gl.add_issue('acme/handbook', 'Grow')
        address = gl.url + '/acme/handbook'
        Run(tmp_path, address).failed(3, 'certificate')
        assert not gl.requests
        Run(tmp_path, address, ca='/nowhere.pem').failed(2, 'CA file')
        run = Run(tmp_path, address, ca=cert)
        assert run.status == 0, run.words
        assert len(run.kind('issue')) == 1
