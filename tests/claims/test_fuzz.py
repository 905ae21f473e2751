"""Whatever a claims file holds, it ends in verdicts or in problems that a person can act on, never in a traceback."""

from __future__ import annotations

import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, get_args

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from claims.examples import HEAD
from wardcheck.claims import judged, verdicts, working
from wardcheck.claims.form import FORMS, SCOPE
from wardcheck.claims.metrics import FAMILIES, METRICS
from wardcheck.claims.names import Names
from wardcheck.claims.reader import parse_claims
from wardcheck.claims.verdict import Verdict
from wardcheck.claims.words import WORDS
from wardcheck.cli.main import run
from wardcheck.errors import DataError
from wardcheck.store import Store, open_store

STORE = open_store(Path(__file__).parents[2] / "results")
NAMES = Names(STORE)
SHIPPED = sorted((Path(__file__).parents[2] / "docs" / "claims").glob("*.yaml"))
VERDICTS = get_args(Verdict)

SLUGS = [
    "barnet-2014",
    "barnet-2018",
    "hertsmere-2019",
    "derby-2018",
    "barnet-by-2021-05-06",
    "barnet-2010",
    "leeds-2019",
]
NAMES_OF: dict[str, list[object]] = {
    "election": [*SLUGS],
    "from": [*SLUGS],
    "ward": ["hale", "high-barnet", "every", "colindale", "borehamwood-kenilworth", "boulton"],
    "party": ["con", "Labour", "ukip", "ind", "reform", "Liberal Democrats"],
    "against": ["lab", "con", "ind"],
    "candidate": ["Rachel Barker", "Dan Ozarow", "Robert Teare", "every"],
    "seat": [1, 2, 3],
    "place": [1, 3, "every"],
    "column": ["jewish", "jewish/residents"],
    "elections": ["barnet-*", ["*-2018", "hertsmere-2019"]],
}


def assert_actionable(error: DataError) -> None:
    assert error.problems
    for path, line, message in error.problems:
        assert path == "x.yaml"
        assert line >= 1
        assert re.match(r"\S.*?: .+", message)
        assert "\n" not in message


def judge(data: bytes, store: Store) -> None:
    try:
        claims = parse_claims(data, "x.yaml", NAMES)
    except DataError as error:
        assert_actionable(error)
        return
    for row in verdicts(claims, store):
        assert row.verdict in VERDICTS
        assert row.found
        assert row.why.endswith(".")
    for claim in claims:
        assert all(one.verdict in VERDICTS for one in working(claim, store))


def run_commands(data: bytes) -> None:
    """Whatever is said, the commands that are offered for it run."""
    for one in judged(parse_claims(data, "x.yaml", NAMES), STORE):
        for command in {*one.commands, *(c for row in one.working for c in row.command.split(" && ") if c)}:
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as err:
                code = run([*shlex.split(command)[1:], "--store", str(STORE.root)])
            assert code == 0, (command, err.getvalue())


# -- sound claims of every kind --------------------------------------------------------------------------------


@st.composite
def figures(draw: st.DrawFn, kinds: tuple[str, ...] | None = None) -> dict[str, object]:
    names = [name for name, metric in METRICS.items() if kinds is None or metric.kind in kinds]
    name = draw(st.sampled_from(names))
    metric = METRICS[name]
    figure: dict[str, object] = {"metric": name}
    for key in metric.keys:
        if key in metric.required or draw(st.booleans()):
            figure[key] = draw(st.sampled_from(NAMES_OF[key]))
    if metric.family is not None and draw(st.booleans()):
        figure["measure"] = draw(st.sampled_from([*FAMILIES[metric.family]]))
    return figure


NUMBERS = st.one_of(st.integers(-5000, 50000), st.sampled_from([0, 1, 44.2, -3.5, 0.01]))


@st.composite
def said(draw: st.DrawFn) -> dict[str, object]:
    figure = draw(figures())
    kind = METRICS[str(figure["metric"])].kind
    name = draw(st.sampled_from([name for name, word in WORDS.items() if kind in word.kinds]))
    arguments: dict[str, st.SearchStrategy[object]] = {
        "number": NUMBERS,
        "pair": st.lists(NUMBERS, min_size=2, max_size=2).map(sorted),
        "number or yes": st.booleans() if kind == "yes_no" else NUMBERS,
        "yes": st.just(True),
        "yes or no": st.booleans(),
        "figure": figures((kind,)),
        "ratio": st.fixed_dictionaries({"of": figures((kind,)), "over": NUMBERS}),
        "rank": st.fixed_dictionaries(
            {"among": st.sampled_from(["wards", "parties", "councils"]), "order": st.sampled_from(["most", "least"])},
            optional={
                "elections": st.sampled_from(["barnet-*", ["hertsmere-2019", "x"]]),
                "count": st.integers(1, 4),
                "within": st.integers(1, 9),
            },
        ),
    }
    return {"figure": figure, name: draw(arguments[WORDS[name].argument])}


