"""Reading one mapping of a file key by key, each key with the type it must have; lists and mappings too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Self

from wardcheck.store.one_value import MAX_COUNT, OneValue
from wardcheck.store.tree import Entries, Items, Node, Scalar


class Fields(OneValue):
    """One mapping of a file. Ask for each key it may have, then call ``done`` to refuse the others."""

    __slots__ = ()

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(text for text, _ in self.texts_with_lines(key, required=required))

    def texts_with_lines(self, key: str, *, required: bool = False) -> Iterator[tuple[str, int]]:
        """A list of texts, each with its line."""
        within, entries = self._listed(key, required=required)
        for n, item in entries.items():
            text = within.text(n, required=True)
            if text is not None:
                yield text, item.line

    def one_or_more(self, key: str, *, kind: str) -> Iterator[tuple[str, int]]:
        """A required text, or a list of them, each with its line."""
        if isinstance(self._node.entries.get(key), Items):
            yield from self.texts_with_lines(key, required=True)
        elif (text := self.text(key, required=True, kind=kind)) is not None:
            yield text, self.line_of(key)

    def counts(self, key: str, *, least: int = 0, most: int = MAX_COUNT, required: bool = False) -> tuple[int, ...]:
        """A list of whole numbers, written plainly."""
        within, entries = self._listed(key, required=required)
        found = [within.count(n, least=least, most=most, required=True) for n in entries]
        return tuple(count for count in found if count is not None)

    def days(self, key: str, *, required: bool = False) -> tuple[date, ...]:
        """A list of dates written 2018-05-03."""
        within, entries = self._listed(key, required=required)
        found = [within.day(n, required=True) for n in entries]
        return tuple(day for day in found if day is not None)

    def mapping(self, key: str, *, required: bool = False) -> Self | None:
        """A mapping below this one; its messages name both keys."""
        node = self._known(key, required, "a mapping")
        if node is None:
            return None
        if isinstance(node, Entries):
            return type(self)(node, self._report, f"{self._named(key)}.")
        self._wrong(key, "a mapping", node)
        return None

    def mappings(self, key: str, *, required: bool = False) -> list[Fields]:
        """A list of mappings."""
        node = self._known(key, required, "a list")
        if node is None:
            return []
        if not isinstance(node, Items):
            self._wrong(key, "a list", node)
            return []
        if required and not node.items:
            self._wrong(key, "at least one", Scalar("an empty list", True, node.line))
        found: list[Fields] = []
        for item in node.items:
            if isinstance(item, Entries):
                found.append(Fields(item, self._report, self._where))
            else:
                self._wrong(key, "a mapping", item)
        return found

    def children(self) -> list[tuple[str, Fields]]:
        """The values of all keys, each of which must be a mapping (a register keyed by slug)."""
        self._asked.update(dict.fromkeys(self._node.entries))
        found = [(key, self.mapping(key, required=True)) for key in self._node.entries]
        return [(key, fields) for key, fields in found if fields is not None]

    def keys(self) -> tuple[str, ...]:
        """All keys of the mapping as written."""
        return tuple(self._node.entries)

    def _listed(self, key: str, *, required: bool) -> tuple[Fields, dict[str, Node]]:
        """The items of a list under their numbers, from 1, and as fields with these names."""
        node = self._known(key, required, "a list")
        entries: dict[str, Node] = {}
        if isinstance(node, Items):
            if required and not node.items:
                self._wrong(key, "at least one", Scalar("an empty list", True, node.line))
            entries = {str(n): item for n, item in enumerate(node.items, 1)}
        elif node is not None:
            self._wrong(key, "a list", node)
        lines = {n: item.line for n, item in entries.items()}
        line = node.line if node is not None else self.line
        return Fields(Entries(entries, lines, line), self._report, f"{self._named(key)} "), entries
