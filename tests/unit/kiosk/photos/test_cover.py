from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photo_samples import gradient, markers
from PIL import Image

from kiosk.photos.cover import COVER_RGB, Rect, cover_photo, grown, rotate_photo
from kiosk.photos.decode_worker import decode
from kiosk.photos.photo import CleanPhoto, photo_from_image

WIDTH_PX, HEIGHT_PX = 320, 240

_RECTS = st.builds(
    lambda left, top, width, height: Rect(left, top, min(WIDTH_PX, left + width), min(HEIGHT_PX, top + height)),
    st.integers(0, WIDTH_PX - 1),
    st.integers(0, HEIGHT_PX - 1),
    st.integers(1, 90),
    st.integers(1, 90),
)


def pixels(jpeg: bytes) -> Image.Image:
    with Image.open(io.BytesIO(jpeg)) as opened:
        return opened.convert("RGB")


def photo_with(rect: Rect, filling: Image.Image | tuple[int, int, int]) -> CleanPhoto:
    picture = gradient(WIDTH_PX, HEIGHT_PX)
    picture.paste(filling, tuple(rect))
    return photo_from_image(Image.frombytes("RGB", picture.size, picture.tobytes()))


@settings(deadline=None, max_examples=40)
@given(_RECTS)
def test_nothing_of_what_was_covered_is_left_anywhere_in_either_jpeg(rect: Rect) -> None:
    """Two photos that differ only under the cover become the same bytes: not even the JPEG's blocks around it remember."""
    noise = Image.effect_noise((rect.right_px - rect.left_px, rect.bottom_px - rect.top_px), 120).convert("RGB")
    one, other = photo_with(rect, noise), photo_with(rect, (255, 0, 0))
    assert one.full_jpeg != other.full_jpeg
    assert cover_photo(one, [rect]) == cover_photo(other, [rect])


def taken_by_a_camera(rect: Rect, filling: tuple[int, int, int], shift: tuple[int, int], subsampling: int) -> CleanPhoto:
    """A JPEG before, with blocks that lie `shift` away from ours; of no even number of them, so that turning it moves them again."""
    width, height = WIDTH_PX + 13, HEIGHT_PX + 11
    scene = gradient(width + shift[0], height + shift[1])
    scene.paste(filling, (rect.left_px + shift[0], rect.top_px + shift[1], rect.right_px + shift[0], rect.bottom_px + shift[1]))
    taken = io.BytesIO()
    scene.save(taken, "JPEG", quality=75, subsampling=subsampling)
    picture = pixels(taken.getvalue()).crop((*shift, *scene.size))
    return photo_from_image(Image.frombytes("RGB", picture.size, picture.tobytes()))


_SHIFTS = st.tuples(st.integers(0, 15), st.integers(0, 15))


@settings(deadline=None, max_examples=25)
@given(_RECTS, _SHIFTS, st.sampled_from([0, 1, 2]))
def test_a_camera_whose_blocks_lie_anywhere_carries_nothing_out_of_the_cover(rect: Rect, shift: tuple[int, int], subsampling: int) -> None:
    one, other = (taken_by_a_camera(rect, filling, shift, subsampling) for filling in ((255, 0, 0), (0, 0, 255)))
    assert one.full_jpeg != other.full_jpeg
    assert cover_photo(one, [rect]) == cover_photo(other, [rect])


@pytest.mark.parametrize("left_px", range(100, 117))
def test_nor_does_a_quarter_turn_which_makes_one_more_jpeg_of_it(left_px: int) -> None:
    """Small, so that its margin is all that its blocks demand."""
    rect = Rect(left_px, 90, left_px + 16, 106)
    one, other = (rotate_photo(taken_by_a_camera(rect, filling, (1, 1), 2)) for filling in ((255, 0, 0), (0, 0, 255)))
    # Clockwise: what was at the bottom is on the left.
    turned = Rect(one.width_px - rect.bottom_px, rect.left_px, one.width_px - rect.top_px, rect.right_px)
    assert cover_photo(one, [turned]) == cover_photo(other, [turned])


