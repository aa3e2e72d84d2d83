"""What may happen below HTTP: names, addresses, TLS, proxies, and a server
that closes its HTTP/2 connections. The exit status is right, in time, and the
token goes nowhere else."""
import contextlib
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time

import pytest

from conftest import BINARY, TODAY, Company, Program
from double import TOKEN, Double

DEADLINE = 4
SLACK = 12


def run_failing(run, address, *words, env=None):
    """A fetch that fails in time; its one sentence."""
    begun = time.monotonic()
    done = run('fetch', address, '-o', '-', '--deadline', DEADLINE, *words,
               env=env)
    assert time.monotonic() - begun < DEADLINE + SLACK, done
    assert done.status == 3, done
    assert TOKEN not in done.out + done.err
    return done.error


@pytest.fixture
def run(tmp_path):
    return Program(tmp_path, TOKEN)


class Listener:
    """A socket that does with each connection what it is told."""

    def __init__(self, serve, family=socket.AF_INET):
        self.socket = socket.create_server(
            ('::1' if family == socket.AF_INET6 else '127.0.0.1', 0),
            family=family)
        self.port = self.socket.getsockname()[1]
        self.heard, self.serve = [], serve
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client = self.socket.accept()[0]
                threading.Thread(target=self.one, args=(client,),
                                 daemon=True).start()

    def one(self, client):
        client.settimeout(DEADLINE + SLACK)
        with client, contextlib.suppress(OSError):
            self.serve(self, client)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


# names and addresses

def test_a_name_that_nobody_knows_is_said(run):
    words = run_failing(run, 'https://no-such-host.invalid/acme/okrs')
    assert 'no-such-host.invalid' in words and 'find' in words


def test_nobody_listens(run):
    with Listener(lambda *_: None) as here:
        port = here.port
    words = run_failing(run, f'http://127.0.0.1:{port}/acme/okrs')
    assert 'connect' in words


def test_an_address_that_swallows_everything_meets_the_deadline(run):
    """A full queue: no connection is ever made."""
    with socket.socket() as deaf, contextlib.ExitStack() as stack:
        deaf.bind(('127.0.0.1', 0))
        deaf.listen(0)
        for _ in range(4):
            filler = stack.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(deaf.getsockname())
        port = deaf.getsockname()[1]
        run_failing(run, f'http://127.0.0.1:{port}/acme/okrs')


def forward(target):
    """Copies bytes to another port and back."""
    def serve(listener, client):
        with socket.create_connection(('127.0.0.1', target)) as other:
            def copy(a, b):
                with contextlib.suppress(OSError):
                    while data := a.recv(65536):
                        b.sendall(data)
                    b.shutdown(socket.SHUT_WR)
            back = threading.Thread(target=copy, args=(other, client))
            back.start()
            copy(client, other)
            back.join()
    return serve


@pytest.fixture
def book(gitlab):
    gitlab.add_project('acme/okrs')
    for n in range(250):
        gitlab.add_issue('acme/okrs', f'Objective {n}')
    gitlab.port = int(gitlab.url.rsplit(':', 1)[1])
    return gitlab


def has_ipv6():
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6) as s:
        s.bind(('::1', 0))
        return True
    return False


@pytest.mark.skipif(not has_ipv6(), reason='this machine has no IPv6')
def test_an_ipv6_address_is_one(book, run):
    with Listener(forward(book.port), socket.AF_INET6) as here:
        book.external_url = f'http://[::1]:{here.port}'
        done = run('fetch', book.external_url + '/acme/okrs', '-o', '-')
        assert done.status == 0, done
        assert done.out.count('"kind":"issue"') == 250


def test_where_ipv6_comes_first_and_is_deaf_ipv4_is_taken(book, tmp_path):
    """localhost is both, in a mount namespace with a hosts file of its own."""
    hosts = tmp_path / 'hosts'
    hosts.write_text('::1 localhost\n127.0.0.1 localhost\n')
    within = ['unshare', '-rm', 'sh', '-c',
              f'mount --bind {hosts} /etc/hosts && exec "$@"', 'sh']
    try:
        seen = subprocess.run([*within, 'getent', 'ahosts', 'localhost'],
                              capture_output=True, encoding='utf-8').stdout
    except FileNotFoundError:
        seen = ''
    if not seen.startswith('::1'):
        pytest.skip('no mount namespace, or no IPv6, on this machine')
    book.external_url = f'http://localhost:{book.port}'
    done = subprocess.run(
        [*within, BINARY, 'fetch', book.external_url + '/acme/okrs', '-o',
         '-', '--no-cache'], env={'PATH': os.environ['PATH'],
                                  'OKRSYNC_TOKEN': TOKEN},
        cwd=tmp_path, capture_output=True, encoding='utf-8', timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"kind":"issue"') == 250


# TLS

@pytest.fixture(scope='module')
def certificates(tmp_path_factory):
    """make(name, *options): (certificate, key), each its own authority."""
    if not shutil.which('openssl'):
        pytest.skip('openssl is not there')
    folder = tmp_path_factory.mktemp('tls')

    def make(name, *options):
        cert, key = folder / f'{name}.pem', folder / f'{name}.key'
        subprocess.run(
            ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt',
             'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key,
             '-out', cert, '-subj', '/CN=x', *options],
            check=True, capture_output=True)
        return str(cert), str(key)
    return make


