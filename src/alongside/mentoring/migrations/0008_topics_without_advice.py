"""Open advice is read from the ledger; no topic ever carried it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0007_reviews")]

    operations = [migrations.RemoveField(model_name="agendaitem", name="advice")]
