"""Opens one stored package and kills itself on the way: `python -m dying_opener PACKAGE_PK BEATS`.

It dies when the opener begins its member number BEATS, or, for a number beyond the last, right after the story was recorded.
"""

from __future__ import annotations

import os
import signal
import sys

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    django.setup()
    from archive.intake.job_handlers import open_package_job

    beats_left = int(sys.argv[2])

    def heartbeat() -> None:
        nonlocal beats_left
        beats_left -= 1
        if beats_left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    open_package_job({"package": int(sys.argv[1])}, heartbeat)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
