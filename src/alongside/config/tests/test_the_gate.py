"""The gate before the pages: so many at once, and streams do not count."""

from __future__ import annotations

import io
import threading
from wsgiref.util import FileWrapper

from django.http import HttpResponse, StreamingHttpResponse

from alongside.config.gate import Gate


def test_only_so_many_pages_are_made_at_once_and_each_lets_go_of_what_it_took():
    inside, most, closed = [], [], []
    waiting = threading.Barrier(2, timeout=5)

    def application(environ, start_response):
        inside.append(1)
        most.append(len(inside))
        waiting.wait()  # so that two are inside together
        inside.pop()
        answer = HttpResponse("page")
        answer.close = lambda: closed.append(1)
        return answer

    gate, answers = Gate(application, 2), []
    threads = [threading.Thread(target=lambda: answers.append(gate({}, None))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (max(most), answers, len(closed)) == (2, [[b"page"]] * 6, 6)


def test_a_stream_that_is_open_is_in_nobodys_way():
    gate = Gate(lambda *_asked: StreamingHttpResponse(iter([b"on"])), 1)

    first, second = gate({}, None), gate({}, None)  # with the first still open

    assert (next(iter(first)), next(iter(second))) == (b"on", b"on")


def test_a_file_that_the_server_wraps_itself_goes_through():
    """The server of development hands Django's file back as a wrapper of its own, for the style sheets too."""
    wrapped = FileWrapper(io.BytesIO(b"body { }"))

    assert b"".join(Gate(lambda *_asked: wrapped, 1)({}, None)) == b"body { }"
