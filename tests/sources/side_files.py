"""Files that an import takes beside the results, sound and damaged."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from wardcheck.cli.main import run
from wardcheck.store import open_store

REGISTER = (
    'con: {name: Conservative, short: Con, colour: "#0087DC", aliases: {leap: [C], democracy-club: [Conservative]}}\n'
    'lab: {name: Labour, short: Lab, colour: "#E4003B", aliases: {leap: [Lab], democracy-club: [Labour]}}\n'
)
RESULTS = (
    "Town,E07000001,Hale,,Ann Ash,C,90,1\n"
    "Town,E07000001,Hale,,Bob Birch,Lab,90,0\n"
    "Town,E07000001,Hendon,E05000002,Cy Cedar,Lab,70,1\n"
    "Town,E07000001,Hendon,E05000002,Di Dogwood,C,60,0\n"
)
SIDES = {
    "--ballots": "ballot_id,gss_code\nlocal.town.hale.2018-05-03,E05000001\nlocal.town.hendon.2018-05-03,E05000002\n",
    "--codes": "LACD,LANM,WDCD,WDNM\nE07000001,Town,E05000001,Hale\nE07000001,Town,E05000002,Hendon\n",
    "--papers": (
        "ward_gss,ward,council,electorate,ballots_returned\nE05000001,Hale,Town,900,190\n,Hendon,Town,800,150\n"
    ),
    "--ties": (
        "council,ward,date,candidate,votes,elected,method,source\n"
        "Town,Hale,2018-05-03,Ann Ash,90,1,lot,https://example.org/tie\n"
        "Town,Hale,2018-05-03,Bob Birch,90,0,lot,https://example.org/tie\n"
    ),
    "--with": (
        "ballot_paper_id,party_id,party_name,person_name,ballots_cast,is_winner\n"
        "local.town.hale.2018-05-03,PP52,Conservative,Ann Ash,90,True\n"
        "local.town.hale.2018-05-03,PP53,Labour,Bob Birch,90,False\n"
        "local.town.hendon.2018-05-03,PP53,Labour,Cy Cedar,70,True\n"
    ),
}
PIECES = st.sampled_from(
    [
        *(",", "\n", '"', ";", "/", "..", "by", "election", "", "\x00", "\x1b[31m", "NULL", "-1", "1.5", "9" * 12),
        *("&#10;", "&nbsp;", "\u200b", "\u202e", "²", "١", "…", "x" * 250, "2018-05-03", "'", "{", "- ", "0"),
    ]
)


@st.composite
def damaged(draw: st.DrawFn, side: str) -> bytes:
    """The sound file with some stretches replaced by something nasty, or a line of it doubled."""
    text = SIDES[side]
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            start = draw(st.integers(0, len(text)))
            end = draw(st.integers(start, min(len(text), start + 14)))
            text = text[:start] + draw(PIECES) + text[end:]
        else:
            lines = text.splitlines(keepends=True) or [""]
            text += draw(st.sampled_from(lines))
    return text.encode("utf-8", "surrogatepass")


def imported_beside(side: str, data: bytes) -> None:
    """Import with a side file; whatever it is, there is no traceback, and the store is read and nothing beside it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "store"
        store.mkdir()
        (store / "parties.yaml").write_text(REGISTER, encoding="utf-8")
        (folder / "results.csv").write_text(RESULTS, encoding="utf-8")
        (folder / "side.csv").write_bytes(data)
        given = f"{folder}/side.csv"
        words = ["import", "leap", f"{folder}/results.csv", "--date", "2018-05-03", "--store", str(store)]
        code = run([*words, side, f"democracy-club={given}" if side == "--with" else given])
        assert code in (0, 1, 2)
        found = open_store(store).elections()
        assert all(len(ward.candidates) == 2 for election in found for ward in election.wards)
        expected = {f"{store}/parties.yaml", *(e.path for e in found)}
        expected |= {ward.path for e in found for ward in e.wards}
        assert {str(path) for path in store.rglob("*") if path.is_file()} == expected
        assert {path.name for path in folder.iterdir()} == {"store", "results.csv", "side.csv"}
