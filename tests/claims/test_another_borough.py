"""A claims file about a borough that the tool was not written for."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.examples import claims_of
from wardcheck.claims import verdicts
from wardcheck.cli.main import run
from wardcheck.store import Store

SUTTON = """\
- id: nonsuch-lot
  claim: In Nonsuch one seat was decided by lot.
  by: a reporter
  on: 2018-05
  figure: {metric: by-lot, election: sutton-2018, ward: nonsuch}
  is: true

- id: sutton-held
  claim: The Liberal Democrats kept control of Sutton, though they lost more than ten seats.
  scope: {election: sutton-2018, party: Liberal Democrats}
  all-of:
    - {figure: {metric: control}, is: true}
    - {figure: {metric: seats-change, from: sutton-2014}, under: -10}

- id: sutton-swing
  claim: There was a swing to the Conservatives from the Liberal Democrats, and the Liberal Democrats' share fell.
  scope: {election: sutton-2018, from: sutton-2014}
  all-of:
    - {figure: {metric: swing, party: con, against: ld}, over: 0}
    - {figure: {metric: share-change, party: ld}, fell: true}
"""


def test_its_tables_are_printed(
    tmp_path: Path, repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    file = tmp_path / "sutton.yaml"
    file.write_text(SUTTON, encoding="utf-8")
    assert run(["claims", str(file), "--explain", "sutton-held", "-f", "table"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "$ wardcheck seats sutton-2018 --from sutton-2014" in out
    assert "Sutton, 3 May 2018: Liberal Democrats, 33 of 54 seats" in out


def test_three_claims_about_sutton(shipped: Store) -> None:
    rows = verdicts(claims_of(SUTTON, shipped), shipped)
    # LEAP, 2014: LD 45 seats, C 9; of 163,180 votes LD 70,127, C 48,617; of the best candidates' 70,438 LD 25,572
    # 2018: LD 33, C 18, Ind 3; of 178,825 votes LD 69,320, C 64,945; of the best candidates' 66,204 LD 24,876
    # so the share of LD fell by sum, from 43.0 to 38.8 %, and rose by top, from 36.3 to 37.6 %
    assert [(row.claim, row.verdict) for row in rows] == [
        ("nonsuch-lot", "holds"),
        ("sutton-held", "holds"),
        ("sutton-swing", "depends"),
    ]
    assert rows[1].found == "yes; -12"
    assert rows[1].why == "Both statements are true: LD control: yes; LD change in seats: -12."
    assert "top" in rows[2].why.partition("false by")[2]
