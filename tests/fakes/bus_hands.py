"""Two ways to work a window that is known only from the accessibility bus: real pointer events alone, and real key events alone.

The X server makes them (XTest, through `xdotool`), so they take the way of a person's: a control that is covered, out of sight or never
reached by Tab cannot be used, whatever the bus says of it. Nothing here asks the bus to act.
"""

from __future__ import annotations

import subprocess
import time
from types import TracebackType
from typing import Protocol

from bus_tree import BusTree, Node, Sight
from processes import poll

_SOON_S = 15.0
# A look keeps the program busy as well.
_LOOK_EVERY_S = 0.1
_FOCUS_S = 3.0
_MOST_STOPS = 60
_MOST_SCROLLS = 20
# Two clicks in quick succession on one place are one to the window, whatever comes to stand there meanwhile (kiosk.ui.widgets.one_press).
# Nobody reads a new page in less.
_BETWEEN_CLICKS_S = 0.6

# AtspiRole
RADIO_BUTTON = 44
CONTROLS = {43: "button", 44: "radio button", 7: "check box", 51: "slider", 61: "text", 79: "entry", 62: "toggle button"}


class Hands(Protocol):
    """What a walk needs of either. `sight` is what was there at the last `look`."""

    way: str
    sight: Sight

    def look(self) -> Sight: ...

    def again(self, node: Node) -> Node | None: ...

    def find(self, identifier: str) -> Node:
        """Waits until it is visible, enabled, and has stopped moving."""

    def press(self, identifier: str) -> None:
        """Waits until it can be used, and uses it."""

    def arrive(self) -> None:
        """A page has just been opened: looks whether these hands can do all that there is to do."""


class Input:
    """The pointer and the keyboard of an X server, as events of its own. A context that ends the program behind it."""

    def __init__(self, env: dict[str, str]) -> None:
        self._xdotool = subprocess.Popen(["xdotool", "-"], env=env, stdin=subprocess.PIPE, text=True)

    def __enter__(self) -> Input:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._xdotool.communicate(timeout=10)

    def do(self, command: str) -> None:
        """As xdotool writes it: `key Tab`. Returns before the program has dealt with it."""
        assert self._xdotool.stdin is not None
        self._xdotool.stdin.write(command + "\n")
        self._xdotool.stdin.flush()


class _Looking:
    def __init__(self, tree: BusTree, hands: Input) -> None:
        self.tree = tree
        self._hands = hands
        self.sight = Sight(())

    def look(self) -> Sight:
        self.sight = self.tree.look()
        return self.sight

    def again(self, node: Node) -> Node | None:
        return self.tree.again(node)

    def find(self, identifier: str) -> Node:
        """Until it is visible, enabled, and has stopped moving."""
        found: list[Node] = []

        def rests() -> bool:
            node = self.look().get(identifier)
            now = self.tree.again(node) if node is not None and node.enabled else None
            found[:] = [node] if node is not None and now is not None and now.bounds == node.bounds else []
            return bool(found)

        assert poll(rests, _SOON_S, _LOOK_EVERY_S), f"{identifier} is not there, or not enabled; there is\n{self.sight}"
        return found[0]


class Mouse(_Looking):
    """The left button, in the middle of what is pressed. What lies out of sight is scrolled to by the arrows on the page."""

    way = "mouse"
    _rested_at_s = 0.0

    def press(self, identifier: str) -> None:
        self._click(self._in_sight(identifier))

    def arrive(self) -> None:
        """Nothing to do in advance: what cannot be clicked shows when it is wanted."""

    def _in_sight(self, identifier: str) -> Node:
        for _ in range(_MOST_SCROLLS):
            # Before anything is scrolled it may still be about to come.
            node = self.find(identifier) if "scroll-down" not in self.look() else self.sight.get(identifier)
            if node is not None and node.middle_is_seen:
                return self.find(identifier)
            arrow = self.sight.get("scroll-down")
            assert arrow is not None, f"the middle of {node} cannot be seen, and nothing scrolls; there is\n{self.sight}"
            if arrow.enabled:
                self._click(arrow)
        raise AssertionError(f"{identifier} never comes into sight; there is\n{self.sight}")

    def _click(self, node: Node) -> None:
        x, y = node.middle
        time.sleep(max(0.0, self._rested_at_s - time.monotonic()))
        self._hands.do(f"mousemove {x} {y} click 1")
        self._rested_at_s = time.monotonic() + _BETWEEN_CLICKS_S


