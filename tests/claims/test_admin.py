"""The console: what it shows of what was said, and that nobody changes it from there."""

from itertools import count
from typing import Any

import pytest
from django.apps import apps
from django.contrib.admin.utils import quote
from django.contrib.auth.models import Group
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.admin import console
from claims.admin.showing import MOST_COUNTED, BoundedPaginator
from claims.models import Anchor, ApiToken, Article, Claim, Event, Job, User, Version
from claims.models.job import JobState
from claims.models.user import LAST_ADMINISTRATOR
from reviews.models import Policy, Scale
from tests.factories import FOUND, NOW, make_article, make_claim, make_review, make_source, make_user

pytestmark = pytest.mark.django_db
_numbers = count(1)
SHOWN = sorted(console._registry, key=lambda model: model._meta.label)
EDITED = ("claims.User", "reviews.Policy", "reviews.Rating", "reviews.Scale", "reviews.Source")


def page_of(model: type[models.Model], name: str, *arguments: Any) -> str:
    options = model._meta
    return reverse(
        f"admin:{options.app_label}_{options.model_name}_{name}", args=[quote(each) for each in arguments]
    )


def messages_of(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def act(
    client: Client, model: type[models.Model], action: str, *rows: models.Model, **told: str
) -> list[str]:
    chosen = {"action": action, "_selected_action": [row.pk for row in rows], "index": 0, **told}
    return messages_of(client.post(page_of(model, "changelist"), chosen, follow=True))


def fill() -> None:
    """One more row in every table that the console shows."""
    make_review(state="published")
    make_source().take_snapshot(by=make_user(), now=NOW, text="The sale is agreed.")
    ApiToken.objects.create(make_user(), name="a script")
    for model in (Group, Policy, Scale):
        model.objects.create(name=f"Number {next(_numbers)}")


@pytest.fixture
def administrator() -> User:
    return make_user(role="administrator")


@pytest.fixture
def as_administrator(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


@pytest.fixture
def as_superuser(client: Client) -> Client:
    client.force_login(make_user(role=None, is_superuser=True))
    return client


# Who gets in


@pytest.mark.parametrize("role", [None, "reader", "reporter", "reviewer", "editor"])
def test_console_tells_all_others_that_it_is_for_administrators(client: Client, role: str | None) -> None:
    client.force_login(make_user(role=role))
    response = client.get("/admin/")
    assert (
        response.status_code,
        "The admin console is for administrators." in response.content.decode(),
    ) == (403, True)


def test_console_asks_strangers_to_log_in_at_the_desk(client: Client) -> None:
    response = client.get("/admin/claims/article/", follow=True)
    assert response.redirect_chain == [("/login/?next=/admin/claims/article/", 302)]


def test_console_takes_no_password_itself(client: Client, administrator: User) -> None:
    sent = {"username": administrator.username, "password": "a long enough pass phrase"}
    assert client.post("/admin/login/", sent).status_code == 405
    assert "_auth_user_id" not in client.session


def test_staff_flag_alone_opens_nothing(client: Client) -> None:
    person = make_user(role="editor")
    person.is_staff = True
    person.save()
    client.force_login(person)
    assert client.get("/admin/").status_code == 403


def test_console_carries_no_inline_script_or_style(as_administrator: Client) -> None:
    for address in ("/admin/", page_of(Article, "changelist"), page_of(User, "add")):
        page = as_administrator.get(address).content.decode()
        assert ("<script>" in page, "<style" in page, ' style="' in page, " onclick=" in page) == (False,) * 4


# What it shows


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.label)
def test_list_needs_as_few_queries_for_three_rows_as_for_one(
    as_administrator: Client, model: type[models.Model]
) -> None:
    as_administrator.get("/admin/")  # the first page of a session is also its beginning, which is written
    counts = []
    for more in (1, 2):
        for _ in range(more):
            fill()
        with CaptureQueriesContext(connection) as queries:
            response = as_administrator.get(page_of(model, "changelist"))
        counts.append(len(queries))
        assert response.context["cl"].result_count >= sum(range(more + 1))
    assert counts[0] == counts[1] <= 10


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.label)
def test_list_searches_and_row_and_its_history_open(
    as_administrator: Client, model: type[models.Model]
) -> None:
    fill()
    row = model._default_manager.order_by("pk")[0]
    addresses = [
        page_of(model, "changelist") + "?q=sale",
        page_of(model, "change", row.pk),
        page_of(model, "history", row.pk),
    ]
    assert [as_administrator.get(address).status_code for address in addresses] == [200, 200, 200]


