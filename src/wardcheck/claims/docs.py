"""The reference of claims files, written from the tables that the reader and the judge go by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wardcheck.claims.form import CLAIM, FORMS, RANK, RELATION, SCOPE, Key
from wardcheck.claims.metrics import FAMILIES, MEASURE_MEANINGS, METRICS
from wardcheck.claims.words import WORDS

_START = """\
# Claims files

*Written by `docs/generate.py` from the program itself; change the program, not this page.*

A claims file is a YAML list of claims. `wardcheck claims FILE...` gives each a verdict; what the verdicts mean, and
why, is in [methods](../methods/claims.md), and [the walk](../claims.md) shows how to write a file of one's own. Editors
that know JSON Schema complete and check it with [claims.schema.json](claims.schema.json).

```yaml
- id: high-barnet-one-vote
  claim: In High Barnet Labour was one vote away from a councillor.
  by: Chipping Barnet statement
  on: 2018-05-10
  where: "The Barnet election results - some grown-up views, Jewish Voice for Labour, May 2018"
  figure: {metric: shortfall, election: barnet-2018, ward: high-barnet, party: lab}
  is: 1
```

## Keys of a claim
"""

_STATEMENTS = """
With these goes one **statement**, or under `readings` a list of two or more, each a meaning that the words allow, with
its name under `as`:

```yaml
  readings:
    - as: seats
      figure: {metric: seats-change, election: barnet-2018, party: lab}
      rose: true
    - as: votes
      figure: {metric: votes-change, election: barnet-2018, party: lab}
      rose: true
```

Each reading is judged and shown by its name. If they do not all come to the same the claim depends. What is weaker or
stronger than the sentence is no reading of it: under `beside`, a list of the same form, it is judged and shown and has
no part in the verdict.
"""

_LISTS = """
Below `number-of-wards` stands a figure and a word, and the figure is of every ward:

```yaml
  number-of-wards: {figure: {metric: votes-change-pct, election: barnet-2018, party: lab}, rose-significantly: true}
  many: true
```

Statements in a list are of the same forms, and may hold lists again. Every problem of every file is reported with its
line, and the exit code is then 2.
"""

_RELATIONS = """\
## Relations

```yaml
  relation: {election: barnet-2018, from: barnet-2014, party: con, with: the share that UKIP gave up, with-party: ukip,
             withdrew: ukip}
```

That the change in a party's share of votes went with something else across wards, as `wardcheck relate` works it out.
"""

_SIGNS = """
With `column` or `with-party` the correlations are shown, with *n*, the number of wards, their range without any one
ward and how often chance does as well. Across all wards of the council a `sign` is a fact about them: true if both
coefficients have it, false if both have the other, otherwise undecidable. Where wards are left out, and with `beyond`,
it takes the 95 % intervals of both on one side of nought. A sign says that one thing went with another and not that
anything fell: that the share *fell where* the other figure is high is `where-high`, true if it fell in more than half
of the wards above the median. Without either the statement is about voters, and undecidable by design: totals of wards
cannot tell who voted for whom. A sentence that says both is written as `all-of` a relation of wards and `voters`.
"""


def reference() -> str:
    """The page ``docs/reference/claims-file.md``, in Markdown."""
    statements = "| Statement | True if |\n|---|---|\n"
    statements += "\n".join(f"| `{form}` | {of.meaning} |" for form, of in FORMS.items())
    parts = [_START, _keys(CLAIM), _STATEMENTS, statements, _LISTS, *_metrics(), *_figure(), *_measures(), *_words()]
    return "\n".join([*parts, "`first` takes a mapping:\n", _keys(RANK), "", _RELATIONS, _keys(RELATION), _SIGNS])


def _keys(form: Mapping[str, Key]) -> str:
    """The keys of a mapping as a table."""
    rows = [f"| `{key}` | {'required' if of.required else ''} | {of.meaning} |" for key, of in form.items()]
    return "\n".join(["| Key | | Meaning |", "|---|---|---|", *rows]).replace("|  |", "| |")


def _metrics() -> Iterator[str]:
    yield "## Metrics\n\nEach is a figure that another command prints; `--explain` names the command.\n"
    yield "| `metric` | Figure | Needs | May have | Command | Measures |\n|---|---|---|---|---|---|"
    for name, metric in METRICS.items():
        needs, may = (", ".join(f"`{key}`" for key in keys) for keys in (metric.required, metric.optional))
        family = f"{metric.family}" if metric.family is not None else ""
        command = f"`{metric.table.name}`" if metric.table.name else ""
        yield f"| `{name}` | {_cell(metric.meaning)} | {needs} | {may} | {command} | {family} |"
    yield ""


def _figure() -> Iterator[str]:
    yield "## Keys of a figure\n"
    yield _keys({
        "metric": Key("choice", "one of the metrics", required=True), **SCOPE,
        "measure": Key("choice", "the measure of this figure, whatever that of the claim"),
    })  # fmt: skip
    yield (
        "\nColumns of covariates are those of the files in `results/covariates`; `relate --with` takes them.\n"
        "An election of a council in the store that the store does not have makes the claim undecidable; one whose\n"
        "council is nearly spelt like one in the store is a mistake.\n"
    )


def _measures() -> Iterator[str]:
    yield "## Measures\n\n| Measures of | `measure` | Counts |\n|---|---|---|"
    for family, measures in FAMILIES.items():
        yield from (f"| {family} | `{measure}` | {_cell(MEASURE_MEANINGS[measure])} |" for measure in measures)
    yield ""


def _words() -> Iterator[str]:
    yield "## Words\n\nWhat each word allows is stated here once, for every claim.\n"
    yield "| Word | Takes | True if | Said of |\n|---|---|---|---|"
    takes = {
        "number": "N",
        "pair": "[N, N]",
        "number or yes": "N, `true` or `false`",
        "yes": "`true`",
        "yes or no": "`true` or `false`",
        "figure": "a figure",
        "ratio": "`of`: a figure; and a word of numbers",
        "rank": "see below",
    }
    numbers = WORDS["over"].kinds
    for name, word in WORDS.items():
        of = {tuple(WORDS["is"].kinds): "any figure", numbers: "numbers", WORDS["times"].kinds: "numbers"}
        said = "`number-of-wards`" if word.kinds == ("wards",) else of.get(word.kinds) or _metrics_of(name)
        yield f"| `{name}` | {takes[word.argument]} | {_cell(word.meaning)} | {said} |"
    yield ""


def _metrics_of(word: str) -> str:
    return ", ".join(f"`{name}`" for name, metric in METRICS.items() if metric.kind in WORDS[word].kinds)


def _cell(text: str) -> str:
    return re.sub(r"[|*<]", r"\\\g<0>", " ".join(text.split()))
