"""What a person recorded in the files of an election that no published file says, and an import must not lose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from wardcheck.errors import DataError
from wardcheck.model import Election, Party, Ward
from wardcheck.store.context import Context
from wardcheck.store.election_reader import read_election
from wardcheck.store.files import content
from wardcheck.store.layout import ELECTION_FILE, election_folder
from wardcheck.store.tree import MAX_BYTES
from wardcheck.store.ward_reader import read_ward


def with_recorded(root: Path, election: Election, parties: Mapping[str, Party]) -> Election:
    """The election with what its files in the store say beyond it.

    Of the election: the size of the council, seats not up, declared totals with their sources, notes, the election
    before. Of a ward: oddities accepted with a reason, and notes. A file that cannot be
    read says nothing.
    """
    folder = election_folder(root, election.slug)
    try:
        old = read_election(content(folder / ELECTION_FILE, MAX_BYTES), "", election.slug, parties)
    except DataError:
        return election
    sources = dict(election.sources)
    for total in old.declared:
        sources.setdefault(total.source, old.sources[total.source])
    kept = replace(
        election,
        seats_total=election.seats_total or old.seats_total,
        previous=election.previous or old.previous,
        continuing=old.continuing if election.continuing is None else election.continuing,
        declared=election.declared or old.declared,
        notes=election.notes or old.notes,
        kind=election.kind or old.kind,
        sources=sources,
    )
    context = Context(parties, {**old.sources, **sources})
    return replace(kept, wards=tuple(_ward(folder, ward, context) for ward in election.wards))


def _ward(folder: Path, ward: Ward, context: Context) -> Ward:
    try:
        old = read_ward(content(folder / f"{ward.slug}.yaml", MAX_BYTES), "", ward.slug, context)
    except DataError:
        return ward
    return replace(ward, accepted=ward.accepted or old.accepted, notes=ward.notes or old.notes)
