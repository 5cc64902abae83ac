"""The server's certificate: what laptops pin of it (SHA-256 of the SubjectPublicKeyInfo, RFC 7469, RFC 5280 section 4.1), and whether
it can be served with.
"""

from __future__ import annotations

import hashlib
import re
import ssl

from asn1crypto import x509

from archive.configuration import ArchiveConfig, BadConfiguration

_PIN = re.compile(r"[0-9a-f]{64}\Z")
_FIRST_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def configured_pins(config: ArchiveConfig) -> tuple[str, ...]:
    """The key of `tls_certificate` first, then `tls_pins`; none where neither is set. Raises BadConfiguration."""
    pins = [spki_sha256(config)] if config.tls_certificate else []
    for pin in config.tls_pins:
        if not _PIN.match(pin):
            raise BadConfiguration("config-pins", "tls_pins: each is the SHA-256 of a SubjectPublicKeyInfo, 64 lower-case hex digits.")
        pins.append(pin)
    return tuple(dict.fromkeys(pins))


def check_tls(config: ArchiveConfig) -> None:
    """Raises BadConfiguration for what could be neither pinned nor served with."""
    configured_pins(config)
    if config.tls_key and not config.tls_certificate:
        raise BadConfiguration("config-certificate", "tls_key is set, and tls_certificate is not: TLS needs both.")
    if config.serves_tls:
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(config.tls_certificate_path, config.tls_key_path)
        except OSError as error:  # ssl.SSLError is one
            raise BadConfiguration("config-key", "tls_key: this file cannot be read, or is not the key of tls_certificate.") from error


def spki_sha256(config: ArchiveConfig) -> str:
    """Of the first certificate in `tls_certificate`: the server's own, whatever chain follows it."""
    try:
        text = config.tls_certificate_path.read_text(encoding="ascii")
        found = _FIRST_CERTIFICATE.search(text)
        der = ssl.PEM_cert_to_DER_cert(found.group() if found else "")
        return hashlib.sha256(x509.Certificate.load(der).public_key.dump()).hexdigest()
    except (OSError, ValueError, TypeError) as error:
        raise BadConfiguration("config-certificate", "tls_certificate: this file holds no certificate (PEM) that can be read.") from error
