"""What kiosk, worker and archive agree on: formats, names and limits. Standard library only; everyone may import it."""
