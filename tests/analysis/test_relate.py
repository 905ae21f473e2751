"""Relations across wards: Barnet against the raw figures by another way, and small elections by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.quantities import Quantity, covariate, share_change, swing_between
from wardcheck.analysis.relate import Between, RelatePointRow, RelateRow, relate, relate_points
from wardcheck.analysis.report import Report, Slugs
from wardcheck.analysis.withdrawn import not_withdrawn
from wardcheck.model import Election, Ward
from wardcheck.store import Store
from wardcheck.store.covariate_reader import Covariates, read_covariates


@pytest.fixture
def census(repository: Path) -> Covariates:
    return read_covariates(repository / "results" / "covariates" / "london-wards-2011.csv")


def rows_of(before: Election, after: Election, what: Quantity, against: Quantity) -> Report[RelateRow, Between]:
    return relate(relate_points(before, after, what, against))


def said(figure: Quantity) -> list[str]:
    """Its remarks, as scripts are told them."""
    return [one.text(Slugs()) for one in figure.remarks]


def left_out(points: Sequence[RelatePointRow]) -> dict[str, list[str]]:
    """The wards that are not part of a relation, by the reason."""
    found: dict[str, list[str]] = {}
    for point in points:
        if point.left_out is not None:
            found.setdefault(point.left_out, []).append(point.ward)
    return found


# -- Barnet ------------------------------------------------------------------------------------------------


def raw_shares(folder: Path) -> pd.DataFrame:
    """Shares of top votes in percent by ward code, straight from the files; each independent is a party of one."""
    shares: dict[str, dict[str, float]] = {}
    for path in folder.glob("*.yaml"):
        ward: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.name == "election.yaml":
            continue
        top: defaultdict[str, int] = defaultdict(int)
        for n, one in enumerate(ward["candidates"]):
            slate = one["party"] if one["party"] != "ind" else f"ind {n}"
            top[slate] = max(top[slate], one["votes"])
        shares[ward["gss"]] = {party: 100 * top[party] / sum(top.values()) for party in ("con", "lab")}
    return pd.DataFrame(shares).T


@pytest.mark.parametrize("base", ["residents", "population_2011"])
def test_barnet_against_the_raw_figures(repository: Path, shipped: Store, census: Covariates, base: str) -> None:
    results = repository / "results"
    moved = raw_shares(results / "barnet" / "2018") - raw_shares(results / "barnet" / "2014")
    counts = pd.read_csv(results / "covariates" / "london-wards-2011.csv", comment="#").set_index("ward_gss")
    jewish = (counts["jewish"] / counts[base]).reindex(moved.index)
    assert len(moved) == 21
    assert jewish.notna().all()

    before, after = shipped.election("barnet-2014"), shipped.election("barnet-2018")
    against = covariate(before, after, census, "jewish", base)
    for what, raw in (
        (share_change(before, after, "lab"), moved["lab"]),
        (swing_between(before, after, "con", "lab"), (moved["con"] - moved["lab"]) / 2),
    ):
        r, rho = rows_of(before, after, what, against)
        assert (r.statistic, rho.statistic) == ("pearson_r", "spearman_rho")
        assert r.value == pytest.approx(raw.corr(jewish))
        assert rho.value == pytest.approx(raw.rank().corr(jewish.rank()))
        assert (r.n, r.left_out, rho.n) == (21, 0, 21)


def test_barnet_as_found(shipped: Store, census: Covariates) -> None:
    before, after = shipped.election("barnet-2014"), shipped.election("barnet-2018")
    against = covariate(before, after, census, "jewish", "residents")
    # Golders Green: 6,975 of the 18,818 who answered or not; the nine counts of the census add up to it
    assert against.values["golders-green"] == pytest.approx(100 * 6975 / 18818)
    fall = rows_of(before, after, share_change(before, after, "lab"), against)
    found = [(row.value, row.low, row.high) for row in fall]
    assert found[0] == pytest.approx((-0.6238, -0.8316, -0.2629), abs=5e-5)
    assert found[1] == pytest.approx((-0.6727, -0.8686, -0.2951), abs=5e-5)
    swung = rows_of(before, after, swing_between(before, after, "con", "lab"), against)
    assert [row.value for row in swung] == pytest.approx([0.6827, 0.7026], abs=5e-5)


@pytest.mark.parametrize("measure", ["sum", "top", "mean", "per_seat"])
def test_barnet_has_one_sign_by_each_measure(shipped: Store, census: Covariates, measure: Any) -> None:
    before, after = shipped.election("barnet-2014"), shipped.election("barnet-2018")
    against = covariate(before, after, census, "jewish", "residents")
    points = relate_points(before, after, share_change(before, after, "lab", measure=measure), against, measure=measure)
    for row in relate(points):
        assert row.measure == measure
        assert row.high is not None
        assert row.high < 0


def raw_slates(folder: Path) -> dict[str, set[str]]:
    """The parties that stood in each ward, straight from the files."""
    return {
        path.stem: {one["party"] for one in yaml.safe_load(path.read_text(encoding="utf-8"))["candidates"]}
        for path in folder.glob("*.yaml")
        if path.name != "election.yaml"
    }


def test_where_a_party_withdrew_from_barnet(repository: Path, shipped: Store) -> None:
    results = repository / "results"
    then, now = (raw_slates(results / "barnet" / year) for year in ("2014", "2018"))
    withdrawn = {ward for ward in now if "ukip" in then[ward] and "ukip" not in now[ward]}
    assert len(withdrawn) == 8
    before, after = shipped.election("barnet-2014"), shipped.election("barnet-2018")
    reasons = not_withdrawn(before, after, "ukip")
    assert set(now) - set(reasons) == withdrawn
    what = share_change(before, after, "con", left_out=reasons)
    against = share_change(before, after, "ukip", left_out=reasons)
    points = relate_points(before, after, what, against, left_out=reasons)
    used = [point for point in points if point.left_out is None]
    assert {point.ward for point in used} == withdrawn
    assert {reason: len(wards) for reason, wards in left_out(points).items()} == {
        "ukip did not stand in barnet-2014": 12,
        "ukip stood again in barnet-2018": 1,
    }
    ys, xs = pd.Series([p.what_value for p in used]), pd.Series([p.against_value for p in used])
    r, rho = relate(points)
    assert (r.n, r.left_out) == (8, 13)
    assert r.value == pytest.approx(ys.corr(xs))
    assert rho.value == pytest.approx(ys.rank().corr(xs.rank()))
    assert "in 0 of 8 wards, in one of them in 8" in said(against)[0]


def test_redrawn_wards_are_listed(shipped: Store, census: Covariates) -> None:
    before, after = shipped.election("hackney-2014"), shipped.election("hackney-2018")
    points = relate_points(
        before, after, share_change(before, after, "lab"), covariate(before, after, census, "jewish", "residents")
    )
    assert {reason: len(wards) for reason, wards in left_out(points).items()} == {
        "not in london-wards-2011.csv": len(after.wards)
    }
    assert [(row.value, row.n, row.left_out) for row in relate(points)] == [(None, 0, len(after.wards))] * 2


# -- by hand -----------------------------------------------------------------------------------------------


def poll(slug: str, con: int, lab: int, **known: Any) -> Ward:
    return contest(1, won("A", "con", con), stood("B", "lab", lab), slug=slug, **known)


THEN = election(
    poll("north", 50, 50, gss="E05000001"),
    poll("south", 60, 40, gss="E05000002"),
    poll("east", 40, 60, gss="E05000003"),
    poll("west", 70, 30, gss="E05000004"),
    poll("gone", 70, 30, gss="E05000005"),
    contest(1, won("A", "con", None), slug="quiet", status="unopposed"),
    slug="town-2014",
)
NOW = election(
    poll("north", 55, 45, gss="E05000001"),
    poll("south", 70, 30, gss="E05000002"),
    poll("east", 40, 60, gss="E05000003"),
    contest(1, won("A", "con", 60), stood("C", "ld", 40), slug="west", gss="E05000004"),
    poll("new", 70, 30, gss="E05000006"),
    poll("quiet", 50, 50),
)


def test_withdrawn_by_hand() -> None:
    assert not_withdrawn(THEN, NOW, "lab") == {
        "north": "lab stood again in town-2018",
        "south": "lab stood again in town-2018",
        "east": "lab stood again in town-2018",
        "quiet": "lab did not stand in town-2014",
    }
    assert set(not_withdrawn(THEN, NOW, "ld")) == {"north", "south", "east", "west", "quiet"}
    lab = share_change(THEN, NOW, "lab")
    points = relate_points(THEN, NOW, lab, lab, left_out=not_withdrawn(THEN, NOW, "lab"))
    assert [p.ward for p in points if p.left_out is None] == ["west"]
    # a ward that had no poll, or that the other election has not, keeps that reason
    found = {reason: sorted(wards) for reason, wards in left_out(points).items()}
    assert found == {
        "in town-2014 alone": ["gone"],
        "in town-2018 alone": ["new"],
        "lab stood again in town-2018": ["east", "north", "south"],
        "no poll in one of the elections": ["quiet"],
    }


def covariates(text: str, folder: Path) -> Covariates:
    path = folder / "town.csv"
    path.write_text(f"# source: a survey\n{text}", encoding="utf-8")
    return read_covariates(path)


def test_points_by_hand(tmp_path: Path) -> None:
    file = covariates("ward_gss,part,whole\nE05000001,1,4\nE05000002,3,4\nE05000003,1,0\nE05000004,,5\n", tmp_path)
    points = relate_points(THEN, NOW, share_change(THEN, NOW, "lab"), covariate(THEN, NOW, file, "part", "whole"))
    assert [(p.ward, p.what_value, p.against_value, p.left_out) for p in points] == [
        ("north", pytest.approx(-5), 25, None),
        ("south", pytest.approx(-10), 75, None),
        ("gone", None, None, "in town-2014 alone"),
        ("new", None, None, "in town-2018 alone"),
        ("quiet", None, None, "no poll in one of the elections"),
        ("west", pytest.approx(-30), None, "no value of part in town.csv"),
        ("east", pytest.approx(0), None, "whole is 0 in town.csv"),
    ]
    assert {(p.what, p.against) for p in points} == {("lab share_change_pp", "part/whole")}
    assert [row.value for row in relate(points)] == [pytest.approx(-1)] * 2


def test_swing_is_missing_where_a_party_did_not_stand_in_both() -> None:
    found = swing_between(THEN, NOW, "con", "lab")
    assert found.values == {"north": pytest.approx(5), "south": pytest.approx(10), "east": pytest.approx(0)}
    assert set(found.missing) == {"west", "quiet"}
    steed = swing_between(THEN, NOW, "con", "lab", kind="steed")
    assert (steed.name, steed.values) == ("con from lab steed_pp", found.values)  # nobody else had a vote in these


def test_a_party_counts_nought_where_it_did_not_stand() -> None:
    lab, ld = share_change(THEN, NOW, "lab"), share_change(THEN, NOW, "ld")
    assert lab.values["west"] == pytest.approx(-30)
    assert ld.values == {"north": 0, "south": 0, "east": 0, "west": pytest.approx(40)}
    assert said(lab)[0].startswith("lab stood in both elections in 3 of 4 wards, in one of them in 1, in neither in 0;")
    assert said(ld)[0].startswith("ld stood in both elections in 0 of 4 wards, in one of them in 1, in neither in 3;")
    assert said(share_change(THEN, NOW, "con")) == []


@pytest.mark.parametrize(
    "text",
    [
        "council,ward,x\ntown,north,1\ntown,south,2\ntown,east,3\ncity,west,9\n",
        "election,ward,x\ntown-2018,north,1\ntown-2014,south,2\ntown-2018,east,3\n",
        "ward_gss,x\nE05000001,1\nE05000002,2\nE05000003,3\n",
    ],
)
def test_wards_by_code_or_by_slug(text: str, tmp_path: Path) -> None:
    found = covariate(THEN, NOW, covariates(text, tmp_path), "x")
    assert found.values == {"north": 1, "south": 2, "east": 3}
    assert found.missing == {"west": "not in town.csv"}


def test_a_ward_is_found_by_the_code_that_only_the_earlier_election_gives(tmp_path: Path) -> None:
    then = election(poll("mill", 60, 40, gss="E05000007"), slug="town-2014")
    now = election(poll("mill", 50, 50))
    found = covariate(then, now, covariates("ward_gss,x\nE05000007,5\n", tmp_path), "x")
    assert (found.values, found.missing) == ({"mill": 5}, {})


def test_order_of_the_wards_does_not_matter(tmp_path: Path) -> None:
    file = covariates("council,ward,x\ntown,north,1\ntown,south,2\ntown,east,3\ntown,west,9\n", tmp_path)
    turned = [election(*one.wards[::-1], slug=one.slug) for one in (THEN, NOW)]

    def found(before: Election, after: Election) -> Report[RelatePointRow, Between]:
        what = share_change(before, after, "lab")
        return relate_points(before, after, what, covariate(before, after, file, "x"))

    assert found(*turned) == found(THEN, NOW)


def test_no_wards_no_rows() -> None:
    assert relate(Report([], Between(share_change(THEN, NOW, "con"), share_change(THEN, NOW, "lab")))) == []
