"""Unfinished stories: sealed records in one SQLite file, and the keys to them outside of it. No Qt."""
