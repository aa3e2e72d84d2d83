#!/usr/bin/env python3
"""Checks that every room keeps to its walls.

    walls.py BUILD      BUILD holds a folder of objects for each room

1. Includes: a room sees its own headers, the doors of rooms below it, and the
   libraries that belong to it.  Doors see no library at all.
2. Words: where a table has its rows under first letters, each row stands under
   its own.
3. Symbols: objects of pure rooms need nothing that reads a clock, a file, the
   network or the environment; no object anywhere needs a banned function.
"""
import glob
import os
import re
import subprocess
import sys

PURE = ("base", "okr", "read", "page")
ROOMS = PURE + ("gitlab", "store", "publish", "cli")

# Whose doors a room may open; base is everybody's.
MAY_SEE = {
    "base": (),
    "okr": (),
    "read": ("okr",),
    "page": ("okr",),
    "gitlab": (),
    "store": (),
    "publish": ("gitlab",),
    "cli": ("okr", "read", "page", "gitlab", "store", "publish"),
}

# Header of a library -> the rooms it belongs to.  utf8proc is a table of
# Unicode and not a service: the three rooms that handle text may use it.
LIBRARIES = {
    "curl/curl.h": ("gitlab",),
    "libdeflate.h": ("gitlab",),
    "jansson.h": ("gitlab",),
    "md4c.h": ("read",),
    "gmp.h": ("okr",),
    "utf8proc.h": ("okr", "read", "page"),
    "sqlite3.h": ("store",),
    "git2.h": ("publish",),
    "libfyaml.h": ("cli",),
    "libical/ical.h": ("cli",),
}

# C and POSIX headers that pure rooms may use.
PURE_HEADERS = {
    "assert.h", "inttypes.h", "limits.h", "stdalign.h", "stdarg.h",
    "stdbool.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h",
}

BANNED = {
    "strcpy", "strcat", "strncpy", "strncat", "sprintf", "vsprintf", "strtok",
    "atoi", "atol", "atof", "gets", "localtime", "gmtime", "sscanf", "scanf",
    "alloca", "rand", "srand", "system", "popen", "mktemp", "tmpnam",
}

# What the objects of pure rooms may leave for others to define.
PURE_SYMBOLS = re.compile(
    r"""^(_GLOBAL_OFFSET_TABLE_|__stack_chk_fail|__assert_fail|__errno_location
    |(__)?(mem(chr|rchr|cmp|cpy|move|set|mem)|str(len|chr|rchr|cmp|ncmp|str|cspn
    |spn|nlen|pbrk))(_chk)?|(__)?vsnprintf(_chk)?|(__)?snprintf(_chk)?
    |malloc|realloc|calloc|free|qsort|bsearch
    |__u?(div|mod)ti3
    |__gmp\w+|utf8proc_\w+|md_parse
    |__asan_\w+|__ubsan_\w+|__gcov_\w+|__afl_\w+)$""", re.X)

# The one place that ends the process when memory runs out.
DIES = {"xalloc.o": {"fputs", "fwrite", "exit", "stderr"}}


def door_rooms():
    """Door header -> room, by who has the .c file of that name or says so."""
    rooms = {}
    for path in glob.glob("include/*.h"):
        name = os.path.basename(path)
        for room in ROOMS:
            if os.path.exists("src/%s/%s.c" % (room, name[:-2])):
                rooms[name] = room
    rooms.update(EXTRA_DOORS)
    return rooms


# Doors that have no .c file of their own name.
EXTRA_DOORS = {
    "attr.h": "base",
    "model.h": "okr",
    "read.h": "read",
}


def includes(path):
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            m = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
            if m:
                yield number, m.group(1) == "<", m.group(2)


def check_system_header(room, where, name):
    owners = LIBRARIES.get(name)
    if owners:
        if room not in owners:
            yield "%s: <%s> belongs to %s" % (where, name, ", ".join(owners))
    elif room in PURE and name not in PURE_HEADERS:
        yield "%s: <%s> is not for a pure room" % (where, name)


