"""Packs the store when a wheel is built: thousands of small files take many times as long to install as one.

The build tool runs it (pyproject.toml); an editable install keeps the ward files of its clone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ROOT = Path(__file__).resolve().parents[2]


class PackedStore(BuildHookInterface[Any]):
    """The packed store in place of the folders of its elections."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Pack ``results`` and name its other files, which are kept as they are.

        Raises:
            DataError: the store cannot be read.
        """
        if version == "editable":
            return
        sys.path.insert(0, str(_ROOT / "src"))
        from wardcheck.facts.outline import to_keep
        from wardcheck.store import open_store
        from wardcheck.store.packing import pack_store, unpacked

        self._folder = TemporaryDirectory()
        file = Path(self._folder.name, "elections.jsonl")
        file.write_bytes(b"".join(pack_store(open_store(_ROOT / "results"), to_keep)))
        include = {path: path.relative_to(_ROOT).as_posix() for path in unpacked(_ROOT / "results")}
        include[file] = f"results/{file.name}"
        build_data["force_include"].update({str(path): f"wardcheck/{name}" for path, name in include.items()})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the file that is in the wheel now."""
        if version != "editable":
            self._folder.cleanup()
