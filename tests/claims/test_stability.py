"""A verdict depends on the claim and the declared results, and on nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claims.examples import claims_of, judged
from wardcheck.claims import ClaimRow, Judged, read_claims, verdicts
from wardcheck.store import Store, open_store
from wardcheck.store.layout import election_folder

FILES = sorted((Path(__file__).parents[2] / "docs" / "claims").glob("*.yaml"))


@pytest.fixture(scope="module")
def all_rows(by_claim: dict[str, Judged]) -> dict[str, ClaimRow]:
    return {claim: one.row for claim, one in by_claim.items()}


def test_order_of_files(shipped: Store) -> None:
    claims = read_claims(FILES, shipped)
    assert sorted(read_claims(FILES[::-1], shipped), key=claims.index) == claims


def test_a_file_alone_and_its_last_claim_first(shipped: Store, all_rows: dict[str, ClaimRow]) -> None:
    for file in FILES:
        claims = read_claims([file], shipped)[::-1]
        assert verdicts(claims, shipped) == [all_rows[claim.id] for claim in claims]


def test_a_store_with_these_elections_alone_and_then_with_others(tmp_path: Path, shipped: Store) -> None:
    store = tmp_path / "store"
    store.mkdir()
    shutil.copy(shipped.root / "parties.yaml", store)
    for slug in ("barnet-2014", "barnet-2018"):
        shutil.copytree(election_folder(shipped.root, slug), election_folder(store, slug))
    text = FILES[0].read_text(encoding="utf-8") + FILES[1].read_text(encoding="utf-8")
    before = verdicts(claims_of(text, open_store(store)), open_store(store))
    for slug in ("barnet-2022", "barnet-by-2021-05-06", "north-hertfordshire-2019", "plymouth-2014"):
        shutil.copytree(election_folder(shipped.root, slug), election_folder(store, slug))
    after = verdicts(claims_of(text, open_store(store)), open_store(store))
    assert [row.verdict for row in before] == [row.verdict for row in after]
    full = {row.claim: row.verdict for row in verdicts(claims_of(text, shipped), shipped)}
    for row in before:
        assert row.verdict in (full[row.claim], "undecidable")
        if "barnet" in row.claim:
            assert row.verdict == full[row.claim]


def test_an_incomplete_store_cannot_say_who_is_first(tmp_path: Path, shipped: Store) -> None:
    shutil.copy(shipped.root / "parties.yaml", tmp_path)
    shutil.copytree(shipped.root / "barnet" / "2018", tmp_path / "barnet-2018")
    first = """
figure: {metric: margin, election: barnet-2018, ward: WARD}
first: {among: wards, order: least, elections: "*-2018", council-gss: "E09*", count: 32}
"""
    row = judged(first.replace("WARD", "high-barnet"), open_store(tmp_path))
    assert (row.verdict, row.found) == ("undecidable", "1 (the store has 1 of 32 elections)")
    assert judged(first.replace("WARD", "childs-hill"), open_store(tmp_path)).verdict == "fails"


@pytest.mark.parametrize("party", ["lab", "Lab", "Labour Party", "labour", "PP53", "joint-party:53-119", "LAB"])
def test_any_name_of_a_party(party: str, shipped: Store) -> None:
    figure = f'figure: {{metric: votes-change, election: barnet-2018, party: "{party}"}}\nover: 20000\nmeasure: sum'
    row = judged(figure, shipped)
    assert (row.verdict, row.found) == ("holds", "+23,150")
    assert row == judged(figure.replace(f'"{party}"', "lab"), shipped)
