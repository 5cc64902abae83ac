"""A stick as they are sold: a real FAT32 or exFAT in an image file, mounted. Needs root; skips the test, saying why, where it cannot be."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# The smallest that is FAT32 and not FAT16: 65,525 clusters of one sector.
FAT32_BYTES = 34 * 1024**2


@contextmanager
def fat32_stick(folder: Path) -> Iterator[Path]:
    """By the kernel where it knows FAT, else by fusefat, which tells nobody how much room there is."""
    image, path = _image(folder, FAT32_BYTES, "mkfs.vfat", "-F", "32", "-s", "1")
    if "\tvfat\n" in Path("/proc/filesystems").read_text() or _loaded("vfat"):
        with _mounted(path, "mount", "-o", "loop", "-t", "vfat", str(image), str(path)):
            yield path
    elif shutil.which("fusefat") and os.access("/dev/fuse", os.W_OK):
        with _mounted(path, "fusefat", "-o", "rw+", str(image), str(path)):
            yield path
    else:
        pytest.skip("neither this kernel nor a program here (fusefat) can mount FAT32")


@contextmanager
def exfat_stick(folder: Path, size_bytes: int = 8 * 1024**2) -> Iterator[Path]:
    image, path = _image(folder, size_bytes, "mkfs.exfat")
    if "\texfat\n" in Path("/proc/filesystems").read_text() or _loaded("exfat"):
        with _mounted(path, "mount", "-o", "loop", "-t", "exfat", str(image), str(path)):
            yield path
    elif shutil.which("mount.exfat-fuse") and os.access("/dev/fuse", os.W_OK):
        device = subprocess.run(["losetup", "-f", "--show", str(image)], capture_output=True, text=True, check=False)
        if device.returncode != 0:
            pytest.skip("there is no loop device to mount exFAT from")
        try:
            with _mounted(path, "mount.exfat-fuse", device.stdout.strip(), str(path)):
                yield path
        finally:
            subprocess.run(["losetup", "-d", device.stdout.strip()], check=True)
    else:
        pytest.skip("neither this kernel nor a program here (exfat-fuse) can mount exFAT")


def _image(folder: Path, size_bytes: int, *mkfs: str) -> tuple[Path, Path]:
    if os.geteuid() != 0:
        pytest.skip("a stick can only be mounted by root")
    if shutil.which(mkfs[0]) is None:
        pytest.skip(f"{mkfs[0]} is not installed")
    folder.mkdir()
    image, path = folder / "image", folder / "mounted"
    path.mkdir()
    with image.open("wb") as file:
        file.truncate(size_bytes)
    subprocess.run([*mkfs, str(image)], check=True, capture_output=True)
    return image, path


def _loaded(module: str) -> bool:
    modprobe = shutil.which("modprobe")
    return modprobe is not None and subprocess.run([modprobe, module], capture_output=True, check=False).returncode == 0


@contextmanager
def _mounted(path: Path, *command: str) -> Iterator[None]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not os.path.ismount(path):
        pytest.skip(f"{command[0]} cannot mount here: {done.stderr.strip() or done.stdout.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(path)], check=True)
