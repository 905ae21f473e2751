"""The fields of a claims file: those of the store's files, and numbers of any sign."""

from __future__ import annotations

import re
from decimal import Decimal

from wardcheck.store.fields import Fields
from wardcheck.store.one_value import MAX_COUNT
from wardcheck.store.tree import Entries, Items, Node, Scalar
from wardcheck.store.words import how_to_write

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_TRUE_FALSE = {"true": True, "false": False}


class ClaimFields(Fields):
    """One mapping of a claims file."""

    __slots__ = ()

    def _known(self, key: str, required: bool, kind: str) -> Node | None:
        """As of any file, but that an empty value is a mistake: left out it would mean something wider."""
        node = super()._known(key, required, kind)
        if node is None and not required and key in self:
            self.note(key, f"expected {kind}, got nothing; leave the key out if it is not said")
        return node

    def allow(self, key: str) -> None:
        """Count a key among the known ones, whatever it holds."""
        self._asked.append(key)

    def number(self, key: str) -> Decimal | None:
        """A number written plainly, below nought too; it keeps its decimals, which say how exactly it is meant."""
        node = self._known(key, True, "a number")
        return None if node is None else self._decimal(key, node)

    def numbers(self, key: str, count: int) -> tuple[Decimal, ...] | None:
        """A list of so many numbers, each no smaller than the one before."""
        node = self._known(key, True, f"a list of {count} numbers")
        if node is None:
            return None
        if not isinstance(node, Items) or len(node.items) != count:
            self._wrong(key, f"a list of {count} numbers", node)
            return None
        found = [self._decimal(key, item) for item in node.items]
        known = tuple(number for number in found if number is not None)
        if len(known) < count:
            return None
        if list(known) != sorted(known):
            self.note(key, "expected the smaller number first")
            return None
        return known

    def number_or_answer(self, key: str, *, question: bool) -> Decimal | bool | None:
        """A number, or ``true`` or ``false`` where the figure is a ``question`` of yes or no."""
        node = self._known(key, True, "true or false" if question else "a number")
        if isinstance(node, Scalar) and node.plain and node.text in _TRUE_FALSE:
            return _TRUE_FALSE[node.text]
        if node is None:
            return None
        if question and not (isinstance(node, Scalar) and _NUMBER.fullmatch(node.text)):
            answers = {"yes": "true", "no": "false"}
            write = answers.get(node.text.lower(), "") if isinstance(node, Scalar) else ""
            self._wrong(key, "true or false", node, f"; write {write}" if write else "")
            return None
        return self._decimal(key, node)

    def yes_or_no(self, key: str) -> bool | None:
        """``true`` or ``false``."""
        node = self._known(key, True, "true or false")
        if isinstance(node, Scalar) and node.plain and node.text in _TRUE_FALSE:
            return _TRUE_FALSE[node.text]
        if node is not None:
            self._wrong(key, "true or false", node)
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

    def below(self, key: str, *, required: bool = True) -> ClaimFields | None:
        """A mapping below this one."""
        node = self._known(key, required, "a mapping")
        if node is None:
            return None
        if isinstance(node, Entries):
            return ClaimFields(node, self._report, f"{self._where}{key}.")
        self._wrong(key, "a mapping", node)
        return None

    def each_below(self, key: str) -> list[ClaimFields]:
        """A list of mappings, at least one."""
        node = self._known(key, True, "a list of statements")
        if node is None:
            return []
        if not isinstance(node, Items) or not node.items:
            self._wrong(key, "a list of statements", node if not isinstance(node, Items) else _EMPTY)
            return []
        found: list[ClaimFields] = []
        for item in node.items:
            if isinstance(item, Entries):
                found.append(ClaimFields(item, self._report, f"{self._where}{key}."))
            else:
                self._wrong(key, "a mapping", item)
        return found

    def count_or_every(self, key: str, every: str, *, most: int) -> int | None:
        """A count, or 0 for the word that stands for each of them."""
        node = self._node.entries.get(key)
        if isinstance(node, Scalar) and node.plain and node.text == every:
            self.allow(key)
            return 0
        return self.count(key, least=1, most=most)

    def text_or_texts(self, key: str) -> tuple[str, ...]:
        """One text or a list of them; none if the key is left out."""
        node = self._node.entries.get(key)
        if isinstance(node, Items):
            return self.texts(key, required=True)
        text = self.text(key)
        return () if text is None else (text,)

    def _decimal(self, key: str, node: Node) -> Decimal | None:
        if isinstance(node, Scalar) and node.plain and _NUMBER.fullmatch(node.text):
            number = Decimal(node.text)
            if abs(number) <= MAX_COUNT:
                return number
        self._wrong(key, "a number", node, how_to_write(node))
        return None


_EMPTY = Scalar("an empty list", True, 0)
