"""What a ward file refers to: the parties of the register and the sources of its election."""

from collections.abc import Mapping
from typing import NamedTuple

from wardcheck.model import Party, Source


class Context(NamedTuple):
    """The names that a file may use."""

    parties: Mapping[str, Party]
    sources: Mapping[str, Source]