@st.composite
def tallies(draw: st.DrawFn) -> dict[str, object]:
    numbers: list[dict[str, object]] = [
        {"nearly-all": True},
        {"many": True},
        {"is": 4},
        {"over": 2},
        {"between": [1, 9]},
    ]
    return {"number-of-wards": draw(said()), **draw(st.sampled_from(numbers))}


def with_readings(statements: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Claims whose statement is one of several readings, or has another beside it."""
    two = st.tuples(statements, statements)
    return two.map(lambda both: {"readings": [{"as": "one", **both[0]}, {"as": "two", **both[1]}]}) | two.map(
        lambda both: {**both[0], "beside": [{"as": "two", **both[1]}]}
    )


VOTERS = st.just({"voters": "they stayed at home"})
RELATIONS = st.fixed_dictionaries(
    {"election": st.sampled_from(SLUGS), "party": st.sampled_from(["con", "ind"])},
    optional={
        "with": st.sampled_from(["the weather", "the change in share of UKIP"]),
        "from": st.sampled_from(SLUGS),
        "column": st.sampled_from(["jewish", "jewish/residents", "x", "a/b/c", "/"]),
        "with-party": st.sampled_from(["ukip", "reform"]),
        "withdrew": st.sampled_from(["ukip", "reform"]),
        "sign": st.sampled_from(["negative", "positive"]),
    },
).map(lambda relation: {"relation": relation})
STATEMENTS = st.recursive(
    st.one_of(said(), tallies(), RELATIONS, VOTERS),
    lambda inner: (
        st.fixed_dictionaries({"all-of": st.lists(inner, min_size=1, max_size=3)})
        | st.fixed_dictionaries({"any-of": st.lists(inner, min_size=1, max_size=3)})
    ),
    max_leaves=4,
)


def written(statement: dict[str, object]) -> bytes:
    claim = {"id": "one", "claim": "Somebody said so.", **statement}
    return yaml.safe_dump([claim], allow_unicode=True, sort_keys=False).encode()


@given(statement=STATEMENTS | with_readings(STATEMENTS))
def test_any_sound_statement(statement: dict[str, object]) -> None:
    judge(written(statement), STORE)


NOBODY = {"metric": "share", "election": "barnet-2014", "party": "reform"}
"""A figure of a party that had no candidate, of which no table has a row."""


@given(statement=st.one_of(said(), tallies(), RELATIONS))
@example(statement={"number-of-wards": {"figure": NOBODY, "is": 0}, "nearly-all": True})
def test_the_commands_of_any_sound_statement_run(statement: dict[str, object]) -> None:
    data = written(statement)
    try:
        run_commands(data)
    except DataError as error:
        assert_actionable(error)


# -- and everything else ---------------------------------------------------------------------------------------

LEXICON = sorted(
    {*METRICS, *WORDS, *SCOPE, "figure", "all-of", "any-of", "relation", "with", "scope", "of", "hale", *FORMS}
)
SCALARS = st.one_of(
    st.sampled_from([*LEXICON, *SLUGS]), st.text(max_size=8), st.none(), st.booleans(), st.integers(), st.floats()
)
TREES: st.SearchStrategy[object] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(LEXICON) | SCALARS, inner, max_size=5)
    ),
    max_leaves=12,
)


@given(tree=TREES)
def test_any_tree(tree: object) -> None:
    judge(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode(), STORE)


@given(statement=said(), changes=st.dictionaries(st.sampled_from(LEXICON), TREES, max_size=3))
def test_a_sound_statement_with_strange_values(statement: dict[str, object], changes: dict[str, object]) -> None:
    judge(written({**statement, **changes}), STORE)


@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=100).map(str.encode)))
def test_any_bytes(data: bytes) -> None:
    judge(data, STORE)
    judge(HEAD.encode() + b"  " + data, STORE)


PIECES = st.one_of(
    st.just(b""),
    st.binary(max_size=3),
    st.sampled_from([b"\n\n", b"- ", b": ", b"<<: ", b"---\n", b"*a", b"&a ", b"\t", b"{", b"]", b"1,357", b".nan"]),
    st.sampled_from(LEXICON).map(str.encode),
)


@given(file=st.sampled_from(SHIPPED), data=st.data())
def test_a_shipped_file_with_damage(file: Path, data: st.DataObject) -> None:
    sound = file.read_bytes()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(sound)))
        sound = sound[:start] + data.draw(PIECES) + sound[start + data.draw(st.integers(0, 20)) :]
    try:
        parse_claims(sound, "x.yaml", NAMES)
    except DataError as error:
        assert_actionable(error)
