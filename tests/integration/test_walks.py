"""Whole walks through the real program in every language, from outside: one by mouse alone and one by keyboard alone, side by side."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy
import pytest
import soundfile
from booth import Booth
from bus_hands import Input, Keyboard, Mouse
from bus_tree import BusTree
from bus_walk import CODE_DIGITS, CONTACT, OTHER_NAME, Walked, walk
from desktop import Desktop
from field import ROOT, without_kiosk_settings
from package_samples import MemorySink
from photo_samples import gradient
from position_signal import SAMPLE_RATE_HZ
from window_manager import WindowManager

from kiosk.resources import RESOURCES, languages
from kiosk.story.pages import Page
from sync.contract.package import CONSENT_JSON, HELP_JSON, STORY_JSON, Part
from sync.contract.story import Identity, IdentityKind, Need, Use, Voice, parse_consent, parse_help, parse_story
from sync.enrolled import Enrolled
from sync.outbox import State
from sync.package import open_package
from sync.package.identity import AgeKey, new_age_key

SMALLEST_PX = (1024, 720)
WAYS = ("mouse", "keyboard")
UTTERANCE_S = 1.2

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def desktops() -> Iterator[dict[str, Desktop]]:
    """One for each way, of the smallest size that the window is made for."""
    with ExitStack() as stack:
        running = {way: stack.enter_context(Desktop(*SMALLEST_PX)) for way in WAYS}
        for desktop in running.values():
            stack.enter_context(WindowManager(desktop))
        yield running


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Short utterances for a microphone, and a photo."""
    folder = tmp_path_factory.mktemp("around")
    (folder / "speech").mkdir()
    (folder / "photos").mkdir()
    for path in sorted((RESOURCES / "demo").glob("*.flac")):
        said, rate_hz = soundfile.read(path, dtype="int16")
        sounding = numpy.flatnonzero(said)
        soundfile.write(folder / "speech" / path.name, said[sounding[0] :][: round(UTTERANCE_S * rate_hz)], rate_hz)
    gradient().save(folder / "photos" / "one.jpg")
    return folder


@dataclass(frozen=True)
class Told:
    walked: Walked
    exit_code: int
    states: list[State]
    parts: dict[Part, Files]


def tell(way: str, language: str, desktop: Desktop, folder: Path, surroundings: Path) -> Told:
    """An enrolled kiosk of its own, the whole walk, and what then lies in its outbox, opened with the archive's key."""
    archive = new_age_key()
    booth = Booth(folder)
    # Nobody answers there: what is sealed stays.
    booth.enrol(Enrolled("https://127.0.0.1:9", "k1", "token", "ab" * 32, (archive.recipient,), (), None))
    booth.close()
    settings = {
        "IDR_DATA_DIR": str(folder),
        "IDR_KIOSK_FULL_SCREEN": "true",
        "IDR_KIOSK_PLAYER": "silent",
        "IDR_KIOSK_MICROPHONE": f"synthetic:{surroundings / 'speech'}",
        "IDR_KIOSK_PHOTO_FOLDER": str(surroundings / "photos"),
        # Three seconds before each answer: once is enough to know that it can be waited for.
        "IDR_KIOSK_COUNTDOWN": str(language == next(iter(languages()))).lower(),
    }
    program = subprocess.Popen([sys.executable, "-m", "kiosk"], env={**without_kiosk_settings(), **desktop.env, **settings}, cwd=ROOT)
    try:
        with BusTree(desktop.env["DBUS_SESSION_BUS_ADDRESS"], program) as tree, Input(desktop.env) as hands:
            walked = walk((Mouse if way == "mouse" else Keyboard)(tree, hands), language)
    finally:
        program.terminate()
        exit_code = program.wait(30)
    return Told(walked, exit_code, *outbox(folder, archive))


def outbox(folder: Path, archive: AgeKey) -> tuple[list[State], dict[Part, Files]]:
    booth = Booth(folder)
    rows = booth.outbox.packages()
    booth.close()
    parts = {}
    for row in rows:
        assert row.file_name is not None
        sink = MemorySink()
        open_package(booth.packages_dir / row.file_name, [archive.identity], sink)
        parts[parse_story(sink.files[STORY_JSON]).part] = sink.files
    return [row.state for row in rows], parts


@pytest.mark.blackbox
@pytest.mark.parametrize("language", languages())
def test_a_story_is_told_by_mouse_alone_and_by_keyboard_alone(
    language: str, desktops: dict[str, Desktop], surroundings: Path, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(len(WAYS)) as both:
        telling = {way: both.submit(tell, way, language, desktops[way], tmp_path / way, surroundings) for way in WAYS}
    for way, done in telling.items():
        is_what_was_told(done.result(), way, language)
        holds_what_was_said(done.result().parts[Part.MASTER], surroundings / "speech")


def holds_what_was_said(master: Files, speech: Path) -> None:
    """To the sample, in the answer that was not paused; which utterance it was depends on how often something was recorded."""
    recorded, rate_hz = soundfile.read(io.BytesIO(master["data/answers/1-why.flac"]), dtype="int16")
    assert rate_hz == SAMPLE_RATE_HZ
    said = [soundfile.read(path, dtype="int16")[0] for path in speech.iterdir()]
    assert sum(recorded.tobytes().count(utterance.tobytes()) for utterance in said) == 1


def is_what_was_told(told: Told, way: str, language: str) -> None:
    by_keyboard = way == "keyboard"
    assert told.exit_code == 0
    assert len(told.walked.withdrawal_code) == CODE_DIGITS
    # Who gives a name is not asked whether she said one.
    passed_by = {Page.TALK_FIRST, Page.NAME_CHECK} if by_keyboard else {Page.TALK_FIRST}
    assert told.walked.pages == tuple(page for page in (*Page, Page.START) if page not in passed_by)
    assert len(told.states) == 2
    assert not {State.CONFIRMED, State.ERASED, State.DELIVERED} & set(told.states)
    assert set(told.parts) == set(Part)
    for part, files in told.parts.items():
        story, consent = parse_story(files[STORY_JSON]), parse_consent(files[CONSENT_JSON])
        assert (story.part, story.language, consent.interface_language) == (part, language, language)
        assert [answer.prompt for answer in story.answers] == ["why", "challenge"]
        assert all(answer.duration_ms >= 1_500 for answer in story.answers)
        assert len(story.photos) == 1
        assert story.identity == (Identity(IdentityKind.OTHER, OTHER_NAME) if by_keyboard else Identity(IdentityKind.NONE))
        assert story.voice is Voice.OWN
        assert {use for use, granted in consent.uses.items() if granted} == {Use.ONLINE, Use.EDUCATION}
    asked = parse_help(told.parts[Part.LISTEN][HELP_JSON])
    assert (asked.needs, asked.contact) == ((Need.LAW,), CONTACT if by_keyboard else "")
