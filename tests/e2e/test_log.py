"""What a run says while it works: short in a job's log, everything with
--verbose, progress on terminals only."""
import os
import re
import subprocess

from conftest import BINARY, open_terminal

MOST_LINES = 40         # of a normal run


def add_owners(company, n):
    for i in range(n):
        company.add_okr(f'Objective {i}', body=f'**Owner**: Team {i}\n\n'
                        '- KR1: Raise revenue from $1M to $2M => 50%\n')


def test_the_log_of_a_large_company_is_short(company):
    add_owners(company, 60)
    done = company.sync()
    lines = done.err.splitlines()
    assert done.status == 0 and not done.out and len(lines) < MOST_LINES, done
    wrote = [line for line in lines if line.startswith('wrote ')]
    more = re.search(r'^and (\d+) more \(--verbose lists them\)$', done.err,
                     re.M)
    pages = company.pages()
    assert len(pages) > 60
    assert len(wrote) + int(more.group(1)) == len(pages), done
    done = company.plan('--overwrite', '--title', 'Goals')
    assert len(done.err.splitlines()) < MOST_LINES, done


def test_all_changes_are_told_when_asked(company):
    add_owners(company, 30)
    done = company.sync('--verbose')
    wrote = re.findall(r'^wrote (\S+): new$', done.err, re.M)
    assert sorted(wrote) == sorted(company.pages()), done
    assert 'more (--verbose' not in done.err


def test_many_broken_issues_do_not_fill_the_log(company):
    for i in range(30):
        company.add_okr(f'Big {i}', body='x' * 1100000)
    company.add_okr('Win')
    done = company.sync()
    assert done.status == 0, done
    assert len(done.err.splitlines()) < MOST_LINES, done
    assert re.search(r'^and \d+ more \(--verbose lists them\)$', done.err,
                     re.M), done
    told = company.plan('--verbose').err.count('[record-skipped]')
    assert told >= 30, told


def test_a_log_tells_what_was_read_changed_and_skipped(company):
    company.add_okr('Win')
    company.add_okr('Too big', body='x' * 1100000)
    done = company.sync()
    assert re.search('^read 2 issues and 0 comments from ', done.err, re.M)
    assert re.search(r'issues/2: issue .* was left out: its text is larger '
                     r'than \d+ bytes', done.err), done
    assert 'wrote content/okrs/2025-q1/index.md: new\n' in done.err
    assert re.search(r"^commit [0-9a-f]{40} on branch 'main' of ", done.err,
                     re.M)


def test_verbose_tells_every_request_and_never_the_token(company):
    company.add_okr('Win')
    company.gl.requests.clear()
    done = company.sync('--verbose', '--write-back', 'comment')
    assert done.status == 0, done
    told = re.findall(r'^(GET|POST|PUT) (/api\S+) \d+ \d+ bytes \d+ ms$',
                      done.err, re.M)
    asked = [(r['method'], r['target']) for r in company.gl.requests
             if r['target'].startswith('/api')]
    assert len(asked) > 4 and sorted(told) == sorted(asked), done
    talks = re.findall(r'^git (fetch|push) (\S+)$', done.err, re.M)
    assert {verb for verb, _ in talks} == {'fetch', 'push'}, done
    assert all('@' not in url and url.startswith('http') for _, url in talks)
    assert company.gl.token not in done.err + done.out


def on_a_terminal(company, *words):
    ours, theirs = open_terminal()
    child = subprocess.Popen([BINARY, *words],
                             cwd=company.folder, env=company.run.env,
                             stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    text = b''
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        text += piece
    os.close(ours)
    assert child.wait(timeout=60) == 0, text
    return text.decode()


def test_progress_has_totals_and_a_rate_on_a_terminal(company):
    add_owners(company, 250)
    company.gl.fault(3, '/issues', delay=0.8)
    text = on_a_terminal(company, 'fetch', '-o', '/dev/null', '--lanes', '1')
    assert re.search(r'\r\x1b\[K[a-z ]+: \d+ of 250 \(\d+ %\)', text), text
    assert re.search(r', \d+ a second', text), text
    # The line is gone when the run goes on.
    assert '\r\x1b[Kwrote ' in text


def test_no_progress_where_there_is_no_terminal_or_no_wish(company):
    add_owners(company, 120)
    done = company.run('fetch', '-o', '/dev/null')
    assert '\r' not in done.err and '\x1b' not in done.err, done
    assert on_a_terminal(company, 'fetch', '-q', '-o', '/dev/null') == ''
