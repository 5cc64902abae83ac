"""Labels whose text has a direction of its own, such as digits and addresses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def align_leading(label: QLabel) -> None:
    """To the side where lines begin in the language of the window. QLabel goes by its text, and so puts "01:05" to the left everywhere."""
    # Of what it stands in: the label's own direction may be that of its digits.
    around = label.parentWidget() or label
    mirrored = around.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
