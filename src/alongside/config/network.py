"""Closes the network for tests: this computer may talk to itself, and to nobody else."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any


class Closed(RuntimeError):
    """A test wanted to reach another computer."""


_connect = socket.socket.connect
_connect_ex = socket.socket.connect_ex
_getaddrinfo = socket.getaddrinfo


def close() -> None:
    """Refuse every connection and every name that is not this computer's own."""
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign, assignment]
    socket.socket.connect_ex = _guarded_connect_ex  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = _guarded_getaddrinfo


def _guarded_connect(self: socket.socket, address: Any) -> None:
    _demand_loopback(address[0] if isinstance(address, tuple) else None)
    _connect(self, address)


def _guarded_connect_ex(self: socket.socket, address: Any) -> int:
    _demand_loopback(address[0] if isinstance(address, tuple) else None)
    return _connect_ex(self, address)


def _guarded_getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
    _demand_loopback(host)
    return _getaddrinfo(host, *arguments, **options)


def _demand_loopback(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost", socket.gethostname()):
        return
    try:
        inside = ipaddress.ip_address(name).is_loopback or ipaddress.ip_address(name).is_unspecified
    except ValueError:
        inside = False
    if not inside:
        raise Closed(f"A test tried to reach {name}; the network is closed in tests.")
