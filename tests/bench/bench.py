#!/usr/bin/env python3
"""okrsync beside what a user would pick instead, interleaved in one run.

    bench.py FOLDER [ROUNDS [PART...]]

FOLDER holds the built okrsync and bench/; parts are near, far, large, parse
and commits.  Every round runs each contestant once, in a new order; medians
and their ratios are printed as the tables of docs/benchmarks.md, and written
into it where the environment has WRITE=1.
"""
import hashlib
import json
import os
import pathlib
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from serve import Site  # noqa: E402

PYTHON = '/usr/bin/python3'
PARTS = ['parse', 'near', 'far', 'large', 'commits']
FAR_MS = 150
LANES = 16
IGNORED = ['--labels', 'type::work=ignore']
DOCS = HERE.parent.parent / 'docs' / 'benchmarks.md'
SAID = []


def say(text):
    print(text, flush=True)
    SAID.append(text)


def begin(title, rounds):
    """A table of its own: titles are what they are known by."""
    load = os.getloadavg()[0]
    say(f'\n### {title}\n\n{time.strftime("%Y-%m-%d")}, load {load:.1f}, '
        f'{"one round" if rounds == 1 else f"medians of {rounds} rounds"}.\n')


def sections(lines):
    """{title: text}, in order."""
    parts = '\n'.join(['', *lines]).split('\n### ')[1:]
    return {part.split('\n')[0]: part.strip() for part in parts}


def write_down():
    """Tables measured now take the places of older ones in the manual."""
    head, mark, old = DOCS.read_text().partition('## Results\n')
    tables = {**sections(old.split('\n')), **sections(SAID)}
    DOCS.write_text(head + mark + f'\nOn {machine()}.\n' + ''.join(
        f'\n### {text}\n' for text in tables.values()))


class Timed:
    """Wall, CPU and peak memory of runs of one contestant."""

    def __init__(self):
        self.wall, self.cpu, self.peak = [], [], []

    def run(self, command, folder, env):
        begun = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, env=env,
                                 stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE)
        words = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        self.wall.append(time.perf_counter() - begun)
        if status:
            raise SystemExit(f'{command}: {words.decode()[-800:]}')
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.peak.append(usage.ru_maxrss / 1024)

    def medians(self):
        return [statistics.median(x)
                for x in (self.wall, self.cpu, self.peak)]


def race(title, contestants, rounds, folder, before=None, warm=1):
    """contestants: {name: command}; the first one is ours. Gives the medians
    of all, by name."""
    env = {'PATH': os.environ['PATH'], 'HOME': str(folder), 'LC_ALL': 'C',
           'OKRSYNC_TOKEN': 'glpat-x', 'GIT_CONFIG_NOSYSTEM': '1',
           'GIT_AUTHOR_NAME': 'b', 'GIT_AUTHOR_EMAIL': 'b@localhost',
           'GIT_COMMITTER_NAME': 'b', 'GIT_COMMITTER_EMAIL': 'b@localhost'}
    timed = {name: Timed() for name in contestants}
    for n in range(rounds + warm):
        order = list(contestants)
        random.Random(n).shuffle(order)
        for name in order:
            if before:
                before(name)
            where = timed[name] if n >= warm else Timed()
            where.run(contestants[name], folder, env)
    begin(title, rounds)
    say('| | wall | CPU | peak | our wall is | our CPU is |')
    say('|---|---:|---:|---:|---:|---:|')
    medians = {name: t.medians() for name, t in timed.items()}
    ours = next(iter(medians.values()))
    for name, (wall, cpu, peak) in medians.items():
        say(f'| {name} | {wall:.3f} s | {cpu:.3f} s | {peak:.0f} MB '
            f'| {ours[0] / wall:.2f} | {ours[1] / cpu:.2f} |')
    return medians


