"""The grammar of conditions, and where a text departs from it.

It is read by lark's LALR parser, which takes time in proportion to the text and calls itself nowhere, so that no text
can be too deep for it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NoReturn

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from wardcheck.errors import WardcheckError
from wardcheck.printable import printable

_GRAMMAR = r"""
?start: either
either: every (_OR every)*
every: single (_AND single)*
?single: _NOT single -> negation
       | "(" either ")"
       | operand OPERATOR operand -> comparison
       | operand _IN "(" operand ("," operand)* ")" -> membership
       | operand _NOT _IN "(" operand ("," operand)* ")" -> no_membership
       | operand _IS _EMPTY -> emptiness
       | operand _IS _NOT _EMPTY -> no_emptiness
       | operand -> bare
?operand: WORD | QUOTED

OPERATOR: "<=" | ">=" | "!=" | "<>" | "==" | "=" | "<" | ">"
_OR.2: /or(?![^\s(),"'“=!<>])/i
_AND.2: /and(?![^\s(),"'“=!<>])/i
_NOT.2: /not(?![^\s(),"'“=!<>])/i
_IN.2: /in(?![^\s(),"'“=!<>])/i
_IS.2: /is(?![^\s(),"'“=!<>])/i
_EMPTY.2: /empty(?![^\s(),"'“=!<>])/i
QUOTED: /"[^"]*"|'[^']*'|“[^”]*”/
WORD: /[^\s(),"'“=!<>][^\s(),"“=!<>]*/
%ignore /\s+/
"""
"""A word may have an apostrophe in it; keywords are not the beginnings of longer words."""

_SHOWN = 60
"""Characters shown before and after the place of an error."""

_SIGNS = {
    "OPERATOR": "a comparison (=, !=, <, <=, >, >=, in, is empty)",
    "WORD": "a column or a value",
    "_EMPTY": "empty",
    "_AND": "and",
    "_OR": "or",
    "COMMA": "a comma",
    "RPAR": ")",
}
"""What may stand in a place, the most telling first."""


def parse(text: str) -> Tree[Token]:
    """The parts of a condition.

    Raises:
        WardcheckError: it is none; with the place.
    """
    try:
        return _parser().parse(text)
    except UnexpectedInput as error:
        fail(text, *_unexpected(text, error))


def fail(text: str, place: int, what: str) -> NoReturn:
    """Say what is wrong, and below it where, under a line of the text."""
    begin, end = max(0, place - _SHOWN), place + _SHOWN
    before, after = printable(text[begin:place]), printable(text[place:end])
    before = f"...{before}" if begin else before
    after = f"{after}..." if end < len(text) else after
    raise WardcheckError(f"--where: {what}\n  {before}{after}\n  {' ' * len(before)}^")


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", maybe_placeholders=False)


def _unexpected(text: str, error: UnexpectedInput) -> tuple[int, str]:
    """Where the text is no condition, and why."""
    place = len(text.rstrip())
    expected: set[str] = set()
    if isinstance(error, UnexpectedToken):
        expected = set(error.expected)
        place = place if error.token.type == "$END" else error.token.start_pos or 0
    elif isinstance(error, UnexpectedCharacters):
        expected, place = set(error.allowed or ()), getattr(error, "pos_in_stream", 0)
        if text[place] in "\"'“":
            return place, "expected a second quotation mark, got none"
    words = [word for name, word in _SIGNS.items() if name in expected]
    words = words[:1] if {"OPERATOR", "WORD"} & expected else words
    got = text[place:].split(maxsplit=1)
    return place, f"expected {' or '.join(words) or 'nothing more'}, got {repr(got[0][:_SHOWN]) if got else 'the end'}"
