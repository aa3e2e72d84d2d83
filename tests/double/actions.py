"""Writes to issues, merge requests and notes, as the API and quick actions
do them: labels that do not exist are made, scoped labels push each other
out on a paid tier, changes leave events and system notes.
"""
from .model import Issue, IssueLink, LabelEvent, MergeRequest, Note
from .quick import extract, plan


class Actions:
    """The writing half of the double; mixed into Double."""

    def create_issue(self, project, author, title, **values):
        """A new issue; its description's quick actions are done."""
        now = values.pop('created_at', None) or self.state.clock.stamp()
        text, commands = extract(values.pop('description', '') or '')
        labels = values.pop('labels', [])
        iid = values.pop('iid', None) or project.next_iid
        if iid in project.by_iid:
            raise ValueError(f'issue {project.full_path}#{iid} exists')
        issue = Issue(id=self.state.next_id('issue'), iid=iid,
                      project=project, title=title, description=text,
                      author=author, created_at=now,
                      updated_at=values.pop('updated_at', None) or now,
                      **values)
        project.next_iid = max(project.next_iid, iid + 1)
        project.issues.append(issue)
        project.by_iid[iid] = issue
        self.state.issues_by_id[issue.id] = issue
        self.set_labels(issue, author, labels, now)
        self.run_commands(issue, author, commands)
        self.touched(issue)
        return issue

    def create_merge_request(self, project, author, **values):
        now = self.state.clock.stamp()
        text, commands = extract(values.pop('description', '') or '')
        labels = values.pop('labels', [])
        mr = MergeRequest(id=self.state.next_id('merge_request'),
                          iid=len(project.merge_requests) + 1,
                          project=project, author=author, created_at=now,
                          updated_at=now, description=text, **values)
        project.merge_requests.append(mr)
        self.set_labels(mr, author, labels, now)
        self.run_commands(mr, author, commands)
        self.touched(mr)
        return mr

    def merge(self, mr, user):
        """The target branch gets the source's commits."""
        repo = mr.project.repo
        repo.git('update-ref', f'refs/heads/{mr.target_branch}', mr.head())
        mr.state, mr.merge_user = 'merged', user
        mr.merged_at = self.state.clock.stamp()
        if mr.remove_source_branch:
            repo.delete_branch(mr.source_branch)
        self.touched(mr, mr.merged_at)

    def pipelines_succeed(self, project):
        """What waits for its pipeline is merged."""
        for mr in project.merge_requests:
            if mr.state == 'opened' and mr.automatic and \
                    mr.automatic == mr.head():
                self.merge(mr, mr.author)

    def touched(self, item, when=None):
        """Note that an item was written, at `when` if that matters."""
        if when:
            item.updated_at = when
            item.project.last_activity_at = when
        item.changed()
        self.state.touch()

    def set_labels(self, item, user, names, when):
        """Make these the labels, recording what was added and removed."""
        want, project = [], item.project
        for name in names:
            label = self.state.need_label(project, name) if name else None
            if label and label not in want:
                want = self.push_out(want, label) + [label]
        for label in want:
            if label not in item.labels:
                self.label_event(item, user, label, 'add', when)
        for label in item.labels:
            if label not in want:
                self.label_event(item, user, label, 'remove', when)
        item.labels = want

    def push_out(self, labels, new):
        """The labels that can stay beside a new one."""
        scope, sep, _ = new.name.rpartition('::')
        if not sep or self.tier == 'free':
            return labels
        return [x for x in labels
                if not x.name.startswith(scope + '::')
                or x.name.rpartition('::')[0] != scope]

    def label_event(self, item, user, label, action, when):
        item.events.append(LabelEvent(id=self.state.next_id('event'),
                                      user=user, created_at=when,
                                      label=label, action=action))

    def change_state(self, item, user, event, when):
        """Close or reopen; a state that is so already stays as it is."""
        if event == 'close' and item.state == 'opened':
            item.state, item.closed_at, item.closed_by = 'closed', when, user
        elif event == 'reopen' and item.state == 'closed':
            item.state, item.closed_at, item.closed_by = 'opened', None, None

    def label_changes(self, item, changes, now, user):
        """`labels` replaces, `add_labels` and `remove_labels` are deltas."""
        keys = {'labels', 'add_labels', 'remove_labels'} & set(changes)
        if not keys:
            return
        names = changes.pop('labels', None)
        if names is None:
            names = [x.name for x in item.labels]
        gone = changes.pop('remove_labels', [])
        names = [n for n in names if n not in gone]
        names += changes.pop('add_labels', [])
        self.set_labels(item, user, names, now)

    def update_item(self, item, user, changes):
        """Apply {attribute: value} to an issue or merge request."""
        now = self.state.clock.stamp()
        changes = dict(changes)
        commands = []
        if 'description' in changes:
            text, commands = extract(changes.pop('description') or '')
            if text != item.description:
                item.description = text
                self.system_note(item, user, 'changed the description', now)
        self.label_changes(item, changes, now, user)
        self.change_state(item, user, changes.pop('state_event', None), now)
        self.change_people(item, changes)
        if 'milestone' in changes:
            item.milestone = self.state.find_milestone(
                item.project, changes.pop('milestone'))
        for name, value in changes.items():
            self.change_field(item, user, name, value, now)
        self.run_commands(item, user, commands)
        self.touched(item, now)

    def change_field(self, item, user, name, value, now):
        if name == 'title' and value != item.title:
            self.system_note(item, user, f'changed title from **{item.title}'
                             f'** to **{value}**', now)
        if hasattr(item, name):
            setattr(item, name, value)

    def change_people(self, item, changes):
        """`assign` and `unassign` of quick actions, `assignees` of calls."""
        if 'assignees' in changes:
            item.assignees = changes.pop('assignees')
        for name in changes.pop('assign', []):
            user = self.state.find_user(name)
            if user and user not in item.assignees:
                item.assignees = item.assignees + [user]
        gone = changes.pop('unassign', None)
        if gone is True:
            item.assignees = []
        elif gone:
            item.assignees = [u for u in item.assignees
                              if u.username not in gone]
        if self.tier == 'free':
            item.assignees = item.assignees[:1]

    def run_commands(self, item, user, commands):
        """Do quick actions; returns (changes, summary) for the answer."""
        changes, summary = plan(commands)
        if changes:
            self.update_item(item, user, dict(changes))
        return changes, summary

    def system_note(self, item, user, text, when):
        self.put_note(item, user, text, when, system=True)

    def put_note(self, item, user, body, when, **extra):
        note = Note(id=self.state.next_id('note'), body=body, author=user,
                    created_at=when, updated_at=when, noteable=item, **extra)
        item.notes.append(note)
        self.state.touch()
        return note

    def create_note(self, item, user, body, internal=False, created_at=None):
        """(note or None, changes, summary): None if all was commands."""
        text, commands = extract(body)
        changes, summary = self.run_commands(item, user, commands)
        if commands and not text.strip():
            return None, changes, summary
        now = created_at or self.state.clock.stamp()
        note = self.put_note(item, user, text, now, internal=internal)
        self.touched(item, now if created_at is None else None)
        return note, changes, summary

    def link_issues(self, source, target, link_type='relates_to'):
        link = IssueLink(id=self.state.next_id('link'), source=source,
                         target=target, link_type=link_type,
                         created_at=self.state.clock.stamp())
        source.links.append(link)
        target.links.append(link)
        self.state.touch()
        return link
