"""Tellers taking their stories back: by the code alone, from a kiosk or on the web, for ever, and before the story arrives too."""
