"""Sound as FLAC and Opus. Everything is encoded into memory, because libsndfile swallows the errors of files, and then checked.

Samples are float32 with full scale 1.0. We convert them to integers ourselves, without dither: a sample that came as a 16-bit
number leaves as the same number. Answers are read in two passes through a function that gives their chunks afresh each time,
so that an hour is never in memory as samples. What was trimmed away is never decoded; cuts lie on the time line that is left.
The files carry the encoder's name and no other tag, and no time.
"""

from __future__ import annotations

import io
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import soundfile

from kiosk.audio.cuts import ToneCutter
from kiosk.audio.leveller import Leveller
from kiosk.audio.meter import LoudnessMeter
from kiosk.audio.ogg import BrokenStream, with_constant_serial
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples
from kiosk.audio.trim import WHOLE, Kept
from kiosk.drafts.store import Chunk
from sync.contract.faults import EnvironmentFault
from sync.contract.story import Span

OPUS_KBIT_PER_S = 28
# libsndfile has no bit rate for Opus; per channel it makes 256 - 250 x this level of kbit/s.
_OPUS_COMPRESSION_LEVEL = (256 - OPUS_KBIT_PER_S) / 250
_SUBTYPES = {16: "PCM_16", 24: "PCM_24"}

ReadChunks = Callable[[], Iterable[Chunk]]


class EncodingFault(EnvironmentFault):
    """The encoder did not give a whole file."""


@dataclass(frozen=True)
class Encoded:
    """One answer as one file. The loudness is that of `data` (integrated, EBU R 128), None where it is silent."""

    data: bytes
    duration_ms: int
    sample_rate_hz: int
    loudness_centi_lufs: int | None


