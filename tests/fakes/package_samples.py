"""Bags, packages and sinks for tests of the package format."""

from __future__ import annotations

import io
from pathlib import Path

from sync.contract.package import BAGIT_TXT
from sync.package.bag import Member, bag_files
from sync.package.identity import AgeKey, new_age_key
from sync.package.seal import SealedFile, seal_package
from sync.package.tar import tar_pieces

BAG_NAME = "story-listen"
GOLDEN = Path(__file__).resolve().parents[1] / "golden"


class MemorySink:
    """Keeps what a bag reader hands over; a member appears in `files` when it was closed."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.open_writers = 0

    def open(self, path: str) -> _MemoryWriter:
        self.open_writers += 1
        return _MemoryWriter(self, path)


class _MemoryWriter:
    def __init__(self, sink: MemorySink, path: str) -> None:
        self._sink = sink
        self._path = path
        self._data = io.BytesIO()

    def write(self, data: bytes) -> int:
        return self._data.write(data)

    def close(self) -> None:
        self._sink.open_writers -= 1
        self._sink.files[self._path] = self._data.getvalue()


def sample_members() -> list[Member]:
    return [
        Member("data/answers/1-why.flac", bytes(range(256)) * 40),
        Member("data/photos/01.jpg", b"\xff\xd8 not really a photo \xff\xd9"),
        Member("data/story.json", b'{"schema": 1}\n'),
        Member("data/empty", b""),
    ]


def bag_tar(members: list[Member], bag_name: str = BAG_NAME) -> bytes:
    return b"".join(tar_pieces(bag_files(members, bag_name)))


def bag_tar_with(members: list[Member], **replaced: bytes | None) -> bytes:
    """A bag whose tag files were swapped (`manifest=…`, `info=…`, `bagit=…`, `tagmanifest=…`) or left out (None)."""
    names = {"bagit": "bagit.txt", "info": "bag-info.txt", "manifest": "manifest-sha256.txt", "tagmanifest": "tagmanifest-sha256.txt"}
    files = dict(bag_files(members, BAG_NAME))
    for key, data in replaced.items():
        path = f"{BAG_NAME}/{names[key]}"
        if data is None:
            del files[path]
        else:
            files[path] = data
    return b"".join(tar_pieces(files.items()))


def raw_tar(*files: tuple[str, bytes]) -> bytes:
    """A tar of these names and data and nothing else, below the sample bag's folder, `bagit.txt` first."""
    return b"".join(tar_pieces([(f"{BAG_NAME}/bagit.txt", BAGIT_TXT), *files]))


def sealed_sample(folder: Path, members: list[Member] | None = None) -> tuple[SealedFile, AgeKey]:
    key = new_age_key()
    sealed = seal_package(
        sample_members() if members is None else members,
        bag_name=BAG_NAME,
        recipients=[key.recipient],
        destination=folder / "package.age",
    )
    return sealed, key
