from typing import Any

import pytest
from django.test import Client

from claims.models import User
from reviews.models import Snapshot, Source
from tests.factories import NOW, make_claim, make_evidence, make_source, make_user

pytestmark = pytest.mark.django_db
XSS = '"><script>alert(1)</script>'


@pytest.fixture
def reviewer(client: Client) -> User:
    user = make_user()
    client.force_login(user)
    return user


def about(source: Source, **changes: Any) -> dict[str, Any]:
    return {"title": source.title, "kind": source.kind, "revision": source.revision, **changes}


def test_sources_without_any_say_where_they_come_from(client: Client, reviewer: User) -> None:
    assert "No sources yet." in client.get("/sources/").content.decode()


def test_sources_found_hold_every_word(client: Client, reviewer: User) -> None:
    found, _ = make_source(title="Deed of sale"), make_source(title="Minutes")
    assert list(client.get("/sources/?q=archive+deed").context["page"].rows) == [found]
    assert "No source holds" in client.get("/sources/?q=nowhere").content.decode()


def test_source_shows_the_claims_that_it_was_put_to_and_hides_private_ones(
    client: Client, reviewer: User
) -> None:
    source = make_source()
    own = make_evidence(review=make_claim().review, by=reviewer, source=source, shown_to="private")
    make_evidence(review=make_claim().review, source=source, shown_to="private")
    assert list(client.get(f"/sources/{source.pk}/").context["evidence"].rows) == [own]


def test_source_that_is_hostile_stays_words(client: Client, reviewer: User) -> None:
    source = make_source(title=XSS)
    make_evidence(review=make_claim().review, by=reviewer, source=source)
    for address in ("/sources/", f"/sources/{source.pk}/", f"/sources/{source.pk}/edit/"):
        assert "<script>alert" not in client.get(address).content.decode()


def test_source_edit_saves(client: Client, reviewer: User) -> None:
    source = make_source()
    client.post(f"/sources/{source.pk}/edit/", about(source, title="Renamed", doi="10.1000/182"))
    source.refresh_from_db()
    assert (source.title, source.doi, source.revision) == ("Renamed", "10.1000/182", 2)


def test_source_edit_over_a_newer_state_shows_both(client: Client, reviewer: User) -> None:
    source = make_source()
    client.post(f"/sources/{source.pk}/edit/", about(source, title="Theirs"))
    page = client.post(f"/sources/{source.pk}/edit/", about(source, title="Mine"))
    source.refresh_from_db()
    assert (page.status_code, source.title) == (409, "Theirs")
    assert [page.context[name]["title"].value() for name in ("form", "newer")] == ["Mine", "Theirs"]
    assert page.context["form"]["revision"].value() == "2"


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"url": "javascript:alert(1)"},
        {"doi": "nonsense"},
        {"kind": "rumour"},
        {"published_on": "31.02.2026"},
    ],
)
def test_source_edit_says_beside_the_field_what_is_wrong(
    client: Client, reviewer: User, wrong: dict[str, str]
) -> None:
    source = make_source()
    page = client.post(f"/sources/{source.pk}/edit/", about(source, **wrong))
    assert (page.status_code, list(page.context["form"].errors)) == (400, list(wrong))


def test_snapshot_is_kept_as_it_is(client: Client, reviewer: User) -> None:
    source = make_source()
    client.post(f"/sources/{source.pk}/snapshot/", {"text": "  Item 7.\r\nSold. "})
    assert Snapshot.objects.get().text == "  Item 7.\nSold. "


@pytest.mark.parametrize(
    "form", [{"text": ""}, {"text": "a\x00b"}, {"text": "x", "archive_url": "nonsense nonsense"}]
)
def test_snapshot_that_cannot_be_kept_is_refused(
    client: Client, reviewer: User, form: dict[str, str]
) -> None:
    source = make_source()
    assert client.post(f"/sources/{source.pk}/snapshot/", form).status_code == 400
    assert Snapshot.objects.count() == 0


def test_sources_are_changed_by_reviewers_alone(client: Client) -> None:
    source = make_source()
    source.take_snapshot(by=make_user(), now=NOW, text="Sold.")
    client.force_login(make_user(role="reporter"))
    answers = [
        client.post(f"/sources/{source.pk}/{step}/", about(source, text="x")).status_code
        for step in ("edit", "snapshot")
    ]
    assert answers == [403, 403]
    assert "Take a snapshot" not in client.get(f"/sources/{source.pk}/").content.decode()
