"""`idr-archive serve` that kills itself at a named step of a completion: `python -m crashing_archive STEP serve --port 0 --json`."""

from __future__ import annotations

import os
import signal
import sys

import django


def main() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    django.setup()
    from archive.__main__ import build_parser
    from archive.commands import serve
    from archive.configuration import load_config

    fatal_step = sys.argv[1]

    def on_step(step: str) -> None:
        if step == fatal_step:
            os.kill(os.getpid(), signal.SIGKILL)

    return serve.run(build_parser().parse_args(sys.argv[2:]), load_config(os.environ), on_step=on_step)


if __name__ == "__main__":
    sys.exit(main())
