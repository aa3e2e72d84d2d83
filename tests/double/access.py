"""Who is calling: tokens wherever GitLab looks for them, and their scopes."""
import base64

from .plumbing import ApiError, unauthorized

READS = ('GET', 'HEAD', 'OPTIONS')
EXPIRED = ('Token is expired. You can either do re-authorization or token '
           'refresh.')
REVOKED = 'Token was revoked. You have to re-authorize from the user.'
LACKING = ('The request requires higher privileges than provided by the '
           'access token.')


def find_token(req):
    """(where it was found, the token) of a request; (None, None)."""
    headers = req.headers
    bearer = headers.get('Authorization') or ''
    places = [
        ('PRIVATE-TOKEN', headers.get('PRIVATE-TOKEN')),
        ('Bearer', bearer[7:] if bearer[:7].lower() == 'bearer ' else None),
        ('JOB-TOKEN', headers.get('JOB-TOKEN'))]
    for where, value in places:
        if value:
            return where, value
    for where in ('private_token', 'job_token', 'access_token'):
        if req.params.get(where):
            return where, req.params[where]
    return None, None


def basic_password(headers):
    """The password of Basic authorization, which is the token for git."""
    kind, _, rest = (headers.get('Authorization') or '').partition(' ')
    if kind.lower() != 'basic':
        return None
    try:
        text = base64.b64decode(rest).decode('utf-8', 'replace')
    except ValueError:
        return None
    return text.partition(':')[2]


def is_active(token, today):
    """Neither revoked nor past its day."""
    if token.revoked:
        return False
    return not token.expires_at or token.expires_at > today.isoformat()


def authenticate(gl, req, item):
    """(token, user) of a call, or the 401 that GitLab gives."""
    where, value = find_token(req)
    if value is None:
        return None, None
    token = gl.state.tokens.get(value)
    for_job = where.lower().replace('-', '_') == 'job_token'
    if for_job and not item.job:
        return None, None      # not looked at: the caller is anonymous
    if token is None or (token.kind == 'job') != for_job:
        raise unauthorized()
    if not is_active(token, gl.state.clock.today()):
        raise ApiError(401, {'error': 'invalid_token', 'error_description':
                             REVOKED if token.revoked else EXPIRED})
    if token.user.state != 'active':
        raise ApiError(403, {'message': '403 Forbidden - Your account has '
                                        'been blocked.'})
    token.last_used_at = gl.state.clock.when.strftime(
        '%Y-%m-%dT%H:%M:%S.000Z')
    return token, token.user


def check_scope(token, method, item):
    """403 insufficient_scope when the token may not do this."""
    if token is None or token.kind == 'job' or 'any' in item.scopes:
        return
    wanted = ['api'] + (['read_api'] if method in READS else [])
    wanted += item.scopes
    if not set(wanted) & set(token.scopes):
        raise ApiError(403, {'error': 'insufficient_scope',
                             'error_description': LACKING,
                             'scope': ' '.join(wanted)})
