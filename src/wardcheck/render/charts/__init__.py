"""Rows -> a chart, one question a module. Nothing is worked out here; where it is drawn, ``render.canvas`` says.

Each is imported when it is first named as a part of this package, so that a command whose rows go to a script
loads none.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wardcheck.render.charts import change as change
    from wardcheck.render.charts import close as close
    from wardcheck.render.charts import margins as margins
    from wardcheck.render.charts import seats as seats
    from wardcheck.render.charts import swing as swing
    from wardcheck.render.charts import turnout as turnout
    from wardcheck.render.charts import turnout_change as turnout_change
    from wardcheck.render.charts import whatif as whatif

else:

    def __getattr__(name: str) -> object:
        return import_module(f"{__name__}.{name}")
