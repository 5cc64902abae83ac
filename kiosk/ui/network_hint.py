"""What the system says of its network, passed on to the worker as a hint: whether it costs money, and that it is back.

Only a hint: systems guess, and some say nothing. What is true of the way to the archive the worker finds out itself, by a signed answer.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation
from shiboken6 import delete

from sync.contract.faults import EnvironmentFault

# A hint holds for ten minutes (`sync.link.HINT_VALID_S`), and then for none when the window is gone.
REPEAT_EVERY_MS = 4 * 60_000
_ENDS_WITHIN_S = 2.0
_ANSWERS_WITHIN_S = 5.0

Feature = QNetworkInformation.Feature
Reachability = QNetworkInformation.Reachability

log = logging.getLogger("kiosk.network")


class HintSink(Protocol):
    """The outbox. Both may raise EnvironmentFault."""

    def set_metered_hint(self, metered: bool | None, now_s: float) -> None: ...

    def wake_link(self) -> None: ...


class NetworkHint:
    """Asks and listens in a thread of its own: on some systems each question is a call to a service that may hang, and hints are commits.

    Make, start and close it on the window's thread; `start` and `close` are harmless where no system says anything.
    """

    def __init__(
        self,
        sink: HintSink,
        now_s: Callable[[], float],
        load: Callable[[], Any] | None = None,
        repeat_every_ms: int = REPEAT_EVERY_MS,
    ) -> None:
        """`load` gives something like QNetworkInformation, or None; it is called in the thread."""
        self._sink = sink
        self._now_s = now_s
        self._load = load or load_network
        self._repeat_every_ms = repeat_every_ms
        self._bell = _Bell()
        self._closed = threading.Event()
        # Daemonic: a service that never answers must not keep the program from ending.
        self._thread = threading.Thread(target=self._live, name="network-hint", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Waits for a moment only; nothing is written afterwards."""
        self._closed.set()
        self._bell.rung.emit()
        if self._thread.is_alive():
            self._thread.join(_ENDS_WITHIN_S)

    def _live(self) -> None:
        network = self._load()
        if network is None:
            return
        loop = QEventLoop()
        self._bell.rung.connect(loop.quit)
        listener = _Listener(network, self._tell, self._repeat_every_ms)
        if not self._closed.is_set():
            loop.exec()
        listener.end()
        for made_here in (listener, loop):
            # Now, and in their own thread: Python would take them down whenever it likes, from any.
            delete(made_here)
        application = QCoreApplication.instance()
        if application is not None:
            # Qt takes it down with the application, and only from the thread that it belongs to.
            network.moveToThread(application.thread())

    def _tell(self, metered: bool | None, came_back: bool) -> None:
        if self._closed.is_set():
            return
        try:
            self._sink.set_metered_hint(metered, self._now_s())
            if came_back:
                self._sink.wake_link()
        except EnvironmentFault as fault:
            # The worker does without, and staff see what is wrong with the disk elsewhere.
            log.warning("hint not written: %s", fault.code)


class _Bell(QObject):
    """Lives on the window's thread; rings in the other."""

    rung = Signal()


class _Listener(QObject):
    """In the thread of `network`. Tells `(metered, came_back)` at once, at each change, and now and then because hints lapse."""

    def __init__(self, network: Any, tell: Callable[[bool | None, bool], None], repeat_every_ms: int) -> None:
        super().__init__()
        self._network = network
        self._tell = tell
        self._usable = self._is_usable()
        self._signals = (network.reachabilityChanged, network.isMeteredChanged, network.isBehindCaptivePortalChanged)
        for signal in self._signals:
            signal.connect(self._look)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(repeat_every_ms)
        self._tell(self._metered(), False)

    def end(self) -> None:
        self._timer.stop()
        for signal in self._signals:
            signal.disconnect(self._look)

    def _look(self, *_: object) -> None:
        before, self._usable = self._usable, self._is_usable()
        self._tell(self._metered(), self._usable and not before)

    def _metered(self) -> bool | None:
        return bool(self._network.isMetered()) if self._says(Feature.Metered) else None

    def _is_usable(self) -> bool:
        """As far as the system knows: there is a way out, and no log-in page in it."""
        out = not self._says(Feature.Reachability) or self._network.reachability() is Reachability.Online
        return out and not (self._says(Feature.CaptivePortal) and self._network.isBehindCaptivePortal())

    def _says(self, feature: QNetworkInformation.Feature) -> bool:
        return bool(self._network.supportedFeatures() & feature)


def load_network() -> QNetworkInformation | None:
    """The system's own, with as much as it can tell; None where it tells nothing, or does not answer. May take long."""
    if sys.platform == "linux" and not _manager_answers():
        return None
    for wanted in (Feature.Metered | Feature.Reachability, Feature.Metered, Feature.Reachability):
        if QNetworkInformation.loadBackendByFeatures(wanted):
            return QNetworkInformation.instance()
    return None


def _manager_answers() -> bool:
    """Whether NetworkManager answers, or is not there at all.

    Qt asks it while it is loaded and waits half a minute, and PySide keeps all of Python waiting meanwhile, the window too (6.11). So it
    is asked here first, where only this thread waits. Later questions go from Qt's own event loop, which holds nobody up.
    """
    # Only Linux has it: wakepy and keyring bring it there.
    from jeepney import DBusAddress, MessageFlag, new_method_call  # type: ignore[import-untyped]
    from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

    manager = DBusAddress("/org/freedesktop/NetworkManager", "org.freedesktop.NetworkManager", "org.freedesktop.DBus.Properties")
    question = new_method_call(manager, "GetAll", "s", (manager.bus_name,))
    # NO_AUTO_START: what does not run need not be woken.
    question.header.flags |= MessageFlag.no_auto_start
    try:
        with open_dbus_connection("SYSTEM") as bus:
            bus.send_and_get_reply(question, timeout=_ANSWERS_WITHIN_S)
    except TimeoutError:
        log.info("NetworkManager does not answer")
        return False
    except (OSError, KeyError, ValueError) as error:
        # No bus, or none that we may speak to: then Qt asks nobody either.
        log.info("no system bus: %s", type(error).__name__)
    return True
