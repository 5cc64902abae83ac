"""The program's door: what makes the first paint come sooner, then `kiosk.app`."""

from __future__ import annotations

import gc
import sys


def get_ready() -> None:
    """Before Qt is loaded by anybody else.

    Until the first paint everything that is made stays: a garbage collector that looks through it a dozen times finds nothing, so it
    rests; `kiosk.app` wakes it right after the first paint.
    """
    gc.disable()
    import kiosk.ui.plain_import  # noqa: F401


def main() -> int:
    if getattr(sys, "frozen", False):
        # In an installed program the recorder is this same file, started anew: it must not load the window.
        import multiprocessing

        multiprocessing.freeze_support()
    get_ready()
    from kiosk.app import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
