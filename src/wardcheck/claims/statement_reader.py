"""The statement of a claim: of a figure, of wards, several statements, or what no figure can tell."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.figure_reader import FigureReader
from wardcheck.claims.form import BESIDE, EVERY, FORMS, READINGS
from wardcheck.claims.names import Names
from wardcheck.claims.relation_reader import read_relation
from wardcheck.claims.statements import Reading, Several, Statement, Tally, Unknowable
from wardcheck.claims.values import Scope
from wardcheck.claims.words import WORDS
from wardcheck.store.words import cut


class StatementReader(NamedTuple):
    """Reads the statements of one claim; ``scope`` is what the claim says for all of them."""

    names: Names
    scope: Scope

    def readings(self, fields: ClaimFields) -> list[Reading]:
        """The readings of a claim: those that have a name, or the one that has none, and then those beside it."""
        if READINGS in fields:
            named, count = self._named(fields, READINGS)
            if count == 1:
                fields.note(READINGS, "expected two readings or more, got one; write its statement without readings")
            for form in FORMS:
                if form in fields:
                    fields.note(form, f"expected {READINGS} alone, or one statement, got both")
        else:
            fields.allow(READINGS)
            statement = self.statement(fields)
            named = [Reading("", statement)] if statement is not None else []
        found = self._named(fields, BESIDE)[0] if BESIDE in fields else []
        beside = [replace(one, beside=True) for one in found]
        fields.allow(BESIDE)
        for one in beside:
            if one.name in {other.name for other in named}:
                fields.note(BESIDE, f'expected a name of its own, got "{cut(one.name)}" again')
        return [*named, *beside] if named else []

    def _named(self, fields: ClaimFields, key: str) -> tuple[list[Reading], int]:
        """Those that can be read, and how many there are."""
        found: dict[str, Reading] = {}
        parts = fields.each_below(key)
        for part in parts:
            name = part.text("as", required=True, kind="a name for the reading")
            statement = self.statement(part)
            part.done()
            if name in found:
                part.note("as", f'expected a name of its own, got "{cut(name or "")}" again')
            elif name is not None and statement is not None:
                found[name] = Reading(name, statement)
        return list(found.values()), len(parts)

    def statement(self, fields: ClaimFields) -> Statement | None:
        """The statement that a mapping has among its keys; ``None`` where a problem was noted."""
        forms = [form for form in FORMS if form in fields]
        if len(forms) != 1:
            got = f"got {' and '.join(forms)}" if forms else "got none of them"
            fields.note(forms[1] if forms else "figure", f"expected one of {', '.join(FORMS)}; {got}")
        parts: Statement | None = None
        for form in forms:
            match form:
                case "figure":
                    parts = FigureReader(self.names, self.scope).compare(fields)
                case "relation":
                    parts = read_relation(fields, self.names, self.scope)
                case "voters" | "missing":
                    words = fields.text(form, kind=FORMS[form].kind)
                    parts = Unknowable(form, words) if words is not None else None
                case "number-of-wards":
                    parts = self._tally(fields, form)
                case _:
                    parts = self._several(fields, form)
        if not forms:
            fields.allow(*FORMS, *WORDS)  # known to ``done``, so that a misspelt one gets the nearest name
        return parts if len(forms) == 1 else None

    def _several(self, fields: ClaimFields, form: str) -> Several | None:
        parts = []
        for part in fields.each_below(form):
            parts.append(self.statement(part))
            part.done()
        known = tuple(part for part in parts if part is not None)
        return Several("all" if form == "all-of" else "any", known) if len(known) == len(parts) and known else None

    def _tally(self, fields: ClaimFields, form: str) -> Tally | None:
        """A word of numbers said of how many wards a statement is true in."""
        below = fields.mapping(form, required=True)
        reader = FigureReader(self.names, self.scope._replace(said={**self.scope.said, "ward": EVERY}))
        each = reader.compare(below) if below is not None else None
        if below is not None:
            below.done()
        words = [name for name in WORDS if "wards" in WORDS[name].kinds and name in fields]
        if len(words) != 1:
            fields.note(form, f"expected one word of numbers said of it, got {' and '.join(words) or 'none of them'}")
        fields.allow(*WORDS)
        said = [reader.said(fields, name, of_wards=True) for name in words]
        if each is not None and (not each.figure.of_every or each.said.among is not None):
            fields.note(form, "expected a figure of every ward, and no rank")
            return None
        return None if each is None or len(said) != 1 or said[0] is None else Tally(each, said[0])
