"""Everything that goes wrong: one clear sentence, the right exit status, and
the repository untouched."""
import os
import socket
import stat
import subprocess

import pytest


@pytest.fixture
def okr(company):
    company.add_okr('Win larger customers')
    company.write_config('deadline: 10')
    return company


def refused(company, done, status, *words):
    """Ended as it should, and the handbook is as it was."""
    assert done.status == status, done
    for word in words:
        assert word in done.error, done
    assert company.gl.token not in done.out + done.err
    assert company.commits() == 1
    assert set(company.handbook.repo.branches()) == {'main'}
    return done


GITLAB = [
    ('html instead of JSON',
     dict(path=r'/issues\?', times=None, body=b'<html>sign in</html>',
          headers={'Content-Type': 'text/html'}), ['web page']),
    ('truncated JSON',
     dict(path=r'/issues\?', times=None, body=b'[{"id": 1, "iid'), ['short']),
    ('an object where a list belongs',
     dict(path=r'/issues\?', times=None, body=b'{"a": 1}'), ['list']),
    ('a body cut by close',
     dict(path=r'/issues\?', times=None, cut=40), []),
    ('500 for ever', dict(path=r'/issues\?', times=None, status=500), ['500']),
    ('503 for ever', dict(path=r'/issues\?', times=None, status=503), ['503']),
    ('429 for ever', dict(path=r'/issues\?', times=None, limit='rack'),
     ['limits how often']),
    ('forbidden',
     dict(path=r'/issues\?', times=None, status=403,
          body=b'{"message":"403 Forbidden"}'), ['403']),
    ('a scope that is missing',
     dict(path=r'/issues\?', times=None, status=403,
          body=b'{"error":"insufficient_scope","error_description":"The '
               b'request requires higher privileges than provided by the '
               b'access token.","scope":"api read_api"}'), ['read_api']),
    ('closed connections', dict(path=r'/issues\?', times=None, close=True),
     []),
]


@pytest.mark.parametrize('fault,words', [row[1:] for row in GITLAB],
                         ids=[row[0] for row in GITLAB])
def test_gitlab_answers_badly(okr, fault, words):
    okr.write_config('deadline: 4')
    okr.gl.fault(**fault)
    refused(okr, okr.sync(), 3, *words)


def test_wrong_token(okr):
    done = okr.sync(env={'OKRSYNC_TOKEN': 'glpat-wrong-wrong-wrong'})
    refused(okr, done, 3, '401', 'token')


def test_token_without_the_scope(okr):
    okr.gl.add_token('glpat-narrow-narrow-00', scopes=['read_user'])
    done = okr.sync(env={'OKRSYNC_TOKEN': 'glpat-narrow-narrow-00'})
    refused(okr, done, 3, 'read_api')


def test_unknown_project(okr):
    done = okr.sync('--source', f'{okr.gl.url}/acme/nothing')
    refused(okr, done, 3, 'acme/nothing')


def test_no_permission(okr):
    okr.gl.add_user('stranger')
    okr.gl.add_token('glpat-stranger-stranger', 'stranger')
    done = okr.sync(env={'OKRSYNC_TOKEN': 'glpat-stranger-stranger'})
    refused(okr, done, 3, 'acme/okrs')


def test_unreachable_host(okr):
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        port = s.getsockname()[1]
    done = okr.sync('--source', f'http://127.0.0.1:{port}/acme/okrs')
    refused(okr, done, 3, str(port))


def test_http_to_a_far_host_is_refused_before_anything_is_sent(okr):
    done = okr.sync('--source', 'http://gitlab.example/acme/okrs')
    refused(okr, done, 2, 'https')


def test_a_redirect_elsewhere_never_gets_the_token(okr, tmp_path):
    with okr.gl.__class__() as other:
        okr.gl.fault(path=r'/issues\?', times=None,
                     redirect=other.url + '/api/v4/projects')
        refused(okr, okr.sync(), 3)
        assert not other.requests


def test_tls_error(okr, tmp_path):
    key, cert = tmp_path / 'key.pem', tmp_path / 'cert.pem'
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes',
                    '-days', '2', '-subj', '/CN=localhost', '-addext',
                    'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out',
                    cert], check=True, capture_output=True)
    with okr.gl.__class__(cert=str(cert), key=str(key)) as tls:
        tls.add_project('acme/okrs')
        tls.add_issue('acme/okrs', 'Over TLS')
        source = f'{tls.url}/acme/okrs'
        done = okr.sync('--source', source)
        refused(okr, done, 3, 'certificate')
        done = okr.plan('--source', source, '--ca-file', cert)
        assert done.status == 0, done
        assert 'Over TLS' in done.out
        done = okr.plan('--source', source, '--ca-file', '/nowhere.pem')
        refused(okr, done, 2, '/nowhere.pem')


CONFIGS = [
    ('colour: blue\n', ['.okrsync.yml:3:1', "'colour'"]),
    ('layout: [a]\n', ['.okrsync.yml:3:1', "'layout'"]),
    ('stale-days: soon\n', ['.okrsync.yml:3:13', 'soon']),
    ('folder: twice\n', ['.okrsync.yml:3:1', 'duplicate']),
    ('title: "open\n', ['.okrsync.yml:3:']),
    ('period: next week\n', ['next week']),
]


