"""Runs a program with a private session bus and an unlocked throw-away gnome-keyring, without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# $1 is the password; an empty one would bring up a prompt. What follows is the program.
_SCRIPT = """
printf %s "$1" | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
daemon=$!
trap 'kill $daemon 2>/dev/null; wait $daemon' EXIT
tries=0
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets 2>/dev/null | grep -q true; do
    tries=$((tries + 1)); [ $tries -lt 200 ] || exit 97; sleep 0.05
done
shift
"$@"
"""


def run_with_keyring(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """`folder` becomes the home of the session. Exit status 97: the keyring did not start."""
    env = {**os.environ, "HOME": str(folder / "home"), "XDG_RUNTIME_DIR": str(folder / "run")}
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    env |= {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE")}
    for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        Path(env[name]).mkdir(mode=0o700)
    return subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", _SCRIPT, "sh", "test", *command],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