def test_every_model_of_both_apps_is_shown_but_the_stored_replies() -> None:
    ours = {model for app in ("claims", "reviews") for model in apps.get_app_config(app).get_models()}
    assert {model._meta.label for model in ours - set(SHOWN)} == {"claims.Reply"}


def test_rows_are_linked_in_both_directions(as_administrator: Client) -> None:
    claim = make_review().claim
    page = as_administrator.get(page_of(Claim, "change", claim.pk)).content.decode()
    links = [
        page_of(Article, "change", claim.article_id),
        f"{page_of(Anchor, 'changelist')}?claim={claim.pk}",
    ]
    assert [link in page for link in links] == [True, True]
    assert as_administrator.get(links[1]).context["cl"].result_count == 1


def test_claim_shows_what_the_splitter_found_and_takes_no_change(as_administrator: Client) -> None:
    claim = make_claim(**FOUND)
    page = as_administrator.get(page_of(Claim, "change", claim.pk)).content.decode()
    assert [label in page for label in ("Quantities:", "Hedges:", "Link:", "about 300 men", "condition")] == [
        True
    ] * 5
    assert [f'name="{field}"' in page for field in ("quantities", "hedges", "link")] == [False] * 3


def test_list_of_more_rows_than_anybody_turns_over_is_not_counted_to_its_end(
    as_administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.admin.showing.MOST_COUNTED", 2)
    for _ in range(3):
        make_user()
    response = as_administrator.get(page_of(User, "changelist"))
    assert response.context["cl"].result_count == 2
    assert "The first 2: search to reach the others" in response.content.decode()


def test_count_reads_one_row_beyond_the_bound_at_most() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert BoundedPaginator(User.objects.order_by("username"), 50).count == 0
    assert f"LIMIT {MOST_COUNTED + 1}" in queries[0]["sql"]


@pytest.mark.parametrize(
    ("model", "asked"),
    [
        (User, "password__startswith=md5"),
        (User, "groups__permissions__codename=administer_desk"),
        (Version, "text__icontains=library"),
        (ApiToken, "digest__startswith=a"),
    ],
)
def test_list_answers_nothing_about_columns_that_it_does_not_offer(
    as_administrator: Client, model: type[models.Model], asked: str
) -> None:
    assert as_administrator.get(f"{page_of(model, 'changelist')}?{asked}").status_code == 400


# What nobody does from it, superusers included


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.label)
def test_superuser_deletes_nothing(as_superuser: Client, model: type[models.Model]) -> None:
    fill()
    rows = model._default_manager.count()
    row = model._default_manager.order_by("pk")[0]
    assert as_superuser.post(page_of(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    as_superuser.post(
        page_of(model, "changelist"),
        {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes", "index": 0},
    )
    assert model._default_manager.count() == rows


@pytest.mark.parametrize(
    "model",
    [model for model in SHOWN if model._meta.label not in EDITED],
    ids=lambda model: model._meta.label,
)
def test_superuser_neither_adds_nor_changes_what_the_process_writes(
    as_superuser: Client, model: type[models.Model]
) -> None:
    fill()
    before = list(model._default_manager.order_by("pk").values())
    sent = {field.name: "1" for field in model._meta.fields}
    addresses = [page_of(model, "add"), page_of(model, "change", before[0][str(model._meta.pk.name)])]
    assert [as_superuser.post(address, sent).status_code for address in addresses] == [403, 403]
    assert list(model._default_manager.order_by("pk").values()) == before


# People


def test_administrator_adds_a_person_with_a_password_and_a_role(
    as_administrator: Client, administrator: User
) -> None:
    sent = {
        "username": "ines",
        "usable_password": "true",
        "password1": "ten green bottles",
        "password2": "ten green bottles",
    }
    response = as_administrator.post(page_of(User, "add"), sent)
    person = User.objects.get(username="ines")
    role = Group.objects.get(name="reviewer")
    as_administrator.post(response.headers["Location"], {"username": "ines", "groups": [role.pk]})
    assert (list(person.groups.all()), person.check_password("ten green bottles")) == ([role], True)
    events = Event.objects.order_by("seq").values_list("verb", "actor", "data__username", "data__roles")
    assert list(events) == [
        ("user.added", administrator.pk, "ines", []),
        ("user.edited", administrator.pk, "ines", ["reviewer"]),
    ]


def test_page_of_a_person_shows_no_password_not_even_its_digest(as_administrator: Client) -> None:
    person = make_user()
    page = as_administrator.get(page_of(User, "change", person.pk)).content.decode()
    assert (person.password in page, "md5" in page, "Set a new password" in page) == (False, False, True)


@pytest.mark.parametrize(
    "raised",
    [{"is_superuser": "on"}, {"is_staff": "on"}, {"user_permissions": ["1", "2"]}, {"password": "md5$a$b"}],
)
def test_administrator_raises_nobody_beyond_the_roles(
    as_administrator: Client, administrator: User, raised: dict[str, Any]
) -> None:
    for person in (administrator, make_user()):
        password = person.password
        sent = {"username": person.username, "groups": [role.pk for role in person.groups.all()], **raised}
        assert as_administrator.post(page_of(User, "change", person.pk), sent).status_code == 302
        person.refresh_from_db()
        assert (person.is_superuser, person.is_staff, person.user_permissions.count()) == (False, False, 0)
        assert person.password == password


def test_administrator_changes_no_superuser(as_administrator: Client) -> None:
    chief = make_user(role=None, is_superuser=True, username="chief")
    sent = {"password1": "ten green bottles", "password2": "ten green bottles", "usable_password": "true"}
    answers = [
        as_administrator.post(page_of(User, "change", chief.pk), {"username": "mine"}),
        as_administrator.post(reverse("admin:auth_user_password_change", args=[chief.pk]), sent),
    ]
    told = act(as_administrator, User, "deactivate", chief)
    chief.refresh_from_db()
    assert [answer.status_code for answer in answers] == [403, 403]
    assert told == ["A superuser's account is for superusers to change. (chief)"]
    assert (chief.username, chief.is_active, chief.check_password("ten green bottles")) == (
        "chief",
        True,
        False,
    )


def test_superuser_makes_a_superuser(as_superuser: Client) -> None:
    person = make_user()
    as_superuser.post(page_of(User, "change", person.pk), {"username": person.username, "is_superuser": "on"})
    person.refresh_from_db()
    assert person.is_superuser


def test_last_administrator_cannot_lock_the_desk(as_administrator: Client, administrator: User) -> None:
    response = as_administrator.post(
        page_of(User, "change", administrator.pk), {"username": administrator.username, "groups": []}
    )
    assert LAST_ADMINISTRATOR in response.content.decode()
    assert act(as_administrator, User, "deactivate", administrator) == [
        f"{LAST_ADMINISTRATOR} ({administrator})"
    ]
    administrator.refresh_from_db()
    assert (administrator.is_active, administrator.groups.get().name) == (True, "administrator")


def test_administrator_steps_down_when_there_is_another(
    as_administrator: Client, administrator: User
) -> None:
    make_user(role="administrator")
    as_administrator.post(page_of(User, "change", administrator.pk), {"username": administrator.username})
    assert administrator.groups.count() == 0


def test_deactivated_person_loses_tokens_and_keeps_a_name_in_the_history(as_administrator: Client) -> None:
    person = make_user()
    make_source(by=person)
    ApiToken.objects.create(person, name="a script")
    told = act(as_administrator, User, "deactivate", person)
    person.refresh_from_db()
    assert (told, person.is_active, ApiToken.objects.count()) == (["Shut out: 1."], False, 0)
    assert Event.objects.latest("seq").data == {"user": person.pk, "tokens_withdrawn": 1}
    assert act(as_administrator, User, "deactivate", person) == [
        f"{person} is deactivated already. ({person})"
    ]
    assert act(as_administrator, User, "reactivate", person) == ["Let in: 1."]


def test_revoked_token_is_gone_and_told_of(as_administrator: Client) -> None:
    owner = make_user()
    token, _ = ApiToken.objects.create(owner, name="a script")
    assert act(as_administrator, ApiToken, "revoke", token) == ["Revoked: 1."]
    assert ApiToken.objects.count() == 0
    assert Event.objects.latest("seq").data == {
        "user": owner.pk,
        "name": "a script",
        "token_key": token.token_key,
    }


# Jobs


def test_failed_job_is_tried_again_and_another_is_refused() -> None:
    administrator, client = make_user(role="administrator"), Client()
    client.force_login(administrator)
    failed, waiting = (make_article(text=text).latest_version().job for text in ("One.", "Two."))
    Job.objects.filter(pk=failed.pk).update(state=JobState.FAILED, attempts=3, error="It broke.")
    told = act(client, Job, "try_again", failed, waiting)
    failed.refresh_from_db()
    assert told == ["Queued again: 1.", f"Only a job that has failed is tried again. ({waiting})"]
    assert (failed.state, failed.error) == (JobState.DONE, "")


def test_action_on_more_rows_than_the_page_can_wait_for_is_refused(
    as_administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.admin.acting.MOST_ROWS", 1)
    people = [make_user(), make_user()]
    assert act(as_administrator, User, "deactivate", *people) == ["Choose 1 rows at most."]
    assert User.objects.filter(is_active=False).count() == 0
