"""Putting an election into the store: all of it or nothing, and without losing what a person corrected there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from wardcheck.errors import WardcheckError
from wardcheck.model import Election
from wardcheck.store.atomic import clear_temporary, write_together
from wardcheck.store.election_writer import election_text
from wardcheck.store.layout import ELECTION_FILE, PACK, election_folder
from wardcheck.store.lock import locked
from wardcheck.store.standing import refuse_beside, with_sources_of
from wardcheck.store.store import Store
from wardcheck.store.unfinished import MARKER, listed
from wardcheck.store.ward_writer import ward_text


@dataclass(slots=True)
class Written:
    """What became of the files of one election, by path."""

    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    refused: list[Path] = field(default_factory=list)
    """Files that say something else and were left as they are."""
    left_over: list[Path] = field(default_factory=list)
    """Files of wards that the election does not have: removed with ``overwrite``, else left as they are."""


def write_election(
    root: Path,
    election: Election,
    *,
    overwrite: bool = False,
    dry_run: bool = False,
    keep: frozenset[str] = frozenset(),
    waiting: Callable[[], object] = lambda: None,
) -> Written:
    """Write a file for each ward and, last, ``election.yaml``.

    A kill at any moment leaves the old election, the new one, or a folder that the store refuses by name.
    A file that is there already and differs in more than the ends of its lines is refused unless ``overwrite``: it may
    be a correction. One that an import stopped half-way was about to replace is none. Where ``election.yaml`` is
    refused nothing is written, for the wards would stand under sources and contests of another import. Those that stay
    as they are keep their sources. ``keep`` are slugs of wards whose files are not left over although the election does
    not have them. ``waiting`` is called where another program is writing into the store, which is then waited for.

    Raises:
        DataError: the store would refuse a ward that stays beside what is to be written.
        WardcheckError: it cannot be written.
    """
    if (root / PACK).exists():
        raise WardcheckError(f"{root}: expected ward files, got the program's own store; name one with --store")
    folder = election_folder(root, election.slug)
    with locked(root, waiting):
        result = Written()
        texts = {f"{ward.slug}.yaml": ward_text(ward) for ward in election.wards}
        begun = listed(folder)
        for name, text in texts.items():
            _sort(folder / name, text, result, overwrite=overwrite or name in begun)
        others = [path for path in sorted(folder.glob("[!.]*.yaml")) if path.name not in {*texts, ELECTION_FILE}]
        kept = {f"{slug}.yaml" for slug in keep}
        result.left_over = [path for path in others if path.name not in kept]
        gone = {path.name for path in result.left_over if overwrite}
        staying = [*result.refused, *(path for path in others if path.name not in gone)]
        if staying:
            parties = Store(root).parties
            election = with_sources_of(staying, folder, election, parties)
        texts[ELECTION_FILE] = election_text(election)
        path = folder / ELECTION_FILE
        _sort(path, texts[ELECTION_FILE], result, overwrite=overwrite or ELECTION_FILE in begun)
        if path in result.refused:
            result.written.clear()
            return result
        if staying and (result.written or gone):
            refuse_beside(staying, election, parties)
        if not dry_run:
            _write(folder, texts, result, gone)
    return result


def _sort(path: Path, text: str, result: Written, *, overwrite: bool) -> None:
    if _says(path, text):
        result.unchanged.append(path)
    elif path.exists() and not overwrite:
        result.refused.append(path)
    else:
        result.written.append(path)


def _write(folder: Path, texts: dict[str, str], result: Written, gone: set[str]) -> None:
    if folder.is_dir():
        clear_temporary(folder)
    wanted = {path.name for path in result.written}
    if wanted or gone or (folder / MARKER).exists():
        files = {name: text for name, text in texts.items() if name in wanted}
        write_together(folder, files, remove=sorted(gone))


def _says(path: Path, text: str) -> bool:
    """Whether a file says this already; ends of lines are no difference. One of quite another size is not read."""
    data = text.encode("utf-8")
    if not path.is_file() or not len(data) <= path.stat().st_size <= len(data) + data.count(b"\n"):
        return False
    return path.read_bytes().replace(b"\r\n", b"\n") == data
