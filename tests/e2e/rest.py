"""A bare HTTP client for tests: one request, all that came back."""
import gzip
import http.client
import json
import re
import ssl
import urllib.parse


class Reply:
    """Status, headers as sent (pairs) and body."""

    def __init__(self, response, body):
        self.status = response.status
        self.pairs = response.getheaders()
        self.raw = body
        self.headers = {k.lower(): v for k, v in self.pairs}
        if self.headers.get('content-encoding') == 'gzip':
            body = gzip.decompress(body)
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def names(self):
        """Header names as they were written."""
        return {k for k, _ in self.pairs}

    def links(self):
        """{rel: address} of the Link header."""
        found = re.findall(r'<([^>]*)>; rel="(\w+)"',
                           self.headers.get('link', ''))
        return {rel: url for url, rel in found}


class Rest:
    """Requests to one instance with one token."""

    def __init__(self, url, token=None):
        self.url, self.token = url, token

    def ask(self, method, path, data=None, body=None, **headers):
        """Send; `path` is below /api/v4, from the root, or absolute."""
        if path.startswith('/') and not path.startswith('/api/'):
            path = self.url + '/api/v4' + path
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(self.url, path))
        head = {k.replace('_', '-'): v for k, v in headers.items()}
        if self.token:
            head.setdefault('Authorization', 'Bearer ' + self.token)
        if data is not None:
            body = json.dumps(data).encode()
            head.setdefault('Content-Type', 'application/json')
        link = self.connect(parts)
        try:
            link.request(method, parts.path + ('?' + parts.query
                                               if parts.query else ''),
                         body, head)
            response = link.getresponse()
            return Reply(response, response.read())
        finally:
            link.close()

    @staticmethod
    def connect(parts):
        if parts.scheme == 'https':
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            return http.client.HTTPSConnection(parts.netloc, timeout=20,
                                               context=context)
        return http.client.HTTPConnection(parts.netloc, timeout=20)

    def get(self, path, **headers):
        return self.ask('GET', path, **headers)

    def post(self, path, data=None, **headers):
        return self.ask('POST', path, data or {}, **headers)

    def put(self, path, data=None, **headers):
        return self.ask('PUT', path, data or {}, **headers)

    def walk(self, path):
        """All rows of a list, page after page by rel="next"."""
        rows = []
        while path:
            reply = self.get(path)
            assert reply.status == 200, reply.body
            rows += reply.json
            path = reply.links().get('next')
        return rows
