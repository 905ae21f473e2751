"""Every Barnet margin once more, by a route that shares no code with the package.

``expected/*.tsv`` (ward, votes of the last elected, votes of the first not elected, margin) was made from the
published files with a shell; the columns of ward, council and votes are 3, 1, 7 in LEAP's file of 2018 and 1, 2, 5
in the collection of 2014:

    sed 's/^"//; s/"$//' FILE |
      awk -F'","' -v OFS='\t' '$COUNCIL == "Barnet" { print $WARD, $VOTES, $(VOTES + 1) }' |
      sort -t"$(printf '\t')" -k1,1 -k3,3r -k2,2nr |
      awk -F'\t' -v OFS='\t' '
        $3 == 1 { last[$1] = $2 }
        $3 == 0 && !($1 in next_) { next_[$1] = $2 }
        END { for (ward in last) print ward, last[ward], next_[ward], last[ward] - next_[ward] }' |
      sort -t"$(printf '\t')" -k4,4n -k1,1
"""

from __future__ import annotations

from pathlib import Path

import pytest

from wardcheck.analysis.margins import margins
from wardcheck.store import Store

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("slug", ["barnet-2014", "barnet-2018"])
def test_every_margin(shipped: Store, slug: str) -> None:
    election = shipped.election(slug)
    names = {ward.slug: ward.name for ward in election.wards}
    found = [
        "\t".join(map(str, (names[row.ward or ""], row.last_elected_votes, row.runner_up_votes, row.margin)))
        for row in margins(election)
    ]
    expected = (EXPECTED / f"{slug}.tsv").read_text(encoding="utf-8").splitlines()
    assert len(expected) == 21
    assert found == expected
