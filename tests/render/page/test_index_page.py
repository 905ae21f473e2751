"""The page that lists several elections: it says which of them are there in part."""

from __future__ import annotations

from dataclasses import replace

from analysis.builders import contest, stood, won
from analysis.builders import election as built

from render.page.pages import parsed, words
from wardcheck.analysis.dossier import dossier
from wardcheck.cli.chosen import Chosen
from wardcheck.model import Election, MissingContest
from wardcheck.render.page.index_page import entry, index_page
from wardcheck.store import Store

WARD = contest(1, won("Ada", "lab", 300), stood("Bo", "con", 299), slug="first")
WHOLE = built(WARD, kind="all", seats_total=1)
IN_PART = replace(
    built(WARD, kind="all", seats_total=3, contests=2, missing=(MissingContest("Second", "not declared yet", 2),)),
    council="Elsewhere",
)


def warnings(elections: list[Election], store: Store) -> list[str]:
    entries = [entry(dossier(one), Chosen([one], store).labels) for one in elections]
    root = parsed(index_page(entries, "Council elections"))
    return [words(div) for div in root.iter("div") if div.get("class") == "warning"]


def test_an_election_that_is_there_in_part_is_named_at_the_top(shipped: Store) -> None:
    (said,) = warnings([WHOLE, IN_PART], shipped)
    assert said == (
        "Not all of these results are complete. 1 of 2: Elsewhere. Each page says at its top what is missing."
    )


def test_elections_that_are_whole_have_no_warning(shipped: Store) -> None:
    assert warnings([WHOLE], shipped) == []


def test_a_day_that_all_share_stands_in_the_title_alone(shipped: Store) -> None:
    later = replace(WHOLE, slug="town-2019", date=WHOLE.date.replace(year=2019))
    of_both, of_one = (
        [words(th) for th in root.iter("th") if th.get("scope") == "col"]
        for elections in ([WHOLE, later], [WHOLE, IN_PART])
        for root in [parsed(index_page([entry(dossier(e), Chosen([e], shipped).labels) for e in elections], "Title"))]
    )
    assert of_both == ["Council", "Day", "Control", "Closest ward", "Margin", "Turnout, %"]
    assert of_one == ["Council", "Control", "Closest ward", "Margin", "Turnout, %"]
