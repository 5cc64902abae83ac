"""The files that run the worker as a service: what each system's own reader would refuse, and that they mean the same."""

from __future__ import annotations

import plistlib
import re
import shlex
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sync.__main__ import EXIT_SECOND_WORKER, _parser
from sync.data_folder import DATA_DIR_VARIABLE

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
OWN_UNIT = PACKAGING / "linux" / "i-defend-rights-sync.service"
SYSTEM_UNIT = PACKAGING / "linux" / "i-defend-rights-sync-system.service"
UNITS = (OWN_UNIT, SYSTEM_UNIT)
AGENT = PACKAGING / "macos" / "org.i-defend-rights.sync.plist"
TASK = PACKAGING / "windows" / "i-defend-rights-sync-task.xml"
_SCHEMA = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
# systemd's own rating counts from 10 (open) down to 0.
_MOST_EXPOSED = 2.0


def sections(path: Path) -> ConfigParser:
    """Keys keep their capitals. `SystemCallFilter` may stand twice, which means both; the parser keeps the last."""
    parser = ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",), inline_comment_prefixes=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


def task() -> ElementTree.Element:
    return ElementTree.parse(TASK).getroot()


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_looks_again_after_a_crash_and_when_another_worker_was_there_first(unit: Path) -> None:
    service = sections(unit)["Service"]
    assert service["Restart"] == "on-failure"
    assert service["SuccessExitStatus"] == service["RestartForceExitStatus"] == str(EXIT_SECOND_WORKER)
    assert int(service["RestartSec"]) >= 10, "looking again costs a start of the program each time"
    assert sections(unit)["Unit"]["StartLimitIntervalSec"] == "0", "else it would be given up after a few of those"


def test_what_every_system_starts_is_a_command_of_ours() -> None:
    words = [shlex.split(sections(unit)["Service"]["ExecStart"]) for unit in UNITS]
    words.append(plistlib.loads(AGENT.read_bytes())["ProgramArguments"])
    said = (task().findtext(f".//t:Exec/t:{part}", namespaces=_SCHEMA) for part in ("Command", "Arguments"))
    words.append([word for part in said for word in ([part.strip('"')] if part and "\\" in part else (part or "").split())])
    for program, *arguments in words:
        assert re.split(r"[/\\]", program)[-1].removesuffix(".exe") == "idr-sync"
        # Raises SystemExit for words that the program does not know.
        assert _parser().parse_args(arguments).command == "run"
        assert "--while-stdin-open" not in arguments, "a service has no standard input, and would end at once"


def test_window_and_service_of_the_system_share_a_folder_that_is_theirs_alone() -> None:
    service = sections(SYSTEM_UNIT)["Service"]
    assert service["User"] == "kiosk"
    assert service["Environment"] == f"{DATA_DIR_VARIABLE}=/var/lib/{service['StateDirectory']}"
    assert service["StateDirectoryMode"] == "0700"
    manual = (ROOT / "docs" / "worker.md").read_text(encoding="utf-8")
    assert service["Environment"] in manual


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_nobody_else_reads_what_it_writes_and_it_wins_no_rights(unit: Path) -> None:
    service = sections(unit)["Service"]
    assert service["NoNewPrivileges"] == "yes"
    assert service["UMask"] == "0077"
    assert service["LimitCORE"] == "0"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here; the tests above read the units without it")
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_systemd_finds_nothing_wrong_with_the_unit(unit: Path, tmp_path: Path) -> None:
    checked = _with_a_program(unit, tmp_path)
    whose = [] if unit is SYSTEM_UNIT else ["--user"]
    environ = {"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(
        ["systemd-analyze", *whose, "verify", "--man=no", str(checked)], capture_output=True, text=True, timeout=60, env=environ
    )
    assert [line for line in done.stderr.splitlines() if checked.name in line] == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_the_unit_of_the_system_is_shut_in_by_systemds_own_rating(tmp_path: Path) -> None:
    checked = _with_a_program(SYSTEM_UNIT, tmp_path)
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", f"--threshold={round(_MOST_EXPOSED * 10)}", "--no-pager", str(checked)],
        capture_output=True,
        text=True,
        timeout=60,
        env={"PATH": "/usr/bin:/bin", "SYSTEMD_COLORS": "0"},
    )
    if "unrecognized option" in done.stderr:
        pytest.skip("this systemd cannot rate a file")
    assert done.returncode == 0, done.stdout[-600:] + done.stderr


def test_the_agent_looks_again_after_a_crash_and_when_another_worker_was_there_first() -> None:
    agent = plistlib.loads(AGENT.read_bytes())
    assert AGENT.name == f"{agent['Label']}.plist"
    assert agent["RunAtLoad"] is True
    # Anything but 0 counts, so exit code 3 too.
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    assert agent["ThrottleInterval"] >= 10
    assert agent["Umask"] == 0o077
    assert agent["ProgramArguments"][0].startswith("/")


def test_the_task_is_looked_after_all_day_without_a_time_limit_and_never_twice() -> None:
    # As a text: `Register-ScheduledTask -Xml` is given one, and refuses a declared encoding that is not a text's own.
    assert "encoding" not in TASK.read_text(encoding="utf-8").splitlines()[0]
    names = ("MultipleInstancesPolicy", "ExecutionTimeLimit", "RunLevel", "LogonType", "StopIfGoingOnBatteries")
    said = {name: task().findtext(f".//t:{name}", namespaces=_SCHEMA) for name in names}
    assert said == {
        "MultipleInstancesPolicy": "IgnoreNew",
        "ExecutionTimeLimit": "PT0S",
        "RunLevel": "LeastPrivilege",
        # With the account's own token a black window would stand on the kiosk's screen.
        "LogonType": "S4U",
        "StopIfGoingOnBatteries": "false",
    }
    repetition = task().find(".//t:BootTrigger/t:Repetition", _SCHEMA)
    assert repetition is not None
    # Without a duration it goes on for ever.
    assert [child.tag.rpartition("}")[2] for child in repetition] == ["Interval"]


def test_the_order_of_the_task_is_the_schemas() -> None:
    """Windows refuses a task whose parts stand in another order."""
    assert [child.tag.rpartition("}")[2] for child in task()] == ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]


def test_the_manual_names_every_file() -> None:
    manual = (ROOT / "docs" / "worker.md").read_text(encoding="utf-8")
    assert [path.name for path in (*UNITS, AGENT, TASK) if path.relative_to(ROOT).as_posix() not in manual] == []


def _with_a_program(unit: Path, folder: Path) -> Path:
    """The unit as it is, but for the program, which need not be installed here."""
    program = folder / "idr-sync"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    checked = folder / "i-defend-rights-sync.service"
    text = unit.read_text(encoding="utf-8")
    checked.write_text(re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={program}", text))
    return checked
