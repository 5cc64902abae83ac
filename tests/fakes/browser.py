"""A real browser without a window: Debian's Chromium, spoken to over its debugging pipe (Chrome DevTools Protocol), no driver needed.

with Browser(tmp_path) as browser:
    browser.open(url)
    browser.click(".play")
    browser.wait("document.querySelector('audio').currentTime > 0")
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

_PATIENCE_S = 30
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--mute-audio",
    "--remote-debugging-pipe",
)


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Browser:
    """One page. `problems` collects what the page complained of: script errors, refused loads, breaches of its content security policy."""

    def __init__(self, folder: Path, *, language: str = "en", script: bool = True) -> None:
        self._folder, self._language, self._script = folder, language, script
        self.problems: list[str] = []
        self._number = 0
        self._unread = b""

    def __enter__(self) -> Browser:
        program = chromium()
        assert program is not None
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()

        def as_3_and_4() -> None:  # the numbers that the browser listens and answers on
            high_in, high_out = os.dup(to_browser), os.dup(from_browser)
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)

        command = [program, *_FLAGS, f"--accept-lang={self._language}", f"--user-data-dir={self._folder / 'browser'}"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=False, preexec_fn=as_3_and_4
        )
        os.close(to_browser)
        os.close(from_browser)
        target = self._ask("Target.createTarget", {"url": "about:blank"}, session=None)["targetId"]
        attached = self._ask("Target.attachToTarget", {"targetId": target, "flatten": True}, session=None)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._ask(f"{domain}.enable")
        self._ask("Emulation.setScriptExecutionDisabled", {"value": not self._script})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self._ask("Browser.close", session=None)
        finally:
            os.close(self._write)
            try:
                self._process.wait(_PATIENCE_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            os.close(self._read)

    def open(self, url: str) -> None:
        self._ask("Page.navigate", {"url": url})
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression on the page, as JSON gives it."""
        result = self._ask("Runtime.evaluate", {"expression": expression, "returnByValue": True, "awaitPromise": True})
        if "exceptionDetails" in result:
            raise AssertionError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def wait(self, expression: str) -> None:
        """Until the expression is true."""
        end_s = time.monotonic() + _PATIENCE_S
        while not self.evaluate(expression):
            if time.monotonic() > end_s:
                raise AssertionError(f"never came true: {expression}; the page said: {self.problems}")
            time.sleep(0.02)

    def click(self, selector: str) -> None:
        """A mouse click on the middle of the first match: the browser counts it as the person's own gesture."""
        place = self.evaluate(
            f"""(async () => {{
                const found = document.querySelector({json.dumps(selector)});
                found.scrollIntoView({{block: 'center', behavior: 'instant'}});
                // A click lands on what was last painted, so the scrolled page has to be.
                await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
                const box = found.getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2];
            }})()"""
        )
        for kind in ("mousePressed", "mouseReleased"):
            event = {"type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1}
            self._ask("Input.dispatchMouseEvent", event)

    def press(self, key: str, code: int, text: str = "") -> None:
        """One key, as `press("ArrowRight", 39)` or `press("Enter", 13, "\\r")`."""
        for kind in ("keyDown", "keyUp"):
            event = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code}
            self._ask("Input.dispatchKeyEvent", {**event, "text": text} if kind == "keyDown" and text else event)

    def resize(self, width_px: int, height_px: int) -> None:
        self._ask("Emulation.setDeviceMetricsOverride", {"width": width_px, "height": height_px, "deviceScaleFactor": 1, "mobile": False})

    def cookie(self, url: str, name: str, value: str) -> None:
        self._ask("Network.setCookie", {"url": url, "name": name, "value": value})

    def _ask(self, method: str, params: dict[str, Any] | None = None, *, session: str | None = "page") -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params or {}}
        if session is not None:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer.get("result", {})
            self._note(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            if not select.select([self._read], [], [], _PATIENCE_S)[0]:
                raise AssertionError("the browser does not answer")
            piece = os.read(self._read, 65536)
            if not piece:
                raise AssertionError("the browser is gone")
            self._unread += piece
        message, self._unread = self._unread.split(b"\0", 1)
        return json.loads(message)

    def _note(self, event: dict[str, Any]) -> None:
        method, params = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.problems.append(str(params["exceptionDetails"].get("text")))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.problems.append(params["entry"]["text"])
