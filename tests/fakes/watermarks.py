"""What must be found nowhere: a mark in every text, sound and picture of a told story, in all the ways in which disks hold such things."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable

import numpy
import soundfile
from photo_samples import CANARY, encoded, gradient, laden_jpeg

from kiosk.audio.codec import encode_flac_chunk

MARK = "Nyirahabimana-Q7361"  # in every name, caption and text; what follows it differs from story to story
SLICE_BYTES = 48
_CHUNK_FRAMES = 24_000

# What a file begins with when it holds sound or a picture in the clear; long enough never to come about by chance.
MAGICS = {
    "FLAC": b"fLaC\x00\x00\x00\x22",
    "Ogg": b"OggS\x00\x02\x00\x00",
    "Opus": b"OpusHead",
    "JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "WAV": b"WAVEfmt ",
    "Exif": b"Exif\x00\x00MM\x00*",
}


def marked_sound() -> numpy.ndarray:
    """Half a second of noise that begins every answer."""
    noise = numpy.random.default_rng(7361).integers(-8_000, 8_001, _CHUNK_FRAMES, dtype=numpy.int16)
    return noise.astype(numpy.float32) / 32_768


def marked_photo() -> bytes:
    """A camera's file with the mark of `photo_samples` in every kind of metadata."""
    return laden_jpeg(gradient(320, 240))


def text_spellings(text: str) -> list[bytes]:
    plain = text.encode()
    # Base64 depends on where in a group of three the text begins; the middle of each spelling does not.
    shifted = [base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)]
    return [plain, text.encode("utf-16-le"), text.encode("utf-16-be"), plain.hex().encode(), plain.hex().upper().encode(), *shifted]


def middle(data: bytes) -> bytes:
    return data[len(data) // 2 :][:SLICE_BYTES]


def marks() -> dict[str, bytes]:
    """By a word for it: everything that tells of a story, whoever told it."""
    sound = marked_sound()
    pcm = (sound * 32_768).astype(numpy.int16)
    found = {f"text {number}": spelling for number, spelling in enumerate(text_spellings(MARK))}
    found |= {f"metadata {number}": spelling for number, spelling in enumerate(text_spellings(CANARY))}
    found |= {"samples": middle(pcm.tobytes()), "float samples": middle(sound.tobytes()), "chunk": middle(encode_flac_chunk(sound))}
    return found | {f"a {kind} file": magic for kind, magic in MAGICS.items()}


def written_plainly(number: int) -> dict[str, bytes]:
    """The same story as a program would write it that takes no care: what a scan must find."""
    name = f"{MARK}-{number}"
    samples = (marked_sound() * 32_768).astype(numpy.int16)
    files = {f"{number}-text-{place}": spelling for place, spelling in enumerate(text_spellings(name))}
    files |= {f"{number}-metadata-{place}": spelling for place, spelling in enumerate(text_spellings(CANARY))}
    files[f"{number}.wav"] = _sound_file(samples, "WAV")
    files[f"{number}.flac"] = _sound_file(samples, "FLAC")
    files[f"{number}.ogg"] = _sound_file(samples, "OGG")
    files[f"{number}.chunk"] = encode_flac_chunk(marked_sound())
    files[f"{number}.float"] = marked_sound().tobytes()
    files[f"{number}.jpg"] = marked_photo()
    files[f"{number}-small.jpg"] = encoded(gradient(64, 64), "JPEG")
    return files


def _sound_file(samples: numpy.ndarray, kind: str) -> bytes:
    raw = io.BytesIO()
    soundfile.write(raw, samples, 48_000, format=kind, subtype="OPUS" if kind == "OGG" else "PCM_16")
    return raw.getvalue()


def hits(data: bytes, wanted: dict[str, bytes]) -> list[str]:
    """What of `wanted` lies in `data`."""
    return [word for word, mark in wanted.items() if mark in data]


def count(data: bytes, wanted: Iterable[bytes]) -> int:
    return sum(data.count(mark) for mark in wanted)
