"""Lets only so many requests at once to the pages, while open streams wait in threads of their own."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.handlers.wsgi import WSGIHandler


class Gate:
    """As many threads as are asked for make pages; what is streamed goes on outside of the gate.

    The web server has a thread for each open stream besides. Without the gate, a burst of ordinary requests
    would use all of them at once, and wait for each other at the database.
    """

    def __init__(self, application: WSGIHandler, at_once: int) -> None:
        self.application = application
        self.places = threading.BoundedSemaphore(at_once)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Make the answer, and let go of everything that it took, before the next one may begin."""
        with self.places:
            response = self.application(environ, start_response)
            # A file may come as the server's own wrapper, which is no response of Django's.
            if getattr(response, "streaming", True):
                return response
            try:
                return [b"".join(response)]
            finally:
                response.close()
