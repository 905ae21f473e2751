"""The fields of a claims file: those of the store's files, and numbers of any sign."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Self

from wardcheck.store.fields import Fields
from wardcheck.store.one_value import MAX_COUNT
from wardcheck.store.tree import Entries, Items, Node, Scalar
from wardcheck.store.words import how_to_write

_NUMBER = re.compile(r"(?P<number>-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?)(?P<unit> ?%| points?)?")
_SPELT = re.compile(
    r"(?P<number>-?[0-9.]+) ?(?P<percent>per ?cent|pct?|p\.c\.)?(?P<points>percentage points?|pts?|pp)?"
)
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_YES_NO = {"yes": "true", "no": "false"}


class ClaimFields(Fields):
    """One mapping of a claims file."""

    __slots__ = ()

    def _known(self, key: str, required: bool, kind: str) -> Node | None:
        """As of any file, but that an empty value is a mistake: left out it would mean something wider."""
        node = super()._known(key, required, kind)
        if node is None and not required and key in self:
            self.note(key, f"expected {kind}, got nothing; leave the key out if it is not said")
        return node

    def note_once(self, key: str, message: str) -> None:
        """Note a problem that several figures may have in common."""
        before = list(self._report.problems)
        self.note(key, message)
        if self._report.problems[-1:] and self._report.problems[-1] in before:
            self._report.problems[:] = before

    def allow(self, *keys: str) -> None:
        """Count keys among the known ones, whatever they hold."""
        self._asked.update(dict.fromkeys(keys))

    def other_figure(self, key: str) -> Self | None:
        """The mapping of a word that takes a figure; whoever gives it a number is told which words take one."""
        node = self._node.entries.get(key)
        if not isinstance(node, Scalar) or _NUMBER.fullmatch(node.text) is None:
            return self.mapping(key, required=True)
        self.allow(key)
        self._wrong(key, "a figure", node, "; a number goes with a word such as over, under or is")
        return None

    def numbers(self, key: str, unit: str | None = "", *, two: bool = False) -> tuple[Decimal, ...] | None:
        """A number, or ``two`` of them in a list, the smaller first; each is written plainly and keeps its decimals.

        ``unit`` is ``%`` or ``points`` if the figure has one: it may stand behind the number, and must behind a part of
        one, for 0.4 may be meant to be 40 %. ``None`` is that of a figure that could not be read.
        """
        kind = "a list of 2 numbers" if two else "a number"
        node = self._known(key, True, kind)
        if two and node is not None and not (isinstance(node, Items) and len(node.items) == 2):
            self._wrong(key, kind, node)
            return None
        nodes = node.items if two and isinstance(node, Items) else [node] if node is not None else []
        found = [self._decimal(key, one, unit) for one in nodes]
        numbers = tuple(number for number in found if number is not None)
        if not numbers or len(numbers) < len(found):
            return None
        if numbers[0] > numbers[-1]:
            self.note(key, "expected the smaller number first")
            return None
        return numbers

    def answer(self, key: str, kind: str = "true or false") -> bool | None:
        """``true`` or ``false``; or ``true`` alone, where that is the ``kind``."""
        node = self._known(key, True, kind)
        text = node.text if isinstance(node, Scalar) and node.plain else ""
        if text in kind.split(" or "):
            return text == "true"
        if node is not None:
            self._wrong(key, kind, node, _in_place_of(node, key, kind))
        return None

    def answers(self, key: str) -> bool:
        """Whether the value of a key is ``true`` or ``false``."""
        node = self._node.entries.get(key)
        return isinstance(node, Scalar) and node.plain and node.text in ("true", "false")

    def when(self, key: str) -> str | None:
        """A day or, where no more is known, a month: 2018-05-03 or 2018-05."""
        node = self._node.entries.get(key)
        if isinstance(node, Scalar) and _MONTH.fullmatch(node.text):
            self.allow(key)
            return node.text
        day = self.day(key)
        return day.isoformat() if day is not None else None

    def each_below(self, key: str) -> list[ClaimFields]:
        """A list of mappings, at least one."""
        node = self._known(key, True, "a list of statements")
        if not isinstance(node, Items) or not node.items:
            if node is not None:
                self._wrong(key, "a list of statements", _EMPTY if isinstance(node, Items) else node)
            return []
        found = [
            ClaimFields(item, self._report, f"{self._where}{key}.") for item in node.items if isinstance(item, Entries)
        ]
        for item in node.items:
            if not isinstance(item, Entries):
                self._wrong(key, "a mapping", item)
        return found

    def count_or_every(self, key: str, every: str, *, most: int) -> int | None:
        """A count, or 0 for the word that stands for each of them."""
        node = self._node.entries.get(key)
        if isinstance(node, Scalar) and node.plain and node.text == every:
            self.allow(key)
            return 0
        return self.count(key, least=1, most=most)

    def text_or_texts(self, key: str) -> tuple[str, ...] | None:
        """One text or a list of them; ``None`` if the key is left out."""
        self.allow(key)
        return tuple(text for text, _ in self.one_or_more(key, kind="text")) if key in self else None

    def _decimal(self, key: str, node: Node, unit: str | None) -> Decimal | None:
        found = _NUMBER.fullmatch(node.text) if isinstance(node, Scalar) and node.plain else None
        number = Decimal(found["number"]) if found is not None else None
        if found is None or number is None or abs(number) > MAX_COUNT:
            figure = "; a figure goes with more-than, less-than or times" if isinstance(node, Entries) else ""
            self._wrong(key, "a number", node, figure or how_to_write(node) or _with_sign(node))
        elif unit is None:
            return number
        elif (written := (found["unit"] or "").strip()) and written.rstrip("s") != unit.rstrip("s"):
            self._wrong(key, f"a number {f'in {unit}' if unit else 'alone'}", node)
        elif unit and not written and 0 < abs(number) < 1:
            self._wrong(key, f"a number with its unit, {number} {unit} or {(100 * number).normalize():f} {unit}", node)
        else:
            return number
        return None


def _in_place_of(node: Node, key: str, kind: str) -> str:
    """What to write where ``true`` or ``false`` stands."""
    text = node.text if isinstance(node, Scalar) else ""
    if _NUMBER.fullmatch(text):
        return "; a number goes with a word such as is, over or under, below 0 for a fall"
    if kind == "true":
        return f"; leave {key} out if it is not said"
    write = _YES_NO.get(text.lower(), text)
    return f"; write {write}" if write in _YES_NO.values() else ""


def _with_sign(node: Node) -> str:
    """``; write 46.5 %``, where the unit is spelt out."""
    found = _SPELT.fullmatch(node.text) if isinstance(node, Scalar) else None
    unit = "%" if found and found["percent"] else "points" if found and found["points"] else ""
    return f"; write {found['number']} {unit}" if found and unit else ""


_EMPTY = Scalar("an empty list", True, 0)