class Keyboard(_Looking):
    """Tab and Shift+Tab to whatever the program says has the keyboard, arrows among cards of which one is chosen, then Space."""

    way = "keyboard"

    def press(self, identifier: str) -> None:
        self.go_to(identifier)
        self._hands.do("key --delay 0 space")

    def write(self, identifier: str, words: str) -> None:
        """Key by key; plain letters and blanks only."""
        self.go_to(identifier)
        self._hands.do(f"type --delay 0 '{words}'")

    def go_to(self, identifier: str) -> None:
        wanted = self.find(identifier)
        passed = [self._focused()]
        while passed[-1].path != wanted.path:
            # A language that an arrow chooses may move all of them.
            wanted = self.again(wanted) or wanted
            passed.append(self._along(passed[-1], wanted) if _same_question(passed[-1], wanted) else self._tab())
            assert len(passed) < _MOST_STOPS, f"{identifier} cannot be reached by keys; there were\n{_listed(passed)}"

    def arrive(self) -> None:
        """Once around with Tab and one back: every control is passed, each once, and none that cannot be seen."""
        self._focused()
        usable = {node.path for node in self.sight.nodes if node.role in CONTROLS and node.usable}
        ring = [self._tab()]
        while (stop := self._tab()).path != ring[0].path:
            assert stop.path not in {known.path for known in ring}, f"Tab goes in circles at {stop}:\n{_listed(ring)}"
            ring.append(stop)
            assert len(ring) < _MOST_STOPS, f"Tab never comes around:\n{_listed(ring)}"
        back = self._tab("shift+Tab")
        # What could not be used a moment ago, such as before the microphone was open, is passed by now.
        assert back.path == ring[-1].path or back.path not in usable, f"Shift+Tab leads from {ring[0]} to {back}, and Tab from {ring[-1]}"
        for node in self.look().nodes:
            reached = any(stop.path == node.path or _same_question(stop, node) for stop in ring)
            missed = node.path in usable and node.usable and not reached
            assert not missed, f"Tab never comes to {node}, only to\n{_listed(ring)}"

    def _focused(self) -> Node:
        """A control, or the title of a page that was just opened: whatever happens, the keyboard is somewhere."""
        focused = [node for node in self.sight.nodes if "focused" in node.states]

        def one() -> bool:
            focused[:] = [node for node in self.look().nodes if "focused" in node.states]
            return len(focused) == 1

        assert len(focused) == 1 or poll(one, _FOCUS_S), f"{len(focused)} elements have the keyboard; there is\n{self.sight}"
        return focused[0]

    def _tab(self, key: str = "Tab") -> Node:
        self.tree.forget_focus()
        self._hands.do(f"key --delay 0 {key}")
        focused = self.tree.focus_moved(_FOCUS_S)
        assert focused is not None, f"after {key} nothing has the keyboard; there is\n{self.look()}"
        self._assert_seen(focused)
        return focused

    def _along(self, focused: Node, wanted: Node) -> Node:
        """One arrow towards it, as it is seen."""
        (left, top), (x, y) = focused.middle, wanted.middle
        apart = abs(y - top) > min(focused.bounds[3], wanted.bounds[3]) // 2
        key = ("Down" if y > top else "Up") if apart else ("Right" if x > left else "Left")
        return self._tab(key)

    def _assert_seen(self, focused: Node) -> None:
        def seen() -> bool:
            return any(node.path == focused.path and node.middle_is_seen for node in self.sight.nodes)

        # What was out of sight is brought into it, so another look is due before the complaint.
        assert seen() or poll(lambda: bool(self.look()) and seen(), _FOCUS_S), (
            f"{focused} has the keyboard and is not in sight\n{self.sight}"
        )


def _same_question(one: Node, other: Node) -> bool:
    """Cards of which one is chosen: Tab leads to one of them, arrows to the others."""
    return one.role == other.role == RADIO_BUTTON and one.identifier.split("-")[0] == other.identifier.split("-")[0]


def _listed(nodes: list[Node]) -> str:
    return "\n".join(map(str, nodes))
