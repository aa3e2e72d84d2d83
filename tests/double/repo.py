"""A project's repository: a real bare git repository, through the git
command. What is pushed over HTTP and what the API commits is thus the same.
"""
import os
import subprocess

from .state import parse_time, show_time

HOOK = r'''#!/bin/sh
# refuse what GitLab refuses on protected branches; then ask the test's hook
input=$(cat)
while read -r old new ref; do
	case " $DOUBLE_DENIED " in *" $ref "*)
		echo "GitLab: You are not allowed to push code to" \
			"protected branches on this project." >&2
		exit 1;;
	esac
	case " $DOUBLE_PROTECTED " in *" $ref "*)
		test -z "$(echo "$old" | tr -d 0)" ||
		git merge-base --is-ancestor "$old" "$new" || {
			echo "GitLab: You are not allowed to force push code" \
				"to a protected branch on this project." >&2
			exit 1
		};;
	esac
done <<END
$input
END
test -x hooks/pre-receive.test || exit 0
printf '%s\n' "$input" | hooks/pre-receive.test
'''
FORMAT = '%H%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x1e'
ZERO = '0' * 40


class HookRefused(Exception):
    """A pre-receive hook said no; the text is what it printed."""


def git_env(extra=None):
    """An environment in which no one's configuration matters."""
    env = {k: v for k, v in os.environ.items() if not k.startswith('GIT_')}
    env.update(GIT_CONFIG_NOSYSTEM='1', GIT_CONFIG_GLOBAL=os.devnull,
               GIT_CONFIG_COUNT='1', GIT_CONFIG_KEY_0='safe.directory',
               GIT_CONFIG_VALUE_0='*', GIT_LITERAL_PATHSPECS='1',
               GIT_TERMINAL_PROMPT='0', LC_ALL='C.UTF-8')
    env.update(extra or {})
    return env


def quote_path(path):
    """A path in git's own C-style quotes, for fast-import."""
    text = path.replace('\\', '\\\\').replace('"', '\\"')
    return '"' + text.replace('\n', '\\n') + '"'


def as_bytes(content):
    return content if isinstance(content, bytes) else content.encode()


