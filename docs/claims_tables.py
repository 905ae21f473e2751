"""The tables of the reference of claims files, written from those that the reader and the judge go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from wardcheck.claims.form import CLAIM, FORMS, RANK, RELATION, SCOPE, Key
from wardcheck.claims.metrics import FAMILIES, METRICS
from wardcheck.claims.words import WORDS, Word

_TABLE = re.compile(r"(<!-- table: ([a-z]+) -->\n\n)(?:\|.*\n)*")
_TAKES = {
    "number": "N",
    "pair": "[N, N]",
    "number or yes": "N, `true` or `false`",
    "yes": "`true`",
    "yes or no": "`true` or `false`",
    "figure": "a figure",
    "ratio": "`of`: a figure; and a word of numbers",
    "rank": "see below",
}
_OF_KINDS = {
    WORDS["is"].kinds: "any figure",
    WORDS["over"].kinds: "numbers",
    WORDS["times"].kinds: "numbers",
    ("wards",): "`number-of-wards`",
}
_FIGURE: Mapping[str, Key] = {
    "metric": Key("choice", "one of the metrics", required=True),
    **SCOPE,
    "measure": Key("choice", "the measure of this figure, whatever that of the claim"),
}


def with_tables(page: str) -> str:
    """The page ``docs/reference/claims-file.md`` with the table below each ``<!-- table: name -->`` as it should be.

    Raises:
        KeyError: a table has no such name.
    """
    tables = {
        "claim": _keys(CLAIM),
        "statements": _rows("Statement | True if", ((f"`{form}`", of.meaning) for form, of in FORMS.items())),
        "metrics": _metrics(),
        "figure": _keys(_FIGURE),
        "measures": _measures(),
        "words": _words(),
        "first": _keys(RANK),
        "relation": _keys(RELATION),
    }
    return _TABLE.sub(lambda found: found[1] + tables[found[2]], page)


def _rows(heading: str, rows: Iterable[Iterable[str]]) -> str:
    lines = [heading, "|".join(["---"] * len(heading.split("|"))), *(" | ".join(row) for row in rows)]
    return "".join(f"|{line}|\n" if line.startswith("-") else f"| {line} |\n" for line in lines)


def _keys(form: Mapping[str, Key]) -> str:
    rows = ((f"`{key}`", "required" if of.required else "", of.meaning) for key, of in form.items())
    return _rows("Key | | Meaning", rows)


def _metrics() -> str:
    rows = []
    for name, one in METRICS.items():
        needs, may = (", ".join(f"`{key}`" for key in keys) for keys in (one.required, one.optional))
        command = f"`{one.table.name}`" if one.table.name else ""
        rows.append((f"`{name}`", one.meaning, needs, may, command, one.family or ""))
    return _rows("`metric` | Figure | Needs | May have | Command | Measures", rows)


def _measures() -> str:
    rows = ((family, f"`{one}`", counts) for family, ones in FAMILIES.items() for one, counts in ones.items())
    return _rows("Measures of | `measure` | Counts", rows)


def _words() -> str:
    rows = ((f"`{name}`", _TAKES[word.argument], word.meaning, _said_of(word)) for name, word in WORDS.items())
    return _rows("Word | Takes | True if | Said of", rows)


def _said_of(word: Word) -> str:
    metrics = (f"`{name}`" for name, metric in METRICS.items() if metric.kind in word.kinds)
    return _OF_KINDS.get(word.kinds) or ", ".join(metrics)
