"""The recording kiosk: a Qt window on top of a core that knows nothing of Qt."""
