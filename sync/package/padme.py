"""Padmé: rounding a size up so that it says little about what is inside.

Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PETS 2019, algorithm 1:
a length of L bits keeps only its first log2(L) bits, so sizes leak O(log log L) bits at a cost of at most 12 %
(3 % from 64 KiB up).
"""

from __future__ import annotations

# From 8 KiB up every Padmé size is a multiple of the tar block of 512 bytes. The floor also makes all tiny bags look alike.
SMALLEST_TAR_BYTES = 16 * 1024


def padme(size_bytes: int) -> int:
    """The smallest Padmé size that holds `size_bytes`."""
    if size_bytes < 2:
        return size_bytes
    exponent = size_bytes.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << free_bits) - 1
    return (size_bytes + mask) & ~mask


def padded_tar_size(size_bytes: int) -> int:
    """How long a tar of `size_bytes` (its two closing blocks included) becomes before it is sealed."""
    return padme(max(size_bytes, SMALLEST_TAR_BYTES))
