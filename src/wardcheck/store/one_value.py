"""Reading one mapping of a file key by key, where each key has one value: a number, a text, a day.

A value that is not what it should be becomes a problem with its line and a harmless stand-in, so that
the rest of the file is still read; nobody sees the stand-in, because the problems are raised at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from wardcheck.printable import unsafe_in
from wardcheck.spelling import nearest
from wardcheck.store.slugs import is_slug
from wardcheck.store.tree import Entries, Node, Report, Scalar
from wardcheck.store.words import cut, how_to_write, shown

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE_FALSE = {"true": True, "false": False}
_NUMBER = r"[-+]?\.?[0-9][0-9_.,:eExXa-fA-F]*|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
_DECIMAL = r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,6})?"
MAX_COUNT = 999_999_999
"""The largest count of people or papers that is read."""

MAX_TEXT = 2000
"""The longest text of a field, in characters."""


class OneValue:
    """One mapping of a file, of which each key has one value.

    Ask for each key it may have, then call ``done`` to refuse the others.
    """

    __slots__ = ("_asked", "_node", "_report", "_where")

    def __init__(self, node: Entries, report: Report, where: str = "") -> None:
        self._node = node
        self._report = report
        self._where = where
        self._asked: dict[str, None] = {}

    @property
    def line(self) -> int:
        """The line on which the mapping begins."""
        return self._node.line

    @property
    def path(self) -> str:
        """The file that the mapping is in."""
        return self._report.path

    @property
    def lines(self) -> dict[str, int]:
        """The line of each key."""
        return self._node.lines

    def line_of(self, key: str) -> int:
        """The line of a key, or of the mapping if the key is not there."""
        return self._node.lines.get(key, self._node.line)

    def note(self, key: str, message: str, line: int | None = None) -> None:
        """Note a problem with a key that is well formed but says something impossible."""
        self._report.note(line or self.line_of(key), f"{self._named(key)}: {message}")

    def done(self) -> None:
        """Note every key that nobody asked for, with the nearest known one."""
        for key in [key for key in self._node.entries if key not in self._asked]:
            near = nearest(key, self._asked)
            if key.isdigit() and len(key) == 3:
                self.note(key, f'expected a number without thousands separators before it, got ",{key}"')
            elif key == "<<":
                self.note(key, "expected the keys written out, got a merge key")
            elif near:
                self.note(key, f"expected a known key{near}")
            else:
                self.note(key, f"expected one of {', '.join(self._asked)}; got an unknown key")

    def __contains__(self, key: str) -> bool:
        return key in self._node.entries

    # -- one value ---------------------------------------------------------------------------------

    def count(self, key: str, *, least: int = 0, most: int = MAX_COUNT, required: bool = False) -> int | None:
        """A whole number, written plainly; ``None`` where unknown."""
        node = self._known(key, required, "a whole number")
        if node is None:
            return None
        if isinstance(node, Scalar) and node.plain and _is_whole(node.text):
            if least <= int(node.text[:12]) <= most:
                return int(node.text)
            self._wrong(key, f"a whole number from {least} to {most}", node)
            return None
        self._wrong(key, "a whole number", node, how_to_write(node))
        return None

    def decimal(self, key: str, *, required: bool = False) -> float | None:
        """A number that may have decimals (a percentage), never NaN or infinite."""
        node = self._known(key, required, "a number")
        if node is None:
            return None
        if isinstance(node, Scalar) and node.plain and re.fullmatch(_DECIMAL, node.text):
            return float(node.text)
        self._wrong(key, "a number such as 43.7", node)
        return None

    def flag(self, key: str, *, default: bool = False) -> bool:
        """``true`` or ``false``."""
        node = self._node.entries.get(key)
        self._asked[key] = None
        if node is None:
            return default
        if isinstance(node, Scalar) and node.plain and node.text in _TRUE_FALSE:
            return _TRUE_FALSE[node.text]
        self._wrong(key, "true or false", node)
        return default

    def text(self, key: str, *, required: bool = False, kind: str = "text", several_lines: bool = False) -> str | None:
        """A text without control characters; a number or a truth value is not one unless it is quoted."""
        node = self._known(key, required, kind)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self._wrong(key, kind, node)
        elif _is_plain_text(node):
            return node.text
        elif node.plain and (node.text in _TRUE_FALSE or re.fullmatch(_NUMBER, node.text)):
            self._wrong(key, f"{kind} (in quotes if it is really meant)", node)
        elif not node.plain and (bad := unsafe_in(node.text)):
            self.note(key, f"expected printable characters, got the control character U+{ord(bad):04X}", node.line)
        elif len(node.text) > MAX_TEXT:
            self._wrong(key, f"{kind} of at most {MAX_TEXT} characters", node)
        elif not node.text.strip():
            self._wrong(key, kind, node)
        elif "\t" in node.text or ("\n" in node.text.strip() and not several_lines):
            self._wrong(key, f"{kind} on one line, without tabs", node)
        else:
            return node.text.strip()
        return None

    def slug(self, key: str, *, required: bool = False) -> str | None:
        """A slug: the name of a folder or file in the store, or of a party."""
        text = self.text(key, required=required, kind="a slug (lower-case words joined by hyphens)")
        if text is None or is_slug(text):
            return text
        self._wrong(key, "a slug (lower-case words joined by hyphens)", self._node.entries[key])
        return None

    def choice(self, key: str, choices: Iterable[str], *, required: bool = False) -> str | None:
        """One of a few words."""
        words = tuple(choices)
        text = self.text(key, required=required, kind=f"one of {', '.join(words)}")
        if text is None or text in words:
            return text
        self.note(key, f'expected one of {", ".join(words)}; got "{cut(text)}"{nearest(text, words)}')
        return None

    def known(self, key: str, names: Mapping[str, object], what: str, *, required: bool = True) -> str | None:
        """A name that must be among ``names``: a party of the register, say."""
        text = self.text(key, required=required, kind=what)
        if text is None or text in names:
            return text
        self.note(key, f'expected {what}, got "{cut(text)}"{nearest(text, names)}')
        return None

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date written 2018-05-03."""
        node = self._known(key, required, "a date")
        if node is None:
            return None
        if isinstance(node, Scalar) and len(node.text) == 10 and node.text[4] == node.text[7] == "-":
            try:
                return date.fromisoformat(node.text)
            except ValueError:
                pass
        self._wrong(key, "a date such as 2018-05-03", node)
        return None

    def count_or_text(self, key: str) -> int | str:
        """A required value of another field's kind: a whole number if it looks like one, else a text."""
        node = self._node.entries.get(key)
        if isinstance(node, Scalar) and node.plain and _is_whole(node.text):
            return self.count(key) or 0
        return self.text(key, required=True, kind="a whole number or a text") or ""

    # -- help --------------------------------------------------------------------------------------

    def _named(self, key: str) -> str:
        """A key with those above it, in quotes where nobody would see it otherwise."""
        name = cut(key)
        return f"{self._where}{name}" if name and name == name.strip() else f'{self._where}"{name}"'

    def _known(self, key: str, required: bool, kind: str) -> Node | None:
        """The node of a key, or ``None`` where the key is left out or null."""
        self._asked[key] = None
        node = self._node.entries.get(key)
        if node is not None and not (isinstance(node, Scalar) and node.plain and node.text in _NULLS):
            return node
        if required:
            self.note(key, f"expected {kind}, got nothing")
        return None

    def _wrong(self, key: str, expected: str, node: Node, advice: str = "") -> None:
        self.note(key, f"expected {expected}, got {shown(node)}{advice}", node.line)


def _is_whole(text: str) -> bool:
    """Whether a text is a whole number as it is plainly written: no sign but a minus, and no nought before it."""
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit() and (digits[0] != "0" or text == "0")


def _is_plain_text(node: Scalar) -> bool:
    """Whether a value is what nearly all texts are, so that nothing else need be asked: words without quotes."""
    text = node.text
    return (
        node.plain and text[:1].isalpha() and text.isprintable() and len(text) <= MAX_TEXT and text not in _TRUE_FALSE
    )
