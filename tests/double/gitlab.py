"""Double: a small GitLab with state, for tests.

Everything a test touches is here: what the instance holds (`add_...`), how
it behaves (the attributes set in `__init__`), what was asked (`requests`),
and what is to go wrong (`fault`, `on_request`).
"""
import os
import re
import shutil
import tempfile
from collections import OrderedDict

from . import api_labels, api_mr, api_notes, api_people, api_repo  # noqa
from .actions import Actions
from .entities import Entities
from .faults import Faults
from .limits import Limits
from .model import Board, BoardList
from .repo import Repo
from .seed import load_seed
from .server import Server
from .state import Clock, State, parse_time, show_time, text_time

TOKEN = 'glpat-' + 'double-test-token-00'
KEPT_LISTS = 50


class Double(Actions):
    """An instance; use it in a `with`, or call start() and stop()."""

    def __init__(self, port=0, token=TOKEN, username='okr-bot', cert=None,
                 key=None, prefix=''):
        self.state = State()
        self.show = Entities(self)
        self.limits = Limits(self)
        self.faults = Faults()
        self.hooks = []
        self.requests = []
        self.log_file = None
        self.kept = OrderedDict()
        self.tier = 'free'              # free, premium, ultimate
        self.version = '18.5.1-ee'
        self.keyset = True              # project issues, since 18.3
        self.totals_limit = 10000       # above: no x-total, no rel="last"
        self.offset_limit = None        # 50000 to enforce it
        self.rate_limit = 2000          # a minute and token; 0: no headers
        self.issue_limit = 0            # new issues a minute; 0: no limit
        self.note_limit = 0
        self.gzip = True
        self.header_case = 'lower'      # as HTTP/2 shows them; or 'title'
        self.etags = True
        self.work_items = True          # GraphQL knows objectives
        self.rest_lists_okrs = True     # and so does the list of issues
        self.complexity_limit = 250     # of a GraphQL query; 0: none
        # (parent, child): kinds of work items that may be so
        self.hierarchy = {('objective', 'objective'), ('issue', 'task'),
                          ('objective', 'key_result'), ('epic', 'issue')}
        self.graphql_lacks = set()      # fields an older server has not
        self.prefix = prefix            # a relative URL root, `/gitlab`
        self.external_url = None        # by default where it listens
        self.server = Server(self, port, cert, key)
        self.url = self.server.url + prefix
        self.external_url = self.url
        self._folder = None
        self.user = self.state.add_user(username, bot=True)
        self.token = token
        self.add_token(token, self.user)

    # life

    def start(self):
        self.server.start()
        return self

    def stop(self):
        self.server.stop()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_exc):
        self.stop()

    @property
    def folder(self):
        """Where bare repositories live that were not given a path."""
        if self._folder is None:
            self._folder = tempfile.mkdtemp(prefix='double-')
        return self._folder

    @property
    def api(self):
        return self.url + '/api/v4'

    # the clock

    @property
    def now(self):
        return show_time(self.state.clock.when)

    @now.setter
    def now(self, text):
        self.state.clock.when = parse_time(text)

    def set_clock(self, start, step=1.0):
        """Set the time, and the seconds it moves on after each write."""
        self.state.clock = Clock(start, step)

    # what the instance holds

    def add_user(self, username, **extra):
        with self.state.lock:
            return self.state.add_user(username, **extra)

    def add_token(self, value, user=None, scopes=('api',), **extra):
        """extra: kind ('personal', 'job'), expires_at, revoked, name."""
        with self.state.lock:
            owner = self.state.need_user(user or self.user)
            return self.state.add_token(value, owner, scopes, **extra)

    def add_group(self, full_path, **extra):
        with self.state.lock:
            return self.state.add_group(full_path, **extra)

    def add_project(self, full_path, repo_path=None, files=None, **extra):
        """A project; the double's own user is its maintainer unless
        `members` says otherwise. `files` makes a first commit."""
        with self.state.lock:
            extra.setdefault('members', {self.user.username: 40})
            project = self.state.add_project(full_path, **extra)
            if repo_path or files:
                self.make_repo(project, repo_path)
            if files:
                self.add_files(project, files)
            return project

    def project(self, ref):
        """The project of this id or path; KeyError when there is none."""
        found = self.state.find_project(ref)
        if found is None:
            raise KeyError(f'no project {ref}')
        return found

    def owner(self, ref):
        """A project or group."""
        found = self.state.find_project(ref) or self.state.find_group(ref)
        if found is None:
            raise KeyError(f'no project or group {ref}')
        return found

    def move_project(self, ref, new_path):
        """Rename a project; the old path then answers 301."""
        with self.state.lock:
            project = self.project(ref)
            project.old_paths.append(project.full_path)
            del self.state.paths[project.full_path.lower()]
            above, _, path = new_path.rpartition('/')
            project.group = self.state.add_group(above, project.visibility)
            project.path, project.full_path = path, new_path
            self.state.paths[new_path.lower()] = project
            self.state.touch_shared()
            return project

    def add_label(self, owner, name, **extra):
        with self.state.lock:
            return self.state.add_label(self.owner(owner), name, **extra)

    def add_milestone(self, owner, title, **extra):
        with self.state.lock:
            return self.state.add_milestone(self.owner(owner), title,
                                            **extra)

    def add_board(self, owner, name, lists=(), labels=(), milestone=None,
                  assignee=None):
        """A board; `lists` and `labels` are label names."""
        with self.state.lock:
            owner, state = self.owner(owner), self.state
            board = Board(
                id=state.next_id('board'), name=name, owner=owner,
                labels=[state.need_label(owner, n) for n in labels],
                milestone=state.find_milestone(owner, milestone),
                assignee=state.find_user(assignee))
            board.lists = [
                BoardList(id=state.next_id('list'), position=at,
                          label=state.need_label(owner, name))
                for at, name in enumerate(lists)]
            owner.boards.append(board)
            state.touch()
            return board

    def add_issue(self, project, title='Untitled', author=None, **fields):
        """An issue with chosen fields: description, labels, milestone
        (title), assignees (names), state, created_at, updated_at,
        closed_at, due_date, confidential, issue_type, iid, notes;
            override: wrong values for the answer's keys."""
        with self.state.lock:
            place, state = self.project(project), self.state
            author = state.need_user(author or self.user)
            notes = fields.pop('notes', [])
            closed = fields.pop('state', 'opened') == 'closed'
            for name in ('created_at', 'updated_at', 'closed_at'):
                if fields.get(name):
                    fields[name] = text_time(fields[name])
            when = fields.get('closed_at')
            updated = fields.get('updated_at')
            fields['milestone'] = state.find_milestone(
                place, fields.get('milestone'))
            fields['assignees'] = [state.need_user(n) for n
                                   in fields.get('assignees', [])]
            issue = self.create_issue(place, author, title, **fields)
            if closed:
                issue.state, issue.closed_by = 'closed', issue.author
                issue.closed_at = when or issue.updated_at
            for note in notes:
                note = {'body': note} if isinstance(note, str) else note
                self.add_note(issue, **note)
            if updated:
                issue.updated_at = updated
            issue.changed()
            return issue

    def add_note(self, item, body, author=None, created_at=None,
                 internal=False, system=False, **extra):
        """A note as written by anyone; no quick action is done here."""
        with self.state.lock:
            when = text_time(created_at) if created_at else \
                self.state.clock.stamp()
            user = self.state.need_user(author or self.user)
            note = self.put_note(item, user, body, when, internal=internal,
                                 system=system, **extra)
            self.touched(item, max(when, item.updated_at))
            return note

    def issue(self, project, iid):
        return self.project(project).by_iid[iid]

    # repositories

    def make_repo(self, project, path=None):
        """The project's bare git repository, made when first needed."""
        project = self.project(project)
        if project.repo is None:
            path = path or os.path.join(self.folder, f'{project.id}.git')
            project.repo = Repo(path, project.default_branch)
            self.state.touch()
        return project.repo

    def add_files(self, project, files, branch=None, message='Add files'):
        """Commit {path: text or bytes} on a branch; returns the id."""
        project = self.project(project)
        repo = self.make_repo(project)
        return repo.write(branch or project.default_branch, files, message,
                          self.user, self.state.clock.stamp())

    # behaviour

    def fault(self, n=1, path=None, **rule):
        """Something goes wrong at the n-th request that fits; see README."""
        return self.faults.add(n=n, path=path, **rule)

    def on_request(self, n, action, path=None):
        """Call action(self) just before the n-th (fitting) request is
        answered; counted from now on."""
        self.hooks.append([n, action, re.compile(path) if path else None])

    def run_hooks(self, target):
        for hook in list(self.hooks):
            if hook[2] and not hook[2].search(target):
                continue
            hook[0] -= 1
            if hook[0] == 0:
                self.hooks.remove(hook)
                hook[1](self)

    def load(self, seed):
        """Fill the instance from a seed: a path or a dictionary."""
        with self.state.lock:
            load_seed(self, seed)

    # lists asked for page by page

    def kept_list(self, key):
        """(rows, typed parameters) of a list made before; else Nones."""
        found = self.kept.get(key)
        if found is None or found[0] != self.state.version:
            return None, None
        return found[1], found[2]

    def keep_list(self, key, rows, typed):
        self.kept[key] = (self.state.version, rows, dict(typed))
        while len(self.kept) > KEPT_LISTS:
            self.kept.popitem(last=False)

    # what was asked

    def asked(self, method=None, path=None):
        """Logged requests of a method whose path fits a pattern."""
        return [r for r in self.requests
                if (method is None or r['method'] == method)
                and (path is None or re.search(path, r['target']))]

    def writes(self):
        """Logged API requests that could have changed something."""
        return [r for r in self.requests
                if r['method'] not in ('GET', 'HEAD', 'OPTIONS')
                and '/api/' in r['path']
                and not (r['path'].endswith('/api/graphql')
                         and '"query":"query ' in r['body'])]
