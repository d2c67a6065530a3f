"""Certificates of our own for the tests that encrypt, made by openssl."""

from __future__ import annotations

import hashlib
import ssl
import subprocess
from pathlib import Path

__all__ = ["fingerprint", "make_certificates", "openssl"]


def openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def make_certificates(folder: Path, name: str) -> None:
    """Make a CA of that name, a certificate of it for 127.0.0.1, and `chain.crt`, the two together."""
    subject = ("-days", "2", "-nodes", "-newkey", "rsa:2048")
    openssl(folder, "req", "-x509", "-subj", f"/CN={name}", *subject, "-keyout", "ca.key", "-out", "ca.crt")
    openssl(folder, "req", "-subj", "/CN=node", *subject, "-keyout", "node.key", "-out", "node.csr")
    (folder / "ext").write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\nauthorityKeyIdentifier=none\n")
    signed = ("-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "ext")
    openssl(folder, "x509", "-req", "-in", "node.csr", *signed, "-out", "node.crt")
    (folder / "chain.crt").write_bytes((folder / "node.crt").read_bytes() + (folder / "ca.crt").read_bytes())


def fingerprint(certificate: Path) -> str:
    """Return the SHA-256 of a certificate."""
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate.read_text())).hexdigest().upper()
