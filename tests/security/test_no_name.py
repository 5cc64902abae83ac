"""Who chose "no name" is named in neither package, not even by a name that she typed before; and what she took out is in none of them."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from photo_samples import gradient
from PIL import Image
from told_story import MONTH, ToldStory, close_storage, open_storage, record, told_story

from kiosk.photos.cover import Rect, cover_photo
from kiosk.photos.photo import photo_from_image
from kiosk.story.session import PhotoDraft
from kiosk.submission import Storage, submit
from sync.contract.story import Identity, IdentityKind, Span
from sync.package import open_into_folder

CANARY = "Canary-Wangari-7361"
NAMED = Identity(IdentityKind.OWN, CANARY)
NAMELESS = Identity(IdentityKind.NONE)
RATE_PER_MS = 48
CUT = Span(500, 1_400)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    storage = open_storage(tmp_path / "data")
    yield storage
    close_storage(storage)


def sent(told: ToldStory, storage: Storage, out: Path) -> dict[str, dict[str, bytes]]:
    """part -> path in the bag -> bytes"""
    before = {row.package_id for row in storage.outbox.packages()}
    submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH)
    parts = {}
    for row in storage.outbox.packages():
        if row.package_id not in before:
            assert row.file_name is not None
            bag = out / open_into_folder(storage.packages_dir / row.file_name, [told.identity], out).bag_name
            parts[str(row.part)] = {str(path.relative_to(bag)): path.read_bytes() for path in bag.rglob("*") if path.is_file()}
    assert set(parts) == {"listen", "master"}
    return parts


def spellings(text: str) -> list[bytes]:
    plain = text.encode()
    shifted = [base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)]
    return [plain, text.encode("utf-16-le"), text.encode("utf-16-be"), plain.hex().encode(), plain.hex().upper().encode(), *shifted]


def keys_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


def named_in(parts: dict[str, dict[str, bytes]]) -> set[tuple[str, str]]:
    """Every file of either part that holds the name in any spelling."""
    needles = spellings(CANARY)
    return {(part, path) for part, files in parts.items() for path, data in files.items() if any(needle in data for needle in needles)}


def test_a_name_that_was_typed_and_then_not_wanted_is_in_neither_package(storage: Storage, tmp_path: Path) -> None:
    told = told_story(storage)
    told.session.choose_identity(NAMED)
    told.draft.save_session(told.session.to_record())
    told.session.choose_identity(NAMELESS)
    told.session.name_checked = True
    told.draft.save_session(told.session.to_record())
    assert CANARY not in json.dumps(told.draft.load_session())
    parts = sent(told, storage, tmp_path / "opened")
    assert named_in(parts) == set()
    for files in parts.values():
        for path, data in files.items():
            if path.endswith(".json") and path != "data/consent.json":
                assert "name" not in keys_of(json.loads(data)), path
        consent = json.loads(files["data/consent.json"])
        # There, `name` is a page that she read; what stands under it is a hash.
        assert "name" not in keys_of({key: value for key, value in consent.items() if key not in ("texts", "text_languages")})


def test_a_name_that_is_wanted_would_be_found(storage: Storage, tmp_path: Path) -> None:
    told = told_story(storage)
    told.session.choose_identity(NAMED)
    found = named_in(sent(told, storage, tmp_path / "opened"))
    assert {(part, "data/story.json") for part in ("listen", "master")} <= found


def original(seed: int, hidden_seed: int) -> np.ndarray:
    """Three seconds; what is said within the cut depends on `hidden_seed` alone, and is louder and deeper than the rest."""
    spoken = np.random.default_rng(seed).integers(-6_000, 6_000, 3_000 * RATE_PER_MS).astype(np.float32) / 32_768
    length = (CUT.end_ms - CUT.start_ms) * RATE_PER_MS
    hidden = np.random.default_rng(hidden_seed).integers(-(2**23), 2**23, length).astype(np.float32) / 2**23
    spoken[CUT.start_ms * RATE_PER_MS : CUT.end_ms * RATE_PER_MS] = hidden
    return spoken


def photo(draft: Any, colour: tuple[int, int, int]) -> PhotoDraft:
    """A face of that colour, covered."""
    picture = gradient(640, 480)
    picture.paste(colour, (200, 150, 300, 260))
    covered = cover_photo(photo_from_image(Image.frombytes("RGB", picture.size, picture.tobytes())), [Rect(200, 150, 300, 260)])
    return PhotoDraft(draft.put_blob(covered.full_jpeg), draft.put_blob(covered.small_jpeg), "", 1)


def told_with(storage: Storage, hidden_seed: int, colour: tuple[int, int, int]) -> ToldStory:
    told = told_story(storage, seconds=1)
    told.session.keep_take("why", [record(told.draft, "why", original(1, hidden_seed))], 3_000, [CUT])
    told.session.answers["why"].cuts = [CUT]
    told.session.name_checked = True
    told.session.photos = [photo(told.draft, colour)]
    return told


def test_what_was_cut_and_covered_makes_no_difference_to_either_package(storage: Storage, tmp_path: Path) -> None:
    """Two people said and showed different things there: every file that leaves is the same, but for the story's own id and code."""
    one = sent(told_with(storage, 2, (255, 0, 0)), storage, tmp_path / "one")
    other = sent(told_with(storage, 3, (0, 0, 255)), storage, tmp_path / "other")
    for part in ("listen", "master"):
        assert set(one[part]) == set(other[part])
        media = {path for path in one[part] if path.startswith(("data/answers/", "data/photos/"))}
        assert len(media) == 3
        for path in media | {"data/consent.json"}:
            assert one[part][path] == other[part][path], path
        stories = [json.loads(parts[part]["data/story.json"]) for parts in (one, other)]
        for story in stories:
            del story["story_id"], story["withdrawal_verifier"]
        assert stories[0] == stories[1]
