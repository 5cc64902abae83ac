from __future__ import annotations

from pathlib import Path

import pytest
from package_samples import BAG_NAME, sample_members, sealed_sample

from sync.contract.faults import BrokenPackage
from sync.package.folder import open_into_folder


def test_a_package_becomes_a_folder_that_is_a_bag(tmp_path: Path) -> None:
    sealed, key = sealed_sample(tmp_path)
    opened = open_into_folder(sealed.path, [key.identity], tmp_path / "out")
    found = {
        str(path.relative_to(tmp_path / "out" / BAG_NAME)): path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    assert found == {**{member.path: member.data for member in sample_members()}, **opened.tag_files}


def test_of_a_damaged_package_nothing_is_left(tmp_path: Path) -> None:
    sealed, key = sealed_sample(tmp_path)
    sealed.path.write_bytes(sealed.path.read_bytes()[:-1])
    with pytest.raises(BrokenPackage):
        open_into_folder(sealed.path, [key.identity], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_bag_that_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    sealed, key = sealed_sample(tmp_path)
    (tmp_path / "out" / BAG_NAME).mkdir(parents=True)
    with pytest.raises(FileExistsError):
        open_into_folder(sealed.path, [key.identity], tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [BAG_NAME]
    assert list((tmp_path / "out" / BAG_NAME).iterdir()) == []
