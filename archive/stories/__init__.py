"""Stories as the archive holds them: what was told, what was agreed to, and the renditions made from it."""
