"""The reference of claims files, written from the tables that the reader and the judge go by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardcheck.claims.metrics import FAMILIES, KEY_MEANINGS, MEASURE_MEANINGS, METRICS
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

| Key | | Meaning |
|---|---|---|
| `id` | required | a name of its own among all files that are read together: words joined by hyphens |
| `claim` | required | the claim in one's own words |
| `by` | | who said it |
| `on` | | when: `2018-05-03`, or `2018-05` where the day is not known |
| `where` | | where it was published: a title or an address |
| `said` | | what it says of the figures, put shortly, for the column `said` |
| `quote` | | the sentence as it was published, in a file of one's own |
| `note` | | a remark for readers of the file: where wording was chosen, say so here |
| `measure` | | the [measure](#measures) that the wording implies, or a list with one of each kind |
| `scope` | | [keys of a figure](#keys-of-a-figure) that all figures of the claim have if they do not say otherwise |

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

| Statement | True if |
|---|---|
| `figure` and one [word](#words) | the word can be said of the figure |
| `number-of-wards` and one word | the word can be said of the number of wards in which the statement below is true |
| `all-of` | every statement of this list is true |
| `any-of` | at least one statement of this list is true |
| `relation` | wards go together as it says, which is known with `sign` or `where-high`: see [relations](#relations) |
| `voters` | never known: what voters are said to have done, in words, which totals of wards cannot tell |
| `missing` | never known: what no declared result has (who led a council, which wards were targets), in words |

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

| Key | | Meaning |
|---|---|---|
| `with` | required | what it is said to go with, in words |
| `election`, `party` | required, if not in `scope` | whose change of share |
| `from` | | an earlier election to compare with; if left out, the one before |
| `column` | | a covariate of each ward, or `N/D`: column N in percent of column D |
| `with-party` | | in its place, another party's change of share |
| `withdrew` | | only the wards in which this party stood in the election before and not in this one |
| `sign` | | `negative`: the more of the other figure, the lower the change of share; `positive`: the higher |
| `where-high` | | `fell` or `rose`: what the share did in the wards in which the other figure is above its median |
| `beyond` | | `true` beside a `sign` that is said of more than these wards |

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
    return "\n".join([_START, *_metrics(), *_keys(), *_measures(), *_words(), *_rank(), _RELATIONS])


def _metrics() -> Iterator[str]:
    yield "## Metrics\n\nEach is a figure that another command prints; `--explain` names the command.\n"
    yield "| `metric` | Figure | Needs | May have | Command | Measures |\n|---|---|---|---|---|---|"
    for name, metric in METRICS.items():
        needs, may = (", ".join(f"`{key}`" for key in keys) for keys in (metric.required, metric.optional))
        family = f"{metric.family}" if metric.family is not None else ""
        command = f"`{metric.table.name}`" if metric.table.name else ""
        yield f"| `{name}` | {_cell(metric.meaning)} | {needs} | {may} | {command} | {family} |"
    yield ""


def _keys() -> Iterator[str]:
    yield "## Keys of a figure\n\n| Key | Meaning |\n|---|---|"
    yield "| `metric` | one of the metrics |"
    yield from (f"| `{key}` | {_cell(meaning)} |" for key, meaning in KEY_MEANINGS.items())
    yield "| `measure` | the measure of this figure, whatever that of the claim |"
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


def _rank() -> Iterator[str]:
    yield "`first` takes a mapping:\n\n| Key | | Meaning |\n|---|---|---|"
    yield "| `among` | required | `wards`, `parties` of the election (and ward), or `councils` of a covariate |"
    yield "| `order` | required | `most` or `least` comes first |"
    yield "| `elections` | | elections or patterns whose wards are looked at; the figure's own if left out |"
    yield "| `council-gss` | | of these, only councils whose code fits the pattern: `E09*` is London |"
    yield "| `count` | | how many elections there must be; with fewer in the store nothing can be first |"
    yield "| `within` | | how many may be first: 5 for one of the first five; 1 if left out |\n"


def _cell(text: str) -> str:
    return re.sub(r"[|*<]", r"\\\g<0>", " ".join(text.split()))
