"""Who is trusted when only a fingerprint is known? The certificate that has it, and whatever that one has signed.

The fingerprint is that of a certificate which the server shows: its own, or its CA's if it sends that along. Looking
for it in what the server shows is no proof: a stranger can show a certificate of his own beside that CA's, which is no
secret. So the certificate is learnt in a first handshake, in which nothing is said, and is then the only one that the
handshakes are verified by.
"""

from __future__ import annotations

import hashlib
import hmac
import socket
import ssl
from typing import Any

__all__ = ["PinnedContext"]


class PinnedContext(ssl.SSLContext):
    """Trusts the certificate with that SHA-256 (64 hexadecimal digits), and what it has signed, under any host name."""

    def __new__(cls, fingerprint: str) -> PinnedContext:
        """Return a context of a client."""
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self, fingerprint: str) -> None:
        self.check_hostname = False
        self._fingerprint = fingerprint
        self._learnt: ssl.SSLContext | None = None

    def wrap_socket(self, sock: socket.socket, *arguments: Any, **options: Any) -> ssl.SSLSocket:
        """Return the socket encrypted; SSLCertVerificationError when the server is not the one."""
        if self._learnt is None:
            self._learnt = _trusting(self._certificate_at(sock, options.get("server_hostname")))
        return self._learnt.wrap_socket(sock, *arguments, **options)

    def _certificate_at(self, sock: socket.socket, name: str | None) -> bytes:
        """Return the certificate with the fingerprint from what the socket's other end shows, in DER."""
        with (
            socket.create_connection(sock.getpeername()[:2], sock.gettimeout()) as plain,
            _unsuspecting().wrap_socket(plain, server_hostname=name) as encrypted,
        ):
            for certificate in _shown(encrypted):
                if hmac.compare_digest(hashlib.sha256(certificate).hexdigest(), self._fingerprint):
                    return certificate
        raise ssl.SSLCertVerificationError("the server shows no certificate with that fingerprint")


def _unsuspecting() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _trusting(certificate: bytes) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN  # the server's own certificate is as good as that of a CA
    context.load_verify_locations(cadata=certificate)
    return context


def _shown(encrypted: ssl.SSLSocket) -> list[bytes]:
    """Return the certificates that the server has sent, its own first, in DER."""
    public: Any = getattr(encrypted, "get_unverified_chain", None)
    if public is not None:  # from Python 3.13 on
        return list(public())
    private: Any = encrypted._sslobj  # type: ignore[attr-defined]
    return [ssl.PEM_cert_to_DER_cert(each.public_bytes()) for each in private.get_unverified_chain() or ()]
