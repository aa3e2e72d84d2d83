"""The HTTP/1.1 server: reads requests, lets faults strike, writes answers.

One thread a connection, keep-alive, 127.0.0.1 only. Handlers run one at a
time under the state's lock; delays and slow writing happen outside it.
"""
import gzip
import hashlib
import json
import ssl
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from . import api_graphql, githttp
from .access import (authenticate, basic_password, check_scope,
                     find_token)
from .plumbing import (Answer, ApiError, Request, decode_chunked, inflate,
                       unauthorized)
from .routing import Call, find_route

LONGEST_TARGET = 16384
GZIP_FROM = 256
API = '/api/v4'
PLAIN_CASE = ('Content-Type', 'Content-Length', 'Date', 'Connection',
              'Location', 'WWW-Authenticate', 'Server')
STEADY = {'Referrer-Policy': 'strict-origin-when-cross-origin',
          'Strict-Transport-Security': 'max-age=31536000',
          'X-Content-Type-Options': 'nosniff',
          'X-Frame-Options': 'SAMEORIGIN'}


class Server:
    """The listening socket and its thread."""

    def __init__(self, gl, port=0, cert=None, key=None):
        self.http = Listener(('127.0.0.1', port), Handler)
        self.http.gl = gl
        # A client may be gone again before it is accepted: do not hang.
        self.http.socket.settimeout(1)
        scheme = 'http'
        if cert:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(cert, key)
            self.http.socket = context.wrap_socket(
                self.http.socket, server_side=True,
                do_handshake_on_connect=False)
            scheme = 'https'
        self.url = f'{scheme}://127.0.0.1:{self.http.server_port}'
        self.thread = None

    def start(self):
        self.thread = threading.Thread(target=self.http.serve_forever,
                                       kwargs={'poll_interval': 0.01},
                                       daemon=True)
        self.thread.start()

    def stop(self):
        if self.thread:
            self.http.shutdown()
            self.thread.join()
        self.http.server_close()


class Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """Clients that go away are no news."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = 'HTTP/1.1'
    disable_nagle_algorithm = True
    timeout = 120
    wbufsize = -1

    def handle_expect_100(self):
        """Say 100 Continue now, not with the answer."""
        going_on = super().handle_expect_100()
        self.wfile.flush()
        return going_on

    def log_message(self, format, *args):
        """The request log is kept elsewhere."""

    def handle_one(self):
        gl = self.server.gl
        try:
            body = self.read_body()
        except ValueError:
            self.send_error(400)
            return
        req = Request(self.command, self.path, self.headers, body)
        entry = log_entry(req)
        with gl.state.lock:
            gl.requests.append(entry)
            gl.run_hooks(self.path)
            fault = gl.faults.strike(req.method, req.target)
        answer = answer_request(gl, req, fault)
        if fault:
            answer.headers.update(fault.headers)
        entry['status'] = answer.status
        entry['fault'] = fault is not None
        write_log(gl, entry)
        self.send(req, answer, fault)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = handle_one
    do_OPTIONS = handle_one

    def read_body(self):
        if 'chunked' in (self.headers.get('Transfer-Encoding') or ''):
            body = decode_chunked(self.rfile)
        else:
            size = int(self.headers.get('Content-Length') or 0)
            body = self.rfile.read(size) if size else b''
        if '.git/' in self.path:
            return body        # git http-backend inflates for itself
        return inflate(body, self.headers.get('Content-Encoding'))

    def send(self, req, answer, fault):
        """Write the answer, spoiled as the fault wants it."""
        if fault and fault.delay:
            time.sleep(fault.delay)
        if fault and fault.close:
            self.close_connection = True
            return
        body = answer.body
        gl = self.server.gl
        head = {'Date': self.date_time_string()}
        head.update(answer.headers)
        if answer.status not in (204, 304):
            if answer.content_type:
                head['Content-Type'] = answer.content_type
            head.setdefault('Content-Length', str(len(body)))
        if (self.headers.get('Connection') or '').lower() == 'close':
            head['Connection'] = 'close'
            self.close_connection = True
        self.send_response_only(answer.status)
        for name, value in head.items():
            self.send_header(header_name(gl, name), value)
        self.end_headers()
        if req.method != 'HEAD' and answer.status not in (204, 304):
            self.write_body(body, fault)
        self.wfile.flush()

    def write_body(self, body, fault):
        if fault and fault.drip:
            size, pause = fault.drip
            body = body[:fault.cut] if fault.cut is not None else body
            for at in range(0, len(body), size):
                self.wfile.write(body[at:at + size])
                self.wfile.flush()
                time.sleep(pause)
        elif fault and fault.cut is not None:
            self.wfile.write(body[:fault.cut])
        else:
            self.wfile.write(body)
        if fault and fault.cut is not None:
            self.close_connection = True


def header_name(gl, name):
    """Lower case as gitlab.com shows them today, or as it did before."""
    if gl.header_case == 'lower' and name not in PLAIN_CASE:
        return name.lower()
    return name


def log_entry(req):
    """What the request log keeps of a request."""
    where, token = 'Basic', basic_password(req.headers)
    try:
        if token is None:
            where, token = find_token(req)
    except ApiError:
        where = None
    return {'method': req.method, 'target': req.target, 'path': req.path,
            'query': req.query, 'headers': dict(req.headers.items()),
            'body': req.body.decode('utf-8', 'replace')
            if len(req.body) < 1 << 16 else f'<{len(req.body)} bytes>',
            'token': token, 'token_in': where, 'time': time.time(),
            'status': None, 'fault': False}


def write_log(gl, entry):
    if gl.log_file:
        with gl.state.lock:
            gl.log_file.write(json.dumps(entry) + '\n')
            gl.log_file.flush()


def answer_request(gl, req, fault):
    """The fault's answer, or git's, or the API's."""
    if not (fault and fault.answers()):
        return true_answer(gl, req)
    if fault.after:
        true_answer(gl, req)
    answer = fault.answer(req.target)
    answer.headers = {**STEADY, **answer.headers}
    return answer


