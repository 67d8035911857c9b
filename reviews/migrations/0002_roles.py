from django.db import migrations

from claims.roles import grant

READ = tuple(
    f"view_{model}"
    for model in (
        "review",
        "assignment",
        "source",
        "snapshot",
        "evidence",
        "verdict",
        "citation",
        "ruling",
        "publication",
        "scale",
        "rating",
        "policy",
    )
)
CHECK = (*READ, "take_review", "add_source", "change_source", "add_evidence")
EDIT = (*CHECK, "triage_review", "assign_review", "adjudicate_review", "publish_review")
ADMINISTER = (
    *EDIT,
    "add_scale",
    "change_scale",
    "add_rating",
    "change_rating",
    "add_policy",
    "change_policy",
)
RIGHTS = {"reader": READ, "reporter": READ, "reviewer": CHECK, "editor": EDIT, "administrator": ADMINISTER}


def give_rights(apps, schema_editor):
    grant(apps, "reviews", RIGHTS)


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_what_was_found"), ("claims", "0002_roles")]
    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
