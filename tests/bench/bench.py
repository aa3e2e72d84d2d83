#!/usr/bin/env python3
"""okrsync beside what a user would pick instead, interleaved in one run.

    bench.py OKRSYNC COMMIT [ROUNDS [PART]]    COMMIT is the built commit.c;
                                               PART: gitlab or commits

Every round runs each contestant once, in a new order; medians and their
ratios are printed as the tables of docs/benchmarks.md.
"""
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
    """contestants: {name: command}; the first one is ours."""
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
    print(f'\n### {title}\n')
    print('| | wall | CPU | peak | our wall is | our CPU is |')
    print('|---|---:|---:|---:|---:|---:|')
    ours = next(iter(timed.values())).medians()
    for name, t in timed.items():
        wall, cpu, peak = t.medians()
        print(f'| {name} | {wall:.3f} s | {cpu:.3f} s | {peak:.0f} MB '
              f'| {ours[0] / wall:.2f} | {ours[1] / cpu:.2f} |')
    sys.stdout.flush()


def fetching(okrsync, site, size, rounds, folder):
    source = f'{site.url}/g/p{size}/-/issues'
    pages = -(-size // 100)
    base = f'{site.url}/api/v4/projects/g%2Fp{size}/issues?order_by=' \
        'created_at&per_page=100&page='
    ours = [okrsync, 'fetch', '-q', source, '--gitlab', site.url,
            '--ca-file', site.ca]
    theirs = [PYTHON, HERE / 'python_client.py', site.url, f'g/p{size}',
              site.ca]
    shell = (f'for n in $(seq {pages}); do curl -s --compressed --cacert '
             f'{site.ca} "{base}$n"; done | jq -c ".[] | '
             '{iid, title, labels, description}" >picked')
    everything = ['curl', '-s', '-Z', '--parallel-max', '16', '--compressed',
                  '--cacert', site.ca, f'{base}[1-{pages}]', '-o',
                  '/dev/null']
    race(f'Fetch {size:,} issues ({site.bytes[size] / 1e6:.0f} MB)', {
        'okrsync fetch': [*ours, '--no-cache', '-o', 'snapshot'],
        'python-gitlab': [*theirs, 'fetch', 'rows'],
        'curl + jq': ['sh', '-c', shell],
        'curl -Z to nowhere': everything}, rounds, folder)
    cache = ['--cache', f'cache{size}.db']
    race(f'Nothing changed since, {size:,} issues', {
        'okrsync fetch': [*ours, *cache, '-o', 'snapshot'],
        'python-gitlab, updated_after': [*theirs, 'changed'],
        'okrsync fetch, no cache': [*ours, '--no-cache', '-o', 'snapshot'],
    }, rounds, folder)


def make_repository(path):
    subprocess.run(['git', 'init', '-q', '-b', 'main', path], check=True)
    subprocess.run(['git', '-c', 'user.name=b', '-c', 'user.email=b@localhost',
                    'commit', '-q', '--allow-empty', '-m', 'first'], cwd=path,
                   check=True)
    subprocess.run(['git', 'checkout', '-q', '--detach'], cwd=path,
                   check=True)


def syncing(okrsync, site, size, rounds, folder):
    source = f'{site.url}/g/p{size}/-/issues'
    ours = [okrsync, 'sync', '-q', source, '--gitlab', site.url, '--ca-file',
            site.ca, '--remote', '', '--branch', 'main', '--repository',
            'ours', '--today', '2025-02-08', '--max-issues', '1000000']
    theirs = [PYTHON, HERE / 'python_client.py', site.url, f'g/p{size}',
              site.ca, 'sync', 'theirs']

    def fresh(name):
        for repository in ('ours', 'theirs'):
            shutil.rmtree(folder / repository, ignore_errors=True)
            make_repository(folder / repository)
        (folder / 'sync.db').unlink(missing_ok=True)

    race(f'First sync of {size:,} issues', {
        'okrsync sync': [*ours, '--cache', 'sync.db'],
        'python-gitlab, a page, git': theirs}, rounds, folder, fresh)
    fresh('')
    race(f'Unchanged sync of {size:,} issues', {
        'okrsync sync': [*ours, '--cache', 'sync.db'],
        'python-gitlab, a page, git': theirs}, rounds, folder)


def committing(commit, count, rounds, folder):
    pages = folder / f'pages{count}'
    pages.mkdir()
    for n in range(count):
        (pages / f'page-{n:05}.md').write_text(
            f'---\ntitle: "Page {n}"\n---\n' + 'An objective.\n' * 80)
    git = folder / 'theirs'

    def fresh(name):
        shutil.rmtree(folder / 'ours', ignore_errors=True)
        shutil.rmtree(git, ignore_errors=True)
        make_repository(folder / 'ours')
        make_repository(git)
        shutil.copytree(pages, git / 'okrs')

    contestants = {
        'okrsync': [commit, folder / 'ours', pages],
        'git add && git commit': [
            'sh', '-c', f'cd {git} && git add -A && '
            'git commit -q --allow-empty -m pages']}
    race(f'First commit of {count:,} pages', contestants, rounds, folder,
         fresh, warm=0)
    race(f'{count:,} pages, none of them changed', contestants, rounds,
         folder, warm=0)


def machine():
    model = 'unknown processor'
    for line in pathlib.Path('/proc/cpuinfo').read_text().splitlines():
        if line.startswith('model name'):
            model = line.split(':')[1].strip()
            break
    load = os.getloadavg()[0]
    return (f'{time.strftime("%Y-%m-%d")}, {model}, {os.cpu_count()} cores, '
            f'Linux {platform.release().split("-")[0]}, load {load:.1f} at '
            'the start')


def main():
    okrsync, commit = (pathlib.Path(p).resolve() for p in sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    part = sys.argv[4] if len(sys.argv) > 4 else ''
    print(f'Measured {machine()}; medians of {rounds} rounds.')
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if part != 'commits':
            with Site(folder / 'site', [1000, 10000]) as site:
                for size in site.sizes:
                    fetching(okrsync, site, size, rounds, folder)
                for size in site.sizes:
                    syncing(okrsync, site, size, rounds, folder)
        for count in (100, 1000, 10000) if part != 'gitlab' else ():
            committing(commit, count, rounds, folder)


main()
