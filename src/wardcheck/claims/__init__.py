"""Claims that somebody published about an election, and whether the declared results bear them out."""

from wardcheck.claims.reader import read_claims
from wardcheck.claims.rows import ClaimRow, Working
from wardcheck.claims.statements import Claim
from wardcheck.claims.verdicts import Judged, judged, verdicts, working

__all__ = ["Claim", "ClaimRow", "Judged", "Working", "judged", "read_claims", "verdicts", "working"]
