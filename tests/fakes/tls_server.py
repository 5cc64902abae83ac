"""A TLS server on loopback that writes down every byte of request that reaches it, and certificates to run it with."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Certificate:
    """PEM files; `spki_sha256` was computed by OpenSSL, not by the code under test."""

    certificate: Path
    key: Path
    spki_sha256: str


def make_certificate(folder: Path, name: str, *, host: str = "127.0.0.1", days: int = 30) -> Certificate:
    """A self-signed certificate for an IP address. Negative `days` make one that has lapsed."""
    certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
    validity = ["-days", str(days)] if days > 0 else ["-not_before", "20200101000000Z", "-not_after", "20200102000000Z"]
    config = folder / f"{name}.cnf"
    config.write_text(
        f"[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\n[dn]\nCN={name}\n"
        f"[ext]\nsubjectAltName=IP:{host}\nbasicConstraints=critical,CA:TRUE\n"
    )
    if days > 0:
        openssl("req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", key, "-out", certificate, "-config", config, *validity)
    else:
        request = folder / f"{name}.csr"
        openssl("req", "-newkey", "ed25519", "-nodes", "-keyout", key, "-out", request, "-config", config)
        _lapsed(folder, name, request, certificate, key, config)
    return Certificate(certificate, key, spki_of(certificate))


def spki_of(certificate: Path) -> str:
    """SHA-256 of the SubjectPublicKeyInfo as hex."""
    public = openssl("x509", "-in", certificate, "-noout", "-pubkey")
    der = openssl("pkey", "-pubin", "-outform", "DER", stdin=public)
    return openssl("dgst", "-sha256", "-r", stdin=der).split()[0].decode()


def _lapsed(folder: Path, name: str, request: Path, certificate: Path, key: Path, config: Path) -> None:
    """`openssl req -x509` cannot date a certificate back; `openssl ca` can."""
    (folder / f"{name}.index").touch()
    (folder / f"{name}.serial").write_text("01\n")
    ca = folder / f"{name}.ca.cnf"
    ca.write_text(
        f"[ca]\ndefault_ca=here\n[here]\ndatabase={folder}/{name}.index\nserial={folder}/{name}.serial\nnew_certs_dir={folder}\n"
        "default_md=default\npolicy=any\n[any]\ncommonName=supplied\n"
    )
    openssl(
        *("ca", "-batch", "-selfsign", "-config", ca, "-in", request, "-keyfile", key, "-out", certificate, "-notext"),
        *("-startdate", "20200101000000Z", "-enddate", "20200102000000Z", "-extfile", config, "-extensions", "ext"),
    )


def openssl(*arguments: object, stdin: bytes | None = None) -> bytes:
    """What the program wrote. Raises CalledProcessError."""
    done = subprocess.run(["openssl", *map(str, arguments)], input=stdin, capture_output=True, check=True)
    return done.stdout


class TlsServer:
    """Answers every connection once with `answer` and hangs up. `received` holds what came through after the handshake."""

    def __init__(self, certificate: Certificate, answer: bytes, *, maximum: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> None:
        self.received = b""
        self._answer = answer
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate.certificate, certificate.key)
        self._context.maximum_version = maximum
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="tls server", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        """Ends the server, so that `received` is final. May be called twice."""
        if self._listener.fileno() == -1:
            return
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return  # closed
            plain.settimeout(5)
            with plain:
                try:
                    self._talk(plain)
                except OSError:
                    continue  # it did not like us, which is what some tests want

    def _talk(self, plain: socket.socket) -> None:
        with self._context.wrap_socket(plain, server_side=True) as connection:
            head = b""
            while b"\r\n\r\n" not in head:
                block = connection.recv(65536)
                if not block:
                    return
                head += block
                self.received += block
            connection.sendall(self._answer)
