"""What goes wrong in the double on purpose; the double as a program."""
import http.client
import json
import socket
import subprocess
import sys
import threading
import time

import pytest

from double import TOKEN, Double
from rest import Rest

P = 'acme/handbook'
URL = '/projects/acme%2Fhandbook'
ISSUES = URL + '/issues'


@pytest.fixture
def gl(gitlab):
    gitlab.add_project(P)
    return gitlab


@pytest.fixture
def api(gl):
    return Rest(gl.url, gl.token)


def iids(reply):
    assert reply.status == 200, reply.body
    return sorted(row['iid'] for row in reply.json)


def test_the_nth_request_fails_and_the_next_does_not(gl, api):
    gl.fault(n=2, path='issues', status=503)
    assert [api.get(ISSUES).status for _ in range(3)] == [200, 503, 200]
    assert [r['fault'] for r in gl.requests] == [False, True, False]


def test_faults_count_only_what_fits_them(gl, api):
    gl.fault(method='POST', status=500, times=None)
    assert api.get(ISSUES).status == 200
    for _ in range(3):
        assert api.post(ISSUES, {'title': 'x'}).status == 500
    assert gl.project(P).issues == []


def test_a_write_can_happen_though_the_answer_is_an_error(gl, api):
    gl.fault(method='POST', status=502, after=True)
    assert api.post(ISSUES, {'title': 'x'}).status == 502
    assert [i.title for i in gl.project(P).issues] == ['x']


def test_many_connections_are_kept_alive_at_once(gl):
    for number in range(40):
        gl.add_issue(P, str(number))
    seen = []

    def work():
        link = http.client.HTTPConnection(gl.url.split('//')[1])
        for page in range(1, 11):
            link.request('GET', f'/api/v4{ISSUES}?per_page=4&page={page}',
                         headers={'PRIVATE-TOKEN': TOKEN})
            seen.extend(json.loads(link.getresponse().read()))
        link.close()
    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8 * 40
    assert len({row['iid'] for row in seen}) == 40


def test_a_body_can_be_replaced(gl, api):
    gl.fault(body=b'<html>maintenance</html>')
    reply = api.get(ISSUES)
    assert (reply.status, reply.headers['content-type']) == (200,
                                                             'text/html')
    gl.fault(status=400, body={'message': {'title': ['is bad']}},
             headers={'X-Odd': 'yes'})
    reply = api.get(ISSUES)
    assert reply.json == {'message': {'title': ['is bad']}}
    assert reply.headers['x-odd'] == 'yes'


def test_a_redirect_can_point_anywhere(gl, api):
    gl.fault(redirect='http://other.example/x')
    reply = api.get(ISSUES)
    assert reply.status == 302
    assert reply.headers['location'] == 'http://other.example/x'


def test_items_can_be_answered_wrongly(gl, api):
    gl.add_issue(P, 'x', override={'title': 5, 'confidential': ...})
    row = api.get(ISSUES).json[0]
    assert row['title'] == 5 and 'confidential' not in row
    gl.add_note(gl.issue(P, 1), 'n', override={'body': None})
    assert api.get(ISSUES + '/1/notes').json[0]['body'] is None


def raw_get(gl, path):
    """Everything the server sends until it closes."""
    link = socket.create_connection(('127.0.0.1',
                                     gl.server.http.server_port), 10)
    link.sendall(f'GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n'
                 f'PRIVATE-TOKEN: {TOKEN}\r\n\r\n'.encode())
    out = b''
    while True:
        part = link.recv(65536)
        if not part:
            link.close()
            return out
        out += part


def test_an_answer_can_be_cut(gl):
    gl.add_issue(P, 'x')
    gl.fault(cut=100)
    head, _, body = raw_get(gl, '/api/v4' + ISSUES).partition(b'\r\n\r\n')
    assert len(body) == 100
    size = int(head.lower().split(b'content-length: ')[1].split(b'\r')[0])
    assert size > 100


def test_a_connection_can_be_closed_without_an_answer(gl):
    gl.fault(close=True)
    assert raw_get(gl, '/api/v4' + ISSUES) == b''


def test_an_answer_can_come_late_and_in_drops(gl, api):
    gl.add_issue(P, 'x')
    gl.fault(delay=0.3)
    gl.fault(n=2, drip=(200, 0.02))
    start = time.monotonic()
    assert iids(api.get(ISSUES)) == [1]
    assert time.monotonic() - start >= 0.3
    start = time.monotonic()
    assert iids(api.get(ISSUES)) == [1]
    assert time.monotonic() - start >= 0.1


def test_a_delay_holds_nobody_else_up(gl, api):
    gl.fault(delay=2, path='slow')
    slow = threading.Thread(target=api.get, args=(URL + '?slow',))
    slow.start()
    time.sleep(0.1)
    start = time.monotonic()
    api.get(URL)
    assert time.monotonic() - start < 1
    slow.join()


# as a program

def test_it_runs_as_a_program(tmp_path):
    seed = tmp_path / 'seed.json'
    seed.write_text(json.dumps({
        'now': '2025-02-03T09:00:00Z', 'users': [{'username': 'ada'}],
        'settings': {'tier': 'premium'},
        'groups': [{'path': 'acme', 'labels': ['okr']}],
        'projects': [{
            'path': P, 'templates': {'objective': 'text'},
            'boards': [{'name': 'B', 'labels': ['okr']}],
            'issues': [{'title': 'one', 'labels': ['okr'], 'notes': ['n']},
                       {'title': 'two', 'links': [1]}]}]}))
    (tmp_path / 'faults.json').write_text('[{"n": 2, "status": 502}]')
    run = subprocess.Popen(
        [sys.executable, '-m', 'double', '--seed', seed, '--print-url',
         '--log', tmp_path / 'log', '--faults', tmp_path / 'faults.json',
         '--state-out', tmp_path / 'state', '--prefix', '/gitlab'],
        stdout=subprocess.PIPE, text=True, cwd=__file__.rpartition('/e2e')[0])
    try:
        url = run.stdout.readline().strip()
        assert url.endswith('/gitlab')
        api = Rest(url, TOKEN)
        assert len(api.walk(ISSUES)) == 2
        assert api.get(ISSUES).status == 502
        api.post(ISSUES + '/1/notes', {'body': 'late'})
    finally:
        run.terminate()
        assert run.wait(10) == 0
        run.stdout.close()
    log = [json.loads(x) for x in (tmp_path / 'log').read_text().split('\n')
           if x]
    assert [r['status'] for r in log] == [200, 502, 201]
    assert log[0]['token'] == TOKEN
    state = json.loads((tmp_path / 'state').read_text())['projects'][0]
    assert [n['body'] for n in state['issues'][0]['notes']] == ['n', 'late']
    assert state['files'] == {'.gitlab/issue_templates/objective.md': 'text'}


def test_a_misspelt_seed_is_refused(gitlab):
    with pytest.raises(ValueError, match='isues'):
        gitlab.load({'projects': [{'path': P, 'isues': []}]})


def test_it_speaks_tls(tmp_path):
    made = subprocess.run(
        ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt',
         'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj',
         '/CN=localhost', '-keyout', tmp_path / 'key', '-out',
         tmp_path / 'cert'], capture_output=True, check=False)
    if made.returncode:
        pytest.skip('no openssl')
    with Double(cert=tmp_path / 'cert', key=tmp_path / 'key') as gl:
        assert gl.url.startswith('https://')
        assert Rest(gl.url, TOKEN).get('/version').status == 200
