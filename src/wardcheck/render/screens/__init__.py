"""Rows -> the sheet that a person reads: one module a command.

Each is imported when it is first named as a part of this package, so that a command whose rows go to a script
loads none.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wardcheck.render.screens import change as change
    from wardcheck.render.screens import change_of_several as change_of_several
    from wardcheck.render.screens import claims as claims
    from wardcheck.render.screens import close as close
    from wardcheck.render.screens import control as control
    from wardcheck.render.screens import controls as controls
    from wardcheck.render.screens import councillors as councillors
    from wardcheck.render.screens import elections as elections
    from wardcheck.render.screens import explain as explain
    from wardcheck.render.screens import find as find
    from wardcheck.render.screens import flows as flows
    from wardcheck.render.screens import history as history
    from wardcheck.render.screens import import_ as import_
    from wardcheck.render.screens import margins as margins
    from wardcheck.render.screens import parties as parties
    from wardcheck.render.screens import party_margins as party_margins
    from wardcheck.render.screens import relate as relate
    from wardcheck.render.screens import seats as seats
    from wardcheck.render.screens import seats_of_several as seats_of_several
    from wardcheck.render.screens import slates as slates
    from wardcheck.render.screens import split_proof as split_proof
    from wardcheck.render.screens import splits as splits
    from wardcheck.render.screens import swing as swing
    from wardcheck.render.screens import swing_of_several as swing_of_several
    from wardcheck.render.screens import ties as ties
    from wardcheck.render.screens import turnout as turnout
    from wardcheck.render.screens import turnout_change as turnout_change
    from wardcheck.render.screens import ward as ward
    from wardcheck.render.screens import whatif as whatif

else:

    def __getattr__(name: str) -> object:
        return import_module(f"{__name__}.{name}")
