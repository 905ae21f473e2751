"""The JSON Schema of claims files, for editors: made from the tables that the reader goes by."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from wardcheck.claims.form import CLAIM, EVERY, FORMS, RANK, READ, READINGS, RELATION, SCOPE, Key
from wardcheck.claims.metrics import MEASURES, METRICS
from wardcheck.claims.words import RATIO, WORDS, Word

_TEXT = {"type": "string", "minLength": 1}
_SLUG = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_NUMBER = {"type": ["number", "string"], "pattern": "^-?(0|[1-9][0-9]*)([.][0-9]+)?( ?%| points?)$"}
_ONE_OR_MORE = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
_MEASURE = {"enum": list(MEASURES)}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _list(of: str, least: int = 1) -> dict[str, Any]:
    return {"type": "array", "items": _ref(of), "minItems": least}


_COUNT = {"type": "integer", "minimum": 1}
_HOLDS: Mapping[str, dict[str, Any]] = {
    "text": _TEXT, "lines": _TEXT, "slug": _SLUG, "election": _TEXT, "before": _TEXT, "ward": _TEXT,
    "party": _TEXT, "column": _TEXT,
    "count": _COUNT, "place": {"anyOf": [_COUNT, {"const": EVERY}]}, "true": {"const": True},
    "when": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"}, "elections": _ONE_OR_MORE,
    "scope": _ref("scope"), "readings": _list("reading"), "statements": _list("statement"),
    "relation": _ref("relation"),
}  # fmt: skip
_ARGUMENTS: Mapping[str, dict[str, Any]] = {
    "number": _NUMBER,
    "pair": {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2},
    "number or yes": {**_NUMBER, "type": [*_NUMBER["type"], "boolean"]},
    "yes": {"const": True},
    "yes or no": {"type": "boolean"},
    "figure": _ref("figure"),
    "ratio": _ref("ratio"),
    "rank": _ref("rank"),
}


def schema() -> dict[str, Any]:
    """The schema, as plain data. A file that it refuses the reader refuses too; the reader also knows the store."""
    figure = {"figure": {**_ref("figure"), "description": "the figure that the statement is about"}}
    said = {name: _said(word) for name, word in WORDS.items()}
    tally = {"number-of-wards": {**_ref("each"), "description": _plain(FORMS["number-of-wards"].meaning)}}
    alone = {key: of for key, of in FORMS.items() if of.holds != "statement"}
    statement = {**figure, **said, **tally, **_keys(alone)}
    counted = [name for name, word in WORDS.items() if "wards" in word.kinds]
    one_word = {"required": ["figure"], "oneOf": _one_of(WORDS)}
    forms = [one_word, {"required": ["number-of-wards"], "oneOf": _one_of(counted)}, *_one_of(alone)]
    read = _keys(READ)
    read[READINGS]["minItems"] = 2
    measure = {
        "description": "the measure that the wording implies, or one of each kind",
        "anyOf": [_MEASURE, {"type": "array", "items": _MEASURE, "minItems": 1}],
    }
    metric = {"oneOf": [{"const": name, "description": one.meaning} for name, one in METRICS.items()]}
    claim = _keys({key: of for key, of in CLAIM.items() if of.holds != "texts"})
    name = {"as": {**_TEXT, "description": "what the words are taken to mean"}}
    ratio = {name: _said(WORDS[name], ratio=True) for name in RATIO}
    of = {"of": {**_ref("figure"), "description": "the figure that it is so many times of"}}
    own = {"measure": {**_MEASURE, "description": "the measure of this figure alone"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claims file of wardcheck",
        "description": "Claims that somebody published about an election; wardcheck claims judges them.",
        "type": "array",
        "items": _ref("claim"),
        "$defs": {
            "claim": _object(
                {**claim, **read, "measure": measure, **statement},
                [key for key, one in CLAIM.items() if one.required],
                [*forms, {"required": [READINGS]}],
            ),
            "reading": _object({**name, **statement}, ["as"], forms),
            "statement": _object(statement, [], forms),
            "each": _object({**figure, **said}, ["figure"], one_word["oneOf"]),
            "scope": _object(_keys(SCOPE)),
            "figure": _object({"metric": metric, **_keys(SCOPE), **own}, ["metric"]),
            "ratio": _object({**of, **ratio}, ["of"], _one_of(RATIO)),
            "rank": _object(_keys(RANK), [key for key, one in RANK.items() if one.required]),
            "relation": {**_object(_keys(RELATION)), "anyOf": _one_of(["with", "column", "with-party"])},
        },
    }


def schema_text() -> str:
    """The file ``docs/reference/claims.schema.json``."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _object(properties: Mapping[str, Any], required: Sequence[str] = (), one_of: object = None) -> dict[str, Any]:
    found = {"type": "object", "properties": dict(properties), "required": list(required), "oneOf": one_of}
    return {**{key: value for key, value in found.items() if value}, "additionalProperties": False}


def _keys(form: Mapping[str, Key]) -> dict[str, dict[str, Any]]:
    found = {}
    for key, of in form.items():
        holds = {"enum": list(of.choices)} if of.choices else _HOLDS[of.holds]
        found[key] = {**holds, "description": _plain(of.meaning)}
    return found


def _one_of(names: Mapping[str, object] | Sequence[str]) -> list[dict[str, Any]]:
    return [{"required": [name]} for name in names]


def _said(word: Word, *, ratio: bool = False) -> dict[str, Any]:
    argument = "number" if ratio and word.argument == "number or yes" else word.argument
    return {**_ARGUMENTS[argument], "description": _plain(word.meaning)}


def _plain(text: str) -> str:
    """Without what is marked in Markdown."""
    return re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", text).replace("`", "")
