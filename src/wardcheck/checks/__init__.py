"""Is the store sound? Rules over what was read, one family a file; ``CHECKS`` lists them all."""

from wardcheck.checks.finding import Finding, Severity
from wardcheck.checks.registry import CHECKS
from wardcheck.checks.run import check

__all__ = ["CHECKS", "Finding", "Severity", "check"]
