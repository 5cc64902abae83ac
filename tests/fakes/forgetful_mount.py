"""`forgetful_disk` as a real file system, by FUSE, in a process of its own.

    with forgetful_mount(tmp_path / "disk") as disk:
        ...                       # programs work in disk.path
        disk.cut(seed=1)          # after those programs were killed: power off, power on
        disk.limit(5_000_000)     # takes so much more and then is full
        disk.fail(write=0.01)     # one write in a hundred gives EIO
        disk.heal()

Skips the test, saying why, where this machine has no FUSE.
"""

from __future__ import annotations

import ctypes.util
import errno
import json
import os
import queue
import random
import select
import shutil
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_PATIENCE_S = 60
_SOON_S = 5
_CONNECTIONS = Path("/sys/fs/fuse/connections")
_LIBRARY = "fuse3"


class Mounted:
    """The test's side. `path` is where the disk is; while it is being cut nothing is there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        # Errors of the mount itself are among the answers; libfuse's own words go where nobody reads them.
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__)), str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            # Where an older library is installed too, mfusepy would take that one, which knows less.
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent), "FUSE_LIBRARY_NAME": _LIBRARY},
        )
        try:
            self._mount()
        except BaseException:
            self._give_up()
            raise

    def cut(self, seed: int, *, spare: float = 0.0) -> None:
        """Whoever had files open must be gone. `spare` is the share of unkept pages and names that happen to be kept all the same."""
        self._unmount()
        self._ask({"do": "cut", "seed": seed, "spare": spare})
        self._mount()

    def keep_all(self) -> None:
        """Half a minute passes, in which the system writes everything down by itself."""
        self._ask({"do": "keep-all"})

    def limit(self, free_bytes: int) -> None:
        """From now on it takes what it holds and so much more."""
        self._ask({"do": "trouble", "free_bytes": free_bytes})

    def fail(self, *, seed: int = 0, **rates: float) -> None:
        """How often `read`, `write` and `fsync` give EIO."""
        self._ask({"do": "trouble", "rates": rates, "seed": seed})

    def heal(self) -> None:
        """Large and faultless again."""
        self._ask({"do": "trouble"})

    def close(self) -> None:
        try:
            self._unmount()
        finally:
            self._give_up()

    def _give_up(self) -> None:
        """The process ends, and with it the disk, whoever still works on it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()
        # Nothing is mounted any more where everything went well, and then this says so.
        subprocess.run([*_unmount_command(), "-l" if os.geteuid() == 0 else "-z", str(self.path)], capture_output=True, check=False)

    def _mount(self) -> None:
        answer = self._ask({"do": "mount"})
        if answer != "mounted":
            raise PermissionError(f"this machine lets nobody mount a file system of his own: {answer}")
        self._connection = os.minor(self.path.stat().st_dev)

    def _unmount(self) -> None:
        command = [*_unmount_command(), str(self.path)]
        end_s = time.monotonic() + _PATIENCE_S
        while (done := subprocess.run(command, capture_output=True, text=True, check=False)).returncode != 0:
            if time.monotonic() > end_s:
                raise AssertionError(f"somebody still works on {self.path}: {done.stderr}")
            time.sleep(0.02)
        if not self._answers_within(_SOON_S):
            # Somebody took a copy of all mounts meanwhile, as a new network namespace does, and the disk lives on in it.
            (_CONNECTIONS / str(self._connection) / "abort").write_text("1")
        assert self._answer() == "unmounted"

    def _ask(self, command: dict[str, Any]) -> str:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answers_within(self, patience_s: float) -> bool:
        return bool(select.select([self._process.stdout], [], [], patience_s)[0])

    def _answer(self) -> str:
        assert self._process.stdout is not None
        if not self._answers_within(_PATIENCE_S):
            raise AssertionError("the forgetful disk does not answer")
        return self._process.stdout.readline().strip()


def _unmount_command() -> list[str]:
    return ["umount"] if os.geteuid() == 0 else ["fusermount3", "-u"]


@contextmanager
def forgetful_mount(path: Path) -> Iterator[Mounted]:
    """`path` is made and taken away again."""
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        pytest.skip("a disk that forgets needs /dev/fuse")
    if ctypes.util.find_library(_LIBRARY) is None:
        pytest.skip("a disk that forgets needs libfuse3")
    if os.geteuid() != 0 and shutil.which("fusermount3") is None:
        pytest.skip("a disk that forgets needs root or fusermount3")
    try:
        mounted = Mounted(path)
    except PermissionError as error:
        pytest.skip(str(error))
    try:
        yield mounted
    finally:
        mounted.close()
        path.rmdir()


# --- the process ---


def _text(path: bytes | None) -> str | None:
    return None if path is None else os.fsdecode(path)


def _handle(fip: Any) -> int | None:
    return fip.contents.fh if fip else None


