"""``--chart FILE``: rows drawn as a chart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wardcheck.cli.file_output import refuse_place
from wardcheck.errors import WardcheckError

if TYPE_CHECKING:
    from wardcheck.render.chart import Chart

ENDINGS = (".svg", ".png")

INSTALL = "pip install 'wardcheck[charts]'"


def check_chart_file(path: Path, store: Path | None) -> None:
    """Refuse a chart that could not be drawn, before any file is read.

    Raises:
        WardcheckError: the ending is not one of a picture, the library that draws is missing, or the file cannot be
            written there.
    """
    if path.suffix.lower() not in ENDINGS:
        raise WardcheckError(f"--chart: expected a file that ends in {' or '.join(ENDINGS)}, got {str(path)!r}")
    if path.is_dir():
        raise WardcheckError(f"--chart: expected a file, got the folder {str(path)!r}")
    refuse_place(path, store, folder=True, option="--chart")
    from wardcheck.render.canvas import can_draw

    if not can_draw():
        raise WardcheckError(f"--chart: charts need matplotlib, which is not installed: {INSTALL}")


def write_chart(chart: Chart, path: Path) -> None:
    """Draw into a file, whole or not at all.

    Raises:
        WardcheckError: it cannot be written.
    """
    from wardcheck.render import canvas
    from wardcheck.store.atomic import write_whole

    write_whole(path, canvas.svg(chart) if path.suffix.lower() == ".svg" else canvas.png(chart))
