from django.db import migrations

from claims.append_only import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("reviews", "0002_roles")]
    operations = [
        AppendOnly("reviews", model) for model in ("Snapshot", "Verdict", "Citation", "Ruling", "Publication")
    ]
