"""Loads PySide and keeps `import` as it was. Import this before anything else of Qt.

PySide puts itself in the place of `import`, and from then on reads the source of every module that anybody imports, in search of its
optional spellings (`__feature__`). This program uses none: a start is 6 ms shorter without.
"""

import builtins

_plain = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _plain
