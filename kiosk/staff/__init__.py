"""What staff need behind their PIN, without Qt: the PIN itself, the laptop's health, unfinished stories."""
