"""The only reader and writer of ``results/``."""

from wardcheck.store.store import Store, open_store

__all__ = ["Store", "open_store"]
