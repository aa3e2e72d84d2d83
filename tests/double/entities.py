"""The JSON shapes of GitLab's answers, key for key as recorded."""
import re

TASK = re.compile(r'^\s*(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s', re.M)
TIME_STATS = {'time_estimate': 0, 'total_time_spent': 0,
              'human_time_estimate': None, 'human_total_time_spent': None}


def spoil(view, override):
    """Put wrong values into an answer, for tests; `...` takes a key out."""
    for key, value in override.items():
        if value is ...:
            view.pop(key, None)
        else:
            view[key] = value
    return view


class Entities:
    """Views of records; `url` is the address GitLab believes it has."""

    def __init__(self, gl):
        self.gl = gl
        self.state = gl.state

    @property
    def url(self):
        return self.gl.external_url

    @property
    def api(self):
        return self.gl.external_url + '/api/v4'

    # people

    def user(self, user):
        if user is None:
            return None
        return {'id': user.id, 'username': user.username, 'name': user.name,
                'state': user.state, 'locked': False,
                'avatar_url': f'{self.url}/uploads/-/system/user/avatar/'
                              f'{user.id}/avatar.png',
                'web_url': f'{self.url}/{user.username}'}

    def full_user(self, user):
        """What GET /user adds for the user itself."""
        view = self.user(user)
        view.update({
            'created_at': user.created_at, 'bio': '', 'location': '',
            'public_email': None, 'skype': '', 'linkedin': '', 'twitter': '',
            'discord': '', 'website_url': '', 'organization': '',
            'job_title': '', 'pronouns': None, 'bot': user.bot,
            'work_information': None, 'local_time': None,
            'last_sign_in_at': None, 'confirmed_at': user.created_at,
            'last_activity_on': None, 'email': user.email, 'theme_id': 1,
            'color_scheme_id': 1, 'projects_limit': 100000,
            'current_sign_in_at': None, 'identities': [],
            'can_create_group': True, 'can_create_project': True,
            'two_factor_enabled': True, 'external': False,
            'private_profile': False, 'commit_email': user.email})
        return view

    def member(self, user, level):
        view = self.user(user)
        view.update({'access_level': level, 'expires_at': None,
                     'created_at': user.created_at,
                     'membership_state': 'active'})
        return view

    def token(self, token, active):
        return {'id': token.id, 'name': token.name,
                'revoked': token.revoked, 'created_at': token.created_at,
                'description': None, 'scopes': token.scopes,
                'user_id': token.user.id,
                'last_used_at': token.last_used_at, 'active': active,
                'expires_at': token.expires_at}

    # groups and projects

    def namespace(self, group):
        return {'id': group.id, 'name': group.name, 'path': group.path,
                'kind': 'group', 'full_path': group.full_path,
                'parent_id': group.parent.id if group.parent else None,
                'avatar_url': None,
                'web_url': f'{self.url}/groups/{group.full_path}'}

    def full_name(self, owner):
        above = self.state.ancestors(owner)
        return ' / '.join(x.name for x in reversed(above))

    def group(self, group):
        return {'id': group.id, 'web_url':
                f'{self.url}/groups/{group.full_path}', 'name': group.name,
                'path': group.path, 'description': group.description,
                'visibility': group.visibility, 'avatar_url': None,
                'full_name': self.full_name(group),
                'full_path': group.full_path,
                'parent_id': group.parent.id if group.parent else None,
                'created_at': group.created_at}

    def basic_project(self, project):
        path = project.full_path
        host = re.sub(r'^https?://|:\d+.*$|/.*$', '', self.url)
        return {'id': project.id, 'description': project.description,
                'name': project.name,
                'name_with_namespace': self.full_name(project),
                'path': project.path, 'path_with_namespace': path,
                'created_at': project.created_at,
                'default_branch': project.default_branch, 'tag_list': [],
                'topics': [], 'ssh_url_to_repo': f'git@{host}:{path}.git',
                'http_url_to_repo': f'{self.url}/{path}.git',
                'web_url': f'{self.url}/{path}',
                'readme_url': None, 'forks_count': 0, 'avatar_url': None,
                'star_count': 0, 'last_activity_at':
                project.last_activity_at,
                'namespace': self.namespace(project.group)}

    def project(self, project, user=None):
        view = self.basic_project(project)
        own = project.members.get(user.id) if user else None
        above = self.state.members(project.group, True)
        group = above.get(user.id) if user else None
        view.update({
            'visibility': project.visibility, 'archived': project.archived,
            'empty_repo': project.repo is None,
            'issues_enabled': project.issues_enabled,
            'merge_requests_enabled': project.merge_requests_enabled,
            'issues_access_level':
            'enabled' if project.issues_enabled else 'disabled',
            'creator_id': None, 'open_issues_count':
            sum(1 for i in project.issues if i.state == 'opened'),
            'permissions': {
                'project_access': self.access(own),
                'group_access': self.access(group)}})
        return view

    @staticmethod
    def access(level):
        if level is None:
            return None
        return {'access_level': level, 'notification_level': 3}

    # labels, milestones, boards

    def text_color(self, label):
        digits = label.color.lstrip('#')
        if len(digits) == 3:
            digits = ''.join(c * 2 for c in digits)
        red, green, blue = (int(digits[i:i + 2], 16) for i in (0, 2, 4))
        light = red * 299 + green * 587 + blue * 114 > 155000
        return '#1F1E24' if light else '#FFFFFF'

    def label_basic(self, label):
        return {'id': label.id, 'name': label.name,
                'description': label.description,
                'description_html': label.description or '',
                'text_color': self.text_color(label), 'color': label.color}

    def label(self, label, counts=False):
        view = self.label_basic(label)
        if counts:
            view.update(self.label_counts(label))
        view['subscribed'] = False
        if hasattr(label.owner, 'issues'):
            view.update(priority=label.priority, is_project_label=True)
        else:
            view.update(priority=None, is_project_label=False)
        return view

    def group_label(self, label, counts=False):
        view = self.label_basic(label)
        if counts:
            view.update(self.label_counts(label))
        view['subscribed'] = False
        return view

    def label_counts(self, label):
        issues = [i for i in self.state.issues_by_id.values()
                  if label in i.labels]
        opened = sum(1 for i in issues if i.state == 'opened')
        requests = sum(1 for p in self.state.projects.values()
                       for m in p.merge_requests
                       if m.state == 'opened' and label in m.labels)
        return {'open_issues_count': opened,
                'closed_issues_count': len(issues) - opened,
                'open_merge_requests_count': requests}

    def milestone(self, milestone):
        if milestone is None:
            return None
        owner = milestone.owner
        is_project = hasattr(owner, 'issues')
        today = self.state.clock.today().isoformat()
        where = owner.full_path if is_project else f'groups/{owner.full_path}'
        return {'id': milestone.id, 'iid': milestone.iid,
                ('project_id' if is_project else 'group_id'): owner.id,
                'title': milestone.title,
                'description': milestone.description,
                'state': milestone.state,
                'created_at': milestone.created_at,
                'updated_at': milestone.updated_at,
                'due_date': milestone.due_date,
                'start_date': milestone.start_date,
                'expired': bool(milestone.due_date and
                                milestone.due_date < today),
                'web_url': f'{self.url}/{where}/-/milestones/'
                           f'{milestone.iid}'}

    def board_list(self, item):
        label = item.label
        view = {'id': item.id, 'label': label and {
            'id': label.id, 'name': label.name,
            'description': label.description,
            'description_html': label.description or '',
            'text_color': self.text_color(label), 'color': label.color},
            'position': item.position}
        if self.gl.tier != 'free':
            view.update(max_issue_count=0, max_issue_weight=0,
                        limit_metric=None)
        if item.assignee:
            view['assignee'] = self.user(item.assignee)
        if item.milestone:
            view['milestone'] = self.milestone(item.milestone)
        return view

    def board(self, board):
        is_project = hasattr(board.owner, 'issues')
        return {'id': board.id, 'name': board.name,
                'hide_backlog_list': board.hide_backlog_list,
                'hide_closed_list': board.hide_closed_list,
                'project': self.basic_project(board.owner)
                if is_project else None,
                'lists': [self.board_list(x) for x in board.lists],
                'group': None if is_project else {
                    'id': board.owner.id, 'name': board.owner.name,
                    'web_url': f'{self.url}/groups/{board.owner.full_path}'},
                'milestone': self.milestone(board.milestone),
                'assignee': self.user(board.assignee),
                'labels': [self.label_basic(x) for x in board.labels],
                'weight': board.weight}

    # issues, merge requests, notes

    def references(self, item):
        short = f'{item.mark}{item.iid}'
        return {'short': short, 'relative': short,
                'full': item.project.full_path + short}

    @staticmethod
    def tasks(item):
        marks = TASK.findall(item.description or '')
        done = sum(1 for m in marks if m != ' ')
        return {'count': len(marks), 'completed_count': done}

    @staticmethod
    def task_words(tasks):
        if not tasks['count']:
            return ''
        return (f"{tasks['completed_count']} of {tasks['count']} "
                'checklist items completed')

    def item_labels(self, item, details):
        labels = sorted(item.labels, key=lambda x: x.name)
        if details:
            return [self.label_basic(x) for x in labels]
        return [x.name for x in labels]

    def issue(self, issue, details=False):
        people = [self.user(u) for u in issue.assignees]
        tasks = self.tasks(issue)
        kind = issue.issue_type
        base = f'{self.api}/projects/{issue.project.id}'
        view = {
            'id': issue.id, 'iid': issue.iid,
            'project_id': issue.project.id, 'title': issue.title,
            'description': issue.description, 'state': issue.state,
            'created_at': issue.created_at, 'updated_at': issue.updated_at,
            'closed_at': issue.closed_at,
            'closed_by': self.user(issue.closed_by),
            'labels': self.item_labels(issue, details),
            'milestone': self.milestone(issue.milestone),
            'assignees': people, 'author': self.user(issue.author),
            'type': kind.upper(), 'assignee': people[0] if people else None,
            'user_notes_count': issue.user_notes(),
            'merge_requests_count': 0, 'upvotes': 0, 'downvotes': 0,
            'due_date': issue.due_date, 'confidential': issue.confidential,
            'discussion_locked': issue.discussion_locked,
            'issue_type': kind,
            'web_url': f'{self.url}/{issue.project.full_path}/-/issues/'
                       f'{issue.iid}',
            'time_stats': TIME_STATS, 'task_completion_status': tasks,
            'blocking_issues_count': 0, 'has_tasks': True,
            'task_status': self.task_words(tasks),
            '_links': {
                'self': f'{base}/issues/{issue.iid}',
                'notes': f'{base}/issues/{issue.iid}/notes',
                'award_emoji': f'{base}/issues/{issue.iid}/award_emoji',
                'project': base, 'closed_as_duplicate_of': None},
            'references': self.references(issue), 'severity': 'UNKNOWN',
            'moved_to_id': issue.moved_to, 'imported': False,
            'imported_from': 'none', 'service_desk_reply_to': None}
        if self.gl.tier != 'free':
            view.update(weight=issue.weight, epic_iid=None, epic=None,
                        iteration=None)
        if self.gl.tier == 'ultimate':
            view['health_status'] = issue.health_status
        return spoil(view, issue.override)

    def one_issue(self, issue):
        view = self.issue(issue)
        view['subscribed'] = True
        return view

    def note(self, note, changes=None):
        item = note.noteable
        view = {'id': note.id, 'type': None, 'body': note.body,
                'attachment': None, 'author': self.user(note.author),
                'created_at': note.created_at,
                'updated_at': note.updated_at, 'system': note.system,
                'noteable_id': item.id, 'noteable_type': item.kind,
                'project_id': item.project.id, 'resolvable': False,
                'confidential': note.internal, 'internal': note.internal,
                'imported': False, 'imported_from': 'none',
                'noteable_iid': item.iid, 'commands_changes': changes or {}}
        return spoil(view, note.override)

    def label_event(self, event, item):
        return {'id': event.id, 'user': self.user(event.user),
                'created_at': event.created_at, 'resource_type': item.kind,
                'resource_id': item.id, 'label': self.event_label(event),
                'action': event.action}

    def event_label(self, event):
        """A label is told by its name of today; null once it is deleted."""
        label = event.label
        if label not in label.owner.labels:
            return None
        return {'id': label.id, 'name': label.name, 'color': label.color,
                'description': label.description}

    def linked_issue(self, link, seen_from):
        other = link.target if link.source is seen_from else link.source
        kind = link.link_type
        if link.target is seen_from:
            kind = {'blocks': 'is_blocked_by',
                    'is_blocked_by': 'blocks'}.get(kind, kind)
        view = self.issue(other)
        view.update(issue_link_id=link.id, link_type=kind,
                    link_created_at=link.created_at,
                    link_updated_at=link.created_at)
        return view

    def issue_link(self, link):
        return {'id': link.id, 'source_issue': self.issue(link.source),
                'target_issue': self.issue(link.target),
                'link_type': link.link_type}
