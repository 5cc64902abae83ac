"""What the repository as a whole promises: it speaks of the project alone, its locks hold, its files stay readable."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "packaging").glob("requirements-*.lock"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
GENERATED = {line.strip("/\n") for line in (ROOT / ".gitignore").read_text().splitlines() if line.endswith("/")}

MAX_LINES = 500
MAX_BINARY_BYTES = 2_000_000
MAX_REPOSITORY_BYTES = 30_000_000

# Each with what it would give away. This file is the one place that may spell them.
FORBIDDEN = {
    "an absolute path of somebody's machine": r"(?<![\w.}\])])/(?:home|root|work|opt|tmp|Users)/[\w.-]",
    "a package index": r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|-index-url|find-links",
    "unfinished work": r"\b(?:TO[D]O|FIX[M]E|X[X]X)\b",
    "how the work was organised": r"\b[Ii]ssue #?\d+\b|\b(?:Claude|ChatGPT|Copilot|Codex|LLM)\b",
}


def _files() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in GENERATED and (not name.startswith(".") or name == ".ci")]
        yield from (Path(folder) / name for name in names if name != Path(__file__).name and not name.endswith((".pyc", ".qm", ".mo")))


def _text(path: Path) -> str | None:
    content = path.read_bytes()
    return None if b"\0" in content[:8192] else content.decode()


def _is_vendored(path: Path) -> bool:
    return "vendor" in path.parts


FILES = sorted(_files())


@pytest.mark.parametrize("what", FORBIDDEN)
def test_speaks_of_the_project_alone(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in FILES
        if not _is_vendored(path) and (text := _text(path)) is not None
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found, f"{what}:\n" + "\n".join(found)


def test_source_files_stay_readable() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in FILES if path.suffix == ".py" and not _is_vendored(path)}
    assert len(lengths) > 20
    assert not {str(path.relative_to(ROOT)): lines for path, lines in lengths.items() if lines > MAX_LINES}


def test_binaries_stay_small() -> None:
    sizes = {path: path.stat().st_size for path in FILES}
    assert not {str(path): size for path, size in sizes.items() if size > MAX_BINARY_BYTES}
    assert sum(sizes.values()) <= MAX_REPOSITORY_BYTES


def test_the_packaging_folder_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would shadow the packaging library"


@pytest.mark.parametrize(
    "program",
    [
        ".ci/run",
        "packaging/demo",
        "packaging/install",
        "packaging/lock",
        "packaging/test",
        "benchmarks/run",
        "tests/integration/peers/install",
    ],
)
def test_programs_are_executable(program: str) -> None:
    assert os.access(ROOT / program, os.X_OK)


def test_readme_has_exactly_two_set_up_commands() -> None:
    blocks = re.findall(r"^```\w*\n(.*?)^```", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)
    commands = [line.partition("#")[0].strip() for line in blocks[0].splitlines()]
    assert commands == ["packaging/demo", "packaging/test"]
    assert not any("apt" in block or "pip" in block for block in blocks)


# --- Locks ---


def _pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", lock.read_text(), re.MULTILINE))


def _required(*extras: str) -> dict[str, str]:
    """Normalised name (PEP 503) to version, from pyproject.toml, where everything is pinned exactly."""
    requirements = [*PROJECT["dependencies"], *(line for extra in extras for line in PROJECT["optional-dependencies"][extra])]
    pins = {}
    for requirement in requirements:
        name, version = re.fullmatch(r"([\w.-]+)(?:\[\w+\])?==([\w.]+)(?:; [^;]+)?", requirement).groups()  # type: ignore[union-attr]
        pins[re.sub(r"[-_.]+", "-", name).lower()] = version
    return pins


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_locks_hold_every_file_by_hash_and_name_no_index(lock: Path) -> None:
    entries = re.split(r"\n(?! )", lock.read_text().strip())
    assert len(entries) > 5
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+", entry), entry[:200]


@pytest.mark.parametrize(
    ("name", "extras"), [("kiosk", ()), ("demo", ("archive",)), ("dev", ("archive", "postgres", "dev"))], ids=lambda value: str(value)
)
def test_locks_agree_with_the_project_file(name: str, extras: tuple[str, ...]) -> None:
    required = _required(*extras)
    pins = _pins(ROOT / "packaging" / f"requirements-{name}.lock")
    assert {package: pins.get(package) for package in required} == required


def test_locks_agree_with_each_other() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for package, version in _pins(lock).items():
            versions.setdefault(package, set()).add(version)
    assert not {package: found for package, found in versions.items() if len(found) > 1}


def test_imports_point_one_way() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
