"""`manage.py first_administrator`."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from claims.models import User
from claims.permissions import refusal
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def run(**options: str) -> str:
    out = io.StringIO()
    call_command("first_administrator", stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def test_first_administrator_can_log_in_with_the_printed_password(client: Client) -> None:
    name, password = (line.partition(":")[2].strip() for line in run().splitlines())
    user = User.objects.get()
    assert (user.username, user.is_staff, refusal("administer", user)) == (name, True, None)
    assert user.check_password(password)
    assert len(password) == 20


def test_first_administrator_is_made_once() -> None:
    run(username="ada")
    with pytest.raises(CommandError) as refused:
        run(username="bea")
    assert str(refused.value) == (
        "The desk has an administrator: ada. For a new password: manage.py changepassword ada"
    )
    assert User.objects.count() == 1


def test_first_administrator_takes_nobodys_name() -> None:
    make_user(role="reporter", username="ada")
    with pytest.raises(CommandError, match="The name ada is taken"):
        run(username="ada")


def test_first_administrator_may_follow_one_who_has_left() -> None:
    make_user(role="administrator", is_active=False)
    run()
    assert User.objects.filter(is_active=True).count() == 1
