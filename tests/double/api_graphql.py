"""POST /api/graphql: projects, groups and their work items."""
import base64

from . import graphql
from .access import authenticate, check_scope
from .graphql import Node
from .plumbing import Answer

GID = 'gid://gitlab/'
MOST = 100
NAMES = {'objective': 'Objective', 'key_result': 'Key Result',
         'issue': 'Issue', 'task': 'Task', 'incident': 'Incident'}
HEALTH = {'on_track': 'onTrack', 'needs_attention': 'needsAttention',
          'at_risk': 'atRisk'}


class AnyRoute:
    """What authenticate() and check_scope() ask of a route."""
    job, scopes, user = False, (), False


def seconds(stamp):
    """GraphQL shows no milliseconds."""
    return stamp and stamp[:19] + 'Z'


def person(user):
    return user and Node('UserCore', id=f'{GID}User/{user.id}',
                         name=user.name, username=user.username)


def page(rows, kind, show, first=MOST, after=None):
    """A connection: `first` rows behind a cursor."""
    begin = int(base64.b64decode(after)) if after else 0
    end = begin + min(first, MOST)
    cursor = base64.b64encode(str(min(end, len(rows))).encode()).decode()
    return Node(kind, nodes=[show(r) for r in rows[begin:end]],
                count=len(rows), pageInfo=Node(
                    'PageInfo', hasNextPage=end < len(rows),
                    endCursor=cursor if rows[begin:end] else None))


