from __future__ import annotations

import uuid

import pytest

from sync.contract.package import Part, answer_path, bag_name, is_package_id, is_sha256, new_package_id, photo_path


def test_package_ids_are_random_and_recognised() -> None:
    ids = {new_package_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(is_package_id(package_id) for package_id in ids)


@pytest.mark.parametrize("text", ["", "0" * 31, "0" * 33, "A" * 32, "0" * 31 + "g", "0" * 32 + "\n", "../" + "0" * 29, "٠" * 32])
def test_what_is_no_package_id(text: str) -> None:
    assert not is_package_id(text)


@pytest.mark.parametrize("text", ["", "0" * 63, "0" * 65, "F" * 64, "0" * 64 + "\n"])
def test_what_is_no_sha256(text: str) -> None:
    assert not is_sha256(text)
    assert is_sha256("0" * 64)


def test_names_inside_a_bag() -> None:
    assert answer_path(1, "why", ".flac") == "data/answers/1-why.flac"
    assert photo_path(3) == "data/photos/03.jpg"
    story_id = str(uuid.UUID(int=0))
    assert bag_name(story_id, Part.LISTEN) == f"{story_id}-listen"
