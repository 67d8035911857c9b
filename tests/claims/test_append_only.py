"""What is written once stays: the database itself refuses, and nothing that history needs can be taken away."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.db.models import ProtectedError

from claims.append_only import lay, lift
from claims.models import ApiToken, Article, Claim, Event, User, Version
from reviews.models import Citation, Publication, Review, Ruling, Snapshot, Source, Verdict
from tests.factories import NOW, make_review, make_source, make_user

pytestmark = pytest.mark.django_db
WRITTEN_ONCE = (Version, Event, Snapshot, Verdict, Citation, Ruling, Publication)
# What goes with a person or a row, and tells nothing of what was said or found.
MAY_GO = {
    "claims.ApiToken.user",
    "claims.Reply.user",
    "claims.User_groups.group",
    "claims.User_groups.user",
    "claims.User_user_permissions.permission",
    "claims.User_user_permissions.user",
}


@pytest.fixture
def history() -> None:
    """Rows in each of the tables."""
    make_review(state="published")
    make_source().take_snapshot(by=make_user(), now=NOW, text="The sale is agreed.")


def rows_of(model: type[models.Model]) -> list[dict[str, Any]]:
    return list(model._default_manager.order_by("pk").values())


def run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("model", WRITTEN_ONCE, ids=lambda model: model.__name__)
def test_database_refuses_to_change_or_delete_a_row(history: None, model: type[models.Model]) -> None:
    before, options = rows_of(model), model._meta
    assert before
    statements = [
        *(
            f"UPDATE {options.db_table} SET {field.column} = {field.column}"
            for field in options.concrete_fields
        ),
        f"DELETE FROM {options.db_table}",
    ]
    for statement in statements:
        with pytest.raises(DatabaseError, match=f"{options.db_table} is append-only"):
            run(statement)
    assert rows_of(model) == before


@pytest.mark.parametrize("model", WRITTEN_ONCE, ids=lambda model: model.__name__)
def test_models_refuse_it_too_whichever_way(history: None, model: type[models.Model]) -> None:
    before = rows_of(model)
    row = model._default_manager.order_by("-pk")[0]
    name = next(field.name for field in model._meta.concrete_fields if not field.primary_key)
    ways: list[Callable[[], object]] = [
        row.save,
        row.delete,
        lambda: model._default_manager.update(**{name: getattr(row, name)}),
        lambda: model._default_manager.bulk_update([row], [name]),
        lambda: model._default_manager.all().delete(),
        lambda: model._default_manager.all()._raw_delete(using="default"),
    ]
    for way in ways:
        with pytest.raises((DatabaseError, ProtectedError)), transaction.atomic():
            way()
    assert rows_of(model) == before


def test_refusal_is_an_integrity_error_that_names_table_and_act(history: None) -> None:
    with pytest.raises(IntegrityError, match="reviews_verdict is append-only: DELETE refused"):
        run("DELETE FROM reviews_verdict")


def test_replacing_a_row_is_refused(history: None) -> None:
    if connection.vendor != "sqlite":
        return  # no other database replaces rows
    before = rows_of(Event)
    columns = ", ".join(str(field.column) for field in Event._meta.concrete_fields)
    values = columns.replace("verb", "'review.forged'")
    with pytest.raises(DatabaseError):
        run(f"REPLACE INTO claims_event ({columns}) SELECT {values} FROM claims_event")
    assert rows_of(Event) == before


def test_laying_twice_is_harmless_and_lifting_lets_a_migration_work(history: None) -> None:
    lay(connection, "claims_event")
    lift(connection, "claims_event")
    run("UPDATE claims_event SET verb = verb")
    lay(connection, "claims_event")
    with pytest.raises(DatabaseError):
        run("UPDATE claims_event SET verb = verb")


def test_every_relation_protects_what_it_points_to() -> None:
    found = {
        f"{model._meta.label}.{field.name}"
        for app in ("claims", "reviews")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if field.remote_field is not None and field.remote_field.on_delete is not models.PROTECT
    }
    assert found == MAY_GO


@pytest.mark.parametrize("model", [User, Article, Claim, Review, Source], ids=lambda model: model.__name__)
def test_deleting_what_history_rests_on_is_refused_and_takes_nothing_along(
    history: None, model: type[models.Model]
) -> None:
    before = {each: rows_of(each) for each in (*WRITTEN_ONCE, model)}
    for row in model._default_manager.all():
        if isinstance(row, User) and not row.events.exists():
            continue
        with pytest.raises(ProtectedError), transaction.atomic():
            row.delete()
    assert {each: rows_of(each) for each in (*WRITTEN_ONCE, model)} == before


def test_person_without_a_history_takes_only_their_own_along(history: None) -> None:
    person = make_user()
    ApiToken.objects.create(person, name="a script")
    before = {each: rows_of(each) for each in WRITTEN_ONCE}
    person.delete()
    assert (ApiToken.objects.count(), Group.objects.count()) == (0, 5)
    assert {each: rows_of(each) for each in WRITTEN_ONCE} == before
