"""What ``claims`` prints: a row for each claim, or the working of one."""

from __future__ import annotations

from typing import Annotated

from wardcheck.claims.verdict import Verdict
from wardcheck.frozen import frozen


@frozen
class ClaimRow:
    """One claim and what became of it."""

    claim: Annotated[str, "id of the claim"]
    verdict: Annotated[
        Verdict,
        "holds; fails; depends: true by one measure or reading and false by another; undecidable: a figure is lacking",
    ]
    said: Annotated[str, "what the claim says of the figures"]
    found: Annotated[str, "the figures, in the order in which they are spoken of, by each measure where these differ"]
    measure: Annotated[str | None, "the measures it was judged by; empty where the figures have one definition alone"]
    by: Annotated[str | None, "who said it"]
    on: Annotated[str | None, "when: a day (2018-05-03) or a month (2018-05)"]
    source: Annotated[str | None, "where it was published"]
    words: Annotated[str, "the claim in one's own words"]
    why: Annotated[str, "the verdict in one sentence"]
    quote: Annotated[str | None, "the sentence as it was published, where the file has it"]


@frozen
class Working:
    """One figure of a claim by one measure."""

    claim: Annotated[str, "id of the claim"]
    statement: Annotated[int, "which statement of the claim, in the order of the file"]
    figure: Annotated[str, "what the statement is about"]
    said: Annotated[str, "what it says of it"]
    measure: Annotated[str | None, "the measure; empty where the figure has one definition alone"]
    found: Annotated[str, "the figure, or why there is none"]
    verdict: Annotated[Verdict, "what becomes of this statement by this measure"]
    command: Annotated[str, "the command that prints the figure"]
    reading: Annotated[str | None, "the reading of the words that the statement is of; empty where there is one"]
