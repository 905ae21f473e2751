"""How quick the program is beside what it cannot do without, as ratios of medians.

    python tests/benchmark/run.py [LEAP-FILE]

Every line is a whole process, start to exit, its output in a file. Those of one group are run in turn (A B C A B C
...), so that a machine which slows down slows all of them, and the medians are compared. The groups:

- ``wardcheck margins barnet-2018``, ``change barnet-2018`` and ``--help`` beside ``python -c pass``, a bare Typer app
  of two commands that imports yaml as well, and a pandas script of eight lines that works the same margins out from a
  CSV file (which is compared first); the two of barnet-2018 from ward files, and as they were kept in the store's
  ``.cache`` by a question about many elections;
- each command for one borough, from ward files, beside a process that imports what every command needs, Typer and yaml;
- ``wardcheck check`` of the whole shipped store and ``wardcheck close --all`` beside ``yaml.load(..., CSafeLoader)``
  of the same files;
- ``wardcheck import`` of a large file beside ``store.atomic.write_whole`` of the files that it wrote, from memory (that
  alone is no process). The file is LEAP-FILE, a file in LEAP's form of 2018 or 2019, or else one of 250 councils and
  25,000 rows made from the shipped store. How long a flush to the disk takes is the file system's, which
  ``--folder`` chooses.

Bytecode: whatever PYTHONDONTWRITEBYTECODE says, every process has its modules compiled in one temporary folder
(PYTHONPYCACHEPREFIX), filled by a first round that is not counted.
"""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from wardcheck.store import Store, open_store
from wardcheck.store.atomic import write_whole

RESULTS = Path(__file__).resolve().parents[2] / "results"
COUNCILS, ROWS = 250, 25_000

BARE_APP = """\
import typer, yaml
app = typer.Typer()
@app.command()
def one(name: str = "x") -> None: print(name)
@app.command()
def two(name: str = "x") -> None: print(name)
"""
PANDAS_SCRIPT = """\
import sys
import pandas as pd
rows = pd.read_csv(sys.argv[1])
elected = rows[rows["elected"]].groupby("ward")["votes"].min()
others = rows[~rows["elected"]].groupby("ward")["votes"].max()
table = pd.DataFrame({"last_elected_votes": elected, "runner_up_votes": others})
table["margin"] = elected - others
table.sort_values("margin").to_csv(sys.stdout, sep="\\t")
"""
BARE_PARSE = """\
import sys, yaml
for path in sys.argv[1:]:
    with open(path, "rb") as file: yaml.load(file, yaml.CSafeLoader)
"""
LIGHT = "import typer, yaml"
LINES = (
    "margins barnet-2018",
    "close barnet-2018",
    "seats barnet-2018",
    "control barnet-2018",
    "ties barnet-2018",
    "turnout barnet-2018",
    "ward barnet-2018 childs-hill",
    "change barnet-2018",
    "swing barnet-2018 --between con,lab",
)
CLOSE = "close --all --within 5"
PROGRAM = "from wardcheck.__main__ import main; main()"
"""What the console script runs."""

Timed = Callable[[], float]
"""Does its work once; gives the seconds it took."""


@dataclass(frozen=True)
class Target:
    """At most so many times as long, or a ratio that is printed for what it is."""

    what: str
    beside: str
    at_most: float | None = None


@dataclass
class Bench:
    """The processes that are timed, and the folder they work in."""

    folder: Path
    environment: Mapping[str, str]

    def python(self, code: str, *words: str | Path, store: Path = RESULTS) -> Timed:
        """The run of ``code`` in a process of its own."""
        environment = {**self.environment, "WARDCHECK_STORE": str(store)}

        def once() -> float:
            with (self.folder / "output").open("wb") as output:
                started = time.perf_counter()
                command = [sys.executable, "-c", code, *words]
                subprocess.run(command, stdout=output, stderr=subprocess.DEVNULL, env=environment, check=True)
                return time.perf_counter() - started

        return once

    def output(self, code: str, *words: str | Path) -> str:
        """What such a process prints."""
        self.python(code, *words)()
        return (self.folder / "output").read_text(encoding="utf-8")

    @cached_property
    def unread(self) -> Path:
        """The shipped store without what was kept of it."""
        folder = self.folder / "unread"
        folder.mkdir()
        for path in RESULTS.iterdir():
            if not path.name.startswith("."):
                (folder / path.name).symlink_to(path)
        return folder

    def starting(self) -> dict[str, Timed]:
        """One election, for which starting is most of the work."""
        (self.folder / "bare_app.py").write_text(BARE_APP, encoding="utf-8")
        table = self.folder / "barnet-2018.csv"
        table.write_text(self.output(PROGRAM, "export", "barnet-2018", "-f", "csv"), encoding="utf-8")
        columns = "ward,last_elected_votes,runner_up_votes,margin"
        ours = self.output(PROGRAM, "margins", "barnet-2018", "--columns", columns)
        theirs = self.output(PANDAS_SCRIPT, table)
        if sorted(ours.splitlines()) != sorted(theirs.splitlines()):
            raise SystemExit("expected the pandas script to print the margins of wardcheck, got others")
        self.output(PROGRAM, *CLOSE.split())  # which keeps every election
        return {
            "python -c pass": self.python("pass"),
            "bare app": self.python("from bare_app import app; app()", "one"),
            "margins": self.python(PROGRAM, "margins", "barnet-2018", store=self.unread),
            "change": self.python(PROGRAM, "change", "barnet-2018", store=self.unread),
            "margins, kept": self.python(PROGRAM, "margins", "barnet-2018"),
            "change, kept": self.python(PROGRAM, "change", "barnet-2018"),
            "--help": self.python(PROGRAM, "--help"),
            "margins -f table": self.python(PROGRAM, "margins", "barnet-2018", "-f", "table", store=self.unread),
            "pandas script": self.python(PANDAS_SCRIPT, table),
        }

    def commands(self) -> dict[str, Timed]:
        """Each command that answers for one borough, and importing what it needs."""
        return {
            LIGHT: self.python(LIGHT),
            **{line: self.python(PROGRAM, *line.split(), store=self.unread) for line in LINES},
        }

    def checking(self) -> dict[str, Timed]:
        """The whole store."""
        files = sorted(RESULTS.rglob("*.yaml"))
        return {
            f"bare parse of {len(files)} files": self.python(BARE_PARSE, *files),
            "check": self.python(PROGRAM, "check"),
            CLOSE: self.python(PROGRAM, *CLOSE.split()),
        }

    def importing(self, leap: Path) -> dict[str, Timed]:
        """A large file."""
        into = self.folder / "store"
        run = self.python(PROGRAM, "import", "leap", leap, "--date", "2019-05-02", "--store", into)

        def imported() -> float:
            shutil.rmtree(into, ignore_errors=True)
            into.mkdir()
            shutil.copy(RESULTS / "parties.yaml", into)
            return run()

        def written() -> float:
            shutil.rmtree(into)
            started = time.perf_counter()
            for path, content in contents.items():
                write_whole(path, content)
            return time.perf_counter() - started

        imported()
        contents = {path: path.read_bytes() for path in sorted(into.rglob("*/*.yaml"))}
        return {f"writing {len(contents)} files": written, "import": imported}


