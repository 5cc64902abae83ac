"""The files that open the window by themselves: what each system's own reader would refuse, and that they mean the same."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kiosk.app import EXIT_SECOND
from kiosk.config import load_config

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
TASK = PACKAGING / "windows" / "i-defend-rights-task.xml"
AGENT = PACKAGING / "macos" / "org.i-defend-rights.kiosk.plist"
FULL_SCREEN = "IDR_KIOSK_FULL_SCREEN"
_SCHEMA = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}


def sections(path: Path) -> ConfigParser:
    """Desktop entries and units are both of this shape; their keys keep their capitals."""
    parser = ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",), inline_comment_prefixes=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


@pytest.mark.parametrize("name", ["i-defend-rights-autostart.desktop", "i-defend-rights-session.desktop"])
def test_desktop_entries_start_the_locked_window(name: str) -> None:
    parser = sections(LINUX / name)
    assert parser.sections() == ["Desktop Entry"]
    entry = parser["Desktop Entry"]
    assert entry["Type"] == "Application"
    assert entry["Name"]
    # No character that the specification reserves stands in the command, so nothing needs quoting.
    assert not set(entry["Exec"]) & set("\"'\\><~|&;$*?#()`%")
    command = entry["Exec"].split()
    assert command[-1] == "idr-kiosk"
    assert f"{FULL_SCREEN}=true" in command


def test_the_unit_comes_back_after_a_crash_but_not_after_staff_or_a_second_start() -> None:
    service = sections(LINUX / "i-defend-rights.service")["Service"]
    assert service["Restart"] == "always"
    assert service["RestartPreventExitStatus"].split() == ["0", str(EXIT_SECOND)]
    assert service["Environment"] == f"{FULL_SCREEN}=true"
    # A recorder that were sent the signal too would end its take by itself, and the window would start another.
    assert service["KillMode"] == "mixed"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here; the test above reads the unit without it")
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    program = tmp_path / "idr-kiosk"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    unit = tmp_path / "i-defend-rights.service"
    text = (LINUX / unit.name).read_text(encoding="utf-8")
    # Only what is being looked at: the program need not be installed here, and targets belong to a running system.
    unit.write_text(re.sub(r"(?m)^ExecStart=.*$", f"ExecStart={program}", text))
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True, timeout=60)
    assert [line for line in done.stderr.splitlines() if unit.name in line] == []


def test_the_task_runs_once_per_log_on_without_a_time_limit() -> None:
    # As a text: `Register-ScheduledTask -Xml` is given one, and refuses a declared encoding that is not a text's own.
    assert "encoding" not in TASK.read_text(encoding="utf-8").splitlines()[0]
    task = ElementTree.parse(TASK).getroot()
    assert task.tag == f"{{{_SCHEMA['t']}}}Task"
    said = {
        name: task.findtext(f".//t:{name}", namespaces=_SCHEMA) for name in ("MultipleInstancesPolicy", "ExecutionTimeLimit", "RunLevel")
    }
    assert said == {"MultipleInstancesPolicy": "IgnoreNew", "ExecutionTimeLimit": "PT0S", "RunLevel": "LeastPrivilege"}
    assert task.findtext(".//t:StopIfGoingOnBatteries", namespaces=_SCHEMA) == "false"
    arguments = task.findtext(".//t:Exec/t:Arguments", namespaces=_SCHEMA) or ""
    assert f"set {FULL_SCREEN}=true&&" in arguments
    assert "idr-kiosk.exe" in arguments


def test_the_order_of_the_task_is_the_schemas() -> None:
    """Windows refuses a task whose parts stand in another order."""
    order = [child.tag.rpartition("}")[2] for child in ElementTree.parse(TASK).getroot()]
    assert order == ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]


def test_the_agent_comes_back_after_a_crash_but_not_after_staff() -> None:
    agent = plistlib.loads(AGENT.read_bytes())
    assert AGENT.name == f"{agent['Label']}.plist"
    assert agent["RunAtLoad"] is True
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    assert agent["EnvironmentVariables"] == {FULL_SCREEN: "true"}
    [program] = agent["ProgramArguments"]
    assert program.startswith("/")


def test_the_variable_they_set_locks_the_window(tmp_path: Path) -> None:
    assert load_config({"IDR_DATA_DIR": str(tmp_path), FULL_SCREEN: "true"}).full_screen


def test_the_manual_names_every_file() -> None:
    manual = (ROOT / "docs" / "kiosk-mode.md").read_text(encoding="utf-8")
    # The worker's have a manual and tests of their own (test_worker_service_files).
    files = [path for folder in ("linux", "windows", "macos") for path in (PACKAGING / folder).iterdir() if "sync" not in path.name]
    assert [path.name for path in files if path.relative_to(ROOT).as_posix() not in manual] == []
