"""``--where``: which rows are kept. Nothing of it is imported where it is not given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from wardcheck.analysis.report import Report
from wardcheck.render.where import Condition, condition
from wardcheck.words import counted, listed

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    RowT = TypeVar("RowT", bound=DataclassInstance)


class Where:
    """The conditions of a line, all of which must hold, on rows of one type."""

    def __init__(self, texts: Sequence[str], row_type: type[DataclassInstance], store: Path | None) -> None:
        names = _Names(store)
        self._conditions: Sequence[Condition] = [condition(text, row_type, names) for text in texts]

    def __str__(self) -> str:
        return " and ".join(f"({one.text})" if len(self._conditions) > 1 else one.text for one in self._conditions)

    def keep(self, report: Report[RowT, Any]) -> tuple[Report[RowT, Any], str | None]:
        """The rows of which every condition is true, and what is to be said of those of which one cannot be told.

        Raises:
            WardcheckError: a condition names a party that there is not.
        """
        kept: list[RowT] = []
        unknown, empty = 0, dict[str, None]()
        for one in self._conditions:
            one.refuse_strangers(report)
        for row in report:
            truths = [one.truth(row) for one in self._conditions]
            if False in truths:
                continue
            if None not in truths:
                kept.append(row)
                continue
            unknown += 1
            for one, truth in zip(self._conditions, truths, strict=True):
                empty.update(dict.fromkeys(one.empty_in(row) if truth is None else ()))
        remark = None
        if unknown:
            remark = (
                f"--where: {counted(unknown, 'row')} left out of which it cannot be told: {listed(list(empty))} empty"
            )
        wanted = set(map(id, kept))
        return report.only(lambda row: id(row) in wanted), remark


class _Names:
    """The slugs of the parties that go by a name, from the register, which is read at the first question."""

    def __init__(self, store: Path | None) -> None:
        self._store = store
        self._known: Any = None

    def __call__(self, word: str) -> frozenset[str]:
        from wardcheck.sources.party_names import parties_by_name, party_key
        from wardcheck.store import open_store

        if self._known is None:
            self._known = parties_by_name(open_store(self._store).parties)
        found: frozenset[str] = self._known.get(party_key(word), frozenset())
        return found
