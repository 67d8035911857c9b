from django.db import migrations

from claims.append_only import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("claims", "0002_roles")]
    operations = [AppendOnly("claims", "Version"), AppendOnly("claims", "Event")]
