from django.db import migrations

from claims.roles import grant

READ = tuple(
    f"view_{model}" for model in ("article", "version", "statement", "claim", "anchor", "event", "job")
)
BRING = (*READ, "bring_article")
ADMINISTER = (
    *BRING,
    "administer_desk",
    "view_user",
    "add_user",
    "change_user",
    "view_apitoken",
    "delete_apitoken",
)
RIGHTS = {"reader": READ, "reporter": BRING, "reviewer": READ, "editor": BRING, "administrator": ADMINISTER}


def give_rights(apps, schema_editor):
    grant(apps, "claims", RIGHTS)


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_what_was_said"), ("contenttypes", "0002_remove_content_type_name")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
