from __future__ import annotations

import ast
import sys
from pathlib import Path

import sync.link
from sync.link import FOR_PEOPLE, OF_THE_NETWORK, LinkState, state_of


def test_a_code_is_a_state_or_stands_for_another() -> None:
    assert state_of("portal", LinkState.PROTOCOL) is LinkState.PORTAL
    assert state_of("archive-418", LinkState.ARCHIVE_BUSY) is LinkState.ARCHIVE_BUSY


def test_what_people_mend_and_what_a_network_ends() -> None:
    assert {LinkState.PORTAL, LinkState.INTERCEPTED} == FOR_PEOPLE & OF_THE_NETWORK
    assert not {LinkState.UP, LinkState.ARCHIVE_FULL, LinkState.QUOTA, LinkState.METERED} & (FOR_PEOPLE | OF_THE_NETWORK)


def test_it_needs_the_standard_library_alone() -> None:
    tree = ast.parse(Path(sync.link.__file__).read_text())
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {module.partition(".")[0] for module in imported} <= sys.stdlib_module_names
