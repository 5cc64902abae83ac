"""What both ways of keeping a device awake promise, the real one against a screen saver on a real session bus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desktop import Desktop
from processes import poll
from recording_awake import RecordingAwake
from screen_saver import POWER_MANAGEMENT, SCREEN_SAVER, ScreenSaver

from sync.awake import Awake, SystemAwake

_SOON_S = 10.0


class Kept:
    """One of them, and whether it keeps this device awake right now."""

    def __init__(self, awake: Awake, saver: ScreenSaver | None) -> None:
        self.awake = awake
        self._saver = saver

    @property
    def held(self) -> bool:
        if self._saver is not None:
            return bool(self._saver.held)
        assert isinstance(self.awake, RecordingAwake)
        return self.awake.held


@pytest.fixture
def saver(desktop: Desktop) -> Iterator[ScreenSaver]:
    with ScreenSaver(desktop.env["DBUS_SESSION_BUS_ADDRESS"]) as running:
        yield running


@pytest.fixture(params=["recording", "with screen", "without screen"])
def kept(request: pytest.FixtureRequest, saver: ScreenSaver) -> Iterator[Kept]:
    if request.param == "recording":
        made = Kept(RecordingAwake(), None)
    else:
        made = Kept(SystemAwake(with_screen=request.param == "with screen"), saver)
    yield made
    made.awake.close()
    assert not made.held


def test_it_holds_and_lets_go(kept: Kept) -> None:
    assert not kept.held
    for _ in range(2):
        kept.awake.hold(True)
        assert poll(lambda: kept.held, _SOON_S)
        kept.awake.hold(False)
        assert poll(lambda: not kept.held, _SOON_S)


def test_asking_twice_is_asking_once(kept: Kept) -> None:
    kept.awake.hold(True)
    kept.awake.hold(True)
    assert poll(lambda: kept.held, _SOON_S)
    kept.awake.hold(False)
    assert poll(lambda: not kept.held, _SOON_S)


def test_closing_lets_go_and_nothing_holds_afterwards(kept: Kept) -> None:
    kept.awake.hold(True)
    assert poll(lambda: kept.held, _SOON_S)
    kept.awake.close()
    assert not kept.held
    kept.awake.hold(True)
    assert not kept.held


def test_letting_go_of_nothing_is_harmless(kept: Kept) -> None:
    kept.awake.hold(False)
    assert not kept.held
    assert kept.awake.works()


def test_the_screen_stays_on_only_for_somebody_in_front_of_it(saver: ScreenSaver) -> None:
    for with_screen, name in ((True, SCREEN_SAVER), (False, POWER_MANAGEMENT)):
        awake = SystemAwake(with_screen=with_screen)
        awake.hold(True)
        assert poll(lambda: bool(saver.held), _SOON_S)
        assert saver.held == [name]
        awake.close()


def test_a_system_that_refuses_is_no_error(desktop: Desktop) -> None:
    with ScreenSaver(desktop.env["DBUS_SESSION_BUS_ADDRESS"], refuses=True) as saver:
        awake = SystemAwake(with_screen=True)
        assert not awake.works()
        awake.hold(True)
        awake.hold(False)
        awake.close()
        assert saver.held == []


def test_without_a_session_there_is_nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    awake = SystemAwake(with_screen=False)
    assert not awake.works()
    awake.hold(True)
    awake.close()
