"""What somebody would write with python-gitlab instead.

    python_client.py URL PROJECT CA fetch FILE | changed | sync FOLDER
"""
import json
import pathlib
import subprocess
import sys

import gitlab


def pick(issue):
    return {name: getattr(issue, name) for name in
            ('iid', 'title', 'labels', 'description')}


def main():
    url, project, ca, what = sys.argv[1:5]
    gl = gitlab.Gitlab(url, private_token='glpat-x', ssl_verify=ca)
    issues = gl.projects.get(project, lazy=True).issues
    more = {'updated_after': '2026-01-01T00:00:00Z'} \
        if what == 'changed' else {}
    rows = [pick(i) for i in issues.list(
        iterator=True, per_page=100, order_by='created_at', **more)]
    if what == 'changed':
        return
    rows = [r for r in rows if 'type::work' not in r['labels']] \
        if what == 'sync' else rows
    if what == 'fetch':
        pathlib.Path(sys.argv[5]).write_text(json.dumps(rows))
        return
    folder = pathlib.Path(sys.argv[5])
    page = folder / 'okrs.md'
    page.write_text('\n'.join(
        f'## {r["title"]}\n\n{r["description"]}' for r in rows))
    subprocess.run(['git', 'add', '-A'], cwd=folder, check=True)
    subprocess.run(['git', 'commit', '-qm', 'okrs'], cwd=folder)


main()
