"""Opens a stored package: decrypt, read the bag strictly, check what is in it, hand it to `archive.stories`.

Nothing counts before every byte of the bag was verified and the story's own files match it exactly. A package that does not
keep the format's promises is quarantined with a code; the sealed file stays, everything opened from it goes. A package whose
story was taken back before it came is not kept at all.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from django.db import transaction

from archive.core.actions import action
from archive.core.blobs import BlobStore, BlobWriter, new_blob_id
from archive.core.events import record_event
from archive.core.jobs import LeaseLost
from archive.intake.erasing import discard_loose, withdraw_packages
from archive.intake.models import LooseBlob, Package
from archive.stories.actions import record_part
from archive.withdraw.tombstones import is_withdrawn
from sync.contract.faults import BrokenPackage
from sync.contract.package import CONSENT_JSON, HELP_JSON, STORY_JSON, Part, bag_name
from sync.contract.story import Consent, HelpRequest, Story, parse_consent, parse_help, parse_story
from sync.package import OpenedBag, open_package

_JSON_FILES = frozenset({STORY_JSON, CONSENT_JSON, HELP_JSON})
_SOUND_SUFFIX = {Part.LISTEN: ".opus", Part.MASTER: ".flac"}
# The first bytes of an Ogg page (RFC 3533), a FLAC stream (RFC 9639) and a JPEG image (ITU T.81: SOI and the next marker).
_FIRST_BYTES = {".opus": b"OggS", ".flac": b"fLaC", ".jpg": b"\xff\xd8\xff"}

Heartbeat = Callable[[], None]


def open_stored_package(package_pk: int, path: Path, identities: list[str], store: BlobStore, *, heartbeat: Heartbeat) -> None:
    """Makes a stored package a part of a story, or quarantines it. Doing it again changes nothing.

    Blocking, in the calling thread, with a database connection. Raises EnvironmentFault (missing file or key), OSError, LeaseLost;
    after any of them, and after a kill, the next call cleans up and begins again.
    """
    package = Package.objects.select_related("kiosk").get(pk=package_pk)
    if package.state != Package.State.STORED:
        return
    discard_loose(LooseBlob.objects.filter(package=package), store)
    sink = _BlobSink(package, store, heartbeat)
    verifier = ""
    try:
        try:
            bag = open_package(path, identities, sink)
            story, consent, help_request = _read_texts(bag, sink.texts, Part(package.part))
            verifier = story.withdrawal_verifier
            _check_files(story, bag, sink.first_bytes)
            _record(package=package, story=story, consent=consent, help_request=help_request, blobs=sink.blobs)
        finally:
            # Once recorded none of them is loose any more; after any failure nothing opened stays on the disk.
            discard_loose(LooseBlob.objects.filter(blob_id__in=sink.blobs.values()), store)
    except _TakenBack:
        _refuse_withdrawn(package=package)
    except BrokenPackage as broken:
        _quarantine(package=package, reason=broken.code, verifier=verifier)


def _read_texts(bag: OpenedBag, texts: dict[str, BytesIO], part: Part) -> tuple[Story, Consent, HelpRequest | None]:
    if STORY_JSON not in texts or CONSENT_JSON not in texts:
        raise BrokenPackage("package-incomplete", "The package lacks its story or its consent.")
    story = parse_story(texts[STORY_JSON].getvalue())
    consent = parse_consent(texts[CONSENT_JSON].getvalue())
    help_request = parse_help(texts[HELP_JSON].getvalue()) if HELP_JSON in texts else None
    if story.part is not part or bag.bag_name != bag_name(story.story_id, story.part):
        raise BrokenPackage("package-part", "The package is not the part of the story that it was announced as.")
    return story, consent, help_request


def _check_files(story: Story, bag: OpenedBag, first_bytes: dict[str, bytes]) -> None:
    """Every named file is there, nothing else is, and each begins like what its name says it is."""
    sounds = [answer.file for answer in story.answers]
    photos = [photo.file for photo in story.photos]
    if sorted(sounds + photos) != sorted(set(bag.files) - _JSON_FILES):
        raise BrokenPackage("package-files", "The files in the package are not exactly those that its story names.")
    suffixes = {**dict.fromkeys(sounds, _SOUND_SUFFIX[story.part]), **dict.fromkeys(photos, ".jpg")}
    for name, suffix in suffixes.items():
        if not name.endswith(suffix):
            raise BrokenPackage("package-file-kind", f"The {story.part} part holds {_SOUND_SUFFIX[story.part]} sound and .jpg photos only.")
        if not first_bytes[name].startswith(_FIRST_BYTES[suffix]):
            raise BrokenPackage("package-file-content", "A file in the package is not what its name says it is.")


@action
def _record(*, package: Package, story: Story, consent: Consent, help_request: HelpRequest | None, blobs: dict[str, str]) -> None:
    # From here on the blobs belong to the story. If another worker took this package over and cleaned up, they are gone.
    released, _ = LooseBlob.objects.filter(blob_id__in=blobs.values()).delete()
    if released != len(blobs):
        raise LeaseLost
    record_part(package=package, story=story, consent=consent, help_request=help_request, blobs=blobs)
    if Package.objects.filter(pk=package.pk, state=Package.State.STORED).update(state=Package.State.OPENED) != 1:
        raise LeaseLost
    record_event("package.opened", subject=f"package:{package.package_id}")
    # Last, under the log's lock: a withdrawal that commits later finds this part, one that committed before is found here.
    if is_withdrawn(story.withdrawal_verifier):
        raise _TakenBack


class _TakenBack(Exception):
    """The story was taken back before this part of it came; nothing was recorded."""


@action
def _refuse_withdrawn(*, package: Package) -> None:
    withdraw_packages(Package.objects.filter(pk=package.pk, state=Package.State.STORED).select_for_update())
    record_event("package.refused", subject=f"package:{package.package_id}", facts={"reason": "withdrawn"})


@action
def _quarantine(*, package: Package, reason: str, verifier: str) -> None:
    """`verifier` is empty when the package could not be read that far."""
    record_event("package.quarantined", subject=f"package:{package.package_id}", facts={"reason": reason})
    if verifier and is_withdrawn(verifier):
        withdraw_packages(Package.objects.filter(pk=package.pk, state=Package.State.STORED).select_for_update())
        return
    Package.objects.filter(pk=package.pk, state=Package.State.STORED).update(
        state=Package.State.QUARANTINED, reason=reason, withdrawal_verifier=verifier
    )


class _BlobSink:
    """Sends texts to memory and everything else to the blob store. `blobs` maps path in the bag to blob id."""

    def __init__(self, package: Package, store: BlobStore, heartbeat: Heartbeat) -> None:
        self._package, self._store, self._heartbeat = package, store, heartbeat
        self.texts: dict[str, BytesIO] = {}
        self.blobs: dict[str, str] = {}
        self.first_bytes: dict[str, bytes] = {}

    def open(self, path: str) -> _Text | _Member:
        self._heartbeat()
        if path in _JSON_FILES:
            self.texts[path] = BytesIO()
            return _Text(self.texts[path])
        blob_id = new_blob_id()
        # Committed before the first opened byte reaches the disk: a kill at any moment leaves no blob that no row knows.
        with transaction.atomic():
            LooseBlob.objects.create(blob_id=blob_id, package=self._package)
        self.blobs[path] = blob_id
        self.first_bytes[path] = b""
        return _Member(self, path, self._store.create(blob_id))


class _Text:
    """A small member kept in memory; closing it keeps its content readable."""

    def __init__(self, buffer: BytesIO) -> None:
        self._buffer = buffer

    def write(self, data: bytes, /) -> object:
        return self._buffer.write(data)

    def close(self) -> None:
        """Nothing to release."""


class _Member:
    """A member on its way into the blob store, remembering how it begins."""

    def __init__(self, sink: _BlobSink, path: str, writer: BlobWriter) -> None:
        self._sink, self._path, self._writer = sink, path, writer

    def write(self, data: bytes, /) -> object:
        begun = self._sink.first_bytes
        begun[self._path] += bytes(data[: 4 - len(begun[self._path])])
        return self._writer.write(data)

    def close(self) -> None:
        self._writer.commit()
