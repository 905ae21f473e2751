"""The statement of a claim: a figure and a word said of it, several statements, or what no figure can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Literal, NamedTuple

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.metrics import FAMILIES, METRICS, Family, Metric
from wardcheck.claims.names import Names
from wardcheck.claims.relation_reader import read_relation
from wardcheck.claims.scope import FIELD_OF, Scope, note_unknown_places, read_chosen, read_keys
from wardcheck.claims.statements import (
    EVERY,
    Among,
    Chosen,
    Compare,
    Figure,
    Reading,
    Several,
    Statement,
    Tally,
    Unknowable,
)
from wardcheck.claims.words import RATIO_WORDS, WORDS, Word
from wardcheck.model import INDEPENDENT
from wardcheck.store.words import cut

FORMS = ("figure", "number-of-wards", "all-of", "any-of", "relation", "voters", "missing")
"""What a statement can be; it is one of them."""

_UNKNOWABLE = {"voters": "what voters are said to have done", "missing": "what no declared result has"}

READINGS = "readings"
"""In place of a statement: several, each a meaning that the words allow."""

BESIDE = "beside"
"""Next to a statement: weaker or stronger ones, which are shown and do not count."""

_KINDS: tuple[Literal["wards", "parties", "councils"], ...] = ("wards", "parties", "councils")
_ORDERS: tuple[Literal["most", "least"], ...] = ("most", "least")

RATIO = ("is", *(name for name in RATIO_WORDS if name != "is"))


class StatementReader(NamedTuple):
    """Reads the statements of one claim; ``scope`` and ``measures`` are what the claim says for all of them."""

    names: Names
    scope: Scope
    measures: Mapping[Family, str]

    def readings(self, fields: ClaimFields) -> list[Reading]:
        """The readings of a claim: those that have a name, or the one that has none, and then those beside it."""
        if READINGS in fields:
            named = self._named(fields, READINGS)
            if len(fields.each_below(READINGS)) == 1:
                fields.note(READINGS, "expected two readings or more, got one; write its statement without readings")
            for form in FORMS:
                if form in fields:
                    fields.note(form, f"expected {READINGS} alone, or one statement, got both")
        else:
            fields.allow(READINGS)
            statement = self.statement(fields)
            named = [Reading("", statement)] if statement is not None else []
        beside = [replace(one, beside=True) for one in self._named(fields, BESIDE)] if BESIDE in fields else []
        fields.allow(BESIDE)
        for one in beside:
            if one.name in {other.name for other in named}:
                fields.note(BESIDE, f'expected a name of its own, got "{cut(one.name)}" again')
        return [*named, *beside] if named else []

    def _named(self, fields: ClaimFields, key: str) -> list[Reading]:
        found: dict[str, Reading] = {}
        for part in fields.each_below(key):
            name = part.text("as", required=True, kind="a name for the reading")
            statement = self.statement(part)
            part.done()
            if name in found:
                part.note("as", f'expected a name of its own, got "{cut(name or "")}" again')
            elif name is not None and statement is not None:
                found[name] = Reading(name, statement)
        return list(found.values())

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
                    parts = self._compare(fields)
                case "relation":
                    parts = read_relation(fields, self.names, self.scope)
                case "voters" | "missing":
                    words = fields.text(form, kind=_UNKNOWABLE[form])
                    parts = Unknowable(form, words) if words is not None else None
                case "number-of-wards":
                    parts = self._tally(fields, form)
                case _:
                    parts = self._several(fields, form)
        if not forms:
            for key in (*FORMS, *WORDS):  # known to ``done``, so that a misspelt one gets the nearest name
                fields.allow(key)
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
        below = fields.below(form)
        scope = replace(self.scope, ward=EVERY)
        each = self._replace(scope=scope)._compare(below) if below is not None else None
        if below is not None:
            below.done()
        words = [name for name in WORDS if "wards" in WORDS[name].kinds]
        said = [name for name in words if name in fields]
        if len(said) != 1:
            fields.note(form, f"expected one word of numbers said of it, got {' and '.join(said) or 'none of them'}")
        for name in WORDS:
            if name not in said:
                fields.allow(name)
        if each is not None and (not each.figure.of_every or each.among is not None):
            fields.note(form, "expected a figure of every ward, and no rank")
            return None
        numbers = [self._numbers(fields, name) for name in said]
        if each is None or len(said) != 1 or numbers[0] is None:
            return None
        return Tally(each, said[0], numbers[0])

    def _numbers(self, fields: ClaimFields, name: str) -> tuple[Decimal, ...] | None:
        match WORDS[name].argument:
            case "yes":
                return () if fields.said(name) else None
            case "pair":
                return fields.numbers(name, 2)
        return _one(fields, name) or None

    # -- a figure and a word ---------------------------------------------------------------------------------

    def _compare(self, fields: ClaimFields) -> Compare | None:
        below = fields.below("figure")
        figure = self._figure(below) if below is not None else None
        said = [word for word in WORDS if word in fields]
        if len(said) != 1:
            got = f"got {' and '.join(said)}" if said else "got none of them"
            line = fields.line_of(said[1]) if said else fields.line_of("figure")
            fields.note("figure", f"expected one word said of it, such as is, over or rose; {got}", line)
        for word in WORDS:
            if word not in said:
                fields.allow(word)
        compared = [self._word(fields, word, figure) for word in said]
        if figure is None or len(said) != 1 or compared[0] is None:
            return None
        compare = compared[0]
        if compare.figure.ward != EVERY and compare.other is not None and compare.other.ward == EVERY:
            fields.note("figure", f"expected ward {EVERY} here too, as the figure it is beside has it")
        return compare

    def _word(self, fields: ClaimFields, name: str, figure: Figure | None) -> Compare | None:
        word = WORDS[name]
        if figure is not None and figure.definition.kind not in word.kinds:
            allowed = ", ".join(w for w, each in WORDS.items() if figure.definition.kind in each.kinds)
            fields.note(name, f"expected a word that can be said of {figure.metric} ({allowed}), got {name}")
            fields.allow(name)
            return None
        compare = Compare(figure or Figure("margin", ""), name)
        return self._argument(fields, name, word, compare)

    def _argument(self, fields: ClaimFields, name: str, word: Word, compare: Compare) -> Compare | None:
        match word.argument:
            case "yes":
                return compare if fields.said(name) else None
            case "yes or no":
                answer = fields.yes_or_no(name)
                return replace(compare, answer=answer) if answer is not None else None
            case "pair" | "number":
                numbers = self._numbers(fields, name)
                return replace(compare, numbers=numbers) if numbers is not None else None
            case "number or yes":
                return self._is(fields, name, compare)
            case "figure":
                below = fields.below(name)
                other = self._figure(below) if below is not None else None
                return self._beside(fields, name, replace(compare, other=other)) if other is not None else None
            case "ratio":
                return self._ratio(fields, name, compare)
            case "rank":
                return self._rank(fields, name, compare)

    def _is(self, fields: ClaimFields, name: str, compare: Compare) -> Compare | None:
        question = compare.figure.placed and compare.figure.definition.kind == "yes_no"
        value = fields.number_or_answer(name, question=question)
        if value is None:
            return None
        if isinstance(value, bool) != question and compare.figure.placed:
            fields.note(name, f"expected {'true or false' if question else 'a number'} for {compare.figure.metric}")
            return None
        return replace(compare, answer=value) if isinstance(value, bool) else replace(compare, numbers=(value,))

    def _beside(self, fields: ClaimFields, name: str, compare: Compare) -> Compare | None:
        """Two figures side by side, which must be of one kind."""
        figure, other = compare.figure.definition, compare.other.definition if compare.other is not None else None
        if not compare.figure.placed or other is None:
            return None
        if other.kind == "yes_no" or figure.unit != other.unit or _apart(figure, other):
            fields.note(name, f"expected a figure like {compare.figure.metric}, got one that cannot be set beside it")
            return None
        return compare

    def _ratio(self, fields: ClaimFields, name: str, compare: Compare) -> Compare | None:
        below = fields.below(name)
        if below is None:
            return None
        of = below.below("of")
        other = self._figure(of) if of is not None else None
        said = [word for word in RATIO if word in below]
        if len(said) != 1:
            below.note(
                "of", f"expected one of {', '.join(RATIO)} beside it, got {' and '.join(said) or 'none of them'}"
            )
        for word in RATIO:
            if word not in said:
                below.allow(word)
        numbers = [below.numbers(w, 2) if WORDS[w].argument == "pair" else _one(below, w) for w in said]
        below.done()
        if other is None or len(said) != 1 or not numbers[0]:
            return None
        return self._beside(fields, name, replace(compare, other=other, ratio_word=said[0], numbers=numbers[0]))

    def _rank(self, fields: ClaimFields, name: str, compare: Compare) -> Compare | None:
        below = fields.below(name)
        if below is None:
            return None
        said = below.choice("among", _KINDS, required=True), below.choice("order", _ORDERS, required=True)
        kind = next((one for one in _KINDS if one == said[0]), None)
        order = next((one for one in _ORDERS if one == said[1]), None)
        chosen = read_chosen(below, self.names) or Chosen()
        within = below.count("within", least=1) or 1
        below.done()
        if kind is None or order is None:
            return None
        figure, why = compare.figure, ""
        if figure.placed and figure.of_every:
            why = "a figure of one place, got one of every ward"
        elif figure.placed and kind == "wards" and (figure.ward is None or figure.candidate is not None):
            why = "parties, or a figure of one ward and no candidate"
        elif figure.placed and kind == "parties" and (figure.party is None or chosen.patterns):
            why = "wards, or a figure of a party in one election"
        elif figure.placed and kind == "councils" and (figure.column is None or figure.ward is not None):
            why = "wards or parties, or a covariate of a council"
        if why:
            below.note("among", f"expected {why}")
            return None
        return replace(compare, among=Among(kind, order, chosen, within))

    def _figure(self, fields: ClaimFields) -> Figure | None:
        metric = fields.known("metric", METRICS, "a metric")
        own = read_keys(fields, self.names)
        measure = fields.choice("measure", [m for measures in FAMILIES.values() for m in measures])
        fields.done()
        if metric is None or metric not in METRICS:
            return None
        definition = METRICS[metric]
        well = True
        for key, field in FIELD_OF.items():
            if key not in definition.keys and getattr(own, field) is not None:
                fields.note(key, f"expected only {', '.join(definition.keys)} with {metric}, got {key}")
                well = False
        scope = own.over(self.scope)
        for key in ("ward", "candidate"):
            if key not in definition.keys and getattr(self.scope, FIELD_OF[key]) is not None:
                fields.note("metric", f"expected a figure of one {key}, as scope has it, got {metric}")
                well = False
        wanted = [key for key in definition.required if key != "election" or scope.chosen is None]
        if scope.chosen is not None and "elections" in definition.keys and (scope.ward or "from" in definition.keys):
            fields.note("elections", "expected no ward beside several elections")
            well = False
        for key in wanted:
            if getattr(scope, FIELD_OF[key]) is None and key not in fields:
                fields.note("metric", f"expected {key} beside {metric} (or in scope), got none")
                well = False
            well = well and getattr(scope, FIELD_OF[key]) is not None
        if measure is not None and (definition.family is None or measure not in FAMILIES[definition.family]):
            allowed = ", ".join(FAMILIES[definition.family]) if definition.family else "none"
            fields.note("measure", f"expected a measure of {metric} ({allowed}), got {measure}")
            well = False
        if well and "from" in definition.keys and (why := self.names.no_pair(scope.before, scope.election)):
            fields.note("from", why)
            well = False
        taken = {field: getattr(scope, field) for key, field in FIELD_OF.items() if key in definition.keys}
        if not well or not note_unknown_places(fields, Scope(**taken), self.names):
            return None
        candidate = scope.candidate if "candidate" in definition.keys else None
        if (scope.ward == EVERY) != (candidate == EVERY) and candidate is not None:
            fields.note("ward", "expected one ward for a candidate, got every")
            return None
        if "against" in definition.keys and (
            scope.party == scope.against or INDEPENDENT in (scope.party, scope.against)
        ):
            fields.note("against", "expected two parties, and no independents, each of whom is a party of one")
            return None
        taken = {field: value for field, value in taken.items() if value is not None}
        return Figure(metric=metric, measure=measure, **taken)


def _apart(figure: Metric, other: Metric) -> bool:
    """Whether the measures of two figures have nothing to do with each other."""
    return figure.family is not None and other.family is not None and figure.family != other.family


def _one(fields: ClaimFields, key: str) -> tuple[Decimal, ...] | None:
    number = fields.number(key)
    return (number,) if number is not None else None
