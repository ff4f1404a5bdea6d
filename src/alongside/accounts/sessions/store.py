"""Reads a session together with who is asking; Django finds it by its name in the settings."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as Rows
from django.utils import timezone

from .models import Session
from .queries import Asking, asking


class SessionStore(Rows):
    """Sessions in their table; ``asking`` is whom the last reading found."""

    asking: Asking | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Our own table."""
        return Session

    def load(self) -> dict[str, Any]:  # Any: a session holds what was put in
        """Read what the browser left here before, and who it belongs to."""
        self.asking = asking(self.session_key or "", timezone.now())  # as Django wrote when it ends
        if self.asking is None:
            self._session_key = None
            return {}
        return self.decode(self.asking.data)

    def create_model_instance(self, data: dict[str, Any]) -> Session:  # Any: as above
        """A row that says whose session it is."""
        row: Any = super().create_model_instance(data)
        row.person_id = data.get(SESSION_KEY)
        return row  # type: ignore[no-any-return]
