"""After five visits (two sent, one left, two killed) nothing on the laptop tells who spoke or what was said.

Canaries in the typed name, in the photos' metadata and in the sound itself; looked for in the data folder, the home folder and the
temp folder, as UTF-8, UTF-16, hex and base64. A control that holds them in the clear proves that the scan finds them.
"""

from __future__ import annotations

import base64
import os
import signal
import time
from pathlib import Path

import pyrage
import pytest
import soundfile
from field import without_kiosk_settings
from guest import SPEECH, TO_FIRST_PROMPT, UNDERSTOOD, Guest, answer

from sync.enrolled import Enrolled, save_enrolled

NAME = "Canary-Wangari-7361"
PHOTO = "IDR-CANARY-PHOTO"
# What a file begins with when it holds sound or a picture in the clear.
MAGICS = {"FLAC": b"fLaC", "Ogg": b"OggS", "JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF", "Exif": b"Exif\x00\x00", "WAV": b"WAVEfmt "}
SLICE_FRAMES = 64

TELL = [*TO_FIRST_PROMPT, *answer(1_600), ["press", "skip"], ["press", "skip"]]
ADD_PHOTO = [["press", "add-photo"], ["press", "photo-file-1"], ["press", "photos-done"], ["press", "continue"]]
SIGN = [["press", "name-mine"], ["write", "name-field", NAME], ["press", "continue"], ["press", "voice-own"], ["press", "continue"]]
SEND = [["press", "continue"], ["press", "continue"], *UNDERSTOOD, ["press", "send"], ["read", "receipt-code"], ["press", "done"]]
SENT = [*TELL, *ADD_PHOTO, *SIGN, *SEND]
LEFT = [*TELL, *ADD_PHOTO, *SIGN, ["press", "leave"], ["press", "leave-confirm"], ["press", "start"]]
KILLED = [*TELL, *ADD_PHOTO, *SIGN, ["pass", 600_000]]


def sound_canaries() -> list[bytes]:
    """Short loud stretches of each utterance, as the samples would lie in memory or in a WAV file."""
    found = []
    for path in sorted(SPEECH.glob("*.flac")):
        samples, _ = soundfile.read(path, dtype="int16")
        loudest = int(abs(samples.astype("int32")).argmax())
        stretch = samples[loudest : loudest + SLICE_FRAMES]
        found += [stretch.tobytes(), (stretch.astype("float32") / 32_768).tobytes()]
    return found


def spellings(text: str) -> list[bytes]:
    plain = text.encode()
    # Base64 depends on where in a group of three the text begins; the middle of each spelling does not.
    shifted = [base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)]
    return [plain, text.encode("utf-16-le"), text.encode("utf-16-be"), plain.hex().encode(), plain.hex().upper().encode(), *shifted]


def hits(folder: Path, extra: list[bytes]) -> list[str]:
    needles = [*spellings(NAME), *spellings(PHOTO), *sound_canaries(), *extra]
    found = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        found += [f"{path.name}: {needle[:24]!r}" for needle in needles if needle in content]
        found += [f"{path.name}: {name}" for name, magic in MAGICS.items() if magic in content]
        found += [f"{path.name} is called by the name" for text in (NAME, PHOTO) if text in path.name]
    return found


@pytest.fixture
def laptop(tmp_path: Path) -> dict[str, str]:
    for folder in ("data", "home", "tmp", "run"):
        (tmp_path / folder).mkdir()
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    save_enrolled(tmp_path / "data", Enrolled("http://127.0.0.1:9", "kiosk", "kiosk.secret", "ab" * 32, (recipient,), (), None))
    return {
        **without_kiosk_settings(),
        "IDR_DATA_DIR": str(tmp_path / "data"),
        "IDR_KIOSK_DRAFT_POLICY": "keyring",
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "tmp"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
    }


@pytest.mark.timeout(400)
def test_nothing_is_found_after_five_visits(laptop: dict[str, str], tmp_path: Path) -> None:
    codes = []
    for _ in range(2):
        with Guest(laptop, SENT) as guest:
            codes.append(guest.until("read", "receipt-code")[2])
            guest.until("arrived")
    with Guest(laptop, LEFT) as guest:
        guest.until("arrived")
    for _ in range(2):
        with Guest(laptop, KILLED) as guest:
            guest.until("pressed", "voice-own")
            time.sleep(0.5)
            pids = [guest.process.pid, guest.recorder_pid()]
            for pid in pids:
                os.kill(pid, signal.SIGKILL)

    assert len(list((tmp_path / "data" / "packages").glob("*.age"))) == 4
    told = [spelling for code in codes for spelling in (code.encode(), "".join(filter(str.isdigit, code)).encode())]
    assert hits(tmp_path, told) == []
    assert list((tmp_path / "tmp").iterdir()) == []


def test_the_scan_finds_what_is_there(tmp_path: Path) -> None:
    for number, spelling in enumerate([*spellings(NAME), *spellings(PHOTO), *sound_canaries(), *MAGICS.values()]):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "plain").write_bytes(b"before" + spelling + b"after")
        assert hits(folder, []), spelling
