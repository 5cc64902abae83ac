"""Pages of a running archive in a real browser: the player plays and seeks, the desk works, nothing breaks the security policy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser import Browser, chromium
from live_archive import LiveArchive, live_archive

pytestmark = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")

_FAKES = Path(__file__).resolve().parents[2] / "fakes"
_AUDIO = "document.querySelector('audio')"


@dataclass(frozen=True)
class Site:
    url: str
    story: str
    review: str
    session: tuple[str, str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with live_archive(tmp_path_factory.mktemp("site")) as archive:
        filled = json.loads(_fill(archive))
        yield Site(archive.url, archive.url + filled["story"], archive.url + filled["review"], tuple(filled["session"]))


def _fill(archive: LiveArchive) -> str:
    environment = {**os.environ, "IDR_ARCHIVE_DIR": str(archive.dir), "PYTHONPATH": f"{_FAKES.parents[1]}{os.pathsep}{_FAKES}"}
    done = subprocess.run([sys.executable, "-m", "fill_archive"], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_listener_plays_and_seeks_by_mouse_and_keyboard(site: Site, tmp_path: Path, language: str) -> None:
    with Browser(tmp_path, language=language) as browser:
        browser.open(site.url)
        assert browser.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
        browser.open(site.story)
        assert browser.evaluate("[...document.querySelectorAll('audio')].every((a) => a.paused && a.readyState === 0)")
        browser.click(".play")
        browser.wait(f"{_AUDIO}.currentTime > 0.2 && document.querySelector('.player').classList.contains('playing')")
        browser.click(".jump:last-of-type")
        browser.wait(f"{_AUDIO}.currentTime > 10 && !{_AUDIO}.seeking")
        browser.evaluate("document.querySelector('.seek').focus()")
        before = browser.evaluate(f"{_AUDIO}.currentTime")
        for _ in range(5):
            browser.press("ArrowRight", 39)
        browser.wait(f"{_AUDIO}.currentTime > {before} + 3")
        assert browser.evaluate("document.querySelector('.seek').getAttribute('aria-valuetext')").endswith("0:30")
        browser.evaluate("document.querySelector('.play').focus()")
        browser.press("Enter", 13, "\r")
        browser.wait(f"{_AUDIO}.paused")
        assert browser.problems == []


def test_a_position_can_be_chosen_before_anything_is_loaded(site: Site, tmp_path: Path) -> None:
    with Browser(tmp_path) as browser:
        browser.open(site.story)
        browser.evaluate("document.querySelector('.seek').focus()")
        browser.press("End", 35)
        browser.wait(f"{_AUDIO}.currentTime > 25")
        assert browser.evaluate(f"{_AUDIO}.paused")
        assert browser.problems == []


def test_starting_one_answer_stops_the_other(site: Site, tmp_path: Path) -> None:
    with Browser(tmp_path) as browser:
        browser.open(site.story)
        browser.click(".play")
        browser.wait(f"!{_AUDIO}.paused")
        browser.click("section:nth-of-type(2) .play")
        browser.wait(f"{_AUDIO}.paused && !document.querySelectorAll('audio')[1].paused")


def test_without_script_the_browsers_own_controls_stay(site: Site, tmp_path: Path) -> None:
    with Browser(tmp_path, script=False) as browser:
        browser.open(site.story)
        assert browser.evaluate("[...document.querySelectorAll('audio')].every((a) => a.controls && a.getBoundingClientRect().height > 20)")
        assert browser.evaluate("document.querySelectorAll('.play').length") == 0


@pytest.mark.parametrize("width_px", [320, 768, 1280])
def test_pages_fit_their_window(site: Site, tmp_path: Path, width_px: int) -> None:
    with Browser(tmp_path) as browser:
        browser.cookie(site.url, *site.session)
        browser.resize(width_px, 900)
        for url in (site.url, site.story, site.review, f"{site.url}/review/", f"{site.url}/about/", f"{site.url}/review/help/"):
            browser.open(url)
            assert browser.evaluate("document.documentElement.scrollWidth") <= width_px, url
        assert browser.problems == []


def test_a_reviewer_hears_jumps_to_a_mark_and_unveils_a_photo(site: Site, tmp_path: Path) -> None:
    with Browser(tmp_path) as browser:
        browser.cookie(site.url, *site.session)
        browser.open(site.review)
        veil = "getComputedStyle(document.querySelector('.veil img')).filter"
        assert "blur" in browser.evaluate(veil)
        browser.click(".unveil")
        browser.wait(f"{veil} === 'none'")
        browser.click("[data-seek-ms]")
        browser.wait(f"Math.abs({_AUDIO}.currentTime - 12) < 0.1")
        browser.click(".play")
        browser.wait(f"{_AUDIO}.currentTime > 12.2")
        assert browser.problems == []
