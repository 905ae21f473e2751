"""The JSON Schema of claims files, for editors: made from the tables that the reader goes by."""

from __future__ import annotations

import json
from typing import Any

from wardcheck.claims.figure_reader import RATIO
from wardcheck.claims.metrics import FAMILIES, KEY_MEANINGS, METRICS
from wardcheck.claims.relation_reader import MOVES, SIGNS
from wardcheck.claims.statement_reader import BESIDE, READINGS
from wardcheck.claims.statements import EVERY
from wardcheck.claims.words import WORDS, Word

_SLUG = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_TEXT = {"type": "string", "minLength": 1}
_NUMBER = {"type": "number"}
_CHOSEN: dict[str, dict[str, Any]] = {
    "elections": {
        "description": "elections or patterns that are looked at or taken together",
        "anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}],
    },
    "council-gss": {**_TEXT, "description": "of these, councils with such a code: E09* is London"},
    "count": {"type": "integer", "minimum": 1, "description": "how many elections there must be"},
}
_MEASURES = [measure for measures in FAMILIES.values() for measure in measures]
_ARGUMENTS: dict[str, dict[str, Any]] = {
    "number": _NUMBER,
    "pair": {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2},
    "number or yes": {"type": ["number", "boolean"]},
    "yes": {"const": True},
    "yes or no": {"type": "boolean"},
    "figure": {"$ref": "#/$defs/figure"},
    "ratio": {"$ref": "#/$defs/ratio"},
    "rank": {"$ref": "#/$defs/rank"},
}


