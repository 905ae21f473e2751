"""``python -m wardcheck``."""

from wardcheck.cli.main import main

main()
