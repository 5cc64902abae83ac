"""Longer limits for longer counts, and the figures at the end of the run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fault_trial import prepared
from upload_audit import TALLIES, rounds

_EVERYDAY_S = 180


@pytest.fixture(scope="session", autouse=True)
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with prepared(tmp_path_factory.mktemp("stage")):
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "faults" in item.path.parts:
            item.add_marker(pytest.mark.timeout(rounds(_EVERYDAY_S)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if TALLIES:
        terminalreporter.section("faults, counted")
        for tally in TALLIES:
            terminalreporter.line(str(tally))
