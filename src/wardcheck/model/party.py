"""Parties, as the register of the store names them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

INDEPENDENT = "ind"
"""The slug that groups nobody: every independent is a party of one."""


UNREGISTERED = "x-"
"""What the slug of a party begins with that the register does not have; the name that a source prints is the rest."""


class Party(NamedTuple):
    """One entry of the register ``parties.yaml``."""

    slug: str
    name: str
    short: str
    """What a narrow table prints."""
    colour: str
    """``#RRGGBB``."""
    ec: tuple[str, ...] = ()
    """Electoral Commission ids, as Democracy Club writes them: ``PP53``, ``joint-party:53-119``."""
    aliases: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """How each published source writes this party: ``{"leap": ("Lab",)}``."""
