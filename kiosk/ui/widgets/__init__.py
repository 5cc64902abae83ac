"""Controls that know their own data and nothing of the app."""
