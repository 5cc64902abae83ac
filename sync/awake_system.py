"""The system's own ways of being kept awake, through `wakepy`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from wakepy import keep

if sys.platform == "linux":
    from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

    class _Bus(JeepneyDBusAdapter):
        """One conversation with the session bus, to be closed whether it succeeded or not: a failed one wakepy leaves open."""

        def close_connections(self) -> None:
            # wakepy would also collect the garbage of the whole program here, and a window would stand still meanwhile.
            while self._connections:
                _, connection = self._connections.popitem()
                self.close_connection(connection)


@contextmanager
def kept_awake(*, with_screen: bool) -> Iterator[bool]:
    """Whether the system agreed, for as long as it agreed to. Enter and leave on one thread. Raises RuntimeError when it cannot be left."""
    with ExitStack() as leaving:
        how: dict[str, Any] = {"on_fail": "pass"}
        if sys.platform == "linux":
            bus = _Bus()
            leaving.callback(bus.close_connections)
            how["dbus_adapter"] = (lambda: bus,)
        mode = leaving.enter_context((keep.presenting if with_screen else keep.running)(**how))
        yield bool(mode.active)
