"""Help that fits a screen, completions in real shells, manuals."""
import json
import os
import re
import select
import shutil
import subprocess

import pytest

from conftest import BINARY, ROOT, open_terminal

SCREEN_COLUMNS, SCREEN_LINES = 80, 23      # and the prompt


def commands(okrsync):
    text = okrsync('--help').out.split('example:')[0]
    return re.findall(r'^  ([a-z]+) +\S', text, re.M)


def test_help_of_every_command_fits_a_screen(okrsync):
    names = commands(okrsync)
    assert {'sync', 'plan', 'grade', 'completion', 'help'} <= set(names)
    for name in set(names) - {'help'}:
        done = okrsync(name, '--help')
        lines = done.out.splitlines()
        assert done.status == 0 and len(lines) <= SCREEN_LINES, (
            name, len(lines))
        assert max(map(len, lines)) <= SCREEN_COLUMNS, name
        assert f'\nexample:\n  okrsync {name}' in done.out or \
            name == 'completion' and 'example:' in done.out, name
        assert okrsync('help', name).out == done.out


def test_every_command_has_a_page_with_examples(okrsync):
    for name in set(commands(okrsync)) - {'help'}:
        page = (ROOT / 'docs' / f'okrsync-{name}.1').read_text()
        assert f'\n.Nm okrsync-{name}\n' in page
        assert f'.Sh SYNOPSIS\n.Nm okrsync {name}\n' in page
        examples = page.split('.Sh EXAMPLES')[1]
        assert f'okrsync {name}' in examples, name


def test_help_leaves_details_to_the_manual(okrsync):
    text = okrsync('sync', '--help').out
    assert re.search(r'--publish WAY +auto, .* or files$', text, re.M)
    assert '--gitlab' in text.split('\nand ')[1]
    assert text.endswith(
        "'okrsync help sync' opens the manual; --no-NAME turns a switch "
        "off\n")


def test_help_names_every_flag_or_says_that_there_are_more(okrsync):
    for name in set(commands(okrsync)) - {'help', 'completion'}:
        text = okrsync(name, '--help').out
        page = (ROOT / 'docs' / f'okrsync-{name}.1').read_text()
        flags = set(re.findall(r'^\.It .*?Fl -([a-z-]+)', page, re.M))
        named = {flag for flag in flags if f'--{flag}' in text}
        assert named == flags or text.count(' ...\n') == 1 and len(
            re.findall(r'^  (?:-., )?--', text, re.M)) >= 8, (name, flags)


def test_help_of_a_topic_says_where_the_page_is(okrsync):
    for topic, page in (('okr', 'okr(5)'), ('okrsync.yml', 'okrsync.yml(5)'),
                        ('okrsync', 'okrsync(1)')):
        done = okrsync('help', topic)
        assert done.status == 0 and done.out.startswith(page), done
        section = re.search(r'\((\d)\)', page).group(1)
        assert (ROOT / 'docs' / f'{topic}.{section}').exists()


def test_help_of_something_unknown_is_a_mistake(okrsync):
    done = okrsync('help', 'synk')
    assert done.status == 2 and "did you mean 'sync'" in done.error


def on_a_terminal(okrsync, *words, path):
    """What the program writes when its output is a terminal."""
    ours, theirs = open_terminal()
    child = subprocess.Popen([BINARY, *words], stdout=theirs, stderr=theirs,
                             env={**okrsync.env, 'PATH': path})
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
    return child.wait(timeout=30), text.decode()


def write_man(folder, known, shown=True):
    program = folder / 'bin' / 'man'
    program.parent.mkdir()
    program.write_text('#!/bin/sh\n'
                       f'[ "$1" = -w ] && exit {0 if known else 16}\n'
                       'echo "shown: $1 $2"\n'
                       f'exit {0 if shown else 7}\n')
    program.chmod(0o755)
    return str(program.parent)


def test_help_opens_the_page_on_a_terminal(okrsync, tmp_path):
    path = write_man(tmp_path, known=True)
    status, text = on_a_terminal(okrsync, 'help', 'okr', path=path)
    assert status == 0 and text.strip() == 'shown: 5 okr'


def test_a_manual_that_cannot_be_shown_is_an_error(okrsync, tmp_path):
    path = write_man(tmp_path, known=True, shown=False)
    for topic, page in (('okr', '5 okr'), ('sync', '1 okrsync-sync')):
        status, text = on_a_terminal(okrsync, 'help', topic, path=path)
        assert status == 3, text
        assert f"okrsync: 'man {page}' failed with status 7" in text


