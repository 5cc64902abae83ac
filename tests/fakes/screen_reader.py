"""What a screen reader would be told without asking: announcements on a desktop's accessibility bus."""

from __future__ import annotations

import threading
from types import TracebackType

from desktop import accessibility_bus
from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call
from jeepney.bus_messages import message_bus

_REGISTRY = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
_RULE = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")


class ScreenReader:
    """`with ScreenReader(session_address) as reader:`; `heard` grows on its own thread. Be there before the program starts."""

    def __init__(self, session_address: str) -> None:
        self._bus = accessibility_bus(session_address)
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="screen-reader")
        self.heard: list[str] = []

    def __enter__(self) -> ScreenReader:
        # Programs only speak of what somebody registered for.
        for message in (new_method_call(_REGISTRY, "RegisterEvent", "s", ("object:announcement",)), message_bus.AddMatch(_RULE)):
            reply = self._bus.send_and_get_reply(message, timeout=10)
            assert reply.header.message_type is MessageType.method_return, reply.body
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ending.set()
        self._thread.join()
        self._bus.close()

    def _listen(self) -> None:
        while not self._ending.is_set():
            try:
                message = self._bus.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.fields.get(HeaderFields.member) == "Announcement":
                self.heard.append(str(message.body[3][1]))
