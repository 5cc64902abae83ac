"""Large screens show the same page larger; a scale that somebody has set is left alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.ui.screen_scale import factor_for

SCALED = """
import json, os
from PySide6.QtWidgets import QLabel
from kiosk.ui.screen_scale import make_scaled
application = make_scaled("idr-kiosk")
label = QLabel("words")
label.show()
application.processEvents()
screen = application.primaryScreen().size()
print(json.dumps([screen.width(), screen.height(), label.devicePixelRatioF(), "QT_SCALE_FACTOR" in os.environ]))
"""


@pytest.mark.parametrize(
    ("width", "height", "factor"),
    [
        (1024, 720, 1),
        (1280, 800, 1),
        (1366, 768, 1),
        (1920, 1080, 1.5),
        (2560, 1440, 2),
        (3840, 2160, 3),
        (7680, 4320, 6),
        (800, 1280, 1),
        (1080, 1920, 1.25),
        (2160, 3840, 2.5),
        (3440, 1440, 2),
    ],
)
def test_pages_grow_with_the_screen(width: int, height: int, factor: float) -> None:
    assert factor_for(width, height, 1.0, {}) == factor
    assert width / factor >= 800 or factor == 1


def test_a_scale_that_was_set_is_left_alone() -> None:
    assert factor_for(3840, 2160, 2.0, {}) == 1
    assert factor_for(3840, 2160, 1.0, {"QT_SCALE_FACTOR": "1"}) == 1
    assert factor_for(3840, 2160, 1.0, {"QT_FONT_DPI": "192"}) == 1


@pytest.mark.parametrize(("screen", "expected"), [("3840x2160", [1280, 720, 3.0, False]), ("1280x800", [1280, 800, 1.0, False])])
def test_the_application_is_made_for_the_screen(tmp_path: Path, screen: str, expected: list[object]) -> None:
    width, height = screen.split("x")
    shape = {"name": "one", "x": 0, "y": 0, "width": int(width), "height": int(height), "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    layout = {"synchronousWindowSystemEvents": False, "windowFrameMargins": True, "screens": [shape]}
    (tmp_path / "screen.json").write_text(json.dumps(layout))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={tmp_path / 'screen.json'}"
    ran = subprocess.run([sys.executable, "-c", SCALED], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == expected
