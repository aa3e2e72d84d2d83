"""The state of the small GitLab: everything it knows, its clock and its ids.

Ids of different kinds start far apart, so that a client which mixes up an id
and an iid fails at once. `version` grows with every change and lets lists be
cached; `shared` grows when something shown inside issues changes.
"""
import datetime
import itertools
import threading

from .model import Group, Label, Milestone, Project, Token, User

FIRST_ID = dict(user=101, group=201, milestone=301, board=801, list=901,
                project=1001, token=4001, label=7001, event=8001,
                link=9001, issue=50001, merge_request=60001, note=900001)
COLORS = ['#6699cc', '#009966', '#c39953', '#9400d3', '#dc143c', '#8fbc8f']
LEVELS = dict(guest=10, planner=15, reporter=20, developer=30,
              maintainer=40, owner=50)
UTC = datetime.timezone.utc


def parse_time(text):
    """An aware datetime from ISO 8601, or ValueError; dates are midnight."""
    when = datetime.datetime.fromisoformat(str(text).strip())
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def show_time(when):
    """The form GitLab prints: milliseconds and Z."""
    when = when.astimezone(UTC)
    thousandths = when.microsecond // 1000
    return when.strftime('%Y-%m-%dT%H:%M:%S') + f'.{thousandths:03}Z'


def text_time(text):
    """Any ISO 8601 time in GitLab's form."""
    return show_time(parse_time(text))


class Clock:
    """A clock that stands still, but for one step after each write."""

    def __init__(self, start='2025-02-03T09:00:00Z', step=1.0):
        self.when = parse_time(start)
        self.step = step

    def stamp(self):
        """The time of a write; the clock then moves on."""
        text = show_time(self.when)
        self.when += datetime.timedelta(seconds=self.step)
        return text

    def today(self):
        return self.when.astimezone(UTC).date()


def level_number(level):
    """A role's number from its number or name."""
    return LEVELS[level] if isinstance(level, str) else int(level)


def clean_label(name):
    return ' '.join(str(name).split())


