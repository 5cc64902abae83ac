"""age identities: the archive's secret keys, in the file form of `age-keygen`."""

from __future__ import annotations

from dataclasses import dataclass

import pyrage

from sync.contract.faults import BadInput


@dataclass(frozen=True)
class AgeKey:
    """`identity` (`AGE-SECRET-KEY-1…`) is secret; `recipient` (`age1…`) is what packages are sealed to."""

    identity: str
    recipient: str

    def to_file(self) -> str:
        """What `age -d -i FILE` reads."""
        return f"# public key: {self.recipient}\n{self.identity}\n"


def new_age_key() -> AgeKey:
    identity = pyrage.x25519.Identity.generate()
    return AgeKey(str(identity), str(identity.to_public()))


def parse_identity_file(text: str) -> list[AgeKey]:
    """The keys of an age identity file: one per line, `#` comments and empty lines allowed. Raises BadInput."""
    lines = [line.strip() for line in text.splitlines()]
    secrets = [line for line in lines if line and not line.startswith("#")]
    try:
        identities = [pyrage.x25519.Identity.from_str(secret) for secret in secrets]
    except pyrage.IdentityError as error:
        raise BadInput("identity", "This file holds a line that is not an age identity.") from error
    if not identities:
        raise BadInput("identity", "This file holds no age identity.")
    return [AgeKey(str(identity), str(identity.to_public())) for identity in identities]
