"""Taking a story back in a real browser, without script and without cookies' help, in both directions of writing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from browser import Browser, chromium
from live_archive import LiveArchive, live_archive

from sync.contract.withdrawal import new_withdrawal_code, spoken_groups

pytestmark = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")
_FAKES = Path(__file__).resolve().parents[2] / "fakes"


def fill(archive: LiveArchive, code: str) -> str:
    """A published story with this code; its address."""
    environment = {**os.environ, "IDR_ARCHIVE_DIR": str(archive.dir), "PYTHONPATH": f"{_FAKES.parents[1]}{os.pathsep}{_FAKES}"}
    done = subprocess.run([sys.executable, "-m", "fill_archive", code], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return archive.url + json.loads(done.stdout)["story"]


def press(browser: Browser, selector: str) -> None:
    """By keyboard: without script the browser paints no frame that a click of ours could wait for."""
    browser.evaluate(f"document.querySelector({json.dumps(selector)}).focus()")
    browser.press("Enter", 13, "\r")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_the_footer_to_done(tmp_path: Path, language: str) -> None:
    code = new_withdrawal_code()
    with live_archive(tmp_path) as archive:
        story = fill(archive, code)
        with Browser(tmp_path, language=language, script=False) as browser:
            browser.resize(390, 800)
            browser.open(story)
            assert browser.evaluate("document.querySelectorAll('.answer').length") == 3
            press(browser, ".bottom a[href='/withdraw/']")
            browser.wait("document.querySelector('#code') !== null")
            assert browser.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
            assert browser.evaluate("document.documentElement.scrollWidth") <= 390
            browser.evaluate("document.querySelector('#code').focus()")
            for digit in "1234":
                browser.press(digit, ord(digit), digit)
            browser.press("Enter", 13, "\r")
            browser.wait("document.querySelector('[role=alert]') !== null")
            browser.evaluate("document.querySelector('#code').select()")
            for digit in code:
                browser.press(digit, ord(digit), digit)
            press(browser, "button.primary")
            browser.wait("document.querySelector('button.danger') !== null")
            assert spoken_groups(code) in browser.evaluate("document.querySelector('.code').innerText")
            press(browser, "button.danger")
            browser.wait("location.pathname === '/withdraw/done/' && document.querySelector('footer') !== null")
            assert browser.evaluate("document.cookie") == ""
            assert code not in browser.evaluate("document.documentElement.outerHTML")
            browser.open(story)
            assert browser.evaluate("document.querySelectorAll('.answer').length") == 0
            assert [each for each in browser.problems if "422" not in each and "410" not in each] == []
