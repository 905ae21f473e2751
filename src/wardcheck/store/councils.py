"""The register of councils, parsed only when something is asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache

from wardcheck.errors import DataError
from wardcheck.model import Election, Source
from wardcheck.model.council import Council, Ordinary
from wardcheck.store.council_reader import CouncilFile, read_council, read_councils
from wardcheck.store.council_rules import names_of
from wardcheck.store.locate import councils_file
from wardcheck.store.names import slug_of
from wardcheck.store.slugs import council_in_slug

NO_COUNCILS = b"{ordinary_days: [2014-05-22], known_to: 2014, sources: {none: {title: none}}, councils: {}}"
"""A register without councils."""

_SECTION = re.compile(rb"^councils:[^\n]*\n", re.MULTILINE)
_KEY = re.compile(rb"^  ([a-z0-9-]+):[ \r]*$", re.MULTILINE)
_CODE = re.compile(rb"\bcode: ([A-Z0-9]+)")
_PUT_OFF = timedelta(days=70)
"""How long after the day of ordinary elections a poll may be one that was put off: 35 working days at most, by law."""


@lru_cache(maxsize=1)
def bundled_councils() -> Councils:
    """The register that comes with the program; an empty one where it came without."""
    path = councils_file()
    return Councils(NO_COUNCILS if path is None else path.read_bytes(), str(path))


class Councils(Mapping[str, Council]):
    """The councils by slug.

    A council asked for by its slug or its code is read from its own lines; a name, a region or a day of ordinary
    elections takes the whole register. Whatever is asked raises :class:`~wardcheck.errors.DataError` if what it needs
    cannot be read.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._path = path
        self._found: dict[str, Council | None] = {}

    # -- the register as a mapping -------------------------------------------------------------------

    def __getitem__(self, slug: str) -> Council:
        if slug not in self._found:
            self._found[slug] = self._alone(slug) or self._file.councils.get(slug)
        council = self._found[slug]
        if council is None:
            raise KeyError(slug)
        return council

    def __contains__(self, slug: object) -> bool:
        return slug in self._starts or slug in self._file.councils

    def __iter__(self) -> Iterator[str]:
        return iter(self._file.councils)

    def __len__(self) -> int:
        return len(self._file.councils)

    @property
    def sources(self) -> Mapping[str, Source]:
        """What sizes and mayors are taken from, by key."""
        return self._file.sources

    # -- which council is meant ----------------------------------------------------------------------

    def by_code(self, code: str) -> Council | None:
        """The council that has or had a code: none was ever given to a second, and sources print old ones for years."""
        slug = self._slugs_by_code.get(code)
        if slug is None and not self._starts:  # not written in the usual way
            return next((c for c in self._file.councils.values() if code in (held.code for held in c.codes)), None)
        return None if slug is None else self.get(slug)

    def named(self, name: str, day: date | None = None) -> Council | None:
        """The council that a source calls ``name``, in any spelling that gives one slug.

        Where one council took the name of another, ``day`` decides: the one that was elected on it, else the one that
        was there on it. Without a day it is the one of today. ``None`` if there is none, or it cannot be told.
        """
        found = self._by_name.get(slug_of(name), ())
        if len(found) <= 1:
            return found[0] if found else None
        if day is not None:
            elected = [council for council in found if self.ordinary(council, day).answer == "yes"]
            found = elected or [council for council in found if council.existed(day)]
        else:
            found = [council for council in found if council.until is None]
        return found[0] if len(found) == 1 else None

    def find(self, name: str, code: str | None = None, day: date | None = None) -> Council | None:
        """The council of a code, or of a name on a day where there is no code or nobody knows it."""
        return (self.by_code(code) if code else None) or self.named(name, day)

    def of(self, election: Election) -> Council | None:
        """The council of an election: by its code, else by its name, else by its slug."""
        return (
            self.find(election.council, election.council_gss, election.date)
            or self.named(election.organisation or "", election.date)
            or self.named(council_in_slug(election.slug), election.date)
        )

    def same(self, one: Election, other: Election) -> bool:
        """Whether two elections are of one council, whatever code or name each goes by.

        For councils that the register does not have: by code where both have one, else by name.
        """
        councils = (self.of(one), self.of(other))
        if councils[0] is not None and councils[1] is not None:
            return councils[0].slug == councils[1].slug
        codes = (one.council_gss, other.council_gss)
        return codes[0] == codes[1] if None not in codes else one.council.casefold() == other.council.casefold()

    def came_from(self, slug: str) -> tuple[str, ...]:
        """Slugs of the councils whose place a council took."""
        return tuple(council.slug for council in self._file.councils.values() if slug in council.became)

    # -- ordinary elections --------------------------------------------------------------------------

    def ordinary(self, council: str | Council, day: date) -> Ordinary:
        """Whether a council (by its slug) had an ordinary election on ``day``, and for the whole council or a part.

        ``no`` means that a poll of that day is a by-election. ``unknown``: the register does not have the council or
        the year, or the day is so soon after an ordinary election that a poll may be one that was put off.
        """
        found = self.get(council) if isinstance(council, str) else council
        days = self.ordinary_days
        if found is None or not days or not min(days) <= day.year <= max(days):
            return Ordinary("unknown")
        kind = found.elects.get(day.year)
        polled = days.get(day.year)
        if kind is None and (day.year in found.unknown or day.year > self._file.known_to):
            return Ordinary("unknown")
        if kind is None or polled is None or day < polled:
            return Ordinary("no")
        if day == polled:
            return Ordinary("yes", kind)
        return Ordinary("unknown" if day - polled <= _PUT_OFF else "no")

    @cached_property
    def ordinary_days(self) -> Mapping[int, date]:
        """The day of ordinary elections in each year that had one."""
        return {day.year: day for day in self._file.ordinary_days}

    # -- help ----------------------------------------------------------------------------------------

    @cached_property
    def _file(self) -> CouncilFile:
        return read_councils(self._data, self._path)

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[Council]]:
        found: dict[str, list[Council]] = {}
        for council in self._file.councils.values():
            for name in names_of(council):
                found.setdefault(name, []).append(council)
        return found

    @cached_property
    def _starts(self) -> Mapping[str, tuple[int, int]]:
        """Where the lines of each council begin and end, if they are written in the usual way."""
        section = _SECTION.search(self._data)
        if section is None:
            return {}
        keys = list(_KEY.finditer(self._data, section.end()))
        ends = [key.start() for key in keys[1:]] + [len(self._data)]
        return {key[1].decode("ascii"): (key.start(), end) for key, end in zip(keys, ends, strict=True)}

    @cached_property
    def _slugs_by_code(self) -> Mapping[str, str]:
        return {
            code[1].decode("ascii"): slug
            for slug, (start, end) in self._starts.items()
            for code in _CODE.finditer(self._data, start, end)
        }

    def _alone(self, slug: str) -> Council | None:
        """The council read from its own lines, if it has some and they are sound."""
        if slug not in self._starts:
            return None
        start, end = self._starts[slug]
        try:
            return read_council(self._data[start:end], self._path, slug)
        except DataError:
            return None