def expire(cert, key):
    """Signs a certificate anew as one of yesterday."""
    subprocess.run(['openssl', 'x509', '-in', cert, '-signkey', key, '-days',
                    '-1', '-out', cert], check=True, capture_output=True)


HERE = ('-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost')


@pytest.mark.parametrize('name, options, trusted', [
    ('untrusted', ('-days', '2', *HERE), False),
    ('expired', ('-days', '2', *HERE), True),
    ('another host', ('-days', '2', '-addext',
                      'subjectAltName=DNS:other.example'), True)])
def test_a_bad_certificate_gets_no_request(certificates, run, name, options,
                                           trusted):
    cert, key = certificates(name.replace(' ', '-'), *options)
    if name == 'expired':
        expire(cert, key)
    with Double(cert=cert, key=key) as gl:
        gl.add_project('acme/okrs')
        words = run_failing(run, gl.url + '/acme/okrs',
                            *(['--ca-file', cert] if trusted else []))
        assert 'certificate' in words
        assert not gl.requests


def test_a_handshake_that_is_cut_is_said(run):
    def serve(listener, client):
        listener.heard.append(client.recv(4096))
    with Listener(serve) as here:
        words = run_failing(run, f'https://127.0.0.1:{here.port}/acme/okrs')
        assert here.heard and TOKEN.encode() not in b''.join(here.heard)
    assert 'TLS' in words or 'connection' in words


@pytest.mark.filterwarnings('ignore::DeprecationWarning')
def test_a_server_of_old_tls_is_refused(certificates, run):
    cert, key = certificates('old', '-days', '2', *HERE)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    context.options |= ssl.OP_NO_TLSv1_2 | ssl.OP_NO_TLSv1_3
    context.set_ciphers('ALL:@SECLEVEL=0')

    def serve(listener, client):
        listener.heard.append(context.wrap_socket(
            client, server_side=True).recv(4096))
    with Listener(serve) as here:
        words = run_failing(run, f'https://127.0.0.1:{here.port}/acme/okrs',
                            '--ca-file', cert)
        assert not here.heard
    assert 'TLS' in words


# proxies

def tunnel(target):
    """A proxy that connects everybody to one port."""
    def serve(listener, client):
        head = b''
        while b'\r\n\r\n' not in head:
            head += client.recv(4096)
        listener.heard.append(head)
        client.sendall(b'HTTP/1.1 200 Connection established\r\n\r\n')
        forward(target)(listener, client)
    return serve


def test_through_a_proxy_the_token_goes_in_tls(certificates, run):
    cert, key = certificates('proxied', '-days', '2', '-addext',
                             'subjectAltName=DNS:gitlab.example')
    with Double(cert=cert, key=key) as gl:
        gl.add_project('acme/okrs')
        gl.add_issue('acme/okrs', 'Grow')
        gl.external_url = 'https://gitlab.example'
        with Listener(tunnel(int(gl.url.rsplit(':', 1)[1]))) as proxy:
            done = run('fetch', 'https://gitlab.example/acme/okrs', '-o', '-',
                       '--ca-file', cert,
                       env={'https_proxy': f'http://127.0.0.1:{proxy.port}'})
            assert done.status == 0, done
            assert proxy.heard[0].startswith(
                b'CONNECT gitlab.example:443 HTTP/1.1\r\n')
            assert TOKEN.encode() not in b''.join(proxy.heard)
        assert '"Grow"' in done.out


@pytest.mark.parametrize('answer', [
    b'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
    b'HTTP/1.1 502 Bad Gateway\r\n\r\n', b'nonsense\r\n\r\n', b''])
