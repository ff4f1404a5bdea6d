"""The way out: only what everybody could reach, in bounded time and size, whatever an address leads to."""

from __future__ import annotations

import http.server
import ipaddress
import socket
import threading
import time

import pytest

from alongside.kit import outbound

INNER = [
    "127.0.0.1",
    "127.1.2.3",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "172.16.0.1",
    "172.31.255.254",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    "::7f00:1",
    "::a00:1",
    "2001:db8::1",
    "100::1",
    "fec0::1",
    "64:ff9b:1::1",
    "::ffff:0:0",
]


class Canary(http.server.BaseHTTPRequestHandler):
    """Answers as its path says; remembers that somebody came."""

    seen: list[str] = []

    def do_GET(self):
        self.seen.append(self.path)
        kind = self.path.rsplit("/", 1)[-1]
        if kind == "slow":
            self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
            for _second in range(40):
                time.sleep(0.1)
                self.wfile.write(b"x")
        elif kind == "moved":
            self._head(302, Location="/fine")
        elif kind == "inside":
            self._head(302, Location="http://127.0.0.2:9/secret")
        elif kind == "nowhere":
            self._head(302, Location="http://[::1")
        elif kind == "round":
            self._head(302, Location="/round")
        elif kind == "missing":
            self._head(404)
        else:
            self._head(200)
            self.wfile.write(b"x" * (5000 if kind == "large" else 5))

    def _head(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *words):
        pass


@pytest.fixture
def canary():
    Canary.seen = []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Canary) as server:
        server.daemon_threads, server.block_on_close = True, False
        server.handle_error = print  # whoever hangs up on the slow one is right
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def own_network(settings):
    settings.OUTBOUND_HOSTS = ["127.0.0.1"]


@pytest.mark.parametrize("address", INNER)
def test_no_inner_address_is_taken_for_a_public_one(address):
    assert not outbound.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::808:808"]
)
def test_what_everybody_reaches_is_public(address):
    assert outbound.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "evil.example", "2130706433", "0x7f.1", "127.1"])
def test_a_name_that_leads_inside_is_never_connected_to(canary, monkeypatch, host):
    def inside(name, port, **how):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", inside)
    with pytest.raises(outbound.Unfetched, match="private network"):
        outbound.fetch(canary.replace("http://127.0.0.1", f"https://{host}"), largest=100)
    assert Canary.seen == []


@pytest.mark.parametrize(
    "address",
    [
        "", "x", "http://example.org/a", "ftp://example.org/", "file:///etc/passwd", "gopher://127.0.0.1:1/", "https://",
        "https://user:secret@example.org/", "https://[::1/", "https://a:99999/", "javascript:x",
    ],
)  # fmt: skip
def test_an_address_that_nobody_should_follow_is_refused(address):
    with pytest.raises(outbound.Unfetched):
        outbound.fetch(address, largest=100)


def test_a_host_of_ones_own_network_is_fetched_from(canary, own_network):
    assert outbound.fetch(f"{canary}/fine?a=b c\r\nX: y", largest=100) == b"xxxxx"
    assert outbound.fetch(f"{canary}/moved", largest=100) == b"xxxxx"
    assert Canary.seen == ["/fine?a=b%20cX:%20y", "/moved", "/fine"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("inside", "begins with https"), ("round", "again and again"), ("missing", "number 404"),
        ("large", "too large"), ("slow", "does not answer"), ("nowhere", "does not answer"),
    ],
)  # fmt: skip
def test_what_leads_astray_ends_soon_with_a_sentence(canary, own_network, path, told):
    begun = time.monotonic()
    with pytest.raises(outbound.Unfetched, match=told):
        outbound.fetch(f"{canary}/{path}", largest=100 if path == "large" else 10_000, seconds=0.8)
    assert time.monotonic() - begun < 2


def test_what_is_not_encrypted_as_it_should_be_is_not_read(canary, own_network):
    with pytest.raises(outbound.Unfetched, match="does not answer"):
        outbound.fetch(canary.replace("http:", "https:") + "/fine", largest=100, seconds=2)
