"""YAML text -> a tree of scalars, lists and mappings that know their lines.

The parser is libyaml's, and its events are read straight into the tree: no value is guessed from its
look (``NO``, ``012``, ``12:30``), for a field knows what it wants; and nesting costs no stack. What a
results file has no use for (anchors, tags, a second document) is a problem with a line.
"""

from __future__ import annotations

import codecs
import re
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from wardcheck.errors import DataError, Problem
from wardcheck.printable import printable, unsafe_in

MAX_BYTES = 262_144
"""The largest file that is read; a ward file takes one or two thousand bytes."""

MAX_DEPTH = 12
"""The deepest nesting that is followed; a ward file has four levels."""

MAX_PROBLEMS = 100
"""Problems of one file after which no more are noted: it is another kind of file, and nobody reads on."""


class Scalar(NamedTuple):
    """One value as written. ``plain`` is False where it stands in quotes or in a block."""

    text: str
    plain: bool
    line: int


class Items:
    """A list."""

    __slots__ = ("items", "line")

    def __init__(self, items: list[Node], line: int) -> None:
        self.items = items
        self.line = line


class Entries:
    """A mapping. ``lines`` gives the line of each key."""

    __slots__ = ("entries", "line", "lines")

    def __init__(self, entries: dict[str, Node], lines: dict[str, int], line: int) -> None:
        self.entries = entries
        self.lines = lines
        self.line = line


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Used for its events alone; a PyYAML built without libyaml reads the same, slowly."""

Node = Scalar | Items | Entries


class Report:
    """The problems of one file, noted while reading goes on."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def note(self, line: int, message: str) -> None:
        """Note one problem; a message is one line, whatever the file has in it."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(printable(self.path), line, printable(message)))

    def raise_any(self) -> None:
        """Raise all problems noted so far, if there are any.

        Raises:
            DataError: at least one problem was noted.
        """
        if self.problems:
            raise DataError(self.problems)


def parse(data: bytes, report: Report) -> Node | None:
    """The one document in ``data``; ``None`` if there is none or it cannot be told what it is.

    Problems go to ``report``; a syntax error ends the reading of the file, anything else does not.
    """
    text = _decoded(data, report)
    if text is None:
        return None
    try:
        return _tree(text, report)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and mark and mark.line >= len(text.splitlines()):
            mark = error.context_mark  # at the end of the file something is missing that was begun there
        report.note(mark.line + 1 if mark else 1, f"syntax: expected YAML, got an error: {error.problem}")
    except yaml.YAMLError as error:
        report.note(1, f"syntax: expected YAML, got an error: {str(error).splitlines()[0]}")
    return None


def _decoded(data: bytes, report: Report) -> str | None:
    if len(data) > MAX_BYTES:
        report.note(1, f"file: expected at most {MAX_BYTES} bytes, got {len(data)}")
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.note(line, f"encoding: expected UTF-8, got the byte 0x{data[error.start]:02x}")
        return None
    clean = True
    if unsafe_in(text.replace("\n", "")) or "\t" in text:
        # the lines of libyaml end where YAML's do, and a person's editor agrees on these three ends
        for number, line_text in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
            if "\t" in line_text:
                report.note(number, "blanks: expected spaces, got a tab")
                clean = False
            if found := unsafe_in(line_text):
                report.note(number, f"text: expected printable characters, got {_codepoint(found)}")
                clean = False
    return text if clean else None


def _codepoint(character: str) -> str:
    return f"the control character U+{ord(character):04X}"


_NO_KEY = Scalar("", False, 0)
"""Stands for a key that was refused; its value is passed over."""


class _Builder:
    """Puts events together; the innermost open list or mapping is the last of ``open``."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.root: Node | None = None
        self.open: list[Items | Entries] = []
        self.keys: list[Scalar | None] = []
        """The key that waits for its value, for each open list or mapping."""

    def add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
            return
        key = self.keys[-1]
        if key is not None:
            self.keys[-1] = None
            if key is _NO_KEY:
                return
            if key.text in parent.entries:
                first = parent.lines[key.text]
                name = key.text[:60].strip() or f'"{key.text[:60]}"'
                self.report.note(key.line, f"{name}: expected the key once, got it again (first on line {first})")
            else:
                parent.entries[key.text] = node
                parent.lines[key.text] = key.line
        elif isinstance(node, Scalar):
            self.keys[-1] = node
        else:
            self.report.note(node.line, "key: expected a word, got a list or a mapping")
            self.keys[-1] = _NO_KEY

    def start(self, node: Items | Entries) -> None:
        self.add(node)
        self.open.append(node)
        self.keys.append(None)

    def end(self) -> None:
        self.open.pop()
        self.keys.pop()


def _tree(text: str, report: Report) -> Node | None:
    builder = _Builder(report)
    documents = 0
    # untyped, for an event is one of the classes below and only some of them have an anchor or a value
    parser: Any = _Loader(text)
    while (event := parser.get_event()) is not None:
        kind = event.__class__
        if kind is ScalarEvent:
            line = event.start_mark.line + 1
            if event.anchor is not None or event.tag is not None:
                _refuse_markers(event, line, report)
            builder.add(Scalar(event.value, not event.style, line))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            line = event.start_mark.line + 1
            if event.anchor is not None or event.tag is not None:
                _refuse_markers(event, line, report)
            if len(builder.open) >= MAX_DEPTH:
                report.note(line, f"nesting: expected at most {MAX_DEPTH} levels, got more")
                return None
            builder.start(Entries({}, {}, line) if kind is MappingStartEvent else Items([], line))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            builder.end()
        elif kind is AliasEvent:
            line = event.start_mark.line + 1
            report.note(line, f"*{event.anchor[:60]}: expected the value written out, got an alias")
            builder.add(Scalar("", True, line))
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                report.note(event.start_mark.line + 1, "---: expected one document in a file, got a second")
                return builder.root
    return builder.root


def _refuse_markers(event: Any, line: int, report: Report) -> None:
    if event.anchor is not None:
        report.note(line, f"&{event.anchor[:60]}: expected the value alone, got an anchor")
    if event.tag is not None:
        report.note(line, f"{event.tag[:60]}: expected the value alone, got a tag")