class State:
    """All records, and the look-ups between them."""

    def __init__(self):
        self.lock = threading.RLock()
        self.clock = Clock()
        self.ids = {k: itertools.count(v) for k, v in FIRST_ID.items()}
        self.users, self.tokens = {}, {}
        self.groups, self.projects = {}, {}
        self.paths = {}
        self.group_paths = {}
        self.version = 0
        self.shared = 0
        self.issues_by_id = {}
        self.boards = {}

    def next_id(self, kind):
        return next(self.ids[kind])

    def touch(self):
        self.version += 1

    def touch_shared(self):
        self.version += 1
        self.shared += 1

    # people

    def add_user(self, username, **extra):
        extra.setdefault('name', username.replace('.', ' ').title())
        extra.setdefault('email', f'{username}@example.com')
        extra.setdefault('created_at', '2020-01-01T00:00:00.000Z')
        extra.setdefault('id', self.next_id('user'))
        user = User(username=username, **extra)
        self.users[user.id] = user
        self.touch_shared()
        return user

    def find_user(self, name):
        """A user by record, id or name; None when there is none."""
        if isinstance(name, User) or name is None:
            return name
        if isinstance(name, int):
            return self.users.get(name)
        for user in self.users.values():
            if user.username.lower() == str(name).lower().lstrip('@'):
                return user
        return None

    def need_user(self, name):
        """As find_user, but a new name makes a new user."""
        user = self.find_user(name)
        if user is None and isinstance(name, int):
            raise KeyError(f'no user {name}')
        return user or self.add_user(name)

    def add_token(self, value, user, scopes, **extra):
        token = Token(id=self.next_id('token'), value=value, user=user,
                      scopes=list(scopes),
                      created_at='2025-01-01T00:00:00.000Z', **extra)
        self.tokens[value] = token
        return token

    # groups and projects

    def add_group(self, full_path, visibility='private', **extra):
        found = self.group_paths.get(full_path.lower())
        if found:
            return found
        above, _, path = full_path.rpartition('/')
        parent = self.add_group(above, visibility) if above else None
        extra.setdefault('name', path.replace('-', ' ').title())
        extra.setdefault('id', self.next_id('group'))
        extra.setdefault('created_at', '2020-01-01T00:00:00.000Z')
        members = self.member_map(extra.pop('members', {}))
        group = Group(path=path, full_path=full_path, parent=parent,
                      visibility=visibility, members=members, **extra)
        self.groups[group.id] = group
        self.group_paths[full_path.lower()] = group
        self.touch_shared()
        return group

    def add_project(self, full_path, visibility='private', **extra):
        above, _, path = full_path.rpartition('/')
        if not above:
            raise ValueError(f"project path '{full_path}' needs a group")
        extra.setdefault('name', path.replace('-', ' ').title())
        extra.setdefault('id', self.next_id('project'))
        extra.setdefault('created_at', '2020-01-01T00:00:00.000Z')
        extra.setdefault('last_activity_at', extra['created_at'])
        members = self.member_map(extra.pop('members', {}))
        group = self.add_group(above, visibility)
        project = Project(path=path, full_path=full_path, group=group,
                          visibility=visibility, members=members, **extra)
        if project.protected is None:
            project.protected = [project.default_branch]
        self.projects[project.id] = project
        self.paths[full_path.lower()] = project
        self.touch_shared()
        return project

    def member_map(self, members):
        """{user id: level} from {name: level or role}."""
        return {self.need_user(k).id: level_number(v)
                for k, v in members.items()}

    def find_project(self, ref):
        """By record, id (number or digits) or full path; else None."""
        return self._find(ref, Project, self.projects, self.paths)

    def find_group(self, ref):
        return self._find(ref, Group, self.groups, self.group_paths)

    @staticmethod
    def _find(ref, kind, by_id, by_path):
        if isinstance(ref, kind):
            return ref
        if isinstance(ref, int) or str(ref).isdigit():
            return by_id.get(int(ref))
        return by_path.get(str(ref).lower())

    def moved_project(self, path):
        """The project that once lived under this path."""
        for project in self.projects.values():
            if path.lower() in (p.lower() for p in project.old_paths):
                return project
        return None

    def ancestors(self, owner):
        """The owner itself, then its groups, nearest first."""
        out = [owner]
        group = owner.group if isinstance(owner, Project) else owner.parent
        while group:
            out.append(group)
            group = group.parent
        return out

    def projects_below(self, group):
        prefix = group.full_path.lower() + '/'
        return [p for p in self.projects.values()
                if p.full_path.lower().startswith(prefix)]

    # access

    def level(self, user, owner):
        """A user's role in a project or group, 0 without one."""
        if user is None:
            return 0
        if user.admin:
            return 50
        return max((above.members.get(user.id, 0)
                    for above in self.ancestors(owner)), default=0)

    def can_read(self, user, owner):
        if owner.visibility == 'public' or self.level(user, owner) > 0:
            return True
        if owner.visibility == 'internal' and user is not None:
            return True
        return (isinstance(owner, Group) and user is not None and
                any(self.level(user, p) for p in self.projects_below(owner)))

    def members(self, owner, inherited):
        """{user id: level} of an owner, with its groups' when inherited."""
        out = {}
        for above in self.ancestors(owner) if inherited else [owner]:
            for uid, level in above.members.items():
                out[uid] = max(level, out.get(uid, 0))
        return out

    # labels and milestones

    def labels_for(self, owner):
        """All labels seen from an owner: its own and its groups'."""
        return [x for above in self.ancestors(owner) for x in above.labels]

    def find_label(self, owner, name):
        """By name (exact) or id (number)."""
        for label in self.labels_for(owner):
            if label.name == name or label.id == name:
                return label
        return None

    def add_label(self, owner, name, **extra):
        lid = self.next_id('label')
        extra.setdefault('color', COLORS[lid % len(COLORS)])
        label = Label(id=lid, name=clean_label(name), owner=owner, **extra)
        owner.labels.append(label)
        self.touch_shared()
        return label

    def need_label(self, owner, name):
        """The label of this name; a new project label when there is none."""
        name = clean_label(name)
        return self.find_label(owner, name) or self.add_label(owner, name)

    def milestones_for(self, owner):
        return [x for above in self.ancestors(owner)
                for x in above.milestones]

    def find_milestone(self, owner, ref):
        """By record, id or title; None when there is none."""
        if ref is None or isinstance(ref, Milestone):
            return ref
        for milestone in self.milestones_for(owner):
            if ref in (milestone.id, milestone.title):
                return milestone
        return None

    def add_milestone(self, owner, title, **extra):
        now = self.clock.stamp()
        extra.setdefault('created_at', now)
        extra.setdefault('updated_at', extra['created_at'])
        milestone = Milestone(id=self.next_id('milestone'), title=title,
                              iid=len(owner.milestones) + 1, owner=owner,
                              **extra)
        owner.milestones.append(milestone)
        self.touch_shared()
        return milestone
