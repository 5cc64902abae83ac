"""What a painted widget is, for who asks without seeing it: a picture, something to draw on, a group.

Widgets that are no button, field or bar of Qt's own say so by `accessible_role`, a name in the table below.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES = {"graphic": QAccessible.Role.Graphic, "canvas": QAccessible.Role.Canvas, "grouping": QAccessible.Role.Grouping}


@cache
def install_roles() -> None:
    """Once per program; harmless when repeated. Needs an application."""
    QAccessible.installFactory(_make)


def _make(class_name: str, target: QObject) -> QAccessibleInterface | None:
    """None where Qt's own answer is right."""
    role = getattr(target, "accessible_role", None)
    if role is None or not isinstance(target, QWidget):
        return None
    # Without a name of its own, so that it follows the widget's.
    return QAccessibleWidget(target, _ROLES[role])
