"""A sheet -> a web page with a real table, for an article to take the ``table`` of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wardcheck.render.colours import ink_on
from wardcheck.render.markup import Html, document, joined, tag, words
from wardcheck.render.page.style import STYLE
from wardcheck.render.sheet import Bar, Cell, Column, Sheet, Span, text_of

_STYLE = f"""{STYLE}
body {{ max-width: 75rem; }}
caption {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
.scroll {{ overflow-x: auto; }}
.chip {{ padding: 0 .35em; font-weight: 600; print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
.bar {{ display: block; height: .8em; min-width: 1px; background: #595959; margin-top: .35em; }}
.bars {{ min-width: 6rem; }}
.most {{ display: block; background: repeating-linear-gradient(90deg, #b0b0b0 0 2px, #fff 2px 4px); }}
.cut td {{ border-top: 2px solid #1a1a1a; text-align: right; font-weight: 600; }}
.first td, .first th {{ border-top: 2px solid #595959; }}
pre {{ overflow-x: auto; line-height: 1.2; font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }}
"""


def html(sheet: Sheet) -> str:
    """The whole sheet: its title as a heading and as the caption, every column with something in it, and all notes."""
    body = [tag("h1", sheet.title)]
    if sheet.picture:
        lines = (joined([_span(span, ink=True) for span in line]) for line in sheet.picture)
        body.append(tag("pre", joined(list(lines), "\n"), tabindex="0", role="group", aria_label=sheet.title))
    if sheet.rows:
        body.append(tag("div", _table(sheet), class_="scroll", tabindex="0", role="region", aria_label=sheet.title))
    notes = [note if isinstance(note, str) else note.text for note in sheet.notes]
    if notes:
        body.append(tag("div", *(Html(f"{tag('p', note)}\n") for note in notes), class_="notes"))
    main = tag("main", *(Html(f"{part}\n") for part in body))
    return document(sheet.title, _STYLE, Html("\n"), main, Html("\n"))


def _table(sheet: Sheet) -> Html:
    rows = sheet.rows
    kept = [n for n in range(len(sheet.columns)) if any(_has_something(row[n]) for row in rows)]
    columns = [sheet.columns[n] for n in kept]
    head = next((n for n in kept if sheet.columns[n].title.strip()), None)
    both_ways = {n for n in kept if sheet.both_ways(n)}
    body: list[Html] = []
    for nth, row in enumerate(rows):
        if sheet.cut_after is not None and nth == sheet.cut_after:
            body.append(tag("tr", tag("td", sheet.cut_words, colspan=str(len(kept))), class_="cut"))
        cells = (_cell(row[n], sheet.columns[n], scope=n == head, both_ways=n in both_ways) for n in kept)
        body.append(tag("tr", *cells, class_="first" if nth in sheet.gaps else None))
    return tag(
        "table",
        tag("caption", sheet.title),
        Html("\n"),
        tag("thead", tag("tr", *_heads(columns))),
        Html("\n"),
        tag("tbody", Html("\n"), joined(body, "\n"), Html("\n")),
    )


def _has_something(cell: Cell) -> bool:
    return isinstance(cell, Bar) or bool(text_of(cell).strip())


def _heads(columns: Sequence[Column]) -> Iterable[Html]:
    """A head for each column; over bars and marks, whose columns have no title, an empty cell that is none."""
    for column in columns:
        number = "n" if column.align == "right" else None
        title = column.title.strip()
        yield tag("th", title, scope="col", class_=number) if title else tag("td")


def _cell(cell: Cell, column: Column, *, scope: bool, both_ways: bool) -> Html:
    number = "n" if column.align == "right" else None
    if isinstance(cell, Bar):
        return tag("td", _bar(cell, both_ways=both_ways), class_="bars")
    spans = (cell,) if isinstance(cell, Span) else cell
    inner = joined([_span(span) for span in spans])
    if scope and text_of(cell).strip():
        return tag("th", inner, scope="row", class_=number)
    return tag("td", inner, class_=number)


def _bar(bar: Bar, *, both_ways: bool) -> Html:
    if bar.words:
        return tag("strong", bar.words)
    colour = f";background:{bar.colour}" if bar.colour else ""
    if both_ways:
        half = 50 * min(abs(bar.share), 1)
        place = f"margin-left:{50 - half * (bar.share < 0):.1f}%;width:{half:.1f}%{colour}"
        return tag("span", class_="bar", style=place, aria_hidden="true")
    solid = tag("span", class_="bar", style=f"width:{100 * min(bar.share, 1):.1f}%{colour}", aria_hidden="true")
    if bar.most <= bar.share:
        return solid
    least = bar.share / bar.most
    inner = tag("span", class_="bar", style=f"width:{100 * least:.1f}%{colour}", aria_hidden="true")
    return tag("span", inner, class_="most", style=f"width:{100 * min(bar.most, 1):.1f}%")


def _span(span: Span, *, ink: bool = False) -> Html:
    """A piece of text; its ink is kept for marks alone, for not every party's colour can be read on white."""
    if span.chip is not None:
        style = f"color:{ink_on(span.chip)};background-color:{span.chip}"
        return tag("span", span.text.strip(), class_="chip", style=style)
    if span.strong:
        return tag("strong", span.text)
    if ink and span.ink:
        return tag("span", span.text, style=f"color:{span.ink}")
    return tag("span", span.text) if span.faint else words(span.text)
