"""The JSON shapes of merge requests and of what lies in a repository."""
from .entities import TIME_STATS


def merge_status(mr):
    """(merge_status, detailed_merge_status): "checking" right after."""
    if mr.fresh:
        return 'checking', 'preparing'
    if mr.state != 'opened':
        return 'can_be_merged', 'not_open'
    draft = mr.title.lower().startswith('draft:')
    return 'can_be_merged', 'draft_status' if draft else 'mergeable'


def merge_request(show, mr, details=False):
    """An element of the merge request list."""
    people = [show.user(u) for u in mr.assignees]
    status, detailed = merge_status(mr)
    draft = mr.title.lower().startswith('draft:')
    return {
        'id': mr.id, 'iid': mr.iid, 'project_id': mr.project.id,
        'title': mr.title, 'description': mr.description, 'state': mr.state,
        'created_at': mr.created_at, 'updated_at': mr.updated_at,
        'merged_by': show.user(mr.merge_user),
        'merge_user': show.user(mr.merge_user), 'merged_at': mr.merged_at,
        'closed_by': show.user(mr.closed_by), 'closed_at': mr.closed_at,
        'target_branch': mr.target_branch,
        'source_branch': mr.source_branch, 'user_notes_count':
        mr.user_notes(), 'upvotes': 0, 'downvotes': 0,
        'author': show.user(mr.author), 'assignees': people,
        'assignee': people[0] if people else None,
        'reviewers': [show.user(u) for u in mr.reviewers],
        'source_project_id': mr.project.id,
        'target_project_id': mr.project.id,
        'labels': show.item_labels(mr, details), 'draft': draft,
        'imported': False, 'imported_from': 'none',
        'work_in_progress': draft,
        'milestone': show.milestone(mr.milestone),
        'merge_when_pipeline_succeeds':
        mr.state == 'opened' and mr.automatic is not None
        and mr.automatic == mr.head(), 'merge_status': status,
        'detailed_merge_status': detailed, 'merge_after': None,
        'sha': None if mr.fresh else mr.head(), 'merge_commit_sha': None,
        'squash_commit_sha': None,
        'discussion_locked': mr.discussion_locked,
        'should_remove_source_branch': None,
        'force_remove_source_branch': mr.remove_source_branch,
        'prepared_at': None if mr.fresh else mr.created_at,
        'reference': f'!{mr.iid}', 'references': show.references(mr),
        'web_url': f'{show.url}/{mr.project.full_path}/-/merge_requests/'
                   f'{mr.iid}',
        'time_stats': TIME_STATS, 'squash': mr.squash,
        'squash_on_merge': mr.squash,
        'task_completion_status': show.tasks(mr), 'has_conflicts': False,
        'blocking_discussions_resolved': True,
        'approvals_before_merge': None}


def one_merge_request(show, mr):
    """A single merge request: more keys than in the list."""
    view = merge_request(show, mr)
    base = None if mr.fresh else mr.base()
    view.update({
        'subscribed': True,
        'changes_count': None if mr.fresh else mr.changes_count(),
        'latest_build_started_at': None, 'latest_build_finished_at': None,
        'first_deployed_to_production_at': None, 'pipeline': None,
        'head_pipeline': None, 'diff_refs': {
            'base_sha': base, 'head_sha': view['sha'], 'start_sha': base},
        'merge_error': None, 'allow_collaboration': mr.allow_collaboration,
        'allow_maintainer_to_push': mr.allow_collaboration,
        'user': {'can_merge': True}, 'first_contribution': False})
    return view


def commit(show, project, info, stats=False):
    """A commit from its dictionary of git facts."""
    view = {'id': info['id'], 'short_id': info['id'][:8],
            'created_at': info['committed_date'],
            'parent_ids': info['parents'],
            'title': info['message'].split('\n')[0],
            'message': info['message'],
            'author_name': info['author_name'],
            'author_email': info['author_email'],
            'authored_date': info['authored_date'],
            'committer_name': info['committer_name'],
            'committer_email': info['committer_email'],
            'committed_date': info['committed_date'], 'trailers': {},
            'extended_trailers': {},
            'web_url': f'{show.url}/{project.full_path}/-/commit/'
                       f"{info['id']}"}
    if stats:
        view['stats'] = info.get('stats') or {
            'additions': 0, 'deletions': 0, 'total': 0}
        view.update(status=None, project_id=project.id, last_pipeline=None)
    return view


def branch(show, project, name, info, can_push):
    shielded = name in project.protected
    return {'name': name, 'commit': commit(show, project, info),
            'merged': False, 'protected': shielded,
            'developers_can_push': False, 'developers_can_merge': False,
            'can_push': can_push, 'default': name == project.default_branch,
            'web_url': f'{show.url}/{project.full_path}/-/tree/{name}'}
