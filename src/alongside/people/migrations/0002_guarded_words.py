"""Keeps apart what is found by words only where a name is shown.

What was gathered before is mixed, so that people who stay back are found by their topics and skills alone until
their career changes next.
"""

from django.db import migrations, models


def take_back(apps, schema_editor):
    for profile in apps.get_model("people", "Profile").objects.filter(identity_light=True):
        profile.career_words = ""
        profile.words = "\n".join([*profile.topics, profile.skill_words])
        profile.save(update_fields=["career_words", "words"])


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="profile",
            name="guarded_words",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.RunPython(take_back, migrations.RunPython.noop),
    ]
