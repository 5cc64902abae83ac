"""What assistive technology is told of a program's window: AT-SPI alone, spoken over the bus by hand.

Other than `window.Window` this only looks: nothing here can act, and nothing depends on this process's environment, so that several
desktops can be looked at side by side. One per thread.
"""

from __future__ import annotations

import subprocess
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from desktop import accessibility_bus
from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, new_method_call
from jeepney.bus_messages import message_bus
from processes import poll

_START_S = 30.0
_REPLY_S = 10.0
_SPI = "org.a11y.atspi"
_ROOT = "/org/a11y/atspi/accessible/root"
_REGISTRY = DBusAddress("/org/a11y/atspi/registry", f"{_SPI}.Registry", f"{_SPI}.Registry")
_FOCUS_RULE = MatchRule(type="signal", interface=f"{_SPI}.Event.Object", member="StateChanged")
_SCREEN = 0  # coordinates relative to the screen
# Qt makes one up, of this and the classes around it, for what has none.
_MADE_UP = "QApplication."

# AtspiStateType
_STATES = {
    *(("checked", 4), ("editable", 7), ("enabled", 8), ("focusable", 11), ("focused", 12)),
    *(("sensitive", 24), ("showing", 25), ("visible", 30), ("checkable", 41)),
}

Place = tuple[int, int, int, int]
"""x, y, width, height in pixels of the screen."""
_EVERYWHERE: Place = (-(1 << 15), -(1 << 15), 1 << 16, 1 << 16)


@dataclass(frozen=True)
class Node:
    """One element as the bus described it a moment ago. `seen` is what of `bounds` no ancestor cuts off; empty where nothing is."""

    path: str
    identifier: str
    name: str
    role: int
    states: frozenset[str]
    bounds: Place
    seen: Place

    @property
    def middle(self) -> tuple[int, int]:
        x, y, width, height = self.bounds
        return x + width // 2, y + height // 2

    @property
    def enabled(self) -> bool:
        return {"enabled", "sensitive"} <= self.states

    @property
    def usable(self) -> bool:
        """Can be seen, enabled, and given the keyboard."""
        return self.enabled and "focusable" in self.states

    @property
    def middle_is_seen(self) -> bool:
        (x, y), (left, top, width, height) = self.middle, self.seen
        return left <= x < left + width and top <= y < top + height

    def __str__(self) -> str:
        return f"{self.identifier or self.path} {self.name!r} role {self.role} {self.bounds} {' '.join(sorted(self.states))}"


