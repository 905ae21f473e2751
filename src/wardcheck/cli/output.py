"""From rows to what is printed: which of them, which format, how wide."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

import typer

from wardcheck.analysis.report import Report, Slugs
from wardcheck.cli.chart_file import check_chart_file, write_chart
from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.file_output import format_of, refuse_missing, refuse_place
from wardcheck.cli.formats import content, drawn, width_of
from wardcheck.cli.options import FormatName, OutputOptions
from wardcheck.errors import DataError, WardcheckError
from wardcheck.printable import printable
from wardcheck.render.select import known_columns, select
from wardcheck.render.values import columns_of
from wardcheck.words import counted, few, with_count

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from wardcheck.cli.where import Where
    from wardcheck.model import Election
    from wardcheck.render.chart import Chart
    from wardcheck.render.sheet import Sheet

    RowT = TypeVar("RowT", bound=DataclassInstance)

_HEADED: tuple[FormatName, ...] = ("tsv", "csv", "md", "xlsx")
"""The formats with a line of column names that can be left out."""

BINARY: tuple[FormatName, ...] = ("xlsx", "parquet")
"""The formats that are files of their own."""

DRAWN: tuple[FormatName, ...] = ("table", "svg", "html")
"""The formats for a person, whose columns are chosen by the room there is."""

_PUBLISHED: tuple[FormatName, ...] = ("svg", "html")
"""Those that go elsewhere, and so must say whose figures they are."""


class Sourced(Protocol):
    """What figures were taken from."""

    @property
    def source(self) -> str:
        """Whose figures these are, in a line."""


def tell(*lines: str) -> None:
    """Say on stderr what a script would not learn from rows, and a person reads in the notes of a table."""
    for line in lines:
        sys.stderr.write(f"wardcheck: {printable(line)}\n")


class Unreadable(NamedTuple):
    """Elections that were asked for and of which there is no answer, for files cannot be read."""

    elections: Sequence[str]
    why: DataError

    def title(self, title: str) -> str:
        """A title that does not pass for the whole."""
        return f"{title.removesuffix('.')}; without {few(self.elections)}, for files cannot be read"


class Output:
    """How the user wants rows printed. Checked against the columns before any file is read.

    ``lines`` makes the text that stands in place of a table, where a command has one.
    """

    def __init__(
        self,
        row_type: type[DataclassInstance],
        how: OutputOptions,
        chart: Path | None = None,
        lines: Callable[[Sequence[Any]], str] | None = None,
    ) -> None:
        columns, sort = how.columns, how.sort
        for_a_person = sys.stdout.isatty() and columns is None and not how.no_header
        default: FormatName = "table" if for_a_person else "tsv"
        self.to = how.to
        self.format = how.format_ or (format_of(how.to) if how.to is not None else default)
        self.header = not how.no_header
        self.sort = sort
        self.reverse = how.reverse
        self.limit = how.limit
        asked = [name.strip() for name in columns.split(",")] if columns is not None else columns_of(row_type)
        self.columns = known_columns(asked, row_type)
        known_columns([sort] if sort is not None else [], row_type)
        if columns is not None and self.format in DRAWN:
            raise WardcheckError(
                "--columns: a table has its own columns; use it with -f tsv, csv, json, jsonl, md or xlsx"
            )
        if how.no_header and self.format not in _HEADED:
            raise WardcheckError(f"--no-header: expected -f {', '.join(_HEADED)}, got {self.format}")
        if how.to is not None:
            refuse_place(how.to, how.store)
        elif self.format in BINARY:
            raise WardcheckError(f"-f {self.format}: expected a file to write, got none; name one with -o")
        refuse_missing(self.format)
        self._row_type = row_type
        self._lines = lines
        self.where = _where(how, row_type)
        self._kept: tuple[int, int] | None = None
        self._remarks_of_all = False
        if chart is not None:
            check_chart_file(chart, how.store)
        self.chart = chart

    def write(
        self,
        found: Sequence[RowT],
        screen: Callable[[Sequence[RowT]], Sheet],
        *,
        wards: Collection[str] | None = None,
        total: bool = False,
        draw: Callable[[Sequence[RowT]], Chart] | None = None,
        of: Sourced | None = None,
        unreadable: Unreadable | None = None,
    ) -> None:
        """Print rows, those of ``wards`` where these are given; ``screen`` makes the sheet of a table from those shown.

        ``draw`` makes the chart of the same rows, for a command that has ``--chart``; the file is written first. ``of``
        says whose figures these are, below a picture or a page.

        A table has the remarks of the report in its notes, and in its title how many of how many rows are shown.
        Scripts are told on stderr those that no row says, unless
        they asked for some wards; and with ``total`` the totals come after the rows, whatever their order and limit.

        What is wrong with the files of elections that are ``unreadable`` comes first, and titles name them.

        Raises:
            Exit: with the code of errors, where elections are left out; else with that of findings, where the report
                has no answer.
        """
        if unreadable is not None:
            sys.stderr.write("".join(f"{printable(str(one))}\n" for one in unreadable.why.problems))
            tell(f"no answer of {few(unreadable.elections)}, for the files named above cannot be read")
        every = found if isinstance(found, Report) else Report(found, ())
        report = self.kept(every)
        late = len(report) < len(every)
        if total and late and self.format not in DRAWN:
            tell("--total: of all rows, not of those alone that --where keeps")
        rows = report if wards is None else [row for row in report if getattr(row, "ward", None) in wards]
        shown = select(rows, self.sort, reverse=self.reverse, limit=self.limit)
        if self.chart is not None and draw is not None:
            chart = draw(shown) if shown else None
            if chart is not None and chart.has_figures:
                write_chart(chart, self.chart)
            else:
                nothing = "no rows to draw" if chart is None else "no figure of these rows is known"
                tell(f"--chart: {nothing}, and no file written")
        if self.format not in DRAWN:
            tell(*(remark.text(Slugs()) for remark in report.remarks if wards is None and not remark.in_rows))
            shown = [*shown, *report.totals] if total else shown
        if self._lines is not None:
            made: str | bytes = self._lines(shown)
        elif self.format in DRAWN:
            source = of.source if of is not None and self.format in _PUBLISHED else None
            sheet = _counted(screen(shown), len(shown), report.every)
            sheet = sheet if unreadable is None else replace(sheet, title=unreadable.title(sheet.title))
            sheet = self._noted(self._sorted(sheet, shown), source, late=late)
            made = drawn(self.format, sheet, len(shown), terminal=self._terminal)
        else:
            made = content(self.format, shown, self.columns, self._row_type, header=self.header)
        if self.to is not None:
            from wardcheck.store.atomic import write_whole

            write_whole(self.to, made)
            tell(f"wrote {counted(len(shown), 'row')} to {self.to}")
        else:
            sys.stdout.write(str(made))
        if unreadable is not None:
            raise typer.Exit(ExitCode.ERROR)
        if not report.answered:
            raise typer.Exit(ExitCode.FINDINGS)

    def kept(self, found: Sequence[RowT]) -> Report[RowT, Any]:
        """The rows that ``--where`` keeps, with the totals and remarks of them all; says what it cannot tell.

        A command calls it before it makes its sheet, where title and notes are to be of the rows kept.
        """
        report: Report[RowT, Any] = found if isinstance(found, Report) else Report(found, ())
        if self.where is None:
            return report
        kept, remark = self.where.keep(report)
        tell(*([remark] if remark else []))
        self._kept = self._kept or (len(kept), len(report))
        self._remarks_of_all = self._remarks_of_all or (len(kept) < len(report) and bool(report.remarks))
        return kept

    def line_each(self, found: Sequence[RowT], line: Callable[[RowT], object]) -> Report[RowT, Any]:
        """In a format for a person, the first row that ``--where`` keeps of each ``line``; in others all that it keeps.

        For tables whose lines stand for several rows, such as those of all parties of a council.
        """
        kept = self.kept(found)
        if self.format not in DRAWN:
            return kept
        first: dict[object, RowT] = {}
        for row in kept:
            first.setdefault(line(row), row)
        lines = {id(row) for row in first.values()}
        every = len({line(row) for row in found})
        self._kept = (len(lines), every) if self._kept else None
        of_lines = [row for row in kept if id(row) in lines]
        return Report(of_lines, kept.totals, kept.remarks, answered=kept.answered, every=every)

    def of_wards(self, analysis: Callable[..., Report[RowT, Any]], elections: Sequence[Election]) -> Report[RowT, Any]:
        """An analysis that has a row for each ward, totals and remarks those of the wards that ``--where`` keeps.

        What is not in the store at all is said of each election as a whole.
        """
        report = self.kept(every := analysis(*elections))
        if len(report) == len(every):
            return report
        wards: dict[str, set[str]] = {}
        for row in report:
            wards.setdefault(getattr(row, "election"), set()).add(getattr(row, "ward"))  # noqa: B009  any row type
        narrowed = [election.only(frozenset(wards[election.slug])) for election in elections if election.slug in wards]
        from wardcheck.analysis.totals import incomplete

        self._remarks_of_all = False
        found = analysis(*narrowed)
        remarks = [*incomplete(elections), *found.remarks]
        return Report(report, found.totals, remarks, answered=report.answered, every=report.every)

    @property
    def width(self) -> int | None:
        """Cells a line of what is drawn; ``None`` for a table that may be as wide as it likes."""
        return width_of(self.format, terminal=self._terminal)

    @property
    def _terminal(self) -> bool | None:
        return sys.stdout.isatty() if self.to is None else None

    def _sorted(self, sheet: Sheet, rows: Sequence[RowT]) -> Sheet:
        """The sheet with the values that ``--sort`` goes by."""
        if self.sort is None:
            return sheet
        from wardcheck.render.sorted_column import with_sorted

        return with_sorted(sheet, rows, self.sort)

    def _noted(self, sheet: Sheet, source: str | None, *, late: bool) -> Sheet:
        """The sheet with a note of what ``--where`` kept; ``late`` is after title and notes were made of all rows.

        Below all others stands whose figures they are, where that is to be said.
        """
        if self.where is None or self._kept is None:
            return sheet if source is None else replace(sheet, notes=[*sheet.notes, source])
        kept, every = self._kept
        of_all = "words" if late else "remarks" if self._remarks_of_all else None
        words = f"Where {self.where}: {kept:,} of {counted(every, 'row')}"
        words += f"; the {of_all} above are of all." if of_all else "."
        return replace(sheet, notes=[*sheet.notes, words, *([source] if source is not None else [])])


def _counted(sheet: Sheet, shown: int, every: int) -> Sheet:
    """The sheet with a title that says how many of how many are shown, where it is not all."""
    return replace(sheet, title=with_count(sheet.title, *(sheet.shown or (shown, every)), *sheet.unit))


def _where(how: OutputOptions, row_type: type[DataclassInstance]) -> Where | None:
    if not how.where:
        return None
    from wardcheck.cli.where import Where

    return Where(how.where, row_type, how.store)
