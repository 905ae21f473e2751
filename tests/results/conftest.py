"""The whole shipped store, read once."""

from __future__ import annotations

import pytest

from wardcheck.model import Election
from wardcheck.store import Store


@pytest.fixture(scope="session")
def elections(shipped: Store) -> dict[str, Election]:
    """Every shipped election by slug."""
    return {election.slug: election for election in shipped.elections()}
