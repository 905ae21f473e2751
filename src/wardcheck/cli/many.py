"""One question put to several elections, each with its own baseline: rows together, remarks gathered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from wardcheck.analysis.report import OfElection, OfWard, Remark, Report, remark
from wardcheck.cli.chosen import Chosen, ready
from wardcheck.cli.options import Which
from wardcheck.cli.output import Unreadable
from wardcheck.cli.which import slugs_of
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.store.locate import locate

if TYPE_CHECKING:
    from wardcheck.model import Election
    from wardcheck.render.labels import Labels
    from wardcheck.store import Store
    from wardcheck.store.by_council import ByCouncil

RowT = TypeVar("RowT")


class Answers(NamedTuple):
    """The answers of several elections as one report, and how their slugs are shown."""

    report: Report[Any, None]
    chosen: Chosen
    """The elections with those wards alone that have a party of no register: names need no more of them."""
    named: Mapping[str, Election]
    """The elections that remarks name, with the wards that these name, by slug."""
    unreadable: Unreadable | None
    """The elections of councils with a file that cannot be read; there is no answer of these."""

    @property
    def labels(self) -> Labels:
        """The names of the elections, and of all that is said of them."""
        own = self.chosen.labels
        return own._replace(
            councils={**{slug: one.council for slug, one in self.named.items()}, **own.councils},
            dates={**{slug: one.date for slug, one in self.named.items()}, **own.dates},
            wards={(slug, ward.slug): ward.name for slug, one in self.named.items() for ward in one.wards},
        )


class Asked(NamedTuple):
    """The elections that a command line means, not read yet, and their store."""

    slugs: Sequence[str]
    store: ByCouncil

    @property
    def several(self) -> bool:
        """Whether there is more than one."""
        return len(self.slugs) > 1

    def answers(self, ask: Callable[[Election, Store], Report[RowT, object]], *, in_full: bool = False) -> Answers:
        """The rows of all elections in the order asked for, with what is to be said of them in few sentences.

        ``ask`` gets an election and a store that has the others of its council in memory. An election of which it
        finds nothing to answer with (``NotFoundError``, or a report that is not ``answered``) has no rows, which is
        said. ``in_full`` says everything of each. The councils with a file that cannot be read are left out.

        Raises:
            WardcheckError: what ``ask`` raises otherwise, and what is wrong with the files where none can be read.
        """
        from wardcheck.analysis.gathered import gathered  # no pair of elections needs it, nor what is below

        reports: dict[str, Report[RowT, object]] = {}
        elections: dict[str, Election] = {}
        named: dict[str, Election] = {}
        councils = self.store.each_council(self.slugs)
        slugs = [slug for slug in self.slugs if slug not in councils.left_out]
        for council in councils.elections:
            for one in council:
                elections[one.slug] = _head(one)
                try:
                    found = ask(one, self.store)
                except NotFoundError as error:
                    found = Report((), None, [why_not(error, one.slug)], answered=False)
                named |= _named(found.remarks, self.store)
                # neither the totals nor the wards that they are of stay in memory
                reports[one.slug] = Report(found.rows, None, found.remarks, answered=found.answered)
        rows = [row for slug in slugs for row in reports[slug]]
        remarks: list[tuple[str, Remark]] = [(slug, one) for slug in slugs for one in reports[slug].remarks]
        answered = any(one.answered for one in reports.values())
        together: Report[Any, None] = Report(rows, None, gathered(remarks, in_full=in_full), answered=answered)
        unreadable = None if councils.why is None else Unreadable(councils.left_out, councils.why)
        return Answers(together, Chosen([elections[slug] for slug in slugs], self.store), named, unreadable)


def refuse_chart(chart: Path | None, meant: Asked) -> None:
    """Refuse a chart of several elections, or of one against several; say what to ask for.

    Raises:
        WardcheckError: one was asked for.
    """
    if chart is None:
        return
    first = meant.slugs[0]
    if not meant.several:
        raise WardcheckError(f"--chart: {first} has several elections to compare with; name one of them before it")
    raise WardcheckError(f"--chart: expected one election with it, got {len(meant.slugs):,}; name one, such as {first}")


def asked(folder: Path | None, which: Which) -> Asked:
    """The elections that ``which`` means, in the order of its words, else sorted by slug.

    Raises:
        WardcheckError: nothing is asked for, or something that is not there.
    """
    from wardcheck.store.by_council import ByCouncil

    store = ByCouncil(locate(folder))
    ready(store)
    return Asked(slugs_of(which, store), store)


def _head(election: Election) -> Election:
    """An election with what its headings and its parties are shown by."""
    wards = tuple(ward for ward in election.wards if not all(c.registered for c in ward.candidates))
    return replace(election, wards=wards)


def why_not(error: NotFoundError, slug: str, of_many: str = "") -> Remark:
    """What an election lacks, as a remark."""
    words = str(error)
    itself = [OfElection(slug)] if words.startswith(f"{slug} ") else []
    return remark(itself, words.removeprefix(slug) if itself else words, of_many=of_many)


def _named(remarks: Iterable[Remark], store: Store) -> dict[str, Election]:
    """The elections that remarks name, each with the wards that they name."""
    parts = [part for one in remarks for part in one.parts]
    wards = {(part.election, part.slug) for part in parts if isinstance(part, OfWard)}
    slugs = {part.slug for part in parts if isinstance(part, OfElection)} | {slug for slug, _ in wards}
    return {
        slug: store.election(slug).only(frozenset(ward for of, ward in wards if of == slug)) for slug in sorted(slugs)
    }