class Repo:
    """One bare repository."""

    def __init__(self, path, default_branch='main'):
        self.path = os.path.abspath(path)
        if not os.path.exists(os.path.join(self.path, 'HEAD')):
            os.makedirs(self.path, exist_ok=True)
            subprocess.run(['git', 'init', '-q', '--bare', '-b',
                            default_branch, self.path], check=True,
                           env=git_env(), stdout=subprocess.DEVNULL)
            self.git('config', 'receive.advertisePushOptions', 'true')
        self.install_hook()

    def install_hook(self):
        """Put our pre-receive hook in; one found there is kept and asked."""
        hook = os.path.join(self.path, 'hooks', 'pre-receive')
        os.makedirs(os.path.dirname(hook), exist_ok=True)
        if os.path.exists(hook):
            with open(hook, encoding='utf-8', errors='replace') as file:
                if file.read() == HOOK:
                    return
            os.rename(hook, hook + '.test')
        self.write_hook('pre-receive', HOOK)

    def write_hook(self, name, script):
        path = os.path.join(self.path, 'hooks', name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(script)
        os.chmod(path, 0o755)

    def set_hook(self, name, script):
        """A hook of the test's own; for pre-receive it runs after ours."""
        self.write_hook('pre-receive.test' if name == 'pre-receive'
                        else name, script)

    def refuse_pushes(self, text='refused by the hook'):
        """From now on every push and API commit is refused."""
        self.set_hook('pre-receive',
                      "#!/bin/sh\ncat >/dev/null\n"
                      f"echo '{text}' >&2\nexit 1\n")

    def accept_pushes(self):
        os.unlink(os.path.join(self.path, 'hooks', 'pre-receive.test'))

    def run(self, *args, data=b'', env=None):
        return subprocess.run(['git', *args], cwd=self.path, input=data,
                              capture_output=True, env=git_env(env),
                              check=False)

    def git(self, *args, data=b''):
        """Standard output, or None when git failed."""
        done = self.run(*args, data=data)
        return done.stdout if done.returncode == 0 else None

    def line(self, *args):
        out = self.git(*args)
        return out.decode('utf-8', 'replace').strip() if out else None

    # reading

    def commit_id(self, ref):
        """The commit a branch, tag or id stands for; None if nothing."""
        if not ref or ref.startswith('-'):
            return None
        for name in (f'refs/heads/{ref}', f'refs/tags/{ref}', ref):
            found = self.line('rev-parse', '--verify', '-q',
                              name + '^{commit}')
            if found:
                return found
        return None

    def branches(self):
        """{name: commit id}, sorted by name."""
        out = self.line('for-each-ref', 'refs/heads',
                        '--format=%(objectname) %(refname:lstrip=2)') or ''
        pairs = [x.split(' ', 1) for x in out.splitlines()]
        return {name: oid for oid, name in pairs}

    def entries(self, commit, path='', recursive=False):
        """Tree entries as GitLab lists them: trees first; None without."""
        args = ['ls-tree', '-z', '--full-tree']
        if recursive:
            args += ['-r', '-t']
        place = f'{commit}:{path}' if path else commit
        out = self.git(*args, place)
        if out is None:
            return None
        rows = []
        for item in out.split(b'\0'):
            if item:
                head, _, name = item.decode('utf-8', 'replace').partition('\t')
                mode, kind, oid = head.split()
                full = f'{path}/{name}' if path else name
                rows.append({'id': oid, 'name': name.split('/')[-1],
                             'type': kind, 'path': full, 'mode': mode})
        if not recursive:
            rows.sort(key=lambda r: r['type'] != 'tree')
        return rows

    def files(self, ref='HEAD'):
        """{path: bytes} of a whole tree, for tests to look at."""
        commit = self.commit_id(ref)
        rows = self.entries(commit, recursive=True) if commit else []
        return {r['path']: self.read(commit, r['path']) for r in rows
                if r['type'] == 'blob'}

    def read(self, commit, path):
        """A file's bytes, or None."""
        return self.git('cat-file', 'blob', f'{commit}:{path}')

    def blob_id(self, commit, path):
        kind = self.line('cat-file', '-t', f'{commit}:{path}')
        if kind != 'blob':
            return None
        return self.line('rev-parse', '--verify', '-q', f'{commit}:{path}')

    def is_executable(self, commit, path):
        out = self.git('ls-tree', '--full-tree', commit, '--', path) or b''
        return out.startswith(b'100755')

    def last_commit(self, commit, path):
        """The last commit at or before `commit` that touched a path."""
        return self.line('log', '-1', '--format=%H', commit, '--', path)

    def log(self, ref, path=None, since=None, until=None):
        """Commit facts of a ref or a range "a..b", newest first; None
        without such a ref."""
        since_ref, dots, until_ref = (ref or '').partition('..')
        commit = self.commit_id(until_ref if dots else ref)
        behind = self.commit_id(since_ref) if dots else None
        if commit is None or (dots and behind is None):
            return None
        args = ['log', '--format=' + FORMAT, commit]
        args += ['^' + behind] if behind else []
        args += [f'--since={since}'] if since else []
        args += [f'--until={until}'] if until else []
        out = self.git(*args, '--', *([path] if path else [])) or b''
        return [commit_facts(x) for x in out.split(b'\x1e\n') if x.strip()]

    def info(self, ref):
        """Facts of one commit, or None."""
        commit = self.commit_id(ref)
        if commit is None:
            return None
        out = self.git('log', '-1', '--format=' + FORMAT, commit)
        return commit_facts(out.split(b'\x1e')[0])

    def stats(self, commit):
        """Lines added and deleted by a commit."""
        out = self.line('show', '--numstat', '--format=', commit) or ''
        rows = [x.split('\t') for x in out.splitlines() if x]
        add, gone = (sum(int(r[i]) for r in rows if r[i].isdigit())
                     for i in (0, 1))
        return {'additions': add, 'deletions': gone, 'total': add + gone}

    def merge_base(self, one, two):
        one, two = self.commit_id(one), self.commit_id(two)
        return one and two and self.line('merge-base', one, two)

    def changed_files(self, base, head):
        out = self.git('diff', '--name-only', '-z', base, head) or b''
        return out.count(b'\0')

    # writing

    def write(self, branch, files, message, user, when, parent=None,
              author=None, denied='', executable=()):
        """Commit {path: content, or None to delete} on a branch. `parent`
        is the commit to build on, else the branch's tip. HookRefused when a
        hook refuses. Returns the new commit's id."""
        old = self.commit_id(f'refs/heads/{branch}')
        parent = parent or old
        stamp = f'{int(parse_time(when).timestamp())} +0000'
        who = f'{user.name} <{user.email}> {stamp}'
        name, mail = author or (user.name, user.email)
        text = as_bytes(message)
        out = [b'feature done\ncommit refs/double/new\n',
               f'author {name} <{mail}> {stamp}\n'.encode(),
               f'committer {who}\ndata {len(text)}\n'.encode(), text, b'\n']
        if parent:
            out.append(f'from {parent}\n'.encode())
        for path, content in files.items():
            out.append(file_change(path, content, path in executable))
        done = self.run('fast-import', '--quiet', '--force',
                        data=b''.join(out) + b'\ndone\n')
        if done.returncode:
            raise ValueError(done.stderr.decode('utf-8', 'replace'))
        new = self.line('rev-parse', 'refs/double/new')
        self.git('update-ref', '-d', 'refs/double/new')
        self.ask_hook(old, new, branch, denied)
        self.git('update-ref', f'refs/heads/{branch}', new, old or ZERO)
        return new

    def ask_hook(self, old, new, branch, denied):
        line = f'{old or ZERO} {new} refs/heads/{branch}\n'.encode()
        done = subprocess.run(
            [os.path.join(self.path, 'hooks', 'pre-receive')], input=line,
            cwd=self.path, capture_output=True, check=False,
            env=git_env({'GIT_DIR': '.', 'DOUBLE_DENIED': denied}))
        if done.returncode:
            raise HookRefused(done.stderr.decode('utf-8', 'replace').strip())

    def create_branch(self, name, commit):
        return self.git('update-ref', f'refs/heads/{name}', commit) is not None

    def delete_branch(self, name):
        return self.git('update-ref', '-d', f'refs/heads/{name}') is not None


def file_change(path, content, executable):
    """One line (and data) of a fast-import commit."""
    if content is None:
        return f'D {quote_path(path)}\n'.encode()
    data = as_bytes(content)
    mode = '100755' if executable else '100644'
    return (f'M {mode} inline {quote_path(path)}\ndata {len(data)}\n'
            .encode() + data + b'\n')


def commit_facts(raw):
    """A commit's facts from one record of FORMAT."""
    text = raw.decode('utf-8', 'replace').lstrip('\n')
    (oid, parents, name, mail, when, c_name, c_mail, c_when,
     message) = text.split('\0')
    return {'id': oid, 'parents': parents.split(), 'author_name': name,
            'author_email': mail, 'authored_date': show_time(parse_time(when)),
            'committer_name': c_name, 'committer_email': c_mail,
            'committed_date': show_time(parse_time(c_when)),
            'message': message.rstrip('\n')}
