"""What all tests share: the database of this run."""

from __future__ import annotations

from alongside.config.testing import django_db_setup

__all__ = ["django_db_setup"]
