"""The package format: a BagIt bag in a POSIX tar in an age file, its signatures and its verifiers (docs/formats.md)."""

from sync.package.bag import Member, MemberWriter, OpenedBag, Sink, read_bag
from sync.package.folder import open_into_folder
from sync.package.seal import PARTIAL_SUFFIX, SealedFile, open_package, remove_partial_files, seal_package
from sync.package.signatures import (
    new_signing_key,
    public_key_of,
    sign_bytes,
    sign_ping,
    sign_receipt,
    verify_bytes,
    verify_ping,
    verify_receipt,
)
from sync.package.verifier import withdrawal_verifier

__all__ = [
    "PARTIAL_SUFFIX",
    "Member",
    "MemberWriter",
    "OpenedBag",
    "SealedFile",
    "Sink",
    "new_signing_key",
    "open_into_folder",
    "open_package",
    "public_key_of",
    "read_bag",
    "remove_partial_files",
    "seal_package",
    "sign_bytes",
    "sign_ping",
    "sign_receipt",
    "verify_bytes",
    "verify_ping",
    "verify_receipt",
    "withdrawal_verifier",
]
