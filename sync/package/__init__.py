"""The package format: a BagIt bag in a POSIX tar in an age file, its signatures and its verifiers (docs/formats.md)."""

from sync.package.bag import Member, MemberWriter, OpenedBag, Sink, read_bag
from sync.package.courier import introduce, is_introduced, sign_courier_list, verify_courier_list
from sync.package.folder import open_into_folder
from sync.package.seal import PARTIAL_SUFFIX, SealedFile, open_package, remove_partial_files, seal_package
from sync.package.signatures import (
    new_signing_key,
    public_key_of,
    sign_bytes,
    sign_ping,
    sign_policy,
    sign_receipt,
    verify_bytes,
    verify_ping,
    verify_policy,
    verify_receipt,
)
from sync.package.stick import Stick, StickFault, open_stick, stick_fault
from sync.package.stick_folder import NotAFile
from sync.package.verifier import verifier_of_proof, withdrawal_proof, withdrawal_verifier
from sync.package.withdrawal import open_withdrawal, seal_withdrawal, sign_withdrawal_receipt, verify_withdrawal_receipt

__all__ = [
    "PARTIAL_SUFFIX",
    "Member",
    "MemberWriter",
    "NotAFile",
    "OpenedBag",
    "SealedFile",
    "Sink",
    "Stick",
    "StickFault",
    "introduce",
    "is_introduced",
    "new_signing_key",
    "open_into_folder",
    "open_package",
    "open_stick",
    "open_withdrawal",
    "public_key_of",
    "read_bag",
    "remove_partial_files",
    "seal_package",
    "seal_withdrawal",
    "sign_bytes",
    "sign_courier_list",
    "sign_ping",
    "sign_policy",
    "sign_receipt",
    "sign_withdrawal_receipt",
    "stick_fault",
    "verifier_of_proof",
    "verify_bytes",
    "verify_courier_list",
    "verify_ping",
    "verify_policy",
    "verify_receipt",
    "verify_withdrawal_receipt",
    "withdrawal_proof",
    "withdrawal_verifier",
]