def true_answer(gl, req):
    try:
        if gl.prefix:
            req = without_prefix(gl, req)
        if req.path.startswith(API + '/'):
            return api_answer(gl, req)
        if req.path == '/api/graphql' and req.method == 'POST':
            return api_answer(gl, req)
        if '.git/' in req.path:
            return githttp.answer(gl, req)
        raise ApiError(404, b'<!DOCTYPE html>\n<title>Not Found (404)'
                            b'</title>\n', {}, 'text/html')
    except ApiError as error:
        return finish(gl, req, error.answer, {})


def without_prefix(gl, req):
    """The request as the instance below a relative URL root sees it."""
    if not req.path.startswith(gl.prefix + '/'):
        raise ApiError(404, b'nothing here\n', {}, 'text/plain')
    return Request(req.method, req.target[len(gl.prefix):], req.headers,
                   req.body)


def api_answer(gl, req):
    """Limits, token, scope, handler, and the headers of every answer."""
    limits = {}
    try:
        if len(req.target) > LONGEST_TARGET:
            raise ApiError(414, b'<html><title>414 Request-URI Too Large'
                                b'</title></html>', {}, 'text/html')
        limits, refused = gl.limits.pass_through(find_token(req)[1])
        if refused:
            return finish(gl, req, refused, {})
        with gl.state.lock:
            answer = handle(gl, req)
    except ApiError as error:
        answer = error.answer
    return finish(gl, req, answer, limits)


def handle(gl, req):
    if req.path == '/api/graphql':
        return api_graphql.answer(gl, req)
    item, args = find_route(req.method, req.segments[2:])
    token, user = authenticate(gl, req, item)
    if user is None and item.user:
        raise unauthorized()
    check_scope(token, req.method, item)
    return item.handler(Call(gl, req, token, user, args, item))


def finish(gl, req, answer, limits):
    """Add the headers every answer has; ETag, 304 and gzip."""
    good = answer.status < 300
    headers = {'Cache-Control': 'max-age=0, private, must-revalidate'
               if good else 'no-cache', 'Vary': 'Origin'}
    headers.update(STEADY)
    trace = uuid.uuid4().hex
    headers.update({'X-Request-Id': trace, 'X-Runtime': '0.012345',
                    'X-Gitlab-Meta':
                    f'{{"correlation_id":"{trace}","version":"1"}}'})
    headers.update(limits)
    headers.update(answer.headers)
    answer.headers = headers
    if good and gl.etags and answer.body:
        tag = 'W/"' + hashlib.sha256(answer.body).hexdigest()[:32] + '"'
        headers['Etag'] = tag
        if req.method == 'GET' and answer.status == 200 and \
                tag in (req.headers.get('If-None-Match') or ''):
            return Answer(304, None, headers)
    if gl.gzip and answer.status == 200 and req.accepts_gzip() \
            and len(answer.body) >= GZIP_FROM:
        answer.body = gzip.compress(answer.body, 1)
        headers['Content-Encoding'] = 'gzip'
        headers['Vary'] = 'Accept-Encoding, Origin'
    return answer
