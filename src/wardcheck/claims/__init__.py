"""Claims that somebody published about an election, and whether the declared results bear them out.

From a file to its claims: ``reader``, by the table in ``form``; each statement by ``statement_reader``, each figure by
``figure_reader``. From a claim to its verdict: ``judged`` prints what ``judge`` found by each reading and measure,
``judge_figure`` says a word (``words``) of a figure, and ``verdict`` makes one of all. From a figure to its value:
``metrics`` names the column and the table, and ``tables`` where it is looked up, in a report of ``analysis``, and the
command that prints it.
"""

from wardcheck.claims.judged import Judged, judged, verdicts, working
from wardcheck.claims.reader import read_claims
from wardcheck.claims.rows import ClaimRow, Working
from wardcheck.claims.statements import Claim

__all__ = ["Claim", "ClaimRow", "Judged", "Working", "judged", "read_claims", "verdicts", "working"]
