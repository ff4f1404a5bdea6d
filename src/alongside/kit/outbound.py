"""The one way out: an address that came from outside is asked, without being led to where only this server may go."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SECONDS = 10.0
"""All of it together: names, connections, redirects and the last byte."""
REDIRECTS = 3
PORTS = {"https": 443, "http": 80}
MOVED = {301, 302, 303, 307, 308}
UNWRAPPED = [ipaddress.ip_network(one) for one in ("64:ff9b::/96", "::/96")]
"""IPv6 networks whose last four bytes are an IPv4 address."""

UNICAST = ipaddress.ip_network("2000::/3")
"""The only part of IPv6 that is given out to everybody."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Said = TypeVar("Said")


class Unfetched(Exception):
    """It could not be fetched: carries one sentence for the person who typed the address."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Target:
    """An address, taken apart and found acceptable as far as it can be read."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_trusted(self) -> bool:
        """Whether whoever runs this instance named the host as one of their own network."""
        return self.host in settings.OUTBOUND_HOSTS


def fetch(address: str, *, largest: int, seconds: float = SECONDS) -> bytes:
    """Return what stands at ``address``, or raise ``Unfetched``; every redirect is looked at anew."""
    deadline = time.monotonic() + seconds
    for _turn in range(REDIRECTS + 1):
        target = read_address(address)
        found = _ask(target, deadline, partial(_answer, target, largest=largest))
        if isinstance(found, bytes):
            return found
        address = _led_on(address, found)
    raise Unfetched(_("That address leads on to another one again and again."))


def _led_on(address: str, place: str) -> str:
    """Where a redirect leads; what it names may be no address at all."""
    try:
        return urljoin(address, place)
    except ValueError as strange:
        raise Unfetched(_("That address does not answer as it should. Is it still right?")) from strange


def knock(address: str, headers: Mapping[str, str], *, seconds: float = SECONDS) -> int:
    """POST these headers and nothing else to ``address``; return the status, or raise ``Unfetched``."""
    target = read_address(address)
    return _ask(target, time.monotonic() + seconds, partial(_knocked, target, headers=headers))


def read_address(address: str) -> Target:
    """Take an address apart; raise ``Unfetched`` for one that nobody should follow."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError as strange:
        raise Unfetched(_("That is no address of a page. Copy it again.")) from strange
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    target = Target(parts.scheme, host, port, f"{path}?{query}" if query else path)
    if not host or parts.scheme not in PORTS or parts.username is not None:
        raise Unfetched(_("That is no address of a page. Copy it again."))
    if parts.scheme != "https" and not target.is_trusted:
        raise Unfetched(_("Use an address that begins with https://."))
    return target


def is_public(address: Address) -> bool:
    """Whether everybody on the internet could reach it: no inner network, whichever way it is written."""
    inner = _unwrapped(address)
    if isinstance(inner, ipaddress.IPv6Address) and inner not in UNICAST:
        return False
    return inner.is_global and not inner.is_multicast and not inner.is_reserved


def _unwrapped(address: Address) -> Address:
    """The IPv4 address that an IPv6 one carries inside."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    carried = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
    if carried is None and any(address in network for network in UNWRAPPED):
        carried = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return carried or address


def _ask(target: Target, deadline: float, converse: Callable[[socket.socket], Said]) -> Said:
    """Return what was said on a line to the target; nothing takes longer than until the deadline."""
    lines: list[socket.socket] = []
    stopper = threading.Timer(deadline - time.monotonic(), _shut, [lines])
    stopper.daemon = True
    try:
        lines.append(socket.create_connection((_place(target), target.port), timeout=_left(deadline)))
        stopper.start()
        if target.scheme == "https":
            _make_private(lines, target.host)
        answer = converse(lines[-1])
        _left(deadline)  # what was cut off looks like an end
        return answer
    except (OSError, http.client.HTTPException, ValueError) as problem:
        raise Unfetched(_("That address does not answer as it should. Is it still right?")) from problem
    finally:
        stopper.cancel()
        for line in lines:
            line.close()


def _place(target: Target) -> str:
    """Resolve the name once, and connect to what was looked at: it cannot turn into another one in between."""
    found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    places = [str(one[4][0]).partition("%")[0] for one in found]
    if not target.is_trusted and not all(is_public(ipaddress.ip_address(one)) for one in places):
        raise Unfetched(_("That address lies within a private network, which Alongside does not enter."))
    return places[0]


def _make_private(lines: list[socket.socket], host: str) -> None:
    """Encrypt the line; it can be shut while the two sides still shake hands."""
    context = ssl.create_default_context()
    private = context.wrap_socket(lines[-1], server_hostname=host, do_handshake_on_connect=False)
    lines.append(private)
    private.do_handshake()


def _answer(target: Target, line: socket.socket, *, largest: int) -> bytes | str:
    """The body, or where the answer sends us."""
    asking = http.client.HTTPConnection(target.host, target.port)
    asking.sock = line
    try:
        asking.request("GET", target.path, headers={"User-Agent": "Alongside", "Accept-Encoding": "identity"})
        answer = asking.getresponse()
        if answer.status in MOVED:
            return answer.headers.get("Location", "")
        if answer.status != http.client.OK:
            said = _("That address answers with the number %(status)d instead of a file. Is it still right?")
            raise Unfetched(said % {"status": answer.status})
        body = answer.read(largest + 1)
    finally:
        asking.close()
    if len(body) > largest:
        raise Unfetched(_("What stands at that address is too large."))
    return body


def _knocked(target: Target, line: socket.socket, *, headers: Mapping[str, str]) -> int:
    asking = http.client.HTTPConnection(target.host, target.port)
    asking.sock = line
    try:
        asking.request("POST", target.path, body=b"", headers={"User-Agent": "Alongside", **headers})
        return asking.getresponse().status
    finally:
        asking.close()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _shut(lines: list[socket.socket]) -> None:
    """End the conversation: whoever waits for a byte that never comes gets an error instead."""
    for line in list(lines):
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
