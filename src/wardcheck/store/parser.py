"""YAML text -> a tree of scalars, lists and mappings that know their lines.

The parser is libyaml's, and its events are read straight into the tree: no value is guessed from its
look (``NO``, ``012``, ``12:30``), for a field knows what it wants. What a results file has no use for
(anchors, tags, a second document) is a problem with a line.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Any

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

from wardcheck.printable import unsafe_in
from wardcheck.store.tree import MAX_BYTES, MAX_DEPTH, Entries, Items, Node, Report, Scalar

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Used for its events alone; a PyYAML built without libyaml reads the same, slowly."""

_WITH_OTHERS = (MappingStartEvent, SequenceStartEvent)
"""The events with which a node begins that has others in it."""
_NODES = (ScalarEvent, AliasEvent, *_WITH_OTHERS)
"""The events with which a node begins."""


_QUOTES = "; a text that begins with a quotation mark goes as a whole in others: '\"So\", they said'"
_ADVICE = {
    "mapping values are not allowed in this context": "; a text with a colon and a blank in it goes in quotes",
    "did not find expected key": _QUOTES,
    "expected <block end>, but found '<scalar>'": _QUOTES,
}
"""What to do about the commonest errors, in libyaml's words and in PyYAML's."""


def parse(data: bytes, report: Report) -> Node | None:
    """The one document in ``data``; ``None`` if there is none or it cannot be told what it is.

    Problems go to ``report``; a syntax error ends the reading of the file, anything else does not.
    """
    text = _decoded(data, report)
    if text is None:
        return None
    try:
        return _Events(text, report).document()
    except _TooDeepError as error:
        report.note(error.line, f"nesting: expected at most {MAX_DEPTH} levels, got more")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and mark and mark.line >= len(text.splitlines()):
            mark = error.context_mark  # at the end of the file something is missing that was begun there
        advice = _ADVICE.get(error.problem or "", "")
        report.note(mark.line + 1 if mark else 1, f"syntax: expected YAML, got an error: {error.problem}{advice}")
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


class _TooDeepError(Exception):
    """A list or mapping that is nested too deep to be read on."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Events:
    """The events of one document, put together."""

    def __init__(self, text: str, report: Report) -> None:
        # untyped, for an event is one of the classes above and only some of them have an anchor or a value
        self.next: Callable[[], Any] = _Loader(text).get_event
        self.report = report

    def document(self) -> Node | None:
        """The one document; ``None`` if there is none."""
        root: Node | None = None
        documents = 0
        while (event := self.next()) is not None:
            if event.__class__ in _NODES:
                root = self.node(event, 0)
            elif event.__class__ is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.note(event, "---: expected one document in a file, got a second")
                    break
        return root

    def node(self, event: Any, depth: int) -> Node:
        """The node that begins with ``event``, below so many others."""
        line = event.start_mark.line + 1
        kind = event.__class__
        if kind is AliasEvent:
            self.note(event, f"*{event.anchor[:60]}: expected the value written out, got an alias")
            return Scalar("", True, line)
        if event.anchor is not None:
            self.note(event, f"&{event.anchor[:60]}: expected the value alone, got an anchor")
        if event.tag is not None:
            self.note(event, f"{event.tag[:60]}: expected the value alone, got a tag")
        if kind is ScalarEvent:
            return Scalar(event.value, not event.style, line)
        if depth >= MAX_DEPTH:
            raise _TooDeepError(line)
        return self.mapping(line, depth + 1) if kind is MappingStartEvent else Items(self.items(depth + 1), line)

    def items(self, depth: int) -> list[Node]:
        """What is left of a list."""
        found: list[Node] = []
        while (event := self.next()).__class__ is not SequenceEndEvent:
            found.append(self.node(event, depth))
        return found

    def mapping(self, line: int, depth: int) -> Entries:
        """A mapping that began on ``line``."""
        entries: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while (event := self.next()).__class__ is not MappingEndEvent:
            name, on = self.key(event, depth), event.start_mark.line + 1
            if name in lines:
                shown = name[:60].strip() or f'"{name[:60]}"'
                again = f"{shown}: expected the key once, got it again (first on line {lines[name]})"
                self.report.note(on, again)
                name = None
            value = self.node(self.next(), depth)
            if name is not None:
                entries[name] = value
                lines[name] = on
        return Entries(entries, lines, line)

    def key(self, event: Any, depth: int) -> str | None:
        """What an entry begins with; ``None`` where it is no word, which is a problem."""
        if event.__class__ is ScalarEvent and event.anchor is None and event.tag is None:  # nearly all are
            return event.value
        if event.__class__ in _WITH_OTHERS:
            self.note(event, "key: expected a word, got a list or a mapping")
        node = self.node(event, depth)
        return node.text if isinstance(node, Scalar) else None

    def note(self, event: Any, message: str) -> None:
        """Note a problem on the line of ``event``."""
        self.report.note(event.start_mark.line + 1, message)