def main(path: str) -> None:
    import mfusepy
    from forgetful_disk import ForgetfulDisk, Node, Trouble

    disk = ForgetfulDisk()
    mounts: queue.Queue[bool] = queue.Queue()

    def say(words: str) -> None:
        print(words, flush=True)

    def listen() -> None:
        for line in sys.stdin:
            command = json.loads(line)
            if command["do"] == "mount":
                mounts.put(True)
            elif command["do"] == "cut":
                disk.cut(command["seed"], command["spare"])
                say("cut")
            elif command["do"] == "keep-all":
                disk.keep_all()
                say("kept")
            else:
                trouble = Trouble(rates=command.get("rates", {}), rng=random.Random(command.get("seed", 0)))
                if "free_bytes" in command:
                    trouble.size_bytes = disk.used_bytes + command["free_bytes"]
                disk.trouble = trouble
                say("so be it")
        mounts.put(False)

    class Files(mfusepy.Operations):  # type: ignore[misc]
        """What the kernel asks. A handle is the node's number, so that what is open outlives its name."""

        use_ns = True

        def init_with_config(self, conn_info: Any, config_3: Any) -> None:
            config_3.hard_remove = 1
            config_3.nullpath_ok = 1
            say("mounted")

        def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
            number = fh or disk.find(path)
            node: Node = disk.nodes[number]
            times = dict.fromkeys(("st_mtime", "st_ctime", "st_atime"), node.changed_ns)
            owner = {"st_uid": os.geteuid(), "st_gid": os.getegid()}
            return {"st_mode": node.mode, "st_size": len(node.data), "st_nlink": 2 if node.is_folder else 1, **times, **owner}

        def readdir(self, path: str, fh: int) -> list[str]:
            return [".", "..", *disk.nodes[fh].names]

        def opendir(self, path: str) -> int:
            return disk.find(path)

        def releasedir(self, path: str, fh: int) -> int:
            return 0

        def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
            disk.keep_names(fh)
            return 0

        def mkdir(self, path: str, mode: int) -> int:
            disk.make(path, stat.S_IFDIR | mode)
            return 0

        def rmdir(self, path: str) -> int:
            disk.remove(path)
            return 0

        def unlink(self, path: str) -> int:
            disk.remove(path)
            return 0

        def rename(self, old: str, new: str) -> int:
            disk.rename(old, new)
            return 0

        def create(self, path: str, mode: int, fi: Any = None) -> int:
            return disk.make(path, stat.S_IFREG | stat.S_IMODE(mode))

        def open(self, path: str, flags: int) -> int:
            return disk.find(path)

        def release(self, path: str, fh: int) -> int:
            return 0

        def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
            return disk.read(fh, size, offset)

        def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
            return disk.write(fh, data, offset)

        def truncate(self, path: str, length: int, fh: int | None = None) -> int:
            disk.resize(fh or disk.find(path), length)
            return 0

        def flush(self, path: str, fh: int) -> int:
            return 0

        def fsync(self, path: str, datasync: int, fh: int) -> int:
            disk.keep(fh)
            return 0

        def chmod(self, path: str, mode: int, fh: int | None = None) -> int:
            node = disk.nodes[fh or disk.find(path)]
            node.mode = stat.S_IFMT(node.mode) | stat.S_IMODE(mode)
            return 0

        def chown(self, path: str, uid: int, gid: int) -> int:
            return 0

        def utimens(self, path: str, times: tuple[int, int] | None = None, fh: int | None = None) -> int:
            disk.nodes[fh or disk.find(path)].changed_ns = time.time_ns() if times is None else times[1]
            return 0

        def statfs(self, path: str) -> dict[str, int]:
            free, total = disk.free_bytes() // 4096, (disk.free_bytes() + disk.used_bytes) // 4096
            blocks = {"f_bsize": 4096, "f_frsize": 4096, "f_blocks": total, "f_bfree": free, "f_bavail": free}
            return {**blocks, "f_files": 1 << 20, "f_ffree": 1 << 20, "f_favail": 1 << 20, "f_namemax": 255}

    class Fuse(mfusepy.FUSE):  # type: ignore[misc]
        """What is open may have no path any more, and these three would then be told neither path nor handle."""

        def truncate_fuse_3(self, path: bytes | None, length: int, fip: Any) -> int:
            return int(self.operations.truncate(_text(path), length, _handle(fip)))

        def chmod_fuse_3(self, path: bytes | None, mode: int, fip: Any) -> int:
            return int(self.operations.chmod(_text(path), mode, _handle(fip)))

        def utimens_fuse_3(self, path: bytes | None, buf: Any, fip: Any) -> int:
            times = None
            if buf:
                stamps = (buf.contents.actime, buf.contents.modtime)
                times = tuple(stamp.tv_sec * 10**9 + stamp.tv_nsec for stamp in stamps)
            return int(self.operations.utimens(_text(path), times, _handle(fip)))

    threading.Thread(target=listen, name="orders", daemon=True).start()
    while mounts.get():
        try:
            Fuse(Files(), path, foreground=True, nothreads=True, fsname="forgetful")
        except RuntimeError as error:
            say(f"not mounted: {error} {os.strerror(errno.EPERM)}")
            continue
        say("unmounted")


if __name__ == "__main__":
    main(sys.argv[1])
