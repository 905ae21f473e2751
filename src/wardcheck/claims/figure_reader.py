"""A figure and a word said of it, with what the word needs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.form import EVERY, RANK, SCOPE
from wardcheck.claims.metrics import FAMILIES, MEASURES, METRICS, Metric
from wardcheck.claims.names import Names
from wardcheck.claims.statements import FIELD_OF, Among, Chosen, Compare, Figure, Said
from wardcheck.claims.values import Said as Known
from wardcheck.claims.values import Scope, over, read, slipped
from wardcheck.claims.words import RATIO, WORDS
from wardcheck.model import INDEPENDENT

_BESIDE = "; what was more than before is `more-than`, with the figure of the other election"


class FigureReader(NamedTuple):
    """Reads figures, and what is said of them; ``scope`` is what the claim says for all of them."""

    names: Names
    scope: Scope

    def compare(self, fields: ClaimFields) -> Compare | None:
        """A figure and the one word said of it; ``None`` where a problem was noted."""
        below = fields.mapping("figure", required=True)
        figure = self._figure(below) if below is not None else None
        words = [word for word in WORDS if word in fields]
        if len(words) != 1:
            got = f"got {' and '.join(words)}" if words else "got none of them"
            line = fields.line_of(words[1] if words else "figure")
            fields.note("figure", f"expected one word said of it, such as is, over or rose; {got}", line)
        fields.allow(*WORDS)
        found = [self._of(fields, word, figure) for word in words]
        if figure is None or len(words) != 1 or found[0] is None:
            return None
        if figure.ward != EVERY and found[0].other is not None and found[0].other.ward == EVERY:
            fields.note("figure", f"expected ward {EVERY} here too, as the figure it is beside has it")
        return Compare(figure, found[0])

    def said(
        self, fields: ClaimFields, word: str, figure: Figure | None = None, *, of_wards: bool = False
    ) -> Said | None:
        """A word with what it needs, said of a figure if that is known, or of a number of wards.

        ``None`` where a problem was noted.
        """
        argument = WORDS[word].argument
        if argument == "number or yes" and not of_wards:
            question = fields.answers(word) if figure is None else figure.definition.kind == "yes_no"
            argument = "yes or no" if question else "number"
        match argument:
            case "yes":
                return Said(word) if fields.answer(word, "true") else None
            case "yes or no":
                answer = fields.answer(word)
                return Said(word, answer=answer) if answer is not None else None
            case "figure":
                below = fields.other_figure(word)
                other = self._figure(below) if below is not None else None
                return Said(word, other=other) if other is not None else None
            case "ratio":
                return self._ratio(fields, word)
            case "rank":
                return self._rank(fields, word, figure)
        unit = "" if of_wards or word == "one-in" else None if figure is None else figure.definition.unit.strip()
        numbers = _numbers(fields, word, unit)
        return Said(word, numbers=numbers) if numbers is not None else None

    def _of(self, fields: ClaimFields, word: str, figure: Figure | None) -> Said | None:
        """A word said of a figure, if it can be said of it."""
        if figure is None:
            return self.said(fields, word)
        kind, metric = figure.definition.kind, figure.metric
        if kind not in WORDS[word].kinds:
            allowed = ", ".join(name for name, each in WORDS.items() if kind in each.kinds)
            hint = _BESIDE if set(WORDS[word].kinds) <= set(WORDS["rose"].kinds) else ""
            fields.note(word, f"expected a word that can be said of {metric} ({allowed}), got {word}{hint}")
            return None
        said = self.said(fields, word, figure)
        if said is not None and said.other is not None and _apart(figure.definition, said.other.definition):
            fields.note(word, f"expected a figure like {metric}, got one that cannot be set beside it")
            return None
        return said

    def _ratio(self, fields: ClaimFields, word: str) -> Said | None:
        below = fields.mapping(word, required=True)
        if below is None:
            return None
        of = below.mapping("of", required=True)
        other = self._figure(of) if of is not None else None
        words = [name for name in RATIO if name in below]
        if len(words) != 1:
            got = " and ".join(words) or "none of them"
            below.note("of", f"expected one of {', '.join(RATIO)} beside it, got {got}")
        below.allow(*RATIO)
        found = [_numbers(below, name) for name in words]
        below.done()
        if other is None or len(words) != 1 or found[0] is None:
            return None
        return Said(word, numbers=found[0], other=other, times=words[0])

    def _rank(self, fields: ClaimFields, word: str, figure: Figure | None) -> Said | None:
        below = fields.mapping(word, required=True)
        if below is None:
            return None
        said = read(below, RANK, self.names)
        below.done()
        if "among" not in said or "order" not in said:
            return None
        among = Among(said["among"], said["order"], said.get("elections", Chosen()), said.get("within", 1))
        if figure is not None and (why := _no_rank(figure, among)):
            below.note("among", f"expected {why}")
            return None
        return Said(word, among=among)

    def _figure(self, fields: ClaimFields) -> Figure | None:
        name = fields.known("metric", METRICS, "a metric")
        own = read(fields, SCOPE, self.names)
        measure = fields.choice("measure", MEASURES)
        fields.done()
        if name is None:
            return None
        metric, said = METRICS[name], over(own, self.scope.said)
        slip = slipped(fields, own) or self.scope.slip
        problems = list(self._against_definition(name, own, said, measure, fields))
        if slip:  # what is missing may be what could not be read
            problems = [(key, why) for key, why in problems if key in own]
        if not problems and not slip:
            said = {key: value for key, value in said.items() if key in metric.keys}
            problems = list(self._against_store(metric, said))
        for key, why in problems:
            self.scope.note(fields, key, why)
        if problems or slip:
            return None
        return Figure(metric=name, measure=measure, **{FIELD_OF.get(key, key): value for key, value in said.items()})

    def _against_definition(
        self, name: str, own: Known, said: Known, measure: str | None, fields: ClaimFields
    ) -> Iterator[tuple[str, str]]:
        """What is wrong with a figure by what its metric is."""
        metric = METRICS[name]
        for key in own:
            if key not in metric.keys:
                hint = _BESIDE if key == "from" else ""
                yield key, f"expected only {', '.join(metric.keys)} with {name}, got {key}{hint}"
        for key in ("ward", "candidate"):
            if key in self.scope.said and key not in metric.keys:
                yield "metric", f"expected a figure of one {key}, as scope has it, got {name}"
        if "elections" in said and "elections" in metric.keys and ("ward" in said or "from" in metric.keys):
            yield "elections", "expected no ward beside several elections"
        needed = [*metric.required, *(["election"] if "ward" in said and "ward" in metric.keys else [])]
        for key in dict.fromkeys(needed):
            if key not in said and key not in fields and not (key == "election" and "elections" in said):
                yield "metric", f"expected {key} beside {name} (or in scope), got none"
        if measure is not None and (metric.family is None or measure not in FAMILIES[metric.family]):
            allowed = ", ".join(FAMILIES[metric.family]) if metric.family is not None else "none"
            yield "measure", f"expected a measure of {name} ({allowed}), got {measure}"

    def _against_store(self, metric: Metric, said: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """What is wrong with a figure by what the store has; its ward and candidate become those of the store."""
        election = said.get("election", "")
        if "from" in metric.keys and (why := self.names.no_pair(said.get("from"), election)):
            yield "from", why
            return
        for key in ("ward", "candidate"):
            if (written := said.get(key)) is not None:
                ward = (said.get("ward"),) if key == "candidate" else ()
                said[key], why = getattr(self.names, key)(election, *ward, written)
                if why:
                    yield key, why
                    return
        if "candidate" in said and (said["ward"] == EVERY) != (said["candidate"] == EVERY):
            yield "ward", "expected one ward for a candidate, got every"
        elif "against" in said and (said["party"] == said["against"] or INDEPENDENT in said.values()):
            yield "against", "expected two parties, and no independents, each of whom is a party of one"


def _apart(figure: Metric, other: Metric) -> bool:
    """Whether two figures are of different kinds, or their measures have nothing to do with each other."""
    families = {figure.family, other.family} - {None}
    return other.kind == "yes_no" or figure.unit != other.unit or len(families) > 1


def _no_rank(figure: Figure, among: Among) -> str:
    """What else a figure should be to be ranked so, or nothing."""
    if figure.of_every:
        return "a figure of one place, got one of every ward"
    if among.kind == "wards" and (figure.ward is None or figure.candidate is not None):
        return "parties, or a figure of one ward and no candidate"
    if among.kind == "parties" and (figure.party is None or among.chosen.patterns):
        return "wards, or a figure of a party in one election"
    if among.kind == "councils" and (figure.column is None or figure.ward is not None):
        return "wards or parties, or a covariate of a council"
    return ""


def _numbers(fields: ClaimFields, word: str, unit: str | None = "") -> tuple[Decimal, ...] | None:
    numbers, (makes_sense, expected) = fields.numbers(word, unit, two=WORDS[word].argument == "pair"), WORDS[word].takes
    for number in numbers or ():
        if not makes_sense(number):
            fields.note(word, f"expected {expected}, got {number}")
            return None
    return numbers
