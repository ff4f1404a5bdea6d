"""Browsers without a screen: each holds a stream, asks for the room when it is told of a change, and writes."""

from __future__ import annotations

import asyncio
import itertools
import random
import statistics
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

TOKEN = "b" * 32
EVERY = 20.0
"""Each room changes once in so many seconds, as when somebody takes notes."""
WAIT = 10.0
IDLE = 10.0
"""A connection that was idle for so many seconds is opened anew: servers close them at some time."""


@dataclass
class Seat:
    """One person's browser."""

    cookie: str
    port: int = 0
    wires: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    used: float = 0.0
    told: asyncio.Event = field(default_factory=asyncio.Event)

    async def ask(self, method: str, path: str, said: dict[str, Any] | None = None) -> tuple[int, str]:
        """One request on the connection that stays open."""
        if self.wires is None or time.monotonic() - self.used > IDLE:
            self.wires = await asyncio.open_connection("127.0.0.1", self.port)
        self.used = time.monotonic()
        reader, writer = self.wires
        body = urlencode((said or {}) | {"csrfmiddlewaretoken": TOKEN}) if method == "POST" else ""
        writer.write(self.head(method, path, len(body)) + body.encode())
        return await _answer(reader)

    def head(self, method: str, path: str, length: int = 0) -> bytes:
        """The lines before the body."""
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}",
            f"Cookie: {self.cookie}; csrf={TOKEN}",
        ]
        lines += [
            "HX-Request: true",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {length}",
        ]
        return "\r\n".join([*lines, "", ""]).encode()

    async def listen(self, path: str, opened: asyncio.Event) -> None:
        """Hold a stream open and note that something was told."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(self.head("GET", path))
        if b" 200 " not in await reader.readline():
            return
        try:
            while line := await reader.readline():
                if line.startswith(b"data: "):
                    (self.told if opened.is_set() else opened).set()
        finally:
            writer.close()


@dataclass
class Room:
    """A meeting, and the two who have it open."""

    path: str
    share: str
    note: str
    seats: list[Seat]
    version: int = 0

    async def change(self) -> float | None:
        """One writes; return after how many milliseconds the other has read it."""
        writer, reader = random.sample(self.seats, 2)
        reader.told.clear()
        began, words = time.perf_counter(), f"change {self.version} of {self.path}"
        writing = asyncio.create_task(self._write(writer, words))
        seen = None
        try:
            async with asyncio.timeout(WAIT):
                while seen is None:
                    await reader.told.wait()
                    reader.told.clear()
                    if words in (await reader.ask("GET", self.note))[1]:
                        seen = 1000 * (time.perf_counter() - began)
        except TimeoutError:
            pass
        await writing
        return seen

    async def _write(self, writer: Seat, words: str) -> None:
        status, _ = await writer.ask("POST", self.share, {"text": words, "version": self.version})
        assert status == 302, status
        self.version += 1
        await writer.ask("GET", self.note)


async def meet(rooms: list[Room], port: int, seconds: int) -> dict[str, Any]:
    """Open all rooms, look at a page while nothing happens, then let them change."""
    began, gates, listening = time.perf_counter(), [], []
    for room in rooms:
        for seat in room.seats:
            seat.port = port
            gates.append(asyncio.Event())
            listening.append(asyncio.create_task(seat.listen(f"{room.path}live/", gates[-1])))
    await asyncio.wait([asyncio.create_task(gate.wait()) for gate in gates], timeout=30)
    opened = time.perf_counter() - began
    bystander = Seat(rooms[0].seats[0].cookie, port)
    quiet = await _look(bystander, 8)
    busy, seen = await asyncio.gather(_look(bystander, seconds), _change_all(rooms, seconds))
    streams = sum(gate.is_set() for gate in gates)
    for task in listening:
        task.cancel()
    times = [one for one in seen if one is not None]
    return {
        "rooms": len(rooms), "streams": streams, "opened_s": round(opened, 1), "sent": len(seen),
        "changes": len(times), **_told("seen", times), **_told("page_quiet", quiet), **_told("page_busy", busy),
    }  # fmt: skip


async def _change_all(rooms: list[Room], seconds: int) -> list[float | None]:
    async def keep_changing(room: Room) -> list[float | None]:
        end, found = time.monotonic() + seconds, []
        await asyncio.sleep(random.uniform(0, EVERY))  # noqa: S311 - not all at once
        while time.monotonic() < end:
            found.append(await room.change())
            await asyncio.sleep(random.uniform(0.5, 1.5) * EVERY)  # noqa: S311 - as people do
        return found

    return list(itertools.chain(*await asyncio.gather(*map(keep_changing, rooms))))


async def _look(seat: Seat, seconds: float) -> list[float]:
    """Load Today four times a second, as somebody does who meets nobody."""
    end, took = time.monotonic() + seconds, []
    while time.monotonic() < end:
        began = time.perf_counter()
        assert (await seat.ask("GET", "/today/"))[0] == 200
        took.append(1000 * (time.perf_counter() - began))
        await asyncio.sleep(0.25)
    return took


async def _answer(reader: asyncio.StreamReader) -> tuple[int, str]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    status = int(head.split(" ", 2)[1])
    length = int(head.split("content-length: ", 1)[1].split("\r", 1)[0]) if "content-length: " in head else 0
    return status, (await reader.readexactly(length)).decode()


def _told(name: str, took: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(took, n=20)
    return {f"{name}_p50_ms": round(cuts[9], 1), f"{name}_p95_ms": round(cuts[18], 1)}