def test_help_opens_the_page_of_a_command_on_a_terminal(okrsync, tmp_path):
    path = write_man(tmp_path, known=True)
    status, text = on_a_terminal(okrsync, 'help', 'sync', path=path)
    assert status == 0 and text.strip() == 'shown: 1 okrsync-sync'


def test_help_of_a_command_without_its_page_is_the_short_one(
        okrsync, tmp_path):
    path = write_man(tmp_path, known=False)
    status, text = on_a_terminal(okrsync, 'help', 'sync', path=path)
    assert status == 0 and text.startswith('usage: okrsync sync')


def test_help_without_the_page_says_so_on_a_terminal(okrsync, tmp_path):
    path = write_man(tmp_path, known=False)
    status, text = on_a_terminal(okrsync, 'help', 'okr', path=path)
    assert status == 0 and text.startswith('okr(5): ')


def test_help_without_man_still_helps(okrsync, tmp_path):
    status, text = on_a_terminal(okrsync, 'help', 'okr', path=str(tmp_path))
    assert status == 0 and text.startswith('okr(5): ')


def complete(okrsync, tmp_path, *words):
    """What a real bash offers for the last word."""
    script = tmp_path / 'okrsync.bash'
    if not script.exists():
        script.write_text(okrsync('completion', 'bash').out)
    # Bash splits words at '=' too.
    split = []
    for word in words:
        split += re.split(r'(=)', word) if word.startswith('--') else [word]
    line = json.dumps(' '.join(words))
    quoted = ' '.join(f"'{word}'" for word in split)
    done = subprocess.run(
        ['bash', '--norc', '-c', f'compopt() {{ :; }}\n. {script}\n'
         f'COMP_WORDS=({quoted}); COMP_CWORD={len(split) - 1}\n'
         f'COMP_LINE={line}\n_okrsync\nprintf "%s\\n" "${{COMPREPLY[@]}}"'],
        cwd=tmp_path, capture_output=True, encoding='utf-8', check=True)
    assert not done.stderr, done.stderr
    return set(done.stdout.split())


def test_bash_completes_commands(okrsync, tmp_path):
    offered = complete(okrsync, tmp_path, 'okrsync', '')
    assert set(commands(okrsync)) <= offered and '--version' in offered
    assert complete(okrsync, tmp_path, 'okrsync', 'sy') == {'sync'}


def test_bash_completes_the_flags_of_a_command(okrsync, tmp_path):
    offered = complete(okrsync, tmp_path, 'okrsync', 'plan', '--')
    assert {'--check', '--no-notes', '--layout', '--help'} <= offered
    assert '--check' not in complete(okrsync, tmp_path, 'okrsync', 'grade',
                                     '--')


def test_bash_completes_values(okrsync, tmp_path):
    def offer(*words):
        return complete(okrsync, tmp_path, 'okrsync', *words)

    assert offer('sync', '--layout', '') == {'table', 'cascade'}
    assert offer('sync', '--layout=c') == {'cascade'}
    assert offer('plan', '--layout=') == {'table', 'cascade'}
    assert offer('grade', '--fiscal-start', 'Ju') == {'June', 'July'}
    assert offer('calendar', 'ne') == {'next'}
    assert 'okr' in offer('help', 'ok') and 'grade' in offer('help', '')
    (tmp_path / 'okrs.md').write_text('')
    assert offer('grade', 'okr') == {'okrs.md', 'okrsync.bash'}
    assert offer('grade', '-o', 'okrs') == {'okrs.md', 'okrsync.bash'}


@pytest.mark.parametrize('shell', ['bash', 'zsh', 'fish'])
def test_a_shell_takes_its_script(okrsync, tmp_path, shell):
    if not shutil.which(shell):
        pytest.skip(f'{shell} is not installed')
    script = tmp_path / 'script'
    script.write_text(okrsync('completion', shell).out)
    done = subprocess.run([shell, '-n', script], capture_output=True,
                          encoding='utf-8', check=False)
    assert done.returncode == 0 and not done.stderr, done.stderr


