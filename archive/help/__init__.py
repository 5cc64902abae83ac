"""Requests for help that came with stories. Private to staff, and never joined to a story."""
