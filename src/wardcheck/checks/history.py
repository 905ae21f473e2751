"""History: a ward that kept its code kept its name, and the other way round."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wardcheck.checks.rule import Edit, ElectionRule, Remark, at
from wardcheck.checks.spelling import letters_of, one_place
from wardcheck.model import Election


@ElectionRule.named(
    "gss-keeps-name",
    "warning",
    "A GSS code stands for the ward that it stood for at the election before; spelling and the order of words are "
    "set aside, unless another ward had the name then.",
    Edit("anytown-2022/park.yaml", "gss: E05900003", "gss: E05900005"),
)
def _gss_keeps_name(election: Election, previous: Election | None) -> Iterator[Remark]:
    if previous is None:
        return
    before = {ward.gss: ward for ward in previous.wards if ward.gss is not None}
    slugs = {ward.slug for ward in previous.wards}
    for ward in election.wards:
        then = before.get(ward.gss) if ward.gss is not None else None
        if then is None or letters_of(then.name) == letters_of(ward.name):
            continue
        if ward.slug in slugs or not one_place(then.name, ward.name):
            yield Remark(
                at(ward, "gss"),
                f"expected the name that {ward.gss} had in {previous.slug}, {then.name}, got {ward.name}"
                + (" (which was another ward then)" if ward.slug in slugs else ""),
                ward,
            )


@ElectionRule.named(
    "name-keeps-gss",
    "warning",
    "Where most wards kept their GSS codes since the election before, one of the same name kept its own, or was "
    "redrawn and has a code that is newer than all of them.",
    Edit("anytown-2022/mill.yaml", "gss: E05900002", "gss: E05899999"),
)
def _name_keeps_gss(election: Election, previous: Election | None) -> Iterator[Remark]:
    if previous is None:
        return
    before = {ward.slug: ward.gss for ward in previous.wards if ward.gss is not None}
    codes = set(before.values())
    pairs = [(w, before[w.slug]) for w in election.wards if w.gss is not None and w.slug in before]
    moved = [(w, code) for w, code in pairs if w.gss != code and w.gss not in codes and not _newer(w.gss, codes)]
    # a review that redraws a council gives most wards new codes; a single one is more likely a slip
    if 2 * len(moved) >= len(pairs):
        return
    for ward, code in moved:
        yield Remark(
            at(ward, "gss"),
            f"expected {code} as in {previous.slug}, where most wards kept their codes, got {ward.gss}",
            ward,
        )


def _newer(code: str | None, codes: Collection[str]) -> bool:
    """Whether a code was given after all others of its series: a ward that was redrawn gets the next number."""
    return code is not None and code > max((one for one in codes if one[:3] == code[:3]), default=code)


RULES = (_gss_keeps_name, _name_keeps_gss)
