"""What an HTTP request and an answer are to the double, and GitLab's error
bodies.

Parameters follow Rails: `a[]=1&a[]=2` is a list, `not[labels]=x` a hash, and
a JSON body counts like a query. Everything below knows HTTP but no GitLab
data.
"""
import gzip
import json
import re
from urllib.parse import parse_qsl, quote, unquote

KEY = re.compile(r'^([^\[\]]+)((?:\[[^\[\]]*\])*)$')


class ApiError(Exception):
    """An answer other than success, raised from anywhere in a handler."""

    def __init__(self, status, body, headers=None, content_type=None):
        super().__init__(f'{status} {body!r}')
        self.answer = Answer(status, body, headers, content_type)


class Answer:
    """A status, a body (bytes, or anything JSON can hold) and headers."""

    def __init__(self, status=200, body=None, headers=None,
                 content_type=None):
        self.status = status
        self.headers = dict(headers or {})
        self.content_type = content_type
        if body is None:
            self.body = b''
        elif isinstance(body, bytes):
            self.body = body
            self.content_type = content_type or 'text/plain'
        else:
            self.body = dump(body)
            self.content_type = content_type or 'application/json'


def dump(value):
    """JSON bytes as GitLab writes them: UTF-8, and < > & escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(',', ':'))
    if '<' in text or '>' in text or '&' in text:
        text = (text.replace('<', '\\u003c').replace('>', '\\u003e')
                .replace('&', '\\u0026'))
    return text.encode('utf-8', 'surrogatepass')


def join_rows(rows):
    """One JSON array from rows that are already JSON bytes."""
    return b'[' + b','.join(rows) + b']'


def fail(status, text, **headers):
    """The error whose body is {"message": "STATUS text"}."""
    return ApiError(status, {'message': f'{status} {text}'}, headers)


def not_found(what=None):
    """404; GitLab says "Project Not Found" but "Not found" without a name."""
    return fail(404, f'{what} Not Found' if what else 'Not found')


def forbidden(reason=None):
    return fail(403, f'Forbidden - {reason}' if reason else 'Forbidden')


def unauthorized():
    return fail(401, 'Unauthorized')


def bad_param(text):
    """What the API framework says of a parameter: key `error`."""
    return ApiError(400, {'error': text})


def bad_request(text):
    """400 with a bare sentence in `message`."""
    return ApiError(400, {'message': text})


def invalid(field, text):
    """Model validation: {"message": {"field": ["text"]}}."""
    return ApiError(400, {'message': {field: [text]}})


def split_key(key):
    """`not[labels][]` -> ['not', 'labels', '']."""
    match = KEY.match(key)
    if not match:
        return [key]
    return [match.group(1)] + re.findall(r'\[([^\[\]]*)\]', match.group(2))


def put_param(out, names, value):
    """Store one pair in the nested parameters, as Rails would."""
    name, rest = names[0], names[1:]
    if not rest:
        out[name] = value
    elif rest == ['']:
        have = out.get(name)
        out[name] = (have if isinstance(have, list) else []) + [value]
    else:
        if not isinstance(out.get(name), dict):
            out[name] = {}
        put_param(out[name], rest, value)


def nest(pairs):
    """Nested parameters from (key, value) pairs."""
    out = {}
    for key, value in pairs:
        put_param(out, split_key(key), value)
    return out


def flatten(prefix, value):
    """(key, value) pairs of a nested value, as Rails' to_query makes them."""
    if isinstance(value, dict):
        for key in value:
            yield from flatten(f'{prefix}[{key}]', value[key])
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from flatten(f'{prefix}[]', item)
    elif isinstance(value, bool):
        yield prefix, 'true' if value else 'false'
    else:
        yield prefix, '' if value is None else str(value)


def to_query(params):
    """A query string with sorted keys."""
    pairs = []
    for key in params:
        pairs.extend(flatten(key, params[key]))
    parts = [f'{quote(k, safe="")}={quote(v, safe="-_.~").replace("%20", "+")}'
             for k, v in pairs]
    return '&'.join(sorted(parts))


class Request:
    """One request as read from the wire."""

    def __init__(self, method, target, headers, body=b''):
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.path, _, self.query = target.partition('?')
        self.segments = [unquote(s) for s in self.path.split('/')[1:]]
        self._params = None

    @property
    def params(self):
        """Query and body parameters together, nested."""
        if self._params is None:
            self._params = nest(parse_qsl(self.query, keep_blank_values=True))
            self._params.update(self.body_params())
        return self._params

    def body_params(self):
        kind = (self.headers.get('Content-Type') or '').split(';')[0].strip()
        if not self.body:
            return {}
        if kind == 'application/json':
            return self.json_params()
        if kind == 'application/x-www-form-urlencoded':
            text = self.body.decode('utf-8', 'replace')
            return nest(parse_qsl(text, keep_blank_values=True))
        raise ApiError(415, {'error': f'The provided content-type '
                                      f"'{kind}' is not supported."})

    def json_params(self):
        try:
            value = json.loads(self.body)
        except ValueError:
            raise bad_request('Problems parsing JSON') from None
        if not isinstance(value, dict):
            raise bad_param('The request body must be a JSON object')
        return value

    def accepts_gzip(self):
        return 'gzip' in (self.headers.get('Accept-Encoding') or '').lower()


def decode_chunked(stream, limit=1 << 30):
    """The body of a chunked request, read to its end."""
    out = bytearray()
    while True:
        size = int(stream.readline(1000).split(b';')[0].strip() or b'0', 16)
        if size == 0:
            break
        if len(out) + size > limit:
            raise ValueError('chunked body too large')
        out += stream.read(size)
        stream.readline(1000)
    while stream.readline(1000).strip():
        pass
    return bytes(out)


def inflate(body, encoding):
    """A request body with its Content-Encoding taken off."""
    if (encoding or '').lower() in ('gzip', 'x-gzip'):
        return gzip.decompress(body)
    return body
