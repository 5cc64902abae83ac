from __future__ import annotations

from pathlib import Path

import pytest

from sync.worker.route import has_route

HEADINGS = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n"
DEFAULT = "wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
DOWN = "wlan0\t00000000\t0101A8C0\t0002\t0\t0\t600\t00000000\t0\t0\t0\n"
LOOP = "lo\t0000007F\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0\n"


def six(destination: str, flags: str, device: str) -> str:
    return f"{destination} 00 {'0' * 32} 00 {'0' * 32} 00000400 00000001 00000000 {flags} {device:>8}\n"


OUT = six("0" * 32, "00000003", "wlan0")
NEIGHBOURS = six("fe80" + "0" * 28, "00000001", "wlan0")
GROUPS = six("ff" + "0" * 30, "00000001", "wlan0")
ITSELF = six("fd" + "0" * 30, "80200001", "wlan0")
REFUSED = six("0" * 32, "00200201", "wlan0")


@pytest.mark.parametrize(
    ("four", "six", "online"),
    [
        (HEADINGS + DEFAULT, NEIGHBOURS, True),
        (HEADINGS + DOWN, NEIGHBOURS + GROUPS + ITSELF, False),
        (HEADINGS + LOOP, OUT, True),
        (HEADINGS, REFUSED, False),
        (HEADINGS + "\n", "", False),
    ],
)
def test_a_network_is_there_when_a_route_leads_out(tmp_path: Path, four: str, six: str, online: bool) -> None:
    (tmp_path / "route").write_text(four)
    (tmp_path / "ipv6_route").write_text(six)
    assert has_route(tmp_path) is online


def test_one_table_is_enough(tmp_path: Path) -> None:
    (tmp_path / "ipv6_route").write_text(OUT)
    assert has_route(tmp_path) is True


def test_where_the_system_keeps_no_such_tables_nobody_knows(tmp_path: Path) -> None:
    assert has_route(tmp_path) is None
