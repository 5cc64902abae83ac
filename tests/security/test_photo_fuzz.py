"""Photos made to do harm: the kiosk stays up, within its bounds, and what it keeps of them is pixels.

Two thousand here, in the processes and under the limits of the real decoder; ten thousand by the command in docs/contributing.md.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from photo_fuzz import Mutations, answers, fuzz
from photo_samples import canary_spellings

from kiosk.errors import PhotoRefused
from kiosk.photos.clean import clean_photo, photo_of
from kiosk.photos.photo import CleanPhoto

FILES, EVERY_NTH_KEPT = 2_000, 2
ANSWERS = 5_000
HARMLESS_GROUPS = {"SourceFile", "ExifTool", "System", "File", "JFIF", "Composite"}


@pytest.mark.timeout(300)
def test_damaged_photos_are_refused_or_become_pixels(tmp_path: Path) -> None:
    def keep(number: int, photo: CleanPhoto) -> None:
        assert not any(spelling in jpeg for jpeg in (photo.full_jpeg, photo.small_jpeg) for spelling in canary_spellings())
        if number % EVERY_NTH_KEPT == 0:
            (tmp_path / f"{number}.jpg").write_bytes(photo.full_jpeg)

    tally = fuzz(range(FILES), keep)
    assert tally.broken == []
    assert tally.in_bounds, tally
    # Damage that never reached a decoder would prove nothing, and neither would damage that hurt none.
    assert tally.photos > FILES // 20
    assert tally.refused > FILES // 20
    kept = list(tmp_path.iterdir())
    assert len(kept) >= 50
    output = subprocess.run(["exiftool", "-json", "-G1", str(tmp_path)], check=True, capture_output=True).stdout
    told = json.loads(output)
    assert len(told) == len(kept)
    assert {name.partition(":")[0] for photo in told for name in photo} <= HARMLESS_GROUPS


def test_whatever_a_worker_answers_is_a_photo_or_refused() -> None:
    photos = 0
    for answer in answers(range(ANSWERS)):
        try:
            photo = photo_of(answer)
        except PhotoRefused:
            continue
        assert 0 < photo.width_px <= 4_096
        assert 0 < photo.height_px <= 4_096
        photos += 1
    assert 0 < photos < ANSWERS


def test_the_real_worker_answers_damage_the_same_way() -> None:
    """The forks above stand for it: a few files go the whole way, through a process that was started for them."""
    mutations = Mutations()
    seen = set()
    for number in range(6):
        try:
            clean_photo(mutations.file(number))
            seen.add("photo")
        except PhotoRefused as refused:
            seen.add(refused.code)
    assert "photo-worker" not in seen