def test_a_photo_that_was_made_smaller_carries_nothing_out_of_the_cover_either() -> None:
    """Making it smaller mixes pixels too, before there is a block."""
    made = []
    for filling in ((255, 0, 0), (0, 0, 255)):
        scene = gradient(6_000, 300)
        scene.paste(filling, (3_000, 96, 3_144, 216))
        taken = io.BytesIO()
        scene.save(taken, "PNG")
        picture = decode(taken.getvalue())
        made.append(photo_from_image(Image.frombytes("RGB", picture.size, picture.tobytes())))
    factor = made[0].width_px / 6_000
    rect = Rect(*(round(place * factor) for place in (3_000, 96, 3_144, 216)))
    assert made[0].full_jpeg != made[1].full_jpeg
    assert cover_photo(made[0], [rect]) == cover_photo(made[1], [rect])


@settings(deadline=None)
@given(_RECTS)
def test_a_cover_is_at_least_a_third_larger_on_every_side_and_stays_on_the_photo(rect: Rect) -> None:
    area = grown(rect, WIDTH_PX, HEIGHT_PX)
    width, height = rect.right_px - rect.left_px, rect.bottom_px - rect.top_px
    assert area.left_px <= max(0, rect.left_px - 0.3 * width)
    assert area.top_px <= max(0, rect.top_px - 0.3 * height)
    assert area.right_px >= min(WIDTH_PX, rect.right_px + 0.3 * width)
    assert area.bottom_px >= min(HEIGHT_PX, rect.bottom_px + 0.3 * height)
    assert 0 <= area.left_px < area.right_px <= WIDTH_PX
    assert 0 <= area.top_px < area.bottom_px <= HEIGHT_PX


def test_covers_are_one_solid_colour_and_the_rest_of_the_photo_stays() -> None:
    original = photo_from_image(gradient(WIDTH_PX, HEIGHT_PX))
    covered = cover_photo(original, [Rect(100, 100, 140, 130), Rect(280, 200, 320, 240)])
    seen, before = pixels(covered.full_jpeg), pixels(original.full_jpeg)
    for place in ((100, 100), (120, 115), (139, 129), (90, 92), (300, 220), (319, 239)):
        found = seen.getpixel(place)
        assert isinstance(found, tuple)
        assert all(abs(a - b) <= 3 for a, b in zip(found, COVER_RGB, strict=True))
    for place in ((20, 20), (200, 60), (40, 220)):
        a, b = seen.getpixel(place), before.getpixel(place)
        assert isinstance(a, tuple)
        assert isinstance(b, tuple)
        assert all(abs(x - y) <= 6 for x, y in zip(a, b, strict=True))
    small = pixels(covered.small_jpeg).getpixel((120, 115))
    assert isinstance(small, tuple)
    assert all(abs(a - b) <= 3 for a, b in zip(small, COVER_RGB, strict=True))
    assert set(markers(covered.full_jpeg)) == {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}


@pytest.mark.parametrize(
    "rect", [(10, 10, 10, 20), (10, 10, 20, 10), (20, 10, 10, 20), (320, 0, 330, 10), (0, 240, 10, 250), (-20, 0, 0, 10), (0, -20, 10, 0)]
)
def test_a_cover_of_nothing_is_our_bug(rect: tuple[int, int, int, int]) -> None:
    photo = photo_from_image(gradient(WIDTH_PX, HEIGHT_PX))
    with pytest.raises(ValueError):
        cover_photo(photo, [Rect(*rect)])


def test_a_quarter_turn_is_clockwise_and_four_are_none() -> None:
    picture = Image.new("RGB", (96, 64), (20, 20, 20))
    picture.paste((250, 250, 250), (0, 0, 32, 32))
    photo = photo_from_image(picture)
    turned = rotate_photo(photo)
    assert (turned.width_px, turned.height_px) == (64, 96)
    assert pixels(turned.full_jpeg).size == pixels(turned.small_jpeg).size == (64, 96)
    bright = pixels(turned.full_jpeg).getpixel((48, 16))
    assert isinstance(bright, tuple)
    assert min(bright) > 200, "what was top left is top right"
    for _ in range(3):
        turned = rotate_photo(turned)
    assert max(abs(a - b) for a, b in zip(pixels(turned.full_jpeg).tobytes(), picture.tobytes(), strict=True)) < 40
