"""Somebody with a token, who speaks to the API and to nothing else."""

from typing import Any

from rest_framework.test import APIClient

from claims.models import ApiToken, User
from tests.factories import make_user

ROOT = "/api/v1"


def client_of(user: User) -> APIClient:
    _, token = ApiToken.objects.create(user=user, name="tests")
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client


def client_as(role: str | None) -> APIClient:
    return client_of(make_user(role=role))


def post(client: APIClient, path: str, body: Any = None, **headers: Any) -> Any:
    return client.post(f"{ROOT}/{path}/", {} if body is None else body, format="json", headers=headers)


def patch(client: APIClient, path: str, body: Any, **headers: Any) -> Any:
    return client.patch(f"{ROOT}/{path}/", body, format="json", headers=headers)


def get(client: APIClient, path: str, **asked: Any) -> Any:
    return client.get(f"{ROOT}/{path}/", asked)
