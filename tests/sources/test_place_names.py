"""Names of places and people as they are kept: small letters, and apostrophes that a source lost."""

from __future__ import annotations

import pytest

from wardcheck.sources.cells import name_of
from wardcheck.sources.place_names import place_name


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("MARINE", "Marine"),
        ("STOW-ON-THE-WOLD", "Stow-on-the-Wold"),
        ("ST. MARY'S & ALL SAINTS", "St. Mary's & All Saints"),
        ("OXSHOTT AND STOKE D'ABERNON", "Oxshott and Stoke D'Abernon"),
        ("Hockley And Ashingdon", "Hockley and Ashingdon"),
        ("St Peter And The Waterfront", "St Peter and the Waterfront"),
        ("Barton Under Needwood", "Barton under Needwood"),
        ("The Rissingtons", "The Rissingtons"),
        ("And Under", "And Under"),  # no word of a name that begins it
        ("Lowestoft The Wherry", "Lowestoft The Wherry"),
        ("Inns of Court", "Inns of Court"),
        ("Old Town", "Old Town"),
    ],
)
def test_capitals(printed: str, expected: str) -> None:
    assert place_name(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Bodmin St MaryÃ¦s", "Bodmin St Mary's"),
        ("Kingâ€™s Hedges", "King's Hedges"),
        ("Mick O?Brien", "Mick O'Brien"),
        ("Hayat M?Barki", "Hayat M'Barki"),
        ("Patricia O?'Neill", "Patricia O'Neill"),
        ("Eamonn O'?Nolan", "Eamonn O'Nolan"),
        ("Zo? Smith", "Zo? Smith"),  # nobody knows which letter it was
        ("Where? Nowhere", "Where? Nowhere"),
        ("Mælor", "Mælor"),
    ],
)
def test_apostrophes_that_a_source_lost(printed: str, expected: str) -> None:
    assert name_of("name", printed) == expected
