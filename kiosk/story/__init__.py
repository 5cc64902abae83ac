"""What a story is while it is being told, and the interview's state machine. No I/O, no Qt."""
