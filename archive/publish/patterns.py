"""A warm picture for a story that has no photo: drawn from its public address, so that it is always the same one.

Plain SVG with presentation attributes only, because the content security policy allows no inline styles.
"""

from __future__ import annotations

import hashlib
import math
from itertools import pairwise

WIDTH = 480
HEIGHT = 300

# (ground, far, near, accent): cream, terracotta, teal, ochre and clay, each readable as one evening light.
_PALETTES = (
    ("#F6DDC8", "#E2A98C", "#B5432C", "#7A2A1B"),
    ("#DCEAE4", "#8FBDB2", "#22706A", "#174C48"),
    ("#F7E6C4", "#E3B872", "#B9772A", "#7C4B17"),
    ("#F3D9D1", "#CF8F7E", "#8C3B2E", "#22706A"),
    ("#E9E2D0", "#C2AE86", "#22706A", "#B5432C"),
)


def pattern_svg(seed: str) -> str:
    """One SVG element; `seed` is hashed, so nothing of it can be read back from the picture."""
    numbers = hashlib.sha256(b"idr pattern " + seed.encode()).digest()
    palette = _PALETTES[numbers[0] % len(_PALETTES)]
    draw = (_voice, _hills, _sun)[numbers[1] % 3]
    shapes = draw(numbers[2:], palette)
    return (
        f'<svg class="pattern" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{palette[0]}"/>{shapes}</svg>'
    )


def _voice(numbers: bytes, palette: tuple[str, str, str, str]) -> str:
    """Bars like those of a voice that grows clearer."""
    bars = []
    count = 38
    for index in range(count):
        x = 24 + index * (WIDTH - 48) / count
        swell = 0.35 + 0.65 * math.sin(math.pi * (index + 1) / (count + 1)) * (0.4 + numbers[index % len(numbers)] / 255 * 0.6)
        height = max(8.0, 190 * swell * (0.3 + numbers[(index * 7) % len(numbers)] / 255 * 0.7))
        colour = palette[2] if index > count * 0.62 else palette[1]
        bars.append(f'<rect x="{x:.1f}" y="{(HEIGHT - height) / 2:.1f}" width="6" height="{height:.1f}" rx="3" fill="{colour}"/>')
    return "".join(bars)


def _hills(numbers: bytes, palette: tuple[str, str, str, str]) -> str:
    """Ranges of hills, the nearest darkest, under a low sun."""
    sun = f'<circle cx="{80 + numbers[20] * 1.2:.0f}" cy="{70 + numbers[21] / 5:.0f}" r="{30 + numbers[22] / 12:.0f}" fill="{palette[2]}"/>'
    return sun + "".join(
        _hill(numbers[layer * 5 : layer * 5 + 5], base=150 + layer * 45, fill=fill, opacity=opacity)
        for layer, (fill, opacity) in enumerate(((palette[1], "0.65"), (palette[2], "0.75"), (palette[3], "1")))
    )


def _hill(numbers: bytes, *, base: int, fill: str, opacity: str) -> str:
    points = [(index * WIDTH / 4, base + (number - 128) / 4) for index, number in enumerate(numbers)]
    path = f"M0 {HEIGHT} L0 {points[0][1]:.0f}"
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        path += f" C{middle:.0f} {y0:.0f} {middle:.0f} {y1:.0f} {x1:.0f} {y1:.0f}"
    return f'<path d="{path} L{WIDTH} {HEIGHT} Z" fill="{fill}" fill-opacity="{opacity}"/>'


def _sun(numbers: bytes, palette: tuple[str, str, str, str]) -> str:
    """Rings that spread from one voice."""
    x, y = WIDTH * (0.25 + numbers[0] / 510), HEIGHT * (0.75 + numbers[1] / 1020)
    rings = []
    for index in range(9, 0, -1):
        radius = 22 + index * (26 + numbers[2] / 32)
        opacity = 0.12 + 0.07 * (9 - index)
        rings.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="{palette[1]}" fill-opacity="{opacity:.2f}"/>')
    return "".join(rings) + f'<circle cx="{x:.0f}" cy="{y:.0f}" r="34" fill="{palette[2]}"/>'
