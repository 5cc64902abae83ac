"""Photos: decoded out of harm's way, rebuilt from pixels, covered for good. No Qt."""