class Sight(dict[str, Node]):
    """What is visible now, by identifier; `nodes` are all, those without an identifier too, in the tree's order."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        super().__init__((node.identifier, node) for node in nodes if node.identifier)
        self.nodes = nodes

    @property
    def page(self) -> str:
        """Which page is shown; empty where there is none or more than one."""
        pages = [name for name in self if name.startswith("page-")]
        return pages[0].removeprefix("page-") if len(pages) == 1 else ""

    def complaints(self) -> Iterator[str]:
        """What would leave somebody who cannot see the screen without an answer to "what is this?"."""
        for node in self.nodes:
            if "focusable" in node.states and not node.name.strip():
                yield f"focusable without a name: {node}"
        for identifier, times in Counter(node.identifier for node in self.nodes if node.identifier).items():
            if times > 1:
                yield f"{times} visible elements are {identifier}"

    def __str__(self) -> str:
        return "\n".join(map(str, self.nodes))


class BusTree:
    """The window of `program` on the desktop whose session bus is at `session_address`. Waits until it is there."""

    def __init__(self, session_address: str, program: subprocess.Popen[bytes]) -> None:
        self._bus = accessibility_bus(session_address)
        self._focused: deque[str] = deque()
        for message in (
            new_method_call(_REGISTRY, "RegisterEvent", "s", ("object:state-changed:focused",)),
            message_bus.AddMatch(_FOCUS_RULE),
        ):
            self._answer(self._bus.send_and_get_reply(message, timeout=_REPLY_S))
        found: list[str] = []

        def there() -> bool:
            found[:] = [name for name in self._programs() if self._pid(name) == program.pid]
            return bool(found) or program.poll() is not None

        poll(there, _START_S)
        if not found:
            self._bus.close()
            raise AssertionError("the program has not appeared on the accessibility bus")
        self._program = found[0]

    def __enter__(self) -> BusTree:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bus.close()

    def look(self) -> Sight:
        """Walks down from the program, past nothing that is not visible. What changes meanwhile is left out."""
        nodes: list[Node] = []
        level = [(path, _EVERYWHERE) for path in self._children([_ROOT])[0]]
        while level:
            seen = [node for node in self._describe(level) if node.seen[2] > 0 and node.seen[3] > 0]
            nodes += seen
            # What can be used is whole: nothing in it is used by itself.
            containers = [node for node in seen if "focusable" not in node.states]
            inside = self._children([node.path for node in containers])
            level = [(path, node.seen) for node, paths in zip(containers, inside, strict=True) for path in paths]
        return Sight(nodes)

    def again(self, node: Node) -> Node | None:
        """The same element as it is now; None where it cannot be seen any more. Quicker than a look; `seen` is all of it."""
        return next(iter(self._describe([(node.path, _EVERYWHERE)])), None)

    def forget_focus(self) -> None:
        """What moved until now is not asked for any more."""
        self._take_in()
        self._focused.clear()

    def focus_moved(self, timeout_s: float) -> Node | None:
        """What got the keyboard since `forget_focus`, as the program said by itself; None if it says nothing in time."""
        moved: list[Node] = []

        def said() -> bool:
            self._take_in()
            while self._focused:
                told = self._describe([(self._focused.popleft(), _EVERYWHERE)])
                moved.extend(node for node in told if "focused" in node.states)
            return bool(moved)

        return moved[-1] if poll(said, timeout_s) else None

    # On the bus

    def _programs(self) -> list[str]:
        registry = DBusAddress(_ROOT, f"{_SPI}.Registry", f"{_SPI}.Accessible")
        children = self._answer(self._bus.send_and_get_reply(new_method_call(registry, "GetChildren"), timeout=_REPLY_S))[0]
        return [name for name, _ in children]

    def _pid(self, name: str) -> int:
        reply = self._bus.send_and_get_reply(message_bus.GetConnectionUnixProcessID(name), timeout=_REPLY_S)
        return -1 if reply.header.message_type is MessageType.error else int(reply.body[0])

    def _describe(self, level: Sequence[tuple[str, Place]]) -> list[Node]:
        """(path, what can be seen of its parent) → those that are shown. Few questions are asked of what is not: a tree is large."""
        states = self._ask([new_method_call(self._at(path, "Accessible"), "GetState") for path, _ in level])
        shown = [(path, window, _names(bits[0])) for (path, window), bits in zip(level, states, strict=True) if bits is not None]
        shown = [(path, window, names) for path, window, names in shown if {"visible", "showing"} <= names]
        asked: list[Message] = []
        for path, _, _ in shown:
            accessible = self._at(path, "Accessible")
            asked += (
                Properties(accessible).get("AccessibleId"),
                Properties(accessible).get("Name"),
                new_method_call(accessible, "GetRole"),
                new_method_call(self._at(path, "Component"), "GetExtents", "u", (_SCREEN,)),
            )
        answers = self._ask(asked)
        nodes = []
        for number, (path, window, names) in enumerate(shown):
            about = [body[0] for body in answers[4 * number : 4 * number + 4] if body is not None]
            if len(about) == 4:
                (_, identifier), (_, name), role, bounds = about
                identifier = "" if identifier.startswith(_MADE_UP) else identifier
                nodes.append(Node(path, identifier, name, role, names, bounds, _common(window, bounds)))
        return nodes

    def _children(self, paths: Sequence[str]) -> list[list[str]]:
        bodies = self._ask([new_method_call(self._at(path, "Accessible"), "GetChildren") for path in paths])
        return [[path for _, path in body[0]] if body is not None else [] for body in bodies]

    def _at(self, path: str, interface: str) -> DBusAddress:
        return DBusAddress(path, self._program, f"{_SPI}.{interface}")

    def _ask(self, messages: Sequence[Message]) -> list[tuple[Any, ...] | None]:
        """All at once: one round trip for a whole level of the tree. None for what cannot be answered any more."""
        serials = {next(self._bus.outgoing_serial): number for number in range(len(messages))}
        self._bus.sock.sendall(b"".join(message.serialise(serial) for message, serial in zip(messages, serials, strict=True)))
        bodies: list[tuple[Any, ...] | None] = [None] * len(messages)
        while serials:
            reply = self._bus.receive(timeout=_REPLY_S)
            number = serials.pop(reply.header.fields.get(HeaderFields.reply_serial, -1), -1)
            if number < 0:
                self._note(reply)
            elif reply.header.message_type is MessageType.method_return:
                bodies[number] = reply.body
        return bodies

    def _take_in(self) -> None:
        while True:
            try:
                self._note(self._bus.receive(timeout=0))
            except TimeoutError:
                return

    def _note(self, message: Message) -> None:
        fields = message.header.fields
        if fields.get(HeaderFields.member) == "StateChanged" and message.body[0] == "focused" and message.body[1]:
            self._focused.append(fields[HeaderFields.path])

    @staticmethod
    def _answer(reply: Message) -> tuple[Any, ...]:
        assert reply.header.message_type is MessageType.method_return, reply.body
        return reply.body


def _names(words: Sequence[int]) -> frozenset[str]:
    bits = words[0] | words[1] << 32
    return frozenset(name for name, bit in _STATES if bits >> bit & 1)


def _common(one: Place, other: Place) -> Place:
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[0] + one[2], other[0] + other[2]), min(one[1] + one[3], other[1] + other[3])
    return left, top, max(0, right - left), max(0, bottom - top)
