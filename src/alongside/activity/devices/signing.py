"""Say who rings, as push services ask of whoever does: VAPID (RFC 8292), a token signed with ES256."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
from email.utils import parseaddr
from functools import cache
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""How many points the curve P-256 has (SEC 2, section 2.4.2): a private key is smaller."""
HALF = 32
"""Bytes of each half of a signature (RFC 7518, section 3.4)."""
LASTS = dt.timedelta(hours=12)
"""How long a token counts; RFC 8292 allows 24 hours at most."""


def public_key() -> str:
    """The key by which a browser's push service knows this instance, as browsers want it."""
    point = _key(settings.PUSH_KEY()).public_key()
    return _text_of(point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def authorization(address: str, *, at: dt.datetime) -> str:
    """The header that goes with a ring to ``address``: valid for that push service and for twelve hours."""
    service = urlsplit(address)
    claims = {
        "aud": f"{service.scheme}://{service.netloc}",
        "exp": int((at + LASTS).timestamp()),
        "sub": f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}",
    }
    said = f"{_part({'typ': 'JWT', 'alg': 'ES256'})}.{_part(claims)}"
    return f"vapid t={said}.{_signature(said)}, k={public_key()}"


def _signature(said: str) -> str:
    made = _key(settings.PUSH_KEY()).sign(said.encode(), ec.ECDSA(hashes.SHA256()))
    return _text_of(b"".join(half.to_bytes(HALF, "big") for half in decode_dss_signature(made)))


@cache
def _key(secret: str) -> ec.EllipticCurvePrivateKey:
    """The secret as a number below the order of the curve: it is longer, so that all are as likely."""
    number = int.from_bytes(hashlib.sha512(secret.encode()).digest(), "big") % (ORDER - 1) + 1
    return ec.derive_private_key(number, ec.SECP256R1())


def _part(content: dict[str, object]) -> str:
    return _text_of(json.dumps(content, separators=(",", ":")).encode())


def _text_of(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")
