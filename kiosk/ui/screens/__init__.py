"""One file per screen of the walk."""
