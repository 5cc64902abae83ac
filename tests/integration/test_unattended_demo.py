"""`packaging/demo --unattended`: one story from the synthetic microphone to a published page, judged by other people's programs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import bagit
import numpy
import pytest
import soundfile
from desktop import Desktop
from field import ROOT, open_story, without_kiosk_settings

from sync.contract.receipt import parse_signed_receipt
from sync.package import verify_receipt

CANARY = b"IDR-CANARY-PHOTO"
SPEECH = ROOT / "resources" / "demo"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, _running_desktop: Desktop) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("demo") / "kept"
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "demo_run.py"), "--unattended", "--keep", str(folder)],
        env={**without_kiosk_settings(), "DISPLAY": _running_desktop.env["DISPLAY"], "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {**json.loads(done.stdout.splitlines()[-1]), "folder": folder}


@pytest.fixture(scope="module")
def bags(demo: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = tmp_path_factory.mktemp("opened")
    return {Path(sealed).stem: open_story(Path(sealed), Path(demo["identity"]), out / Path(sealed).stem) for sealed in demo["packages"]}


def test_it_says_all_that_happened(demo: dict[str, Any]) -> None:
    assert set(demo["seconds"]) == {"archive", "enrol", "tell", "sync", "open", "review", "listen"}
    assert len(demo["withdrawal_code"]) == 16
    assert demo["published_url"].startswith("http://127.0.0.1:")
    assert demo["audio_url"].startswith("http://127.0.0.1:")


def test_age_tar_and_bagit_open_both_packages(demo: dict[str, Any], bags: dict[str, Path]) -> None:
    assert set(bags) == {"listen", "master"}
    for part, bag in bags.items():
        assert bagit.Bag(str(bag)).is_valid()
        assert bag.name == f"{demo['story_id']}-{part}"


def test_the_receipts_are_signed_and_speak_of_these_files(demo: dict[str, Any]) -> None:
    receipt_key = json.loads((demo["folder"] / "kiosk" / "enrolment.json").read_text())["receipt_key"]
    receipts = {value["receipt"]["sha256"]: parse_signed_receipt(value) for value in demo["receipts"]}
    for sealed in map(Path, demo["packages"]):
        sha256 = subprocess.run(["sha256sum", str(sealed)], capture_output=True, text=True, check=True).stdout.split()[0]
        signed = receipts[sha256]
        verify_receipt(signed, receipt_key, package_id=signed.receipt.package_id, sha256=sha256, size_bytes=sealed.stat().st_size)


def test_the_masters_hold_what_was_said_to_the_sample(bags: dict[str, Path]) -> None:
    for spoken in sorted(SPEECH.glob("*.flac")):
        master = bags["master"] / "data" / "answers" / spoken.name
        subprocess.run(["flac", "-t", "-s", str(master)], check=True)
        said, _ = soundfile.read(spoken, dtype="int16")
        recorded, rate_hz = soundfile.read(master, dtype="int16")
        assert rate_hz == 48_000
        # Leading and trailing zeros of the utterance could be found in many places; what is between them cannot.
        sounding = numpy.flatnonzero(said)
        said = said[sounding[0] : sounding[-1] + 1]
        assert recorded.tobytes().count(said.tobytes()) == 1


def test_the_listening_copies_play(bags: dict[str, Path]) -> None:
    for opus in sorted((bags["listen"] / "data" / "answers").iterdir()):
        played = subprocess.run(
            ["ffmpeg", "-v", "error", "-i", str(opus), "-f", "s16le", "-ac", "1", "-ar", "48000", "-"], capture_output=True, check=True
        )
        master, _ = soundfile.read(bags["master"] / "data" / "answers" / f"{opus.stem}.flac")
        assert played.stderr == b""
        assert abs(len(played.stdout) // 2 - len(master)) <= 960


def test_no_name_and_no_trace_of_the_camera_travels(bags: dict[str, Path]) -> None:
    assert any(CANARY in photo.read_bytes() for photo in SPEECH.glob("*.jpg")), "the canary itself is gone"
    for bag in bags.values():
        story = json.loads((bag / "data" / "story.json").read_text())
        assert story["identity"] == {"kind": "none"}
        assert len(story["photos"]) == 2
        for file in bag.rglob("*"):
            assert not file.is_file() or CANARY not in file.read_bytes()


def test_the_laptop_has_kept_nothing_of_it(demo: dict[str, Any]) -> None:
    kept = [path for path in (demo["folder"] / "kiosk").rglob("*") if path.is_file()]
    assert not [path for path in kept if path.suffix == ".age"]
    for path in kept:
        content = path.read_bytes()
        assert CANARY not in content
        assert demo["story_id"].encode() not in content
        assert demo["withdrawal_code"].encode() not in content
