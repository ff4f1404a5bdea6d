"""A session that knows whose it is, so that who is asking comes along with it."""

from __future__ import annotations

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.module_loading import import_string

from alongside.accounts.persons.models import Person


class Session(AbstractBaseSession):
    """What one browser carries from page to page; a stranger's has no person."""

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="sessions")

    class Meta(AbstractBaseSession.Meta):
        db_table = "accounts_session"

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        """The store that reads and writes these rows."""
        return import_string("alongside.accounts.sessions.store.SessionStore")  # type: ignore[no-any-return]
