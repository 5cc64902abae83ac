"""The demo behind `packaging/demo`: an embedded archive on loopback, an enrolled kiosk, and for `--unattended` one whole story.

Everything is started as its own process, exactly as it would be in the field; this file only plays the people around them:
the person who sets up, and with `--unattended` the two reviewers and the listener. The defender is played by `idr-kiosk demo`.
"""

from __future__ import annotations

import argparse
import html.parser
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import requests

from sync.outbox import Outbox, PackageRow, State

ROOT = Path(__file__).resolve().parent.parent
REVIEWERS = ("first-reviewer", "second-reviewer")
PATIENCE_S = 120


class DemoFailed(RuntimeError):
    """A stage did not do what it promises; the message says which."""


class Stages:
    """Seconds per stage, in the order in which they happened."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        print(f"· {name}", file=sys.stderr, flush=True)
        began = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - began, 2)


def run(*command: str, env: dict[str, str], given: str | None = None) -> str:
    """One command to its end; its standard output. Raises DemoFailed with what it said."""
    done = subprocess.run([sys.executable, "-m", *command], env=env, input=given, text=True, capture_output=True, cwd=ROOT, check=False)
    sys.stderr.write(done.stderr)
    if done.returncode != 0:
        raise DemoFailed(f"{' '.join(command[:2])} ended with {done.returncode}: {done.stdout.strip()}")
    return done.stdout


@contextmanager
def archive_server(env: dict[str, str], port: int) -> Iterator[str]:
    """A running archive; yields its address. Stopped at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "archive", "serve", "--port", str(port), "--json"], env=env, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise DemoFailed(f"the archive did not start (exit code {process.wait()})")
        yield json.loads(line)["url"].rstrip("/")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


