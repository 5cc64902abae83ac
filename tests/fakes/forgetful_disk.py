"""A disk that may forget, as a real one does when its power is cut: what was written stays, what was only handed over goes.

The rules are those that a program may count on, and no kinder:

* the bytes of a file are kept when the file was fsynced;
* a name (a new file, a rename, a removal) is kept when its folder was fsynced, and names are kept in the order in which they came,
  as a journal does it, so that a rename is kept whole or not at all;
* of everything else a cut keeps nothing (`spare = 0`), or a random part of the pages and of the names (`spare > 0`).

It can also be too small, and it can fail. Plain Python without any file system: `forgetful_mount` makes a real one of it.
"""

from __future__ import annotations

import errno
import os
import random
import stat
import time
from dataclasses import dataclass, field

PAGE_BYTES = 4096
ROOT = 1
_HUGE_BYTES = 1 << 40

# One change of names: all of (folder, name, node or None) or nothing.
Op = list[tuple[int, str, "int | None"]]


@dataclass
class Node:
    """A file or a folder. `names` and `kept_names` are those of a folder, `data` and `kept` the bytes of a file."""

    mode: int
    data: bytearray = field(default_factory=bytearray)
    kept: bytearray = field(default_factory=bytearray)
    unkept_pages: set[int] = field(default_factory=set)
    names: dict[str, int] = field(default_factory=dict)
    kept_names: dict[str, int] = field(default_factory=dict)
    changed_ns: int = field(default_factory=time.time_ns)
    # Memory that programs share and that only happens to have a name, such as SQLite's index of its log. A local file system never
    # has to read its pages back while somebody uses them; here the kernel does so whenever the file is opened, so they must not fail.
    is_memory: bool = False

    @property
    def is_folder(self) -> bool:
        return stat.S_ISDIR(self.mode)

    def write(self, data: bytes, offset: int) -> None:
        if offset > len(self.data):
            self.resize(offset)
        end = offset + len(data)
        self.data[offset:end] = data
        self._touch(offset, end)

    def resize(self, size_bytes: int) -> None:
        before = len(self.data)
        if size_bytes < before:
            del self.data[size_bytes:]
            self._touch(size_bytes, size_bytes)
        else:
            self.data.extend(bytes(size_bytes - before))
            self._touch(before, size_bytes)

    def keep(self) -> None:
        """fsync."""
        self._settle(self.unkept_pages, len(self.data))

    def forget(self, rng: random.Random, spare: float) -> None:
        """The power is cut."""
        pages = {page for page in sorted(self.unkept_pages) if rng.random() < spare}
        size_bytes = len(self.data) if rng.random() < spare else len(self.kept)
        self._settle(pages, size_bytes)
        self.data[:] = self.kept

    def _settle(self, pages: set[int], size_bytes: int) -> None:
        del self.kept[size_bytes:]
        self.kept.extend(bytes(size_bytes - len(self.kept)))
        for page in pages:
            start = page * PAGE_BYTES
            end = min(start + PAGE_BYTES, size_bytes, len(self.data))
            if start < end:
                self.kept[start:end] = self.data[start:end]
        self.unkept_pages.clear()

    def _touch(self, start: int, end: int) -> None:
        self.unkept_pages.update(range(start // PAGE_BYTES, -(-end // PAGE_BYTES)))
        self.changed_ns = time.time_ns()


@dataclass
class Trouble:
    """`size_bytes` is how much the disk holds. `rates` says how often an operation (read, write, fsync) fails with EIO."""

    size_bytes: int = _HUGE_BYTES
    rates: dict[str, float] = field(default_factory=dict)
    rng: random.Random = field(default_factory=random.Random)


class ForgetfulDisk:
    """Names lead to numbers, numbers to nodes. Every method raises OSError as a disk would. One thread."""

    def __init__(self) -> None:
        self.nodes: dict[int, Node] = {ROOT: Node(stat.S_IFDIR | 0o700)}
        self.trouble = Trouble()
        self._next = ROOT + 1
        self._journal: list[Op] = []
        self._used_bytes = 0

    # --- names ---

    def find(self, path: str) -> int:
        number = ROOT
        for name in path.split("/"):
            if name:
                node = self.nodes[number]
                if not node.is_folder:
                    raise OSError(errno.ENOTDIR, path)
                if name not in node.names:
                    raise OSError(errno.ENOENT, path)
                number = node.names[name]
        return number

    def make(self, path: str, mode: int) -> int:
        folder, name = self._parent(path)
        if name in self.nodes[folder].names:
            raise OSError(errno.EEXIST, path)
        self._take(PAGE_BYTES)
        number, self._next = self._next, self._next + 1
        self.nodes[number] = Node(mode, is_memory=name.endswith("-shm"))
        self._change([(folder, name, number)])
        return number

    def remove(self, path: str) -> None:
        node = self.nodes[self.find(path)]
        if node.names:
            raise OSError(errno.ENOTEMPTY, path)
        folder, name = self._parent(path)
        self._change([(folder, name, None)])
        self._used_bytes -= len(node.data) + PAGE_BYTES

    def rename(self, old: str, new: str) -> None:
        number = self.find(old)
        from_folder, from_name = self._parent(old)
        to_folder, to_name = self._parent(new)
        replaced = self.nodes[to_folder].names.get(to_name)
        if replaced == number:
            return
        if replaced is not None:
            self._used_bytes -= len(self.nodes[replaced].data) + PAGE_BYTES
        self._change([(from_folder, from_name, None), (to_folder, to_name, number)])

    def keep_names(self, folder: int) -> None:
        """fsync of a folder: its changes are kept, and whatever was changed before them."""
        self._may_fail("fsync")
        concerned = [index for index, op in enumerate(self._journal) if any(each[0] == folder for each in op)]
        if concerned:
            self._commit(concerned[-1] + 1)

    # --- bytes ---

    def read(self, number: int, size_bytes: int, offset: int) -> bytes:
        node = self.nodes[number]
        if not node.is_memory:
            self._may_fail("read")
        return bytes(node.data[offset : offset + size_bytes])

    def write(self, number: int, data: bytes, offset: int) -> int:
        node = self.nodes[number]
        if not node.is_memory:
            self._may_fail("write")
        self._take(max(0, offset + len(data) - len(node.data)))
        node.write(data, offset)
        return len(data)

    def resize(self, number: int, size_bytes: int) -> None:
        node = self.nodes[number]
        self._take(size_bytes - len(node.data))
        node.resize(size_bytes)

    def keep(self, number: int) -> None:
        """fsync of a file. When it fails, nothing of it counts as kept."""
        self._may_fail("fsync")
        self.nodes[number].keep()

    def free_bytes(self) -> int:
        return max(0, self.trouble.size_bytes - self._used_bytes)

    @property
    def used_bytes(self) -> int:
        return self._used_bytes

    def keep_all(self) -> None:
        """What a system does by itself within half a minute."""
        self._commit(len(self._journal))
        for node in self.nodes.values():
            node.keep()

    # --- the cut ---

    def cut(self, seed: int, spare: float) -> None:
        """Power off and on again. Nobody may have a file of it open."""
        rng = random.Random(seed)
        self._commit(sum(rng.random() < spare for _ in self._journal))
        self._journal.clear()
        alive, todo = {ROOT}, [ROOT]
        while todo:
            node = self.nodes[todo.pop()]
            node.names = dict(node.kept_names)
            new = [number for number in node.names.values() if number not in alive]
            alive.update(new)
            todo += new
        self.nodes = {number: node for number, node in self.nodes.items() if number in alive}
        for node in self.nodes.values():
            if not node.is_folder:
                node.forget(rng, spare)
        self._used_bytes = sum(len(node.data) + PAGE_BYTES for node in self.nodes.values())

    def _commit(self, count: int) -> None:
        for op in self._journal[:count]:
            for folder, name, number in op:
                if number is None:
                    self.nodes[folder].kept_names.pop(name, None)
                else:
                    self.nodes[folder].kept_names[name] = number
        del self._journal[:count]

    def _change(self, op: Op) -> None:
        for folder, name, number in op:
            if number is None:
                del self.nodes[folder].names[name]
            else:
                self.nodes[folder].names[name] = number
        self._journal.append(op)

    def _parent(self, path: str) -> tuple[int, str]:
        folder, _, name = path.rstrip("/").rpartition("/")
        return self.find(folder), name

    def _take(self, size_bytes: int) -> None:
        if size_bytes > 0 and size_bytes > self.trouble.size_bytes - self._used_bytes:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._used_bytes += size_bytes

    def _may_fail(self, operation: str) -> None:
        if self.trouble.rng.random() < self.trouble.rates.get(operation, 0.0):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
