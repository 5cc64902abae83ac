"""Sound: microphones, the recorder process, levels and loudness, quality, encoding, playing back. No Qt."""
