"""What the system tells of its disk and memory, on made-up and on this machine's `/proc` and `/sys`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.staff.laptop_facts import LaptopFacts

SWAPS = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


class Machine:
    def __init__(self, folder: Path) -> None:
        self.proc, self.sys, self.data = folder / "proc", folder / "sys", folder / "data"
        for made in (self.proc / "self", self.sys / "dev" / "block", self.sys / "power", self.data):
            made.mkdir(parents=True)
        number = self.data.stat().st_dev
        self.disk = f"{os.major(number)}:{os.minor(number)}"
        (self.proc / "self" / "mountinfo").write_text("")
        self.swap("")
        self.power("freeze mem", "[disabled]")

    def block(self, number: str, uuid: str = "", below: tuple[str, ...] = ()) -> None:
        folder = self.sys / "dev" / "block" / number
        folder.mkdir(exist_ok=True)
        if uuid:
            (folder / "dm").mkdir()
            (folder / "dm" / "uuid").write_text(uuid + "\n")
        for place, each in enumerate(below):
            (folder / "slaves" / f"sd{place}").mkdir(parents=True)
            (folder / "slaves" / f"sd{place}" / "dev").write_text(each + "\n")

    def swap(self, *lines: str) -> None:
        (self.proc / "swaps").write_text(SWAPS + "".join(f"{line}\n" for line in lines if line))

    def power(self, state: str, disk: str) -> None:
        (self.sys / "power" / "state").write_text(state + "\n")
        (self.sys / "power" / "disk").write_text(disk + "\n")

    @property
    def facts(self) -> LaptopFacts:
        return LaptopFacts(self.proc, self.sys, "linux")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_plain_partition_is_not_protected(machine: Machine) -> None:
    machine.block(machine.disk)
    assert machine.facts.disk_encrypted(machine.data) is False


def test_luks_is_and_so_is_a_volume_on_it(machine: Machine) -> None:
    machine.block(machine.disk, uuid="LVM-abc", below=("253:0",))
    machine.block("253:0", uuid="CRYPT-LUKS2-abc-luks")
    assert machine.facts.disk_encrypted(machine.data) is True


def test_a_volume_that_lies_half_in_the_clear_is_not(machine: Machine) -> None:
    machine.block(machine.disk, uuid="LVM-abc", below=("253:0", "8:1"))
    machine.block("253:0", uuid="CRYPT-LUKS2-abc-luks")
    machine.block("8:1")
    assert machine.facts.disk_encrypted(machine.data) is False


def test_where_nothing_tells_it_is_unknown(machine: Machine) -> None:
    assert machine.facts.disk_encrypted(machine.data) is None
    assert machine.facts.disk_encrypted(machine.data / "gone") is None
    for platform in ("win32", "darwin"):
        facts = LaptopFacts(machine.proc, machine.sys, platform)
        assert (facts.disk_encrypted(machine.data), facts.swap_in_clear(), facts.hibernates_in_clear()) == (None, None, None)


def test_swap_matters_where_it_is_on_a_disk_in_the_clear(machine: Machine) -> None:
    assert machine.facts.swap_in_clear() is False
    machine.swap("/dev/zram0 partition 8388604 0 100")
    assert machine.facts.swap_in_clear() is False
    file = machine.data / "swap file"
    file.write_bytes(b"")
    machine.swap(f"{str(file).replace(' ', chr(92) + '040')} file 2097148 0 -2")
    machine.block(machine.disk)
    assert machine.facts.swap_in_clear() is True


def test_encrypted_swap_does_not(machine: Machine) -> None:
    file = machine.data / "swap"
    file.write_bytes(b"")
    machine.swap(f"{file} file 2097148 0 -2")
    machine.block(machine.disk, uuid="CRYPT-PLAIN-swap")
    assert machine.facts.swap_in_clear() is False


@pytest.mark.parametrize(
    ("state", "disk", "swapping", "possible"),
    [
        ("freeze mem disk", "[platform] shutdown", True, True),
        ("freeze mem disk", "[platform] shutdown", False, False),
        ("freeze mem disk", "[disabled]", True, False),
        ("freeze mem", "[platform] shutdown", True, False),
    ],
)
def test_hibernation_needs_the_system_and_a_place(machine: Machine, state: str, disk: str, swapping: bool, possible: bool) -> None:
    file = machine.data / "swap"
    file.write_bytes(b"")
    machine.block(machine.disk)
    machine.swap(f"{file} file 2097148 0 -2" if swapping else "")
    machine.power(state, disk)
    assert machine.facts.hibernates_in_clear() is possible


def test_this_machine_answers(tmp_path: Path) -> None:
    facts = LaptopFacts()
    assert facts.disk_encrypted(tmp_path) in (True, False, None)
    assert facts.swap_in_clear() in (True, False)
    assert facts.hibernates_in_clear() in (True, False)