def test_fish_completes_as_bash_does(okrsync, tmp_path):
    if not shutil.which('fish'):
        pytest.skip('fish is not installed')
    script = tmp_path / 'okrsync.fish'
    script.write_text(okrsync('completion', 'fish').out)

    def offer(line):
        done = subprocess.run(
            ['fish', '--no-config', '-c',
             f"source {script}; complete -C '{line}'"],
            cwd=tmp_path, env={**okrsync.env, 'HOME': str(tmp_path)},
            capture_output=True, encoding='utf-8', check=True)
        return {row.split('\t')[0] for row in done.stdout.splitlines()}

    assert set(commands(okrsync)) <= offer('okrsync ')
    assert '--check' in offer('okrsync plan --ch')
    assert offer('okrsync sync --layout ') == {'table', 'cascade'}


ZSH = r'''
PROMPT=
unsetopt zle_bracketed_paste 2>/dev/null
autoload -U compinit && compinit -D -u
source script.zsh
bindkey '^I' complete-word
compadd() {
	typeset -a hits
	if [[ " $* " != *" -"[OAD]" "* ]]; then
		builtin compadd -A hits "$@"
		print -rl -- "HIT "$^hits
	fi
	builtin compadd "$@"
}
finish() { print -r -- DONE; exit }
comppostfuncs=(finish)
print -r -- READY
'''


def read_until(terminal, word):
    text = ''
    while word not in text:
        ready, _, _ = select.select([terminal], [], [], 20)
        assert ready, f'no {word!r} in {text!r}'
        try:
            text += os.read(terminal, 4096).decode()
        except OSError:
            break
    return text


def offer_in_zsh(okrsync, tmp_path, line):
    """What an interactive zsh offers at the end of the line."""
    (tmp_path / 'script.zsh').write_text(okrsync('completion', 'zsh').out)
    (tmp_path / 'rc').write_text(ZSH)
    ours, theirs = open_terminal()
    child = subprocess.Popen(['zsh', '-f', '-i'], stdin=theirs, stdout=theirs,
                             stderr=theirs, start_new_session=True,
                             cwd=tmp_path, env={**okrsync.env,
                                                'TERM': 'dumb'})
    os.close(theirs)
    try:
        os.write(ours, b'source ./rc\n')
        read_until(ours, '\nREADY')
        os.write(ours, line.encode() + b'\t')
        text = read_until(ours, '\nDONE')
    finally:
        child.kill()
        child.wait()
        os.close(ours)
    return {hit.strip() for hit in re.findall(r'HIT ([^\r\n]*)', text)}


def test_zsh_completes_as_bash_does(okrsync, tmp_path):
    if not shutil.which('zsh'):
        pytest.skip('zsh is not installed')

    def offer(line):
        return offer_in_zsh(okrsync, tmp_path, line)

    assert set(commands(okrsync)) <= offer('okrsync ')
    assert offer('okrsync sy') == {'sync'}
    assert '--check' in offer('okrsync plan --ch')
    assert offer('okrsync sync --layout=') == {'table', 'cascade'}
    assert offer('okrsync help okrsync.') == {'okrsync.yml'}


@pytest.mark.parametrize('words', [(), ('tcsh',), ('bash', 'zsh')])
def test_completion_wants_one_shell_it_knows(okrsync, words):
    done = okrsync('completion', *words)
    assert done.status == 2 and "'fish'" in done.error


@pytest.mark.parametrize('words', [('sync', '--help'), ('--help',),
                                   ('completion', 'zsh'),
                                   ('lint', '--list'),
                                   ('grade', 'okrs.md', '--json'),
                                   ('calendar', 'Q1 2025')])
def test_a_broken_pipe_is_no_error(okrsync, tmp_path, words):
    (tmp_path / 'okrs.md').write_text(
        '# Q1 2025\n\n## Objective: Win\n\n' +
        '- KR: Raise revenue from $1M to $2M => 50%\n' * 2000)
    ours, theirs = os.pipe()
    os.close(ours)              # whoever read it has gone
    done = subprocess.run([BINARY, *words], cwd=tmp_path, env=okrsync.env,
                          stdout=theirs, stderr=subprocess.PIPE,
                          encoding='utf-8', check=False)
    os.close(theirs)
    assert done.returncode == 0, done
    assert 'ipe' not in done.stderr and 'write' not in done.stderr, done


def test_completion_reads_no_config(okrsync, tmp_path):
    (tmp_path / '.okrsync.yml').write_text('nonsense: [')
    assert okrsync('completion', 'bash').status == 0
    assert okrsync('grade', '-').status == 2
