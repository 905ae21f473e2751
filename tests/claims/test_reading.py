"""What is wrong with a claims file: one message for each problem, with its line and the nearest name."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import pytest

from claims.examples import HEAD, claims_of, judged, problem_of, problems_of
from wardcheck.claims import read_claims
from wardcheck.claims.statements import Compare, Relation
from wardcheck.errors import DataError
from wardcheck.store import Store

MARGIN = "figure: {metric: margin, election: barnet-2018, ward: hale}"
SHARE = "figure: {metric: share, election: barnet-2018, party: lab}"
VOTES = "figure: {metric: votes-change, election: barnet-2018, party: lab}"

STATEMENTS = [
    (f"{MARGIN}\nis: 1,357", "4: is: expected a number, got 1,357; write 1357"),
    (f"{MARGIN}\nis: one", "4: is: expected a number, got one"),
    (f"{MARGIN}\nis: .nan", "4: is: expected a number, got .nan"),
    (f'{MARGIN}\nis: "1"', '4: is: expected a number, got "1"; write 1'),
    (f"{MARGIN}\nover: 1_000", "4: over: expected a number, got 1_000; write 1000"),
    (f"{MARGIN}\nis: true", "4: is: expected a number, got true"),
    # an empty value is no value left out: the figure would be of something wider
    (
        "figure: {metric: votes, election: barnet-2018, party: }\nover: 3",
        "3: figure.party: expected a party, got nothing; leave the key out if it is not said",
    ),
    (
        "figure: {metric: votes, election: barnet-2018, ward: , party: lab}\nover: 3",
        "3: figure.ward: expected a ward, got nothing",
    ),
    ("voters:", "3: voters: expected what voters are said to have done, got nothing"),
    (f"{MARGIN}\nis: 1\nmeasure:", "5: measure: expected text, got nothing"),
    (
        "figure: {metric: seats-change, election: enfield-2018, from: barnet-2014, party: lab}\nrose: true",
        "3: figure.from: expected an election of Enfield, as enfield-2018 is, got barnet-2014 (Barnet)",
    ),
    (
        "figure: {metric: seats-change, election: barnet-2018, from: barnet-2018, party: lab}\nrose: true",
        "3: figure.from: expected an election before barnet-2018, got barnet-2018",
    ),
    (
        "scope: {election: enfield-2018, ward: town, party: con}\nfigure: {metric: gained}\nis: 1",
        "4: figure.metric: expected a figure of one ward, as scope has it, got gained",
    ),
    (
        "relation: {election: barnet-2018, party: lab, with: x, column: muslims/residents, sign: negative}",
        "3: relation.column: expected columns of covariates, got muslims/residents: no column 'muslims'",
    ),
    (
        f"{MARGIN}\nfirst: {{among: wards, order: least, elections: barnt-*}}",
        '4: first.elections: expected elections of the store, got "barnt-*"; nearest: barnet-*',
    ),
    (
        "figure: {metric: turnout, election: barnet-2018, from: barnet-2014}\nover: 3",
        "3: figure.from: expected only election, ward with turnout, got from; what was more than before is `more-than`",
    ),
    (
        "quote: They said: Labour rose.\nvoters: they stayed at home",
        "3: syntax: expected YAML, got an error: mapping values are not allowed in this context; a text with a colon",
    ),
    # a part of one may be a proportion
    (f"{SHARE}\nover: 0.4", "4: over: expected a number with its unit, 0.4 % or 40 %, got 0.4"),
    (f"{SHARE}\nbetween: [0.4, 50]", "4: between: expected a number with its unit, 0.4 % or 40 %, got 0.4"),
    (f"{SHARE}\nover: 3 points", "4: over: expected a number in %, got 3 points"),
    (f"{MARGIN}\nover: 3 %", "4: over: expected a number alone, got 3 %"),
    (f"{MARGIN}\nbetween: [2, 1]", "4: between: expected the smaller number first"),
    (f"{MARGIN}\nbetween: 2", "4: between: expected a list of 2 numbers, got 2"),
    (f"{MARGIN}\nover: {{metric: turnout}}", "4: over: expected a number, got a mapping; a figure goes with more-than"),
    (f"{MARGIN}\nnarrow: 'no'", '4: narrow: expected true or false, got "no"; write false'),
    (
        "figure: {metric: seats-change, election: barnet-2018, party: lab}\nfell: 13",
        "4: fell: expected true, got 13; a number goes with a word such as is, over or under, below 0 for a fall",
    ),
    (
        f"{MARGIN}\nmore-than: 20",
        "4: more-than: expected a figure, got 20; a number goes with a word such as over, under",
    ),
    (f"{MARGIN}\nis: 46.5 per cent", "4: is: expected a number, got 46.5 per cent; write 46.5 %"),
    (f"{MARGIN}\nis: 46.5 pts", "4: is: expected a number, got 46.5 pts; write 46.5 points"),
    (
        f'{MARGIN}\nby: "So" they said',
        "4: syntax: expected YAML, got an error: did not find expected key; a text that begins with a quotation mark",
    ),
    (f"{MARGIN}\nnarrow: no", "4: narrow: expected true or false, got no"),
    (f"{MARGIN}\naboot: 3", "4: aboot: expected a known key; nearest: about"),
    (f"{MARGIN}\nis: 1\nabout: 1", "5: figure: expected one word said of it"),
    (f"{MARGIN}\nrose: true", "4: rose: expected a word that can be said of margin (is, about, over"),
    (f"{MARGIN}\nis: 1\nmeasure: tpo", "5: measure: expected one of sum, top, mean, per_seat, seat, party, ballot-box"),
    (f"{MARGIN}\nis: 1\nmeasure: [sum, top]", "5: measure: expected one of sum, top, mean, per_seat, got sum and top"),
    (f"{MARGIN}\nmore-than: {{metric: turnout, election: barnet-2018}}", "4: more-than: expected a figure like margin"),
    (
        "figure: {metric: margins, election: barnet-2018}\nis: 1",
        '3: figure.metric: expected a metric, got "margins"; nearest: margin',
    ),
    ("figure: {metric: margin, election: barnet-2018}\nis: 1", "3: figure.metric: expected ward beside margin"),
    (
        "figure: {metric: margin, election: barnet-2018, ward: hail}\nis: 1",
        '3: figure.ward: expected a ward of barnet-2018 or every, got "hail"; nearest: hale',
    ),
    (
        "figure: {metric: margin, election: barnett-2018, ward: hale}\nis: 1",
        '3: figure.election: expected an election, such as barnet-2018, got "barnett-2018"; nearest: barnet-2018',
    ),
    (
        "figure: {metric: seats, election: barnet-2018, party: labor}\nis: 1",
        '3: figure.party: expected a party of the register, got "labor"; nearest: labour',
    ),
    (
        "figure: {metric: elected, election: barnet-2018, ward: hale, candidate: Rachel Baker}\nis: true",
        '3: figure.candidate: expected a candidate of hale in barnet-2018, got "Rachel Baker"; nearest: Rachel Barker',
    ),
    (
        "figure: {metric: turnout, election: barnet-2018, party: lab}\nis: 1",
        "3: figure.party: expected only election, ward with turnout, got party",
    ),
    (
        "figure: {metric: votes, election: barnet-2018, party: lab, measure: seat}\nis: 1",
        "3: figure.measure: expected a measure of votes (sum, top, mean, per_seat), got seat",
    ),
    ("figure: 3\nis: 1", "3: figure: expected a mapping, got 3"),
    ("all-of: []", "3: all-of: expected a list of statements, got an empty list"),
    ("all-of: [1]", "3: all-of: expected a mapping, got 1"),
    (f"all-of:\n  - {{{MARGIN}, is: 1}}\n  - {{{MARGIN}, iz: 1}}", "5: all-of.figure: expected one word said of it"),
    (
        f"{VOTES}\ntimes: {{of: {{metric: votes, election: barnet-2018, party: con}}}}",
        "4: times.of: expected one of is,",
    ),
    (f"{VOTES}\nfirst: {{among: wards, order: most}}", "4: first.among: expected parties, or a figure of one ward"),
    (f"{VOTES}\nfirst: {{among: ward, order: most}}", "4: first.among: expected one of wards, parties, councils; got"),
    ("relation: {election: barnet-2018, party: lab}", "3: relation.with: expected what the vote is said to go with"),
    (f"{MARGIN}\nnarrow: 3", "4: narrow: expected true or false, got 3"),
    (
        "figure: {metric: turnout, election: barnet-2018}\nclose-to: 0",
        "4: close-to: expected a number other than 0, got 0",
    ),
    (
        "figure: {metric: turnout, election: barnet-2018}\nalmost: 0",
        "4: almost: expected a number other than 0, got 0",
    ),
    (
        "figure: {metric: turnout, election: barnet-2018}\ncouple-of: 0",
        "4: couple-of: expected a number other than 0, got 0",
    ),
    ("figure: {metric: turnout, election: barnet-2018}\none-in: 0", "4: one-in: expected 1 or more, got 0"),
    ("figure: {metric: turnout, election: barnet-2018}\none-in: 0.5", "4: one-in: expected 1 or more, got 0.5"),
    ("figure: {metric: turnout, election: barnet-2018}\none-in: -3", "4: one-in: expected 1 or more, got -3"),
    (
        "figure: {metric: seats, election: barnet-2018, party: lab}\n"
        "times: {of: {metric: seats, election: barnet-2014, party: lab}, almost: 0}",
        "4: times.almost: expected a number other than 0, got 0",
    ),
    (
        "relation: {election: barnet-2018, party: lab, with: age, column: a/b/c}",
        '3: relation.column: expected COLUMN or N/D, got "a/b/c"',
    ),
    (
        "relation: {election: barnet-2018, party: lab, with-party: Labour}",
        "3: relation.with-party: expected another party than lab, got it twice",
    ),
    # words that say the opposite of what is tested
    (
        "relation: {election: barnet-2018, party: con, with: the fall of UKIP, with-party: ukip, sign: positive}",
        '3: relation.with: expected it left out beside with-party, which is "the change in share of UKIP"',
    ),
    (
        "relation: {election: barnet-2018, party: con, with: the change in share of Labour, with-party: ukip}",
        "3: relation.with: expected it left out beside with-party",
    ),
    (
        "relation: {election: barnet-2018, party: con, with: fewer of them lost, column: jewish, sign: positive}",
        "3: relation.with: expected a name of the column as it is, or nothing",
    ),
    (
        "relation: {election: barnet-2018, party: lab, with: age, sign: negative}",
        "3: relation.sign: expected column or with-party beside sign, got neither",
    ),
    (
        "relation: {election: barnet-2018, party: lab, with: age, column: jewish, sign: falling}",
        '3: relation.sign: expected one of positive, negative; got "falling"',
    ),
    (
        "relation: {election: barnet-2018, party: lab, with: age, column: jewish, withdraw: ukip}",
        "3: relation.withdraw: expected a known key; nearest: withdrew",
    ),
    (
        "relation: {election: barnet-2018, party: lab, with: age, column: jewish, withdrew: ukp}",
        '3: relation.withdrew: expected a party of the register, got "ukp"; nearest: ukip',
    ),
    (
        "relation: {election: barnet-2014, from: barnet-2018, party: lab, with: age, column: jewish}",
        "3: relation.from: expected an election before barnet-2014, got barnet-2018",
    ),
    (
        "figure: {metric: seats-change, election: barnet-2014, from: barnet-2018, party: lab}\nrose: true",
        "3: figure.from: expected an election before barnet-2014, got barnet-2018",
    ),
    (
        "scope: {election: barnet-2014, from: barnet-2018}\nfigure: {metric: seats-change, party: lab}\nrose: true",
        "3: scope.from: expected an election before barnet-2014, got barnet-2018",
    ),
    ("voters: [1]", "3: voters: expected what voters are said to have done, got a list"),
    ("votters: they stayed at home", "3: votters: expected a known key; nearest: voters"),
    (
        "figure: {metric: swing, election: barnet-2018, party: lab, against: ind}\nrose: true",
        "3: figure.against: expected two parties, and no independents, each of whom is a party of one",
    ),
    (
        "figure: {metric: swing, election: barnet-2018, party: lab, against: Labour}\nrose: true",
        "3: figure.against: expected two parties",
    ),
    ("relation: {with: the weather}", "3: relation.election: expected election in a relation (or in scope), got none"),
]


@pytest.mark.parametrize(("statement", "message"), STATEMENTS)
def test_message(statement: str, message: str, shipped: Store) -> None:
    found = problems_of(HEAD + "".join(f"  {line}\n" for line in statement.splitlines()), shipped)
    assert any(line.startswith(message) for line in found), found


def test_no_statement(shipped: Store) -> None:
    assert problem_of("note: nothing", shipped) == (
        "1: figure: expected one of figure, number-of-wards, all-of, any-of, relation, voters, missing; "
        "got none of them"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1: file: expected a list of claims (- id: ...), got an empty file"),
        ("id: x\n", "1: file: expected a list of claims (- id: ...), got a mapping"),
        ("- x\n", "1: claim: expected a mapping (id, claim, figure), got x"),
        ("- 3\n- 4\n", "1: claim: expected a mapping (id, claim, figure), got 3"),
        ('- "3"\n', '1: claim: expected a mapping (id, claim, figure), got "3"'),
        ("- [id]\n", "1: claim: expected a mapping (id, claim, figure), got a list"),
        ("- \n", "1: claim: expected a mapping (id, claim, figure), got nothing"),
        ("[]\n", "1: file: expected a list of claims (- id: ...), got an empty list"),
        ("# claims\n\n[]\n", "3: file: expected a list of claims (- id: ...), got an empty list"),
        ("null\n", "1: file: expected a list of claims (- id: ...), got "),
        ("- {id: x\n", "1: syntax: expected YAML, got an error"),
        ("\tx: 1\n", "1: blanks: expected spaces, got a tab"),
    ],
)
def test_no_claims(text: str, message: str, shipped: Store) -> None:
    assert problems_of(text, shipped)[0].startswith(message)


def test_all_problems_of_all_files_are_reported(tmp_path: Path, shipped: Store) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(f"{HEAD}  {MARGIN}\n  is: x\n{HEAD.replace('one', 'Two')}  {MARGIN}\n  is: 1\n  buy: me\n", "utf-8")
    two.write_text("- {}\n", "utf-8")
    with pytest.raises(DataError) as caught:
        read_claims([one, two, tmp_path / "none.yaml"], shipped)
    assert [(Path(p.path).name, p.line, p.message.partition(":")[0]) for p in caught.value.problems] == [
        ("none.yaml", 1, "file"),
        ("one.yaml", 4, "is"),
        ("one.yaml", 5, "id"),
        ("one.yaml", 9, "buy"),
        ("two.yaml", 1, "claim"),
        ("two.yaml", 1, "figure"),
        ("two.yaml", 1, "id"),
    ]


def test_an_id_again(tmp_path: Path, shipped: Store) -> None:
    claim = f"{HEAD}  {MARGIN}\n  is: 1\n"
    assert problems_of(claim + claim, shipped) == [
        '5: id: expected an id of its own, got "one" again (first on line 1)'
    ]
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path in paths:
        path.write_text(claim, "utf-8")
    with pytest.raises(DataError, match=r"b\.yaml:1: id: .* again \(first in .*a\.yaml:1\)"):
        read_claims(paths, shipped)


def test_a_name_of_two_parties_is_none(shipped: Store) -> None:
    figure = "{metric: seats, election: barnsley-2019, party: MF}"
    (problem,) = problems_of(f"{HEAD}  figure: {figure}\n  is: 1\n", shipped)
    assert problem.endswith('expected one party, got "MF", which is a name of mexborough-first, middlewich-first')


def test_no_value_of_a_shipped_claim_may_be_empty(shipped: Store) -> None:
    files = sorted((Path(__file__).parents[2] / "docs" / "claims").glob("*.yaml"))
    values = re.compile(r"(?<=[a-z]: )(?![\[{>|\"])[^,}\]\n]+(?=[,}])")  # those in braces, where no text has a comma
    nothing = cycle(["", "~", "null"])  # which YAML reads as one
    for file in files:
        text = file.read_text(encoding="utf-8").split("\n- id: ")
        for claim in ("- id: " + part for part in text[1:]):
            start = claim.index("{") if "{" in claim else len(claim)
            for found in values.finditer(claim, start):
                emptied = f"{claim[: found.start()]}{next(nothing)}{claim[found.end() :]}"
                assert any("got nothing" in problem for problem in problems_of(emptied, shipped)), emptied


# -- one slip, one message ---------------------------------------------------------------------------------

TWO = "\nall-of:\n  - {figure: {metric: votes}, over: 40}\n  - {figure: {metric: share}, over: 40 %}"


@pytest.mark.parametrize(
    ("scope", "message"),
    [
        (
            "{election: barnet-2018, ward: High Barnett, party: con}",
            '3: scope.ward: expected a ward of barnet-2018 or every, got "High Barnett"; nearest: high-barnet',
        ),
        ("{election: Barnett 2018, party: con}", "3: scope.election: expected an election, such as barnet-2018, got"),
        ("{election: barnet-2018, party: cons}", '3: scope.party: expected a party of the register, got "cons"'),
        ("{elction: barnet-2018, party: con}", "3: scope.elction: expected a known key; nearest: election"),
        ("barnet-2018", "3: scope: expected a mapping, got barnet-2018"),
    ],
)
def test_a_slip_in_the_scope_is_told_once_and_there(scope: str, message: str, shipped: Store) -> None:
    assert problem_of(f"scope: {scope}{TWO}", shipped).startswith(message)


def test_a_misspelt_key_is_not_missing_too(shipped: Store) -> None:
    wrong = "figure: {metric: margin, elction: barnet-2018, ward: hale}\nis: 1"
    assert problem_of(wrong, shipped) == "3: figure.elction: expected a known key; nearest: election"


# -- names as they are on the screen -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("election", "ward", "means"),
    [
        ("Barnet 2018", "High Barnet", ("barnet-2018", "high-barnet")),
        ("barnet-2018", "E05000052", ("barnet-2018", "garden-suburb")),
        ("Barnet 2018", "every", ("barnet-2018", "every")),
        ("barnet", "High barnet", ("barnet-2026", "high-barnet")),  # the latest ordinary one, not that of a by-election
        ("Kingston upon Hull 2018", "Bricknell", ("kingston-upon-hull-2018", "bricknell")),
        ("Atlantis 2019", "High Street", ("atlantis-2019", "High Street")),  # not in the store, and no slip
    ],
)
def test_elections_and_wards_by_name(election: str, ward: str, means: tuple[str, str], shipped: Store) -> None:
    text = f"figure: {{metric: margin, election: {election}, ward: {ward}}}"
    (claim,) = claims_of(f"{HEAD}  {text}\n  is: 1\n", shipped)
    (compare,) = claim.simple
    assert isinstance(compare, Compare)
    assert (compare.figure.election, compare.figure.ward) == means


def test_several_elections_by_name(shipped: Store) -> None:
    figure = "{metric: votes, party: lab, elections: [Barnet 2018, enfield-2018, Barnet 2010]}"
    (claim,) = claims_of(f"{HEAD}  figure: {figure}\n  over: 1\n", shipped)
    (compare,) = claim.simple
    assert isinstance(compare, Compare)
    assert compare.figure.chosen is not None
    assert compare.figure.chosen.patterns == ("barnet-2018", "enfield-2018", "barnet-2010")


def test_candidates_in_any_case(shipped: Store) -> None:
    figure = "{metric: behind, election: barnet-2018, ward: Hale, candidate: rachel BARKER}"
    assert judged(f"figure: {figure}\nis: 652", shipped).verdict == "holds"


def test_a_council_with_several_elections_is_none_to_compare_with(shipped: Store) -> None:
    figure = "figure: {metric: votes-change, election: barnet-2018, from: barnet, party: lab}\nrose: true"
    assert problem_of(figure, shipped).startswith("3: figure.from: expected one election to compare with, got 'barnet'")


@pytest.mark.parametrize(
    ("of", "called"),
    [
        ("with-party: ukip", "the change in share of UKIP"),
        ("with-party: Liberal Democrats", "the change in share of LD"),
        ("with: the change in share of UKIP, with-party: ukip", "the change in share of UKIP"),
        ("with: the change in share of Liberal Democrats, with-party: ld", "the change in share of LD"),
        ("column: jewish/residents", "jewish in percent of residents"),
        ("column: jewish", "jewish"),
        ("with: Jewish residents, column: jewish/residents", "Jewish residents"),
        ("with: closed pubs", "closed pubs"),
    ],
)
def test_a_relation_says_what_is_tested(of: str, called: str, shipped: Store) -> None:
    (claim,) = claims_of(f"{HEAD}  relation: {{election: barnet-2018, party: con, {of}}}\n", shipped)
    (relation,) = claim.simple
    assert isinstance(relation, Relation)
    assert relation.with_ == called
