"""Totals of each council on each polling day from the published files, by a route that shares no code with the package.

    python tests/results/count_published.py FOLDER

takes the files as published (``results/README.md`` says whose they are), under the names that ``FILES`` gives them
within the folder, and writes ``expected/councils.tsv``, ``expected/parties_of_councils.tsv`` and
``expected/papers-2018.tsv``. Parties are named by ``expected/parties.tsv``, written by hand: all of London and of a few
councils more, and the large ones of every council. Seats are the candidacies declared elected.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl  # type: ignore[import-untyped]

EXPECTED = Path(__file__).parent / "expected"
FILES = {
    2014: "leap/results-2014.csv",
    2016: "leap/leap-2016-05-05.csv",
    2017: "leap/leap-2017-05-04.csv",
    2018: "leap/leap-2018-05-03.csv",
    2019: "leap/leap-2019-05-02.csv",
    2021: "commons-library/local-elections-2021.xlsx",
    2022: "commons-library/local-elections-2022.xlsx",
    2024: "commons-library/local-elections-2024.xlsx",
    2025: "commons-library/local-elections-2025.xlsx",
    2026: "gla/london-candidates-2026.csv",
}
LONDON_2022 = "gla/london-candidates-2022.csv"
BARNET_2021 = "barnet-by-elections.csv"
COUNCILS_2018 = "electoral-commission/councils-2018.csv"
_THIRDS = ("derby", "nuneaton-and-bedworth", "plymouth", "sunderland")
IN_FULL = {(council, year) for council in _THIRDS for year in (2014, 2018)}
IN_FULL |= {(council, 2019) for council in ("bradford", "hertsmere", "north-hertfordshire")}
"""Elections all of whose parties are named, as those of London to 2022 are."""
LONDON_NAMED_TO, NAMED_TO = 2022, 2025
LARGE = {"con", "lab", "ld", "green", "ukip", "reform", "ind"}
SLUGS = {
    "bristol-city-of": "bristol",
    "county-durham": "durham",
    "east-riding": "east-riding-of-yorkshire",
    "kingston-upon-hull-city-of": "kingston-upon-hull",
    "lincoln": "city-of-lincoln",
}
"""Councils that files print under another name than their slug, by what is printed."""
COUNTIES_LAST = 2017
COUNTIES = {"buckinghamshire", "dorset", "north-yorkshire", "somerset"}
"""County councils of 2017 that were replaced by a council of the same name."""


class Row(NamedTuple):
    """One candidacy."""

    council: str
    year: int
    ward: str
    party: str
    votes: int
    elected: bool
    london: bool = False


def lines_of(path: Path) -> list[list[str]]:
    """The rows of a file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def dicts_of(path: Path) -> list[dict[str, str]]:
    """The rows of the sheet of candidates under its header, which follows a title."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    (sheet,) = (s for s in book.worksheets if s.title.startswith("Candidates"))
    rows = [["" if cell is None else " ".join(str(cell).split()) for cell in row] for row in sheet.values]
    return [dict(zip(rows[1], row, strict=True)) for row in rows[2:] if any(row)]


def slug(council: str) -> str:
    """The council in the names of its folders."""
    plain = council.lower().replace("&", "and").replace("'", "").replace(".", "")
    plain = re.sub(r"[^a-z]+", "-", plain).strip("-")
    return SLUGS.get(plain, plain)


def number(text: str) -> int:
    """Votes; none where there was no poll."""
    return int(float(text)) if text not in ("", "NULL") else 0


def of_leap(path: Path, year: int) -> Iterator[Row]:
    """Ward elections of England: those with a candidate, a ward and an English code."""
    for cells in lines_of(path):
        if len(cells) > 7 and cells[1].startswith("E") and cells[4] not in ("", "NULL"):
            london = cells[1].startswith("E09")
            yield Row(slug(cells[0]), year, cells[2], cells[5], number(cells[6]), cells[7] == "1", london)


def of_2014(path: Path, london: set[str]) -> Iterator[Row]:
    """All but the rows that name no ward: those of another election of Stratford-on-Avon."""
    for ward, council, _, party, votes, elected in lines_of(path)[1:]:
        if ward != "NULL":
            yield Row(slug(council), 2014, ward, party, number(votes), elected == "1", council in london)


def of_handbook(path: Path, year: int) -> Iterator[Row]:
    """England without London in 2022; a division of a county goes by the county."""
    for cells in dicts_of(path):
        code = cells.get("Ward/ED code", cells.get("Ward code", cells.get("ONS ward code", "")))
        if code.startswith("W") or (year == 2022 and cells["Local authority code"].startswith("E09")):
            continue
        council = cells.get("Local authority name") or cells["Upper tier authority"]
        if code.startswith("E58") and cells.get("County name"):
            council = cells["County name"]
        ward = cells.get("Ward/ED name") or cells.get("Ward name") or cells["Ward/ County Electoral District name"]
        votes = number(cells.get("Votes") or cells.get("Votes cast") or "")
        yield Row(slug(council), year, code or ward, cells["Party name"], votes, cells["Elected"] in ("1", "True"))


def of_gla(path: Path, year: int) -> Iterator[Row]:
    """London; the two files have the same columns but for their order."""
    header, *rows = lines_of(path)
    for cells in (dict(zip(header, row, strict=True)) for row in rows):
        elected = cells["elected"] == "True"
        ward = cells["ward_original"]
        yield Row(slug(cells["borough"]), year, ward, cells["party"], number(cells["votes"]), elected, london=True)


def main(folder: Path) -> None:
    """Count, and write the three tables."""
    papers = {row[1]: row for row in lines_of(folder / COUNCILS_2018)[1:]}
    london = {name for name, row in papers.items() if row[0].startswith("E09")}

    def rows() -> Iterator[Row]:
        for year, name in FILES.items():
            path = folder / name
            if year == 2014:
                yield from of_2014(path, london)
            elif name.startswith("leap"):
                yield from of_leap(path, year)
            elif name.startswith("gla"):
                yield from of_gla(path, year)
            else:
                yield from of_handbook(path, year)
        yield from of_gla(folder / LONDON_2022, 2022)
        for council, ward, day, _, party, votes, elected, _ in lines_of(folder / BARNET_2021)[1:]:
            yield Row(slug(council), int(day[:4]), ward, party, number(votes), elected == "1", london=True)

    with (EXPECTED / "parties.tsv").open(encoding="utf-8") as file:
        slugs = dict(line.rstrip("\n").split("\t") for line in file)
    wards: dict[tuple[str, int], set[str]] = {}
    count: dict[tuple[str, int], Counter[str]] = {}
    of_party: dict[tuple[str, int, str], Counter[str]] = {}
    for row in rows():
        county = row.year == COUNTIES_LAST and row.council in COUNTIES
        key = (f"{row.council}-county" if county else row.council, row.year)
        wards.setdefault(key, set()).add(row.ward)
        one = {"candidates": 1, "seats": int(row.elected), "votes": row.votes}
        count.setdefault(key, Counter()).update(one)
        in_full = key in IN_FULL or (row.london and row.year <= LONDON_NAMED_TO)
        party = slugs[row.party] if in_full else slugs.get(row.party, "")
        if in_full or (party in LARGE and row.year <= NAMED_TO):
            of_party.setdefault((*key, party), Counter()).update(one)

    table = sorted((*key, n["candidates"], n["seats"], n["votes"]) for key, n in of_party.items())
    write("parties_of_councils.tsv", ["council", "year", "party", "candidates", "seats", "votes"], table)
    totals = [(*key, len(wards[key]), n["seats"], n["candidates"], n["votes"]) for key, n in sorted(count.items())]
    write("councils.tsv", ["council", "year", "wards", "seats", "candidates", "votes"], totals)
    write(
        "papers-2018.tsv",
        ["election", "electorate", "electorate_contested", "at_count"],
        sorted((f"{slug(name)}-2018", *papers[name][2:5]) for name in london),
    )


def write(name: str, header: list[str], rows: Iterable[Iterable[object]]) -> None:
    """Write one table."""
    with (EXPECTED / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
