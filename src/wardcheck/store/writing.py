"""Putting wards into the store without losing what a person corrected there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from wardcheck.model import Election
from wardcheck.store.atomic import write_whole
from wardcheck.store.election_writer import election_text
from wardcheck.store.ward_writer import ward_text


@dataclass(slots=True)
class Written:
    """What became of the files of one election, by path."""

    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    refused: list[Path] = field(default_factory=list)
    """Files that say something else and were left as they are."""


def write_election(root: Path, election: Election, *, overwrite: bool = False, dry_run: bool = False) -> Written:
    """Write ``election.yaml`` and a file for each ward, each file whole or not at all.

    A file that is there already and differs is refused unless ``overwrite``: it may be a correction.
    """
    folder = root / election.slug
    result = Written()
    texts = {"election.yaml": election_text(election)}
    texts.update({f"{ward.slug}.yaml": ward_text(ward) for ward in election.wards})
    for name, text in texts.items():
        path = folder / name
        if _says(path, text.encode("utf-8")):
            result.unchanged.append(path)
        elif path.exists() and not overwrite:
            result.refused.append(path)
        else:
            result.written.append(path)
            if not dry_run:
                write_whole(path, text)
    return result


def _says(path: Path, data: bytes) -> bool:
    """Whether a file is there and has these bytes; one of another size is not read."""
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
