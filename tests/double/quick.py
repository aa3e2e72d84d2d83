"""Quick actions: the /commands that GitLab finds in texts sent to it.

A command starts in column 0 with `/name`; it is taken out of the text and
done. Fenced code, `>>>` quotes and HTML blocks hide commands. Only the
commands that change what the double keeps have an effect; the other known
ones are taken out of the text just the same.
"""
import re

IGNORED = '''add_contacts approve assign_reviewer award child_epic
clear_health_status clone copy_metadata create_merge_request draft epic
estimate iteration link merge move parent_epic promote promote_to
promote_to_incident publish ready rebase relate remove_child_epic
remove_estimate remove_iteration remove_parent_epic remove_time_spent
request_review shrug spend spend_time submit_review subscribe tableflip
target_branch unsubscribe zoom remove_zoom todo done type duplicate
unassign_reviewer unapprove add_child add_email blocked_by blocks
board_move cc checkin_reminder convert_to_ticket estimate_time invite_email
page react remove_child remove_contacts remove_email remove_estimate_time
remove_parent set_parent severity ship timeline unlink'''.split()
LINE = re.compile(r'^/([A-Za-z_]+)(?:[ \t]+(.*?))?[ \t]*$')
LABEL = re.compile(r'~"([^"]+)"|~([^\s,~"]+)')
FENCE = re.compile(r'^```')
HTML = re.compile(r'^<([A-Za-z][A-Za-z0-9]*)(?: [^<>]*)?>\s*$')


def label_names(text):
    """Names in `~a ~"b c"`, or the plain words when there is no tilde."""
    found = [a or b for a, b in LABEL.findall(text or '')]
    return found or (text or '').replace('"', '').split()


def user_names(text):
    return re.findall(r'@([\w.-]+)', text or '')


def split_blocks(lines):
    """(line, hidden) pairs; hidden lines are never commands."""
    closing = None
    for line in lines:
        if closing is not None:
            yield line, True
            if closing.match(line):
                closing = None
            continue
        html = HTML.match(line)
        if FENCE.match(line):
            closing = re.compile(r'^```\s*$')
        elif line.rstrip() == '>>>':
            closing = re.compile(r'^>>>\s*$')
        elif html:
            closing = re.compile(rf'^</{html.group(1)}>\s*$', re.I)
        yield line, closing is not None


def extract(text):
    """(text without commands, [(name, argument)]) of a text."""
    text = (text or '').replace('\r', '')
    if '/' not in text:
        return text, []
    lines, kept, commands = text.split('\n'), [], []
    for line, hidden in split_blocks(lines):
        match = None if hidden else LINE.match(line)
        name = match.group(1).lower() if match else None
        if name in COMMANDS or name in IGNORED:
            commands.append((name, match.group(2) or ''))
        else:
            kept.append(line)
    if not commands:
        return text, []
    return '\n'.join(kept).strip(), commands


def set_state(action):
    def run(changes, _text):
        changes['state_event'] = action
        return 'Closed this issue.' if action == 'close' else \
            'Reopened this issue.'
    return run


def add_labels(changes, text):
    names = label_names(text)
    changes.setdefault('add_labels', []).extend(names)
    return 'Added ' + ' '.join('~' + n for n in names) + ' label(s).'


def drop_labels(changes, text):
    names = label_names(text)
    if names:
        changes.setdefault('remove_labels', []).extend(names)
    else:
        changes['labels'] = []
    return 'Removed label(s).'


def set_labels(changes, text):
    changes['labels'] = label_names(text)
    return 'Replaced all labels.'


def set_title(changes, text):
    changes['title'] = text
    return f'Changed the title to "{text}".'


def set_due(changes, text):
    changes['due_date'] = text.strip() or None
    return f'Set the due date to {text}.'


def drop_due(changes, _text):
    changes['due_date'] = None
    return 'Removed the due date.'


def assign(changes, text):
    changes['assign'] = user_names(text)
    return 'Assigned ' + text + '.'


def unassign(changes, text):
    changes['unassign'] = user_names(text) or True
    return 'Removed assignee.'


def set_milestone(changes, text):
    changes['milestone'] = text.strip().lstrip('%').strip('"')
    return f'Set the milestone to {text}.'


def drop_milestone(changes, _text):
    changes['milestone'] = None
    return 'Removed milestone.'


def make_confidential(changes, _text):
    changes['confidential'] = True
    return 'Made this issue confidential.'


def set_lock(value):
    def run(changes, _text):
        changes['discussion_locked'] = value
        return 'Locked the discussion.' if value else \
            'Unlocked the discussion.'
    return run


def set_weight(changes, text):
    changes['weight'] = int(text) if text.strip().isdigit() else None
    return f'Set weight to {text}.'


def set_health(changes, text):
    changes['health_status'] = text.strip() or None
    return f'Set health status to {text}.'


def drop_weight(changes, _text):
    changes['weight'] = None
    return 'Removed weight.'


COMMANDS = {
    'close': set_state('close'), 'reopen': set_state('reopen'),
    'label': add_labels, 'labels': add_labels, 'unlabel': drop_labels,
    'remove_label': drop_labels, 'relabel': set_labels, 'title': set_title,
    'due': set_due, 'remove_due_date': drop_due, 'assign': assign,
    'reassign': assign, 'unassign': unassign, 'milestone': set_milestone,
    'remove_milestone': drop_milestone, 'confidential': make_confidential,
    'lock': set_lock(True), 'unlock': set_lock(None),
    'weight': set_weight, 'clear_weight': drop_weight,
    'health_status': set_health,
}


def plan(commands):
    """({attribute: value} wanted by the commands, sentences about them)."""
    changes, summary = {}, []
    for name, text in commands:
        run = COMMANDS.get(name)
        if run:
            summary.append(run(changes, text))
        else:
            summary.append(f'Executed /{name}.')
    return changes, summary
