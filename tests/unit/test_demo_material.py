"""The demo's own speech and photos: short, in the format of the microphone, and full of what the kiosk must take out."""

from __future__ import annotations

from pathlib import Path

import pytest
import soundfile
from PIL import ExifTags, Image

DEMO = Path(__file__).parents[2] / "resources" / "demo"
ANSWERS = ("1-why", "2-challenge", "3-inspiration")


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_are_short_and_as_a_microphone_gives_them(name: str) -> None:
    info = soundfile.info(str(DEMO / f"{name}.flac"))
    assert (info.format, info.subtype, info.samplerate, info.channels) == ("FLAC", "PCM_16", 48_000, 1)
    assert 4.0 <= info.duration <= 5.5
    samples, _ = soundfile.read(str(DEMO / f"{name}.flac"))
    assert abs(samples).max() > 0.1


@pytest.mark.parametrize("name", ["photo-1", "photo-2"])
def test_photos_carry_what_must_not_travel(name: str) -> None:
    raw = (DEMO / f"{name}.jpg").read_bytes()
    assert raw.count(b"IDR-CANARY-PHOTO") >= 6
    with Image.open(DEMO / f"{name}.jpg") as photo:
        assert photo.size == (1600, 1200)
        exif = photo.getexif()
        assert exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] == "N"
        assert "SERIAL" in exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber]
        assert b"COMMENT" in photo.info["comment"]
