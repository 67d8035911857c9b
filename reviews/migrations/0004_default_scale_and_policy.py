from django.db import migrations

# label, what it means, value on the truth order or none, polarity, colour
RATINGS = (
    ("True", "The claim holds as it stands.", 6, "true", "#1a7f37"),
    (
        "Mostly true",
        "It holds; a detail needs mending that does not change what it says.",
        5,
        "true",
        "#57a65b",
    ),
    ("Half true", "Part of it holds, and part of the same weight does not.", 4, "mixed", "#b08800"),
    ("Mostly false", "It rests on something true and says something that is not.", 3, "false", "#d4691e"),
    ("False", "The claim does not hold.", 2, "false", "#cf222e"),
    ("Fabricated", "It does not hold, and what it rests on was made up.", 1, "false", "#82071e"),
    ("Unproven", "What could be found neither bears it out nor refutes it.", None, "none", "#6e7781"),
    ("Outdated", "It held once and no longer does.", None, "mixed", "#8250df"),
    (
        "Misleading in context",
        "The words hold; the impression they give here does not.",
        None,
        "mixed",
        "#bc4c00",
    ),
    ("Not checkable", "Nothing that could be consulted would decide it.", None, "none", "#57606a"),
)


def make_defaults(apps, schema_editor):
    scale = apps.get_model("reviews", "Scale").objects.create(name="Truth", is_default=True)
    rating_of = apps.get_model("reviews", "Rating").objects
    for order, (label, description, value, polarity, colour) in enumerate(RATINGS, start=1):
        slug = label.lower().replace(" ", "-")
        rating_of.create(
            scale=scale,
            order=order,
            label=label,
            slug=slug,
            description=description,
            value=value,
            polarity=polarity,
            colour=colour,
        )
    apps.get_model("reviews", "Policy").objects.create(
        name="Two reviewers, blind", is_default=True, reviewers_required=2
    )


class Migration(migrations.Migration):
    dependencies = [("reviews", "0003_append_only")]
    operations = [migrations.RunPython(make_defaults, migrations.RunPython.noop)]
