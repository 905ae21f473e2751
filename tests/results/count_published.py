"""Totals of each election from the published files, counted by a route that shares no code with the package.

    python tests/results/count_published.py LEAP-2014 LEAP-2018 LEAP-2019 GLA-2022 TIMES-SERIES-2021 COUNCILS-2018

takes the files as published (``results/README.md`` says whose they are), in that order, and writes
``expected/elections.tsv``, ``expected/parties_of_elections.tsv`` and ``expected/papers-2018.tsv``. Parties are
named by ``expected/parties.tsv``, written by hand; seats are the candidacies declared elected.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

EXPECTED = Path(__file__).parent / "expected"
THIRDS = {"Derby", "Nuneaton and Bedworth", "Plymouth", "Sunderland"}
IN_2019 = {"Bradford", "Hertsmere", "North Hertfordshire"}
Row = tuple[str, str, str, int, bool]
"""Election, ward, party as printed, votes, elected."""


def lines_of(path: str) -> list[list[str]]:
    """The rows of a file."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def main(leap_2014: str, leap_2018: str, leap_2019: str, gla: str, times_series: str, councils_2018: str) -> None:
    """Count, and write the three tables."""
    papers = {row[1]: row for row in lines_of(councils_2018)[1:]}
    london = {name for name, row in papers.items() if row[0].startswith("E09")}

    def rows() -> Iterator[Row]:
        for ward, council, _, party, votes, elected in lines_of(leap_2014)[1:]:
            if council in london | THIRDS:
                yield slug(council, "2014"), ward, party, int(votes), elected == "1"
        for path, year, wanted in ((leap_2018, "2018", london | THIRDS), (leap_2019, "2019", IN_2019)):
            for cells in lines_of(path):
                if cells and cells[0] in wanted and cells[-1] != "NULL":  # mayors have no figures
                    yield slug(cells[0], year), cells[2], cells[5], int(cells[6]), cells[7] == "1"
        for cells in lines_of(gla)[1:]:
            yield (
                slug(cells[9].replace("&", "and"), "2022"),
                cells[1],
                cells[5],
                int(float(cells[6])),
                cells[7] == "True",
            )
        for council, ward, day, _, party, votes, elected, _ in lines_of(times_series)[1:]:
            yield slug(council, f"by-{day}"), ward, party, int(votes), elected == "1"

    with (EXPECTED / "parties.tsv").open(encoding="utf-8") as file:
        slugs = dict(line.rstrip("\n").split("\t") for line in file)
    wards: dict[str, set[str]] = {}
    of_party: dict[tuple[str, str], Counter[str]] = {}
    for election, ward, party, votes, elected in rows():
        wards.setdefault(election, set()).add(ward)
        count = of_party.setdefault((election, slugs[party]), Counter())
        count.update(candidates=1, seats=int(elected), votes=votes)

    table = sorted((*key, count["candidates"], count["seats"], count["votes"]) for key, count in of_party.items())
    write("parties_of_elections.tsv", ["election", "party", "candidates", "seats", "votes"], table)
    totals = [
        (e, len(wards[e]), sum(r[3] for r in table if r[0] == e), sum(r[2] for r in table if r[0] == e))
        for e in sorted(wards)
    ]
    write("elections.tsv", ["election", "wards", "seats", "candidates"], totals)
    write(
        "papers-2018.tsv",
        ["election", "electorate", "electorate_contested", "at_count"],
        sorted((slug(name, "2018"), *papers[name][2:5]) for name in london),
    )


def slug(council: str, when: str) -> str:
    """The name of an election's folder."""
    return f"{council} {when}".lower().replace(" ", "-")


def write(name: str, header: list[str], rows: Iterable[Iterable[object]]) -> None:
    """Write one table."""
    with (EXPECTED / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    main(*sys.argv[1:])
