"""A system bus of its own, with a NetworkManager on it that says what the test wants; what Qt asks of the real one, and no more."""

from __future__ import annotations

import subprocess
import threading
from types import TracebackType

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_call, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection

MANAGER = "org.freedesktop.NetworkManager"
MANAGER_PATH = "/org/freedesktop/NetworkManager"
_CONNECTION, _DEVICE = f"{MANAGER}.Connection.Active", f"{MANAGER}.Device"
_CONNECTION_PATH, _DEVICE_PATH = f"{MANAGER_PATH}/ActiveConnection/1", f"{MANAGER_PATH}/Devices/1"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")

# NMState, NMConnectivityState and NMMetered of NetworkManager's own documentation.
DISCONNECTED, CONNECTED = 20, 70
FREE, PORTAL = 4, 2
YES, NO = 1, 2


class NetworkManager:
    """`with NetworkManager() as manager:`; `address` is for `DBUS_SYSTEM_BUS_ADDRESS`. While `hangs` is set it answers nothing."""

    def __init__(self, *, metered: int = NO, state: int = CONNECTED) -> None:
        self.hangs = threading.Event()
        self.asked = threading.Event()
        self._lock = threading.Lock()
        self._known: dict[str, dict[str, tuple[str, object]]] = {
            MANAGER: {
                "State": ("u", state),
                "Connectivity": ("u", FREE),
                "PrimaryConnection": ("o", _CONNECTION_PATH),
                "Metered": ("u", metered),
            },
            _CONNECTION: {"Devices": ("ao", [_DEVICE_PATH])},
            _DEVICE: {"DeviceType": ("u", 2), "Metered": ("u", metered)},
        }
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="network-manager")

    def __enter__(self) -> NetworkManager:
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"], stdout=subprocess.PIPE, text=True
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self._bus: DBusConnection = open_dbus_connection(self.address)
        reply = self._bus.send_and_get_reply(new_method_call(_BUS, "RequestName", "su", (MANAGER, 4)))
        assert reply.body == (1,)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ending.set()
        self._thread.join()
        self._bus.close()
        self._daemon.terminate()
        self._daemon.communicate()

    def change(self, **properties: int) -> None:
        """`State`, `Connectivity` or `Metered`, told to whoever listens."""
        with self._lock:
            for name, value in properties.items():
                self._known[MANAGER][name] = ("u", value)
        told = {name: ("u", value) for name, value in properties.items()}
        address = DBusAddress(MANAGER_PATH, MANAGER, _PROPERTIES)
        self._bus.send(new_signal(address, "PropertiesChanged", "sa{sv}as", (MANAGER, told, [])))

    def _serve(self) -> None:
        while not self._ending.is_set():
            try:
                message = self._bus.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is not MessageType.method_call:
                continue
            self.asked.set()
            if self.hangs.is_set():
                continue
            fields = message.header.fields
            member = fields[HeaderFields.member]
            with self._lock:
                if member == "GetAll":
                    answer = new_method_return(message, "a{sv}", (dict(self._known[message.body[0]]),))
                elif member == "Get":
                    answer = new_method_return(message, "v", (self._known[message.body[0]][message.body[1]],))
                elif member == "Introspect":
                    answer = new_method_return(message, "s", (self._introspection(),))
                else:
                    answer = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
            self._bus.send(answer)

    def _introspection(self) -> str:
        interfaces = "".join(
            f'<interface name="{name}">{"".join(_described(each, kind) for each, (kind, _) in known.items())}</interface>'
            for name, known in self._known.items()
        )
        return f"<node>{interfaces}</node>"


def _described(name: str, kind: str) -> str:
    return f'<property name="{name}" type="{kind}" access="read"/>'
