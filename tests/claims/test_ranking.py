"""Who is first: independents one by one, who is next, and elections that are not there."""

from __future__ import annotations

import pytest

from claims.examples import HEAD, claims_of, judged
from wardcheck.analysis.parties import parties
from wardcheck.analysis.turnout import turnout as turnout_of
from wardcheck.claims import judged as judged_claims
from wardcheck.claims.commands import commands_of
from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Span
from wardcheck.claims.judge import Step, outcomes
from wardcheck.claims.metrics import METRICS
from wardcheck.claims.ranking import rank, ranked_independents
from wardcheck.claims.statements import Among, Chosen, Claim, Compare, Figure, Reading, Said
from wardcheck.store import Store

MOST = "\nfirst: {among: parties, order: most}"
BEDDINGTON = (
    "figure: {metric: METRIC, election: sutton-2018, ward: beddington-north, party: con, measure: MEASURE}" + MOST
)


def of(metric: str, measure: str) -> str:
    return BEDDINGTON.replace("METRIC", metric).replace("MEASURE", measure)


def ranked(figure: Figure, among: Among, store: Store) -> Step:
    """The one step of a claim that a figure is first, which no reader has looked at."""
    (outcome, *_) = outcomes(
        Claim("one", "", [Reading("", Compare(figure, Said("first", among=among)))], {}), Elections(store)
    )
    return outcome.steps[0]


# -- independents --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("metric", "measure", "verdict", "found"),
    [
        # the three together have 3,280; the best of them 1,285
        ("votes", "sum", "holds", "2,510 (next: lab 2,217)"),
        ("votes", "top", "fails", "911 (level or ahead: Nick Mattey (ind) 1,285, Tim Foster (ind) 1,047, "
         "Jillian Green (ind) 948)"),
        ("votes", "mean", "fails", None),
        ("votes", "per_seat", "holds", "837 (next: lab 739)"),
        ("share", "sum", "holds", None),
        ("share", "top", "fails", None),
    ],
)  # fmt: skip
def test_each_independent_is_a_party_of_one(
    metric: str, measure: str, verdict: str, found: str | None, shipped: Store
) -> None:
    row = judged(of(metric, measure), shipped)
    assert row.verdict == verdict
    if found is not None:
        assert row.found == found


def own(figure: Figure, measure: str, elections: Elections, order: str = "most") -> dict[str, Span]:
    """What the figure is of each independent, by name."""
    found = ranked_independents(figure, order, measure, elections)
    return {name: span for name, _, span in found if isinstance(span, Span)}


def test_shares_of_independents_add_up_to_that_of_the_line(shipped: Store) -> None:
    elections = Elections(shipped)
    for measure in ("sum", "top", "mean", "per_seat"):
        figure = Figure("share", "sutton-2018", ward="beddington-north", party="con")
        alone = sum(float(span.low) for span in own(figure, measure, elections).values())
        rows = parties(shipped.election("sutton-2018"), by="ward", measure="all", store=shipped)
        wanted = ("beddington-north", "ind", measure)
        line = next(row for row in rows if (row.ward, row.party, row.measure) == wanted)
        assert alone == pytest.approx(line.share_pct)


def test_votes_of_independents_of_a_whole_election(shipped: Store) -> None:
    alone = own(Figure("votes", "sutton-2018", party="con"), "top", Elections(shipped))
    assert alone["Nick Mattey (ind)"] == Span(1285, 1285)
    rows = parties(shipped.election("sutton-2018"), measure="top", store=shipped)
    assert sum(span.low for span in alone.values()) == next(row.votes for row in rows if row.party == "ind")


def test_seats_of_independents(shipped: Store) -> None:
    statement = "figure: {metric: seats, election: sutton-2018, ward: beddington-north, party: con}\n"
    row = judged(f"{statement}first: {{among: parties, order: most}}", shipped)
    assert row.verdict == "fails"
    assert "Nick Mattey (ind) 1" in row.found


def test_independents_together_are_no_party(shipped: Store) -> None:
    row = judged(of("votes", "sum").replace("party: con", "party: ind"), shipped)
    assert row.verdict == "undecidable"
    assert "ind is a group and no party: each independent is a party of one" in row.found


def test_the_change_of_an_independent_who_may_have_stood_before_has_bounds(shipped: Store) -> None:
    elections = Elections(shipped)
    figure = Figure("votes-change", "sutton-2018", "sutton-2014", "beddington-north", "con")
    stood = [c for c in elections.ward("sutton-2014", "beddington-north").candidates if c.party == "ind"]
    most = max((c.votes or 0 for c in stood), default=0)
    assert own(figure, "top", elections) == {"an independent (ind)": Span(1285 - most, 1285)}
    assert own(figure, "top", elections, "least") == {"an independent (ind)": Span(-most, 1285 - most)}


