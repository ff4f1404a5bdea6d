"""Look at everything that an instance needs, and say each in one line."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from alongside.accounts.sign_in import factors as factors_
from alongside.activity.devices.queries import refusals
from alongside.config import keys
from alongside.config.secrets import KeyMissing, key_encryption_keys
from alongside.vault.keys.keyring import Unreadable, wrapped_by_older

OLDEST_SERVER = 150000
SILENT_OVER_HTTP = {"security.W004", "security.W008", "security.W012", "security.W016"}
"""What Django says about a site without https; we say it once, in our own words."""

Finding = tuple[bool, str]


class Command(BaseCommand):
    """``alongside check``."""

    help = "Check settings, database, keys, migrations and mail."
    requires_system_checks: list[str] = []

    def handle(self, **_: Any) -> None:
        """Print every finding; fail when one of them stops the instance."""
        findings = [
            finding
            for look in (settings_, database, migrations, keys_, mail, rings, address)
            for finding in look()
        ]
        for fine, words in findings:
            self.stdout.write(f"{'fine  ' if fine else 'mend  '}{words}")
        mend = sum(not fine for fine, _ in findings)
        if mend:
            raise CommandError(f"{mend} of {len(findings)} need mending.")


def settings_() -> list[Finding]:
    """What Django itself finds, its deployment checks included."""
    found = [each for each in checks.run_checks(include_deployment_checks=True) if not each.is_silenced()]
    shown = [each for each in found if settings.SECURE or each.id not in SILENT_OVER_HTTP]
    return [(each.level < checks.WARNING, f"settings: {each.msg} ({each.id})") for each in shown] or [
        (True, "settings: nothing to mend")
    ]


def database() -> list[Finding]:
    """Which server answers, and whether it keeps what it confirms."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version'), current_setting('server_version_num')::int, "
            "current_setting('fsync')"
        )
        version, number, fsync = cursor.fetchone()
    durable = "durable" if fsync == "on" else "lost when power fails (fsync is off)"
    return [
        (number >= OLDEST_SERVER, f"database: PostgreSQL {version} (15 or newer is needed)"),
        (fsync == "on", f"database: writes are {durable}"),
    ]


def migrations() -> list[Finding]:
    """Whether the tables are those of this version."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    words = f"{len(waiting)} wait; run alongside migrate" if waiting else "all applied"
    return [(not waiting, f"migrations: {words}")]


def keys_() -> list[Finding]:
    """Whether private texts can be opened."""
    try:
        keys.make_or_check()
    except KeyMissing as missing:
        return [(False, f"keys: {missing}")]
    closed = wrapped_by_older().exclude(wrapped_by__in=key_encryption_keys()).count()
    factors = factors_.closed().count()
    if closed or factors:
        what = f"{closed} data keys and {factors} second factors"
        return [(False, f"keys: {what} need a key that is not in ALONGSIDE_KEYS; put it back")]
    return [(True, "keys: private texts can be opened; keep a copy of the key apart from the backups")]


def mail() -> list[Finding]:
    """Whether letters can leave."""
    if not settings.SMTP_HOST:
        return [(True, "mail: no server is set (ALONGSIDE_SMTP_HOST); letters stay in the outbox")]
    safe = settings.SMTP_TLS in {"starttls", "tls"} or not settings.SMTP_PASSWORD
    return [
        (True, f"mail: letters leave through {settings.SMTP_HOST}:{settings.SMTP_PORT}"),
        (
            safe,
            "mail: the password is sent " + ("encrypted" if safe else "in the open; set ALONGSIDE_SMTP_TLS"),
        ),
    ]


def rings() -> list[Finding]:
    """Whether push services ring the devices that people let ring."""
    with suppress(DatabaseError, Unreadable, KeyMissing):  # told above: no tables yet, or no key
        return [
            (
                False,
                f"devices: {one.service} answered {one.number} instead of ringing ({one.devices} devices)",
            )
            for one in refusals()
        ] or [(True, "devices: no push service refuses to ring")]
    return []


def address() -> list[Finding]:
    """Whether browsers are told to use https."""
    local = settings.BASE_URL.startswith(("http://127.0.0.1", "http://localhost"))
    words = f"address: {settings.BASE_URL}" + (
        "" if settings.SECURE else " (without https; for this computer only)"
    )
    return [(settings.SECURE or local, words)]
