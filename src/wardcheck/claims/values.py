"""The mappings of a claims file, read key by key as the table of its form has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.form import EVERY, Key
from wardcheck.claims.names import Names
from wardcheck.claims.statements import Chosen
from wardcheck.store.one_value import MAX_COUNT

Said = Mapping[str, Any]
"""What a mapping says, by key: the values of those keys that it has and that could be read."""


def read(fields: ClaimFields, form: Mapping[str, Key], names: Names) -> dict[str, Any]:
    """What a mapping says of the keys of a form; the problems of the others are noted.

    Elections that are taken together are one value, under ``elections``.
    """
    values = {key: _value(fields, key, of, names) for key, of in form.items()}
    said = {key: value for key, value in values.items() if value is not None}
    chosen = said.pop("elections", ()), said.pop("council-gss", None), said.pop("count", None)
    return {**said, "elections": Chosen(*chosen)} if any(chosen) else said


def over(own: Said, wider: Said) -> dict[str, Any]:
    """What is said, with what it leaves open taken from a wider scope."""
    both = {**wider, **own}
    if "elections" in own and "elections" in wider:
        both["elections"] = own["elections"].over(wider["elections"])
    return both


def _value(fields: ClaimFields, key: str, of: Key, names: Names) -> Any:
    match of.holds:
        case "text" | "lines":
            return fields.text(key, required=of.required, kind=of.kind, several_lines=of.holds == "lines")
        case "slug":
            return fields.slug(key, required=of.required)
        case "choice":
            return fields.choice(key, of.choices, required=of.required)
        case "when":
            return fields.when(key)
        case "count":
            return fields.count(key, least=1, most=of.most or MAX_COUNT)
        case "place":
            return fields.count_or_every(key, EVERY, most=of.most or MAX_COUNT)
        case "texts":
            return fields.text_or_texts(key)
        case "true":
            fields.allow(key)
            return (key in fields and fields.said(key)) or None
        case "elections":
            patterns = fields.text_or_texts(key)
            for pattern in patterns or ():
                _noted(fields, key, names.pattern(pattern))
            return patterns
        case "election" | "party" | "column":
            kind = "a covariate" if of.holds == "column" else "a party"
            written = fields.slug(key) if of.holds == "election" else fields.text(key, kind=kind)
            return None if written is None else _noted(fields, key, names.known(of.holds, written))
    raise AssertionError(of.holds)  # statements are read by what they are


def _noted(fields: ClaimFields, key: str, found: tuple[str | None, str]) -> str | None:
    """A name that the store knows; or else its problem, noted."""
    name, why = found
    if why:
        fields.note(key, why)
    return name
