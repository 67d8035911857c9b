from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from claims.models import Event
from claims.refusals import Refused
from reviews.models import Publication, Rating, Scale
from tests.factories import NOW, make_review, make_user, make_verdict, rating

pytestmark = pytest.mark.django_db


def test_desk_begins_with_six_steps_of_truth_and_four_ratings_beside_it() -> None:
    ratings = Rating.objects.of_default_scale().in_use().in_order()
    assert [(each.slug, each.value) for each in ratings] == [
        ("true", 6),
        ("mostly-true", 5),
        ("half-true", 4),
        ("mostly-false", 3),
        ("false", 2),
        ("fabricated", 1),
        ("unproven", None),
        ("outdated", None),
        ("misleading-in-context", None),
        ("not-checkable", None),
    ]
    assert Scale.objects.get().bounds() == (1, 6)


def test_scale_without_values_has_no_bounds() -> None:
    scale = Scale.objects.create(name="Words only")
    Rating.objects.create(scale=scale, label="Stands", slug="stands", order=1, polarity="true")
    assert scale.bounds() is None


def test_retired_rating_gives_no_more_verdicts_and_keeps_those_it_gave() -> None:
    review = make_review(state="in_review")
    retired = rating("true")
    retired.retire(by=make_user(role="administrator"), now=NOW)
    waiting = next(share.reviewer for share in review.shares() if not share.verdict_given)
    with pytest.raises(ValidationError, match="“True” is no longer in use"):
        make_verdict(review=review, by=waiting)
    make_verdict(review=review, by=waiting, rating="false")
    with pytest.raises(ValidationError, match="no longer in use"):
        review.adjudicate(
            by=make_user(role="editor"), now=NOW, rating=retired, summary="Sold.", reasons="The deed."
        )
    assert review.standing_verdicts()[0].rating == retired


def test_retiring_is_for_administrators_and_told_once() -> None:
    retired, administrator = rating("outdated"), make_user(role="administrator")
    with pytest.raises(Refused, match="for administrators"):
        retired.retire(by=make_user(role="editor"), now=NOW)
    retired.retire(by=administrator, now=NOW)
    with pytest.raises(Refused, match="“Outdated” is retired already"):
        retired.retire(by=administrator, now=NOW)
    retired.reinstate(by=administrator, now=NOW)
    with pytest.raises(Refused, match="“Outdated” is in use already"):
        retired.reinstate(by=administrator, now=NOW)
    assert list(Event.objects.values_list("verb", flat=True)) == ["rating.retired", "rating.reinstated"]


def test_rating_is_held_once_something_was_found_in_it() -> None:
    assert rating("true").is_held() is False
    make_review(state="in_review")
    assert (rating("true").is_held(), rating("false").is_held()) == (True, False)


def test_what_was_published_keeps_its_words_whatever_becomes_of_the_rating() -> None:
    make_review(state="published")
    Rating.objects.filter(slug="true").update(label="Verified", colour="#000000")
    frozen = Publication.objects.get().frozen["rating"]
    assert (frozen["label"], frozen["colour"], frozen["best"]) == ("True", "#1a7f37", 6)


@pytest.mark.parametrize(
    "changes",
    [{"slug": "true"}, {"value": 6}, {"polarity": "grey"}],
    ids=lambda changes: next(iter(changes)),
)
def test_database_refuses_a_rating_that_cannot_be(changes: dict[str, object]) -> None:
    made: dict[str, Any] = {
        "label": "New",
        "slug": "new",
        "order": 11,
        "polarity": "true",
        "value": None,
        **changes,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Rating.objects.create(scale=Scale.objects.get(), **made)


@pytest.mark.parametrize("colour", ["red", "#FFF", "#12345g", "#1234567", "url(x)"])
def test_colour_is_six_hexadecimal_digits(colour: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Rating(
            scale=Scale.objects.get(), label="N", slug="n", order=11, polarity="true", colour=colour
        ).full_clean()
    assert list(refused.value.message_dict) == ["colour"]


def test_one_scale_is_the_default_and_administrators_choose_it() -> None:
    scale = Scale.objects.create(name="Words only")
    with pytest.raises(IntegrityError), transaction.atomic():
        Scale.objects.filter(pk=scale.pk).update(is_default=True)
    with pytest.raises(Refused, match="for administrators"):
        scale.make_default(by=make_user(role="editor"), now=NOW)
    scale.make_default(by=make_user(role="administrator"), now=NOW)
    assert (Scale.objects.get(is_default=True), Rating.objects.of_default_scale().count()) == (scale, 0)
