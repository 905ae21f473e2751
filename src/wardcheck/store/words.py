"""The words of a message about a file: a value as it is shown, the nearest known name, how a number is written."""

from __future__ import annotations

import re

from wardcheck.printable import printable
from wardcheck.store.tree import Entries, Items, Node, Scalar

_LONGEST_SHOWN = 60
_GROUPED = r"\+?[0-9]{1,3}([,_ ][0-9]{3}){1,2}"
_OTHERWISE = r"\+?0*[0-9]{1,9}(\.0+)?"


def cut(text: str) -> str:
    """``text`` safe to print, without the end of it if it is long."""
    text = printable(text)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."


def shown(node: Node) -> str:
    """A value as a message shows it: quoted if it was quoted, cut if it is long, safe to print."""
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Entries):
        return "a mapping"
    return cut(node.text) or "nothing" if node.plain else f'"{cut(node.text)}"'


def how_to_write(node: Node) -> str:
    """``; write 1357``, if it can be told which number was meant."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        if re.fullmatch(_GROUPED, text) or re.fullmatch(_OTHERWISE, text):
            return f"; write {int(float(re.sub('[,_ ]', '', text)))}"
    return ""
