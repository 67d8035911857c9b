import hashlib

import pytest
from django.core.exceptions import ValidationError

from claims.models import Event
from claims.refusals import Refused, Stale
from reviews.models import Snapshot, Source
from reviews.models.source import EDITABLE
from tests.factories import NOW, make_source, make_user

pytestmark = pytest.mark.django_db


def test_source_is_added_with_one_event() -> None:
    source = make_source()
    event = Event.objects.get()
    assert (event.verb, event.data) == (
        "source.added",
        {"source": source.pk, "title": "Minutes of the council"},
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "a\rb"}, "title"),
        ({"kind": "rumour"}, "kind"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"doi": "10.1"}, "doi"),
        ({"doi": "https://doi.org/10.1000/182"}, "doi"),
        ({"publisher": "x" * 201}, "publisher"),
    ],
)
def test_source_that_cannot_be_stored_is_refused_by_field(changes: dict[str, str], field: str) -> None:
    given: dict[str, str] = {"title": "T", **changes}
    with pytest.raises(ValidationError) as refused:
        Source.objects.add(by=make_user(), now=NOW, **given)
    assert (list(refused.value.message_dict), Source.objects.count()) == ([field], 0)


@pytest.mark.parametrize("role", [None, "reader", "reporter"])
def test_source_of_those_who_check_nothing_is_refused(role: str | None) -> None:
    with pytest.raises(Refused, match="for reviewers"):
        make_source(by=make_user(role=role))
    source = make_source()
    for act in (
        lambda by: source.edit(by=by, now=NOW, revision=1, title="Mine"),
        lambda by: source.take_snapshot(by=by, now=NOW, text="Mine."),
    ):
        with pytest.raises(Refused, match="for reviewers"):
            act(make_user(role=role))
    assert (Source.objects.get().title, Snapshot.objects.count()) == ("Minutes of the council", 0)


def test_edit_counts_the_revision_up_and_tells_what_changed() -> None:
    source = make_source()
    source.edit(
        by=make_user(), now=NOW, revision=1, title="Minutes", publisher="City archive", is_primary=False
    )
    event = Event.objects.latest("seq")
    assert Source.objects.values_list("title", "is_primary", "revision").get() == ("Minutes", False, 2)
    assert event.data == {"source": source.pk, "changed": {"title": "Minutes", "is_primary": "False"}}


def test_second_of_two_edits_is_told_of_the_first() -> None:
    source, other = make_source(), None
    other = Source.objects.get()
    source.edit(by=make_user(), now=NOW, revision=1, title="First")
    with pytest.raises(Stale) as stale:
        other.edit(by=make_user(), now=NOW, revision=1, publisher="Second")
    assert (stale.value.current, Source.objects.get().publisher) == (source, "City archive")


@pytest.mark.parametrize("name", ["added_by", "created_at", "id", "snapshots"])
def test_what_is_no_ones_to_edit_is_refused(name: str) -> None:
    assert name not in EDITABLE
    with pytest.raises(ValidationError, match=f"Cannot be edited: {name}."):
        make_source().edit(by=make_user(), now=NOW, revision=1, **{name: 7})


def test_edit_with_a_control_is_refused_and_writes_nothing() -> None:
    source = make_source()
    with pytest.raises(ValidationError) as refused:
        source.edit(by=make_user(), now=NOW, revision=1, title="a\x00b")
    assert (list(refused.value.message_dict), Source.objects.get().revision) == (["title"], 1)


def test_snapshot_keeps_the_words_with_their_digest() -> None:
    source = make_source()
    snapshot = source.take_snapshot(by=make_user(), now=NOW, text="The sale is agreed. 🗞️")
    digest = hashlib.sha256("The sale is agreed. 🗞️".encode()).hexdigest()
    assert (snapshot.sha256, Event.objects.latest("seq").data) == (
        digest,
        {"source": source.pk, "snapshot": snapshot.pk, "sha256": digest},
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"text": ""}, "text"), ({"text": "\ud800"}, "text"), ({"archive_url": "file:///etc"}, "archive_url")],
)
def test_snapshot_that_cannot_be_stored_is_refused_by_field(changes: dict[str, str], field: str) -> None:
    given = {"text": "Words.", **changes}
    with pytest.raises(ValidationError) as refused:
        make_source().take_snapshot(by=make_user(), now=NOW, **given)
    assert (list(refused.value.message_dict), Snapshot.objects.count()) == ([field], 0)


@pytest.mark.parametrize(
    ("words", "found"), [("minutes", 1), ("MINUTES archive", 1), ("moon", 0), ("%", 0), ("", 1)]
)
def test_search_finds_sources_that_hold_every_word(words: str, found: int) -> None:
    make_source()
    assert Source.objects.matching(words).count() == found