def test_a_proxy_that_refuses_is_said(run, answer):
    def serve(listener, client):
        listener.heard.append(client.recv(4096))
        client.sendall(answer)
    with Listener(serve) as proxy:
        words = run_failing(
            run, 'https://gitlab.example/acme/okrs',
            env={'https_proxy': f'http://127.0.0.1:{proxy.port}'})
        assert proxy.heard and TOKEN.encode() not in b''.join(proxy.heard)
    assert len(words) < 500


def test_a_proxy_that_is_not_there_is_said(run):
    run_failing(run, 'https://gitlab.example/acme/okrs',
                env={'https_proxy': 'http://no-such-proxy.invalid:3128'})


def test_what_is_asked_of_this_machine_goes_through_no_proxy(book, run):
    """It would be in the clear."""
    with Listener(lambda p, c: p.heard.append(c.recv(4096))) as proxy:
        at = f'http://127.0.0.1:{proxy.port}'
        done = run('fetch', book.url + '/acme/okrs', '-o', '-',
                   env={'http_proxy': at, 'https_proxy': at, 'ALL_PROXY': at})
        assert done.status == 0, done
        assert not proxy.heard


# HTTP/2, with a server that sends GOAWAY after a few requests

class Nginx:
    """TLS and HTTP/2 before a double."""

    def __init__(self, folder, double, cert, key, requests):
        with socket.socket() as s:
            s.bind(('127.0.0.1', 0))
            self.port = s.getsockname()[1]
        self.folder, self.url = folder, f'https://127.0.0.1:{self.port}'
        places = ''.join(
            f'{kind}_temp_path {folder}/{kind};' for kind in
            ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
        (folder / 'nginx.conf').write_text(f'''\
daemon off; master_process off; pid {folder}/pid;
error_log {folder}/error.log info;
events {{ worker_connections 256; }}
http {{
  access_log {folder}/access.log; {places}
  server {{
    listen 127.0.0.1:{self.port} ssl http2;
    ssl_certificate {cert}; ssl_certificate_key {key};
    keepalive_requests {requests}; client_max_body_size 64m;
    location / {{
      proxy_pass {double.url}; proxy_buffering off;
      proxy_http_version 1.1; proxy_set_header Connection "";
    }}
  }}
}}
''')

    def __enter__(self):
        self.process = subprocess.Popen(
            ['nginx', '-c', self.folder / 'nginx.conf'],
            stderr=subprocess.DEVNULL)
        for _ in range(200):
            with contextlib.suppress(OSError):
                socket.create_connection(('127.0.0.1', self.port)).close()
                return self
            time.sleep(0.02)
        raise AssertionError((self.folder / 'error.log').read_text())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


@pytest.fixture
def nginx(certificates, tmp_path):
    if not shutil.which('nginx'):
        pytest.skip('nginx is not there')
    made = []

    def make(gl, requests):
        cert, key = certificates('nginx', '-days', '2', *HERE)
        folder = tmp_path / 'nginx'
        folder.mkdir()
        made.append(Nginx(folder, gl, cert, key, requests).__enter__())
        gl.external_url = made[0].url
        made[0].cert = cert
        return made[0]
    yield make
    for one in made:
        one.__exit__()


@pytest.mark.parametrize('requests', [1, 2, 5])
def test_connections_that_go_away_cost_no_page(book, run, nginx, requests):
    for issue in book.project('acme/okrs').issues[:20]:
        book.add_note(issue, 'KR1: 14')
    front = nginx(book, requests)
    done = run('fetch', front.url + '/acme/okrs', '-o', '-', '--ca-file',
               front.cert, '--deadline', '30')
    assert done.status == 0, done
    assert done.out.count('"kind":"issue"') == 250
    assert done.out.count('"kind":"note"') == 20
    log = (front.folder / 'access.log').read_text()
    assert 'HTTP/2.0' in log


@pytest.mark.parametrize('requests', [1, 3])
def test_connections_that_go_away_repeat_no_write(gitlab, tmp_path, nginx,
                                                  requests):
    gitlab.rate_limit = 0
    company = Company(gitlab, tmp_path)
    for n in range(6):
        company.add_okr(f'Win customer {n}')
    front = nginx(gitlab, requests)
    company.source = f'{front.url}/acme/okrs'
    company.write_config(f'ca-file: {front.cert}', 'write-back: comment',
                         'publish: api', 'project: acme/handbook',
                         'merge-request: true', f'gitlab: {front.url}')
    for _ in range(2):
        done = company.run('sync', '--today', TODAY)
        assert done.status == 0, done
    assert len(company.handbook.merge_requests) == 1
    for issue in gitlab.project('acme/okrs').issues:
        assert len(issue.notes) == 1
    writes = [(r['method'], r['target']) for r in gitlab.writes()]
    assert len(writes) == len(set(writes))
