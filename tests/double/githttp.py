"""git over HTTP: git's own http-backend as a CGI program, behind GitLab's
rules. The password of Basic authorization is the token.
"""
import os
import re
import subprocess

from .access import basic_password, is_active
from .plumbing import Answer, ApiError
from .repo import git_env
from .state import LEVELS

PATH = re.compile(r'^/(.+)\.git/(info/refs|git-upload-pack|git-receive-pack|'
                  r'HEAD|objects/[0-9A-Za-z./-]+)$')
DENIED = (b'HTTP Basic: Access denied. If a password was provided for Git '
          b'authentication, the password was incorrect or you\'re required '
          b'to use a token instead of a password.')
MISSING = (b'The project you were looking for could not be found or you '
           b'don\'t have permission to view it.')
NO_PUSH = b'You are not allowed to push code to this project.'
READ_SCOPES = {'api', 'read_repository', 'write_repository'}
WRITE_SCOPES = {'api', 'write_repository'}


def refuse(status, text, **headers):
    names = {k.replace('_', '-'): v for k, v in headers.items()}
    return ApiError(status, text, names, 'text/plain')


def ask_password():
    return refuse(401, DENIED, WWW_Authenticate='Basic realm="GitLab"')


def caller(gl, req):
    """(token, user) of the request; a wrong password is a 401."""
    password = basic_password(req.headers)
    if not password:
        return None, None
    token = gl.state.tokens.get(password)
    if token is None or not is_active(token, gl.state.clock.today()):
        raise ask_password()
    return token, token.user


def find_repo(gl, req, rest, path):
    """(project, user, writing) when the caller may do this."""
    writing = 'git-receive-pack' in rest or 'git-receive-pack' in req.query
    token, user = caller(gl, req)
    project = gl.state.find_project(path) or gl.state.moved_project(path)
    if user is None and (writing or project is None or
                         project.visibility != 'public'):
        raise ask_password()
    if project is None or not gl.state.can_read(user, project):
        raise refuse(404, MISSING)
    if token and token.kind != 'job':
        wanted = WRITE_SCOPES if writing else READ_SCOPES
        if not wanted & set(token.scopes):
            raise refuse(403, DENIED)
    level = gl.state.level(user, project)
    if writing and (level < LEVELS['developer'] or token.kind == 'job'):
        raise refuse(403, NO_PUSH)
    if project.visibility == 'private' and level < LEVELS['reporter']:
        raise refuse(403, b'You are not allowed to download code from this '
                          b'project.')
    return project, user, writing


def answer(gl, req):
    """Hand the request to git http-backend."""
    match = PATH.match(req.path)
    if not match:
        raise refuse(404, MISSING)
    path, rest = match.groups()
    with gl.state.lock:
        project, user, writing = find_repo(gl, req, rest, path)
        repo = gl.make_repo(project)
    result = run_backend(gl, req, project, repo, user, rest)
    if writing and rest == 'git-receive-pack':
        with gl.state.lock:
            project.last_activity_at = gl.now
            gl.state.touch()
    return result


def run_backend(gl, req, project, repo, user, rest):
    shielded = ' '.join(f'refs/heads/{b}' for b in project.protected)
    level = gl.state.level(user, project)
    env = git_env({
        'GIT_PROJECT_ROOT': os.path.dirname(repo.path),
        'GIT_HTTP_EXPORT_ALL': '1', 'REQUEST_METHOD': req.method,
        'PATH_INFO': f'/{os.path.basename(repo.path)}/{rest}',
        'QUERY_STRING': req.query, 'REMOTE_ADDR': '127.0.0.1',
        'CONTENT_TYPE': req.headers.get('Content-Type') or '',
        'CONTENT_LENGTH': str(len(req.body)),
        'DOUBLE_PROTECTED': shielded,
        'DOUBLE_DENIED': '' if level >= LEVELS['maintainer'] else shielded})
    del env['GIT_LITERAL_PATHSPECS']
    if user:
        env['REMOTE_USER'] = user.username
    for header, name in (('Content-Encoding', 'HTTP_CONTENT_ENCODING'),
                         ('Git-Protocol', 'GIT_PROTOCOL')):
        if req.headers.get(header):
            env[name] = req.headers[header]
    done = subprocess.run(['git', 'http-backend'], input=req.body, env=env,
                          capture_output=True, check=False)
    return cgi_answer(done.stdout)


def cgi_answer(out):
    """A CGI program's output as an answer."""
    head, sep, body = out.partition(b'\r\n\r\n')
    if not sep:
        return Answer(500, b'git http-backend failed\n')
    headers, status = {}, 200
    for line in head.decode('latin-1').split('\r\n'):
        name, _, value = line.partition(': ')
        if name.lower() == 'status':
            status = int(value.split()[0])
        else:
            headers[name] = value
    kind = headers.pop('Content-Type', 'text/plain')
    return Answer(status, body, headers, kind)
