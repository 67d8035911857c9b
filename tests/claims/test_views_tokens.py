import re

import pytest
from django.test import Client

from claims.models import ApiToken, User
from tests.factories import make_user

pytestmark = pytest.mark.django_db
TOKENS = "/account/tokens/"


@pytest.fixture
def owner(client: Client) -> User:
    user = make_user(role="reader")
    client.force_login(user)
    return user


def key_in(page: str) -> list[str]:
    return re.findall(r"<code>([0-9a-f]{64})</code>", page)


def test_token_is_shown_once_and_opens_the_api_as_its_owner(client: Client, owner: User) -> None:
    page = client.post(TOKENS, {"name": "nightly export", "days": "30"})
    (key,) = key_in(page.content.decode())
    answer = Client().get("/api/v1/articles/", headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 200
    token = ApiToken.objects.get()
    assert (page.status_code, token.user, token.name) == (201, owner, "nightly export")
    assert token.expiry is not None
    assert (token.expiry - token.created).days in (29, 30)
    assert page["Cache-Control"].startswith("max-age=0")
    assert key_in(client.get(TOKENS).content.decode()) == []


@pytest.mark.parametrize(
    "form", [{"name": "", "days": "30"}, {"name": "x" * 101, "days": "30"}, {"name": "x", "days": "9999"}]
)
def test_token_that_cannot_be_made_is_refused(client: Client, owner: User, form: dict[str, str]) -> None:
    assert (client.post(TOKENS, form).status_code, ApiToken.objects.count()) == (400, 0)


def test_token_is_revoked_by_its_owner_alone(client: Client, owner: User) -> None:
    own, _ = ApiToken.objects.create(owner, name="own")
    foreign, _ = ApiToken.objects.create(make_user(), name="foreign")
    answers = [client.post(f"{TOKENS}{token.token_key}/revoke/").status_code for token in (own, foreign)]
    assert (answers, list(ApiToken.objects.all())) == ([302, 404], [foreign])


def test_tokens_of_others_are_not_listed(client: Client, owner: User) -> None:
    ApiToken.objects.create(make_user(), name="somebody else's")
    assert "You have no tokens." in client.get(TOKENS).content.decode()