def large_file(store: Store, path: Path) -> Path:
    """A file in LEAP's form: whole wards of ``store``, over and over again under new names of councils."""
    codes = {slug: names[0] for slug, party in store.parties.items() if (names := party.aliases.get("leap"))}
    elections = store.elections()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        for n in range(COUNCILS):
            election = elections[n % len(elections)]
            council = f"{election.council} {election.date.year} {'i' * (n // len(elections))}".strip()
            rows = 0
            for ward in election.wards:
                if rows < ROWS // COUNCILS:
                    rows += len(ward.candidates)
                    place = [council, "", ward.name, ward.gss or ""]
                    writer.writerows(
                        [*place, c.name, codes.get(c.party, "Ind"), c.votes or 0, int(c.elected)]
                        for c in ward.candidates
                    )
    return path


def medians(tasks: Mapping[str, Timed], rounds: int) -> dict[str, float]:
    """Seconds of each task, after one round that is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for n in range(rounds + 1):
        for name, once in tasks.items():
            taken = once()
            if n:
                seconds[name].append(taken)
    return {name: median(taken) for name, taken in seconds.items()}


def report(found: Mapping[str, float], targets: Sequence[Target]) -> str:
    """The times of a group, then its ratios."""
    lines = [f"{name:<40}{1000 * seconds:>8.0f} ms" for name, seconds in found.items()]
    for target in targets:
        name = f"{target.what} / {target.beside}"
        ratio = found[target.what] / found[target.beside]
        line = f"  {name:<64}{ratio:>6.2f}"
        if target.at_most is not None:
            line += f"   at most {target.at_most:.2f}   {'met' if ratio <= target.at_most else 'MISSED'}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("leap", nargs="?", type=Path, metavar="LEAP-FILE", help="import this file, not one made up")
    parser.add_argument("--rounds", type=int, default=15, help="of the short processes; a third as many of the others")
    parser.add_argument("--folder", type=Path, help="where to write; the folder for temporary files by default")
    asked = parser.parse_args()
    with TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        bench = Bench(folder, environment | {"PYTHONPATH": name})
        rounds = max(1, asked.rounds)
        longer = max(3, rounds // 3)
        leap = asked.leap or large_file(open_store(RESULTS), folder / "leap.csv")

        def group(tasks: Mapping[str, Timed], rounds: int, targets: Callable[[Sequence[str]], list[Target]]) -> None:
            sys.stdout.write(report(medians(tasks, rounds), targets(list(tasks))) + "\n")
            sys.stdout.flush()

        sys.stdout.write(f"medians of {rounds} interleaved runs, and of {longer} where a run takes seconds\n\n")
        group(
            bench.starting(),
            rounds,
            lambda _: [
                Target("margins", "bare app", 1.2),
                Target("change", "bare app", 1.4),
                Target("margins, kept", "bare app", 1.2),
                Target("change, kept", "bare app", 1.4),
                Target("--help", "bare app", 1),
                Target("margins", "pandas script", 1 / 3),
                Target("margins -f table", "bare app"),
            ],
        )
        group(
            bench.commands(),
            rounds,
            lambda _: [Target(line, LIGHT) for line in LINES],
        )
        group(
            bench.checking(),
            longer,
            lambda names: [Target("check", names[0], 1.6), Target(CLOSE, names[0], 1.3)],
        )
        group(bench.importing(leap), longer, lambda names: [Target("import", names[0], 3)])


if __name__ == "__main__":
    main()
