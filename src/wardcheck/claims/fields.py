"""The fields of a claims file: those of the store's files, and numbers of any sign."""

from __future__ import annotations

import re
from decimal import Decimal

from wardcheck.store.fields import Fields
from wardcheck.store.one_value import MAX_COUNT
from wardcheck.store.tree import Entries, Items, Node, Scalar
from wardcheck.store.words import how_to_write

_NUMBER = re.compile(r"(?P<number>-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?)(?P<unit> ?%| points?)?")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_TRUE_FALSE = {"true": True, "false": False}
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
        self._asked.extend(keys)

    def number(self, key: str, unit: str | None = "") -> Decimal | None:
        """A number written plainly, below nought too; it keeps its decimals, which say how exactly it is meant.

        ``unit`` is ``%`` or ``points`` if the figure has one: it may stand behind the number, and must behind a part of
        one, for 0.4 may be meant to be 40 %. ``None`` is that of a figure that could not be read.
        """
        node = self._known(key, True, "a number")
        return None if node is None else self._decimal(key, node, unit)

    def pair(self, key: str, unit: str | None = "") -> tuple[Decimal, ...] | None:
        """A list of two numbers, the second no smaller than the first."""
        node = self._known(key, True, "a list of 2 numbers")
        if not isinstance(node, Items) or len(node.items) != 2:
            if node is not None:
                self._wrong(key, "a list of 2 numbers", node)
            return None
        low, high = (self._decimal(key, item, unit) for item in node.items)
        if low is None or high is None:
            return None
        if low > high:
            self.note(key, "expected the smaller number first")
            return None
        return low, high

    def answer(self, key: str) -> bool | None:
        """``true`` or ``false``."""
        node = self._known(key, True, "true or false")
        if isinstance(node, Scalar) and node.plain and node.text in _TRUE_FALSE:
            return _TRUE_FALSE[node.text]
        if node is not None:
            self._wrong(key, "true or false", node)
        return None

    def number_or_answer(self, key: str, unit: str | None = "", *, question: bool) -> Decimal | bool | None:
        """A number, or ``true`` or ``false`` where the figure is a ``question`` of yes or no."""
        node = self._known(key, True, "true or false" if question else "a number")
        if node is None:
            return None
        if isinstance(node, Scalar) and node.plain and node.text in _TRUE_FALSE:
            return _TRUE_FALSE[node.text]
        if not question or (isinstance(node, Scalar) and _NUMBER.fullmatch(node.text)):
            return self._decimal(key, node, unit)
        write = _YES_NO.get(node.text.lower(), "") if isinstance(node, Scalar) else ""
        self._wrong(key, "true or false", node, write and f"; write {write}")
        return None

    def said(self, key: str) -> bool:
        """``true``, which is all that the key can hold."""
        node = self._known(key, True, "true")
        if isinstance(node, Scalar) and node.plain and node.text == "true":
            return True
        if node is not None:
            self._wrong(key, "true", node, f"; leave {key} out if it is not said")
        return False

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
        if isinstance(self._node.entries.get(key), Items):
            return self.texts(key, required=True)
        text = self.text(key)
        return None if text is None else (text,)

    def _decimal(self, key: str, node: Node, unit: str | None) -> Decimal | None:
        found = _NUMBER.fullmatch(node.text) if isinstance(node, Scalar) and node.plain else None
        number = Decimal(found["number"]) if found is not None else None
        if found is None or number is None or abs(number) > MAX_COUNT:
            self._wrong(key, "a number", node, how_to_write(node))
        elif unit is None:
            return number
        elif (written := (found["unit"] or "").strip()) and written.rstrip("s") != unit.rstrip("s"):
            self._wrong(key, f"a number {f'in {unit}' if unit else 'alone'}", node)
        elif unit and not written and 0 < abs(number) < 1:
            self._wrong(key, f"a number with its unit, {number} {unit} or {(100 * number).normalize():f} {unit}", node)
        else:
            return number
        return None


_EMPTY = Scalar("an empty list", True, 0)
