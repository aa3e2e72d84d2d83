"""A small GraphQL: queries with arguments, aliases, variables and inline
fragments. Objects are `Node`s: a type's name and what its fields give.

Unknown fields are refused before anything is done, in GitLab's words, as far
as a query walks through what is there.
"""
import json
import re

TOKEN = re.compile(r'''[\s,]*(?:\#[^\n]*[\s,]*)*(?:
    (?P<punct>\.\.\.|[!$():=@\[\]{}|])
    |(?P<name>[_A-Za-z]\w*)
    |(?P<number>-?\d+(?:\.\d+)?)
    |(?P<string>"(?:[^"\\\n]|\\.)*")
    |(?P<end>$))''', re.X)


class QueryError(Exception):
    """What stands in the answer's list of errors."""


class Node:
    """An object: values, or functions of the field's arguments."""

    def __init__(self, kind, **fields):
        self.kind, self.fields = kind, fields


class Field:
    def __init__(self, name, alias, args, inner):
        self.name, self.alias = name, alias
        self.args, self.inner = args, inner


class Fragment:
    def __init__(self, kind, inner):
        self.kind, self.inner = kind, inner


class Variable:
    def __init__(self, name):
        self.name = name


class Parser:
    def __init__(self, text):
        self.tokens, at, self.operation = [], 0, 'query'
        while True:
            found = TOKEN.match(text, at)
            if not found:
                raise QueryError(f'Parse error on {text[at:at + 10]!r}')
            if found.lastgroup == 'end':
                break
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()
        self.tokens.append(('end', ''))
        self.at = 0

    def peek(self):
        return self.tokens[self.at][1]

    def take(self, wanted=None):
        kind, text = self.tokens[self.at]
        if wanted is not None and text != wanted:
            raise QueryError(f'Parse error on {text!r}: {wanted!r} expected')
        self.at += 1
        return kind, text

    def document(self):
        if self.peek() in ('query', 'mutation'):
            self.operation = self.take()[1]
            if self.peek() not in '({':
                self.take()
            if self.peek() == '(':
                while self.peek() != ')':
                    self.take()
                self.take(')')
        return self.selection()

    def selection(self):
        self.take('{')
        found = []
        while self.peek() != '}':
            found.append(self.one())
        self.take('}')
        return found

    def one(self):
        if self.peek() == '...':
            self.take()
            self.take('on')
            return Fragment(self.take()[1], self.selection())
        alias = name = self.take()[1]
        if self.peek() == ':':
            self.take()
            name = self.take()[1]
        args = {}
        if self.peek() == '(':
            self.take()
            while self.peek() != ')':
                key = self.take()[1]
                self.take(':')
                args[key] = self.value()
            self.take(')')
        inner = self.selection() if self.peek() == '{' else None
        return Field(name, alias, args, inner)

    def value(self):
        kind, text = self.take()
        if text == '$':
            return Variable(self.take()[1])
        if text == '[':
            items = []
            while self.peek() != ']':
                items.append(self.value())
            self.take(']')
            return items
        if text == '{':
            members = {}
            while self.peek() != '}':
                key = self.take()[1]
                self.take(':')
                members[key] = self.value()
            self.take('}')
            return members
        if kind in ('number', 'string'):
            return json.loads(text)
        return {'true': True, 'false': False, 'null': None}.get(text, text)


def fill(value, variables):
    """A value with the variables put in; ... for one that is not given."""
    if isinstance(value, Variable):
        return variables.get(value.name, ...)
    if isinstance(value, list):
        return [fill(v, variables) for v in value]
    if isinstance(value, dict):
        return {k: fill(v, variables) for k, v in value.items()}
    return value


class Run:
    def __init__(self, variables, lacking=()):
        self.variables, self.lacking = variables, lacking

    def args(self, field):
        filled = {k: fill(v, self.variables) for k, v in field.args.items()}
        return {k: v for k, v in filled.items() if v is not ...}

    def cost(self, selection):
        """One for each field, more below lists: as GitLab reckons."""
        total = 0
        for item in selection:
            if isinstance(item, Fragment):
                total += self.cost(item.inner)
                continue
            inner = self.cost(item.inner) if item.inner else 0
            first = self.args(item).get('first', 0)
            total += 1 + inner + int(inner * first / 100)
        return total

    def node(self, node, selection, out):
        for item in selection:
            if isinstance(item, Fragment):
                if item.kind == node.kind:
                    self.node(node, item.inner, out)
                continue
            if item.name not in node.fields or item.name in self.lacking:
                raise QueryError(f"Field '{item.name}' doesn't exist on "
                                 f"type '{node.kind}'")
            value = node.fields[item.name]
            if callable(value):
                value = value(**self.args(item))
            out[item.alias] = self.value(value, item)
        return out

    def value(self, value, field):
        if isinstance(value, list):
            return [self.value(v, field) for v in value]
        if isinstance(value, Node):
            if field.inner is None:
                raise QueryError("Field must have selections (field '"
                                 f"{field.name}' returns {value.kind})")
            return self.node(value, field.inner, {})
        return value


def operation(text):
    """'query' or 'mutation'."""
    return 'mutation' if text.lstrip().startswith('mutation') else 'query'


def execute(text, variables, root, limit, lacking=()):
    """The answer to a query as a dictionary."""
    try:
        selection = Parser(text).document()
        run = Run(variables, lacking)
        cost = run.cost(selection)
        if limit and cost > limit:
            raise QueryError(f'Query has complexity of {cost}, which exceeds '
                             f'max complexity of {limit}')
        return {'data': run.node(root, selection, {})}
    except QueryError as error:
        return {'errors': [{'message': str(error)}]}
