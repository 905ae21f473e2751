"""A claims file -> claims, or all that is wrong with it, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.form import CLAIM
from wardcheck.claims.metrics import FAMILIES, MEASURES, Family
from wardcheck.claims.names import Names
from wardcheck.claims.statement_reader import StatementReader
from wardcheck.claims.statements import Claim
from wardcheck.claims.values import read, read_scope
from wardcheck.errors import DataError, Problem
from wardcheck.printable import printable
from wardcheck.spelling import nearest
from wardcheck.store import Store
from wardcheck.store.files import content
from wardcheck.store.parser import parse
from wardcheck.store.tree import MAX_BYTES, Entries, Items, Report
from wardcheck.store.words import cut, shown


def read_claims(paths: Iterable[str | Path], store: Store) -> list[Claim]:
    """The claims of several files, in their order.

    Raises:
        DataError: with every problem of every file: what cannot be read, and names that the store does not know.
    """
    names = Names(store)
    claims: list[Claim] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            claims += parse_claims(content(Path(path), MAX_BYTES), str(path), names)
        except DataError as error:
            problems += error.problems
    problems += _repeated(claims, files=True)
    if problems:
        raise DataError(problems)
    return claims


def parse_claims(data: bytes, path: str, names: Names) -> list[Claim]:
    """The claims of one file.

    Raises:
        DataError: with every problem of the file.
    """
    report = Report(path)
    root = parse(data, report)
    claims: list[Claim] = []
    if isinstance(root, Items):
        if not root.items:
            report.note(root.line, "file: expected a list of claims (- id: ...), got an empty list")
        for node in root.items:
            if isinstance(node, Entries):
                claims.append(_claim(ClaimFields(node, report), names))
            else:
                report.note(node.line, f"claim: expected a mapping (id, claim, figure), got {shown(node)}")
    elif not report.problems:
        found = "an empty file" if root is None else "a mapping" if isinstance(root, Entries) else "a single value"
        report.note(1, f"file: expected a list of claims (- id: ...), got {found}")
    report.problems += _repeated(claims)
    for claim in claims:
        if not claim.readings and not report.problems:
            report.note(claim.line, "claim: expected a statement, got one that cannot be read")
    report.raise_any()
    return claims


def _claim(fields: ClaimFields, names: Names) -> Claim:
    said = read(fields, {key: of for key, of in CLAIM.items() if of.holds != "scope"}, names)
    measures = _measures(fields, said.pop("measure", ()))
    readings = StatementReader(names, read_scope(fields, names)).readings(fields)
    fields.done()
    id_, words = said.pop("id", ""), " ".join(said.pop("claim", "").split())
    return Claim(id_, words, readings, measures, path=fields.path, line=fields.line, **said)


def _measures(fields: ClaimFields, named: Iterable[str]) -> dict[Family, str]:
    """The measures that a claim names, one a family."""
    found: dict[Family, str] = {}
    for measure in named:
        family = MEASURES.get(measure)
        if family is None:
            fields.note(
                "measure", f'expected one of {", ".join(MEASURES)}; got "{cut(measure)}"{nearest(measure, MEASURES)}'
            )
        elif family in found:
            fields.note("measure", f"expected one of {', '.join(FAMILIES[family])}, got {found[family]} and {measure}")
        else:
            found[family] = measure
    return found


def _repeated(claims: Sequence[Claim], *, files: bool = False) -> Iterator[Problem]:
    """Ids that more than one claim has, of one file or of several."""
    first: dict[str, Claim] = {}
    for claim in claims:
        other = first.setdefault(claim.id, claim)
        if claim.id and other is not claim:
            where = f"in {other.path}:{other.line}" if files else f"on line {other.line}"
            what = f'id: expected an id of its own, got "{claim.id}" again (first {where})'
            yield Problem(printable(claim.path), claim.line, printable(what))
