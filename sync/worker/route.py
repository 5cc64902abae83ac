"""Whether the system has a network to offer at all. A hint: only the archive's signature says that there is a way to it."""

from __future__ import annotations

from pathlib import Path

# Columns and flags of the kernel's tables (proc_net(5), route.h, ipv6_route.h): a route counts that is up, refuses nobody, and is not
# to this device itself. By IPv6 every plug that is in has two more, which lead nowhere: to neighbours, and to groups.
_UP, _REJECT, _LOCAL = 0x1, 0x200, 0x80000000
_TABLES = (("route", 0, 3, 1), ("ipv6_route", 9, 8, 0))
_OF_EVERY_PLUG = ("fe80", "ff")


def has_route(proc_net: Path = Path("/proc/net")) -> bool | None:
    """Reads the system's routing tables; nothing is sent. None where there are none to read: the window's hints have to do there."""
    answers = [_leads_out(proc_net / name, *columns) for name, *columns in _TABLES]
    known = [answer for answer in answers if answer is not None]
    return any(known) if known else None


def _leads_out(table: Path, device: int, flags: int, headings: int) -> bool | None:
    try:
        lines = table.read_text(encoding="ascii", errors="replace").splitlines()[headings:]
    except OSError:
        return None
    return any(_is_open(line.split(), device, flags) for line in lines)


def _is_open(columns: list[str], device: int, flags: int) -> bool:
    if len(columns) <= max(device, flags) or columns[device] == "lo":
        return False
    if device and columns[0].startswith(_OF_EVERY_PLUG):
        return False
    return int(columns[flags], 16) & (_UP | _REJECT | _LOCAL) == _UP
