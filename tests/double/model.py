"""The things a GitLab holds: plain records without behaviour.

Times are strings such as `2025-02-01T09:00:00.000Z`, so that they compare as
text; dates are `YYYY-MM-DD`.
"""


class Record:
    """Attributes from keywords; unknown names are a mistake of ours."""

    fields = {}

    def __init__(self, **values):
        for name, default in self.fields.items():
            if callable(default):
                default = default()
            setattr(self, name, values.pop(name, default))
        if values:
            raise TypeError(f'{type(self).__name__} has no {sorted(values)}')


class User(Record):
    fields = dict(id=0, username='', name='', email='', state='active',
                  bot=False, admin=False, created_at='')


class Token(Record):
    fields = dict(id=0, value='', user=None, name='', scopes=list,
                  kind='personal', expires_at=None, revoked=False,
                  created_at='', last_used_at=None)


class Group(Record):
    fields = dict(id=0, path='', full_path='', name='', parent=None,
                  visibility='private', members=dict, labels=list,
                  milestones=list, boards=list, description='',
                  created_at='')


class Project(Record):
    fields = dict(id=0, path='', full_path='', name='', group=None,
                  visibility='private', members=dict, labels=list,
                  milestones=list, boards=list, issues=list, by_iid=dict,
                  merge_requests=list, description='', created_at='',
                  last_activity_at='', default_branch='main',
                  protected=None, archived=False, issues_enabled=True,
                  merge_requests_enabled=True, repo=None, old_paths=list,
                  next_iid=1, pipeline='running')


class Label(Record):
    fields = dict(id=0, name='', color='#6699cc', description=None,
                  owner=None, priority=None)


class Milestone(Record):
    fields = dict(id=0, iid=0, owner=None, title='', description='',
                  state='active', start_date=None, due_date=None,
                  created_at='', updated_at='')


class Board(Record):
    fields = dict(id=0, name='', owner=None, lists=list, labels=list,
                  milestone=None, assignee=None, weight=None,
                  hide_backlog_list=False, hide_closed_list=False)


class BoardList(Record):
    fields = dict(id=0, label=None, assignee=None, milestone=None,
                  position=0)


class Note(Record):
    fields = dict(id=0, body='', author=None, created_at='', updated_at='',
                  system=False, internal=False, noteable=None,
                  override=dict)


class LabelEvent(Record):
    fields = dict(id=0, user=None, created_at='', label=None, action='add')


class IssueLink(Record):
    fields = dict(id=0, source=None, target=None, link_type='relates_to',
                  created_at='')


class Noteable(Record):
    """What issues and merge requests share."""

    def user_notes(self):
        return sum(1 for note in self.notes if not note.system)

    def changed(self):
        """Forget the JSON made from an earlier state."""
        self.cache = {}


class Issue(Noteable):
    kind = 'Issue'
    mark = '#'
    fields = dict(id=0, iid=0, project=None, title='', description='',
                  state='opened', labels=list, milestone=None,
                  assignees=list, author=None, created_at='', updated_at='',
                  closed_at=None, closed_by=None, due_date=None,
                  confidential=False, discussion_locked=None,
                  issue_type='issue', weight=None, health_status=None,
                  parent=None, progress=None, start_value=0,
                  current_value=None, end_value=100, start_date=None,
                  notes=list, events=list, links=list, moved_to=None,
                  override=dict, cache=dict, cache_shared=-1)


class MergeRequest(Noteable):
    kind = 'MergeRequest'
    mark = '!'
    fields = dict(id=0, iid=0, project=None, title='', description='',
                  state='opened', labels=list, milestone=None,
                  assignees=list, reviewers=list, author=None,
                  source_branch='', target_branch='', created_at='',
                  updated_at='', closed_at=None, closed_by=None,
                  merged_at=None, merge_user=None, squash=False,
                  remove_source_branch=None, allow_collaboration=None,
                  discussion_locked=None, fresh=True, notes=list,
                  events=list, cache=dict, automatic=None)

    def head(self):
        """The commit id at the tip of the source branch, or None."""
        return self.project.repo and \
            self.project.repo.commit_id(self.source_branch)

    def base(self):
        return self.project.repo and self.project.repo.merge_base(
            self.target_branch, self.source_branch)

    def changes_count(self):
        """How many files differ, as a string; None if that is unknown."""
        if not self.head() or not self.base():
            return None
        return str(self.project.repo.changed_files(self.base(),
                                                   self.head()))
