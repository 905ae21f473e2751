"""What a person recorded in the files of an election that no published file says, and an import must not lose."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from wardcheck.model import Election, Party, Source, Ward
from wardcheck.store.context import Context
from wardcheck.store.layout import ELECTION_FILE, election_folder
from wardcheck.store.names import slug_of
from wardcheck.store.reading import readable_head, readable_ward


def with_recorded(root: Path, election: Election, parties: Mapping[str, Party]) -> Election:
    """The election with what its files in the store say beyond it.

    Of the election: the size of the council, seats not up, declared totals, the elections before. Of a ward: conflicts
    with sources that are none of the import's. Of both: oddities accepted with a reason, and notes. What is kept keeps
    its sources. A file that cannot be read says nothing.
    """
    folder = election_folder(root, election.slug)
    old = readable_head(election.slug, folder, parties)
    if old is None:
        return election
    context = Context(parties, {**old.sources, **election.sources})
    recorded = {ward.slug: readable_ward(folder / f"{ward.slug}.yaml", context) for ward in election.wards}
    return replace(
        election,
        seats_total=election.seats_total or old.seats_total,
        previous=election.previous or old.previous,
        previous_cycle=election.previous_cycle or old.previous_cycle,
        continuing=old.continuing if election.continuing is None else election.continuing,
        declared=election.declared or old.declared,
        accepted=election.accepted or old.accepted,
        notes=election.notes or old.notes,
        kind=election.kind or old.kind,
        sources=_sources(election, old, [ward for ward in recorded.values() if ward is not None]),
        wards=tuple(_with_words(ward, recorded[ward.slug], election.sources) for ward in election.wards),
    )


def _sources(election: Election, old: Election, wards: Sequence[Ward]) -> dict[str, Source]:
    """The sources of an import, with those of what is kept, in the order that they have in the file.

    Which source tells the size of the council is not said in the file: it is one that nothing else there refers to.
    """
    kept = {total.source for total in old.declared} | {c.source for ward in wards for c in ward.conflicts}
    if old.seats_total is not None and election.seats_total is None:
        used = {key for ward in wards for key in (*ward.sources, *(c.source for c in ward.conflicts))}
        kept |= old.sources.keys() - used
    sources = {**{key: old.sources[key] for key in old.sources if key in kept}, **election.sources}
    first = [key for key in old.sources if key in sources]
    return {key: sources[key] for key in (*first, *(key for key in sources if key not in first))}


def _with_words(ward: Ward, old: Ward | None, sources: Collection[str]) -> Ward:
    """The ward with what a person wrote of it; ``sources`` are those of the import, which tells its own conflicts."""
    if old is None:
        return ward
    standing = {None, *(c.name for c in ward.candidates)}
    conflicts = [c for c in old.conflicts if c.source not in sources and c.candidate in standing]
    return replace(
        ward,
        accepted=ward.accepted or old.accepted,
        notes=ward.notes or old.notes,
        conflicts=(*ward.conflicts, *conflicts),
    )


def recorded_wards(
    root: Path, election: Election, lost: Sequence[Ward], parties: Mapping[str, Party]
) -> dict[str, str]:
    """The wards of ``lost`` that have a file of another import: slug of the name -> slug of the file.

    A file is named after the ballot id where an import knew one, and another import may not: the ward is found by that,
    by the name that the file says, or by its GSS code.
    """
    if not lost:
        return {}
    folder = election_folder(root, election.slug)
    taken = {ward.slug for ward in election.wards}
    said: dict[str, str] = {}
    for slug, ward in _recorded(folder, election, parties):
        if slug not in taken:
            said |= dict.fromkeys([slug, *([slug_of(ward.name), ward.gss or slug] if ward is not None else [])], slug)
    found = {}
    for ward in lost:
        name = slug_of(ward.name)
        keys = [key for key in (ward.slug, name, ward.gss) if key in said]
        if keys:
            found[name] = said[keys[0]]
    return found


def _recorded(folder: Path, election: Election, parties: Mapping[str, Party]) -> Iterator[tuple[str, Ward | None]]:
    """The slug and the ward of each file of a folder; nothing for one that cannot be read."""
    old = readable_head(election.slug, folder, parties)
    context = Context(parties, old.sources if old is not None else election.sources)
    for path in sorted(folder.glob("[!.]*.yaml")):
        if path.name != ELECTION_FILE:
            yield path.stem, readable_ward(path, context)
