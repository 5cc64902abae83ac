"""How sealed packages come in: the resumable upload door, receipts, and the opener that unpacks and checks them."""
