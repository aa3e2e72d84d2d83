"""A GitLab of files: generated issue pages behind Debian's nginx, with TLS,
HTTP/2 and gzip, on loopback.

The pages are compressed once (gzip_static), so that the server costs next to
nothing and the clients are what is measured.
"""
import gzip
import json
import os
import pathlib
import random
import socket
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent

WORDS = ('revenue customers pipeline latency deployment handbook region team '
         'quarter onboarding renewal support incident review roadmap partner '
         'security availability adoption retention churn growth').split()


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def user(n):
    return {'id': n, 'username': f'user{n}', 'name': f'User {n}',
            'state': 'active', 'locked': False, 'access_level': 30,
            'avatar_url': f'https://gitlab.example/uploads/user/{n}.png',
            'web_url': f'https://gitlab.example/user{n}'}


def body(rng, key_results):
    rows = ''.join(
        f'| KR{i} | Raise the {rng.choice(WORDS)} of the {rng.choice(WORDS)} '
        f'| {i * 10} | {i * 10 + 100} | {i * 10 + rng.randrange(110)} |\n'
        for i in range(1, key_results + 1))
    text = ' '.join(rng.choice(WORDS) for _ in range(280))
    return ('**Owner**: CEO\n**DRI**: CRO\n**Type**: Committed\n\n'
            '| # | Key result | Baseline | Target | Current |\n'
            '|---|---|---|---|---|\n' + rows + '\n## Notes\n\n' + text + '\n')


def words(rng, n, okr):
    """Title and labels: of an OKR, or of everyday work."""
    what = rng.choice(WORDS)
    if okr:
        return (f'Objective {n}: win the {what}',
                ['okr::active', f'Q{1 + n // 5 % 4} {2021 + n // 20 % 5}'])
    return f'Mend the {what} before it breaks', ['type::work', f'area {what}']


def issue(rng, n, okr):
    title, labels = words(rng, n, okr)
    stamp = time.strftime('%Y-%m-%dT%H:%M:%S.000Z',
                          time.gmtime(1735689600 + 600 * n))
    iid = {'id': 50000 + n, 'iid': n, 'project_id': 7}
    url = f'https://gitlab.example/g/p/-/issues/{n}'
    api = f'https://gitlab.example/api/v4/projects/7/issues/{n}'
    return {**iid, 'title': title,
            'description': body(rng, 4 if okr else 0), 'state': 'opened',
            'created_at': stamp, 'updated_at': stamp, 'closed_at': None,
            'closed_by': None, 'labels': labels,
            'milestone': None, 'assignees': [user(n % 90 + 1)],
            'author': user(n % 80 + 1), 'type': 'ISSUE',
            'assignee': user(n % 90 + 1), 'user_notes_count': 0,
            'merge_requests_count': 0, 'upvotes': 0, 'downvotes': 0,
            'due_date': None, 'confidential': False,
            'discussion_locked': None, 'issue_type': 'issue', 'web_url': url,
            'time_stats': {'time_estimate': 0, 'total_time_spent': 0,
                           'human_time_estimate': None,
                           'human_total_time_spent': None},
            'task_completion_status': {'count': 0, 'completed_count': 0},
            'blocking_issues_count': 0, 'has_tasks': False,
            '_links': {'self': api, 'notes': api + '/notes',
                       'award_emoji': api + '/award_emoji',
                       'project': 'https://gitlab.example/api/v4/projects/7'},
            'references': {'short': f'#{n}', 'relative': f'#{n}',
                           'full': f'g/p#{n}'},
            'severity': 'UNKNOWN', 'moved_to_id': None,
            'service_desk_reply_to': None, 'weight': None}


def write(path, value):
    text = json.dumps(value, separators=(',', ':')).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    path.with_name(path.name + '.gz').write_bytes(gzip.compress(text, 6))
    return len(text)


