"""A page as a browser's parser reads it, and questions that tests ask of it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib

from wardcheck.analysis.dossier import dossier
from wardcheck.cli.chosen import Chosen
from wardcheck.facts.background import Background
from wardcheck.facts.council import council_of
from wardcheck.model import Election
from wardcheck.render.page.election_page import election_page
from wardcheck.store import Store


def page_of(
    election: Election, store: Store, before: Election | None = None, *, known: Background | None = None
) -> str:
    """The page about an election; ``known`` is what the store tells beyond it, in place of the one before."""
    known = known or Background(council_of(election), before)
    both = [election] if known.before is None else [known.before, election]
    about = dossier(election, known)
    return election_page(about, Chosen([election], store).labels, Chosen(both, store).labels)


def parsed(page: str) -> Element:
    """The page, which must be without a mistake."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse(page)
    assert isinstance(root, Element)
    return root


def words(element: Element) -> str:
    """All text within an element, with single blanks."""
    return " ".join("".join(element.itertext()).split())


def section(root: Element, name: str) -> Element:
    """The section of that name."""
    (found,) = (one for one in root.iter("section") if one.get("aria-labelledby") == name)
    return found


def answer(root: Element, name: str) -> str:
    """The sentence with which a section begins."""
    return next(words(p) for p in section(root, name).iter("p"))


def table(root: Element, name: str) -> list[dict[str, str]]:
    """The rows of the first table of a section, by the titles of its columns."""
    found = next(section(root, name).iter("table"))
    heads = [words(th) for th in found.iter("th") if th.get("scope") == "col"]
    rows = [[words(cell) for cell in tr] for tr in found.iter("tr")][1:]
    assert all(len(row) == len(heads) for row in rows)
    return [dict(zip(heads, row, strict=True)) for row in rows]
