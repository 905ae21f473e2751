"""Claims that somebody published about an election, and whether the declared results bear them out."""

from wardcheck.claims.judged import Judged, judged, verdicts, working
from wardcheck.claims.reader import read_claims
from wardcheck.claims.rows import ClaimRow, Working
from wardcheck.claims.statements import Claim

__all__ = ["Claim", "ClaimRow", "Judged", "Working", "judged", "read_claims", "verdicts", "working"]