def schema() -> dict[str, Any]:
    """The schema, as plain data. A file that it refuses the reader refuses too; the reader also knows the store."""
    said = {name: _said(word) for name, word in WORDS.items()}
    statement = {
        "figure": {"$ref": "#/$defs/figure", "description": "the figure that the statement is about"},
        **said,
        "number-of-wards": {"$ref": "#/$defs/each", "description": "wards in which this is true, said of by a word"},
        "all-of": _several("statements that must all be true"),
        "any-of": _several("statements one of which must be true"),
        "relation": {"$ref": "#/$defs/relation", "description": "a relation across wards; without sign undecidable"},
        "voters": {**_TEXT, "description": "what voters are said to have done, in words, which is undecidable"},
        "missing": {**_TEXT, "description": "what no declared result has, in words, which is undecidable"},
    }
    forms = [
        {"required": ["figure"], "oneOf": [{"required": [name]} for name in WORDS]},
        {
            "required": ["number-of-wards"],
            "oneOf": [{"required": [name]} for name, word in WORDS.items() if "wards" in word.kinds],
        },
        *({"required": [name]} for name in ("all-of", "any-of", "relation", "voters", "missing")),
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claims file of wardcheck",
        "description": "Claims that somebody published about an election; wardcheck claims judges them.",
        "type": "array",
        "items": {"$ref": "#/$defs/claim"},
        "$defs": {
            "claim": {
                "type": "object",
                "properties": {
                    "id": {**_SLUG, "description": "a name for the claim, in the file once"},
                    "claim": {**_TEXT, "description": "the claim in one's own words"},
                    "by": {**_TEXT, "description": "who said it"},
                    "on": {
                        "type": "string",
                        "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
                        "description": "when: 2018-05-03 or 2018-05",
                    },
                    "where": {**_TEXT, "description": "where it was published: a title or an address"},
                    "said": {**_TEXT, "description": "what it says of the figures, if it is to be put shortly"},
                    "quote": {**_TEXT, "description": "the sentence as it was published, in a file of one's own"},
                    "note": {**_TEXT, "description": "for readers of the file; where wording was chosen, it says so"},
                    READINGS: {
                        "type": "array",
                        "items": {"$ref": "#/$defs/reading"},
                        "minItems": 2,
                        "description": "in place of a statement: meanings that the words allow, each judged and named",
                    },
                    BESIDE: {
                        "type": "array",
                        "items": {"$ref": "#/$defs/reading"},
                        "minItems": 1,
                        "description": "weaker or stronger than what was said: shown, not part of the verdict",
                    },
                    "measure": {
                        "description": "the measure that the wording implies, or one of each kind",
                        "anyOf": [{"enum": _MEASURES}, {"type": "array", "items": {"enum": _MEASURES}, "minItems": 1}],
                    },
                    "scope": {"$ref": "#/$defs/scope", "description": "what all figures of the claim are of"},
                    **statement,
                },
                "required": ["id", "claim"],
                "oneOf": [*forms, {"required": [READINGS]}],
                "additionalProperties": False,
            },
            "reading": {
                "type": "object",
                "properties": {"as": {**_TEXT, "description": "what the words are taken to mean"}, **statement},
                "required": ["as"],
                "oneOf": forms,
                "additionalProperties": False,
            },
            "statement": {
                "type": "object",
                "properties": statement,
                "oneOf": forms,
                "additionalProperties": False,
            },
            "each": {
                "type": "object",
                "properties": {"figure": statement["figure"], **said},
                "required": ["figure"],
                "oneOf": [{"required": [name]} for name in WORDS],
                "additionalProperties": False,
            },
            "scope": {"type": "object", "properties": _scope(), "additionalProperties": False},
            "figure": {
                "type": "object",
                "properties": {
                    "metric": {"oneOf": [{"const": name, "description": m.meaning} for name, m in METRICS.items()]},
                    **_scope(),
                    "measure": {"enum": _MEASURES, "description": "the measure of this figure alone"},
                },
                "required": ["metric"],
                "additionalProperties": False,
            },
            "ratio": {
                "type": "object",
                "properties": {
                    "of": {"$ref": "#/$defs/figure", "description": "the figure that it is so many times of"},
                    **{name: _said(WORDS[name], ratio=True) for name in RATIO},
                },
                "required": ["of"],
                "oneOf": [{"required": [name]} for name in RATIO],
                "additionalProperties": False,
            },
            "rank": {
                "type": "object",
                "properties": {
                    "among": {"enum": ["wards", "parties", "councils"]},
                    "order": {"enum": ["most", "least"]},
                    **_CHOSEN,
                    "within": {"type": "integer", "minimum": 1, "description": "how many may be first; 1 if left out"},
                },
                "required": ["among", "order"],
                "additionalProperties": False,
            },
            "relation": {
                "type": "object",
                "properties": {
                    "election": {**_SLUG, "description": KEY_MEANINGS["election"]},
                    "from": {**_SLUG, "description": KEY_MEANINGS["from"]},
                    "party": {**_TEXT, "description": "the party whose change of share it is about"},
                    "with": {**_TEXT, "description": "what it is said to go with, in words"},
                    "column": {**_TEXT, "description": "a covariate, or N/D, as wardcheck relate --with takes it"},
                    "with-party": {**_TEXT, "description": "in its place, another party's change of share"},
                    "withdrew": {**_TEXT, "description": "only wards in which this party stood before and not after"},
                    "sign": {"enum": list(SIGNS), "description": "which way they go together across the wards"},
                    "where-high": {"enum": list(MOVES), "description": "what the share did where the other is high"},
                    "beyond": {"const": True, "description": "said of more than these wards: intervals decide"},
                },
                "required": ["with"],
                "additionalProperties": False,
            },
        },
    }


def schema_text() -> str:
    """The file ``docs/reference/claims.schema.json``."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _said(word: Word, *, ratio: bool = False) -> dict[str, Any]:
    argument = "number" if ratio and word.argument == "number or yes" else word.argument
    return {**_ARGUMENTS[argument], "description": word.meaning.replace("`", "")}


def _several(meaning: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": "#/$defs/statement"}, "minItems": 1, "description": meaning}


def _scope() -> dict[str, Any]:
    shapes: dict[str, dict[str, Any]] = {
        "election": _SLUG,
        "from": _SLUG,
        "ward": _SLUG,
        "seat": {"type": "integer", "minimum": 1},
        "place": {"anyOf": [{"type": "integer", "minimum": 1}, {"const": EVERY}]},
    }
    found: dict[str, dict[str, Any]] = {
        key: {**shapes.get(key, _TEXT), "description": meaning.replace("`", "")}
        for key, meaning in KEY_MEANINGS.items()
    }
    return {**found, **_CHOSEN}
