"""The staff side of the window, behind the PIN. What it can do is handed in; it opens no files and no connections itself."""