@contextmanager
def screen(env: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment for a window: the person's own screen, or a private virtual one where there is none."""
    if env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"):
        yield env
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise DemoFailed("the virtual screen (Xvfb) did not start")
        yield {**env, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(timeout=10)


def prepare(archive_env: dict[str, str]) -> dict[str, str]:
    """A new archive with two reviewers; returns their passwords by name."""
    run("archive", "init", env=archive_env)
    passwords = {name: secrets.token_urlsafe(12) for name in REVIEWERS}
    for name, password in passwords.items():
        run("archive", "create-user", "--name", name, "--role", "reviewer", "--password-stdin", env=archive_env, given=password + "\n")
    return passwords


def enrol(url: str, archive_env: dict[str, str], kiosk_env: dict[str, str]) -> None:
    code = json.loads(run("archive", "enrol", "--name", "demo-kiosk", "--url", url, "--json", env=archive_env))["code"]
    run("kiosk.app", "enrol", code, env=kiosk_env)


def unattended(folder: Path, port: int) -> dict[str, Any]:
    archive_env, kiosk_env = environments(folder)
    stages = Stages()
    with ExitStack() as stack:
        with stages.stage("archive"):
            passwords = prepare(archive_env)
            url = stack.enter_context(archive_server(archive_env, port))
        with stages.stage("enrol"):
            enrol(url, archive_env, kiosk_env)
        with stages.stage("tell"), screen(kiosk_env) as window_env:
            told = json.loads(run("kiosk.app", "demo", "--unattended", env=window_env).splitlines()[-1])
        with stages.stage("sync"):
            rows = sync_until_erased(folder, kiosk_env)
        with stages.stage("open"):
            identity = folder / "archive" / "keys" / "ingest-identity.txt"
            story_id, copies = open_copies(rows, identity, folder, archive_env)
        with stages.stage("review"):
            for name in REVIEWERS:
                approve(url, name, passwords[name])
        with stages.stage("listen"):
            published_url, audio_url = listen(url)
    return {
        "story_id": story_id,
        "packages": [str(copy) for copy in copies],
        "identity": str(identity),
        "receipts": [row.receipt.to_json() for row in rows if row.receipt is not None],
        "withdrawal_code": told["withdrawal_code"],
        "published_url": published_url,
        "audio_url": audio_url,
        "seconds": stages.seconds,
    }


def environments(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Two environments that share no folder, as two machines would."""
    common = {key: value for key, value in os.environ.items() if not key.startswith("IDR_")}
    return (
        {**common, "IDR_ARCHIVE_DIR": str(folder / "archive")},
        {**common, "IDR_DATA_DIR": str(folder / "kiosk")},
    )


def sync_until_erased(folder: Path, kiosk_env: dict[str, str]) -> list[PackageRow]:
    """Lets the worker carry both packages; returns their rows once the archive has signed for them and the laptop has erased them."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        run("sync", "run", "--once", env=kiosk_env)
        with Outbox(folder / "kiosk" / "outbox.sqlite3") as outbox:
            rows = outbox.packages()
        if len(rows) == 2 and all(row.state is State.ERASED for row in rows):
            return rows
        if time.monotonic() > deadline:
            raise DemoFailed(f"the story did not arrive: {[str(row.state) for row in rows]}")
        time.sleep(0.5)


def open_copies(rows: list[PackageRow], identity: Path, folder: Path, archive_env: dict[str, str]) -> tuple[str, list[Path]]:
    """The laptop has erased its sealed files; the archive's are the same bytes. Opens a copy of each with the archive's identity.

    Returns the story's id and the copies, named after their parts: `listen.age` and `master.age`.
    """
    stories, copies = [], []
    (folder / "packages").mkdir()
    for row in rows:
        copy = folder / "packages" / f"{row.package_id}.age"
        shutil.copyfile(folder / "archive" / "packages" / row.sha256, copy)
        out = folder / "opened" / row.package_id
        run("archive", "open", str(copy), "--identity", str(identity), "--out", str(out), env=archive_env)
        (story,) = out.rglob("story.json")
        stories.append(json.loads(story.read_text()))
        copies.append(copy.rename(copy.with_name(f"{stories[-1]['part']}.age")))
    if {story["part"] for story in stories} != {"listen", "master"} or len({story["story_id"] for story in stories}) != 1:
        raise DemoFailed("the two packages are not the two parts of one story")
    return stories[0]["story_id"], sorted(copies)


class Page(html.parser.HTMLParser):
    """What a person sees of a page that matters here: links, forms with their fields, sound sources."""

    def __init__(self, response: requests.Response) -> None:
        super().__init__()
        self.url = response.url
        self.links: list[str] = []
        self.sources: list[str] = []
        self.forms: list[tuple[str, dict[str, str]]] = []
        response.raise_for_status()
        self.feed(response.text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attributes}
        if tag == "a" and "href" in given:
            self.links.append(urljoin(self.url, given["href"]))
        elif tag in ("source", "audio") and "src" in given:
            self.sources.append(urljoin(self.url, given["src"]))
        elif tag == "form":
            self.forms.append((urljoin(self.url, given.get("action", "")), {}))
        elif tag in ("input", "button") and "name" in given and self.forms:
            self.forms[-1][1][given["name"]] = given.get("value", "on")

    def has_form(self, ending: str) -> bool:
        return any(action.rstrip("/").endswith(ending) for action, _ in self.forms)

    def form(self, ending: str) -> tuple[str, dict[str, str]]:
        for action, fields in self.forms:
            if action.rstrip("/").endswith(ending):
                return action, fields
        raise DemoFailed(f"no form {ending} on {self.url}")


def approve(url: str, name: str, password: str) -> None:
    """One reviewer: log in, open the first waiting story, listen to every answer to its last byte, approve."""
    with requests.Session() as session:
        session.trust_env = False
        login, fields = Page(session.get(f"{url}/review/login/", timeout=30)).form("/login")
        fields.update(username=name, password=password)
        session.post(login, data=fields, headers={"Referer": login}, timeout=30).raise_for_status()
        deadline = time.monotonic() + PATIENCE_S
        while not (waiting := [link for link in Page(session.get(f"{url}/review/", timeout=30)).links if "/review/stories/" in link]):
            if time.monotonic() > deadline:
                raise DemoFailed("the story never reached the review desk")
            time.sleep(0.5)
        page = Page(session.get(waiting[0], timeout=30))
        if page.has_form("/start"):
            action, fields = page.form("/start")
            page = Page(session.post(action, data=fields, headers={"Referer": page.url}, timeout=30))
        if not page.sources:
            raise DemoFailed("there is nothing to listen to on the review page")
        for source in page.sources:
            session.get(source, timeout=30).raise_for_status()
        action, fields = page.form("/approve")
        session.post(action, data=fields, headers={"Referer": page.url}, timeout=30).raise_for_status()


def listen(url: str) -> tuple[str, str]:
    """One listener: the gallery, the story's page, and its sound, with a jump into the middle."""
    with requests.Session() as session:
        session.trust_env = False
        stories = [link for link in Page(session.get(f"{url}/", timeout=30)).links if "/stories/" in link]
        if not stories:
            raise DemoFailed("the story is not in the gallery")
        page = Page(session.get(stories[0], timeout=30))
        if not page.sources:
            raise DemoFailed("the published page has no sound")
        whole = session.get(page.sources[0], timeout=30)
        whole.raise_for_status()
        middle = len(whole.content) // 2
        part = session.get(page.sources[0], headers={"Range": f"bytes={middle}-"}, timeout=30)
        if not whole.content.startswith(b"OggS") or part.status_code != 206 or part.content != whole.content[middle:]:
            raise DemoFailed("the published sound cannot be sought in")
        return page.url, page.sources[0]


def attended(folder: Path, port: int) -> int:
    """Archive, kiosk window, and the reviewer's log-in on the terminal; ends when the window is closed."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
        print("There is no screen here. Try: packaging/demo --unattended", file=sys.stderr)
        return 1
    archive_env, kiosk_env = environments(folder)
    passwords = prepare(archive_env)
    with archive_server(archive_env, port) as url:
        enrol(url, archive_env, kiosk_env)
        print(f"\nPublished stories   {url}/\nReview desk         {url}/review/")
        for name, password in passwords.items():
            print(f"  log in as         {name}   {password}")
        print("Close the kiosk's window to end the demo.\n", flush=True)
        return subprocess.call([sys.executable, "-m", "kiosk.app"], env=kiosk_env, cwd=ROOT)


def main() -> int:
    parser = argparse.ArgumentParser(prog="packaging/demo", description=__doc__.splitlines()[0])
    parser.add_argument("--unattended", action="store_true", help="walk one whole story without anybody, and print a JSON summary")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="put everything into this new folder (default: a new temporary one)")
    parser.add_argument("--port", type=int, default=0, help="the archive's port on loopback (default: any free one)")
    arguments = parser.parse_args()
    if arguments.keep is not None and arguments.keep.exists() and any(arguments.keep.iterdir()):
        parser.error(f"{arguments.keep} is not empty: the demo never writes over anything")
    folder = arguments.keep.resolve() if arguments.keep else Path(tempfile.mkdtemp(prefix="idr-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        if not arguments.unattended:
            return attended(folder, arguments.port)
        print(json.dumps(unattended(folder, arguments.port)), flush=True)
    except DemoFailed as failure:
        print(f"The demo stopped: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
