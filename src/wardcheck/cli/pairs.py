"""A comparison of elections with what came before them: of one pair, or of several elections, each with its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from wardcheck.analysis.pairs import Basis, names, only_counted
from wardcheck.analysis.report import Report, remark
from wardcheck.cli.chosen import choose_one
from wardcheck.cli.many import Asked, asked, why_not
from wardcheck.cli.options import Which
from wardcheck.cli.pair import Pair, choose_pair, must_have, pairs_before
from wardcheck.errors import NotFoundError
from wardcheck.store import PATTERN

if TYPE_CHECKING:
    from wardcheck.cli.chosen import Chosen
    from wardcheck.cli.output import Unreadable
    from wardcheck.model import Election
    from wardcheck.render.labels import Labels
    from wardcheck.store import Store

TotalsT = TypeVar("TotalsT")

Compare = Callable[[Pair], Report[Any, Basis]]
"""The rows of one pair that were asked for."""


_NOTHING_BEFORE = "Nothing to compare with, for no election before it is known or the store does not have that."


class Several(NamedTuple):
    """The rows of several elections, and how they are shown."""

    report: Report[Any, None]
    chosen: Chosen
    labels: Labels
    """The names of the elections, of those that they are compared with, and of all wards."""
    unreadable: Unreadable | None
    """The elections of councils with a file that cannot be read."""


def one_or_several(folder: Path | None, which: Which) -> Pair | Asked:
    """The pair that the words name, or the elections that each have a baseline of their own.

    Two elections named one by one are a pair, FROM and TO, and more of them are none. A by-election whose wards were
    last polled on several days is several comparisons.

    Raises:
        WardcheckError: nothing is asked for, or something that is not there.
    """
    words: Sequence[str] = which.elections or ()
    one_by_one = words and which == Which(elections=which.elections) and all(map(PATTERN.isdisjoint, words))
    if one_by_one and len(words) == 2:
        return choose_pair(folder, words)
    if not one_by_one or len(words) > 2:
        meant = asked(folder, which)
        if meant.several:
            return meant
        words = meant.slugs
    chosen = choose_one(folder, words[0])
    (after,) = chosen.elections
    pairs = pairs_before(after, chosen.store)
    if pairs[0].after is after:
        return pairs[0]
    return asked(folder, Which(elections=[after.slug]))


def compare_each(meant: Asked, compare: Compare, *, unmatched: bool = False) -> Several:
    """The rows of every election with what came before it; those of which there is nothing to compare are counted.

    Raises:
        NotFoundError: a party or a ward that is in none of them.
    """
    wards: dict[tuple[str, str], str] = {}
    failed: list[NotFoundError] = []

    def ask(one: Election, store: Store) -> Report[Any, None]:
        found = []
        try:
            pairs = pairs_before(one, store)
        except NotFoundError as error:
            return Report((), None, [why_not(error, one.slug, of_many=_NOTHING_BEFORE)], answered=False)
        for pair in pairs:
            try:
                found.append(counted_only(compare(pair), unmatched=unmatched))
            except NotFoundError as error:
                failed.append(error)
                raise
        wards.update({(one.slug, ward.slug): ward.name for ward in one.wards})
        remarks = [told for report in found for told in report.remarks]
        placed = {ward.slug for pair in pairs for ward in pair.after.wards}
        if alone := [ward for ward in one.wards if ward.slug not in placed]:
            remarks.append(remark("Not compared, without an earlier poll in the store: ", names(alone, one), "."))
        rows = [row for report in found for row in report]
        return Report(rows, None, remarks, answered=any(report.answered for report in found))

    answers = meant.answers(ask, in_full=unmatched)
    if failed and not answers.report.answered:
        raise failed[0]
    labels = answers.labels
    labels = labels._replace(wards={**labels.wards, **wards})
    return Several(answers.report, answers.chosen, labels, answers.unreadable)


def counted_only(report: Report[Any, TotalsT], *, unmatched: bool) -> Report[Any, TotalsT]:
    """A report that counts the wards without a counterpart where they are many, unless they were asked for."""
    if unmatched:
        return report
    remarks = [only_counted(one) for one in report.remarks]
    return Report(report.rows, report.totals, remarks, answered=report.answered, every=report.every)


def of_wards(pair: Pair, words: Sequence[str] | None) -> frozenset[str] | None:
    """The slugs of the wards named, which both elections have; ``None`` where none are named, which means all."""
    return None if words is None else must_have(pair, words)
