"""What `idr-sync` says while it works on a stick, and when it says nothing at all."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from courier_child import COMMAND, CourierChild, progress
from processes import marked, poll

from kiosk.courier import Courier, Exported, ReceiptsRead
from sync.contract.faults import EnvironmentFault


@pytest.fixture
def child(tmp_path: Path) -> CourierChild:
    return CourierChild(tmp_path)


@pytest.fixture
def courier(tmp_path: Path) -> Courier:
    return Courier(tmp_path, COMMAND)


def never() -> threading.Event:
    return threading.Event()


def test_an_export_tells_how_far_it_is_and_what_came_of_it(child: CourierChild, courier: Courier) -> None:
    child.plan(progress(0, 10), progress(4, 10), progress(10, 10), stories=2, packages=4, size_bytes=10)
    seen: list[tuple[int, int]] = []
    assert courier.export(Path("/stick"), lambda done, total: seen.append((done, total)), never()) == Exported(2, 4, 10)
    assert seen == [(0, 10), (4, 10), (10, 10)]
    assert child.asked == ["export", "/stick"]


def test_receipts_are_counted(child: CourierChild, courier: Courier) -> None:
    child.plan(confirmed=3, already=2, foreign=1, refused=0)
    assert courier.import_receipts(Path("/stick"), never()) == ReceiptsRead(3, 2, 1, 0)
    assert child.asked == ["import-receipts", "/stick"]


def test_what_went_wrong_keeps_its_code_and_sentence(child: CourierChild, courier: Courier) -> None:
    child.plan(progress(1, 9), ok=False, error="stick-full", sentence="The stick is full.")
    with pytest.raises(EnvironmentFault, match="The stick is full") as raised:
        courier.export(Path("/stick"), lambda done, total: None, never())
    assert raised.value.code == "stick-full"


@pytest.mark.parametrize(
    "said",
    [
        (),
        ("Traceback (most recent call last):",),
        (progress(3, 4),),
        ({"kind": "result", "ok": True, "stories": 1},),
        ({"kind": "result", "ok": True, "stories": "one", "packages": 1, "size_bytes": 1},),
        ({"kind": "result", "ok": False},),
        ({"kind": "progress"}, {"kind": "result", "ok": True, "stories": 1, "packages": 1, "size_bytes": 1}),
        ("[1, 2]", "nothing"),
    ],
)
def test_a_child_that_says_anything_else_has_failed(child: CourierChild, courier: Courier, said: tuple[object, ...]) -> None:
    child.plan(*said)  # type: ignore[arg-type]
    with pytest.raises(EnvironmentFault) as raised:
        courier.export(Path("/stick"), lambda done, total: None, never())
    assert raised.value.code == "courier-failed"


def test_what_is_unknown_is_passed_over(child: CourierChild, courier: Courier) -> None:
    child.plan({"kind": "news"}, "not json", stories=1, packages=2, size_bytes=3)
    assert courier.export(Path("/stick"), lambda done, total: None, never()) == Exported(1, 2, 3)


def test_it_can_be_stopped_at_any_time_and_leaves_no_child_behind(child: CourierChild, courier: Courier, tmp_path: Path) -> None:
    child.plan(before=(progress(1, 100),), waits=True, stories=1, packages=1, size_bytes=1)
    stopped, begun = threading.Event(), threading.Event()
    raised: list[EnvironmentFault] = []

    def work() -> None:
        try:
            courier.export(Path("/stick"), lambda done, total: begun.set(), stopped)
        except EnvironmentFault as fault:
            raised.append(fault)

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(20)
    stopped.set()
    thread.join(20)
    assert [fault.code for fault in raised] == ["courier-stopped"]
    assert poll(lambda: not marked(f"IDR_DATA_DIR={tmp_path}"), 10)
    # What is asked for afterwards runs.
    child.plan(stories=1, packages=1, size_bytes=1)
    assert courier.export(Path("/stick"), lambda done, total: None, never()).stories == 1