@pytest.mark.parametrize('text,words', CONFIGS)
def test_config_mistakes_are_found_before_any_request(okr, text, words):
    with open(okr.folder / '.okrsync.yml', 'r+', encoding='utf-8') as f:
        kept = f.read().splitlines()[:2]
        f.seek(0)
        f.truncate()
        f.write('\n'.join(kept) + '\n' + text)
    asked = len(okr.gl.requests)
    refused(okr, okr.sync(), 2, *words)
    assert len(okr.gl.requests) == asked


def test_a_named_config_must_be_there(okr):
    refused(okr, okr.sync('--config', 'nothing.yml'), 2, 'nothing.yml')


def test_no_source(okr):
    os.remove(okr.folder / '.okrsync.yml')
    refused(okr, okr.sync(), 2, 'no source is given')


def test_template_error_names_file_and_line(okr):
    folder = okr.folder / 'mine'
    folder.mkdir()
    (folder / 'index.mustache').write_text('one\n{{#open}}\nnever closed\n')
    done = okr.sync('--templates', 'mine')
    refused(okr, done, 2, 'mine/index.mustache:2')


def test_templates_folder_that_is_not_there(okr):
    refused(okr, okr.sync('--templates', 'nowhere'), 2, 'nowhere')


def test_a_repository_that_is_none(okr, tmp_path):
    plain = tmp_path / 'plain'
    plain.mkdir()
    done = okr.sync('--repository', plain)
    refused(okr, done, 2, str(plain), '--project')
    done = okr.sync('--publish', 'git', '--repository', plain)
    refused(okr, done, 3, str(plain))


def shallow_clone(okr, folder, depth):
    okr.run.folder = folder
    okr.run.git('clone', '-q', '--depth', str(depth), okr.remote, 'shallow')
    okr.run.folder = okr.folder
    return folder / 'shallow'


def test_a_shallow_clone_is_good_enough(okr, tmp_path):
    for n in range(4):
        okr.gl.add_files('acme/handbook', {'a.md': f'{n}\n'})
    clone = shallow_clone(okr, tmp_path, 2)
    done = okr.sync('--repository', clone)
    assert done.status == 0, done
    assert okr.commits() == 6
    okr.run.folder = tmp_path
    okr.run.git('clone', '-q', okr.remote, 'whole')
    okr.run.folder = tmp_path / 'whole'
    okr.run.git('fsck', '--full', '--strict')


def test_a_shallow_clone_that_is_behind_says_what_to_do(okr, tmp_path):
    okr.gl.add_files('acme/handbook', {'a.md': 'a\n'})
    clone = shallow_clone(okr, tmp_path, 1)
    okr.gl.add_files('acme/handbook', {'a.md': 'b\n'})
    done = okr.sync('--repository', clone)
    assert done.status == 3, done
    assert 'shallow' in done.error and 'GIT_DEPTH' in done.error
    assert 'object not found' not in done.err
    assert okr.commits() == 3


def test_a_refusing_hook_is_quoted(okr):
    okr.handbook.repo.refuse_pushes('pages are frozen until Monday')
    done = refused(okr, okr.sync(), 3, 'frozen until Monday')
    assert 'commit ' not in done.err


def test_a_protected_branch(gitlab, tmp_path):
    from conftest import Company
    gitlab.add_user('dev')
    gitlab.add_token('glpat-developer-developer', 'dev')
    company = Company(gitlab, tmp_path)
    gitlab.add_project('acme/open', visibility='public')
    gitlab.add_issue('acme/open', 'Ours')
    company.handbook.members['dev'] = 30
    for name, level in list(company.handbook.members.items()):
        company.handbook.members[name] = level
    done = company.sync('--source', f'{gitlab.url}/acme/open',
                        env={'OKRSYNC_TOKEN': 'glpat-developer-developer'})
    refused(company, done, 3)


def test_files_into_a_read_only_folder(okr, tmp_path):
    if os.geteuid() == 0:
        pytest.skip('root may write anywhere')
    folder = tmp_path / 'out'
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = okr.sync('--publish', 'files', '--repository', folder)
    refused(okr, done, 3, 'content/okrs')


def test_files_onto_a_full_disk(okr, tmp_path):
    folder = tmp_path / 'out'
    folder.mkdir()
    limit = 'ulimit -f 0; trap "" XFSZ; exec "$@"'
    from conftest import BINARY, Done
    done = Done(subprocess.run(
        ['sh', '-c', limit, 'sh', BINARY, 'sync', '--publish', 'files',
         '--repository', str(folder)], cwd=okr.folder, env=okr.run.env,
        capture_output=True, encoding='utf-8'))
    refused(okr, done, 3, 'content/okrs')
    assert not list(folder.rglob('*.md'))


def test_output_to_a_full_device(okr):
    with open('/dev/full', 'w', encoding='utf-8') as full:
        from conftest import BINARY
        done = subprocess.run([BINARY, 'plan'], cwd=okr.folder,
                              env=okr.run.env, stdout=full,
                              stderr=subprocess.PIPE, encoding='utf-8')
    assert done.returncode == 3
    assert 'standard output' in done.stderr


def test_unknown_words(okr):
    done = okr.run('snyc')
    assert done.status == 2 and "did you mean 'sync'" in done.error
    done = okr.run('sync', '--sorce', 'x')
    assert done.status == 2 and "did you mean '--source'" in done.error
    done = okr.run()
    assert done.status == 2 and 'usage:' in done.err
