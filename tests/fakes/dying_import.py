"""`idr-archive import` that kills itself at a named step: `python -m dying_import STEP NTH import STICK --json`."""

from __future__ import annotations

import os
import signal
import sys

import django


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    django.setup()
    from archive.__main__ import build_parser
    from archive.commands import import_
    from archive.configuration import load_config

    deadly_step, nth, seen = sys.argv[1], int(sys.argv[2]), 0

    def on_step(step: str) -> None:
        nonlocal seen
        seen += step == deadly_step
        if seen == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    return import_.run(build_parser().parse_args(sys.argv[3:]), load_config(os.environ), on_step=on_step)


if __name__ == "__main__":
    sys.exit(main())
