"""The claims that ship, judged once for all tests that ask what came out."""

from __future__ import annotations

from pathlib import Path

import pytest

from wardcheck.claims import Judged, judged, read_claims
from wardcheck.store import Store


@pytest.fixture(scope="session")
def by_claim(repository: Path, shipped: Store) -> dict[str, Judged]:
    """The verdict and the working of every shipped claim, by its id."""
    files = sorted((repository / "docs" / "claims").glob("*.yaml"))
    return {one.claim.id: one for one in judged(read_claims(files, shipped), shipped)}
