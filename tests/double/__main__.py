"""python3 -m double: the double as a program; see README.md."""
import argparse
import json
import signal
import sys
import threading

from .gitlab import TOKEN, Double
from .seed import dump_state


def parse_args(argv):
    parser = argparse.ArgumentParser(prog='double', description='A small '
                                     'GitLab with state, for tests.')
    parser.add_argument('--port', type=int, default=0,
                        help='0 takes any free port')
    parser.add_argument('--seed', metavar='FILE', help='what it holds')
    parser.add_argument('--faults', metavar='FILE',
                        help='what goes wrong: a JSON list of rules')
    parser.add_argument('--log', metavar='FILE',
                        help='one JSON line for each request')
    parser.add_argument('--state-out', metavar='FILE',
                        help='write the state there when told to stop')
    parser.add_argument('--token', default=TOKEN,
                        help='the token of the first user')
    parser.add_argument('--user', default='okr-bot', help='its name')
    parser.add_argument('--prefix', default='',
                        help='a relative URL root, such as /gitlab')
    parser.add_argument('--cert', help='TLS certificate (PEM)')
    parser.add_argument('--key', help='its key (PEM)')
    parser.add_argument('--print-url', action='store_true',
                        help='print the address when ready')
    parser.add_argument('--external-url', help='the address to put into '
                        'answers, behind a proxy')
    return parser.parse_args(argv)


def make(args):
    gl = Double(args.port, args.token, args.user, args.cert, args.key,
                args.prefix)
    if args.external_url:
        gl.external_url = args.external_url
    if args.seed:
        gl.load(args.seed)
    if args.faults:
        gl.faults.load(args.faults)
    if args.log:
        gl.log_file = open(args.log, 'w', encoding='utf-8')
    return gl


def main(argv=None):
    args = parse_args(argv)
    try:
        gl = make(args)
    except (OSError, ValueError, TypeError, KeyError) as error:
        print(f'double: {error}', file=sys.stderr)
        return 2
    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    with gl:
        if args.print_url:
            print(gl.url, flush=True)
        done.wait()
        if args.state_out:
            with open(args.state_out, 'w', encoding='utf-8') as file:
                json.dump(dump_state(gl), file, indent=1)
    if gl.log_file:
        gl.log_file.close()
    return 0


if __name__ == '__main__':
    sys.exit(main())
