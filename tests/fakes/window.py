"""A program's window as another process sees it: through the accessibility bus, by the identifiers the program promises.

xa11y walks the tree and acts; the identifier itself (AT-SPI's `AccessibleId`) it does not show, so that one property is asked
for on the bus directly.
"""

from __future__ import annotations

import os
from types import TracebackType

import xa11y
from desktop import accessibility_bus
from jeepney import DBusAddress, MessageType, Properties
from processes import poll

_FIRST_S = 30.0
_NEXT_S = 10.0


class Window:
    """The window of process `pid`. The calling process must have the desktop's environment (the `desktop` fixture).

    Every method waits until what it names is visible and raises AssertionError with the tree as text if it never is.
    Actions return before the program has dealt with them: wait for what they lead to.
    """

    def __init__(self, pid: int, timeout_s: float = _FIRST_S) -> None:
        self._app = xa11y.App.by_pid(pid, timeout=timeout_s)
        self._bus = accessibility_bus(os.environ["DBUS_SESSION_BUS_ADDRESS"])

    def __enter__(self) -> Window:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bus.close()

    def visible(self) -> dict[str, xa11y.Element]:
        """What can be seen now and has an identifier. Pages that are not shown are in the tree too, and left out here."""
        found: dict[str, xa11y.Element] = {}
        for element in self._app.locator("*").elements():
            identifier = self._identifier(element) if element.visible else ""
            if identifier:
                found[identifier] = element
        return found

    def element(self, identifier: str, timeout_s: float = _NEXT_S) -> xa11y.Element:
        """Waits for it to be visible."""
        seen: dict[str, xa11y.Element] = {}

        def appeared() -> bool:
            seen.clear()
            seen.update(self.visible())
            return identifier in seen

        assert poll(appeared, timeout_s), f"{identifier} never became visible; there are {sorted(seen)}\n{self._app.dump()}"
        return seen[identifier]

    def press(self, identifier: str, timeout_s: float = _NEXT_S) -> None:
        """Waits for it to be visible and enabled."""

        def enabled() -> bool:
            return self.element(identifier, timeout_s).enabled

        assert poll(enabled, timeout_s), f"{identifier} stays disabled\n{self._app.dump()}"
        element = self.element(identifier, timeout_s)
        # Qt offers one of the two: what stays pressed is toggled.
        if "press" in element.actions:
            element.press()
        else:
            element.toggle()

    def fill(self, identifier: str, text: str) -> None:
        self.element(identifier).set_value(text)

    def wait_page(self, page: str, timeout_s: float = _NEXT_S) -> None:
        """Waits for `page-<page>`."""
        self.element(f"page-{page}", timeout_s)

    def _identifier(self, element: xa11y.Element) -> str:
        raw = element.raw
        address = DBusAddress(raw["object_path"], bus_name=raw["bus_name"], interface="org.a11y.atspi.Accessible")
        reply = self._bus.send_and_get_reply(Properties(address).get("AccessibleId"), timeout=_NEXT_S)
        if reply.header.message_type is MessageType.error:
            return ""  # it went away between the walk and the question
        return str(reply.body[0][1])
