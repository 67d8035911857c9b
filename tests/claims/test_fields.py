"""The fields refuse what cannot be stored, whichever door it comes through."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction

from claims.models import Article, Claim, Event
from claims.models.fields import PlainCharField, PlainJSONField, PlainTextField, PlainURLField
from reviews.models import Source
from tests.factories import NOW, make_article, make_claim, make_source, make_user

PLAIN = (PlainCharField, PlainTextField, PlainURLField, PlainJSONField)
# Written by the desk itself, or checked otherwise: choices, hex digests, slugs, what Django and knox keep.
OTHERWISE = {
    "claims.ApiToken.digest",
    "claims.ApiToken.token_key",
    "claims.Article.identity",
    "claims.Event.hash",
    "claims.Event.previous_hash",
    "claims.Job.splitter",
    "claims.Reply.fingerprint",
    "claims.Reply.headers",
    "claims.User.email",
    "claims.User.password",
    "claims.Version.sha256",
    "reviews.Rating.slug",
    "reviews.Snapshot.sha256",
}


def test_every_text_column_refuses_controls_or_is_known_not_to_need_it() -> None:
    found = set()
    for app in ("claims", "reviews"):
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.concrete_fields:
                texts = isinstance(field, models.CharField | models.TextField | models.JSONField)
                if texts and not field.choices and not isinstance(field, PLAIN):
                    found.add(f"{model._meta.label}.{field.name}")
    assert found == OTHERWISE


@pytest.mark.parametrize(
    "field", [PlainCharField(max_length=9), PlainTextField(), PlainURLField(), PlainJSONField()]
)
def test_field_refuses_on_validation(field: "models.Field[object, object]") -> None:
    with pytest.raises(ValidationError):
        field.clean("a\x00b", None)


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["a\x00b", "a\x07b", "a\rb", "a\ud800b"], ids=repr)
def test_no_write_goes_round_the_boundary(value: str) -> None:
    article = make_article()
    article.title = value
    attempts: list[Callable[[], object]] = [
        lambda: article.save(),
        lambda: Article.objects.filter(pk=article.pk).update(title=value),
        lambda: Article.objects.bulk_update([article], ["title"]),
        lambda: Source.objects.bulk_create([Source(title=value, added_by=article.brought_by, created_at=NOW)]),
        lambda: Claim.objects.create(
            article=article, position=9, text="t", kind="k", disposition="claim", checkable=True, worth=0,
            created_at=NOW, reasons=[value],
        ),
        lambda: Event.objects.append("tried", actor=None, now=NOW, data={"deep": [{"in": value}]}),
    ]  # fmt: skip
    before = Event.objects.count()
    for attempt in attempts:
        with pytest.raises(ValidationError), transaction.atomic():
            attempt()
    assert (Article.objects.get().title, Source.objects.count(), Claim.objects.count()) == (
        "The library is sold",
        0,
        0,
    )
    assert Event.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["\u202eEvil\u202c", "zero\u200bwidth", "\U0001f5de\ufe0f news", "e\u0301 not \u00e9"]
)
def test_odd_text_comes_back_as_it_went_in(text: str) -> None:
    article = make_article(title=text, text=f"{text}.")
    claim = make_claim(article=article, text=text)
    article.refresh_from_db()
    claim.refresh_from_db()
    assert (article.title, article.latest_version().text, claim.text) == (text, f"{text}.", text)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "//example.org", "x y"]
)
def test_address_that_is_no_web_address_is_refused(url: str) -> None:
    person = make_user()
    with pytest.raises(ValidationError) as refused:
        make_source(by=person, url=url)
    assert list(refused.value.message_dict) == ["url"]


def test_every_address_column_takes_web_addresses_only() -> None:
    columns = [
        field
        for app in ("claims", "reviews")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, PlainURLField)
    ]
    assert len(columns) >= 3
    for field in columns:
        with pytest.raises(ValidationError):
            field.run_validators("ftp://example.org/")
        field.run_validators("https://example.org/")