@pytest.mark.parametrize("metric", [name for name, metric in METRICS.items() if "party" in metric.required])
def test_every_figure_of_a_party_can_be_that_of_an_independent_or_has_none(metric: str, shipped: Store) -> None:
    figure = Figure(metric, "sutton-2018", "sutton-2014", None, "con", "lab")
    for span in own(figure, "sum", Elections(shipped)).values():
        assert span.low <= span.high


def test_the_declaration_has_the_votes_of_each_independent(shipped: Store) -> None:
    (claim,) = claims_of(HEAD + "".join(f"  {line}\n" for line in of("votes", "sum").splitlines()), shipped)
    assert "wardcheck ward sutton-2018 beddington-north" in judged_claims([claim], shipped)[0].commands


def test_a_party_that_stood_only_before_has_its_place_in_a_rank_of_changes(shipped: Store) -> None:
    # nobody of UKIP stood in Bar Pool in 2018, where 402 had voted for it
    figure = (
        "figure: {metric: votes-change, election: nuneaton-and-bedworth-2018, from: nuneaton-and-bedworth-2014, "
        "ward: bar-pool, party: lab, measure: top}\nfirst: {among: parties, order: least}"
    )
    assert "ukip -402" in judged(figure, shipped).found


# -- who is next ---------------------------------------------------------------------------------------------


def test_a_rank_of_wards_names_the_next_one(shipped: Store) -> None:
    figure = "figure: {metric: margin, election: barnet-2018, ward: high-barnet, measure: seat}\n"
    assert judged(f"{figure}first: {{among: wards, order: least}}", shipped).found == "1 (next: childs-hill 2)"
    turnout = "figure: {metric: turnout, election: barnet-2018, ward: high-barnet, measure: ballot-box}\n"
    row = judged(f"{turnout}first: {{among: wards, order: most}}", shipped)
    next_ = max(
        (found.turnout_pct or 0, found.ward)
        for found in turnout_of(shipped.election("barnet-2018"))
        if found.ward not in (None, "high-barnet")
    )
    assert row.found == f"55.4 % (next: {next_[1]} {next_[0]:.1f} %)"


# -- elections that are not there ----------------------------------------------------------------------------

HIGH_BARNET = Figure("margin", "barnet-2018", ward="high-barnet")


@pytest.mark.parametrize(
    ("among", "reason"),
    [
        (Among("wards", "least", Chosen(("enfeld-*",))), "no election in the store fits enfeld-*"),
        (Among("wards", "least", Chosen(("*-2018",), "E99*")), "no election in the store fits *-2018 (councils E99*)"),
        (Among("wards", "least", Chosen((), "E99*")), "no election in the store fits barnet-2018 (councils E99*)"),
        (Among("wards", "least", Chosen(("sutton-*",))), "barnet-2018 is not among the elections that fit sutton-*"),
        (Among("wards", "least", Chosen(("barnet-2018", "enfeld-*"))), "no election in the store fits enfeld-*"),
    ],
)
def test_a_rank_of_elections_that_are_not_there_is_not_known(among: Among, reason: str, shipped: Store) -> None:
    step = ranked(HIGH_BARNET, among, shipped)
    assert (step.judged.truth, step.judged.found) == (None, f"1 ({reason})")
    commands = commands_of(step, False, Elections(shipped))
    assert all(command.startswith("wardcheck margins barnet-2018") for command in commands)


def test_one_that_is_ahead_refutes_whatever_is_not_there(shipped: Store) -> None:
    childs_hill = Figure("margin", "barnet-2018", ward="childs-hill")
    assert ranked(childs_hill, Among("wards", "least", Chosen(("barnet-*", "enfeld-*"))), shipped).judged.truth is False


@pytest.mark.parametrize(("own", "first"), [(Span(1, 1), True), (Span(1, 2), None), (Span(2, 2), False)])
def test_one_that_may_be_level_leaves_it_open(own: Span, first: bool | None, shipped: Store) -> None:
    """Childs Hill has 2: who has 1 is first, who has 2 is level and not, and who has 1 or 2 may be either."""
    found = rank(HIGH_BARNET, Among("wards", "least"), own, "seat", Elections(shipped))
    assert found.truth is first


def test_voters_to_control_are_ranked_where_independents_stood(shipped: Store) -> None:
    """An independent has no control to win: none is looked at by a measure of voters."""
    figure = "figure: {metric: voters-to-control, election: stockport-2022, party: ld}"
    row = judged(f"{figure}\nfirst: {{among: parties, order: least}}", shipped)
    assert (row.verdict, row.found) == ("holds", "further: 1,867 (next: lab 6,859) | switched: 935 (next: lab 3,720)")
