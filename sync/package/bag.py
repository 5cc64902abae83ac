"""BagIt 1.0 (RFC 8493) bags, made and read while they stream.

A bag here has the payload, `bagit.txt`, `bag-info.txt` with Payload-Oxum alone (no date, no agent, no name), `manifest-sha256.txt`
and `tagmanifest-sha256.txt`. The payload comes before the manifests, because its hashes are only known once it went by.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from sync.contract.faults import BrokenPackage
from sync.contract.package import BAGIT_TXT, LIMITS, Limits
from sync.package.tar import TarReader, check_path

_BAG_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")
_MANIFEST_LINE = re.compile(r"([0-9a-f]{64})[ \t]+(\S[^\r\n]*)\Z")
_OXUM = re.compile(r"Payload-Oxum: (0|[1-9][0-9]{0,18})\.([1-9][0-9]{0,8})\n\Z")

_BAGIT, _INFO, _MANIFEST, _TAGMANIFEST = "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
_TAG_FILES = frozenset({_BAGIT, _INFO, _MANIFEST, _TAGMANIFEST})
_READ_BYTES = 64 * 1024


@dataclass(frozen=True)
class Member:
    """One payload file. `path` begins with `data/`."""

    path: str
    data: bytes


def bag_files(members: Iterable[Member], bag_name: str) -> Iterator[tuple[str, bytes]]:
    """The files of the bag in their order within the tar, hashing on the way. Holds one member at a time.

    Raises ValueError for an empty bag, a bad bag name, or a member outside `data/` or named twice: our bug.
    """
    if not _BAG_NAME.match(bag_name):
        raise ValueError("a bag's name is 1 to 64 letters, digits, dashes and underscores")
    yield f"{bag_name}/{_BAGIT}", BAGIT_TXT
    hashes: dict[str, str] = {}
    payload_bytes = 0
    for member in members:
        path, data = member.path, member.data
        del member
        try:
            check_path(path)
        except BrokenPackage as error:
            raise ValueError("a member's path does not travel") from error
        if not path.startswith("data/") or path in hashes:
            raise ValueError("a member lies under data/ and comes once")
        hashes[path] = hashlib.sha256(data).hexdigest()
        payload_bytes += len(data)
        yield f"{bag_name}/{path}", data
        del data
    if not hashes:
        raise ValueError("a bag holds at least one member")
    info = f"Payload-Oxum: {payload_bytes}.{len(hashes)}\n".encode()
    manifest = _manifest(hashes)
    yield f"{bag_name}/{_INFO}", info
    yield f"{bag_name}/{_MANIFEST}", manifest
    tags = {_BAGIT: BAGIT_TXT, _INFO: info, _MANIFEST: manifest}
    yield f"{bag_name}/{_TAGMANIFEST}", _manifest({name: hashlib.sha256(data).hexdigest() for name, data in tags.items()})


def _manifest(hashes: dict[str, str]) -> bytes:
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


class MemberWriter(Protocol):
    """Where one payload file goes. A binary file serves."""

    def write(self, data: bytes, /) -> object: ...

    def close(self) -> None: ...


class Sink(Protocol):
    """Where the payload of a bag goes, member by member. The caller throws all of it away when reading raised."""

    def open(self, path: str) -> MemberWriter: ...


@dataclass(frozen=True)
class OpenedBag:
    """A bag of which every byte was verified. `files` maps each payload path to (SHA-256, size in bytes)."""

    bag_name: str
    info: dict[str, str]
    files: dict[str, tuple[str, int]]
    tag_files: dict[str, bytes]


def read_bag(tar_stream: BinaryIO, sink: Sink, limits: Limits = LIMITS) -> OpenedBag:
    """Reads a whole tar strictly. Nothing handed to `sink` counts before this has returned.

    Raises BrokenPackage, and unchanged whatever `tar_stream` or `sink` raise.
    """
    reader = BagReader(sink, limits)
    try:
        while piece := tar_stream.read(_READ_BYTES):
            reader.feed(piece)
        return reader.finish()
    finally:
        reader.close()


class BagReader:
    """The strict reader in push form: `feed` until the end, then `finish`; always `close`. Not thread-safe."""

    def __init__(self, sink: Sink, limits: Limits = LIMITS) -> None:
        self._sink = sink
        self._limits = limits
        self._tar = TarReader(self, limits)
        self._bag_name: str | None = None
        self._files: dict[str, tuple[str, int]] = {}
        self._tags: dict[str, bytes] = {}
        self._path = ""
        self._size_bytes = 0
        self._hash = hashlib.sha256()
        self._writer: MemberWriter | None = None
        self._tag_data = bytearray()

    def feed(self, data: bytes) -> None:
        self._tar.feed(data)

    def finish(self) -> OpenedBag:
        self._tar.finish()
        if missing := sorted(_TAG_FILES - set(self._tags)):
            raise _broken("bag-tag-missing", f"{missing[0]} is missing")
        if self._tags[_BAGIT] != BAGIT_TXT:
            raise _broken("bag-version", "bagit.txt does not say BagIt 1.0 in UTF-8")
        if not self._files or self._bag_name is None:
            raise _broken("bag-empty", "there is nothing in it")
        info = self._check_info()
        self._check_manifest(_MANIFEST, {path: sha256 for path, (sha256, _) in self._files.items()})
        tags = {name: hashlib.sha256(data).hexdigest() for name, data in self._tags.items() if name != _TAGMANIFEST}
        self._check_manifest(_TAGMANIFEST, tags)
        return OpenedBag(self._bag_name, info, dict(self._files), dict(self._tags))

    def close(self) -> None:
        """Closes the member that was being written when something went wrong."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            writer.close()

    def begin(self, path: str, size_bytes: int) -> None:
        base, _, inner = path.partition("/")
        if not _BAG_NAME.match(base) or self._bag_name not in (None, base):
            raise _broken("bag-name", "not everything lies in one well-named folder")
        self._bag_name = base
        self._path, self._size_bytes = inner, size_bytes
        is_payload = inner.startswith("data/")
        if not is_payload and inner not in _TAG_FILES:
            raise _broken("bag-unknown-file", "there is a file beside the payload that the format does not know")
        if (not is_payload or inner.endswith(".json")) and size_bytes > self._limits.json_bytes:
            raise _broken("bag-text-too-large", "a text in it is larger than any story's")
        if is_payload:
            self._hash = hashlib.sha256()
            self._writer = self._sink.open(inner)
        else:
            self._tag_data = bytearray()

    def data(self, piece: bytes) -> None:
        if self._writer is None:
            self._tag_data += piece
        else:
            self._hash.update(piece)
            self._writer.write(piece)

    def end(self) -> None:
        if self._writer is None:
            self._tags[self._path] = bytes(self._tag_data)
        else:
            self.close()
            self._files[self._path] = (self._hash.hexdigest(), self._size_bytes)

    def _check_info(self) -> dict[str, str]:
        match = _OXUM.match(self._tags[_INFO].decode("utf-8", errors="replace"))
        if match is None:
            raise _broken("bag-info", "bag-info.txt says something else than the payload's size")
        payload_bytes = sum(size_bytes for _, size_bytes in self._files.values())
        if (int(match[1]), int(match[2])) != (payload_bytes, len(self._files)):
            raise _broken("bag-oxum", "the payload is not as large as bag-info.txt says")
        return {"Payload-Oxum": f"{match[1]}.{match[2]}"}

    def _check_manifest(self, name: str, found: dict[str, str]) -> None:
        try:
            text = self._tags[name].decode("utf-8")
        except UnicodeDecodeError as error:
            raise _broken("bag-manifest", f"{name} is not UTF-8") from error
        if not text.endswith("\n"):
            raise _broken("bag-manifest", f"{name} is cut")
        listed: dict[str, str] = {}
        for line in text[:-1].split("\n"):
            match = _MANIFEST_LINE.match(line)
            if match is None or match[2] in listed:
                raise _broken("bag-manifest", f"{name} has a line that is not understood")
            listed[match[2]] = match[1]
        if set(listed) != set(found):
            raise _broken("bag-manifest-files", f"{name} does not list exactly the files that are there")
        if listed != found:
            raise _broken("bag-checksum", f"a file is not what {name} says")


def _broken(code: str, what: str) -> BrokenPackage:
    return BrokenPackage(code, f"The package's bag is not whole: {what}.")
