"""A figure and a word said of it, with what the word needs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal, NamedTuple

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.metrics import FAMILIES, METRICS, Metric
from wardcheck.claims.names import Names
from wardcheck.claims.scope import FIELD_OF, Scope, note_unknown_places, read_chosen, read_keys
from wardcheck.claims.statements import EVERY, Among, Chosen, Compare, Figure
from wardcheck.claims.words import RATIO_WORDS, WORDS, Word
from wardcheck.model import INDEPENDENT

_KINDS: tuple[Literal["wards", "parties", "councils"], ...] = ("wards", "parties", "councils")
_ORDERS: tuple[Literal["most", "least"], ...] = ("most", "least")

RATIO = ("is", *(name for name in RATIO_WORDS if name != "is"))
"""The words that can be said of how many times another figure one is."""


class FigureReader(NamedTuple):
    """Reads figures, and what is said of them; ``scope`` is what the claim says for all of them."""

    names: Names
    scope: Scope

    def compare(self, fields: ClaimFields) -> Compare | None:
        """A figure and the one word said of it; ``None`` where a problem was noted."""
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
                numbers = self.numbers(fields, name)
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

    def numbers(self, fields: ClaimFields, name: str) -> tuple[Decimal, ...] | None:
        """The numbers of a word, none for one that takes no more than ``true``; ``None`` where a problem was noted."""
        match WORDS[name].argument:
            case "yes":
                return () if fields.said(name) else None
            case "pair":
                return fields.numbers(name, 2)
        return _one(fields, name) or None


def _apart(figure: Metric, other: Metric) -> bool:
    """Whether the measures of two figures have nothing to do with each other."""
    return figure.family is not None and other.family is not None and figure.family != other.family


def _one(fields: ClaimFields, key: str) -> tuple[Decimal, ...] | None:
    number = fields.number(key)
    return (number,) if number is not None else None
