"""The only reader and writer of ``results/``."""

from wardcheck.store.store import PATTERN, Store, open_store

__all__ = ["PATTERN", "Store", "open_store"]
