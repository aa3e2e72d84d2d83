"""Faults on purpose: what goes wrong at the n-th request that fits a rule.

A rule either answers in place of the handler (`status`, `body`, `redirect`)
or spoils the true answer (`headers`, `delay`, `cut`, `drip`, `close`).
"""
import json
import re
import time
from email.utils import formatdate

from .plumbing import Answer, dump

FOREVER = 1 << 60
HTML = (b'<html>\r\n<head><title>%d</title></head>\r\n<body>\r\n<center>'
        b'<h1>%d</h1></center>\r\n</body>\r\n</html>\r\n')
WORDS = {401: '401 Unauthorized', 403: '403 Forbidden', 404: '404 Not found',
         500: '500 Internal Server Error'}
TOO_MANY = {'message': {'error': 'This endpoint has been requested too many '
                                 'times. Try again later.'}}


class Fault:
    """One rule. `n`: first fitting request it strikes, from 1; `times`: how
    many in a row, None for ever."""

    def __init__(self, n=1, path=None, method=None, status=None,
                 headers=None, body=None, delay=0, cut=None, drip=None,
                 close=False, redirect=None, times=1, content_type=None,
                 limit=None, after=False):
        self.n, self.method, self.status = n, method, status
        self.path = re.compile(path) if path else None
        self.headers = dict(headers or {})
        self.body, self.content_type = body, content_type
        self.delay, self.cut, self.drip = delay, cut, drip
        self.close, self.redirect, self.limit = close, redirect, limit
        self.times = FOREVER if times in (None, 'forever') else times
        self.after = after      # do what was asked, then answer wrongly
        self.seen = 0
        self.fired = 0

    def strikes(self, method, target):
        """Count a request; whether the rule fires on it."""
        if self.method and method != self.method:
            return False
        if self.path and not self.path.search(target):
            return False
        self.seen += 1
        if not self.n <= self.seen < self.n + self.times:
            return False
        self.fired += 1
        return True

    def answers(self):
        """Whether the handler is not asked at all."""
        return any(x is not None for x in
                   (self.status, self.body, self.redirect, self.limit))

    def answer(self, target):
        """The answer given in place of the handler's; a redirect to `same`
        leads back to where it came from."""
        if self.redirect is not None:
            where = target if self.redirect == 'same' else self.redirect
            return Answer(self.status or 302, self.given_body() or b'',
                          {'Location': where}, 'text/html')
        if self.limit == 'rack':
            return rack_limit(60, int(self.headers.get('Retry-After', 1)))
        if self.limit == 'application':
            return Answer(429, TOO_MANY)
        body = self.given_body()
        if body is None:
            return default_error(self.status)
        return Answer(self.status or 200, body, {},
                      self.content_type or guess_type(body))

    def given_body(self):
        if self.body is None or isinstance(self.body, bytes):
            return self.body
        if isinstance(self.body, str):
            return self.body.encode()
        return dump(self.body)


def guess_type(body):
    start = body.lstrip()[:1]
    if start == b'<':
        return 'text/html'
    return 'application/json' if start in (b'[', b'{') else 'text/plain'


def default_error(status):
    """What usually stands behind a bare status."""
    if status == 429:
        return rack_limit(60, 1)
    if status in WORDS:
        return Answer(status, {'message': WORDS[status]})
    if status >= 500:
        return Answer(status, HTML % (status, status), {}, 'text/html')
    return Answer(status, b'')


def rack_limit(quota, wait, text=b'Retry later\n',
               name='throttle_authenticated_api'):
    """429 as Rack::Attack says it: plain text, and when to come back."""
    reset = int(time.time()) + wait
    return Answer(429, text, {
        'RateLimit-Limit': str(quota), 'RateLimit-Name': name,
        'RateLimit-Observed': str(quota + 1), 'RateLimit-Remaining': '0',
        'RateLimit-Reset': str(reset),
        'RateLimit-ResetTime': formatdate(reset, usegmt=True),
        'Retry-After': str(wait)}, 'text/plain')


class Faults:
    """The rules in force, asked in the order in which they were made."""

    def __init__(self):
        self.rules = []

    def add(self, **rule):
        self.rules.append(Fault(**rule))
        return self.rules[-1]

    def load(self, path):
        with open(path, encoding='utf-8') as file:
            for rule in json.load(file):
                self.add(**rule)

    def strike(self, method, target):
        """The first rule that fires; all fitting rules count."""
        fired = [r for r in self.rules if r.strikes(method, target)]
        return fired[0] if fired else None
