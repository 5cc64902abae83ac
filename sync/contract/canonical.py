"""One byte form for one JSON value, so that hashes and signatures mean the same on both sides.

A subset of RFC 8785 (JSON Canonicalization Scheme): sorted keys, no white space, UTF-8, and no floats at all,
because number formatting is the part of that RFC that implementations get wrong.
"""

from __future__ import annotations

import json
from typing import Any


def canonical_json(value: Any) -> bytes:
    """The one UTF-8 encoding of `value`. Raises TypeError for floats and anything JSON cannot say."""
    _refuse_floats(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("canonical JSON holds no floats: put the unit in the name and use an integer")
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError("canonical JSON keys are strings")
            _refuse_floats(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _refuse_floats(inner)