def pages_of(size):
    return -(-size // 100)


def our_fetch(okrsync, url, site, size):
    return [okrsync, 'fetch', '-q', f'{url}/g/p{size}/-/issues', '--gitlab',
            url, '--ca-file', site.ca, '--max-issues', '1000000',
            '--lanes', str(LANES)]


def theirs(url, site, size, *what):
    return [PYTHON, HERE / 'python_client.py', url, f'g/p{size}', site.ca,
            *what]


def base_of(url, size):
    return f'{url}/api/v4/projects/g%2Fp{size}/issues?order_by=' \
        'created_at&per_page=100&page='


def to_nowhere(url, site, size):
    return ['curl', '-s', '-Z', '--parallel-max', str(LANES), '--compressed',
            '--cacert', site.ca, f'{base_of(url, size)}[1-{pages_of(size)}]',
            '-o', '/dev/null']


def gitbeaker(folder):
    """node_modules with @gitbeaker/rest, where npm can be asked; or None."""
    place = folder / 'npm'
    place.mkdir()
    (place / 'package.json').write_text('{}')
    shutil.copy(HERE / 'gitbeaker_client.mjs', place)
    try:
        done = subprocess.run(
            ['npm', 'install', '--no-audit', '--no-fund', '@gitbeaker/rest'],
            cwd=place, capture_output=True, timeout=120)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode:
        return None
    return place / 'gitbeaker_client.mjs'


def same_sums(folder, script):
    """All who picked four members picked the same. In a child, for a child's
    peak memory begins with its parent's."""
    child = os.fork()
    if child:
        if os.waitpid(child, 0)[1]:
            raise SystemExit('they do not hold the same: '
                             + (folder / 'sums').read_text())
        say('\nAll of them hold the same: SHA-256 '
            f'{(folder / "sums").read_text()[:16]}...')
        return
    picked = {
        'python-gitlab': json.loads((folder / 'rows').read_text()),
        'curl + jq': [json.loads(line) for line in
                      (folder / 'picked').read_text().splitlines()],
        'okrsync': [json.loads(line)['data'] for line in
                    (folder / 'snapshot').read_text().splitlines()
                    if line.startswith('{"kind":"issue"')]}
    picked['ruby-gitlab'] = json.loads((folder / 'ruby-rows').read_text())
    if script:
        picked['gitbeaker'] = json.loads((folder / 'beaker').read_text())
    sums = {name: hashlib.sha256(json.dumps(sorted(
        [r['iid'], r['title'], r['labels'], r['description']]
        for r in rows)).encode()).hexdigest()
        for name, rows in picked.items()}
    same = len(set(sums.values())) == 1
    (folder / 'sums').write_text(sums['okrsync'] if same else str(sums))
    os._exit(not same)


def fetching(okrsync, site, size, rounds, folder, script):
    url = site.url
    shell = (f'for n in $(seq {pages_of(size)}); do curl -s --compressed '
             f'--cacert {site.ca} "{base_of(url, size)}$n"; done | '
             'jq -c ".[] | {iid, title, labels, description}" >picked')
    ours = our_fetch(okrsync, url, site, size)
    contestants = {
        'okrsync fetch': [*ours, '--no-cache', '-o', 'snapshot'],
        'python-gitlab': theirs(url, site, size, 'fetch', 'rows'),
        'curl + jq': ['sh', '-c', shell],
        'curl -Z to nowhere': to_nowhere(url, site, size)}
    contestants['ruby-gitlab'] = ['ruby', HERE / 'ruby_client.rb', url,
                                  f'g/p{size}', site.ca, 'ruby-rows']
    if script:
        contestants['gitbeaker'] = [
            'env', f'NODE_EXTRA_CA_CERTS={site.ca}', 'node', script, url,
            f'g/p{size}', folder / 'beaker']
    race(f'Fetch {size:,} issues ({site.bytes[size] / 1e6:.0f} MB)',
         contestants, rounds, folder)
    same_sums(folder, script)


def far_fetching(okrsync, site, size, rounds, folder):
    ours = our_fetch(okrsync, site.far, site, size)
    later = [*ours, '--cache', 'later.db', '-o', 'snapshot']
    first = folder / 'first.db'
    subprocess.run([*ours, '--cache', first, '-o', 'snapshot'], cwd=folder,
                   env={**os.environ, 'OKRSYNC_TOKEN': 'glpat-x'}, check=True)

    def remember(name):
        shutil.copy(first, folder / 'later.db')

    known = 'okrsync fetch a day later, pages known'
    medians = race(f'Fetch {size:,} issues from {FAR_MS} ms away', {
        'okrsync fetch': [*ours, '--no-cache', '-o', 'snapshot'],
        known: ['env', f'SOURCE_DATE_EPOCH={int(time.time()) + 100000}',
                *later],
        'python-gitlab': theirs(site.far, site, size, 'fetch', 'rows')},
        rounds, folder, remember)
    floor = (60 + FAR_MS + -(-(pages_of(size) - 1) // LANES) * FAR_MS) / 1000
    say(f'\n60 + {FAR_MS} + ceil((pages - 1) / {LANES}) x {FAR_MS} ms is '
        f'{floor:.2f} s: ours is {medians["okrsync fetch"][0] / floor:.2f} of '
        f'that, and {medians[known][0] / floor:.2f} where the number of pages '
        'is known.')


def our_sync(okrsync, url, site, size):
    return [okrsync, 'sync', '-q', f'{url}/g/p{size}/-/issues', '--gitlab',
            url, '--ca-file', site.ca, '--remote', '', '--branch', 'main',
            '--repository', 'ours', '--today', '2025-02-08', '--max-issues',
            '1000000', '--lanes', str(LANES), *IGNORED]


def make_repository(path):
    subprocess.run(['git', 'init', '-q', '-b', 'main', path], check=True)
    subprocess.run(['git', '-c', 'user.name=b', '-c', 'user.email=b@localhost',
                    'commit', '-q', '--allow-empty', '-m', 'first'], cwd=path,
                   check=True)
    subprocess.run(['git', 'checkout', '-q', '--detach'], cwd=path,
                   check=True)
    subprocess.run(['git', 'config', 'gc.auto', '0'], cwd=path, check=True)


def syncing(okrsync, url, site, size, rounds, folder, where=''):
    ours = [*our_sync(okrsync, url, site, size), '--cache', 'sync.db']
    python = theirs(url, site, size, 'sync', 'theirs')

    def fresh(name):
        for repository in ('ours', 'theirs'):
            shutil.rmtree(folder / repository, ignore_errors=True)
            make_repository(folder / repository)
        (folder / 'sync.db').unlink(missing_ok=True)

    race(f'First sync of {size:,} issues{where}', {
        'okrsync sync': ours,
        'okrsync sync, no cache': [*ours, '--no-cache'],
        'python-gitlab, a page, git': python}, rounds, folder, fresh, warm=0)
    fresh('')
    contestants = {
        'okrsync sync': ours,
        'python-gitlab, a page, git': python,
        'python-gitlab, updated_after': theirs(url, site, size, 'changed')}
    if not where:
        contestants['okrsync sync, no cache'] = [*ours, '--no-cache']
        contestants['okrsync fetch to nowhere'] = [
            *our_fetch(okrsync, url, site, size), '--cache', 'sync.db', '-o',
            '/dev/null']
    # The first finds work, the second that there is none.
    race(f'Unchanged sync of {size:,} issues{where}', contestants, rounds,
         folder, warm=2)


def growth(okrsync, site, rounds, folder):
    """CPU and memory a fetched issue, from 1,000 to 100,000."""
    rows = []
    for size in site.sizes:
        ours = our_fetch(okrsync, site.url, site, size)
        medians = race(f'Fetch {size:,} issues alone', {
            'okrsync fetch': [*ours, '--no-cache', '-o', 'snapshot'],
            'curl -Z to nowhere': to_nowhere(site.url, site, size)},
            rounds, folder)
        _, cpu, peak = medians['okrsync fetch']
        rows.append((size, cpu / size * 1e6, peak))
    begin('Growth of a fetch', rounds)
    say('| issues | CPU an issue | growth | peak |\n|---:|---:|---:|---:|')
    for size, cpu, peak in rows:
        say(f'| {size:,} | {cpu:.1f} us | {cpu / rows[0][1]:.2f} '
            f'| {peak:.0f} MB |')


def parsing(build, site, size):
    pages = sorted((site.folder / f'p{size}').glob('issues*.json'))
    done = subprocess.run([build / 'bench' / 'parse', *pages], check=True,
                          capture_output=True, text=True)
    say(f'\n### Reading the bytes of {len(pages)} pages\n\n'
          '| | speed | slower than ours |\n|---|---:|---:|\n'
          f'{done.stdout.rstrip()}')


def import_stream(pages, path):
    """What git fast-import is fed with: one commit of all pages."""
    with path.open('wb') as out:
        out.write(b'commit refs/heads/imported\n'
                  b'committer b <b@localhost> 1700000000 +0000\n'
                  b'data 5\npages\n')
        for page in sorted(pages.iterdir()):
            text = page.read_bytes()
            out.write(b'M 100644 inline okrs/%s\ndata %d\n'
                      % (page.name.encode(), len(text)) + text + b'\n')
        out.write(b'done\n')


def committing(commit, count, rounds, folder):
    pages = folder / f'pages{count}'
    pages.mkdir()
    for n in range(count):
        (pages / f'page-{n:05}.md').write_text(
            f'---\ntitle: "Page {n}"\n---\n' + 'An objective.\n' * 80)
    git, imported = folder / 'theirs', folder / 'imported'
    import_stream(pages, folder / 'stream')

    def fresh(name):
        for repository in (folder / 'ours', git, imported):
            shutil.rmtree(repository, ignore_errors=True)
            make_repository(repository)
        shutil.copytree(pages, git / 'okrs')

    def rewritten(name):
        for page in pages.iterdir():
            shutil.copy(page, git / 'okrs')

    contestants = {
        'okrsync': [commit, folder / 'ours', pages],
        'git add && git commit': [
            'sh', '-c', f'cd {git} && git add -A && '
            'git commit -q --allow-empty -m pages'],
        'git fast-import': [
            'sh', '-c', f'cd {imported} && git fast-import --quiet --done '
            '<../stream']}
    race(f'First commit of {count:,} pages', contestants, rounds, folder,
         fresh, warm=0)
    del contestants['git fast-import']
    fresh('')
    race(f'{count:,} pages, none of them changed', contestants, rounds,
         folder, rewritten, warm=1)


def machine():
    model = 'unknown processor'
    for line in pathlib.Path('/proc/cpuinfo').read_text().splitlines():
        if line.startswith('model name'):
            model = line.split(':')[1].strip()
            break
    return (f'{model}, {os.cpu_count()} cores, '
            f'Linux {platform.release().split("-")[0]}')


def numbers(build):
    done = subprocess.run([build / 'bench' / 'numbers'], check=True,
                          capture_output=True, text=True)
    begin('100,000 key results', 1)
    say(done.stdout.rstrip())


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    okrsync, commit = build / 'okrsync', build / 'bench' / 'commit'
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    parts = sys.argv[3:] or PARTS
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sizes = [1000, 10000] + [100000] * ('large' in parts)
        if parts != ['commits']:
            with Site(folder / 'site', sizes, FAR_MS) as site:
                if 'parse' in parts:
                    parsing(build, site, 10000)
                    numbers(build)
                if 'near' in parts:
                    script = gitbeaker(folder)
                    for size in (1000, 10000):
                        fetching(okrsync, site, size, rounds, folder, script)
                        syncing(okrsync, site.url, site, size, rounds, folder)
                if 'far' in parts:
                    far_fetching(okrsync, site, 10000, min(rounds, 3), folder)
                    syncing(okrsync, site.far, site, 10000, min(rounds, 3),
                            folder, f' from {FAR_MS} ms away')
                if 'large' in parts:
                    growth(okrsync, site, min(rounds, 3), folder)
        for count in (100, 1000, 10000) if 'commits' in parts else ():
            committing(commit, count, rounds, folder)
    if os.environ.get('WRITE'):
        write_down()


main()