def check_own_header(room, where, name, doors):
    if os.path.exists("src/%s/%s" % (room, name)):
        return
    owner = doors.get(name)
    if owner is None:
        yield "%s: nobody owns '%s' (see EXTRA_DOORS)" % (where, name)
    elif owner not in (room, "base") + MAY_SEE[room]:
        yield "%s: %s may not open the door '%s' of %s" % (
            where, room, name, owner)


def check_sources():
    doors = door_rooms()
    for room in ROOMS:
        for path in sorted(glob.glob("src/%s/*.[ch]" % room)):
            for number, system, name in includes(path):
                where = "%s:%d" % (path, number)
                check = (check_system_header(room, where, name) if system
                         else check_own_header(room, where, name, doors))
                yield from check


def check_doors():
    doors = door_rooms()
    for path in sorted(glob.glob("include/*.h")):
        name = os.path.basename(path)
        room = doors.get(name)
        if room is None:
            yield "%s: no room has a file for this door" % path
            continue
        for number, system, other in includes(path):
            where = "%s:%d" % (path, number)
            if system and other not in PURE_HEADERS:
                yield "%s: a door shows no library: <%s>" % (where, other)
            elif not system:
                yield from check_own_header(room, where, other, doors)


def first_byte(literal):
    """Of the small letter a C string begins with, as str_letter() has it."""
    first = literal.encode().decode("unicode_escape")[:1]
    if first.encode()[0] < 0x80 or first.encode()[0] in (0xce, 0xd0):
        first = first.lower()
    return first.encode()[:1]


def check_words():
    key = r"\[('.'|0x[0-9a-f]{2})\]\s*=\s*"
    literal = r'"((?:[^"\\]|\\.)+)"'
    kinds = [  # rows that begin with a word, and lists of nothing but words
        (re.compile(key + r"\(const struct \w+\[\]\)\{(.*?)\n\s*\},\n", re.S),
         re.compile(r"^\s*\{+" + literal, re.M)),
        (re.compile(key + r"\(const char \*const\[\]\)\{(.*?)NULL\},\n", re.S),
         re.compile(literal))]
    for path in sorted(glob.glob("src/*/*.c")):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        for heading, words in kinds:
            for m in heading.finditer(text):
                under = m.group(1)
                want = (under[1:2].encode() if under[0] == "'"
                        else bytes([int(under, 16)]))
                for word in words.findall(m.group(2)):
                    if first_byte(word) != want:
                        yield "%s: '%s' stands under %s" % (
                            path, word, under)


def symbols(path, flag):
    out = subprocess.run(["nm", flag, path], stdout=subprocess.PIPE,
                         check=True, universal_newlines=True).stdout
    return {line.split()[-1].split("@")[0] for line in out.splitlines()
            if line.strip()}


def objects(build, room):
    """Those that have a source; an old one may lie about."""
    return [path for path in sorted(glob.glob("%s/%s/*.o" % (build, room)))
            if os.path.exists("src/%s/%s.c" % (
                room, os.path.basename(path)[:-2]))]


def check_objects(build):
    pure = [path for room in PURE for path in objects(build, room)]
    if not pure:
        yield "%s: no objects to look at; run make first" % build
    ours = set().union(*(symbols(p, "--defined-only") for p in pure), set())
    for path in sorted(pure):
        strange = {s for s in symbols(path, "-u") - ours
                   if not PURE_SYMBOLS.match(s)}
        for s in sorted(strange - DIES.get(os.path.basename(path), set())):
            yield "%s: a pure room uses '%s'" % (path, s)
    for room in ROOMS:
        for path in objects(build, room):
            bad = {re.sub(r"^__(.*)_chk$|^__isoc99_", r"\1", s)
                   for s in symbols(path, "-u")} & BANNED
            for s in sorted(bad):
                yield "%s: '%s' is banned" % (path, s)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    faults = list(check_sources()) + list(check_doors())
    faults += list(check_words())
    faults += list(check_objects(sys.argv[1]))
    for fault in faults:
        print(fault)
    print("walls: %s" % ("%d faults" % len(faults) if faults else "all stand"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
