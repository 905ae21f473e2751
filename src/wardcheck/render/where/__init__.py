"""Conditions on rows: ``challenger_party = green and margin < 50``, over the columns of a command."""

from wardcheck.render.where.columns import NamesOfParties
from wardcheck.render.where.condition import Condition, condition

__all__ = ["Condition", "NamesOfParties", "condition"]
