"""The line under a picture that says whose figures it is made of."""

from __future__ import annotations

from collections.abc import Iterable

from wardcheck.model import Election

_NAMED = 5
"""Publishers that are named at the most, those first whose licence asks for it; election.yaml names them all."""


def source_line(elections: Iterable[Election]) -> str:
    """Each publisher once, in the order of the files, with the licences it gives; without a publisher the title.

    ``Sources: Andrew Teale (CC BY-SA 3.0 or GFDL); Democracy Club (CC BY 4.0). Made with wardcheck.``
    """
    found: dict[str, dict[str, None]] = {}
    for election in elections:
        for source in election.sources.values():
            licences = found.setdefault(source.publisher or source.title, {})
            if source.licence is not None and not source.licence.startswith("not stated"):
                licences[source.licence] = None
    kept = sorted(found, key=lambda who: not found[who])[:_NAMED]
    named = [f"{who} ({', '.join(found[who])})" if found[who] else who for who in found if who in kept]
    if not named:
        return "Made with wardcheck."
    more = f"; and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"Source{'s' if len(named) > 1 else ''}: {'; '.join(named)}{more}. Made with wardcheck."
