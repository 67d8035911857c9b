"""The roles that the migrations make, and what each of them holds."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from claims.roles import ROLES, grant
from reviews.workflow import STEPS

pytestmark = pytest.mark.django_db
BY_ROLE = {
    "reader": set(),
    "reporter": {"bring_article"},
    "reviewer": {"take_review", "add_source", "change_source", "add_evidence"},
    "editor": {
        "bring_article", "take_review", "add_source", "change_source", "add_evidence",
        "triage_review", "assign_review", "adjudicate_review", "publish_review",
    },
    "administrator": {
        "bring_article", "take_review", "add_source", "change_source", "add_evidence",
        "triage_review", "assign_review", "adjudicate_review", "publish_review",
        "administer_desk", "view_user", "add_user", "change_user", "view_apitoken", "delete_apitoken",
        "add_scale", "change_scale", "add_rating", "change_rating", "add_policy", "change_policy",
    },
}  # fmt: skip
READABLE = {
    "article", "version", "statement", "claim", "anchor", "event", "job",
    "review", "assignment", "source", "snapshot", "evidence", "verdict", "citation", "ruling", "publication",
    "scale", "rating", "policy",
}  # fmt: skip


def rights_of(role: str) -> set[str]:
    return set(Permission.objects.filter(group__name=role).values_list("codename", flat=True))


@pytest.mark.parametrize("role", ROLES)
def test_role_holds_reading_and_what_is_its_own(role: str) -> None:
    assert rights_of(role) == {f"view_{model}" for model in READABLE} | BY_ROLE[role]


def test_there_are_no_other_roles() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)


def test_no_role_may_delete_or_write_what_the_process_writes() -> None:
    written = {
        "review",
        "assignment",
        "verdict",
        "citation",
        "ruling",
        "publication",
        "event",
        "version",
        "snapshot",
    }
    forbidden = {f"{act}_{model}" for act in ("add", "change", "delete") for model in written}
    assert {role: rights_of(role) & forbidden for role in ROLES} == {role: set() for role in ROLES}


def test_right_of_every_step_exists_and_somebody_holds_it() -> None:
    rights = {step.right for step in STEPS.values()}
    assert rights == {"triage_review", "take_review", "assign_review", "adjudicate_review", "publish_review"}
    assert rights <= rights_of("editor")


def test_granting_twice_changes_nothing() -> None:
    before = rights_of("reader")
    grant(apps, "claims", {"reader": ("view_article",)})
    assert (rights_of("reader"), Group.objects.filter(name="reader").count()) == (before, 1)


def test_right_that_no_model_has_stops_the_migration() -> None:
    with pytest.raises(LookupError, match="has the right fly_article"):
        grant(apps, "claims", {"reader": ("fly_article",)})