def duration_ms(frames: int, sample_rate_hz: int = SAMPLE_RATE_HZ) -> int:
    return (frames * 1000 + sample_rate_hz // 2) // sample_rate_hz


def encode_flac_chunk(samples: Samples) -> bytes:
    """A self-contained FLAC: 16 bit where that says every sample exactly, else 24 bit. Raises EncodingFault."""
    bits = 16 if _fits_16_bit(samples) else 24
    sink = io.BytesIO()
    soundfile.write(sink, _integers(samples, bits), SAMPLE_RATE_HZ, _SUBTYPES[bits], format="FLAC")
    return _whole_flac(sink.getvalue(), len(samples))


def decode_flac_chunk(flac: bytes) -> Samples:
    """The samples that went in, for 16 and 24 bit exactly."""
    samples, _ = soundfile.read(io.BytesIO(flac), dtype="float32")
    return np.asarray(samples, np.float32)


def read_pcm(chunks: Iterable[Chunk]) -> Samples:
    """All of an answer in memory, to be played: 11 MB a minute."""
    joined = array("f")
    for chunk in chunks:
        joined.frombytes(decode_flac_chunk(chunk.flac).tobytes())
    return np.frombuffer(joined, np.float32) if joined else np.zeros(0, np.float32)


def rebuild_flac(read_chunks: ReadChunks, cuts: Iterable[Span], kept: Kept = WHOLE) -> Encoded:
    """The master: one FLAC, as deep as its deepest kept chunk, sample-identical to what was recorded but for the cuts.

    Raises EncodingFault.
    """
    cutter = ToneCutter(cuts)
    bits = max(_bits_left(read_chunks(), kept, cutter), default=16)
    meter = LoudnessMeter()
    frames = 0
    sink = io.BytesIO()
    with soundfile.SoundFile(sink, "w", SAMPLE_RATE_HZ, 1, _SUBTYPES[bits], format="FLAC") as flac:
        for first_frame, block in _blocks(read_chunks(), kept):
            block = cutter.apply(first_frame, block)
            meter.feed(block)
            flac.write(_integers(block, bits))
            frames += len(block)
    return Encoded(_whole_flac(sink.getvalue(), frames), duration_ms(frames), SAMPLE_RATE_HZ, meter.integrated_centi_lufs())


def encode_opus(read_chunks: ReadChunks, cuts: Iterable[Span], kept: Kept = WHOLE) -> Encoded:
    """The listening copy: Ogg Opus, about 28 kbit/s, brought towards -23 LUFS with its peaks held. Raises EncodingFault."""
    cutter = ToneCutter(cuts)
    leveller = Leveller(cutter.apply(first_frame, block) for first_frame, block in _blocks(read_chunks(), kept))
    meter = LoudnessMeter()
    frames = 0
    sink = io.BytesIO()
    with soundfile.SoundFile(sink, "w", SAMPLE_RATE_HZ, 1, "OPUS", format="OGG", compression_level=_OPUS_COMPRESSION_LEVEL) as opus:
        for first_frame, block in _blocks(read_chunks(), kept):
            block = leveller.apply(first_frame, cutter.apply(first_frame, block))
            meter.feed(block)
            opus.write(block)
            frames += len(block)
    try:
        data = with_constant_serial(sink.getvalue(), frames)
    except BrokenStream as error:
        raise _encoding_failed() from error
    return Encoded(data, duration_ms(frames), SAMPLE_RATE_HZ, meter.integrated_centi_lufs())


def _blocks(chunks: Iterable[Chunk], kept: Kept) -> Iterator[tuple[int, Samples]]:
    """What is kept of each chunk's samples, with its place on the trimmed time line; the answer may be joined from several takes."""
    first_frame = 0
    for chunk, wanted in kept.within(chunks):
        if chunk.sample_rate_hz != SAMPLE_RATE_HZ:
            raise ValueError("every source gives 48 kHz")
        block = decode_flac_chunk(chunk.flac)[wanted]
        yield first_frame, block
        first_frame += len(block)


def _bits_left(chunks: Iterable[Chunk], kept: Kept, cutter: ToneCutter) -> Iterator[int]:
    """How deep each chunk is in what is left of it: what was cut or trimmed away must not even tell how deep it was."""
    first_frame = 0
    for chunk, wanted in kept.within(chunks):
        frames = wanted.stop - wanted.start
        bits = _stream_info(chunk.flac).bits
        if bits > 16 and (frames < chunk.frames or cutter.touches(first_frame, frames)):
            bits = 16 if _fits_16_bit(cutter.blank(first_frame, decode_flac_chunk(chunk.flac)[wanted])) else bits
        yield bits
        first_frame += frames


def _fits_16_bit(samples: Samples) -> bool:
    steps = samples * np.float32(32_768)  # exact: only the exponent changes
    return bool(np.all((steps == np.rint(steps)) & (steps >= -32_768) & (steps <= 32_767)))


def _integers(samples: Samples, bits: int) -> npt.NDArray[np.int16] | npt.NDArray[np.int32]:
    full_scale = 1 << (bits - 1)
    steps = np.clip(np.rint(samples * np.float64(full_scale)), -full_scale, full_scale - 1)
    # libsndfile takes 24 bits from the top of 32.
    return steps.astype(np.int16) if bits == 16 else steps.astype(np.int32) << 8


@dataclass(frozen=True)
class _StreamInfo:
    bits: int
    frames: int


def _stream_info(flac: bytes) -> _StreamInfo:
    """From the STREAMINFO block (RFC 9639, section 8.2), which the encoder completes only at the very end."""
    packed = int.from_bytes(flac[18:26], "big")
    return _StreamInfo(bits=(packed >> 36 & 0x1F) + 1, frames=packed & ((1 << 36) - 1))


def _whole_flac(flac: bytes, frames: int) -> bytes:
    if flac[:4] != b"fLaC" or _stream_info(flac).frames != frames:
        raise _encoding_failed()
    return flac


def _encoding_failed() -> EncodingFault:
    return EncodingFault("encoding-failed", "The sound could not be prepared. Nothing is lost. Please try again, or call staff.")
