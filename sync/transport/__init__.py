"""The network: a hardened session, a tus client over it, and the archive's other doors. The only place that imports requests."""
