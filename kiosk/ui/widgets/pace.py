"""How often a picture that follows a voice is painted anew: with every level, or in slow steps for who wants less motion."""

from __future__ import annotations

from kiosk.ui import theme

# Levels come about 25 times a second.
_LEVELS_PER_STEP = 20


class Pace:
    """One for each picture. Window's thread."""

    def __init__(self) -> None:
        self._levels = 0

    def due(self) -> bool:
        """To be asked once for each level: whether the picture should change now."""
        self._levels += 1
        return not theme.look().less_motion or self._levels % _LEVELS_PER_STEP == 1
