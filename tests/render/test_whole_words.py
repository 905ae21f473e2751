"""No table of any command breaks or cuts a word, or loses a figure, at any width that people have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from rich.cells import cell_len

from wardcheck.cli import output
from wardcheck.cli.commands import COMMANDS
from wardcheck.cli.main import run
from wardcheck.printable import printable
from wardcheck.render.layout import joined, laid_out
from wardcheck.render.sheet import Sheet, text_of
from wardcheck.render.table import table

WIDTHS = (60, 80, 100, 120, 160, 200)

SEVERAL = "b*-2018 h*-2018 --region london"

LINES = {
    "margins": ["havering-2018", "cornwall-2021 havering-2018 --limit 30", f"{SEVERAL} --limit 9"],
    "close": ["cornwall-2021 --within-pct 3 --next", "havering-2018 --party con", f"{SEVERAL} --limit 9"],
    "change": [
        "havering-2018 --by ward --limit 30",
        "barnet-2018 --measure all",
        SEVERAL,
        f"{SEVERAL} --party lab",
        f"{SEVERAL} --by ward --where changed",
    ],
    "swing": ["havering-2018 --between con,lab", f"{SEVERAL} --between lab,con"],
    "seats": ["havering-2018", "leeds-2019", SEVERAL],
    "control": ["cornwall-2021 --limit 40", "havering-2018 --switch --every", SEVERAL],
    "ties": ["sutton-2018 hertsmere-2019 bradford-2019"],
    "ward": ["hertsmere-2019 borehamwood-kenilworth", "havering-2018 rainham-and-wennington"],
    "turnout": ["cornwall-2021", "barnet-2014 barnet-2018 --by election", "croydon-2022 --from croydon-2018"],
    "elections": ["cornwall-20* havering-20* b[rur]*-20*"],
    "claims": ["docs/claims/kenilworth-2019.yaml"],
    "import": ["leap tests/cli/town.csv --date 2018-05-03 --dry-run"],
    "check": ["barnet-2018 --rules", "barnet-2018 --accepted"],
    "parties": ["havering-2018", "cornwall-2021 havering-2018 --by ward --limit 30", "barnet-2018 --measure all"],
    "councillors": ["cornwall-2021 --limit 30", f"{SEVERAL} --limit 9"],
    "find": ["an cornwall-2021 havering-2018 --limit 30"],
    "history": ["cornwall", "barnet --ward high-barnet"],
    "splits": [
        "havering-2018 --ward rainham-and-wennington",
        "havering-2018 --by party --ward rainham-and-wennington",
        "barnet-2018 --proof east-barnet",
    ],
    "slates": ["havering-2018", "havering-2018 --by alphabet"],
    "whatif": ["cornwall-2021 --between con,ld"],
    "flows": ["derby-2018 --limit 30", "derby-2018 --ward spondon"],
    "relate": [
        "barnet-2018 --party lab --with jewish/residents",
        "barnet-2018 --party lab --with jewish/residents --points",
    ],
}
WITHOUT = {"export", "report", "completion"}
"""They have no table."""

_PIECES = re.compile(r"[/-]*[^\s/-]+[/-]*|[/-]+")
_DRAWN = re.compile(r"[ ▏▎▍▌▋▊▉█▐▕░│─]+")


def test_every_command_with_a_table_is_here() -> None:
    assert {*LINES, *WITHOUT} == {*COMMANDS}


@pytest.mark.parametrize("line", [f"{command} {words}" for command, lines in LINES.items() for words in lines])
def test_no_word_is_broken_and_no_figure_lost(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sheets: list[Sheet] = []

    def kept(_: str, sheet: Sheet, *__: object, **___: object) -> str:
        sheets.append(sheet)
        return ""

    monkeypatch.setattr(output, "drawn", kept)
    every = WIDTHS if line.startswith("claims") else WIDTHS[:1]  # whose screen makes its own lines
    for width in every:
        monkeypatch.setenv("COLUMNS", str(width))
        assert run([*line.split(), "-f", "table"]) in (0, 1)
    for n, width in enumerate(WIDTHS):
        sheet = sheets[n % len(sheets)]
        lines = table(sheet, width=width, terminal=False).splitlines()
        assert all(cell_len(one) <= width and one == one.rstrip() for one in lines)
        assert pieces(lines) == pieces(words_of(sheet, width)), f"at {width}"


def pieces(texts: Iterable[str]) -> Counter[str]:
    """The words of texts, those with hyphens and strokes in their parts, where a line may end; signs with numbers."""
    return Counter(piece for text in texts for piece in _PIECES.findall(printable(text)) if not _DRAWN.fullmatch(piece))


def words_of(sheet: Sheet, width: int) -> Iterator[str]:
    """All that a sheet says in the columns that it has room for."""
    layout = laid_out(sheet, width)
    if not layout.fits:
        sheet = joined(sheet)
        layout = laid_out(sheet, width)
    heads = [sheet.columns[n].title for n in layout.columns]
    yield sheet.title
    lines = ["".join(span.text for span in line) for line in sheet.picture]
    yield from lines if all(cell_len(one) <= width for one in lines) else []
    yield from heads if sheet.rows else []
    yield from (text_of(row[n]) for row in sheet.rows for n in layout.columns)
    yield sheet.cut_words if sheet.cut_after is not None and sheet.rows else ""
    for note in sheet.notes:
        if isinstance(note, str) or note.column in heads:
            yield note if isinstance(note, str) else note.text
