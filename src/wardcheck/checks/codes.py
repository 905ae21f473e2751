"""Codes: those of the Office for National Statistics, and the ids of ballots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardcheck.checks.rule import Edit, ElectionRule, Remark, WardRule, at
from wardcheck.model import Election, Ward

_WARD_GSS = re.compile(r"[EW]05[0-9]{6}")
_DIVISION_GSS = re.compile(r"E58[0-9]{6}")
_COUNCIL_GSS = re.compile(r"(?:E(?:0[6-9]|10)|W06)[0-9]{6}")
_COUNTY = "E10"
_WALES = "W"
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_BALLOT = re.compile(rf"local\.({_SLUG})\.({_SLUG})(\.by)?\.([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})")


@WardRule.named(
    "ward-gss-form",
    "error",
    "The GSS code of a ward is E05 and six digits, in Wales W05; that of a division, E58 and six digits, where the "
    "council is a county or its code is not given.",
    Edit("anytown-2022/park.yaml", "gss: E05900003", "gss: E0590003"),
)
def _ward_gss_form(election: Election, ward: Ward) -> Iterator[Remark]:
    code, council = ward.gss, election.council_gss
    if code is None:
        return
    wales = (council or code).startswith(_WALES)
    county = council is None or council.startswith(_COUNTY)
    here = _WARD_GSS.fullmatch(code) and code.startswith(_WALES) == wales
    if not here and not (county and _DIVISION_GSS.fullmatch(code)):
        expected = "W05" if wales else "E58 (or E05)" if council is not None and county else "E05"
        yield Remark(at(ward, "gss"), f"expected {expected} and six digits, got {code}")


@ElectionRule.named(
    "council-gss-form",
    "error",
    "The GSS code of a council is E06 (unitary), E07 (district), E08 (metropolitan borough), E09 (London borough), "
    "E10 (county) or W06 (Wales) and six digits.",
    Edit("anytown-2022/election.yaml", "council_gss: E07900001", "council_gss: E05900001"),
)
def _council_gss_form(election: Election, _: Election | None) -> Iterator[Remark]:
    code = election.council_gss
    if code is not None and not _COUNCIL_GSS.fullmatch(code):
        yield Remark(at(election, "council_gss"), f"expected E06 to E10, or W06, and six digits, got {code}")


@ElectionRule.named(
    "gss-once",
    "error",
    "No two wards of an election have the same GSS code.",
    Edit("anytown-2018/harbour.yaml", "gss: E05900005", "gss: E05900004"),
)
def _gss_once(election: Election, _: Election | None) -> Iterator[Remark]:
    seen: dict[str, Ward] = {}
    for ward in election.wards:
        if ward.gss is None:
            continue
        first = seen.setdefault(ward.gss, ward)
        if first is not ward:
            yield Remark(at(ward, "gss"), f"expected a code of its own, got {ward.gss} of {first.slug}", ward)


@WardRule.named(
    "ballot-id",
    "error",
    "A ballot id is local.<organisation>.<ward>.<date>, with .by before the date at a by-election, and agrees "
    "with election.yaml, the name of the file and the day of the poll.",
    Edit("anytown-2022/mill.yaml", "local.anytown.mill.2022-05-05", "local.anytown.mills.2022-05-05"),
)
def _ballot_id(election: Election, ward: Ward) -> Iterator[Remark]:
    if ward.ballot is None:
        return
    parts = _BALLOT.fullmatch(ward.ballot)
    line = at(ward, "ballot")
    if parts is None:
        yield Remark(line, f"expected local.<council>.<ward>.<date>, or .by.<date>, got {ward.ballot}")
        return
    organisation, slug, by, day = parts.groups()
    if election.organisation is None and not election.slug.startswith(f"{organisation}-"):
        yield Remark(line, f"expected what {election.slug} begins with, got {organisation} in {ward.ballot}")
    elif election.organisation not in (None, organisation):
        yield Remark(line, f"expected {election.organisation} as in election.yaml, got {organisation} in {ward.ballot}")
    if slug != ward.slug:
        yield Remark(line, f"expected {ward.slug} as the file is named, got {slug} in {ward.ballot}")
    # a poll put off, for which a ward has a date of its own, may keep the id that it was announced under
    days = [str(date) for date in (ward.date, election.date) if date is not None]
    if day not in days:
        yield Remark(line, f"expected the day of the poll, {days[0]}, got {day} in {ward.ballot}")
    if election.kind is not None and (by is not None) != (election.kind == "by-election"):
        expected = "local.<council>.<ward>.by.<date>" if by is None else "no .by"
        yield Remark(line, f"expected {expected} for kind: {election.kind}, got {ward.ballot}")


RULES = (_ward_gss_form, _council_gss_form, _gss_once, _ballot_id)
