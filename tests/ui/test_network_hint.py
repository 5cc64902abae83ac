"""What the system says of its network reaches the outbox, from a thread that never holds up the window."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from kiosk.ui.network_hint import Feature, NetworkHint, Reachability, load_network
from sync.contract.faults import EnvironmentFault
from sync.link import LinkState
from sync.outbox import Outbox

NOW_S = 1_800_000_000.0
EVERYTHING = Feature.Metered | Feature.Reachability | Feature.CaptivePortal


class Network(QObject):
    """As the system's own, in the test's hands."""

    reachabilityChanged = Signal(Reachability)
    isMeteredChanged = Signal(bool)
    isBehindCaptivePortalChanged = Signal(bool)

    def __init__(self, features: QNetworkInformation.Feature = EVERYTHING) -> None:
        super().__init__()
        self.features = features
        self.metered = self.portal = False
        self.reached = Reachability.Online
        self.asked_on: list[str] = []

    def supportedFeatures(self) -> QNetworkInformation.Feature:
        return self.features

    def isMetered(self) -> bool:
        self.asked_on.append(threading.current_thread().name)
        return self.metered

    def isBehindCaptivePortal(self) -> bool:
        return self.portal

    def reachability(self) -> Reachability:
        return self.reached

    def becomes(self, reached: Reachability | None = None, metered: bool | None = None, portal: bool | None = None) -> None:
        if reached is not None:
            self.reached = reached
            self.reachabilityChanged.emit(reached)
        if metered is not None:
            self.metered = metered
            self.isMeteredChanged.emit(metered)
        if portal is not None:
            self.portal = portal
            self.isBehindCaptivePortalChanged.emit(portal)


class Held:
    """A hint at work on a real outbox."""

    def __init__(self, outbox: Outbox, features: QNetworkInformation.Feature = EVERYTHING, repeat_every_ms: int = 60_000) -> None:
        self.outbox = outbox
        self.network: Network | None = None
        self._features = features
        self.hint = NetworkHint(outbox, lambda: NOW_S, self._load, repeat_every_ms)
        self.hint.start()

    def _load(self) -> Network:
        self.network = Network(self._features)
        return self.network


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with Outbox(tmp_path / "outbox.sqlite3") as opened:
        yield opened


@pytest.mark.parametrize("metered", [True, False])
def test_what_the_network_costs_is_told_at_once_and_at_each_change(outbox: Outbox, qtbot: QtBot, qapp: object, metered: bool) -> None:
    held = Held(outbox)
    qtbot.waitUntil(lambda: outbox.link().metered_hint is False)
    assert outbox.link().hinted_at_s == NOW_S
    assert held.network is not None
    held.network.becomes(metered=metered)
    qtbot.waitUntil(lambda: outbox.link().metered_hint is metered)
    held.hint.close()
    assert set(held.network.asked_on) == {"network-hint"}


def test_a_system_that_does_not_know_says_so(outbox: Outbox, qtbot: QtBot, qapp: object) -> None:
    outbox.set_metered_hint(True, 1.0)
    held = Held(outbox, Feature.Reachability)
    qtbot.waitUntil(lambda: outbox.link().hinted_at_s == NOW_S)
    assert outbox.link().metered_hint is None
    held.hint.close()


def test_it_is_said_again_because_hints_lapse(outbox: Outbox, qtbot: QtBot, qapp: object) -> None:
    held = Held(outbox, repeat_every_ms=5)
    qtbot.waitUntil(lambda: outbox.link().hinted_at_s == NOW_S)
    outbox.set_metered_hint(None, 1.0)
    qtbot.waitUntil(lambda: outbox.link().hinted_at_s == NOW_S)
    held.hint.close()


@pytest.mark.parametrize(
    ("away", "back"), [({"reached": Reachability.Disconnected}, {"reached": Reachability.Online}), ({"portal": True}, {"portal": False})]
)
def test_a_network_that_comes_back_wakes_the_worker_once(
    outbox: Outbox, qtbot: QtBot, qapp: object, away: dict[str, object], back: dict[str, object]
) -> None:
    outbox.set_link(LinkState.UNREACHABLE, now_s=NOW_S, next_try_at_s=NOW_S + 600)
    held = Held(outbox)
    qtbot.waitUntil(lambda: outbox.link().hinted_at_s == NOW_S)
    assert held.network is not None
    wakes, asked = outbox.link().wakes, len(held.network.asked_on)
    held.network.becomes(**away)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: held.network is not None and len(held.network.asked_on) > asked)
    held.network.becomes(**back)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: outbox.link().wakes == wakes + 1)
    assert outbox.link().next_try_at_s == 0
    held.network.becomes(metered=True)
    qtbot.waitUntil(lambda: outbox.link().metered_hint is True)
    assert outbox.link().wakes == wakes + 1
    held.hint.close()


@pytest.mark.allow_logs("kiosk.network")
def test_a_disk_that_fails_is_no_reason_to_stop_listening(qtbot: QtBot, qapp: object) -> None:
    class Broken:
        tries = 0

        def set_metered_hint(self, metered: bool | None, now_s: float) -> None:
            self.tries += 1
            raise EnvironmentFault("disk-full", "This device is full.")

        def wake_link(self) -> None:
            raise AssertionError

    broken = Broken()
    hint = NetworkHint(broken, lambda: NOW_S, Network, repeat_every_ms=5)
    hint.start()
    qtbot.waitUntil(lambda: broken.tries > 2)
    hint.close()


def test_without_a_word_from_the_system_there_is_no_hint(outbox: Outbox, qapp: object) -> None:
    hint = NetworkHint(outbox, lambda: NOW_S, lambda: None)
    hint.start()
    hint.close()
    assert outbox.link().hinted_at_s == 0


def test_a_service_that_hangs_holds_up_nobody_and_nothing_is_written_later(outbox: Outbox, qapp: object) -> None:
    answers, entered = threading.Event(), threading.Event()

    def load() -> Network:
        entered.set()
        answers.wait(30)
        return Network()

    hint = NetworkHint(outbox, lambda: NOW_S, load)
    hint.start()
    assert entered.wait(10)
    # The window goes on, and the program can end.
    hint.close()
    answers.set()
    hint._thread.join(10)
    assert outbox.link().hinted_at_s == 0


def test_this_systems_own_can_be_asked_in_a_thread(outbox: Outbox, qtbot: QtBot, qapp: object) -> None:
    """Whatever it says: nothing hangs or complains, and the window's thread asks nothing."""
    loaded: list[bool] = []
    hint = NetworkHint(outbox, lambda: NOW_S, lambda: loaded.append(True) or load_network())  # type: ignore[func-returns-value]
    hint.start()
    qtbot.waitUntil(lambda: bool(loaded))
    hint.close()
    assert not hint._thread.is_alive()
    assert QThread.currentThread().isRunning()
