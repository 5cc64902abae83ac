"""SIGKILL at every step of a seal: afterwards there is no package, or a whole one; never half, and never plaintext."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from package_samples import MemorySink

import sync
from sync.package.identity import AgeKey, new_age_key
from sync.package.seal import open_package, remove_partial_files, seal_package

CANARY = b"CANARY-told-by-nobody"
SIZE_BYTES = 400_000

# Kills itself while the nth member is asked for, or when the step of that name was reached.
CHILD = """
import os, signal, sys
from pathlib import Path
from sync.package.bag import Member
from sync.package.seal import seal_package

die_at, recipient, destination = sys.argv[1:]

def die(step):
    if step == die_at:
        os.kill(os.getpid(), signal.SIGKILL)

def members():
    for number in range(3):
        die(f"member-{number}")
        yield Member(f"data/{number}", b"CANARY-told-by-nobody" + os.urandom(400_000))

seal_package(members(), bag_name="killed", recipients=[recipient], destination=Path(destination), on_step=die)
"""

BEFORE_THE_NAME = ["sealing", "member-0", "member-1", "member-2", "written", "synced", "verified"]


def run_child(die_at: str, key: AgeKey, packages: Path, temporary: Path) -> int:
    environment = {
        "PYTHONPATH": str(Path(sync.__file__).parents[1]),
        "TMPDIR": str(temporary),
        "HOME": str(temporary),
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "-c", CHILD, die_at, key.recipient, str(packages / "p.age")]
    return subprocess.run(command, env=environment, cwd=temporary, check=False, capture_output=True, timeout=60).returncode


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    (tmp_path / "packages").mkdir()
    return tmp_path / "packages"


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    (tmp_path / "temporary").mkdir()
    return tmp_path / "temporary"


@pytest.mark.parametrize("step", BEFORE_THE_NAME)
def test_killed_before_the_name_there_is_no_package_and_the_next_seal_works(step: str, packages: Path, temporary: Path) -> None:
    key = new_age_key()
    assert run_child(step, key, packages, temporary) == -signal.SIGKILL
    assert not (packages / "p.age").exists()
    for left in [*packages.rglob("*"), *temporary.rglob("*")]:
        assert left.parent == packages
        assert CANARY not in left.read_bytes()
    assert remove_partial_files(packages) == 1
    assert list(packages.iterdir()) == []
    assert run_child("never", key, packages, temporary) == 0
    assert open_package(packages / "p.age", [key.identity], MemorySink()).files


@pytest.mark.parametrize("step", ["renamed", "never"])
def test_killed_after_the_name_the_package_is_whole(step: str, packages: Path, temporary: Path) -> None:
    key = new_age_key()
    assert run_child(step, key, packages, temporary) == (0 if step == "never" else -signal.SIGKILL)
    assert list(packages.iterdir()) == [packages / "p.age"]
    assert list(temporary.iterdir()) == []
    sink = MemorySink()
    open_package(packages / "p.age", [key.identity], sink)
    assert [data[: len(CANARY)] for data in sink.files.values()] == [CANARY] * 3
    with pytest.raises(FileExistsError):
        seal_package([], bag_name="killed", recipients=[key.recipient], destination=packages / "p.age")


LIMITED_CHILD = """
import resource, sys
from pathlib import Path
from sync.contract.faults import EnvironmentFault
from sync.package.bag import Member
from sync.package.seal import seal_package

limit, recipient, destination = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    seal_package([Member("data/a", bytes(100_000))], bag_name="limited", recipients=[recipient], destination=Path(destination))
except EnvironmentFault as fault:
    sys.exit({"storage": 3}[fault.code])
"""


@pytest.mark.parametrize("limit_bytes", [0, 1, 200, 65_536, 70_000, 104_000])
def test_a_file_that_the_system_will_not_let_grow_is_a_fault_and_leaves_nothing(limit_bytes: int, packages: Path, temporary: Path) -> None:
    environment = {"PYTHONPATH": str(Path(sync.__file__).parents[1]), "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", LIMITED_CHILD, str(limit_bytes), new_age_key().recipient, str(packages / "p.age")]
    assert subprocess.run(command, env=environment, cwd=temporary, check=False, timeout=60).returncode == 3
    assert list(packages.iterdir()) == []
