"""Which handler answers which address, and what a handler is given.

A handler takes a Call: the request with its path arguments, its user, and
the look-ups that end in GitLab's own errors when they fail.
"""
import re

from .plumbing import (Answer, ApiError, bad_param, forbidden, not_found,
                       unauthorized)
from .state import parse_time, show_time

ROUTES = []
TRUE = ('true', '1', 't', 'yes', 'on', 'True', 'TRUE')
FALSE = ('false', '0', 'f', 'no', 'off', 'False', 'FALSE', '')


class Route:
    """A method and a path template, with what a caller must bring."""

    def __init__(self, method, template, handler, user, job, scopes):
        self.method = method
        self.parts = template.strip('/').split('/')
        self.handler = handler
        self.user, self.job, self.scopes = user, job, scopes

    def match(self, segments):
        """Path arguments, or None when the path is another."""
        if len(segments) != len(self.parts):
            return None
        args = {}
        for part, segment in zip(self.parts, segments):
            if part.startswith(':'):
                args[part[1:]] = segment
            elif part != segment:
                return None
        return args


def route(method, template, user=True, job=False, scopes=()):
    """Register a handler. `user`: anonymous callers get 401; `job`: a CI
    job token will do; `scopes`: accepted besides api (and read_api)."""
    def register(handler):
        ROUTES.append(Route(method, template, handler, user, job,
                            tuple(scopes)))
        return handler
    return register


def find_route(method, segments):
    """(route, args); 404 or 405 as GitLab's framework says it."""
    allowed = []
    for item in ROUTES:
        args = item.match(segments)
        if args is None:
            continue
        if item.method == method or (method == 'HEAD' and
                                     item.method == 'GET'):
            return item, args
        allowed.append(item.method)
    if allowed:
        raise ApiError(405, {'error': '405 Not Allowed'},
                       {'Allow': ', '.join(['OPTIONS'] + allowed)})
    raise ApiError(404, {'error': '404 Not Found'})


class Call:
    """One request on its way through a handler."""

    def __init__(self, gl, req, token, user, args, item):
        self.gl, self.req, self.token, self.user = gl, req, token, user
        self.args, self.route = args, item
        self.state, self.show = gl.state, gl.show
        self.params = req.params
        self.typed = {}
        self.canonical = req.path

    # addresses

    def path_params(self):
        """Path arguments as they appear in Link addresses."""
        return {k: v for k, v in self.args.items()}

    def settle_id(self, owner):
        """Write the owner's number where its path stood."""
        self.args['id'] = str(owner.id)
        parts = self.req.path.split('/')
        at = parts.index('v4') + 2
        parts[at] = str(owner.id)
        self.canonical = '/'.join(parts)

    # look-ups

    def project(self, level=0):
        """The project of `:id`, if the caller may see it."""
        ref = self.args['id']
        found = self.state.find_project(ref)
        if found is None:
            self.redirect_moved(ref)
        if found is None or not self.state.can_read(self.user, found):
            raise not_found('Project')
        self.settle_id(found)
        self.need(level, found)
        return found

    def redirect_moved(self, ref):
        moved = self.state.moved_project(ref)
        if moved is None or not self.state.can_read(self.user, moved):
            return
        if self.req.method not in ('GET', 'HEAD'):
            raise ApiError(405, {'message': '405 Non GET methods are not '
                                            'allowed for moved projects'})
        parts = self.req.target.split('/')
        parts[parts.index('v4') + 2] = str(moved.id)
        where = self.gl.external_url + '/'.join(parts)
        raise ApiError(301, ('This resource has been moved permanently to '
                             + where).encode(), {'Location': where})

    def group(self):
        found = self.state.find_group(self.args['id'])
        if found is None or not self.state.can_read(self.user, found):
            raise not_found('Group')
        self.settle_id(found)
        return found

    def owner(self):
        """The project or group that the path names."""
        is_group = self.req.path.split('/')[3] == 'groups'
        return self.group() if is_group else self.project()

    def level(self, owner):
        return self.state.level(self.user, owner)

    def need(self, level, owner):
        """403 unless the caller has this role or a higher one."""
        if level and self.user is None:
            raise unauthorized()
        if level and self.level(owner) < level:
            raise forbidden()

    def number_arg(self, name):
        text = self.args[name]
        if not re.fullmatch(r'\d{1,30}', text):
            raise bad_param(f'{name} is invalid')
        return int(text)

    # parameters

    def has(self, name):
        return name in self.params

    def text(self, name, default=None, required=False, longest=None):
        value = self.params.get(name, default)
        if required and (value is None or not str(value).strip()):
            raise bad_param(f'{name} is missing' if value is None
                            else f'{name} is empty')
        if isinstance(value, (dict, list)):
            raise bad_param(f'{name} is invalid')
        if value is not None and longest and len(str(value)) > longest:
            raise ApiError(400, {'message': {name: [
                f'is too long (maximum is {longest} characters)']}})
        return value if value is None else str(value)

    def flag(self, name, default=False):
        value = self.params.get(name, default)
        if isinstance(value, bool):
            return value
        if value is None:
            return default
        if str(value) in TRUE:
            return True
        if str(value) in FALSE:
            return False
        raise bad_param(f'{name} is invalid')

    def number(self, name, default=None):
        value = self.params.get(name, default)
        if value is None or value == '':
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_param(f'{name} is invalid') from None

    def one_of(self, name, allowed, default=None):
        value = self.params.get(name, default)
        if value is not None and value not in allowed:
            raise bad_param(f'{name} does not have a valid value')
        return value

    def words(self, name, source=None):
        """A list: an array, or one string with commas."""
        return split_words((source or self.params).get(name))

    def time(self, name):
        value = self.params.get(name)
        if value in (None, ''):
            return None
        try:
            return show_time(parse_time(value))
        except ValueError:
            raise bad_param(f'{name} is invalid') from None


def split_words(value):
    if value is None:
        return None
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        value = [value]
    return [w.strip() for v in value for w in str(v).split(',') if w.strip()]


def created(body):
    return Answer(201, body)
