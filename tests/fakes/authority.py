"""A certificate authority of one's own: what an organisation runs for itself, or what somebody in the middle makes up."""

from __future__ import annotations

from pathlib import Path

from tls_server import Certificate, openssl, spki_of


class Authority:
    """`certificate` is its own (PEM), to be believed or not. What it issues has Ed25519 keys and one IP address as its name."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder / name
        self._folder.mkdir()
        self.certificate, self._key = self._folder / "authority.pem", self._folder / "authority.key"
        (self._folder / "index").touch()
        (self._folder / "index.attr").touch()
        (self._folder / "serial").write_text("01\n")
        self._config = self._folder / "config"
        self._config.write_text(
            "[req]\ndistinguished_name=dn\nprompt=no\n"
            f"[dn]\nCN={name}\n[self]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n"
            f"[ca]\ndefault_ca=here\n[here]\ndatabase={self._folder}/index\nserial={self._folder}/serial\n"
            f"new_certs_dir={self._folder}\ndefault_md=default\npolicy=any\nunique_subject=no\n[any]\ncommonName=supplied\n"
        )
        openssl("req", "-x509", "-newkey", "ed25519", "-nodes", "-days", 30, "-config", self._config, "-extensions", "self",
                "-keyout", self._key, "-out", self.certificate)  # fmt: skip

    def issue(self, name: str, *, host: str = "127.0.0.1", lapsed: bool = False) -> Certificate:
        """A server's certificate with a key of its own."""
        certificate, key = self._folder / f"{name}.pem", self._folder / f"{name}.key"
        request, extensions = self._folder / f"{name}.csr", self._folder / f"{name}.ext"
        extensions.write_text(f"subjectAltName=IP:{host}\nbasicConstraints=CA:FALSE\nauthorityKeyIdentifier=keyid\n")
        openssl("req", "-newkey", "ed25519", "-nodes", "-config", self._config, "-keyout", key, "-out", request)
        dates = ("-startdate", "20200101000000Z", "-enddate", "20200102000000Z") if lapsed else ("-days", 30)
        openssl("ca", "-batch", "-config", self._config, "-cert", self.certificate, "-keyfile", self._key, "-in", request,
                "-out", certificate, "-notext", *dates, "-extfile", extensions)  # fmt: skip
        return Certificate(certificate, key, spki_of(certificate))
