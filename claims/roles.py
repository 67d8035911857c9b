"""The roles of a desk. Which rights each of them holds is written in the migrations that grant them."""

from collections.abc import Mapping
from typing import Any

READER, REPORTER, REVIEWER, EDITOR, ADMINISTRATOR = (
    "reader",
    "reporter",
    "reviewer",
    "editor",
    "administrator",
)
ROLES = (READER, REPORTER, REVIEWER, EDITOR, ADMINISTRATOR)


def grant(apps: Any, app_label: str, rights: Mapping[str, tuple[str, ...]]) -> None:
    """Give each role the named rights of an app. For migrations: groups and rights are made where they are missing."""
    group_of = apps.get_model("auth", "Group").objects
    right_of = apps.get_model("auth", "Permission").objects
    type_of = apps.get_model("contenttypes", "ContentType").objects
    for role, codenames in rights.items():
        group, _ = group_of.get_or_create(name=role)
        for codename in codenames:
            model, name = _owner(apps, app_label, codename)
            content_type, _ = type_of.get_or_create(app_label=app_label, model=model)
            right, _ = right_of.get_or_create(
                codename=codename, content_type=content_type, defaults={"name": name}
            )
            group.permissions.add(right)


def _owner(apps: Any, app_label: str, codename: str) -> tuple[str, str]:
    """The model that a right belongs to, and the right's name as Django would write it."""
    for model in apps.get_app_config(app_label).get_models():
        options = model._meta
        for own, name in options.permissions:
            if own == codename:
                return options.model_name, name
        for act in options.default_permissions:
            if codename == f"{act}_{options.model_name}":
                return options.model_name, f"Can {act} {options.verbose_name_raw}"
    raise LookupError(f"No model of {app_label} has the right {codename}.")
