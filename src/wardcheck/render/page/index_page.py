"""A page that lists the elections of a report, each with its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from wardcheck.analysis.dossier import Dossier
from wardcheck.facts.council import NOBODY
from wardcheck.render.labels import Labels, PartyLabel, long_date
from wardcheck.render.markup import Html, document, joined, tag
from wardcheck.render.page.election_page import incomplete_words
from wardcheck.render.page.style import STYLE
from wardcheck.render.web_table import Head, chip_html, party_chip
from wardcheck.words import listed, number, percentage

INDEX = "index.html"
"""The name of the page."""

NOT_TOLD = "not known"
_NOBODY = "no overall control"


class Entry(NamedTuple):
    """One election of the list."""

    slug: str
    council: str
    day: date
    control: PartyLabel | None
    """Who has control; ``None`` where nobody has, or it is not known, as ``words`` say."""
    words: str
    closest: str
    margin: str
    turnout: str
    complete: bool
    """Whether nothing is known to be missing; where something is, the page of the election says what."""


def entry(about: Dossier, labels: Labels) -> Entry:
    """What the list says of one election."""
    held = about.seats.totals.council.control
    label = labels.party(held) if held is not None and held != NOBODY else None
    words = NOT_TOLD if held is None else _NOBODY if label is None else label.short
    first = next((row for row in about.margins if row.margin is not None), None)
    closest = margin = ""
    if first is not None:
        closest = labels.of(first.election, first.ward)
        margin = "by lot" if first.decided_by == "lot" else number(first.margin)
    total = about.turnout.totals[-1]
    return Entry(
        about.election.slug,
        about.election.council,
        about.election.date,
        label,
        words,
        closest,
        margin,
        percentage(total.turnout_pct),
        not incomplete_words(about, labels),
    )


def index_page(entries: Sequence[Entry], title: str) -> str:
    """The list, in the order of the councils."""
    ordered = sorted(entries, key=lambda one: (one.council, one.day, one.slug))
    one_day = len({one.day for one in ordered}) == 1  # which the title has
    heads = [
        Head("Council"),
        *([] if one_day else [Head("Day")]),
        Head("Control"),
        Head("Closest ward"),
        Head("Margin", number=True),
        Head("Turnout, %", number=True),
    ]
    lines = [tag("tr", *(tag("th", head.title, scope="col", class_="n" if head.number else None) for head in heads))]
    rows = [_row(one, with_day=not one_day) for one in ordered]
    control = Counter(one.words for one in ordered).most_common()
    said = ", ".join(f"{who} {count}" for who, count in control)
    table = tag(
        "table",
        tag("caption", f"{len(ordered)} elections"),
        Html("\n"),
        tag("thead", *lines),
        Html("\n"),
        tag("tbody", Html("\n"), joined(rows, "\n"), Html("\n")),
    )
    body = [
        tag("header", tag("h1", title), *_in_part(ordered)),
        tag("main", tag("h2", "Who runs the councils?"), tag("p", f"{said}.", class_="answer"), Html("\n"), table),
        tag(
            "footer",
            tag("p", "Margin: votes of the last candidate elected minus votes of the first who was not."),
            tag("p", "Made with wardcheck from declared results; each page names its sources."),
        ),
    ]
    return document(title, STYLE, *(Html(f"\n{part}") for part in body), Html("\n"))


def _in_part(entries: Sequence[Entry]) -> Iterator[Html]:
    """Which elections are there in part: a list of a region must not pass for the whole of it."""
    parts = [one.council for one in entries if not one.complete]
    if parts:
        said = f" {len(parts)} of {len(entries)}: {listed(parts)}. Each page says at its top what is missing."
        yield tag("div", tag("p", tag("strong", "Not all of these results are complete."), said), class_="warning")


def _row(one: Entry, *, with_day: bool) -> Html:
    control = one.words if one.control is None else chip_html(party_chip(one.control))
    return tag(
        "tr",
        tag("th", tag("a", one.council, href=f"{one.slug}.html"), scope="row"),
        *([tag("td", long_date(one.day))] if with_day else []),
        tag("td", control),
        tag("td", one.closest),
        tag("td", one.margin, class_="n"),
        tag("td", one.turnout, class_="n"),
    )
