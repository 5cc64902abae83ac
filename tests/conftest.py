"""What holds for every test: it touches nothing of the user's, stays on this machine, and leaves nothing behind.

A test fails on what nobody expected: a log record of WARNING or above, a thread, process, temp file, window or running timer that
outlives it, a connection beyond loopback. `@pytest.mark.allow_logs("logger")` says which records are expected; asking for `caplog`
says that the test looks at them itself.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from desktop import Desktop
from leaks import Leaks, mark_this_run
from outside import OutsideGuard

_outside = OutsideGuard()
_private = pytest.StashKey[Path]()
_passed = pytest.StashKey[bool]()

# The user's own: session, settings, proxies and certificates must neither help a test nor be touched by one.
_FOREIGN = ("DISPLAY", "XAUTHORITY", "WAYLAND_", "DBUS_", "XDG_", "IDR_", "PULSE_", "JACK_", "QT_", "PYTHON_KEYRING", "LC_", "LANG")
# How often counted tests try again: 1 every day, more by whoever asks for it.
_OURS = {"IDR_TEST_ROUNDS"}
_FOREIGN_ANY_CASE = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "requests_ca_bundle", "curl_ca_bundle", "ssl_cert_", "netrc")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "allow_logs(*loggers): WARNING records of these loggers are expected; for ERROR ask for caplog")
    private = Path(tempfile.mkdtemp(prefix="tests-"))
    config.stash[_private] = private
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())  # `tmp_path` stays where people look for it
    for name in list(os.environ):
        if name not in _OURS and (name.startswith(_FOREIGN) or name.lower().startswith(_FOREIGN_ANY_CASE)):
            del os.environ[name]
    for folder in ("home", "run", "tmp"):
        (private / folder).mkdir(mode=0o700)
    os.environ |= {
        "HOME": str(private / "home"),
        "XDG_RUNTIME_DIR": str(private / "run"),
        "TMPDIR": str(private / "tmp"),
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }
    tempfile.tempdir = None  # it remembers the old TMPDIR
    mark_this_run()
    _outside.install()


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_private])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_passed] = report.passed
    return report


@pytest.fixture(scope="session", autouse=True)
def nothing_left_by_the_run() -> Iterator[None]:
    """Set up before every other fixture and so taken down after all of them."""
    leaks = Leaks()
    yield
    if found := leaks.found():
        pytest.fail("after the last test: " + "\n".join(found), pytrace=False)


@pytest.fixture(autouse=True)
def nothing_unexpected(request: pytest.FixtureRequest) -> Iterator[None]:
    """The guard itself. A test that has failed already is not asked what it left: its traceback still holds things."""
    leaks = Leaks()
    records = _Records(request)
    logging.getLogger().addHandler(records)
    _outside.attempts.clear()
    yield
    logging.getLogger().removeHandler(records)
    surprises = [*records.unexpected, *_outside.attempts]
    if request.node.stash.get(_passed, False):
        surprises += leaks.found()
    if surprises:
        pytest.fail("\n".join(surprises), pytrace=False)


class _Records(logging.Handler):
    """Collects the log records that no marker of the test speaks for."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(logging.WARNING)
        # Django tells of every refused request here; the test that made the request has looked at the answer.
        self._allowed = ["django.request"]
        for marker in request.node.iter_markers("allow_logs"):
            self._allowed += marker.args
        self._looks_itself = "caplog" in request.fixturenames
        self.unexpected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        known = any(record.name == name or record.name.startswith(name + ".") for name in self._allowed)
        allowed = known and record.levelno < logging.ERROR
        if not allowed and not self._looks_itself:
            self.unexpected.append(f"unexpected log record: {record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(scope="session")
def _running_desktop() -> Iterator[Desktop]:
    with Desktop() as running:
        yield running


@pytest.fixture
def desktop(_running_desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A private X server with session and accessibility bus; start programs with `env=desktop.env`, see `window.Window`.

    For this test also the test's own process talks to that bus. Its own Qt, if any, stays offscreen.
    """
    for name in ("DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(name, _running_desktop.env[name])
    return _running_desktop
