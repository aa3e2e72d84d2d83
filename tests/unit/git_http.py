#!/usr/bin/env python3
"""A git server over HTTP for the unit tests: `git http-backend` behind
python's own server, and the ways a server can misbehave.

    git_http.py ROOT LOG [CERT KEY]

prints its port and the port of a second origin, and serves until its standard
input ends.  The first part of a path says how, the rest which repository:

    /open/       everybody may push         /auth/      login oauth2:secret
    /redirect/   302 to another host        /near/      302 within the origin
    /port/       302 to the second origin, on the same host
    /trusting/   401, and to who logs in, 302 to the second origin
    /hang/       takes the request and says nothing more
    /stall/      answers questions, but never a push
    /cut/        does what a push asks, and closes without an answer
    /status-NNN/ answers NNN

A line of LOG: origin, method, path, the Authorization header or "-".
"""

import gzip
import os
import ssl
import subprocess
import sys
import threading
import time
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOGIN = "Basic " + b64encode(b"oauth2:secret").decode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def note(self):
        login = self.headers.get("Authorization", "-")
        line = f"{self.server.name} {self.command} {self.path} {login}\n"
        with open(self.server.log, "a") as log:
            log.write(line)

    def body(self):
        if self.headers.get("Transfer-Encoding", "") == "chunked":
            data = b""
            while size := int(self.rfile.readline().split(b";")[0], 16):
                data += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.headers.get("Content-Encoding") == "gzip":
            data = gzip.decompress(data)
        return data

    def answer(self, status, headers=(), body=b""):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def backend(self, path, data):
        path, _, query = path.partition("?")
        env = {
            "PATH": os.environ["PATH"],
            "HOME": self.server.root,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_PROJECT_ROOT": self.server.root,
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(data)),
            "REMOTE_ADDR": "127.0.0.1",
            "REMOTE_USER": "somebody",
        }
        run = subprocess.run(["git", "http-backend"], input=data, env=env,
                             stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, check=False)
        head, _, body = run.stdout.partition(b"\r\n\r\n")
        headers = [tuple(line.split(": ", 1))
                   for line in head.decode().split("\r\n") if line]
        status = 200
        for name, value in headers:
            if name == "Status":
                status = int(value.split()[0])
        return status, [h for h in headers if h[0] != "Status"], body

    def serve(self):
        self.note()
        data = self.body()
        how, _, rest = self.path.lstrip("/").partition("/")
        rest = "/" + rest
        if how == "hang" or (how == "stall" and self.command == "POST"):
            time.sleep(60)
            return
        if how.startswith("status-"):
            self.answer(int(how[7:]))
        elif how == "redirect":
            self.answer(302, [("Location", self.server.other.replace(
                "127.0.0.1", "localhost") + rest)])
        elif how == "trusting" and not self.headers.get("Authorization"):
            self.answer(401, [("WWW-Authenticate", 'Basic realm="git"')])
        elif how in ("port", "trusting"):
            self.answer(302, [("Location", self.server.other + rest)])
        elif how == "near":
            self.answer(302, [("Location", "/auth" + rest)])
        elif how == "auth" and self.headers.get("Authorization") != LOGIN:
            self.answer(401, [("WWW-Authenticate", 'Basic realm="git"')])
        else:
            reply = self.backend(rest, data)
            if how == "cut" and self.command == "POST":
                self.close_connection = True
                return
            self.answer(*reply)

    do_GET = do_POST = serve


def start(name, root, log, tls):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.name, server.root, server.log = name, root, log
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*tls)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def main():
    root, log, tls = sys.argv[1], sys.argv[2], sys.argv[3:]
    first = start("first", root, log, tls)
    second = start("second", root, log, None)
    first.other = f"http://127.0.0.1:{second.server_port}/auth"
    second.other = ""
    print(first.server_port, second.server_port, flush=True)
    sys.stdin.read()


main()
