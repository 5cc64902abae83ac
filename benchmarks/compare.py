"""Runs benchmarks, each in a process of its own, and shows their rows side by side.

    benchmarks/run                  all of them
    benchmarks/run seal upload      these
    benchmarks/run --write          and renews docs/benchmarks.md (only with all of them)

Every row is also printed as one JSON line, so that two runs can be compared by a program.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from json import dumps
from pathlib import Path

from row import Row, heard

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("first_paint", "seal", "recorder", "record_page", "hour", "upload")
_LONGEST_S = 1800

HEADER = """# Benchmarks

What it costs, beside the plainest thing that does the same. `benchmarks/run --write` renews this page; less is better in every
row, and the ratio travels between machines better than the figures do.

"""

# Measured by hand: nobody waits an hour for a table.
FOOTER = """
The hour in the rows above is recorded 15 times as fast as in life, so that a run ends in good time. In real time
(`hour_window.py 60 1`, once, on a busy machine) the window took on 0.1 MB and the recorder 1.4 MB between minute 1 and minute 60.
"""


def run(name: str) -> list[Row]:
    """All rows of one benchmark. Raises CalledProcessError when it failed; its own words are on standard error."""
    # A first import from the tests' folder, so that benchmarks share the tests' archive, desktop and sound devices.
    path = os.pathsep.join([str(ROOT), str(ROOT / "benchmarks"), str(ROOT / "tests" / "fakes")])
    print(f"· {name}", file=sys.stderr, flush=True)
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / f"{name}.py")],
        env={**{key: value for key, value in os.environ.items() if not key.startswith("IDR_")}, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=_LONGEST_S,
    )
    return [heard(line) for line in done.stdout.splitlines()]


def table(rows: list[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| What | Ours | Beside it | | Ratio |", "| --- | ---: | ---: | --- | ---: |"]
    for row in rows:
        ratio = "–" if row.ratio is None else f"{row.ratio:.3f}"
        lines.append(f"| {row.what} | {_figure(row.ours)} {row.unit} | {_figure(row.theirs)} {row.unit} | {row.beside} | {ratio} |")
    return "\n".join(lines) + "\n"


def _figure(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}".replace(",", " ")
    return f"{value:.2f}" if abs(value) < 10 else f"{value:,.0f}".replace(",", " ")


def machine() -> str:
    return f"Measured on {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}.\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks/run", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="name", help=f"any of {', '.join(NAMES)} (default: all)")
    parser.add_argument("--write", action="store_true", help="renew docs/benchmarks.md")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(NAMES)
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    if arguments.write and arguments.names:
        parser.error("--write needs all of them: the page must not mix two runs")
    rows = [row for name in arguments.names or NAMES for row in run(name)]
    for row in rows:
        print(dumps({**asdict(row), "ratio": row.ratio}))
    print("\n" + table(rows) + "\n" + machine())
    if arguments.write:
        (ROOT / "docs" / "benchmarks.md").write_text(HEADER + table(rows) + "\n" + machine() + FOOTER, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
