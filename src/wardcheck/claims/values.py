"""The mappings of a claims file, read key by key as the table of its form has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.form import EVERY, SCOPE, Key
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


class Scope(NamedTuple):
    """What a claim says for all its figures, and of which mapping, so that a slip in it is told once and there."""

    said: Said
    fields: ClaimFields | None = None
    """The mapping under ``scope``, if there is one."""
    slip: bool = False
    """Whether something of it could not be read, so that what is missing may be just that."""

    def note(self, own: ClaimFields, key: str, why: str) -> None:
        """Note a problem of a key, with the line of the mapping that has it."""
        if key not in own and self.fields is not None and key in self.fields:
            self.fields.note_once(key, why)
        else:
            own.note(key, why)


def read_scope(fields: ClaimFields, names: Names) -> Scope:
    """The scope of a claim."""
    below = fields.mapping("scope")
    said = read(below, SCOPE, names) if below is not None else {}
    if below is not None:
        below.done()
    return Scope(said, below, "scope" in fields and slipped(below, said))


def slipped(fields: ClaimFields | None, said: Said) -> bool:
    """Whether a mapping has something that was not read: all is told where it stands."""
    return fields is None or not {*fields.keys()} <= {*said, *_TOGETHER}


_TOGETHER = ("metric", "measure", "elections", "council-gss", "count")


def over(own: Said, wider: Said) -> dict[str, Any]:
    """What is said, with what it leaves open taken from a wider scope."""
    both = {**wider, **own}
    if "elections" in own and "elections" in wider:
        both["elections"] = own["elections"].over(wider["elections"])
    return both


def _value(fields: ClaimFields, key: str, of: Key, names: Names) -> Any:
    match of.holds:
        case "text" | "lines" | "ward":
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
            return (key in fields and fields.answer(key, "true")) or None
        case "elections":
            found = [_noted(fields, key, names.pattern(written)) for written in fields.text_or_texts(key) or ()]
            return tuple(pattern for pattern in found if pattern is not None)
        case "election" | "before" | "party" | "column":
            kind = {"column": "a covariate", "party": "a party"}.get(of.holds, "an election")
            written = fields.text(key, kind=kind)
            return None if written is None else _noted(fields, key, names.known(of.holds, written))
    raise AssertionError(of.holds)  # statements are read by what they are


def _noted(fields: ClaimFields, key: str, found: tuple[str | None, str]) -> str | None:
    """A name that the store knows; or else its problem, noted."""
    name, why = found
    if why:
        fields.note(key, why)
    return name
