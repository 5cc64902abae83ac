"""A screen saver and a power manager on the session bus that count who keeps them from their work (freedesktop.org idle inhibition)."""

from __future__ import annotations

import threading
from types import TracebackType

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_call, new_method_return
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
POWER_MANAGEMENT = "org.freedesktop.PowerManagement"
_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


class ScreenSaver:
    """`with ScreenSaver(address):` owns both names. `held` are the names that are kept from their work now, sorted, one per cookie."""

    def __init__(self, bus_address: str, *, refuses: bool = False) -> None:
        self._refuses = refuses
        self._lock = threading.Lock()
        self._cookies: dict[int, tuple[str, str]] = {}
        self._given = 0
        self._bus: DBusConnection = open_dbus_connection(bus_address)
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="screen-saver")

    @property
    def held(self) -> list[str]:
        with self._lock:
            return sorted(name for name, _ in self._cookies.values())

    def __enter__(self) -> ScreenSaver:
        for name in (SCREEN_SAVER, POWER_MANAGEMENT):
            reply = self._bus.send_and_get_reply(new_method_call(_BUS, "RequestName", "su", (name, 4)))
            assert reply.body == (1,), f"{name} belongs to somebody else"
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ending.set()
        self._thread.join()
        self._bus.close()

    def _serve(self) -> None:
        while not self._ending.is_set():
            try:
                message = self._bus.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is not MessageType.method_call:
                continue
            member = message.header.fields[HeaderFields.member]
            if self._refuses or member not in ("Inhibit", "UnInhibit"):
                self._bus.send(new_error(message, "org.freedesktop.DBus.Error.AccessDenied"))
            elif member == "Inhibit":
                self._bus.send(new_method_return(message, "u", (self._inhibit(message.header.fields),)))
            else:
                with self._lock:
                    del self._cookies[message.body[0]]
                self._bus.send(new_method_return(message))

    def _inhibit(self, fields: dict[HeaderFields, str]) -> int:
        name = SCREEN_SAVER if "ScreenSaver" in fields[HeaderFields.interface] else POWER_MANAGEMENT
        with self._lock:
            self._given += 1
            self._cookies[self._given] = (name, fields[HeaderFields.sender])
            return self._given
