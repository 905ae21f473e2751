"""``python -m wardcheck``, and where the console script begins."""

import gc


def main() -> None:
    """Load the program with the garbage collector at rest, run it with one that seldom looks, and end without a look.

    Loading and reading make many objects that all stay; looking through them again and again for garbage would take
    a tenth of the time in which a short command is done.
    """
    gc.disable()
    from wardcheck.cli.main import main as program

    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()
    try:
        program()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