class Show:
    def __init__(self, gl, user):
        self.gl, self.user, self.state = gl, user, gl.state

    def may_see(self, item):
        level = self.state.level(self.user, item.project)
        return self.state.can_read(self.user, item.project) and (
            not item.confidential or level >= 15 or
            self.user in [item.author, *item.assignees])

    def url(self, item):
        return (f'{self.gl.external_url}/{item.project.full_path}'
                f'/-/work_items/{item.iid}')

    def reference(self, item):
        return lambda full=False: (item.project.full_path if full else '') \
            + f'#{item.iid}'

    def label(self, label):
        return Node('Label', id=f'{GID}ProjectLabel/{label.id}',
                    title=label.name)

    def widgets(self, item, onlyTypes=None):
        every = {
            'PROGRESS': lambda: Node(
                'WorkItemWidgetProgress', progress=item.progress,
                startValue=item.start_value, currentValue=item.current_value,
                endValue=item.end_value, updatedAt=seconds(
                    item.progress is not None and item.updated_at or None)),
            'HEALTH_STATUS': lambda: Node(
                'WorkItemWidgetHealthStatus',
                healthStatus=HEALTH.get(item.health_status)),
            'HIERARCHY': lambda: Node(
                'WorkItemWidgetHierarchy', parent=item.parent and
                self.item(item.parent), hasParent=bool(item.parent),
                hasChildren=any(i.parent is item for i
                                in self.state.issues_by_id.values())),
            'LABELS': lambda: Node(
                'WorkItemWidgetLabels', labels=lambda **a: page(
                    item.labels, 'LabelConnection', self.label, **a)),
            'ASSIGNEES': lambda: Node(
                'WorkItemWidgetAssignees', assignees=lambda **a: page(
                    item.assignees, 'UserCoreConnection', person, **a)),
            'START_AND_DUE_DATE': lambda: Node(
                'WorkItemWidgetStartAndDueDate', startDate=item.start_date,
                dueDate=item.due_date),
            'MILESTONE': lambda: Node(
                'WorkItemWidgetMilestone', milestone=item.milestone and Node(
                    'Milestone', title=item.milestone.title,
                    startDate=item.milestone.start_date,
                    dueDate=item.milestone.due_date)),
            'DESCRIPTION': lambda: Node(
                'WorkItemWidgetDescription', description=item.description,
                taskCompletionStatus=Node(
                    'TaskCompletionStatus', count=0, completedCount=0)),
        }
        every['NOTES'] = lambda: Node(
            'WorkItemWidgetNotes', notes=lambda **a: self.notes(item, **a))
        found = []
        for kind in onlyTypes or every:
            widget = every[kind]()
            widget.fields['type'] = kind
            found.append(widget)
        return found

    def notes(self, item, filter='ALL_NOTES', **args):
        planner = self.state.level(self.user, item.project) >= 15
        rows = [n for n in item.notes
                if (planner or not n.internal) and
                not (filter == 'ONLY_COMMENTS' and n.system)]
        return page(rows, 'NoteConnection', lambda n: Node(
            'Note', id=f'{GID}Note/{n.id}', body=n.body, system=n.system,
            internal=n.internal, createdAt=seconds(n.created_at),
            updatedAt=seconds(n.updated_at), author=person(n.author)), **args)

    def item(self, item):
        return Node(
            'WorkItem', id=f'{GID}WorkItem/{item.id}', iid=str(item.iid),
            title=item.title, confidential=item.confidential,
            state='CLOSED' if item.state == 'closed' else 'OPEN',
            createdAt=seconds(item.created_at), webUrl=self.url(item),
            updatedAt=seconds(item.updated_at),
            closedAt=seconds(item.closed_at), reference=self.reference(item),
            author=person(item.author),
            project=Node('Project', id=f'{GID}Project/{item.project.id}',
                         fullPath=item.project.full_path),
            workItemType=Node('WorkItemType',
                              name=NAMES.get(item.issue_type, 'Issue')),
            widgets=lambda **a: self.widgets(item, **a))

    def items(self, projects, types=None, state='all', labelName=None,
              milestoneTitle=None, sort='CREATED_DESC', first=MOST,
              after=None, iids=None, **unused):
        rows = [i for p in projects for i in p.issues if self.may_see(i)]
        if iids is not None:
            rows = [i for i in rows if str(i.iid) in iids]
        if types:
            kinds = [t.lower() for t in types]
            rows = [i for i in rows if i.issue_type in kinds]
        if state in ('opened', 'closed'):
            rows = [i for i in rows if i.state == state]
        for name in labelName or ():
            rows = [i for i in rows if name in [x.name for x in i.labels]]
        if milestoneTitle:
            rows = [i for i in rows
                    if i.milestone and i.milestone.title in milestoneTitle]
        rows.sort(key=lambda i: (i.created_at, i.id),
                  reverse=sort == 'CREATED_DESC')
        return page(rows, 'WorkItemConnection', self.item, first, after)

    def project(self, fullPath):
        found = self.state.find_project(fullPath)
        if fullPath.isdigit() or found is None or \
                not self.state.can_read(self.user, found):
            return None
        return Node('Project', id=f'{GID}Project/{found.id}',
                    fullPath=found.full_path,
                    workItems=lambda **a: self.list([found], **a))

    def list(self, projects, **args):
        return self.items(projects, **args) if self.gl.work_items else None

    def find(self, gid):
        number = gid.rsplit('/', 1)[1]
        item = self.state.issues_by_id.get(int(number))
        return item if item and self.may_see(item) else None

    def update(self, input):
        """workItemUpdate, as far as parents go."""
        item = self.find(input['id'])
        if item is None or self.state.level(self.user, item.project) < 15:
            raise graphql.QueryError(
                "The resource that you are attempting to access does not "
                "exist or you don't have permission to perform this action")
        parent = input['hierarchyWidget']['parentId']
        parent = parent and self.find(parent)
        errors = []
        if parent and (parent.issue_type, item.issue_type) not in \
                self.gl.hierarchy:
            errors = [f"#{item.iid} cannot be added: it's not allowed to add "
                      "this type of parent item"]
        else:
            item.parent = parent
            item.changed()
        return Node('WorkItemUpdatePayload', errors=errors,
                    workItem=self.item(item))

    def namespace(self, fullPath):
        group = self.state.find_group(fullPath)
        if group is None or not self.state.can_read(self.user, group):
            return None
        every = {id(p): p for p in self.state.paths.values()
                 if hasattr(p, 'issues')}

        def listed(includeDescendants=False, **args):
            inside = [p for p in every.values()
                      if p.group is group or includeDescendants and
                      p.full_path.startswith(group.full_path + '/')]
            return self.list(inside, **args)

        return Node('Namespace', id=f'{GID}Group/{group.id}',
                    fullPath=group.full_path, workItems=listed)


def answer(gl, req):
    """The endpoint: always 200, unless nobody knows the token."""
    token, user = authenticate(gl, req, AnyRoute)
    asked = req.params
    text = asked.get('query')
    changes = isinstance(text, str) and \
        graphql.operation(text) == 'mutation'
    check_scope(token, 'POST' if changes else 'GET', AnyRoute)
    show = Show(gl, user)
    root = Node('Mutation', workItemUpdate=show.update) if changes else \
        Node('Query', project=show.project, namespace=show.namespace)
    if not isinstance(text, str):
        return Answer(200, {'errors': [
            {'message': 'No query string was present'}]})
    if len(text) > 10000:
        return Answer(200, {'errors': [{'message': 'Query too large'}]})
    return Answer(200, graphql.execute(
        text, asked.get('variables') or {}, root, gl.complexity_limit,
        gl.graphql_lacks))
