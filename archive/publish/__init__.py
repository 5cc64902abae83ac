"""What everyone may see and hear: the gallery, the story pages and the ranged media door."""
