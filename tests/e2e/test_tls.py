"""GitLab behind a real web server with a company's own authority: TLS and
HTTP/2 by nginx, for the API (libcurl) and for pushes (libgit2)."""
import shutil
import socket
import subprocess
import time

import pytest
from conftest import TODAY, Company

pytestmark = pytest.mark.skipif(
    not (shutil.which('nginx') and shutil.which('openssl')),
    reason='nginx or openssl is not installed')

CONFIG = '''\
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder};
    proxy_temp_path {folder};
    fastcgi_temp_path {folder};
    uwsgi_temp_path {folder};
    scgi_temp_path {folder};
    client_body_buffer_size 32m;
    proxy_max_temp_file_size 0;
    client_max_body_size 32m;
    server {{
        listen 127.0.0.1:{port} ssl http2;
        ssl_certificate {folder}/server.pem;
        ssl_certificate_key {folder}/server.key;
        location / {{
            proxy_pass {inner};
            proxy_http_version 1.1;
            proxy_set_header Host localhost:{port};
            proxy_set_header Connection "";
        }}
    }}
}}
'''


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def certificates(folder):
    """A root, and a certificate for localhost that it signed."""
    def openssl(*words):
        subprocess.run(['openssl', *words], cwd=folder, check=True,
                       capture_output=True)

    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout',
            'root.key', '-out', 'root.pem', '-days', '2', '-subj',
            '/CN=Our authority')
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'server.key',
            '-out', 'server.csr', '-subj', '/CN=localhost')
    (folder / 'server.ext').write_text('subjectAltName=DNS:localhost\n')
    openssl('x509', '-req', '-in', 'server.csr', '-CA', 'root.pem', '-CAkey',
            'root.key', '-CAcreateserial', '-days', '2', '-extfile',
            'server.ext', '-out', 'server.pem')


def wait_for(port, process):
    for _ in range(100):
        assert process.poll() is None
        try:
            socket.create_connection(('127.0.0.1', port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError('nginx does not answer')


@pytest.fixture
def behind(gitlab, tmp_path):
    """A company whose GitLab is behind nginx; `ca` is its authority."""
    try:
        socket.gethostbyname('localhost')
    except OSError:
        pytest.skip('localhost has no address')
    company = Company(gitlab, tmp_path)
    gitlab.rate_limit = 0
    folder, port = tmp_path / 'nginx', free_port()
    folder.mkdir()
    certificates(folder)
    (folder / 'nginx.conf').write_text(CONFIG.format(
        folder=folder, port=port, inner=gitlab.url))
    address = gitlab.external_url = f'https://localhost:{port}'
    company.source = f'{address}/acme/okrs'
    company.ca = folder / 'root.pem'
    company.access = folder / 'access.log'
    company.write_config()
    company.run.git('remote', 'set-url', 'origin',
                    f'{address}/acme/handbook.git')
    company.add_okr('Win larger customers')
    with subprocess.Popen(['nginx', '-p', folder, '-c', 'nginx.conf', '-e',
                           folder / 'error.log']) as process:
        wait_for(port, process)
        yield company
        process.terminate()


def test_the_runners_ca_file_reaches_both_ways_to_speak_tls(behind):
    done = behind.sync(env={'CI_SERVER_TLS_CA_FILE': str(behind.ca)})
    assert done.status == 0, done
    assert len(behind.pushes()) == 1
    assert 'Win larger customers' in behind.pages()[
        'content/okrs/2025-q1/index.md']
    said = behind.access.read_text()
    assert 'HTTP/2.0' in said and 'git-receive-pack' in said


def test_without_it_neither_trusts_the_server(behind):
    done = behind.sync()
    assert done.status == 3 and 'certificate' in done.error, done
    snapshot = behind.folder.parent / 'okrs.snapshot'
    fetched = behind.run('fetch', '-o', snapshot, '--ca-file', behind.ca)
    assert fetched.status == 0, fetched
    done = behind.sync('--from', snapshot)
    assert done.status == 3 and 'certificate' in done.error, done
    assert not behind.pushes()


def test_the_api_and_a_merge_request_use_it_too(behind):
    done = behind.sync('--merge-request', '--project', 'acme/handbook',
                       '--ca-file', behind.ca, '--today', TODAY)
    assert done.status == 0, done
    assert [m.state for m in behind.handbook.merge_requests] == ['opened']
    assert f'{behind.gl.external_url}/' in done.err
