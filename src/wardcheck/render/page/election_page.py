"""One page about one election."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wardcheck.analysis.dossier import Dossier
from wardcheck.render import canvas
from wardcheck.render.chart import in_parts
from wardcheck.render.labels import Labels, long_date
from wardcheck.render.markup import Html, document, joined, tag, words
from wardcheck.render.page.closeness import close_section, margins_section, ties_section
from wardcheck.render.page.control import control_section, whatif_section
from wardcheck.render.page.foot import foot
from wardcheck.render.page.moves import change_section, swing_section
from wardcheck.render.page.power import elected_section, parties_section, seats_section
from wardcheck.render.page.section import Section, for_readers
from wardcheck.render.page.style import STYLE
from wardcheck.render.page.voters import splits_section, turnout_section
from wardcheck.render.sources import source_line
from wardcheck.render.web_table import table_html
from wardcheck.words import counted

NO_CHARTS = "This page has no charts, for the part that draws them is not installed: pip install 'wardcheck[charts]'."

_KINDS = {
    "all": "all seats of the council were up",
    "thirds": "a third of the council was up",
    "halves": "half of the council was up",
}


def election_page(about: Dossier, labels: Labels, both: Labels, *, index: str | None = None) -> str:
    """The page, whole.

    ``labels`` are the names of the election, and ``both`` those of what it is compared with too. ``index`` is the
    address of a page that lists several, if there is one.
    """
    election = about.election
    drawing = canvas.can_draw()
    elections = [election] if about.before is None else [election, about.before]
    found = list(sections(about, labels, both))
    made = (
        "Made with wardcheck from declared results. Every figure is as declared on the day, or follows from it by the "
    )
    made += "definition given beside it; each section names the command that prints its figures."
    body = [
        tag("header", *_header(about, labels, drawing=drawing, index=index)),
        tag("nav", tag("h2", "In brief"), tag("ul", *(_brief(one) for one in found)), aria_label="In brief"),
        tag("main", *(Html(f"\n{_section(one, drawing=drawing)}") for one in found), class_="sections"),
        foot(elections, made),
    ]
    return document(page_title(about), STYLE, *(Html(f"\n{part}") for part in body), Html("\n"))


def page_title(about: Dossier) -> str:
    """``Barnet: council election of 3 May 2018``."""
    election = about.election
    what = "council election"
    if election.kind == "by-election":
        what = "by-election" if len(election.wards) == 1 else "by-elections"
    return f"{election.council}: {what} of {long_date(election.date)}"


def sections(about: Dossier, labels: Labels, both: Labels) -> Iterator[Section]:
    """The sections that have something to say, in their order."""
    source = source_line([about.election])
    sources = source_line([about.election] if about.before is None else [about.election, about.before])
    found = (
        seats_section(about, both, source),
        close_section(about, labels, source),
        margins_section(about, labels, source),
        parties_section(about, labels, source),
        change_section(about, both, sources),
        swing_section(about, both, sources),
        turnout_section(about, labels, source),
        ties_section(about, labels),
        control_section(about, labels, source),
        whatif_section(about, labels, source),
        splits_section(about, labels, source),
        elected_section(about, labels),
    )
    yield from (one for one in found if one is not None)


def incomplete_words(about: Dossier, labels: Labels) -> list[str]:
    """What keeps the figures from being those of the whole election; empty where they are."""
    said = [text for one in about.margins.remarks if "not in the store" in (text := one.text(labels))]
    council = about.seats.totals.council
    to_come = council.to_come
    if not said and not to_come and about.election.kind == "all" and council.control is None:
        said.append(f"{council.missing[:1].upper()}{council.missing[1:]}.")
    if to_come:
        said.append(
            f"{counted(to_come, 'seat')} of this election {'has' if to_come == 1 else 'have'} no declared winner here."
        )
    return [for_readers(text) for text in said]


def _header(about: Dossier, labels: Labels, *, drawing: bool, index: str | None) -> Iterator[Html]:
    election = about.election
    if index is not None:
        yield tag("p", tag("a", "All elections of this report", href=index))
    yield tag("h1", page_title(about))
    wards = len(election.wards)
    facts = [counted(wards, "ward"), f"{counted(about.margins.totals[-1].seats, 'seat')} to fill"]
    size = about.seats.totals.council.size
    if election.kind in ("thirds", "halves") and size:
        facts[1] = f"{about.margins.totals[-1].seats} of the council's {size} seats were up"
    elif election.kind in _KINDS:
        facts.append(_KINDS[election.kind])
    if about.before is not None:
        facts.append(f"compared with {long_date(about.before.date)}")
    yield tag("p", f"{'; '.join(facts)}.", class_="lead")
    if said := incomplete_words(about, labels):
        many = any(len(ward.elected) > ward.seats for ward in election.wards)
        what = "These results contradict themselves." if many else "These results are not complete."
        lines = [tag("strong", what), *map(words, said)]
        yield tag("div", *(Html(f"{tag('p', line)}\n") for line in lines), class_="warning")
    if not drawing:
        yield tag("p", NO_CHARTS, class_="notes")


def _brief(section: Section) -> Html:
    return tag("li", tag("a", section.question, href=f"#{section.name}"), " ", section.said[0])


_WHOLE, _PART = 24, 12
"""Lines of a chart that fits in a column of a printed page, and of one part of a longer chart: two fit there."""


def _section(section: Section, *, drawing: bool) -> Html:
    charts = [part for chart in section.charts for part in in_parts(chart, whole=_WHOLE, part=_PART)] if drawing else []
    drawn = [tag("figure", Html(canvas.inline_svg(c, f"{section.name}-{n}"))) for n, c in enumerate(charts, start=1)]
    top = [tag("h2", section.question, id=section.name)]
    top += [tag("p", said, class_="answer" if n == 0 else None) for n, said in enumerate(section.said)]
    parts = [tag("div", joined([*top, *drawn[:1]], "\n"), class_="top"), *drawn[1:]]
    parts += [table_html(table) for table in section.tables]
    if section.notes or section.wide_notes:
        wide = (tag("p", note, class_="w") for note in section.wide_notes)
        parts.append(tag("div", *map(_note, section.notes), *wide, class_="notes"))
    parts.append(tag("p", "These figures: ", *_commands(section.commands), class_="source"))
    return tag("section", Html("\n"), joined(parts, "\n"), Html("\n"), aria_labelledby=section.name)


def _note(note: str) -> Html:
    """A note; one that ends with a list of many wards shows the list to those who open it."""
    what, _, names = note.rpartition(": ")
    if len(note) <= _LONG_NOTE or not what:
        return tag("p", note)
    return tag("details", tag("summary", what), tag("p", names))


_LONG_NOTE = 300
"""Letters of the longest note that is shown whole: seven lines on a telephone."""


def _commands(commands: Sequence[str]) -> Iterator[Html]:
    for n, command in enumerate(commands):
        yield tag("span", ", " if n else "")
        yield tag("code", command)
