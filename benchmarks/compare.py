"""Runs benchmarks, each in a process of its own, and shows their rows side by side.

    benchmarks/run                  all of them
    benchmarks/run seal sync        these; `sync` stands for all that begin with sync_
    benchmarks/run --write          and renews docs/benchmarks.md
    benchmarks/run --write sync     renews only what these have in it
    benchmarks/run sync_order_true  one that takes half an hour and therefore only runs when it is named

Every row is also printed as one JSON line, so that two runs can be compared by a program.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from json import dumps
from pathlib import Path

from row import Row, heard

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
_LONGEST_S = 2700


@dataclass(frozen=True)
class Benchmark:
    """`title` heads its part of the page, `note` stands below its table; `command` is the program and its arguments."""

    title: str
    command: tuple[str, ...]
    note: str = ""
    only_when_named: bool = False


# Measured by hand: nobody waits an hour for a table.
_HOUR_NOTE = """The hour in the rows above is recorded 15 times as fast as in life, so that a run ends in good time. In real time
(`hour_window.py 60 1`, once, on a busy machine) the window took on 0.1 MB and the recorder 1.4 MB between minute 1 and minute 60.
"""

BENCHMARKS = {
    "first_paint": Benchmark("First paint", ("first_paint.py",)),
    "seal": Benchmark("From Send to sealed", ("seal.py",)),
    "recorder": Benchmark("Samples that must not be lost", ("recorder.py",)),
    "record_page": Benchmark("The page that records", ("record_page.py",)),
    "hour": Benchmark("An hour's answer", ("hour.py",), _HOUR_NOTE),
    "upload": Benchmark("Bytes on the wire", ("upload.py",)),
    "sync_link": Benchmark("A thin link", ("sync_link.py",)),
    "sync_cuts": Benchmark("A link that goes dark", ("sync_cuts.py",)),
    "sync_memory": Benchmark("Memory of an upload", ("sync_memory.py",)),
    "sync_order": Benchmark("Order of travel, short stories", ("sync_order.py", "--quick")),
    "sync_scale": Benchmark("10 000 packages", ("sync_scale.py",)),
    "sync_herd": Benchmark("1 000 kiosks at once", ("sync_herd.py",)),
    "sync_order_true": Benchmark("Order of travel, stories of 3 minutes", ("sync_order.py",), only_when_named=True),
}

HEADER = """# Benchmarks

What it costs, beside the plainest thing that does the same, or beside what we allow. `benchmarks/run --write` renews this page; less is
better in every row, and the ratio travels between machines better than the figures do.
"""


def run(name: str) -> list[Row]:
    """All rows of one benchmark. Raises CalledProcessError when it failed; its own words are on standard error."""
    # A first import from the tests' folder, so that benchmarks share the tests' archive, desktop and sound devices.
    path = os.pathsep.join([str(ROOT), str(ROOT / "benchmarks"), str(ROOT / "tests" / "fakes")])
    print(f"· {name}", file=sys.stderr, flush=True)
    program, *arguments = BENCHMARKS[name].command
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / program), *arguments],
        env={**{key: value for key, value in os.environ.items() if not key.startswith("IDR_")}, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=_LONGEST_S,
    )
    return [heard(line) for line in done.stdout.splitlines()]


def table(rows: Iterable[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| What | Ours | Beside it | | Ratio |", "| --- | ---: | ---: | --- | ---: |"]
    for row in rows:
        ratio = "–" if row.ratio is None else f"{row.ratio:.3f}"
        lines.append(f"| {row.what} | {_figure(row.ours, row.unit)} | {_figure(row.theirs, row.unit)} | {row.beside} | {ratio} |")
    return "\n".join(lines) + "\n"


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    if value == int(value):
        return f"{int(value):,} {unit}".replace(",", " ")
    return f"{value:.2f} {unit}" if abs(value) < 10 else f"{value:,.0f} {unit}".replace(",", " ")


def machine() -> str:
    return f"Measured on {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}.\n"


def sections(page: str) -> dict[str, str]:
    """The page's parts by their title."""
    parts = [part.partition("\n") for part in page.split("\n## ")[1:]]
    return {title: body.strip() + "\n" for title, _, body in parts}


def renewed(page: str, measured: dict[str, list[Row]]) -> str:
    """`page` with the parts of what was measured replaced, in the order of BENCHMARKS."""
    parts = sections(page)
    for name, rows in measured.items():
        benchmark = BENCHMARKS[name]
        parts[benchmark.title] = "\n".join(text for text in (table(rows), machine(), benchmark.note) if text)
    known = [benchmark.title for benchmark in BENCHMARKS.values() if benchmark.title in parts]
    return HEADER + "".join(f"\n## {title}\n\n{parts[title]}" for title in known)


def wanted(names: list[str]) -> list[str]:
    """What is to be run, in the order of BENCHMARKS. Raises ValueError for a name that says nothing."""
    if not names:
        return [name for name, benchmark in BENCHMARKS.items() if not benchmark.only_when_named]
    unknown = set(names) - set(BENCHMARKS) - {"sync"}
    if unknown:
        raise ValueError(f"there is no {', '.join(sorted(unknown))}; there are sync, {', '.join(BENCHMARKS)}")
    whole_group = "sync" in names
    return [
        name
        for name, benchmark in BENCHMARKS.items()
        if name in names or (whole_group and name.startswith("sync_") and not benchmark.only_when_named)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks/run", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="name", help=f"any of sync, {', '.join(BENCHMARKS)} (default: all but the longest)")
    parser.add_argument("--write", action="store_true", help="renew docs/benchmarks.md")
    arguments = parser.parse_args()
    try:
        names = wanted(arguments.names)
    except ValueError as error:
        parser.error(str(error))
    measured = {name: run(name) for name in names}
    for rows in measured.values():
        for row in rows:
            print(dumps({**asdict(row), "ratio": row.ratio}))
    print("\n" + table(row for rows in measured.values() for row in rows) + "\n" + machine())
    if arguments.write:
        PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), measured), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
