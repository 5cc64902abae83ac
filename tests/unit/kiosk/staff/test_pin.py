"""The staff PIN: it opens for the right digits only, waits after wrong ones, and never strands anybody."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from kiosk.errors import StorageFault
from kiosk.staff.pin import FREE_TRIES, LONGEST_WAIT_S, Cost, PinMustWait, StaffPin, UnfitPin, WrongPin

RIGHT, WRONG = "271828", "314159"


class Clock:
    def __init__(self) -> None:
        self.now_s = 1_000_000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "staff.json"


def open_pin(path: Path, clock: Clock) -> StaffPin:
    return StaffPin(path, clock, Cost(opslimit=1, memlimit_bytes=8192))


def fail_until_it_waits(pin: StaffPin) -> int:
    """Returns the wait in seconds."""
    for left in range(FREE_TRIES - 1, 0, -1):
        with pytest.raises(WrongPin) as wrong:
            pin.check(WRONG)
        assert wrong.value.tries_left == left
    with pytest.raises(PinMustWait) as waits:
        pin.check(WRONG)
    return waits.value.wait_s


def test_first_use_has_no_pin_and_nothing_opens(path: Path, clock: Clock) -> None:
    pin = open_pin(path, clock)
    assert not pin.is_set
    with pytest.raises(WrongPin):
        pin.check(RIGHT)
    assert not path.exists()


def test_the_right_pin_opens_after_a_restart_too(path: Path, clock: Clock) -> None:
    open_pin(path, clock).set(RIGHT)
    again = open_pin(path, clock)
    assert again.is_set
    again.check(RIGHT)
    again.check("٢٧١٨٢٨")  # the same digits in another script
    with pytest.raises(WrongPin):
        again.check(WRONG)


def test_the_digits_are_nowhere_in_the_file(path: Path, clock: Clock) -> None:
    open_pin(path, clock).set(RIGHT)
    text = path.read_text(encoding="utf-8")
    assert RIGHT not in text
    assert "$argon2id$" in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("unfit", ["", "12345", "1" * 8, "1234567890123", "12a456", "12 456"])
def test_unfit_pins_are_refused(path: Path, clock: Clock, unfit: str) -> None:
    pin = open_pin(path, clock)
    with pytest.raises(UnfitPin):
        pin.set(unfit)
    assert not pin.is_set


def test_after_five_wrong_tries_even_the_right_pin_waits(path: Path, clock: Clock) -> None:
    pin = open_pin(path, clock)
    pin.set(RIGHT)
    assert fail_until_it_waits(pin) == 30
    with pytest.raises(PinMustWait):
        pin.check(RIGHT)
    clock.now_s += 31
    pin.check(RIGHT)
    assert pin.wait_s() == 0
    with pytest.raises(WrongPin) as wrong:
        pin.check(WRONG)
    assert wrong.value.tries_left == FREE_TRIES - 1  # the count began anew


def test_waits_double_up_to_a_quarter_of_an_hour_and_survive_a_restart(path: Path, clock: Clock) -> None:
    open_pin(path, clock).set(RIGHT)
    waits = [fail_until_it_waits(open_pin(path, clock))]
    for _ in range(7):
        assert open_pin(path, clock).wait_s() == waits[-1]
        clock.now_s += waits[-1] + 1
        with pytest.raises(PinMustWait) as waiting:
            open_pin(path, clock).check(WRONG)
        waits.append(waiting.value.wait_s)
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]


def test_tries_while_waiting_do_not_make_it_longer(path: Path, clock: Clock) -> None:
    pin = open_pin(path, clock)
    pin.set(RIGHT)
    fail_until_it_waits(pin)
    for _ in range(20):
        with pytest.raises(PinMustWait):
            pin.check(WRONG)
    assert pin.wait_s() == 30


@pytest.mark.parametrize("jump_s", [-10 * 365 * 86_400, -3_600])
def test_a_clock_that_goes_back_never_waits_longer_than_the_penalty(path: Path, clock: Clock, jump_s: float) -> None:
    pin = open_pin(path, clock)
    pin.set(RIGHT)
    fail_until_it_waits(pin)
    clock.now_s += jump_s
    assert 0 < pin.wait_s() <= 30 <= LONGEST_WAIT_S


def test_a_try_counts_before_it_is_made(path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever pulls the plug while the PIN is being checked gets no free try."""
    pin = open_pin(path, clock)
    pin.set(RIGHT)

    def unplugged(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.staff.pin._matches", unplugged)
    with pytest.raises(KeyboardInterrupt):
        pin.check(WRONG)
    assert json.loads(path.read_text(encoding="utf-8"))["wrong_tries"] == 1


def test_setting_a_new_pin_ends_the_wait_and_the_old_pin(path: Path, clock: Clock) -> None:
    pin = open_pin(path, clock)
    pin.set(RIGHT)
    fail_until_it_waits(pin)
    pin.set(WRONG)
    pin.check(WRONG)
    with pytest.raises(WrongPin):
        pin.check(RIGHT)


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"pin_hash": "x", "wrong_tries": "many", "not_before_s": 0}'])
def test_a_damaged_file_is_a_fault_and_never_an_open_door(path: Path, clock: Clock, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    pin = open_pin(path, clock)
    with pytest.raises(StorageFault):
        pin.check(RIGHT)
    with pytest.raises(StorageFault):
        _ = pin.is_set


def test_a_folder_that_cannot_be_written_is_a_fault(tmp_path: Path, clock: Clock) -> None:
    pin = open_pin(tmp_path / "missing" / "staff.json", clock)
    with pytest.raises(StorageFault):
        pin.set(RIGHT)


def test_the_default_cost_is_dear() -> None:
    assert Cost().memlimit_bytes >= 128 * 1024**2
