"""Text that has a direction of its own, such as digits and names, on the side where lines begin in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def align_leading(label: QLabel) -> None:
    """QLabel goes by its text, and so puts "01:05" to the left everywhere."""
    # Of what it stands in: the label's own direction may be that of its digits.
    label.setAlignment(leading_side(label.parentWidget() or label) | Qt.AlignmentFlag.AlignVCenter)


def leading_side(widget: QWidget) -> Qt.AlignmentFlag:
    mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
