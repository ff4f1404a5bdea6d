"""Sessions that know whose they are; who is signed in stays so."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import migrations, models
from django.utils import timezone


def bring_along(apps, schema_editor):
    """Move the sessions that still run; those of people who are gone end here."""
    old, new = apps.get_model("sessions", "Session"), apps.get_model("accounts", "Session")
    people = set(apps.get_model("accounts", "Person").objects.values_list("pk", flat=True))
    rows = []
    for row in old.objects.filter(expire_date__gt=timezone.now()).iterator():
        person = SessionStore().decode(row.session_data).get(SESSION_KEY)
        if person is None or int(person) in people:
            kept = {"session_key": row.session_key, "session_data": row.session_data}
            rows.append(new(**kept, expire_date=row.expire_date, person_id=person))
    new.objects.bulk_create(rows, batch_size=1000)
    old.objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("sessions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                ("session_key", models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key")),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "abstract": False,
                "db_table": "accounts_session",
            },
        ),
        migrations.RunPython(bring_along, migrations.RunPython.noop),
    ]