class Site:
    """Projects `g/pN` of N issues each, one in five an OKR; at .far, too,
    where every answer takes that much longer."""

    def __init__(self, folder, sizes, far_ms=0):
        self.folder, self.sizes = pathlib.Path(folder), sizes
        self.far_ms, self.far, self.proxy = far_ms, None, None
        self.port = free_port()
        self.url = f'https://localhost:{self.port}'
        self.ca = self.folder / 'cert.pem'
        self.bytes = {n: self.generate_apart(n) for n in sizes}
        self.make_certificate()
        self.server = None

    def generate_apart(self, size):
        """In a child, for a child's peak memory begins with its parent's."""
        note = self.folder / f'bytes{size}'
        child = os.fork()
        if not child:
            self.folder.mkdir(parents=True, exist_ok=True)
            note.write_text(str(self.generate(size)))
            os._exit(0)
        os.waitpid(child, 0)
        return int(note.read_text())

    def generate(self, size):
        rng, root = random.Random(size), self.folder / f'p{size}'
        rows = [issue(rng, n, n % 5 == 0) for n in range(1, size + 1)]
        total = sum(write(root / f'issues{p // 100 + 1}.json',
                          rows[p:p + 100]) for p in range(0, size, 100))
        newest = sorted(rows, key=lambda r: r['updated_at'], reverse=True)
        write(root / 'newest.json', newest[:20])
        write(root / 'none.json', [])
        write(root / 'members.json', [user(n) for n in range(1, 51)])
        write(root / 'labels.json', [
            {'id': n, 'name': f'label {n}', 'color': '#428bca'}
            for n in range(40)])
        write(self.folder / 'user.json', user(1))
        return total

    def make_certificate(self):
        subprocess.run(
            ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt',
             'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj',
             '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost',
             '-keyout', self.folder / 'key.pem', '-out', self.ca],
            check=True, capture_output=True)

    def project(self, size):
        """The locations of one project; / arrives decoded."""
        pages, root = -(-size // 100), self.folder / f'p{size}'
        base = f'/api/v4/projects/g/p{size}'
        links = '\n'.join(f'{p} {p + 1};' for p in range(1, pages))
        maps = (f'map $arg_page $next{size} {{ default 2; {pages} ""; '
                f'{links} }}\n'
                f'map $next{size} $link{size} {{ "" ""; default "<'
                f'https://$http_host/api/v4/projects/g%2Fp{size}/issues?'
                f'order_by=created_at&per_page=100&page=$next{size}>; '
                f'rel=\\"next\\""; }}\n'
                f'map $arg_page $file{size} {{ "" issues1; '
                f'default issues$arg_page; }}\n'
                f'map "$arg_order_by$arg_updated_after" $which{size} '
                f'{{ default $file{size}; updated_at newest; '
                f'"~^created_at2" none; }}\n'
                f'map $which{size} $total{size} {{ none 0; '
                f'default {size}; }}\n')
        server = (f'location = {base}/issues {{ '
                  f'add_header X-Total $total{size}; '
                  f'add_header X-Total-Pages {pages}; '
                  f'add_header Link $link{size}; '
                  f'rewrite ^ /p{size}/$which{size}.json break; }}\n'
                  f'location = {base}/labels {{ rewrite ^ '
                  f'/p{size}/labels.json break; }}\n'
                  f'location = {base}/members/all {{ rewrite ^ '
                  f'/p{size}/members.json break; }}\n'
                  f'location = {base}/milestones {{ rewrite ^ '
                  f'/p{size}/none.json break; }}\n')
        assert root.is_dir()
        return maps, server

    def __enter__(self):
        parts = [self.project(size) for size in self.sizes]
        config = self.folder / 'nginx.conf'
        config.write_text(f'''\
daemon off; master_process off; pid {self.folder}/pid;
error_log {self.folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; sendfile on; gzip_static on; default_type application/json;
  types {{ application/json json; }}
  map_hash_bucket_size 128; map_hash_max_size 8192;
  client_body_temp_path {self.folder}/t1; proxy_temp_path {self.folder}/t2;
  fastcgi_temp_path {self.folder}/t3; uwsgi_temp_path {self.folder}/t4;
  scgi_temp_path {self.folder}/t5;
  {"".join(p[0] for p in parts)}
  server {{
    listen 127.0.0.1:{self.port} ssl http2;
    ssl_certificate {self.ca}; ssl_certificate_key {self.folder}/key.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    keepalive_requests 100000; http2_max_concurrent_streams 128;
    root {self.folder};
    {"".join(p[1] for p in parts)}
    location = /api/v4/user {{ rewrite ^ /user.json break; }}
    location / {{ return 404; }}
  }}
}}
''')
        self.server = subprocess.Popen(['nginx', '-c', config],
                                       stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                socket.create_connection(('127.0.0.1', self.port)).close()
                self.start_proxy()
                return self
            except OSError:
                time.sleep(0.05)
        raise SystemExit((self.folder / 'error.log').read_text())

    def start_proxy(self):
        if not self.far_ms:
            return
        self.proxy = subprocess.Popen(
            [sys.executable, HERE / 'delay.py', str(self.port),
             str(self.far_ms)], stdout=subprocess.PIPE, text=True)
        self.far = f'https://localhost:{int(self.proxy.stdout.readline())}'

    def __exit__(self, *_):
        if self.proxy:
            self.proxy.terminate()
            self.proxy.wait()
        self.server.terminate()
        self.server.wait()
