from __future__ import annotations

import io
import os
import sys
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from photo_samples import (
    CANARY,
    canary_spellings,
    encoded,
    gradient,
    laden_heic,
    laden_jpeg,
    laden_png,
    laden_webp,
    markers,
    png_chunk,
    png_that_claims,
)
from PIL import Image

from kiosk.errors import PhotoRefused
from kiosk.photos.clean import MAX_FILE_BYTES, clean_photo
from kiosk.photos.photo import CleanPhoto

ALLOWED_MARKERS = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}  # APP0 (JFIF), DQT, SOF0, DHT, SOS


def pixels(jpeg: bytes) -> Image.Image:
    with Image.open(io.BytesIO(jpeg)) as opened:
        return opened.convert("RGB")


def refusal(raw: bytes, **options: object) -> str:
    with pytest.raises(PhotoRefused) as refused:
        clean_photo(raw, **options)  # type: ignore[arg-type]
    assert refused.value.sentence.endswith(".")
    return refused.value.code


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean absolute difference of the samples."""
    a, b = one.tobytes(), other.tobytes()
    assert len(a) == len(b)
    return sum(abs(x - y) for x, y in zip(a[::7], b[::7], strict=True)) / len(a[::7])


@pytest.fixture(params=[laden_jpeg, laden_png, laden_webp, laden_heic], ids=["jpeg", "png", "webp", "heic"])
def laden(request: pytest.FixtureRequest) -> bytes:
    make: Callable[[], bytes] = request.param
    return make()


def test_the_picture_stays_and_everything_else_goes(laden: bytes) -> None:
    assert any(spelling in laden for spelling in canary_spellings()), "the sample holds what must go"
    photo = clean_photo(laden)
    assert (photo.width_px, photo.height_px) == (640, 480)
    for jpeg in (photo.full_jpeg, photo.small_jpeg):
        assert not any(spelling in jpeg for spelling in canary_spellings())
        assert set(markers(jpeg)) == ALLOWED_MARKERS
        with Image.open(io.BytesIO(jpeg)) as opened:
            assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
            assert not opened.getexif()
    assert difference(pixels(photo.full_jpeg), gradient()) < 6


def test_colours_hidden_under_full_transparency_are_gone() -> None:
    photo = clean_photo(laden_png())
    row = pixels(photo.full_jpeg).crop((0, 0, len(CANARY), 1))
    assert min(row.tobytes()) > 150, "white, as far as JPEG lets it be next to the picture"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_plain_rgb(mode: str) -> None:
    if mode == "I;16":
        image = Image.new("I;16", (64, 64), 0x8000)
    else:
        image = gradient(64, 64).convert(mode)
    photo = clean_photo(encoded(image, "PNG"))
    assert pixels(photo.full_jpeg).size == (64, 64)
    if mode == "I;16":
        assert pixels(photo.full_jpeg).getpixel((32, 32)) == (128, 128, 128)


def test_a_palette_with_a_transparent_colour_goes_on_white() -> None:
    image = Image.new("P", (64, 64), 1)
    image.putpalette([0, 0, 0, 200, 10, 10])
    raw = encoded(image, "PNG", transparency=1)
    assert pixels(clean_photo(raw).full_jpeg).getpixel((32, 32)) == (255, 255, 255)


def test_print_colours_become_srgb() -> None:
    raw = encoded(Image.new("CMYK", (64, 64), (0, 255, 255, 0)), "JPEG")
    red, green, blue = pixels(clean_photo(raw).full_jpeg).getpixel((32, 32))  # type: ignore[misc]
    assert red > 200
    assert green < 60
    assert blue < 60


def test_a_broken_colour_profile_does_not_cost_the_photo() -> None:
    assert clean_photo(encoded(gradient(64, 64), "PNG", icc_profile=b"no profile at all")).width_px == 64


CORNERS = {"top-left": (255, 0, 0), "top-right": (0, 255, 0), "bottom-left": (0, 0, 255), "bottom-right": (255, 255, 255)}
# How a camera stores an upright picture for each orientation: the inverse of what a viewer has to do.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("orientation", STORED)
def test_the_photo_is_upright(orientation: int) -> None:
    upright = Image.new("RGB", (96, 64))
    for (across, down), colour in zip(((0, 0), (48, 0), (0, 32), (48, 32)), CORNERS.values(), strict=True):
        upright.paste(colour, (across, down, across + 48, down + 32))
    turn = STORED[orientation]
    photo = clean_photo(laden_jpeg(upright if turn is None else upright.transpose(turn), orientation))
    assert (photo.width_px, photo.height_px) == (96, 64)
    seen = pixels(photo.full_jpeg)
    for place, colour in zip(((10, 10), (86, 10), (10, 54), (86, 54)), CORNERS.values(), strict=True):
        found = seen.getpixel(place)
        assert isinstance(found, tuple)
        assert all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))


def test_large_photos_are_made_to_fit_and_small_ones_are_not_blown_up() -> None:
    large = clean_photo(encoded(gradient(5000, 1000), "JPEG"))
    assert (large.width_px, large.height_px) == (4096, 819)
    assert pixels(large.full_jpeg).size == (4096, 819)
    assert pixels(large.small_jpeg).size == (1280, 256)
    tiny = clean_photo(encoded(gradient(3, 2), "PNG"))
    assert pixels(tiny.full_jpeg).size == pixels(tiny.small_jpeg).size == (3, 2)


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "photo-empty"),
        (b"\xff\xd8\xff" + bytes(MAX_FILE_BYTES), "photo-bytes"),
        (b"just a text", "photo-kind"),
        (SVG, "photo-kind"),
        (b"%PDF-1.7\n", "photo-kind"),
        (b"PK\x03\x04" + bytes(100), "photo-kind"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "photo-kind"),
        (encoded(gradient(8, 8), "GIF"), "photo-kind"),
        (encoded(gradient(8, 8), "TIFF"), "photo-kind"),
        (encoded(gradient(8, 8), "BMP"), "photo-kind"),
        (encoded(gradient(8, 8), "AVIF"), "photo-kind"),
        (bytes(4) + b"ftypheic", "photo-kind"),
        (b"\xff\xd8\xff" + b"not really", "photo-damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"not really", "photo-damaged"),
        (b"RIFF\x10\0\0\0WEBPnot really", "photo-damaged"),
        (png_that_claims(50_000, 50_000), "photo-pixels"),
        (png_that_claims(8_001, 8_000), "photo-pixels"),
        (png_that_claims(16_385, 1), "photo-pixels"),
        (png_that_claims(8_000, 8_000), "photo-damaged"),
        (png_that_claims(8, 8, png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(90_000_000), 9))), "photo-damaged"),
        (encoded(Image.new("RGB", (6_001, 4_000)), "WEBP"), "photo-pixels"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:9]),
)
def test_what_is_no_photo_we_can_take_is_refused(raw: bytes, code: str) -> None:
    assert refusal(raw) == code


def test_a_cut_photo_is_refused(laden: bytes) -> None:
    for part in (0.3, 0.9):
        assert refusal(laden[: int(len(laden) * part)]) in {"photo-damaged", "photo-kind"}


def worker(script: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", script, *arguments]


@pytest.mark.parametrize(
    "script",
    [
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "import sys; sys.exit(1)",
        "import sys; sys.stdin.buffer.read(); sys.exit(0)",
        "import sys; sys.stdin.buffer.read(10)",
        "print('NO such-code')",
        "print('NO')",
        "print('OK 2 2')",
        "print('OK 2 -2'); print('x' * 12)",
        "print('OK ² ²'); print('x' * 12)",
        "print('OK 0 0')",
        "print('OK 99999 99999')",
        "import sys; sys.stdout.buffer.write(b'OK 2 2\\n' + bytes(11))",
        "import sys; sys.stdout.buffer.write(b'OK 2 2\\n' + bytes(13))",
        "import sys; sys.stdout.buffer.write(b'OK ' + b'1' * 100 + b' 2\\n' + bytes(12))",
        "import sys; sys.stdout.buffer.write(b'\\xff' * 1000)",
        "import sys\nwhile True: sys.stdout.buffer.write(bytes(1_000_000))",
    ],
)
def test_a_worker_that_dies_or_lies_costs_the_photo_and_nothing_else(script: str) -> None:
    threads = threading.active_count()
    assert refusal(laden_jpeg(), worker=worker(script)) == "photo-damaged"
    assert threading.active_count() == threads


def test_a_worker_that_answers_rightly_is_believed() -> None:
    script = "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'OK 2 1\\n' + bytes([255, 0, 0] * 2))"
    photo = clean_photo(b"anything", worker=worker(script))
    assert (photo.width_px, photo.height_px) == (2, 1)


@pytest.mark.parametrize("first", ["", "sys.stdin.buffer.read();", "sys.stdout.buffer.write(b'OK 2 2\\n'); sys.stdout.flush();"])
def test_a_worker_that_hangs_is_killed(tmp_path: Path, first: str) -> None:
    script = f"import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); {first} time.sleep(600)"
    # Long enough for any machine to have started it, and more than a pipe holds, so that the write hangs as well.
    code = refusal(b"\xff\xd8\xff" + bytes(1_000_000), worker=worker(script, str(tmp_path / "pid")), timeout_s=2.0)
    assert code == "photo-slow"
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_a_worker_that_cannot_be_started_is_told_apart() -> None:
    assert refusal(b"anything", worker=["/nowhere/python"]) == "photo-worker"


def test_two_photos_at_once_do_not_meet() -> None:
    found: dict[str, CleanPhoto] = {}
    sizes = {"wide": (96, 32), "high": (32, 96)}

    def clean(name: str) -> None:
        found[name] = clean_photo(encoded(gradient(*sizes[name]), "PNG"))

    threads = [threading.Thread(target=clean, args=(name,)) for name in sizes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {name: (photo.width_px, photo.height_px) for name, photo in found.items()} == sizes
