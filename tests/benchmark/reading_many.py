"""Reading a store of any size, beside DuckDB reading the equal CSV: processor time and memory of whole processes.

    python tests/benchmark/reading_many.py [--wards 29000] [--folder DIR] [--rounds 5]

The store is made of the shipped elections, again and again under other names of councils. An export fills the cache,
and is measured too; then each command is run in turn with DuckDB, and the medians are compared. DuckDB is needed here
alone (pip install -e '.[benchmark]').
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from wardcheck.store import open_store

RESULTS = Path(__file__).resolve().parents[2] / "results"
PROGRAM = "from wardcheck.__main__ import main; main()"
AT_MOST = 1.5
"""Times the processor time of DuckDB."""
MEMORY = 150
"""MB, for the wards of England."""
_MARGIN = "min(case when elected then votes end) - max(case when not elected then votes end)"
_READ = "from read_csv('{csv}', quote='\"') group by 1, 2"
QUERIES = {
    "close --all --within 5": f"select * from (select election, ward, {_MARGIN} m {_READ}) where m <= 5 order by m",  # noqa: S608  its parts are above
    "margins --all": f"select election, ward, {_MARGIN} m {_READ} order by m nulls last",
    "elections": f"select election, council, count(distinct ward), count(*) {_READ}",
    "find smith": "select election, ward, candidate, party, votes, elected from read_csv('{csv}', quote='\"') "
    "where lower(strip_accents(candidate)) like '%smith%' order by candidate",
}
DUCKDB = """\
import sys, duckdb
for row in duckdb.sql(sys.argv[1]).fetchall(): print(*row, sep="\\t")
"""


def make(root: Path, wards: int) -> None:
    """Fill ``root`` with at least so many wards."""
    shipped = open_store(RESULTS)
    made = copy = 0
    root.mkdir(parents=True)
    for name in ("parties.yaml", "councils.yaml"):
        shutil.copy(RESULTS / name, root)
    while made < wards:
        for slug in shipped.slugs:
            if made >= wards:
                return
            folder = Path(shipped.election(slug).path).parent
            shutil.copytree(folder, root / f"{folder.parent.name}-copy{copy}" / folder.name)
            made += len(shipped.ward_slugs(slug))
        copy += 1


def cost(command: Sequence[str], output: Path) -> tuple[float, float]:
    """Seconds of processor time of a process, and the most memory it had, in MB."""
    with output.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode} of {' '.join(command[2:])}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--wards", type=int, default=29_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        root, csv, output = Path(name, "store"), Path(name, "all.csv"), Path(name, "output")
        make(root, asked.wards)
        time.sleep(3)  # a cache keeps no file that was changed just now
        ours = [sys.executable, "-c", PROGRAM]
        export = [*ours, "export", "--all", "-f", "csv", "-o", str(csv), "--store", str(root)]
        for what in ("first reading and export", "export"):
            seconds, memory = cost(export, output)
            sys.stdout.write(f"{what:<28}{seconds:>6.2f} s {memory:>5.0f} MB\n")
        for command, query in QUERIES.items():
            both = [
                (
                    cost([*ours, *command.split(), "--store", str(root)], output),
                    cost([sys.executable, "-c", DUCKDB, query.format(csv=csv)], output),
                )
                for _ in range(asked.rounds)
            ]
            seconds, theirs = median(mine for (mine, _), _ in both), median(other for _, (other, _) in both)
            memory, ratio = max(most for (_, most), _ in both), seconds / theirs
            verdict = "met" if ratio <= AT_MOST and memory <= max(MEMORY, asked.wards * MEMORY / 29_000) else "MISSED"
            line = f"{command:<28}{seconds:>6.2f} s {memory:>5.0f} MB   DuckDB {theirs:>5.2f} s"
            sys.stdout.write(f"{line}   ratio {ratio:.2f}, at most {AT_MOST}: {verdict}\n")


if __name__ == "__main__":
    main()
