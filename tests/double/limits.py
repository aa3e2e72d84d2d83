"""Rate limits: a quota a minute for each caller (told in headers), and
quotas for new issues and notes (told in no header)."""
import time

from .plumbing import ApiError
from .faults import TOO_MANY, rack_limit


class Limits:
    """Counts requests a minute, by the real clock."""

    def __init__(self, gl):
        self.gl = gl
        self.windows = {}

    def count(self, key):
        """(requests in this minute with this one, when the minute ends)."""
        minute = int(time.time()) // 60
        start, seen = self.windows.get(key, (minute, 0))
        if start != minute:
            seen = 0
        self.windows[key] = (minute, seen + 1)
        return seen + 1, (minute + 1) * 60

    def pass_through(self, who):
        """(headers, answer): the answer is a 429 when there were too many."""
        quota = self.gl.rate_limit
        if not quota:
            return {}, None
        name = 'throttle_authenticated_api' if who else \
            'throttle_unauthenticated_api'
        seen, reset = self.count(('api', who))
        if seen > quota:
            wait = max(1, int(reset - time.time()))
            return {}, rack_limit(quota, wait, name=name)
        return {'RateLimit-Limit': str(quota), 'RateLimit-Name': name,
                'RateLimit-Observed': str(seen),
                'RateLimit-Remaining': str(quota - seen),
                'RateLimit-Reset': str(reset)}, None

    def application(self, kind, quota, user):
        """429 in JSON when a user made too many things of a kind."""
        if quota and self.count((kind, user.id))[0] > quota:
            raise ApiError(429, TOO_MANY)
