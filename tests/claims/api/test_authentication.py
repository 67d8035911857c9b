"""Tokens first, sessions second; a bad token is never forgiven."""

from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from claims.models import ApiToken
from tests.claims.api.client import ROOT, client_of, get
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def status_with(header: str, client: APIClient | None = None) -> int:
    response = (client or APIClient()).get(f"{ROOT}/scales/", headers={"authorization": header})
    return int(response.status_code)


def test_token_of_a_reader_opens_the_desk() -> None:
    assert get(client_of(make_user(role="reader")), "scales").status_code == 200


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer x", "Bearer \xff\xfe", "Bearer a b c", "Bearer " + "a" * 5000]
)
def test_bad_token_is_401(header: str) -> None:
    assert status_with(header) == 401


def test_bad_token_is_401_even_beside_a_good_session() -> None:
    client = APIClient()
    client.force_login(make_user(role="reader"))
    assert (status_with("Bearer wrong", client), status_with("", client)) == (401, 200)


def test_token_ends_with_its_person() -> None:
    user = make_user(role="reader")
    client = client_of(user)
    assert get(client, "scales").status_code == 200
    user.is_active = False
    user.save()
    assert get(client, "scales").status_code == 401


def test_withdrawn_token_is_dead_at_once() -> None:
    client = client_of(make_user(role="reader"))
    ApiToken.objects.all().delete()
    assert get(client, "scales").status_code == 401


def test_token_ends_when_it_says() -> None:
    user = make_user(role="reader")
    _, token = ApiToken.objects.create(user=user, name="ended", expiry=timedelta(seconds=-1))
    assert (status_with(f"Bearer {token}"), ApiToken.objects.count()) == (401, 1)


def test_last_use_is_noted_once_a_minute() -> None:
    client = client_of(make_user(role="reader"))
    get(client, "scales")
    first = ApiToken.objects.get().last_used_at
    get(client, "scales")
    assert ApiToken.objects.get().last_used_at == first
    ApiToken.objects.update(last_used_at=timezone.now() - timedelta(minutes=2))
    get(client, "scales")
    assert (ApiToken.objects.get().last_used_at or timezone.now()) > (first or timezone.now())
